"""A build that is killed at any moment leaves the former site or the new one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("killed_builds.py")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a fork of a busy process isn't safe")
def test_each_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), str(tmp_path), "20"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["whole"] == found["builds"] == found["version"] == 20
    assert found["killed"] >= 10  # by the clock, some are done before
    assert found["renewed"] >= 3  # some are killed after the new site is in its place
    assert found["left"] == ["notes", "site"]
