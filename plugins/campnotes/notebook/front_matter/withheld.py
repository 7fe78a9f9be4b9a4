"""Tell which notes their authors don't want published: drafts and private ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from campnotes.notebook.front_matter import FrontMatter

_YES = frozenset({"true", "yes", "on", "y", "1"})
_NO = frozenset({"false", "no", "off", "n", "0"})
_PUBLISHED = ("published", "publish")  # Jekyll's word and Obsidian's


def withheld(front_matter: FrontMatter) -> str:
    """What in the front matter keeps a note out of the site, as it may be written; else `""`.

    - `draft: true`;
    - `private:` with anything but a no: who wrote the word meant something by it;
    - `published: false` or `publish: false`.

    A truth may be written as YAML has it or as text: `"yes"`.
    """
    fields = _fields(front_matter.raw)
    if fields.get("private", "no") not in _NO:
        return "private: true"
    for name in _PUBLISHED:
        if fields.get(name) in _NO:
            return f"{name}: false"
    if front_matter.draft or fields.get("draft") in _YES:
        return "draft: true"
    return ""


def is_draft(front_matter: FrontMatter) -> bool:
    """Tell whether a note is kept back for being unfinished, and for nothing else."""
    return withheld(front_matter).startswith("draft")


def _fields(raw: Mapping[str, Any]) -> dict[str, str]:
    """The values of these fields in lower case; a field without a value says nothing."""
    fields = {}
    for key, value in raw.items():
        name = str(key).strip().lower()
        if name in {"draft", "private", *_PUBLISHED} and value is not None:
            fields[name] = _text(value)
    return fields


def _text(value: Any) -> str:
    """A value as text; lists and the like, and numbers that are too long, are none of the words."""
    if isinstance(value, str | bool):
        return str(value).strip().lower()
    if isinstance(value, int) and 0 <= value <= 1:
        return str(value)
    return "…"
