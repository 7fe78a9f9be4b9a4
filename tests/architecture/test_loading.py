"""What is loaded when, and that nothing which is loaded late is wrong."""

from __future__ import annotations

import importlib
import subprocess
import sys

from campnotes.patterns import _Uncompiled, regex
from support.notebooks import HOME

PACKAGE = HOME / "plugins" / "campnotes"
ASKED = """
import sys
from campnotes.cli import main
try:
    main(["--help"])
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def test_help_loads_neither_the_site_generator_nor_what_reads_notes() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, check=True, encoding="utf-8"
    )
    assert "build" in asked.stdout
    loaded = set(asked.stderr.split())
    assert not {"mkdocs", "jinja2", "markdown_it", "campnotes.reading"} & loaded


def test_patterns_that_stand_in_modules_can_be_compiled() -> None:
    compiled = 0
    for file in sorted(PACKAGE.rglob("*.py")):
        path = file.relative_to(PACKAGE.parent).with_suffix("")
        if path.name in {"__init__", "__main__"}:
            continue
        module = importlib.import_module(".".join(path.parts))
        for value in vars(module).values():
            if isinstance(value, _Uncompiled):
                assert value.search
                compiled += 1
    assert compiled > 200


def test_a_pattern_is_compiled_by_its_first_use() -> None:
    broken = regex("(")
    word = regex(r"\w+")
    assert broken.pattern == "("
    assert word.findall("김나래, 박도윤") == ["김나래", "박도윤"]
    assert word.groups == 0
    assert word.fullmatch("오지안") is not None
