"""Each form in which somebody is named reads its example, and nobody off its counter-example."""

from __future__ import annotations

import re

import pytest

from campnotes.linking.model import Note
from campnotes.parsing import mentions
from campnotes.parsing.note import parse_note
from campnotes.parsing.presenters import RECOGNISERS, Form, roles, title_forms
from campnotes.parsing.questions import marks
from support.notebooks import make_notebook

FORMS = [form for recogniser in RECOGNISERS for form in recogniser.forms]


def session(text: str) -> Note:
    book = make_notebook({"week1/day1.md": f"# Day1\n\n## 피어세션\n\n{text}\n"})
    return book.notes[0]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_each_form_reads_its_example(form: Form) -> None:
    assert session(form.example).presentations


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.counter_example)
def test_each_form_reads_nobody_off_its_counter_example(form: Form) -> None:
    assert session(form.counter_example).presentations == ()


@pytest.mark.parametrize("form", title_forms.FORMS, ids=lambda form: form.example)
def test_each_title_is_read_by_its_own_form(form: Form) -> None:
    title = re.sub(r"^[#-]+ ", "", form.example.partition("\n")[0])
    matching = [other for other in title_forms.FORMS if other.pattern.match(title)]
    assert matching[0] is form


@pytest.mark.parametrize("role", roles.FORMS, ids=lambda role: role.form.example)
def test_each_role_is_read_off_its_example(role: roles.RoleForm) -> None:
    people = session(role.form.example).people
    assert "오지안" in {person.name for person in people}
    assert {person.role for person in people} == {role.role}
    assert session(role.form.counter_example).people == ()


@pytest.mark.parametrize("form", mentions.FORMS, ids=lambda form: form.example)
def test_each_mention_is_read_off_its_example(form: mentions.MentionForm) -> None:
    assert form.pattern.search(form.example)
    assert len(parse_note(form.example).mentions) == 1


@pytest.mark.parametrize("form", mentions.FORMS, ids=lambda form: form.counter_example)
def test_no_mention_is_read_off_a_counter_example(form: mentions.MentionForm) -> None:
    assert parse_note(form.counter_example).mentions == ()


@pytest.mark.parametrize("form", marks.MARKS, ids=lambda form: form.example)
def test_each_mark_of_a_question_is_read_off_its_example(form: marks.AskingForm) -> None:
    assert form.pattern.match(form.example)
    assert marks.read_mark(form.example)
    text = f"{form.example}\n\n트리는 왜 빠른가\n"
    assert len(parse_note(text).questions) == 1


@pytest.mark.parametrize("form", marks.MARKS, ids=lambda form: form.counter_example)
def test_no_question_is_read_off_a_counter_example(form: marks.AskingForm) -> None:
    assert parse_note(f"{form.counter_example}\n\n트리는 빠르다\n").questions == ()
