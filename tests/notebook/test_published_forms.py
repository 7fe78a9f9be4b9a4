"""In which form files are published, and which are kept back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campnotes.notebook.files.credentials import is_credential
from campnotes.notebook.files.drawings import CleanDrawing, UnreadableDrawingError
from campnotes.notebook.files.published import PublishedForm, form_of, name_as_text
from campnotes.notebook.front_matter import FrontMatter
from campnotes.notebook.front_matter.withheld import is_draft, withheld


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("keys/id_ed25519", b""),
        ("server.PEM", b""),
        ("aws/credentials", b""),
        ("notes.txt", b"-----BEGIN OPENSSH PRIVATE KEY-----\n"),
        ("windows.txt", "-----BEGIN PRIVATE KEY-----".encode("utf-16")),
        ("cloud.json", b'{"type": "service_account", "private_key": "-----BEGIN'),
        ("lab.ipynb", b'"source": ["key = \\"sk-proj-' + b"a1" * 20 + b'\\""]'),
        ("config.txt", b"AKIAIOSFODNN7EXAMPLE"),
        ("prod.env", b""),
        ("vault.kdbx", b""),
    ],
)
def test_keys_and_credentials_are_known(path: str, head: bytes) -> None:
    assert is_credential(path, head)


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("id_rsa.pub", b"ssh-rsa AAAA"),
        ("talk.key", b"PK\x03\x04"),
        ("environment.png", b"\x89PNG"),
        ("lecture.pdf", b"how to say BEGIN PRIVATE"),
        ("risk-assessment-of-the-whole-camp.txt", b"sk-short"),
    ],
)
def test_what_only_sounds_like_one_is_none(path: str, head: bytes) -> None:
    assert not is_credential(path, head)


@pytest.mark.parametrize(
    ("path", "head", "form"),
    [
        ("a.png", b"", PublishedForm.PLAIN),
        ("lab.ipynb", b"{", PublishedForm.PLAIN),
        ("a.zip", b"PK", PublishedForm.PLAIN),
        ("LICENSE", b"MIT", PublishedForm.PLAIN),
        ("page.HTML", b"", PublishedForm.TEXT),
        ("page.html.", b"", PublishedForm.TEXT),
        ("page.html.ko", b"hello", PublishedForm.TEXT),
        ("page.xhtml", b"", PublishedForm.TEXT),
        ("feed.xml", b"", PublishedForm.TEXT),
        ("sw.js", b"", PublishedForm.TEXT),
        ("x.php.jpg", b"", PublishedForm.TEXT),
        ("page", b"\xef\xbb\xbf \n<html>", PublishedForm.TEXT),
        ("page.dat", "<html>".encode("utf-16"), PublishedForm.TEXT),
        ("x.svg", b"", PublishedForm.DRAWING),
    ],
)
def test_what_could_run_is_shown_as_text(path: str, head: bytes, form: PublishedForm) -> None:
    assert form_of(path, head) is form


def test_text_has_a_name_that_servers_give_as_text() -> None:
    assert name_as_text("demo/page.html") == "demo/page.html.txt"
    assert name_as_text("demo/x.php.jpg") == "demo/x-php-jpg.txt"


def drawing(inside: str, attributes: str = "") -> str:
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f"{attributes}>{inside}</svg>"
    )
    return CleanDrawing(text.encode()).content.decode()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script xlink:href="data:text/javascript,alert(1)"/>',
        '<circle onclick="alert(1)" ONLOAD="alert(1)"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<a xlink:href="&#106;avascript:alert(1)"><text>x</text></a>',
        '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>',
        '<animate attributeName="onclick" values="alert(1)"/>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://x"/></foreignObject>',
        '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml" onclick="alert(1)"/></foreignObject>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<use href="https://x/y.svg#a"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        "<style>@import 'https://x';</style>",
        "<style>a { fill: url(https://x) }</style>",
        r"<style>a { fill: \75rl(https://x) }</style>",
        '<rect fill="url(https://x#y)"/>',
        '<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>',
    ],
)
def test_nothing_acts_in_a_drawing(inside: str) -> None:
    cleaned = drawing(inside)
    for acting in ("alert", "https:", "javascript", "script", "iframe", "svg+xml"):
        assert acting not in cleaned.replace("http://www.w3.org", "")


@pytest.mark.parametrize(
    "inside",
    [
        '<circle r="3" fill="url(#g)"></circle>',
        "<text>1 &lt; 2 안녕</text>",
        '<use xlink:href="#a"></use>',
        '<image href="data:image/png;base64,AAAA"></image>',
        "<style>.a{fill:red}</style>",
        '<animate attributeName="r" values="1;2"></animate>',
        '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">글<br></br></div></foreignObject>',
    ],
)
def test_what_is_drawn_stays(inside: str) -> None:
    assert inside in drawing(inside)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        '<svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
        '<svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        '<?xml version="1.0" encoding="no-such"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_drawing_is_told(text: str) -> None:
    with pytest.raises(UnreadableDrawingError):
        CleanDrawing(text.encode())


def test_instructions_and_comments_aren_t_kept() -> None:
    text = '<?xml-stylesheet href="x.xsl"?><!--x--><svg xmlns="http://www.w3.org/2000/svg"/>'
    cleaned = CleanDrawing(text.encode()).content
    assert cleaned.startswith(b"<svg ")


@given(st.text(max_size=60), st.binary(max_size=60))
def test_nothing_is_too_strange_for_a_drawing(text: str, raw: bytes) -> None:
    for written in (text.encode(errors="replace"), raw):
        try:
            CleanDrawing(written)
        except UnreadableDrawingError:
            continue


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"draft": "yes"}, "draft: true"),
        ({"Private": True}, "private: true"),
        ({"private": "나만"}, "private: true"),
        ({"published": False}, "published: false"),
        ({"publish": "no"}, "publish: false"),
        ({"draft": False, "private": "no", "published": "yes"}, ""),
        ({"private": None, "draft": 10**5000, "published": [False]}, ""),
    ],
)
def test_what_authors_keep_back(told: dict[str, Any], why: str) -> None:
    front_matter = FrontMatter(raw=told)
    assert withheld(front_matter) == why
    assert is_draft(front_matter) == why.startswith("draft")
