"""Pages whose content takes little memory while it waits for the theme.

MkDocs renders all pages before it writes the first one. A day's HTML takes 50 KB in memory, as Python
keeps each character of a text in two bytes where one of them is Korean; packed, it takes 7.
"""

from __future__ import annotations

import zlib

from mkdocs.structure.pages import Page

_LONG = 2_000  # characters that are worth it
_FASTEST = 1  # of zlib's levels


class PackedPage(Page):
    """A page that packs its content when it is set, and unpacks it when it is asked for."""

    _packed: bytes | str | None = None

    @property
    def content(self) -> str | None:
        """The HTML of the page; `None` until it is rendered."""
        if isinstance(self._packed, bytes):
            unpacked = zlib.decompress(self._packed)
            return unpacked.decode("utf-8", "surrogatepass")
        return self._packed

    @content.setter
    def content(self, html: str | None) -> None:
        if html is None or len(html) < _LONG:
            self._packed = html
            return
        encoded = html.encode("utf-8", "surrogatepass")
        self._packed = zlib.compress(encoded, _FASTEST)
