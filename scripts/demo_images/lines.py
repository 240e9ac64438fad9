"""Curves and outlines, as points in units of the finished picture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]


def curve(points: Sequence[Point], steps: int = 40) -> list[Point]:
    """A Bézier curve of any degree through its first and last point."""
    path = []
    for step in range(steps + 1):
        level, share = list(points), step / steps
        while len(level) > 1:
            pairs = pairwise(level)
            level = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairs]
        path.append(level[0])
    return path


def smooth(corners: Sequence[Point], rounds: int = 2) -> list[Point]:
    """A closed outline with its corners cut (Chaikin)."""
    outline = list(corners)
    for _ in range(rounds):
        cut = []
        for a, b in zip(outline, outline[1:] + outline[:1], strict=True):
            cut.append((a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25))
            cut.append((a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75))
        outline = cut
    return outline
