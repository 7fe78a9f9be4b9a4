"""Data classes that are quick to make and to fill.

`dataclasses` writes six functions for a frozen class and has each compiled, which for all classes of
the package was a quarter of what a command takes to start; and it fills an object by a call for each
field. Here only the constructor is written, and objects are filled as any others are.

That nobody changes a frozen one is held by the type checker, which takes these for the usual ones.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

_Function = Callable[..., Any]
_USUAL: _Function = dataclasses.dataclass

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, order: bool = False, **options: bool) -> _Function:
        """Give what makes a data class, as `dataclasses.dataclass` does."""
        if order:
            return _USUAL(frozen=frozen, order=order, **options)
        return lambda cls: _make(cls, options, is_frozen=frozen)


def _make(cls: type, options: dict[str, bool], *, is_frozen: bool) -> type:
    # Without a text, the signature of the constructor would be told in its place.
    cls.__doc__ = cls.__doc__ or cls.__name__
    own = frozenset(vars(cls))
    made: type = _USUAL(cls, eq=False, repr=False, **options)
    equals, hashed = _comparing(made)
    methods = {
        "__repr__": _representing(made),
        "__eq__": equals,
        "__hash__": hashed if is_frozen else None,
    }
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _representing(cls: Any) -> _Function:
    shown = [field.name for field in dataclasses.fields(cls) if field.repr]

    def represent(self: Any) -> str:
        told = [f"{name}={getattr(self, name)!r}" for name in shown]
        fields = ", ".join(told)
        return f"{type(self).__qualname__}({fields})"

    return represent


def _comparing(cls: Any) -> tuple[_Function, _Function]:
    compared = [field.name for field in dataclasses.fields(cls) if field.compare]
    values = attrgetter(*compared) if compared else type

    def equals(self: Any, other: Any) -> Any:
        if type(other) is type(self):
            return values(self) == values(other)
        return NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return equals, hashed
