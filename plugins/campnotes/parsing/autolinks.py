"""Addresses that stand bare in the text, linked where GitHub's own parser links them.

The rules are those of cmark-gfm (extensions/autolink.c), which are wider than the specification
(GFM 6.9): `링크:https://a.example` and `참고https://a.example` are links, too. Only within brackets
that are no link (`[참고: https://a.example]`) is there a link here and none on GitHub.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

OFFSET = "offset"  # in a token's meta: where it begins in its block's text
_UNSPACED = re.compile(r"[^ \t\n\r\f\v<]*")
_PROTOCOL = re.compile(r"(?:^|[^A-Za-z])(https?|ftp)$", re.IGNORECASE)
_LONGEST = len("https") + 1
_ENTITY = re.compile(r"&[A-Za-z]+;$")
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9.+_-])(?P<protocol>mailto:|xmpp:)?"
    r"[A-Za-z0-9.+_-]+@[A-Za-z0-9_-]*(?:\.[A-Za-z0-9][A-Za-z0-9_-]*)+"
    r"(?<=[A-Za-z])(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])"
)


def link_protocols(parser: MarkdownIt) -> None:
    """Let a parser link `https://a.example`."""
    parser.inline.ruler.push("autolink_protocol", _protocol)


def link_www(parser: MarkdownIt) -> None:
    """Let a parser link `www.a.example`."""
    parser.inline.add_terminator_char("w")
    parser.inline.ruler.push("autolink_www", _www)


def link_emails(parser: MarkdownIt) -> None:
    """Let a parser link `a@b.example`."""
    parser.inline.ruler2.push("autolink_email", _emails)


def _protocol(state: StateInline, silent: bool) -> bool:
    """What begins with a protocol; asked at its colon."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    protocol = _PROTOCOL.search(state.pending[-_LONGEST:])
    host = state.pos + 3
    if protocol is None or host >= state.posMax or not _in_host(state.src[host]):
        return False
    end = _end(state, state.pos)
    if end <= host or not _has_domain(state.src[host:end], ends=end == state.posMax):
        return False
    start = state.pos - len(protocol[1])
    state.pending = state.pending[: -len(protocol[1])]
    _push(state, start, end, "")
    return True


def _www(state: StateInline, silent: bool) -> bool:
    """What begins with `www.`, at the beginning or behind a space or one of `*_~(`."""
    start = state.pos
    if silent or state.linkLevel or not state.src.startswith("www.", start):
        return False
    before = state.src[start - 1] if start else " "
    if not (before.isspace() or before in "*_~("):
        return False
    end = _end(state, start)
    if end <= start + 4 or not _has_domain(state.src[start:end], ends=end == state.posMax):
        return False
    _push(state, start, end, "http://")
    return True


def _push(state: StateInline, start: int, end: int, prefix: str) -> None:
    address = state.src[start:end]
    opened = state.push("link_open", "a", 1)
    _make_link(opened, f"{prefix}{address}", start)
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1).info = "auto"
    state.pos = end


def _make_link(opened: Token, url: str, offset: int) -> None:
    opened.attrs = {"href": url}
    opened.markup, opened.info = "autolink", "auto"
    opened.meta[OFFSET] = offset


def _end(state: StateInline, start: int) -> int:
    """Where an address ends: at a space or `<`, without the punctuation before it."""
    match = _UNSPACED.match(state.src, start, state.posMax)
    end = match.end() if match else start
    address = state.src[start:end]
    surplus = {closing: address.count(closing) - address.count(opening)
               for opening, closing in ("()", "[]")}  # fmt: skip
    while end > start:
        last = state.src[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last == ";" and (entity := _ENTITY.search(state.src, max(start, end - 40), end)):
            end = entity.start() + 1
        elif last not in "?!.,:*_~'\";":
            break
        end -= 1
    return end


def _has_domain(address: str, *, ends: bool) -> bool:
    """Whether an address begins with a domain: no `_` in its last two parts.

    `ends` tells that nothing follows; then its last character isn't looked at.
    """
    marks = [0, 0]
    for character in address[1 : len(address) - ends]:
        if character == "_":
            marks[1] += 1
        elif character == ".":
            marks = [marks[1], 0]
        elif character != "-" and not _in_host(character):
            break
    return not any(marks)


def _in_host(character: str) -> bool:
    return character.isalnum() or not (
        character.isspace() or unicodedata.category(character).startswith("P")
    )


def _emails(state: StateInline) -> None:
    """Link the e-mail addresses in what is text after all other rules."""
    if not any("@" in token.content for token in state.tokens if token.type == "text"):
        return
    linked: list[Token] = []
    inside, place = 0, 0
    for token in state.tokens:
        inside += token.nesting if token.type in {"link_open", "link_close"} else 0
        if token.type != "text" or inside:
            linked.append(token)
            continue
        end = 0
        for match in _EMAIL.finditer(token.content):
            place = max(state.src.find(match[0], place), place)
            opened = Token("link_open", "a", 1, level=token.level)
            _make_link(opened, match[0] if match["protocol"] else f"mailto:{match[0]}", place)
            linked += [
                Token("text", "", 0, content=token.content[end : match.start()], level=token.level),
                opened,
                Token("text", "", 0, content=match[0], level=token.level + 1),
                Token("link_close", "a", -1, info="auto", level=token.level),
            ]
            end = match.end()
        token.content = token.content[end:]
        linked.append(token)
    state.tokens[:] = linked
