"""The words with which a command begins and ends: what a site holds, where it is, what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from campnotes.cli.phrases import command, how_to_look, tell_unchanged
from campnotes.cli.progress import Built
from campnotes.linking.model import Notebook
from campnotes.reading import NotebookReading
from campnotes.rules import N_, Severity
from campnotes.site.cited import linked_references
from campnotes.site.days.groups import Group
from campnotes.user_language import catalogue, translate


def counts(notebook: Notebook, groups: Iterable[Group]) -> str:
    """Count what a notebook holds: `122 notes, 17 weeks, 12 people, 24 presentations, …`.

    What it has none of isn't told.
    """
    ngettext = catalogue().ngettext
    notes = len(notebook.notes)
    weeks = len([group for group in groups if group.week is not None])
    people = len(notebook.people)
    given = sum(len(note.presentations) for note in notebook.notes)
    cited = len(linked_references(notebook))
    texts = (
        (notes, ngettext("{count} note", "{count} notes", notes)),
        (weeks, ngettext("{count} week", "{count} weeks", weeks)),
        (people, ngettext("{count} person", "{count} people", people)),
        (given, ngettext("{count} presentation", "{count} presentations", given)),
        (cited, ngettext("{count} reference", "{count} references", cited)),
    )
    parts = []
    for count, text in texts:
        if count:
            part = text.format(count=f"{count:,}")
            parts.append(part)
    return ", ".join(parts)


def to_do(reading: NotebookReading, notebook: Path) -> str:
    """Say how many findings there are to work off, and how to see them."""
    serious = [found for found in reading.findings if found.severity is not Severity.INFO]
    count = len(serious)
    if not count:
        return translate(N_("Nothing to mend."))
    ngettext = catalogue().ngettext
    text = ngettext("{count} thing to do: {check}", "{count} things to do: {check}", count)
    return text.format(
        count=f"{count:,}",
        check=command("check", notebook),
    )


def tell_end(built: Built | None, notebook: Path) -> None:
    """Say what the site holds, and how to look at it; of one that was left alone, that it was."""
    if built is None:
        tell_unchanged(notebook)
        return
    counted = counts(built.site.notebook, built.site.groups)
    lines = [f"{counted}.", to_do(built.reading, notebook), how_to_look(notebook)]
    click.echo("\n".join(lines), err=True)
