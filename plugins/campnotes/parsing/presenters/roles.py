"""Who moderates a session, who takes its minutes and who attends it: `모더레이터: 오지안`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_certain_name, is_plausible_name
from campnotes.parsing.presenters.announcing import MAX_LENGTH
from campnotes.parsing.presenters.claims import Form, NamedPerson, Role
from campnotes.parsing.presenters.context import LONGEST_LEAD, BlockInContext
from campnotes.parsing.presenters.naming import announced_names, name_people
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.segments import pieces_of
from campnotes.patterns import regex

FEWEST_KNOWN = 2  # of a list of names, most of which are certain, that make the others so
MOST_LISTED = 60  # blocks of a list of names


class RoleForm(Struct, frozen=True):
    """A role with the words that announce who has it; `bare` finds them alone, above a list."""

    role: Role
    form: Form
    bare: re.Pattern[str]


def _role(role: Role, words: str, example: str, counter_example: str, *, sure: bool) -> RoleForm:
    # Behind the word may stand how many there are: 참석자(5명).
    before = r"(?:오늘의?\s*|\d{1,2}주차\s*|group\s+|session\s+)?"
    label = rf"^[\W_]*{before}(?:{words})\s?(?:[(（][^()（）]{{0,12}}[)）])?"
    by = r"(?:(?<=\sby)\s+|[*_`\s]*[:：=|\-–—]+[*_`\s]*|(?P<space>\s+)(?=\S+$))"
    return RoleForm(
        role=role,
        form=Form(
            pattern=regex(rf"{label}{by}(?P<names>.+?)\s*$", re.IGNORECASE),
            example=example,
            counter_example=counter_example,
            sure=sure,
        ),
        bare=regex(rf"{label}[\W_]*$", re.IGNORECASE),
    )


FORMS = (
    _role(
        Role.MODERATOR,
        r"모더레이터|사회자|진행자|퍼실리테이터|moderators?|moderated\s+by|facilitators?|facilitated\s+by|"
        r"司会者?|司會|進行係?|進行役|ファシリテーター|モデレーター|"
        r"主持人?|(?:轮值|輪值)主席|座长|座長",
        "모더레이터: 오지안",
        "진행 상황: 좋음",
        sure=True,
    ),
    _role(
        Role.MODERATOR,
        r"사회|진행|호스트|host|hosted\s+by",
        "진행: 오지안",
        "진행: 온라인",
        sure=False,
    ),
    _role(
        Role.SCRIBE,
        r"서기|기록자|회의록\s*작성자?|scribe|note[\s-]?taker|minutes\s+by|notes\s+(?:taken\s+)?by|"
        r"書記係?|議事録(?:係|担当)?|记录(?:人|员)|記錄(?:人|員)",
        "서기: 오지안",
        "기록: 오답률",
        sure=True,
    ),
    _role(
        Role.ATTENDEE,
        r"참석자|참가자|참여자|참석\s*인원|참여\s*인원|참가\s*인원|참석\s*명단|attendees?|members\s+present|"
        r"出席者|参加者|參加者|参加人员?|與會者|与会(?:者|人员)|参会(?:人|者|人员)",
        "참석자: 오지안, 윤서진",
        "참석자: 전원",
        sure=True,
    ),
    _role(
        Role.ATTENDEE,
        r"참석|참여|참가|출석|attendance|participants?|present|出席",
        "참석: 오지안, 윤서진",
        "참여: 자유",
        sure=False,
    ),
    # Who is of the team is somebody, whatever they do.
    _role(
        Role.MENTIONED,
        r"팀원|조원|멤버|구성원|メンバー|成员|成員",
        "팀원: 오지안, 윤서진",
        "팀원: 모두",
        sure=False,
    ),
    _role(
        Role.SCRIBE,
        r"기록|작성|정리|editors?|edited\s+by|記録|记录",
        "기록: 오지안",
        "정리: 오답률",
        sure=False,
    ),
)


_BESIDE_NAME = regex(r"\s*/\s")  # what a list of names tells of each: `Minji Kim / she / minji`
_SURE = [role for role in FORMS if role.form.sure]
_ROLES_IN_TEXT = {
    "모더레이터": Role.MODERATOR,
    "사회자": Role.MODERATOR,
    "진행자": Role.MODERATOR,
    "서기": Role.SCRIBE,
}
_IN_BRACKETS = regex(
    r"[(（]\s?(?:logger|書記|記録|ログ)\s?[:：]\s?(?P<names>[^()（）]{1,20})[)）]$", re.IGNORECASE
)
_IN_TEXT = regex(
    rf"(?:금일|오늘의?)\s?(?P<role>{'|'.join(_ROLES_IN_TEXT)})\s?(?:인\s)?(?P<name>[가-힣]{{2,4}}?)\s?님"
)


def is_bare_role(text: str) -> bool:
    """Whether a text is nothing but the announcement of a role: `진행자`, `참석자(5명)`."""
    return any(role.bare.match(text) for role in _SURE)


def read_roles(here: BlockInContext) -> Iterator[NamedPerson]:
    """Read the people to whom a block gives a role: in a line, in the list below it or in a table.

    Who is to have it another time has none: `내일 모더레이터: 오지안`.
    """
    block = here.block
    is_planned_role = here.purpose is Purpose.PLANNING
    if here.announces:
        yield from _read_in_brackets(block.first_row, block.line)
    has_role = here.has_role or block.kind is BlockKind.ROW
    if not has_role or is_planned_role:
        return
    if block.kind is BlockKind.ROW:
        yield from _read_cells(here)
        return
    for line, row in enumerate(block.text.split("\n"), block.line):
        if 0 < len(row) <= MAX_LENGTH:
            for piece in pieces_of(row):
                yield from _read_row(piece, line, here)


def _read_row(row: str, line: int, here: BlockInContext) -> Iterator[NamedPerson]:
    for role in FORMS:
        match = role.form.pattern.match(row)
        if match is not None:
            named = _name(match["names"], line, role)
            # Without a colon, it must be a name that says so itself: `모더레이터 서진님`.
            is_told = match["space"] is None
            yield from (person for person in named if is_told or is_certain_name(person.raw))
            return
        if _announces_list(here, role) and role.bare.match(row):
            yield from _read_list(here, role)
            return
    yield from _read_in_text(row, line)


def _read_in_brackets(text: str, line: int) -> Iterator[NamedPerson]:
    """Who took the minutes of a talk, in brackets behind its title: `索引の話 (logger: taro)`."""
    match = _IN_BRACKETS.search(text)
    if match is None:
        return
    for person in name_people(match["names"], line, is_name=is_plausible_name):
        yield replace(person, role=Role.SCRIBE, rule="scribe-in-brackets")


def _announces_list(here: BlockInContext, role: RoleForm) -> bool:
    """Whether a role's word alone may announce a list of names: any that is sure, or in a heading."""
    if role.form.sure:
        return True
    is_heading = here.block.kind is BlockKind.HEADING
    return is_heading and role.role is Role.ATTENDEE


