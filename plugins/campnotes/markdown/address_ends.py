"""Where a bare address ends that touches Korean: `https://a.example/b를` is `https://a.example/b`.

GitHub reads on to the next space, since Korean may stand in addresses: `/wiki/경사_하강법`. In a
sentence it is the particle that touches them, or a bracket that was opened before them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from msgspec import Struct, field

from campnotes.patterns import regex

SHORTENED = "shortened_addresses"  # in the parse's env: one `Shortened` for each
_FIRST_OTHER = regex(r"[^\x00-\x7f]")
# Whole ends of words, as they stand behind a noun. What is a noun as well is left out behind a
# slash, where a name may stand.
_PARTICLES = frozenset(
    (
        "을 를 은 는 이 가 의 에 로 와 과 도 만 랑 나 에서 에게 으로 로는 로도 로서 "
        "로써 으로는 으로도 으로서 으로써 에는 에도 에만 에서는 에서도 에서만 에서의 "
        "에의 로의 으로의 와의 과의 와는 과는 와도 과도 까지 까지는 까지의 부터 "
        "부터는 부터의 에서부터 보다 처럼 같은 같이 마다 밖에 조차 마저 뿐 뿐만 이나 "
        "이랑 하고 이라 이라고 이라는 라고 라는 이란 란 라며 이라며 이며 이고 이자 "
        "인데 이지만 지만 이면 이니 이다 입니다 이었다 였다 이었습니다 였습니다 "
        "이에요 예요 이네요 네요 인가요 에요 임 에서요 에선 에서도요 로부터 으로부터 "
        "에서처럼 등 등을 등의 등에 등에서 등은 등이 등도"
    ).split()
)
_NAMES_TOO = frozenset("이 가 의 로 와 과 도 만 랑 나 은 란 임 등 뿐".split())
# The pieces of a run that may end an address, tried in this order.
_PIECE = regex(
    r"(?P<opens>[(\[（「『【《〈〔［｛“‘])|(?P<closes>[)\]）」』】》〉〕］｝”’])|"
    r"(?P<stops>[。、，；…‥])|(?P<marks>[！？：．])|(?P<quotes>[*\"']+|~~)|(?P<korean>[가-힣ᄀ-ᇿ㄰-㆏]+)"
)
_PARTNERS = {
    ")": "(", "]": "[", "）": "（", "」": "「", "』": "『", "】": "【", "》": "《", "〉": "〈",
    "〕": "〔", "］": "［", "｝": "｛", "”": "“", "’": "‘",
}  # fmt: skip
_LONGEST_PARTICLE = max(map(len, _PARTICLES))
_BEHIND_PARTICLE = frozenset("(),\"'[]*“”‘’（）「」『』【】《》〈〉。、，；：！？．…")
_SENTENCE_END = regex(r"[.?!,:;]+")
_HOST = regex(r"[A-Za-z0-9.\-]*\.[A-Za-z]{2,}(?::\d+)?$")


class Shortened(Struct, frozen=True):
    """An address that was shortened: where in the text of which block it begins, and what it is."""

    text: str
    offset: int
    address: str
    rest: str


def end_before_korean(text: str, begin: int, host: int, end: int) -> int:
    """Where an address from `begin` ends whose host is at `host`, and that has no space before `end`.

    - Behind a closing bracket, or a quotation mark, that was opened before the address, Korean
      follows: it ends before the bracket.
    - So it does before full-width punctuation, but within brackets of its own: `/wiki/사과（과일）`.
    - A particle follows an ASCII letter or digit, and nothing else does: it ends before the particle.
    - Korean follows the host's name: it ends there.
    """
    other = _FIRST_OTHER.search(text, host, end)
    if other is None:
        return end
    if _is_korean(other[0]) and _HOST.fullmatch(text, host, other.start()):
        return other.start()
    mark = text[begin - 1] if begin else ""
    reader = _Reader(text, end, mark)
    for piece in _PIECE.finditer(text, host, end):
        if reader.ends_at(piece):
            return piece.start()
    return end


class _Reader(Struct):
    """Reads the pieces of an address in order, and knows which brackets of its own are open.

    `mark` is the character before the address.
    """

    text: str
    end: int
    mark: str
    open: Counter[str] = field(default_factory=Counter)

    def ends_at(self, piece: re.Match[str]) -> bool:
        """Tell whether the address ends before a piece of what was read as one."""
        match piece.lastgroup:
            case "opens":
                return self._opens(piece)
            case "closes":
                return self._closes(piece)
            case "stops":
                return True
            case "marks":
                return self._follows_ascii(piece) or piece.end() == self.end
            case "quotes":
                return self.mark == piece[0][0] and self._precedes_other(piece)
        return self._stands_beside(piece)

    def _opens(self, piece: re.Match[str]) -> bool:
        """A full-width bracket right behind ASCII explains the address: `/docs（설명）`."""
        bracket = piece[0]
        if not bracket.isascii() and self._follows_ascii(piece):
            return True
        self.open[bracket] += 1
        return False

    def _closes(self, piece: re.Match[str]) -> bool:
        bracket = piece[0]
        partner = _PARTNERS[bracket]
        if self.open[partner]:
            self.open[partner] -= 1
            return False
        return not bracket.isascii() or self._precedes_other(piece)

    def _stands_beside(self, piece: re.Match[str]) -> bool:
        """Tell whether Korean stands beside the address and not in it."""
        before = self.text[piece.start() - 1]
        if not before.isascii():
            return False
        if not before.isalnum() and before not in "/)":
            return False
        if not self._is_last(piece):
            return False
        return _is_particle(piece[0], behind_slash=before == "/")

    def _is_last(self, piece: re.Match[str]) -> bool:
        """Tell whether nothing follows that can belong to the same address."""
        behind = piece.end()
        if behind < self.end and self.text[behind] in _BEHIND_PARTICLE:
            return True
        sentence_end = _SENTENCE_END.match(self.text, behind, self.end)
        if sentence_end:
            behind = sentence_end.end()
        return behind == self.end or not self.text[behind].isascii()

    def _follows_ascii(self, piece: re.Match[str]) -> bool:
        return self.text[piece.start() - 1].isascii()

    def _precedes_other(self, piece: re.Match[str]) -> bool:
        at = piece.end()
        return at < self.end and not self.text[at].isascii()


def _is_korean(character: str) -> bool:
    return "가" <= character <= "힣" or "ᄀ" <= character <= "ᇿ"


def _is_particle(korean: str, *, behind_slash: bool) -> bool:
    # Decomposed, a syllable has up to three letters.
    if len(korean) > _LONGEST_PARTICLE * 3:
        return False
    word = unicodedata.normalize("NFC", korean)
    if behind_slash and word in _NAMES_TOO:
        return False
    return word in _PARTICLES
