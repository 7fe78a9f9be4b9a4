"""Exchange two folders in one step, so that nobody ever sees one of the places empty.

Python has no call for it, but the systems do: Linux `renameat2(2)` with RENAME_EXCHANGE, macOS
`renamex_np(2)` with RENAME_SWAP. Windows has none, nor have some network file systems.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100  # <fcntl.h>: paths are relative to the working folder
_RENAME_EXCHANGE = 2  # <linux/fs.h>
_RENAME_SWAP = 2  # <sys/stdio.h> of macOS


def exchange(one: Path, other: Path) -> bool:
    """Put each of two folders in the place of the other; False where the system can't.

    Then neither was moved.
    """
    first = os.fsencode(one)
    second = os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            status = system.renamex_np(first, second, _RENAME_SWAP)
        else:
            status = system.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    except (AttributeError, OSError, TypeError):
        # An older C library hasn't the call, and Windows has no such library.
        return False
    return bool(status == 0)
