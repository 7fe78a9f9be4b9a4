"""`campnotes check --explain PATH[:LINE]` on any folder, from anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from campnotes.cli import main

Write = Callable[[Mapping[str, str | bytes]], Path]
NOTES = {
    "week1/day1.md": "# 1일차\n\n## 피어세션\n\n발표자: 김나래\n",
    "week1/회고.md": "# 1주차 회고\n\n나래님 고마워요.\n",
    "week2/day5.md": "---\ndraft: true\n---\n# 5일차\n",
}


@pytest.fixture
def notebook(write: Write) -> Path:
    return write(NOTES)


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def test_a_note_is_explained_in_the_language_of_the_notebook(notebook: Path) -> None:
    status, told, _ = run(notebook, "--explain", "week1/day1.md")
    assert status == 0
    assert told.startswith("week1/day1.md\n종류: 일일 노트\n")
    assert "- 5행: 김나래 (「김나래」, 발표)" in told


def test_a_line_is_explained(notebook: Path) -> None:
    for asked in ("week1/회고.md:3", "week1/회고.md:3:1"):
        status, told, _ = run(notebook, "--explain", asked)
        assert status == 0
        assert told.startswith("week1/회고.md:3\n\n사람\n- 3행: 김나래 (「나래님」, 언급)")


@pytest.mark.parametrize(
    ("folder", "argument", "asked"),
    [
        (".", "notes", "week1/회고.md"),
        (".", "notes", "notes/week1/회고.md"),
        ("notes", ".", "week1/회고.md"),
        ("notes/week1", "..", "회고.md"),
        ("notes/week1", "..", "week1/회고.md"),
        ("notes/week1", "..", "./회고.md:1"),
    ],
)
def test_a_path_is_found_from_anywhere(
    notebook: Path, monkeypatch: pytest.MonkeyPatch, folder: str, argument: str, asked: str
) -> None:
    monkeypatch.chdir(notebook.parent / folder)
    status, told, _ = run(argument, "--explain", asked)
    assert status == 0
    assert told.startswith("week1/회고.md")


def test_a_whole_path_is_found_too(notebook: Path) -> None:
    status, told, _ = run(notebook, "--explain", notebook / "week1" / "회고.md")
    assert status == 0
    assert told.startswith("week1/회고.md\n")


def test_beside_a_configuration_the_notes_lie_in_its_folder(write: Write) -> None:
    root = write({"mkdocs.yml": "site_name: 가\n", "docs/day1.md": "# 1일차\n"})
    for asked in ("day1.md", "docs/day1.md"):
        assert run(root, "--explain", asked)[1].startswith("day1.md\n")


def test_a_wrong_path_is_told_with_the_nearest(notebook: Path) -> None:
    status, told, error = run(notebook, "--explain", "week1/회고록.md")
    assert (status, told) == (2, "")
    assert "week1/회고록.md: 그런 노트가 없습니다. 혹시 이 노트인가요? week1/회고.md" in error
    status, _, error = run(notebook, "--explain", "week1")
    assert status == 2
    assert "week1/day1.md" in error
    assert run(notebook, "--explain", "../../etc/passwd")[0] == 2


def test_nothing_of_a_file_s_name_acts_in_what_is_told(write: Write) -> None:
    root = write({"day1\x1b[31m.md": "# 1일차\n", "day2.md": "# 2일차\n"})
    for asked in ("day1.md", "day1\x1b[31m.md:9", ""):
        status, told, error = run(root, "--explain", asked)
        assert (status, told) == (2, "")
        assert "\x1b" not in error


def test_a_line_that_a_note_has_not(notebook: Path) -> None:
    for line in (0, 6):
        status, told, error = run(notebook, "--explain", f"week1/day1.md:{line}")
        assert (status, told) == (2, "")
        assert "5행에서 끝납니다" in error


def test_a_draft_says_why_it_is_on_no_site(notebook: Path) -> None:
    status, told, _ = run(notebook, "--explain", "week2/day5.md")
    assert status == 0
    assert "머리말의 `draft: true` 때문에 사이트에 싣지 않습니다." in told


def test_for_programs(notebook: Path) -> None:
    status, told, _ = run(notebook, "--explain", "week1/day1.md:5", "--format", "json")
    data = json.loads(told)
    assert (status, data["path"], data["line"]) == (0, "week1/day1.md", 5)
    assert [explained["value"] for explained in data["explanations"]] == ["김나래"]


@pytest.mark.parametrize("others", [["--format", "sarif"], ["--baseline", "known.json"]])
def test_what_doesn_t_go_with_it(notebook: Path, others: list[str]) -> None:
    status, _, error = run(notebook, "--explain", "week1/day1.md", *others)
    assert status == 2
    assert "--explain goes with" in error
