"""Say in a line why a build failed, for people who didn't write campnotes.

- What MkDocs and campnotes tell themselves is told as it is.
- What the system refuses is told with the file, and with what to do about it.
- A template's fault is told with its file and line.
- Anything else is told with the line of the program it comes from: that may be a plugin's.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Callable
from pathlib import Path

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import MkDocsException

from campnotes.output import OutputError
from campnotes.rules import N_

_LONGEST = 600  # characters

_PERMISSIONS = N_("Change its permissions, or name another place.")
_DISK_FULL = N_("Make room on the disk, or name a place on another one.")
_ADVICE = {
    errno.ENOSPC: _DISK_FULL,
    errno.EDQUOT: _DISK_FULL,
    errno.EFBIG: _DISK_FULL,
    errno.EACCES: _PERMISSIONS,
    errno.EPERM: _PERMISSIONS,
    errno.EROFS: N_("This disk can only be read; name a place on another one."),
    errno.ENAMETOOLONG: N_("Give it a shorter name."),
    errno.ENOENT: N_("It may have been moved while it was read; try again."),
    errno.ELOOP: N_("A link leads to itself; remove it."),
    errno.EMFILE: N_("Too many files are open; close other programs."),
    errno.ENFILE: N_("Too many files are open; close other programs."),
}


def describe_failure(error: BaseException, translate: Callable[[str], str] = str) -> str:
    """Say what went wrong, and what to do where that is known: `day1.md: Permission denied. …`."""
    if isinstance(error, MkDocsException | OutputError):
        text = str(error)
    elif isinstance(error, TemplateSyntaxError):
        text = f"{error.filename or error.name}:{error.lineno}: {error.message}"
    elif isinstance(error, OSError) and error.strerror:
        text = _describe_refusal(error, translate)
    else:
        text = f"{type(error).__name__}: {error}{_place(error)}"
    return text.strip()[:_LONGEST]


def _describe_refusal(error: OSError, translate: Callable[[str], str]) -> str:
    """Say what the system refused to do."""
    file = "" if error.filename is None else f"{error.filename}: "
    text = f"{file}{error.strerror}."
    advice = _ADVICE.get(error.errno or 0)
    if advice is not None:
        text = f"{text} {translate(advice)}"
    return text


def _place(error: BaseException) -> str:
    """The line of the program that an error comes from: ` (hook.py:12)`."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    last = frames[-1]
    return f" ({Path(last.filename).name}:{last.lineno})"
