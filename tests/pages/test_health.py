"""The health page: what there is to mend, bounded, and how much is silenced."""

from __future__ import annotations

import re

from campnotes.linking.model import Notebook
from campnotes.pages.environment import make_environment, render_page
from campnotes.pages.kinds import health
from campnotes.rules import Severity
from campnotes.settings import Settings
from campnotes.site.model import Site
from support.notebooks import make_notebook


def site_of(notebook: Notebook) -> Site:
    urls = {note.path: f"{note.path}/" for note in notebook.notes}
    return Site(notebook, "en", urls, lambda source: source.removesuffix("index.md"))


def health_page(notebook: Notebook) -> str:
    site = site_of(notebook)
    (page,) = health.pages(site)
    return render_page(make_environment([], "en"), page, site)


def test_thousands_of_findings_are_counted_and_not_listed() -> None:
    dead = "\n".join(f"![{number}](no{number}.png)" for number in range(2_000))
    page = health_page(make_notebook({"a.md": dead, "b.md": "[x](javascript:a)\n"}))
    assert page.count("<li ") == 250
    assert "javascript:a" in page  # the severest is first
    assert "… and 1,751 more: campnotes check" in page
    assert "Warning</span> 2000" in page
    assert len(page) < 150_000


def test_what_is_wrong_again_in_a_note_is_said_once_with_its_lines() -> None:
    text = "[가](no.md)\n\n[나](no.md)\n"
    page = health_page(make_notebook({"a.md": text, "b.md": text}))
    assert page.count("<li ") == 2
    assert "There are 4 things to mend." in page
    assert re.search(r'Lines <a href="[^"]*">1</a>, <a href="[^"]*">3</a>', page)


def test_repairs_are_folded_and_tell_what_to_copy() -> None:
    text = "# 큐\n\n[가](#트라이)\n\n## 목차\n\n- [큐란 무엇](#큐란무엇)\n\n## 큐란 무엇\n\n글\n"
    page = health_page(make_notebook({"a.md": text}))
    repaired = page[page.index("Repaired, or only told") :]
    assert "<code>#큐란-무엇</code>" in repaired
    assert "트라이" not in repaired


def test_readers_are_led_to_the_findings_only_where_the_settings_say_so() -> None:
    for listed in (False, True):
        notebook = make_notebook({"a.md": "# 가\n"}, Settings(health_listed=listed))
        (page,) = health.pages(site_of(notebook))
        assert page.in_nav is listed
        assert page.noindex is not listed


def test_what_is_silenced_is_counted() -> None:
    settings = Settings(findings={"image-missing": None, "link-target-missing": Severity.ERROR})
    page = health_page(make_notebook({"a.md": "![가](no.png) [나](no.md)\n"}, settings))
    assert "image-missing" not in page
    assert "Error</span> 1" in page
    assert "Silenced by the settings or by notes: 1" in page
    quiet = health_page(make_notebook({"a.md": "![가](no.png)\n"}, settings))
    assert "Nothing to mend" in quiet
    assert "Silenced by the settings or by notes: 1" in quiet
