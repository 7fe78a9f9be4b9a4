"""Labelled queries for any notebook, made as those of ../shared/bench/search/queries.json are.

A page answers a query if it holds its base as a string: with grade 3 where a heading does, 2 where the
page holds it three times, and 1 otherwise. Bases are nouns and names that the analyser finds, and whose
string stands on no other page; `ambig` has the others. What the labels take for right is literal: they
know no synonyms, and a heading of a whole sentence counts as much as one of a word.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

from kiwipiepy import Kiwi

from campnotes.search.words import initials

SIZES = {  # queries of each category
    "noun": 14, "noun_josa": 14, "pred": 7, "cmp_spaced": 7, "cmp_joined": 7, "mid": 7, "en_bare": 10,
    "en_josa": 7, "ko_en": 10, "typo": 8, "chosung": 7, "week": 4, "multi": 8, "en_ctrl": 7, "ambig": 6,
}  # fmt: skip
MOST_ASKED = 12  # second words that are tried for a query of several
# Behind a consonant, and behind a vowel.
PARTICLES = (
    "은 이 을 으로 에서 까지 만 의 에 과 부터 에서만 이나".split(),
    "는 가 를 로 에서 까지 만 의 에 와 부터 에선 나".split(),
)
ENDINGS = "합니다 하는 함 한다 할 했다 하고 하여 해서 하기 하면 된다 되는 하려면".split()
SPELLINGS = dict(
    pair.split() for pair in (
        "서버 server|쿼리 query|인덱스 index|프로세스 process|스레드 thread|캐시 cache|이벤트 event|스택 stack|"
        "트리 tree|그래프 graph|노드 node|알고리즘 algorithm|배치 batch|토큰 token|네트워크 network|메모리 memory|"
        "마스크 mask|벡터 vector|클래스 class|모듈 module|소프트맥스 softmax|블록 block|모델 model|데이터 data|"
        "레이어 layer|인코더 encoder|디코더 decoder|어텐션 attention|트랜스포머 transformer|임베딩 embedding|"
        "파라미터 parameter|텐서 tensor|이미지 image|필터 filter|채널 channel|패딩 padding|드롭아웃 dropout|"
        "시퀀스 sequence|라이브러리 library|프레임워크 framework|패키지 package|프로젝트 project|브랜치 branch|"
        "커밋 commit|컨테이너 container|파이프라인 pipeline|파이썬 python|자바 java|인터페이스 interface|"
        "메서드 method|인스턴스 instance|리스트 list|튜플 tuple|버퍼 buffer|소켓 socket|패킷 packet|쿠키 cookie|"
        "세션 session|브라우저 browser|템플릿 template|콜백 callback|클로저 closure|테스트 test|테이블 table|"
        "컬럼 column|도메인 domain|서비스 service|프록시 proxy|샘플링 sampling|파일 file|시스템 system|버전 version"
    ).split("|")
)  # fmt: skip

_TAG = re.compile(r"<[^>]+>")
_HANGUL = re.compile(r"[가-힣]{2,}")
_LATIN = re.compile(r"[a-z]{2,}")
_WEEK = re.compile(r"week0*(\d+)/.", re.IGNORECASE)
Counting = Callable[[str], int]
Labelled = tuple[str, Mapping[str, int]]  # a query and the grades of the pages that answer it


@dataclass(frozen=True)
class Texts:
    """What the theme's own index has of a notebook: titles and texts of sections by page."""

    sections: Mapping[str, Sequence[tuple[str, str]]]

    @classmethod
    def of(cls, site: Path) -> Texts:
        """Read them from a site that was built with the theme's own search."""
        docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
        sections: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for doc in docs:
            sections[doc["location"].split("#")[0]].append(
                (_plain(doc["title"]), _plain(doc["text"]))
            )
        return cls(sections)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        return {page: "\n".join(map("\n".join, parts)) for page, parts in self.sections.items()}

    @cached_property
    def nouns(self) -> Mapping[str, set[str]]:
        """The pages that have each noun, as the analyser reads them."""
        found: dict[str, set[str]] = defaultdict(set)
        for page, tokens in zip(self.pages, Kiwi().tokenize(self.pages.values()), strict=True):
            for token in tokens:
                if token.tag in {"NNG", "NNP"} and _HANGUL.fullmatch(token.form):
                    found[token.form].add(page)
        return found

    def holding(self, word: str) -> set[str]:
        return {page for page, text in self.pages.items() if word in text}

    def grade(self, count: Counting) -> dict[str, int]:
        """The grades of the pages on which something is counted."""
        grades = {}
        for page, parts in self.sections.items():
            often = count(self.pages[page])
            if often:
                grades[page] = (
                    3 if any(count(title) for title, _ in parts) else 2 if often > 2 else 1
                )
        return grades


