"""Notes that are kept: the same as those that are parsed, and none that are to stay secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache
from campnotes.caching.store import Store
from campnotes.linking.model import LinkedLink
from campnotes.linking.notebook import link_note
from campnotes.linking.surroundings import survey
from campnotes.notebook.files import read_text
from campnotes.notebook.files.walk import find_files
from campnotes.parsing.note import ParsedNote, parse_note, with_tokens_once, without_tokens
from campnotes.reading import read_files
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.settings import ParseOptions, Settings

OPTIONS = ParseOptions.__struct_fields__

NOTE = """\
---
title: 정렬
date: 2026-03-02
extra: {when: 2026-03-02, at: 10:30}
---
# Day 3 정렬

- [가](#가) · [나](#-나)
- [다음](day4.md), <a href="day4.md">넷째</a> <b id="b">b</b>

## 가

**정규화(normalization)**를 배웠다.[^1] `코드` $x^2$ https://example.com/길 ~~끝~~

> [!NOTE]
> 적어 둔다.

| 순서 | 값 |
| --- | :-: |
| 1 | 둘 |

- [x] 했다
- **나** 값

```python title="a.py"
print(1)
```

<details><summary>더</summary>

<img src="a.png" width="3"> ![그림](b.png "제목")

</details>

## 피어세션
### 동적 계획법 - 김나래
- 왜 그런가요?

31일차에서 본 것. #정렬/빠른 ==형광== [[day4|넷째]] ![[그림.png|300]] %%숨김%%

![[day4]]

> [!bug]- 접힌 것
> 값

!!! note "상자"
    안에 있는 것

[[_TOC_]]

합(https://example.com/길)은 (https://example.com/b)이다.

[빈 칸](a b.md) <p align="center"><a href="day4.md"><img src="a b.png"></a></p>

[^1]: 각주
"""


@pytest.fixture
def cache(tmp_path: Path) -> NoteCache:
    return NoteCache(Store(tmp_path / "cache"))


def address(linked: LinkedLink) -> str:
    return linked.link.url


def html(parsed: ParsedNote) -> str:
    note = link_note(parsed, survey([parsed], Settings()))
    return render_note(note, address, Options(permalink="¶"))


def same(kept: ParsedNote, parsed: ParsedNote) -> bool:
    """Whether two notes have all in common but how their tokens and blocks are kept."""
    packed = {"document", "blocks"}
    names = [name for name in ParsedNote.__struct_fields__ if name not in packed]
    if list(kept.blocks) != list(parsed.blocks):
        return False
    return all(getattr(kept, name) == getattr(parsed, name) for name in names)


def test_a_kept_note_is_the_one_that_was_parsed(cache: NoteCache) -> None:
    parsed = parse_note(NOTE, "day3.md")
    cache.keep(parsed, ParseOptions())
    kept = cache.find(NOTE, "day3.md", ParseOptions())
    assert kept is not None
    assert same(kept, parsed)
    assert html(kept) == html(parsed)


def test_so_is_one_whose_tokens_are_packed() -> None:
    parsed = parse_note(NOTE, "day3.md")
    packed = without_tokens(parsed, ParseOptions())
    assert same(packed, parsed)
    assert html(packed) == html(parsed)
    assert html(packed) == html(packed)


def test_so_is_one_that_gives_its_tokens_up_when_it_is_rendered() -> None:
    parsed = parse_note(NOTE, "day3.md")
    once = with_tokens_once(parsed, ParseOptions())
    assert same(once, parsed)
    assert html(once) == html(parsed)
    assert html(once) == html(parsed)


@pytest.mark.parametrize("option", OPTIONS)
def test_so_is_one_that_was_parsed_otherwise(cache: NoteCache, option: str) -> None:
    otherwise = replace(ParseOptions(), **{option: False})
    parsed = parse_note(NOTE, "day3.md", otherwise)
    assert html(parsed) != html(parse_note(NOTE, "day3.md"))
    cache.keep(parsed, otherwise)
    kept = cache.find(NOTE, "day3.md", otherwise)
    assert kept is not None
    assert same(kept, parsed)
    assert html(kept) == html(parsed) == html(without_tokens(parsed, otherwise))


@pytest.mark.parametrize(
    "other",
    [
        {"text": f"{NOTE} "},
        {"path": "day4.md"},
        *({"options": replace(ParseOptions(), **{option: False})} for option in OPTIONS),
    ],
)
def test_a_note_of_another_text_place_or_setting_isn_t_known(
    cache: NoteCache, other: Mapping[str, object]
) -> None:
    parsed = parse_note(NOTE, "day3.md")
    cache.keep(parsed, ParseOptions())
    asked = {"text": NOTE, "path": "day3.md", "options": ParseOptions(), **other}
    assert cache.find(**asked) is None  # type: ignore[arg-type]


def test_an_entry_that_is_no_note_is_told(
    cache: NoteCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache.store is not None
    monkeypatch.setattr(cache.store, "get", lambda _key: b"\x93\x01\x02\x03")
    assert cache.find(NOTE, "day3.md", ParseOptions()) is None
    assert cache.store.damaged == 1


def test_half_of_a_character_is_no_reason_to_fail(cache: NoteCache) -> None:
    parsed = replace(parse_note("# Day3\n", "day3.md"), html_ids=("\ud800",))
    cache.keep(parsed, ParseOptions())
    assert cache.find("# Day3\n", "day3.md", ParseOptions()) is None


def test_nothing_is_kept_of_what_is_sealed(
    write: Callable[[Mapping[str, str]], Path], cache: NoteCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bytes] = []
    monkeypatch.setattr(Store, "put", lambda _store, _key, content: kept.append(content))
    files = find_files(write({"day1.md": "# Day1\n\n비밀\n", "day2.md": "# Day2\n\n열린 것\n"}))
    with monkeypatch.context() as packing:
        packing.setattr("campnotes.caching.notes.packed_blocks", tuple)
        reading = read_files(
            files, Settings(), sealed=lambda note: note.path == "day1.md", cache=cache
        )
    assert len(reading.notebook.notes) == 2
    assert any("열린 것".encode() in content for content in kept)
    assert not any("비밀".encode() in content for content in kept)


@pytest.mark.corpus
def test_notes_of_whole_notebooks_are_kept_as_they_are(corpus: Path, cache: NoteCache) -> None:
    for path in find_files(corpus).notes[::3]:
        text, _ = read_text(corpus, path)
        parsed = parse_note(text, path)
        cache.keep(parsed, ParseOptions())
        kept = cache.find(text, path, ParseOptions())
        packed = without_tokens(parsed, ParseOptions())
        assert kept is not None
        assert same(kept, parsed)
        assert html(kept) == html(packed) == html(parsed)
