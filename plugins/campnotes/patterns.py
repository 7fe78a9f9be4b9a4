"""Regular expressions that are compiled when they are first used.

There are hundreds, and a command needs few of them: compiling all took longer than loading MkDocs.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_SYLLABLE = "[가-힣]"
_SYLLABLE_AS_IT_IS = "(?-i:[가-힣])"
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def regex(pattern: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Give a pattern as `re.compile` does, and compile it when it is first asked.

    - What is wrong with a pattern is told then; a test compiles all that stand in modules.
    - It is none for `re` itself: say `regex("x").sub`, not `re.sub(regex("x"), …)`.

    >>> regex("[a-z]+").findall("ab, c")
    ['ab', 'c']
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(pattern, flags))


def _quick_to_compile(pattern: str | bytes, flags: re.RegexFlag) -> str | bytes:
    """Write a pattern so that `re` doesn't ask of each syllable of Hangul what its small letter is."""
    if isinstance(pattern, bytes):
        return pattern
    if not flags & re.IGNORECASE:
        return pattern
    return pattern.replace(_SYLLABLE, _SYLLABLE_AS_IT_IS)


class _Uncompiled:
    """A pattern that gets the methods of a compiled one with the first that is looked up."""

    def __init__(self, pattern: str | bytes, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        pattern = _quick_to_compile(self.pattern, self._flags)
        compiled = re.compile(pattern, self._flags)
        for method in _METHODS:
            bound = getattr(compiled, method)
            setattr(self, method, bound)
        return getattr(compiled, name)
