"""Kill builds at seeded moments, and say of each what it left: run by `test_kills.py`.

    python tests/cli/killed_builds.py FOLDER [BUILDS]

The builds, fifty unless told otherwise, are forks of one process that has all its imports, so that
they take seconds. Of the moments, half are by the clock, and half before an event that touches files:
most of these are where the new site takes the place of the former one.
"""

from __future__ import annotations

import json
import logging
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from campnotes.cli import main

EVENTS = {"open", "os.chmod", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}


@dataclass(frozen=True)
class Moment:
    """When a build is killed: after seconds, or before its nth event."""

    seconds: float | None = None
    event: int | None = None
    # Counted from where the new site is put in place: it is given its rights just before.
    after_turn: int | None = None


class Events:
    """Counts the events that touch files, and kills the process before one of them."""

    def __init__(self) -> None:
        self.seen = 0
        self.after_turn: int | None = None
        self.fatal = Moment()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _arguments: object) -> None:
        if event not in EVENTS:
            return
        self.seen += 1
        if self.after_turn is not None:
            self.after_turn += 1
        elif event == "os.chmod":
            self.after_turn = 0
        is_fatal = self.fatal.event == self.seen
        is_turn = self.after_turn is not None and self.after_turn == self.fatal.after_turn
        if is_fatal or is_turn:
            os.kill(os.getpid(), signal.SIGKILL)


def write_notes(notebook: Path, version: int) -> None:
    """Write two notes that tell the version they are of."""
    docs = notebook / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    (notebook / "mkdocs.yml").write_text("site_name: n\ntheme: {name: mkdocs}\n", "utf-8")
    for day in (1, 2):
        (docs / f"day{day}.md").write_text(f"# Day{day}\n\nversion {version};\n", "utf-8")


def build(notebook: Path, site: Path) -> None:
    result = CliRunner().invoke(main, ["build", str(notebook), "-o", str(site)])
    assert result.exit_code == 0, result.output


def version_of(site: Path) -> int:
    """The version of a site whose files are all of one, else an error."""
    versions = set()
    for day in (1, 2):
        text = (site / f"day{day}" / "index.html").read_text("utf-8")
        versions.add(int(text.split("version ")[-1].split(";")[0]))
    (version,) = versions
    return version


def files_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*"))


def run_killed(notebook: Path, site: Path, events: Events, moment: Moment) -> bool:
    """Build in a fork that is killed at a moment."""
    child = os.fork()
    if child == 0:
        events.seen, events.after_turn = 0, None
        events.fatal = moment
        build(notebook, site)
        os._exit(0)
    if moment.seconds is not None:
        time.sleep(moment.seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def moments(seconds: float, events: int, builds: int) -> list[Moment]:
    """Moments of a build that takes so long and has so many events, by clock, event and turn."""
    chance = random.Random(12)
    tenth = builds // 10
    by_clock = [Moment(seconds=chance.uniform(0, seconds)) for _ in range(5 * tenth)]
    anywhere = [Moment(event=chance.randint(1, events)) for _ in range(3 * tenth)]
    at_the_turn = [Moment(after_turn=number) for number in range(2 * tenth)]
    mixed = [*by_clock, *anywhere, *at_the_turn]
    chance.shuffle(mixed)
    return mixed


def main_of_script(folder: Path, builds: int = 50) -> dict[str, object]:
    logging.disable()
    notebook, site = folder / "notes", folder / "site"
    write_notes(notebook, 0)
    build(notebook, site)
    events = Events()
    began = time.monotonic()
    build(notebook, site)
    planned = moments(time.monotonic() - began, events.seen, builds)
    files = files_of(site)
    killed = whole = renewed = 0
    former = 0
    for number, moment in enumerate(planned, start=1):
        write_notes(notebook, number)
        killed += run_killed(notebook, site, events, moment)
        version = version_of(site)
        whole += version in (former, number) and files_of(site) == files
        renewed += version == number
        former = version
    build(notebook, site)
    return {
        "builds": len(planned),
        "killed": killed,
        "whole": whole,
        "renewed": renewed,
        "left": sorted(path.name for path in folder.iterdir()),
        "version": version_of(site),
    }


if __name__ == "__main__":
    print(json.dumps(main_of_script(Path(sys.argv[1]), *map(int, sys.argv[2:]))))
