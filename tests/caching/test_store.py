"""Entries on disk: whole or not there, and never those of something else."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from campnotes.caching.store import Store, key_of

DAY = 24 * 60 * 60


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def entry(tmp_path: Path) -> Path:
    """The one entry of the cache."""
    (file,) = (tmp_path / "cache").rglob("??/*")
    return file


def test_an_entry_is_found_again_by_its_key_alone(store: Store) -> None:
    store.put(key_of("a", "b"), b"text")
    assert store.get(key_of("a", "b")) == b"text"
    assert store.get(key_of("ab")) is None
    assert store.get(key_of("a", "b", "")) is None
    assert store.damaged == 0


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 500])
def test_a_damaged_entry_counts_for_none_and_is_written_anew(
    store: Store, tmp_path: Path, damage: bytes
) -> None:
    store.put(key_of("a"), b"text")
    entry(tmp_path).write_bytes(damage)
    assert store.get(key_of("a")) is None
    assert store.damaged == 1
    store.put(key_of("a"), b"text")
    assert store.get(key_of("a")) == b"text"


def test_so_does_one_under_the_name_of_another(store: Store, tmp_path: Path) -> None:
    store.put(key_of("a"), b"text")
    file = entry(tmp_path)
    other = key_of("b")
    strange = file.parents[1] / other[:2] / other[2:]
    strange.parent.mkdir(exist_ok=True)
    shutil.copy(file, strange)
    assert store.get(key_of("b")) is None
    assert store.damaged == 1


def test_no_build_fails_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", "utf-8")
    store = Store(tmp_path / "cache")
    store.put(key_of("a"), b"text")
    assert store.failure
    assert store.get(key_of("a")) is None
    store.prune()


def test_only_its_owner_may_look_into_it(store: Store, tmp_path: Path) -> None:
    store.put(key_of("a"), b"text")
    file = entry(tmp_path)
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_what_is_old_goes_and_what_is_used_stays(store: Store, tmp_path: Path) -> None:
    for name in ("used", "unused"):
        store.put(key_of(name), b"text")
    long_ago = time.time() - 100 * DAY
    for file in (tmp_path / "cache").rglob("??/*"):
        os.utime(file, (long_ago, long_ago))
    store.get(key_of("used"))
    store.prune()
    assert store.get(key_of("used")) == b"text"
    assert store.get(key_of("unused")) is None


def test_of_too_much_the_least_used_goes(store: Store, tmp_path: Path) -> None:
    for number in range(4):
        store.put(key_of(str(number)), os.urandom(1000))
        when = time.time() - 1000 + number
        os.utime(_file(tmp_path, key_of(str(number))), (when, when))
    store.prune(most_bytes=2200)
    assert [store.get(key_of(str(number))) is None for number in range(4)] == [
        True,
        True,
        False,
        False,
    ]


def test_it_is_looked_through_once_a_day(store: Store, tmp_path: Path) -> None:
    store.put(key_of("a"), b"text")
    store.prune()
    store.prune(most_bytes=0)
    assert store.get(key_of("a")) == b"text"
    store.prune(most_bytes=0, now=time.time() + 2 * DAY)
    assert store.get(key_of("a")) is None
    assert tmp_path.is_dir()


def _file(tmp_path: Path, key: str) -> Path:
    (file,) = (tmp_path / "cache").rglob(key[2:])
    return file
