"""What an address alone tells of what it leads to: its site, and often a title.

`TITLES` is the visible list of the sites whose addresses are understood. Of other addresses the
last part is taken, if it is made of words: `/@seojin/어텐션-정리` is “어텐션 정리”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from campnotes.linking.references.canonical import short_address

_SECOND_LEVELS = frozenset("ac co com edu go gov ne net or org re".split())
_COUNTRY = 2  # letters of a country's domain
_LONGEST = 120  # characters of a title
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|md|pdf|ipynb|pptx?)$", re.IGNORECASE)
_ID = re.compile(r"[-_ ]?(?:[0-9a-f]{8,}|\d+)$", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[-_+\s]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NAME_OF_CODE = re.compile(r"^[A-Za-z_]+(?:\.[A-Za-z_]+)+$")  # torch.nn.Linear
_EAST_ASIAN = re.compile(r"[가-힣ぁ-ヿ一-鿿]{2,}")
_NOTION_ID = re.compile(r"-?[0-9a-f]{32}$")


@lru_cache(maxsize=4096)
def site_of(canonical: str) -> str:
    """The site that an address is on, without what one author has of it.

    `https://seojin.tistory.com/3` is on `tistory.com`; `""` is of an address that has no host.
    """
    parts = urlsplit(canonical)
    host = parts.hostname or ""
    labels = host.split(".")
    last = labels[-1]
    if last.isdecimal():
        return host
    kept = 2
    is_below = len(labels) > kept and labels[-2] in _SECOND_LEVELS
    if is_below and len(last) == _COUNTRY:
        kept = 3
    own = labels[-kept:]
    return ".".join(own)


@lru_cache(maxsize=4096)
def title_of_address(canonical: str) -> str | None:
    """A title for what an address leads to, if the address tells one.

    `https://arxiv.org/abs/1706.03762` is “arXiv 1706.03762”.
    """
    parts = urlsplit(canonical)
    told = TITLES.get(site_of(canonical), _of_words)
    title = told(parts)
    if title is None:
        return None
    return title[:_LONGEST]


def _arxiv(parts: SplitResult) -> str | None:
    _, _, number = parts.path.partition("/abs/")
    return f"arXiv {number}" if number else None


def _youtube(parts: SplitResult) -> str | None:
    told = parse_qs(parts.query)
    for key in ("v", "list"):
        for number in told.get(key, []):
            return f"YouTube {number}"
    name = unquote(parts.path).strip("/")
    return f"YouTube {name}" if name else None


def _github(parts: SplitResult) -> str | None:
    if parts.hostname != "github.com":
        return _of_words(parts)
    path = short_address(parts.geturl())
    issue = re.fullmatch(r"([^/]+/[^/]+)/(?:issues|pull|discussions)/(\d+)", path)
    if issue is not None:
        repository, number = issue.groups()
        return f"{repository}#{number}"
    return path or None


def _doi(parts: SplitResult) -> str | None:
    number = unquote(parts.path).strip("/")
    return f"DOI {number}" if number else None


def _stack_overflow(parts: SplitResult) -> str | None:
    """The title is behind the question's number, and an answer's number may be behind that."""
    for part in reversed(parts.path.split("/")):
        if "-" in part:
            return _words(part)
    return None


def _notion(parts: SplitResult) -> str | None:
    name = _last_part(parts)
    return _words(_NOTION_ID.sub("", name))


def _hugging_face(parts: SplitResult) -> str | None:
    name = unquote(parts.path).strip("/")
    return f"Hugging Face {name}" if name else None


def _of_words(parts: SplitResult) -> str | None:
    """The last part of an address, if words can be made out in it."""
    name = _SUFFIX.sub("", _last_part(parts))
    if _NAME_OF_CODE.match(name):
        return name
    return _words(_ID.sub("", name))


def _last_part(parts: SplitResult) -> str:
    path = unquote(parts.path).rstrip("/")
    _, _, name = path.rpartition("/")
    return name


def _words(name: str) -> str | None:
    """The words of a part of an address; one Latin word alone tells nothing: `docs`, `view`."""
    words = _BETWEEN_WORDS.sub(" ", name).strip()
    found = _LETTERS.findall(words)
    if len(found) > 1 or _EAST_ASIAN.search(words):
        return words
    return None


TITLES: Mapping[str, Callable[[SplitResult], str | None]] = {
    "arxiv.org": _arxiv,
    "youtube.com": _youtube,
    "github.com": _github,
    "doi.org": _doi,
    "stackoverflow.com": _stack_overflow,
    "notion.so": _notion,
    "notion.site": _notion,
    "huggingface.co": _hugging_face,
}
