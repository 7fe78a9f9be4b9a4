"""Say in a sentence or two what a note tells: for search engines, previews of links and feeds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from msgspec import Struct

from campnotes.linking.hidden_names import HiddenNames
from campnotes.linking.model import TITLE_JOINT, LinkedLink, Note, Outcome
from campnotes.linking.of_blocks import not_shown, of_blocks
from campnotes.notebook.front_matter import FrontMatter
from campnotes.notebook.plain_text import one_line, shortened
from campnotes.parsing.blocks import Block, BlockKind

LONGEST = 160  # characters, which is what search engines show
ENOUGH = 50  # characters that tell something; shorter ones get the next sentence too
_LEAST = 12  # characters of a text that says anything
_LOOKED_AT = 60  # blocks of a note
_JOINED = 2  # blocks, where the first one says little
_MOST_TEXT = 2000  # characters of a block
_DEEPEST = 3  # level of headings that stand for a note without prose
_MOST_HEADINGS = 30
_MOST_LINKS = 30
_DIGEST = 8  # bytes
_TEMPLATE = 3  # notes with the same text; then it is of their template

_PROSE = frozenset({BlockKind.PARAGRAPH})
_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
# A sentence ends with a mark that a space or the end stands behind.
_END = re.compile(r"(?<=[.!?。？！…])[\"'”’)\]]?(?:\s|$)")
_FIELD = re.compile(r"[^\s:：]{1,12}(?: [^\s:：]{1,12})?\s?[:：]")  # `날짜: 2026-03-02`
_NUMBER = re.compile(r"\d+")
_LEADING = (":", "：")  # to what stands below
_SIGNS = "-–—*•·>#→ "  # in front of what was meant as an item
_ADDRESSES = ("http://", "https://")
_LETTER = re.compile(r"[^\W\d_]")


class TemplateTexts(Struct, frozen=True):
    """The texts that several notes share, by their digests: they come from a template.

    They say nothing about any one of the notes.
    """

    texts: frozenset[bytes]

    @classmethod
    def of(cls, notes: Iterable[Note]) -> TemplateTexts:
        """Count the texts at the beginnings of notes, and their headings."""
        counted: Counter[bytes] = Counter()
        for note in notes:
            digests = _beginning(note)
            starts = range(0, len(digests), _DIGEST)
            counted.update(digests[start : start + _DIGEST] for start in starts)
        often = []
        for text, times in counted.items():
            if times >= _TEMPLATE:
                often.append(text)
        texts = frozenset(often)
        return cls(texts)

    def has(self, text: str) -> bool:
        """Tell whether a text is one of them."""
        return _digest(text) in self.texts


def describe_notes(notes: Iterable[Note], hidden: HiddenNames) -> Mapping[str, str]:
    """Describe each of some notes, by path."""
    all_notes = tuple(notes)
    template = TemplateTexts.of(all_notes)
    descriptions = {}
    for note in all_notes:
        descriptions[note.path] = describe(note, template, hidden)
    return descriptions


def describe(note: Note, template: TemplateTexts, hidden: HiddenNames) -> str:
    """Describe a note: by what it tells itself, its first sentences, or else its headings or links.

    - `description` in the front matter always wins;
    - what several notes have is their template's and is passed over; so are lists of links, tables,
      and lines such as `날짜: 2026-03-02`;
    - of a sealed note nothing is told, and no sentence or heading that names who is hidden.

    For example, a note that begins `어텐션은 가중합이다. 그래서 …` is described by that.
    """
    if note.parsed.sealed:
        return ""
    told = told_description(note.parsed.front_matter)
    if told:
        return told
    prose = hidden.left_out(_first_prose(note, template))
    if prose:
        return first_sentences(prose)
    headings = _headings(note, template) or _linked(note)
    return joined(text for text in headings if not hidden.are_in(text))


def told_description(front_matter: FrontMatter) -> str:
    """Give the description that the front matter tells, on one line."""
    told = front_matter.raw.get("description")
    if not isinstance(told, str):
        return ""
    return one_line(told, LONGEST)


def first_sentences(text: str) -> str:
    """Take the first sentences of a text, as many as say something, and no more than are shown.

    For example, of `왜? 가중합이기 때문이다. …` it is the first two.
    """
    line = one_line(text, _MOST_TEXT).lstrip(_SIGNS)
    for end in _END.finditer(line):
        if end.start() > LONGEST:
            break
        if end.start() >= ENOUGH:
            return line[: end.end()].rstrip()
    return _cut_at_word(line)


def _cut_at_word(line: str) -> str:
    """Cut a line behind a word, so that no name is shown in half."""
    if len(line) <= LONGEST:
        return line
    room = line[: LONGEST - 1]
    whole, space, _ = room.rpartition(" ")
    kept = whole if space and len(whole) >= ENOUGH else room
    return f"{kept}…"


def _first_prose(note: Note, template: TemplateTexts) -> str:
    """The first text of a note that is its own, paragraphs before items of lists."""
    texts = []
    in_lists = []
    for block in note.parsed.blocks[:_LOOKED_AT]:
        if not _says_something(block) or template.has(block.text):
            continue
        if block.items:
            in_lists.append(block.text)
        else:
            texts.append(block.text)
        if len(texts) == _JOINED:
            break
    chosen = texts or in_lists
    return " ".join(chosen[:_JOINED])


def _says_something(block: Block) -> bool:
    """Tell whether a block is prose, and no label, field or list of links."""
    if block.kind not in _PROSE or block.aside or block.strong:
        return False
    text = shortened(block.text.strip(), _MOST_TEXT)
    if len(text) < _LEAST or text.endswith(_LEADING):
        return False
    if _FIELD.match(text) or text.startswith(_ADDRESSES):
        return False
    letters = len(_LETTER.findall(text))
    linked = sum(len(link.text) for link in block.links)
    half = len(text) / 2
    return letters > half > linked


def _headings(note: Note, template: TemplateTexts) -> list[str]:
    headings = note.shown_headings(
        deepest=_DEEPEST,
        among=_MOST_HEADINGS,
    )
    own = []
    for heading in headings:
        text = heading.text
        if not template.has(text):
            own.append(text)
    return own


def _linked(note: Note) -> list[str]:
    """The texts by which a note leads to others, if it does nothing else."""
    links = filter(_leads_on, note.links[:_MOST_LINKS])
    texts = [linked.link.text for linked in links]
    return list(filter(None, texts))


def _leads_on(linked: LinkedLink) -> bool:
    if linked.link.image:
        return False
    return linked.outcome is Outcome.NOTE


def joined(names: Iterable[str]) -> str:
    """Join titles as far as they are shown, each whole."""
    line = ""
    for name in names:
        clean = one_line(name)
        longer = f"{line}{TITLE_JOINT}{clean}" if line else clean
        if len(longer) > LONGEST:
            break
        line = longer
    return line


def _texts(note: Note) -> Iterator[str]:
    beginning = note.parsed.blocks[:_LOOKED_AT]
    for block in beginning:
        kind = block.kind
        if kind in _COUNTED:
            yield block.text


@of_blocks
@not_shown
def _beginning(note: Note) -> bytes:
    """The digests of the texts at the beginning of a note, each once, one behind the other."""
    digests = set(map(_digest, _texts(note)))
    return b"".join(sorted(digests))


def _digest(text: str) -> bytes:
    written = _key(text).encode("utf-8", "surrogatepass")
    return blake2b(written, digest_size=_DIGEST).digest()


def _key(text: str) -> str:
    """A text as templates have it: without numbers, so that `Day 3` is `Day 4`."""
    start = shortened(text, LONGEST)
    without_numbers = _NUMBER.sub("", start)
    words = without_numbers.split()
    line = " ".join(words)
    return line.casefold()
