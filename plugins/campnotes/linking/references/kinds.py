"""The kinds of references: what each is called, and by which addresses it is known.

`REFERENCE_KINDS` is the visible list of them, in the order in which readers are shown them. A site
we don't know yet is one more line there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from campnotes.linking.model import ReferenceKind
from campnotes.patterns import regex
from campnotes.rules import N_


class KindRow(Struct, frozen=True, kw_only=True):
    """A kind of reference, its name, and the addresses that are of this kind.

    - `sites` are hosts with all their subdomains, and beginnings of paths on them;
    - `hosts` are the same without subdomains;
    - `patterns` are regular expressions for addresses without their scheme.

    `turn` tells when these are tried: `/docs/` in a paper's address says nothing.
    """

    kind: ReferenceKind
    name: str
    turn: int = 0
    sites: Sequence[str] = ()
    hosts: Sequence[str] = ()
    patterns: Sequence[str] = ()

    def pattern(self) -> re.Pattern[str] | None:
        """One regular expression for all addresses of the kind; `None` if the row lists none."""
        alternatives = list(self.patterns)
        if self.sites:
            alternatives.append(rf"(?:^|\.)(?:{_any_of(self.sites)})(?:/|$)")
        if self.hosts:
            alternatives.append(rf"^(?:{_any_of(self.hosts)})(?:/|$)")
        return regex("|".join(alternatives)) if alternatives else None


def _any_of(texts: Sequence[str]) -> str:
    return "|".join(re.escape(text) for text in texts)


REFERENCE_KINDS: Sequence[KindRow] = (
    KindRow(
        kind=ReferenceKind.NOTE,
        name=N_("Note by others"),
    ),
    KindRow(
        kind=ReferenceKind.REPOSITORY,
        name=N_("Repository"),
    ),
    KindRow(
        kind=ReferenceKind.CODE,
        name=N_("Code"),
        turn=5,
        hosts=(
            "gist.github.com",
            "colab.research.google.com",
            "codepen.io",
            "replit.com",
            "jsfiddle.net",
            "codesandbox.io",
            "nbviewer.org",
            "nbviewer.jupyter.org",
            "kaggle.com/code",
        ),
        patterns=(r"^(?:www\.)?kaggle\.com/[^/]+/[^/]+/notebook",),
    ),
    KindRow(
        kind=ReferenceKind.PAPER,
        name=N_("Paper"),
        turn=4,
        sites=(
            "arxiv.org",
            "openreview.net",
            "aclanthology.org",
            "aclweb.org/anthology",
            "doi.org",
            "proceedings.neurips.cc",
            "proceedings.mlr.press",
            "papers.nips.cc",
            "semanticscholar.org",
            "paperswithcode.com",
            "openaccess.thecvf.com",
            "dl.acm.org",
            "ieeexplore.ieee.org",
            "sciencedirect.com",
            "jmlr.org",
            "nature.com",
            "dbpia.co.kr",
            "riss.kr",
            "scholar.google.com",
        ),
        patterns=(r"^huggingface\.co/papers/",),
    ),
    KindRow(
        kind=ReferenceKind.VIDEO,
        name=N_("Video"),
        turn=3,
        sites=(
            "youtube.com",
            "youtu.be",
            "vimeo.com",
            "tv.naver.com",
            "twitch.tv",
            "ted.com/talks",
            "loom.com",
        ),
    ),
    KindRow(
        kind=ReferenceKind.ARTICLE,
        name=N_("Article"),
        turn=7,
        sites=(
            "velog.io",
            "tistory.com",
            "medium.com",
            "brunch.co.kr",
            "blog.naver.com",
            "dev.to",
            "towardsdatascience.com",
            "hashnode.dev",
            "substack.com",
            "wordpress.com",
            "blogspot.com",
            "inflearn.com/blog",
            "inflearn.com/blogs",
            "yozm.wishket.com",
            "d2.naver.com",
            "egloos.com",
            "freecodecamp.org",
            "geeksforgeeks.org",
            "baeldung.com",
            "distill.pub",
            "machinelearningmastery.com",
            "realpython.com",
            "github.io",
        ),
        patterns=(r"^(?:tech|blog|engineering)\.", r"/blogs?/", r"/posts?/", r"/articles?/"),
    ),
    KindRow(
        kind=ReferenceKind.DOCS,
        name=N_("Documentation"),
        turn=6,
        sites=(
            "readthedocs.io",
            "readthedocs.org",
            "wikidocs.net",
            "developer.mozilla.org",
            "man7.org",
            "w3schools.com",
            "cppreference.com",
            "python.org/dev/peps",
            "peps.python.org",
            "gitbook.io",
            "pytorch.org/docs",
            "pytorch.org/tutorials",
            "tensorflow.org",
            "scikit-learn.org",
            "numpy.org",
            "pandas.pydata.org",
            "matplotlib.org",
            "huggingface.co/docs",
            "material.io",
            "spring.io",
            "react.dev",
            "reactjs.org",
            "vuejs.org",
            "nodejs.org",
            "redis.io",
            "postgresql.org/docs",
            "rfc-editor.org",
            "w3.org",
            "kubernetes.io",
            "git-scm.com",
            "mermaid.js.org",
            "json.org",
            "tools.ietf.org",
            "datatracker.ietf.org",
        ),
        patterns=(
            r"^docs?\.",
            r"^(?:developers?|devdocs|learn|api|man|help|support|guide|reference)\.",
            r"/docs?(?:/|$)",
            r"/documentation(?:/|$)",
        ),
    ),
    KindRow(
        kind=ReferenceKind.NOTION,
        name=N_("Notion page"),
        turn=2,
        sites=("notion.so", "notion.site"),
    ),
    KindRow(
        kind=ReferenceKind.PAGE,
        name=N_("Web page"),
    ),
    KindRow(
        kind=ReferenceKind.ASSET,
        name=N_("Images and files"),
        turn=1,
        patterns=(
            r"(?:^|\.)(?:githubusercontent\.com|imgur\.com|amazonaws\.com|cloudfront\.net)/",
            r"^github\.com/.+/(?:assets|files|releases/download)/",
            r"^(?:img\.)?shields\.io/",
        ),
    ),
)

_FILES = regex(
    r"\.(?:png|jpe?g|gif|svg|webp|bmp|ico|pdf|zip|gz|7z|pptx?|docx?|xlsx?|hwp|csv|mp4|mov|mp3|webm)$",
    re.IGNORECASE,
)
_NOTE_ENDINGS = (".md", ".markdown")
_PAGE_ENDINGS = (".html", ".htm")


def _patterns_by_turn() -> list[tuple[ReferenceKind, re.Pattern[str]]]:
    patterns = []
    for row in sorted(REFERENCE_KINDS, key=lambda row: row.turn):
        pattern = row.pattern()
        if pattern is not None:
            patterns.append((row.kind, pattern))
    return patterns


_PATTERNS = _patterns_by_turn()


@lru_cache(maxsize=8192)
def reference_kind(canonical: str, *, image: bool = False) -> ReferenceKind:
    """The kind of a reference, by its canonical address; an embedded image is an asset."""
    if image:
        return ReferenceKind.ASSET
    parts = urlsplit(canonical)
    if parts.netloc == "github.com":
        kind = _github_kind(parts.path)
        if kind is not None:
            return kind
    if parts.netloc in {"gitlab.com", "bitbucket.org"}:
        return ReferenceKind.REPOSITORY
    is_page = parts.path.lower().endswith(_PAGE_ENDINGS)
    address = f"{parts.netloc}{parts.path}"
    for kind, pattern in _PATTERNS:
        # Whole sites lie on the hosts of assets too.
        if kind is ReferenceKind.ASSET and is_page:
            continue
        if pattern.search(address):
            return kind
    return ReferenceKind.ASSET if _FILES.search(parts.path) else ReferenceKind.PAGE


def _github_kind(path: str) -> ReferenceKind | None:
    """What a page of github.com is: `/owner/name/blob/branch/file` and so on.

    `None` for the files that are attached to issues and releases.
    """
    parts = [unquote(part) for part in path.strip("/").split("/")]
    if len(parts) == 2:
        return ReferenceKind.REPOSITORY
    if len(parts) < 3:
        return ReferenceKind.PAGE
    match parts[2]:
        case "assets" | "files" | "releases":
            return None
        case "blob":
            return _github_file_kind(parts[-1].lower())
        case "tree":
            return ReferenceKind.REPOSITORY
        case "wiki":
            return ReferenceKind.DOCS
    return ReferenceKind.PAGE


def _github_file_kind(name: str) -> ReferenceKind:
    if _FILES.search(name):
        return ReferenceKind.ASSET
    if name.endswith(_NOTE_ENDINGS):
        return ReferenceKind.NOTE
    return ReferenceKind.CODE
