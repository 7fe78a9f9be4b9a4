"""How many links lead from home to every day, person, presentation, reference and question.

    python bench/ways.py SITE

SITE is a built site with its `campnotes.json`. The graph is that of the pages' links, as they
stand in the HTML: one activation leads to a page, or to the place on it that the link names. What
stands on a page with no link of its own to it is reached with the page. Menus of the theme count,
as their links are on every page; search and what a script adds don't.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

WANTED = 2  # activations
ROOT = "http://site/"


class _Links(HTMLParser):
    """Gathers the addresses that a page's links lead to, and the ids on it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        target = told.get("href")
        if tag == "a" and target:
            self.links.append(target)
        name = told.get("id")
        if name:
            self.ids.add(name)


def read_pages(site: Path) -> Mapping[str, _Links]:
    """Read the pages of a site, by their addresses relative to it."""
    pages = {}
    for file in sorted(site.rglob("index.html")):
        folder = file.parent.relative_to(site).as_posix()
        address = "" if folder == "." else f"{folder}/"
        page = _Links()
        page.feed(file.read_text("utf-8"))
        pages[address] = page
    return pages


def count_activations(pages: Mapping[str, _Links]) -> Mapping[str, int]:
    """The fewest links from home to each page, by its address."""
    counts = {"": 0}
    waiting = deque([""])
    while waiting:
        here = waiting.popleft()
        for link in pages[here].links:
            there = _page_of(here, link)
            if there in pages and there not in counts:
                counts[there] = counts[here] + 1
                waiting.append(there)
    return counts


def _page_of(here: str, link: str) -> str:
    """The page that a link leads to, relative to the site; one that leads elsewhere stays whole."""
    parts = urlsplit(urljoin(f"{ROOT}{here}", link))
    address = parts._replace(query="", fragment="").geturl()
    return unquote(address).removeprefix(ROOT)


def things(inventory: Mapping[str, Any], pages: Mapping[str, _Links]) -> Iterator[tuple[str, str]]:
    """Every day, person, presentation, question and reference, with a page that shows it."""
    for note in inventory["notes"]:
        url = unquote(note["url"] or "")
        if note["kind"] == "day":
            yield "day", url
        asked = len(note["questions"])
        for presentation in note["presentations"]:
            yield "presentation", url
            asked += len(presentation["questions"])
        for _ in range(asked):
            yield "question", url
    for person in inventory["people"]:
        yield "person", unquote(person["url"] or "")
    for address, page in pages.items():
        if address.startswith("references/"):
            for name in page.ids:
                if name.startswith("ref-"):
                    yield "reference", address


def main() -> None:
    """Print, for each kind, how many there are and how many activations they take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site
    pages = read_pages(site)
    inventory = json.loads((site / "campnotes.json").read_text("utf-8"))
    activations = count_activations(pages)
    found: defaultdict[str, Counter[int | None]] = defaultdict(Counter)
    for kind, address in things(inventory, pages):
        found[kind][activations.get(address)] += 1
    for kind, counts in found.items():
        reached = [count for count in counts if count is not None]
        most = max(reached, default=0)
        verdict = "" if most <= WANTED and None not in counts else f"  more than {WANTED}"
        spread = ", ".join(f"{count}: {number}" for count, number in counts.most_common())
        print(f"{kind:13} {sum(counts.values()):5}  at most {most}  ({spread}){verdict}")


if __name__ == "__main__":
    main()
