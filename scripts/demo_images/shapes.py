"""What several scenes share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from .lines import Point, curve
from .palette import *
from .picture import HEIGHT, WIDTH, Picture


def network(picture: Picture, towers: Sequence[Point], paint: str, node: str) -> None:
    """The hub's motif: points in the sky, joined by arcs to their neighbours."""
    for a, b in pairwise(towers):
        top = min(a[1], b[1]) - abs(b[0] - a[0]) * 0.22
        picture.line(curve([a, ((a[0] + b[0]) / 2, top), b]), 3, paint, 0.85)
    for x, y in towers:
        picture.disc(x, y, 15, paint, 0.3)
        picture.disc(x, y, 8, node)


def windows(
    picture: Picture,
    x: float,
    y: float,
    columns: int,
    rows: int,
    step: Point,
    size: Point,
    paint: Paint,
    lit: str = "",
) -> None:
    """A grid of windows; with *lit*, some of them (always the same) are alight."""
    for row in range(rows):
        for column in range(columns):
            alight = lit and (row * 5 + column * 3 + row * column) % 4 == 1
            left, top = x + column * step[0], y + row * step[1]
            picture.rectangle(left, top, *size, lit if alight else paint, radius=1.5)


def house(
    picture: Picture, x: float, ground: float, width: float, height: float, wall: Paint, roof: Paint
) -> None:
    """A gabled house seen from its long side."""
    eaves = ground - height
    picture.rectangle(x, eaves, width, height, wall)
    ridge = eaves - width * 0.30
    left, right = x - width * 0.05, x + width * 1.05
    corners = [(left, eaves + 2), (x + width * 0.16, ridge), (x + width * 0.84, ridge)]
    picture.polygon([*corners, (right, eaves + 2)], roof)
    picture.rectangle(x + width * 0.66, ridge - width * 0.10, width * 0.09, width * 0.16, roof)


def tree(picture: Picture, x: float, ground: float, height: float, paint: Paint) -> None:
    crown = height * 0.36
    picture.rectangle(x - height * 0.03, ground - height * 0.4, height * 0.06, height * 0.4, NIGHT)
    picture.ellipse(x, ground - height * 0.62, crown, crown * 1.05, paint)
    picture.ellipse(x - crown * 0.25, ground - height * 0.72, crown * 0.5, crown * 0.5, CREAM, 0.10)


def poplar(picture: Picture, x: float, ground: float, height: float, paint: Paint) -> None:
    picture.ellipse(x, ground - height * 0.52, height * 0.13, height * 0.5, paint)


def person(picture: Picture, x: float, foot: float, height: float, paint: Paint, skin: str) -> None:
    """Somebody standing, without a face: head, bust and legs."""
    head = height * 0.085
    for leg in (x - height * 0.10, x + height * 0.012):
        picture.rectangle(leg, foot - height * 0.5, height * 0.088, height * 0.5, INK, radius=3)
    picture.rectangle(
        x - height * 0.13,
        foot - height * 0.80,
        height * 0.26,
        height * 0.45,
        paint,
        radius=height * 0.09,
    )
    picture.disc(x, foot - height * 0.91, head, skin)


def heads(picture: Picture, y: float, size: float, step: float, shift: float, paint: Paint) -> None:
    """A row of an audience seen from behind."""
    x, seat = shift - step, 0
    while x < WIDTH + step:
        sway = math.sin(seat * 2.4) * size * 0.22
        picture.rectangle(
            x - size * 1.05, y + sway + size * 0.95, size * 2.1, HEIGHT, paint, radius=size * 0.8
        )
        picture.ellipse(x, y + sway, size * 0.62, size * 0.74, paint)
        picture.rectangle(x - size * 0.24, y + sway + size * 0.4, size * 0.48, size * 0.8, paint)
        x, seat = x + step, seat + 1


def ripples(picture: Picture, top: float, bottom: float, paint: str, opacity: float) -> None:
    """Short strokes on water, longer and wider apart towards the reader."""
    y, row = top, 0
    while y < bottom:
        depth = (y - top) / (bottom - top)
        length, thickness = 36 + 130 * depth, 2 + 4 * depth
        x = -length + (row * 173) % 260
        while x < WIDTH:
            picture.rectangle(x, y, length, thickness, paint, opacity, radius=thickness / 2)
            x += length * 2.6 + 120
        y, row = y + 14 + 26 * depth, row + 1
