"""The kinds of references: one table, and everything that must know every kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import campnotes
from campnotes.inventory import schema
from campnotes.linking.model import ReferenceKind
from campnotes.linking.references import REFERENCE_KINDS, reference_kind
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
