"""A reader's search page in headless Chromium: types queries, reads results, watches the clock."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CLEAR = """
async () => {
  const field = document.querySelector("[data-md-component=search-query]")
  field.focus()
  field.value = ""
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  await new Promise((done) => setTimeout(done, 100))
}
"""
# Types a text at once, as an input method does, and waits until what was found is painted.
ASK = """
async (query) => {
  const field = document.querySelector("[data-md-component=search-query]")
  const result = document.querySelector("[data-md-component=search-result]")
  const start = performance.now()
  const found = new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (!result.querySelector("li")) return
      watch.disconnect()
      done(performance.now() - start)
    })
    watch.observe(result, { childList: true, subtree: true })
    setTimeout(() => { watch.disconnect(); done(null) }, 1500)
  })
  field.value = query
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  const wait = await found
  // A task that comes after the frame: it has been painted.
  if (wait !== null) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return wait
}
"""
# A big notebook's results come twice: those of its likeliest pages first.
SETTLE = """
async () => {
  const result = document.querySelector("[data-md-component=search-result]")
  let last = performance.now()
  const watch = new MutationObserver(() => { last = performance.now() })
  watch.observe(result, { childList: true, subtree: true, characterData: true })
  while (performance.now() - last < 150) await new Promise((done) => setTimeout(done, 50))
  watch.disconnect()
}
"""
READ = """
() => [...document.querySelectorAll(".md-search-result__item")].map((item) => (
  [...item.querySelectorAll("a.md-search-result__link")].map((link) => link.href)
))
"""


@dataclass(frozen=True)
class Answer:
    """What a query gave: addresses by group, ms to the first result, ms of main-thread work till it was painted."""

    groups: list[list[str]]
    wait: float | None
    work: float


class Reader:
    """An open page of a site."""

    def __init__(self, page: Page, address: str, requested: list[str]) -> None:
        self._page = page
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Performance.enable")
        self.address = address
        self.requested = requested

    def ask(self, query: str) -> Answer:
        """Type a query; addresses come relative to the site."""
        self._page.evaluate(CLEAR)
        before = self._busy()
        wait: float | None = self._page.evaluate(ASK, query)
        work = self._busy() - before
        self._page.evaluate(SETTLE)
        rows: list[list[str]] = self._page.evaluate(READ)
        groups = [[url.removeprefix(self.address) for url in urls] for urls in rows]
        return Answer(groups, wait, work)

    def _busy(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")


@contextmanager
def served(site: Path, requested: list[str]) -> Iterator[str]:
    """Serve a site on this machine; `requested` gets the paths that were asked for."""
    command = ["node", str(Path(__file__).parent / "serve.mjs"), str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        lines = server.stdout
        address = lines.readline().strip()
        reading = threading.Thread(target=lambda: requested.extend(line.strip() for line in lines))
        reading.start()
        yield address
        server.terminate()
        reading.join()


@contextmanager
def reader(site: Path, start: str = "") -> Iterator[Reader]:
    """Open a built site's page with its search dialog; nothing outside this machine is reached."""
    executable = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if executable is None:
        raise SystemExit("No Chromium: `make browser` installs it.")
    requested: list[str] = []
    with served(site, requested) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        page = browser.new_page()
        page.goto(address + start)
        page.evaluate("document.querySelector('#__search').click()")
        yield Reader(page, address, requested)
        browser.close()


def packed(site: Path, paths: Iterable[str]) -> int:
    """The bytes of some files of a site as a server sends them, packed with gzip."""
    return sum(len(gzip.compress((site / path).read_bytes())) for path in paths)
