"""In which form a file of a notebook is published, so that nothing in it runs on the site.

A page, a script or a style of a notebook has the site's own origin: it could read what the reader
typed there, and change every page. So these are shown as text. What only a program opens, such as
an archive or a picture, stays as it is. An SVG picture is a document too, which is cleaned.
"""

from __future__ import annotations

import posixpath
from enum import StrEnum

TEXT_SUFFIX = ".txt"


class PublishedForm(StrEnum):
    """How a file is published."""

    PLAIN = "plain"  # byte for byte
    TEXT = "text"  # byte for byte, under a name that servers give as text
    DRAWING = "drawing"  # an SVG without what acts


_DRAWING = "svg"
# What browsers show and never run, and what they save.
_INERT = frozenset(
    "png jpg jpeg gif webp avif bmp ico tif tiff heic "
    "mp4 m4v webm mov mkv avi mp3 m4a ogg oga ogv opus wav flac vtt srt "
    "pdf txt csv tsv json jsonl ipynb md rst tex bib log diff patch "
    "zip gz tgz tar bz2 xz zst 7z rar "
    "doc docx xls xlsx ppt pptx odt ods odp rtf hwp hwpx epub key pages numbers fig psd ai "
    "py java kt c h cpp hpp cs go rs rb swift scala sql r m ts tsx sh bat ps1 yml yaml toml ini "
    "npy npz pt pth onnx h5 pkl parquet feather woff woff2 ttf otf".split()
)
# What browsers run or show as a page, and what takes the place of one.
_ACTIVE = frozenset(
    "html htm xhtml xht shtml shtm stm mht mhtml hta htc svg svgz xml xsl xslt xsd rdf rss atom "
    "mathml mml xul kml gpx wsdl js mjs cjs jsx javascript es css wasm swf jar class jnlp xap crx "
    "xpi webmanifest manifest appcache map vbs".split()
)
# What servers run: some go by any suffix within the name.
_RUN_BY_SERVERS = frozenset(
    "php php3 php4 php5 php7 php8 phtml phar pht cgi fcgi pl asp aspx ashx asmx jsp jspx cfm "
    "shtml shtm stm htaccess".split()
)
_MARKUP = b"<"


def form_of(path: str, head: bytes) -> PublishedForm:
    """The form in which a file is published; `head` is what it begins with.

    1. an SVG is a drawing;
    2. what a server may run, or a browser, is text;
    3. of a kind that we don't know, what begins as markup is text: browsers guess;
    4. everything else is plain.
    """
    suffixes = _suffixes(path)
    last = suffixes[-1] if suffixes else ""
    if _RUN_BY_SERVERS.intersection(suffixes):
        return PublishedForm.TEXT
    if last == _DRAWING:
        return PublishedForm.DRAWING
    if last in _INERT:
        return PublishedForm.PLAIN
    if _ACTIVE.intersection(suffixes) or _is_markup(head):
        return PublishedForm.TEXT
    return PublishedForm.PLAIN


def name_as_text(path: str) -> str:
    """A path under which a server gives a file as text: `page.html.txt`."""
    folder, name = posixpath.split(path)
    if _RUN_BY_SERVERS.intersection(_suffixes(path)):
        name = name.replace(".", "-")
    return posixpath.join(folder, f"{name}{TEXT_SUFFIX}")


def _suffixes(path: str) -> list[str]:
    """The suffixes of a name in lower case: `html` and `ko` of `page.html.ko`.

    Spaces and dots at the end are passed over, as Windows does.
    """
    name = posixpath.basename(path).lower().rstrip(". ")
    _, *suffixes = name.split(".")
    return suffixes


def _is_markup(head: bytes) -> bool:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f\v")
    return text.startswith(_MARKUP)
