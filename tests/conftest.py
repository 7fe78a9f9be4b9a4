"""What tests share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from support.notebooks import CORPORA


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
