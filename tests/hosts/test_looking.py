"""Changes of watched files are told soon, whatever happens to their folder."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from campnotes.hosts.mkdocs.serving import looking
from campnotes.hosts.mkdocs.serving.looking import PatientObserver


class Heard(FileSystemEventHandler):
    """What was told, by the names of files."""

    def __init__(self) -> None:
        self.names: Queue[str] = Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.put(Path(str(event.src_path)).name)

    def waits_for(self, name: str, seconds: float = 20) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.names.get(timeout=0.1) == name:
                    return True
            except Empty:
                pass
        return False


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    notes = tmp_path / "notes"
    notes.mkdir()
    observer = PatientObserver()
    handler = Heard()
    observer.schedule(handler, str(notes), recursive=True)
    observer.start()
    time.sleep(0.3)  # the first look
    yield handler
    observer.stop()
    observer.join()


def test_a_change_is_told_when_the_system_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(looking, "_SELDOM", 600)
    heard = request.getfixturevalue("heard")
    (tmp_path / "notes/day1.md").write_text("# Day 1\n", "utf-8")
    assert heard.waits_for("day1.md")


def test_a_folder_that_was_away_is_watched_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(looking, "_SELDOM", 0.1)
    heard = request.getfixturevalue("heard")
    notes = tmp_path / "notes"
    shutil.rmtree(notes)
    time.sleep(0.3)
    notes.mkdir()
    (notes / "day2.md").write_text("# Day 2\n", "utf-8")
    assert heard.waits_for("day2.md")
    monkeypatch.setattr(looking, "_SELDOM", 600)
    time.sleep(0.3)
    (notes / "day3.md").write_text("# Day 3\n", "utf-8")
    assert heard.waits_for("day3.md")
