"""The specifications: CommonMark's examples, and GFM's extensions against GitHub's own parser.

`commonmark.json` holds the examples of the CommonMark specification 0.31.2 by John MacFarlane,
under CC BY-SA 4.0 (https://spec.commonmark.org/0.31.2/).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark

from campnotes.linking.notebook import link_notebook, survey
from campnotes.parsing.note import parse_note
from campnotes.rendering.note import Options, render_note
from campnotes.rendering.sanitize import sanitize
from campnotes.settings import Settings
from notebooks import HOME

sys.path.insert(0, str(HOME / "bench"))
from fidelity import tokens

EXAMPLES = json.loads((Path(__file__).parent / "commonmark.json").read_text("utf-8"))
# Where GFM says otherwise than CommonMark: it links bare addresses (GFM 6.9).
AUTOLINKED = {602, 608, 611, 612}
# And it shows some tags as text (GFM 6.11).
DISALLOWED = re.compile(r"<(?=/?(?:title|textarea|style|xmp|iframe|script|plaintext)\b)")


def rendered(markdown: str) -> str:
    # A rule on the first line would be front matter in a note.
    parsed = [parse_note("\n" + markdown, "a.md", repair_emphasis=False)]
    (note,) = link_notebook(parsed, survey(parsed, Settings())).notes
    return render_note(note, lambda linked: linked.link.url, Options())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e['example']}")
def test_commonmark(example: dict[str, str]) -> None:
    if example["example"] in AUTOLINKED:
        pytest.skip("GFM's extended autolinks")
    expected = DISALLOWED.sub("&lt;", example["html"])
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
        "**강조**와 *기울임* 그리고 `코드`", "\\*별표\\* &copy; &#44608;", "제목\n===\n\n소제목\n---\n",
    ],
)  # fmt: skip
def test_github_s_extensions(markdown: str) -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Cmark.CMARK_OPT_UNSAFE)
    assert tokens(rendered(markdown)) == tokens(sanitize(html))
