"""A text on one line, which several options in `mkdocs.yml` take."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from campnotes.notebook.plain_text import MOST_SHOWN, is_one_line, shown


class Text(c.OptionallyRequired[str]):
    """A text on one line: a name, a path, a pattern."""

    def run_validation(self, value: object) -> str:
        if isinstance(value, str) and is_one_line(value):
            return value
        limits = f"one line of at most {MOST_SHOWN} characters"
        raise ValidationError(f"{shown(value)} is no text; write {limits}.")
