"""Find where notes are named without a link: 「경사 하강법을 썼다」 names the note 「경사 하강법」.

Only names that can hardly mean anything else count:

- a title or an alias of at least `LEAST` letters, that no other note has, and that tells no day;
- of one Latin word, one that isn't of plain small letters: ResNet, GPT-2, but not Function;
- none that many notes say: it is a word of the camp then, and not the note's name.
"""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct, field, msgpack
from msgspec.structs import replace

from campnotes.linking.recall import Recall
from campnotes.linking.wikilinks import note_aliases
from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.layout.recognisers import read_name
from campnotes.notebook.paths import INDEX_STEMS
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.mentions import Mention
from campnotes.parsing.note import ParsedNote
from campnotes.patterns import regex

LEAST = 4  # letters and digits of a name
MOST = 60  # characters of a name
MOST_NOTES = 3  # notes, or one in ten of all, that may say a name
MOST_LINKS = 100  # of a block, in the texts of which a name isn't looked for again
_ONE_IN = 10
_HEAD = 3  # characters of its first word by which a name is looked for
_WORD = regex(r"\w+")
_HANGUL = regex("[가-힣]+")
_PLAIN_WORD = regex(r"[A-Za-z]?[a-z]+$")
# What may follow a name within a word. Longer chains of them are rare behind a name.
_PARTICLES = frozenset(
    "이 가 은 는 을 를 의 에 로 으로 와 과 도 만 란 이란 나 이나 랑 이랑 에서 에는 에도 에게 보다 부터 까지 처럼 "
    "라는 이라는 이라고 라고 이며 으로는 로는 으로도 로도 에서는 에서도 과는 와는 과의 와의 만의 만을 만이 등 등을 "
    "이다 입니다 이고 인데 인지 이라 라 같은 별로 마다 조차 까지의 에서의 으로의 로의 에대한 에 대한".split()
)
_IN_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.ROW})


class NamedNote(Struct, frozen=True):
    """A place where a note is named: what is written there, and the note's path."""

    mention: Mention
    target: str


class _Surveyed(Struct, frozen=True):
    """What was found in a note, to be found again as long as it is the same one."""

    note: ParsedNote
    found: tuple[NamedNote, ...]


class NoteNames(Struct, frozen=True):
    """The names by which notes may be named in text.

    `paths` are theirs by name; `lengths` those of the names that begin alike. `common` are names
    that too many notes say. `surveyed` is what was found when the notebook was surveyed.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    surveyed: Mapping[str, _Surveyed] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Mapping[str, str]) -> NoteNames:
        """The names with what they are looked for by."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in paths:
            lengths[_head(name)].add(len(name))
        longest_first = {}
        for head, of_head in lengths.items():
            longest_first[head] = tuple(sorted(of_head, reverse=True))
        return cls(paths, longest_first)

    def in_note(self, note: ParsedNote) -> tuple[NamedNote, ...]:
        """The places where a note names others; of each, the first."""
        surveyed = self.surveyed.get(note.path)
        is_known = surveyed is not None and surveyed.note is note
        found = surveyed.found if surveyed and is_known else self.said_in(note)
        first: dict[str, NamedNote] = {}
        for named in found:
            if named.mention.raw not in self.common:
                first.setdefault(named.target, named)
        return tuple(first.values())

    def said_in(self, note: ParsedNote) -> tuple[NamedNote, ...]:
        """The names of others that a note says, the common ones too; of each, the first place."""
        found: dict[str, NamedNote] = {}
        if not self.lengths:
            return ()
        for block in note.blocks:
            if block.kind not in _IN_TEXT:
                continue
            for named in self._in_block(block):
                if named.target != note.path:
                    found.setdefault(named.mention.raw, named)
        return tuple(found.values())

    def _in_block(self, block: Block) -> Iterator[NamedNote]:
        text = block.text
        behind = 0
        for word in _WORD.finditer(text):
            lengths = self.lengths.get(word[0][:_HEAD])
            if lengths is None or word.start() < behind:
                continue
            name = self._name_at(text, word.start(), lengths)
            if name is None or _is_linked(name, block):
                continue
            behind = word.start() + len(name)
            line = block.line + text.count("\n", 0, word.start())
            yield NamedNote(
                Mention(
                    line=line,
                    raw=name,
                ),
                self.paths[name],
            )

    def _name_at(self, text: str, start: int, lengths: Iterable[int]) -> str | None:
        for length in lengths:
            end = start + length
            name = text[start:end]
            if name in self.paths and _ends_word(text, end):
                return name
        return None


