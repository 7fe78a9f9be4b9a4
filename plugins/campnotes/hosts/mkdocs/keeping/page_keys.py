"""Digest what a page comes from: with the same key it is, byte for byte, the same page.

A theme's template may look at anything: at the page, the configuration, the navigation and, through
that, at any other page. So keys are made only where it is known what is looked at.

- Of plugins, only those count that put nothing else into a page, or nothing at all.
- Of themes, only MkDocs' own and Material. Templates of the user's are a part of the key; one that
  names what leads to other pages, or to this machine, may show what no key says.
- Of a page in the navigation, its title, address, meta data and what plugins have added count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import FunctionType
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from campnotes.caching.store import key_of
from campnotes.caching.told import Teller, UntoldError
from campnotes.caching.versions import versions
from campnotes.hosts.mkdocs.search import worker_address
from campnotes.hosts.mkdocs.theme.files import theme_files

_KNOWN_THEMES = frozenset({"material", "mkdocs", "readthedocs"})
_OURS = "campnotes"  # the folder of our templates, in whose place a user may put others
_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "babel")
# What a template of the user's names that looks further than its page.
_FAR_SIGHTED = re.compile(
    r"\b(?:pages|files|nav|children|parent|ancestors|next_page|previous_page|homepage|site|attr|map"
    r"|build_date_utc|update_date|docs_dir|site_dir|config_file_path|abs_src_path|mdx_configs"
    r"|markdown_extensions|now|random|environment|plugins)\b"
)
# What of a configuration decides which pages there are, and where; templates don't show it.
_NOT_SHOWN = frozenset(
    {
        "config_file_path",
        "dev_addr",
        "docs_dir",
        "draft_docs",
        "exclude_docs",
        "hooks",
        "markdown_extensions",
        "mdx_configs",
        "nav",
        "not_in_nav",
        "plugins",
        "site_dir",
        "theme",
        "validation",
        "watch",
    }
)
# What pages have of MkDocs and of us; the rest was added by another plugin.
_OWN = frozenset(
    {
        "_Page__active",
        "_digest",
        "_html",
        "_is_late",
        "_packed",
        "_rendering",
        "_title_from_render",
        "abs_url",
        "canonical_url",
        "children",
        "content",
        "edit_url",
        "file",
        "is_known",
        "links_to_anchors",
        "markdown",
        "meta",
        "next_page",
        "note",
        "parent",
        "present_anchor_ids",
        "previous_page",
        "title",
        "toc",
        "update_date",
        "view",
    }
)
_OF_CONTEXT = frozenset(
    {
        "base_url",
        "build_date_utc",
        "config",
        "extra_css",
        "extra_javascript",
        "mkdocs_version",
        "nav",
        "page",
        "pages",
    }
)


_Digests = dict[int, tuple[object, str]]  # by the ids of what is digested


class PageKeys:
    """Makes the keys of one build's pages. What is `told` besides goes into all of them.

    `of_site` is the digest of what all pages come from.
    """

    def __init__(self, config: MkDocsConfig, *told: object) -> None:
        self._teller = Teller({})
        self._shows_date = config.theme.name != "material"
        # What is digested is kept with it, so that nothing else has its id meanwhile.
        self._digests: _Digests = {}
        self.of_site = self._digest_site(config, told)

    def key(self, context: Mapping[str, Any], content: str) -> str:
        """Give the key of the page of a context; raises UntoldError where it isn't known.

        `content` is a digest of what the page shows of itself, with its table of contents.
        """
        page: Page = context["page"]
        shown = (
            self.of_site,
            self._navigation(context["nav"]),
            self._item(page),
            self._around(page),
            _tell_place(page),
            _tell_added(context),
            self._tell_date(context),
            content,
        )
        return self._teller.digest(shown)

    def _digest_site(self, config: MkDocsConfig, told: object) -> str:
        libraries = [f"{library} {version(library)}" for library in _LIBRARIES]
        shown = (
            versions(),
            libraries,
            list(_digest_templates(config)),
            worker_address(),
            list(_tell_configuration(config)),
            told,
        )
        return self._teller.digest(shown)

    def _tell_date(self, context: Mapping[str, Any]) -> str:
        """Tell when the site is built, which MkDocs' own themes say at home."""
        if self._shows_date and context["page"].is_homepage:
            return str(context["build_date_utc"])
        return ""

    def _around(self, page: Page) -> list[str]:
        """Digest what stands around a page in the navigation."""
        digests = []
        for item in (page.previous_page, page.next_page, *page.ancestors):
            digest = "" if item is None else self._item(item)
            digests.append(digest)
        return digests

    def _navigation(self, nav: Navigation) -> str:
        known = self._digests.get(id(nav))
        if known is not None:
            return known[1]
        digests = list(map(self._item, nav.items))
        if nav.homepage is not None:
            home = self._item(nav.homepage)
            digests.append(home)
        digest = self._teller.digest(digests)
        self._digests[id(nav)] = nav, digest
        return digest

    def _item(self, item: StructureItem) -> str:
        """Digest what a page may show of an item of the navigation, with all below it."""
        known = self._digests.get(id(item))
        if known is not None:
            return known[1]
        told = self._tell_item(item)
        digest = self._teller.digest(told)
        self._digests[id(item)] = item, digest
        return digest

    def _tell_item(self, item: StructureItem) -> object:
        if isinstance(item, Section):
            below = list(map(self._item, item.children))
            return "section", item.title, below
        if isinstance(item, Link):
            return "link", item.title, item.url
        if isinstance(item, Page):
            return _tell_page(item)
        raise UntoldError(type(item).__qualname__)


