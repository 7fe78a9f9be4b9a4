"""How densely functions may be written: one idea a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from architecture.density import (
    MEAN,
    PACKAGE,
    function_densities,
    mean_density,
    nested_comprehensions,
    nested_conditionals,
)

MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_SKIPS = 5  # tables of data that the formatter would spread


def _name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_functions_have_one_idea_a_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    too_dense = [function for function in function_densities(text) if function.is_too_dense]
    assert too_dense == []


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_nothing_is_folded_into_itself(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert nested_comprehensions(text) == []
    assert nested_conditionals(text) == []


def test_the_package_reads_easily() -> None:
    functions = []
    for file in MODULES:
        functions += function_densities(file.read_text(encoding="utf-8"))
    assert mean_density(functions) <= MEAN


def test_the_formatter_is_hardly_ever_switched_off() -> None:
    skips = 0
    for file in MODULES:
        skips += file.read_text(encoding="utf-8").count("# fmt: skip")
    assert skips <= MOST_SKIPS
