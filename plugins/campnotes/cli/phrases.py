"""What the terminal is told of every build, without anything of the site being loaded."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from campnotes.rules import N_
from campnotes.user_language import translate

_BUILDING = N_("Building the site of {notebook} into {place}")
_LOOK = N_(
    "Look at it: {serve}\n"
    "(Where its pages are opened as files, the search doesn't work: it needs a server.)"
)
_UNCHANGED = N_("Nothing has changed since the site was built.")


def command(name: str, notebook: Path) -> str:
    """Write a command as it can be typed: `campnotes serve 'my notes'`."""
    words = ["campnotes", name]
    if notebook != Path():
        words.append(str(notebook))
    return shlex.join(words)


def tell_beginning(notebook: Path, place: Path) -> None:
    """Say where the site goes, before it is built."""
    told = translate(_BUILDING).format(
        notebook=notebook.resolve(),
        place=place,
    )
    click.echo(told, err=True)


def how_to_look(notebook: Path) -> str:
    """Say how to look at a site."""
    serve = command("serve", notebook)
    return translate(_LOOK).format(serve=serve)


def tell_unchanged(notebook: Path) -> None:
    """Say that a site was left as it is, and how to look at it."""
    told = translate(_UNCHANGED)
    click.echo(f"{told}\n{how_to_look(notebook)}", err=True)
