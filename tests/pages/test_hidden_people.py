"""Who is hidden is nowhere but in the notes' own texts; who is merged is one person."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from campnotes.inventory.writing import build_inventory
from campnotes.linking.hidden_names import HiddenNames
from campnotes.linking.model import Notebook
from campnotes.pages.environment import (
    make_environment,
    render_note_foot,
    render_note_head,
    render_page,
)
from campnotes.pages.kinds import generated_pages
from campnotes.search.previews import write_previews
from campnotes.search.units import plain
from campnotes.settings import PersonSettings, Settings
from campnotes.site.model import Site
from campnotes.site.sharing.descriptions import describe_notes
from support.notebooks import make_notebook
from support.units import find_units

SESSION = """# Day{day}

## 피어세션

- 모더레이터: 박도윤

##### {topic}

발표자: {name}

[자료](https://docs.example.org/{day})

- 박도윤님 질문: 왜 두 번 오나요?
"""


def book_of(people: dict[str, PersonSettings]) -> Notebook:
    notes = {
        "week1/day1.md": SESSION.format(day=1, topic="큐란", name="박도윤"),
        "week1/day2.md": SESSION.format(day=2, topic="힙이란", name="김나래"),
        "week1/day3.md": "# Day3\n\n## 피어세션\n\n##### 트라이\n\n발표자: Narae Kim\n",
    }
    return make_notebook(notes, Settings(people=people))


def site_of(book: Notebook) -> Site:
    urls = {note.path: note.path.removesuffix(".md") + "/" for note in book.notes}
    return Site(book, "ko", urls, lambda source: source.removesuffix("index.md"))


def test_hidden_is_nowhere() -> None:
    book = book_of({"박도윤": PersonSettings(aliases=("도윤",), hidden=True)})
    site = site_of(book)
    environment = make_environment([], "ko")
    shown = []
    for page in generated_pages(site):
        assert "박도윤" not in page.source
        shown.append(render_page(environment, page, site))
    for note in book.notes:
        shown.append(render_note_head(environment, note, site))
        shown.append(render_note_foot(environment, note, site))
    inventory = build_inventory(
        book,
        note_urls=site.note_urls,
        person_urls={person.name: site.person_url(person.name) for person in book.people},
        title="노트",
        language="ko",
    )
    shown.append(json.dumps(inventory, ensure_ascii=False))
    assert "도윤" not in "".join(shown)


def test_what_who_is_hidden_presented_and_asked_stays() -> None:
    book = book_of({"박도윤": PersonSettings(hidden=True)})
    first, second, _ = book.notes
    (presentation,) = first.presentations
    assert (presentation.topic, presentation.presenters) == ("큐란", ())
    (question,) = second.presentations[0].questions
    assert (question.text, question.asker) == ("왜 두 번 오나요?", None)


def test_no_part_of_the_search_is_by_who_is_hidden() -> None:
    book = book_of({"박도윤": PersonSettings(hidden=True)})
    for units in find_units(site_of(book)):
        for unit in units:
            assert "박도윤" not in unit.people


def test_a_person_who_moderates_and_presents_is_told_once_a_note() -> None:
    book = book_of({})
    site = site_of(book)
    environment = make_environment([], "ko")
    (page,) = (page for page in generated_pages(site) if page.title == "박도윤")
    html = render_page(environment, page, site)
    named = html.partition('id="moderated"')[2]
    assert 'id="named"' not in named
    assert re.findall(r">(Day\d) · ", named) == ["Day1", "Day2"]
    assert "왜 두 번 오나요?" in html.partition('id="asked"')[2]


TOLD = """# Day{day}

어제 박도윤님이 색인을 설명해 주었다. {own}

[앞 노트](day1.md)를 도윤님과 다시 읽었다.

## 회고

도윤님 덕에 버텼다고 적어 둔다.
"""


def test_what_a_note_says_of_who_is_hidden_is_shown_in_that_note_only(tmp_path: Path) -> None:
    own = "값들의 가중합이라는 것을 오늘에야 알았다."
    notes = {f"week1/day{day}.md": TOLD.format(day=day, own=own) for day in (1, 2)}
    hiding = Settings(people={"박도윤": PersonSettings(aliases=("Doyun",), hidden=True)})
    site = site_of(make_notebook(notes, hiding))
    environment = make_environment([], "ko")
    shown = list(describe_notes(site.notebook.notes, site.notebook.hidden_names).values())
    assert shown == [own, own]
    shown += [render_page(environment, page, site) for page in generated_pages(site)]
    shown += [render_note_foot(environment, note, site) for note in site.notebook.notes]
    pages = [list(map(plain, units)) for units in find_units(site)]
    write_previews(pages, tmp_path, site.notebook.hidden_names)
    shown += [file.read_text("utf-8") for file in tmp_path.iterdir()]
    assert "가중합" in shown[-1] + shown[-2]
    assert "도윤" not in "".join(shown)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("박도윤이 물었다. 왜일까?", "왜일까?"),
        ("doyun said so. Why?", "Why?"),
        ("도윤 님께 배웠다.", ""),
        ("강도윤곽이 뚜렷하다.", "강도윤곽이 뚜렷하다."),
    ],
)
def test_a_sentence_that_names_who_is_hidden_is_left_out(text: str, left: str) -> None:
    hidden = HiddenNames.of({"박도윤": PersonSettings(aliases=("Doyun",), hidden=True)})
    assert hidden.left_out(text) == left
