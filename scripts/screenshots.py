"""Take pictures of every kind of page of the demonstration, as readers see it.

    python scripts/screenshots.py build/screenshots

Each is taken 360, 390 and 1280 pixels wide, light and dark, in Korean and English:
`ko/day-390-dark.png`.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import itertools
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

HOME = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LANGUAGES = ("ko", "en")
WIDTHS = (360, 390, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 844
DESKTOP = 1000  # from here on, pixels wide
PAGES = {
    "home": "",
    "day": "week2/day6/day6/",
    "week": "weeks/2/",
    "people": "people/",
    "person": "people/윤서진/",
    "presentations": "presentations/",
    "questions": "questions/",
    "references": "references/",
    "retrospectives": "retrospectives/",
    "contents": "contents/",
    "map": "map/",
    "health": "health/",
    "not-found": "404.html",
}
ASKED = "인덱스"  # in the picture of the search


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    language: str
    width: int
    scheme: str


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None: ...


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as temporary, opened_browser() as browser:
        for language in LANGUAGES:
            site = Path(temporary, language)
            build(site, language)
            with served(site) as address:
                take(browser, address, language, folder / language)


def build(site: Path, language: str) -> None:
    """Build the demonstration with its interface in a language."""
    written = (HOME / "mkdocs.yml").read_text(encoding="utf-8")
    config = written.replace("  language: ko\n", f"  language: {language}\n")
    options = f"  - campnotes:\n      language: {language}\n"
    config = config.replace("  - campnotes:\n", options)
    # The page for what isn't there finds its styles by the whole path.
    config = config.replace("github.io/notebook/", "github.io/")
    file = site.with_suffix(".yml")
    folders = f"docs_dir: {HOME / 'docs'}\n"
    file.write_text(config + folders, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    command += ["--config-file", str(file), "--site-dir", str(site)]
    subprocess.run(command, check=True, cwd=HOME)


def take(browser: Browser, address: str, language: str, folder: Path) -> None:
    """Take the pictures of a site."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, scheme in itertools.product(WIDTHS, SCHEMES):
        look = Look(language, width, scheme)
        with opened(browser, look) as page:
            for name, path in PAGES.items():
                answer = page.goto(address + quote(path))
                if answer is None or not answer.ok:
                    raise SystemExit(f"There is no page {path}.")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=picture(folder, name, look))
            take_search(page, address, picture(folder, "search", look))


def take_search(page: Page, address: str, file: Path) -> None:
    page.goto(f"{address}?q={quote(ASKED)}")
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)


def picture(folder: Path, name: str, look: Look) -> Path:
    return folder / f"{name}-{look.width}-{look.scheme}.png"


@contextmanager
def opened_browser() -> Iterator[Browser]:
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        raise SystemExit("No Chromium: `make browser` installs it.")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, look: Look) -> Iterator[Page]:
    """Open a page that reaches nothing but this machine, under a finger where it is narrow."""
    is_phone = look.width < DESKTOP
    context = browser.new_context(
        viewport={"width": look.width, "height": HEIGHT},
        locale=look.language,
        color_scheme="dark" if look.scheme == "dark" else "light",
        reduced_motion="reduce",
        has_touch=is_phone,
        is_mobile=is_phone,
    )
    context.route("https://**", lambda route: route.abort())
    yield context.new_page()
    context.close()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on this machine."""
    handler = functools.partial(_Silent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    main()
