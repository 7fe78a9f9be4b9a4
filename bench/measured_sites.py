"""The sites that the search is measured on."""

from __future__ import annotations

import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

from build import sources
from mkdocs.commands.build import build
from mkdocs.config import load_config

from campnotes.caching.memory import Memory
from campnotes.hosts.mkdocs import plugin, search
from campnotes.reading import read_notebook
from campnotes.search import morphemes
from campnotes.settings import Settings
from campnotes.site.model import Site

WEEK = 5  # days
BUILDS = 3
VARIED = 0.03  # of the words of a hub's notes are somebody's own


def build_site(notebook: Path, folder: Path, plugins: list[Any]) -> Path:
    """Build a notebook with Material and some plugins, as it is configured by default."""
    config = load_config(
        str(plugin_configuration(folder.parent)), docs_dir=str(notebook), site_dir=str(folder),
        site_name="노트", plugins=plugins,
    )  # fmt: skip
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


def plugin_configuration(folder: Path) -> Path:
    """A configuration file that says what is the same for all sites."""
    file = folder / "mkdocs.yml"
    file.write_text("theme: {name: material, language: ko, font: false}\nsite_name: x\n")
    return file


@contextmanager
def without_morphemes() -> Iterator[None]:
    """As in the light installation."""
    with (
        patch.object(plugin, "start_analyser", lambda: None),
        patch.object(morphemes, "is_installed", lambda: False),
    ):
        yield


def index_share(notebook: Path, folder: Path, light: bool) -> float:
    """The part of a build's time, from a cold start to its end, that goes into the index."""
    told = [sys.executable, __file__, str(notebook), str(folder), *(["light"] if light else [])]
    shares = []
    for _ in range(BUILDS):
        before = time.perf_counter()
        done = subprocess.run(told, check=True, capture_output=True, text=True)
        shares.append(float(done.stdout.split()[-1]) / (time.perf_counter() - before))
    return statistics.median(shares)


def _time_index(notebook: str, folder: str, *light: str) -> None:
    spent = 0.0

    def timed(site: Site, built: Path, memory: Memory) -> bool:
        nonlocal spent
        before = time.perf_counter()
        written = search.write_search(site, built, memory)
        spent = time.perf_counter() - before
        return written

    with (
        patch.object(plugin, "write_search", timed),
        without_morphemes() if light else nullcontext(),
    ):
        build_site(Path(notebook), Path(folder), ["search", "campnotes"])
    print(spent)


def make_notes(folder: Path, count: int) -> Path:
    """A notebook of many people's notes: parts of real ones, with some words of each one's own."""
    texts = [path.read_text(encoding="utf-8") for path in sources()]
    for number in range(count):
        member, day = divmod(number, 75)
        own = random.Random(number)
        parts = [part for part in own.choice(texts).split("\n\n") if own.random() < 0.7]
        varied = partial(_varied, own=own)
        text = re.sub(r"[가-힣]{2,3}(?![가-힣])", varied, "\n\n".join(parts))
        note = folder / f"member{member}/week{day // WEEK + 1}/day{day + 1}/day{day + 1}.md"
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(f"# Day{day + 1}\n\n{text}", encoding="utf-8")
    return folder


def _varied(word: re.Match[str], own: random.Random) -> str:
    if own.random() > VARIED:
        return word[0]
    return "".join(chr(0xAC00 + 28 * own.randrange(399)) for _ in range(own.randrange(2, 4)))


def make_hub(work: Path, small: Path, count: int) -> Path:
    """A site whose index is that of many notes; its pages are those of a small site.

    Rendering the notes would take long and tell nothing of the search.
    """
    folder = work / "hub"
    shutil.copytree(small, folder)
    (folder / search.INDEX).write_text('{"config": {"separator": " "}, "docs": []}')
    notebook = read_notebook(make_notes(work / "hub-notes", count), Settings())
    urls = {note.path: f"{quote(note.path.removesuffix('.md'))}/" for note in notebook.notes}
    site = Site(notebook, "ko", urls, lambda source: quote(source.removesuffix("index.md")))
    search.write_search(site, folder, Memory(None, str(folder)))
    return folder


if __name__ == "__main__":
    _time_index(*sys.argv[1:])
