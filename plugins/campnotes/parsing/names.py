"""Recognise people's names as notes write them: 전준영, 준영님, `우창`, Minji Kim, @owner."""

from __future__ import annotations

import re

# The most frequent surnames of the 2015 census (Statistics Korea); together over 99 % of people.
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채"
    "원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉사부태빈"
    "피범승간상갈음어두복목형감동온호점팽"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")
_HONORIFIC = re.compile(
    r"\s*(?:님들?|씨|군|양|캠퍼|멘토|튜터|학우|형|누나|언니|오빠|팀원)(?:님)?(?:이|께서|께서는|은|는|의)?$"
)
_KOREAN = re.compile(r"^[가-힣]{2,5}$")
_LATIN = re.compile(r"^@?[A-Za-z][A-Za-z.'\-]*(?: [A-Z][A-Za-z.'\-]*){0,3}$")
_LATIN_NAME = re.compile(r"^[A-Z][a-z'\-]+(?: [A-Z][A-Za-z.'\-]*){1,3}$")
_CAMPER_ID = re.compile(r"^[TJSK]?\d{3,5}[_\-\s]|[_\-\s(]?[TJSK]\d{3,5}\)?$")
_NOBODY = frozenset(
    "없음 전원 모두 다같이 다함께 미정 팀원 팀원들 조원 본인 나 저 우리 전체 각자 공통 모름 랜덤 생략 "
    "자유 발표 발표자 질문 토론 내용 정리 주제 이름 팀 조 강의 과제 회고 논의 공유 복습 휴가 결석 부재 "
    "none nobody all everyone everybody me myself team tbd tba n/a na 기타 사회자 진행 해당없음 "
    "누군가 아무나 선생 강사 멘토 튜터 조교 마스터 참석자 전체발표 다음주 오늘 내일 어제".split()
)
_SEPARATORS = re.compile(
    r"\s*(?:[,，、/|·ㆍ&+]|(?<=\s)(?:and|및|과|와)(?=\s)|(?<=[가-힣]{2}님)[과와]\s)\s*"
)


def clean_name(raw: str) -> str:
    """A name without quotes, honorific, camper number and brackets."""
    name = raw.strip().strip("`'\"“”‘’*_~[]{}<>「」『』:：.·-").strip()
    name = re.sub(r"\s*[(（].*?[)）]\s*$", "", name).strip()
    name = _CAMPER_ID.sub("", name).strip()
    name = _HONORIFIC.sub("", name).strip()
    return name.removeprefix("@").strip("`*_ ")


def has_honorific(raw: str) -> bool:
    """Whether a name is written with 님 or the like."""
    return _HONORIFIC.search(raw.strip().strip("`*_ ")) is not None


def is_full_korean_name(name: str) -> bool:
    """Whether it is a surname with a given name, as far as can be told: 전준영, 남궁민수."""
    if not _KOREAN.match(name) or name in _NOBODY:
        return False
    if name.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(name) <= 4
    return len(name) in {2, 3, 4} and name[0] in _SURNAMES


def is_plausible_name(name: str) -> bool:
    """Whether it can be a name where a label has announced one (`발표자: …`)."""
    if not name or name.lower() in _NOBODY:
        return False
    if _KOREAN.match(name):
        return len(name) <= 4 or name.startswith(_DOUBLE_SURNAMES)
    return _LATIN.match(name) is not None and len(name) <= 40


def is_certain_name(raw: str) -> bool:
    """Whether it is a name even where no label announces one: 전준영, 준영님, Minji Kim."""
    name = clean_name(raw)
    if not is_plausible_name(name):
        return False
    if _KOREAN.match(name):
        return has_honorific(raw) or (len(name) == 3 and is_full_korean_name(name))
    return _LATIN_NAME.match(name) is not None or raw.strip(" `*_(").startswith("@")


def split_names(text: str) -> list[str]:
    """The names in an enumeration (`전준영, 우창님 / Minji Kim`), as written."""
    return [part for part in _SEPARATORS.split(text.strip()) if part.strip()]
