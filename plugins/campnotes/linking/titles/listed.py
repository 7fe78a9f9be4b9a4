"""What the lists of a notebook say its notes are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from campnotes.linking.addresses import read_inner
from campnotes.linking.file_index import FileIndex
from campnotes.linking.file_names import beside_place
from campnotes.linking.recurring import topic_key
from campnotes.notebook.paths import is_index, is_note
from campnotes.parsing.listings import Listing
from campnotes.parsing.note import ParsedNote
from campnotes.settings import Settings

MIN_LISTED = 2  # notes; a list of one says less of it than of the list's note


class ListedTopic(Struct, frozen=True):
    """What a list says of a note: its text, and the path and 1-based line where it stands."""

    text: str
    path: str
    line: int


def find_listed_topics(
    notes: Sequence[ParsedNote], settings: Settings, files: FileIndex
) -> Mapping[str, ListedTopic]:
    """What is said of each note, by its path, in the list nearest to it.

    A list is one under the title of a contents, or one in the page of a folder (a README): elsewhere
    a link in a list is one to read more. It lists two notes or more, and what is said of several
    notes (「1주차 모음」) tells nothing of any.
    """
    topics = _nearest_topics(notes, settings, files)
    said = Counter(map(_key, topics.values()))
    telling = {}
    for path, topic in topics.items():
        key = _key(topic)
        if said[key] == 1:
            telling[path] = topic
    return telling


def _nearest_topics(
    notes: Sequence[ParsedNote], settings: Settings, files: FileIndex
) -> Mapping[str, ListedTopic]:
    topics: dict[str, ListedTopic] = {}
    for note in sorted(notes, key=_nearest_first):
        listed = dict(_topics_in(note, settings, files))
        if len(listed) < MIN_LISTED:
            continue
        for path, topic in listed.items():
            topics.setdefault(path, topic)
    return topics


def _key(topic: ListedTopic) -> str:
    beside = beside_place(topic.text)
    return topic_key(beside)


def _nearest_first(note: ParsedNote) -> tuple[int, str]:
    """A week's README stands deeper than the notebook's, and nearer to its notes."""
    depth = note.path.count("/")
    return -depth, note.path


def _topics_in(
    note: ParsedNote, settings: Settings, files: FileIndex
) -> Iterator[tuple[str, ListedTopic]]:
    for listing in _told(note):
        address = read_inner(listing.url, note.path, settings, files)
        # A link to a part of a note says what the part is about.
        if address is None or not address.path or address.fragment:
            continue
        found = files.find(address.path)
        if found is None or not is_note(found.path) or found.path == note.path:
            continue
        topic = ListedTopic(
            text=listing.text,
            path=note.path,
            line=listing.line,
        )
        yield found.path, topic


def _told(note: ParsedNote) -> Iterable[Listing]:
    if is_index(note.path):
        return note.listings
    return [listing for listing in note.listings if listing.rule == "contents"]