def _tell_page(page: Page) -> object:
    """Tell what may be seen of a page from others."""
    meta = dict(page.meta)
    added = [(name, value) for name, value in vars(page).items() if name not in _OWN]
    return (
        "page",
        page.title,
        page.url,
        page.canonical_url,
        page.is_index,
        meta,
        added,
    )


def _tell_place(page: Page) -> object:
    file = page.file
    return (
        file.dest_uri,
        file.inclusion.name,
        dict(page.meta),
        page.edit_url,
        page.is_homepage,
    )


def _tell_added(context: Mapping[str, Any]) -> list[object]:
    """Tell what plugins have added to a context: Material's tags, with the addresses of lists."""
    told: list[object] = []
    for name, value in context.items():
        if name in _OF_CONTEXT:
            continue
        if isinstance(value, list):
            value = list(map(_tell_tag, value))
        told.append((name, value))
    return told


def _tell_tag(tag: Any) -> object:
    module = type(tag).__module__
    if not module.startswith("material.plugins.tags."):
        return tag
    levels = [level.name for level in tag]
    return levels, tag.hidden, tag.url


def _tell_configuration(config: MkDocsConfig) -> Iterator[object]:
    for name in sorted(config):
        if name not in _NOT_SHOWN:
            option = config[name]
            yield name, _tell_option(option)
    for name, plugin in config.plugins.items():
        kind = type(plugin).__qualname__
        yield name, kind, _tell_option(plugin.config)
    theme = config.theme
    yield "theme", theme.name
    for name in sorted(theme):
        option = theme[name]
        yield name, _tell_option(option)
    extensions = config.mdx_configs or {}
    toc = extensions.get("toc", {})
    yield "toc", str(toc.get("title"))


def _tell_option(value: Any) -> object:
    """Tell a value of a configuration: plain data, or an object of which all is shown."""
    if isinstance(value, dict | Config):
        return {name: _tell_option(value[name]) for name in value}
    if isinstance(value, list | tuple):
        return list(map(_tell_option, value))
    if isinstance(value, partial):
        given = [value.func, value.args, value.keywords]
        return "partial", _tell_option(given)
    module = type(value).__module__
    if module.startswith(("mkdocs.", "babel.")):
        return type(value).__qualname__, str(value), repr(value)
    if _is_named(value):
        return "function", value.__module__, value.__qualname__
    return value


def _is_named(value: Any) -> bool:
    """Tell whether something is a function that its name says all of."""
    if not isinstance(value, FunctionType):
        return False
    return "<" not in value.__qualname__


def _digest_templates(config: MkDocsConfig) -> Iterator[str]:
    """Digest the templates of a theme; raises UntoldError where they aren't known."""
    theme = config.theme
    if theme.name not in _KNOWN_THEMES:
        raise UntoldError(str(theme.name))
    for folder in theme.dirs:
        if folder == theme.custom_dir:
            yield from _digest_own_templates(Path(folder))
            continue
        for path in filter(_is_template, theme_files(folder)):
            file = Path(folder, path)
            yield key_of(path, file.read_bytes())


def _digest_own_templates(folder: Path) -> Iterator[str]:
    """Digest the templates and icons of the user's; raises UntoldError where one sees too much."""
    for file in sorted(folder.rglob("*")):
        if not _is_template(file.name):
            continue
        path = file.relative_to(folder)
        if path.parts[0] == _OURS:
            # What it shows of a note isn't known: ours show no more than its name and place.
            raise UntoldError(file.name)
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
        if _FAR_SIGHTED.search(text):
            raise UntoldError(file.name)
        yield key_of(path.as_posix(), text)


def _is_template(path: str) -> bool:
    return path.endswith((".html", ".svg"))
