"""A big notebook's index in parts: a query needs a few of them, and finds what the whole would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from campnotes.locales import translations
from campnotes.search import gram_index
from campnotes.search.parts import write_parts
from campnotes.search.texts import search_texts
from support.worker import NODE, ask_worker, run_worker

pytestmark = pytest.mark.skipif(NODE is None, reason="the worker is run in Node")

WORDS = "바다 물결 모래 조개 등대 갈매기 파도 섬 배 항구 그물 소금 바람 안개 노을".split()
TEXTS = {"texts": search_texts(translations("ko").gettext)}


def notebook(size: int) -> list[list[dict[str, Any]]]:
    """Pages of ordinary notes, among which a few are to be found."""
    pages: list[list[dict[str, Any]]] = [
        [
            {
                "location": f"day{i}/", "title": f"Day{i}", "kind": "day", "day": i, "week": i // 5 + 1,
                "text": " ".join(WORDS[(i * k) % len(WORDS)] for k in range(1, 9)),
            },
            {"location": "#모음", "title": f"{WORDS[i % 15]} 모음", "text": f"글{i} 어제의 {WORDS[i % 7]}", "level": 2},
        ]
        for i in range(1, size)
    ]  # fmt: skip
    pages[40].append(
        {
            "location": "#어텐션",
            "title": "어텐션은 무엇인가",
            "text": "언어 모델이 본다",
            "level": 2,
        }
    )
    pages[70][0]["text"] += " attention 을 쌓는다"
    pages[100][0]["tags"] = ["nlp/언어 모델", "C++"]
    pages[120][0]["text"] += " 디자인을 고친다"
    pages[90].append(
        {
            "location": "#q",
            "title": "인덱스가 많으면 느려질까?",
            "kind": "question",
            "people": ["윤서진"],
        }
    )
    people = ["Kim_Minsu", "Christopher Alexander Longname", "José"]
    pages[11].append({"location": "#o", "title": "이름", "kind": "question", "people": people})
    pages[12][0]["date"] = "08-09"
    pages.append(
        [{"location": "people/윤서진/", "title": "윤서진", "kind": "person", "people": ["윤서진"]}]
    )
    return pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_parts(notebook(400), {}, folder / "search" / "parts-x")
    return folder


INDEX = {"docs": [], "config": {"campnotes": {**TEXTS, "parts": "search/parts-x"}}}


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("어텐션을", "day41/#어텐션"),
        ("언어모델", "day41/#어텐션"),
        ("어텐숀", "day41/#어텐션"),
        ("디저인", "day121/"),
        ("ㅇㅌㅅ", "day41/#어텐션"),
        ("attention", "day71/"),
        ("인덱스 질문은 느려질까", "day91/#q"),
        ("kind:질문 by:서진", "day91/#q"),
        ("윤서진님", "people/윤서진/"),
        ("day 300", "day300/"),
        ("301일차", "day301/"),
        ("글123", "day123/#모음"),
        ("by:윤서", "day91/#q"),
        ("tag:NLP", "day101/"),
        ('tag:"nlp/언어 모델"', "day101/"),
        ("tag:c", "day101/"),
        ("by:서", "day91/#q"),
        ("by:서진님", "day91/#q"),
        ("by:kimminsu", "day12/#o"),
        ("by:minsu", "day12/#o"),
        ("by:josé", "day12/#o"),
        ("by:christopheralexanderlongname", "day12/#o"),
        ("2021-08-09", "day13/"),
        ("8월 9일 (월)", "day13/"),
    ],
)
def test_parts_find_what_is_meant(site: Path, query: str, location: str) -> None:
    (answers,) = run_worker(INDEX, [query], site)
    assert answers, query
    assert location in [unit["location"] for group in answers[-1][:3] for unit in group]


def test_a_word_is_found_though_many_pages_have_its_letters(tmp_path: Path) -> None:
    crowd = "restore standard target artist 개별 구현 이미 미별 그래줬다 자원은 공유한다 원격"
    pages: list[list[dict[str, Any]]] = [
        [{"location": f"day{i}/", "title": crowd, "text": f"{crowd} {crowd} {crowd}"}]
        for i in range(1, 120)
    ]
    own = {
        80: "restart",
        90: "둘을 구별했다",
        100: "관리자는 안다",
        110: "공유 자원을 쓴다",
        115: "layers",
    }
    for number, text in own.items():
        pages[number][0] |= {"title": f"Day{number + 1}", "text": text}
    write_parts(pages, {}, tmp_path / "search" / "parts-x")
    queries = {"restart": 80, "구별": 90, "ㄱㄹㅈ": 100, "공유자원": 110, "layer": 115}
    for query, number in queries.items():
        (answers,) = run_worker(INDEX, [query], tmp_path)
        assert answers[0][0][0]["location"] == f"day{number + 1}/", query


def test_a_query_fetches_a_few_parts(site: Path) -> None:
    fetched = ask_worker(INDEX, ["어텐션을"], site)["fetched"]
    assert len(fetched) == len(set(fetched))
    parts = sum(1 for _ in (site / "search").rglob("*.json"))
    assert len(fetched) < parts / 10


def test_the_first_results_take_few_requests_and_the_rest_come_when_wanted(site: Path) -> None:
    first = ask_worker(INDEX, ["바다"], site)
    assert len(first["fetched"]) <= 12
    assert first["heard"][-1]["left"] > 0
    both = ask_worker(INDEX, ["바다"], site, more=True)
    ((few, all_items),) = both["answers"]
    assert 5 <= len(few) <= 10
    assert len(all_items) == 60
    assert few[0][0]["location"] == all_items[0][0]["location"]
    assert both["heard"][-1]["left"] == 0


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("첫날", "day1/"),
        ("마지막 주 등대", "day397/"),
        ("8월", "day13/"),
        ("디자인 팀", "day121/"),
        ("첫 질문", "day12/#o"),
        ("마지막 질문", "day91/#q"),
    ],
)
def test_parts_know_places_and_meanings_of_the_whole(site: Path, query: str, location: str) -> None:
    (answers,) = run_worker(INDEX, [query], site)
    assert location in [group[0]["location"] for group in answers[-1]]


def test_terms_of_the_same_meaning_lead_to_parts(tmp_path: Path) -> None:
    pages = notebook(130)
    pages[20][0]["text"] += " 옵티마이저를 고르고 LLM 을 쓴다"
    write_parts(pages, {}, tmp_path / "search" / "parts-x")
    for query in ("optimizer", "최적화", "대규모 언어 모델"):
        (answers,) = run_worker(INDEX, [query], tmp_path)
        assert "day21/" in [group[0]["location"] for group in answers[-1][:2]], query


def test_parts_hold_every_unit_once(site: Path) -> None:
    pages = notebook(400)
    folder = site / "search" / "parts-x" / "pages"
    read = [
        json.loads((folder / f"{n}.json").read_text("utf-8"))["docs"] for n in range(len(pages))
    ]
    assert read == json.loads(json.dumps(pages))


def test_words_to_leave_out_are_left_out_of_everything(site: Path) -> None:
    (answers,) = run_worker(INDEX, ["-바다"], site)
    assert answers[-1]
    assert "바다" not in json.dumps(answers[-1], ensure_ascii=False)


def test_what_failed_to_load_is_loaded_by_the_next_query(site: Path) -> None:
    told = ask_worker(INDEX, ["어텐션을", "어텐션을", "어텐션을"], site, failing=2)
    lost, *_, found = told["answers"]
    assert lost == [] and found[-1][0][0]["location"].startswith("day41/")
    assert any(message.get("failed") for message in told["heard"])


class Remembered(dict[str, bytes]):
    """What former indexes have kept."""

    def put(self, name: str, content: bytes) -> None:
        self[name] = content


CHANGES: list[tuple[int, str, dict[str, str]]] = [
    (5, "진주를 줍는다", {}),
    (5, "진주와 소라가 있다 Attention 모델", {"소라": "소라|"}),
    (300, "소라가 없다 하늘은 넓다", {"소라": "소라|", "넓다": "넓|"}),
    (300, "", {"넓다": "|넓이"}),
]


def test_an_index_of_few_changes_is_that_of_all_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Remembered()
    pages = notebook(400)
    write_parts(pages, {}, tmp_path / "first", memory)
    for number, (at, text, forms) in enumerate(CHANGES):
        whole = pages[at][0]
        pages[at] = [{**whole, "text": text, "title": f"제목{number}"}, *pages[at][1:]]
        with monkeypatch.context() as patched:
            patched.delattr(gram_index, "_read_all")  # so that it is made from the former one
            write_parts(pages, forms, tmp_path / f"warm{number}", memory)
        write_parts(pages, forms, tmp_path / f"cold{number}")
        assert files(tmp_path / f"warm{number}") == files(tmp_path / f"cold{number}")


def files(folder: Path) -> dict[str, bytes]:
    found = filter(Path.is_file, folder.rglob("*"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
