"""Who asks: the name that stands before a question or behind it, or above it in a list."""

from __future__ import annotations

import re

from campnotes.parsing.names import has_honorific, is_certain_name, is_plausible_name
from campnotes.patterns import regex

# A name, or an account, as it stands before a question.
NAME = r"@?[가-힣A-Za-z][가-힣A-Za-z0-9._\-]{0,19}"
_ASKER_AT_END = regex(
    rf"[(（\[]\s*(?P<asker>{NAME}(?:\s?님|さん)?)\s*(?:질문)?\s*[)）\]]\W{{0,3}}$"
)
_ASKER_IN_FRONT = regex(
    rf"^[\W\d_]{{0,6}}(?P<asker>@?{NAME}(?:\s?님|さん)?)\s*[:：]\s*(?P<text>\S.*)$"
)
_ASKER_IN_BRACKETS = regex(
    rf"^\W{{0,3}}[(（\[]\s?(?P<asker>{NAME}(?:\s?님|さん)?)\s?[)）\]]\s*[:：]?\s*(?P<text>\S.*)$"
)
_IN_FRONT = (_ASKER_IN_FRONT, _ASKER_IN_BRACKETS)
_LABEL = regex(rf"^[^\w@＠]{{0,3}}(?P<asker>[@＠]?\s?{NAME}(?:\s?님|さん)?)\s*[:：]?\s*$")


def split_asker(text: str) -> tuple[str, str | None]:
    """Part a question from the name of who asks it, before or behind it: 「… ? (나래님)」.

    A name that isn't certain stays where it is, too: 「나래 : 왜?」 is like 「결론 : 왜?」.
    """
    match = _ASKER_AT_END.search(text) or _in_front(text)
    if match is None:
        return _without_marks(text), None
    asker = match["asker"].strip()
    if has_honorific(asker) or is_certain_name(asker):
        return without_asker(text, asker), asker
    return _without_marks(text), asker if is_plausible_name(asker) else None


def _in_front(text: str) -> re.Match[str] | None:
    for pattern in _IN_FRONT:
        match = pattern.match(text)
        if match is not None:
            return match
    return None


def without_asker(text: str, asker: str) -> str:
    """A question without the name of who asks it."""
    begin, _, rest = text.partition(asker)
    if any(map(str.isalnum, begin)):
        return _without_marks(begin.rstrip("([（ "))
    said = rest.removeprefix("님").lstrip(" ])）").lstrip()
    is_in_brackets = begin.endswith(("(", "（", "["))
    is_labelled = said.startswith((":", "："))
    if is_in_brackets or is_labelled:
        return _without_marks(said)
    return _without_marks(text)


def _without_marks(text: str) -> str:
    """A question without what is left around it of marks: `: 왜?`, `왜? ]`."""
    inner = text.strip().lstrip(":：").strip()
    if inner.endswith("]") and "[" not in inner:
        return inner[:-1].rstrip()
    return inner


def read_speaker(text: str) -> str | None:
    """The name of whom a list's item is, below which stands what was said: `- @minji`."""
    match = _LABEL.match(text)
    if match is None:
        return None
    name = match["asker"].replace("＠", "@").strip()
    return name if is_plausible_name(name) else None
