"""Which repository a notebook is of, where only its notes' links tell."""

from __future__ import annotations

import pytest

from campnotes.linking.model import LinkedLink, Notebook, Outcome
from campnotes.settings import Settings
from support.notebooks import make_notebook

OWN = "https://github.com/narae/notes"
MATE = "https://github.com/doyun/camp"
NAMES = ("벡터", "행렬", "미분", "확률")
NOTES = {f"week1/{name}.md": f"# {name}\n" for name in NAMES}
PICTURE = "img/graph.png"


def linking_to(*addresses: str) -> str:
    return "# 기록\n" + "".join(f"- [글]({address})\n" for address in addresses)


def notes_at(repository: str, count: int = 4) -> list[str]:
    return [f"{repository}/blob/main/week1/{name}.md" for name in NAMES[:count]]


def read(*addresses: str, settings: Settings | None = None) -> Notebook:
    notes = {"README.md": linking_to(*addresses), **NOTES}
    return make_notebook(notes, settings, others=(PICTURE,))


def links_of(notebook: Notebook) -> tuple[LinkedLink, ...]:
    return notebook.by_path["README.md"].links


def guessed(notebook: Notebook) -> list[str]:
    return [f.values["repository"] for f in notebook.findings if f.code == "own-repository-guessed"]


def test_addresses_that_exist_here_are_the_notebook_s_own() -> None:
    notebook = read(*notes_at(OWN))
    assert guessed(notebook) == [OWN]
    assert {link.target for link in links_of(notebook)} == set(NOTES)
    assert notebook.settings.known_repository == OWN


@pytest.mark.parametrize(
    "addresses",
    [
        notes_at(OWN, 2),
        [*notes_at(OWN, 3), f"{OWN}/blob/main/week2/없음.md"],
        [f"{OWN}/issues/{n}" for n in range(9)],
        [*notes_at(OWN), *notes_at(MATE)],
    ],
    ids=["too few", "too many missing", "no files", "two of them"],
)
def test_what_may_be_another_s_is_left_alone(addresses: list[str]) -> None:
    notebook = read(*addresses)
    assert guessed(notebook) == []
    assert not any(link.own for link in links_of(notebook))


def test_a_teammate_s_notebook_of_the_same_layout_is_another() -> None:
    days = [f"week1/day{day}/day{day}.md" for day in range(1, 11)]
    text = linking_to(*[f"{MATE}/blob/main/{path}" for path in days[:4]])
    notes = {"README.md": text, **dict.fromkeys(days, "# 하루\n")}
    assert guessed(make_notebook(notes)) == []


def test_an_index_of_most_notes_is_the_notebook_s_own() -> None:
    days = [f"week1/day{day}/day{day}.md" for day in range(1, 11)]
    own = [f"{OWN}/blob/main/{path}" for path in days[:5]]
    notes = {"README.md": linking_to(*own), **dict.fromkeys(days[:9], "# 하루\n")}
    assert guessed(make_notebook(notes)) == [OWN]
    notes["README.md"] = linking_to(*own, f"{MATE}/blob/main/{days[0]}")
    assert guessed(make_notebook(notes)) == []


def test_what_is_told_wins() -> None:
    told = read(*notes_at(OWN), settings=Settings(repository=MATE))
    assert guessed(told) == []
    assert not any(link.own for link in links_of(told))


def test_a_remote_wins_but_for_one_that_nothing_is_at() -> None:
    remote = Settings(repository=MATE, repository_is_remote=True)
    assert guessed(read(*notes_at(OWN), settings=remote)) == [OWN]
    assert guessed(read(*notes_at(OWN), *notes_at(MATE, 1), settings=remote)) == []


@pytest.mark.parametrize(
    "address",
    [
        f"{OWN}/blob/main/{PICTURE}?raw=true",
        f"{OWN}/raw/main/{PICTURE}",
        "https://raw.githubusercontent.com/narae/notes/main/img/graph.png",
    ],
)
def test_own_pictures_are_local(address: str) -> None:
    text = (
        f"# 벡터\n\n![그림]({address}) <img src='{address}'>\n![없음]({OWN}/raw/main/img/no.png)\n"
    )
    settings = Settings(repository=OWN)
    (note,) = make_notebook({"a.md": text}, settings, others=(PICTURE,)).notes
    first, second, missing = note.links
    assert first.outcome is second.outcome is Outcome.FILE
    assert first.target == second.target == PICTURE
    assert missing.outcome is Outcome.EXTERNAL


def test_a_week_lists_its_days_by_addresses_of_the_notebook_s_own() -> None:
    days = [f"LEVEL1/Day{number}" for number in range(1, 6)]
    addresses = [f"{OWN}/tree/main/{day}/Note.md" for day in days]
    notes = {f"{day}/Note.md": "## 벡터\n" for day in days}
    notebook = make_notebook({"LEVEL1/week01.md": linking_to(*addresses), **notes})
    assert {notebook.by_path[path].place.week for path in notes} == {1}
