"""What tests share."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support.notebooks import CORPORA

# Tests see what is parsed and rendered now; those of the cache name a folder of their own.
os.environ["CAMPNOTES_CACHE"] = ""
os.environ["LC_ALL"] = "C.UTF-8"  # the command line speaks English then
# How long an example takes depends on the machine, and says nothing here.
_ANYWHERE = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("test", _ANYWHERE, derandomize=True, database=None, max_examples=100)
settings.register_profile("fuzz", _ANYWHERE, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


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
