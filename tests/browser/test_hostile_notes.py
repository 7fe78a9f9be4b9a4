"""What a note says, whatever it says: the page around it, and its reader, stay as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from campnotes.rendering.sanitize import sanitize
from support.sites import build_with

pytestmark = pytest.mark.browser

FORMULAS = [
    "$a^2$", r"$\rule{9999em}{9999em}$", r"$\href{javascript:alert(1)}{x}$", r"$\x$",
    "$" + "{" * 3000 + "x" + "}" * 1500 + "$", f"${'x' * 6000}$",
    r"$\kern{-500em}\rule{400em}{9em}$", r"$\def\x#1{" + "#1" * 99 + r"}\x{\x{" + "a" * 400 + "}}$", r"$\def\R{\mathbb R}\R$", "$b^2$",
]  # fmt: skip
DIAGRAMS = [
    "graph LR\nA-->B", "graph LR\nA[<img src=http://x.test/1.png>]-->B", "graph KR\nno",
    'graph LR\nA@{ img: "http://x.test/2.png", h: 60 }', "graph LR\nA-->B\nclick A call alert(1)",
    '%%{init: {"securityLevel": "loose", "themeCSS": "@import \'http://x.test/3\'"}}%%\ngraph LR\nA-->B',
    "graph LR\nA-->B\nstyle A background-image:url(http://x.test/4.png)",
    "graph LR\nA-->B\nclassDef c background:u\\72l(http://x.test/5.png)\nclass A c",
    'sequenceDiagram\nA->>B: <b onclick="alert(1)">x</b>', "classDiagram\nclass A {\n<<interface>>\n}",
]  # fmt: skip
REMOTE = (
    "![그림](http://x.test/6.png) [![배지](//x.test/7.png)](https://y.test/)\n\n"
    '<video src="http://x.test/8.mp4" poster="http://x.test/9.png"></video>\n'
)


def _fenced(diagram: str) -> str:
    return f"```mermaid\n{diagram}\n```"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    notes = {
        "names.md": "# 이름\n\n$x$\n\n```mermaid\ngraph LR\nA-->B\n```\n\n",
        "formulas.md": "# 수식\n\n" + "\n\n".join(FORMULAS) + "\n",
        "diagrams.md": "# 그림\n\n" + "\n\n".join(map(_fenced, DIAGRAMS)) + "\n",
        "remote.md": f"# 밖\n\n{REMOTE}",
        "plain.md": "# 글\n",
    }
    names = ["Mermaid", "KaTeX", "exports", "module", "`define`", "`__search`", "`__md_scope`"]
    notes["names.md"] += "\n\n글\n\n".join(f"## {name}" for name in names)
    (folder / "notes").mkdir()
    for path, text in notes.items():
        (folder / "notes" / path).write_text(text, "utf-8")
    build_with(folder / "notes", folder / "site", {"strict": False}, remote_images="ask")
    return folder / "site"


@pytest.fixture
def address(site: Path, serve: Callable[[Path], str]) -> str:
    return serve(site)


@pytest.fixture
def asked(opened: Page, address: str) -> list[str]:
    """The addresses on other hosts that a page has asked for."""
    elsewhere: list[str] = []
    opened.route(lambda url: not url.startswith(address), lambda route: route.abort())
    opened.on(
        "request", lambda r: elsewhere.append(r.url) if not r.url.startswith(address) else None
    )
    return elsewhere


def test_headings_can_be_called_as_what_the_page_is_made_of(
    opened: Page, address: str, asked: list[str]
) -> None:
    opened.goto(f"{address}names/#mermaid")
    body = opened.locator("[data-campnotes-body]")
    expect(body.locator(".katex")).to_have_count(1)
    expect(body.locator("div.mermaid")).to_have_count(1)
    for anchor in ("mermaid", "__search", "exports"):
        opened.goto(f"{address}names/#{anchor}")
        expect(body.locator(f'[name="{anchor}"]')).to_be_in_viewport()
    assert opened.locator("#__search").evaluate("(e) => e.className") == "md-toggle"
    assert asked == []


# Material closes the shadow trees that it draws diagrams into.
OPEN_SHADOWS = """{
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function () { return attachShadow.call(this, { mode: "open" }) }
}"""
TYPES = """() => {
  const names = new Set()
  for (let of of [window, document, document.createElement("form")])
    for (; of; of = Object.getPrototypeOf(of))
      for (const name of Object.getOwnPropertyNames(of)) names.add(name)
  return Object.fromEntries([...names, "MathJax", "mermaid", "katex", "exports", "module", "define"]
    .map((name) => [name, typeof window[name]]))
}"""


def test_no_global_is_another_one_beside_a_note(site: Path, opened: Page, address: str) -> None:
    opened.goto(f"{address}plain/")
    before = opened.evaluate(TYPES)
    hostile = sanitize("".join(f'<h2 id="{name}"></h2><img name="{name}">' for name in before))
    page = (site / "plain" / "index.html").read_text("utf-8")
    body = '<div data-campnotes-body="md">'
    (site / "clobbering").mkdir()
    (site / "clobbering" / "index.html").write_text(page.replace(body, body + hostile))
    opened.goto(f"{address}clobbering/")
    assert opened.locator("[data-campnotes-body] h2").count() == len(before)
    after = opened.evaluate(TYPES)
    assert {name: of for name, of in after.items() if before.get(name) != of} == {}


def test_each_formula_is_typeset_by_itself(opened: Page, address: str, asked: list[str]) -> None:
    opened.goto(f"{address}formulas/")
    body = opened.locator("[data-campnotes-body]")
    expect(body.locator(".katex").last).to_contain_text("b")
    # KaTeX's style is there.
    expect(body.locator(".katex-mathml").first).to_have_css("position", "absolute")
    assert body.locator("a[href^=javascript]").count() == 0
    widths = body.locator(".katex-html").evaluate_all("(all) => all.map((e) => e.scrollWidth)")
    assert max(widths) < 1000
    # What a formula draws left of its place is cut at the note's edge.
    covered = opened.evaluate(
        "document.elementFromPoint(20, 300)?.closest('[data-campnotes-body]')"
    )
    assert covered is None
    assert asked == []


def test_each_diagram_is_drawn_by_itself(opened: Page, address: str, asked: list[str]) -> None:
    opened.add_init_script(OPEN_SHADOWS)
    opened.goto(f"{address}diagrams/")
    drawn = opened.locator("[data-campnotes-body] div.mermaid")
    expect(drawn).to_have_count(len(DIAGRAMS))
    # The others load something, or are none: they stay as they are written.
    expect(opened.locator("div.mermaid > svg")).to_have_count(5)
    expect(opened.locator("div.mermaid > svg rect.label-container").first).to_be_visible()
    assert opened.locator("div.mermaid [onclick], div.mermaid img, div.mermaid image").count() == 0
    assert opened.locator("body > [id^=d__mermaid]").count() == 0
    assert asked == []


def test_images_of_other_hosts_are_loaded_when_asked_for(
    opened: Page, address: str, asked: list[str]
) -> None:
    opened.goto(f"{address}remote/")
    body = opened.locator("[data-campnotes-body]")
    asking = body.locator(".campnotes-ask")
    expect(asking).to_have_count(3)
    expect(asking.first).to_contain_text("x.test")
    assert asked == []
    asking.last.click()
    expect(body.locator("video[preload=none][controls]:not([poster])")).to_have_count(1)
    with opened.expect_request("http://x.test/7.png") as request:
        asking.nth(1).click()
    assert "referer" not in request.value.headers
    assert opened.url == f"{address}remote/"
