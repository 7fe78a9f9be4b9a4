"""The units of a site's pages, packed: unpacked, those of a cohort took more memory than its notes.

They are looked through page by page, three times: for their words, for what other words may mean, and
to be written.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from msgspec import msgpack

from campnotes.search.units import Doc

_FASTEST = 1  # of zlib's levels


class PackedDocs(Sequence[Sequence[Doc]]):
    """The units of one page after the other; each page's are unpacked when they are asked for."""

    def __init__(self, pages: Iterable[Sequence[Doc]]) -> None:
        self._pages = list(map(_packed, pages))

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


def _packed(docs: Sequence[Doc]) -> bytes:
    encoded = msgpack.encode(docs)
    return zlib.compress(encoded, _FASTEST)


def _unpacked(packed: bytes) -> Sequence[Doc]:
    docs: list[Doc] = msgpack.decode(zlib.decompress(packed))
    return docs
