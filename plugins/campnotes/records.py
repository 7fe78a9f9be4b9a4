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
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__
    own = frozenset(vars(cls))
    made: type = _USUAL(
        cls,
        eq=False,
        repr=False,
        **options,
    )
    methods = _methods(made)
    if not is_frozen:
        methods["__hash__"] = None
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _methods(cls: Any) -> dict[str, _Function | None]:
    shown = []
    compared = []
    for field in dataclasses.fields(cls):
        if field.repr:
            shown.append(field.name)
        if field.compare:
            compared.append(field.name)
    values: _Function = type
    if compared:
        values = attrgetter(*compared)

    def represent(self: Any) -> str:
        told = []
        for name in shown:
            value = getattr(self, name)
            told.append(f"{name}={value!r}")
        name = type(self).__qualname__
        fields = ", ".join(told)
        return f"{name}({fields})"

    def equals(self: Any, other: Any) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        own = values(self)
        return own == values(other)

    def hashed(self: Any) -> int:
        own = values(self)
        return hash(own)

    return {
        "__repr__": represent,
        "__eq__": equals,
        "__hash__": hashed,
    }
