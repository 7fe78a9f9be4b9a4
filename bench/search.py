"""Measure the search through the real page: queries typed in headless Chromium, results read there.

Prints recall@10 and MRR by category for the theme's own search and ours, without and with
`campnotes[ko]`, and for other engines where PEERS names a folder with their node_modules; how often
the right unit is first; how long a reader waits, how much of that the main thread works, what is
downloaded, and what the index costs the build. Run by `make bench`.

The labelled queries and the runners of other engines are those of ../shared; without it, only units
and times are measured, on the demonstration. For notebooks that are named as arguments, queries are
made (`made_queries.py`) and only recall@10 and MRR are printed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from build import HOME
from dialog import Answer, packed, reader
from made_queries import Texts, make_queries
from measured_sites import build_site, index_share, make_hub, make_notes, without_morphemes
from unit_queries import print_units

SHARED = HOME.parent / "shared"
ENGINES = SHARED / "bench" / "search"
JUN = SHARED / "corpora" / "jun"
ROUNDS = 3
SMALL, HUB = 100, 15_000  # notes
# Queries for the times, of every kind.
ASKED = (
    "어텐션을",
    "언어모델",
    "데이터 분석",
    "ㅌㄹㅅ",
    "attention",
    "인덱승",
    "모델",
    "3주차 캐시",
    "git 명령",
)

Hits = Mapping[str, list[str]]  # pages by the query's id, best first


def main(*notebooks: str) -> None:
    """Print everything, or how well each notebook's made queries are answered."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for number, notebook in enumerate(map(Path, notebooks)):
            compare(work / str(number), notebook.resolve(), None)
        if notebooks:
            return
        if ENGINES.is_dir():
            queries = json.loads((ENGINES / "queries.json").read_text(encoding="utf-8"))["queries"]
            compare(work / "compared", JUN, queries)
        print_units(work)
        costs(work)


def compare(work: Path, notebook: Path, queries: list[dict[str, Any]] | None) -> None:
    """Print recall@10 and MRR of each engine, for the queries or for made ones."""
    work.mkdir()
    stock = build_site(notebook, work / "stock", ["search"])
    ours = ["search", "campnotes"]
    with without_morphemes():
        light = build_site(notebook, work / "light", ours)
    full = build_site(notebook, work / "full", ours)
    queries = queries or make_queries(Texts.of(stock), notebook.name)
    results = {"Material": typed(stock, queries), **peers(work, stock, queries)}
    results |= {"campnotes": typed(light, queries), "campnotes[ko]": typed(full, queries)}
    print(f"Search on {notebook.name}, {len(queries)} queries, recall@10 / MRR:\n")
    print("| | " + " | ".join(results) + " |\n" + "|---" * (len(results) + 1) + "|")
    by_category: dict[str, list[dict[str, object]]] = defaultdict(list)
    for query in queries:
        by_category[query["cat"]].append(query)
    for label, asked in {"all": queries, **by_category}.items():
        figures = (score(asked, hits) for hits in results.values())
        print(
            f"| {label} ({len(asked)}) | "
            + " | ".join(f"{r:.3f} / {m:.3f}" for r, m in figures)
            + " |"
        )


def typed(site: Path, queries: Sequence[dict[str, object]]) -> Hits:
    """Type every query; the pages of its results."""
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    start = next(page for doc in docs if (page := doc["location"].split("#")[0]))
    with reader(site, start) as page:
        return {
            str(query["id"]): [
                rows[0].split("#")[0].split("?")[0] for rows in page.ask(str(query["q"])).groups
            ]
            for query in queries
        }


