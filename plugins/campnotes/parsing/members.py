"""Members of a team or a camp, with their GitHub accounts, as a table or a list tells them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.links import Link
from campnotes.parsing.names import clean_name, is_full_korean_name, is_likely_name
from campnotes.patterns import regex

FEWEST = 2  # members make a list of them
LONGEST_ITEM = 100  # characters of an item in which a name is looked for
_OWNER = regex(r"^https?://(?:www\.)?github\.com/(?P<owner>[A-Za-z0-9-]{1,39})/?$")
_BEHIND_NAME = regex(r"[:：|(]|\s[-–—]\s|\s[@＠]")
_SHORT_KOREAN = regex(r"^[가-힣]{2,4}$")


class Member(Struct, frozen=True):
    """Somebody with a GitHub account: the name, and the account's address."""

    name: str
    account: str


def read_members(
    blocks: Sequence[Block], links: Sequence[Link], presenters: Collection[str] = ()
) -> tuple[Member, ...]:
    """Read the members that a note lists, if it lists some, and the accounts of its presenters.

    - A link to an account has the name as its text: `[윤서진](https://github.com/seojin)`.
    - A row or a list item holds a name and such a link.
    - A table's rows hold names above the links.
    - Whoever presents has the account that the name is linked to, listed or not.
    """
    listed = _read_listed(blocks, links)
    linked = _linked_presenters(links, presenters)
    members: dict[str, Member] = {}
    for member in (*listed, *linked):
        members.setdefault(member.account, member)
    return tuple(members.values())


def _linked_presenters(links: Sequence[Link], presenters: Collection[str]) -> Iterator[Member]:
    for link in links:
        account = _account(link)
        name = clean_name(link.text) if account else ""
        if account and name in presenters:
            yield Member(name, account)


def is_account_of(link: Link, names: Collection[str]) -> bool:
    """Whether a link leads to the account of somebody of these names: it is no material."""
    if _account(link) is None:
        return False
    name = clean_name(link.text)
    return name in names


def _read_listed(blocks: Sequence[Block], links: Sequence[Link]) -> tuple[Member, ...]:
    if sum(1 for link in links if _account(link)) < FEWEST:
        return ()
    found: dict[str, Member] = {}
    names_above: list[str] = []
    for block in blocks:
        if block.kind is not BlockKind.ROW or block.header:
            names_above = []
        for member in _read_block(block, names_above):
            found.setdefault(member.account, member)
        names = _names_in(block)
        if block.kind is BlockKind.ROW and names:
            names_above = names
    likely = [member for member in found.values() if is_likely_name(member.name)]
    if len(likely) < FEWEST:
        return ()
    return tuple(found.values())


def _account(link: Link) -> str | None:
    match = _OWNER.match(link.url)
    if match is None or link.image:
        return None
    return f"https://github.com/{match['owner']}"


def _read_block(block: Block, names_above: Sequence[str]) -> Iterator[Member]:
    linked = [link for link in block.links if _account(link)]
    named = [link for link in linked if _is_name(link.text)]
    if named:
        yield from _pair([clean_name(link.text) for link in named], named)
        return
    names = _names_in(block)
    if len(names) == len(linked) == 1:
        yield from _pair(names, linked)
    elif len(names_above) == len(linked):
        yield from _pair(names_above, linked)


def _pair(names: Sequence[str], links: Sequence[Link]) -> Iterator[Member]:
    for name, link in zip(names, links, strict=True):
        account = _account(link)
        if account is not None:
            yield Member(name, account)


def _names_in(block: Block) -> list[str]:
    """The names that stand in a row's cells, or in front of the link of a list item."""
    parts = block.cells
    if not parts and block.leads:
        parts = tuple(_BEHIND_NAME.split(block.text[:LONGEST_ITEM]))
    return [clean_name(part) for part in parts if _is_name(part)]


def _is_name(text: str) -> bool:
    name = clean_name(text)
    if is_full_korean_name(name) or is_likely_name(name):
        return True
    return _SHORT_KOREAN.match(name) is not None and name == text.strip()
