"""Git tells about a notebook, and runs nothing that the notebook brings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from campnotes.notebook.dates.commits import git_dates

PERSON = {
    "GIT_AUTHOR_NAME": "Bora",
    "GIT_AUTHOR_EMAIL": "bora@camp.example",
    "GIT_AUTHOR_DATE": "2026-03-03T12:00:00",
    "GIT_COMMITTER_NAME": "Bora",
    "GIT_COMMITTER_EMAIL": "bora@camp.example",
    "GIT_COMMITTER_DATE": "2026-03-03T12:00:00",
}
SIGNED = """tree {tree}
author Bora <bora@camp.example> 1772539200 +0000
committer Bora <bora@camp.example> 1772539200 +0000
gpgsig -----BEGIN PGP SIGNATURE-----
 x
 -----END PGP SIGNATURE-----

Day 1
"""


def git(folder: Path, *arguments: str, text: str | None = None) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **PERSON},
    )
    return done.stdout.strip()


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "day1.md").write_text("# Day1\n", "utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    return folder


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a trace where it was run."""
    program = tmp_path / "trap.sh"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n", "utf-8")
    program.chmod(0o755)
    return program


def commit_signed(folder: Path) -> None:
    commit = SIGNED.format(tree=git(folder, "write-tree"))
    name = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", text=commit)
    git(folder, "update-ref", "HEAD", name)


COMMIT = """tree {tree}
author Bora <bora@camp.example> {when}
committer Bora <bora@camp.example> {when}

Day 1
"""


@pytest.mark.parametrize(
    "when",
    [
        "1000000000000 +0000",
        "253402300800 +0000",
        "99999999999999999999 +0000",
        "-5 +0000",
        "0 +0000",
        "soon",
        "",
    ],
)
def test_a_commit_of_no_possible_date_dates_nothing(notebook: Path, when: str) -> None:
    commit = COMMIT.format(tree=git(notebook, "write-tree"), when=when)
    arguments = ("hash-object", "-t", "commit", "-w", "--stdin", "--literally")
    git(notebook, "update-ref", "HEAD", git(notebook, *arguments, text=commit))
    (notebook / "day2.md").write_text("# Day2\n", "utf-8")
    git(notebook, "add", ".")
    git(notebook, "commit", "-qm", "Day 2")
    dates = git_dates(notebook, ["day1.md", "day2.md"])
    assert {path: str(when) for path, when in dates.items()} == {"day2.md": "2026-03-03"}


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_no_name_confuses_the_log(notebook: Path) -> None:
    names = ["\n앞.md", "뒤\n", "\x01.md", "a\x012020-01-01.md", "-p.md", '"따옴표\t".md', "😀.md"]
    for name in names:
        (notebook / name).write_text("# 글\n", "utf-8")
    git(notebook, "add", "--all", ".")
    git(notebook, "commit", "-qm", "Day 1")
    dates = git_dates(notebook, ["day1.md", *names])
    assert {str(when) for when in dates.values()} == {"2026-03-03"}
    assert len(dates) == len(names) + 1


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
@pytest.mark.parametrize(
    "setting",
    ["gpg.program", "core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"],
)
def test_no_program_of_a_repository_is_run(notebook: Path, trap: Path, setting: str) -> None:
    commit_signed(notebook)
    git(notebook, "config", "log.showSignature", "true")
    git(notebook, "config", setting, str(trap))
    dates = git_dates(notebook, ["day1.md"])
    assert not (trap.parent / "sprung").exists()
    assert str(dates["day1.md"]) == "2026-03-03"


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
def test_a_folder_that_is_a_bare_repository_is_only_a_folder(tmp_path: Path, trap: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    git(folder, "init", "-q", "--bare")
    git(folder, "config", "core.fsmonitor", str(trap))
    git(folder, "config", "core.worktree", str(folder))
    (folder / "day1.md").write_text("# Day1\n", "utf-8")
    assert git_dates(folder, ["day1.md"]) == {}
    assert not (trap.parent / "sprung").exists()


def test_the_repository_of_a_hook_is_not_asked(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(notebook, "commit", "-qm", "Day 1")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert str(git_dates(notebook, ["day1.md"])["day1.md"]) == "2026-03-03"
