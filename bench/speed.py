"""Measure how fast campnotes builds and serves, against plain Material, Zensical and Hugo.

    python bench/speed.py [NOTES …]

CPU seconds of the whole process tree (user and system), all tools by turns in one run, so that what
else the machine does falls on all; the median of the rounds. Run by `make bench` for 75 and 1,000
notes, with `BENCH=all` for 15,000 too. Notebooks are made up by ../shared, or else of the
demonstration's notes. Zensical and Hugo are installed into a virtual environment of their own; where
that can't be done, they are left out.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from build import HOME, make_notebook
from served import Served
from tools import TOOLS, Peers, Tool, install_peers

MAKER = HOME.parent / "shared" / "bench" / "perf" / "make_notebook.py"
NOTES_OF_MEMBER = 75
ROUNDS = {75: 3}  # of builds; one where a notebook is larger
UNCHANGED, EDITED, COLD, SERVED = "nothing changed", "one note edited", "cold", "save → HTML"
MEMORY, PAGE = "peak memory, MB", "a day's page, KB"

Figures = dict[tuple[str, str], list[float]]  # by what is measured, and the tool


def main(*sizes: str) -> None:
    """Print a table for each number of notes."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        peers = install_peers(work / "peers")
        for notes in map(int, sizes or ("75", "1000")):
            folder = work / str(notes)
            make_notes(folder / "made", notes)
            print_table(notes, measure(folder, notes, peers))


def make_notes(folder: Path, notes: int) -> None:
    """Make up a notebook: of one member, or of a cohort of as many as there are 75 notes for."""
    if not MAKER.is_file():
        make_notebook(folder, notes)
        return
    members = max(-(-notes // NOTES_OF_MEMBER), 1)
    told = ["--notes", str(notes), "--members", str(members), "--seed", "1"]
    subprocess.run([sys.executable, MAKER, folder, *told], check=True, capture_output=True)


def measure(folder: Path, notes: int, peers: Peers) -> Figures:
    """Measure all tools on a notebook, by turns."""
    figures: Figures = defaultdict(list)
    tools = [kind(folder, folder / "made", peers) for kind in TOOLS]
    present = [tool for tool in tools if tool.is_there]
    for _ in range(ROUNDS.get(notes, 1)):
        for tool in present:
            tool.forget()
            measure_builds(tool, figures)
    for tool in present:
        spent = serve_and_save(tool)
        if spent is not None:
            figures[SERVED, tool.name].append(spent)
    return figures


def measure_builds(tool: Tool, figures: Figures) -> None:
    """Build once from nothing, once more, and once with an edited note."""
    spent, memory = run(tool.build)
    figures[COLD, tool.name].append(spent)
    figures[MEMORY, tool.name].append(memory)
    page = tool.day_page()
    if page is not None:
        figures[PAGE, tool.name].append(len(page.read_bytes()) / 1000)
    spent, _ = run(tool.build)
    figures[UNCHANGED, tool.name].append(spent)
    tool.edit("한 줄 더")
    spent, _ = run(tool.build)
    figures[EDITED, tool.name].append(spent)


def run(command: Sequence[str | Path]) -> tuple[float, float]:
    """The CPU seconds of a command and its children, and the memory of the largest one in MB."""
    with tempfile.TemporaryFile() as said:
        environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
        # An installed package is compiled; without this, ours would be at each of its runs.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command}\n{said.read().decode(errors='replace')}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def serve_and_save(tool: Tool) -> float | None:
    """The CPU seconds from a note's saving until its new HTML is served; the median of three."""
    if tool.serve is None:
        return None
    spent = []
    with Served(tool.serve, tool.day_address) as served:
        for number in range(3):
            mark = f"저장{number}번째"
            before = served.cpu_seconds()
            tool.edit(mark)
            served.wait_for(mark)
            spent.append(served.cpu_seconds() - before)
            served.wait_until_quiet()
    return statistics.median(spent)


def print_table(notes: int, figures: Figures) -> None:
    """Print what was measured, and how often plain Material's as ratio."""
    names = list(dict.fromkeys(tool for _, tool in figures))
    print(f"\n{notes:,} notes; CPU seconds, and × plain Material:")
    print(f"| {'':16} | " + " | ".join(f"{name:>18}" for name in names) + " |")
    print("| --- |" + " ---: |" * len(names), flush=True)
    for what in (COLD, UNCHANGED, EDITED, SERVED, MEMORY, PAGE):
        plain = statistics.median(figures[what, "plain Material"] or [0])
        cells = [_cell(figures[what, name], plain) for name in names]
        print(f"| {what:16} | " + " | ".join(f"{cell:>18}" for cell in cells) + " |", flush=True)


def _cell(measured: Sequence[float], plain: float) -> str:
    if not measured:
        return "–"
    middle = statistics.median(measured)
    if not plain:
        return f"{middle:.2f}"
    return f"{middle:.2f} ({middle / plain:.2f} ×)"


if __name__ == "__main__":
    main(*sys.argv[1:])
