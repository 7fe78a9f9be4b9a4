"""Jekyll's Liquid: code of `{% highlight %}`, addresses by `{{ site.baseurl }}`, and what says nothing."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from campnotes.markdown.marks.boxes import find_closing
from campnotes.markdown.marks.liquid import Tag, begins, tag_of_line
from campnotes.markdown.marks.mark import Mark, note_line
from campnotes.patterns import regex

_HIDDEN = frozenset({"raw", "endraw", "include", "include_relative", "assign"})
_AROUND_CODE = begins("highlight"), begins("endhighlight")
_AROUND_COMMENT = begins("comment"), begins("endcomment")
# A run of marks is tried once, from its beginning.
_CODE_SPAN = regex(r"(?<!`)(`+)(?!`)[^`]*(?:`(?!\1(?!`))[^`]*){0,20}\1(?!`)")
_RAW = regex(r"\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}")
_SITE = regex(r"\{\{-?[ \t]*site\.(?:baseurl|url)[ \t]*-?\}\}")
_FILTERED = regex(
    r"\{\{-?[ \t]*[\"'](?P<path>[^\"'\n{}]*)[\"'][ \t]*"
    r"\|[ \t]*(?:relative_url|absolute_url|prepend:[ \t]*site\.\w+)[^{}\n]{0,80}\}\}"
)
_LINK = regex(r"\{%-?[ \t]*link[ \t]+(?P<path>[^\s%{}]+)[ \t]*-?%\}")
_POST = regex(r"\{%-?[ \t]*post_url[ \t]+(?P<path>[^\s%{}]+)[ \t]*-?%\}")


def _use_tags(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "jekyll_tag", _read_line, {"alt": interrupted})


def _read_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    tag = tag_of_line(state, line)
    if tag is None:
        return False
    last = _last_line(state, line, end, tag)
    if last is None:
        return False
    if silent:
        return True
    note_line(state.env, JEKYLL_TAGS.name, line)
    if tag.name == "highlight":
        code = state.push("fence", "code", 0)
        code.info = tag.first
        code.map = [line, last + 1]
        code.content = state.getLines(line + 1, last, state.sCount[line], True)
        code.markup = "```"
    state.line = last + 1
    return True


def _last_line(state: StateBlock, line: int, end: int, tag: Tag) -> int | None:
    """The last line of what a tag begins; `None` if it is none that says nothing or holds code."""
    if tag.name in _HIDDEN:
        return line
    if tag.name == "highlight":
        return find_closing(state, line, end, "highlight", *_AROUND_CODE)
    if tag.name == "comment":
        return find_closing(state, line, end, "comment", *_AROUND_COMMENT)
    return None


def _use_values(parser: MarkdownIt) -> None:
    parser.core.ruler.after("block", "jekyll_values", _read_values)


def _read_values(state: StateCore) -> None:
    """Write what stands for an address as that, outside of code."""
    for token in state.tokens:
        if token.type not in {"inline", "html_block"}:
            continue
        if "{{" not in token.content and "{%" not in token.content:
            continue
        read = _outside_code(token.content)
        if read != token.content:
            first, _ = token.map or [0, 0]
            note_line(state.env, JEKYLL_VALUES.name, first)
            token.content = read


def _outside_code(text: str) -> str:
    parts = []
    begin = 0
    for span in _CODE_SPAN.finditer(text):
        parts.append(_with_values(text[begin : span.start()]))
        parts.append(span[0])
        begin = span.end()
    parts.append(_with_values(text[begin:]))
    return "".join(parts)


def _with_values(text: str) -> str:
    text = _RAW.sub("", text)
    text = _SITE.sub("", text)
    text = _FILTERED.sub(r"\g<path>", text)
    text = _LINK.sub(_rooted, text)
    return _POST.sub(r"/_posts/\g<path>.md", text)


def _rooted(link: re.Match[str]) -> str:
    path = link["path"].lstrip("/")
    return f"/{path}"


JEKYLL_TAGS = Mark(
    "{% … %} (Jekyll)",
    needs=("{%",),
    use=_use_tags,
)
JEKYLL_VALUES = Mark(
    "{{ site.baseurl }} (Jekyll)",
    needs=("{{", "{%"),
    use=_use_values,
)
