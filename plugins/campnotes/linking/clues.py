"""What each note tells of its place, gathered from what was parsed."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.linking.addresses import FileIndex, read_own, read_relative, scheme_of
from campnotes.notebook.clues import Clues, Listed
from campnotes.notebook.recognisers import read_whole_name
from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.note import ParsedNote
from campnotes.settings import Settings

LONGEST_WEEK_HEADING = 30
_BESIDE_HEADINGS = frozenset({BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.CODE})


def read_clues(note: ParsedNote, files: FileIndex, settings: Settings) -> Clues:
    """Gather a note's clues; its links are looked up among the notebook's files."""
    written = note.written
    dated = [section.when for section in note.day_sections if section.when is not None]
    prose = sum(len(block.text) for block in note.blocks if block.kind in _BESIDE_HEADINGS)
    return Clues(
        path=note.path,
        front_matter=note.front_matter,
        title=note.heading_place,
        written=written.when if written else None,
        written_line=written.line if written else 1,
        written_rule=written.rule if written else "",
        headings=tuple(heading.text for heading in note.headings),
        prose=prose,
        dated_sections=tuple(dated),
        lists=tuple(_lists(note, files, settings)),
    )


def _lists(note: ParsedNote, files: FileIndex, settings: Settings) -> Iterator[Listed]:
    """What a note's links lead to, with the week that the heading above them is."""
    sections = iter(_week_sections(note))
    upcoming = next(sections, None)
    week: int | None = None
    for link in sorted(note.links, key=_line):
        while upcoming is not None and upcoming[0] <= link.line:
            week = upcoming[1]
            upcoming = next(sections, None)
        if link.image:
            continue
        target = _target(link.url, note.path, files, settings)
        if target and target != note.path:
            yield Listed(target, week)


def _week_sections(note: ParsedNote) -> Iterator[tuple[int, int | None]]:
    """The lines of headings that are weeks, and of those that end them, with the week."""
    level = 0
    for heading in note.headings:
        named = read_whole_name(heading.text).evidence.week
        is_week = named is not None and len(heading.text) <= LONGEST_WEEK_HEADING
        if is_week:
            level = heading.level
            yield heading.line, named
        elif heading.level <= level:
            level = 0
            yield heading.line, None


def _line(link: object) -> int:
    line: int = link.line  # type: ignore[attr-defined]
    return line


def _target(url: str, path: str, files: FileIndex, settings: Settings) -> str | None:
    """The note or the folder of the notebook that an address means."""
    inner = read_own(url, settings, files)
    if inner is None:
        if scheme_of(url) or url.startswith(("#", "//")):
            return None
        inner = read_relative(url, path)
    if not inner.path:
        return None
    clean = inner.path.strip("/")
    if clean in files.folders:
        return clean
    found = files.find(clean)
    return found.path if found else None
