"""The specifications: CommonMark's examples, GFM's of its extensions, and GitHub's own parser.

`commonmark.json` holds the examples of the CommonMark specification 0.31.2 by John MacFarlane
(https://spec.commonmark.org/0.31.2/), `gfm.json` those of the extensions in the GitHub Flavored
Markdown specification 0.29 (https://github.github.com/gfm/), both under CC BY-SA 4.0.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark

from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.parsing.note import parse_note
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.rendering.sanitize import sanitize
from campnotes.settings import ParseOptions, Settings
from support.fences import read_parts
from support.notebooks import HOME

sys.path.insert(0, str(HOME / "bench"))
from fidelity import tokens

HERE = Path(__file__).parent
COMMONMARK = json.loads((HERE / "commonmark.json").read_text("utf-8"))
GFM = json.loads((HERE / "gfm.json").read_text("utf-8"))
# Where GFM says otherwise than CommonMark: it links bare addresses (GFM 6.9).
AUTOLINKED = {602, 608, 611, 612}
# Two brackets are Obsidian's wikilinks to us.
WIKILINKS = {590}
# And it shows some tags as text (GFM 6.11).
DISALLOWED = re.compile(r"<(?=/?(?:title|textarea|style|xmp|iframe|script|plaintext)\b)")


def rendered(markdown: str) -> str:
    # A rule on the first line would be front matter in a note.
    as_written = ParseOptions(repair_emphasis=False, repair_addresses=False)
    parsed = [parse_note("\n" + markdown, "a.md", as_written)]
    (note,) = link_notebook(parsed, survey(parsed, Settings())).notes
    return render_note(note, lambda linked: linked.link.url, Options())


def github(markdown: str) -> str:
    html: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Cmark.CMARK_OPT_UNSAFE)
    return html


@pytest.mark.parametrize("example", COMMONMARK, ids=lambda e: f"{e['example']}")
def test_commonmark(example: dict[str, Any]) -> None:
    if example["example"] in WIKILINKS:
        pytest.skip("GitHub shows a mark of Obsidian as it is written")
    linked = example["example"] in AUTOLINKED
    expected = github(example["markdown"]) if linked else example["html"]
    expected = DISALLOWED.sub("&lt;", expected)
    assert tokens(rendered(example["markdown"])) == tokens(sanitize(expected))


@pytest.mark.parametrize("example", GFM, ids=lambda e: f"{e['example']}")
def test_gfm(example: dict[str, str]) -> None:
    expected = example["html"]
    if example["extension"] == "disabled":  # task lists, which the specification's tests leave out
        expected = github(example["markdown"])
    assert tokens(rendered(example["markdown"])) == tokens(sanitize(expected))


@pytest.mark.parametrize(
    "markdown",
    [
        "| a | b |\n| - | - |\n| c | d |\n", "| a | b |\n| :-: | --: |\nc | d\n",
        "| a\\|b |\n| - |\n| **x** \\| y |\n", "| a | b |\n| - | - |\n| c |\n| d | e | f |\n> g\n",
        "| a |\n| - | - |\n| b |\n", "글\n| a | b |\n| - | - |\n| c | d |\n글\n", "|a|b|\n|-|-|\n",
        "- [ ] a\n- [x] b\n", "- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d\n", "1. [ ] a\n",
        "~~a~~ b", "~a~ b", "a ~~~b~~~", "~~a\n\nb~~", "3~5 ~6~ 7", "a~b~c",
        "www.a.example", "www.a.example/b?c=d(e)f", "www.a.example/b).", "(www.a.example/b)",
        "www.a.example/b&amp;", "http://a.example", "(https://a.example/b)", "https://a.example/한글을",
        "https://a.example/b를 보고", "a@b.example", "a+b@c.example, d",
        "<strong> <title> <em>\n", "- a\n- b\n\n      code\n", "1) a\n2) b\n3. c\n", "***\n---\n",
        "a<br>b &nbsp; c", "<details>\n<summary>a</summary>\n\n- b\n\n</details>\n",
        "글\n```python\nx\n```\n글", "- a\n  ```\n  x\n  ```\n- b", "1. a\n\n   b\n\n2. c\n",
        "링크:https://a.example", "참고https://a.example/b", "->https://a.example", '"https://a.example"',
        "(https://a.example/a_(b))", "https://a.example,https://b.example", "http://localhost:8000/",
        "ftp://a.example", "xhttps://a.example", "http://", "[https://a.example 글](https://b.example)",
        "메일:a_b@c.example", "a@b@c.example", "/a@b.example", "mailto:a@b.example", "a@b", "가www.a.example",
        "- [ ] 1. 가\n- [x] # 나\n- [ ] - 다\n  - 라\n", "- [ ] a\n\n- [x] b\n", "- [x]a\n- [ ]\n",
        "| a |\n| - |\n| b |\n<br>\n\n글", "| a |\n| - |\n| b |\n<br>글", "3~5개 5~6개",
        "- 가\n<br>\n나", "1. 가\n<img src='a.png'>\n2. 나", "- 가\n  <br>\n나", "- 가\n  - 나\n  <br>\n  다",
        "> 가\n<br>\n나", "> - 가\n> <br>\n> 나", "- > 가\n</div>\n나", "- 가\n    <br>\n나", "- 가\n<br> 나\n다",
        "| a | b |\n|---|---|\n| c | d |\n|\n| e | f |\n", "> |a|\n> |-|\n> |\n> |b|", "|a|\n|-|\n||\n|b|", "|\n가",
        "".join(f"{'  ' * i}- {i}\n" for i in range(30)), "> " * 40 + "a",
        "<script>a <a href='/b'>c</a></script>\n", "**강조**와 *기울임* 그리고 `코드`", "\\*별표\\* &copy; &#44608;", "제목\n===\n\n소제목\n---\n",
    ],
)  # fmt: skip
def test_github_s_extensions(markdown: str) -> None:
    assert tokens(rendered(markdown)) == tokens(sanitize(github(markdown)))


def cases() -> Iterator[tuple[str, str]]:
    """Go through the notes in `cases/as_on_github.md`, each with what it is about."""
    title = ""
    file = HERE / "cases" / "as_on_github.md"
    for part in read_parts(file.read_text("utf-8")):
        if isinstance(part, str):
            title = part
        else:
            yield title, part.text


@pytest.mark.parametrize(("title", "markdown"), list(cases()))
def test_what_authors_write(title: str, markdown: str) -> None:
    assert tokens(rendered(markdown)) == tokens(sanitize(github(markdown))), title


def test_the_comparison_sees_what_a_reader_would() -> None:
    pairs = [("- [ ] a", "- [x] a"), ("[a](b)", "[a](c)"), ("1. a", "2. a"), ("a[^1]\n\n[^1]: b", "a"),
             ("|a|\n|:-:|\n", "|a|\n|-|\n"), ("    a", "     a"), ("- a\n- b", "- a\n\n- b")]  # fmt: skip
    assert all(tokens(rendered(a)) != tokens(rendered(b)) for a, b in pairs)
