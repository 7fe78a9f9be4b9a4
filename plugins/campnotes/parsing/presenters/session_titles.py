"""By which titles, paths and lines a session is known: `## 피어세션`, `회의록/1.md`, 技术沙龙."""

from __future__ import annotations

import re

from campnotes.parsing.presenters.announcing import MAX_LENGTH, is_east_asian
from campnotes.patterns import regex

_KOREAN = r"피어\s*(?:세션|리뷰|섹션)|스터디|발표|세미나|(?:팀|조별)\s*(?:회의|미팅|세션|활동)"
_ENGLISH = (
    r"peer[\s_-]*(?:session|review|meeting|learning)?\b|study\s*(?:group|session)|seminar|"
    r"\bpresentations?\b|team\s*(?:session|meeting)|tech\s*talk|lighte?n?ing\s*talk|"
    r"reading\s*(?:group|circle|club)|book\s*club|group[\s_-]*meeting|journal\s*club|paper\s*(?:reading|sharing)|"
    r"meetup\b.{0,20}\b(?:report|レポート)"
)
_JAPANESE = (
    r"輪読|輪講|発表|勉強会|読書会|読み会|読む会|論文紹介|抄読|雑誌会|共有会|ビブリオバトル|ミートアップ|"
    r"報告会|ゼミ|セミナー|シンポジウム|登壇|講演(?!者)|"
    r"ライトニングトーク|LT会|LT大会|^\W*LT\W*$"
)
_CHINESE = (
    r"沙龙|峰会|技术大会|开发者大会|共读|共讀|论文阅读|报告会|分享|读书会|讀書會|组会|組會|讨论班|研讨|"
    r"(?:文献|论文)(?:汇报|阅读)|交流会|汇报会|讲座"
)
_SESSION = regex(f"{_KOREAN}|{_ENGLISH}|{_JAPANESE}|{_CHINESE}", re.IGNORECASE)
# In a title that is in Japanese or Chinese for the rest: Rust Meetup 北京站.
_MEETUP = regex(r"meet-?up", re.IGNORECASE)
_ALL_SESSIONS = regex(
    r"(?:历次|歷次|往期|历届|歷屆|过往|每[两二]?[周月]|定期|これまでの|歴代の|各回の|隔週|毎[週月])"
    r".{0,12}"
    r"(?:分享|报告|讲解|组会|沙龙|讨论班|reading group|輪読|発表|勉強会|読書会)",
    re.IGNORECASE,
)
# Titles of what is told of the notebook itself.
_ABOUT = regex(r"组织方式|说明|介绍|简介|关于|规则|概要|について|about|readme", re.IGNORECASE)
# A list item that is a session's title, and nothing more.
_SESSION_ITEM = regex(
    r"^[\W_]*(?:(?:스페셜\s*)?(?:피어\s*(?:세션|리뷰)|peer[\s_-]*(?:session|review)|논문\s*스터디|스터디))"
    r"[\W_]*$",
    re.IGNORECASE,
)
# Folders and files that hold nothing but sessions.
_SESSION_PATH = regex(
    r"(?:^|/)[^/]{0,40}(?:peer[\s_-]*(?:session|meeting|review|learning)|피어[\s_-]*(?:세션|리뷰)|"
    r"회의록|議事録|会议记录|minutes|seminar|세미나|輪読)[^/]{0,40}(?:/|\.md$)",
    re.IGNORECASE,
)


def is_session_title(text: str) -> bool:
    """Whether a session begins with a title: `## 피어세션`, 技术沙龙."""
    if _SESSION.search(text):
        return True
    return is_east_asian(text) and _MEETUP.search(text) is not None


def is_session_item(text: str) -> bool:
    """Whether a list's item is a session's title, and nothing more: `- 피어세션`."""
    return _SESSION_ITEM.match(text) is not None


def is_session_path(path: str) -> bool:
    """Whether a note at a path is all of a session: `회의록/1.md`."""
    return _SESSION_PATH.search(path) is not None


def tells_all_sessions(text: str) -> bool:
    """Whether a line says that all sessions follow: 这里展示了历次组会的资料."""
    return _ALL_SESSIONS.search(text, 0, MAX_LENGTH) is not None


def is_about_notebook(title: str) -> bool:
    """Whether what stands below a title is told of the notebook itself: 文件的组织方式."""
    return _ABOUT.search(title) is not None
