"""How deep the tags of a note may nest.

A browser, and a sanitiser that reads as a browser does, looks through all open elements at many a
tag, and opens all open styles anew in each paragraph (HTML 13.2.4.3). Of thousands that nobody
closes, a small note becomes a page without end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

MOST_OPEN = 100  # elements; nobody nests so deep
MOST_STYLES = 20  # of them, those that are opened anew
STYLES = frozenset("b big code em font i s small strike strong tt u".split())
# Elements that hold nothing, or that another one of their kind closes.
_NEVER_DEEP = frozenset(
    "a area base br caption col colgroup dd dt embed hr img input li link meta nobr optgroup option "
    "p param rp rt source tbody td tfoot th thead tr track wbr".split()
)


def may_nest(tag: str) -> bool:
    """Whether elements of this name may lie in one another to any depth."""
    return tag not in _NEVER_DEEP


class OpenTags:
    """Follows which of an author's tags are open from one piece of HTML to the next."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    def take(self, nesting: Iterable[tuple[str, int]]) -> bool:
        """Follow the tags of a piece, given by name with 1 or -1, unless they nest too deep."""
        after = self._open.copy()
        for name, step in nesting:
            # A tag that closes nothing is passed over.
            if step > 0 or after[name]:
                after[name] += step
            if step > 0 and _is_too_deep(after):
                return False
        self._open = after
        return True


def _is_too_deep(open_tags: Counter[str]) -> bool:
    if open_tags.total() > MOST_OPEN:
        return True
    styles = (open_tags[name] for name in STYLES if name in open_tags)
    return sum(styles) > MOST_STYLES
