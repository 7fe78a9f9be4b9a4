"""Links by a note's name: `[[노트]]`, `[[노트#제목|글]]`, and embeds, `![[그림.png|300]]`.

Where they lead is found out later, from all the notes. `[[글]](address)` is an ordinary link.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from campnotes.markdown.autolinks import OFFSET
from campnotes.markdown.marks.mark import Mark, note_place
from campnotes.patterns import regex

WIKILINK = "wikilink"  # the `info` of such a link's tokens
WRITTEN = "written"  # in the meta of its text: all of it, as its author wrote it
EMBEDDED = "embedded"  # in the meta of a link that stands for what it leads to
_LINK = regex(
    r"!?\[\[(?P<target>[^\[\]|\n#^]{0,250})(?P<part>[#^][^\[\]|\n]{0,250})?"
    r"(?P<more>\|[^\[\]\n]{0,500})?\]\]"
)
_IMAGE = regex(r"\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|avif)$", re.IGNORECASE)
_SIZE = regex(r"(?P<width>\d{1,4})(?:x(?P<height>\d{1,4}))?$")
# Numbers, conditions of a shell and attributes of C++ stand in two brackets too: `[[0, 1]]`,
# `[[ -f a ]]`, `[[noreturn]]`.
_NO_NAME = regex(
    r"[\s\d.,:;+\-*/eE…]*$|\s|-[a-z]\b|[&'\"]"
    r"|(?:noreturn|nodiscard|maybe_unused|fallthrough|deprecated|likely|unlikely|carries_dependency"
    r"|no_unique_address)$"
)


def _use(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "wikilink", _read)


def _read(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith(("[[", "![["), start):
        return False
    found = _LINK.match(state.src, start, state.posMax)
    if found is None or not _is_wikilink(state, found):
        return False
    state.pos = found.end()
    if silent:
        return True
    note_place(state, WIKILINKS.name, start)
    is_image = found[0].startswith("!") and _IMAGE.search(found["target"])
    if is_image:
        _push_image(state, found)
    else:
        _push_link(state, found)
    return True


def _is_wikilink(state: StateInline, found: re.Match[str]) -> bool:
    target = found["target"]
    part = found["part"] or ""
    if not target.strip() and len(part) < 2:
        return False
    if target and _NO_NAME.match(target):
        return False
    behind = state.src[found.end() : found.end() + 1]
    if behind in {"(", "["}:
        return False
    references = state.env.get("references", {})
    inner = found[0].lstrip("!")[2:-2]
    return normalizeReference(inner) not in references


def _push_link(state: StateInline, found: re.Match[str]) -> None:
    opened = state.push("link_open", "a", 1)
    opened.attrs = {"href": _address(found)}
    opened.info = WIKILINK
    opened.meta[OFFSET] = found.start()
    if found[0].startswith("!"):
        opened.meta[EMBEDDED] = True
    text = state.push("text", "", 0)
    text.content = _text(found)
    text.meta[WRITTEN] = found[0]
    closed = state.push("link_close", "a", -1)
    closed.info = WIKILINK


def _push_image(state: StateInline, found: re.Match[str]) -> None:
    image = state.push("image", "img", 0)
    image.attrs = {"src": _address(found), "alt": ""}
    image.info = WIKILINK
    image.meta[OFFSET] = found.start()
    alternatives = []
    for part in (found["more"] or "").split("|"):
        size = _SIZE.match(part.strip())
        if size is None:
            alternatives.append(part.strip())
            continue
        for side in ("width", "height"):
            if size[side]:
                image.attrs[side] = size[side]
    image.content = " ".join(alternatives).strip() or _name(found["target"])
    image.children = [Token("text", "", 0, content=image.content)]


def _address(found: re.Match[str]) -> str:
    part = found["part"] or ""
    return found["target"].strip().rstrip("\\") + part.rstrip("\\")


def _text(found: re.Match[str]) -> str:
    """What a reader sees: the text that is given, or the name, and the heading behind it."""
    given = (found["more"] or "").strip("|").strip()
    if given:
        return given
    part = (found["part"] or "").strip("#^\\ ").replace("#", " › ")
    name = found["target"].strip().rstrip("\\")
    if not part or (found["part"] or "").startswith(("^", "#^")):
        return name or part
    return f"{name} › {part}" if name else part


def _name(target: str) -> str:
    _, _, name = target.strip().rpartition("/")
    return name


WIKILINKS = Mark(
    "[[…]] (Obsidian)",
    needs=("[[",),
    use=_use,
)
