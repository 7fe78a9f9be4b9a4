"""Pages that are taken from a former build: the same as those that are made anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from jinja2 import BytecodeCache, DictLoader, Environment, FileSystemBytecodeCache
from mkdocs.commands.build import build as build_site
from mkdocs.config.base import load_config
from mkdocs.structure.files import Files
from msgspec import Struct

from campnotes.caching.told import Teller, UntoldError
from campnotes.hosts.mkdocs import publishing
from campnotes.hosts.mkdocs.keeping.kept_pages import KeptPages
from campnotes.hosts.mkdocs.keeping.shown_facts import ShownFacts
from campnotes.hosts.mkdocs.theme import compiled_templates
from campnotes.hosts.mkdocs.theme.listing import list_theme_without_icons
from campnotes.linking.model import Note
from campnotes.pages.environment import TEMPLATES
from campnotes.pages.note.foot import NoteFoot, note_foot
from campnotes.site.model import Site

NOTES = {
    "README.md": "# 나래의 노트\n\n[첫날](week1/day1.md)\n",
    "week1/day1.md": "# Day 1 정렬\n\n## 피어세션\n\n### 동적 계획법 - 김나래\n\n- 왜 그런가요?\n",
    "week1/day2.md": "# Day 2 그래프\n\n[첫날](day1.md) https://example.com/a\n",
    "week2/day6.md": "---\ntags: [검색]\n---\n# Day 6\n\n## 색인\n\nDay 2에서 본 것\n",
    "week2/day7.md": "# Day 7\n\n### 트리 - 박도윤\n\n$x$\n",
}
MATERIAL = "theme: {name: material, language: ko, font: false}\n"
# What is changed one after the other; `None` takes a file away.
CHANGES: list[dict[str, str | None]] = [
    {"week1/day1.md": NOTES["week1/day1.md"] + "  - 그래서요.\n"},
    {
        "week1/day1.md": NOTES["week1/day1.md"] + "  - 아니요, 이래서요.\n",
        "week2/day6.md": "# Day 6 색인과 검색\n\n[둘째](../week1/day2.md) https://example.com/a\n",
        "week2/day7.md": "# Day 7\n\n## 피어세션\n\n### 트리 - 오지안\n\nhttps://example.com/b\n",
    },
    {
        "week1/day2.md": None,
        "week2/day8.md": "# Day 8 새 노트\n\nday7.md와 [첫날](../week1/day1.md)\n",
        "people/윤서진.md": "# 윤서진\n",
    },
    {"README.md": "---\ntitle: 새 이름\n---\n# 노트\n"},
    {"mkdocs.yml": f"{MATERIAL}site_name: 다른 이름\nnav: [{{Two: week2/day6.md}}, README.md]\n"},
]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many pages were asked for, and how many of them were kept."""
    counts = {"asked": 0, "kept": 0}
    put = KeptPages.put

    def put_counting(self: KeptPages, context: Mapping[str, object]) -> bool:
        is_kept = put(self, context)
        counts["asked"] += 1
        counts["kept"] += is_kept
        return is_kept

    monkeypatch.setattr(KeptPages, "put", put_counting)
    return counts


def build(
    folder: Path, config: str, monkeypatch: pytest.MonkeyPatch, cache: str
) -> dict[str, bytes]:
    """Build as `mkdocs build` does, and give the site's files."""
    monkeypatch.setenv("CAMPNOTES_CACHE", cache)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    site = folder / "site"
    file = folder / "mkdocs.yml"
    given = "" if "plugins:" in config else "plugins: [search, campnotes]\n"
    named = "" if "site_name:" in config else "site_name: 노트\n"
    file.write_text(f"{named}docs_dir: notes\nsite_dir: {site}\n{given}{config}", "utf-8")
    build_site(load_config(str(file)))
    files = filter(Path.is_file, site.rglob("*"))
    return {found.relative_to(site).as_posix(): found.read_bytes() for found in files}


