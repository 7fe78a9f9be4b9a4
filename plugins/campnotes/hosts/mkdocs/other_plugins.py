"""What campnotes knows of other plugins by name; all else must work by how MkDocs is used."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from glob import escape

import markdown_it
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from msgspec.structs import replace

from campnotes.notebook.files import NotebookFiles
from campnotes.rules import N_

# Of these it is known what they put into pages.
_KNOWN = frozenset({"campnotes", "search", "material/search", "material/tags"})
# They make the navigation, each from files of its own, and leave a given one as it is.
_MAKING_NAV = frozenset({"awesome-nav", "awesome-pages", "literate-nav"})
# They ask Git who wrote a page and when, but for what their option `exclude` names.
_TELLING_HISTORY = ("git-authors", "git-committers", "git-revision-date-localized")
# It asks Git about any file that there is, and ends the build if that is in no repository.
_FAILING_OUTSIDE_GIT = "git-revision-date"

_BLOG = "material/blog"  # and `material/blog #2`, for there may be several

# Of the parser's major version 3, alerts, tasks and `~one tilde~` aren't read as on GitHub.
_LEAST_PARSER = 4
_OLD_PARSER = N_(
    "markdown-it-py {version} is installed, by which notes would be read wrongly. "
    "Install version 4.1 or later: pip install 'markdown-it-py>=4.1'. "
    "Another package brought the old one: mkdocs-llmstxt works beside campnotes up to version 0.2."
)


def knows_all_plugins(config: MkDocsConfig) -> bool:
    """Tell whether it is known of all plugins what they put into pages."""
    return _KNOWN.issuperset(config.plugins)


def makes_nav(config: MkDocsConfig) -> bool:
    """Tell whether another plugin makes the navigation."""
    return not _MAKING_NAV.isdisjoint(config.plugins)


def needs_no_sources(config: MkDocsConfig) -> bool:
    """Tell whether a plugin fails if generated pages have source files."""
    return _FAILING_OUTSIDE_GIT in config.plugins


def leave_to_blog(found: NotebookFiles, config: MkDocsConfig) -> NotebookFiles:
    """Take the posts of Material's blog, and its own page, for files that aren't notes.

    The blog makes their pages, at addresses that it gives them later.
    """
    posts = tuple(_blog_folders(config))
    if not posts:
        return found
    notes = [path for path in found.notes if not path.startswith(posts)]
    of_blog = [path for path in found.notes if path.startswith(posts)]
    return replace(
        found,
        notes=tuple(notes),
        others=(*found.others, *of_blog),
    )


def add_posts(files: Files, found: NotebookFiles, config: MkDocsConfig) -> None:
    """Add the files of the blog, which lists what MkDocs has found."""
    posts = tuple(_blog_folders(config))
    for path in found.others:
        if posts and path.startswith(posts):
            file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            files.append(file)


def _blog_folders(config: MkDocsConfig) -> Iterator[str]:
    """Give the beginnings of the paths of the blog's files."""
    for name, plugin in config.plugins.items():
        if not name.startswith(_BLOG):
            continue
        blog = posixpath.normpath(plugin.config.blog_dir)
        posts = plugin.config.post_dir.format(blog=blog)
        yield posixpath.normpath(posts) + "/"
        yield posixpath.normpath(f"{blog}/index.md")


def shows_tags(config: MkDocsConfig) -> bool:
    """Tell whether Material's plugin shows the tags of pages, so that they need no pages of ours."""
    return "material/tags" in config.plugins


def leave_out_of_history(sources: Iterable[str], config: MkDocsConfig) -> None:
    """Have plugins that show who wrote a page, and when, leave out pages that nobody wrote."""
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
