"""Keep what strangers wrote from acting where findings are shown: terminals, logs, JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from campnotes.patterns import regex

# - control characters, which move a terminal's cursor, colour its text and set its title;
# - those that turn the direction of text around (CVE-2021-42574), or end lines for some programs;
# - halves of a character, by which Python writes file names that aren't UTF-8: no output takes them.
_ACTING = (
    r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
    r"\U000e0000-\U000e007f"
)
_IN_LINES = regex(f"[{_ACTING}]")
# json.dumps has escaped the others already, and its own line ends are to stay.
_IN_JSON = regex(f"(?!\n)[{_ACTING}]")


def plain(text: str) -> str:
    """Write characters that act as Python writes them, so that they are seen: `\\x1b`."""
    return _IN_LINES.sub(_as_in_python, text)


def _as_in_python(found: re.Match[str]) -> str:
    escaped = found[0].encode("unicode_escape")
    return escaped.decode()


def plain_json(data: Any, *, indent: int | None = 2) -> str:
    """Write data as JSON (RFC 8259) that people can read, with characters that act escaped."""
    written = json.dumps(
        data,
        ensure_ascii=False,
        indent=indent,
    )
    return _IN_JSON.sub(_as_in_json, written)


def _as_in_json(found: re.Match[str]) -> str:
    escaped = json.dumps(found[0])
    return escaped.strip('"')


def command_value(text: str, *, also: str = "") -> str:
    """Write text within a workflow command, where `%` and line ends have a meaning of their own.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    for character in f"%\r\n{also}":
        code = f"%{ord(character):02X}"
        text = text.replace(character, code)
    return plain(text)
