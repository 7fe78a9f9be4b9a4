"""What a theme's folder holds."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


@cache
def theme_files(folder: str) -> tuple[str, ...]:
    """List the files of a theme, as POSIX paths in its folder.

    Its hidden folders hold thousands of icons, which are no files of a site.
    """
    found: list[str] = []
    for parent, folders, names in os.walk(folder):
        # os.walk goes down into what is left in its list.
        folders[:] = filter(_is_shown, folders)
        within = Path(parent).relative_to(folder)
        for name in names:
            path = within / name
            found.append(path.as_posix())
    return tuple(found)


def _is_shown(folder: str) -> bool:
    return not folder.startswith(".")
