"""A town hall that comes by van."""

from __future__ import annotations

import math

from .lines import curve
from .palette import *
from .picture import Picture
from .shapes import house, person, tree, windows


def draw_van() -> Picture:
    picture = Picture(("#86bfbe", CREAM))
    picture.sun(1270, 230, 84, CREAM, CREAM)
    picture.cloud(360, 170, 76, CREAM, 0.75)
    picture.cloud(900, 120, 54, CREAM, 0.65)
    picture.hills(500, 70, 1250, 200, blend(MIST, LAGOON, 0.5))
    picture.hills(580, 80, 1500, 900, (LAGOON, LEAF))
    picture.hills(640, 50, 1900, 320, (LEAF, MOSS))
    for left, ground, kind in (
        (1010, 610, 0),
        (1100, 598, 1),
        (1272, 590, 2),
        (1370, 602, 0),
        (1462, 622, 1),
    ):
        house(picture, left, ground, 84, 56, (CREAM, SAND, BLUSH)[kind], (BRICK, TEAL, DEEP)[kind])
        windows(picture, left + 14, ground - 40, 3, 1, (24, 1), (12, 18), DEEP)
    picture.rectangle(1200, 470, 48, 130, CREAM)
    picture.polygon([(1192, 474), (1224, 356), (1256, 474)], (DEEP, NIGHT))
    picture.rectangle(1214, 496, 20, 34, DEEP, radius=10)
    for row in range(7):
        y = 700 + row * 10
        picture.line(
            curve([(-10, y - 60 + row * 6), (300, y - 90 + row * 10), (560, y + row * 5)]),
            4,
            CREAM,
            0.22,
        )
    for x, height in ((70, 190), (170, 140), (960, 130), (1560, 220)):
        tree(picture, x, 706, height, (LEAF, MOSS))
    picture.polygon(
        [*curve([(-10, 742), (500, 716), (1100, 730), (1610, 700)]), (1610, 910), (-10, 910)],
        (DUNE, CLAY),
    )
    picture.polygon(
        [*curve([(-10, 816), (600, 786), (1610, 812)]), (1610, 910), (-10, 910)],
        ("#b98f57", "#9a7748"),
    )
    # the van that goes from village to village
    picture.ellipse(700, 806, 360, 18, NIGHT, 0.30, blur=5)
    picture.polygon(
        [
            (372, 790),
            (372, 486),
            (404, 452),
            (886, 452),
            (946, 486),
            (1010, 610),
            (1042, 636),
            (1046, 790),
        ],
        (CREAM, SAND),
    )
    picture.polygon([(372, 700), (1045, 700), (1046, 790), (372, 790)], (TEAL, DEEP))
    picture.polygon([(872, 500), (934, 500), (988, 614), (872, 614)], ("#79b6b6", PALE))
    picture.line([(852, 470), (852, 786)], 4, CLAY, 0.8)
    picture.rectangle(866, 640, 34, 10, CLAY, radius=5)
    picture.rectangle(1018, 660, 28, 26, SAND, radius=10)
    picture.rectangle(1000, 764, 56, 22, NIGHT, radius=8)
    picture.rectangle(430, 508, 372, 168, (NIGHT, DEEP), radius=8)
    picture.rectangle(444, 522, 344, 140, ("#f7dca8", SAND))
    picture.rectangle(470, 560, 84, 62, NIGHT, radius=6)
    picture.rectangle(476, 566, 72, 50, LAGOON, radius=3)
    picture.rectangle(590, 560, 84, 62, NIGHT, radius=6)
    picture.rectangle(596, 566, 72, 50, LAGOON, radius=3)
    picture.rectangle(700, 572, 70, 96, CORAL, radius=28)
    picture.disc(735, 552, 25, "#8f5f41")
    picture.rectangle(424, 660, 384, 18, CREAM, radius=5)
    canopy = [(418, 500), (814, 500), (852, 440), (380, 440)]
    picture.polygon([(x, y + 6) for x, y in canopy], NIGHT, 0.25, blur=4)
    for index in range(9):
        start, end = index / 9, (index + 1) / 9
        stripe = [
            (380 + 472 * start, 440),
            (380 + 472 * end, 440),
            (418 + 396 * end, 500),
            (418 + 396 * start, 500),
        ]
        picture.polygon(stripe, CORAL if index % 2 == 0 else CREAM)
        picture.ellipse(
            418 + 396 * (start + end) / 2, 500, 22, 14, CORAL if index % 2 == 0 else CREAM
        )
    knots = [(590.0, 756.0), (650.0, 728.0), (710.0, 752.0), (770.0, 724.0), (826.0, 748.0)]
    picture.line(knots, 4, CREAM)
    for knot in knots:
        picture.disc(*knot, 9, CREAM)
    for x in (500, 930):
        picture.disc(x, 790, 58, DEEP)
        picture.disc(x, 790, 48, INK)
        picture.disc(x, 790, 22, MIST)
    picture.line([(640, 452), (640, 392)], 4, NIGHT)
    for radius in (20, 36, 52):
        arc = [
            (640 + radius * math.cos(math.radians(a)), 392 + radius * math.sin(math.radians(a)))
            for a in range(-140, -39, 5)
        ]
        picture.line(arc, 4, CORAL, 0.9)
    picture.disc(640, 392, 8, CORAL)
    for x, height, coat, skin in (
        (1120, 190, CORAL, "#c99a72"),
        (1192, 176, DEEP, "#8f5f41"),
        (262, 184, TEAL, "#a8744f"),
    ):
        picture.ellipse(x, 838, 54, 9, NIGHT, 0.28)
        person(picture, x, 838, height, coat, skin)
    picture.rectangle(1126, 724, 44, 58, BRICK, radius=8)
    return picture
