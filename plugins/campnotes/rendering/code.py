"""Highlight code by Pygments, in the markup that Material's style and copy button expect."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.util import ClassNotFound

from campnotes.patterns import regex

# Names that GitHub's Linguist knows and Pygments doesn't, or knows as something else.
_ALIASES = {
    "c#": "csharp",
    "dockerfile": "docker",
    "golang": "go",
    "javascript react": "jsx",
    "jsonc": "json",
    "jupyter": "json",
    "plaintext": "text",
    "py3": "python",
    "shell-session": "console",
    "terminal": "console",
    "vue": "html",
    "zsh": "bash",
}
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
_BETWEEN_WORDS = regex("[,{}]")
_TITLE = regex(r"""\btitle=["']([^"']+)["']""")
# What is larger than a reader looks at is shown plain; some lexers read to the end of the code, or of
# the line, from each of its characters.
LARGE = 40_000  # characters
LONGEST_LINE = 5_000


@lru_cache(maxsize=128)
def _lexer(name: str) -> Lexer | None:
    try:
        return get_lexer_by_name(_ALIASES.get(name, name), stripnl=False)
    except ClassNotFound:
        return None


def language_of(info: str) -> str:
    """Read the language that a fence's info string names: ```` ```python title="a" ```` is `python`."""
    words = _BETWEEN_WORDS.sub(" ", info).split()
    if not words:
        return ""
    return words[0].lstrip(".").lower()


def render_code(code: str, info: str = "", number: int = 0) -> str:
    """A block of code as HTML; of a language that isn't known, plain.

    `number` is that of the block in its note: its third line gets the id `code-NUMBER-3`.
    """
    lexer = _lexer_of(code, language_of(info))
    if lexer is None:
        kind = "highlight"
        body = escape(code, quote=False)
    else:
        kind = f"{_class_of(lexer.aliases)} highlight"
        body = highlight(code, lexer, _FORMATTER)
    lines = _numbered(body, number, ends=code.endswith("\n"))
    name = _file_name(info)
    return f'<div class="{kind}">{name}<pre><span></span><code>{lines}</code></pre></div>\n'


def _lexer_of(code: str, language: str) -> Lexer | None:
    if not language or len(code) > LARGE:
        return None
    longest = max(map(len, code.split("\n")))
    if longest > LONGEST_LINE:
        return None
    return _lexer(language)


def _numbered(body: str, number: int, *, ends: bool) -> str:
    """Give each line of highlighted code its id; `ends` tells that the code ends in a line end."""
    rows = body.split("\n")
    has_last = bool(rows[-1])
    if not has_last:
        rows.pop()
    lines = []
    for line, row in enumerate(rows, 1):
        lines.append(f'<span id="code-{number}-{line}">{row}</span>')
    text = "\n".join(lines)
    return f"{text}\n" if ends and not has_last else text


def _file_name(info: str) -> str:
    """The name that a fence gives its code: ```` ```python title="a.py" ````."""
    title = _TITLE.search(info)
    if title is None:
        return ""
    return f'<span class="filename">{escape(title[1])}</span>'


def _class_of(aliases: Sequence[str]) -> str:
    return f"language-{aliases[0]}"


def language_classes() -> set[str]:
    """The classes that blocks of code may have: that of Python is `language-python`."""
    classes = set()
    for _name, aliases, _files, _types in get_all_lexers():
        if aliases:
            classes.add(_class_of(aliases))
    return classes
