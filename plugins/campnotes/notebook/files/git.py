"""Ask Git about a notebook without running anything that the notebook brings.

A repository's own configuration can name programs (to check signatures, to watch files, to fetch
what is missing), and a stranger's notebook may be such a repository. So Git is called with a closed
configuration: nothing of the machine's or the user's, and of the repository's none of these.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

TIMEOUT_SECONDS = 20

# What is said on the command line beats what the repository's configuration says.
_CLOSED: Mapping[str, str] = {
    "safe.bareRepository": "explicit",  # a folder that looks like a repository is only a folder
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.quotepath": "off",  # names as they are
    "log.showSignature": "false",
    "log.mailmap": "false",
    "gpg.program": "false",
    "gpg.ssh.program": "false",
    "gpg.x509.program": "false",
    "protocol.allow": "never",
}
_ENVIRONMENT: Mapping[str, str] = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",  # of a partial clone
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def ask_git(folder: Path, *arguments: str) -> str | None:
    """Return what `git ARGUMENTS` prints in a folder; `None` where it fails or there is no Git.

    For example, `ask_git(folder, "rev-parse", "--is-shallow-repository")` is `"false\\n"`.
    """
    command = ["git", "--no-pager", "-C", str(folder)]
    for name, value in _CLOSED.items():
        command += ["-c", f"{name}={value}"]
    try:
        done = subprocess.run(
            [*command, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT_SECONDS,
            check=True,
            env=_environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _environment() -> dict[str, str]:
    """The environment without what leads Git elsewhere, such as the GIT_DIR of a hook."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, **_ENVIRONMENT}
