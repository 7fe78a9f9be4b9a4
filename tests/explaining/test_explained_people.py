"""Who was taken for whom, by which evidence, and who wasn't."""

from __future__ import annotations

from campnotes.explaining import Explanation, Subject
from campnotes.linking.model import Cited
from campnotes.settings import PersonSettings, Settings
from explaining.asking import about, codes, explain

SESSION = "# Day1\n\n## 피어세션\n\n"


def taken(
    text: str, others: str = "", settings: Settings | None = None, line: int | None = None
) -> list[Explanation]:
    notes = {"day1.md": text, "day2.md": others}
    return about(explain(notes, "day1.md", line, settings), Subject.PERSON)


def not_taken(text: str, others: str = "", line: int | None = None) -> list[Explanation]:
    notes = {"day1.md": text, "day2.md": others}
    return about(explain(notes, "day1.md", line), Subject.NOT_TAKEN)


def test_a_label_announces_a_name() -> None:
    (person,) = taken("# Day1\n\n발표자: `나래`\n")
    assert (person.value, person.written, person.line) == ("나래", "나래", 3)
    assert person.role == "presenter"
    assert codes(person) == ["form", "announced"]
    assert person.reasons[0].values["form"] == "발표자: 윤서진"


def test_a_moderator_has_the_form_of_moderators() -> None:
    (person,) = taken("# Day1\n\n모더레이터: 오지안\n")
    assert (person.role, codes(person)) == ("moderator", ["form", "announced"])


def test_a_title_names_somebody_in_full_or_with_an_honorific() -> None:
    (in_full,) = taken(f"{SESSION}### 3강 인덱스 (김나래)\n")
    assert codes(in_full) == ["form", "full-name"]
    (spoken_of,) = taken(f"{SESSION}### 3강 인덱스 (나래님)\n")
    assert codes(spoken_of)[:2] == ["form", "honorific"]


def test_names_beside_each_other() -> None:
    people = taken(f"{SESSION}- 김나래: 인덱스\n- 박도윤: 큐\n")
    assert [person.value for person in people] == ["김나래", "박도윤"]
    for person in people:
        assert codes(person) == ["form", "neighbours"]


def test_a_short_name_leads_to_where_the_whole_one_is_certain() -> None:
    (person,) = taken("오늘 나래님이 도와주었다.\n", "# Day2\n\n발표자: 김나래\n")
    assert (person.value, person.role) == ("김나래", "mentioned")
    assert codes(person) == ["honorific", "short-name"]
    assert person.reasons[1].at == Cited("day2.md", 3)


def test_a_name_that_is_certain_elsewhere() -> None:
    (person,) = taken(f"{SESSION}### 인덱스 (소나래)\n", "발표자: 소나래\n")
    assert codes(person) == ["form", "elsewhere"]
    assert person.reasons[1].at == Cited("day2.md", 1)


def test_who_is_told() -> None:
    settings = Settings(people={"김나래": PersonSettings(aliases=("치즈",))})
    (person,) = taken("발표자: 치즈\n", settings=settings)
    assert (person.value, codes(person)) == ("김나래", ["form", "told"])
    (in_front_matter,) = taken("---\ntitle: 가\npresenters: [김나래]\n---\n")
    assert (codes(in_front_matter), in_front_matter.line) == (["front-matter"], 3)


def test_a_presentation_says_whose_it_is() -> None:
    notes = {"day1.md": f"{SESSION}### 3강 인덱스 (김나래)\n\n- [글](https://db.example/a)\n"}
    (explained,) = about(explain(notes, "day1.md"), Subject.PRESENTATION)
    assert (explained.value, explained.line) == ("3강 인덱스", 5)
    assert explained.reasons[0].values["presenters"] == "김나래"
    assert explained.reasons[0].values["materials"] == "1"


def test_a_short_name_of_several_is_ambiguous() -> None:
    (person,) = not_taken("나래님 고마워요.\n", "발표자: 김나래, 박나래\n")
    assert codes(person) == ["ambiguous"]
    assert person.reasons[0].values["candidates"] == "김나래, 박나래"


def test_who_is_called_by_a_name_that_nobody_has() -> None:
    (person,) = not_taken("지안님 고마워요.\n")
    assert (person.written, codes(person)) == ("지안님", ["nobody-known"])


def test_a_word_that_looks_like_a_name_alone() -> None:
    text = f"{SESSION}- 정밀도: 0.8\n"
    assert not_taken(text) == []
    (word,) = not_taken(text, line=5)
    assert codes(word) == ["form", "unconfirmed"]


def test_a_state_behind_a_label() -> None:
    (state,) = not_taken("# Day1\n\n발표자: 미정\n")
    assert (state.written, state.line, codes(state)) == ("미정", 3, ["form", "no-name"])


def test_a_presentation_outside_of_any_session() -> None:
    (person,) = not_taken("# Day1\n\n- 나래님이 인덱스를 설명해 주었다\n", "발표자: 김나래\n")
    assert codes(person) == ["form", "outside-session"]


def test_of_one_line_weak_forms_are_told_too() -> None:
    text = f"{SESSION}### Transformer - Attention\n"
    assert not_taken(text) == []
    (word,) = not_taken(text, line=5)
    assert word.value in {"Transformer", "Attention"}
    assert codes(word) == ["form", "no-neighbours"]


def test_only_what_is_about_the_line() -> None:
    text = "# Day1\n\n발표자: 김나래\n\n발표자: 박도윤\n"
    (person,) = taken(text, line=5)
    assert person.value == "박도윤"
    assert explain({"day1.md": text}, "day1.md", 4) == []


def test_a_sentence_of_a_session() -> None:
    (person,) = not_taken(f"{SESSION}나래님이 인덱스를 설명해 주었다.\n", "발표자: 김나래\n")
    assert codes(person) == ["form", "running-text"]


def test_what_is_yet_to_come() -> None:
    (person,) = not_taken(f"{SESSION}내일 발표\n\n- 발표자: 김나래\n", line=7)
    assert codes(person) == ["form", "planned"]


def test_who_teaches() -> None:
    _, person = not_taken("# Day1\n\n발표자: 오지안 멘토님\n")
    assert codes(person) == ["form", "teaches"]


def test_a_note_that_was_presented() -> None:
    notes = {
        "1.md": f"{SESSION}| 발표자 | 주제 |\n| --- | --- |\n| 김나래 | [인덱스](2.md) |\n",
        "2.md": "# 인덱스\n",
    }
    (presented,) = about(explain(notes, "2.md"), Subject.PRESENTATION)
    assert presented.reasons[0].at == Cited("1.md", 7)
    assert presented.reasons[0].values["presenters"] == "김나래"
