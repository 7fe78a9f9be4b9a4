"""Emphasis that touches Korean: `**인덱스(index)**는` is bold, though CommonMark says it isn't.

CommonMark's flanking rules (0.31, 6.2) take a mark between punctuation and a letter for one that
can't close, which is right where words stand apart, and wrong before a Korean particle. As in the
markdown-cjk-friendly specification, a Korean, Chinese or Japanese character beside the mark counts
as the space that would have stood there in English.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

REPAIRED = "repaired_emphasis"  # in the parse's env: (text of the block, offset) of each repair
_CJK = (
    (0x1100, 0x11FF), (0x2E80, 0x303F), (0x3040, 0x318F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF),
)  # fmt: skip


def _is_cjk(character: str) -> bool:
    code = ord(character)
    return code >= 0x1100 and any(first <= code <= last for first, last in _CJK)


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


class _KoreanState(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord or (scanned.can_open and scanned.can_close):
            return scanned
        before = self.src[start - 1] if start > 0 else " "
        end = start + scanned.length
        after = self.src[end] if end < self.posMax else " "
        can_open, can_close = scanned.can_open, scanned.can_close
        if _is_cjk(before) and _is_punctuation(after):
            can_open = True
        if _is_cjk(after) and _is_punctuation(before) and not isWhiteSpace(ord(before)):
            can_close = True
        if (can_open, can_close) == (scanned.can_open, scanned.can_close):
            return scanned
        self.env.setdefault(REPAIRED, []).append((self.src, start))
        return Scanned(can_open, can_close, scanned.length)


class KoreanInline(ParserInline):
    """The inline parser with the rule above."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse the text of one block into `tokens`."""
        state = _KoreanState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
