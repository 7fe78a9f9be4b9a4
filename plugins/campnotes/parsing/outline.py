"""A note's outline: its headings with the anchors that GitHub gives them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from campnotes.markdown.anchors import Slugger
from campnotes.markdown.emoji import replace_shortcodes
from campnotes.notebook.plain_text import harmless
from campnotes.parsing.blocks import Block, BlockKind
from campnotes.patterns import regex

# How authors trail off: 같다~~~ ㅎㅎㅎ, 했다!!, 😊
_TRAIL = regex(r"[\s~!.…^ㅋㅎㅠㅜ;:)\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+$")
_KOREAN_SENTENCE = regex(
    r"[가-힣](?:다|[아어해에예워까세네돼져려여봐와나가서지게]요|죠|구나|듯|까)$"
)
_NUMBERING = regex(r"^\s*(?:\d+(?:[-.]\d+)*[.)강장]?|[가나다라마]\.|[IVX]+\.|[-*•])\s*")
SENTENCE_WORDS_KOREAN = 4
SENTENCE_WORDS_ENGLISH = 6
SENTENCE_LENGTH = 70
ENDING = 200  # characters by which it is seen how a heading ends


class Heading(Struct, frozen=True):
    """A heading: its 1-based line, level, text and anchor.

    `sentence` marks one that is really a sentence, put into a heading for emphasis.
    """

    line: int
    level: int
    text: str
    anchor: str
    sentence: bool = False


def read_outline(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings of a note in order."""
    slugger = Slugger()
    headings: list[Heading] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        # The anchor is made of the text as it is, double spaces and all.
        row = block.text.replace("\n", " ")
        anchor = slugger.id(row.strip())
        words = harmless(block.text).split()
        # Lists of notes show it as the note does, with 📙 for `:orange_book:`.
        text = replace_shortcodes(" ".join(words))
        sentence = bool(headings) and is_sentence(text)
        headings.append(Heading(block.line, block.level, text, anchor, sentence))
    return tuple(headings)


def slugger_after(headings: Sequence[Heading], ids: Sequence[str]) -> Slugger:
    """What gives a note's further anchors, beside those of its headings and of its HTML."""
    slugger = Slugger()
    for anchor in (*ids, *(heading.anchor for heading in headings)):
        slugger.taken.setdefault(anchor, 0)
    return slugger


def is_sentence(text: str) -> bool:
    """Whether a heading's text is really a sentence: `#### 오늘은 정신없이 지나간 것 같다.`

    A question is a title (`### 왜 인덱스를 쓸까?`) unless it goes on and on.
    """
    unnumbered = _NUMBERING.sub("", text)
    words = len(unnumbered.split())
    goes_on = words > 2 * SENTENCE_WORDS_KOREAN
    if goes_on and len(text) > SENTENCE_LENGTH:
        return True
    ending = text.rstrip()
    if ending.endswith(("?", "？")):
        return False
    core = _TRAIL.sub("", text[-ENDING:])
    if _KOREAN_SENTENCE.search(core):
        return words >= SENTENCE_WORDS_KOREAN
    if not ending.endswith((".", "!")):
        return False
    return words >= SENTENCE_WORDS_ENGLISH
