"""Who is introduced directly below a topic's title: `王小明 某公司架构师，写过…` below `#### 索引入门`."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names.east_asian import is_full_chinese_name
from campnotes.parsing.presenters.claims import Claim, Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.label_words import LABEL_OF_PEOPLE, is_bare_label
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.purposes import Purpose
from campnotes.parsing.presenters.roles import may_be_line_of_names
from campnotes.patterns import regex

INTRODUCED = Form(
    pattern=regex(
        r"^(?P<names>[\u4e00-\u9fff]{2,4})(?:\s?[（(][^（）()]{1,20}[)）])?\s?[ ，,]\s?(?=\S)"
        r"[^。]{0,50}?(?:工程师|架构师|专家|负责人|创始人|总监|经理|研究员|开发者|贡献者|分析师|CTO|CEO)"
    ),
    example="### 分享\n\n#### 索引入门\n\n王小明 某公司架构师，写过数据库",
    counter_example="### 分享\n\n#### 索引入门\n\n数据库 由架构师来设计",
    of_a_place=True,
)
# Below a label, much may be told of somebody that says no trade.
BELOW_LABEL = Form(
    pattern=regex(
        r"^(?P<names>[\u4e00-\u9fff]{2,4})(?:\s?[（(][^（）()]{1,30}[)）])?\s?[，,：:@＠\-—|｜·\s](?=\s?\S)"
    ),
    example="### 分享嘉宾\n\n王小明，写过数据库。也讲过索引。",
    counter_example="### 分享嘉宾\n\n数据库，写起来很难。也讲过索引。",
    of_a_place=True,
)
FORMS = (INTRODUCED, BELOW_LABEL)

# A title of what is told of people, below another that told who they are.
_OF_PEOPLE = regex(r"简介|介绍|嘉宾|讲师|简历|作者|团队|成员")


# What somebody did for a talk that others gave.
_OTHER_PART = regex(r"(?:审核|審核|校对|校對|翻译|整理|资料提供)$|与审核|(?:资料|文稿)提供")
_PRESENTED = regex(r"主讲|主講|分享|演讲|汇报")


def read_introduced(here: BlockInContext) -> Iterator[Claim]:
    """Read the paragraphs below a topic's title that begin with a name and what somebody is.

    Below a label of who presents, what is told of them needn't say what they are.
    """
    if not here.in_session or here.purpose is Purpose.PLANNING:
        return
    form = _form_at(here)
    if form is None:
        return
    block = here.block
    name = _introduced(block, form)
    if name:
        person = name_person(name, block.line)
        people = named_by(form, [person])
        yield Claim(here.index, tuple(people))


def _form_at(here: BlockInContext) -> Form | None:
    """The form in which somebody may be introduced where a block stands."""
    block = here.block
    if block.depth or block.kind is not BlockKind.PARAGRAPH:
        return None
    if _is_below_label(here):
        return BELOW_LABEL
    if _OF_PEOPLE.search(here.part):
        return None
    return INTRODUCED if _is_below_title(here) else None


def _introduced(block: Block, form: Form) -> str:
    """Who is introduced by a paragraph; nothing if nobody is."""
    if block.depth or block.kind is not BlockKind.PARAGRAPH:
        return ""
    match = form.pattern.match(block.text)
    if match is None:
        return ""
    if _OTHER_PART.search(block.text) and not _PRESENTED.search(block.text):
        return ""
    name = match["names"]
    return name if is_full_chinese_name(name) else ""


def _is_below_title(here: BlockInContext) -> bool:
    """Whether nothing stands between a paragraph and its title but others who are introduced."""
    title = _block_above(here, INTRODUCED)
    if title is None:
        return False
    return title.kind is BlockKind.HEADING


def _is_below_label(here: BlockInContext) -> bool:
    """Whether a label that tells who presents heads a paragraph's part, and doesn't announce it as its line."""
    if _is_announced_line(here):
        return False
    above = _block_above(here, BELOW_LABEL)
    if above is not None and _is_label(above.text):
        return True
    return _is_label(here.part)


def _is_label(text: str) -> bool:
    if LABEL_OF_PEOPLE.match(text):
        return True
    return is_bare_label(text, in_session=True)


def _is_announced_line(here: BlockInContext) -> bool:
    """Whether a paragraph may be the line of names that the label right above it announces."""
    if here.index == 0 or not may_be_line_of_names(here.block):
        return False
    above = here.blocks[here.index - 1]
    return _is_label(above.text)


def _block_above(here: BlockInContext, form: Form) -> Block | None:
    """The nearest block above a paragraph by which nobody is introduced."""
    before = here.blocks[: here.index]
    for block in reversed(before):
        if not _introduced(block, form):
            return block
    return None
