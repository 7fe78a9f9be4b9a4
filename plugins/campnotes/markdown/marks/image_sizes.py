"""HackMD's sizes of images: `![](a.png =300x)`."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from campnotes.markdown.marks.mark import Mark, note_place
from campnotes.patterns import regex

_SIZE = r"=(?P<width>\d{1,4}%?)?x(?P<height>\d{1,4}%?)?"
_IMAGE = regex(
    r"!\[(?P<alt>[^\[\]\n]*)\]\([ \t]*(?:<(?P<quoted>[^<>\n]*)>|(?P<url>[^\s()<>]+))"
    rf'(?:[ \t]+"(?P<title>[^"\n]*)")?[ \t]+{_SIZE}[ \t]*\)'
)


def _use(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("image", "sized_image", _read)


def _read(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not state.src.startswith("![", start):
        return False
    found = _IMAGE.match(state.src, start, state.posMax)
    if found is None:
        return False
    state.pos = found.end()
    if silent:
        return True
    note_place(state, IMAGE_SIZES.name, start)
    token = state.push("image", "img", 0)
    token.attrs = {"src": found["quoted"] or found["url"] or "", "alt": ""}
    if found["title"]:
        token.attrs["title"] = found["title"]
    for side in ("width", "height"):
        if found[side]:
            token.attrs[side] = found[side]
    token.content = found["alt"]
    token.children = [Token("text", "", 0, content=found["alt"])]
    return True


IMAGE_SIZES = Mark(
    "![](… =300x) (HackMD)",
    needs=(" =",),
    use=_use,
)
