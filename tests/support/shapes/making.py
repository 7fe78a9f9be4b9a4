"""Make shapes out of a line: what is written again and again, with or without numbers."""

from __future__ import annotations

from collections.abc import Callable

from support.growth import Shape

PATH = "week1/day1.md"


def repeated(name: str, unit: str, before: str = "", after: str = "") -> Shape:
    """A note in which `unit` stands n times in a row."""
    return written(name, lambda n: f"{before}{unit * n}{after}")


def numbered(name: str, unit: str, before: str = "", between: str = "") -> Shape:
    """A note in which `unit` stands n times with another number in the place of each `#N`."""
    return written(name, lambda n: before + between.join(numbers(unit, n)))


def both(name: str, first: str, second: str, between: str = "\n") -> Shape:
    """A note with n times `first` and then n times `second`, both with numbers for `#N`."""

    def write(n: int) -> str:
        return "".join([*numbers(first, n), between, *numbers(second, n)])

    return written(name, write)


def written(name: str, write: Callable[[int], str], least: int = 16) -> Shape:
    """A note with the text that `write` gives."""
    return Shape(name, lambda n: {PATH: write(n)}, least)


def numbers(unit: str, n: int) -> list[str]:
    """`unit` with each of n numbers in the place of `#N`."""
    return [unit.replace("#N", str(number)) for number in range(n)]
