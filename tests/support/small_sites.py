"""The generated pages of small notebooks, without a host."""

from __future__ import annotations

from campnotes.linking.model import Notebook
from campnotes.pages.environment import make_environment, render_page
from campnotes.pages.kinds import generated_pages
from campnotes.site.model import Site


def site_of(notebook: Notebook, language: str = "ko") -> Site:
    urls = {n.path: n.path.removesuffix(".md") + "/" for n in notebook.notes}
    return Site(notebook, language, urls, lambda source: source.removesuffix("index.md"))


def pages(notebook: Notebook, language: str = "ko") -> dict[str, str]:
    site = site_of(notebook, language)
    environment = make_environment([], language)
    return {p.source: render_page(environment, p, site) for p in generated_pages(site)}
