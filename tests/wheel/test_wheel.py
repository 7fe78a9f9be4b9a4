"""The wheel holds everything, and works in an empty environment."""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from support.notebooks import HOME

PACKAGE = HOME / "plugins" / "campnotes"
pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # The build backend is taken from this environment, so that no network is needed.
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            str(HOME),
            "--no-deps",
            "--no-build-isolation",
            "--quiet",
            "-w",
            str(folder),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    there = {
        p.relative_to(PACKAGE.parent).as_posix()
        for p in PACKAGE.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert there <= set(zipfile.ZipFile(wheel).namelist())
    assert {Path(p).suffix for p in there} >= {
        ".py",
        ".html",
        ".css",
        ".js",
        ".po",
        ".json",
        ".yml",
    }


def test_the_wheel_names_the_command_and_the_plugin(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
    told = archive.read(name).decode()
    assert "campnotes = campnotes.cli:main" in told
    assert "campnotes = campnotes.hosts.mkdocs.plugin:CampnotesPlugin" in told


def test_the_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    home = tmp_path / "env"
    packages = next(home.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # The dependencies come from here; campnotes itself only from the wheel.
    dependencies = [p for p in site.getsitepackages() if Path(p).is_dir()]
    (packages / "dependencies.pth").write_text("\n".join(dependencies))
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "day1.md").write_text("# Day1\n\n$x$\n", "utf-8")
    done = subprocess.run(
        [
            str(home / "bin" / "python"),
            "-c",
            "import campnotes, sys; print(campnotes.__file__); from campnotes.cli import main; main()",
            "build",
            str(notes),
            "-o",
            str(tmp_path / "site"),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )
    assert done.returncode == 0, done.stderr
    assert str(packages) in done.stdout
    inventory = json.loads((tmp_path / "site" / "campnotes.json").read_text("utf-8"))
    assert inventory["notes"][0]["day"] == 1
