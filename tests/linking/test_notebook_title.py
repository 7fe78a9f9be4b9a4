"""What a notebook is called where nobody says it."""

from __future__ import annotations

import pytest

from campnotes.linking.titles.of_notebook import name_of_repository, notebook_title, short_title
from campnotes.parsing.note import parse_note
from campnotes.settings import Settings
from support.notebooks import make_notebook


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 나래의 캠프 기록\n\n## 1주차\n", "나래의 캠프 기록"),
        ("---\ntitle: 캠프\n---\n# 나래의 캠프 기록\n", "캠프"),
        ("## 진행 방식\n", None),
        ("# 스터디 목적\n# 스터디 규칙\n", None),
        ("# About This Project\n", None),
        ("# README\n", None),
        ("# 부스트캠프에서 배운 모든 것을 날마다 빠짐없이 정리하는 곳\n", None),
        ("# 여기에 날마다 배운 것을 적어요.\n", None),
        ("# 💻 나래의 캠프 기록 💻\n", "나래의 캠프 기록"),
        ("# 나래의 기록 | 물결캠프 3기에서 날마다 배운 것을 모으는 곳\n", "나래의 기록"),
        ("# Mulgyeol_AI_Note\n", "Mulgyeol AI Note"),
        ("# mulgyeol-boostcamp-ai\n", "Mulgyeol boostcamp ai"),
        ("# Pre-course\n", "Pre-course"),
        ("글\n", None),
    ],
)
def test_a_readme_names_its_notebook_in_a_few_words(text: str, title: str | None) -> None:
    assert notebook_title(parse_note(text, "README.md")) == title


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ("물결캠프 노트", "물결캠프 노트"),
        ("캠프 노트 (3기)", "캠프 노트 (3기)"),
        ("물결캠프 노트 - 백엔드 3기 한누리가 날마다 적은 것", "물결캠프 노트"),
        ("물결캠프 노트(백엔드 3기 한누리가 날마다 적은 것)", "물결캠프 노트"),
        ("물결캠프에서 한누리가 배운 것을 날마다 빠짐없이 적는 곳", None),
        ("🌊 🌊", "🌊 🌊"),
    ],
)
def test_a_long_title_has_a_short_one_in_front(told: str, short: str | None) -> None:
    assert short_title(told) == (short or told)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/narae/Boost-Camp---AI-Tech", "Boost Camp AI Tech"),
        ("https://github.com/narae/camp_notes.git", "Camp notes"),
        ("https://github.com/narae/notes/", "Notes"),
    ],
)
def test_a_repository_s_name_is_made_readable(address: str, name: str) -> None:
    assert name_of_repository(address) == name


@pytest.mark.parametrize(
    ("readme", "title"),
    [
        ("## 진행 방식\n\n- 화요일마다\n", "물결 스터디"),
        ("날마다 적어요.\n", "물결 스터디"),
        ("# 나래의 캠프 기록\n", "나래의 캠프 기록"),
    ],
)
def test_a_readme_that_names_no_notebook_goes_by_the_site_s_name(readme: str, title: str) -> None:
    notebook = make_notebook({"README.md": readme}, Settings(title="물결 스터디"))
    assert notebook.by_path["README.md"].title == title
