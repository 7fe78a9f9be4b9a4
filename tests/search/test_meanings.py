"""The list of computing terms, and what of it a notebook's worker is told."""

from __future__ import annotations

import pytest

from campnotes.search.meanings import meanings_among, term_groups
from campnotes.search.said_words import words_in
from support.worker import NODE, run_worker

NOTES = [
    {"location": "a/", "title": "손실 함수를 고른다"},
    {"location": "b/", "title": "巻き上げ", "text": "옵티마이저"},
]


def test_every_group_has_terms_that_can_be_typed() -> None:
    for group in term_groups():
        texts = [term.text for term in group]
        assert len(texts) == len(set(texts)) > 1, texts
        for term in group:
            assert term.words, texts
            assert "=" not in term.text
            assert "|" not in term.text


def test_a_notebook_is_told_what_it_speaks_of() -> None:
    told = meanings_among(words_in(NOTES))
    assert "손실=loss|cost function|비용 함수" in told
    assert "巻き上げ=hoisting|ホイスティング" in told
    assert not any("semaphore" in group for group in told)


@pytest.mark.skipif(NODE is None, reason="the worker is run in Node")
def test_terms_of_other_languages_lead_to_what_the_notes_say() -> None:
    told = {"texts": {"kinds": {}}, "meanings": meanings_among(words_in(NOTES))}
    index = {"docs": NOTES, "config": {"campnotes": told}}
    queries = ["loss function", "hoisting", "optimizer", "semaphore"]
    answers = [answer[-1] for answer in run_worker(index, queries)]
    first = [answer[0][0]["location"].split("?")[0] if answer else None for answer in answers]
    assert first == ["a/", "b/", "b/", None]


@pytest.mark.skipif(NODE is None, reason="the worker is run in Node")
def test_a_loanword_of_one_syllable_is_found_with_a_particle() -> None:
    notes = [{"location": "a/", "title": "git"}, {"location": "b/", "title": "사이드"}]
    told = {"texts": {"kinds": {}}, "meanings": ["git~깃"]}
    index = {"docs": notes, "config": {"campnotes": told}}
    answers = [answer[-1] for answer in run_worker(index, ["깃이 뭔지", "깃을 쓰는 이유"])]
    assert [answer[0][0]["location"].split("?")[0] for answer in answers] == ["a/", "a/"]


def test_terms_of_scripts_that_a_notebook_has_not_are_left_out() -> None:
    assert meanings_among(["a", "semaphore"]) == []
