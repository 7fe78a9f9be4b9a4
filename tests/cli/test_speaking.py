"""What the command line says: in the user's language, to whoever watches, and where there is nothing."""

from __future__ import annotations

import os
import pty
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.exceptions import ConfigurationError

from campnotes.cli import main, ports
from campnotes.cli.ports import free_port

Write = Callable[[Mapping[str, str | bytes]], Path]
# A theme that is built in a tenth of a second.
OWN = "site_name: 노트\ntheme: {name: mkdocs}\n"
SESSION = (
    "# Day1\n\n## 피어세션\n\n### 어텐션 (발표자: 김나래)\n\n![](no.png) <https://a.example/b>\n"
)


def run(language: str, *arguments: object) -> Result:
    words = [str(argument) for argument in arguments]
    result = CliRunner().invoke(main, words, env={"LC_ALL": "", "LANG": language})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def notebook(write: Write) -> Path:
    return write({"mkdocs.yml": OWN, "docs/week1/day1.md": SESSION})


def test_a_build_says_where_the_site_goes_what_it_holds_and_what_to_do(
    notebook: Path, tmp_path: Path
) -> None:
    result = run("en_GB.UTF-8", "build", notebook, "-o", tmp_path / "site")
    first, *_, last = result.stderr.splitlines()
    assert str(tmp_path / "site") in first
    assert "1 note, 1 week, 1 person, 1 presentation, 1 reference." in result.stderr
    assert f"1 thing to do: campnotes check {notebook}\n" in result.stderr
    assert "needs a server" in last
    assert result.stdout == f"{tmp_path / 'site' / 'index.html'}\n"


def test_it_speaks_the_language_of_the_system(notebook: Path, tmp_path: Path) -> None:
    result = run("ko_KR.UTF-8", "build", notebook, "-o", tmp_path / "site")
    assert "노트 1개, 1주, 1명, 발표 1개, 참고 자료 1개." in result.stderr
    told = run("ko_KR.UTF-8", "--help").stdout
    assert told.startswith("쓰는 법: ")
    assert "사이트를 만듭니다" in told
    assert "Usage: " in run("de_DE.UTF-8", "build", "--help").stdout


@pytest.mark.parametrize("command", ["build", "check"])
def test_quiet_says_nothing_but_what_is_asked_for(
    notebook: Path, tmp_path: Path, command: str
) -> None:
    place = ("-o", tmp_path / "site") if command == "build" else ()
    result = run("en", command, "-q", notebook, *place)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout


@pytest.mark.parametrize(("command", "status"), [("build", 1), ("serve", 1), ("check", 2)])
def test_without_notes_there_is_a_hint_and_no_site(
    write: Write, tmp_path: Path, command: str, status: int
) -> None:
    root = write({"readme.txt": "노트"})
    result = run("en", command, root)
    assert result.exit_code == status
    assert f"There are no notes in {root}" in result.stderr
    assert f"campnotes {command} FOLDER" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]


def test_a_site_never_lies_among_its_notes(write: Write, tmp_path: Path) -> None:
    root = write({"mkdocs.yml": f"{OWN}docs_dir: .\n", "day1.md": "# Day1\n"})
    assert run("en", "build", root).exit_code == 0
    assert (tmp_path / "notes-site" / "day1" / "index.html").is_file()
    assert {path.name for path in root.iterdir()} == {"mkdocs.yml", "day1.md"}


def test_a_port_that_is_in_use_gives_way_to_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = free_port("127.0.0.1", port)
    assert found > port
    assert str(found) in capsys.readouterr().err


@pytest.mark.parametrize("takes_it", [True, False])
def test_somebody_at_a_terminal_is_asked_for_the_next_port(
    takes_it: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def answer(question: str, **_: object) -> bool:
        asked.append(question)
        return takes_it

    monkeypatch.setattr(ports, "_is_answered", lambda: True)
    monkeypatch.setattr("click.confirm", answer)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        if takes_it:
            assert free_port("127.0.0.1", port, asks=True) > port
        else:
            with pytest.raises(ConfigurationError, match="--address"):
                free_port("127.0.0.1", port, asks=True)
    (question,) = asked
    assert str(port) in question
    if sys.platform == "linux":  # which says who has it: this test
        assert f"({os.getpid()})" in question


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ko_KR.UTF-8", "설정 파일이 아닙니다"),
        ("ja_JP.UTF-8", "設定ファイルではありません"),
        ("zh_CN.UTF-8", "不是配置文件"),
        ("C", "is no configuration"),
    ],
)
def test_a_wrong_configuration_is_told_in_the_user_s_language(
    write: Write, language: str, told: str
) -> None:
    root = write({"mkdocs.yml": "- a\n", "day1.md": "# Day1\n"})
    result = run(language, "check", root)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_wrong_option_and_what_isn_t_trusted_are_told_in_the_user_s_language(
    write: Write,
) -> None:
    own = "hooks: [a.py]\nplugins:\n  - campnotes: {start: 내일}\n"
    root = write({"mkdocs.yml": own, "docs/day1.md": "# Day1\n"})
    result = run("ko_KR.UTF-8", "check", root)
    assert "직접 만든 노트북이면 --trust" in result.stderr
    assert "2026-03-02처럼 적어 주세요" in result.stderr


def test_a_place_that_no_site_may_be_put_in_is_told_in_the_user_s_language(
    notebook: Path, tmp_path: Path
) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "thesis.txt").write_text("글", "utf-8")
    result = run("ko_KR.UTF-8", "build", notebook, "-o", place)
    assert result.exit_code == 1
    assert "새 폴더나 빈 폴더를 적거나" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="there is no such terminal")
def test_in_a_terminal_the_bar_leaves_no_trace(notebook: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "campnotes", "build", str(notebook), "-o", str(tmp_path / "s")]
    environment = {**os.environ, "LC_ALL": "en_GB.UTF-8", "TERM": "xterm"}
    subprocess.run(command, env=environment, stderr=theirs, stdout=subprocess.PIPE, check=True)
    os.close(theirs)
    told = b""
    while b"server.)" not in told:
        told += os.read(ours, 4096)
    os.close(ours)
    text = told.decode()
    assert "Reading notes" in text
    assert "Writing pages" in text
    # The cursor is hidden for each bar, and shown again.
    assert text.count("\x1b[?25h") == 2
    assert text.rindex("\x1b[?25l") < text.rindex("\x1b[?25h") < text.rindex("1 note")
