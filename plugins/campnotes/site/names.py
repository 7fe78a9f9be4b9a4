"""What a note is called where its place is told beside it."""

from __future__ import annotations

from campnotes.linking.model import TITLE_JOINT, Note
from campnotes.linking.titles import BY_PLACE


def name_in_day(note: Note) -> str:
    """What a note is called where its day is told beside it: 「Peersession · 팀 구성」."""
    if note.title_origin.rule == BY_PLACE and note.topic is not None:
        return note.topic
    if not tells_place(note):
        return note.full_title
    _, _, name = note.full_title.partition(TITLE_JOINT)
    return name


def name_below(note: Note, title: str) -> str:
    """What a note is called below a title: 「싱글톤」 for 「1주차 · 싱글톤」 below 「1주차」."""
    name = name_in_day(note)
    return name.removeprefix(f"{title}{TITLE_JOINT}")


def tells_place(note: Note) -> bool:
    """Whether a note's title is its place's name with more behind it: 「1일차 · Peersession」."""
    rule = note.title_origin.rule
    if not rule.startswith(f"{BY_PLACE}+"):
        return False
    return TITLE_JOINT in note.own_title
