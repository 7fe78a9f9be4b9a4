"""A text on one line, which several options in `mkdocs.yml` take."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from campnotes.notebook.plain_text import MOST_SHOWN, is_one_line, shown
from campnotes.rules import N_
from campnotes.user_language import say

_NO_TEXT = N_("{value} is no text; write one line of at most {most} characters.")


class Text(c.OptionallyRequired[str]):
    """A text on one line: a name, a path, a pattern."""

    def run_validation(self, value: object) -> str:
        if isinstance(value, str) and is_one_line(value):
            return value
        message = say(
            _NO_TEXT,
            value=shown(value),
            most=MOST_SHOWN,
        )
        raise ValidationError(message)
