"""A build with whatever front matter, bytes and names: each note has its page, in UTF-8."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from support.sites import build_with

Write = Callable[[Mapping[str, str | bytes]], Path]

TOLD = [
    "date: 2026-02-30",
    "date: 9999-12-31\nkind: day",
    "date: 0001-01-01\nkind: day",
    f"week: {'9' * 6000}",
    "a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\ntags: *b\ndescription: *b\nauthor: *b",
    'title: "\\ud800 \\0 \\u202e"\ntags: ["\\ud800"]\npresenters: ["\\ud800"]\nx: "\\udfff"',
    "search: {boost: .nan}\nx: .inf",
    f"tags: [.nan, 1e400, 0x{'f' * 5000}]",
    "hide: [[a], 5, {a: b}]\nstatus: {a: b}\ncomments: [1]\nauthors: [{a: b}]",
    f"title: {'가' * 4000}",
    "title: Attention: is\nflavour: material",
    "yes: 1\n2026-03-02: a\n? [a]\n: b",
    "updated: !!timestamp x\nslug: ../../x\ncanonical_url: javascript:alert(1)",
]
BYTES = {
    "u16.md": "# 인덱스 2\n\n잎이 서로 이어진다.\n".encode("utf-16-le"),
    "u32.md": "# 인덱스 2\n\n잎이 서로 이어진다.\n".encode("utf-32"),
    "nul.md": b"# a\0b\n\0",
    "long.md": b"# " + b"x" * 300_000,
    "latin.md": "café\n".encode("latin-1"),
    "surrogates.md": b"# &#xD800; &#55296; &#0;\n",
}
NAMES = (
    'new\nline.md|tab\t.md|"q".md|%41.md|a%.md|a#b.md|a?b.md|-lead.md|😀.md|\u202ecba.md|trail .md|'
    "dot..md|a\x01b.md|a\\b.md|a&amp;b.md|<b>.md|*.md|a:b.md"
).split("|")


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_every_note_has_its_page(write: Write, tmp_path: Path) -> None:
    notes: dict[str, str | bytes] = dict(BYTES)
    for number, told in enumerate(TOLD):
        notes[f"told{number}.md"] = f"---\n{told}\n---\n# 글 {number}\n\n본문 {number}\n"
    for name in NAMES:
        notes[name] = "# 글\n\n본문\n"
    plugins = ["search", "tags", {"campnotes": {"start": "9999-12-20"}}]
    site = build_with(write(notes), tmp_path / "site", {"plugins": plugins})
    for file in site.folder.rglob("*"):
        if file.suffix in {".html", ".json", ".xml", ".js"}:
            file.read_text("utf-8")
    pages = {note["path"]: site.text(note["url"]) for note in site.inventory["notes"]}
    assert set(pages) == set(notes)
    for number in range(len(TOLD)):
        assert f"본문 {number}" in pages[f"told{number}.md"]
    assert all(len(note["title"]) <= 200 for note in site.inventory["notes"])
