"""Speak the user's language in the terminal: that of the system, whatever the notes are in."""

from __future__ import annotations

from copy import copy
from typing import Any

import click

from campnotes.rules import N_
from campnotes.user_language import catalogue, translate, user_language

# Hangul, kana and Han characters are two columns wide, which click doesn't know when it breaks lines.
_SHARE_OF_WIDTH = {"ko": 0.68, "ja": 0.55, "zh": 0.55}

_HEADINGS = (N_("Usage: "), N_("Options"), N_("Commands"))


class _Formatter(click.HelpFormatter):
    """Writes help with click's own headings in the user's language."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        share = _SHARE_OF_WIDTH.get(user_language(), 1)
        self.width = round(self.width * share)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        del prefix
        heading = translate(_HEADINGS[0])
        super().write_usage(prog, args, heading)

    def write_heading(self, heading: str) -> None:
        super().write_heading(translate(heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs; one that is an address is never broken, so that it can be opened."""
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write_paragraph()
            if paragraph.startswith("https://"):
                indent = " " * self.current_indent
                self.write(f"{indent}{paragraph}\n")
            else:
                super().write_text(paragraph)


class _Context(click.Context):
    formatter_class = _Formatter


class SpokenCommand(click.Command):
    """A command whose help is told in the user's language."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the first sentence of its help."""
        said = _said(self)
        return click.Command.get_short_help_str(said, limit)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its help."""
        said = _said(self)
        click.Command.format_help(said, ctx, formatter)


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""

    command_class = SpokenCommand


def _said(command: SpokenCommand) -> SpokenCommand:
    """Copy a command with its texts in the user's language."""
    texts = catalogue()
    said = copy(command)
    said.help = texts.gettext(command.help or "")
    said.params = []
    for param in command.params:
        told = copy(param)
        if isinstance(told, click.Option) and told.help:
            told.help = texts.gettext(told.help)
        said.params.append(told)
    return said
