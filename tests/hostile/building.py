"""Write hostile notebooks to a disk and build them, as somebody does who was sent one."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from click.testing import CliRunner

from campnotes.cli import main
from hostile.cases import FLAVOURS, Case
from support.fences import Fence
from support.sites import BuiltSite

SECRET = "TOP-SECRET"
PIECES = 12  # on a page
MOST_PAGES = 12  # that are read of a notebook which is a case
_CONFIG = {
    "site_name": "Pieces",
    "nav": ["README.md"],  # a page is looked at sooner with a short navigation
    "plugins": ["search", {"campnotes": {"material": ["material"]}}],
}


@dataclass(frozen=True)
class Visit:
    """A page to be looked at: its address in the site, and the cases that it shows."""

    url: str
    flavour: str = ""
    cases: tuple[Case, ...] = ()
    others: tuple[str, ...] = ()  # the addresses of pages that are only read
    home: str = ""  # the address of the site


@dataclass
class Build:
    """What came of building one notebook; `site` is nothing where it was refused."""

    cases: tuple[Case, ...]
    site: BuiltSite | None
    output: str
    error: str = ""  # a traceback
    sprung: tuple[str, ...] = ()  # what programs of the notebook have written
    visits: list[Visit] = field(default_factory=list)


def build_pieces(cases: Iterable[Case], folder: Path) -> Build:
    """Build the pieces of notes, some to a page, in both flavours."""
    pieces = tuple(cases)
    root = folder / "pieces"
    docs = root / "docs"
    docs.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(_CONFIG), "utf-8")
    (docs / "README.md").write_text("# Pieces\n", "utf-8")
    visits = []
    for flavour in FLAVOURS:
        (docs / flavour).mkdir()
        for name, shown in _pages(pieces, flavour):
            (docs / flavour / f"{name}.md").write_text(_page(shown), "utf-8")
            visits.append(Visit(f"{flavour}/{name}/", flavour, shown))
    built = run_build(root, folder / "sites" / "pieces", pieces)
    built.visits = visits
    return built


def _pages(cases: Sequence[Case], flavour: str) -> Iterator[tuple[str, tuple[Case, ...]]]:
    """Which cases share a page, with the page's name."""
    alone = [case for case in cases if case.says("alone", flavour)]
    last = [case for case in cases if case.says("last", flavour)]
    other = [case for case in cases if case not in alone and case not in last]
    for case in alone:
        yield case.folder, (case,)
    pages = max(len(last), -(-len(other) // PIECES))
    for number in range(pages):
        shown = other[number::pages] + last[number : number + 1]
        yield f"page{number}", tuple(shown)


def _page(cases: Sequence[Case]) -> str:
    """A note with several pieces; each stands between two paragraphs that tell its number."""
    parts = ["# Pieces\n"]
    for case in cases:
        piece = case.blocks[0].text
        parts.append(f"begin{case.number}\n\n{piece}\n\nend{case.number}\n")
    return "\n".join(parts)


def build_shared(cases: Iterable[Case], folder: Path) -> Build:
    """Build one notebook in which each case has a folder."""
    sharing = tuple(cases)
    root = folder / "shared"
    root.mkdir()
    (root / "README.md").write_text("# Shared\n", "utf-8")
    for case in sharing:
        for block in case.blocks:
            write_block(block, root / case.folder, folder / "outside" / str(case.number))
    return run_build(root, folder / "sites" / "shared", sharing)


def build_alone(case: Case, folder: Path) -> Build:
    """Build the notebook that a case is."""
    root = folder / f"notebook{case.number}"
    root.mkdir()
    for block in case.blocks:
        write_block(block, root, folder / "outside" / str(case.number))
    return run_build(root, folder / "sites" / case.folder, (case,))


def write_block(block: Fence, root: Path, outside: Path) -> None:
    """Write a block of a case into a folder; a path is as it is told, hostile as it may be."""
    path = (
        block.path.encode()
        .decode("unicode_escape")
        .encode("latin-1")
        .decode("utf-8", "surrogateescape")
    )
    file = Path(f"{root}/{path}")
    if block.kind == "secret":
        file = outside / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = block.text
    match block.kind:
        case "link":
            file.symlink_to(text.strip())
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir(exist_ok=True)
        case "sparse":
            with file.open("wb") as made:
                made.truncate(int(text))
        case "bytes":
            file.write_bytes(eval(text, {}))
        case "program":
            file.write_text(text, "utf-8")
            file.chmod(0o755)
        case _:
            file.write_text(text, "utf-8")


def run_build(root: Path, place: Path, cases: tuple[Case, ...]) -> Build:
    """Build a notebook with the command line."""
    place.parent.mkdir(exist_ok=True)
    result = CliRunner().invoke(main, ["build", str(root), "-o", str(place)])
    error = ""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        error = "".join(traceback.format_exception(result.exception))
    elif "Traceback (most recent" in result.output:
        error = result.output
    is_built = result.exit_code == 0 and place.is_dir()
    site = BuiltSite(place) if is_built else None
    built = Build(cases, site, result.output, error, sprung=tuple(_sprung(root, cases)))
    if site:
        built.visits = list(_visits(site.urls(), cases))
    return built


def _sprung(root: Path, cases: Sequence[Case]) -> Iterator[str]:
    """What programs of a notebook have written, if any was run."""
    for file in root.rglob("sprung"):
        yield str(file)
    for folder in (root, Path.cwd(), Path("/tmp")):
        for case in cases:
            if Path(folder, f"ran-{case.number}").exists():
                yield f"{folder}/ran-{case.number}"


def _visits(urls: Sequence[str], cases: Sequence[Case]) -> Iterator[Visit]:
    """Open the pages that are made from all notes, and a note of each family; read the others."""
    if len(cases) == 1:
        rest = [url for url in urls if url != ""]
        yield Visit("", others=tuple(rest[:MOST_PAGES]))
        return
    firsts = {case.family: case for case in reversed(cases)}
    of_cases = [url for url in urls if url.startswith(tuple(f"{case.folder}/" for case in cases))]
    opened = [url for url in urls if url not in of_cases and url.count("/") < 2]
    for case in firsts.values():
        own = [url for url in of_cases if url.startswith(f"{case.folder}/")]
        opened += own[:1]
    rest = [url for url in urls if url not in opened]
    for url in opened:
        yield Visit(url, others=tuple(rest) if url == "" else ())
