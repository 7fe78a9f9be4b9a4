"""The tags of a site: which notes have each, and which stand in others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.notebook.paths import natural_order
from campnotes.parsing.tags import tag_key
from campnotes.site.slugs import free_slug


class Tag(Struct, frozen=True):
    """A tag with its notes, those of the tags in it too: `nlp` has the notes of `nlp/attention`.

    `name` is as it was written first, `key` is the same of all its spellings.
    """

    name: str
    key: str
    notes: tuple[Note, ...]

    @property
    def above(self) -> str:
        """The key of the tag that it is in, or nothing."""
        return self.key.rpartition("/")[0]

    @property
    def depth(self) -> int:
        """How many tags it is in."""
        return self.key.count("/")


def gather_tags(notes: Iterable[Note]) -> Mapping[str, Tag]:
    """Gather the tags of notes by key, in the order of their names, each behind that it is in."""
    names: dict[str, str] = {}
    found: dict[str, dict[str, Note]] = {}
    for note in notes:
        for name in _with_those_above(note):
            key = tag_key(name)
            names.setdefault(key, name)
            found.setdefault(key, {})[note.path] = note
    in_order = sorted(found, key=_by_levels)
    tags = {}
    for key in in_order:
        own = found[key].values()
        tags[key] = Tag(name=names[key], key=key, notes=tuple(own))
    return tags


def own_tags(note: Note, tags: Mapping[str, Tag]) -> tuple[Tag, ...]:
    """The tags that a note has of its own, in the order in which it tells them."""
    keys = map(tag_key, note.tags)
    known = [tags[key] for key in keys if key in tags]
    return tuple(known)


def tag_slugs(tags: Mapping[str, Tag]) -> Mapping[str, str]:
    """The last part of the address of each tag's page, by key."""
    slugs: dict[str, str] = {}
    taken: dict[str, int] = {}
    for tag in tags.values():
        slugs[tag.key] = free_slug(tag.name, taken)
    return slugs


def _with_those_above(note: Note) -> Iterator[str]:
    for tag in note.tags:
        levels = tag.split("/")
        for depth in range(1, len(levels) + 1):
            yield "/".join(levels[:depth])


def _by_levels(key: str) -> tuple[object, ...]:
    levels = key.split("/")
    return tuple(map(natural_order, levels))
