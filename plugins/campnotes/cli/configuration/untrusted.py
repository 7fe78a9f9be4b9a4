"""Read a notebook's own mkdocs.yml as data, so that building it runs nothing of it.

MkDocs trusts its configuration: hooks are programs, plugins are installed code, `!ENV` reads the
environment, `custom_dir` and `extra_javascript` put scripts into every page, snippets read files
from anywhere. A notebook may be a stranger's, so that none of this is taken from it unless the user
says `--trust`. What says how the site looks and what belongs to it is:

- names, addresses and the navigation;
- the theme's name, language, colours and features;
- the options of the plugins `search`, `tags` and `campnotes`;
- the Markdown extensions of Python-Markdown and PyMdown that read nothing but the note.

Folders are taken only within the notebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from campnotes.cli.configuration.shapes import has_shape, has_theme_shape, works
from campnotes.hosts.mkdocs.theme.escaping import escape_text
from campnotes.notebook.front_matter.plain_yaml import holds_refused, read_value
from campnotes.patterns import regex
from campnotes.rules import N_
from campnotes.user_language import say

MOST_BYTES = 1_000_000  # of a configuration; a longer one is none

_TAKEN = frozenset(
    {
        "edit_uri", "exclude_docs", "draft_docs", "markdown_extensions", "nav", "not_in_nav",
        "plugins", "repo_name", "repo_url", "site_author", "site_description", "site_name",
        "site_url", "theme", "use_directory_urls", "docs_dir", "site_dir",
    }
)  # fmt: skip
_THEMES = frozenset({"material", "mkdocs", "readthedocs"})
_THEME_OPTIONS = frozenset({"name", "language", "palette", "features", "direction"})
# Themes write these as they are, so that only words may stand in them.
_WORDS = regex(r"[\w ./():,+-]{0,200}")
_WEB_ADDRESS = regex(r"https?://", re.IGNORECASE)
_SCHEME = regex(r"[\w+.-]+:")
_SPACES = regex(r"[\x00-\x20]+")
_PLUGIN_OPTIONS: Mapping[str, frozenset[str] | None] = {
    "campnotes": None,  # all of them
    "search": frozenset({"lang", "separator", "min_search_length"}),
    "tags": frozenset(),
}
_EXTENSIONS = frozenset(
    {
        "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code",
        "footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc",
        "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic",
        "pymdownx.details", "pymdownx.extra", "pymdownx.highlight", "pymdownx.inlinehilite",
        "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols",
        "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
    }
)  # fmt: skip


_GUARD = "campnotes.guard"  # it is for other programs
_TOO_LARGE = N_("{file} is no configuration: it is too large.")
_UNREADABLE = N_("{file} can't be read: {error}")
_NO_OPTIONS = N_("{file} is no configuration: it names no options.")


class UnreadableConfigurationError(Exception):
    """A configuration that can't be read at all; its message says why."""


class UntrustedConfiguration(Struct, frozen=True):
    """What is taken of a notebook's mkdocs.yml, and the names of what was left out."""

    options: Mapping[str, Any]
    left_out: tuple[str, ...]


def read_untrusted(file: Path) -> UntrustedConfiguration:
    """Read what may be taken of a notebook's mkdocs.yml without trusting it.

    Raises UnreadableConfigurationError where the file is no YAML mapping.
    """
    written = _load(file)
    left_out: list[str] = []
    options: dict[str, Any] = {}
    for key, value in written.items():
        # Of the lists of plugins and extensions each item is looked at by itself.
        looked_at_later = key in {"plugins", "markdown_extensions"}
        is_wrong = holds_refused(value) or not has_shape(str(key), value)
        if key not in _TAKEN or (not looked_at_later and is_wrong):
            left_out.append(str(key))
        else:
            options[str(key)] = value
    _take_folders(options, file.parent, left_out)
    _take_addresses(options, left_out)
    _take_navigation(options, left_out)
    _take_theme(options, left_out)
    _take_plugins(options, left_out)
    _take_extensions(options, written.get("markdown_extensions"), left_out)
    return UntrustedConfiguration(options, tuple(dict.fromkeys(left_out)))


