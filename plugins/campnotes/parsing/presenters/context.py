"""What is around a block: its session and what that part of it is for, and the head of its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_full_korean_name
from campnotes.parsing.presenters.announcing import MAX_LENGTH, announcing, is_east_asian
from campnotes.parsing.presenters.events import is_event
from campnotes.parsing.presenters.label_words import labels_presenters
from campnotes.parsing.presenters.purposes import Purpose, is_of_talks, purpose_of, says_presented
from campnotes.parsing.presenters.session_titles import (
    is_about_notebook,
    is_session_item,
    is_session_path,
    is_session_title,
    tells_all_sessions,
)
from campnotes.parsing.presenters.team_rounds import begins_round
from campnotes.patterns import regex

BELOW_HEADINGS = 7  # the level of a bold line that stands for a heading
WHOLE_NOTE = 0  # the level of a session that is all of a note
LONGEST_LEAD = 60  # characters of a text that announces the list below it

_TOML_TITLE = regex(
    r"^\+\+\+\s(?:[^\n]{0,200}\n){0,12}?title\s{0,3}=\s{0,3}[\"“'](?P<title>[^\n]{1,200}?)[\"”']\s"
)
# A heading above the session's own level that is still a topic of it: `# 9강 (윤서진)`.
_ANNOUNCES = regex(r"[가-힣]{2,4}\s?님|발표자|presented by|さん", re.IGNORECASE)
_LABEL = regex(r"^[\W_]*(?:발표자|발제자|presenter|発表者|分享人|主讲)", re.IGNORECASE)
_LECTURER = regex(
    r"^[\W_]{0,4}(?:分享|主讲|演讲)?(?:讲师|嘉宾|演讲者|主讲人|分享人)(?:介绍)?[*_]{0,2}[:：]"
)
_REPORT = regex(r"带来|主讲|开讲|(?:给|为)大家|(?:さん|君|氏)(?:の|が|に|も|から|より)")
LONGEST_ROW = 3000  # characters of a table's row
LABEL_WITHIN = 3  # blocks below a heading
_LABELLED = regex(r"[:：]\s*\S")  # a label with what it announces
_IN_BRACKETS = regex(r"[(（\[]\s*([가-힣]{2,4})\s*[)）\]]\s*$")


class BlockInContext(Struct, frozen=True):
    """A block of a note with what is around it.

    - `session_level` is the heading's level of the peer session in which it stands, if it does.
    - `session_depth` is how deep the list item stands that is the session's title, if one is.
    - `part` is the title above it, and `purpose` what the titles above it say of its part.
    - `table_head` is the header row of its table, `outside` the last block before it in no list,
      `parent` the first block of the list item in whose list it stands.
    - `announces` and `has_role` tell that words of a presenter's label, or of another role, stand in
      it; `beside_labels` that presenters are announced by labels elsewhere in the note.
    """

    blocks: Sequence[Block]
    index: int
    session_level: int | None
    table_head: Block | None
    outside: Block | None = None
    parent: Block | None = None
    session_depth: int = 0
    part: str = ""
    purpose: Purpose | None = None
    announces: bool = False
    has_role: bool = False
    beside_labels: bool = False

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.blocks[self.index]

    @property
    def in_session(self) -> bool:
        """Whether the block stands in a peer session."""
        return self.session_level is not None


class _Title(Struct, frozen=True):
    """A title with its level; `begins` tells that a session begins with it."""

    level: int
    text: str
    begins: bool


class _Around(Struct):
    """What is around the block that is being looked at, as known from those before it."""

    session_level: int | None
    beside_labels: bool = False
    table_head: Block | None = None
    table_lead: Block | None = None
    outside: Block | None = None
    titles: list[_Title] = field(default_factory=list)
    session_item: tuple[int, ...] = ()
    leads: dict[tuple[int, ...], Block] = field(default_factory=dict)


def blocks_in_context(
    blocks: Sequence[Block], path: str = "", title: str = ""
) -> Iterator[BlockInContext]:
    """See each block of a note that may name somebody in its context.

    A peer session begins at a title that says so (`## 피어세션`) and ends at the next heading of
    its level or above. The note at a path such as `회의록/1.md` is one altogether, and so is one whose
    title in the front matter says it in Japanese or Chinese: 技术沙龙. So is one of an event with talks.
    """
    told = title or _title_in_toml(blocks)
    is_whole = _is_all_session(path, told) or is_event(blocks)
    whole = WHOLE_NOTE if is_whole else None
    around = _Around(session_level=whole, titles=_titles_of_plan(told))
    announced = announcing(blocks)
    around.beside_labels = announced.is_east_asian and labels_presenters(blocks)
    for index, block in enumerate(blocks):
        if block.is_title:
            _enter_title(blocks, index, around, whole)
        around.table_head = _table_head(block, around.table_head)
        if block.header:
            around.table_lead = around.outside
        if _may_name_somebody(block):
            text = _text_with_head(block, around.table_head)
            announces = announced.presenters(text)
            has_role = announced.roles(text)
            in_session = around.session_level is not None or _is_in_session_item(block, around)
            if announces or has_role or in_session:
                yield _in_context(
                    blocks,
                    index,
                    around,
                    announces=announces,
                    has_role=has_role,
                )
        if block.leads:
            around.leads[block.items] = block
            if is_session_item(block.text):
                around.session_item = block.items
        if not block.items:
            around.outside = block


def _titles_of_plan(title: str) -> list[_Title]:
    """The title of a whole note that tells what is yet to come: 次回の研究会のお知らせ."""
    if not is_east_asian(title):
        return []
    if purpose_of(title) is not Purpose.PLANNING:
        return []
    whole = _Title(WHOLE_NOTE, title, begins=False)
    return [whole]


def _title_in_toml(blocks: Sequence[Block]) -> str:
    """The title in front matter as Hugo has it, between lines of `+++`; elsewhere it is text."""
    match = _TOML_TITLE.match(blocks[0].text) if blocks else None
    return match["title"] if match else ""


def _is_all_session(path: str, title: str) -> bool:
    if is_session_path(path):
        return True
    return is_east_asian(title) and is_session_title(title)


def _may_name_somebody(block: Block) -> bool:
    if block.kind is BlockKind.CODE:
        return False
    text = block.text
    if block.kind is BlockKind.ROW:
        # Its cells are looked at one by one.
        return 0 < len(text) <= LONGEST_ROW
    if len(text) <= MAX_LENGTH:
        return bool(text)
    # Behind who lectures, much may be told of them, and a report tells much of a talk.
    if _LECTURER.match(text) or _REPORT.search(text):
        return True
    first = text.strip().partition("\n")[0]
    return 0 < len(first) <= MAX_LENGTH


def _text_with_head(block: Block, table_head: Block | None) -> str:
    """A block's text; that of a table's row begins with the titles of its columns."""
    if table_head is None or table_head is block:
        return block.text
    return f"{table_head.text}\n{block.text}"


def _in_context(
    blocks: Sequence[Block], index: int, around: _Around, *, announces: bool, has_role: bool
) -> BlockInContext:
    block = blocks[index]
    level = around.session_level
    depth = 0
    if level is None and _is_in_session_item(block, around):
        level = BELOW_HEADINGS
        depth = len(around.session_item)
    return BlockInContext(
        blocks=blocks,
        index=index,
        session_level=level,
        session_depth=depth,
        table_head=around.table_head,
        outside=around.outside,
        parent=around.leads.get(block.items[:-1]),
        part=around.titles[-1].text if around.titles else "",
        purpose=_purpose(block, around),
        announces=announces,
        has_role=has_role,
        beside_labels=around.beside_labels,
    )


def _is_in_session_item(block: Block, around: _Around) -> bool:
    """Whether a block stands in the list below an item that is a session's title: `- 피어세션`."""
    item = around.session_item
    return bool(item) and block.is_inside(item)


