"""A note's HTML: as on GitHub, in Material's markup, with nothing unsafe in it."""

from __future__ import annotations

import pytest

from campnotes.linking.model import LinkedLink
from campnotes.parsing.note import parse_note
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.settings import ParseOptions
from support.notebooks import make_notebook


def address(linked: LinkedLink) -> str | None:
    if linked.outcome == "external":
        return linked.link.url
    if linked.outcome == "embedded":
        return linked.link.url if linked.ok else None
    return f"/{linked.target}#{linked.anchor}" if linked.ok and linked.target else None


def html(text: str, options: Options | None = None) -> str:
    book = make_notebook({"a.md": text, "b.md": "# b\n"}, others=("img/x.png",))
    return render_note(book.by_path["a.md"], address, options or Options())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("글\n- 하나\n- 둘\n", "<p>글</p>\n<ul>\n<li>하나</li>\n<li>둘</li>\n</ul>"),
        ("- a\n  - b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>"),
        ("글\n| a |\n|---|\n| b |\n", "<th>a</th>"),
        ("3~5개, ~~지움~~", "<p>3~5개, <s>지움</s></p>"),
        ("https://a.example/b.", '<a href="https://a.example/b"'),
        ("**인덱스(index)**는 `x`", "<strong>인덱스(index)</strong>는 <code>x</code>"),
        ("**단어**는", "<strong>단어</strong>는"),
        ("커피 $5에서 $6로", "커피 $5에서 $6로"),
        ("식 $x^2$은", '<span class="arithmatex">\\(x^2\\)</span>은'),
        ("$x$는 3", '<span class="arithmatex">\\(x\\)</span>는 3'),
        ("$`x`$", '<span class="arithmatex">\\(x\\)</span>'),
        ("$PATH:$HOME, US$5", "<p>$PATH:$HOME, US$5</p>"),
        ("|a|\n|:-:|\n|b|", '<td align="center">b</td>'),
        ("```c++\n```", '<div class="language-cpp highlight">'),
        ("a**「가」**b **\"나\"**는", 'a<strong>「가」</strong>b <strong>"나"</strong>는'),
        ("a[^1] b[^1]\n\n[^1]: c", '<a class="footnote-backref" href="#fnref2:1"'),
        ("<input type=text>", '<input type="checkbox" disabled="">'),
        ("$$\nx\n$$", '<p><span class="arithmatex">\\[x\\]</span></p>'),
        ("```math\nx\n```", '<p><span class="arithmatex">\\[x'),
        ("```mermaid\nA-->B\n```", '<pre class="mermaid"><code>A--&gt;B\n</code></pre>'),
        ("```python\nx = 1\n```", '<span class="mi">1</span>'),
        ("```없는언어\na<b\n```", '<code><span id="code-1-1">a&lt;b</span>\n</code>'),
        ("> [!TIP]\n> 글", '<div class="admonition tip">\n<p class="admonition-title">Tip</p>'),
        ("- [x] 함", '<li class="task-list-item"><label class="task-list-control">'),
        ("a[^1]\n\n[^1]: 각주", '<li id="fn:1">'),
        (":tada: 10:30:00", "🎉 10:30:00"),
        ("<details><summary>a</summary>\n\n- b\n\n</details>", "<li>b</li>"),
        ("<kbd>Ctrl</kbd><br>x", "<kbd>Ctrl</kbd><br>x"),
        ("# 제목 하나\n# 제목 하나", '<h1 id="제목-하나-1">'),
        # Levels that were left out aren't read aloud.
        ("# 가\n### 나", '<h3 id="나" aria-level="2">'),
        ("## 가\n#### 나", '<h4 id="나" aria-level="2">'),
        ("# 가\n### 나\n##### 다\n### 라", '<h3 id="라" aria-level="2">'),
        ("# 가\n### 나\n##### 다\n### 라", '<h5 id="다" aria-level="3">'),
        ("### 가\n## 나", '<h2 id="나">'),
        ('# 가\n<h4 aria-level="9">나</h4>', '<h4 id="나" aria-level="2">'),
        ("<!-- 숨김 -->글", "글"),
    ],
)  # fmt: skip
def test_markdown_is_shown_as_on_github(text: str, expected: str) -> None:
    assert expected in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
        "<a href='javascript:alert(1)'>x</a>", "<a href=' java\nscript:alert(1)'>x</a>",
        "<iframe src='https://evil.example'></iframe>", "<style>body{display:none}</style>",
        "<div style='position:fixed' class='md-overlay' id='__search'>x</div>",
        "<svg onload=alert(1)>", "<form action='https://evil.example'><input type=submit></form>",
        "![x](data:image/svg+xml;base64,PHN2Zz4=)", "<object data=x></object>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>", "<base href='https://evil'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "[x](<javascript:alert(1)> 'a\" onclick=\"alert(1)')", "```\n</code><script>alert(1)\n```",
        "# <img src=x onerror=alert(1)>", '<a href="https://a.example" onclick="x()">x</a>',
    ],
)  # fmt: skip
def test_nothing_unsafe_is_let_through(text: str) -> None:
    page = html(text).lower()
    for unsafe in ("<script", "onerror=", "onload=", "onclick=\"", "javascript:", "<iframe",
                   "<style", "style=", "__search", "md-overlay", "<form", "<object", "<base",
                   "<meta", "data:image", "<svg"):  # fmt: skip
        assert unsafe not in page.replace("&lt;", "")


