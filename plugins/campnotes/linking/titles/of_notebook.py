"""The title of a whole notebook: where nobody told it, and in a few words."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from campnotes.linking.file_names import readable
from campnotes.linking.recurring import is_generic, names_section
from campnotes.linking.titles.headings import top_heading
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import is_sentence
from campnotes.patterns import regex

LONGEST = 30
_SHORTEST = 2
_WIDE = frozenset({"W", "F"})
# Between the name of a notebook and what it says of itself: 「나래의 기록 | 부스트캠프 3기」.
_JOINTS = regex(r"\s+[-–—|·•/]+\s+|\s*[|:：]\s+|\s*[\[({〈《【]")
_ORNAMENTS = regex(r"^[^\w\[({「『《〈\"'“]+|[^\w\])}」』》〉\"'”!?.]+$")
# A repository's name as a heading: `naver-boostcamp-ai`, `Boostcamp_Note`.
_OF_REPOSITORY = regex(r"[A-Za-z0-9.]+(?:_[A-Za-z0-9.]+)+|[A-Za-z0-9.]+(?:-+[A-Za-z0-9.]+){2,}")


def notebook_title(readme: ParsedNote) -> str | None:
    """What a README calls its notebook: its title, or else its first heading of level 1.

    A heading that is long, a sentence, a section's (「진행 방식」), or could stand on any README says
    nothing.
    """
    told = readme.front_matter.title
    if told:
        return told
    heading = top_heading(readme)
    if heading is None or heading.level > 1:
        return None
    if is_sentence(heading.text) or names_section(heading.text):
        return None
    text = short_title(heading.text)
    if len(text) > LONGEST or is_generic(text):
        return None
    if _OF_REPOSITORY.fullmatch(text):
        return name_of_repository(text)
    return text


def short_title(text: str) -> str:
    """A title in a few words, as it stands where there is little room.

    - Ornaments around it go: 「💻 나래의 기록 💻」 is 「나래의 기록」.
    - Of a long one what stands in front says which notebook it is:
      「나래의 기록 | 물결캠프 3기에서 날마다 배운 것을 적는 곳」 is 「나래의 기록」.
    - One that can't be divided stays as it is.
    """
    plain = _ORNAMENTS.sub("", text) or text
    if _width(plain) <= LONGEST:
        return plain
    first, *_ = _JOINTS.split(plain, maxsplit=1)
    is_telling = len(first) >= _SHORTEST and not is_generic(first)
    return first if is_telling else plain


def _width(text: str) -> int:
    """How wide a text is shown: a Korean, Chinese or Japanese character counts as two."""
    width = 0
    for letter in text:
        kind = east_asian_width(letter)
        width += 1
        width += kind in _WIDE
    return width


def name_of_repository(address: str) -> str:
    """The name of a repository as a title: that of `https://github.com/narae/boost-camp` is “Boost camp”."""
    path = address.rstrip("/").removesuffix(".git")
    name = path.rsplit("/", 1)[-1]
    words = re.sub("-+", " ", name)
    return readable(words)
