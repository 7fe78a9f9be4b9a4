"""Addresses of files that lie on their author's own computer: `C:\\Users\\narae\\a.png`."""

from __future__ import annotations

import re

from campnotes.patterns import regex

# What editors, and the apps that notes come from, call a file of their own.
LOCAL_SCHEMES = frozenset(
    "file blob content app asset attachment vscode-resource vscode-file capacitor local".split()
)
_LONGEST = 40  # characters of an address that tell
_HOMES = regex(
    r"(?:/|\\)(?:Users|home|Volumes|private|tmp|var/folders|mnt/[a-z])(?:/|\\)|~(?:/|\\)",
    re.IGNORECASE,
)


def has_local_scheme(scheme: str) -> bool:
    """Tell whether a scheme is that of local files, or the letter of a drive."""
    return len(scheme) == 1 or scheme in LOCAL_SCHEMES


def is_local_path(url: str) -> bool:
    """Tell whether an address that leads to no file of the notebook is a path in a system's folders."""
    beginning = url[:_LONGEST]
    return _HOMES.match(beginning) is not None
