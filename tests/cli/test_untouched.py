"""What is as it was by what the system tells of it is left alone, without a look at anything else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from campnotes.cli import main
from campnotes.cli.untouched import Untouched

NOTES = {
    "README.md": "# 나래의 노트\n",
    "week1/day1.md": "# Day 1\n",
    "week1/img/a.png": "그림",
    ".obsidian/app.json": "{}",
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/refs/heads/main": "1\n",
}
SITE = {"index.html": "<p>", "week1/day1/index.html": "<p>"}


class Built:
    """A notebook with what was built of it."""

    def __init__(self, folder: Path) -> None:
        self.notes = folder / "camp" / "notes"
        self.site = folder / "out"
        for place, files in ((self.notes, NOTES), (self.site, SITE)):
            for path, text in files.items():
                self.write(place / path, text)
        Untouched(self.notes, self.site).keep(self.site)

    def write(self, file: Path, text: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    @property
    def is_untouched(self) -> bool:
        return Untouched(self.notes, self.site).tell(quiet=True)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    monkeypatch.setenv("CAMPNOTES_CACHE", str(tmp_path / "cache"))
    return Built(tmp_path)


def test_nothing_has_changed(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert built.is_untouched
    assert capsys.readouterr().out == f"{built.site / 'index.html'}\n"
    assert not Untouched(built.notes, built.site.with_name("other")).tell(quiet=True)


@pytest.mark.parametrize(
    "path",
    [
        "week1/day1.md",
        "week1/day2.md",
        "week1/img/a.png",
        "week1/img/b.png",
        ".obsidian/app.json",
        ".gitignore",
        "../.gitignore",
        "mkdocs.yml",
        ".git/HEAD",
        ".git/refs/heads/main",
        ".git/info/exclude",
        "../../out/index.html",
        "../../out/more.html",
    ],
)
def test_a_file_that_is_another_is_a_change(built: Built, path: str) -> None:
    built.write(built.notes / path, "다른 글\n")
    assert not built.is_untouched


def test_so_is_one_of_the_same_size_and_time(built: Built) -> None:
    note = built.notes / "week1/day1.md"
    told = note.stat()
    note.write_text("# Day 2\n", "utf-8")
    os.utime(note, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert not built.is_untouched


def test_and_what_a_link_leads_to(built: Built, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("# 밖\n", "utf-8")
    (built.notes / "link.md").symlink_to(outside)
    Untouched(built.notes, built.site).keep(built.site)
    assert built.is_untouched
    outside.write_text("# 밖에서\n", "utf-8")
    assert not built.is_untouched


@pytest.mark.parametrize(
    "change",
    [
        lambda built: (built.notes / "week1/day1.md").unlink(),
        lambda built: (built.notes / "week1").rename(built.notes / "week2"),
        lambda built: (built.site / "index.html").unlink(),
    ],
)
def test_and_what_is_away(built: Built, change: Callable[[Built], object]) -> None:
    change(built)
    assert not built.is_untouched


@pytest.mark.parametrize("told", [{"SOURCE_DATE_EPOCH": "1"}, {"CAMPNOTES_CACHE": ""}])
def test_and_what_the_environment_tells(
    built: Built, told: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert not built.is_untouched


def test_a_repository_that_lies_elsewhere_isn_t_seen(built: Built) -> None:
    built.write(built.notes.parent / ".git", "gitdir: ../elsewhere\n")
    Untouched(built.notes, built.site).keep(built.site)
    assert not built.is_untouched


def test_the_command_loads_nothing_more(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "campnotes.cli.building", None)
    result = CliRunner().invoke(main, ["build", str(built.notes), "-o", str(built.site)])
    assert result.exit_code == 0, result.output
    assert "Nothing has changed" in result.output
    result = CliRunner().invoke(main, ["build", str(built.notes), "-o", str(built.site), "-v"])
    assert result.exit_code == 1


def test_what_was_warned_of_is_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMPNOTES_CACHE", str(tmp_path / "cache"))
    notes = tmp_path / "notes"
    (notes / "docs").mkdir(parents=True)
    (notes / "docs/day1.md").write_text("# Day 1\n", "utf-8")
    arguments = ["build", str(notes), "-o", str(tmp_path / "out")]
    for config, is_told in (("theme: mkdocs\n", False), ("theme: mkdocs\nhooks: [a.py]\n", True)):
        (notes / "mkdocs.yml").write_text(config, "utf-8")
        for _ in range(2):
            result = CliRunner().invoke(main, arguments)
            assert result.exit_code == 0, result.output
            assert ("hooks" in result.output) == is_told
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, "campnotes.cli.building", None)
            assert CliRunner().invoke(main, arguments).exit_code == int(is_told)
