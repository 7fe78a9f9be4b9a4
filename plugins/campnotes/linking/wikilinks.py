"""Find the note or file that a wikilink names, as Obsidian does: by its name, wherever it is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from campnotes.linking.addresses import read_relative
from campnotes.linking.file_index import FileIndex
from campnotes.notebook.paths import NOTE_SUFFIXES, folded
from campnotes.notebook.plain_text import one_line
from campnotes.parsing.links import Link, Markup
from campnotes.parsing.note import ParsedNote

MOST_ALIKE = 200  # files of one name among which one is meant
MOST_ALIASES = 100  # of a note


class WikiNames(Struct, frozen=True):
    """What wikilinks of a notebook may name.

    `aliases` are the paths of notes by what their front matter also calls them. `used` tells that
    some wikilink leads to something: where none does, two brackets mean something else.
    """

    files: FileIndex
    aliases: Mapping[str, str] = field(default_factory=dict)
    used: bool = False

    def find(self, name: str, from_path: str) -> str | None:
        """The file that a name means in the note at `from_path`.

        - A path from the notebook's top comes first, and `./` and `../` as they are.
        - Else a file whose path ends so: in the note's own folder, then with the shortest path.
        - Else the note of which it is an alias.
        """
        wanted = name.strip().replace("\\", "/")
        if wanted.startswith("."):
            address = read_relative(wanted, from_path)
            wanted = address.path or ""
        clean = wanted.strip("/")
        if not clean:
            return None
        return self._at(clean) or self._ending_as(clean, from_path) or self._known_as(clean)

    def _at(self, path: str) -> str | None:
        for candidate in _with_suffixes(path):
            if candidate in self.files.paths:
                return candidate
        return None

    def _ending_as(self, path: str, from_path: str) -> str | None:
        found: list[str] = []
        for candidate in _with_suffixes(path):
            name = posixpath.basename(candidate)
            alike = self.files.named(name)[:MOST_ALIKE]
            found += [file for file in alike if _ends_as(file, candidate)]
        folder = posixpath.dirname(from_path)

        def distance(file: str) -> tuple[bool, int, int, str]:
            is_near = posixpath.dirname(file) == folder
            return not is_near, file.count("/"), len(file), file

        return min(
            found,
            key=distance,
            default=None,
        )

    def _known_as(self, name: str) -> str | None:
        if folded(name) in self.aliases:
            return self.aliases[folded(name)]
        # A folder stands for its own page, as in any other link.
        found = self.files.find(name)
        return found.path if found else None


def survey_wikilinks(notes: Sequence[ParsedNote], files: FileIndex) -> WikiNames:
    """Learn what wikilinks may name; of a notebook without any, nothing."""
    links = list(_wikilinks(notes))
    if not links:
        return WikiNames(files)
    names = WikiNames(files, _aliases(notes))
    for path, link in links:
        name, _ = split_wikilink(link.url)
        if name and names.find(name, path):
            return WikiNames(files, names.aliases, used=True)
    return names


def _wikilinks(notes: Sequence[ParsedNote]) -> Iterator[tuple[str, Link]]:
    for note in notes:
        for link in note.links:
            if link.markup is Markup.WIKILINK:
                yield note.path, link


def _aliases(notes: Sequence[ParsedNote]) -> dict[str, str]:
    """The notes by their aliases; of several with one alias, the first."""
    paths: dict[str, str] = {}
    for note in notes:
        for alias in note_aliases(note):
            paths.setdefault(folded(alias), note.path)
    return paths


def note_aliases(note: ParsedNote) -> list[str]:
    """What the front matter of a note also calls it: `aliases: [GD, 경사 하강]`."""
    raw = note.front_matter.raw
    aliases: list[str] = []
    for name in ("aliases", "alias"):
        aliases += _texts(raw.get(name))
    return aliases[:MOST_ALIASES]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return []
    texts = [one_line(text) for text in value if isinstance(text, str)]
    return [text for text in texts if text]


def split_wikilink(url: str) -> tuple[str, str]:
    """Split what a wikilink names into a file and a heading of it; a block's name is left out."""
    name, _, part = url.partition("#")
    name, _, _block = name.partition("^")
    _, _, heading = part.rpartition("#")
    if heading.startswith("^"):
        heading = ""
    return name.strip(), heading.strip()


def _with_suffixes(path: str) -> Iterator[str]:
    """The paths that one may stand for: itself, and those of a note."""
    for suffix in NOTE_SUFFIXES:
        yield f"{path}{suffix}"
    if posixpath.splitext(path)[1]:
        yield path


def _ends_as(file: str, path: str) -> bool:
    """Tell whether a file's path ends in another one, folder by folder."""
    whole, ending = folded(file), folded(path)
    return f"/{whole}".endswith(f"/{ending}")
