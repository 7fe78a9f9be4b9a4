"""What the Git checkout around a notebook tells: its address and the notebook's place in it."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

_REMOTE = re.compile(r"^(?:https?://|git@|ssh://(?:git@)?)([\w.\-]+)[:/](.+?)(?:\.git)?/?$")


def _checkout(folder: Path) -> Path | None:
    home = folder.resolve()
    return next((p for p in (home, *home.parents) if (p / ".git").exists()), None)


def repository_address(folder: Path) -> str | None:
    """`https://HOST/OWNER/NAME` of the checkout's `origin`; `None` without one."""
    checkout = _checkout(folder)
    if checkout is None:
        return None
    git = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        git.read(checkout / ".git" / "config", encoding="utf-8")
        url = git.get('remote "origin"', "url", fallback="")
    except (configparser.Error, UnicodeDecodeError, OSError):
        return None
    # A token in the address (https://TOKEN@github.com/…) doesn't match, and stays private.
    match = _REMOTE.match(url)
    return f"https://{match[1]}/{match[2]}" if match else None


def notebook_folder(folder: Path) -> str:
    """The notebook's path within its checkout (POSIX); `""` if it is the top of it, or none."""
    checkout = _checkout(folder)
    if checkout is None:
        return ""
    relative = folder.resolve().relative_to(checkout).as_posix()
    return "" if relative == "." else relative
