"""The options are documented: all of them, and no others."""

from __future__ import annotations

import re

from campnotes.hosts.mkdocs.options import CampnotesOptions
from support.notebooks import HOME

GUIDE = HOME / "docs" / "guide" / "options.md"


def test_the_guide_has_a_row_for_every_option() -> None:
    text = GUIDE.read_text("utf-8")
    documented = re.findall(r"^\| `(\w+)` \|", text.split("\n## ")[0], re.MULTILINE)
    declared = [name for name, _ in CampnotesOptions._schema]
    assert sorted(documented) == sorted(declared)
