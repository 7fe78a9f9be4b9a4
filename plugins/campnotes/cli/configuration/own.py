"""A notebook's own configuration, by the names that MkDocs gives it."""

from __future__ import annotations

from pathlib import Path

# ProperDocs, which goes on with MkDocs, reads the same under a name of its own before MkDocs'.
NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")


def own_config(notebook: Path) -> Path | None:
    """Find the notebook's own MkDocs configuration, if it has one."""
    for name in NAMES:
        file = notebook / name
        if file.is_file():
            return file
    return None
