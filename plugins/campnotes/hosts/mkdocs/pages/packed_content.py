"""Pages whose content takes little memory while it waits for the theme.

MkDocs renders all pages before it writes the first one. A day's HTML takes 50 KB in memory, as Python
keeps each character of a text in two bytes where one of them is Korean; packed, it takes 7.
"""

from __future__ import annotations

from collections import deque
from weakref import ReferenceType, ref

from mkdocs.structure.pages import Page

from campnotes.caching.store import key_of
from campnotes.packing import packed, unpacked

_LONG = 2_000  # characters that are worth it
_UNPACKED_PAGES = 20  # the last ones that were rendered


class PackedPage(Page):
    """A page whose content is packed when many others were rendered after it."""

    _html: str | None = None
    _packed: bytes | None = None
    _digest: str = ""  # of what is packed

    @property
    def content(self) -> str | None:
        """The HTML of the page; `None` until it is rendered."""
        if self._packed is None:
            return self._html
        return unpacked(self._packed).decode("utf-8", "surrogatepass")

    @content.setter
    def content(self, html: str | None) -> None:
        self._html = html
        self._packed = None
        if html is None or len(html) < _LONG:
            return
        _RENDERED.append(ref(self))
        if len(_RENDERED) > _UNPACKED_PAGES:
            page = _RENDERED.popleft()()
            if page is not None and page is not self:
                page.pack()

    @property
    def digest(self) -> str:
        """A digest of the content, which needn't be unpacked for it."""
        if self._packed is None:
            return key_of(self._html or "")
        return self._digest

    def pack(self) -> None:
        """Have the content take less memory."""
        if self._html is None:
            return
        encoded = self._html.encode("utf-8", "surrogatepass")
        self._packed = packed(encoded)
        self._digest = key_of(encoded)
        self._html = None


_RENDERED: deque[ReferenceType[PackedPage]] = deque()
