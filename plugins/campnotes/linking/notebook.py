"""Link parsed notes into a notebook."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from campnotes.finding import Finding
from campnotes.linking.bold import lead_to_bold
from campnotes.linking.contents import contents_findings, link_contents
from campnotes.linking.file_index import FileIndex
from campnotes.linking.link_findings import link_findings
from campnotes.linking.links import link_link, names_file
from campnotes.linking.mentions import link_mentions
from campnotes.linking.model import (
    Backlink,
    LinkedEntry,
    LinkedLink,
    Note,
    Notebook,
    Outcome,
)
from campnotes.linking.origin import Origin
from campnotes.linking.people import gather_people, link_people, people_findings
from campnotes.linking.places import note_days
from campnotes.linking.presentations import link_presentations
from campnotes.linking.presentations.presented import presented_notes
from campnotes.linking.questions import questions_outside
from campnotes.linking.recall import NoRecall, Recall
from campnotes.linking.references import gather_references
from campnotes.linking.relinking import relinking, with_own_talk
from campnotes.linking.surroundings import Surroundings, published
from campnotes.linking.titles import note_title
from campnotes.linking.titles.topics import note_topic
from campnotes.parsing.contents import Entry
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.repairs import is_of_wikilinks


def link_notebook(
    parsed: Sequence[ParsedNote], surroundings: Surroundings, recall: Recall | None = None
) -> Notebook:
    """Link parsed notes with each other; drafts are left out.

    `recall` knows how they were linked in a former build.
    """
    settings = surroundings.settings
    relink = relinking(link_note, surroundings, recall or NoRecall())
    notes = list(map(relink, published(parsed)))
    return Notebook(
        settings=settings,
        notes=tuple(notes),
        people=gather_people(notes, settings, surroundings.directory),
        references=gather_references(notes),
        backlinks=_backlinks(notes),
        presented=presented_notes(notes),
        common_headings=surroundings.naming.recurring.common,
    )


def link_note(parsed: ParsedNote, surroundings: Surroundings) -> Note:
    """Link one note against its notebook."""
    path = parsed.path
    place = surroundings.places[path]
    parsed = with_own_talk(parsed, place)
    title = note_title(parsed, place, surroundings.naming)
    entries = _entries_into_note(parsed, surroundings.files)
    among_headings = link_contents(entries, parsed.headings, parsed.html_ids)
    contents = lead_to_bold(among_headings, parsed)
    links = _link_links(parsed, contents, surroundings)
    presentations = link_presentations(parsed, links, surroundings)
    links_outside = _outside_contents(entries, links)
    topic = note_topic(
        parsed,
        place.kind,
        title,
        surroundings.naming,
        presentations=presentations,
        directory=surroundings.directory,
        listed=surroundings.listed_topics.get(path),
    )
    findings = (
        *_told(parsed.findings, links),
        *contents_findings(path, contents),
        *link_findings(path, links_outside, surroundings),
        *people_findings(parsed, surroundings.directory),
        *surroundings.date_findings.get(path, ()),
    )
    return Note(
        path=path,
        title=title.text,
        title_origin=title.origin,
        told_apart=title.apart,
        topic=topic.text if topic else None,
        topic_origin=topic.origin if topic else Origin(),
        place=place,
        parsed=parsed,
        contents=contents,
        links=links,
        mentions=link_mentions(parsed, surroundings),
        people=link_people(parsed, presentations, surroundings.directory),
        presentations=presentations,
        questions=questions_outside(
            questions=parsed.questions,
            presentations=presentations,
            directory=surroundings.directory,
            of_forms=surroundings.questions_of_forms,
        ),
        findings=findings,
        days=note_days(parsed, surroundings.placed),
    )


def _entries_into_note(parsed: ParsedNote, files: FileIndex) -> list[Entry]:
    """The entries of a note's contents, but for those whose address is a file's after all."""
    entries = []
    for entry in parsed.contents:
        is_marked = entry.marked or entry.anchor is None
        if is_marked or not names_file(entry.anchor or "", parsed.path, files):
            entries.append(entry)
    return entries


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
    lines = {line for line, _ in waiting}
    links = []
    for link in parsed.links:
        entries = {}
        if link.line in lines:
            anchor = unquote(link.url.removeprefix("#"))
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


def _outside_contents(entries: Sequence[Entry], links: Sequence[LinkedLink]) -> list[LinkedLink]:
    """The links of a note but for those that are entries of its contents."""
    places = {(entry.line, entry.anchor) for entry in entries}
    outside = []
    for linked in links:
        link = linked.link
        anchor = unquote(link.url.removeprefix("#"))
        if (link.line, anchor) in places:
            continue
        outside.append(linked)
    return outside


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
            backlink = Backlink(
                path=note.path,
                line=line,
                mention=False,
            )
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
