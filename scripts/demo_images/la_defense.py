"""Towers of La Défense."""

from __future__ import annotations

from .lines import curve
from .palette import *
from .picture import WIDTH, Picture
from .shapes import person, tree, windows


def draw_la_defense() -> Picture:
    picture = Picture(("#5ea5a8", SAND))
    picture.sun(800, 470, 90, CREAM, CREAM)
    picture.cloud(250, 150, 70, CREAM, 0.5)
    picture.cloud(1370, 210, 60, CREAM, 0.5)
    far = ((40, 330), (130, 280), (236, 360), (1110, 300), (1216, 350), (1330, 290), (1450, 340))
    for left, height in far:
        picture.rectangle(left, 700 - height, 92, height, (blend(MIST, LAGOON, 0.35), MIST))
    towers = (
        (-20, 150, 560, DEEP, TEAL), (150, 116, 430, TEAL, LAGOON), (286, 130, 510, NIGHT, DEEP),
        (1190, 126, 470, DEEP, TEAL), (1330, 110, 570, TEAL, LAGOON), (1456, 160, 480, NIGHT, DEEP),
    )  # fmt: skip
    for left, width, height, top, foot in towers:
        picture.rectangle(left, 730 - height, width, height, (top, foot))
        picture.polygon(
            [(left, 730 - height), (left + width, 730 - height - 34), (left + width, 732 - height)],
            top,
        )
        windows(
            picture,
            left + 13,
            756 - height,
            (width - 20) // 32,
            height // 40 - 1,
            (32, 38),
            (20, 22),
            blend(foot, PALE, 0.22),
            SAND,
        )
        picture.rectangle(left + width - 18, 730 - height - 20, 18, height + 20, INK, 0.22)
    # the great arch: a hollow cube seen almost from the front
    outer, inner = (470, 214, 1130, 790), (590, 330, 1010, 790)
    back = (640, 372, 960, 742)
    picture.polygon(
        [
            (outer[0], outer[1]),
            (outer[2], outer[1]),
            (outer[2], outer[3]),
            (inner[2], inner[3]),
            (inner[2], inner[1]),
            (inner[0], inner[1]),
            (inner[0], inner[3]),
            (outer[0], outer[3]),
        ],
        (CREAM, SAND),
    )
    picture.polygon(
        [(inner[0], inner[1]), (inner[2], inner[1]), (back[2], back[1]), (back[0], back[1])], CLAY
    )
    picture.polygon(
        [(inner[0], inner[1]), (back[0], back[1]), (back[0], back[3]), (inner[0], inner[3])],
        (DUNE, CLAY),
    )
    picture.polygon(
        [(inner[2], inner[1]), (back[2], back[1]), (back[2], back[3]), (inner[2], inner[3])],
        (SAND, DUNE),
    )
    for index in range(1, 8):
        y = inner[1] + index * 56
        picture.line([(inner[0], y), (back[0], back[1] + (y - inner[1]) * 0.80)], 2, CREAM, 0.55)
        picture.line([(inner[2], y), (back[2], back[1] + (y - inner[1]) * 0.80)], 2, CLAY, 0.7)
    for column in range(11):
        picture.line(
            [(inner[0] + column * 42, inner[1]), (back[0] + column * 32, back[1])], 1.5, CREAM, 0.5
        )
    for row in range(7):
        for column in range(4):
            for left in (484, 1024):
                picture.rectangle(left + column * 25, 352 + row * 58, 18, 44, TEAL, 0.55, radius=2)
    for column in range(18):
        picture.rectangle(490 + column * 35, 234, 24, 32, TEAL, 0.55, radius=2)
        picture.rectangle(490 + column * 35, 278, 24, 32, TEAL, 0.55, radius=2)
    # the tent-like canopy under the arch
    picture.polygon(
        curve([(650, 700), (720, 640), (800, 690)])
        + curve([(800, 690), (880, 640), (950, 700)])
        + [(950, 712), (650, 712)],
        CREAM,
    )
    for x in (690, 800, 910):
        picture.line([(x, 704), (x, 760)], 3, CREAM)
    for step in range(8):
        y = 742 + step * 13
        spread = 200 + step * 52
        picture.rectangle(800 - spread, y, spread * 2, 14, blend(CREAM, CLAY, step / 9))
    picture.rectangle(0, 842, WIDTH, 60, (DUNE, CLAY))
    for x in (64, 190, 316, 1284, 1410, 1536):
        tree(picture, x, 850, 128, (LEAF, MOSS))
    crowd = (
        (560, 96, CORAL), (612, 90, DEEP), (700, 100, CREAM), (752, 92, TEAL), (880, 98, BRICK),
        (934, 90, NIGHT), (1010, 98, LAGOON), (1090, 94, CORAL), (450, 92, TEAL),
    )  # fmt: skip
    for x, height, coat in crowd:
        picture.ellipse(x + 10, 880, 34, 6, NIGHT, 0.25)
        person(picture, x, 880, height, coat, "#a8744f")
    return picture
