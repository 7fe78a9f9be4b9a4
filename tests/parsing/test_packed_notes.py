"""What of a note is packed is the same when it is unpacked."""

from __future__ import annotations

from msgspec.structs import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.kept_blocks import KeptBlocks, packed_blocks
from campnotes.parsing.note import parse_note, without_tokens
from campnotes.settings import ParseOptions

TEXT = """# Day 3

## 피어세션

| 발표 | 주제 |
| --- | --- |
| 김나래 | [어텐션](attention.pdf) |

- 박도윤: `큐`는 왜 쓰나요?
"""


def test_packed_blocks_are_the_blocks() -> None:
    note = parse_note(TEXT)
    packed = without_tokens(note, ParseOptions()).blocks
    assert isinstance(packed, KeptBlocks)
    assert tuple(packed) == note.blocks
    assert len(packed) == len(note.blocks)
    assert packed[-1] == note.blocks[-1]
    assert packed[1:3] == note.blocks[1:3]
    assert packed_blocks(packed) is packed


def test_blocks_without_an_encoding_stay_as_they_are() -> None:
    half = Block(kind=BlockKind.PARAGRAPH, line=1, text="\ud800")
    note = replace(parse_note(TEXT), blocks=(half,))
    assert without_tokens(note, ParseOptions()).blocks == (half,)
