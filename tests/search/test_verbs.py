"""Forms of verbs find one another without an analyser."""

from __future__ import annotations

import pytest

from campnotes.search.words import stems
from support.worker import NODE, call_web

# What is typed, and how the notes say it.
FORMS = [
    ("제공", "제공해주었다"),
    ("제공하다", "제공해주었다"),
    ("수고했다", "수고했고"),
    ("완료", "완료되지"),
    ("완료했는데", "완료되었지만"),
    ("학습시키다", "학습시켰습니다"),
    ("학습", "학습시켜보았다"),
    ("구현", "구현해보려고"),
    ("구현하기", "구현해보았습니다"),
    ("설명", "설명해주셨다"),
    ("정리", "정리해두었다"),
    ("적용", "적용해봤는데"),
    ("사용", "사용되었으며"),
    ("이해", "이해했다면"),
    ("분류", "분류하였고"),
    ("공유", "공유해주신"),
    ("변환", "변환시키면"),
    ("실행", "실행되면서"),
    ("생성", "생성됐으니"),
    ("선택", "선택하자마자"),
    ("배우다", "배웠다"),
    ("배운", "배워서"),
    ("배우기", "배웠습니다"),
    ("만들다", "만든"),
    ("만들기", "만드는"),
    ("만들어", "만들었습니다"),
    ("쓰다", "썼다"),
    ("쓰는", "써서"),
    ("넣다", "넣어주면"),
    ("넣기", "넣었는데"),
    ("찾다", "찾아보았다"),
    ("찾기", "찾은"),
    ("바꾸다", "바꿔서"),
    ("바꾸는", "바꿨다"),
    ("듣다", "들은"),
    ("듣고", "들었다"),
    ("짓다", "지은"),
    ("돕다", "도와"),
    ("돕는", "도와주는"),
    ("고르다", "골라"),
    ("고르는", "골랐다"),
    ("모르다", "몰라"),
    ("모르는", "몰랐던"),
    ("나누다", "나눠"),
    ("나누기", "나누어"),
    ("풀다", "푼"),
    ("풀기", "풀었다"),
    ("푸는", "풀어보자"),
    ("걷다", "걸었다"),
    ("느끼다", "느꼈다"),
    ("느낀", "느껴졌다"),
    ("어렵다", "어려웠다"),
    ("어려운", "어려워서"),
    ("쉽다", "쉬운"),
    ("다루다", "다뤘다"),
    ("다루는", "다룬"),
    ("줄이다", "줄여서"),
    ("줄이기", "줄였다"),
    ("늘리다", "늘렸더니"),
    ("보내다", "보냈다"),
    ("읽다", "읽었는데"),
    ("읽기", "읽으면서"),
    ("고치다", "고쳤다"),
    ("지우다", "지웠다"),
    ("던지다", "던졌을"),
    ("따르다", "따라서"),
    ("부르다", "불러온"),
    ("묻다", "물어보았다"),
    ("모으다", "모아서"),
    ("맞추다", "맞춰"),
    ("가르치다", "가르쳐주셨다"),
    ("잊다", "잊어버렸다"),
    ("외우다", "외워야"),
    ("떠올리다", "떠올렸다"),
    ("붙이다", "붙여주면"),
    ("알다", "아는"),
    ("알게", "알았다"),
    ("깨닫다", "깨달았다"),
    ("나타내다", "나타낸다"),
    ("돌리다", "돌려보니"),
]
OTHERS = ["쓰레기", "만두", "보고", "강의", "지도", "배경", "나라", "도시", "고리", "손실함수"]


def _share(known: dict[str, list[str]]) -> float:
    met = [not {typed, *known[typed]}.isdisjoint({said, *known[said]}) for typed, said in FORMS]
    return sum(met) / len(FORMS)


def test_one_form_of_a_verb_finds_another() -> None:
    known = {word: list(stems(word)) for pair in FORMS for word in pair}
    assert _share(known) >= 0.9


@pytest.mark.parametrize("word", OTHERS)
def test_what_begins_like_a_verb_is_none(word: str) -> None:
    assert not any(stem.endswith("다") for stem in stems(word))


@pytest.mark.skipif(NODE is None, reason="the worker is run in Node")
def test_the_worker_knows_the_same_forms() -> None:
    listed = [*OTHERS, *(word for pair in FORMS for word in pair)]
    told = call_web(["search/words.js"], "(word) => web.stems(word)", listed)
    assert told == [list(stems(word)) for word in listed]
