"""Highlight code by Pygments, in the markup that Material's style and copy button expect."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.util import ClassNotFound

# Names that GitHub's Linguist knows and Pygments doesn't, or knows as something else.
_ALIASES = {
    "c#": "csharp",
    "console": "console",
    "dockerfile": "docker",
    "golang": "go",
    "javascript react": "jsx",
    "jsonc": "json",
    "jupyter": "json",
    "mysql": "mysql",
    "plaintext": "text",
    "py3": "python",
    "shell-session": "console",
    "terminal": "console",
    "vue": "html",
    "zsh": "bash",
}
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
_TITLE = re.compile(r"""\btitle=["']([^"']+)["']""")
LARGE = 100_000  # characters; more than a reader looks at is shown plain


@lru_cache(maxsize=128)
def _lexer(name: str) -> Lexer | None:
    try:
        return get_lexer_by_name(_ALIASES.get(name, name), stripnl=False)
    except ClassNotFound:
        return None


def language_of(info: str) -> str:
    """The language that a fence's info string names: ```` ```python title="a" ```` is `python`."""
    words = info.replace(",", " ").replace("{", " ").replace("}", " ").split()
    return words[0].lstrip(".").lower() if words else ""


def render_code(code: str, info: str = "", number: int = 0) -> str:
    """A block of code as HTML; of a language that isn't known, plain.

    `number` is that of the block in its note: its third line gets the id `code-NUMBER-3`.
    """
    language = language_of(info)
    lexer = _lexer(language) if language and len(code) <= LARGE else None
    body = highlight(code, lexer, _FORMATTER) if lexer else escape(code, quote=False)
    rows = body.split("\n")
    last = rows.pop() if not rows[-1] else None
    lines = "\n".join(f'<span id="code-{number}-{i}">{row}</span>' for i, row in enumerate(rows, 1))
    ends = "\n" if last is not None and code.endswith("\n") else ""
    title = _TITLE.search(info)
    name = f'<span class="filename">{escape(title[1])}</span>' if title else ""
    kind = f"{_class(lexer)} highlight" if lexer else "highlight"
    return f'<div class="{kind}">{name}<pre><span></span><code>{lines}{ends}</code></pre></div>\n'


def _class(lexer: Lexer) -> str:
    return f"language-{lexer.aliases[0]}"


def language_classes() -> set[str]:
    """The classes that blocks of code may have: that of Python is `language-python`."""
    return {f"language-{aliases[0]}" for _, aliases, _, _ in get_all_lexers() if aliases}
