"""Lines of a paragraph that name a topic each, and who presented it: `索引入门 -- 王小明 [文档]`."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.names.east_asian import is_full_chinese_name
from campnotes.parsing.presenters.announcing import MAX_LENGTH, is_east_asian
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.patterns import regex

LINE = Form(
    pattern=regex(
        r"^\W*(?P<topic>\S.{1,80}?)\s{1,3}(?:--|——|—|–)\s{0,3}(?P<names>[\u4e00-\u9fff]{2,4})(?:\s{0,3}\[.*)?$"
    ),
    example="索引入门 -- 王小明 [文档]\n队列入门 -- 李小雷 [文档]",
    counter_example="索引入门 -- 很好用 [文档]\n队列入门 -- 不好用 [文档]",
    needs_neighbours=True,
)
FORMS = (LINE,)
_GROUP = (0,)  # all such lines of a note stand beside each other


def read_lines(here: BlockInContext) -> Iterator[Claim]:
    """Read the lines of a session's paragraph that end with a name behind a dash."""
    block = here.block
    is_text = block.kind is BlockKind.PARAGRAPH and not block.depth
    if not is_text or not here.in_session or here.purpose is Purpose.PLANNING:
        return
    if not is_east_asian(block.text):
        return
    for line, row in enumerate(block.text.split("\n"), block.line):
        if len(row) > MAX_LENGTH or is_planned(row):
            continue
        match = LINE.pattern.match(row)
        if match is None or not is_full_chinese_name(match["names"]):
            continue
        person = name_person(match["names"], line, certain=False)
        yield Claim(
            here.index,
            tuple(named_by(LINE, [person])),
            match["topic"],
            needs_neighbours=True,
            group=_GROUP,
            said=match["topic"],
            is_among_topics=True,
        )
