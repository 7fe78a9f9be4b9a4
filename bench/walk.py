"""Go through all pages of built sites as a phone shows them, and tell what a reader stumbles on.

    python bench/walk.py [--width 360 --width 390] [--mouse] SITE…

Of each page, at each width, under a finger or a mouse:

- whether it is wider than the screen;
- Hangul words that are cut in two though their line would hold them;
- what can be pressed and is less than 24 px wide or high, but for links within running text, and
  what a note itself has (WCAG 2.2, 2.5.8);
- errors of the console;
- what it asks of other hosts, but for the notes' own images.

It ends with 1 where it found any.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

HOME = Path(__file__).resolve().parent.parent
MEASURE = (HOME / "bench" / "walk.js").read_text(encoding="utf-8")
WIDTHS = (360, 390)
HEIGHT = 800
SHOWN = 8  # of each kind of thing


class _Silent(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *request: Any, directory: str, folder: str) -> None:
        self._folder = folder
        super().__init__(*request, directory=directory)

    def translate_path(self, path: str) -> str:
        within = path.removeprefix(self._folder)
        return super().translate_path(f"/{within}")

    def log_message(self, *_: Any) -> None: ...

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)


@dataclass(frozen=True)
class How:
    """How pages are looked at."""

    widths: tuple[int, ...]
    has_finger: bool


@dataclass
class Walk:
    """What was found on a site, and where: places by what is there, by kind."""

    site: Path
    pages: int = 0
    found: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def add(self, kind: str, what: str, place: str) -> None:
        """Remember one thing."""
        places = self.found.setdefault(kind, {}).setdefault(what, [])
        places.append(place)

    def print(self) -> None:
        """Print the counts, and of each kind what is found most often."""
        totals = []
        for kind, things in self.found.items():
            total = sum(map(len, things.values()))
            totals.append(f"{total} {kind}")
        print(
            f"{self.site}: {self.pages} pages; {', '.join(totals) or 'nothing found'}", flush=True
        )
        for kind, things in self.found.items():
            often = sorted(things.items(), key=lambda thing: -len(thing[1]))
            for what, places in often[:SHOWN]:
                print(f"  {kind}: {what}: {len(places)}, as {places[0]}")


def walk(browser: Browser, site: Path, how: How) -> Walk:
    """Go through all pages of a site."""
    found = Walk(site)
    with served(site) as address, opened(browser, address, how, found) as page:
        for path in page_addresses(site):
            found.pages += 1
            page.set_viewport_size({"width": how.widths[0], "height": HEIGHT})
            page.goto(address + quote(path), wait_until="load")
            for width in how.widths:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                measure(page, f"{path or 'home'} at {width}", found)
    return found


def measure(page: Page, where: str, found: Walk) -> None:
    """Measure an open page as it is shown."""
    told: dict[str, list[list[str]]] = page.evaluate(MEASURE)
    for kind, things in told.items():
        for what, how in things:
            found.add(kind, what, f"{where}: {how}")


def page_addresses(site: Path) -> Iterator[str]:
    """List the pages of a site, relative to it."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        yield path.removesuffix("index.html")


@contextlib.contextmanager
def opened(browser: Browser, address: str, how: How, found: Walk) -> Iterator[Page]:
    """Open a page that reaches the site only, and that tells what else it asks for."""
    context = browser.new_context(
        locale="ko-KR",
        reduced_motion="reduce",
        has_touch=how.has_finger,
        is_mobile=how.has_finger,
    )
    page = context.new_page()

    def answer(route: Route) -> None:
        request = route.request
        if request.url.startswith(address):
            route.continue_()
            return
        if request.resource_type != "image":
            found.add("requests elsewhere", request.url, page.url)
        route.abort()

    def hear(message: ConsoleMessage) -> None:
        # An image that was held back is no error of the site.
        if message.type == "error" and "net::ERR_FAILED" not in message.text:
            found.add("errors", message.text, page.url)

    page.route("**/*", answer)
    page.on("console", hear)
    page.on("pageerror", lambda error: found.add("errors", str(error), page.url))
    yield page
    context.close()


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on this machine, in the folder that it is published in: `/notebook/`."""
    inventory = json.loads((site / "campnotes.json").read_text(encoding="utf-8"))
    published = urlsplit(inventory["notebook"]["site_url"] or "/").path
    handler = functools.partial(_Silent, directory=str(site), folder=published)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{published}"
        server.shutdown()


def main() -> int:
    """Walk through each site; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sites", type=Path, nargs="+")
    parser.add_argument("--width", type=int, action="append", dest="widths")
    parser.add_argument("--mouse", action="store_true")
    told = parser.parse_args()
    how = How(
        widths=tuple(told.widths or WIDTHS),
        has_finger=not told.mouse,
    )
    status = 0
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=executable(), args=arguments)
        for site in told.sites:
            found = walk(browser, site, how)
            found.print()
            status |= bool(found.found)
        browser.close()
    return status


if __name__ == "__main__":
    sys.path.insert(0, str(HOME / "tests"))
    from support.chromium import executable

    sys.exit(main())
