"""A site that a tool serves: what it costs, and whether it shows what was saved."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

PORT = 8997
_LONGEST = 1200  # seconds of waiting
_TICKS = os.sysconf("SC_CLK_TCK")


class Served:
    """Runs a tool's server, which is ended on leaving."""

    def __init__(self, command: Sequence[str | Path], address: str) -> None:
        self._command = command
        self._url = f"http://127.0.0.1:{PORT}/{address}"

    def __enter__(self) -> Served:
        environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as where it is installed
        self._process = subprocess.Popen(
            self._command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.wait_for("</html>")
        self.wait_until_quiet()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in (*_below(self._process.pid), self._process.pid):
            _end(process)
        self._process.wait()

    def cpu_seconds(self) -> float:
        """What the server and its processes have used so far."""
        processes = [self._process.pid, *_below(self._process.pid)]
        return sum(map(_cpu_seconds, processes))

    def wait_for(self, text: str) -> None:
        """Wait until the page has a text."""
        self._wait(lambda: text in self._page())

    def wait_until_quiet(self) -> None:
        """Wait until the server does next to nothing for two seconds."""

        def is_quiet() -> bool:
            before = self.cpu_seconds()
            time.sleep(2)
            return self.cpu_seconds() - before < 0.2  # it still looks at the files

        self._wait(is_quiet)

    def _wait(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + _LONGEST
        while not is_so():
            if time.monotonic() > end or self._process.poll() is not None:
                raise SystemExit(f"{self._command}: {self._url} isn't served as expected")
            time.sleep(0.05)

    def _page(self) -> str:
        try:
            with urllib.request.urlopen(self._url, timeout=_LONGEST) as page:
                return str(page.read().decode())
        except (OSError, urllib.error.URLError):
            return ""


def _below(process: int) -> list[int]:
    """The processes that a process has started, and those that these have."""
    found = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, children.read_text().split()):
            found += [child, *_below(child)]
    return found


def _cpu_seconds(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return 0.0
    _, _, behind_name = told.rpartition(")")
    fields = behind_name.split()
    # user and system, and that of children that have ended (proc(5))
    return sum(map(int, fields[11:15])) / _TICKS


def _end(process: int) -> None:
    try:
        os.kill(process, 15)
    except ProcessLookupError:
        return
