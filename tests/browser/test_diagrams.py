"""Diagrams: every kind is drawn, and a page loads what its kinds need."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from support.sites import build_with

pytestmark = pytest.mark.browser

MOST = 350_000  # bytes of a kind, as servers pack them
MORE = {"mindmap": 380_000}  # laid out by a library of its own
# What people draw in notes, each on a page of its own.
KINDS = {
    "flow": "graph LR\nA[시작]-->B{맞나}",
    "sequence": "sequenceDiagram\nA->>B: 안녕",
    "class": "classDiagram\nclass A {\n+int n\n}\nA <|-- B",
    "state": "stateDiagram-v2\n[*] --> A",
    "relations": "erDiagram\nA ||--o{ B : has",
    "gantt": "gantt\ndateFormat YYYY-MM-DD\nsection S\nA :a, 2026-01-01, 3d",
    "pie": 'pie\n"A" : 2\n"B" : 1',
    "mindmap": "mindmap\n  root\n    A\n    B",
    "git": "gitGraph\ncommit\nbranch b\ncommit",
    "timeline": "timeline\n2026 : A",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("diagrams")
    notes = folder / "notes"
    notes.mkdir()
    for name, diagram in KINDS.items():
        text = f"# {name}\n\n```mermaid\n{diagram}\n```\n"
        (notes / f"{name}.md").write_text(text, "utf-8")
    build_with(notes, folder / "site", {"strict": False}, content_security_policy=True)
    return folder / "site"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_diagram_is_drawn_from_its_own_parts(
    kind: str, site: Path, serve: Callable[[Path], str], opened: Page
) -> None:
    loaded: set[str] = set()
    opened.on("request", lambda request: loaded.add(urlsplit(request.url).path))
    opened.add_init_script(
        "const attach = Element.prototype.attachShadow;"
        "Element.prototype.attachShadow = function () { return attach.call(this, {mode: 'open'}) }"
    )
    opened.goto(f"{serve(site)}{kind}/")
    expect(opened.locator("div.mermaid > svg")).to_have_count(1)
    parts = [path for path in loaded if "/mermaid/" in path]
    assert parts
    packed = [gzip.compress((site / path[1:]).read_bytes()) for path in parts]
    assert sum(map(len, packed)) <= MORE.get(kind, MOST)


def test_arrows_are_seen_where_the_page_is_dark(
    site: Path, serve: Callable[[Path], str], opened: Page
) -> None:
    opened.add_init_script(
        "const attach = Element.prototype.attachShadow;"
        "Element.prototype.attachShadow = function () { return attach.call(this, {mode: 'open'}) }"
    )
    opened.goto(f"{serve(site)}sequence/")
    expect(opened.locator("div.mermaid > svg")).to_have_count(1)
    opened.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    colours = opened.evaluate(
        "[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? "
        "['[id$=arrowhead] path', '.messageLine0', '[id$=crosshead] path'].map((part) => {"
        " const { fill, stroke } = getComputedStyle(shadowRoot.querySelector(part));"
        " return part.startsWith('[id$=a') ? fill : stroke }) : [])"
    )
    assert len(colours) == 3
    assert len(set(colours)) == 1
