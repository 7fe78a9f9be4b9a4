"""The MkDocs configuration of any folder: its own mkdocs.yml, or the built-in one."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from campnotes.caching.notes import open_cache
from campnotes.cli.configuration.markdown_extensions import add_extensions
from campnotes.cli.configuration.own import own_config
from campnotes.cli.configuration.untrusted import UnreadableConfigurationError, read_untrusted
from campnotes.hosts.mkdocs.other_plugins import knows_all_plugins
from campnotes.hosts.mkdocs.repository import branch_of, notebook_folder, repository_address
from campnotes.hosts.mkdocs.theme.compiled_templates import share_compiled_templates
from campnotes.linking.titles.of_notebook import name_of_repository, notebook_title
from campnotes.notebook.files import NotebookFiles, read_text
from campnotes.notebook.files.walk import find_files
from campnotes.notebook.front_matter.withheld import withheld
from campnotes.notebook.language import language_of_notes
from campnotes.notebook.paths import is_home
from campnotes.rules import N_
from campnotes.settings import ParseOptions
from campnotes.user_language import say

log = logging.getLogger("mkdocs.campnotes")

BUILT_IN = Path(__file__).parent / "mkdocs.yml"
_CIRCLE = N_("{output}: a link leads to itself. Name another folder with --output.")
_LINK_OUTSIDE = N_(
    "{file}: left out, since it is a link to a file outside of the notebook. "
    "If the notebook is yours, say --trust."
)
_LEFT_OUT = N_(
    "{file}: left out, since they can run programs or reach outside of the notebook, or since "
    "their values are wrong: {names}. If the notebook is yours, say --trust."
)


def load_notebook_config(
    notebook: Path, output: Path | None, *, strict: bool = False, trust: bool = False
) -> MkDocsConfig:
    """Load the configuration to build `notebook` with, into `output` or where it says.

    Raises mkdocs.exceptions.Abort where a configuration is wrong, after logging why, and
    ConfigurationError where it can't be read at all.
    """
    options = serve_options(notebook, trust=trust)
    if output is not None:
        options["site_dir"] = str(_resolved(output))
    # MkDocs takes `False` for a wish of its own, above what the configuration says.
    return load_with(options, strict=strict or None)


def load_with(options: dict[str, Any], **wanted: Any) -> MkDocsConfig:
    """Load a configuration with the options that `serve_options` gave, and what else is `wanted`."""
    config = load_config(**wanted, **options)
    is_ours = options["config_file"] == str(BUILT_IN)
    if is_ours and "markdown_extensions" not in options:
        add_extensions(config)
    if knows_all_plugins(config):
        share_compiled_templates(config)
    return config


def _resolved(output: Path) -> Path:
    try:
        return output.resolve()
    except (RuntimeError, OSError) as error:  # Python 3.13 raises the latter
        message = say(_CIRCLE, output=output)
        raise ConfigurationError(message) from error


def serve_options(notebook: Path, *, trust: bool = False) -> dict[str, Any]:
    """Say what MkDocs is to load the configuration of `notebook` with, each time anew.

    A notebook's own mkdocs.yml is data, from which only what runs nothing is taken, unless the user
    says that they trust it.
    """
    own = own_config(notebook)
    if own is None:
        return _built_in(notebook.resolve())
    if trust:
        return _trusted(own)
    if not own.resolve().is_relative_to(notebook.resolve()):
        log.warning(say(_LINK_OUTSIDE, file=own.name))
        return _built_in(notebook.resolve())
    return _untrusted(own)


def _untrusted(own: Path) -> dict[str, Any]:
    """Lay what is taken from a notebook's configuration over the built-in one."""
    try:
        taken = read_untrusted(own)
    except UnreadableConfigurationError as error:
        raise ConfigurationError(str(error)) from error
    if taken.left_out:
        names = ", ".join(taken.left_out)
        log.warning(say(_LEFT_OUT, file=own.name, names=names))
    options = {"config_file": str(BUILT_IN), **taken.options}
    _keep_site_outside(options, own)
    if "site_name" in options and "theme" in options:
        return options
    files = find_files(Path(options["docs_dir"]))
    if "site_name" not in options:
        options["site_name"] = _title(files, own.resolve().parent)
    if "theme" not in options:
        options["theme"] = _theme(files)
    return options


