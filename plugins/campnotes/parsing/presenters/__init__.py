"""Presenters: the places in a note that say who presents.

The recognisers in `RECOGNISERS` read one block each and say which presenters it names, if any, and
what their topic is. Precision comes first: a presenter who doesn't exist is worse than one missed.

Each form of evidence has a file, with its forms as a table: a way of naming presenters that isn't
known yet is one more `Form` there, with an example and a counter-example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from campnotes.notebook.paths import is_home
from campnotes.parsing.blocks import Block
from campnotes.parsing.presenters import (
    behind_topics,
    columns,
    introduced,
    labels,
    lines,
    lists,
    prose,
    schedules,
    team_rounds,
    title_forms,
    unheaded_tables,
)
from campnotes.parsing.presenters.behind_topics import read_behind_topic
from campnotes.parsing.presenters.bylines import read_byline
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson, Role
from campnotes.parsing.presenters.confirming import confirm_names
from campnotes.parsing.presenters.context import (
    BlockInContext,
    blocks_in_context,
)
from campnotes.parsing.presenters.introduced import read_introduced
from campnotes.parsing.presenters.labels import is_label, read_labels
from campnotes.parsing.presenters.lines import read_lines
from campnotes.parsing.presenters.lists import read_list_below_label
from campnotes.parsing.presenters.prose import read_prose
from campnotes.parsing.presenters.roles import read_roles
from campnotes.parsing.presenters.rounds import read_round
from campnotes.parsing.presenters.schedules import read_turn
from campnotes.parsing.presenters.tables import read_table_row
from campnotes.parsing.presenters.titles import read_title
from campnotes.parsing.presenters.told_again import without_told_again
from campnotes.parsing.presenters.unheaded_tables import read_unheaded_row
from campnotes.parsing.presenters.unnamed import read_unnamed
from campnotes.patterns import regex

__all__ = [
    "RECOGNISERS",
    "Claim",
    "Form",
    "NamedInRoles",
    "NamedPerson",
    "Role",
    "Unnamed",
    "is_label",
    "read_people",
    "read_roles",
]


class Recogniser(Struct, frozen=True):
    """A way of reading one kind of evidence off a block, and the forms in which it stands."""

    read: Callable[[BlockInContext], Iterator[Claim]]
    forms: Sequence[Form]


# A date at the beginning of a line: `2030.3.4 발표: 윤서진`, `3/4 발표`.
_DATE = regex(
    r"^[\W_]*(20\d\d\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|\d{1,2}\s*[/월]\s*\d{1,2}일?)(?!\d)"
)

# What a list leads with that tells when its topics were presented: 「3/4일 발표」.
_DATED_LEAD = regex(
    r"^\W*(?P<when>(?:20\d\d\s?[-./]\s?)?\d[\d\s월일/.-]{2,8}(?:\([^()]{1,3}\))?\s?(?:발표|발제))\W*$"
)

# The first recogniser that finds something in a block has read it.
RECOGNISERS: Sequence[Recogniser] = (
    # So does the label of a line that begins with its topic.
    Recogniser(read_behind_topic, behind_topics.FORMS),
    # A sentence tells outright who gave which talk.
    Recogniser(read_prose, prose.FORMS),
    # A label says outright who presents: `- 발표자: 윤서진` has the form of a title, too, with
    # the topic 발표자.
    Recogniser(read_labels, labels.FORMS),
    # Who is introduced below a topic's title has presented it.
    Recogniser(read_introduced, introduced.FORMS),
    # The label alone announces the names below it, which are no titles.
    Recogniser(read_list_below_label, lists.FORMS),
    # Below a team's title, everybody with a link presents what it leads to.
    Recogniser(read_round, team_rounds.FORMS),
    # A row of a table is told by the table's head. `| 발표자 | 윤서진 |` was a label.
    Recogniser(read_table_row, columns.FORMS),
    # Without a head, what all of its columns hold tells it.
    Recogniser(read_unheaded_row, unheaded_tables.FORMS),
    # So is a line that ends with a name, beside others that do.
    Recogniser(read_lines, lines.FORMS),
    # So is an item of a schedule.
    Recogniser(read_turn, schedules.FORMS),
    # A title is the weakest evidence, as almost anything may stand in it.
    Recogniser(read_title, title_forms.FORMS),
)


class Unnamed(Struct, frozen=True):
    """A presentation whose presenter isn't told: the index of its block, its topic and session."""

    block: int
    topic: str
    session_level: int | None


class NamedInRoles(Struct, frozen=True):
    """Everybody to whom a note gives a role.

    `claims` are the places that name presenters, in order; `others` those who moderate, take minutes
    or attend; `unnamed` the presentations of which nobody is told to have given them.
    """

    claims: Sequence[Claim]
    others: Sequence[NamedPerson]
    unnamed: Sequence[Unnamed] = ()


def read_people(blocks: Sequence[Block], path: str = "", title: str = "") -> NamedInRoles:
    """Read everybody to whom a note gives a role; its path and title may tell that it is a session."""
    claims: list[Claim] = []
    others: list[NamedPerson] = []
    unnamed: list[Unnamed] = []
    for here in blocks_in_context(blocks, path, title):
        claimed = _read_block(here)
        claims += claimed
        others += read_roles(here)
        # The home page says how sessions go on, and tells of none.
        if not claimed and not is_home(path):
            unnamed += _unnamed(here)
    byline = read_byline(blocks, path)
    claimed_blocks = {claim.block for claim in claims}
    if byline is not None and byline.block not in claimed_blocks:
        claims.insert(0, byline)
    confirmed = confirm_names(claims)
    return NamedInRoles(list(without_told_again(confirmed)), others, unnamed)


def _unnamed(here: BlockInContext) -> Iterator[Unnamed]:
    topic = read_unnamed(here)
    if topic is not None:
        yield Unnamed(here.index, topic, here.session_level)


def _read_block(here: BlockInContext) -> list[Claim]:
    if not here.announces and not here.in_session:
        return []
    for recogniser in RECOGNISERS:
        claims = list(recogniser.read(here))
        if claims:
            return [_placed(claim, here) for claim in claims]
    return []


def _placed(claim: Claim, here: BlockInContext) -> Claim:
    """A claim with the session in which it stands, and the date with which its line begins."""
    written_date = claim.written_date
    if not written_date:
        written_date = _date_of(here.block) or _date_of_lead(here)
    return replace(
        claim,
        session_level=here.session_level,
        written_date=written_date,
    )


def _date_of(block: Block) -> str:
    """The date with which a block begins, as written."""
    match = _DATE.match(block.first_row)
    return match[1] if match else ""


def _date_of_lead(here: BlockInContext) -> str:
    """What leads a list, where it says no more than when its topics were presented."""
    lead = here.parent
    if lead is None:
        return ""
    match = _DATED_LEAD.match(lead.first_row)
    return match["when"] if match else ""
