"""The command line on any folder."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from campnotes.cli import main

Write = Callable[[Mapping[str, str | bytes]], Path]
BAD = {"day1.md": "# Day1\n\n[x](javascript:alert(1)) ![y](no.png)\n"}


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*")}


def test_build_needs_nothing_and_writes_nothing_into_the_notebook(write: Write) -> None:
    root = write({"day1.md": "# Day1\n"})
    before = files(root)
    status, _ = run("build", root)
    assert status == 0
    assert files(root) == before
    assert (root.parent / "notes-site" / "day1" / "index.html").is_file()


def test_the_interface_speaks_the_notebook_s_language(write: Write, tmp_path: Path) -> None:
    root = write({"day1.md": "# Day 1\n\nI learned about names and objects today.\n"})
    run("build", root, "-o", tmp_path / "site")
    assert "<h1>Contents</h1>" in (tmp_path / "site/contents/index.html").read_text("utf-8")


def test_an_own_mkdocs_yml_is_honoured(write: Write, tmp_path: Path) -> None:
    root = write(
        {
            "mkdocs.yml": "site_name: 내 노트\ntheme: {name: material, language: ko}\n",
            "docs/day1.md": "# Day1\n",
        }
    )
    status, _ = run("build", root, "-o", tmp_path / "site")
    assert status == 0
    assert "내 노트" in (tmp_path / "site/day1/index.html").read_text("utf-8")
    assert (tmp_path / "site/campnotes.json").is_file()


@pytest.mark.parametrize(
    ("heads", "address"),
    [
        ({"HEAD": "ref: refs/heads/main\n"}, "/edit/main/notes/1%EC%9D%BC%EC%B0%A8.md"),
        (
            {"HEAD": "ref: refs/heads/wip\n", "refs/remotes/origin/HEAD": "ref: refs/remotes/origin/main"},
            "/edit/main/notes/1%EC%9D%BC%EC%B0%A8.md",
        ),
        # Of no known branch, GitHub takes its own.
        ({"HEAD": "0123456789abcdef0123456789abcdef01234567\n"}, "/edit/HEAD/notes/1%EC%9D%BC%EC%B0%A8.md"),
        ({"HEAD": 'ref: refs/heads/"><script>\n'}, "/edit/HEAD/notes/1%EC%9D%BC%EC%B0%A8.md"),
    ],
)  # fmt: skip
def test_the_edit_link_leads_to_the_note_on_its_branch(
    heads: Mapping[str, str], address: str, write: Write, tmp_path: Path
) -> None:
    git = {f".git/{name}": text for name, text in heads.items()}
    config = '[remote "origin"]\nurl = git@github.com:camp/til.git\n'
    root = write(
        {".git/config": config, **git, "notes/1일차.md": "# 1일차\n", "notes/README.md": ""}
    )
    run("build", root / "notes", "-o", tmp_path / "site")
    page = (tmp_path / "site/1일차/index.html").read_text("utf-8")
    edit = re.search(r'href="https://github.com/camp/til(\S*)"[^>]* rel="edit\b', page)
    assert edit is not None
    assert edit[1] == address
    generated = (tmp_path / "site/contents/index.html").read_text("utf-8")
    assert 'rel="edit' not in generated


def test_a_wrong_mkdocs_yml_is_told(write: Write, tmp_path: Path) -> None:
    root = write({"mkdocs.yml": "site_name: [\n", "docs/a.md": ""})
    status, output = run("build", root, "-o", tmp_path / "site")
    assert status != 0
    assert "Traceback" not in output


def test_check_prints_places_and_fails_on_errors(write: Write) -> None:
    root = write(BAD)
    status, output = run("check", root)
    assert status == 1
    assert "day1.md:3:1 error link-unsafe" in output
    assert "day1.md:3:26 warning image-missing" in output


def test_check_of_warnings_fails_only_if_strict(write: Write) -> None:
    root = write({"a.md": "![y](no.png)\n"})
    assert run("check", root)[0] == 0
    assert run("check", "--strict", root)[0] == 1
    assert run("check", "--strict", write({"a.md": "# 한글\n"}))[0] == 0


def test_check_for_programs_and_workflows(write: Write) -> None:
    root = write(BAD)
    result = CliRunner().invoke(main, ["check", "--format", "json", str(root)])
    assert [f["code"] for f in json.loads(result.stdout)] == ["link-unsafe", "image-missing"]
    _, output = run("check", "--format", "github", root)
    assert "::error file=day1.md,line=3,col=1,title=link-unsafe::" in output


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    status, output = run("build", tmp_path / "nothing")
    assert status == 2
    assert "does not exist" in output


@pytest.mark.parametrize("command", ["build", "serve", "check"])
def test_help(command: str) -> None:
    assert "NOTEBOOK" in run(command, "--help")[1]


def test_the_package_can_be_run_as_a_module() -> None:
    command = [sys.executable, "-m", "campnotes", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: campnotes [OPTIONS] COMMAND [ARGS]...")
