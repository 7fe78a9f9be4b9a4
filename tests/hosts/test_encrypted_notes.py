"""Notes that mkdocs-encryptcontent-plugin encrypts: nothing of them is in clear on the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from support.sites import BuiltSite, build_with

if "encryptcontent" not in {plugin.name for plugin in entry_points(group="mkdocs.plugins")}:
    pytest.skip("encryptcontent isn't installed; make setup does it", allow_module_level=True)

PASSWORD = "a<b & 은하수 아래 서른두 마리 고래"
MARK = "쩌꾸"  # in all that must not be told
LOCKED = (
    f"---\npassword: '{PASSWORD}'\ntags: [{MARK}태그]\ndescription: {MARK} 설명\n---\n"
    f"# 잠근 노트\n\n{MARK} 본문 $x$ [책](https://b.example/{MARK}) day1.md\n\n"
    f"## 목차\n- [{MARK} 정리](#{MARK}-정리)\n\n## {MARK} 정리\n\n![그림]({MARK}.png)\n\n"
    f"## 피어세션\n\n##### {MARK} 큐\n\n발표자: `남{MARK}`\n\n{MARK} 질문일까요?\n\n"
    f"### 회고\n\n{MARK} 회고\n"
)
NOTES = {
    "README.md": "# 물빛 노트\n",
    "week1/day1/day1.md": "# Day1\n\n[잠근 노트](../day3/locked.md#아무데나)\n\n열린 말\n",
    "week1/day3/locked.md": LOCKED,
    "팀/.meta.yml": "password: 우리 팀만 아는 아주 긴 이야기 한 편\n",
    "팀/회의.md": f"# 회의\n\n{MARK} 회의록\n",
}
WHOLE = {"global_password": "모두에게 하나뿐인 아주 긴 이야기 한 편"}


def build(folder: Path, options: Mapping[str, Any], **config: Any) -> BuiltSite:
    for path, text in NOTES.items():
        file = folder / "notes" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    plugins = [
        "search",
        "material/meta",
        "material/tags",
        {"encryptcontent": {"threshold_warning_min_entropy": 0, **options}},
        "campnotes",
    ]
    return build_with(folder / "notes", folder / "site", {"plugins": plugins, **config})


def telling(site: BuiltSite, *words: str) -> Iterator[str]:
    """The files of a site that have one of the words, plain or as JSON may write it."""
    wanted = [word.encode() for word in words]
    wanted += [word.encode("unicode_escape") for word in words]
    for file in site.folder.rglob("*"):
        if not file.is_file():
            continue
        content = file.read_bytes()
        if any(word in content for word in wanted):
            yield file.relative_to(site.folder).as_posix()


@pytest.fixture(scope="module")
def encrypted() -> list[str]:
    """What the plugin was given to encrypt."""
    return []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, encrypted: list[str]) -> Iterator[BuiltSite]:
    from encryptcontent.plugin import encryptContentPlugin

    method = "__encrypt_content__"
    encrypt = getattr(encryptContentPlugin, method)

    def noting(self: Any, content: str, *others: Any) -> str:
        encrypted.append(content)
        return str(encrypt(self, content, *others))

    folder = tmp_path_factory.mktemp("locked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encryptContentPlugin, method, noting)
        patch.chdir(folder)
        yield build(folder, {})


def test_nothing_of_them_is_in_any_file(site: BuiltSite) -> None:
    assert list(telling(site, MARK, "고래", "이야기")) == []


def test_their_own_pages_hold_them_encrypted(site: BuiltSite, encrypted: list[str]) -> None:
    page = site.text("week1/day3/locked/")
    assert "mkdocs-decrypt-form" in page
    assert "잠근 노트" in page
    [locked] = [content for content in encrypted if f"{MARK} 본문" in content]
    assert f'id="{MARK}-정리"' in locked
    assert locked.count("campnotes-dead") == locked.count("campnotes-dead-image") == 1
    assert any(f"{MARK} 회의록" in content for content in encrypted)
    assert len(encrypted) == 2


def test_the_rest_of_the_notebook_knows_their_titles(site: BuiltSite) -> None:
    titles = {note["title"] for note in site.inventory["notes"]}
    assert titles == {"물빛 노트", "Day1", "잠근 노트", "회의"}
    assert "열린 말" in site.text("week1/day1/day1/")
    assert site.dead_links() == []
    assert "아무데나" not in site.text("health/")


@pytest.mark.parametrize(
    ("options", "config"),
    [(WHOLE, {}), ({"search_index": "clear"}, {"theme": {"name": "mkdocs"}})],
    ids=["whole-site", "mkdocs-theme"],
)
def test_so_it_is_in_other_configurations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: Any, config: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    site = build(tmp_path, options, **config)
    assert list(telling(site, MARK)) == []
    assert ("열린 말" in site.text("week1/day1/day1/")) is (options is not WHOLE)


def test_a_disagreement_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A hook that gives a password when the notebook is already linked."""
    monkeypatch.chdir(tmp_path)
    hook = (
        "def on_pre_page(page, config, files):\n"
        "    read = page.read_source\n"
        "    def read_source(config):\n"
        "        read(config)\n"
        "        if page.file.src_uri.endswith('day1.md'):\n"
        "            page.meta['password'] = 'x'\n"
        "    page.read_source = read_source\n"
        "    return page\n"
    )
    (tmp_path / "hook.py").write_text(hook)
    with pytest.raises(Abort):
        build(tmp_path, {}, hooks=["hook.py"])
    assert "week1/day1/day1.md" in caplog.text
    assert not (tmp_path / "site" / "campnotes.json").exists()


def test_a_password_with_a_colon_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"---\npassword: a: b\n---\n# 잠근 노트\n\n{MARK}\n"
    monkeypatch.setitem(NOTES, "week1/day3/locked.md", text)
    site = build(tmp_path, {})
    assert list(telling(site, MARK)) == []
    assert "mkdocs-decrypt-form" in site.text("week1/day3/locked/")


@pytest.mark.parametrize("head", ["password: ab\n\n", "---\n[\nlevel: x\n---\n"])
def test_a_password_that_can_t_be_read_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, head: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(NOTES, "week1/day3/locked.md", f"{head}# 잠근 노트\n\n{MARK}\n")
    with pytest.raises(Abort):
        build(tmp_path, {})
    assert "week1/day3/locked.md" in caplog.text
