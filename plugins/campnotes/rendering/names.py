"""The names of people in a note's text, which lead to the people's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from markdown_it.token import Token
from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.rendering.tags import browser_address, start_tag

# The address of a person's page, as seen from the note's; `None` where there is none.
PersonAddress = Callable[[str], str | None]
_BREAKS = frozenset({"softbreak", "hardbreak"})
_TEXTS = frozenset({"text", "code_inline"})


def nobody(_name: str) -> None:
    """The address of somebody on a site without pages of people."""


class LinkedName(Struct, frozen=True):
    """A name as it is written, and where it leads."""

    raw: str
    url: str


def names_by_line(note: Note, address: PersonAddress) -> dict[int, list[LinkedName]]:
    """The names that lead somewhere, by the 1-based line on which they were read."""
    names: dict[int, list[LinkedName]] = {}
    for place in note.people:
        url = address(place.name)
        if url is not None and place.raw:
            on_line = names.setdefault(place.line, [])
            on_line.append(LinkedName(place.raw, url))
    return names


def texts_with_names(
    tokens: Iterable[Token], first_line: int, names: Mapping[int, list[LinkedName]]
) -> dict[int, LinkedName]:
    """The texts in which these names stand, by the ids of their tokens.

    A text has one name at most, and none within a link.
    """
    found: dict[int, LinkedName] = {}
    if not names:
        return found
    line = first_line
    for token in tokens:
        if token.map:  # the cells of a row have none
            line = first_line + token.map[0]
        if token.type == "inline":
            found |= _in_inline(token.children or [], line, names)
    return found


def _in_inline(
    children: Iterable[Token], line: int, names: Mapping[int, list[LinkedName]]
) -> dict[int, LinkedName]:
    found = {}
    links = 0
    for child in children:
        links += _opens_link(child)
        if child.type in _BREAKS:
            line += 1
        elif child.type in _TEXTS and not links:
            name = _name_in(child.content, names.get(line, ()))
            if name is not None:
                found[id(child)] = name
    return found


def _opens_link(token: Token) -> int:
    """By how much a token changes in how many links what follows is."""
    if token.type in {"link_open", "link_close"}:
        return token.nesting
    if token.type == "html_inline":
        tag = token.content.lower()
        return tag.startswith(("<a ", "<a>")) - tag.startswith("</a")
    return 0


def _name_in(text: str, names: Iterable[LinkedName]) -> LinkedName | None:
    for name in names:
        if name.raw in text:
            return name
    return None


def write_name(name: LinkedName, html: str) -> str:
    """Write a name's HTML as a link."""
    address = browser_address(name.url)
    opened = start_tag("a", [("class", "campnotes-name"), ("href", address)])
    return f"{opened}{html}</a>"


def write_text(text: str, name: LinkedName) -> str:
    """Write a text with the first place of a name as a link."""
    before, _, behind = text.partition(name.raw)
    inside = escape(name.raw, quote=False)
    linked = write_name(name, inside)
    left = escape(before, quote=False)
    right = escape(behind, quote=False)
    return left + linked + right
