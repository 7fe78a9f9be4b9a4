"""Addresses that stand bare in the text, linked where GitHub's own parser links them.

The rules are those of cmark-gfm (extensions/autolink.c), which are wider than the specification
(GFM 6.9): `링크:https://a.example` and `참고https://a.example` are links, too. Only within brackets
that are no link (`[참고: https://a.example]`) is there a link here and none on GitHub. Where an
address ends that touches Korean may be decided otherwise than there; see `address_ends.py`.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct

from campnotes.markdown.address_ends import SHORTENED, Shortened, end_before_korean
from campnotes.patterns import regex

OFFSET = "offset"  # in a token's meta: where it begins in its block's text
_UNSPACED = regex(r"[^ \t\n\r\f\v<]*")
_PROTOCOL = regex(r"(?:^|[^A-Za-z])(https?|ftp)$", re.IGNORECASE)
_LONGEST = len("https") + 1
_LONGEST_DOMAIN = 255  # RFC 1035, 2.3.4
ENDS_BEFORE_KOREAN = "ends_before_korean"  # in a parse's env: whether addresses do
_UNSPACED_END = "unspaced_end"  # in a parse's env: a text, and where its run without spaces ends
_SHOWN_OF_REST = 20  # characters behind an address that a finding shows
_LONGEST_ENTITY = 40
_ENTITY = regex(r"&[A-Za-z]+;$")
_EMAIL = regex(
    r"(?<![A-Za-z0-9.+_-])(?P<protocol>mailto:|xmpp:)?"
    r"[A-Za-z0-9.+_-]+@[A-Za-z0-9_-]*(?:\.[A-Za-z0-9][A-Za-z0-9_-]*)+"
    r"(?<=[A-Za-z])(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])"
)


def link_protocols(parser: MarkdownIt) -> None:
    """Let a parser link `https://a.example`."""
    rules = parser.inline.ruler
    rules.push("autolink_protocol", _protocol)


def link_www(parser: MarkdownIt) -> None:
    """Let a parser link `www.a.example`."""
    parser.inline.add_terminator_char("w")
    rules = parser.inline.ruler
    rules.push("autolink_www", _www)


def link_emails(parser: MarkdownIt) -> None:
    """Let a parser link `a@b.example`."""
    rules = parser.inline.ruler2
    rules.push("autolink_email", _emails)


def _protocol(state: StateInline, silent: bool) -> bool:
    """What begins with a protocol; asked at its colon."""
    colon = state.pos
    if silent or state.linkLevel:
        return False
    if not state.src.startswith("://", colon):
        return False
    before = state.pending[-_LONGEST:]
    protocol = _PROTOCOL.search(before)
    if protocol is None:
        return False
    host = colon + len("://")
    if host >= state.posMax:
        return False
    if not _in_host(state.src[host]):
        return False
    if not _may_be_domain(state, host):
        return False
    length = len(protocol[1])
    start = colon - length
    end = _end(state, start, host)
    if not _is_domain(state, host, end.at):
        return False
    # What has been read of the address as text so far becomes a part of the link.
    state.pending = state.pending[:-length]
    _push(state, start, end, prefix="")
    return True


def _www(state: StateInline, silent: bool) -> bool:
    """What begins with `www.`, at the beginning or behind a space or one of `*_~(`."""
    start = state.pos
    if silent or state.linkLevel:
        return False
    if not state.src.startswith("www.", start):
        return False
    before = state.src[start - 1] if start else " "
    may_stand_before = before.isspace() or before in "*_~("
    if not may_stand_before:
        return False
    if not _may_be_domain(state, start):
        return False
    end = _end(state, start, start)
    if end.at <= start + len("www."):
        return False
    if not _is_domain(state, start, end.at):
        return False
    _push(state, start, end, prefix="http://")
    return True


def _may_be_domain(state: StateInline, start: int) -> bool:
    """Tell whether a domain may begin at `start`, without reading all that follows.

    In a long run without spaces, each of many addresses that are none would be read to its end.
    """
    if _unspaced_end(state, start) - start <= _LONGEST_DOMAIN:
        return True
    end = start + _LONGEST_DOMAIN
    return _has_domain(state.src[start:end], ends=False)


def _is_domain(state: StateInline, start: int, end: int) -> bool:
    """Tell whether what stands at `start` to `end` begins with a domain."""
    if end <= start:
        return False
    address = state.src[start:end]
    ends = end == state.posMax
    return _has_domain(address, ends=ends)


def _push(state: StateInline, start: int, end: _End, *, prefix: str) -> None:
    address = state.src[start : end.at]
    opened = state.push("link_open", "a", 1)
    _make_link(opened, f"{prefix}{address}", start)
    if end.is_shortened:
        _note_shortened(state, start, end.at)
    text = state.push("text", "", 0)
    text.content = address
    closed = state.push("link_close", "a", -1)
    closed.info = "auto"
    state.pos = end.at


def _note_shortened(state: StateInline, start: int, end: int) -> None:
    rest = state.src[end : end + _SHOWN_OF_REST]
    shortened = Shortened(
        text=state.src,
        offset=start,
        address=state.src[start:end],
        rest=rest.split()[0],
    )
    state.env.setdefault(SHORTENED, []).append(shortened)


def _make_link(opened: Token, url: str, offset: int) -> None:
    opened.attrs = {"href": url}
    opened.markup = "autolink"
    opened.info = "auto"
    opened.meta[OFFSET] = offset


class _End(Struct, frozen=True):
    """Where an address ends; on GitHub, one that `is_shortened` goes on to the next space."""

    at: int
    is_shortened: bool


def _end(state: StateInline, start: int, host: int) -> _End:
    """Where an address ends: at a space or `<`, or at what else touches it, without punctuation."""
    unspaced_end = _unspaced_end(state, host)
    end = unspaced_end
    if state.env.get(ENDS_BEFORE_KOREAN):
        end = end_before_korean(state.src, start, host, unspaced_end)
    return _End(
        at=_without_punctuation(state, start, end),
        is_shortened=end < unspaced_end,
    )


def _without_punctuation(state: StateInline, start: int, end: int) -> int:
    """Where an address ends that runs up to `end`, as GitHub trims it."""
    address = state.src[start:end]
    surplus = _surplus_brackets(address)
    while end > start:
        last = state.src[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last == ";":
            end = _before_entity(state.src, start, end)
        elif last not in "?!.,:*_~'\"":
            break
        end -= 1
    return end


def _unspaced_end(state: StateInline, start: int) -> int:
    """Where the run without spaces ends that a place stands in; it is looked for once."""
    known: tuple[str, int, int] = state.env.get(_UNSPACED_END, ("", 0, 0))
    text, begin, end = known
    is_same_text = text is state.src
    if not is_same_text or not begin <= start < end:
        end = start
        unspaced = _UNSPACED.match(state.src, start)
        if unspaced:
            end = unspaced.end()
        state.env[_UNSPACED_END] = (state.src, start, end)
    return min(end, state.posMax)


def _surplus_brackets(address: str) -> dict[str, int]:
    """Count the closing brackets of an address that close none of its own."""
    round_opened = address.count("(")
    square_opened = address.count("[")
    return {
        ")": address.count(")") - round_opened,
        "]": address.count("]") - square_opened,
    }


def _before_entity(text: str, start: int, end: int) -> int:
    """Where an entity (`&amp;`) at the end of an address begins, but for one character; or `end`."""
    earliest = end - _LONGEST_ENTITY
    entity = _ENTITY.search(text, max(start, earliest), end)
    if entity is None:
        return end
    return entity.start() + 1


def _has_domain(address: str, *, ends: bool) -> bool:
    """Whether an address begins with a domain: no `_` in its last two parts.

    `ends` tells that nothing follows; then its last character isn't looked at.
    """
    last = len(address) - 1 if ends else len(address)
    in_part_before = 0  # how many `_` there are
    in_this_part = 0
    for character in address[1:last]:
        if character == "_":
            in_this_part += 1
        elif character == ".":
            in_part_before = in_this_part
            in_this_part = 0
        elif character != "-" and not _in_host(character):
            break
    return in_part_before == 0 and in_this_part == 0


def _in_host(character: str) -> bool:
    if character.isalnum():
        return True
    if character.isspace():
        return False
    category = unicodedata.category(character)
    return not category.startswith("P")


def _emails(state: StateInline) -> None:
    """Link the e-mail addresses in what is text after all other rules."""
    if not any(map(_may_hold_email, state.tokens)):
        return
    linker = _EmailLinker(state.src)
    for token in state.tokens:
        linker.add(token)
    state.tokens[:] = linker.tokens


def _may_hold_email(token: Token) -> bool:
    if token.type != "text":
        return False
    return "@" in token.content


class _EmailLinker:
    """Gathers the tokens of a block with the e-mail addresses in its texts linked."""

    def __init__(self, source: str) -> None:
        self.tokens: list[Token] = []
        self._source = source
        self._place = 0  # where in the source the last address was found
        self._links = 0  # how many links are open

    def add(self, token: Token) -> None:
        """Add a token, in parts where it has addresses in it."""
        if token.type in {"link_open", "link_close"}:
            self._links += token.nesting
        if token.type == "text" and not self._links:
            self._add_text(token)
        else:
            self.tokens.append(token)

    def _add_text(self, token: Token) -> None:
        end = 0
        for match in _EMAIL.finditer(token.content):
            before = token.content[end : match.start()]
            text = _text(before, token.level)
            self.tokens.append(text)
            self._add_link(match, token.level)
            end = match.end()
        token.content = token.content[end:]
        self.tokens.append(token)

    def _add_link(self, match: re.Match[str], level: int) -> None:
        address = match[0]
        url = address
        if not match["protocol"]:
            url = f"mailto:{address}"
        found = self._source.find(address, self._place)
        self._place = max(found, self._place)
        opened = Token("link_open", "a", 1, level=level)
        _make_link(opened, url, self._place)
        text = _text(address, level + 1)
        closed = Token(
            "link_close",
            "a",
            -1,
            info="auto",
            level=level,
        )
        self.tokens += [opened, text, closed]


def _text(content: str, level: int) -> Token:
    return Token(
        "text",
        "",
        0,
        content=content,
        level=level,
    )
