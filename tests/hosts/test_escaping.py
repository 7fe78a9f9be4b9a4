"""Addresses as themes may write them into a page."""

from __future__ import annotations

import pytest

from campnotes.hosts.mkdocs.theme.escaping import safe_address


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ('https://a.example/a"b.md', "https://a.example/a%22b.md"),
        ("https://a.example/[week%201] b.md", "https://a.example/%5Bweek%201%5D%20b.md"),
        ("http://[::1]:8000/[1].md", "http://[::1]:8000/%5B1%5D.md"),
        ("../[1].md#a", "../%5B1%5D.md#a"),
    ],
)
def test_an_address_ends_no_attribute_and_is_one(address: str, safe: str) -> None:
    assert safe_address(address) == safe
    assert safe_address(safe) == safe
