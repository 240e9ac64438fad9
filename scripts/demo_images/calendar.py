"""A calendar of meetings."""

from __future__ import annotations

import math

from .lines import curve
from .palette import *
from .picture import WIDTH, Picture


def draw_calendar() -> Picture:
    picture = Picture((PALE, SAND))
    picture.disc(250, 190, 300, CREAM, 0.45)
    picture.disc(1450, 780, 340, BLUSH, 0.35)
    picture.rectangle(0, 760, WIDTH, 150, (DUNE, CLAY))
    picture.rectangle(0, 756, WIDTH, 6, CREAM, 0.6)
    picture.rectangle(420, 150, 780, 650, NIGHT, 0.28, radius=26, blur=22)
    picture.polygon([(440, 180), (1180, 180), (1236, 800), (384, 800)], (TEAL, DEEP))
    picture.rectangle(400, 120, 800, 640, CREAM, radius=22)
    picture.rectangle(400, 120, 800, 134, (TEAL, DEEP), radius=22)
    picture.rectangle(400, 200, 800, 60, DEEP)
    picture.rectangle(446, 176, 250, 26, CREAM, radius=13)
    picture.rectangle(446, 214, 140, 14, MIST, radius=7)
    for x in (1080, 1140):
        picture.disc(x, 196, 22, TEAL)
    picture.polygon([(1070, 196), (1086, 186), (1086, 206)], CREAM)
    picture.polygon([(1150, 196), (1134, 186), (1134, 206)], CREAM)
    for x in range(460, 1180, 80):
        picture.rectangle(x, 92, 14, 62, NIGHT, radius=7)
        picture.rectangle(x + 3, 96, 5, 52, MIST, radius=3)
    events = {
        3: (1, CORAL),
        9: (3, TEAL),
        16: (1, CORAL),
        20: (1, DUNE),
        24: (1, LAGOON),
        30: (1, CORAL),
    }
    for column in range(7):
        picture.rectangle(446 + column * 104, 276, 60, 10, LAGOON if column < 5 else DUNE, radius=5)
    for cell in range(35):
        x, y = 430 + cell % 7 * 104, 302 + cell // 7 * 88
        weekend = cell % 7 > 4
        empty = cell < 2 or cell > 32
        picture.rectangle(
            x, y, 94, 78, SAND if weekend else PALE, 0.35 if empty else 0.75, radius=10
        )
        if not empty:
            picture.rectangle(x + 12, y + 12, 20, 10, DEEP, 0.55, radius=5)
    for cell, (days, colour) in events.items():
        x, y = 430 + cell % 7 * 104, 302 + cell // 7 * 88
        picture.rectangle(x + 8, y + 36, 104 * days - 26, 26, colour, radius=13)
    # a mug and a plant keep it company
    picture.ellipse(1370, 806, 110, 14, NIGHT, 0.25)
    picture.ellipse(1448, 706, 40, 44, CORAL)
    picture.ellipse(1448, 706, 24, 28, blend(SAND, DUNE, 0.4))
    picture.rectangle(1300, 640, 140, 166, (CORAL, BRICK), radius=20)
    picture.ellipse(1370, 648, 70, 14, BRICK)
    picture.ellipse(1370, 650, 58, 9, INK)
    for x in (1345, 1385):
        picture.line(curve([(x, 610), (x - 30, 570), (x + 30, 540), (x, 490)]), 7, CREAM, 0.8)
    picture.ellipse(230, 808, 120, 14, NIGHT, 0.25)
    for angle, length in ((-62, 220), (-38, 262), (-12, 290), (14, 280), (40, 256), (64, 210)):
        tip = (
            230 + length * math.sin(math.radians(angle)),
            650 - length * math.cos(math.radians(angle)),
        )
        side = (math.cos(math.radians(angle)) * 46, math.sin(math.radians(angle)) * 46)
        middle = ((230 + tip[0]) / 2, (650 + tip[1]) / 2)
        leaf = curve([(230, 660), (middle[0] - side[0], middle[1] - side[1]), tip])
        leaf += curve([tip, (middle[0] + side[0], middle[1] + side[1]), (230, 660)])
        picture.polygon(leaf, (LEAF, MOSS))
        picture.line([(230, 660), tip], 2.5, PALE, 0.5)
    picture.polygon([(150, 650), (310, 650), (286, 806), (174, 806)], (TEAL, NIGHT))
    picture.rectangle(140, 636, 180, 30, DEEP, radius=8)
    return picture
