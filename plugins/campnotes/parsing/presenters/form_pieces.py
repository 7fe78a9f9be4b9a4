"""The pieces of which the forms of topics are made: names, dashes, and who announces somebody."""

from __future__ import annotations

import re

from campnotes.parsing.names import EAST_ASIAN_HONORIFIC, HONORIFIC
from campnotes.patterns import regex

# What the words in capitals stand for in the patterns of forms.
_PIECES = {
    "NAMES": r"(?P<names>[^()（）\[\]:：]{2,60}?)",
    "ONE_NAME": (
        r"(?P<names>(?:KOREAN(?:\s?[,·/&]\s?KOREAN){0,4}(?:\s?\([가-힣A-Za-z]{2,12}\))?|"
        r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|@[\w.\-]{2,39}(?:\s?EAST)?|[\u4e00-\u9fff\u3041-\u30ffー]{2,6}(?:EAST)?|"
        r"[\u4e00-\u9fff々]{1,3}[ \u3000][\u4e00-\u9fff々\u3041-\u30ff]{1,4}))"
    ),
    "HAN_NAME": r"[\u3041-\u30ff\u4e00-\u9fff々]{2,6}(?:[ \u3000][\u3041-\u30ff\u4e00-\u9fff々]{1,4})?",
    "KOREAN": r"[가-힣]{2,4}(?:\s*캠퍼)?(?:\s*HONORIFIC|\s*씨)?",
    "ANNOUNCED": r"(?P<announced>발표자?\s*[:：\-]?\s*|by\s+|presenter\s*:\s*|presented\s+by\s+|"
    r"(?:担当者?|発表者?|分享人?|主讲人?|报告人?|汇报人?|导读人?|導讀人?)\s*[:：]\s*)?",
    # A colon or bar, a dash or slash between spaces, or a long dash.
    "DASH": r"\s*(?:[:：|｜]|(?<=\s)[-–—/)](?=\s)|[–—]{1,2})\s*",
    # Behind "somebody's presentation": its topic, or nothing that tells more.
    "TOPIC_BEHIND": r"(?:\s*[:：\-–—]\s*(?P<topic>.+)|\s*(?:내용|정리|자료)?)",
    # What is done with a topic before others, at the end of a line.
    "PRESENTED": (
        r"(?:발표|리뷰|설명|review|presentation)(?:\s*(?:내용|자료|진행|완료|함|하심|해\s?주심|해\s?주셨다|했다|했음))?"
    ),
    "HONORIFIC": HONORIFIC,
    "EAST": EAST_ASIAN_HONORIFIC,
}


def compile_form(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile the pattern of a form, in which words in capitals stand for pieces that recur."""
    for word, piece in _PIECES.items():
        pattern = pattern.replace(word, piece)
    return regex(pattern, flags)
