"""Which files are a notebook's: plain ones, within it, that Git doesn't ignore."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from campnotes.notebook.files import read_plain
from campnotes.notebook.files.walk import find_files
from campnotes.reading import read_files
from campnotes.settings import Settings

Write = Callable[[Mapping[str, str | bytes]], Path]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def codes(root: Path) -> dict[str, str]:
    return {finding.path: finding.code for finding in find_files(root).findings}


def test_hidden_and_installed_files_are_no_notes(write: Write) -> None:
    root = write({"a.md": "", ".git/b.md": "", "node_modules/x/c.md": "", "img/d.png": b""})
    found = find_files(root)
    assert (found.notes, found.others) == (("a.md",), ("img/d.png",))
    assert codes(root) == {"node_modules": "folder-installed"}


def test_folders_of_generators_hold_no_notes(write: Write) -> None:
    made = ["_site/a.md", "docs/_layouts/b.md", "_includes/c.md", "_book/d.md"]
    installed = ["vendor/bundle/x/README.md", "bower_components/y/README.md"]
    kept = ["_posts/2026-03-02-e.md", "vendor/f.md", "bundle/g.md", "site/h.md"]
    root = write(dict.fromkeys([*made, *installed, *kept], ""))
    assert sorted(find_files(root).notes) == sorted(kept)
    assert codes(root) == {
        "_site": "folder-generated", "docs/_layouts": "folder-generated",
        "_includes": "folder-generated", "_book": "folder-generated",
        "vendor/bundle": "folder-installed", "bower_components": "folder-installed",
    }  # fmt: skip


def test_themes_are_no_notes_where_a_site_has_one(write: Write) -> None:
    root = write(
        {
            "_config.yml": "", "themes/x/README.md": "", "scaffolds/post.md": "", "a.md": "",
            "notes/themes/b.md": "",
        }
    )  # fmt: skip
    assert find_files(root).notes == ("a.md", "notes/themes/b.md")


def test_pictures_in_hidden_folders_are_kept_for_notes_that_show_them(write: Write) -> None:
    shown = [".gitbook/assets/a.png", ".images/b.JPG", "week1/.images/c.png"]
    others = [
        ".images/d.md",
        ".images/e.txt",
        ".git/f.png",
        ".obsidian/g.png",
        ".x/node_modules/h.png",
    ]
    root = write(dict.fromkeys([*shown, *others, "i.md"], ""))
    (root / ".linked").symlink_to(root.parent)
    (root / ".images/j.png").symlink_to(root / "i.md")
    found = find_files(root)
    assert sorted(found.hidden_media) == sorted(shown)
    assert (found.notes, found.others, found.findings) == (("i.md",), (), ())


def test_pictures_in_hidden_folders_that_git_ignores_or_the_host_excludes_are_left_out(
    write: Write,
) -> None:
    root = write({".images/a.png": "", ".images/b.png": "", ".gitignore": ".images/a.png\n"})
    git(root, "init", "-q")
    found = find_files(root, is_excluded=lambda path: path.endswith("b.png"))
    assert found.hidden_media == ()


def test_a_folder_is_an_environment_by_what_is_in_it(write: Write) -> None:
    root = write(
        {"env/day1.md": "", "templates/day2.md": "", "venv/c.md": "", "venv/pyvenv.cfg": ""}
    )
    assert find_files(root).notes == ("env/day1.md", "templates/day2.md")


def test_a_link_is_followed_to_files_of_the_notebook_alone(write: Write, tmp_path: Path) -> None:
    root = write({"a.md": "", ".env": "TOKEN=1", "b/c.md": ""})
    (tmp_path / "secret.md").write_text("secret")
    for name, target in {
        "out.md": str(tmp_path / "secret.md"),
        "hidden.txt": ".env",
        "dead.md": "nowhere.md",
        "loop.md": "loop.md",
        "again": ".",
        "up": "..",
        "root": "/",
        "same.md": "a.md",
    }.items():
        (root / name).symlink_to(target)
    assert find_files(root).notes == ("a.md", "b/c.md", "same.md")
    assert codes(root) == {
        "out.md": "file-link-outside",
        "hidden.txt": "file-link-outside",
        "up": "file-link-outside",
        "root": "file-link-outside",
        "dead.md": "file-link-dead",
        "loop.md": "file-link-dead",
        "again": "file-link-folder",
    }


def test_pipes_devices_and_sockets_are_never_opened(write: Write) -> None:
    root = write({"a.md": ""})
    os.mkfifo(root / "pipe.md")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(root / "socket.md"))
    (root / "zero.md").symlink_to("/dev/zero")
    assert find_files(root).notes == ("a.md",)
    assert codes(root) == {
        "pipe.md": "file-special",
        "socket.md": "file-special",
        "zero.md": "file-link-outside",
    }
    for name in ("pipe.md", "zero.md"):
        with pytest.raises(OSError, match="no plain file"):
            read_plain(root / name, 1)


def test_a_name_that_is_no_text_is_told(write: Write) -> None:
    root = write({"a.md": ""})
    (root / os.fsdecode(b"\xff.md")).write_text("")
    assert codes(root) == {"?.md": "file-name"}


def test_what_git_ignores_is_left_out_unless_it_is_tracked(write: Write) -> None:
    root = write(
        {".gitignore": "secret*\nprivate/\n", "a.md": "", "secret.md": "", "secret-kept.md": "",
         "private/b.md": "", "c/.gitignore": "*.log\n", "c/x.log": "", "c/x.txt": ""}
    )  # fmt: skip
    assert find_files(root).left_out == {}
    git(root, "init", "-q")
    git(root, "add", "-f", "secret-kept.md")
    found = find_files(root)
    assert (found.notes, found.others) == (("a.md", "secret-kept.md"), ("c/x.txt",))
    assert found.left_out == {"ignored": 3}
    assert codes(root) == {"secret.md": "note-ignored", "private/b.md": "note-ignored"}


def test_a_repository_within_the_notebook_is_asked_too(write: Write) -> None:
    root = write({"a.md": "", "clone/.gitignore": "b.md\n", "clone/b.md": "", "clone/c.md": ""})
    git(root / "clone", "init", "-q")
    assert find_files(root).notes == ("a.md", "clone/c.md")


def test_a_notebook_that_is_ignored_as_a_whole_keeps_its_notes(
    write: Write, tmp_path: Path
) -> None:
    root = write({"a.md": ""})
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("notes/\n")
    assert find_files(root).notes == ("a.md",)


def test_git_isn_t_asked_to_read_a_pipe(write: Write) -> None:
    root = write({"a.md": ""})
    git(root, "init", "-q")
    os.mkfifo(root / ".gitignore")
    assert find_files(root).notes == ("a.md",)
    assert codes(root) == {".": "git-unasked"}


def test_a_repository_that_git_can_t_read_is_told(write: Write) -> None:
    root = write({"a.md": "", ".gitignore": "secret.md\n", "secret.md": ""})
    git(root, "init", "-q")
    (root / ".git" / "index").write_text("broken")
    assert codes(root) == {".": "git-unasked"}


def test_what_is_told_of_the_whole_notebook_comes_first(write: Write) -> None:
    root = write({"week10.md": "", "week2.md": "", ".gitignore": ""})
    git(root, "init", "-q")
    (root / ".git" / "index").write_text("broken")
    for name in ("week10.md", "week2.md"):
        (root / f"to-{name}").symlink_to(root / "nowhere.md")
    found = read_files(find_files(root), Settings()).findings
    assert [finding.path for finding in found] == [".", "to-week2.md", "to-week10.md"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_repository_of_somebody_else_s_is_asked(write: Write) -> None:
    root = write({"a.md": "", ".gitignore": "secret.md\n", "secret.md": ""})
    git(root, "init", "-q")
    for file in (root, *root.rglob("*")):
        os.chown(file, 12345, 12345)
    assert find_files(root).notes == ("a.md",)


def test_what_the_host_excludes_is_told(write: Write) -> None:
    root = write({"a.md": "", "old/b.md": "", "old/c.png": ""})
    found = find_files(root, is_excluded=lambda path: path.startswith("old/"))
    assert (found.notes, found.others) == (("a.md",), ())
    assert [finding.code for finding in found.findings] == ["note-excluded"]
    assert found.left_out == {"excluded": 2}
