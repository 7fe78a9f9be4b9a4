"""What a kept HTML is known by: whatever of it may change while the note's text doesn't."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from campnotes.linking.model import LinkedLink, Note, Outcome, ReferenceKind
from campnotes.parsing.outline import Heading
from campnotes.rendering.note import what_html_shows
from campnotes.rendering.options import Options
from support.notebooks import make_notebook

NOTE = """\
# Day 1

- [가](#가)
- [정규화](#정규화)

**정규화**: 값

## 가

![그림](a.png) [둘째](day2.md) [[day2]] ![](https://example.com/b.png) [없는 것](c.md)

![[day2]]

> [!tip]
> 값[^1]

[^1]: 각주
"""
# Another value of each field, as linking or a host may give it. One that is new belongs here.
OTHER_LINK: dict[str, object] = {
    "outcome": Outcome.TEXT,
    "target": "other.md",
    "anchor": "other",
    "ok": False,
    "own": True,
    "by_folder": True,
    "canonical": "https://other.example/",
    "kind": ReferenceKind.PAPER,
    "repaired": Heading(1, 2, "다른", "다른"),
}
OTHER_OPTIONS: dict[str, object] = {
    "permalink": "#",
    "permalink_title": "other",
    "dead_link": "other",
    "dead_image": "other",
    "footnote_back": "other",
    "task_done": "other",
    "task_open": "other",
    "ask_for_remote": "other {host}",
    "alerts": {"tip": "other"},
    "size": lambda _: (3, 4),
}
OPTIONS = Options(permalink="¶", permalink_title="이 제목", dead_image="없음")


def address(linked: LinkedLink) -> str | None:
    return linked.link.url if linked.ok else None


@pytest.fixture
def note() -> Note:
    return make_notebook({"day1.md": NOTE, "day2.md": "# Day 2\n"}).notes[0]


def test_every_field_is_thought_of() -> None:
    # A link itself is as the text says, which is in the key.
    assert set(LinkedLink.__struct_fields__) == {*OTHER_LINK, "link"}
    assert set(Options.__struct_fields__) == set(OTHER_OPTIONS)


@pytest.mark.parametrize("name", OTHER_LINK)
def test_what_linking_says_of_a_link_counts(note: Note, name: str) -> None:
    *others, last = note.links
    changed = replace(last, **{name: OTHER_LINK[name]})
    other = replace(note, links=(*others, changed))
    assert shown(other) != shown(note)


@pytest.mark.parametrize("name", OTHER_OPTIONS)
def test_every_option_counts(note: Note, name: str) -> None:
    other = replace(OPTIONS, **{name: OTHER_OPTIONS[name]})
    assert what_html_shows(note, address, other) != what_html_shows(note, address, OPTIONS)


def test_so_do_addresses_and_where_the_contents_leads(note: Note) -> None:
    assert what_html_shows(note, lambda _: "other", OPTIONS) != shown(note)
    assert shown(replace(note, contents=())) != shown(note)


def test_nothing_in_it_is_known_by_where_it_lies_in_memory(note: Note) -> None:
    assert " at 0x" not in repr(shown(note))


def shown(note: Note) -> list[object]:
    return what_html_shows(note, address, OPTIONS)
