"""A shield before a network."""

from __future__ import annotations

import math

from .lines import Point, curve
from .palette import *
from .picture import WIDTH, Picture
from .shapes import house, windows


def draw_shield() -> Picture:
    picture = Picture((NIGHT, TEAL))
    picture.ellipse(800, 420, 420, 330, LAGOON, 0.5, blur=100)
    for radius, dash, opacity in ((410, 6, 0.55), (500, 4, 0.35), (600, 3, 0.22)):
        for angle in range(0, 360, 12):
            arc = [
                (800 + radius * math.cos(math.radians(a)), 420 + radius * math.sin(math.radians(a)))
                for a in range(angle, angle + dash + 1)
            ]
            picture.line(arc, 4, PALE, opacity)
    for radius, angle, colour in (
        (410, 200, CORAL),
        (410, 330, SAND),
        (500, 160, SAND),
        (500, 20, CORAL),
        (600, 215, CREAM),
        (600, 322, CORAL),
    ):
        x, y = (
            800 + radius * math.cos(math.radians(angle)),
            420 + radius * math.sin(math.radians(angle)),
        )
        picture.disc(x, y, 24, colour, 0.28)
        picture.disc(x, y, 12, colour)
    for index in range(18):
        left, height = index * 92 - 16, 90 + (index * 71) % 130
        house(picture, left, 800, 94, height, (blend(DEEP, NIGHT, 0.4), INK), INK)
        windows(
            picture, left + 14, 822 - height, 3, 2, (23, 34), (12, 18), blend(DEEP, TEAL, 0.5), DUNE
        )
    picture.rectangle(0, 788, WIDTH, 120, (INK, "#061e25"))

    def shield(scale: float) -> list[Point]:
        right = curve([(0, -300), (120, -236), (250, -236)]) + curve(
            [(250, -236), (262, 120), (0, 310)]
        )
        outline = right + [(-x, y) for x, y in reversed(right)]
        return [(800 + x * scale, 430 + y * scale) for x, y in outline]

    picture.polygon([(x + 10, y + 18) for x, y in shield(1.0)], INK, 0.45, blur=16)
    picture.polygon(shield(1.0), (CREAM, DUNE))
    picture.polygon(shield(0.90), (LAGOON, DEEP))
    half = [(x, y) for x, y in shield(0.90) if x >= 800]
    picture.polygon(half, NIGHT, 0.25)
    picture.rectangle(704, 392, 192, 150, (CORAL, BRICK), radius=24)
    shackle = [
        (800 + 62 * math.cos(math.radians(a)), 344 + 70 * math.sin(math.radians(a)))
        for a in range(-180, 1, 6)
    ]
    picture.line([(738, 396), *shackle, (862, 396)], 24, CREAM)
    picture.rectangle(704, 392, 192, 150, (CORAL, BRICK), radius=24)
    picture.disc(800, 452, 22, INK)
    picture.polygon([(792, 458), (808, 458), (816, 508), (784, 508)], INK)
    return picture
