"""Presentations of which a session tells, but not who gave them: 「- 6강 강의 발표」.

It takes more than for one that names somebody. What is told has to stand in a session, for nothing
that is yet to come, and be

- an item that says no more than what was presented: 「논문 발표」,
- a review or study group that says of what, or below which that stands: 「논문 스터디 : EfficientNet」,
- an item with more below it, in a part for reviews: 「AlexNet」 below 「### 모델 리뷰」,
- or a sentence that begins by saying that it took place: 「논문 리뷰를 진행하였다.」
"""

from __future__ import annotations

import re

from campnotes.parsing.blocks import has_list_below
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.reports import is_asking, is_chore, is_report
from campnotes.patterns import regex

LONGEST_ITEM = 60  # characters
_SHORT = 40  # characters of what is presented
_PAPER = "논문"

_PRESENTED = regex(rf"^(?P<topic>[^:：()（）]{{2,{_SHORT}}}\s(?:발표|발제))\s*$")
_REVIEWED = regex(
    r"^(?P<of>(?:[^\s:：()（）]{1,12}\s){0,2}(?:논문|면접|질문|과제|강의|paper)\s?"
    r"(?:스터디|리뷰|review|study))\s*$",
    re.IGNORECASE,
)
# Code may be reviewed with tools: 「코드 리뷰 : GitHub」.
_REVIEWED_OF = regex(
    r"^(?:[^\s:：()（）]{1,12}\s){0,2}(?:논문|면접|강의|paper)\s?(?:스터디|리뷰|review|study)"
    r"\s*[:：]\s*(?P<topic>\S.*)$",
    re.IGNORECASE,
)
_REVIEWS = regex(r"(?:과제|모델|논문|강의)\s*(?:리뷰|발표)\W*$", re.IGNORECASE)
_TOOK_PLACE = regex(
    r"^(?:[^.。]{0,20}\s)?(?P<topic>논문\s?(?:리뷰|발표)(?:\s?스터디)?)(?:가|이|를|을)\s"
    r"(?:시작|진행)(?:되었|됐|하였|했)다"
)


def read_unnamed(here: BlockInContext) -> str | None:
    """The topic of a presentation whose presenter isn't told, if a block in its context is one."""
    if not here.in_session or here.purpose is Purpose.PLANNING:
        return None
    block = here.block
    if block.leads:
        is_short = len(block.text) <= LONGEST_ITEM
        return _read_item(block.first_row, here) if is_short else None
    # Most of what is told in a session is no review of a paper.
    if block.depth or _PAPER not in block.text[:LONGEST_ITEM]:
        return None
    row = block.first_row
    match = _TOOK_PLACE.match(row)
    return match["topic"] if match and not is_planned(row) else None


def _read_item(row: str, here: BlockInContext) -> str | None:
    topic = _topic_of_item(row, here)
    if topic is None or is_planned(row) or is_chore(row) or is_asking(row):
        return None
    return topic


def _topic_of_item(row: str, here: BlockInContext) -> str | None:
    presented = _PRESENTED.match(row)
    if presented is not None:
        return presented["topic"]
    reviewed = _REVIEWED_OF.match(row)
    if reviewed is not None:
        return None if is_report(reviewed["topic"]) else reviewed["topic"]
    if not has_list_below(here.blocks, here.index):
        return None
    if _is_yet_to_be_done(here):
        return None
    is_reviewed = _REVIEWED.match(row) is not None
    is_part = here.block.depth == 1 and _REVIEWS.search(here.part) is not None
    if is_reviewed or (is_part and not is_report(row)):
        return row
    return None


def _is_yet_to_be_done(here: BlockInContext) -> bool:
    """Whether the first item below says until when something is to be done: 「3/4까지 각자 준비」."""
    behind = here.index + 1
    if behind >= len(here.blocks):
        return False
    below = here.blocks[behind]
    if not below.is_inside(here.block.items):
        return False
    return is_planned(below.first_row)
