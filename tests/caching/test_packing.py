"""What is packed comes out as it was, and what may come from elsewhere only up to a length."""

from __future__ import annotations

from campnotes.packing import packed, unpacked, unpacked_up_to

_PAGE = "어텐션은 가중합이다. ".encode() * 1000


def test_it_comes_out_as_it_was() -> None:
    assert unpacked(packed(_PAGE)) == _PAGE
    assert unpacked_up_to(len(_PAGE), packed(_PAGE)) == _PAGE
    assert unpacked_up_to(0, packed(b"")) == b""


def test_what_is_damaged_or_too_long_is_none() -> None:
    content = packed(_PAGE)
    assert unpacked_up_to(len(_PAGE) - 1, content) is None
    assert unpacked_up_to(len(_PAGE), content[:-1]) is None
    assert unpacked_up_to(len(_PAGE), content + b"more") is None
    assert unpacked_up_to(len(_PAGE), b"no such thing") is None
