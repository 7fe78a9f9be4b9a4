"""Emphasis that touches Korean: `**인덱스(index)**는` is bold, though CommonMark says it isn't.

CommonMark's flanking rules (0.31, 6.2) take a mark between punctuation and a letter for one that
can't close, which is right where words stand apart, and wrong before a Korean particle. As in the
markdown-cjk-friendly specification, a Korean, Chinese or Japanese character on either side of the
mark, be it a letter or a bracket like 「」, counts as the space that would have stood there in English.
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter, Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from msgspec import Struct

REPAIRED = "repaired_emphasis"  # in the parse's env: (text of the block, offset) of each repair
_CJK = (
    (0x1100, 0x11FF), (0x2E80, 0x303F), (0x3040, 0x318F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF),
)  # fmt: skip
_ADDRESS = "www."  # the only beginning of an address without a mark
_FIRST_CJK, _ = _CJK[0]


def _is_cjk(character: str) -> bool:
    code = ord(character)
    if code < _FIRST_CJK:
        return False
    return any(first <= code <= last for first, last in _CJK)


def _is_punctuation(character: str) -> bool:
    if isMdAsciiPunct(ord(character)):
        return True
    return isPunctChar(character)


class _Repair(Struct, frozen=True):
    """A run of marks that may now open or close: where it stands, and its place in `delimiters`."""

    offset: int
    delimiters: list[Delimiter]
    first: int
    length: int
    opens: bool
    closes: bool

    def works(self, closers: set[int]) -> bool:
        """Whether one of its marks has found its partner in a role that is new to it.

        `closers` are the delimiters that close another.
        """
        end = self.first + self.length
        marks = self.delimiters[self.first : end]
        for mark, delimiter in enumerate(marks, self.first):
            has_partner = delimiter.end >= 0
            if self.opens and has_partner:
                return True
            if self.closes and mark in closers:
                return True
        return False


class _KoreanState(StateInline):
    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.repairs: list[_Repair] = []

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        scanned = super().scanDelims(start, canSplitWord)
        does_both = scanned.can_open and scanned.can_close
        if does_both or not canSplitWord:
            return scanned
        end = start + scanned.length
        before = " "
        if start > 0:
            before = self.src[start - 1]
        after = " "
        if end < self.posMax:
            after = self.src[end]
        if not _is_cjk(before) and not _is_cjk(after):
            return scanned
        # Only punctuation keeps a mark that touches a letter from opening or closing.
        opens = not scanned.can_open and _is_punctuation(after)
        closes = not scanned.can_close and _is_punctuation(before)
        if not opens and not closes:
            return scanned
        self._note_repair(
            start,
            scanned.length,
            opens=opens,
            closes=closes,
        )
        return Scanned(
            can_open=scanned.can_open or opens,
            can_close=scanned.can_close or closes,
            length=scanned.length,
        )

    def _note_repair(self, offset: int, length: int, *, opens: bool, closes: bool) -> None:
        repair = _Repair(
            offset=offset,
            delimiters=self.delimiters,
            first=len(self.delimiters),
            length=length,
            opens=opens,
            closes=closes,
        )
        self.repairs.append(repair)


class KoreanInline(ParserInline):
    """The inline parser with the rule above."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse the text of one block into `tokens`."""
        if self._is_plain(src):
            token = Token("text", "", 0, content=src)
            tokens.append(token)
            return tokens
        state = _KoreanState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        if state.repairs:
            repaired = env.setdefault(REPAIRED, [])
            for offset in _worked(state.repairs):
                repaired.append((src, offset))
        return state.tokens

    def _is_plain(self, src: str) -> bool:
        """Whether a text holds none of what a rule begins with, as many do: it is but words."""
        if not src or self.terminator_re.search(src):
            return False
        return _ADDRESS not in src.lower()


def _worked(repairs: list[_Repair]) -> Iterator[int]:
    """The offsets of those repairs that changed something."""
    closers: dict[int, set[int]] = {}
    for repair in repairs:
        delimiters = repair.delimiters
        key = id(delimiters)
        if key not in closers:
            ends = {delimiter.end for delimiter in delimiters}
            closers[key] = ends
        if repair.works(closers[key]):
            yield repair.offset
