"""Let the ids of a note give way to the names of the page, so that its anchors still lead there."""

from __future__ import annotations

import re

from campnotes.markdown.html import HEADINGS
from campnotes.patterns import regex
from campnotes.rendering.reserved import PREFIX, is_reserved
from campnotes.rendering.tags import ATTRIBUTES

_ID = regex(r' (?:id|for)="([^"]*)"')
_OWN_ID = regex(r' id="([^"]*)"')
_TAG = regex(rf"<(?P<closes>/?)(?P<name>[a-z][a-z0-9]*){ATTRIBUTES}>")
# By these pymdownx.tabbed ties labels to tabs.
_TAB = regex(r"__tabbed_\d+_\d+")


def free_names(html: str) -> str:
    """Write the ids that something of the page is called by as GitHub does: `user-content-mermaid`.

    Beside each stands `<a name="mermaid">`. That is where a browser goes for `#mermaid` if there is
    no such id, without a script too (HTML, find a potential indicated element), and scripts don't see
    a link's name as a global (HTML, named access on the Window object). `html` is sanitised.
    """
    given = set(_ID.findall(html))
    taken = {name for name in given if _is_taken(name)}
    if not taken:
        return html
    freeing = _Freeing(taken)
    return freeing.written(html)


def _is_taken(name: str) -> bool:
    if _TAB.fullmatch(name):
        return False
    return is_reserved(name)


class _Freeing:
    """Goes through the tags of a note, to free the names in `taken`."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._parts: list[str] = []
        self._place: int | None = None  # the part in front of the link around
        self._waiting: list[str] = []  # the anchors that go there

    def written(self, html: str) -> str:
        """Write the note with the names freed."""
        end = 0
        for tag in _TAG.finditer(html):
            between = html[end : tag.start()]
            self._parts.append(between)
            self._write(tag)
            end = tag.end()
        rest = html[end:]
        self._parts.append(rest)
        return "".join(self._parts)

    def _write(self, tag: re.Match[str]) -> None:
        if tag["name"] == "a":
            self._follow_link(tag)
        renamed = _ID.sub(self._renamed, tag[0])
        self._parts.append(renamed)
        own = _OWN_ID.search(tag[0])
        if own is None or own[1] not in self._taken:
            return
        anchor = f'<a name="{own[1]}"></a>'
        self._put(anchor, of=tag["name"])

    def _follow_link(self, tag: re.Match[str]) -> None:
        """Keep a place in front of each link for what would stand within it."""
        if not tag["closes"]:
            self._place = len(self._parts)
            self._waiting = []
            self._parts.append("")
        elif self._place is not None:
            self._parts[self._place] = "".join(self._waiting)
            self._place = None

    def _renamed(self, attribute: re.Match[str]) -> str:
        name = attribute[1]
        if name not in self._taken:
            return attribute[0]
        return attribute[0].replace('="', f'="{PREFIX}')

    def _put(self, anchor: str, *, of: str) -> None:
        """Put the anchor of the tag that was written last: into a heading, or in front of the tag.

        Links can't stand within each other, so that within a link it is put in front of that.
        """
        if self._place is not None:
            self._waiting.append(anchor)
            return
        if of in HEADINGS:
            self._parts.append(anchor)
        else:
            tag = self._parts.pop()
            self._parts += [anchor, tag]
