"""Take pages over from the former site, as files: no page that is as it was is read or written.

A file of the former site gets a second name in the new one. So it must be the very page that a build
has put there: by its key, and by the size and the time that it had at the end of that build.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field, msgpack

from campnotes.caching.store import Store, key_of
from campnotes.decoding import decoded


class FormerPage(Struct, frozen=True):
    """A page as a build left it: the key of what it was made from, its size and time of change."""

    key: str
    size: int
    changed: int


class FormerSite(Struct, frozen=True):
    """The pages that lie in the `folder` of a site, by their addresses."""

    folder: Path = field(default_factory=Path)
    pages: Mapping[str, FormerPage] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether any page is known."""
        return bool(self.pages)

    @classmethod
    def at(cls, folder: Path, keys: Mapping[str, str]) -> FormerSite:
        """Look at the pages that a build has just put into a folder; `keys` are theirs."""
        pages = dict(_looked_at(folder, keys))
        return cls(folder, pages)

    def lend(self, address: str, key: str, target: Path) -> bool:
        """Put a page in its place in another site; False where it isn't here as it was built."""
        page = self.pages.get(address)
        if page is None or page.key != key:
            return False
        file = self.folder / address
        try:
            if _page_in(file, key) != page:
                return False
            os.link(file, target)
        except OSError:
            return False  # not every disk has second names
        return True


def remembered_site(folder: Path, store: Store | None) -> FormerSite:
    """Give the pages that the last build put into a folder, as far as that is known."""
    kept = None if store is None else store.get(_key(folder))
    pages = decoded(kept, dict[str, FormerPage])
    return FormerSite() if pages is None else FormerSite(folder, pages)


def remember_site(site: FormerSite, store: Store | None) -> None:
    """Keep what is known of a site for the next build into its folder."""
    if store is not None:
        encoded = msgpack.encode(site.pages)
        store.put(_key(site.folder), encoded)


def _key(folder: Path) -> str:
    return key_of("pages of a site", str(folder))


def _looked_at(folder: Path, keys: Mapping[str, str]) -> Iterator[tuple[str, FormerPage]]:
    for address, key in keys.items():
        with suppress(OSError):
            page = _page_in(folder / address, key)
            if page is not None:
                yield address, page


def _page_in(file: Path, key: str) -> FormerPage | None:
    told = os.lstat(file)
    if not stat.S_ISREG(told.st_mode):
        return None
    return FormerPage(
        key=key,
        size=told.st_size,
        changed=told.st_mtime_ns,
    )
