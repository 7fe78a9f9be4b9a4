"""Marks of other tools: shown as their tools show them, and nothing else is taken for them."""

from __future__ import annotations

import re

import pytest

from campnotes.linking.model import LinkedLink, Note
from campnotes.markdown.document import parse_document
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.settings import ParseOptions
from support.notebooks import make_notebook

NOTES = {
    "week1/어텐션 정리.md": "# 어텐션\n\n## 마스크\n",
    "경사.md": "---\naliases: [경사 하강법, GD]\n---\n# 경사\n",
}
OTHERS = ("img/그림.png", "자료.pdf")


def address(linked: LinkedLink) -> str | None:
    if linked.outcome == "external":
        return linked.link.url
    if not linked.ok or not linked.target:
        return None
    return f"/{linked.target}#{linked.anchor}"


def note(text: str) -> Note:
    book = make_notebook({**NOTES, "a.md": text}, others=OTHERS)
    return book.by_path["a.md"]


def html(text: str) -> str:
    return render_note(note(text), address, Options())


def words(text: str) -> str:
    """What a reader sees, in one line."""
    bare = re.sub(r"<[^>]*>", " ", html(text))
    return " ".join(bare.split())


def marks(text: str) -> dict[str, int]:
    read = note(text).findings
    return {f.values["mark"]: f.line for f in read if f.code == "mark-read"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "> [!bug] 고장\n> 글",
            '<div class="admonition bug">\n<p class="admonition-title">고장</p>\n<p>글',
        ),
        ("> [!faq]- 접힘\n> 글", '<details class="question">\n<summary>접힘</summary>\n<p>글'),
        ("> [!tip]+ 열림\n> 글", '<details class="tip" open="">'),
        (
            "> [!처음보는것]\n> 글",
            '<div class="admonition note">\n<p class="admonition-title">처음보는것',
        ),
        ("> [!example]\n> > [!todo]\n> > 글", '<div class="admonition info">'),
        ("- 글\n  > [!quote] 말\n  > 글", '<div class="admonition quote">'),
        ("> [!info] 표\n> | a |\n> | - |\n> | b |", "<td>b</td>"),
        ("> [!info] 줄\n> ---\n> 글", "줄</p>\n<hr>\n<p>글"),
        ("> [!info] **굵은** 제목", "<strong>굵은</strong> 제목</p>"),
        (":::info 제목\n- 글\n:::", '<p class="admonition-title">제목</p>\n<ul>'),
        ("::: tip\n글\n:::", '<div class="admonition tip">\n<p class="admonition-title">Tip</p>'),
        (":::spoiler 답\n글\n:::", "<summary>답</summary>\n<p>글"),
        (":::note[이름]\n글\n:::", '<p class="admonition-title">이름</p>'),
        (
            "<aside>\n💡 **중요**\n\n</aside>",
            '<div class="admonition note">\n<p>💡 <strong>중요</strong></p>',
        ),
        (
            '{% hint style="danger" %}\n**글**\n{% endhint %}',
            '<div class="admonition danger">\n<p><strong>',
        ),
        (
            '{% tabs %}\n{% tab title="가" %}\n글\n{% endtab %}\n{% endtabs %}',
            "<summary>가</summary>\n<p>글",
        ),
        (
            '{% code title="a.py" %}\n```python\nx\n```\n{% endcode %}',
            '<span class="filename">a.py</span>',
        ),
        ("{% highlight python %}\nimport os\n{% endhighlight %}", '<span class="kn">import</span>'),
        ("```python=12\nimport os\n```", '<span class="kn">import</span>'),
        ("{%youtube abcdefghijk %}", 'href="https://www.youtube.com/watch?v=abcdefghijk"'),
        ('{% embed url="https://a.example/b" %}', 'href="https://a.example/b"'),
        (
            '{% include figure.html src="{{ site.baseurl }}/img/그림.png" caption="말" %}',
            'alt="말"',
        ),
        ('{% include video id="abcdefghijk" provider="youtube" %}', "watch?v=abcdefghijk"),
        ("==강조==는", "<mark>강조</mark>는"),
        ("![글](img/그림.png =300x200)", 'alt="글" width="300" height="200"'),
        ('![글](img/그림.png){: width="50%" .center}', 'alt="글" width="50%"'),
        ("[글]({{ site.baseurl }}/경사.md)", 'href="/%EA%B2%BD%EC%82%AC.md#"'),
        ('<img src="{{ site.baseurl }}/img/그림.png">', 'src="/img/%EA%B7%B8%EB%A6%BC.png#"'),
        ("![[그림.png|30]]", 'alt="그림.png" width="30" src="/img/'),
        ("![[그림.png|설명]]", 'alt="설명"'),
        ("![[경사]]", '<div class="admonition quote">\n<p class="admonition-title"><a href="'),
        ("| a |\n| - |\n| [[경사\\|글]] |", ">글</a></td>"),
    ],
)
def test_a_mark_is_shown_as_its_tool_shows_it(text: str, expected: str) -> None:
    assert expected in html(text)
    assert marks(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[TOC]\n\n글", "글"),
        ("# 가\n[[_TOC_]]\n## 나", "가 나"),
        ("* 목차\n{:toc}\n\n글", "글"),
        ("글\n{: .notice--info}", "글"),
        ("# 제목 {#id}\n\n글", "제목 글"),
        ('[글](경사.md){:target="_blank"} 뒤', "글 뒤"),
        ("{% raw %}\n글\n{% endraw %}", "글"),
        ("{% comment %}\n숨은 글\n{% endcomment %}\n글", "글"),
        ("글 {% raw %}{{ x }}{% endraw %}", "글 {{ x }}"),
        ("[[경사]] 앞 %%숨은 글%% 뒤", "경사 앞 뒤"),
        ("[[경사]]\n\n%%\n숨은\n\n글\n%%\n\n뒤", "경사 뒤"),
        ("[[경사]] 글 ^a1b2c3", "경사 글"),
        (
            "<div>\n<style scoped>\n  .a { }\n\n  .b { }\n</style>\n<table><tr><td>1</td></tr></table>\n</div>",
            "1",
        ),
        ("    \x1b[31m경고\x1b[0m 글", "경고 글"),
        ("###### tags: `NLP`\n\n글", "tags: NLP 글"),
    ],
)
def test_marks_that_say_nothing_are_hidden(text: str, seen: str) -> None:
    assert words(text) == seen
    assert marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "`[[경사]]`",
        "```\n[[경사]]\n==a==\n{: .a}\n:::info\n:::\n> [!tip] 글\n```",
        "    {% hint %}\n    글\n    {% endhint %}",
        "[[0, 1], [2, 3]]",
        "[[0, 1]]",
        "[[1 2 3]]",
        "[[ -f a ]] && echo",
        "[[noreturn]] void f()",
        "[[글]](https://a.example)",
        "[[글]][글]\n\n[글]: https://a.example",
        "x==1 and y==2",
        "a == b, c == d",
        "`==a==`",
        "{:.2f}와 {:d}",
        "'{:>10}'.format(x)",
        ":::info\n닫지 않은 글",
        ":::처음보는것\n글\n:::",
        "{% hint %}\n닫지 않은 글",
        "{% for x in xs %}\n글\n{% endfor %}",
        "{{ x }}와 {{ page.title }}",
        "100%% 글 50%%",
        "<aside>글</aside>",
        "[toc]\n\n[toc]: https://a.example",
        "> [!note](https://a.example)",
        "> [x] 글",
        "#태그 #글",
    ],
)
def test_what_may_be_meant_otherwise_is_left(text: str) -> None:
    assert marks(text) == {}