def test_links_and_images_get_their_addresses_in_markdown_and_html() -> None:
    page = html(
        "[b](b.md) <a href=b.md>b</a> ![x](img/x.png) <img src=./img/x.png width=40>\n\n"
        "<p align=center><img src='img/x.png' alt='가운데'></p>\n"
    )
    assert page.count('href="/b.md#"') == 2
    assert page.count('src="/img/x.png#"') == 3
    assert 'width="40"' in page
    assert 'loading="lazy"' in page


def test_dead_links_and_images_say_so() -> None:
    page = html("[죽은](no.md) ![그림](no.png) <img src=no.gif>", Options(dead_image="없음"))
    assert '<span class="campnotes-dead">죽은</span>' in page
    assert '<span class="campnotes-dead-image" role="img" aria-label="그림">그림</span>' in page
    assert page.count("campnotes-dead-image") == 2
    assert "<img" not in page


def test_an_address_with_spaces_is_text_where_no_file_has_its_name() -> None:
    shown = html('![**가**](no such.png "제목") [`나`](no such.md) [x](see below)')
    assert '![가](no such.png "제목")' in shown
    assert "[<code>나</code>](no such.md) [x](see below)" in shown
    assert "campnotes-dead" not in shown


DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="


def test_embedded_pictures_are_shown_as_pictures_alone() -> None:
    assert f'src="{DOT}"' in html(f"![가]({DOT})")
    assert f'src="{DOT}"' in html(f"<img src='{DOT}'>", Options(ask_for_remote="{host}?"))
    for unsafe in (
        f"[가]({DOT})", f"<a href='{DOT}'>가</a>", f"<video src='{DOT}' poster='{DOT}'></video>",
        f"<img srcset='{DOT} 2x'>", "<img src=' d\nata:text/html,x'>", f"<{DOT}>",
        "<img src='data:image/gif;base64,PHNjcmlwdD4='>", "<img src='data:image/svg+xml,x'>",
    ):  # fmt: skip
        assert '="data:' not in html(unsafe)


def test_sources_of_pictures_and_videos_get_their_addresses() -> None:
    page = html(
        "<picture><source srcset='img/x.png 1x, ./img/x.png 2x'><source srcset=no.png>"
        "<img src=img/x.png></picture>\n\n<video src=img/x.png poster=no.png controls></video>\n"
    )
    assert '<source srcset="/img/x.png# 1x, /img/x.png# 2x"><img' in page
    assert page.count("<source") == 1
    assert '<video src="/img/x.png#" controls="">' in page
    assert "campnotes-dead-image" in html("<video src=no.mp4></video>")


