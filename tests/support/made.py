"""Notes, front matter and names as hypothesis makes them, of what authors and attackers write."""

from __future__ import annotations

from hypothesis import strategies as st

# What stands within lines.
WORDS = (
    "인덱스 윤서진 서진님 @minji 발표자 목차 질문 회고 3주차 32일차 day3 Day.12 2026.3.2 9월15일 "
    "attention B-tree `code` ``a`b`` ** * __ _ ~~ ==x== $x^2$ $$ \\\\( \\ [ ] ( ) ![ ]( )] [[a]] [^1] "
    "<b> </b> <div </div> <a> <img/src=x> <!-- --> <![CDATA[ ]]> <?x ?> <br/> &nbsp; &#0; &#xD800; "
    "&lt;script&gt; :smile: :: {.a} {#id} https://camp.example/a_b(c) www.a_b.c a@b.c ftp:// // "
    "한국어**강조**는 ㄱㅏ | || \\| # - + 1. 1) > ! ? : ... …"
).split(" ")
ODD = [
    "\t",
    "\x07",
    "\x1b[31m",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\x85",
    "\ufffd",
    "\x00",
    "가",
    "😀",
]
ADDRESSES = (
    "a.md b.md#인덱스 ./a.md ../../etc/passwd /a.md week1/ a%20b.md %2e%2e/b.md %ff.md #목차 # ? ?q=1 "
    "https://github.com/bora/notes/blob/main/a.md https://arxiv.org/abs/1706.03762v5 http://[::1 "
    "https://youtu.be/x?t=1 https://a.notion.site/x-0123456789abcdef0123456789abcdef //b.example/x "
    "javascript:alert(1) data:text/html,x vbscript:x JaVa\\tscript:x mailto:a@b file:///etc https:// "
    "http://a:b@c:99999/ <a b.md> <> x.png 그림.png"
).split(" ")
LINES = (
    "{}",
    "# {}",
    "## {}",
    "##### {}",
    "{}\n===",
    "{}\n---",
    "## 목차",
    "- [{}](#{})",
    "  - {}",
    "- [ ] {}",
    "1. {}",
    "> {}",
    "> [!NOTE]\n> {}",
    "## 피어세션",
    "### 3강 ({})",
    "### {} - {}",
    "발표자: {}, {}",
    "모더레이터: {}",
    "- Q. {}",
    "  - A. {}",
    "| 이름 | 주제 |\n|---|---|\n| {} | {} |",
    "| {} |",
    "[{}]({})",
    "![{}]({})",
    '[{}]({} "{}")',
    "[{}]: {}",
    "[^1]: {}",
    "```{}",
    "~~~",
    "    {}",
    "\t{}",
    "$$",
    "<details><summary>{}</summary>",
    "</details>",
    '<{} class="{}" id={}>',
    '!!! note "{}"',
    '=== "{}"',
    "---",
    "***",
    "날짜: {}",
    "",
)
VALUES = (
    "제목 3 032 0x1f -1 1e400 .nan 1:30 yes ~ null 2026-03-02 2026-02-30 33658-01-01 9999-12-31 "
    "2026-03-02T10:00:00+99:00 [a,b] [a [[[]]] {a:b} {a: {? *x &x &x[*x] &y{<<:*x} *y !!binary|x !!int "
    '!!timestamp !!python/name:os !ENV !!set{a} \'a "a "\\ud800" "\\x00" "\\UFFFFFFFF" | > |\\n >-\\n %a @a `a` '
    "*a* #a a:b a:_b -- - ? material github day retrospective"
).split(" ")
KEYS = (
    "title kind week day date tags presenters draft flavour search hide description icon template "
    "<< ? - 1 2026-03-02 yes [a] {a:b} !!x &a *x 'q \"q %YAML ... 제목 a.b"
).split(" ")

any_text = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
word = st.one_of(st.sampled_from(WORDS), st.sampled_from(ADDRESSES), st.sampled_from(ODD), any_text)
phrase = st.lists(word, max_size=4).map(" ".join)


@st.composite
def line(draw: st.DrawFn) -> str:
    """A line of a note, or a few that belong together, with anything in its gaps."""
    template = draw(st.sampled_from(LINES))
    first, *others = template.split("{}")
    written = first
    for part in others:
        written += draw(phrase) + part
    return written


@st.composite
def field(draw: st.DrawFn) -> str:
    """A line of front matter; now and then one that isn't."""
    key = draw(st.sampled_from(KEYS))
    gap = draw(st.sampled_from([": ", ":", " : ", ":\n  - ", ":\n  ", ":\t", " "]))
    value = draw(st.one_of(st.sampled_from(VALUES), phrase))
    return f"{key}{gap}{value}"


block = st.lists(st.one_of(field(), field(), line()), max_size=6).map("\n".join)
front_matter = block.map("---\n{}\n---\n".format)
body = st.lists(line(), max_size=14).map("\n".join)


@st.composite
def note(draw: st.DrawFn) -> str:
    """A whole note, as the reader gives it."""
    above = draw(st.one_of(st.just(""), front_matter))
    text = above + draw(body)
    return text.replace("\r", "\n").replace("\0", "\ufffd")


NAMES = (
    "a.md b.md README.md readme.md index.md week1/README.md week1/day2.md week1/day2-b.md w3d2.md "
    "2026-03-02.md 9월/15일.md 회고.md 목차.md .md a.b.md -a.md 'a'.md #a?.md %41.md a&b<c>.md a\nb.md "
    'a\\b.md 😀.md \u202ecba.md extra/CON.md a\x01b.md "q".md 1/2/3/4.md week1.md'
).split(" ")
paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
