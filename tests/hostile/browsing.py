"""Look at many pages in headless Chromium at once."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import http.server
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.async_api import BrowserContext, Error, Page, async_playwright

from hostile.building import Visit
from hostile.cases import Case
from support.chromium import executable

TABS = 4
LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
# Whatever a case runs says so on the console, which no page can take back.
BEFORE = """
for (const name of ["ran", "alert", "confirm", "prompt", "print", "open"])
  Object.defineProperty(window, name, { value: (what) => { console.log(`ran! ${name} ${what}`) } })
"""
RESULTS = """() => {
  const shown = document.querySelector("[data-md-component=search-result]")
  const bad = "script, style, iframe, object, img, form, [onerror], [onload], [onclick], [onmouseover]"
  const found = [...shown.querySelectorAll(bad)].map((element) => element.outerHTML.slice(0, 160))
  return [shown.querySelectorAll(".md-search-result__item").length, found]
}"""


@dataclass
class Look:
    """What was seen of a page."""

    visit: Visit
    ran: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    seen: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0


class _Server(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None: ...


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address."""
    handler = functools.partial(_Server, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def look_at(folder: Path, visits: Sequence[Visit], queries: Sequence[str] = ()) -> list[Look]:
    """Look at pages of the sites in a folder, and type queries into the search of the first."""
    with served(folder) as origin:
        return _in_thread(_look_at_all(origin, visits, queries))


def _in_thread(work: Any) -> list[Look]:
    """Run to the end apart from the loop that other tests of the browser have."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(asyncio.run(work))
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(found[0], BaseException):
        raise found[0]
    looks: list[Look] = found[0]
    return looks


async def _look_at_all(origin: str, visits: Sequence[Visit], queries: Sequence[str]) -> list[Look]:
    waiting = list(visits)
    looks: list[Look] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
        )
        # The site's own policy would hide what its pages let through.
        context = await browser.new_context(
            bypass_csp=True,
            reduced_motion="reduce",
            service_workers="block",
            viewport={"width": 1280, "height": 800},
        )
        await context.add_init_script(BEFORE)

        async def work() -> None:
            tab = await _Tab.opened(context, origin)
            while waiting:
                looks.append(await tab.look(waiting.pop()))

        await asyncio.gather(*(work() for _ in range(TABS)))
        if queries and visits:
            tab = await _Tab.opened(context, origin)
            looks.append(await tab.search(visits[0], queries))
        await browser.close()
    return looks


class _Tab:
    """A tab that looks at one page after the other."""

    def __init__(self, page: Page, origin: str) -> None:
        self._page = page
        self._origin = origin
        self._look = Look(Visit(""))
        self._address = ""

    @classmethod
    async def opened(cls, context: BrowserContext, origin: str) -> _Tab:
        """Open a tab that hears what its pages run and ask for."""
        page = await context.new_page()
        page.set_default_timeout(60_000)
        tab = cls(page, origin)
        page.on("console", tab._heard)
        page.on("request", tab._asked)
        page.on("pageerror", lambda error: tab._look.errors.append(str(error)))
        page.on("popup", lambda _: tab._look.elsewhere.append("a window"))
        return tab

    def _heard(self, message: Any) -> None:
        if message.text.startswith("ran! "):
            self._look.ran.append(message.text)

    def _asked(self, request: Any) -> None:
        url = request.url.partition("#")[0]
        if not url.startswith((self._origin, "data:image/svg+xml", "blob:", "about:blank")):
            self._look.elsewhere.append(f"{request.resource_type} {url}")
        elif request.is_navigation_request() and url not in {self._address, "about:blank"}:
            self._look.elsewhere.append(f"navigation {url}")

    async def _go(self, visit: Visit) -> Look:
        await self._leave()
        self._look = Look(visit)
        self._address = self._origin + quote(visit.url)
        await self._page.goto(self._address, wait_until="load")
        return self._look

    async def _leave(self) -> None:
        """Leave the last page, since what it still does is not the next one's.

        One that is on its way elsewhere by itself interrupts that; then it is left once more.
        """
        try:
            await self._page.goto("about:blank")
        except Error:
            await self._page.goto("about:blank")

    async def look(self, visit: Visit) -> Look:
        """Look at a page as it was sent, and as a reader has it."""
        told = [
            {
                "number": case.number,
                "asks": _selectors(visit, case),
                "swallows": case.swallows(visit.flavour),
            }
            for case in visit.cases
        ]
        begun = time.monotonic()
        try:
            look = await self._go(visit)
            asked = {"cases": told, "others": visit.others, "home": self._origin + visit.home}
            look.seen = await self._page.evaluate(LOOK, asked)
        except Exception as error:
            look = self._look
            look.errors.append(f"can't be looked at: {error}")
        look.seconds = time.monotonic() - begun
        return look

    async def search(self, visit: Visit, queries: Sequence[str]) -> Look:
        """Type queries, and gather how many results each has and what HTML they are."""
        look = await self._go(visit)
        results = look.seen["results"] = {}
        box = self._page.locator("input[data-md-component=search-query]")
        await box.click()
        for query in queries:
            await box.fill("")
            await self._page.wait_for_timeout(60)
            await box.fill(query)
            found = self._page.locator(".md-search-result__item")
            with contextlib.suppress(Exception):
                await found.first.wait_for(timeout=5_000)
            results[query] = await self._page.evaluate(RESULTS)
        return look


def _selectors(visit: Visit, case: Case) -> list[str]:
    return case.told("has", visit.flavour) + case.told("lacks", visit.flavour)
