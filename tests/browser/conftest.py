"""A headless Chromium from the system, and the demonstration served to it on this machine."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from support.chromium import executable
from support.notebooks import HOME
from support.sites import build_with

# What is waited for comes in a moment; on a machine that does much else besides, it comes later.
PATIENCE = 30_000  # milliseconds
expect.set_options(timeout=PATIENCE)
# No other host is known to the browser, so that what is asked of it fails at once.
HERE_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a page that is closed meanwhile doesn't matter."""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if executable() is None:
        if os.environ.get("CI"):
            pytest.fail("No Chromium: `make browser` installs it.")
        pytest.skip("no Chromium on this machine; `make browser` installs it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable(),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", HERE_ONLY],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served demonstration."""
    folder = tmp_path_factory.mktemp("demonstration") / "site"
    config = {
        "theme": {
            "name": "material", "language": "ko", "font": False,
            "features": ["content.code.copy", "navigation.indexes", "navigation.instant",
                         "search.highlight", "search.suggest"],
            "palette": {"scheme": "default", "primary": "teal", "accent": "teal"},
        },
    }  # fmt: skip
    build_with(
        HOME / "docs",
        folder,
        config,
        repository="https://github.com/mulgyeol-camp/notebook",
        people={"백도현": {"aliases": ["Baek Dohyun"]}},
        content_security_policy=True,
    )
    with _served(folder) as url:
        yield url


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address."""
    handler = functools.partial(_Silent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the test is over, and gives its address."""
    with contextlib.ExitStack() as servers:
        yield lambda folder: servers.enter_context(_served(folder))


@contextlib.contextmanager
def _opened(browser: Browser, **how: Any) -> Iterator[Page]:
    """Open an empty page; an error in it or its worker, or what its policy refuses, fails the test."""
    context = browser.new_context(locale="ko-KR", **how)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            errors.append(message.text)

    page.on("console", hear)
    yield page
    found = list(errors)  # and not what the page was still fetching when it was closed
    context.close()
    assert found == []


@pytest.fixture
def opened(browser: Browser, serve: object) -> Iterator[Page]:  # noqa: ARG001 -- outlives the page
    """An empty page, closed before what it was served from is."""
    with _opened(browser) as page:
        yield page


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture
def page(browser: Browser, address: str, width: int) -> Iterator[Page]:
    """A page of the demonstration; what it asks of other hosts fails the test."""
    elsewhere: list[str] = []

    def hear(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            elsewhere.append(request.url)

    with _opened(browser, viewport={"width": width, "height": 844}) as page:
        page.on("request", hear)
        page.goto(address)
        yield page
    # Images are the notes' own; nothing else may come from elsewhere.
    assert [url for url in elsewhere if not url.endswith((".png", ".jpg"))] == []