def _keep_site_outside(options: dict[str, Any], own: Path) -> None:
    """Put a site beside the notebook where MkDocs' own place for it would be within the notes."""
    notes = Path(options["docs_dir"])
    site = Path(options["site_dir"])
    if site.is_relative_to(notes):
        options["site_dir"] = str(_beside(own.resolve().parent))


def _beside(notebook: Path) -> Path:
    return notebook.parent / f"{notebook.name}-site"


def _trusted(own: Path) -> dict[str, Any]:
    """Take a configuration as MkDocs does, with our plugin added where it isn't there."""
    options: dict[str, Any] = {"config_file": str(own)}
    plugins = _plugins(own)
    names = [_plugin_name(plugin) for plugin in plugins]
    if "campnotes" not in names:
        plugins.append("campnotes")
        options["plugins"] = plugins
    return options


def _plugins(own: Path) -> list[Any]:
    """Read which plugins a configuration has; MkDocs' default is the search alone."""
    config = _read_yaml(own)
    if not isinstance(config, dict) or "plugins" not in config:
        return ["search"]
    plugins = config["plugins"]
    if isinstance(plugins, list):
        return plugins
    if isinstance(plugins, dict):
        return [{name: options} for name, options in plugins.items()]
    return []


def _plugin_name(plugin: Any) -> Any:
    """Give the name of an entry of `plugins:`, `search` or `search: {...}`."""
    if isinstance(plugin, dict):
        return next(iter(plugin), None)
    return plugin


def _built_in(notebook: Path) -> dict[str, Any]:
    """Say what a notebook that has no configuration of its own adds to ours."""
    files = find_files(notebook)
    repository = repository_address(notebook)
    options: dict[str, Any] = {
        "config_file": str(BUILT_IN),
        "site_name": _title(files, notebook),
        "docs_dir": str(notebook),
        "site_dir": str(_beside(notebook)),
        "theme": _theme(files),
    }
    if repository:
        options["repo_url"] = repository
        folder = notebook_folder(notebook)
        branch = branch_of(notebook)
        if branch and repository.startswith("https://github.com/"):
            source = f"edit/{branch}/{folder}"
            options["theme"]["features"].append("content.action.edit")
        else:
            source = f"blob/HEAD/{folder}"
        options["edit_uri"] = source.rstrip("/") + "/"
    return options


def _theme(files: NotebookFiles) -> dict[str, Any]:
    """Give our theme in the language of the notes."""
    theme: dict[str, Any] = _read_yaml(BUILT_IN)["theme"]
    theme["language"] = language_of_notes(files)
    return theme


def _title(files: NotebookFiles, folder: Path) -> str:
    """The title of a notebook that isn't told: its README's, its repository's name, its folder's."""
    of_readme = _title_of_readme(files)
    if of_readme is not None:
        return of_readme
    repository = repository_address(folder)
    if repository is None:
        return name_of_repository(folder.name) or folder.name
    return name_of_repository(repository)


def _title_of_readme(files: NotebookFiles) -> str | None:
    """Read the title of the README at the top of a notebook, if there is one."""
    for path in files.notes:
        if is_home(path):
            text, _ = read_text(files.root, path)
            readme = open_cache(files.root).note(text, path, ParseOptions())
            return None if withheld(readme.front_matter) else notebook_title(readme)
    return None


def _read_yaml(file: Path) -> Any:
    """Read a configuration as MkDocs does, with its `!ENV` and `!!python/name`."""
    loader = get_yaml_loader()
    with file.open("rb") as source:
        return yaml_load(source, loader=loader)
