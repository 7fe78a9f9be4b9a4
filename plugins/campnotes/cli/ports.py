"""Find a port to serve on: the one that is wanted, or the next free one."""

from __future__ import annotations

import os
import socket

import click

from campnotes.cli.speaking import translate
from campnotes.rules import N_

MOST_TRIED = 20
_LAST_PORT = 65535
_TAKEN = N_("Port {port} is in use; {next} is taken instead.")


def free_port(host: str, port: int) -> int:
    """Give the first port from `port` on that can be listened at; says so if it is another one.

    Where none is free, `port` itself is given back, and listening tells why.
    """
    last = min(port + MOST_TRIED, _LAST_PORT)
    for candidate in range(port, last + 1):
        if _is_free(host, candidate):
            _tell(port, candidate)
            return candidate
    return port


def _tell(wanted: int, taken: int) -> None:
    if wanted == taken:
        return
    told = translate(_TAKEN).format(
        port=wanted,
        next=taken,
    )
    click.echo(told, err=True)


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server will: a port that was closed a moment ago counts as free. Elsewhere the
        # option would let two programs listen at one port.
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
