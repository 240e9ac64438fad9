"""The coast of La Réunion."""

from __future__ import annotations

import math

from .lines import curve, smooth
from .palette import *
from .picture import WIDTH, Picture
from .shapes import house, ripples, windows


def draw_reunion() -> Picture:
    picture = Picture(("#6db1b3", "#fbe6cf"))
    picture.sun(1180, 300, 92, CREAM, CREAM)
    picture.polygon(
        [
            (60, 640),
            (250, 520),
            (380, 380),
            (470, 300),
            (540, 212),
            (590, 262),
            (650, 196),
            (720, 268),
            (800, 330),
            (930, 430),
            (1100, 520),
            (1300, 640),
        ],
        (TEAL, LAGOON),
    )
    picture.polygon(
        [(540, 212), (590, 262), (566, 380), (520, 470), (470, 560), (420, 620), (460, 430)],
        DEEP,
        0.35,
    )
    picture.polygon(
        [(650, 196), (720, 268), (700, 390), (760, 520), (690, 600), (640, 430)], DEEP, 0.35
    )
    picture.polygon([(800, 330), (930, 430), (900, 520), (860, 600), (810, 470)], DEEP, 0.22)
    picture.rectangle(-60, 400, 900, 26, CREAM, 0.5, radius=13, blur=6)
    picture.rectangle(520, 446, 700, 22, CREAM, 0.45, radius=11, blur=6)
    picture.polygon(
        smooth(
            [(-40, 660), (-40, 500), (120, 440), (260, 520), (420, 560), (640, 610), (780, 660)], 2
        ),
        (MOSS, LEAF),
    )
    picture.polygon(
        smooth(
            [
                (760, 660),
                (900, 580),
                (1080, 560),
                (1220, 500),
                (1400, 480),
                (1660, 430),
                (1660, 660),
            ],
            2,
        ),
        (LEAF, MOSS),
    )
    picture.polygon(
        smooth([(240, 660), (420, 590), (640, 570), (860, 600), (1000, 590), (1180, 660)], 2), MOSS
    )
    for left, ground, size, kind in (
        (620, 640, 56, 0),
        (690, 632, 64, 1),
        (768, 640, 52, 2),
        (834, 634, 66, 0),
        (920, 642, 54, 1),
        (990, 640, 60, 2),
        (546, 644, 52, 1),
    ):
        house(
            picture,
            left,
            ground,
            size,
            size * 0.55,
            (CREAM, BLUSH, SAND)[kind],
            (BRICK, CORAL, TEAL)[kind],
        )
        windows(
            picture,
            left + size * 0.18,
            ground - size * 0.42,
            2,
            1,
            (size * 0.36, 1),
            (size * 0.2, size * 0.24),
            DEEP,
        )
    picture.rectangle(0, 640, WIDTH, 270, ("#63b4b0", DEEP))
    picture.rectangle(0, 640, WIDTH, 9, CREAM, 0.8)
    picture.ellipse(1180, 690, 130, 120, CREAM, 0.34, blur=30)
    ripples(picture, 664, 830, CREAM, 0.30)
    for start in range(200, 1500, 330):
        picture.line(
            curve([(start, 700), (start + 60, 692), (start + 120, 700), (start + 190, 694)]),
            5,
            CREAM,
            0.7,
        )
    picture.polygon([(1010, 744), (1120, 744), (1098, 768), (1030, 768)], CREAM)
    picture.polygon([(1062, 738), (1062, 640), (1120, 732)], CORAL)
    picture.polygon([(1056, 738), (1056, 660), (1020, 732)], CREAM)
    # the near shore with its palms
    picture.polygon(
        [*curve([(-10, 800), (300, 770), (640, 846), (900, 910)]), (-10, 910)], (SAND, DUNE)
    )
    picture.polygon(
        [*curve([(1610, 812), (1400, 826), (1260, 866), (1180, 910)]), (1610, 910)], (SAND, DUNE)
    )
    for base, top, size in (
        ((150, 850), (250, 420), 190),
        ((70, 860), (20, 520), 150),
        ((1500, 870), (1440, 500), 170),
    ):
        trunk = curve([base, ((base[0] + top[0]) / 2 - 40, (base[1] + top[1]) / 2), top])
        picture.line(trunk, 20, NIGHT)
        picture.line([(x - 4, y) for x, y in trunk], 5, CLAY, 0.5)
        for angle in (-172, -145, -112, -78, -45, -15, 12, 190):
            reach = (
                math.cos(math.radians(angle)) * size,
                math.sin(math.radians(angle)) * size * 0.72,
            )
            tip = (top[0] + reach[0], top[1] + reach[1] + size * 0.34)
            crest = (top[0] + reach[0] * 0.55, top[1] + reach[1] * 0.95 - size * 0.18)
            belly = (top[0] + reach[0] * 0.50, top[1] + reach[1] * 0.62 + size * 0.06)
            frond = curve([top, crest, tip]) + curve([tip, belly, top])
            picture.polygon(frond, (MOSS, NIGHT) if angle % 2 else (LEAF, MOSS))
        for dx in (-12, 10, 0):
            picture.disc(top[0] + dx, top[1] + 12 + abs(dx) / 3, 10, BRICK)
    return picture
