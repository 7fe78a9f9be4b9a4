"""Say what went wrong in a sentence, and end with a status that programs understand."""

from __future__ import annotations

import errno
import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click
from mkdocs.exceptions import MkDocsException

from campnotes.cli.progress import Progress
from campnotes.hosts.mkdocs.failures import describe_failure
from campnotes.output import OutputError
from campnotes.rules import N_
from campnotes.user_language import translate

log = logging.getLogger("mkdocs.campnotes")

# ProperDocs, which may stand in the place of MkDocs, logs under its own name.
_LOGGERS = ("mkdocs", "properdocs")
_STOPPED = 130  # 128 and the number of SIGINT, as shells have it
_STOPPED_TOLD = N_("Stopped. What was there before is left as it was.")
_UNKNOWN = N_("Nothing was changed. Say --verbose to see where this comes from.")


@contextmanager
def told_in_terminal(
    *,
    verbose: bool,
    level: int = logging.INFO,
    failure: type[click.ClickException] = click.ClickException,
    progress: Progress | None = None,
) -> Iterator[None]:
    """Show what MkDocs and its plugins log, and turn any error into a message.

    - The status is that of `failure` for an error, and 130 where the user stopped the command.
    - Who reads only a part of the output (`| head`) is told nothing.
    - `verbose` shows where an error comes from, too.
    - The bar of `progress` makes way for what is said.
    """
    _write_any_text()
    progress = progress or Progress(quiet=True)
    with _log_shown(logging.DEBUG if verbose else level, progress):
        try:
            yield
        except KeyboardInterrupt:
            progress.end()
            click.echo(translate(_STOPPED_TOLD), err=True)
            sys.exit(_STOPPED)
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # click ends in silence then
            if isinstance(error, failure) and not isinstance(error, MkDocsException):
                raise  # it is told already
            log.debug("The error comes from here:", exc_info=error)
            raise failure(_message(error)) from error


def _message(error: Exception) -> str:
    message = describe_failure(error, translate)
    is_ours = isinstance(error, MkDocsException | OutputError | OSError)
    if not is_ours:
        message = f"{message}\n{translate(_UNKNOWN)}"
    return message


def _write_any_text() -> None:
    r"""Write what a terminal has no letters for as `\ud55c`, where Python would raise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class _Line(logging.Formatter):
    """Names the level of a line that warns, and leaves one that only informs as it is."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        if record.levelno == logging.INFO:
            return line
        return f"{record.levelname:<7} {line}"


class _Handler(logging.StreamHandler[TextIO]):
    """Writes lines where the bar of a progress stands."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress
        self.setFormatter(_Line())

    def emit(self, record: logging.LogRecord) -> None:
        self._progress.make_way()
        super().emit(record)


def _is_news(record: logging.LogRecord) -> bool:
    """Tell whether a line is for users: where MkDocs builds and how long it took isn't."""
    if record.levelno > logging.INFO:
        return True
    return not record.name.endswith(".commands.build")


@contextmanager
def _log_shown(level: int, progress: Progress) -> Iterator[None]:
    """Show what MkDocs and its plugins log, as the command `mkdocs` does."""
    handler = _Handler(progress)
    if level > logging.DEBUG:
        handler.addFilter(_is_news)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(level)
    try:
        yield
    finally:
        progress.end()
        for logger in loggers:
            logger.removeHandler(handler)
