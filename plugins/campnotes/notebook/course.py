"""The levels of a course (`LEVEL1_U_1`, `P-Stage-1`, `u-stage`), told by the folders of notes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from campnotes.notebook.files import normal

_LEVEL = re.compile(
    r"(?:level|lv|stage|phase|module|track|semester|레벨|단계)[-_ .]?\d+(?!\d).*"
    r"|[a-z][-_ ]stage(?![a-z]).*|\d+\s*(?:단계|학기)",
    re.IGNORECASE,
)


def course_level(path: str) -> str:
    """The folder that is the course's level around a note, the deepest; `""` if there is none."""
    note = PurePosixPath(normal(path))
    for folder in note.parents:
        if _LEVEL.fullmatch(folder.name.strip()):
            return str(folder)
    return ""
