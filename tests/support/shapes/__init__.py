"""What a notebook may hold much of: some 150 shapes, each to be made as large as one likes."""

from __future__ import annotations

from collections.abc import Sequence

from support.growth import Shape
from support.shapes.blocks import BLOCKS
from support.shapes.inline import INLINE
from support.shapes.lines import LINES
from support.shapes.marks import MARKS
from support.shapes.notebooks import NOTEBOOKS

SHAPES: Sequence[Shape] = (*INLINE, *LINES, *MARKS, *BLOCKS, *NOTEBOOKS)
