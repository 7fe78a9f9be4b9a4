"""Time a cold build of 75 notes against plain Material for MkDocs: same folder, same theme options.

CPU seconds of child processes (user and system), median of ROUNDS, the two taking turns, so that
what else the machine does falls on both. Run by `make bench`.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

HOME = Path(__file__).resolve().parents[1]
NOTES = 75
ROUNDS = 5
TARGET = 2.5
BUILT_IN = HOME / "plugins" / "campnotes" / "cli" / "mkdocs.yml"
# Those of Material's documentation, "Recommended configuration", that render what notes hold.
RECOMMENDED = (
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables",
    "pymdownx.arithmatex", "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde",
)  # fmt: skip


def sources() -> list[Path]:
    """The notes to build from: real notebooks where they are, or else the demonstration."""
    corpora = HOME.parent / "shared" / "corpora"
    folder = corpora if corpora.is_dir() else HOME / "docs"
    notes = [p for p in sorted(folder.rglob("*.md")) if p.stat().st_size > 200]
    return sorted(notes, key=lambda p: p.name)


def make_notebook(folder: Path) -> None:
    """A notebook of NOTES days, five to a week, with the text of real notes."""
    texts = [path.read_text(encoding="utf-8") for path in sources()]
    for number in range(1, NOTES + 1):
        note = folder / f"week{(number - 1) // 5 + 1}" / f"day{number}" / f"day{number}.md"
        note.parent.mkdir(parents=True)
        note.write_text(f"# Day {number}\n\n{texts[number % len(texts)]}", encoding="utf-8")


def cpu_seconds(command: Sequence[str]) -> float:
    """The CPU time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "NO_COLOR": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Build by turns and print the medians and ratios."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make_notebook(work / "notes")
        commands = {
            "plain Material": mkdocs(work, "plain"),
            "Material, recommended extensions": mkdocs(work, "full", RECOMMENDED),
            "campnotes": [
                sys.executable, "-c", "from campnotes.cli import main; main()",
                "build", str(work / "notes"), "-o", str(work / "site"),
            ],
        }  # fmt: skip
        times: dict[str, list[float]] = {label: [] for label in commands}
        for _ in range(ROUNDS):
            for label, command in commands.items():
                times[label].append(cpu_seconds(command))
                shutil.rmtree(work / "site", ignore_errors=True)
    plain = statistics.median(times["plain Material"])
    print(f"Cold build of {NOTES} notes, CPU seconds (median of {ROUNDS}):")
    for label, spent in times.items():
        middle = statistics.median(spent)
        print(f"  {label:34} {middle:6.2f} s   {middle / plain:5.2f} x")
    print(f"Target: campnotes at most {TARGET} x plain Material.")


def mkdocs(work: Path, name: str, extensions: Sequence[str] = ()) -> list[str]:
    """The command that builds the notebook as `campnotes build` does, but without campnotes."""
    # The extensions are given below; one of them names a function, which isn't data.
    told = BUILT_IN.read_text(encoding="utf-8")
    config = yaml.safe_load(told.replace("!!python/name:", ""))
    config["theme"]["language"] = "ko"
    config["plugins"] = ["search"]
    config["markdown_extensions"] = [{"toc": {"permalink": True}}, *extensions]
    file = work / f"{name}.yml"
    file.write_text(yaml.safe_dump(config | {"docs_dir": "notes", "site_dir": "site"}))
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)]


if __name__ == "__main__":
    main()
