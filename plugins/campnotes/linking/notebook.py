"""Link parsed notes into a notebook."""

from __future__ import annotations

import posixpath
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from campnotes.finding import Finding
from campnotes.linking.contents import contents_findings, link_contents
from campnotes.linking.directory import Directory
from campnotes.linking.lines import ByLine
from campnotes.linking.links import link_findings, link_link
from campnotes.linking.mentions import link_mentions
from campnotes.linking.model import (
    Backlink,
    LinkedEntry,
    LinkedLink,
    LinkedPresentation,
    Note,
    Notebook,
    Outcome,
)
from campnotes.linking.people import gather_people, link_people, people_findings
from campnotes.linking.references import gather_references
from campnotes.linking.surroundings import Surroundings, published
from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.files import is_index
from campnotes.notebook.plain_text import one_line, shortened
from campnotes.parsing.contents import is_contents_title
from campnotes.parsing.links import Link
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.parsing.repairs import is_of_wikilinks
from campnotes.parsing.sessions import Presentation


def link_notebook(parsed: Sequence[ParsedNote], surroundings: Surroundings) -> Notebook:
    """Link parsed notes with each other; drafts are left out."""
    settings = surroundings.settings
    notes = [link_note(note, surroundings) for note in published(parsed)]
    return Notebook(
        settings=settings,
        notes=tuple(notes),
        people=gather_people(notes, settings),
        references=gather_references(notes),
        backlinks=_backlinks(notes),
    )


def link_note(parsed: ParsedNote, surroundings: Surroundings) -> Note:
    """Link one note against its notebook."""
    path = parsed.path
    contents = link_contents(parsed.contents, parsed.headings, parsed.html_ids)
    links = _link_links(parsed, contents, surroundings)
    presentations = _link_presentations(parsed, links, surroundings.directory)
    links_outside = _outside_contents(parsed, links)
    findings = (
        *_told(parsed.findings, links),
        *contents_findings(path, contents),
        *link_findings(path, links_outside, surroundings),
        *people_findings(parsed, surroundings.directory),
    )
    return Note(
        path=path,
        title=note_title(parsed),
        place=surroundings.places[path],
        parsed=parsed,
        contents=contents,
        links=links,
        mentions=link_mentions(parsed, surroundings),
        people=link_people(parsed, presentations, surroundings.directory),
        presentations=presentations,
        findings=findings,
    )


def _told(findings: Sequence[Finding], links: Sequence[LinkedLink]) -> list[Finding]:
    """What parsing had to say, without wikilinks that are text after all."""
    are_text = any(linked.outcome is Outcome.TEXT for linked in links)
    if not are_text:
        return list(findings)
    return [finding for finding in findings if not is_of_wikilinks(finding)]


def _link_links(
    parsed: ParsedNote, contents: Sequence[LinkedEntry], surroundings: Surroundings
) -> tuple[LinkedLink, ...]:
    """The links in order. Contents entries of one line and address take turns."""
    waiting = _entries_by_place(contents)
    links = []
    for link in parsed.links:
        entries = {}
        if link.url.startswith("#"):
            anchor = unquote(link.url[1:])
            turn = waiting.get((link.line, anchor))
            if turn:
                line_and_address = (link.line, link.url)
                entries[line_and_address] = turn.popleft()
        linked = link_link(link, parsed.path, entries, surroundings)
        links.append(linked)
    return tuple(links)


def _entries_by_place(contents: Sequence[LinkedEntry]) -> dict[tuple[int, str], deque[LinkedEntry]]:
    """The contents entries that have an anchor, by line and anchor."""
    by_place: dict[tuple[int, str], deque[LinkedEntry]] = defaultdict(deque)
    for linked in contents:
        entry = linked.entry
        if entry.anchor is None:
            continue
        line_and_anchor = (entry.line, entry.anchor)
        by_place[line_and_anchor].append(linked)
    return by_place


def _outside_contents(parsed: ParsedNote, links: Sequence[LinkedLink]) -> list[LinkedLink]:
    """The links of a note but for those that are entries of its contents."""
    entry_lines = {entry.line for entry in parsed.contents}
    outside = []
    for linked in links:
        link = linked.link
        is_within = link.url.startswith("#")
        if is_within and link.line in entry_lines:
            continue
        outside.append(linked)
    return outside


