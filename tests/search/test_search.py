"""What is found, by the worker itself run in Node: typed text in, ranked notes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campnotes.locales import translations
from campnotes.markdown.anchors import slug
from campnotes.search.index import worker_script
from campnotes.search.meanings import meanings_among
from campnotes.search.said_words import words_in
from campnotes.search.texts import search_texts
from campnotes.search.units import Unit, boost_of, plain
from campnotes.search.words import words
from campnotes.settings import Settings
from campnotes.site.model import Site
from support.notebooks import make_notebook
from support.units import find_units
from support.worker import NODE, PAGE, Items, ask_dialog, run_node, run_worker

pytestmark = pytest.mark.skipif(NODE is None, reason="the worker is run in Node")

NOTES = {
    "README.md": "# 노트\n",
    "week1/day1/day1.md": "# Day1\n\n## 어텐션\n\n어텐션은 무엇을 볼지 정한다. 언어 모델에서 쓴다.\n\n"
    "#### 오늘은 어텐션을 정말 오래 들여다보고 있었다.\n\n문장 제목 아래의 낱말 고등어.\n",
    "week1/day2/day2.md": "# Day2\n\n## 캐시\n\n쇄도(stampede)를 막는다. BERT는 여기 없다.\n\n```python\nfunctools.lru_cache\n```\n",
    "week2/day3/day3.md": "# Day3\n\n## 피어세션\n\n##### 인덱스는 왜 빠를까\n\n발표자: `윤서진`\n\n"
    "[B트리 논문](https://arxiv.org/abs/1234.5678)\n\n학습하는 방법과 정규화\n\n"
    "질문\n\n- 많으면 왜 빠른가요?\n",
    "week2/ch1_bert.md": "# BERT 읽기\n\n언어모델 사전학습. attention을 쌓는다. GIL은 락이다. reference를 센다.\n",
    "2021-08-09.md": "# 월요일\n\n첫날.\n",
    "letters.md": "# いろいろ\n\n部分型とは何か。サーバーのテンプレートリテラルを読み終えた。Naïve Bayes, β-версия.\n",
}


def site() -> Site:
    book = make_notebook(NOTES, Settings())
    urls = {p: "" if p == "README.md" else p.removesuffix(".md") + "/" for p in NOTES}
    return Site(book, "ko", urls, lambda source: source.removesuffix("index.md"))


def ask(*queries: str) -> list[Items]:
    """The worker's results for each query: notes, each with the units found in it."""
    return [answers[-1] for answers in run_worker(build_index(written(site())), queries)]


def written(notes: Site) -> list[dict[str, object]]:
    """The units of a site as they are written into its index."""
    return [plain(unit) for units in find_units(notes) for unit in units]


def build_index(units: Sequence[Mapping[str, object]]) -> dict[str, object]:
    told = {
        "texts": search_texts(translations("ko").gettext),
        "meanings": meanings_among(words_in(map(dict, units))),
    }
    return {"docs": units, "config": {"campnotes": told}}


