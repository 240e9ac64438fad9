"""Nantes by the Loire."""

from __future__ import annotations

from .lines import curve
from .palette import *
from .picture import WIDTH, Picture
from .shapes import house, ripples, windows


def draw_nantes() -> Picture:
    picture = Picture(("#79b6b6", SAND))
    picture.sun(420, 360, 84, CREAM, CREAM)
    picture.cloud(1130, 150, 80, CREAM, 0.6)
    picture.cloud(620, 140, 46, CREAM, 0.5)
    for index in range(22):
        left, height = index * 76 - 20, 66 + (index * 53) % 96
        picture.rectangle(
            left, 560 - height, 70, height + 56, blend(MIST, LAGOON, 0.25 + index % 3 * 0.15)
        )
    picture.rectangle(1240, 330, 74, 240, (blend(LAGOON, TEAL, 0.4), blend(MIST, LAGOON, 0.5)))
    picture.rectangle(1256, 316, 42, 20, LAGOON)
    for left, width, height, wall, roof in (
        (900, 96, 104, CREAM, TEAL), (1000, 84, 128, SAND, DEEP), (1088, 110, 96, BLUSH, TEAL),
        (1330, 100, 112, SAND, DEEP), (1434, 90, 132, CREAM, TEAL), (1528, 110, 100, DUNE, DEEP),
    ):  # fmt: skip
        house(picture, left, 590, width, height, wall, roof)
        windows(picture, left + 14, 604 - height, width // 27, 3, (25, 32), (12, 19), DEEP)
    picture.rectangle(860, 588, 760, 30, (CLAY, "#8a6a45"))
    # the old yard's crane, on the island's point
    for x in (92, 196):
        picture.line([(x, 596), (144 + (x - 144) * 0.45, 340)], 12, CORAL)
    for level in range(5):
        y, half = 590 - level * 50, 50 - level * 5.4
        picture.line([(144 - half, y), (144 + half - 5, y - 48)], 5, CORAL)
        picture.line([(144 + half, y), (144 - half + 5, y - 48)], 5, CORAL)
    picture.rectangle(108, 318, 72, 30, BRICK, radius=4)
    picture.polygon([(40, 300), (470, 266), (470, 282), (40, 326)], CORAL)
    for index in range(13):
        x = 70 + index * 31
        picture.line([(x, 318 - index * 2.2), (x + 16, 290 - index * 1.6)], 3, BRICK)
    picture.polygon([(150, 300), (172, 220), (186, 220), (200, 298)], BRICK)
    picture.line([(178, 222), (466, 270)], 4, BRICK)
    picture.line([(178, 222), (48, 302)], 4, BRICK)
    picture.rectangle(22, 292, 70, 46, BRICK, radius=4)
    picture.line([(430, 280), (430, 384)], 3, NIGHT)
    picture.rectangle(418, 382, 24, 18, NIGHT, radius=4)
    picture.polygon([(-10, 592), (330, 592), (420, 632), (-10, 632)], MOSS)
    # water, with the light of the sun on it
    picture.rectangle(0, 612, WIDTH, 300, (LAGOON, DEEP))
    picture.ellipse(420, 640, 130, 210, CREAM, 0.28, blur=36)
    picture.polygon([(900, 618), (1600, 618), (1600, 660), (920, 640)], NIGHT, 0.22, blur=6)
    ripples(picture, 642, 880, PALE, 0.24)
    # a cable-stayed bridge
    mast = (744, 182)
    for index in range(9):
        picture.line(
            [(mast[0], mast[1] + 12 + index * 16), (700 - index * 74, 548 + index * 2.2)],
            2.5,
            CREAM,
            0.95,
        )
        picture.line(
            [(mast[0], mast[1] + 12 + index * 16), (800 + index * 92, 546 + index * 2.4)],
            2.5,
            CREAM,
            0.95,
        )
    picture.polygon([(736, 172), (752, 172), (766, 660), (722, 660)], (CREAM, SAND))
    picture.rectangle(704, 650, 80, 34, CLAY, radius=6)
    deck = curve([(-20, 584), (740, 524), (1640, 592)])
    picture.polygon([*deck, *[(x, y + 20) for x, y in reversed(deck)]], (NIGHT, NIGHT))
    picture.line([(x, y + 4) for x, y in deck], 4, DUNE)
    for x in (330, 1180):
        picture.rectangle(x - 12, 570, 24, 110, (DUNE, CLAY), radius=4)
    for x, colour in ((520, CORAL), (612, CREAM), (920, CREAM), (1010, CORAL)):
        picture.rectangle(x, 520, 84, 34, colour, radius=9)
        windows(picture, x + 9, 527, 4, 1, (18, 1), (13, 13), DEEP)
    picture.polygon([(980, 770), (1210, 770), (1180, 812), (1010, 812)], CREAM)
    picture.rectangle(1040, 736, 96, 36, CORAL, radius=6)
    windows(picture, 1050, 744, 4, 1, (22, 1), (15, 14), NIGHT)
    picture.rectangle(996, 808, 210, 8, PALE, 0.5, radius=4)
    return picture
