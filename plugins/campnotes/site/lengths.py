"""How long a note is, for those who have to read it."""

from __future__ import annotations

from campnotes.linking.model import Note
from campnotes.linking.of_blocks import not_shown, of_blocks
from campnotes.parsing.blocks import BlockKind
from campnotes.patterns import regex

SYLLABLES_A_MINUTE = 500  # of Korean, read in silence
WORDS_A_MINUTE = 220  # of English
LINES_OF_CODE_A_MINUTE = 30
LONG = 3  # minutes from which a README is folded on the home page
_SYLLABLES = regex(r"[가-힣\u3040-\u30ff\u4e00-\u9fff]+")
_WORD = regex(r"[A-Za-z0-9]+")


@of_blocks
@not_shown
def reading_minutes(note: Note) -> int:
    """About how many minutes it takes to read a note, at least 1."""
    minutes = 0.0
    for block in note.parsed.blocks:
        if block.kind is BlockKind.CODE:
            lines = block.text.count("\n") + 1
            minutes += lines / LINES_OF_CODE_A_MINUTE
            continue
        syllables = sum(map(len, _SYLLABLES.findall(block.text)))
        words = len(_WORD.findall(block.text))
        minutes += syllables / SYLLABLES_A_MINUTE + words / WORDS_A_MINUTE
    return max(1, round(minutes))
