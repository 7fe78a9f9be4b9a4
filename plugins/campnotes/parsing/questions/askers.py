"""Who asks: the name that stands before a question or behind it, or above it in a list."""

from __future__ import annotations

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
_LABEL = regex(rf"^[^\w@＠]{{0,3}}(?P<asker>[@＠]?\s?{NAME}(?:\s?님|さん)?)\s*[:：]?\s*$")


def split_asker(text: str) -> tuple[str, str | None]:
    """Part a question from the name of who asks it, before or behind it: 「… ? (나래님)」.

    A name that isn't certain stays where it is, too: 「나래 : 왜?」 is like 「결론 : 왜?」.
    """
    match = _ASKER_AT_END.search(text) or _ASKER_IN_FRONT.match(text)
    if match is None:
        return _without_marks(text), None
    asker = match["asker"].strip()
    if has_honorific(asker) or is_certain_name(asker):
        return without_asker(text, asker), asker
    return _without_marks(text), asker if is_plausible_name(asker) else None


def without_asker(text: str, asker: str) -> str:
    """A question without the name of who asks it."""
    begin, _, rest = text.partition(asker)
    if any(map(str.isalnum, begin)):
        return _without_marks(begin.rstrip("([（ "))
    said = rest.lstrip(" ]").removeprefix("님").lstrip()
    if not said.startswith((":", "：")):
        return _without_marks(text)
    return _without_marks(said)


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
