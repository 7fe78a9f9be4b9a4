"""What `campnotes check` prints, where it compares with a baseline, and what it ends with.

It ends with 0 where nothing fails the check, with 1 where a finding does, and with 2 where it can't
check at all: a wrong option, configuration or baseline.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click

from campnotes.checking import exit_status, format_findings, summarize
from campnotes.checking.baseline import (
    UnreadableBaselineError,
    compare,
    read_baseline,
    write_baseline,
)
from campnotes.checking.escaping import plain
from campnotes.checking.fingerprints import Identity
from campnotes.cli.own_files import write_whole
from campnotes.linking.silencing import Findings
from campnotes.locales import translations
from campnotes.reading import NotebookReading
from campnotes.rules import Translate

MOST_STALE = 20  # entries of a baseline that are listed


class CannotCheckError(click.ClickException):
    """Something because of which nothing can be checked; its message says what to do."""

    exit_code = 2


def tell_findings(
    found: NotebookReading,
    form: str,
    baseline: Path | None,
    *,
    strict: bool,
    quiet: bool = False,
) -> int:
    """Print the findings that aren't in `baseline`; returns what the command ends with."""
    settings = found.settings
    translate = translations(settings.language).gettext
    findings = Findings(found.findings, found.silenced)
    stale: Mapping[Identity, int] = {}
    if baseline is not None:
        compared = compare(findings, _read(baseline))
        findings = compared.findings
        stale = compared.stale
    text = format_findings(
        findings.told,
        form,
        translate,
        silenced=findings.silenced,
        language=settings.language,
        folder=settings.folder,
    )
    print_text(text, form)
    if not quiet:
        # Programs read the findings alone; the rest is for people.
        _tell_stale(stale, translate)
        summary = summarize(findings.told, translate, silenced=len(findings.silenced))
        click.echo(summary, err=True)
    return exit_status(findings.told, strict=strict)


def print_text(text: str, form: str) -> None:
    """Print findings or explanations; what programs read is UTF-8 whatever the terminal speaks (RFC 8259, 8.1)."""
    if not text:
        return
    if form != "text":
        click.echo(text.encode())
        return
    encoding = sys.stdout.encoding or "utf-8"
    # A terminal that doesn't speak Korean shows what it can.
    writable = text.encode(encoding, errors="backslashreplace")
    click.echo(writable.decode(encoding))


def _tell_stale(stale: Mapping[Identity, int], translate: Translate) -> None:
    if not stale:
        return
    count = sum(stale.values())
    told = translate("In the baseline, but found no more: {count}. Say --update-baseline.")
    click.echo(told.format(count=count), err=True)
    for known_by in sorted(stale)[:MOST_STALE]:
        values = " ".join(value for _, value in known_by.values)
        line = plain(f"  {known_by.path} {known_by.rule} {values}")
        click.echo(line, err=True)
    hidden = len(stale) - MOST_STALE
    if hidden > 0:
        more = translate("… and {count} more.").format(count=hidden)
        click.echo(f"  {more}", err=True)


def write_findings(found: NotebookReading, baseline: Path) -> None:
    """Write the findings of a notebook into a baseline, and into nothing that isn't one."""
    if os.path.lexists(baseline):
        _read(baseline)
    translate = translations(found.settings.language).gettext
    _write(baseline, write_baseline(found.findings))
    told = translate("Findings now in the baseline: {count}.")
    click.echo(told.format(count=len(found.findings)), err=True)


def _read(baseline: Path) -> Counter[Identity]:
    # A pipe or a device, which a stranger's notebook may hold, would never end.
    if not baseline.is_file():
        raise CannotCheckError(
            f"{baseline}: there is no such baseline. Say --update-baseline to write it."
        )
    try:
        text = baseline.read_text(encoding="utf-8")
        return read_baseline(text)
    except OSError as error:
        raise CannotCheckError(f"{baseline}: {error.strerror}") from error
    except UnicodeDecodeError:
        reason = "it isn't UTF-8"
    except UnreadableBaselineError as error:
        reason = str(error)
    raise CannotCheckError(f"{baseline} is no baseline of campnotes: {reason}. It was left alone.")


def _write(file: Path, text: str) -> None:
    try:
        write_whole(file, text)
    except OSError as error:
        raise CannotCheckError(f"{file}: {error.strerror}. It was left as it was.") from error
