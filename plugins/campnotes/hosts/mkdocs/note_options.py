"""What a user's configuration says about how notes are rendered."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import imagesize
from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.files import SiteFiles
from campnotes.linking.model import LinkedLink
from campnotes.notebook.files import read_plain
from campnotes.rendering.options import Options

_ALL_LEVELS = (1, 6)
_MOST_READ = 500_000  # bytes of an image; its size stands before its picture


def note_options(
    config: MkDocsConfig, files: SiteFiles, translate: Callable[[str], str], *, asks: bool
) -> Options:
    """Make the options of rendering: the user's wishes for `toc`, and our texts.

    `asks` tells that media from other hosts are shown on demand.
    """
    _ = translate
    toc = _toc_options(config)
    return Options(
        permalink=_permalink(toc.get("permalink")),
        permalink_title=str(toc.get("permalink_title", _("Link to this heading"))),
        dead_link=_("This link leads nowhere"),
        dead_image=_("Image missing"),
        footnote_back=_("Back to the text"),
        task_done=_("Done"),
        task_open=_("Not done"),
        ask_for_remote=_("Show what is at {host}") if asks else "",
        size=lambda image: image_size(image, files),
        alerts={
            "note": _("Note"),
            "tip": _("Tip"),
            "important": _("Important"),
            "warning": _("Warning"),
            "caution": _("Caution"),
            "abstract": _("Abstract"),
            "bug": _("Bug"),
            "danger": _("Danger"),
            "example": _("Example"),
            "failure": _("Failure"),
            "info": _("Info"),
            "question": _("Question"),
            "quote": _("Quote"),
            "success": _("Success"),
        },
    )


def _toc_options(config: MkDocsConfig) -> Mapping[str, Any]:
    """Give the options of Python-Markdown's extension `toc`."""
    of_extensions = config.mdx_configs or {}
    options: Mapping[str, Any] = of_extensions.get("toc", {})
    return options


def _permalink(wished: object) -> str:
    """Give the mark beside headings: `permalink: true` means Python-Markdown's own."""
    if wished is True:
        return "¶"
    return str(wished or "")


def toc_levels(config: MkDocsConfig) -> tuple[int, int]:
    """Give the first and last level of headings in tables of contents: `3` or `2-4`."""
    depth = str(_toc_options(config).get("toc_depth", 6))
    first, _, last = depth.rpartition("-")
    try:
        return int(first or 1), int(last)
    except ValueError:
        return _ALL_LEVELS


def image_size(image: LinkedLink, files: SiteFiles) -> tuple[int, int] | None:
    """Read an image's width and height, so that nothing moves on the page as it loads."""
    file = files.target(image)
    if file is None or file.abs_src_path is None:
        return None
    try:
        beginning = read_plain(Path(file.abs_src_path), _MOST_READ)
        width, height = imagesize.get(io.BytesIO(beginning))
    except (OSError, ValueError, TypeError, struct.error, ParseError):
        return None  # not the image that its name says
    if width <= 0 or height <= 0:
        return None
    return int(width), int(height)
