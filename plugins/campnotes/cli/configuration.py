"""The MkDocs configuration of any folder: its own mkdocs.yml, or the built-in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from campnotes.hosts.mkdocs.repository import notebook_folder, repository_address
from campnotes.notebook.files import find_files, read_text
from campnotes.notebook.language import language_of_folder
from campnotes.parsing.note import parse_note

BUILT_IN = Path(__file__).parent / "mkdocs.yml"
NAMES = ("mkdocs.yml", "mkdocs.yaml")


def own_config(notebook: Path) -> Path | None:
    """Find the notebook's own MkDocs configuration, if it has one."""
    for name in NAMES:
        file = notebook / name
        if file.is_file():
            return file
    return None


def load_notebook_config(
    notebook: Path, output: Path | None, *, strict: bool = False
) -> MkDocsConfig:
    """Load the configuration to build `notebook` with, into `output` or where it says.

    Raises mkdocs.exceptions.Abort where a configuration is wrong, after logging why.
    """
    options = serve_options(notebook)
    if output is not None:
        options["site_dir"] = str(output.resolve())
    elif own_config(notebook) is None:
        home = notebook.resolve()
        beside = home.parent / f"{home.name}-site"
        options["site_dir"] = str(beside)
    # MkDocs takes `False` for a wish of its own, above what the configuration says.
    return load_config(strict=strict or None, **options)


def serve_options(notebook: Path) -> dict[str, Any]:
    """Say what MkDocs is to load the configuration of `notebook` with, each time anew."""
    own = own_config(notebook)
    if own is None:
        return _built_in(notebook.resolve())
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
    theme = _read_yaml(BUILT_IN)["theme"]
    theme["language"] = language_of_folder(notebook)
    options: dict[str, Any] = {
        "config_file": str(BUILT_IN),
        "site_name": _title_of_readme(notebook) or notebook.name,
        "docs_dir": str(notebook),
        "theme": theme,
    }
    repository = repository_address(notebook)
    if repository:
        folder = notebook_folder(notebook)
        source = f"blob/HEAD/{folder}".rstrip("/")
        options["repo_url"] = repository
        options["edit_uri"] = f"{source}/"
    return options


def _title_of_readme(notebook: Path) -> str | None:
    """Read the title of the README at the top of a notebook, if there is one."""
    for path in find_files(notebook).notes:
        if path.lower() in {"readme.md", "index.md"}:
            text, _ = read_text(notebook, path)
            return parse_note(text).heading_title
    return None


def _read_yaml(file: Path) -> Any:
    """Read a configuration as MkDocs does, with its `!ENV` and `!!python/name`."""
    loader = get_yaml_loader()
    with file.open("rb") as source:
        return yaml_load(source, loader=loader)
