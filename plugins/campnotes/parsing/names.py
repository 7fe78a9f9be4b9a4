"""Recognise people's names as notes write them: 전준영, 준영님, `우창`, Minji Kim, @owner."""

from __future__ import annotations

import re

# The most frequent surnames of the 2015 census (Statistics Korea); together over 99 % of people.
_COMMON_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공"
)
_SURNAMES = _COMMON_SURNAMES | frozenset(
    "현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉사부태빈피범승간상갈음어두복"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")
# Syllables that end nouns of our trade and hardly ever a given name: 정확도, 최소값, 신경망.
_NO_LAST_SYLLABLE = frozenset("도법률율론량값망층치적들급점즘별답팀조록글함편집")
_NOT_NAMES = frozenset(
    "정규화 정수화 정형화 정의역 이미지 이상치 이산화 이진화 임베딩 인코더 인코딩 전처리 전이학 전체화 최적화 최대화 "
    "최소화 모델링 모듈화 문제점 문법적 문서화 변수명 변환기 유사성 유효성 강화학 강의록 강의실 고도화 고유성 구조화 "
    "구현력 도커화 도메인 독립성 마크업 명령어 백엔드 백업용 백트래킹 서비스 서버용 서블릿 선형성 성능비 소프트 손실형 "
    "신경망 신뢰성 안정성 양방향 양자화 연관성 연산자 예외성 오류형 원격지 원자성 유니온 유니티 인덱싱 인덱스 일관성 "
    "자동화 장단점 조건문 조사용 주성분 주의력 지도학 지속성 지역성 진행형 차원화 추상화 추천형 표준화 하둡용 한계성 "
    "함수형 현재형 현행화 회귀식 효율성 가독성 가용성 가상화 가중치 공부법 공유용 공통점 기본형 기울기 김치찌 동기화 "
    "동시성 멱등성 무결성 반복문 반응형 배포용 병렬화 복잡성 비동기 상태성 상호성 성공적 시각화 실습용 연습장 우선순 "
    "유연성 이벤트 이터널 이해도 인터뷰 인증용 자료형 전역화 정답률 정리본 제어문 조인문 조회수 주의점 중요성 지연성 "
    "직렬화 진입점 차이점 참고용 캡슐화 컨테이 타입형 통합형 트리형 파이썬 패키징 편향성 포인터 표현식 프론트 하이퍼 "
    "한국어 한글화 함께해 해시맵 호환성 확장성 활성화 회의록 오늘의 내일의 어제의 우리의 전체의 고객사 담당자 참여자 "
    "발표자 발제자 진행자 사회자 작성자 관리자 사용자 개발자 참석자 마지막 이번주 지난주 다음주 전반부 후반부 이론적 "
    "마무리 주요점 안드로 하나로 공지사 이력서 문자열 배열식 제네릭 제너럴 유튜브 구글링 노드형 오픈북 오버핏 우분투 "
    "서포트 선택지 조합형 고정형 유형별 전용선 추가로 진도표 권장형 황금률 양식지 노이즈 하드웨 방법론 공백형".split()
)
# Given names by which a Latin name is told from other words in capitals: Alice Kim, Binary Search.
_GIVEN_NAMES = frozenset(
    "aaron adam alan alex alice amanda amy andrea andrew anna anne anthony ashley barbara ben benjamin bob brandon "
    "brian carl carlos carol caroline catherine charles charlie charlotte chris christina christine christopher claire "
    "daniel david dan diana diego donald dylan edward elena elizabeth ella emily emma eric erik ethan eva evan felix "
    "fiona frank gary george grace greg hannah harry helen henry ian isaac isabella ivan jack jacob jake james jamie jane "
    "jason jean jeff jen jennifer jenny jeremy jessica jim joan joe joel john jonathan jordan jose joseph josh joshua "
    "juan julia julie justin karen kate katherine kathy katie keith kelly ken kenneth kevin kim kyle larry laura lauren "
    "leo lena liam lily linda lisa logan louis lucas lucy luis luke mandy marco margaret maria marie mark martin mary "
    "matt matthew max megan melissa mia michael michelle miguel mike monica nancy natalie nathan nick nicholas nicole "
    "nina noah nora oliver olivia oscar pablo patricia patrick paul paula pedro peter phil philip priya rachel raj ralph "
    "ravi rebecca richard rob robert robin roger ron rosa rose ruth ryan sam samantha samuel sandra sara sarah scott sean "
    "sergio sharon simon sofia sophia sophie stephanie stephen steve steven susan tara thomas tim timothy tina todd tom "
    "tony tyler victor victoria vincent walter wei will william yuki zoe".split()
)
_ROMAN_SURNAMES = frozenset(
    "kim lee yi park pak bak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim im han oh seo suh shin sin "
    "kwon hwang ahn an song ryu yoo yu hong jeon jun ko koh moon yang son bae baek baik heo hur nam sim shim noh roh ha "
    "kwak sung cha joo woo koo min jin".split()
)
_HONORIFIC = re.compile(
    r"\s*(?:님들?|씨|캠퍼|멘토|튜터|학우|팀원|교수|강사|박사|대표|마스터|조교)(?:님)?(?:이|께서|께서는|은|는|의)?$"
)
_KOREAN = re.compile(r"^[가-힣]{2,5}$")
_LATIN = re.compile(r"^@?[A-Za-z][A-Za-z0-9_.'\-]*(?: [A-Z][A-Za-z.'\-]*){0,3}$")
_CAMPER_ID = re.compile(r"^[A-Z]?\d{3,5}[_\-\s]|[_\-\s(]?[A-Z]\d{3,5}\)?$")
_NOBODY = frozenset(
    "없음 전원 모두 다같이 다함께 미정 팀원 팀원들 조원 본인 나 저 우리 전체 각자 공통 모름 랜덤 생략 "
    "자유 발표 발표자 질문 토론 내용 정리 주제 이름 팀 조 강의 과제 회고 논의 공유 복습 휴가 결석 부재 "
    "none nobody all everyone everybody me myself team tbd tba n/a na 기타 사회자 진행 해당없음 "
    "누군가 아무나 선생 강사 멘토 튜터 조교 마스터 참석자 전체발표 다음주 오늘 내일 어제 링크 자료 참고 "
    "topic title name presenter speaker the no yes".split()
)
_SEPARATORS = re.compile(
    r"\s*(?:[,，、/|·ㆍ&+]|(?<=\s)(?:and|및|과|와)(?=\s)|(?<=[가-힣]{2}님)[과와]\s)\s*"
)
_MARKS = "`'\"“”‘’*_~[]{}<>「」『』:：.·-– "


def clean_name(raw: str) -> str:
    """A name without quotes, honorific, camper number and brackets."""
    name = raw.strip().strip(_MARKS)
    name = re.sub(r"\s*[(（\[].*?[)）\]]?\s*$", "", name).strip()
    name = _CAMPER_ID.sub("", name).strip()
    name = _HONORIFIC.sub("", name).strip()
    return name.removeprefix("@").strip(_MARKS)


def has_honorific(raw: str) -> bool:
    """Whether a name is written with 님 or the like."""
    return _HONORIFIC.search(raw.strip().strip(_MARKS)) is not None


def is_full_korean_name(name: str) -> bool:
    """Whether it is a surname with a given name, as far as can be told: 전준영, 남궁민수."""
    if not _KOREAN.match(name) or name in _NOBODY or name in _NOT_NAMES:
        return False
    if name.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(name) <= 4
    return len(name) in {2, 3} and name[0] in _SURNAMES


def is_likely_korean_name(name: str) -> bool:
    """Whether it is so much like a full name that it can hardly be another word."""
    common = name[:1] in _COMMON_SURNAMES or name.startswith(_DOUBLE_SURNAMES)
    return (
        is_full_korean_name(name)
        and len(name) >= 3
        and common
        and name[-1] not in _NO_LAST_SYLLABLE
    )


def is_likely_latin_name(name: str) -> bool:
    """Whether words in capitals are a person's: by the given name, or by a Korean surname."""
    words = name.lower().split()
    if not words or _LATIN.match(name) is None or name != name.title().replace("’S", "’s"):
        return False
    return words[0] in _GIVEN_NAMES or (
        len(words) == 2 and bool(_ROMAN_SURNAMES & {words[0], words[-1]})
    )


def is_plausible_name(raw: str) -> bool:
    """Whether it can be a name where a label has announced one (`발표자: …`)."""
    name = clean_name(raw)
    if not name or name.lower() in _NOBODY:
        return False
    if _KOREAN.match(name):
        return len(name) <= 4 or name.startswith(_DOUBLE_SURNAMES)
    return _LATIN.match(name) is not None and len(name) <= 40


def is_likely_name(name: str) -> bool:
    """Whether it is so much like a name, Korean or Latin, that it can hardly be another word."""
    return is_likely_korean_name(name) or is_likely_latin_name(name)


def is_certain_name(raw: str) -> bool:
    """Whether it is a name even where no label announces one: 전준영, 준영님, Minji Kim."""
    if not is_plausible_name(raw):
        return False
    name = clean_name(raw)
    if _KOREAN.match(name):
        return has_honorific(raw) or is_likely_korean_name(name)
    return is_likely_latin_name(name) or raw.strip(" `*_(").startswith("@")


def split_names(text: str) -> list[str]:
    """The names in an enumeration (`전준영, 우창님 / Minji Kim`), as written."""
    return [part for part in _SEPARATORS.split(text.strip()) if part.strip()]
