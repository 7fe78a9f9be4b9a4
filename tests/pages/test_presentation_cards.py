"""The cards of presentations, where these stand in their note."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.pages.environment import make_environment
from campnotes.pages.note.head import NoteSource
from campnotes.pages.note.page import surround
from campnotes.rendering.note import render_note, what_html_shows
from campnotes.rendering.options import Options
from support.notebooks import make_notebook
from support.small_sites import site_of

HEADINGS = """\
# Day1

## 피어세션

### 큐란 & 값

발표자: `김나래`

[글](https://docs.example.org/queue)

**질문**

- 왜 두 번 오나요?
    - 한 번은 확인이다

### 덱이란

발표자: 박도윤

[논문](https://arxiv.org/abs/1706.03762)
"""
ROWS = """\
# Day2

## 피어세션

| 발표자 | 주제 | 자료 |
| --- | --- | --- |
| 김나래 | 큐란 | [글](https://docs.example.org/queue) |
| 박도윤 | 덱이란 | |
"""
ITEMS = """\
# Day3

## 피어세션

- 9강 (김나래)
    - [글](https://docs.example.org/queue)
- 10강 (박도윤)
"""


def written(note: Note) -> str:
    return render_note(note, lambda linked: linked.link.url, Options(), lambda name: f"/{name}/")


def page_of(text: str, html: str | None = None) -> tuple[str, str]:
    """The head and the body of a note's page."""
    book = make_notebook({"week1/day1.md": text, "week1/day9.md": HEADINGS})
    note = book.by_path["week1/day1.md"]
    page = surround(
        make_environment([], "ko"),
        note,
        written(note) if html is None else html,
        site_of(book),
        is_home=False,
        folds_contents=False,
        source=NoteSource(),
    )
    head, _, rest = page.partition("</header>")
    return head, rest[: rest.index("<footer")]


def cards(body: str) -> list[str]:
    return re.findall(r'<div class="campnotes-talk.*?</div>', body, re.DOTALL)


def test_a_card_stands_behind_its_heading() -> None:
    head, body = page_of(HEADINGS)
    first, second = cards(body)
    assert body.index("큐란") < body.index(first) < body.index("발표자:")
    for part in (">김나래</a>", "글</a>", "문서", "example.org", "질문 1개", "한 번은 확인이다"):
        assert part in first
    assert ">박도윤</a>" in second
    assert "arXiv" in second or "논문" in second
    # The head has a line for each, which leads there.
    assert head.count("<li>") == 2
    assert 'href="#덱이란"' in head
    assert "campnotes-card" not in head


def test_nothing_of_the_note_is_lost_or_doubled() -> None:
    note = make_notebook({"week1/day1.md": HEADINGS}).notes[0]
    _, body = page_of(HEADINGS)
    for card in cards(body):
        body = body.replace(card, "")
    own = body[body.index("<h2") : body.rindex("</div>")]
    rendered = written(note)
    assert own.split() == rendered[rendered.index("<h2") :].split()


def test_a_row_has_its_card_in_the_cell_with_the_topic() -> None:
    head, body = page_of(ROWS)
    (card,) = cards(body)
    assert f"<td>큐란{card}" in body
    assert ">김나래</a>" not in card  # its row says that
    assert "example.org" in card
    # The other has nothing more to tell, and can be led to.
    assert 'href="#campnotes-talk-2"' in head
    assert '<span id="campnotes-talk-2"></span>' in body


def test_an_item_has_its_card_above_what_it_holds() -> None:
    _, body = page_of(ITEMS)
    (card,) = cards(body)
    assert body.index("9강") < body.index(card) < body.index("<ul>", body.index("9강"))
    assert ">김나래</a>" in card


def test_an_item_that_says_all_gets_the_kinds_of_its_material() -> None:
    items = "# Day3\n\n## 피어세션\n\n- 김나래 : [큐란](https://docs.example.org/queue)\n"
    _, body = page_of(items)
    (card,) = cards(body)
    assert "campnotes-person" not in card
    assert ">문서 · example.org<" in card
    assert ": 큐란</span></a>" in card


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x"><h3 id="큐란--값">큐란</h3></a>',
        '<details><summary><h3 id="큐란--값">큐란</h3></summary></details>',
        '<p title="<h3 id=&quot;큐란--값&quot;>">큐란</p>',
        "<p>큐란</p>",
    ],
)
def test_where_no_card_may_stand_it_stands_in_the_head(html: str) -> None:
    head, body = page_of(HEADINGS, html)
    assert html in body
    assert not cards(body)
    assert head.count("campnotes-card__link") == 2
    assert ">김나래</a>" in head


def test_an_author_s_mark_takes_no_text_away() -> None:
    forged = '<span class="campnotes-place" title="1">값</span>'
    _, body = page_of(f"{ROWS}\n{forged}\n")
    assert "값" in body
    assert len(cards(body)) == 1


def test_html_is_kept_apart_by_where_presentations_are() -> None:
    note = make_notebook({"week1/day1.md": ITEMS}).notes[0]
    without = replace(note, presentations=())

    def shown(other: Note) -> list[object]:
        return what_html_shows(other, lambda _: None, Options())

    assert written(note) != written(without)
    assert shown(note) != shown(without)
