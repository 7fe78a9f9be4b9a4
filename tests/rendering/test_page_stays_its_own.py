"""What a note's HTML may take of the page: no name, no class, no part, and no reader's address."""

from __future__ import annotations

import re

import pytest

from campnotes.linking.model import LinkedLink
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.rendering.reserved import is_reserved
from campnotes.rendering.sanitize import sanitize, sanitize_material
from support.notebooks import make_notebook


def _address(linked: LinkedLink) -> str:
    return linked.link.url


def _html(text: str) -> str:
    note = make_notebook({"a.md": text}).by_path["a.md"]
    return render_note(note, _address, Options())


@pytest.mark.parametrize(
    "title",
    [
        "Mermaid",
        "KaTeX",
        "Exports",
        "`__init__`",
        "`__search`",
        "Location",
        "Body",
        "user-content-a",
    ],
)
def test_headings_leave_the_names_of_the_page_and_keep_their_anchors(title: str) -> None:
    page = _html(f"## {title}\n\n글\n")
    anchor = title.lower().strip("`")
    assert f'<h2 id="user-content-{anchor}"><a name="{anchor}"></a>' in page


def test_other_headings_have_their_anchors_for_ids() -> None:
    page = _html("# Attention\n\n## 강의 정리\n\n## Word2Vec\n")
    assert re.findall(' id="([^"]*)"', page) == ["attention", "강의-정리", "word2vec"]
    assert "name=" not in page


def test_ids_of_authors_give_way_where_a_link_may_stand() -> None:
    page = sanitize(
        '<p id="MathJax">가</p><a href="b"><b id="exports">나</b></a><a id="body" href="c">다</a>'
    )
    assert page.startswith('<a name="MathJax"></a><p id="user-content-MathJax">가</p>')
    assert '<a name="exports"></a><a href="b" rel="noopener"><b id="user-content-exports">' in page
    assert '<a name="body"></a><a id="user-content-body" href="c"' in page


def test_names_of_scripts_are_told_from_words() -> None:
    taken = ["document$", "dataLayer", "define", "__md_scope", "_paq", "campnotes-references"]
    assert all(map(is_reserved, taken))
    assert not any(map(is_reserved, ["model", "bert", "강의", "fn:1", "code-1-1", "A-B"]))


@pytest.mark.parametrize(
    "written",
    [
        '<div class="md-consent__overlay md-overlay md-search__overlay" data-md-component="consent">',
        '<label for="__search">', '<label for="__drawer">', '<div style="position:fixed;inset:0">',
        '<a href="#" accesskey="s" tabindex="1" contenteditable autofocus>', '<dialog open>',
        '<div popover is="x-y" slot="z" aria-owns="w" aria-live="assertive">', "<button>",
        '<form action="https://x.test"><input type="password" name="p" form="f">', "<textarea>",
        '<a href="/" ping="https://x.test">', '<map name="m"><area href="/">', "<nav>",
        '<img src="a.png" usemap="#m" style="position:fixed">', '<table background="https://x.test">',
        '<details name="d">', '<video src="a.mp4" autoplay loop muted>', '<audio src="a" autoplay>',
        '<div class="campnotes-enlarged katex goverlay">', '<meta http-equiv="refresh" content="0">',
        '<input id="__tabbed_x" name="__palette" type="radio">', "<select><option>a</select>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("clean", [sanitize, sanitize_material])
def test_nothing_takes_a_part_of_the_page(clean: object, written: str) -> None:
    assert callable(clean)
    page = clean(f"<p>{written}글")
    taken = re.compile(
        r"md-|__|style=|for=|accesskey|tabindex|contenteditable|autofocus|popover|\bis=|slot=|owns|live"
        r"|<dialog|<button|<form|form=|password|<textarea|ping=|<map|<area|<nav|usemap|background="
        r"|<details name|autoplay|loop|muted|<audio|enlarged|katex|goverlay|<meta|<select|radio"
    )
    assert not taken.search(page), page


def test_what_material_s_extensions_write_stays() -> None:
    tabs = (
        '<div class="tabbed-set tabbed-alternate"><input checked="" id="__tabbed_1_1" name="__tabbed_1"'
        ' type="radio"><div class="tabbed-labels"><label for="__tabbed_1_1">가</label></div></div>'
    )
    icon = (
        '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<path d="M1 1"></path></svg></span>'
    )
    others = (
        '<kbd class="key-control">Ctrl</kbd><details class="quote"><summary>b</summary></details>'
        '<div class="admonition bug inline end">a</div><ins class="critic">c</ins>'
        '<span class="arithmatex">d</span><div class="grid cards">e</div>'
    )
    kept = sanitize_material(f"{tabs}{icon}{others}")
    assert sorted(re.findall(r'[\w-]+="[^"]*"', kept)) == sorted(
        re.findall(r'[\w-]+="[^"]*"', f"{tabs}{icon}{others}")
    )


def test_a_box_is_ticked_in_the_note_only() -> None:
    page = sanitize_material('<input type="checkbox" checked><input type="text" name="q">')
    assert (
        page == '<input type="checkbox" disabled="" checked=""><input type="checkbox" disabled="">'
    )


SHIELD = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"'


@pytest.mark.parametrize(
    "source",
    ["https://x.test/a.png", "//x.test/a.png", "/\\x.test/a", "/&#9;/x.test/a", " HTTP://x.test/"],
)
def test_images_of_other_hosts_are_loaded_late_and_without_a_referrer(source: str) -> None:
    page = sanitize(f'<img src="{source}" loading="eager"><picture><img src="b.png"></picture>')
    assert f"{SHIELD}>" in page
    assert page.count(SHIELD) == 1
    assert "eager" not in page


def test_sources_of_other_hosts_count_as_images() -> None:
    page = sanitize('<picture><source srcset="a.png 1x, //x.test/b 2x"><img src="c.png"></picture>')
    assert page.count(SHIELD) == 1
    assert "srcset" not in sanitize('<p><source srcset="//x.test/b"></p>')
    assert SHIELD not in sanitize('<img src="a, b:c.png"><img src="d.png">')


def test_videos_of_other_hosts_wait_to_be_played() -> None:
    page = sanitize('<video src="//x.test/a.mp4" poster="//x.test/b.png" width="9"></video>')
    assert page == '<video src="//x.test/a.mp4" width="9" preload="none" controls=""></video>'
    assert "preload" not in sanitize('<video src="a.mp4" poster="b.png"></video>')


@pytest.mark.parametrize("clean", [sanitize, sanitize_material])
def test_media_of_other_hosts_are_asked_for_where_that_is_wished(clean: object) -> None:
    assert callable(clean)
    page = clean(
        '<img src="https://x.test/a.png" alt="&lt;b&gt;"><a href="/"><img src="//y.test/b"></a>'
        '<img src="c.png">',
        "{host} 보기",
    )
    assert (
        '<a href="https://x.test/a.png" rel="noopener noreferrer">x.test 보기</a><template>' in page
    )
    assert '<a href="/" rel="noopener"><span class="campnotes-ask">y.test 보기<template>' in page
    shown = re.sub("<template>.*?</template>", "", page)
    assert re.findall("<img[^>]*>", shown) == ['<img src="c.png">']


def test_code_can_t_be_read_in_another_order_than_it_runs() -> None:
    page = _html("```python\nif a:  # \u202e } b\n```\n\n`x\u2066y` 글\u202a\n")
    assert '<span class="campnotes-direction" title="U+202E"></span>' in page
    assert 'x<span class="campnotes-direction" title="U+2066"></span>y' in page
    assert page.count("\u202a") == 1
