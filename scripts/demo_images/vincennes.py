"""The keep of Vincennes."""

from __future__ import annotations

from .palette import *
from .picture import WIDTH, Picture
from .shapes import network, person, ripples, tree


def draw_vincennes() -> Picture:
    picture = Picture(("#7dbab9", SAND))
    picture.sun(330, 270, 92, CREAM, CREAM)
    picture.cloud(1330, 170, 76, CREAM, 0.65)
    picture.cloud(620, 140, 50, CREAM, 0.55)
    for index in range(18):
        picture.rectangle(
            index * 94 - 20,
            520 - (index * 59) % 120,
            86,
            260,
            blend(MIST, LAGOON, 0.2 + index % 3 * 0.12),
        )
    for x in range(-20, WIDTH, 74):
        tree(picture, x, 690, 150 + (x * 7) % 50, (LEAF, MOSS))
    # the wall and its lesser towers
    picture.rectangle(0, 560, WIDTH, 190, (SAND, DUNE))
    for x in range(0, WIDTH, 44):
        picture.rectangle(x, 540, 26, 24, SAND)
    for x in (120, 1360):
        picture.rectangle(x, 456, 130, 294, (CREAM, CLAY))
        for step in range(4):
            picture.rectangle(x - 4 + step * 37, 434, 24, 26, CREAM)
        picture.rectangle(x - 8, 456, 146, 12, CLAY)
        picture.rectangle(x + 54, 520, 20, 58, DEEP, radius=10)
    # the keep, with a turret at each corner
    picture.rectangle(640, 210, 320, 540, (CREAM, DUNE))
    picture.rectangle(860, 210, 100, 540, CLAY, 0.30)
    for x, tone in ((582, 0.0), (898, 0.35)):
        picture.rectangle(
            x, 170, 120, 580, (blend(CREAM, CLAY, tone), blend(DUNE, CLAY, 0.3 + tone))
        )
        picture.rectangle(x + 82, 170, 38, 580, CLAY, 0.35)
        picture.rectangle(x - 8, 186, 136, 16, CLAY)
        for step in range(4):
            picture.rectangle(x - 6 + step * 36, 148, 22, 26, blend(CREAM, CLAY, tone))
        picture.polygon([(x - 2, 150), (x + 60, 58), (x + 122, 150)], (TEAL, NIGHT))
        for y in (244, 370, 496):
            picture.rectangle(x + 50, y, 16, 60, DEEP, radius=8)
    picture.rectangle(696, 226, 208, 14, CLAY)
    for step in range(6):
        picture.rectangle(704 + step * 34, 190, 22, 24, CREAM)
    for y in (272, 392, 512):
        for x in (740, 818):
            picture.rectangle(x, y, 40, 76, DEEP, radius=20)
            picture.line([(x + 20, y + 6), (x + 20, y + 72)], 3, SAND, 0.8)
            picture.line([(x + 3, y + 42), (x + 37, y + 42)], 3, SAND, 0.8)
        picture.rectangle(704, y + 92, 192, 7, CLAY, 0.7)
    picture.rectangle(748, 628, 104, 124, (NIGHT, INK), radius=46)
    picture.rectangle(748, 700, 104, 52, INK)
    # the moat, its bridge, and people on the way
    picture.rectangle(0, 744, WIDTH, 166, (TEAL, NIGHT))
    picture.rectangle(0, 742, WIDTH, 12, CLAY)
    ripples(picture, 770, 880, PALE, 0.22)
    picture.polygon([(752, 746), (848, 746), (960, 910), (640, 910)], (DUNE, CLAY))
    picture.polygon([(752, 746), (640, 910), (616, 910), (740, 738)], CREAM)
    picture.polygon([(848, 746), (960, 910), (984, 910), (860, 738)], CREAM)
    for x, foot, height, coat in (
        (774, 800, 60, DEEP),
        (818, 816, 68, CORAL),
        (860, 884, 108, TEAL),
        (742, 876, 100, BRICK),
    ):
        picture.ellipse(x + 8, foot, height * 0.3, 5, NIGHT, 0.25)
        person(picture, x, foot, height, coat, "#a8744f")
    network(picture, [(185, 420), (642, 60), (958, 60), (1425, 420)], CREAM, CORAL)
    return picture
