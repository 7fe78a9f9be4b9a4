"""What is embedded from elsewhere, `{%youtube id %}`, `{% embed url="…" %}`: a link to it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from campnotes.markdown.marks.liquid import (
    Tag,
    may_be_address,
    push_image,
    push_link,
    tag_of_line,
)
from campnotes.markdown.marks.mark import Mark, note_line
from campnotes.patterns import regex

# Where the thing is that a tag names, by the tag.
_PLACES: Mapping[str, str] = {
    "figma": "https://www.figma.com/file/{}",
    "gist": "https://gist.github.com/{}",
    "pdf": "{}",
    "slideshare": "https://www.slideshare.net/{}",
    "speakerdeck": "https://speakerdeck.com/{}",
    "vimeo": "https://vimeo.com/{}",
    "youtube": "https://www.youtube.com/watch?v={}",
}
# GitBook's, which give an address by name.
_NAMED: Mapping[str, str] = {"embed": "url", "file": "src"}
# Jekyll's `{% include figure.html src="…" %}` goes by what themes call these.
_IMAGES = ("image_path", "src", "url", "image", "path", "file")
_IMAGE = regex(r"\.(?:png|jpe?g|gif|webp|bmp|svg|avif)$", re.IGNORECASE)
_ENDS = frozenset({"endembed", "endfile"})


def _use(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "liquid_embed", _read, {"alt": interrupted})


def _read(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    tag = tag_of_line(state, line)
    if tag is None:
        return False
    image = _included_image(tag)
    address = image or _address(tag)
    if not may_be_address(address) and tag.name not in _ENDS:
        return False
    if silent:
        return True
    note_line(state.env, LIQUID_EMBEDS.name, line)
    if image:
        named = tag.named
        caption = named.get("caption", "")
        push_image(state, line, image, named.get("alt", caption), caption)
    elif tag.name not in _ENDS:
        push_link(state, line, address, tag.named.get("caption", ""))
    state.line = line + 1
    return True


def _included_image(tag: Tag) -> str:
    """The address of the image that an `include` shows; else `""`."""
    if tag.name != "include":
        return ""
    named = tag.named
    for name in _IMAGES:
        address = named.get(name, "")
        if _IMAGE.search(address) and may_be_address(address):
            return address
    return ""


def _address(tag: Tag) -> str:
    if tag.name in _NAMED:
        return tag.named.get(_NAMED[tag.name], "")
    if tag.name == "include":
        return _included_video(tag)
    place = _PLACES.get(tag.name)
    if place is None or not tag.first:
        return ""
    is_whole = tag.first.startswith(("https://", "http://"))
    return tag.first if is_whole else place.format(tag.first)


def _included_video(tag: Tag) -> str:
    """The address of the video that an `include` shows; else `""`."""
    named = tag.named
    video = named.get("id", "")
    shown_by = f"{tag.first} {named.get('provider', '')}".lower()
    for site in ("youtube", "vimeo"):
        if site in shown_by and video:
            return _PLACES[site].format(video)
    return ""


LIQUID_EMBEDS = Mark(
    "{% youtube %}, {% embed %}",
    needs=("{%",),
    use=_use,
)
