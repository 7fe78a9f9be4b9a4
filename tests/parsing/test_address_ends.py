"""Bare addresses that touch Korean: where they end, and what is said of it."""

from __future__ import annotations

import pytest

from campnotes.parsing.note import parse_note
from campnotes.settings import ParseOptions


def addresses(text: str) -> list[str]:
    return [link.url for link in parse_note(text).links]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        # A particle, or another end of a word, behind ASCII.
        ("https://a.example/b를 봤다", "https://a.example/b"),
        ("https://a.example/b에서는, 그리고", "https://a.example/b"),
        ("https://a.example/b입니다.", "https://a.example/b"),
        ("https://a.example/b를?", "https://a.example/b"),
        ("https://a.example/b?x=1&y=2으로", "https://a.example/b?x=1&y=2"),
        ("https://a.example/b/에서", "https://a.example/b/"),
        ("https://a.example/b_(c)에서", "https://a.example/b_(c)"),
        ("https://a.example/b를".replace("를", "\u1105\u1173\u11af"), "https://a.example/b"),
        # The host's name.
        ("https://a.example으로", "https://a.example"),
        ("https://a.example:8000에서", "https://a.example:8000"),
        ("www.a.example으로", "http://www.a.example"),
        ("https://a.example참고", "https://a.example"),
        # Brackets and marks that were opened before.
        ("(https://a.example/b)에서", "https://a.example/b"),
        ("(https://a.example/b_(c))에서", "https://a.example/b_(c)"),
        ("[참고 https://a.example/b]에서", "https://a.example/b"),
        ("（https://a.example/b）을", "https://a.example/b"),
        ("「https://a.example」", "https://a.example"),
        ("**https://a.example/b**를", "https://a.example/b"),
        ('"https://a.example/b"라고', "https://a.example/b"),
        # Punctuation.
        ("https://a.example。 다음", "https://a.example"),
        ("https://a.example/b，다음", "https://a.example/b"),
        ("https://a.example/b（설명）", "https://a.example/b"),
        ("https://a.example/가！", "https://a.example/가"),
    ],
)
def test_an_address_ends_before_what_touches_it(text: str, address: str) -> None:
    assert addresses(text) == [address]


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/wiki/경사_하강법",
        "https://a.example/wiki/경사_하강법을",
        "https://a.example/wiki/사과（과일）",
        "https://a.example/wiki/C언어",
        "https://a.example/이",
        "https://a.example/gpu-학습-제대로-하기-27",
        "https://a.example/?q=도",
        "https://한글.example/나",
        "https://a.example/제2권._안내서.pdf",
        "https://a.example/를?x=1",
    ],
)
def test_korean_within_an_address_stays(address: str) -> None:
    note = parse_note(f"글 {address} 글")
    assert [link.url for link in note.links] == [address]
    assert not note.findings


def test_two_addresses_in_one_run_are_two() -> None:
    text = "https://a.example/b를,https://c.example/d와"
    assert addresses(text) == ["https://a.example/b", "https://c.example/d"]


def test_an_address_that_was_ended_is_told_with_its_line() -> None:
    note = parse_note("# 글\n\n처음\n(https://a.example/b)에서 본다\n")
    (finding,) = note.findings
    assert (finding.code, finding.line) == ("address-repaired", 4)
    assert dict(finding.values) == {"url": "https://a.example/b", "rest": ")에서"}


def test_addresses_are_read_as_on_github_if_wished() -> None:
    note = parse_note("https://a.example/b를 봤다", options=ParseOptions(repair_addresses=False))
    assert [link.url for link in note.links] == ["https://a.example/b를"]
    assert not note.findings
