"""Build sites in tests, and read them as a browser would get them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from campnotes.cli import main


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids |= {value for name, value in attrs if name in {"id", "name"} and value}
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        if tag == "img" and values.get("src"):
            self.sources.append(values["src"] or "")


@dataclass
class BuiltSite:
    """A built site in a folder."""

    folder: Path
    _pages: dict[str, _Page] = field(default_factory=dict)

    @cached_property
    def inventory(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.folder / "campnotes.json").read_text("utf-8"))
        return loaded

    def file(self, url: str) -> Path:
        """The file that a server sends for a site-relative address."""
        path = self.folder / unquote(url)
        return path / "index.html" if url == "" or url.endswith("/") else path

    def text(self, url: str) -> str:
        return self.file(url).read_text("utf-8")

    def page(self, url: str) -> _Page:
        if url not in self._pages:
            page = _Page()
            page.feed(self.text(url))
            self._pages[url] = page
        return self._pages[url]

    def urls(self) -> list[str]:
        """The addresses of all HTML pages but the error page, and those for paper alone."""
        found = sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.html"))
        themed = [url for url in found if url != "404.html" and not url.endswith("print.html")]
        return [url.removesuffix("index.html") for url in themed]

    def dead_links(self) -> list[tuple[str, str]]:
        """Internal links and images that lead to no file, or to no anchor of a page."""
        dead = []
        sheets = [p.relative_to(self.folder).as_posix() for p in self.folder.rglob("print.html")]
        for url in (*self.urls(), *sheets):
            page = self.page(url)
            for written in (*page.links, *page.sources):
                if ":" in written.split("/")[0] or written.startswith("//"):
                    continue
                target, anchor = urldefrag(urljoin(f"http://site/{url}", written))
                path = target.removeprefix("http://site/")
                if not self.file(path).is_file() or (
                    anchor
                    and path.endswith(("/", ".html", ""))
                    and (
                        self.file(path).suffix == ".html"
                        and unquote(anchor) not in self.page(path).ids | {"__toc", "__top"}
                    )
                ):
                    dead.append((url, written))
        return dead


def build_anything(notebook: Path, output: Path) -> BuiltSite:
    """Build any folder with the command line, as a user without any configuration does."""
    result = CliRunner().invoke(main, ["build", str(notebook), "-o", str(output)])
    assert result.exit_code == 0, result.output
    assert "Traceback" not in result.output
    return BuiltSite(output)


def build_with(
    notebook: Path, output: Path, config: Mapping[str, Any] | None = None, **plugin: Any
) -> BuiltSite:
    """Build with a `mkdocs.yml` as users write it; `plugin` are campnotes' options."""
    told: dict[str, Any] = {
        "site_name": "노트",
        "theme": {"name": "material", "language": "ko", "font": False},
        "plugins": ["search", {"campnotes": plugin}],
        "docs_dir": str(notebook),
        "site_dir": str(output),
        "strict": True,
    }
    file = output.parent / "mkdocs.yml"
    file.write_text(yaml.safe_dump(told | dict(config or {}), allow_unicode=True), "utf-8")
    loaded = load_config(str(file))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return BuiltSite(output)
