"""Which notes are about the same: by what both cite, who presents in both, and their tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from campnotes.linking.model import Note, Notebook, ReferenceKind
from campnotes.linking.recurring import is_generic
from campnotes.patterns import regex
from campnotes.site.labels import reference_title

MOST_SHARED = 12  # notes that have the same thing; what more have says nothing of one of them
MOST_RELATED = 5
FEWEST = 1.0  # of the weights that two notes share
MOST_NAMED = 3  # of what two notes share
_CITED = 1.0
_TAGGED = 0.7
_PRESENTING = 0.4
_WRITTEN = 0.35
_WORD = regex(r"[^\W\d_]{2,}")


class Shared(Struct, frozen=True):
    """What notes may share: how much it tells that they do, what it is called, and which it is."""

    weight: float
    name: str
    key: str = ""


class Related(Struct, frozen=True):
    """A related note by its path, and the names of what both share, the most telling first."""

    path: str
    weight: float
    shared: tuple[str, ...]


class RelatedNotes:
    """What each note of a notebook shares with others.

    - A thing that more than `MOST_SHARED` notes have is left out, so that a notebook twice as big
      takes twice as long.
    - Something that both cite tells most, a tag less, then a person, then a word of headings.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._sharing = _sharing(notebook)
        self._of_note: dict[str, list[Shared]] = defaultdict(list)
        for thing, paths in self._sharing.items():
            for path in paths:
                has = self._of_note[path]
                has.append(thing)

    def of(self, path: str, known: Iterable[str] = ()) -> tuple[Related, ...]:
        """The notes that share most with one, without those that it is `known` to lead to."""
        left_out = {path, *known}
        shared: dict[str, list[Shared]] = defaultdict(list)
        for thing in self._of_note.get(path, ()):
            for other in self._sharing[thing]:
                if other not in left_out:
                    things = shared[other]
                    things.append(thing)
        related = []
        for other, things in shared.items():
            if _weight(things) >= FEWEST:
                related.append(_related(other, things))
        related.sort(key=_least_first)
        return tuple(related[:MOST_RELATED])


def _weight(things: Iterable[Shared]) -> float:
    return sum(thing.weight for thing in things)


def _least_first(related: Related) -> float:
    return -related.weight


def _related(path: str, things: Sequence[Shared]) -> Related:
    weight = _weight(things)
    telling = sorted(things, key=_lightest_first)
    names = [thing.name for thing in telling[:MOST_NAMED]]
    return Related(
        path=path,
        weight=weight,
        shared=tuple(names),
    )


def _lightest_first(thing: Shared) -> float:
    return -thing.weight


def _sharing(notebook: Notebook) -> dict[Shared, tuple[str, ...]]:
    """What at least two notes share, but no more than `MOST_SHARED`, with the paths of these notes."""
    having: dict[Shared, dict[str, None]] = defaultdict(dict)
    for thing, path in _things(notebook):
        having[thing][path] = None
    sharing = {}
    for thing, paths in having.items():
        if 2 <= len(paths) <= MOST_SHARED:
            sharing[thing] = tuple(paths)
    return sharing


def _things(notebook: Notebook) -> Iterator[tuple[Shared, str]]:
    """Go through what notes have, with their paths."""
    for reference in notebook.references:
        if reference.kind is ReferenceKind.ASSET:
            continue
        thing = Shared(_CITED, reference_title(reference), reference.canonical)
        for cited in reference.cited_by:
            yield thing, cited.path
    for note in notebook.notes:
        for thing in _things_of(note):
            yield thing, note.path


def _things_of(note: Note) -> Iterator[Shared]:
    """The people who present in a note, its tags, and the words of its headings."""
    for name in note.presenters:
        yield Shared(_PRESENTING, name)
    for tag in note.tags:
        yield Shared(_TAGGED, f"#{tag}")
    for heading in note.shown_headings():
        for word in _WORD.findall(heading.text):
            if not is_generic(word):
                yield Shared(_WRITTEN, word.lower())
