"""In which of the forms a title may name somebody, by where it stands and by its letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.presenters.claims import Form
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.east_asian_forms import HANDLE_ALONE, NAME_AND_TRADE
from campnotes.parsing.presenters.purposes import Purpose
from campnotes.parsing.presenters.title_forms import (
    ACCOUNT_BEHIND,
    BEFORE_ACCOUNT,
    EAST_ASIAN,
    EXPLAINED,
    FORMS,
    NAME_ALONE,
    NAME_BEHIND,
    NAME_IN_BRACKETS,
    NAME_WITH_ACCOUNT,
    SENTENCE,
    SIGNED,
    TOLD,
    TOLD_IN_CHINESE,
    TOPIC_AT_NAME,
    TOPIC_IN_BRACKETS,
    WITH_ACCOUNT,
    WITH_HONORIFIC,
)
from campnotes.patterns import regex

DEEPEST = 3  # list that holds topics

_BESIDE_ACCOUNTS = (HANDLE_ALONE, WITH_ACCOUNT, BEFORE_ACCOUNT, NAME_WITH_ACCOUNT, ACCOUNT_BEHIND)
_IN_EAST_ASIAN = (*EAST_ASIAN, NAME_BEHIND)
# With the brackets that stand around titles there.
_EAST_ASIAN_LETTERS = regex("[\u3008-\u3011\u3041-\u30ff\u4e00-\u9fff]")


class FormsOfPlace(Struct, frozen=True):
    """The forms of a place, sorted out once by the letters that a text must have for them.

    `plain` are those that need no account, `other` those that need neither Han characters nor kana.
    """

    all: Sequence[Form]
    other: Sequence[Form]
    plain: Sequence[Form]
    plain_other: Sequence[Form]

    def fitting(self, text: str) -> Sequence[Form]:
        """Those of the forms for which a text has the letters."""
        has_account = "@" in text or "＠" in text
        if not text.isascii() and _EAST_ASIAN_LETTERS.search(text):
            return self.all if has_account else self.plain
        return self.other if has_account else self.plain_other


def forms_at(here: BlockInContext) -> FormsOfPlace | None:
    """The forms in which a block may name somebody where it stands."""
    if not here.in_session or here.purpose is Purpose.PLANNING:
        return None
    block = here.block
    if here.purpose is Purpose.TALKING:
        return _SURE if block.is_title or block.leads else None
    if block.is_title:
        return _ALL
    if not block.depth and block.kind is BlockKind.PARAGRAPH:
        return _IN_PARAGRAPHS
    depth = block.depth - here.session_depth
    if not block.leads or depth > DEEPEST:
        return None
    if here.purpose is Purpose.PRESENTING:
        return _ALL
    # In a list of which nothing tells what it is for, a name alone says little.
    return _IN_LISTS if depth == 1 else None


def _sorted_out(forms: Iterable[Form]) -> FormsOfPlace:
    every = tuple(forms)
    other = _without(_IN_EAST_ASIAN, every)
    plain = _without(_BESIDE_ACCOUNTS, every)
    plain_other = _without(_BESIDE_ACCOUNTS, other)
    return FormsOfPlace(
        all=every,
        other=other,
        plain=plain,
        plain_other=plain_other,
    )


def _without(left_out: Sequence[Form], forms: Sequence[Form]) -> tuple[Form, ...]:
    kept = [form for form in forms if form not in left_out]
    return tuple(kept)


_ALL = _sorted_out(form for form in FORMS if form is not HANDLE_ALONE)
# Where everybody talks, sentences may tell of another day.
_SURE = _sorted_out(form for form in FORMS if form.sure and form not in {SENTENCE, TOLD})
_NO_ITEMS = (
    HANDLE_ALONE,
    NAME_ALONE,
    NAME_AND_TRADE,
    NAME_IN_BRACKETS,
    ACCOUNT_BEHIND,
    NAME_BEHIND,
    TOPIC_IN_BRACKETS,
)
_IN_LISTS = _sorted_out(form for form in FORMS if form not in _NO_ITEMS)
# Sentences are no titles, but one that says outright what was done is read outside of lists, too.
_IN_PARAGRAPHS = _sorted_out(
    (
        SENTENCE,
        EXPLAINED,
        WITH_ACCOUNT,
        TOLD_IN_CHINESE,
        SIGNED,
        TOPIC_AT_NAME,
        HANDLE_ALONE,
        WITH_HONORIFIC,
    )
)
