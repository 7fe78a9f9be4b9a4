"""What campnotes knows of other plugins by name; all else must work by how MkDocs is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from glob import escape

import markdown_it
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from campnotes.finding import N_

# They make the navigation, each from files of its own, and leave a given one as it is.
_MAKING_NAV = frozenset({"awesome-nav", "awesome-pages", "literate-nav"})
# They ask Git who wrote a page and when, but for what their option `exclude` names.
_TELLING_HISTORY = ("git-authors", "git-committers", "git-revision-date-localized")
# It asks Git about any file that there is, and ends the build if that is in no repository.
_FAILING_OUTSIDE_GIT = "git-revision-date"

# Of the parser's major version 3, alerts, tasks and `~one tilde~` aren't read as on GitHub.
_LEAST_PARSER = 4
_OLD_PARSER = N_(
    "markdown-it-py {version} is installed, by which notes would be read wrongly. "
    "Install version 4.1 or later: pip install 'markdown-it-py>=4.1'. "
    "Another package brought the old one: mkdocs-llmstxt works beside campnotes up to version 0.2."
)


def makes_nav(config: MkDocsConfig) -> bool:
    """Tell whether another plugin makes the navigation."""
    return not _MAKING_NAV.isdisjoint(config.plugins)


def needs_no_sources(config: MkDocsConfig) -> bool:
    """Tell whether a plugin fails if generated pages have source files."""
    return _FAILING_OUTSIDE_GIT in config.plugins


def leave_out_of_history(sources: Iterable[str], config: MkDocsConfig) -> None:
    """Tell the plugins that show who wrote a page and when which pages nobody wrote."""
    patterns = [escape(source) for source in sources]
    for name in _TELLING_HISTORY:
        plugin = config.plugins.get(name)
        if plugin is None:
            continue
        told = plugin.config.get("exclude") or []
        plugin.config["exclude"] = [*told, *patterns]


def refuse_old_parser(translate: Callable[[str], str]) -> None:
    """Raise PluginError if the Markdown parser is too old, as pip allows it to become."""
    version = markdown_it.__version__
    major, _, _ = version.partition(".")
    if int(major) >= _LEAST_PARSER:
        return
    message = translate(_OLD_PARSER)
    raise PluginError(message.format(version=version))
