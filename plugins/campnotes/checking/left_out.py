"""How many files of a notebook aren't published, and why, in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from campnotes.rules import N_

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "ignored": N_("{count} that Git ignores"),
        "excluded": N_("{count} that the configuration excludes"),
        "withheld": N_("{count} drafts and private notes"),
        "not-linked": N_("{count} that no note links to (publish: all brings them)"),
    }
)


def summarize_left_out(left_out: Mapping[str, int], translate: Callable[[str], str] = str) -> str:
    """Write a line such as `Left out: 3 that Git ignores, 1 drafts and private notes.`

    `left_out` counts files by the reason that they were left out for; `""` if there are none.
    """
    parts = []
    for reason, message in _REASONS.items():
        count = left_out.get(reason, 0)
        if count:
            part = translate(message).format(count=count)
            parts.append(part)
    if not parts:
        return ""
    return translate("Left out: {reasons}.").format(reasons=", ".join(parts))
