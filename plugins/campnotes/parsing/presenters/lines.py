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
        r"^\W*(?P<topic>\S.{1,80}?)(?:\s{1,3}(?:--|——|—|–)\s{0,3}|\s[-/]\s|(?<=》)\s{0,2})"
        r"(?P<names>[\u4e00-\u9fff]{2,4})(?:\s{0,3}\[.*)?$"
    ),
    example="索引入门 -- 王小明 [文档]\n队列入门 -- 李小雷 [文档]",
    counter_example="索引入门 -- 很好用 [文档]\n队列入门 -- 不好用 [文档]",
    needs_neighbours=True,
)
NAME_FIRST = Form(
    pattern=regex(
        r"^(?P<names>[\u4e00-\u9fff]{2,3})\s?[:：]\s?(?P<topic>[^。？！?!，,；:：]{2,50})$"
    ),
    example="王小明：索引入门\n\n李小雷：队列入门",
    counter_example="王小明：索引怎么写？\n\n李小雷：队列不难，真的。",
    needs_neighbours=True,
)
FORMS = (LINE, NAME_FIRST)


def read_lines(here: BlockInContext) -> Iterator[Claim]:
    """Read the lines of a session's paragraph that end with a name behind a dash, or begin with one."""
    block = here.block
    if not here.in_session or here.purpose in {Purpose.PLANNING, Purpose.TALKING}:
        return
    is_text = block.kind is BlockKind.PARAGRAPH
    if not is_text or block.depth:
        return
    if not is_east_asian(block.text):
        return
    for line, row in enumerate(block.text.split("\n"), block.line):
        if len(row) > MAX_LENGTH or is_planned(row):
            continue
        claim = _read_line(row, line, here)
        if claim is not None:
            yield claim


def _read_line(row: str, line: int, here: BlockInContext) -> Claim | None:
    for number, form in enumerate(FORMS):
        match = form.pattern.match(row.strip())
        if match is None or not is_full_chinese_name(match["names"]):
            continue
        person = name_person(match["names"], line, certain=False)
        return Claim(
            here.index,
            tuple(named_by(form, [person])),
            match["topic"],
            needs_neighbours=True,
            # All such lines of a note stand beside each other.
            group=(0, number),
            said=match["topic"],
            is_among_topics=form is LINE,
            is_item=form is NAME_FIRST,
        )
    return None
