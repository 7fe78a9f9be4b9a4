"""Blocks: headings, contents, lists, tables, code, HTML, sessions."""

from __future__ import annotations

from support.growth import Shape
from support.shapes.making import both, numbered, repeated, written

_TOC = "# 목차\n\n"


def _contents(name: str, entry: str, heading: str) -> Shape:
    """A contents of n entries over n headings, both with numbers for `#N`."""

    def write(n: int) -> str:
        entries = "".join(entry.replace("#N", str(number)) for number in range(n))
        headings = "".join(heading.replace("#N", str(number)) for number in range(n))
        return f"{_TOC}{entries}\n{headings}"

    # Fewer are all compared with each other.
    return written(name, write, least=128)


def _table(columns: int, rows: int) -> str:
    row = "|" + "a|" * columns + "\n"
    rule = "|" + "-|" * columns + "\n"
    return row + rule + row * rows


def _square(n: int) -> str:
    side = max(1, int(n**0.5))
    return _table(side, side)


def _session(name: str, unit: str) -> Shape:
    return numbered(name, unit, before="## 피어세션\n\n")


BLOCKS: tuple[Shape, ...] = (
    # Headings.
    numbered("headings", "## 제목 #N\n\n글\n\n"),
    repeated("headings of one text", "## a\n\n"),
    repeated("headings without text", "##\n\n"),
    both("headings a and a-n", "## a\n", "## a-#N\n"),
    both("headings a-n and a", "## a-#N\n", "## a\n"),
    repeated("headings a, a-1", "# a\n# a-1\n"),
    repeated("headings a, a 1, a-1", "# a\n# a 1\n# a-1\n# a-1-1\n"),
    repeated("underlined headings", "a\n=\n"),
    repeated("lines with an underline", "a\n", after="=\n"),
    repeated("HTML headings", "<h2>a</h2>\n"),
    repeated("HTML headings apart", "<h2>a</h2>\n\n"),
    repeated("HTML headings open", "<h2>"),
    numbered("HTML headings with ids", '<h2 id="a#N">a #N</h2>\n\n'),
    repeated("rules", "---\n"),
    repeated("# 목차", "# 목차\n"),
    repeated("# 목차 with a list", "# 목차\n\n- a\n\n"),
    # Contents.
    _contents("contents", "- [제목 #N](#제목-#N)\n", "## 제목 #N\n"),
    _contents("contents without anchors", "- 제목 #N\n", "## 제목 #N\n"),
    _contents("contents with wrong anchors", "- [제목 #N](#틀린-#N)\n", "## 제목 #N\n"),
    _contents("contents of nothing", "- [갑을병#N](#자축인-#N)\n", "## 제목 #N\n"),
    _contents("contents, many equal", "- [제목](#틀린)\n", "## 제목\n"),
    _contents("contents, bare, of nothing", "- 갑을병 #N\n", "## 제목 #N\n"),
    _contents("contents in wrong order", "- [제목 9#N](#다른-1#N)\n", "## 1#N 제목\n"),
    _contents("contents without #", "- [제목 #N](제목-#N)\n", "## 제목 #N\n"),
    _contents("contents of bold texts", "- [제목 #N](#제목-#N)\n", "**제목 #N**\n\n"),
    _contents("contents in HTML", '<a href="#제목-#N">제목 #N</a>\n', "## 제목 #N\n"),
    numbered("lists of anchors apart", "- [a](#a#N)\n- [b](#b#N)\n- [c](#c#N)\n\n---\n"),
    repeated("contents without headings", "- [a](#b)\n", before=_TOC),
    repeated("a contents on a line", "[a](#b) ", before=_TOC),
    numbered("a contents on a line, numbered", "[a #N](#b-#N) ", before=_TOC),
    repeated("an untitled contents", "- [a](#b)\n"),
    numbered("ids in HTML and links to them", '<a id="b#N"></a>\n\n[a](#b#N)\n\n'),
    numbered("ids in HTML and loose links", '<a id="b#N"></a>\n\n[a](#B-#N)\n\n'),
    both("loose anchors", "## 제목 #N\n", "[a](#제목_#N) "),
    both("missing anchors", "## 제목 #N\n", "[a](#없는-#N) "),
    # Lists and quotations.
    repeated("a list", "- a\n"),
    repeated("a loose list", "- a\n\n"),
    repeated("an ordered list", "1. a\n"),
    repeated("lists of two marks", "- a\n* a\n"),
    repeated("- in a line", "- "),
    repeated("1. in a line", "1. "),
    repeated("> in a line", "> "),
    repeated(">", ">"),
    repeated("> and - in a line", "> - "),
    repeated("quotations", "> a\n"),
    repeated("quotations apart", "> a\n\n"),
    repeated("lazy quotations", "a\n", before="> "),
    repeated("tasks", "- [ ] a\n"),
    repeated("tasks on a line", "- [ ] "),
    repeated("alerts", "> [!NOTE]\n> a\n\n"),
    written("lists nested", lambda n: "".join("  " * (k % 60) + "- a\n" for k in range(n))),
    written("quotes nested", lambda n: "".join("> " * (k % 60) + "a\n" for k in range(n))),
    repeated("items without text", "-\n"),
    repeated("items and code", "- a\n\n      b\n\n"),
    # Tables.
    written("rows of a table", lambda n: _table(3, n)),
    written("columns of a table", lambda n: _table(n, 1)),
    written("a square table", _square),
    written("a table with short rows", lambda n: _table(n, 0) + "|a|\n" * n, least=512),
    repeated("|", "|"),
    repeated("| on lines", "|\n"),
    repeated("tables apart", "|a|\n|-|\n|b|\n\n"),
    repeated("a table's rule", "-|"),
    repeated("a table's rule with a head", "|a\n-|"),
    repeated("escaped |", "\\|", before="|a|\n|-|\n"),
    repeated("lone tags below items", "- a\n<br>\n"),
    repeated("lone bars below tables", "|a|\n|-|\n|\n"),
    repeated("rows with tags", "<br>\n", before="|a|\n|-|\n"),
    repeated("rows with open tags", "<a \n", before="|a|\n|-|\n"),
    repeated("a row of open tags", "<a ", before="|a|\n|-|\n"),
    written("a row of attributes", lambda n: "|a|\n|-|\n<a" + " b" * n + " c\n"),
    written("a row of spaces behind", lambda n: "|a|\n|-|\n<a>" + " " * n + "c\n"),
    # Code and formulas.
    repeated("lines of code", "x = 1\n", before="```python\n"),
    repeated("fences", "```\na\n```\n"),
    repeated("fences of Python", "```python\nx = 1\n```\n"),
    repeated("fences open", "```a\n"),
    repeated("~~~", "~~~\n"),
    repeated("indented code", "    a\n"),
    repeated("code of one line", "x = 1; ", before="```python\n"),
    repeated("code of quotes", '"', before="```python\n"),
    repeated("code of brackets", "(", before="```python\n"),
    repeated("code of brackets in C", "a(", before="```c\n"),
    repeated("code of names in C++", "a b ", before="```cpp\n"),
    repeated("code of names in Java", "a b(", before="```java\n"),
    repeated("code of names in Kotlin", "a b<", before="```kotlin\n"),
    repeated("code of slashes in JavaScript", "/", before="```js\n"),
    repeated("code of templates in JavaScript", "`${", before="```js\n"),
    repeated("code of < in JSX", "<a ", before="```jsx\n"),
    repeated("code of < in HTML", "<a ", before="```html\n"),
    repeated("code of <! in HTML", "<!", before="```html\n"),
    repeated("code of { in JSON", '{"a":', before="```json\n"),
    repeated("code of quotes in SQL", "'a", before="```sql\n"),
    repeated("code of $( in a shell", "$(", before="```bash\n"),
    repeated("code of << in a shell", "<<a ", before="```bash\n"),
    repeated("code of keys in YAML", "a: ", before="```yaml\n"),
    repeated("code of - in YAML", "- ", before="```yaml\n"),
    repeated("code of spaces in YAML", "a" + " " * 30, before="```yaml\n"),
    repeated("code of # in Markdown", "*a ", before="```markdown\n"),
    repeated("code in a console", "$ a\n", before="```console\n"),
    repeated("code of { in CSS", "a{", before="```css\n"),
    repeated("code of words in Ruby", "%w", before="```ruby\n"),
    repeated("code of words in Perl", "s/a", before="```perl\n"),
    repeated("code of words in PHP", "<?php $a ", before="```php\n"),
    repeated("code of words in Rust", "'a", before="```rust\n"),
    repeated("code of words in Swift", "a(b:", before="```swift\n"),
    repeated("code of words in Go", "a.", before="```go\n"),
    repeated("code of words in a diff", "+a\n", before="```diff\n"),
    repeated("code of words in Scala", "a[", before="```scala\n"),
    repeated("code of words in R", "a <- ", before="```r\n"),
    repeated("code of words in TeX", "\\a{", before="```tex\n"),
    repeated("code of words in Haskell", "{-", before="```haskell\n"),
    written("an info string", lambda n: "```" + "a," * n + "\nb\n```\n"),
    written("an info string of titles", lambda n: "```py " + 'title="' * n + "\nb\n```\n"),
    repeated("formulas", "$$\na\n$$\n"),
    repeated("formulas open", "$$\n"),
    repeated("formulas open with text", "$$ a\n"),
    repeated("diagrams", "```mermaid\ngraph LR\n```\n"),
    # HTML.
    repeated("<div> and <a", "<a ", before="<div>"),
    repeated("<div> and <a on lines", "<a \n", before="<div>\n"),
    repeated('<div> and <a href="', '<a href="', before="<div>"),
    repeated("<div> and <", "<", before="<div>"),
    repeated("<div> and </", "</", before="<div>"),
    repeated("<div> and </a", "</a ", before="<div>"),
    repeated("<div> and <!", "<!", before="<div>"),
    repeated("<div> and <!--", "<!--", before="<div>"),
    repeated("<div> and <!-->", "<!-->", before="<div>"),
    repeated("<div> and <?", "<?", before="<div>"),
    repeated("<div> and <![", "<![", before="<div>"),
    repeated("<div> and <![CDATA[", "<![CDATA[", before="<div>"),
    repeated("<div> and <![CDATA[ ]]>", "<![CDATA[a]]>", before="<div>"),
    repeated("<div> and &", "&", before="<div>"),
    repeated("<div> and &a", "&a", before="<div>"),
    repeated("<div> and &#", "&#1", before="<div>"),
    repeated("<div> and text", "a ", before="<div>"),
    repeated("<div> and lines", "a\n", before="<div>"),
    repeated("<div> and links", '<a href="b">c</a>', before="<div>"),
    repeated("<div> and links on lines", '<a href="b">c</a>\n', before="<div>"),
    repeated("<div> and images", '<img src="b.png">\n', before="<div>"),
    repeated("<div> and headings", "<h2>a</h2>", before="<div>"),
    repeated("<div> and <title>", "<title>", before="<div>"),
    repeated("<div> and <textarea>", "<textarea>", before="<div>"),
    repeated("<div> and <script>", "<script>", before="<div>"),
    repeated("<div> and <script", "<script ", before="<div>"),
    repeated("<div> and <svg>", "<svg>", before="<div>"),
    repeated("<div> and <math>", "<math><mi>", before="<div>"),
    repeated("<div> and <table>", "<table>", before="<div>"),
    repeated("<div> and <td>", "<td>", before="<div><table>"),
    repeated(
        "<div> and cells over rows",
        '<tr><td rowspan="200" colspan="30">a',
        before="<div><table>",
    ),
    repeated("<div> and <select>", "<select>", before="<div>"),
    repeated("<div> and <b>", "<b>", before="<div>"),
    repeated("<div> and <a>", "<a>", before="<div>"),
    repeated("<div> and <a><p>", "<a><p>", before="<div>"),
    repeated("<div> and <b><p>", "<b><p>", before="<div>"),
    repeated("<div> and <b></p>", "<b></p>", before="<div>"),
    repeated("<div> and <nobr>", "<nobr>", before="<div>"),
    repeated("<div> and <li>", "<li>", before="<div>"),
    repeated("<div> and <dd>", "<dd>", before="<div>"),
    repeated("<div> and <p>", "<p>", before="<div>"),
    repeated("<div>", "<div>"),
    repeated("<div> on lines", "<div>\n"),
    repeated("<div> apart", "<div>\n\n"),
    repeated("</div> apart", "</div>\n\n"),
    repeated("<details> apart", "<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n"),
    repeated("<details> open", "<details>\n\n"),
    repeated("<b> apart", "<b>a\n\n"),
    repeated("<blockquote> apart", "<blockquote>\n\n"),
    repeated("<!-- on lines", "<!--\n"),
    repeated("<!-- apart", "<!-- a -->\n\n"),
    repeated("<? on lines", "<?\n"),
    repeated("<pre> on lines", "<pre>\n"),
    repeated("<script> on lines", "<script>\n"),
    written("attributes in <div>", lambda n: "<div " + "a " * n + ">"),
    written("equal attributes in <div>", lambda n: "<div " + "id=a " * n + ">"),
    written("classes in <div>", lambda n: '<div class="' + "a " * n + '">'),
    written("<div> and srcset", lambda n: "<div><img srcset='" + "b 1x, " * n + "'>"),
    written("<div> and spaces", lambda n: "<div><a" + " " * n),
    written("<div> and quotes", lambda n: "<div><a " + "'\"" * n),
    written("<div> and slashes", lambda n: "<div><a" + "/" * n),
    # Sessions.
    _session("presenters", "### 주제 #N\n\n발표자: 윤서진\n\n"),
    _session("presenters in titles", "### 주제 #N (윤서진)\n\n- 글\n\n"),
    _session("presenters in a list", "- 윤서진: 주제 #N\n"),
    _session("different presenters", "- 민지#N님: 주제 #N\n"),
    _session("names of one list", "- 윤서진\n"),
    _session("labels", "발표자: 윤서진\n\n"),
    _session("bare labels", "발표자\n\n"),
    _session("bare labels in a list", "- 발표자\n"),
    _session("names under a bare label", "- 윤서진\n"),
    _session("sessions", "## 피어세션\n\n### 주제 #N (윤서진)\n\n"),
    _session("unsure presenters", "### 정규화 #N (정확도)\n\n"),
    _session("presenters with materials", "### 주제 #N (윤서진)\n\n- https://a.example/#N\n\n"),
    _session("presenters with questions", "### 주제 #N (윤서진)\n\n- 왜 그런가요 #N?\n\n"),
    repeated("questions with answers in a list", "- 왜 그런가요?\n  - a\n", before="## 질문\n\n"),
    repeated("questions apart", "Q. 왜 그런가요?\n\nA. a\n\n"),
    repeated("marks without questions", "- Q\n"),
    repeated("questions nested by names", "- @a\n    - 왜 그런가요?\n", before="## 피어세션\n\n"),
    repeated("a question with answers", "- a\n", before="## 질문\n\n왜 그런가요?\n\n"),
    repeated("titles of questions", "- 질문\n    - a\n"),
    repeated("rows of questions", "왜 그런가요?\n", before="## 피어세션\n\n"),
    _session("presenters with the same link", "### 주제 #N (윤서진)\n\n[a](b.md)\n\n"),
    _session("nested topics", "- 윤서진: 주제 #N\n  - 심우창: 주제 #N\n"),
    written(
        "materials of one presenter",
        lambda n: "## 피어세션\n\n### 주제 (윤서진)\n\n" + "- https://a.example\n" * n,
    ),
    written(
        "a table of presenters",
        lambda n: "## 피어세션\n\n|발표자|주제|\n|-|-|\n" + "|윤서진|큐|\n" * n,
    ),
    repeated("모더레이터", "모더레이터: 오지안\n\n"),
    # Front matter.
    numbered("keys of front matter", "key#N: a\n", before="---\n", between=""),
    written("tags of front matter", lambda n: "---\ntags: [" + "a, " * n + "]\n---\n"),
    written("tags apart by commas", lambda n: "---\ntags: " + "a, " * n + "\n---\n"),
    written(
        "different tags",
        lambda n: "---\ntags: [" + ", ".join(f"t{k}" for k in range(n)) + "]\n---\n",
    ),
    written(
        "presenters of front matter", lambda n: "---\npresenters: [" + "윤서진, " * n + "]\n---\n"
    ),
    written(
        "names of front matter",
        lambda n: "---\npresenters: [" + ", ".join(f"Ann A{k}" for k in range(n)) + "]\n---\n",
    ),
    written(
        "brackets of front matter", lambda n: "---\na: " + "[" * min(n, 60) + "x" * n + "\n---\n"
    ),
    repeated("rules of front matter", "---\n", before="---\na: b\n"),
    repeated("front matter open", "a: b\n", before="---\n"),
    written("front matter, no mapping", lambda n: "---\n" + "- a\n" * n + "---\n"),
    written("a long title", lambda n: "---\ntitle: " + "가" * n + "\n---\n"),
    written("a long body behind front matter", lambda n: "---\ntitle: a\n---\n" + "a\n" * n),
)