def _head(name: str) -> str:
    word = _WORD.match(name)
    return word[0][:_HEAD] if word else ""


def _is_linked(name: str, block: Block) -> bool:
    links = block.links[:MOST_LINKS]
    return any(name in link.text for link in links)


def _ends_word(text: str, end: int) -> bool:
    """Tell whether a word ends at a place, or a particle follows there and ends it."""
    rest = _WORD.match(text, end)
    if rest is None:
        return True
    korean = _HANGUL.match(text, end)
    if korean is None or korean.end() != rest.end():
        return False
    return korean[0] in _PARTICLES


def survey_names(notes: Sequence[ParsedNote], recall: Recall) -> NoteNames:
    """Learn by what names the notes of a notebook can be named in text.

    `recall` knows what was found in the notes in a former build.
    """
    paths = _unique_names(notes)
    if not paths:
        return NoteNames()
    names = NoteNames.of(paths)
    in_order = sorted(paths.items())
    said_in = recall.step("names", _named_notes(), names.said_in, repr(in_order))
    said: Counter[str] = Counter()
    surveyed = {}
    for note in notes:
        found = said_in(note)
        surveyed[note.path] = _Surveyed(note, found)
        said.update(named.mention.raw for named in found)
    most = max(MOST_NOTES, len(notes) // _ONE_IN)
    common = {name for name, times in said.items() if times > most}
    return replace(
        names,
        common=frozenset(common),
        surveyed=surveyed,
    )


@cache
def _named_notes() -> msgpack.Decoder[tuple[NamedNote, ...]]:
    return msgpack.Decoder(tuple[NamedNote, ...])


def _unique_names(notes: Sequence[ParsedNote]) -> dict[str, str]:
    """The paths of notes by their names; what two notes are called tells neither."""
    owners: dict[str, str] = {}
    shared: set[str] = set()
    for note in notes:
        for name in _names(note):
            if not _tells(name):
                continue
            if owners.setdefault(name, note.path) != note.path:
                shared.add(name)
    # A heading that several notes have is their template's.
    headings: Counter[str] = Counter()
    for note in notes:
        texts = {heading.text for heading in note.headings}
        headings.update(texts)
    recurring = {text for text, notes_of_it in headings.items() if notes_of_it > 1}
    telling = owners.keys() - shared - recurring
    return {name: owners[name] for name in telling}


def _names(note: ParsedNote) -> list[str]:
    names = [_title(note), _file_name(note.path), *note_aliases(note)]
    return [name.strip() for name in names]


def _title(note: ParsedNote) -> str:
    """What the front matter or the one great heading of a note says."""
    if note.front_matter.title:
        return note.front_matter.title
    great = [heading for heading in note.headings if heading.level == 1]
    return great[0].text if len(great) == 1 else ""


def _file_name(path: str) -> str:
    """The name of a note's file as one would write it: 경사_하강법.md is 경사 하강법."""
    name = posixpath.basename(without_hashes(path))
    stem, _suffix = posixpath.splitext(name)
    return stem.replace("_", " ")


def _tells(name: str) -> bool:
    """Tell whether a name can hardly mean anything but its note."""
    letters = sum(map(str.isalnum, name))
    if letters < LEAST or len(name) > MOST or not _WORD.match(name):
        return False
    if _PLAIN_WORD.match(name) or name.lower() in INDEX_STEMS:
        return False
    if not any(map(str.isalpha, name)):
        return False
    seen = read_name(name)
    numbers = (seen.day, seen.week, seen.month)
    return all(number is None for number in numbers)