def test_links_in_shown_scripts_lead_where_they_say() -> None:
    page = html("<script>x <a href=b.md>b</a></script> <a href=https://a.example>a</a>")
    assert '<a href="/b.md#" rel="noopener">b</a>' in page
    assert '<a href="https://a.example" rel="noopener">a</a>' in page


def test_repaired_contents_entries_work() -> None:
    page = html("## 목차\n- [강의](#강이-정리)\n\n## 강의 정리\n")
    assert '<a href="/a.md#%EA%B0%95%EC%9D%98-%EC%A0%95%EB%A6%AC"' in page


def test_permalinks() -> None:
    page = html("# 제목", Options(permalink="¶", permalink_title="링크"))
    assert '<a class="headerlink" href="#%EC%A0%9C%EB%AA%A9" title="링크"' in page


def test_size_of_images_of_the_notebook() -> None:
    page = html("![x](img/x.png)", Options(size=lambda _: (30, 20)))
    assert 'width="30" height="20"' in page


def test_repaired_emphasis_is_told_and_can_be_turned_off() -> None:
    text = "# a\n\n글\n**인덱스(index)**는 빠르다\n"
    note = parse_note(text)
    assert [(f.code, f.line) for f in note.findings] == [("emphasis-repaired", 4)]
    same = parse_note("**가(a)**는\n\n**가(a)**는\n\n합*(b) **굵게** 값\n")
    assert [f.line for f in same.findings] == [1, 3]
    plain = parse_note(text, options=ParseOptions(repair_emphasis=False))
    assert plain.findings == ()
    assert not any(t.type == "strong_open" for t in plain.document.tokens[4].children or [])


def test_code_has_a_title_and_lines_that_can_be_linked_to() -> None:
    page = html('```python title="a.py"\nx = 1\n\ny = 2\n```\n')
    assert '<span class="filename">a.py</span><pre>' in page
    assert '<span id="code-1-2"></span>\n<span id="code-1-3"><span class="n">y</span>' in page


def test_tables_keep_their_alignment() -> None:
    page = html("| a | b |\n| :-: | --: |\n| c | d |\n")
    assert '<th align="center">a</th>' in page
    assert '<td align="right">d</td>' in page


def test_deep_nesting_is_not_cut_off() -> None:
    text = "".join("  " * depth + f"- 깊이{depth}\n" for depth in range(30))
    assert "깊이29" in html(text)


def test_dollars_within_words_are_text() -> None:
    assert "arithmatex" not in html("`x` $PATH:$HOME 그리고 US$5a$b")
    assert "\\(x\\)" in html("값 $x$는 $`y`$와")


def test_headings_in_html_are_headings() -> None:
    text = "<h1 align=center>우리 <a href='b.md'>조</a></h1>\n\n## 목차\n- [나](#나)\n- [둘](#two)\n\n<div>\n<h2 id='two'>나</h2>\n</div>\n\n## 나\n"
    note = make_notebook({"a.md": text, "b.md": ""}).by_path["a.md"]
    assert note.title == "우리 조"
    assert [(h.line, h.level, h.anchor) for h in note.parsed.headings] == [
        (1, 1, "우리-조"), (3, 2, "목차"), (8, 2, "나"), (11, 2, "나-1"),
    ]  # fmt: skip
    assert [str(e.match) for e in note.contents] == ["exact", "exact"]
    page = html(text)
    assert (
        '<h1 align="center" id="우리-조">우리 <a href="/b.md#" rel="noopener">조</a></h1>' in page
    )
    assert '<h2 id="나"><a id="two" rel="noopener"></a>나</h2>' in page
    assert '<h2 id="나-1">' in page


def test_a_bold_text_that_the_contents_lists_has_an_anchor() -> None:
    text = (
        "## 목차\n- [정규화](#정규화)\n- [큐](#2-큐)\n\n"
        "## 강의\n\n**정규화**\n\n글 **큐**\n\n- **큐**: 먼저\n- **스택**: 나중\n"
    )
    page = html(text)
    assert '<p><strong id="정규화">정규화</strong></p>' in page
    assert '<li><strong id="큐">큐</strong>: 먼저</li>' in page
    assert '<a href="/a.md#%ED%81%90"' in page
    assert "<strong>스택</strong>" in page