def test_any_build_gives_the_pages_that_a_first_one_gives(
    write: Callable[[Mapping[str, str]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    counted: dict[str, int],
) -> None:
    notes = write(NOTES)
    config = MATERIAL
    cache = str(tmp_path / "cache")
    build(tmp_path, config, monkeypatch, cache)
    assert counted["kept"] == 0
    made: list[int] = []
    for step in CHANGES:
        for path, text in step.items():
            if path == "mkdocs.yml":
                config = str(text)
            elif text is None:
                (notes / path).unlink()
            else:
                write({path: text})
        known = dict(counted)
        warm = build(tmp_path, config, monkeypatch, cache)
        made.append(counted["asked"] - counted["kept"] - known["asked"] + known["kept"])
        assert warm == build(tmp_path, config, monkeypatch, ""), step
    assert counted["kept"] > len(NOTES)
    # The note, the home page with its size, and where its presentation is shown with the answer.
    assert made[0] <= 7, made


def test_after_a_sentence_more_only_its_page_is_looked_at(
    write: Callable[[Mapping[str, str]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    counted: dict[str, int],
) -> None:
    sentence = "색인은 낱말이 어디에 있는지 적어 둔 표이고, 그것으로 글을 빨리 찾는다.\n"
    note = "# Day 8\n\n" + 9 * sentence
    below = "\n## 정리\n\n[첫날](../week1/day1.md)\n\n## 피어세션\n\n### 큐 - 김나래\n\n- 왜 그런가요?\n"
    # More long pages than wait without being packed.
    long = 400 * "색인과 낱말 "
    others = {f"week{n}/day{5 * n}.md": f"# Day {5 * n}\n\n{long}\n" for n in range(3, 28)}
    write({**NOTES, **others, "week2/day8.md": note + below})
    cache = str(tmp_path / "cache")
    build(tmp_path, MATERIAL, monkeypatch, cache)
    looked_at: list[str] = []

    def look(note: Note, site: Site) -> NoteFoot:
        looked_at.append(note.path)
        return note_foot(note, site)

    before = dict(counted)
    write({"week2/day8.md": note + sentence + below})
    with monkeypatch.context() as watched:
        watched.setattr(f"{ShownFacts.__module__}.note_foot", look)
        watched.setattr(publishing, "generated_pages", lambda _: pytest.fail("views are made"))
        warm = build(tmp_path, MATERIAL, watched, cache)
    made = counted["asked"] - counted["kept"] - before["asked"] + before["kept"]
    assert looked_at == ["week2/day8.md"]
    assert made == 1
    assert warm == build(tmp_path, MATERIAL, monkeypatch, "")


class Told(Struct, frozen=True):
    name: str
    values: tuple[object, ...] = ()


class Colour(StrEnum):
    RED = "red"


TOLD: Iterable[object] = [
    None,
    0,
    False,
    "",
    "0",
    b"0",
    (),
    ("a", "b"),
    (("a",), "b"),
    {"a": "b"},
    {"b": "a"},
    frozenset({"a", "b"}),
    date(2026, 3, 2),
    "red",
    Colour.RED,
    Told("a"),
    Told("a", ("b",)),
]


def test_what_differs_is_told_otherwise() -> None:
    told = [Teller({}).digest(value) for value in TOLD]
    assert len(set(told)) == len(told)
    assert told == [Teller({}).digest(value) for value in TOLD]


def test_a_text_is_told_with_the_place_of_what_it_names() -> None:
    one = Teller({}, {"김나래": "people/김나래/"})
    other = Teller({}, {"김나래": "camp-people/김나래/"})
    assert one.digest(Told("김나래")) != other.digest(Told("김나래"))
    assert one.digest(Told("박도윤")) == other.digest(Told("박도윤"))


@pytest.mark.parametrize("value", [object(), lambda: None, [Told("a", (iter(()),))]])
def test_what_can_t_be_told_wholly_isn_t_told(value: object) -> None:
    with pytest.raises(UntoldError):
        Teller({}).digest(value)


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda file: file.name)
def test_our_templates_see_no_more_than_keys_tell(template: Path) -> None:
    """What is asked of the whole site isn't in the key of the page that shows it."""
    assert not re.search(r"(?<![.\w-])site\.\w", template.read_text("utf-8"))


def test_compiled_templates_lie_where_nobody_else_may_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_templates, "user_cache_path", lambda *_, **__: tmp_path / "ours")
    monkeypatch.delenv("CAMPNOTES_CACHE", raising=False)
    assert lies_in_a_folder(compiled_templates.compiled_templates("ko"))
    (folder,) = (tmp_path / "ours").iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    for place in (folder, folder.parent):
        place.chmod(0o777)
        assert not lies_in_a_folder(compiled_templates.compiled_templates("ko"))
        place.chmod(0o700)
    # What a cache that is named may have been copied with isn't run.
    folder.chmod(0o700)
    monkeypatch.setenv("CAMPNOTES_CACHE", str(tmp_path / "cache"))
    assert not lies_in_a_folder(compiled_templates.compiled_templates("ko"))


def lies_in_a_folder(compiled: BytecodeCache) -> bool:
    return isinstance(compiled, FileSystemBytecodeCache)


def test_compiled_templates_are_used_again_only_for_the_same_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CAMPNOTES_CACHE", "")
    for text in ("first", "first", "second"):
        environment = Environment(
            loader=DictLoader({"a.html": text}),
            bytecode_cache=compiled_templates.compiled_templates("ko"),
            autoescape=True,
        )
        assert environment.get_template("a.html").render() == text


def test_what_one_environment_of_a_theme_compiles_is_there_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMPNOTES_CACHE", "")
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: 노트\n{MATERIAL}", encoding="utf-8")
    config = load_config(str(file))
    compiled_templates.share_compiled_templates(config)
    config.theme.get_env().get_template("main.html")
    monkeypatch.delattr(Environment, "compile")
    config.theme.get_env().get_template("main.html")


def test_a_theme_s_files_are_those_that_mkdocs_lists(tmp_path: Path) -> None:
    custom = tmp_path / "overrides"
    (custom / "img" / "deep").mkdir(parents=True)
    (custom / "img" / "deep" / "a.png").write_bytes(b"")
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: 노트\ntheme: {name: material, custom_dir: overrides}\n", "utf-8")
    listed = []
    for change in (lambda _: None, list_theme_without_icons):
        config = load_config(str(file))
        change(config)
        files = Files([])
        files.add_files_from_theme(config.theme.get_env(), config)
        listed.append([(found.src_uri, found.abs_src_path) for found in files])
    assert listed[0] == listed[1]
    assert ("img/deep/a.png", str(custom / "img/deep/a.png")) in listed[0]


def test_compiled_templates_may_vanish_during_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_templates, "user_cache_path", lambda *_, **__: tmp_path / "ours")
    monkeypatch.delenv("CAMPNOTES_CACHE", raising=False)
    kept = compiled_templates.compiled_templates("ko")
    environment = Environment(
        loader=DictLoader({"a.html": "text"}), bytecode_cache=kept, autoescape=True
    )
    shutil.rmtree(tmp_path / "ours")
    assert environment.get_template("a.html").render() == "text"
