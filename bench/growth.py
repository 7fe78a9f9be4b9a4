"""Print how the time of a build grows with each shape of `tests/support/shapes`. Run by `make growth`.

Each is doubled until it takes SECONDS of CPU, and then once more: linear time is a ratio of 2. The
names of shapes may be given, to measure only these.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from build import HOME

sys.path.append(str(HOME / "tests"))

from support.growth import MOST_RATIO, Growth, Shape, measure
from support.shapes import SHAPES

SECONDS = 0.2


def main(names: list[str]) -> None:
    """Print each growth as it is measured, and how many are more than linear."""
    print(f"{'ratio':>6}{'n':>10}{'seconds':>9}{'doubled':>9}  shape")
    slow = 0
    for shape, growth in _growths(names):
        slow += growth.ratio >= MOST_RATIO
        print(
            f"{growth.ratio:6.2f}{growth.n:10}{growth.seconds:9.3f}{growth.doubled:9.3f}  {shape}",
            flush=True,
        )
    print(f"{slow} shapes take {MOST_RATIO} times as long or longer for twice as many.")


def _growths(names: list[str]) -> Iterator[tuple[Shape, Growth]]:
    for shape in SHAPES:
        if not names or shape.name in names:
            yield shape, measure(shape, seconds=SECONDS)


if __name__ == "__main__":
    main(sys.argv[1:])