def make_queries(texts: Texts, seed: str) -> list[dict[str, Any]]:
    """The queries, by category as many as in `SIZES` where the notebook has them."""
    own = random.Random(seed)
    clear = [w for w, pages in sorted(texts.nouns.items()) if _is_clear(texts, w, pages)]
    made: dict[str, Iterable[Labelled]] = {
        **_nouns(texts, clear, own), **_compounds(texts, own), **_english(texts, own),
        **_slips(texts, clear, own), "ko_en": _spellings(texts, own), "week": _weeks(texts, own),
        "multi": _several(texts, clear, own), "ambig": _ambiguous(texts, own),
    }  # fmt: skip
    return [
        {"id": f"{category}-{number}", "cat": category, "q": query, "rel": grades}
        for category, size in SIZES.items()
        for number, (query, grades) in zip(range(size), made[category], strict=False)
    ]


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split()).lower()


def _is_clear(texts: Texts, word: str, pages: set[str]) -> bool:
    most = max(14, len(texts.pages) // 4)
    return 2 < len(pages) <= most and pages == texts.holding(word)


def _mixed(words: Iterable[str], own: random.Random) -> list[str]:
    mixed = sorted(words)
    own.shuffle(mixed)
    return mixed


def _string(texts: Texts, word: str) -> Mapping[str, int]:
    return texts.grade(lambda text: text.count(word))


def _nouns(
    texts: Texts, clear: Sequence[str], own: random.Random
) -> Mapping[str, Iterator[Labelled]]:
    def inside(word: str) -> bool:
        return any(re.search(f"[가-힣]{word}", text) for text in texts.pages.values())

    def is_done(word: str) -> bool:  # a verb is made of it
        return any(f"{word}{form}" in t for t in texts.pages.values() for form in "하한할했함해")

    return {
        "noun": ((w, _string(texts, w)) for w in _mixed(clear, own)),
        "noun_josa": ((w + own.choice(PARTICLES[_is_open(w)]), _string(texts, w)) for w in _mixed(clear, own)),
        "pred": ((w + own.choice(ENDINGS), _string(texts, w)) for w in _mixed(filter(is_done, clear), own)),
        "mid": ((w, _string(texts, w)) for w in _mixed(filter(inside, clear), own)),
    }  # fmt: skip


def _is_open(word: str) -> bool:
    """Whether a word ends in a vowel (Unicode 15, 3.12)."""
    return (ord(word[-1]) - 0xAC00) % 28 == 0


def _compounds(texts: Texts, own: random.Random) -> Mapping[str, Iterator[Labelled]]:
    """Two nouns that stand together, apart and as one word."""
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts.pages.values():
        for some, other in re.findall(
            r"(?<![가-힣])(?=([가-힣]{2,}) ([가-힣]{2,})(?![가-힣]))", text
        ):
            if some in texts.nouns and other in texts.nouns:
                pairs[some, other] += 1
    words = {f"{a}{b}": f"{a} {b}" for (a, b), count in pairs.items() if count > 1}

    def graded(word: str) -> Mapping[str, int]:
        return texts.grade(lambda text: re.sub(r"\s+", "", text).count(word))

    chosen = [(word, graded(word)) for word in _mixed(words, own)]
    few = [(word, grades) for word, grades in chosen if 2 <= len(grades) <= 8]
    return {
        "cmp_spaced": ((words[word], grades) for word, grades in few),
        "cmp_joined": iter(few[::-1]),
    }


def _english(texts: Texts, own: random.Random) -> Mapping[str, Iterator[Labelled]]:
    words = Counter(
        w for text in texts.pages.values() for w in set(_LATIN.findall(text)) if len(w) > 2
    )
    most = max(16, len(texts.pages) // 4)
    some = [word for word, count in words.items() if 3 <= count <= most]
    glued = [
        w for w in some if any(re.search(f"(?<![a-z]){w}[가-힣]", t) for t in texts.pages.values())
    ]
    return {
        "en_bare": ((w, texts.grade(_whole(w))) for w in _mixed(some, own)),
        "en_josa": ((w + own.choice(PARTICLES[True]), texts.grade(_whole(w))) for w in _mixed(glued, own)),
        "en_ctrl": ((w, texts.grade(_whole(w))) for w in _mixed(set(some) - set(glued), own)),
    }  # fmt: skip


def _whole(word: str) -> Counting:
    pattern = re.compile(f"(?<![a-z]){word}(?![a-z])")
    return lambda text: len(pattern.findall(text))


def _spellings(texts: Texts, own: random.Random) -> Iterator[Labelled]:
    for korean in _mixed(SPELLINGS, own):
        english = SPELLINGS[korean]
        either = _either(korean, _whole(english), _whole(f"{english}s"))
        if texts.holding(korean) and texts.grade(_whole(english)):
            yield own.choice((korean, english)), texts.grade(either)


def _either(korean: str, *english: Counting) -> Counting:
    return lambda text: text.count(korean) + sum(count(text) for count in english)


def _slips(
    texts: Texts, clear: Sequence[str], own: random.Random
) -> Mapping[str, Iterator[Labelled]]:
    rare = [w for w, pages in texts.nouns.items() if len(pages) == 2 and pages == texts.holding(w)]
    long = [word for word in {*clear, *rare} if len(word) > 2]
    few = [word for word in long if len(texts.holding(word)) <= 5]
    typos = ((_slip(w, own), w) for w in _mixed(long, own))
    return {
        "typo": ((typed, _string(texts, w)) for typed, w in typos if not texts.holding(typed)),
        "chosung": ((initials(w), _string(texts, w)) for w in _mixed(few, own)),
    }


def _slip(word: str, own: random.Random) -> str:
    """A word with one letter of one syllable wrong, or its last one missing (Unicode 15, 3.12)."""
    at = own.randrange(len(word))
    initial, rest = divmod(ord(word[at]) - 0xAC00, 588)
    medial, final = divmod(rest, 28)
    kind = own.choice(("initial", "medial", "medial", "final"))
    if kind == "final" and final:
        final = 0
    elif kind == "initial":
        initial = (initial + own.randrange(1, 19)) % 19
    else:
        medial = (medial + own.randrange(1, 21)) % 21
    return word[:at] + chr(0xAC00 + 588 * initial + 28 * medial + final) + word[at + 1 :]


def _weeks(texts: Texts, own: random.Random) -> Iterator[Labelled]:
    weeks: dict[str, dict[str, int]] = defaultdict(dict)
    for page in texts.pages:
        if match := _WEEK.match(page):
            weeks[match[1]][page] = 3
    for week in _mixed(weeks, own):
        yield own.choice((f"week{week}", f"week {week}", f"{week}주차")), weeks[week]


def _several(texts: Texts, clear: Sequence[str], own: random.Random) -> Iterator[Labelled]:
    """Two words: 3 for pages with both in one section, 1 for those with both somewhere."""
    for some in _mixed(clear, own):
        for other in _mixed(clear, own)[:MOST_ASKED]:
            both = texts.holding(some) & texts.holding(other)
            near = {
                p
                for p in both
                for part in texts.sections[p]
                if all(w in "".join(part) for w in (some, other))
            }
            if 2 <= len(both) <= 6 and near and some not in other and other not in some:
                yield f"{some} {other}", {page: 3 if page in near else 1 for page in both}
                break


def _ambiguous(texts: Texts, own: random.Random) -> Iterator[Labelled]:
    """Short nouns that other words hold too, which the labels don't take for right."""
    for word in _mixed((w for w in texts.nouns if len(w) == 2), own):
        pages = texts.nouns[word]
        if 2 <= len(pages) <= 8 and pages < texts.holding(word):
            yield word, {p: grade for p, grade in _string(texts, word).items() if p in pages}
