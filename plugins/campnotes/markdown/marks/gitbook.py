"""GitBook's blocks: `{% hint %}` is a box, `{% tab %}` one that folds, `{% code %}` names a file."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from campnotes.markdown.marks.boxes import Box, find_closing, read_box
from campnotes.markdown.marks.liquid import Tag, begins, tag_of_line
from campnotes.markdown.marks.mark import Mark, note_line

_HIDDEN = frozenset(
    "code endcode tabs endtabs content-ref endcontent-ref stepper endstepper step endstep "
    "columns endcolumns column endcolumn".split()
)
_BOXES = {
    "hint": (begins("hint"), begins("endhint")),
    "tab": (begins("tab"), begins("endtab")),
}
_TITLES = "titles_of_code"  # in the parse's env: by the line behind a `{% code %}`


def _use(parser: MarkdownIt) -> None:
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "gitbook_tag", _read, {"alt": interrupted})
    parser.core.ruler.after("block", "titles_of_code", _give_titles)


def _read(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    tag = tag_of_line(state, line)
    if tag is None:
        return False
    closing = None
    if tag.name in _BOXES:
        opens, closes = _BOXES[tag.name]
        closing = find_closing(state, line, end, tag.name, opens, closes)
    if closing is None and tag.name not in _HIDDEN:
        return False
    if silent:
        return True
    note_line(state.env, GITBOOK.name, line)
    if closing is not None:
        read_box(state, _box(state, line, tag), line, closing)
        return True
    if tag.named.get("title"):
        titles = state.env.setdefault(_TITLES, {})
        titles[line + 1] = tag.named["title"]
    state.line = line + 1
    return True


def _box(state: StateBlock, line: int, tag: Tag) -> Box:
    if tag.name == "hint":
        return Box(tag.named.get("style", "info"), untitled=True)
    title = tag.named.get("title", "") or tag.first
    return Box(
        kind="note",
        title=title,
        folds=True,
        opened=_is_first(state, line),
    )


def _is_first(state: StateBlock, line: int) -> bool:
    """Tell whether a tab is the first of several, which is the one that is seen."""
    above = line - 1
    while above > 0 and state.isEmpty(above):
        above -= 1
    before = tag_of_line(state, max(above, 0))
    return before is not None and before.name == "tabs"


def _give_titles(state: StateCore) -> None:
    titles = state.env.get(_TITLES)
    if not titles:
        return
    for token in state.tokens:
        if token.type != "fence" or not token.map:
            continue
        title = titles.get(token.map[0])
        if title and "title=" not in token.info:
            plain = title.replace('"', "'").replace("'", "’")
            token.info = f'{token.info} title="{plain}"'


GITBOOK = Mark(
    "{% hint %}, {% tabs %} (GitBook)",
    needs=("{%",),
    use=_use,
)