def _link_presentations(
    parsed: ParsedNote, links: Sequence[LinkedLink], directory: Directory
) -> tuple[LinkedPresentation, ...]:
    linked_links = dict(zip(parsed.links, links, strict=True))
    headings = ByLine.of(parsed.headings)
    presentations = []
    for presentation in parsed.presentations:
        linked = _link_presentation(
            presentation,
            headings=headings,
            links=linked_links,
            directory=directory,
        )
        # One whose names turn out to be nobody's is none.
        if linked.presenters:
            presentations.append(linked)
    return tuple(presentations)


def _link_presentation(
    presentation: Presentation,
    *,
    headings: ByLine[Heading],
    links: Mapping[Link, LinkedLink],
    directory: Directory,
) -> LinkedPresentation:
    names = [directory.find(person.name) for person in presentation.presenters]
    known = dict.fromkeys(name for name in names if name is not None)
    linked = [links[link] for link in presentation.materials]
    materials = [material for material in linked if material.outcome is not Outcome.TEXT]
    heading = headings.at(presentation.line)
    return LinkedPresentation(
        line=presentation.line,
        topic=presentation.topic,
        anchor=heading.anchor if heading else "",
        presenters=tuple(known),
        materials=_each_address_once(materials),
        questions=presentation.questions,
    )


def _each_address_once(materials: Sequence[LinkedLink]) -> tuple[LinkedLink, ...]:
    """The materials without repetitions: the first link to each address, where its last one is."""
    by_address: dict[str, LinkedLink] = {}
    for material in materials:
        address = material.canonical or material.link.url
        first = by_address.pop(address, material)
        by_address[address] = first
    return tuple(by_address.values())


def note_title(parsed: ParsedNote) -> str:
    """A note's title: what its front matter says, its first heading, or its file's name.

    A note that opens with a contents (「목차」) is named after its file, a README after its folder.
    """
    if parsed.front_matter.title:
        return parsed.front_matter.title
    if parsed.heading_title and not _opens_with_contents(parsed):
        return shortened(parsed.heading_title)
    stem = _telling_stem(parsed.path)
    words = stem.replace("_", " ")
    title = one_line(words) or one_line(stem)
    first = title[:1].upper()
    return first + title[1:]


def _opens_with_contents(parsed: ParsedNote) -> bool:
    for block in parsed.blocks:
        if block.text.strip():
            return is_contents_title(block)
    return False


def _telling_stem(path: str) -> str:
    """The name of a note's file without suffix; of a README, its folder's."""
    folder, name = posixpath.split(without_hashes(path))
    if folder and is_index(name):
        return posixpath.basename(folder)
    stem, _suffix = posixpath.splitext(name)
    return stem


_BacklinksByPlace = dict[str, dict[tuple[str, int], Backlink]]


def _backlinks(notes: Sequence[Note]) -> dict[str, tuple[Backlink, ...]]:
    """The places in other notes that lead to a note, by its path; of a line's several, the first."""
    found: _BacklinksByPlace = defaultdict(dict)
    for note in notes:
        for target, backlink in _leading_elsewhere(note):
            place = (backlink.path, backlink.line)
            found[target].setdefault(place, backlink)
    backlinks = {}
    for path, by_place in found.items():
        backlinks[path] = tuple(by_place.values())
    return backlinks


def _leading_elsewhere(note: Note) -> Iterator[tuple[str, Backlink]]:
    """The places of a note that lead to others, with their paths: its links, then its mentions."""
    for linked in note.links:
        target = linked.target
        if linked.outcome is not Outcome.NOTE or target == note.path:
            continue
        if target:
            line = linked.link.line
            backlink = Backlink(path=note.path, line=line, mention=False)
            yield target, backlink
    for mentioned in note.mentions:
        if mentioned.target:
            mention = mentioned.mention
            backlink = Backlink(
                path=note.path,
                line=mention.line,
                mention=True,
                by_name=mention.by_name,
            )
            yield mentioned.target, backlink