@pytest.mark.parametrize(
    "text", ["> [!TIP]\n> 글", "**글**\n\n- [ ] 할 일\n\n[글](a.md)", "글 [a] 글"]
)
def test_what_github_reads_is_no_mark(text: str) -> None:
    assert not parse_document(text).marks


def test_a_mark_is_told_once_a_note_where_it_stands_first() -> None:
    text = "---\ntitle: 글\n---\n글\n\n글 [[경사]]\n\n[[경사]] ==가==\n"
    assert marks(text) == {"[[…]] (Obsidian)": 6, "==…== (HackMD, Obsidian)": 8}


def test_lines_stay_those_of_the_file() -> None:
    text = "> [!tip]- 접힘\n> [[경사]]\n> ## 안\n\n:::info\n[[경사]]\n:::\n\n[TOC]\n\n# 밖\n"
    read = note(text)
    assert [link.link.line for link in read.links] == [2, 6]
    assert [(heading.text, heading.line) for heading in read.parsed.headings] == [
        ("안", 3),
        ("밖", 11),
    ]


def test_a_mark_s_words_are_the_note_s() -> None:
    read = note("> [!tip] 제목 [[경사]]\n> 글\n\n:::info 상자\n안\n:::\n")
    assert [block.text for block in read.parsed.blocks] == ["제목 경사", "글", "상자", "안"]


def test_no_mark_lets_html_through() -> None:
    text = (
        "> [!tip] <script>x</script>\n\n:::info <img src=x onerror=x>\n글\n:::\n\n"
        '[[<img src=x onerror=x>]] ![[a.png|<b onclick=x>]] {% embed url="javascript:x" %}\n\n'
        '{% embed url="javascript:x" %}\n\n![a](javascript:x =3x)\n'
    )
    shown = html(text)
    assert "onerror=" not in re.sub(r"&lt;.*?&gt;", "", shown)
    assert "<script" not in shown
    assert "javascript:" not in re.sub(r">[^<]*<", "><", shown)


def test_marks_can_be_left_as_github_shows_them() -> None:
    document = parse_document(
        "> [!bug] 글\n\n[[경사]] ==가==\n", options=ParseOptions(read_marks=False)
    )
    assert not document.marks
    assert "box_open" not in {token.type for token in document.tokens}


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        (":::info", ":::"),
        ("{% hint %}", "{% endhint %}"),
        ('{% tab title="a" %}', "{% endtab %}"),
        ("{% comment %}", "{% endcomment %}"),
        ("<aside>", "</aside>"),
        ("<style>", "</style>"),
    ],
)
def test_a_mark_that_begins_in_a_list_takes_nothing_from_below_it(
    opening: str, closing: str
) -> None:
    assert "바깥" in words(f"- 안\n\n  {opening}\n\n바깥\n\n{closing}\n")
    assert "바깥" in words(f"- 안\n\n  {opening}\n\n바깥\n\n  {closing}\n")
