"""The dates on which files were committed to Git, first and last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from campnotes.notebook.dates.years import real_date
from campnotes.notebook.files.git import ask_git
from campnotes.notebook.paths import normal
from campnotes.patterns import regex

YEARS_BACK = 5  # so that a 29th of February has a leap year among them
# Begins a commit in the log, in which all parts end with NUL.
_COMMIT = regex(r"\x01(?P<date>[\d-]*)")
_NO_DATE = date(1970, 1, 1)  # what Git tells of a commit whose date it can't read
_FIRST_COMMITS = ("--diff-filter=AR", "--reverse")
_LAST_COMMITS = ("--diff-filter=AMR",)
_LOG = (
    "--relative",
    "--name-only",
    "--no-renames",
    "--date=short",
    "--format=%x01%ad",
    "-z",
    "--",
    ".",
)


def last_before(committed: date, month: int, day: int) -> date | None:
    """Month and day in the last year in which they aren't later than the first commit."""
    for year in range(committed.year, committed.year - YEARS_BACK, -1):
        when = real_date(year, month, day)
        if when is not None and when <= committed:
            return when
    return None


def git_dates(root: Path, paths: Iterable[str]) -> Mapping[str, date]:
    """The date of the first commit of each file, for the files that Git knows.

    Empty where the notebook isn't in a Git repository, Git isn't installed, or the clone is
    shallow, whose only commit would date every note alike.
    """
    return _dates(root, paths, _FIRST_COMMITS)


def git_changes(root: Path, paths: Iterable[str]) -> Mapping[str, date]:
    """The date of the last commit that changed each file; empty where `git_dates` is."""
    return _dates(root, paths, _LAST_COMMITS)


def _dates(root: Path, paths: Iterable[str], asked: Iterable[str]) -> Mapping[str, date]:
    """The date of the commit of each file that stands first in a log."""
    shallow = ask_git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return {}
    log = ask_git(root, "log", *asked, *_LOG)
    commits = _read_log(log or "")
    dates = {}
    for path in paths:
        committed = commits.get(normal(path))
        if committed is not None:
            dates[path] = committed
    return dates


def _read_log(log: str) -> dict[str, date]:
    """The date of the commit of each file that stands first in a log, by the file's name.

    A commit may tell any date, the year 33658 too; one that is none here is passed over.
    """
    commits: dict[str, date] = {}
    committed: date | None = None
    before_name = ""
    for part in log.split("\0"):
        commit = _COMMIT.fullmatch(part)
        if commit is not None:
            committed = _commit_date(commit["date"])
            # Git puts a line break in front of a commit's first name.
            before_name = "\n"
            continue
        name = part.removeprefix(before_name)
        before_name = ""
        if name and committed is not None:
            commits.setdefault(normal(name), committed)
    return commits


def _commit_date(written: str) -> date | None:
    try:
        committed = date.fromisoformat(written)
    except ValueError:
        return None
    return committed if committed > _NO_DATE else None
