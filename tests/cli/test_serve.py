"""Serving a notebook while its notes and its configuration are written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.livereload import LiveReloadServer

from campnotes.cli import main

Write = Callable[[Mapping[str, str | bytes]], Path]
OWN = "site_name: {name}\ntheme: {{name: mkdocs}}\n"


@pytest.fixture
def notebook(write: Write) -> Path:
    return write({"mkdocs.yml": OWN.format(name="처음"), "docs/day1.md": "# Day1\n"})


def serve(notebook: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[..., None]) -> Result:
    """Serve a notebook while `work(server)` is done instead of waiting for saved files."""

    def serve_meanwhile(server: LiveReloadServer, **_options: object) -> None:
        work(server)
        raise KeyboardInterrupt

    monkeypatch.setattr(LiveReloadServer, "serve", serve_meanwhile)
    result = CliRunner().invoke(main, ["serve", str(notebook)])
    assert "Traceback" not in result.output
    return result


def test_a_configuration_is_read_anew_when_it_is_saved(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[str] = []

    def save(server: LiveReloadServer) -> None:
        page = Path(server.root, "day1", "index.html")
        for text in ("site_name: [\n", OWN.format(name="다음"), OWN.format(name="끝")):
            (notebook / "mkdocs.yml").write_text(text, "utf-8")
            server.builder()
            shown = page.read_text("utf-8")
            served.extend(name for name in ("처음", "다음", "끝") if f"- {name}</title>" in shown)

    result = serve(notebook, monkeypatch, save)
    assert result.exit_code == 0
    assert served == ["처음", "다음", "끝"]
    assert "couldn't be built" in result.output or "만들지 못했습니다" in result.output


def test_what_is_watched_is_the_notes_and_their_own_configuration(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched: set[str] = set()
    serve(notebook, monkeypatch, lambda server: watched.update(server._watched_paths))
    assert watched == {str(notebook / "docs"), str(notebook / "mkdocs.yml")}


def test_a_first_build_that_fails_is_told_and_ends(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (notebook / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    result = serve(notebook, monkeypatch, lambda _server: None)
    assert result.exit_code == 1
    assert "mkdocs.yml can't be read" in result.output


def test_an_address_in_use_is_told(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_server: object) -> None:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))

    result = serve(notebook, monkeypatch, refuse)
    assert result.exit_code == 1
    assert "Name another address with --address" in result.output


def page_of(server: LiveReloadServer, path: str) -> str:
    return Path(server.root, path, "index.html").read_text("utf-8")


def test_a_saved_note_is_shown_before_the_site_is_built(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def build(config: object, **_options: object) -> None:
        del config
        seen.append(page_of(running[0], "day1"))
        raise OSError(28, "No space left on device", "a.html")

    def save(server: LiveReloadServer) -> None:
        running.append(server)
        (notebook / "docs/day1.md").write_text("# Day1\n\n[다음](day2.md) **새 글**\n", "utf-8")
        monkeypatch.setattr("campnotes.cli.serving.build", build)
        server.builder()
        seen.append(page_of(server, "day1"))

    running: list[LiveReloadServer] = []
    serve(notebook, monkeypatch, save)
    assert len(seen) == 2
    assert all("<strong>새 글</strong>" in page for page in seen)


def test_what_is_served_in_the_end_is_what_a_build_makes(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (notebook / "docs/day2.md").write_text("# Day2\n\nday1.md\n", "utf-8")
    trees: list[dict[str, bytes]] = []

    def save(server: LiveReloadServer) -> None:
        (notebook / "docs/day1.md").write_text("# Day1 제목\n\n[다음](day2.md)\n", "utf-8")
        server.builder()
        trees.append(tree(Path(server.root)))

    serve(notebook, monkeypatch, save)
    serve(notebook, monkeypatch, lambda server: trees.append(tree(Path(server.root))))
    served, built = trees
    assert served == built


def test_a_build_is_given_up_for_a_note_that_is_saved_meanwhile(
    notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def save(server: LiveReloadServer) -> None:
        for text in ("첫째", "둘째"):
            (notebook / "docs/day1.md").write_text(f"# Day1\n\n{text} 글\n", "utf-8")
            server._want_rebuild = text == "첫째"
            server.builder()
            pages.append(page_of(server, "day1"))
            pages.append(Path(server.root, "search/search_index.json").read_text("utf-8"))

    result = serve(notebook, monkeypatch, save)
    assert "첫째 글" in pages[0]
    assert "둘째 글" in pages[2]
    assert "만들지 못했습니다" not in result.output


def tree(site: Path) -> dict[str, bytes]:
    """The files of a site, by their paths."""
    files = filter(Path.is_file, site.rglob("*"))
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
