"""Tell whether what a stranger's mkdocs.yml says is what MkDocs and the theme count on.

They end with a traceback where an address can't be taken apart, or a list is a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import markdown
from mkdocs.utils import get_theme_dir

from campnotes.notebook.plain_text import encodable

_MOST_CHARACTERS = 2000
# What makes each of the extensions that are taken do something.
_SAMPLE = (
    "[TOC]\n\n# A\n\nb[^1] HTML\n\n[^1]: c\n\n*[HTML]: d\n\n```py\n1\n```\n\n!!! note\n    e\n"
)

_Shape = Callable[[object], bool]


def has_shape(key: str, value: object) -> bool:
    """Tell whether the value of an option has its shape; an option without one takes any."""
    shape = _OPTIONS.get(key)
    return shape is None or shape(value)


def has_theme_shape(key: str, value: object) -> bool:
    """Tell whether the value of an option of the theme Material has its shape."""
    shape = _THEME_OPTIONS.get(key)
    return shape is None or shape(value)


def works(extension: str, options: Mapping[str, Any]) -> bool:
    """Tell whether a Markdown extension renders something with its options."""
    try:
        markdown.markdown(
            _SAMPLE,
            extensions=[extension],
            extension_configs={extension: options},
        )
    except Exception:  # each extension raises what it happens upon
        return False
    return True


def _is_text(value: object) -> bool:
    if not isinstance(value, str) or "\0" in value:
        return False
    return len(value) <= _MOST_CHARACTERS and encodable(value) == value


def _is_address(value: object) -> bool:
    """Whether a value is a text that can be taken apart as an address; paths can too."""
    if not isinstance(value, str) or not _is_text(value):
        return False
    try:
        urlsplit(value)
    except ValueError:
        return False
    return True


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_navigation(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_item, value))


def _is_item(value: object) -> bool:
    """Whether a value is an item of a navigation: `a.md`, `{Home: a.md}`, `{Weeks: [a.md]}`."""
    if not isinstance(value, dict):
        return _is_address(value)
    titled = all(map(_is_text, value))
    return titled and all(map(_is_led_to, value.values()))


def _is_led_to(value: object) -> bool:
    return _is_address(value) or _is_navigation(value)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_palette(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_is_scheme, value))
    return _is_scheme(value)


def _is_scheme(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value))


def _is_language(value: object) -> bool:
    """Whether the theme speaks a language."""
    if not isinstance(value, str) or not value.replace("-", "").isalnum():
        return False
    texts = Path(get_theme_dir("material"), "partials", "languages", f"{value}.html")
    return texts.is_file()


_OPTIONS: Mapping[str, _Shape] = {
    "docs_dir": _is_text,
    "draft_docs": _is_text,
    "edit_uri": _is_address,
    "exclude_docs": _is_text,
    "nav": _is_navigation,
    "not_in_nav": _is_text,
    "repo_name": _is_text,
    "repo_url": _is_address,
    "site_author": _is_text,
    "site_description": _is_text,
    "site_dir": _is_text,
    "site_name": _is_text,
    "site_url": _is_address,
    "use_directory_urls": _is_truth,
}
_THEME_OPTIONS: Mapping[str, _Shape] = {
    "direction": _is_text,
    "features": _are_texts,
    "language": _is_language,
    "name": _is_text,
    "palette": _is_palette,
}
