"""What tests share: small notebooks written inline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from campnotes.linking.model import Notebook
from campnotes.linking.notebook import link_notebook, survey
from campnotes.parsing.note import parse_note
from campnotes.settings import Settings

HOME = Path(__file__).resolve().parents[1]
CORPORA = HOME.parent / "shared" / "corpora"

MakeNotebook = Callable[..., Notebook]


def make_notebook(
    notes: Mapping[str, str], settings: Settings | None = None, others: tuple[str, ...] = ()
) -> Notebook:
    """A linked notebook of notes given as path -> text."""
    parsed = [parse_note(text, path) for path, text in notes.items()]
    return link_notebook(parsed, survey(parsed, settings or Settings(), others))


@pytest.fixture
def notebook() -> MakeNotebook:
    return make_notebook


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Writes files into a folder `notes` and returns it."""

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        for path, content in files.items():
            file = tmp_path / "notes" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            raw = content.encode() if isinstance(content, str) else content
            file.write_bytes(raw)
        return tmp_path / "notes"

    return write_files


@pytest.fixture(params=["seed", "jun"])
def corpus(request: pytest.FixtureRequest) -> Path:
    """The folder of a development notebook."""
    folder: Path = CORPORA / request.param
    if not folder.is_dir():
        pytest.skip("the development notebooks aren't here")
    return folder
