"""The analysis in Python, and that the worker's does the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campnotes.search.terms import file_name
from campnotes.search.words import grams, initials, stems, words
from support.worker import NODE, call_web

SAMPLE = (
    "웹이랑 값으로 어텐션에서는 어텐션을 학습하는 학습했습니다 모델링 모델 강의 큐는 큐 데이터베이스에서만 layers class tokenizing "
    "ㅅㅇㅊ c c++ lru_cache a.b-c 값 뷁 뷁을 이다 입니다 고른 하이퍼파라미터 day3 node.js 은 는 ㅠㅠ ㅋㅋㅋ가나 ㅏㅏㅏ ㅠ "
    "Naïve ＡＷＳ ｶﾅ サーバー 部分型とは何か 型 てんぷれーと 数学 Ελλάς Ёлка straße Łódź हिन्दी ภาษา ﬁle ① ㈜ 々 ー"
).split()


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("어텐션을", "어텐션"),
        ("모델에서는", "모델"),
        ("학습하는", "학습"),
        ("큐는", "큐"),
        ("웹이랑", "웹"),
        ("값으로", "값"),
        ("layers", "layer"),
    ],
)
def test_particles_and_endings_go(word: str, stem: str) -> None:
    assert stem in stems(word)


@pytest.mark.parametrize("word", ["강의", "class", "c", "이", "값"])
def test_what_is_no_ending_stays(word: str) -> None:
    assert stems(word) == ()


def test_a_change_of_script_ends_a_word() -> None:
    assert words("BERT는 C++와 lru_cache를") == ["bert", "는", "c++", "와", "lru_cache", "를"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("部分型とは", ["部分", "分型", "型と", "とは"]),
        ("ｶﾀｶﾅのコントロール", ["カタカナ", "の", "コントロール"]),
        ("Naïve ＡＷＳ", ["naive", "aws"]),
        ("β-версия Ελλάς", ["β", "версия", "ελλασ"]),
    ],
)
def test_every_script_has_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_blob_is_cut_into_words() -> None:
    assert max(map(len, words("가" * 1000 + " " + "a" * 1000))) <= 40


def test_initials() -> None:
    assert initials("사이킷런") == "ㅅㅇㅋㄹ"


@given(st.text())
def test_any_text_has_words_of_its_own(text: str) -> None:
    for word in words(text):
        assert word
        assert all(stem and stem != word for stem in stems(word))
        assert grams(word)


@pytest.mark.skipif(NODE is None, reason="the worker is run in Node")
def test_the_worker_s_analysis_is_the_same() -> None:
    # What the worker looks a word up by must be among what Python files it under.
    answers = call_web(
        ["search/words/words.js", "search/worker/pieces.js"],
        "(word) => ({ stems: web.stems(word), grams: web.grams(word), words: web.words(word) })",
        SAMPLE,
    )
    for word, told in zip(SAMPLE, answers, strict=True):
        assert told["stems"] == list(stems(word))
        assert told["words"] == words(word)
        if not word.startswith("ㅅ"):
            assert set(told["grams"]) <= set(grams(word))
    assert "ㅅㅇㅊ" in grams("사이처럼")


@pytest.mark.skipif(NODE is None, reason="the worker is run in Node")
def test_the_worker_readsfile_names_the_same() -> None:
    locations = [
        "week1/day%201/",
        "notes/%EA%B7%B8%EB%9E%98%ED%94%84.html",
        "",
        "a/b/#part",
        "50%/",
    ]
    told = call_web(
        ["search/ranking/index.js"], "(location) => web.fileName({ location })", locations
    )
    assert told == [file_name(location) for location in locations]
    assert told == ["day 1", "그래프", "", "", "50%"]
