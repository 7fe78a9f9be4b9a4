"""The units of a site's pages, packed: unpacked, those of a cohort took more memory than its notes.

They are looked through page by page: for their words, for what is shown of links, and to be written.
Each page's are packed as the JSON that is written of them, so that it is made once.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import overload

from campnotes.search.units import Doc

_FASTEST = 1  # of zlib's levels


class PackedDocs(Sequence[Sequence[Doc]]):
    """The units of one page after the other; each page's are unpacked when they are asked for.

    `digests` tell of each page whether it is the same as before.
    """

    def __init__(self, pages: Iterable[Sequence[Doc]]) -> None:
        self._pages: list[bytes] = []
        self.digests: list[str] = []
        for docs in pages:
            written = as_json(docs).encode()
            packed = zlib.compress(written, _FASTEST)
            self._pages.append(packed)
            self.digests.append(digest_of(written))

    @classmethod
    def of(cls, pages: Sequence[Sequence[Doc]]) -> PackedDocs:
        """Give pages packed, if they aren't yet."""
        if isinstance(pages, PackedDocs):
            return pages
        return cls(pages)

    def __len__(self) -> int:
        return len(self._pages)

    def __iter__(self) -> Iterator[Sequence[Doc]]:
        return map(_unpacked, self._pages)

    @overload
    def __getitem__(self, place: int) -> Sequence[Doc]: ...

    @overload
    def __getitem__(self, place: slice) -> list[Sequence[Doc]]: ...

    def __getitem__(self, place: int | slice) -> Sequence[Doc] | list[Sequence[Doc]]:
        if isinstance(place, slice):
            return list(map(_unpacked, self._pages[place]))
        return _unpacked(self._pages[place])

    def written(self, place: int) -> bytes:
        """Give the JSON of the units of a page."""
        return zlib.decompress(self._pages[place])

    def all_written(self) -> Iterator[bytes]:
        """Go through the JSON of all pages."""
        return map(zlib.decompress, self._pages)


def as_json(docs: Sequence[Doc]) -> str:
    """Write units as the browser reads them."""
    return json.dumps(
        docs,
        ensure_ascii=False,
        separators=(",", ":"),
    )


def digest_of(written: bytes) -> str:
    """Digest the JSON of a page's units."""
    return blake2b(written, digest_size=16).hexdigest()


def _unpacked(packed: bytes) -> Sequence[Doc]:
    docs: list[Doc] = json.loads(zlib.decompress(packed))
    return docs
