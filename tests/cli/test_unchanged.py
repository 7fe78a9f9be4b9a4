"""A site that nothing has changed for is left as it is."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from campnotes.cli import main

Write = Callable[[Mapping[str, str | bytes]], Path]
NOTES: Mapping[str, str | bytes] = {
    "mkdocs.yml": "site_name: 처음\ntheme: mkdocs\n",
    "docs/day1.md": "# Day1\n\n![그림](a.png)\n",
    "docs/day2.md": "# Day2\n",
    "docs/a.png": b"\x89PNG\r\n\x1a\n",
    "docs/.assets/b.png": b"\x89PNG\r\n\x1a\n",
}


class Site:
    """A notebook with a site and a cache beside it."""

    def __init__(self, notes: Path) -> None:
        self.notes = notes
        self.place = notes.parent / "out"
        self.cache = notes.parent / "cache"

    def build(self, *options: str) -> bool:
        """Build the site; tells whether that was done."""
        arguments = ["build", str(self.notes), "-o", str(self.place), *options]
        environment = {"CAMPNOTES_CACHE": str(self.cache)}
        result = CliRunner().invoke(main, arguments, env=environment)
        assert result.exit_code == 0, result.output
        return "Nothing has changed" not in result.output


@pytest.fixture
def site(write: Write) -> Site:
    built = Site(write(NOTES))
    assert built.build()
    return built


def test_it_is_built_once(site: Site) -> None:
    assert not site.build()
    assert not site.build()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/day2.md", "# Day3\n"),
        ("docs/a.png", "\x89PNG\r\n\x1a\r"),
        ("docs/new.md", "# 새것\n"),
        ("mkdocs.yml", "site_name: 다음\ntheme: mkdocs\n"),
        ("docs/.gitignore", "day2.md\n"),
        ("docs/SUMMARY.md", "* [하나](day1.md)\n"),
        ("docs/.assets/b.png", "\x89PNG\r\n\x1a\r"),
        ("docs/.assets/c.png", "\x89PNG\r\n\x1a\n"),
        ("docs/.nav.yml", "title: 다음\n"),
        (".git/config", '[remote "origin"]\n\turl = https://github.com/cohort/notes\n'),
    ],
)
def test_and_again_for_whatever_it_comes_from(site: Site, path: str, text: str) -> None:
    file = site.notes / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    assert site.build()
    assert not site.build()


def test_the_branch_that_pages_are_edited_on_counts(write: Write) -> None:
    remote = '[remote "origin"]\n\turl = https://github.com/cohort/notes\n'
    head = {".git/HEAD": "ref: refs/heads/main\n", ".git/config": remote}
    site = Site(write({**head, "day1.md": "# Day1\n"}))
    assert site.build()
    assert not site.build()
    (site.notes / ".git/HEAD").write_text("ref: refs/heads/other\n", "utf-8")
    assert site.build()


def test_our_own_styles_count(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    style = tmp_path / "package/assets/a.css"
    style.parent.mkdir(parents=True)
    style.write_text("a {}", "utf-8")
    monkeypatch.setattr("campnotes.cli.unchanged.PACKAGE", tmp_path / "package")
    monkeypatch.setattr("campnotes.cli.untouched._PACKAGE", tmp_path / "package")
    assert site.build()
    assert not site.build()
    style.write_text("b { c: d }", "utf-8")
    assert site.build()


def test_a_note_that_is_away_is_a_change(site: Site) -> None:
    (site.notes / "docs/day2.md").unlink()
    assert site.build()


def test_so_is_a_site_that_was_changed_by_somebody_else(site: Site) -> None:
    page = site.place / "day1/index.html"
    page.unlink()
    assert site.build()
    assert page.is_file()
    page.write_text("mine", "utf-8")
    assert site.build()
    assert "Day1" in page.read_text("utf-8")


def test_pages_that_are_as_they_were_are_the_same_files(site: Site) -> None:
    page, changed = (site.place / day / "index.html" for day in ("day1", "day2"))
    (site.notes / "docs/day2.md").write_text("# Day2\n\n한 문장.\n", "utf-8")
    before = page.stat(), changed.stat()
    assert site.build()
    assert page.stat().st_ino == before[0].st_ino
    assert page.stat().st_nlink == 1
    assert changed.stat().st_ino != before[1].st_ino
    # Of one that somebody has changed, what it was is put there.
    text = page.read_text("utf-8")
    page.write_text(text.upper(), "utf-8")
    os.utime(page, ns=(0, 0))
    assert site.build()
    assert page.read_text("utf-8") == text


def test_options_count_too(site: Site) -> None:
    assert site.build("--strict")


def test_another_day_is_another_site_map(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert site.build()


def test_of_a_trusted_configuration_nothing_is_known(site: Site) -> None:
    assert site.build("--trust")
    assert site.build("--trust")


def test_files_that_are_as_they_were_keep_their_times(site: Site) -> None:
    long_ago = time.time() - 1000
    for file in filter(Path.is_file, site.place.rglob("*")):
        os.utime(file, (long_ago, long_ago))
    (site.notes / "docs/day2.md").write_text("# Day2\n\n한 줄\n", "utf-8")
    assert site.build()
    assert (site.place / "day2/index.html").stat().st_mtime > long_ago + 500
    assert (site.place / "day1/index.html").stat().st_mtime == pytest.approx(long_ago)
