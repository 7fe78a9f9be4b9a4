"""The units of a site's pages, packed: unpacked, those of a cohort took more memory than its notes.

They are looked through page by page: for their words, for what is shown of links, and to be written.
Each page's are packed as the JSON that is written of them, so that it is made once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import overload

from msgspec import Struct, json

from campnotes.packing import packed, unpacked
from campnotes.search.units import Doc


class PackedPage(Struct, frozen=True):
    """The units of one page: their JSON, `packed`, its digest, and how many characters it has."""

    packed: bytes
    digest: str
    length: int

    @classmethod
    def of(cls, docs: Sequence[Doc] | PackedPage) -> PackedPage:
        """Give units packed, if they aren't yet."""
        if isinstance(docs, PackedPage):
            return docs
        written = as_json(docs)
        return cls(
            packed=packed(written),
            digest=digest_of(written),
            length=len(written.decode()),
        )


class PackedDocs(Sequence[Sequence[Doc]]):
    """The units of one page after the other; each page's are unpacked when they are asked for.

    `digests` tell of each page whether it is the same as before; all are `length` characters.
    """

    def __init__(self, pages: Iterable[Sequence[Doc] | PackedPage]) -> None:
        self._pages: list[bytes] = []
        self.digests: list[str] = []
        self.length = 0
        for page in map(PackedPage.of, pages):
            self._pages.append(page.packed)
            self.digests.append(page.digest)
            self.length += page.length

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
        return unpacked(self._pages[place])

    def all_written(self) -> Iterator[bytes]:
        """Go through the JSON of all pages."""
        return map(unpacked, self._pages)


def as_json(docs: Sequence[Doc]) -> bytes:
    """Write units as the browser reads them."""
    return json.encode(docs)


def digest_of(written: bytes) -> str:
    """Digest the JSON of a page's units."""
    return blake2b(written, digest_size=16).hexdigest()


def _unpacked(page: bytes) -> Sequence[Doc]:
    docs: list[Doc] = json.decode(unpacked(page))
    return docs
