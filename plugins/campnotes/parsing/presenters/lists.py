"""A label alone, with a list of nothing but names below it."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.parsing.blocks import Block
from campnotes.parsing.names import is_plausible_name
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.labels import BARE_LABEL, is_bare_label
from campnotes.parsing.presenters.naming import name_people, named_by

LIST = Form(
    pattern=BARE_LABEL,
    example="발표자\n- 윤서진\n- 가온님",
    counter_example="발표자\n- 윤서진\n- 다음 주에 정한다",
    sure=True,
)
FORMS = (LIST,)


def read_list_below_label(here: BlockInContext) -> Iterator[Claim]:
    """Read `발표자` alone, with a list of nothing but names below it."""
    if not is_bare_label(here.block.text):
        return
    people: list[NamedPerson] = []
    for item in _list_below(here):
        named = tuple(name_people(item.text.strip(), item.line, is_name=is_plausible_name))
        if not named:
            return
        people += named
    if people:
        yield Claim(here.index, tuple(named_by(LIST, people)))


def _list_below(here: BlockInContext) -> Iterator[Block]:
    for index in range(here.index + 1, len(here.blocks)):
        block = here.blocks[index]
        if not block.leads or block.depth <= here.block.depth:
            return
        yield block


def is_in_list_below_label(here: BlockInContext) -> bool:
    """Whether a block stands in such a list, which is read with its label."""
    if not here.block.depth or here.outside is None:
        return False
    return is_bare_label(here.outside.text)
