"""Link parsed notes into a notebook."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from campnotes.finding import Finding
from campnotes.linking.addresses import FileIndex
from campnotes.linking.contents import contents_findings, link_contents
from campnotes.linking.links import Anchors, LinkingContext, link_findings, link_link
from campnotes.linking.mentions import DayIndex, index_days, link_mentions
from campnotes.linking.model import (
    Backlink,
    LinkedEntry,
    LinkedLink,
    LinkedPresentation,
    Note,
    Notebook,
    Outcome,
)
from campnotes.linking.people import Directory, build_directory, gather_people, link_people
from campnotes.linking.references import gather_references
from campnotes.notebook.dates import git_dates
from campnotes.notebook.files import (
    NotebookFiles,
    find_files,
    is_index,
    large_images,
    natural_order,
    read_text,
)
from campnotes.notebook.place import Place
from campnotes.notebook.placing import Clues, place_notes
from campnotes.parsing.contents import is_contents_title
from campnotes.parsing.links import Link
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.parsing.sessions import Presentation
from campnotes.settings import Settings


def read_notebook(
    root: Path,
    settings: Settings,
    files: NotebookFiles | None = None,
    step: Callable[[], object] = lambda: None,
) -> Notebook:
    """Read, parse and link the notebook in the folder `root`.

    `files` are its files, where the host has chosen them; `step` is called after each note. What
    can't be read or understood becomes a finding; nothing raises.
    """
    files = files or find_files(root)
    parsed = read_notes(files, settings, {}, step)
    committed = git_dates(root, files.notes)
    around = survey(parsed, settings, files.others, committed, large_images(files))
    return link_notebook(parsed, around)


def read_notes(
    files: NotebookFiles,
    settings: Settings,
    known: Mapping[str, ParsedNote],
    step: Callable[[], object] = lambda: None,
) -> list[ParsedNote]:
    """Read and parse the notes of a notebook; one `known` with the same text isn't parsed again."""
    parsed = []
    for path in files.notes:
        text, findings = read_text(files.root, path)
        note = known.get(path)
        if note is None or note.text != text:
            note = parse_note(text, path, repair_emphasis=settings.repair_emphasis)
            note = replace(note, findings=(*findings, *note.findings))
        parsed.append(note)
        step()
    return parsed


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one note is linked against: the settings, and what is known of all notes."""

    settings: Settings
    context: LinkingContext
    places: Mapping[str, Place]
    days: DayIndex
    directory: Directory


def survey(
    parsed: Sequence[ParsedNote],
    settings: Settings,
    others: Sequence[str] = (),
    committed: Mapping[str, date] | None = None,
    large: Mapping[str, int] | None = None,
) -> Surroundings:
    """Survey all notes of a notebook; `others` are the paths of its other files.

    `committed` holds the dates of the notes' first commits, `large` the bytes of large images.
    """
    notes = _published(parsed)
    clues = [Clues(n.path, n.front_matter, n.heading_place, n.written) for n in notes]
    places = place_notes(clues, settings, committed or {})
    files = FileIndex.of((*(note.path for note in notes), *others))
    anchors = {n.path: Anchors(n.headings, frozenset(n.html_ids)) for n in notes}
    return Surroundings(
        settings,
        LinkingContext(settings, files, anchors, large or {}),
        places,
        index_days(places),
        build_directory(notes, settings),
    )


def link_notebook(parsed: Sequence[ParsedNote], surroundings: Surroundings) -> Notebook:
    """Link parsed notes with each other; drafts are left out."""
    notes = tuple(link_note(note, surroundings) for note in _published(parsed))
    return Notebook(
        surroundings.settings,
        notes,
        gather_people(notes, surroundings.settings),
        gather_references(notes),
        _backlinks(notes),
    )


def _published(parsed: Sequence[ParsedNote]) -> list[ParsedNote]:
    """The notes that are no drafts, in natural order."""
    notes = [note for note in parsed if not note.front_matter.draft]
    return sorted(notes, key=lambda note: natural_order(note.path))


def link_note(parsed: ParsedNote, surroundings: Surroundings) -> Note:
    """Link one note against its notebook."""
    path, context = parsed.path, surroundings.context
    contents = link_contents(parsed.contents, parsed.headings, parsed.html_ids)
    links = _link_links(parsed, contents, context)
    by_link = dict(zip(parsed.links, links, strict=True))
    presentations = tuple(
        linked
        for presentation in parsed.presentations
        if (linked := _link_presentation(presentation, parsed, by_link, surroundings.directory))
    )
    people, unclear = link_people(parsed, presentations, surroundings.directory)
    mentions = link_mentions(
        parsed.mentions, path, surroundings.places, surroundings.days, context.files
    )
    entry_lines = {entry.line for entry in parsed.contents}
    others = [link for link in links if link.link.line not in entry_lines
              or not link.link.url.startswith("#")]  # fmt: skip
    findings = (
        *parsed.findings,
        *contents_findings(path, contents),
        *link_findings(path, others, context),
        *(
            Finding("person-ambiguous", path, person.line,
                    values={"raw": person.raw, "candidates": ", ".join(candidates)})
            for person, candidates in unclear
        ),
    )  # fmt: skip
    return Note(
        path, note_title(parsed), surroundings.places[path], parsed, contents, links, mentions,
        people, presentations, findings,
    )  # fmt: skip


def _link_links(
    parsed: ParsedNote, contents: Sequence[LinkedEntry], context: LinkingContext
) -> tuple[LinkedLink, ...]:
    """The links in order. Contents entries of one line and address take turns."""
    waiting: dict[tuple[int, str], list[LinkedEntry]] = defaultdict(list)
    for linked in contents:
        if linked.entry.anchor is not None:
            waiting[linked.entry.line, linked.entry.anchor].append(linked)
    links = []
    for link in parsed.links:
        anchor = _fragment(link.url)
        turn = waiting.get((link.line, anchor)) if anchor is not None else None
        entries = {(link.line, link.url): turn.pop(0)} if turn else {}
        links.append(link_link(link, parsed.path, entries, context))
    return tuple(links)


def _fragment(url: str) -> str | None:
    return unquote(url[1:]) if url.startswith("#") else None


def _link_presentation(
    presentation: Presentation,
    parsed: ParsedNote,
    links: Mapping[Link, LinkedLink],
    directory: Directory,
) -> LinkedPresentation | None:
    """The presentation with its people; nothing, if the names turn out to be nobody's."""
    names = [directory.find(person.name) for person in presentation.presenters]
    known = tuple(dict.fromkeys(name for name in names if name is not None))
    if not known:
        return None
    materials = [links[link] for link in presentation.materials]
    unique = {(m.canonical or m.link.url): m for m in reversed(materials)}
    anchors = [h.anchor for h in parsed.headings if h.line <= presentation.line]
    return LinkedPresentation(
        presentation.line,
        presentation.topic,
        anchors[-1] if anchors else "",
        known,
        tuple(reversed(unique.values())),
        presentation.questions,
    )


def note_title(parsed: ParsedNote) -> str:
    """A note's title: told, or its first heading, or made of its file's name."""
    if parsed.front_matter.title:
        return parsed.front_matter.title
    opening = next((b for b in parsed.blocks if b.text.strip()), None)
    if parsed.heading_title and not (opening and is_contents_title(opening)):
        return parsed.heading_title
    folder, name = posixpath.split(parsed.path)
    stem = posixpath.splitext(name)[0]
    if is_index(name) and folder:
        stem = posixpath.basename(folder)
    words = re.sub(r"[_\s]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]


def _backlinks(notes: Sequence[Note]) -> dict[str, tuple[Backlink, ...]]:
    found: dict[str, dict[tuple[str, int], Backlink]] = defaultdict(dict)
    for note in notes:
        for linked in note.links:
            if linked.outcome is Outcome.NOTE and linked.target and linked.target != note.path:
                place = Backlink(note.path, linked.link.line, mention=False)
                found[linked.target].setdefault((place.path, place.line), place)
        for mention in note.mentions:
            if mention.target:
                place = Backlink(note.path, mention.mention.line, mention=True)
                found[mention.target].setdefault((place.path, place.line), place)
    return {path: tuple(places.values()) for path, places in found.items()}
