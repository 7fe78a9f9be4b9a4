"""What ships for browsers is what `web/` is bundled into today."""

from __future__ import annotations

import gzip
import os
import subprocess
from pathlib import Path

import pytest

from support.worker import NODE, WEB

PACKAGE = WEB.parent / "plugins" / "campnotes"
BUNDLES = (
    "pages/assets/campnotes.css",
    "search/assets/search-start.js",
    "search/assets/search-worker.js",
    "search/assets/search-parts-worker.js",
    "search/assets/search-dialog.js",
    "pages/assets/campnotes.js",
    "pages/assets/map.mjs",
    "pages/assets/paper.mjs",
    "pages/assets/previews.mjs",
)
# What every page loads; all else is loaded when it is wanted.
OF_EACH_PAGE = (
    "search/assets/search-start.js",
    "search/assets/search-dialog.js",
    "pages/assets/campnotes.js",
)
MOST = 12 * 1024  # bytes, packed
IS_READY = NODE is not None and (WEB / "node_modules" / "esbuild").is_dir()


@pytest.mark.skipif(
    not IS_READY and "CI" not in os.environ, reason="needs web/node_modules: make check"
)
def test_the_bundles_are_current(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(NODE), "build.js", str(tmp_path)], cwd=WEB, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    for bundle in BUNDLES:
        built = (tmp_path / bundle).read_bytes()
        assert built == (PACKAGE / bundle).read_bytes(), f"{bundle} is not current: make web"


def test_what_each_page_loads_is_small() -> None:
    packed = [gzip.compress((PACKAGE / script).read_bytes()) for script in OF_EACH_PAGE]
    assert sum(map(len, packed)) <= MOST
