"""Say what went wrong in a sentence, and end with a status that programs understand."""

from __future__ import annotations

import errno
import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from mkdocs.exceptions import MkDocsException

from campnotes.hosts.mkdocs.failures import describe_failure
from campnotes.output import OutputError

log = logging.getLogger("mkdocs.campnotes")

_STOPPED = 130  # 128 and the number of SIGINT, as shells have it


@contextmanager
def told_in_terminal(
    *,
    verbose: bool,
    level: int = logging.INFO,
    failure: type[click.ClickException] = click.ClickException,
) -> Iterator[None]:
    """Show what MkDocs and its plugins log, and turn any error into a message.

    - The status is that of `failure` for an error, and 130 where the user stopped the command.
    - Who reads only a part of the output (`| head`) is told nothing.
    - `verbose` shows where an error comes from, too.
    """
    _write_any_text()
    with _log_shown(logging.DEBUG if verbose else level):
        try:
            yield
        except KeyboardInterrupt:
            click.echo("Stopped. What was there before is left as it was.", err=True)
            sys.exit(_STOPPED)
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # click ends in silence then
            if isinstance(error, failure) and not isinstance(error, MkDocsException):
                raise  # it is told already
            log.debug("The error comes from here:", exc_info=error)
            raise failure(_message(error)) from error


def _message(error: Exception) -> str:
    message = describe_failure(error)
    is_ours = isinstance(error, MkDocsException | OutputError | OSError)
    if not is_ours:
        message = f"{message}\nNothing was changed. Say --verbose to see where this comes from."
    return message


def _write_any_text() -> None:
    r"""Write what a terminal has no letters for as `\ud55c`, where Python would raise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _log_shown(level: int) -> Iterator[None]:
    """Show what MkDocs and its plugins log, as the command `mkdocs` does."""
    line = logging.Formatter("%(levelname)-7s %(message)s")
    handler = logging.StreamHandler()
    handler.setFormatter(line)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
