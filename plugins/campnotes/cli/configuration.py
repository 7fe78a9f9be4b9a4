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
    """The notebook's own MkDocs configuration, if it has one."""
    return next((notebook / name for name in NAMES if (notebook / name).is_file()), None)


def load_notebook_config(
    notebook: Path, output: Path | None, *, strict: bool = False
) -> MkDocsConfig:
    """The configuration to build `notebook` with, into `output` or where it says.

    Raises mkdocs.exceptions.Abort where a configuration is wrong, after logging why.
    """
    options = serve_options(notebook)
    if output is not None:
        options["site_dir"] = str(output.resolve())
    elif own_config(notebook) is None:
        home = notebook.resolve()
        options["site_dir"] = str(home.parent / f"{home.name}-site")
    return load_config(strict=strict or None, **options)


def serve_options(notebook: Path) -> dict[str, Any]:
    """What MkDocs is to be told to load the configuration of `notebook`, each time anew."""
    own = own_config(notebook)
    if own is None:
        return _built_in(notebook.resolve())
    options: dict[str, Any] = {"config_file": str(own)}
    plugins = _plugins(own)
    if plugins is not None:
        options["plugins"] = plugins
    return options


def _plugins(own: Path) -> list[Any] | None:
    """The plugins of a configuration with campnotes added; `None` if it is there already."""
    with own.open("rb") as file:
        told = yaml_load(file, loader=get_yaml_loader()) or {}
    plugins = told.get("plugins", ["search"]) if isinstance(told, dict) else ["search"]
    if isinstance(plugins, dict):
        plugins = [{name: options} for name, options in plugins.items()]
    listed = plugins if isinstance(plugins, list) else []
    names = [next(iter(item)) if isinstance(item, dict) else item for item in listed]
    return None if "campnotes" in names else [*listed, "campnotes"]


def _built_in(notebook: Path) -> dict[str, Any]:
    files = find_files(notebook)
    readme = next((p for p in files.notes if p.lower() in {"readme.md", "index.md"}), None)
    title = parse_note(read_text(notebook, readme)[0]).heading_title if readme else None
    repository = repository_address(notebook)
    folder = notebook_folder(notebook)
    options: dict[str, Any] = {
        "config_file": str(BUILT_IN),
        "site_name": title or notebook.name,
        "docs_dir": str(notebook),
        "theme": _theme(language_of_folder(notebook)),
    }
    if repository:
        options |= {"repo_url": repository, "edit_uri": f"blob/HEAD/{folder}".rstrip("/") + "/"}
    return options


def _theme(language: str) -> dict[str, Any]:
    with BUILT_IN.open("rb") as file:
        theme: dict[str, Any] = yaml_load(file, loader=get_yaml_loader())["theme"]
    return {**theme, "language": language}
