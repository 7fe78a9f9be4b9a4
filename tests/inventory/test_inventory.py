"""The inventory keeps its contract, and everything that it names is in the site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from campnotes.inventory import InventoryError, build_inventory, read_inventory
from support.notebooks import HOME, make_notebook
from support.sites import BuiltSite, build_anything


def check(site: BuiltSite, notes: set[str]) -> None:
    inventory = read_inventory((site.folder / "campnotes.json").read_text("utf-8"))
    assert {n["path"] for n in inventory["notes"]} == notes
    urls = [n["url"] for n in inventory["notes"]]
    assert len(urls) == len(set(urls))
    for note in inventory["notes"]:
        ids = site.page(note["url"]).ids
        anchors = [h["anchor"] for h in note["headings"]]
        anchors += [e["target_anchor"] for e in note["toc"] if e["target_anchor"]]
        anchors += [p["anchor"] for p in note["presentations"]]
        assert [a for a in anchors if a and a not in ids] == []
        for link in note["links"]:
            if link["ok"] and link["target"] in notes:
                target = next(n for n in inventory["notes"] if n["path"] == link["target"])
                assert not link["target_anchor"] or (
                    link["target_anchor"] in site.page(target["url"]).ids
                )
    assert all(site.file(person["url"]).is_file() for person in inventory["people"])
    assert site.dead_links() == []


def test_demonstration(tmp_path: Path) -> None:
    notes = {p.relative_to(HOME / "docs").as_posix() for p in (HOME / "docs").rglob("*.md")}
    check(build_anything(HOME / "docs", tmp_path / "site"), notes)


@pytest.mark.corpus
def test_corpora(corpus: Path, tmp_path: Path) -> None:
    notes = {p.relative_to(corpus).as_posix() for p in corpus.rglob("*.md")}
    check(build_anything(corpus, tmp_path / "site"), notes)


@pytest.mark.corpus
def test_the_seed_note(tmp_path: Path, corpus: Path) -> None:
    if corpus.name != "seed":
        pytest.skip("another corpus")
    inventory = build_anything(corpus, tmp_path / "site").inventory
    note = inventory["notes"][0]
    assert [e["match"] for e in note["toc"]] == ["repaired", "exact", "exact", "exact"]
    assert [(p["presenters"], len(p["materials"])) for p in note["presentations"]] == [
        (["전준영"], 1),
        (["심우창"], 3),
    ]
    kinds = {r["canonical"]: r["kind"] for r in note["references"]}
    assert kinds["https://wikidocs.net/22592"] == "docs"
    teammate = "https://github.com/20180707jun/naver-boostcamp-ai/blob/main/week7/ch9_self-supervised-PLM.md"
    assert kinds[teammate] == "note"
    assert [m["raw"] for m in note["mentions"]] == ["day31.md"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema": "campnotes-inventory/2"}', "[" * 100_000, "null"]
)
def test_what_is_no_inventory_is_refused(text: str) -> None:
    with pytest.raises(InventoryError):
        read_inventory(text)


def test_hostile_inventories_are_refused() -> None:
    book = make_notebook({"a.md": "# a\n"})
    inventory = build_inventory(
        book, note_urls={"a.md": "a/"}, person_urls={}, title="t", language="ko"
    )
    read_inventory(json.dumps(inventory))
    for url in ("javascript:alert(1)", "//evil.example/", "/a/"):
        inventory["notes"][0]["url"] = url
        with pytest.raises(InventoryError):
            read_inventory(json.dumps(inventory))


@pytest.mark.parametrize(
    "url",
    [
        "http://[::1",
        "https:",
        "HTTP://",
        "//",
        "http://a:99999/",
        "https://ex℀mple.com/",
        "#",
        "",
        "/",
        "..",
        "?x=1",
        "3강:정리.md",
        "%00",
        "%ff",
        "mailto:a@b.c",
        "data:,x",
    ],
)
def test_whatever_a_link_says_the_inventory_keeps_its_schema(url: str) -> None:
    book = make_notebook(
        {"a.md": f"# a\n\n[x](<{url}>) ![y](<{url}>) <a href='{url}'>z</a> {url}\n"}
    )
    inventory = build_inventory(
        book, note_urls={"a.md": "a/"}, person_urls={}, title="t", language="ko"
    )
    assert read_inventory(json.dumps(inventory)) == inventory


def test_a_cohort_has_an_inventory_for_each_member(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    for member in ("김나래", "박도윤", "오지안", "윤서진"):
        for day in (1, 2, 3):
            note = notes / member / f"day{day}.md"
            note.parent.mkdir(parents=True, exist_ok=True)
            said = f"발표자: {member}\n\n[글](https://example.org/all) [책](https://{day}.example)"
            note.write_text(f"# Day {day}\n\n## 피어세션\n\n##### 큐란\n\n{said}\n", "utf-8")
    (notes / "README.md").write_text("# 우리 기수\n", "utf-8")
    site = build_anything(notes, tmp_path / "site")
    whole = read_inventory((site.folder / "campnotes.json").read_text("utf-8"))
    assert [note["path"] for note in whole["notes"]] == ["README.md"]
    assert [part["member"] for part in whole["parts"]] == ["김나래", "박도윤", "오지안", "윤서진"]
    for part in whole["parts"]:
        own = read_inventory(site.file(part["url"]).read_text("utf-8"))
        assert {note["path"].split("/")[0] for note in own["notes"]} == {part["folder"]}
        assert [person["name"] for person in own["people"]] == [part["member"]]
        assert len(own["references"]) == 4
        cited = [place["path"] for one in own["references"] for place in one["cited_by"]]
        assert len(cited) == 6
        assert all(path.startswith(part["folder"]) for path in cited)
        assert all(site.file(note["url"]).is_file() for note in own["notes"])
