"""Where a site goes, and what is never lost there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from campnotes.exchange import exchange
from campnotes.output import MARK, OutputError, build_beside, check_output


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "day1.md").write_text("# Day1\n", "utf-8")
    return folder


def build(output: Path, text: str = "new") -> None:
    with build_beside(output) as part:
        (part / "index.html").write_text(text, "utf-8")


def test_a_new_folder_and_an_empty_one_are_taken(notebook: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for output in (empty, tmp_path / "deep" / "site"):
        check_output(output, notebook)
        build(output)
        assert (output / "index.html").read_text("utf-8") == "new"


def test_a_site_of_ours_is_replaced_whole(notebook: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "old")
    (site / "gone.html").write_text("", "utf-8")
    check_output(site, notebook)
    build(site)
    assert sorted(p.name for p in site.iterdir()) == [MARK, "index.html"]
    assert (site / "index.html").read_text("utf-8") == "new"


def test_somebody_s_own_files_are_never_replaced(notebook: Path, tmp_path: Path) -> None:
    thesis = tmp_path / "documents" / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("years of work", "utf-8")
    for output in (thesis.parent, thesis):
        with pytest.raises(OutputError, match="--output"):
            check_output(output, notebook)


def test_the_notebook_is_known_behind_a_link(notebook: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(notebook)
    (notebook / MARK).write_text("", "utf-8")  # a stranger's notebook may hold our mark
    for output in (link, notebook, notebook / "site", link / "site", tmp_path):
        with pytest.raises(OutputError, match="notebook"):
            check_output(output, notebook)


def test_a_build_that_fails_leaves_the_former_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "old")
    with pytest.raises(OSError, match="full"), build_beside(site) as part:
        (part / "index.html").write_text("half", "utf-8")
        raise OSError("the disk is full")
    assert (site / "index.html").read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_the_next_build_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / ".site.campnotes-part-x1").mkdir()
    build(site)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_site_that_was_put_aside_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "old")
    site.rename(tmp_path / ".site.campnotes-former")
    with pytest.raises(OSError, match="full"), build_beside(site):
        raise OSError("the disk is full")
    assert (site / "index.html").read_text("utf-8") == "old"


def test_of_two_builds_at_once_the_second_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with build_beside(site), pytest.raises(OutputError, match="under way"):
        build(site)


def test_without_a_call_to_exchange_folders_they_are_renamed_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("campnotes.output.exchange", lambda *_folders: False)
    site = tmp_path / "site"
    build(site, "old")
    build(site, "new")
    assert (site / "index.html").read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_leftovers_are_known_by_any_name(tmp_path: Path) -> None:
    site = tmp_path / "a[b]*"
    (tmp_path / ".a[b]*.campnotes-part-x1").mkdir()
    (tmp_path / ".ab.campnotes-part-x1").mkdir()  # of another site
    build(site)
    assert {path.name for path in tmp_path.iterdir()} == {"a[b]*", ".ab.campnotes-part-x1"}


@pytest.mark.skipif(sys.platform != "linux", reason="the call is Linux's")
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "a").touch()
    assert exchange(one, other)
    assert [path.name for path in other.iterdir()] == ["a"]
    assert not exchange(one, tmp_path / "nothing")
    assert one.is_dir()
