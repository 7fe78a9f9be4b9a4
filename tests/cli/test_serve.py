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
