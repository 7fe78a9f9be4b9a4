"""A fresh repository, `campnotes init`, and what its workflow does: the site holds at its address."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
import yaml

import campnotes

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the workflow's steps are for bash")
ADDRESS = "https://na-rae.github.io/my.til/"
NOTES = {
    "README.md": "# 나래의 노트\n\n[첫날](week1/day1.md)\n",
    "week1/day1.md": "# 1일차 (2026-03-02)\n\n## 피어세션\n\n### 어텐션 (발표자: 김나래)\n\n- 왜 나누나요?\n\n[내일](day2.md)\n",
    "week1/day2.md": "# 2일차 (2026-03-03)\n\n![그림](그림%201.png) 어제는 day1.md에 적었다.\n",
}
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ff"
    "ff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def shell(step: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-e", "-c", step],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the workflow of a fresh clone makes."""
    home = tmp_path_factory.mktemp("published")
    clone = home / "clone"
    for path, text in NOTES.items():
        file = clone / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (clone / "week1/그림 1.png").write_bytes(DOT)
    git(clone, "init", "--quiet", "--initial-branch", "trunk")
    git(clone, "remote", "add", "origin", "https://github.com/na-rae/my.til.git")
    git(clone, "add", ".")
    git(clone, "-c", "user.name=n", "-c", "user.email=n@a.example", "commit", "-qm", "notes")
    bin_folder = home / "bin"
    bin_folder.mkdir()
    command = bin_folder / "campnotes"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m campnotes "$@"\n')
    command.chmod(0o755)
    runner = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(campnotes.__file__).parents[1]),
        "RUNNER_TEMP": str(home),
    }
    shell("campnotes init --yes", clone, runner)
    workflow = yaml.safe_load((clone / ".github/workflows/campnotes.yml").read_text("utf-8"))
    for job in ("check", "build"):
        for step in workflow["jobs"][job]["steps"]:
            # What installs campnotes needs the network; here it is there.
            if "run" in step and not step["run"].startswith("pip "):
                shell(step["run"], clone, {**workflow["env"], **runner})
    return home / "site"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in {"href", "src"} and value]


def links(file: Path) -> Iterator[str]:
    parser = _Links()
    parser.feed(file.read_text("utf-8"))
    yield from parser.found


def is_there(address: str, site: Path) -> bool:
    """Whether GitHub Pages would show something at an address; of other sites nothing is said."""
    here = urlsplit(address)
    if not address.startswith(ADDRESS):
        return here.netloc != urlsplit(ADDRESS).netloc
    path = unquote(here.path.removeprefix(urlsplit(ADDRESS).path))
    file = site / path
    return (file / "index.html").is_file() if path.endswith("/") or not path else file.is_file()


def test_every_link_leads_somewhere_below_the_repository_s_path(site: Path) -> None:
    pages = [file for file in site.rglob("*.html") if file.name != "404.html"]
    assert len(pages) > 8
    dead = []
    for file in pages:
        page = ADDRESS + file.relative_to(site).as_posix().removesuffix("index.html")
        for link in links(file):
            target = urljoin(page, link)
            if target.startswith("http") and not is_there(target, site):
                dead.append((page, link))
    assert dead == []


def test_the_page_for_what_isn_t_there_works_at_any_depth(site: Path) -> None:
    deep = f"{ADDRESS}a/b/c/"
    targets = [urljoin(deep, link) for link in links(site / "404.html")]
    assert [target for target in targets if target.startswith("http")]
    assert [target for target in targets if not is_there(target, site)] == []


def test_the_site_map_and_the_feeds_name_pages_that_are_there(site: Path) -> None:
    named = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    assert any(address.endswith("/week1/day1/") for address in named)
    for feed in site.glob("*.xml"):
        tree = ElementTree.fromstring(feed.read_bytes())
        named += [
            element.get("href", "") for element in tree.iter("{http://www.w3.org/2005/Atom}link")
        ]
        named += [element.text or "" for element in tree.iter("link") if element.text]
    assert len(named) > 6
    assert [address for address in named if not address.startswith(ADDRESS)] == []
    assert [address for address in named if not is_there(address, site)] == []
