"""What a command says where the machine doesn't let it do its work."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from campnotes import output
from campnotes.cli import main

Write = Callable[[Mapping[str, str | bytes]], Path]
# A theme that is built in a tenth of a second.
QUICK = {"mkdocs.yml": "site_name: 노트\ntheme: {name: mkdocs}\n", "docs/day1.md": "# Day1\n"}


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def notebook(write: Write) -> Path:
    return write(QUICK)


@pytest.fixture
def site(notebook: Path, tmp_path: Path) -> Path:
    """The site of a notebook, built before anything goes wrong."""
    place = tmp_path / "site"
    assert run("build", notebook, "-o", place).exit_code == 0
    return place


def assert_kept(site: Path) -> None:
    """The former site is there, and nothing beside it."""
    assert "Day1" in (site / "day1" / "index.html").read_text("utf-8")
    left = {path.name for path in site.parent.iterdir()}
    assert left <= {"site", "notes"}


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "Make room on the disk"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "permissions"),
    ],
)
def test_a_disk_that_refuses_is_told_and_the_former_site_stays(
    notebook: Path, site: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def refuse(content: bytes, path: str) -> None:
        del content
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    result = run("build", notebook, "-o", site)
    assert result.exit_code == 1
    assert told in result.output
    assert_kept(site)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte, where this machine lets one be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    with suppress(FileNotFoundError):
        if subprocess.run(mount, capture_output=True).returncode == 0:
            yield disk
            subprocess.run(["umount", "--lazy", str(disk)], check=True)
            return
    pytest.skip("no disk can be mounted here")


def test_a_disk_that_is_full_or_can_only_be_read(notebook: Path, small_disk: Path) -> None:
    place = small_disk / "site"
    with output.build_beside(place) as part:
        (part / "index.html").write_text("former", "utf-8")
    full = run("build", notebook, "-o", place)
    assert full.exit_code == 1
    assert "Make room on the disk" in full.output
    assert (place / "index.html").read_text("utf-8") == "former"
    assert [path.name for path in small_disk.iterdir()] == ["site"]
    at_the_root = run("build", notebook, "-o", small_disk)
    assert at_the_root.exit_code == 1
    remount = ["mount", "-o", "remount,ro", str(small_disk)]
    subprocess.run(remount, check=True)
    read_only = run("build", notebook, "-o", place)
    assert read_only.exit_code == 1
    assert "You may not write into" in read_only.output
    assert (place / "index.html").read_text("utf-8") == "former"


def test_the_root_of_a_disk_is_no_place_for_a_site(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "volume")
    (tmp_path / "volume").mkdir()
    result = run("build", notebook, "-o", tmp_path / "volume")
    assert result.exit_code == 1
    assert "Name a folder within it" in result.output


def test_a_place_that_may_not_be_written_in_is_told_before_the_build(
    notebook: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _rights: path != site.parent)
    result = run("build", notebook, "-o", site)
    assert result.exit_code == 1
    assert f"You may not write into {site.parent}" in result.output
    assert_kept(site)


def test_a_place_that_can_t_be_is_told(notebook: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    for place in ("loop/site", "file/site", "a" * 250):
        result = run("build", notebook, "-o", tmp_path / place)
        assert result.exit_code == 1
        assert "with --output" in result.output


@pytest.mark.parametrize("inside", [True, False])
def test_without_a_temporary_folder_nothing_is_written_into_the_notebook(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    def folder() -> str:
        if inside:
            return str(notebook)
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", folder)
    result = run("build", notebook, "-o", tmp_path / "site")
    assert result.exit_code == 1
    assert "TMPDIR" in result.output


@pytest.mark.parametrize(
    "files",
    [
        {"mkdocs.yml": "site_name: [\n"},
        {"mkdocs.yml": "docs_dir: nowhere\n"},
        {"mkdocs.yml": "theme: {name: material, language: xx-nowhere}\n", "docs/a.md": ""},
        {"mkdocs.yml": "nav: 3\n", "docs/a.md": ""},
        {"mkdocs.yml": "plugins: 3\nmarkdown_extensions: 3\n", "docs/a.md": ""},
        {"mkdocs.yml": "site_url: 'http://['\n", "docs/a.md": ""},
        {"mkdocs.yml": "edit_uri: [1]\nrepo_url: {a: b}\n", "docs/a.md": ""},
        {"mkdocs.yml": "exclude_docs: 7\n", "docs/a.md": ""},
        {"mkdocs.yml": "- 1\n"},
        {"mkdocs.yml": b"\xff\xfe\x00"},
        {"mkdocs.yml": "docs_dir: mkdocs.yml\n"},
    ],
    ids=lambda files: str(files["mkdocs.yml"])[:30],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_whatever_a_configuration_says_is_no_traceback(
    write: Write, tmp_path: Path, files: Mapping[str, str | bytes], command: str
) -> None:
    place = ["-o", tmp_path / "site"] if command == "build" else []
    run(command, write(files), *place)


def test_a_plugin_that_raises_is_told_with_its_line(write: Write, tmp_path: Path) -> None:
    hook = "def on_files(files, config):\n    raise ValueError('boom')\n"
    notebook = write(
        {**QUICK, "mkdocs.yml": f"{QUICK['mkdocs.yml']}hooks: [hook.py]\n", "hook.py": hook}
    )
    told = run("build", notebook, "--trust", "-o", tmp_path / "site")
    assert told.exit_code == 1
    assert "ValueError: boom (hook.py:2)" in told.output
    assert "--verbose" in told.output
    again = CliRunner().invoke(
        main, ["build", str(notebook), "--trust", "--verbose", "-o", str(tmp_path / "site")]
    )
    assert "Traceback" in again.output


def test_who_stops_a_command_is_told_so(
    notebook: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.commands.build._build_page", stop)
    result = run("build", notebook, "-o", site)
    assert result.exit_code == 130
    assert "Stopped." in result.output
    assert_kept(site)


def test_a_reader_of_the_first_lines_is_told_nothing_of_the_rest(write: Write) -> None:
    note = "".join(f"[x{number}](no{number}.md)\n\n" for number in range(2000))
    notebook = write({"day1.md": note})
    command = [sys.executable, "-m", "campnotes", "check", str(notebook)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as checking:
        assert checking.stdout is not None
        assert checking.stderr is not None
        assert b"day1.md:1:1" in checking.stdout.readline()
        checking.stdout.close()
        told = checking.stderr.read()
    assert b"Traceback" not in told
    assert b"pipe" not in told


def test_a_build_while_notes_change_ends_with_a_site_or_a_message(
    notebook: Path, tmp_path: Path
) -> None:
    """Ten builds, while somebody writes, renames and removes notes."""
    place = tmp_path / "site"
    done = threading.Event()

    def change() -> None:
        number = 0
        while not done.wait(0.002):
            note = notebook / "docs" / f"day{number % 7 + 2}.md"
            number += 1
            with suppress(OSError):
                if note.exists() and number % 2:
                    note.unlink()
                elif note.exists():
                    note.rename(note.with_suffix(".png"))
                else:
                    note.write_text(f"# Day\n\n![a]({note.stem}.png)\n", "utf-8")

    changing = threading.Thread(target=change)
    changing.start()
    try:
        for _ in range(10):
            result = run("build", notebook, "-o", place)
            assert result.exit_code in (0, 1)
            if place.exists():
                assert "Day1" in (place / "day1" / "index.html").read_text("utf-8")
    finally:
        done.set()
        changing.join()


def test_a_command_that_was_killed_leaves_no_lock(notebook: Path, site: Path) -> None:
    """A second build is refused while the first is under way, and not when that was killed."""
    holding = (
        "import sys, time\nfrom pathlib import Path\nfrom campnotes.output import build_beside\n"
        "with build_beside(Path(sys.argv[1])):\n    print('building', flush=True)\n    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", holding, str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        refused = run("build", notebook, "-o", site)
        assert refused.exit_code == 1
        assert "Another build" in refused.output
        other.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    assert run("build", notebook, "-o", site).exit_code == 0
    assert_kept(site)
