"""A Markdown extension that does nothing, unless another program than MkDocs builds the notebook.

Zensical reads `mkdocs.yml` too, and leaves out the plugins that it doesn't know without a word: what
it builds then has none of what campnotes finds. Of Markdown extensions it needs every one.
"""

from __future__ import annotations

import sys
from typing import Any

from markdown import Extension, Markdown

_OTHERS = ("zensical",)


class BuiltByCampnotesError(Exception):
    """A notebook that another program wants to build."""


class Guard(Extension):
    """Refuses to be a part of what another program builds."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Raise BuiltByCampnotesError where another program is running."""
        del md
        for name in _OTHERS:
            if name in sys.modules:
                raise BuiltByCampnotesError(
                    f"This notebook is built by `campnotes build`, and not by {name}, "
                    "which has no plugin campnotes."
                )


def makeExtension(**options: Any) -> Guard:  # noqa: N802 -- Python-Markdown's name
    """Make the extension."""
    return Guard(**options)
