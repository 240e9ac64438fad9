"""A town hall on its square."""

from __future__ import annotations

from .lines import curve
from .palette import *
from .picture import WIDTH, Picture
from .shapes import house, network, person, tree, windows


def draw_town_hall() -> Picture:
    picture = Picture(("#8fc3c0", SAND))
    picture.sun(1130, 330, 120, CREAM, CREAM)
    for x, y, size in ((240, 190, 70), (1420, 150, 60), (690, 120, 44)):
        picture.cloud(x, y, size, CREAM, 0.65)
    for index in range(17):
        left, height = index * 100 - 30, 90 + (index * 67) % 110
        house(picture, left, 700, 96, height, blend(MIST, LAGOON, 0.35), blend(LAGOON, TEAL, 0.35))
    for left, width, height, wall, roof in (
        (60, 210, 250, BLUSH, TEAL), (286, 170, 300, SAND, DEEP), (1130, 180, 290, PALE, DEEP),
        (1324, 220, 240, DUNE, TEAL),
    ):  # fmt: skip
        house(picture, left, 760, width, height, wall, roof)
        columns = width // 52
        first = left + (width - columns * 52 + 24) / 2
        windows(picture, first, 772 - height, columns, 3, (52, 78), (28, 44), DEEP, CREAM)
    # the town hall itself: two wings, a middle part, a clock tower
    picture.rectangle(486, 452, 628, 318, (CREAM, SAND))
    picture.polygon([(470, 456), (512, 372), (1088, 372), (1130, 456)], (TEAL, DEEP))
    for x in (548, 610, 952, 1014):
        picture.polygon([(x - 4, 420), (x + 19, 392), (x + 42, 420)], CREAM)
        picture.rectangle(x, 418, 38, 30, CREAM)
        picture.rectangle(x + 8, 422, 22, 26, DEEP)
    picture.rectangle(752, 226, 96, 200, (SAND, DUNE))
    picture.rectangle(690, 440, 220, 330, CREAM)
    picture.polygon([(672, 450), (800, 366), (928, 450)], DUNE)
    picture.polygon([(700, 442), (800, 378), (900, 442)], CREAM)
    picture.disc(800, 420, 15, CORAL)
    picture.polygon([(740, 230), (800, 132), (860, 230)], (TEAL, NIGHT))
    picture.disc(800, 290, 34, CREAM)
    picture.disc(800, 290, 28, DEEP)
    picture.line([(800, 290), (800, 270)], 4, CREAM)
    picture.line([(800, 290), (815, 297)], 4, CREAM)
    picture.line([(800, 134), (800, 62)], 4, NIGHT)
    picture.polygon(
        [*curve([(802, 64), (838, 50), (860, 76), (900, 64)]), (900, 106), (860, 118), (802, 106)],
        CORAL,
    )
    picture.rectangle(478, 446, 644, 10, DUNE)
    picture.rectangle(478, 606, 644, 8, DUNE)
    for x in (514, 574, 634, 934, 994, 1054):
        picture.rectangle(x, 482, 34, 100, DEEP, radius=16)
        picture.rectangle(x, 640, 34, 92, TEAL, radius=16)
        picture.line([(x + 17, 486), (x + 17, 578)], 2, CREAM, 0.7)
    for x in (718, 782, 846):
        picture.rectangle(x, 462, 36, 118, DEEP, radius=18)
    picture.rectangle(704, 584, 192, 14, CLAY)
    for x in range(708, 896, 15):
        picture.line([(x, 566), (x, 586)], 3, NIGHT)
    picture.rectangle(756, 640, 88, 132, (CORAL, BRICK), radius=40)
    picture.rectangle(756, 712, 88, 60, BRICK)
    picture.line([(800, 650), (800, 768)], 3, SAND, 0.8)
    for step in range(4):
        picture.rectangle(
            716 - 22 * step, 766 + 14 * step, 168 + 44 * step, 15, blend(SAND, CLAY, step / 4)
        )
    picture.rectangle(0, 818, WIDTH, 90, (DUNE, CLAY))
    for x, height in ((34, 200), (486, 150), (1120, 156), (1568, 220)):
        tree(picture, x, 826, height, (LEAF, MOSS))
    for x, height, coat in ((330, 92, CORAL), (372, 84, TEAL), (1210, 90, DEEP), (1010, 88, CREAM)):
        picture.ellipse(x + 12, 862, 34, 6, NIGHT, 0.22)
        person(picture, x, 862, height, coat, CLAY)
    network(picture, [(140, 300), (371, 226), (800, 40), (1220, 214), (1440, 292)], CREAM, CORAL)
    return picture
