"""What a step of a build keeps for the next build of the same site, by names."""

from __future__ import annotations

from msgspec import Struct

from campnotes.caching.store import Store, key_of
from campnotes.caching.versions import versions


class Memory(Struct, frozen=True):
    """Entries of a cache that belong to a site; without a `store` there are none.

    `site` is where it lies. What is kept under a name is that of the last build which kept something,
    so that whoever reads it must tell by its content whether it is still right.
    """

    store: Store | None
    site: str

    def get(self, name: str) -> bytes | None:
        """Give what is kept under a name."""
        if self.store is None:
            return None
        return self.store.get(self._key(name))

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name, in the place of what was kept there."""
        if self.store is not None:
            self.store.put(self._key(name), content)

    def _key(self, name: str) -> str:
        return key_of("memory", versions(), self.site, name)