def peers(work: Path, stock: Path, asked: Sequence[Mapping[str, Any]]) -> dict[str, Hits]:
    """Other engines over the same text, as their hosts configure them, run in Node."""
    modules = os.environ.get("PEERS")
    if modules is None or not ENGINES.is_dir():
        print(
            "Pagefind and MiniSearch are left out: PEERS names no folder of theirs, or ../shared is not there.\n"
        )
        return {}
    index, queries = stock / "search/search_index.json", work / "queries.json"
    queries.write_text(json.dumps({"queries": asked}))
    subprocess.run([f"{modules}/.bin/pagefind", "--site", stock, "--output-path", work / "pagefind"],
                   check=True, capture_output=True)  # fmt: skip
    subprocess.run(["node", ENGINES / "run_pagefind.mjs", work / "pagefind", queries, work / "p.json"],
                   check=True, cwd=work)  # fmt: skip
    subprocess.run(["node", ENGINES / "run_jslib.mjs", modules, index, queries, work / "js", "vitepress"],
                   check=True, capture_output=True)  # fmt: skip
    files = {"Pagefind": work / "p.json", "MiniSearch": work / "js" / "vitepress.json"}
    return {
        name: {
            key: [hit.split("#")[0].removeprefix("/") for hit in result["hits"]]
            for key, result in json.loads(file.read_text(encoding="utf-8"))["results"].items()
        }
        for name, file in files.items()
    }


def score(queries: Sequence[Mapping[str, object]], hits: Hits) -> tuple[float, float]:
    """Recall@10, and MRR of the first page with the best grade, as ../shared's score.py has them."""
    recalls, ranks = [], []
    for query in queries:
        grades: Mapping[str, int] = query["rel"]  # type: ignore[assignment]
        best = max(grades.values())
        found = list(dict.fromkeys(hits.get(str(query["id"]), [])))[:10]
        recalls.append(sum(page in grades for page in found) / min(10, len(grades)))
        at = next((i for i, page in enumerate(found, 1) if grades.get(page) == best), None)
        ranks.append(1 / at if at else 0.0)
    return statistics.mean(recalls), statistics.mean(ranks)


def costs(work: Path) -> None:
    """Print times and bytes at two sizes, and the part of the build that the index takes."""
    notes = make_notes(work / "notes", SMALL)
    stock = build_site(notes, work / "stock-small", ["search"])
    stock_bytes = packed(stock, ["search/search_index.json"])
    waits("Material's own", stock, SMALL, stock_bytes)
    light = index_share(notes, work / "light-small", light=True)
    waits("light", work / "light-small", SMALL, stock_bytes)
    full = index_share(notes, work / "full-small", light=False)
    waits("campnotes[ko]", work / "full-small", SMALL, stock_bytes)
    print(
        f"Index, part of the build's time at {SMALL} notes: light {light:.1%}, campnotes[ko] {full:.1%} (target 15%)"
    )
    with without_morphemes():
        hub = make_hub(work, work / "light-small", HUB)
    waits("light", hub, HUB, None)


def waits(name: str, site: Path, notes: int, stock: int | None) -> None:
    """Print what a reader waits for, and downloads."""
    firsts, downloads = [], []
    start = "member0/week1/day1/day1/"
    for query in ASKED:
        with reader(site, start) as page:  # a new reader each time, who has downloaded nothing
            firsts.append(page.ask(query))
        paths = {path for path in page.requested if path.startswith("search/")}
        downloads.append(packed(site, paths))
    with reader(site, start) as page:
        page.ask("안녕")  # the index is loaded
        answers = [page.ask(query) for _ in range(ROUNDS) for query in ASKED]
    print(f"{name}, {notes} notes, median of {len(ASKED)} queries: {waited(answers):.0f} ms from key to results, "
          f"{statistics.median(a.work for a in answers if a.wait is not None):.0f} ms of main-thread work; "
          f"{waited(firsts):.0f} ms for a reader's first query, with {max(downloads) / 1000:.0f} KB of index at most"
          + (f" (Material's own: {stock / 1000:.0f} KB)" if stock else ""))  # fmt: skip


def waited(answers: Sequence[Answer]) -> float:
    return statistics.median(a.wait for a in answers if a.wait is not None)


if __name__ == "__main__":
    main(*sys.argv[1:])
