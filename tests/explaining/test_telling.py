"""What is said of explanations, in the terminal and to programs."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from campnotes.explaining import Explanation, Reason, Subject
from campnotes.explaining.asked import find_note, nearest_notes, read_asked
from campnotes.explaining.reasons import KINDS, LISTS, PLACES, REASONS, ROLES
from campnotes.explaining.telling import tell_explanations
from campnotes.locales import translations
from campnotes.notebook.place import Kind
from campnotes.parsing.presenters import Role
from explaining.asking import explain

NOTES = {
    "week1/day1.md": "# Day1\n\n## 피어세션\n\n발표자: 나래님\n\n발표자: 미정\n",
    "week1/day2.md": "# Day2\n\n발표자: 김나래\n",
}
PATH = "week1/day1.md"


def test_a_note_in_words() -> None:
    assert tell_explanations(explain(NOTES, PATH), PATH).split("\n") == [
        "week1/day1.md",
        "Kind: Day note",
        "    Its path, its title or its front matter tells a day or a date.",
        "Week: 1",
        "    It stands in the path: `week1`.",
        "Day: 1",
        "    It stands in the path: `day1.md`.",
        "Date: unknown",
        "    Nothing tells it. You can: `date:` in the front matter, or `start:` in mkdocs.yml.",
        "Title: Day1 (line 1)",
        "    The heading on this line stands for the whole note.",
        "",
        "Presentations",
        "- line 3: 피어세션",
        "    Presented by 김나래. Links: 0, questions: 0.",
        "",
        "People",
        "- line 5: 김나래 (“나래님”, presents)",
        "    It is written like “발표자: 윤서진”.",
        "    It is written with 님 or the like, as only names are.",
        "    “나래님” can only be 김나래: nobody else here has this name. See week1/day2.md:3.",
        "",
        "Not taken for anybody",
        "- line 7: “미정”",
        "    It is written like “발표자: 윤서진”.",
        "    It can't be a name: a word for a state, a role or everybody, or too long.",
        "",
        "If somebody is missing, write `presenters: [NAME]` into the front matter, "
        "or the name under `people:` in mkdocs.yml.",
    ]


def test_a_line_of_which_nothing_is_read() -> None:
    told = tell_explanations(explain(NOTES, PATH, 2), PATH, 2)
    assert told.startswith("week1/day1.md:2\nNothing is read from this line.\n\nIf somebody")


def test_in_korean() -> None:
    translate = translations("ko").gettext
    told = tell_explanations(explain(NOTES, PATH), PATH, translate=translate)
    assert "제목: Day1 (1행)" in told
    assert "- 5행: 김나래 (「나래님」, 발표)" in told
    assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", told)


def test_for_programs() -> None:
    written = tell_explanations(explain(NOTES, PATH, 5), PATH, 5, form="json")
    data = json.loads(written)
    assert (data["path"], data["line"]) == (PATH, 5)
    (person,) = data["explanations"]
    assert person["subject"] == "person"
    assert (person["value"], person["written"], person["role"]) == ("김나래", "나래님", "presenter")
    reason = person["reasons"][2]
    assert (reason["code"], reason["path"], reason["line"]) == ("short-name", "week1/day2.md", 3)


def test_nothing_of_a_note_acts_in_what_is_told() -> None:
    notes = {"a.md": "# \x1b[31m빨강\u202e\n\n발표자: 김나래\x07\n"}
    told = tell_explanations(explain(notes, "a.md"), "a\x1b.md")
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", told)


def test_every_name_and_reason_is_known() -> None:
    assert set(PLACES) | set(LISTS) == set(Subject)
    assert set(Kind) <= set(KINDS)
    assert set(Role) <= set(ROLES)
    for code, message in REASONS.items():
        explanation = Explanation(Subject.DAY, "1", (Reason(code),))
        assert message.endswith(".")
        names = re.findall(r"{(\w+)}", message)
        values = dict.fromkeys(names, "가")
        explanation = Explanation(Subject.DAY, "1", (Reason(code, values),))
        assert "가" in tell_explanations([explanation], "가.md")


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a.md", "a.md", None),
        ("a.md:3", "a.md", 3),
        ("a.md:3:14", "a.md", 3),
        ("a.md:3:", "a.md", 3),
        ("a:1.md", "a:1.md", None),
        ("week1/a:7", "week1/a:7", None),
    ],
)
def test_what_is_asked(text: str, path: str, line: int | None) -> None:
    notes = ["a.md", "a:1.md", "week1/a:7"]
    asked = read_asked(text, lambda path: find_note(path, notes))
    assert (asked.path, asked.line) == (path, line)


def test_names_that_macos_takes_apart() -> None:
    apart = unicodedata.normalize("NFD", "week1/회고.md")
    assert find_note("week1/회고.md", [apart]) == apart


def test_the_nearest_notes() -> None:
    notes = ["week1/day1.md", "week1/day2.md", "week2/회고.md"]
    assert nearest_notes("week2/회고록.md", notes)[0] == "week2/회고.md"
    assert nearest_notes("week1", notes) == ["week1/day1.md", "week1/day2.md"]
    assert nearest_notes("한", []) == []


def test_questions_are_told_with_what_makes_them_so() -> None:
    notes = {"a.md": "# 나무\n\n## 질문\n\n- 잎은 왜 지나요?\n\n## 가지\n\nQ. 왜 치나요?\n"}
    told = tell_explanations(explain(notes, "a.md"), "a.md").split("\n")
    begin = told.index("Questions")
    assert told[begin:] == [
        "Questions",
        "- line 5: 잎은 왜 지나요?",
        "    It stands under a title, in a file or in a folder of questions, and asks.",
        "- line 9: 왜 치나요?",
        "    A mark before or above it says that it is asked: `Q.` or the like.",
    ]
