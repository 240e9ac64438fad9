"""A round table before its audience."""

from __future__ import annotations

from itertools import pairwise

from .palette import *
from .picture import WIDTH, Picture
from .shapes import heads


def draw_conference() -> Picture:
    picture = Picture((NIGHT, INK))
    for index in range(16):
        picture.rectangle(index * 100, 0, 50, 640, DEEP, 0.22)
    picture.rectangle(330, 96, 940, 400, (PALE, CREAM), radius=10)
    picture.ellipse(800, 300, 360, 150, SAND, 0.55, blur=50)
    points = [(430, 400), (560, 250), (720, 350), (860, 200), (1010, 330), (1160, 230)]
    for a, b in pairwise(points):
        picture.line([a, b], 4, TEAL)
    for a, b in zip(points, points[2:], strict=False):
        picture.line([a, b], 2.5, LAGOON, 0.6)
    for index, (x, y) in enumerate(points):
        picture.disc(x, y, 24 if index % 2 else 17, CORAL if index % 2 else DEEP)
        picture.disc(x, y, 9 if index % 2 else 6, CREAM)
    picture.rectangle(0, 560, WIDTH, 120, (CLAY, "#8a6a45"))
    picture.rectangle(0, 556, WIDTH, 10, DUNE)
    picture.rectangle(0, 668, WIDTH, 240, INK)
    for top, spread in ((250, 250), (800, 300), (1350, 250)):
        beam = [(top - 16, 0), (top + 16, 0), (800 + (top - 800) * 0.6 + spread, 640)]
        picture.polygon([*beam, (800 + (top - 800) * 0.6 - spread, 640)], CREAM, 0.10, blur=10)
        picture.rectangle(top - 34, 0, 68, 30, INK, radius=8)
        picture.disc(top, 30, 18, CREAM)
    picture.polygon([(236, 622), (252, 486), (352, 486), (368, 622)], (TEAL, DEEP))
    picture.rectangle(240, 474, 124, 16, SAND, radius=5)
    picture.disc(302, 546, 22, CORAL)
    picture.line([(330, 476), (318, 436)], 4, INK)
    picture.rectangle(262, 398, 80, 80, DEEP, radius=30)
    picture.disc(302, 370, 30, "#a8744f")
    for x, coat, skin in (
        (690, CORAL, "#8f5f41"),
        (860, SAND, "#c99a72"),
        (1030, LAGOON, "#6f4a35"),
        (1200, BLUSH, "#b98660"),
    ):
        picture.ellipse(x, 634, 84, 12, INK, 0.4)
        picture.rectangle(x - 66, 486, 132, 130, (TEAL, DEEP), radius=30)
        picture.rectangle(x - 40, 452, 80, 130, coat, radius=32)
        picture.disc(x, 424, 29, skin)
        picture.rectangle(x - 44, 556, 88, 40, NIGHT, radius=18)
        picture.rectangle(x - 40, 570, 26, 66, NIGHT, radius=8)
        picture.rectangle(x + 14, 570, 26, 66, NIGHT, radius=8)
        picture.rectangle(x - 78, 540, 30, 76, DEEP, radius=14)
        picture.rectangle(x + 48, 540, 30, 76, DEEP, radius=14)
    heads(picture, 704, 34, 104, 40, "#14454f")
    heads(picture, 754, 44, 134, 96, "#0e353f")
    heads(picture, 822, 58, 176, 10, "#07222a")
    return picture
