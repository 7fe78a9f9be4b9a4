"""Tell which program listens at a port, where the system says so without being asked for rights."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")  # Linux alone
_TABLES = ("net/tcp", "net/tcp6")
_LISTENS = "0A"  # TCP_LISTEN in include/net/tcp_states.h
_ADDRESS, _STATE, _INODE = 1, 3, 9  # the columns of a table (proc_net_tcp.rst)


def listener_at(port: int, proc: Path = _PROC) -> str:
    """The name of the program that listens at a port: `python3 (1234)`; `""` if it isn't known.

    Programs of other users aren't.
    """
    sockets = set(_sockets_at(port, proc))
    if not sockets:
        return ""
    for folder in proc.glob("[0-9]*"):
        with suppress(OSError):
            if sockets.intersection(_open_files(folder)):
                name = (folder / "comm").read_text(encoding="utf-8", errors="replace")
                return f"{name.strip()} ({folder.name})"
    return ""


def _sockets_at(port: int, proc: Path) -> Iterator[str]:
    """What the sockets that listen at a port are called among a program's open files."""
    wanted = f"{port:04X}"
    for table in _TABLES:
        with suppress(OSError):
            text = (proc / table).read_text(encoding="ascii")
            _, *rows = text.splitlines()
            for row in rows:
                columns = row.split()
                address = columns[_ADDRESS]
                is_there = address.endswith(f":{wanted}")
                if is_there and columns[_STATE] == _LISTENS:
                    inode = columns[_INODE]
                    yield f"socket:[{inode}]"


def _open_files(folder: Path) -> Iterator[str]:
    for file in (folder / "fd").iterdir():
        with suppress(OSError):
            target = file.readlink()
            yield str(target)