def _read_in_text(row: str, line: int) -> Iterator[NamedPerson]:
    """Who is called by today's role in running text: 「금일 모더레이터 오지안님께 제출」."""
    match = _IN_TEXT.search(row)
    if match is not None:
        yield NamedPerson(
            line=line,
            name=match["name"],
            raw=match[0],
            role=_ROLES_IN_TEXT[match["role"]],
            certain=False,
            rule="role-in-text",
        )


def _name(text: str, line: int, role: RoleForm) -> Iterator[NamedPerson]:
    names = announced_names(text)
    for person in name_people(names, line, is_name=is_plausible_name):
        # Behind a word that may announce anything, a name must be known.
        certain = role.form.sure or is_certain_name(person.raw)
        yield replace(
            person,
            role=role.role,
            certain=certain,
            rule=role.form.rule,
        )


def _read_list(here: BlockInContext, role: RoleForm) -> Iterator[NamedPerson]:
    """Name those whom the list below a role's title lists, if nothing else stands in it.

    Most of them being names for certain, all are. Items such as 전반 and 후반, with a name in a list
    of their own, name nobody themselves.
    """
    found: list[NamedPerson] = []
    others = 0
    for item in _items_below(here):
        name, *_ = _BESIDE_NAME.split(item.text.strip(), maxsplit=1)
        named = list(_name(name, item.line, role))
        found += named
        if not named:
            others += 1
    if others > len(found):
        return
    known = [person for person in found if person.certain]
    carry_others = len(known) >= FEWEST_KNOWN and 2 * len(known) > len(found)
    for person in found:
        yield replace(person, certain=True) if carry_others else person


def is_names_below(here: BlockInContext) -> bool:
    """Whether a plain line of text follows a label, as names may: 참석자 above `윤서진, 문가온`."""
    behind = here.index + 1
    if behind >= len(here.blocks) or here.block.depth:
        return False
    block = here.blocks[behind]
    return may_be_line_of_names(block)


def may_be_line_of_names(block: Block) -> bool:
    """Whether a block is a plain line, and so short that it may be names alone, rather than sentences."""
    is_text = block.kind is BlockKind.PARAGRAPH
    if not is_text or block.depth or block.strong:
        return False
    text = block.text
    if len(text) > LONGEST_LEAD:
        return False
    return "\n" not in text and "。" not in text


def _explains_list(here: BlockInContext) -> bool:
    """Whether a heading is followed by a line that says how to fill in the list: “Add your name”."""
    if here.block.kind is not BlockKind.HEADING:
        return False
    behind = here.blocks[here.index + 1 : here.index + 3]
    if len(behind) < 2:
        return False
    line, item = behind
    is_line = line.kind is BlockKind.PARAGRAPH and not line.items
    return is_line and item.leads


def _items_below(here: BlockInContext) -> Iterator[Block]:
    begin = here.index + 1
    if _explains_list(here):
        begin += 1
    elif is_names_below(here):
        yield here.blocks[begin]
        return
    for block in here.blocks[begin : begin + MOST_LISTED]:
        if not block.leads or block.depth <= here.block.depth:
            return
        yield block


def _read_cells(here: BlockInContext) -> Iterator[NamedPerson]:
    """Name those in the column of a role: 主持 of a table of who presents when."""
    head = here.table_head
    if head is None or here.block.header:
        yield from _read_labelled_cells(here)
        return
    for title, cell in zip(head.cells, here.block.cells, strict=False):
        for role in FORMS:
            if role.form.sure and role.bare.match(title):
                yield from _name(cell, here.block.line, role)


def _read_labelled_cells(here: BlockInContext) -> Iterator[NamedPerson]:
    """`| 모더레이터 | 오지안 |` labels its own row."""
    cells = here.block.cells
    if len(cells) != 2 or is_planned(here.block.first_row):
        return
    # A table's head may be but a head: | 参加者 | 回数 |.
    if not here.block.header or is_certain_name(cells[1]):
        yield from _read_row(" : ".join(cells), here.block.line, here)
