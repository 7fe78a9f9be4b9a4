"""Find a port to serve on: the one that is wanted, or the next free one."""

from __future__ import annotations

import os
import socket
import sys

import click
from mkdocs.exceptions import ConfigurationError

from campnotes.cli.listeners import listener_at
from campnotes.rules import N_
from campnotes.user_language import say

MOST_TRIED = 20
_LAST_PORT = 65535
_TAKEN = N_("Port {port} is in use; {next} is taken instead.")
_TAKEN_BY = N_("Port {port} is in use by {program}; {next} is taken instead.")
_OFFERED = N_("Port {port} is in use. Take {next} instead?")
_OFFERED_BY = N_("Port {port} is in use by {program}. Take {next} instead?")
_DECLINED = N_("Port {port} is in use. Name another address with --address.")


def free_port(host: str, port: int, *, asks: bool = False) -> int:
    """Give the first port from `port` on that can be listened at.

    - If it is another one, that is said; with `asks` it is asked for, where a user can answer.
    - Where none is free, `port` itself is given back, and listening tells why.

    Raises ConfigurationError where the user wants no other one.
    """
    last = min(port + MOST_TRIED, _LAST_PORT)
    for candidate in range(port, last + 1):
        if not _is_free(host, candidate):
            continue
        if candidate != port:
            _settle(port, candidate, asks=asks and _is_answered())
        return candidate
    return port


def _is_answered() -> bool:
    """Whether somebody sits at a terminal: a program could wait for ever."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _settle(wanted: int, free: int, *, asks: bool) -> None:
    """Say that another port is taken, or ask for it."""
    program = listener_at(wanted)
    if not asks:
        told = _said(_TAKEN, _TAKEN_BY, wanted, free, program)
        click.echo(told, err=True)
        return
    question = _said(_OFFERED, _OFFERED_BY, wanted, free, program)
    is_wanted = click.confirm(
        question,
        default=True,
        err=True,
    )
    if not is_wanted:
        raise ConfigurationError(say(_DECLINED, port=wanted))


def _said(plain: str, by_program: str, wanted: int, free: int, program: str) -> str:
    message = by_program if program else plain
    return say(
        message,
        port=wanted,
        next=free,
        program=program,
    )


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
