"""From a repository of notes to a site on GitHub Pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from markdown import Markdown

from campnotes import guard
from campnotes.cli import main
from campnotes.cli.setting_up import WORKFLOW
from support.notebooks import HOME

Write = Callable[[Mapping[str, str | bytes]], Path]
ORIGIN = '[remote "origin"]\nurl = git@github.com:na-rae/til.git\n'
NOTES = {".git/HEAD": "ref: refs/heads/trunk\n", ".git/config": ORIGIN, "day1.md": "# 1일차\n"}
PLACE = ".github/workflows/campnotes.yml"


def init(root: Path, *options: str, answer: str = "") -> Result:
    result = CliRunner().invoke(main, ["init", str(root), *options], input=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def repository(write: Write) -> Path:
    return write(NOTES)


def test_it_says_what_it_finds_writes_and_leaves_to_the_user(repository: Path) -> None:
    told = init(repository, "--yes")
    assert told.exit_code == 0
    assert "Found: 1 note; mostly in Korean." in told.stderr
    assert "Written: .github/workflows/campnotes.yml" in told.stderr
    assert "https://github.com/na-rae/til/settings/pages" in told.stderr
    assert "https://na-rae.github.io/til/" in told.stderr
    assert not (repository / "mkdocs.yml").exists()


def test_twice_changes_nothing(repository: Path) -> None:
    init(repository, "--yes", "--config")
    files = [repository / PLACE, repository / "mkdocs.yml"]
    before = [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]
    told = init(repository, "--config")
    assert told.exit_code == 0
    assert [(file.read_bytes(), file.stat().st_mtime_ns) for file in files] == before


@pytest.mark.parametrize(("options", "answer"), [(["--dry-run"], ""), ([], "n\n"), ([], "")])
def test_nothing_is_written_without_a_yes(
    repository: Path, options: list[str], answer: str
) -> None:
    told = init(repository, *options, answer=answer)
    assert "deploy-pages@" in told.stderr
    assert not (repository / ".github").exists()


@pytest.mark.parametrize("changed", ["name: mine\n", "{written}\n# changed by hand\n"])
def test_what_somebody_else_wrote_is_left_alone(repository: Path, changed: str) -> None:
    init(repository, "--yes")
    file = repository / PLACE
    theirs = changed.format(written=file.read_text("utf-8"))
    file.write_text(theirs, "utf-8")
    told = init(repository, "--yes")
    assert told.exit_code == 1
    assert "Rename or remove it" in told.stderr
    assert file.read_text("utf-8") == theirs


def test_what_an_older_campnotes_wrote_is_written_anew(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("campnotes.cli.setting_up.__version__", "0.0.9")
        init(repository, "--yes")
    file = repository / PLACE
    assert "~=0.0.9" in file.read_text("utf-8")
    assert init(repository, "--yes").exit_code == 0
    assert "~=0.0.9" not in file.read_text("utf-8")


def test_nothing_is_written_through_a_link(repository: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (repository / ".github").symlink_to(outside)
    assert init(repository, "--yes").exit_code == 1
    assert list(outside.iterdir()) == []


def test_a_notebook_below_the_top_is_named_in_the_workflow(write: Write) -> None:
    root = write({**NOTES, "내 노트/day2.md": "# 2일차\n"})
    init(root / "내 노트", "--yes")
    workflow = yaml.safe_load((root / PLACE).read_text("utf-8"))
    assert workflow["env"]["NOTEBOOK"] == "내 노트"


def test_elsewhere_than_on_github_it_says_what_to_do(write: Write) -> None:
    outside = write({"day1.md": "# 1일차\n"})
    assert "git init" in init(outside, "--yes").stderr
    lab = {**NOTES, ".git/config": ORIGIN.replace("github", "gitlab")}
    told = init(write(lab), "--yes")
    assert told.exit_code == 0
    assert "isn't on GitHub" in told.stderr
    assert not (outside / ".github").exists()


def test_another_workflow_for_pages_is_named(write: Write) -> None:
    other = {".github/workflows/pages.yml": "steps: [{uses: actions/deploy-pages@v4}]\n"}
    told = init(write({**NOTES, **other}), "--yes")
    assert ".github/workflows/pages.yml puts pages on GitHub Pages too" in told.stderr


def test_the_configuration_that_it_writes_is_built_as_it_is(repository: Path) -> None:
    init(repository, "--yes", "--config")
    written = (repository / "mkdocs.yml").read_text("utf-8")
    assert "site_name: " in written
    place = repository.parent / "notes-site"
    result = CliRunner().invoke(main, ["build", str(repository)])
    assert result.exit_code == 0, result.output
    assert "left out" not in result.stderr
    assert (place / "day1" / "index.html").is_file()


def test_zensical_is_told_who_builds_the_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "zensical", raising=False)
    assert Markdown(extensions=["campnotes.guard"]).convert("# 1") == "<h1>1</h1>"
    monkeypatch.setitem(sys.modules, "zensical", guard)
    with pytest.raises(guard.BuiltByCampnotesError, match="campnotes build"):
        Markdown(extensions=["campnotes.guard"])


def test_its_actions_are_those_that_we_use_ourselves() -> None:
    pinned = re.compile(r"uses: (actions/[\w-]+)(?:/restore)?(@[0-9a-f]{40} # v\d+\.\d+\.\d+)")
    ours = set(pinned.findall((HOME / ".github/workflows/pages.yml").read_text("utf-8")))
    theirs = pinned.findall(WORKFLOW.read_text("utf-8"))
    assert set(theirs) == ours
    assert len(theirs) == WORKFLOW.read_text("utf-8").count("uses: ")


def test_its_jobs_may_only_what_they_need() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8").replace("@NOTEBOOK@", "."))
    assert workflow["permissions"] == {}
    may = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    reads = {"contents": "read"}
    assert may == {
        "check": reads,
        "build": reads,
        "deploy": {"pages": "write", "id-token": "write"},
    }
