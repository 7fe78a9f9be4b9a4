"""The health page: what there is to mend, bounded, and how much is silenced."""

from __future__ import annotations

from campnotes.linking.model import Notebook
from campnotes.pages.environment import make_environment, render_page
from campnotes.pages.kinds import health
from campnotes.rules import Severity
from campnotes.settings import Settings
from campnotes.site.model import Site
from support.notebooks import make_notebook


def health_page(notebook: Notebook) -> str:
    urls = {note.path: f"{note.path}/" for note in notebook.notes}
    site = Site(notebook, "en", urls, lambda source: source.removesuffix("index.md"))
    (page,) = health.pages(site)
    return render_page(make_environment([], "en"), page, site)


def test_thousands_of_findings_are_counted_and_not_listed() -> None:
    dead = "\n".join(f"![{number}](no{number}.png)" for number in range(2_000))
    page = health_page(make_notebook({"a.md": dead, "b.md": "[x](javascript:a)\n"}))
    assert page.count("<li>") == 101
    assert "… and 1,900 more: campnotes check" in page
    assert "Warning</span> 2000" in page
    assert len(page) < 50_000


def test_what_is_silenced_is_counted() -> None:
    settings = Settings(findings={"image-missing": None, "link-target-missing": Severity.ERROR})
    page = health_page(make_notebook({"a.md": "![가](no.png) [나](no.md)\n"}, settings))
    assert "image-missing" not in page
    assert "Error</span> 1" in page
    assert "Silenced by the settings or by notes: 1" in page
    quiet = health_page(make_notebook({"a.md": "![가](no.png)\n"}, settings))
    assert "Nothing to mend" in quiet
    assert "Silenced by the settings or by notes: 1" in quiet
