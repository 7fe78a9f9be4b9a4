"""What is made of a note's blocks is the same whether they are packed or not, and made once."""

from __future__ import annotations

from campnotes.linking.model import Note
from campnotes.linking.of_blocks import bring_back, made_of_blocks, of_blocks
from campnotes.notebook.place import Kind, Place
from campnotes.parsing.kept_blocks import last_of, opening_of, studied_of
from campnotes.parsing.note import ParsedNote, parse_note, without_tokens
from campnotes.settings import ParseOptions
from campnotes.site.lengths import reading_minutes

_TEXT = """# Day 3

## 학습 내용

- 어텐션
- 임베딩

## 학습 회고

오늘은 어텐션을 다시 읽었다.

```
print(1)
```
"""
_CALLS: list[str] = []


@of_blocks
def _count(note: Note) -> int:
    _CALLS.append(note.path)
    return len(note.parsed.blocks)


def _note(parsed: ParsedNote) -> Note:
    return Note(
        path=parsed.path,
        title="Day 3",
        place=Place(kind=Kind.DAY),
        parsed=parsed,
    )


def test_packed_blocks_tell_the_same() -> None:
    parsed = parse_note(_TEXT, "day3.md")
    packed = without_tokens(parsed, ParseOptions())
    for read in (opening_of, last_of, studied_of):
        assert read(packed.blocks) == read(parsed.blocks)
    assert [block.text for block in studied_of(packed.blocks)] == ["어텐션", "임베딩"]
    assert reading_minutes(_note(packed)) == reading_minutes(_note(parsed))


def test_it_is_made_once_for_each_note() -> None:
    _CALLS.clear()
    packed = _note(without_tokens(parse_note(_TEXT, "day3.md"), ParseOptions()))
    assert _count(packed) == _count(packed) == len(packed.parsed.blocks)
    assert _CALLS == ["day3.md"]


def test_what_was_made_in_a_former_build_is_brought_back() -> None:
    _CALLS.clear()
    packed = _note(without_tokens(parse_note(_TEXT, "day3.md"), ParseOptions()))
    number = _count(packed)
    made = made_of_blocks(packed)
    again = _note(without_tokens(parse_note(_TEXT, "day3.md"), ParseOptions()))
    bring_back(again, made)
    assert _count(again) == number
    assert _CALLS == ["day3.md"]
    assert made_of_blocks(again) == made


def test_what_is_damaged_is_made_anew() -> None:
    note = _note(without_tokens(parse_note(_TEXT, "day3.md"), ParseOptions()))
    name = next(name for name in made_of_blocks(_read(note)) if name.endswith("_count"))
    other = _note(note.parsed)
    bring_back(other, {name: b"\xc1"})
    assert _count(other) == len(note.parsed.blocks)


def _read(note: Note) -> Note:
    _count(note)
    return note
