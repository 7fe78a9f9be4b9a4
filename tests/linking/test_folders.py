"""Links to folders: each leads somewhere, and the check says where."""

from __future__ import annotations

import pytest

from campnotes.linking.model import LinkedLink, Note
from campnotes.settings import Settings
from support.notebooks import make_notebook

NOTES = {
    "README.md": "# 노트\n",
    "week1/day1/day1.md": "# Day1\n",
    "week1/day1/더.md": "# 더\n",
    "week1/day2/day2.md": "# Day2\n",
    "week2/README.md": "# 둘째 주\n",
    "java/a.md": "# 가\n",
    "java/old/b.md": "# 나\n",
    "c.md": "# 다\n",
    "c/d.md": "# 라\n",
    "c/e.md": "# 마\n",
}
FILES = ("src/main/a.py", "img/a.png")
OWN = Settings(repository="https://github.com/camp/notes")


def note_with(written: str, settings: Settings | None = None) -> Note:
    notes = NOTES | {"here/a.md": f"# 여기\n\n{written}\n"}
    return make_notebook(notes, settings, FILES).by_path["here/a.md"]


def only_link(written: str, settings: Settings | None = None) -> LinkedLink:
    (linked,) = note_with(written, settings).links
    return linked


@pytest.mark.parametrize(
    ("url", "outcome", "target"),
    [
        ("../week1/", "folder", "week1"),
        ("../week1", "folder", "week1"),
        ("/week1/", "folder", "week1"),
        ("../Week1/", "folder", "week1"),
        ("../week1/day1/", "folder", "week1/day1"),
        ("../week1/day2/", "note", "week1/day2/day2.md"),  # the only note in it
        ("../week2/", "note", "week2/README.md"),
        ("../c/", "note", "c.md"),  # a folder's page beside it, as MkDocs has it
        ("../src", "folder", "src"),
        ("..", "note", "README.md"),
        ("/", "note", "README.md"),
        ("https://github.com/camp/notes/tree/main/java", "folder", "java"),
        ("https://github.com/camp/notes/tree/main/week2", "note", "week2/README.md"),
        ("../nothing/", "missing", None),
    ],
)
def test_where_a_folder_leads(url: str, outcome: str, target: str | None) -> None:
    linked = only_link(f"[x]({url})", OWN)
    assert (linked.outcome, linked.target) == (outcome, target)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("../week1/", "weeks/1/"),
        ("../week1/day1/", "folders/week1/day1/"),
        ("../week1/day2/", "week1/day2/day2.md"),
        ("../java/", "folders/java/"),
        ("../src/main", "https://github.com/camp/notes/tree/HEAD/src/main"),
    ],
)
def test_the_check_says_where_it_leads(url: str, target: str) -> None:
    (finding,) = note_with(f"[x]({url})", OWN).findings
    assert (finding.code, finding.line) == ("link-folder", 3)
    assert dict(finding.values) == {"url": url, "target": target}


def test_a_folder_with_its_readme_needs_no_word() -> None:
    assert not note_with("[x](../week2/) [y](/) [z](../week2)", OWN).findings


def test_a_folder_of_code_is_listed_where_no_repository_is_known() -> None:
    (finding,) = note_with("[x](../src/)").findings
    assert finding.values["target"] == "folders/src/"


def test_from_the_repository_s_top_the_notebook_s_folder_is_a_part_of_the_address() -> None:
    settings = Settings(repository="https://github.com/camp/all", folder="docs/camp")
    assert only_link("[x](/docs/camp/java/a.md)", settings).target == "java/a.md"
    assert only_link("[x](/java/a.md)", settings).target == "java/a.md"
    assert only_link("[x](/docs/camp/)", settings).target == "README.md"
    assert not note_with("[x](/docs/camp/java/a.md)", settings).findings
    (finding,) = note_with("[x](/java/a.md)", settings).findings
    assert finding.code == "link-target-repaired"


def test_the_top_of_a_site_may_be_the_folder_of_its_notes() -> None:
    notes = {
        "README.md": "[x](/sql/a.md)\n",
        "docs/b.md": "[x](/sql/a.md) ![](/c.png) [y](/sql/)\n",
        "docs/sql/a.md": "# 가\n",
        "docs/sql/d.md": "# 라\n",
    }
    book = make_notebook(notes, others=("docs/.vuepress/public/c.png",))
    assert book.by_path["README.md"].links[0].target == "docs/sql/a.md"
    targets = [linked.target for linked in book.by_path["docs/b.md"].links]
    assert targets == ["docs/sql/a.md", "docs/.vuepress/public/c.png", "docs/sql"]


def test_what_a_generator_copies_stands_at_the_site_s_top() -> None:
    book = make_notebook({"a.md": "![](/img/a.png)\n"}, others=("static/img/a.png",))
    note = book.by_path["a.md"]
    assert note.links[0].target == "static/img/a.png"
    assert [finding.code for finding in note.findings] == ["link-target-repaired"]


def test_an_image_is_no_folder_and_no_note() -> None:
    note = note_with("![a](../java/) ![b](../c.md) ![c]()")
    assert [linked.outcome for linked in note.links] == ["missing"] * 3
    assert [finding.code for finding in note.findings] == ["image-missing"] * 3
