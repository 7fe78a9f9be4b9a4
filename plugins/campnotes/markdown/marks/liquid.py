"""Tags of Liquid, `{% name … %}`, in which Jekyll, GitBook and HackMD write."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct

from campnotes.markdown.marks.mark import line_text, stands_as_code
from campnotes.patterns import regex

_NAME = regex(r"[A-Za-z][\w\-]*")
_NAMED = regex(r"""([A-Za-z][\w\-]*)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'=]+))""")
_ADDRESS = regex(r"[^<>\n\\]+")
LONGEST = 1_000  # characters of a tag


class Tag(Struct, frozen=True):
    """A tag with what is written behind its name."""

    name: str
    rest: str

    @property
    def named(self) -> Mapping[str, str]:
        """What is given by name: `title` of `{% tab title="Python" %}`."""
        values = {}
        for name, double, single, bare in _NAMED.findall(self.rest):
            values[name] = double or single or bare
        return values

    @property
    def first(self) -> str:
        """The first word behind the name, without quotation marks."""
        words = self.rest.split(maxsplit=1)
        return words[0].strip("\"'") if words else ""


def tag_of_line(state: StateBlock, line: int) -> Tag | None:
    """Read the tag that makes out a line of its own."""
    text = line_text(state, line)
    if not text.startswith("{%") or not text.endswith("%}") or len(text) > LONGEST:
        return None
    if stands_as_code(state, line):
        return None
    inner = text[2:-2]
    if "%}" in inner:
        return None
    inner = inner.strip("- \t")
    name = _NAME.match(inner)
    if name is None:
        return None
    return Tag(name[0].lower(), inner[name.end() :].strip())


def begins(name: str) -> re.Pattern[str]:
    """The pattern of a line that is a tag of this name."""
    return regex(rf"\{{%-?[ \t]*{name}\b[^%\n]*%\}}$")


def push_link(state: StateBlock, line: int, address: str, text: str = "") -> None:
    """Write a paragraph that is a link."""
    shown = _escaped(text or address)
    _push_paragraph(state, line, f"[{shown}](<{address}>)")


def push_image(state: StateBlock, line: int, address: str, text: str, caption: str) -> None:
    """Write a paragraph that is an image with a caption."""
    image = f"![{_escaped(text)}](<{address}>)"
    below = f"\\\n{_escaped(caption)}" if caption else ""
    _push_paragraph(state, line, f"{image}{below}")


def _escaped(text: str) -> str:
    for mark in "\\[]":
        text = text.replace(mark, f"\\{mark}")
    return text


def _push_paragraph(state: StateBlock, line: int, markdown: str) -> None:
    opened = state.push("paragraph_open", "p", 1)
    opened.map = [line, line + 1]
    inline = Token(
        "inline",
        "",
        0,
        block=True,
        level=state.level,
    )
    inline.content = markdown
    inline.map = [line, line + 1]
    inline.children = []
    state.tokens.append(inline)
    state.push("paragraph_close", "p", -1)


def may_be_address(text: str) -> bool:
    """Tell whether a text can stand in a link's brackets."""
    return bool(_ADDRESS.fullmatch(text))
