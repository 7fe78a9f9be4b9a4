"""Look at watched files when the system says that something has changed there, and else now and then.

- A look goes through all files. Twice a second, as MkDocs looks, that is a tenth of a processor for a
  cohort's notebook, and what is saved is seen a quarter of a second later.
- The system alone isn't believed: it tells nothing of network disks, has room for so many folders only,
  and forgets one that was away. So what has changed is told by looks alone, as in MkDocs.
- A folder or file may be away for a moment, as many editors save files; it is watched on.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from threading import Event
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

log = logging.getLogger("mkdocs.plugins.campnotes")

_OFTEN = 0.5  # seconds between two looks where the system tells nothing, as in MkDocs
_SELDOM = 5.0  # and where it does
_TOGETHER = 0.02  # seconds within which all events of one save arrive
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]  # opening a file is no change, and builds open all of them


class _Told(FileSystemEventHandler):
    """Hears from the system that something has changed below a folder."""

    def __init__(self, noticed: Event) -> None:
        self._noticed = noticed
        self._observer: BaseObserver | None = None
        self._folder: tuple[int, int] | None = None

    @property
    def is_listening(self) -> bool:
        """Whether the system would tell."""
        return self._observer is not None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Have the files looked at."""
        del event
        self._noticed.set()

    def listen(self, path: str, *, recursive: bool) -> None:
        """Listen to what is told of a folder, or of one that has come in its place since."""
        folder = _identity(path)
        if folder == self._folder:
            return
        self.end()
        self._folder = folder
        observer = Observer()
        try:
            observer.schedule(self, path, recursive=recursive, event_filter=_CHANGES)
            observer.start()
        except OSError as error:
            log.debug("The system doesn't tell what changes in %s: %s", path, error)
            return
        self._observer = observer

    def end(self) -> None:
        """Listen no more."""
        if self._observer is not None:
            self._observer.stop()
        self._observer = None


class _PatientEmitter(PollingEmitter):
    """Looks at a folder or file that may be away for a moment."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # A link to the folder around it has no end; what it leads to is watched where it lies.
        super().__init__(*arguments, **{**named, "stat": os.lstat})
        look = self._take_snapshot

        def look_patiently() -> DirectorySnapshot:
            try:
                return look()
            except OSError:
                return EmptyDirectorySnapshot()

        self._take_snapshot = look_patiently
        self._noticed = Event()
        self._told = _Told(self._noticed)

    def on_thread_start(self) -> None:
        """Listen before the first look, so that nothing is missed between the two."""
        self._listen()
        super().on_thread_start()

    def on_thread_stop(self) -> None:
        """Wait no longer."""
        self._told.end()
        self._noticed.set()

    def queue_events(self, timeout: float) -> None:
        """Wait until something is told, but not for ever, and look."""
        longest = _SELDOM if self._told.is_listening else timeout
        if self._noticed.wait(longest):
            self.stopped_event.wait(_TOGETHER)
        self._noticed.clear()
        super().queue_events(0)
        self._listen()

    def _listen(self) -> None:
        path = str(self.watch.path)
        if os.path.isdir(path):  # noqa: PTH112 - at each look
            self._told.listen(path, recursive=self.watch.is_recursive)
        else:
            folder = Path(path).parent
            self._told.listen(str(folder), recursive=False)


class PatientObserver(PollingObserver):
    """Watches folders and files with patient emitters."""

    def __init__(self) -> None:
        BaseObserver.__init__(self, _PatientEmitter, timeout=_OFTEN)


def _identity(path: str) -> tuple[int, int] | None:
    """What tells a folder from another one that has taken its place."""
    try:
        told = os.lstat(path)
    except OSError:
        return None
    return told.st_dev, told.st_ino
