"""Tell values as plain data, so that a digest of it is another one wherever the values differ.

It is what keys of the cache are made of. What isn't known to be told wholly raises, and what depends
on it isn't kept: an object may hold more than one sees of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from pathlib import PurePath
from typing import Any

from msgspec import Struct, msgpack
from msgspec.structs import astuple

from campnotes.caching.store import key_of
from campnotes.parsing.kept_tokens import UNENCODABLE

Way = Callable[[Any], Any]

_PLAIN = frozenset({int, float, bool, bytes, type(None)})
_DATES = (date, datetime, time)


class UntoldError(Exception):
    """A value that can't be told wholly."""


class Teller:
    """Tells values: texts, numbers, dates, records, and lists, mappings and sets of them.

    - `ways` says for types of one's own how they are told.
    - `places` says what a text stands for, if something else depends on it: a name for an address.
    """

    def __init__(
        self, ways: Mapping[type, Way], places: Mapping[str, object] | None = None
    ) -> None:
        self._ways = dict(ways)
        self._places = places or {}

    def tell(self, value: Any) -> Any:
        """Give a value as plain data, or raise UntoldError."""
        kind = type(value)
        if kind is str:
            place = self._places.get(value)
            return value if place is None else (value, place)
        if kind in _PLAIN:
            return value
        way = self._ways.get(kind)
        if way is None:
            way = self._way_of(kind)
            self._ways[kind] = way
        return way(value)

    def digest(self, value: Any) -> str:
        """Digest a value, or raise UntoldError."""
        try:
            told = self.tell(value)
            return key_of(msgpack.encode(told))
        except (RecursionError, *UNENCODABLE) as error:
            raise UntoldError(str(error)) from error

    def _way_of(self, kind: type) -> Way:
        if issubclass(kind, Struct):
            return self._struct_way(kind)
        for known, way in self._ways_of_families():
            if issubclass(kind, known):
                return way
        raise UntoldError(kind.__qualname__)

    def _ways_of_families(self) -> tuple[tuple[type | tuple[type, ...], Way], ...]:
        return (
            (Enum, _of_enum),
            (str, lambda text: self.tell(str.__str__(text))),
            (_DATES, lambda moment: [moment.isoformat()]),
            (PurePath, lambda path: [path.as_posix()]),
            ((set, frozenset), self._of_set),
            ((tuple, list), self._of_list),
            (Mapping, self._of_mapping),
        )

    def _struct_way(self, kind: type[Struct]) -> Way:
        name = kind.__qualname__

        def way(value: Any) -> Any:
            told = map(self.tell, astuple(value))
            return [name, *told]

        return way

    def _of_list(self, values: Any) -> Any:
        return [self.tell(value) for value in values]

    def _of_set(self, values: Any) -> Any:
        told = map(self.tell, values)
        encoded = map(msgpack.encode, told)
        in_order = sorted(encoded)
        return ["set", *in_order]

    def _of_mapping(self, values: Any) -> Any:
        told: list[Any] = ["mapping"]
        for key, value in values.items():
            told.append(self.tell(key))
            told.append(self.tell(value))
        return told


def _of_enum(value: Any) -> Any:
    kind = type(value)
    return [kind.__qualname__, value.name]
