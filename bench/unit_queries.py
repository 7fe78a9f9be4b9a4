"""How often a query finds the right unit, not only the right page: labels made by reading."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from build import HOME
from dialog import reader
from measured_sites import build_site, without_morphemes

from campnotes.reading import read_notebook
from campnotes.settings import Settings
from campnotes.site.excerpts import anchor_at
from campnotes.site.model import reference_anchor

QUERIES = HOME / "tests" / "labels" / "search_queries.json"
CORPORA = HOME.parent / "shared" / "corpora"
FEW = 3


def print_units(work: Path) -> None:
    """Print in how many queries of each kind the right unit is first, and among the first three."""
    ranks: dict[str, list[int | None]] = defaultdict(list)
    by_notebook: dict[str, list[dict[str, object]]] = defaultdict(list)
    for query in json.loads(QUERIES.read_text(encoding="utf-8")):
        by_notebook[query["notebook"]].append(query)
    for name, queries in by_notebook.items():
        folder = HOME / "docs" if name == "docs" else CORPORA / name
        if folder.is_dir():
            for query, rank in zip(
                queries, _ranks(folder, work / f"units-{name}", queries), strict=True
            ):
                ranks[str(query["kind"])].append(rank)
                if rank is None or rank > FEW:
                    print(f"  missed: {query['q']} ({query['kind']}, {name}): {rank}")
    ranks["all"] = [rank for found in ranks.values() for rank in found]
    for kind, found in ranks.items():
        first, few = (sum(r is not None and r <= n for r in found) / len(found) for n in (1, FEW))
        print(
            f"right unit, {kind} ({len(found)}): first {first:.0%}, among the first {FEW} {few:.0%}"
        )
    print("Targets: 85% and 95%.\n")


def _ranks(folder: Path, site: Path, queries: Sequence[Mapping[str, object]]) -> list[int | None]:
    with without_morphemes():
        build_site(folder, site, ["search", "campnotes"])
    notes = read_notebook(folder, Settings()).by_path

    def address(wanted: str) -> str:
        kind, _, rest = wanted.partition(":")
        if kind == "person":
            return f"people/{rest.replace(' ', '-')}/"
        if kind == "reference":
            return f"references/#{reference_anchor(rest)}"
        note = notes[kind]
        page = kind.removesuffix("index.md").removesuffix(".md") + "/"
        return f"{page.removesuffix('README/')}#{anchor_at(note, int(rest))}".removesuffix("#")

    with reader(site, "404.html") as page:
        found = [_units(page.ask(str(query["q"])).groups) for query in queries]
    return [
        min(
            (units.index(at) + 1 for at in map(address, query["want"]) if at in units), default=None
        )  # type: ignore[call-overload]
        for query, units in zip(queries, found, strict=True)
    ]


def _units(groups: Sequence[Sequence[str]]) -> list[str]:
    """The units in the order in which they are shown; a note that only heads its group is none."""
    rows = [row for group in groups for row in (group if len(group) == 1 else group[1:])]
    return list(dict.fromkeys(map(_without_query, rows)))


def _without_query(row: str) -> str:
    page, mark, anchor = row.partition("#")
    return unquote(page.partition("?")[0] + mark + anchor)
