"""Images and videos from elsewhere: loaded late, without telling from where, or only when asked for.

What is read here is sanitised HTML: every attribute has its value in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import urlsplit

from campnotes.markdown.html import SOURCE
from campnotes.patterns import regex
from campnotes.rendering.tags import ATTRIBUTES

_ADDRESS = regex(r' (src|srcset|poster)="([^"]*)"')
_SOURCE = rf"<source{ATTRIBUTES}>"
_PICTURE = rf"<picture{ATTRIBUTES}>(?:\s|{_SOURCE}|<img{ATTRIBUTES}>)*</picture>"
_SHOWN = regex(
    rf"{_PICTURE}|{_SOURCE}|<img{ATTRIBUTES}>|<video{ATTRIBUTES}>(?:</video>)?|<a{ATTRIBUTES}>|</a>"
)
_IMAGE = regex(rf"<img{ATTRIBUTES}>")
_VIDEO = regex(rf"<video{ATTRIBUTES}>")
_OURS = regex(r' (?:loading|decoding|preload|controls|referrerpolicy)="[^"]*"')
# Browsers leave these out of an address, and take a backslash for a slash (URL, basic URL parser).
_LEFT_OUT = regex(r"[\t\n\r]|^[\x00- ]+")
_ELSEWHERE = regex(r"(?!data:)(?:[a-z][a-z0-9+.\-]*:|//)", re.IGNORECASE)


def shield_media(html: str, ask: str = "") -> str:
    """Give media from other hosts what keeps readers from being seen before they look.

    - Images are loaded as they come into view, without the address of the page (`referrerpolicy`).
    - Videos are loaded when they are played, and have no preview from elsewhere.
    - With `ask`, neither is loaded before a reader asks for it. The text is what they press:
      `Show what is at {host}`. It is a link, for browsers without scripts.
    """
    if not _has_remote(html):
        return html
    return _Shielding(ask).written(html)


def _has_remote(html: str) -> bool:
    return next(_remote(html), None) is not None


def _remote(html: str) -> Iterator[str]:
    """Go through the addresses of media that lead to other hosts."""
    for name, written in _ADDRESS.findall(html):
        value = unescape(written)
        addresses = _sources(value) if name == "srcset" else [value]
        yield from filter(_is_elsewhere, addresses)


def _sources(srcset: str) -> list[str]:
    return [source[1] for source in SOURCE.finditer(srcset)]


def _is_elsewhere(address: str) -> bool:
    plain = _LEFT_OUT.sub("", address)
    slashed = plain.replace("\\", "/")
    return bool(_ELSEWHERE.match(slashed))


class _Shielding:
    """Goes through the media of a note in order, and knows whether it is within a link."""

    def __init__(self, ask: str) -> None:
        self._ask = ask
        self._is_in_link = False

    def written(self, html: str) -> str:
        return _SHOWN.sub(self._write, html)

    def _write(self, shown: re.Match[str]) -> str:
        html = shown[0]
        if html.startswith(("<a", "</a")):
            self._is_in_link = html != "</a>"
            return html
        address = next(_remote(html), None)
        if address is None:
            return html
        if html.startswith("<source"):
            return ""  # not of a picture as browsers know it
        shielded = _VIDEO.sub(_shield_video, _IMAGE.sub(_shield_image, html))
        if not self._ask:
            return shielded
        return self._asking(shielded, address)

    def _asking(self, shown: str, address: str) -> str:
        """Put a question in the place of what is shown; a template holds that, unloaded."""
        text = escape(self._ask.format(host=_host(address)))
        if not self._is_in_link:
            text = f'<a href="{escape(address)}" rel="noopener noreferrer">{text}</a>'
        return f'<span class="campnotes-ask">{text}<template>{shown}</template></span>'


def _host(address: str) -> str:
    try:
        host = urlsplit(address.replace("\\", "/")).hostname
    except ValueError:
        host = None  # such as an address of IPv6 that isn't closed
    return host or address


def _shield_image(image: re.Match[str]) -> str:
    kept = _OURS.sub("", image[0]).removesuffix(">")
    return f'{kept} loading="lazy" decoding="async" referrerpolicy="no-referrer">'


def _shield_video(video: re.Match[str]) -> str:
    kept = _OURS.sub("", video[0]).removesuffix(">")
    return f'{_ADDRESS.sub(_without_preview, kept)} preload="none" controls="">'


def _without_preview(attribute: re.Match[str]) -> str:
    is_remote_preview = attribute[1] == "poster" and _has_remote(attribute[0])
    return "" if is_remote_preview else attribute[0]