def _load(file: Path) -> dict[Any, Any]:
    if file.stat().st_size > MOST_BYTES:
        raise UnreadableConfigurationError(say(_TOO_LARGE, file=file))
    try:
        written = read_value(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UnreadableConfigurationError(say(_UNREADABLE, file=file, error=error)) from error
    if written is None:
        return {}
    if not isinstance(written, dict):
        raise UnreadableConfigurationError(say(_NO_OPTIONS, file=file))
    return written


def _take_folders(options: dict[str, Any], home: Path, left_out: list[str]) -> None:
    """Take the folders that lie within the notebook, as full paths."""
    top = home.resolve()
    for key, default in (("docs_dir", "docs"), ("site_dir", "site")):
        folder = (top / str(options.get(key, default))).resolve()
        if not folder.is_relative_to(top):
            left_out.append(key)
            folder = top / default
        options[key] = str(folder)


def _take_addresses(options: dict[str, Any], left_out: list[str]) -> None:
    """Take addresses of pages; `edit_uri` would be one of its own with a scheme."""
    for key in ("site_url", "repo_url"):
        if key in options and not _WEB_ADDRESS.match(str(options[key])):
            left_out.append(key)
            del options[key]
    if ":" in str(options.get("edit_uri", "")):
        left_out.append("edit_uri")
        del options["edit_uri"]


def _take_navigation(options: dict[str, Any], left_out: list[str]) -> None:
    """Take the navigation, its titles as texts, where it leads to notes and pages only."""
    nav = options.get("nav")
    if nav is None:
        return
    if all(map(_is_note_or_page, _targets(nav))):
        options["nav"] = _with_texts(nav)
    else:
        left_out.append("nav")
        del options["nav"]


def _targets(nav: object) -> Iterator[str]:
    """Go through what a navigation leads to: `[{Home: a.md}, b.md]` to `a.md` and `b.md`."""
    if isinstance(nav, str):
        yield nav
        return
    within: Iterable[object] = ()
    if isinstance(nav, dict):
        within = nav.values()
    elif isinstance(nav, list):
        within = nav
    for item in within:
        yield from _targets(item)


def _is_note_or_page(target: str) -> bool:
    # Browsers leave out spaces and control characters before and within a scheme.
    address = _SPACES.sub("", target)
    has_scheme = _SCHEME.match(address) is not None
    return not has_scheme or _WEB_ADDRESS.match(address) is not None


def _with_texts(nav: Any) -> Any:
    """Escape the titles of a navigation, which themes write as they are."""
    if isinstance(nav, list):
        return [_with_texts(item) for item in nav]
    if isinstance(nav, dict):
        return {escape_text(str(title)): _with_texts(value) for title, value in nav.items()}
    return nav


def _take_theme(options: dict[str, Any], left_out: list[str]) -> None:
    written = options.pop("theme", None)
    if isinstance(written, str):
        written = {"name": written}
    if not isinstance(written, dict):
        return
    name = written.get("name", "material")
    if not has_theme_shape("name", name) or name not in _THEMES:
        left_out.append("theme")
        return
    theme: dict[str, Any] = {
        "name": "material",
        "font": False,
    }  # fonts would be fetched from another host
    for key, value in written.items():
        if key in _THEME_OPTIONS and _is_words(value) and has_theme_shape(key, value):
            theme[key] = value
        elif not (key == "font" and value is False):
            left_out.append(f"theme.{key}")
    options["theme"] = theme


def _is_words(value: object) -> bool:
    """Whether a value, and all that it holds, is made of words: `{scheme: slate}`."""
    if isinstance(value, dict):
        return all(map(_is_words, value)) and all(map(_is_words, value.values()))
    if isinstance(value, list):
        return all(map(_is_words, value))
    if isinstance(value, str):
        return _WORDS.fullmatch(value) is not None
    return isinstance(value, int)


def _take_plugins(options: dict[str, Any], left_out: list[str]) -> None:
    plugins: list[dict[str, Any]] = []
    for name, given in _named(options.get("plugins", ["search"])):
        if name not in _PLUGIN_OPTIONS:
            left_out.append(f"plugins.{name}")
            continue
        allowed = _PLUGIN_OPTIONS[name]
        kept: dict[str, Any] = {}
        for key, value in _options(given):
            if holds_refused(value) or (allowed is not None and key not in allowed):
                left_out.append(f"plugins.{name}.{key}")
            else:
                kept[key] = value
        plugins.append({name: kept})
    if not any("campnotes" in plugin for plugin in plugins):
        plugins.append({"campnotes": {}})
    for plugin in plugins:
        if "campnotes" in plugin:
            # It protects the reader, so that it isn't the notebook's to switch off.
            plugin["campnotes"]["content_security_policy"] = True
    options["plugins"] = plugins


def _take_extensions(options: dict[str, Any], written: object, left_out: list[str]) -> None:
    """Take the extensions that are known, with their plain options."""
    options.pop("markdown_extensions", None)
    named = [(name, given) for name, given in _named(written) if name != _GUARD]
    if not named and written != []:
        return
    extensions: list[dict[str, Any]] = []
    for name, given in named:
        if name not in _EXTENSIONS:
            left_out.append(f"markdown_extensions.{name}")
            continue
        kept: dict[str, Any] = {}
        for key, value in _options(given):
            if _is_plain(value):
                kept[key] = value
            else:
                left_out.append(f"markdown_extensions.{name}.{key}")
        if works(name, kept):
            extensions.append({name: kept})
        else:
            left_out.append(f"markdown_extensions.{name}")
    options["markdown_extensions"] = extensions


def _is_plain(value: object) -> bool:
    plain = (str, int, float, bool, type(None))
    return isinstance(value, plain)


def _options(given: object) -> Iterable[tuple[str, object]]:
    """The options of a plugin or an extension; none where it has none."""
    if not isinstance(given, dict):
        return []
    return [(str(key), value) for key, value in given.items()]


def _named(listed: object) -> Iterable[tuple[str, object]]:
    """Names with their options, from any of the ways in which MkDocs lets them be written.

    `[search, {tags: {}}]` and `{search: {}, tags: {}}` name the same two.
    """
    if isinstance(listed, dict):
        return [(str(name), given) for name, given in listed.items()]
    if not isinstance(listed, list):
        return []
    named: list[tuple[str, object]] = []
    for item in listed:
        if isinstance(item, dict):
            named += [(str(name), given) for name, given in item.items()]
        elif isinstance(item, str):
            named.append((item, None))
    return named
