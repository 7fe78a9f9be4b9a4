"""Pages see no more of notes than their keys are told of them, and the surface of a site."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import jinja2
import pytest
from msgspec.structs import replace

from campnotes.linking.model import Note
from campnotes.pages.environment import make_environment, render_note_foot, render_note_head
from campnotes.pages.kinds import generated_pages
from campnotes.pages.note.foot import note_foot
from campnotes.pages.note.head import note_head
from campnotes.pages.page_heads import generated_page_head
from campnotes.parsing.note import ParsedNote
from campnotes.settings import Settings
from campnotes.site.sharing.descriptions import describe_notes
from campnotes.site.sharing.note_page_head import note_page_head
from campnotes.site.sharing.shared_site import SharedSite
from support.notebooks import make_notebook
from support.small_sites import pages, site_of

# `_name` of `shown_facts.py` tells these; `_presentation` what is read for answers.
TOLD = {"path", "title", "own_title", "topic", "full_title", "title_origin", "place"}
IN_SURFACES = {"of_blocks.py", "tags.py", "heat.py", "descriptions.py"}
OF_THEMSELVES = {"model.py", "excerpts.py", "of_blocks.py"}
NOTES = {
    "README.md": "# 노트\n\n[첫날](week1/day1.md)\n",
    "SUMMARY.md": "- [첫날](week1/day1.md)\n",
    "week1/day1.md": "# Day 1\n\n## 목차\n- [정리](#정리)\n\n## 정리\n\n[다음](day2.md), day2.md\n\n#정렬\n\n"
    "## 피어세션\n\n### 큐 - 김나래\n\n[자료](https://docs.example.org/q)\n\n- Q. 왜 그런가요?\n  - A. 그래서요.\n"
    "\n## 학습 회고\n\n좋았다.\n",
    "week1/day2.md": "# Day 2\n\n## 정리\n\n[폴더](../extra)\n\n발표자: 박도윤\n\nhttps://docs.example.org/q\n\n"
    "## 피어세션\n\n### 큐 - 김나래\n\n- Q. 또 왜요?\n  - A. 그러게요.\n",
    "week1/day2/peersession.md": "# 피어세션\n\n### 트리 - 오지안\n\n[자료](https://docs.example.org/q)\n",
    "week2/day6.md": "---\ntags: [정렬]\n---\n# Day 6\n\n## 정리\n\nday1.md, [없음](nix.md)\n\n## 학습 회고\n\n힘들었다.\n",
    "extra/a.md": "# 따로\n\n## 정리\n",
}


def test_templates_see_only_the_names_and_places_of_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = make_notebook(NOTES, Settings())
    seen: set[str] = set()
    rendering: list[str] = []
    render = jinja2.Template.render
    get = object.__getattribute__

    def render_watched(self: jinja2.Template, *given: Any, **named: Any) -> str:
        rendering.append(self.name or "")
        try:
            return render(self, *given, **named)
        finally:
            rendering.pop()

    def get_watched(self: Note, name: str) -> Any:
        asking = Path(sys._getframe(1).f_code.co_filename).name
        if rendering and not name.startswith("__") and asking not in OF_THEMSELVES:
            seen.add(name)
        return get(self, name)

    monkeypatch.setattr(jinja2.Template, "render", render_watched)
    monkeypatch.setattr(Note, "__getattribute__", get_watched)
    assert len(pages(notebook)) > 10
    site = site_of(notebook)
    environment = make_environment([], "ko")
    for note in notebook.notes:
        render_note_head(environment, note, site)
        render_note_foot(environment, note, site)
    assert "full_title" in seen
    assert seen <= TOLD


def test_pages_see_of_the_texts_of_notes_what_a_surface_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What else a page showed of another note's text would stay as it was when that is changed."""
    notebook = make_notebook(NOTES, Settings())
    site = site_of(notebook)
    get = object.__getattribute__
    seen: set[str] = set()

    def get_watched(self: ParsedNote, name: str) -> Any:
        if name in {"text", "blocks", "document"} and not _is_told():
            seen.add(sys._getframe(1).f_code.co_qualname)
        return get(self, name)

    monkeypatch.setattr(ParsedNote, "__getattribute__", get_watched)
    shared = SharedSite(site, "노트", "https://example.org/")
    shared = replace(shared, descriptions=describe_notes(notebook.notes, notebook.hidden_names))
    for page in generated_pages(site):
        generated_page_head(page, shared)
    for note in notebook.notes:
        note_head(note, site)
        note_foot(note, site)
        note_page_head(note, shared)
    assert not seen


def _is_told() -> bool:
    """Tell whether that is asked which is in a surface: `@of_blocks`, tags, the heat, descriptions."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if Path(frame.f_code.co_filename).name in IN_SURFACES:
            return True
        frame = frame.f_back
    return False
