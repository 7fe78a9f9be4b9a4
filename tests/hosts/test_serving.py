"""What a preview answers, and what it keeps while a build fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.livereload import LiveReloadServer

from campnotes.hosts.mkdocs.failures import describe_failure
from campnotes.hosts.mkdocs.serving.host_names import answer_own_names
from campnotes.hosts.mkdocs.serving.preview import Preview
from campnotes.hosts.mkdocs.serving.server import guard_server


def status(address: str, host: str | None, path: str = "/") -> str:
    """The status of a request for `path` with a `Host:`, to a server that listens at `address`."""
    statuses: list[str] = []
    environment = {"PATH_INFO": path}
    setup_testing_defaults(environment)
    environment.pop("HTTP_HOST")
    if host is not None:
        environment["HTTP_HOST"] = host

    def start(status: str, headers: object, error: object = None) -> object:
        del headers, error
        statuses.append(status)
        return None

    def site(environment: object, start_response: object) -> list[bytes]:
        del environment
        start("200 OK", start_response)
        return []

    list(answer_own_names(site, address)(environment, start))  # type: ignore[arg-type]
    return statuses[0]


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "127.0.0.9"]
)
def test_a_preview_answers_under_its_own_names(host: str) -> None:
    assert status("127.0.0.9", host) == "200 OK"


@pytest.mark.parametrize(
    "host",
    [
        None, "", "notes.example", "notes.example:8000", "localhost.example", "localhost@notes.example",
        "notes.example/localhost", "127.0.0.1.example", "[::1", "::1", "192.0.2.7", "localhost:8000:1",
        "localhost\t", "127.0.0.1, notes.example", "2130706433", "localhost.",
    ],
)  # fmt: skip
def test_and_under_no_other(host: str | None) -> None:
    assert status("127.0.0.1", host).startswith("421")


def test_who_listens_everywhere_is_reached_by_any_address_but_no_strange_name() -> None:
    assert status("0.0.0.0", "192.0.2.7:8000") == "200 OK"
    assert status("::", "[2001:db8::7]") == "200 OK"
    assert status("0.0.0.0", "notes.example").startswith("421")


@pytest.mark.parametrize("path", ["//day1", "/a\0b"])
def test_a_path_that_no_site_has_is_not_looked_up(path: str) -> None:
    assert status("127.0.0.1", "localhost", path).startswith("404")


class Notebook:
    """Builds a site of one page into a folder, or raises what it is told to."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.preview = Preview()
        self.text = "first"
        self.error: BaseException | None = None

    def build(self) -> None:
        place = self.preview.place or self.site
        place.mkdir(exist_ok=True)
        (place / "index.html").write_text("half", "utf-8")
        assert self.site == place or self.shown() != "half"
        if self.error is not None:
            raise self.error
        (place / "index.html").write_text(self.text, "utf-8")

    def shown(self) -> str:
        return (self.site / "index.html").read_text("utf-8")


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    notebook = Notebook(tmp_path / "site")
    notebook.build()
    return notebook


@pytest.fixture
def server(notebook: Notebook) -> Iterator[LiveReloadServer]:
    server = LiveReloadServer(notebook.build, "127.0.0.1", 0, str(notebook.site))
    guard_server(server, str, notebook.preview, dirty=False)
    yield server
    server.server_close()


@pytest.mark.parametrize(
    "error",
    [OSError(28, "No space left on device", "a.html"), ValueError("boom"), SystemExit("boom")],
)
def test_a_build_that_fails_leaves_the_last_good_pages(
    notebook: Notebook,
    server: LiveReloadServer,
    error: BaseException,
    caplog: pytest.LogCaptureFixture,
) -> None:
    notebook.error = error
    with caplog.at_level(logging.INFO):
        server.builder()
    assert notebook.shown() == "first"
    assert "couldn't be built" in caplog.text
    assert "Traceback" not in caplog.text
    notebook.error, notebook.text = None, "second"
    server.builder()
    assert notebook.shown() == "second"
    assert [path.name for path in notebook.site.parent.iterdir()] == ["site"]


def test_who_stops_during_a_build_is_left_with_the_pages_too(
    notebook: Notebook, server: LiveReloadServer
) -> None:
    notebook.error = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        server.builder()
    assert notebook.shown() == "first"


def test_a_folder_that_was_away_is_watched_on(tmp_path: Path, server: LiveReloadServer) -> None:
    folder, away = tmp_path / "notes", tmp_path / "away"
    folder.mkdir()
    (folder / "day1.md").write_text("# Day1\n", "utf-8")
    server.watch(str(folder))
    (emitter,) = server.observer.emitters
    emitter.on_thread_start()
    folder.rename(away)
    emitter.queue_events(0)
    away.rename(folder)
    emitter.queue_events(0)
    queue = server.observer.event_queue
    seen = [queue.get_nowait()[0] for _ in range(queue.qsize())]
    assert {event.event_type for event in seen} == {"deleted", "created"}


def test_links_to_the_folder_around_them_have_an_end(
    tmp_path: Path, server: LiveReloadServer
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / name).symlink_to(folder, target_is_directory=True)
    server.watch(str(folder))
    (emitter,) = server.observer.emitters
    emitter.on_thread_start()
    (folder / "day1.md").write_text("# Day1\n", "utf-8")
    emitter.queue_events(0)
    queue = server.observer.event_queue
    seen = [queue.get_nowait()[0] for _ in range(queue.qsize())]
    created = [event.src_path for event in seen if event.event_type == "created"]
    assert created == [str(folder / "day1.md")]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device", "a.html"), "Make room on the disk"),
        (PermissionError(13, "Permission denied", "a.md"), "a.md: Permission denied. Change"),
        (ValueError("boom"), "ValueError: boom"),
    ],
)
def test_a_failure_is_told_with_what_to_do(error: Exception, told: str) -> None:
    assert told in describe_failure(error)


def test_a_failure_of_a_plugin_is_told_with_its_line() -> None:
    try:
        raise ValueError("boom")
    except ValueError as error:
        assert "test_serving.py:" in describe_failure(error)
