"""The rooms of the package and which way the arrows between them go."""

from __future__ import annotations

import ast
import importlib
import re
import sys
import tomllib
from pathlib import Path

import pytest

import campnotes
from support.notebooks import HOME

PACKAGE = HOME / "plugins" / "campnotes"
MODULES = sorted(PACKAGE.rglob("*.py"))
# What each room may import of campnotes besides itself and what all of them use.
MAY_IMPORT = {
    "markdown": set(),
    "notebook": set(),
    "parsing": {"markdown", "notebook"},
    "linking": {"notebook", "parsing", "locales"},
    "rendering": {"markdown", "parsing", "linking"},
    "locales": set(),
    "site": {"notebook", "parsing", "linking", "locales"},
    "pages": {"notebook", "parsing", "linking", "locales", "site"},
    "search": {"notebook", "parsing", "linking", "site"},
    "cards": {"linking", "site"},
    "inventory": {"notebook", "parsing", "linking"},
    "checking": {"notebook", "linking"},
    "caching": {"notebook", "parsing"},
    "explaining": {"notebook", "parsing", "linking", "checking"},
}
FOR_ALL = {"compact_json", "decoding", "finding", "packing", "patterns", "rules", "settings"}
MAX_LINES = 400
# Everything that is written for a browser or a theme, but for styles and scripts themselves.
WRITERS = [*MODULES, *sorted(PACKAGE.rglob("*.html"))]
# What Material's pages, scripts and files are made of.
MATERIAL = re.compile(r"\bmdx?-|assets/javascripts|document\$|md-highlight")


def imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return names | {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}


@pytest.mark.parametrize("file", MODULES, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_arrows_go_one_way(file: Path) -> None:
    room = file.relative_to(PACKAGE).parts[0]
    found = imports(file)
    if room not in {"hosts", "cli"}:
        assert not any(name.split(".")[0] in {"mkdocs", "material"} for name in found)
    if room in MAY_IMPORT:
        rooms = {n.split(".")[1] for n in found if n.startswith("campnotes.")}
        assert rooms <= MAY_IMPORT[room] | FOR_ALL | {room}


@pytest.mark.parametrize("file", WRITERS, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_only_the_host_knows_the_theme_s_markup_and_files(file: Path) -> None:
    if not file.is_relative_to(PACKAGE / "hosts" / "mkdocs"):
        assert not MATERIAL.search(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", MODULES, ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_modules_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_versions_agree() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    assert campnotes.__version__ == project["project"]["version"]
    assert re.search(r"^## \[Unreleased\]", (HOME / "CHANGELOG.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize("script", ["speed", "render", "fidelity", "search"])
def test_the_benchmarks_can_begin(script: str, tmp_path: Path) -> None:
    """They are run by hand, so that nothing else would tell when one breaks."""
    sys.path.insert(0, str(HOME / "bench"))
    module = importlib.import_module(script)
    assert callable(module.main)
    if script == "speed":
        module.make_notebook(tmp_path / "made", 3)
        tools = [kind(tmp_path, tmp_path / "made", None) for kind in module.TOOLS]
        assert [tool.name for tool in tools if tool.is_there] == ["campnotes", "plain Material"]
