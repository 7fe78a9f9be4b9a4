"""Addresses with bare spaces in them, as Typora writes them: `![](img/my shot.png)`.

CommonMark ends an address at its first space, and shows such an image or link as text. What ends
with a file's suffix or a slash is read as one address here. Whether there is such a file is for
linking to tell; where there is none, the text is shown as on GitHub.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll

from campnotes.patterns import regex

LONGEST = 1_000  # characters of such an address
# An address of which a second word follows that begins no title.
_SPACED = regex(r"""\]\([ \t]*[^\s()<>"]+[ \t]+[^\s()<>"']""")
_ADDRESS = regex(r'[^\s()<>"\'][^\n()<>"]*(?:\([^\n()<>"]*\)[^\n()<>"]*)*')
_TITLE_AND_END = regex(r'(?:"[^"\n]*"[ \t]*)?\)')
_FILE_OR_FOLDER = regex(r"(?:/|\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,8})(?:[?#]\S*)?$")


class SpacedAddress(str):
    """An address with spaces that GitHub doesn't take for one."""

    __slots__ = ()


def has_spaced_addresses(body: str) -> bool:
    """Tell whether an address of a body may hold spaces."""
    return _SPACED.search(body) is not None


def read_spaced_addresses(parser: MarkdownIt) -> None:
    """Let a parser read addresses with spaces, each as a `SpacedAddress`."""
    helpers = parser.helpers
    find = helpers.parseLinkDestination

    def find_destination(text: str, start: int, end: int) -> Any:
        address = _spaced_address(text, start, end)
        if address is None:
            return find(text, start, end)
        return SimpleNamespace(
            ok=True,
            pos=start + len(address),
            str=SpacedAddress(unescapeAll(address)),
        )

    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkDestination=find_destination,
        parseLinkTitle=helpers.parseLinkTitle,
    )


def _spaced_address(text: str, start: int, end: int) -> str | None:
    """The address at a place, as written, if it holds spaces and names a file or folder."""
    nearest = min(end, start + LONGEST)
    match = _ADDRESS.match(text, start, nearest)
    if match is None:
        return None
    address = match[0].rstrip()
    if " " not in address and "\t" not in address:
        return None
    if "://" in address or not _FILE_OR_FOLDER.search(address):
        return None
    if not _TITLE_AND_END.match(text, match.end(), end):
        return None
    return address