@pytest.mark.parametrize(
    ("query", "location"),
    [
        ("어텐션", "week1/day1/day1/#어텐션"),
        ("어텐션을", "week1/day1/day1/#어텐션"),
        ("어텐션에서만", "week1/day1/day1/#어텐션"),
        ("어텐", "week1/day1/day1/#어텐션"),
        ("언어모델", "week2/ch1_bert/"),
        ("사전 학습", "week2/ch1_bert/"),
        ("ㅅㄷ", "week1/day2/day2/#캐시"),
        ("stampede", "week1/day2/day2/#캐시"),
        ("쇄도", "week1/day2/day2/#캐시"),
        ("버트 BERT를", "week2/ch1_bert/"),
        ("인댁스", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("인덱승", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("고등어", "week1/day1/day1/#어텐션"),
        ("lru_cache", "week1/day2/day2/#캐시"),
        ("部分型", "letters/"),
        ("ﾃﾝﾌﾟﾚｰﾄ", "letters/"),
        ("てんぷれーとりてらる", "letters/"),
        ("サーバ", "letters/"),
        ("読み終えた", "letters/"),
        ("naive ＢＡＹＥＳ", "letters/"),
        ("версия", "letters/"),
        ("day 3", "week2/day3/day3/"),
        ("3일차", "week2/day3/day3/"),
        ("1일차", "week1/day1/day1/"),
        ("Day 1", "week1/day1/day1/"),
        ("week1", "week1/day1/day1/"),
        ("week:1 어텐션", "week1/day1/day1/#어텐션"),
        ("Day02 캐시", "week1/day2/day2/#캐시"),
        ("2주차 정규화", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("윤서진님", "people/윤서진/"),
        ("B트리 논문", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("by:서진 정규화", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("kind:lecture attention", "week2/ch1_bert/"),
        ('"언어 모델"', "week2/ch1_bert/"),
        ("attention -사전학습", "week1/day1/day1/#어텐션"),
        ("kind:발표", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("kind:질문 빠른", "week2/day3/day3/#인덱스는-왜-빠를까"),
        ("어텐쇼", "week1/day1/day1/#어텐션"),
        ("엍", "week1/day1/day1/#어텐션"),
        ("어텐ㅅ", "week1/day1/day1/#어텐션"),
        ("서진", "people/윤서진/"),
        ("GIL이란", "week2/ch1_bert/"),
        ("stampede란", "week1/day2/day2/#캐시"),
        ("레퍼런스", "week2/ch1_bert/"),
        ("8월 9일", "2021-08-09/"),
        ("2021-08-09", "2021-08-09/"),
    ],
)  # fmt: skip
def test_what_is_typed_finds_what_is_meant(query: str, location: str) -> None:
    items = ask(query)[0]
    assert items, query
    found = [str(unit["location"]) for group in items[:2] for unit in group]
    assert location in found


@pytest.mark.parametrize(
    ("texts", "query", "best"),
    [
        # What is left of 학습방식 without 방식 is a word, unlike that of 블로그 without 로그.
        ({"a/": ("", "다른 방식"), "b/": ("학습방식", "학습")}, "방식", "b/"),
        ({"a/": ("", "로그 남기기"), "b/": ("블로그", "")}, "로그", "a/"),
        ({"a/": ("둘의 차이점", ""), "b/": ("", "차이")}, "차이", "a/"),
        # The word itself, before another word of its stem.
        ({"a/": ("model", "model"), "b/": ("", "modeling")}, "modeling", "b/"),
        # Together as typed, before both words somewhere.
        ({"a/": ("목적", "함수가 많다"), "b/": ("", "목적함수를")}, "목적 함수", "b/"),
        ({"a/": ("", "경사 하강법"), "b/": ("", "하강")}, "경사하강", "a/"),
        # The other script, also in longer words.
        ({"a/": ("", "frameworks"), "b/": ("", "없다")}, "프레임", "a/"),
        # What sounds alike, though each word is only a slip from another.
        (
            {"a/": ("teacher forcing", ""), "b/": ("", "피처"), "c/": ("", "소싱")},
            "티처 포싱",
            "a/",
        ),
        # A slip in one syllable, however many keys it takes; and what holds the word meant.
        ({"a/": ("", "윈도우"), "b/": ("", "언덕")}, "언도우", "a/"),
        ({"a/": ("", "난이도는"), "b/": ("난수", "난자")}, "난우도", "a/"),
        ({"a/": ("", "선형대수학"), "b/": ("", "없다")}, "대투학", "a/"),
        # A heading, before a sentence that is set as one, before what is said again and again.
        ({"a/": ("", "구조 구조 구조 구조"), "b/": ("구조", "")}, "구조", "b/"),
        ({"a/": ("", "구조 구조 구조 구조"), "b/": ("", "\n이제 구조를 안다.\n")}, "구조", "b/"),
        ({"a/": ("", "\n이제 구조를 안다.\n"), "b/": ("구조", "")}, "구조", "b/"),
        # A title of many words is less about each of them.
        ({"a/": ("전에 말한 벡터 연산과 단편화 문제", ""), "b/": ("연산", "")}, "연산", "b/"),
        # A form is the word, also where the notes have the form; but another word isn't.
        ({"a/": ("충돌 해결", ""), "b/": ("", "충돌하는")}, "충돌하는", "a/"),
        ({"a/": ("기본", "기본"), "b/": ("", "기본기")}, "기본기에서만", "b/"),
        # Together as typed, though it begins within a word or goes on.
        ({"a/": ("관계", "필드"), "b/": ("", "연관관계 필드")}, "관계 필드", "b/"),
        ({"a/": ("반복 반복", ""), "b/": ("", "중첩 반복문")}, "중첩반복", "b/"),
        ({"a/": ("배열", "차원"), "b/": ("", "2차원 배열")}, "차원배열", "b/"),
        # A name that is part of a longer one; what a file is called.
        ({"a/": ("", "modeling_utils.py"), "b/": ("", "utilities")}, "utils", "a/"),
        ({"a/Dev_details/": ("개발", ""), "b/": ("", "세부 detail")}, "details", "a/Dev_details/"),
        # Who types initials thinks of a noun.
        ({"a/": ("같아야", "같아야"), "b/": ("", "금요일 금요일에")}, "ㄱㅇㅇ", "b/"),
    ],
)
def test_what_is_meant_comes_before_what_is_like_it(
    texts: dict[str, tuple[str, str]], query: str, best: str
) -> None:
    docs: list[dict[str, object]] = [
        {"location": location, "title": title, "text": text, "kind": "day"}
        for location, (title, text) in texts.items()
    ]
    items = run_worker(build_index(docs), [query])[0][-1]
    assert items[0][0]["location"] == best


@pytest.mark.parametrize(
    ("query", "best"),
    [
        # What is said word for word comes first, whatever has its words more often.
        ("버섯과 이끼의 차이", "said/"),
        # In katakana: in one word what English has in several, too.
        ("call signature", "spelt/"),
        ("プレイグラウンド", "latin/"),
    ],
)
def test_what_is_typed_in_other_letters_or_word_for_word_is_found(query: str, best: str) -> None:
    texts = {
        "often/": "버섯. 이끼. 차이. 버섯은 크고 이끼는 작다. 이끼와 버섯.",
        "said/": "버섯과 이끼의 차이를 물었다.",
        "spelt/": "コールシグネチャを書く。",
        "call/": "call, call. a call was signed",
        "latin/": "the playground",
    }
    docs: list[dict[str, object]] = [
        {"location": location, "title": "", "text": text} for location, text in texts.items()
    ]
    ((items,),) = run_worker(build_index(docs), [query])
    assert str(items[0][0]["location"]).split("?")[0] == best


@pytest.mark.parametrize(
    "title", ["1. 큐란?", "A/B-테스트 (둘)", "Ünïcode", "型ガードとは", "x" * 300, "K K", "끝 "]
)
def test_a_part_is_led_to_by_its_anchor_whatever_its_title(title: str) -> None:
    anchor = f"#{slug(title)}"
    whole = plain(Unit(location="a/", title="하루"))
    part = plain(Unit(location=anchor, title=title, text="고등어", level=2))
    ((items,),) = run_worker(build_index([whole, part]), ["고등어"])
    assert any(str(unit["location"]).startswith(f"a/{anchor}") for unit in items[0])


def test_a_note_is_found_under_both_spellings() -> None:
    english, korean = ask("attention", "어텐션")
    for items in (english, korean):
        pages = {str(group[0]["location"]).split("#")[0] for group in items}
        assert {"week1/day1/day1/", "week2/ch1_bert/"} <= pages


def test_every_group_holds_its_note_and_each_note_one_group() -> None:
    (items,) = ask("어텐션 정규화 캐시")
    pages = [str(group[0]["location"]).split("#")[0] for group in items]
    assert len(pages) == len(set(pages))
    assert all(
        any("#" not in str(u["location"]) for u in g) for g in items if "#ref-" not in str(g)
    )


def test_hits_are_marked_as_whole_words_and_text_is_escaped() -> None:
    (items,) = ask("어텐션")
    text = " ".join(str(unit["text"]) for unit in items[0])
    assert "<mark data-md-highlight>어텐션은</mark>" in text


def test_an_input_method_s_way_to_a_word_never_loses_it() -> None:
    steps = ["어", "엍", "어테", "어텐", "어텐ㅅ", "어텐셔", "어텐션"]
    for step, items in zip(steps, ask(*steps), strict=True):
        assert any(unit["location"] == "week1/day1/day1/#어텐션" for g in items for unit in g), step


def test_what_is_narrowed_and_what_else_might_be_meant() -> None:
    index = build_index(
        [
            {"location": "a/", "title": "인덱스", "kind": "day", "week": 2, "people": ["윤서진"]},
            {"location": "#q", "title": "인덱스는 왜 빠를까?", "kind": "question"},
            {"location": "b/", "title": "인덱스 둘", "kind": "lecture", "week": 3},
        ]
    )
    (found,) = ask_dialog(index, ["인덱스"])
    kinds = {kind: count for kind, count, _ in found["facets"]["kind"]}
    assert kinds == {"day": 1, "question": 1, "lecture": 1}
    assert sorted(week for week, _, _ in found["facets"]["week"]) == [2, 3]
    assert found["nearest"] == []
    (lost, narrowed) = ask_dialog(index, ["인데구수", "week:9 인덱스"])
    assert lost["found"] == 0 and "인덱스" in lost["nearest"]
    assert narrowed["nearest"] == ["인덱스"]


@pytest.mark.parametrize(
    "query", ["어텐션", "정규화", "2주차", "서진님", "빠를까", "kind:발표", "-고등어"]
)
def test_a_chip_tells_how_many_it_leaves(query: str) -> None:
    index = build_index(written(site()))
    (told,) = ask_dialog(index, [query])
    chips = [
        # It takes the place of one of its facet, as in the dialog.
        (
            " ".join([*(w for w in query.split() if not w.startswith(facet)), f"{facet}:{value}"]),
            count,
        )
        for facet, counts in told["facets"].items()
        for value, count, _ in counts
    ]
    left = ask_dialog(index, [asked for asked, _ in chips])
    assert [(asked, one["found"]) for (asked, _), one in zip(chips, left, strict=True)] == chips


def test_a_place_alone_is_a_filter() -> None:
    for items in ask("2주차", "2주차에", "week 2 kind:발표"):
        assert items
        assert all("week2/" in str(unit["location"]) for group in items for unit in group)


def test_who_presented_is_told_of_the_presentation_only() -> None:
    docs: list[dict[str, object]] = [
        {"location": "a/", "title": "Day1", "kind": "day", "people": ["윤서진"]},
        {"location": "#목차", "title": "목차", "level": 2},
        {"location": "#발표", "title": "인덱스", "level": 2, "kind": "presentation", "people": ["윤서진"]},
        {"location": "#토론", "title": "토론", "level": 3},
    ]  # fmt: skip
    ((answer,),) = run_worker(build_index(docs), ["by:서진"])
    assert {str(unit["location"]) for unit in answer[0]} == {"a/", "a/#발표", "a/#토론"}


def test_the_parts_of_a_compound_are_marked() -> None:
    docs: list[dict[str, object]] = [
        {"location": "a/", "title": "격리 수준", "text": "", "kind": "day"}
    ]
    ((answer,),) = run_worker(build_index(docs), ["격리수준"])
    assert str(answer[0][0]["title"]).count("<mark") == 2
    assert answer[0][0]["terms"] == {"격리": True, "수준": True}


def test_words_to_try_are_words_and_like_a_part_of_what_was_typed() -> None:
    text = "컴퓨터를 켠다. 컴퓨터가 없다. 고등어"
    docs: list[dict[str, object]] = [{"location": "a/", "title": "", "text": text, "kind": "day"}]
    (lost,) = ask_dialog(build_index(docs), ["퀀텀컴퓨팅"])
    assert lost["nearest"][0] == "컴퓨터"
    assert not {"컴퓨터를", "컴퓨터가"} & set(lost["nearest"])


def test_a_part_tells_the_headings_above_it() -> None:
    index = build_index(
        [
            {"location": "a/", "title": "Day1"},
            {"location": "#x", "title": "피어세션", "level": 2},
            {"location": "#y", "title": "조개", "level": 3},
        ]
    )
    ((items,),) = run_worker(index, ["조개"])
    assert "피어세션" in items[0][0]["text"]


@pytest.mark.parametrize(
    "query", ["", " ", '"', "-", "<script>", "((", "ㅋ", "week", "kind:", "a" * 500, "🎉"]
)
def test_no_query_is_too_strange(query: str) -> None:
    assert isinstance(ask(query)[0], list)


@given(
    st.lists(
        st.text(min_size=1) | st.sampled_from(["constructor", "__proto__", "valueOf"]),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=20, deadline=None)  # each starts Node
def test_whatever_a_note_says_is_found_by_its_words(texts: list[str]) -> None:
    docs: list[dict[str, object]] = [
        {"location": f"note{i}/", "title": "", "text": text, "kind": "day"}
        for i, text in enumerate(texts)
    ]
    asked = [(f"note{i}/", word) for i, text in enumerate(texts) for word in words(text)]
    found = run_worker(build_index(docs), [word for _, word in asked])
    for (location, word), answers in zip(asked, found, strict=True):
        assert location in {group[0]["location"] for group in answers[-1]}, word


def test_units_are_sections_without_sentence_headings() -> None:
    locations = [unit.location for units in find_units(site()) for unit in units]
    assert "#어텐션" in locations
    assert not any("오늘은" in location for location in locations)
    assert "references/" in locations  # heads the references, which follow it
    assert any(location.startswith("#ref-") for location in locations)


def test_front_matter_excludes_and_boosts() -> None:
    book = make_notebook(
        {
            "a.md": "---\nsearch: {exclude: true}\n---\n# a\n",
            "b.md": "---\nsearch: {boost: 2}\n---\n# b\n",
        }
    )
    urls = {"a.md": "a/", "b.md": "b/"}
    (units,) = find_units(Site(book, "ko", urls, lambda source: source))
    assert [(unit.location, unit.boost) for unit in units] == [("b/", 2.0)]


def test_a_note_is_narrowed_to_by_its_tags() -> None:
    book = make_notebook(
        {"a.md": "---\ntags: [NLP/RNN]\n---\n# 순환\n\n## 절\n\n글\n", "b.md": "# 순환 둘\n"}
    )
    urls = {"a.md": "a/", "b.md": "b/"}
    docs = [plain(unit) for page in find_units(Site(book, "ko", urls, str)) for unit in page]
    for tag in ("NLP", "nlp/rnn", '"NLP/RNN"'):
        ((answer,),) = run_worker(build_index(docs), [f"순환 tag:{tag}"])
        assert [found[0]["location"] for found in answer] == ["a/"]


@pytest.mark.parametrize(
    ("told", "boost"),
    [("99", 4), ("-3", 0.25), (".inf", 4), (".nan", 1), ("1" + "0" * 400, 1), ("[2]", 1)],
)
def test_no_note_asks_to_be_the_first_of_all(told: str, boost: float) -> None:
    book = make_notebook({"a.md": f"---\nsearch: {{boost: {told}}}\n---\n# a\n"}, Settings())
    (units,) = find_units(Site(book, "ko", {"a.md": "a/"}, lambda source: source))
    assert units[0].boost == boost


def test_what_strangers_write_is_inert_in_results() -> None:
    units = [
        {"location": "a/", "title": "<img src=x> 어텐션", "text": "<script> 어텐션", "label": "<b>"}
    ]
    ((answer,),) = run_worker({"docs": units}, ["어텐션"])
    shown = str(answer[0][0]["title"]) + str(answer[0][0]["text"])
    assert not re.search(r"<(?!/?mark|/?small)", shown)


def test_the_worker_is_one_script() -> None:
    script = worker_script()
    assert script.startswith('"use strict";(()=>{') and script.endswith("})();\n")
    assert Path(__file__).is_file() and "import " not in script


def test_the_excerpt_is_around_the_word_itself() -> None:
    text = "https://example.org/index.md 다른 말. " * 8 + "여기에서 인덱스를 배웠다."
    docs = [{"location": "a/", "title": "하루", "text": text, "kind": "day"}]
    (items,) = run_worker(build_index(docs), ["인덱스"])[0]
    assert "<mark data-md-highlight>인덱스를</mark> 배웠다" in items[0][0]["text"]


def test_what_is_far_from_what_was_typed_is_not_offered_beside_what_is_near() -> None:
    docs = [{"location": "a/", "title": "인덱스 인사", "text": "안에서", "kind": "day"}]
    (told,) = ask_dialog(build_index(docs), ["인뎃슈"])
    assert told["nearest"] == ["인덱스"]


@pytest.mark.parametrize("query", ["kind:발표", "week:2", "by:서진님", "by:서진 kind:질문 빠를까"])
def test_what_is_asked_for_by_now_can_be_released(query: str) -> None:
    index = build_index(written(site()))
    (told,) = ask_dialog(index, [query])
    pressed = {facet for facet, values in told["facets"].items() for *_, on in values if on}
    assert pressed == set(re.findall(r"(\w+):", query))


def pages_found(docs: dict[str, tuple[str, str]], *queries: str) -> list[list[str]]:
    units = [
        {"location": at, "title": title, "text": text, "kind": "day"}
        for at, (title, text) in docs.items()
    ]
    found = [answers[-1] for answers in run_worker(build_index(units), queries)]
    return [[str(group[0]["location"]) for group in items] for items in found]


def test_what_is_left_out_is_the_word_and_not_what_holds_its_letters() -> None:
    docs = {
        "a/": ("메일", "email train c++"),
        "b/": ("메일", "ai lru_cache"),
        "c/": ("메일", "고등어가 언어 모델을"),
    }
    expected = {
        "메일 -ai": "a/ c/",
        "메일 -lru_cache": "a/ c/",
        "메일 -c++": "b/ c/",
        "메일 -고등어": "a/ b/",
        '메일 -"언어 모델"': "a/ b/",
        '메일 -"': "a/ b/ c/",
        '-"언어 모델"': "a/ b/",
    }
    found = [" ".join(sorted(pages)) for pages in pages_found(docs, *expected)]
    assert dict(zip(expected, found, strict=True)) == expected


def test_a_phrase_is_of_words_and_goes_on_where_the_text_does() -> None:
    docs = {"a/": ("하루", "email train\n문장 제목 하나다.\n뒤에 온 말")}
    assert pages_found(docs, '"train 문장"', '"하나다 뒤에"') == [["a/"]] * 2
    assert pages_found(docs, '"email train 뒤에"', '"...!"', '"田中"', "by:님") == [[]] * 4


@pytest.mark.parametrize(
    "query",
    ["3월 10일 화요일", "3월 10일(화) 수업", "2026. 3. 10.", "2026.3.10", "26.03.10", "3/10", "Mar 10", "march 10 notes",
     "6일차 요약", "day 6 notes", "2주차 뭐 배웠지", "2주차 회고"],
)  # fmt: skip
def test_what_stands_there_comes_first_whatever_else_was_typed(query: str) -> None:
    docs: list[dict[str, object]] = [
        {"location": "day6/", "title": "여섯째", "kind": "day", "week": 2, "day": 6, "date": "2026-03-10"},
        {"location": "week2/", "title": "돌아보며", "kind": "retrospective", "week": 2},
        {"location": "day9/", "title": "요약 회고 수업 notes", "text": "10 화요일", "kind": "day", "week": 3, "day": 9},
    ]  # fmt: skip
    items = run_worker(build_index(docs), [query])[0][-1]
    assert items[0][0]["location"] == ("week2/" if "회고" in query else "day6/")


def test_a_word_counts_more_than_its_singular_in_titles() -> None:
    docs = {f"view{i}/": ("detail view", "detail") for i in range(3)}
    docs["tag/"] = ("HTML", "details details details")
    docs["other/"] = ("scripts", "layers")
    details, layer = pages_found(docs, "details", "layer")
    assert details[0] == "tag/" and len(details) == 4
    assert layer == ["other/"]


def test_each_word_that_initials_may_mean_comes_early() -> None:
    docs = {f"day{i}/": ("관찰", "관찰을 거듭한다") for i in range(5)}
    docs["model/"] = ("검출이란", "")
    assert "model/" in pages_found(docs, "ㄱㅊ")[0][:2]


def test_a_name_of_any_script_can_be_filtered_by() -> None:
    docs: list[dict[str, object]] = [
        {"location": f"{i}/", "title": "질문", "kind": "question", "people": [name]}
        for i, name in enumerate(("José Kim", "田中", "윤서진"))
    ]
    answers = run_worker(build_index(docs), ["by:josé", "by:田中", "by:서진님", 'by:"José Kim"'])
    assert [items[-1][0][0]["location"] for items in answers] == ["0/", "1/", "2/", "0/"]
    assert all(len(items[-1]) == 1 for items in answers)


def test_what_only_looks_like_a_date_is_none() -> None:
    docs = {
        "a/": ("decoder 2", ""),
        "b/": ("math 1-4", ""),
        "c/": ("where 절", "SQL 절"),
        "d/": ("for loop", ""),
    }
    first = [
        pages[0] for pages in pages_found(docs, "decoder 2", "math 1-4", "where 절", "for loop")
    ]
    assert first == ["a/", "b/", "c/", "d/"]


def test_what_a_question_is_asked_with_is_not_searched() -> None:
    docs = {"a/": ("what is the what", "the is"), "b/": ("", "GIL")}
    found = pages_found(docs, "what is the GIL", "GIL이 뭐지", "what")
    assert found == [["b/"], ["b/"], ["a/"]]


def test_two_korean_words_for_one_english_word_find_one_another() -> None:
    assert pages_found({"a/": ("교착", "")}, "데드락") == [["a/"]]


def test_full_width_letters_and_decomposed_ones_are_read() -> None:
    book = make_notebook({"a.md": "# \u110b\u1165\u1110\u1166\u11ab\u1109\u1167\u11ab"}, Settings())
    docs = written(Site(book, "ko", {"a.md": "a/"}, str))
    (items,) = run_worker(build_index(docs), ["어텐션"])[0]
    assert "<mark data-md-highlight>어텐션</mark>" in items[0][0]["title"]
    assert pages_found({"a/": ("lru_cache", "")}, "ｌｒｕ＿ｃａｃｈｅ") == [["a/"]]


def test_an_address_that_is_not_encoded_stops_nothing() -> None:
    assert pages_found({"c/100%/": ("하나", ""), "b/C%23/": ("둘", "")}, "하나", "c#") == [
        ["c/100%/"],
        ["b/C%23/"],
    ]


def test_a_long_topic_is_not_repeated_with_each_of_its_questions() -> None:
    text = f"# Day1\n\n## 피어세션\n\n##### {'인덱스' * 5000}\n\n발표자: 윤서진\n\n질문\n\n"
    text += "\n".join(f"- 왜 {i} 인가요?" for i in range(100))
    book = make_notebook({"day1.md": text}, Settings())
    units = written(Site(book, "ko", {"day1.md": "day1/"}, str))
    assert len(json.dumps(units, ensure_ascii=False)) < 100_000


def test_the_references_have_a_heading_of_their_own() -> None:
    (items,) = ask("트리 논문")
    (group,) = [group for group in items if str(group[0]["location"]).startswith("references/")]
    assert next(unit["title"] for unit in group if unit["location"] == "references/") == "참고 자료"


def test_a_query_that_was_typed_on_is_not_answered() -> None:
    script = (
        ";(async () => { const told = []; globalThis.postMessage = (m) => { if (m.type === 3) told.push(m.data.items.length) }\n"
        "await listeners[0]({ data: { type: 0, data: input.index } })\n"
        "await Promise.all(['인', '인덱', '인덱스'].map((data) => listeners[0]({ data: { type: 2, data } })))\n"
        "console.log(JSON.stringify(told)) })()\n"
    )
    docs = [{"location": "a/", "title": "인덱스", "kind": "day"}]
    assert run_node(PAGE + worker_script() + script, {"index": build_index(docs)}) == [1]


def test_empty_forms_come_last() -> None:
    notebook = make_notebook(
        {"day1.md": "# Day 1\n\n## 강의\n", "template.md": "# Day \n\n## 강의\n"}
    )
    boosts = {note.path: boost_of(note) for note in notebook.notes}
    assert boosts["template.md"] < boosts["day1.md"] / 10


def test_who_presented_something_is_told() -> None:
    (answer,) = ask("누가 인덱스 발표했지")
    found = answer[0][0]
    assert "인덱스는" in found["location"]
    assert "윤서진 · " in found["text"]
    assert "자료 1" in found["text"]
