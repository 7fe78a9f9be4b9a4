"""The kinds of references: one table, and everything that must know every kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import campnotes
from campnotes.inventory import schema
from campnotes.linking.model import ReferenceKind
from campnotes.linking.references import (
    REFERENCE_KINDS,
    reference_kind,
    site_of,
    title_of_address,
)
from campnotes.linking.references.kinds import KindRow

CATALOGUES = sorted((Path(campnotes.__file__).parent / "locales").rglob("*.po"))
SITES = [(row.kind, site) for row in REFERENCE_KINDS for site in (*row.sites, *row.hosts)]


def test_every_kind_has_one_row() -> None:
    assert sorted(row.kind for row in REFERENCE_KINDS) == sorted(ReferenceKind)


def test_the_inventory_may_hold_every_kind() -> None:
    assert sorted(schema()["$defs"]["kind"]["enum"]) == sorted(ReferenceKind)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parts[-3])
def test_every_language_names_every_kind(file: Path) -> None:
    with file.open("rb") as opened:
        catalogue = read_po(opened)
    for row in REFERENCE_KINDS:
        entry = catalogue.get(row.name)
        assert entry is not None
        assert entry.string


def test_the_turns_of_kinds_with_addresses_differ() -> None:
    turns = [row.turn for row in REFERENCE_KINDS if row.pattern() is not None]
    assert 0 not in turns
    assert len(set(turns)) == len(turns)


@pytest.mark.parametrize(("kind", "site"), SITES)
def test_a_site_is_of_its_kind(kind: ReferenceKind, site: str) -> None:
    assert reference_kind(f"https://{site}/x") is kind


@pytest.mark.parametrize(
    "address", ["https://notyoutube.com/x", "https://youtube.com.example.org/x"]
)
def test_a_site_is_more_than_its_letters(address: str) -> None:
    assert reference_kind(address) is ReferenceKind.PAGE


def test_subdomains_are_of_a_site_but_not_of_a_host() -> None:
    row = KindRow(kind=ReferenceKind.CODE, name="", sites=("a.com",), hosts=("b.com",))
    pattern = row.pattern()
    assert pattern is not None
    assert pattern.search("x.a.com/1")
    assert not pattern.search("x.b.com/1")


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://arxiv.org/abs/1706.03762", "arXiv 1706.03762"),
        ("https://youtube.com/watch?v=abcdefghijk", "YouTube abcdefghijk"),
        ("https://github.com/seojin/til/blob/main/db/index.md", "seojin/til · db/index.md"),
        ("https://github.com/seojin/til/issues/12", "seojin/til#12"),
        ("https://stackoverflow.com/questions/231767/what-does-yield-do", "what does yield do"),
        ("https://velog.io/@seojin/어텐션-정리", "어텐션 정리"),
        ("https://seojin.tistory.com/entry/큐와-스택-3", "큐와 스택"),
        ("https://pytorch.org/docs/stable/generated/torch.nn.Linear.html", "torch.nn.Linear"),
        ("https://notion.so/Deep-Learning-0123456789abcdef0123456789abcdef", "Deep Learning"),
        ("https://seojin.tistory.com/3", None),
        ("https://example.org/docs", None),
        ("https://example.org/", None),
    ],
)
def test_an_address_often_tells_a_title(address: str, title: str | None) -> None:
    assert title_of_address(address) == title


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://seojin.tistory.com/3", "tistory.com"),
        ("https://docs.python.org/3/", "python.org"),
        ("https://www.dbpia.co.kr/a", "dbpia.co.kr"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://localhost/", "localhost"),
        ("mailto:a@b.example", ""),
    ],
)
def test_authors_of_one_site_are_together(address: str, site: str) -> None:
    assert site_of(address) == site