def _enter_title(blocks: Sequence[Block], index: int, around: _Around, whole: int | None) -> None:
    """Keep the session and the titles in which a title stands, and those that follow it."""
    block = blocks[index]
    level = block.level or BELOW_HEADINGS
    while around.titles and around.titles[-1].level >= level:
        around.titles.pop()
    before = around.session_level
    if before is None or not _is_topic(blocks, index, before):
        around.session_level = _session_level(blocks, index, before, whole)
    begins = around.session_level == level and before != level
    if begins and around.titles and _tells_of_all(blocks, index):
        outer = around.titles[-1]
        around.session_level = outer.level
    title = _Title(level, block.first_row, begins)
    around.titles.append(title)


def _session_level(
    blocks: Sequence[Block], index: int, before: int | None, whole: int | None
) -> int | None:
    """The level of the session that a block stands in, if any; `before` is that of the last one."""
    block = blocks[index]
    if before == WHOLE_NOTE:
        return before
    level = block.level or BELOW_HEADINGS
    if before is not None:
        ends = block.kind is BlockKind.HEADING and level <= before
        if not ends:
            return before
    if is_session_title(block.text) or _leads_to_sessions(blocks, index):
        return level
    return level if begins_round(blocks, index) else whole


def _tells_of_all(blocks: Sequence[Block], index: int) -> bool:
    """Whether what is told of the notebook itself says that all of it is of sessions."""
    title = blocks[index].text
    is_about = is_about_notebook(title)
    return is_about and _leads_to_sessions(blocks, index)


