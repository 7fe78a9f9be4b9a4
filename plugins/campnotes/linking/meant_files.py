"""What an author clearly meant by an address at which, seen from the note, there is no file."""

from __future__ import annotations

import posixpath
import re

from campnotes.linking.addresses import read_relative, scheme_of
from campnotes.linking.file_index import TOP, FileIndex
from campnotes.notebook.paths import is_note
from campnotes.parsing.links import Link
from campnotes.patterns import regex

_LEAST_NAME = 6  # characters of a name that tells a picture from others
_ANY_PICTURE = regex(
    r"(?:image|img|untitled|picture|photo|screen ?shot|figure|fig|그림|이미지|사진|스크린샷|캡처|화면)?"
    r"[\W_\d]*",
    re.IGNORECASE,
)


def meant_file(link: Link, path: str, files: FileIndex) -> str | None:
    """The file that a link of the notebook's own means, which isn't at `path`.

    - Its path is written from the notebook's top, as Obsidian does.
    - It is a picture, and the only one of its name, which isn't any picture's (`image 1.png`).
    """
    if scheme_of(link.url):
        return None
    from_top = read_relative(link.url, TOP).path
    found = files.find(from_top) if from_top else None
    if found is not None and is_note(found.path) is not link.image:
        return found.path
    if not link.image:
        return None
    return _only_picture(posixpath.basename(path), files)


def _only_picture(name: str, files: FileIndex) -> str | None:
    stem, _suffix = posixpath.splitext(name)
    if len(stem) < _LEAST_NAME or _ANY_PICTURE.fullmatch(stem):
        return None
    named = files.named(name)
    return named[0] if len(named) == 1 else None
