"""The content of a page that waits for the theme."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from campnotes.hosts.mkdocs.pages.packed_content import PackedPage

HTML = "<p>오늘은 큐를 배웠다.</p>" * 200


def page(name: str) -> PackedPage:
    config = MkDocsConfig()
    config.load_dict({"site_name": "노트"})
    config.validate()
    file = File(name, None, "", use_directory_urls=True)
    return PackedPage(None, file, config)


def test_content_that_is_packed_is_the_same() -> None:
    day = page("day1.md")
    assert day.content is None
    day.content = HTML
    digest = day.digest
    day.pack()
    assert day._html is None
    assert day.content == HTML
    assert day.digest == digest
    day.content = f"{HTML}<hr>"
    assert day.content == f"{HTML}<hr>"
    assert day.digest != digest


def test_the_first_of_many_pages_is_packed_when_the_last_is_rendered() -> None:
    first = page("day1.md")
    first.content = HTML
    other = page("day2.md")
    for _ in range(300):
        other.content = HTML
    assert first._html is None
    assert first.content == HTML
    assert other.content == HTML