def _leads_to_sessions(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line below a title says that all sessions follow: 这里展示了历次组会的资料."""
    behind = index + 1
    if behind >= len(blocks):
        return False
    below = blocks[behind]
    return below.kind is BlockKind.PARAGRAPH and tells_all_sessions(below.text)


def _is_topic(blocks: Sequence[Block], index: int, session_level: int) -> bool:
    """Whether a heading above the session's own level is a topic of it.

    It names somebody, or a label just below does: `# 9강 (윤서진)`, `# 9강` above `발표자: 윤서진`.
    """
    block = blocks[index]
    if not 0 < block.level < session_level:
        return False
    if _names_somebody(block.text):
        return True
    behind = index + 1
    for below in blocks[behind : behind + LABEL_WITHIN]:
        if below.kind is BlockKind.HEADING:
            return False
        if _LABEL.match(below.text):
            return True
    return False


def _names_somebody(title: str) -> bool:
    if _ANNOUNCES.search(title):
        return True
    match = _IN_BRACKETS.search(title)
    return match is not None and is_full_korean_name(match[1])


def _purpose(block: Block, around: _Around) -> Purpose | None:
    """What the part is for in which a block stands: what is nearest tells, but a plan is a plan."""
    above = around.titles[:-1] if block.is_title else around.titles
    told = list(_told_by_titles(above))
    if block.depth:
        told += _told_by_list(
            block,
            around,
            in_talk=Purpose.TALKING in told,
        )
    if Purpose.PLANNING in told or _is_in_plan(block, around):
        return Purpose.PLANNING
    return told[-1] if told else None


def _is_in_plan(block: Block, around: _Around) -> bool:
    """Whether a row stands in a table of what is yet to come, as the paragraph above it says."""
    lead = around.table_lead
    if block.kind is not BlockKind.ROW or lead is None:
        return False
    return _leads_list(lead) and purpose_of(lead.first_row) is Purpose.PLANNING


def _told_by_titles(titles: Iterable[_Title]) -> Iterator[Purpose]:
    for title in titles:
        purpose = purpose_of(title.text)
        # A session's own title (`## 발표`) tells nothing more, unless it is one to come, or of talks.
        is_own = title.begins and not is_of_talks(title.text)
        tells = purpose is Purpose.PLANNING or not is_own
        if purpose is not None and tells:
            yield purpose


def _told_by_list(block: Block, around: _Around, *, in_talk: bool) -> Iterator[Purpose]:
    """What the paragraph above a list, and the items that a block stands in, say.

    Where everybody talks, a mere subject (논문) is one that is talked about.
    """
    outside = around.outside
    leads = []
    if outside is not None and _leads_list(outside):
        leads.append(outside)
    outermost = block.depth if block.leads else block.depth + 1
    for depth in range(1, outermost):
        lead = around.leads.get(block.items[:depth])
        if lead is not None:
            leads.append(lead)
    for lead in leads:
        purpose = purpose_of(lead.first_row)
        is_subject = purpose is Purpose.PRESENTING and not says_presented(lead.first_row)
        is_talked_about = in_talk and is_subject
        if purpose is not None and not is_talked_about:
            yield purpose


def _leads_list(block: Block) -> bool:
    """Whether a paragraph announces the list below it, rather than to say something itself."""
    if block.is_title or len(block.text) > LONGEST_LEAD:
        return False
    return _LABELLED.search(block.text) is None


def _table_head(block: Block, before: Block | None) -> Block | None:
    if block.kind is not BlockKind.ROW:
        return None
    if block.header:
        return block
    return before
