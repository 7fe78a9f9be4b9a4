"""Kiwi, the morphological analyser, in a process of its own.

Loading it takes about as long as building a small notebook, and holds Python's lock meanwhile; so it
loads beside the build. Run as a script, this file answers each line, a JSON list of words, with a line
of what each is made of.
"""

from __future__ import annotations

import json
import logging
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

log = logging.getLogger(__name__)

Token = tuple[str, str]  # form and tag, as the Sejong corpus has them


def is_installed() -> bool:
    """Tell whether there is an analyser."""
    return find_spec("kiwipiepy") is not None


def analyser_version() -> str:
    """The version of the analyser and its model, of which another one may tell something else."""
    told = []
    for library in ("kiwipiepy", "kiwipiepy_model"):
        # The model may be put elsewhere than its package would.
        with suppress(PackageNotFoundError):
            told.append(version(library))
    return " ".join(told)


@cache
def start_analyser() -> subprocess.Popen[str] | None:
    """Begin to load the analyser, once; None where none is installed."""
    if not is_installed():
        return None
    return subprocess.Popen(
        # -P: beside this file are modules with everyday names.
        [sys.executable, "-P", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    )


def tokens(words: Sequence[str]) -> Sequence[Sequence[Token]] | None:
    """What each word is made of; None where no analyser is installed or it doesn't answer."""
    process = start_analyser()
    if process is None or process.stdin is None or process.stdout is None:
        return None
    try:
        asked = json.dumps(words)
        process.stdin.write(f"{asked}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        return list(map(_as_tokens, json.loads(answer)))
    except (OSError, ValueError):
        log.warning("kiwipiepy doesn't answer; the search does with its rules.")
        return None


def _as_tokens(word: Sequence[Sequence[str]]) -> list[Token]:
    read: list[Token] = []
    for form, tag in word:
        read.append((form, tag))
    return read


def _answer() -> None:
    # Ctrl-C ends the build, and its end this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from kiwipiepy import Kiwi

    # Its lists of titles, of words of several words and of misspellings take longest to load, and
    # find nothing in single words that it doesn't find without them.
    kiwi = Kiwi(
        num_workers=-1,
        load_default_dict=False,
        load_multi_dict=False,
        load_typo_dict=False,
    )
    kiwi.tokenize("첫")  # the first takes as long as loading
    for line in sys.stdin:
        asked = json.loads(line)
        answer = list(map(_as_pairs, kiwi.tokenize(asked)))
        print(json.dumps(answer), flush=True)


def _as_pairs(word: Iterable[Any]) -> list[Token]:
    return [(token.form, token.tag) for token in word]


if __name__ == "__main__":
    _answer()
