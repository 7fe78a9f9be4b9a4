"""One canonical address for each external resource, and how it is shown to a reader."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, url_query_cleaner

from campnotes.patterns import regex

# What tells where a reader came from, and nothing of what is shown.
_TRACKING = (
    "utm_source utm_medium utm_campaign utm_term utm_content utm_id fbclid gclid igshid si feature "
    "ab_channel ref_src spm pvs fromRss trackingCode source_feed"
).split()
_USUAL_PORTS = frozenset({None, 80, 443})
# What needs no escape in an address that can't be taken apart.
_RESERVED = ":/?#@!$&'()*+,;=%~"


@lru_cache(maxsize=8192)
def canonical_address(url: str) -> str:
    """The canonical address of an external resource.

    - The host is in lower case without `www.`; percent-encoding and query are in one form
      (RFC 3986, 6.2.2); there is no tracking and no fragment.
    - The scheme is https where the host is known to have it.
    - YouTube, arXiv and GitHub show the same thing under several addresses: these have one form.

    `http://www.youtu.be/abcdefghijk?si=x` is `https://youtube.com/watch?v=abcdefghijk`.
    """
    url = url.strip()
    try:
        parts = _split_cleaned(url)
        host = parts.hostname or ""
        port = _port_suffix(parts.port)
    except ValueError:
        # There is no valid host or port. Escaped, the address can at least be taken apart.
        return quote(url, safe=_RESERVED)
    host = host.removeprefix("www.")
    scheme = parts.scheme
    path = parts.path
    query = parts.query
    if any(_is_on(host, site) for site in _SECURE_SITES):
        scheme = "https"
    for site, rewrite in _REWRITES.items():
        if _is_on(host, site):
            scheme = "https"
            host, path, query = rewrite(host, path, query)
    path = path.rstrip("/")
    without_fragment = (scheme, host + port, path, query, "")
    return urlunsplit(without_fragment)


def _split_cleaned(url: str) -> SplitResult:
    """The parts of an address without tracking, percent-encoding and query in one form."""
    cleaned = url_query_cleaner(
        url,
        _TRACKING,
        remove=True,
        keep_fragments=True,
    )
    one_form = canonicalize_url(cleaned)
    return urlsplit(one_form)


def _port_suffix(port: int | None) -> str:
    if port in _USUAL_PORTS:
        return ""
    return f":{port}"


def _is_on(host: str, site: str) -> bool:
    if host == site:
        return True
    return host.endswith(f".{site}")


_HostPathQuery = tuple[str, str, str]
_YOUTUBE_VIDEO = regex(r"^/(?:embed|shorts|live|v)?/?([\w\-]{11})$")
_ARXIV_PAPER = regex(r"^/(?:abs|pdf|html|format)/(.+?)(?:v\d+)?(?:\.pdf)?/?$")
_GITHUB_FILE_VIEW = regex(r"^(/[^/]+/[^/]+)/(?:raw|edit|blame)/")
_GITHUB_CLONE = regex(r"^(/[^/]+/[^/]+?)\.git$")
_GITHUB_FILE = regex(r"^/([^/]+/[^/]+)/(?:blob|tree)/[^/]+/(.+)$")


def _rewrite_youtube(host: str, path: str, query: str) -> _HostPathQuery:
    """A video or a playlist stands for all addresses that show it."""
    values = parse_qs(query)
    (video, *_) = values.get("v", [""])
    if not video:
        short = _YOUTUBE_VIDEO.match(path)
        video = short[1] if short else ""
    if video:
        return "youtube.com", "/watch", f"v={video}"
    (playlist, *_) = values.get("list", [""])
    if playlist:
        return "youtube.com", "/playlist", f"list={playlist}"
    if host.endswith("youtube.com"):
        host = "youtube.com"
    return host, path, query


def _rewrite_arxiv(_host: str, path: str, query: str) -> _HostPathQuery:
    """The abstract stands for all forms and versions of a paper."""
    paper = _ARXIV_PAPER.match(path)
    if paper is None:
        return "arxiv.org", path, query
    return "arxiv.org", f"/abs/{paper[1]}", ""


def _rewrite_github(host: str, path: str, query: str) -> _HostPathQuery:
    """A file's page stands for its raw text, its editor and its history of lines."""
    if host == "raw.githubusercontent.com":
        rest = path.strip("/")
        owner, _, rest = rest.partition("/")
        name, _, file = rest.partition("/")
        return "github.com", f"/{owner}/{name}/blob/{file}", ""
    if host != "github.com":
        return host, path, query
    path = _GITHUB_FILE_VIEW.sub(r"\1/blob/", path)
    path = _GITHUB_CLONE.sub(r"\1", path)
    if "/blob/" in path or "/tree/" in path:
        query = ""
    return host, path, query


def _rewrite_naver(host: str, path: str, query: str) -> _HostPathQuery:
    """A post's short address stands for its long one, the desktop's page for the phone's."""
    values = parse_qs(query)
    is_post = "PostView" in path
    if is_post and "blogId" in values and "logNo" in values:
        blog = values["blogId"][0]
        post = values["logNo"][0]
        return "blog.naver.com", f"/{blog}/{post}", ""
    host = host.removeprefix("m.")
    return host, path, query


_REWRITES: Mapping[str, Callable[[str, str, str], _HostPathQuery]] = {
    "youtube.com": _rewrite_youtube,
    "youtu.be": _rewrite_youtube,
    "arxiv.org": _rewrite_arxiv,
    "github.com": _rewrite_github,
    "raw.githubusercontent.com": _rewrite_github,
    "blog.naver.com": _rewrite_naver,
}
# Sites that are known to have https, besides those above.
_SECURE_SITES = (
    "user-images.githubusercontent.com",
    "wikidocs.net",
    "wikipedia.org",
    "velog.io",
    "medium.com",
    "stackoverflow.com",
    "tistory.com",
    "python.org",
    "pytorch.org",
    "huggingface.co",
    "notion.so",
)


def github_owner(canonical: str) -> str | None:
    """The address of the GitHub owner of an external note or repository."""
    parts = urlsplit(canonical)
    if parts.netloc != "github.com":
        return None
    path = parts.path.strip("/")
    owner, _, _rest = path.partition("/")
    if not owner:
        return None
    return f"https://github.com/{owner}"


def short_address(canonical: str) -> str:
    """An address as a person reads it: without scheme, decoded, a GitHub file by its path."""
    parts = urlsplit(canonical)
    host = parts.netloc
    path = unquote(parts.path)
    if host == "github.com":
        return _short_github_address(path)
    if not parts.query:
        return f"{host}{path}"
    query = unquote(parts.query)
    return f"{host}{path}?{query}"


def _short_github_address(path: str) -> str:
    file = _GITHUB_FILE.match(path)
    if file is None:
        return path.strip("/")
    repository, file_path = file.groups()
    file_path = posixpath.normpath(file_path)
    return f"{repository} · {file_path}"
