"""External resources: one canonical address each, however they are cited, and a kind."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, url_query_cleaner

from campnotes.linking.model import Cited, Note, Reference, ReferenceKind

_TRACKING = (
    "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id", "fbclid",
    "gclid", "igshid", "si", "feature", "ab_channel", "ref_src", "spm", "pvs", "fromRss",
    "trackingCode", "source_feed",
)  # fmt: skip


@lru_cache(maxsize=8192)
def canonical_address(url: str) -> str:
    """The canonical address of an external resource.

    Host in lower case without `www.`, percent-encoding and query in one form (RFC 3986, 6.2.2), no
    tracking, no fragment; https where the host is known to have it; one form for the addresses
    under which YouTube, arXiv and GitHub show the same thing.
    """
    try:
        address = canonicalize_url(url_query_cleaner(url.strip(), _TRACKING, remove=True,
                                                     keep_fragments=True))  # fmt: skip
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:  # no valid host or port; escaped, it is at least one that can be taken apart
        return quote(url.strip(), safe=":/?#@!$&'()*+,;=%~")
    path = parts.path if parts.path != "/" else ""
    scheme, query = parts.scheme, parts.query
    for known, rewrite in _REWRITES.items():
        if host == known or host.endswith(f".{known}"):
            scheme = "https"
            host, path, query = rewrite(host, path, query)
    return urlunsplit((scheme, host + port, path.rstrip("/"), query, ""))


_Parts = tuple[str, str, str]


def _youtube(host: str, path: str, query: str) -> _Parts:
    values = parse_qs(query)
    short = re.match(r"^/(?:embed|shorts|live|v)?/?([\w\-]{11})$", path)
    video = values.get("v", [None])[0] or (short[1] if short else None)
    if video:
        return "youtube.com", "/watch", f"v={video}"
    playlist = values.get("list", [None])[0]
    if playlist:
        return "youtube.com", "/playlist", f"list={playlist}"
    return "youtube.com" if host.endswith("youtube.com") else host, path, query


def _arxiv(_host: str, path: str, query: str) -> _Parts:
    paper = re.match(r"^/(?:abs|pdf|html|format)/(.+?)(?:v\d+)?(?:\.pdf)?/?$", path)
    return ("arxiv.org", f"/abs/{paper[1]}", "") if paper else ("arxiv.org", path, query)


def _github(host: str, path: str, query: str) -> _Parts:
    if host == "raw.githubusercontent.com":
        owner, _, rest = path.strip("/").partition("/")
        name, _, file = rest.partition("/")
        return "github.com", f"/{owner}/{name}/blob/{file}", ""
    if host != "github.com":
        return host, path, query
    path = re.sub(r"^(/[^/]+/[^/]+)/(?:raw|edit|blame)/", r"\1/blob/", path)
    path = re.sub(r"^(/[^/]+/[^/]+?)\.git$", r"\1", path)
    return host, path, "" if "/blob/" in path or "/tree/" in path else query


def _same(host: str, path: str, query: str) -> _Parts:
    return host, path, query


def _desktop(host: str, path: str, query: str) -> _Parts:
    values = parse_qs(query)
    if "PostView" in path and "blogId" in values and "logNo" in values:
        return "blog.naver.com", f"/{values['blogId'][0]}/{values['logNo'][0]}", ""
    return re.sub(r"^m\.", "", host), path, query


_REWRITES: Mapping[str, Callable[[str, str, str], _Parts]] = {
    "youtube.com": _youtube,
    "youtu.be": _youtube,
    "arxiv.org": _arxiv,
    "github.com": _github,
    "raw.githubusercontent.com": _github,
    "user-images.githubusercontent.com": _same,
    "blog.naver.com": _desktop,
    "wikidocs.net": _same,
    "wikipedia.org": _same,
    "velog.io": _same,
    "medium.com": _same,
    "stackoverflow.com": _same,
    "tistory.com": _same,
    "python.org": _same,
    "pytorch.org": _same,
    "huggingface.co": _same,
    "notion.so": _same,
}

_FILES = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|bmp|ico|pdf|zip|gz|7z|pptx?|docx?|xlsx?|hwp|csv|mp4|mov|mp3|webm)$",
    re.IGNORECASE,
)
_K = ReferenceKind
_HOSTS: Sequence[tuple[ReferenceKind, re.Pattern[str]]] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (_K.ASSET, r"(?:^|\.)(?:githubusercontent\.com|imgur\.com|amazonaws\.com|cloudfront\.net)/|"
                   r"^github\.com/.+/(?:assets|files|releases/download)/|^(?:img\.)?shields\.io/"),
        (_K.NOTION, r"(?:^|\.)notion\.(?:so|site)(?:/|$)"),
        (_K.VIDEO, r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|tv\.naver\.com|twitch\.tv|ted\.com/talks|"
                   r"loom\.com)(?:/|$)"),
        (_K.PAPER, r"(?:^|\.)(?:arxiv\.org|openreview\.net|aclanthology\.org|aclweb\.org/anthology|doi\.org|"
                   r"proceedings\.(?:neurips\.cc|mlr\.press)|papers\.nips\.cc|semanticscholar\.org|"
                   r"paperswithcode\.com|openaccess\.thecvf\.com|dl\.acm\.org|ieeexplore\.ieee\.org|"
                   r"sciencedirect\.com|jmlr\.org|nature\.com|dbpia\.co\.kr|riss\.kr|scholar\.google\.com)(?:/|$)|"
                   r"^huggingface\.co/papers/"),
        (_K.CODE, r"^(?:gist\.github\.com|colab\.research\.google\.com|codepen\.io|replit\.com|jsfiddle\.net|"
                  r"codesandbox\.io|nbviewer\.(?:jupyter\.)?org|kaggle\.com/code)(?:/|$)|"
                  r"^(?:www\.)?kaggle\.com/[^/]+/[^/]+/notebook"),
        (_K.DOCS, r"^docs?\.|^(?:developers?|devdocs|learn|api|man|help|support|guide|reference)\.|"
                  r"(?:^|\.)(?:readthedocs\.(?:io|org)|wikidocs\.net|developer\.mozilla\.org|man7\.org|"
                  r"w3schools\.com|cppreference\.com|python\.org/dev/peps|peps\.python\.org|gitbook\.io|"
                  r"pytorch\.org/(?:docs|tutorials)|tensorflow\.org|scikit-learn\.org|numpy\.org|"
                  r"pandas\.pydata\.org|matplotlib\.org|huggingface\.co/docs|material\.io|"
                  r"spring\.io|react\.dev|reactjs\.org|vuejs\.org|nodejs\.org|redis\.io|"
                  r"postgresql\.org/docs|rfc-editor\.org|w3\.org|kubernetes\.io|git-scm\.com|"
                  r"mermaid\.js\.org|json\.org|tools\.ietf\.org|datatracker\.ietf\.org)(?:/|$)|"
                  r"/docs?(?:/|$)|/documentation(?:/|$)"),
        (_K.ARTICLE, r"(?:^|\.)(?:velog\.io|tistory\.com|medium\.com|brunch\.co\.kr|blog\.naver\.com|dev\.to|"
                     r"towardsdatascience\.com|hashnode\.dev|substack\.com|wordpress\.com|blogspot\.com|"
                     r"inflearn\.com/blogs?|yozm\.wishket\.com|d2\.naver\.com|egloos\.com|"
                     r"freecodecamp\.org|geeksforgeeks\.org|baeldung\.com|distill\.pub|"
                     r"machinelearningmastery\.com|realpython\.com|github\.io)(?:/|$)|^(?:tech|blog|engineering)\.|"
                     r"/blog(?:s)?/|/posts?/|/article(?:s)?/"),
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def reference_kind(canonical: str, *, image: bool = False) -> ReferenceKind:
    """The kind of a reference, by its canonical address; an embedded image is an asset."""
    parts = urlsplit(canonical)
    address = f"{parts.netloc}{parts.path}"
    if image:
        return _K.ASSET
    if parts.netloc == "github.com" and (kind := _github_kind(parts.path)):
        return kind
    if parts.netloc in {"gitlab.com", "bitbucket.org"}:
        return _K.REPOSITORY
    for kind, pattern in _HOSTS:
        if pattern.search(address):
            if kind is _K.ASSET and parts.path.lower().endswith((".html", ".htm")):
                continue
            return kind
    return _K.ASSET if _FILES.search(parts.path) else _K.PAGE


def _github_kind(path: str) -> ReferenceKind | None:
    """What a page of github.com is: `/owner/name/blob/branch/file` and so on."""
    parts = [unquote(part) for part in path.strip("/").split("/")]
    if len(parts) == 2:
        return _K.REPOSITORY
    if len(parts) < 3:
        return _K.PAGE
    section, file = parts[2], parts[-1].lower()
    if section in {"assets", "files", "releases"} and "download" in (*parts, "download"):
        return None
    if section == "blob":
        if _FILES.search(file):
            return _K.ASSET
        return _K.NOTE if file.endswith((".md", ".markdown")) else _K.CODE
    if section == "tree":
        return _K.REPOSITORY
    return _K.DOCS if section == "wiki" else _K.PAGE


def github_owner(canonical: str) -> str | None:
    """The address of the GitHub owner of an external note or repository."""
    parts = urlsplit(canonical)
    owner = parts.path.strip("/").split("/")[0]
    return f"https://github.com/{owner}" if parts.netloc == "github.com" and owner else None


def gather_references(notes: Iterable[Note]) -> tuple[Reference, ...]:
    """The references of all notes, in the order of their first citation."""
    cited: dict[str, list[Cited]] = defaultdict(list)
    kinds: dict[str, ReferenceKind] = {}
    titles: dict[str, str] = {}
    for note in notes:
        for linked in note.citations:
            place = Cited(note.path, linked.link.line)
            if place not in cited[linked.canonical]:
                cited[linked.canonical].append(place)
            kind = linked.kind or _K.PAGE
            if kinds.get(linked.canonical, _K.ASSET) is _K.ASSET:
                kinds[linked.canonical] = kind
            text = " ".join(linked.link.text.split())
            if _tells(text) and not linked.link.image:
                titles.setdefault(linked.canonical, text)
    return tuple(
        Reference(canonical, kinds[canonical], titles.get(canonical), tuple(places))
        for canonical, places in cited.items()
    )


_SAYS_NOTHING = re.compile(
    r"^(?:링크\d*|links?\s*\d*|here|여기|클릭|click(?: here)?|이동|바로\s*가기|참고|출처|"
    r"source|image|url|문서|자료|블로그|"
    r"github|notion|\[?\d+\]?|\W*)$",
    re.IGNORECASE,
)


def _tells(text: str) -> bool:
    """Whether a link's text is a title: neither an address nor 「링크」."""
    return (
        bool(text) and not re.match(r"^(?:https?://|www\.)", text) and not _SAYS_NOTHING.match(text)
    )


def short_address(canonical: str) -> str:
    """An address as a person reads it: without scheme, decoded, a GitHub file by its path."""
    parts = urlsplit(canonical)
    path = unquote(parts.path)
    if parts.netloc == "github.com":
        match = re.match(r"^/([^/]+/[^/]+)/(?:blob|tree)/[^/]+/(.+)$", path)
        if match:
            return f"{match[1]} · {posixpath.normpath(match[2])}"
        return path.strip("/")
    return f"{parts.netloc}{path}" + (f"?{unquote(parts.query)}" if parts.query else "")
