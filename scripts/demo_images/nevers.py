"""Nevers: its bridge and cathedral."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from .palette import *
from .picture import WIDTH, Picture, painted, scaled
from .shapes import house, person, poplar, ripples, tree, windows


def draw_nevers() -> Picture:
    picture = Picture((MIST, SAND))
    picture.sun(300, 250, 76, CREAM, CREAM)
    picture.cloud(620, 170, 62, CREAM, 0.6)
    picture.cloud(1450, 140, 70, CREAM, 0.6)
    picture.hills(500, 40, 1300, 300, blend(MIST, LAGOON, 0.4))
    picture.hills(540, 60, 1700, 1180, blend(LAGOON, LEAF, 0.5))
    slope = (
        (560, 500, 0),
        (650, 470, 1),
        (748, 448, 2),
        (850, 430, 1),
        (1150, 428, 0),
        (1250, 446, 2),
        (1350, 470, 1),
        (1446, 500, 0),
    )
    for left, ground, kind in slope:
        house(
            picture,
            left,
            ground + 90,
            92,
            104,
            (CREAM, BLUSH, SAND)[kind],
            (DEEP, BRICK, TEAL)[kind],
        )
        windows(picture, left + 14, ground + 2, 3, 2, (25, 36), (13, 20), DEEP)
    # the cathedral, its square tower and long nave
    picture.rectangle(946, 300, 210, 210, (CREAM, DUNE))
    picture.polygon([(934, 304), (966, 236), (1136, 236), (1168, 304)], (DEEP, NIGHT))
    for x in range(964, 1150, 38):
        picture.rectangle(x, 340, 20, 96, TEAL, radius=10)
        picture.polygon([(x + 24, 300), (x + 34, 300), (x + 38, 510), (x + 24, 510)], CLAY)
    picture.rectangle(886, 138, 86, 372, (CREAM, DUNE))
    for y in (168, 268):
        for x in (900, 936):
            picture.rectangle(x, y, 20, 66, DEEP, radius=10)
    for x in (882, 910, 938, 962):
        picture.polygon([(x, 140), (x + 7, 108), (x + 14, 140)], DUNE)
    picture.rectangle(880, 134, 98, 9, CLAY)
    picture.rectangle(0, 640, WIDTH, 270, (LAGOON, DEEP))
    picture.ellipse(300, 690, 110, 170, CREAM, 0.30, blur=30)
    picture.polygon([(600, 660), (1600, 660), (1600, 730), (680, 700)], NIGHT, 0.20, blur=8)
    ripples(picture, 664, 880, PALE, 0.22)
    # a stone bridge from the left bank
    deck_top, deck_foot = 560.0, 700.0
    arches = Image.new("L", picture.image.size)
    pen = ImageDraw.Draw(arches)
    pen.rectangle([scaled(0), scaled(deck_top), scaled(570), scaled(deck_foot)], fill=255)
    for index in range(4):
        left = -50 + index * 166
        pen.ellipse([scaled(left), scaled(590), scaled(left + 130), scaled(820)], fill=0)
    picture.image.paste(painted(picture.image.size, DUNE), (0, 0), arches)
    shade = ImageChops.offset(arches, scaled(7), 0)
    shade = ImageChops.subtract(arches, shade)
    picture.image.paste(painted(picture.image.size, CLAY), (0, 0), shade)
    picture.rectangle(-10, 548, 620, 18, CREAM)
    picture.rectangle(-10, 566, 620, 5, CLAY)
    for index in range(3):
        x = 98 + index * 166
        picture.polygon([(x - 20, 700), (x, 636), (x + 20, 700)], CLAY)
        picture.rectangle(x - 26, 694, 52, 14, CLAY, radius=6)
    for x, coat in ((160, CORAL), (206, DEEP), (470, BRICK)):
        person(picture, x, 550, 62, coat, CLAY)
    # the lower town, its quay, then the sandbanks and the near bank
    for index, (left, kind) in enumerate(
        (
            (590, 2),
            (690, 0),
            (790, 1),
            (890, 2),
            (990, 0),
            (1090, 1),
            (1190, 0),
            (1290, 2),
            (1390, 1),
            (1490, 0),
        )
    ):
        house(
            picture,
            left,
            622,
            94,
            78 + index % 3 * 12,
            (SAND, CREAM, BLUSH)[kind],
            (TEAL, DEEP, BRICK)[kind],
        )
        windows(picture, left + 15, 562 - index % 3 * 8, 3, 2, (25, 30), (12, 17), DEEP)
    picture.rectangle(560, 616, 1060, 50, (DUNE, CLAY))
    for x in range(548, 1600, 84):
        poplar(picture, x, 646, 84 + x % 5 * 8, (LEAF, MOSS))
    picture.ellipse(1180, 786, 330, 22, (SAND, DUNE))
    picture.ellipse(1250, 782, 170, 10, CREAM, 0.5)
    picture.ellipse(640, 838, 220, 14, (SAND, DUNE))
    picture.hills(880, 26, 900, 150, (MOSS, NIGHT))
    for x, height in ((60, 230), (1530, 260), (1420, 170)):
        tree(picture, x, 900, height, (LEAF, MOSS))
    return picture
