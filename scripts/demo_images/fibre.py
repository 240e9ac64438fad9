"""Bundles of fibre and of copper."""

from __future__ import annotations

import math

from .lines import curve
from .palette import *
from .picture import Picture


def draw_fibre() -> Picture:
    picture = Picture((DEEP, INK))
    picture.ellipse(1240, 420, 460, 360, TEAL, 0.55, blur=110)
    strands = (
        (CORAL, -330, 60), (SAND, -262, 150), (LAGOON, -196, 232), (BLUSH, -128, 318),
        (CREAM, -62, 396), (CORAL, 4, 476), (MIST, 70, 556), (DUNE, 136, 640),
        (LAGOON, 204, 720), (BLUSH, 270, 806), (SAND, 336, 870),
    )  # fmt: skip
    for index, (colour, offset, end) in enumerate(strands):
        start = (430.0, 450 + offset * 0.30)
        tip = (1250 + (index * 97) % 260, float(end))
        path = curve([start, (700, 450 + offset * 0.16), (860, end * 0.9 + 40), tip], 60)
        picture.line(path, 18, NIGHT, 0.35, blur=5)
        picture.line(path, 13, blend(colour, INK, 0.30))
        picture.line([(x, y - 3) for x, y in path], 4, blend(colour, CREAM, 0.45), 0.85)
        picture.ellipse(*tip, 46, 46, colour, 0.5, blur=16)
        picture.disc(*tip, 13, colour)
        picture.disc(*tip, 6.5, CREAM)
        for spark in range(2):
            x, y = path[24 + (index * 7 + spark * 15) % 34]
            picture.disc(x, y, 5, CREAM, 0.95)
    # the cable that carries them: jacket, armour, tubes
    picture.polygon([(-20, 236), (330, 250), (330, 650), (-20, 664)], ("#1d6a71", INK))
    picture.rectangle(-20, 286, 352, 26, CREAM, 0.14, radius=12)
    picture.ellipse(330, 450, 74, 200, NIGHT)
    picture.ellipse(330, 450, 62, 182, TEAL)
    picture.rectangle(330, 274, 96, 352, (CLAY, "#8a6a45"))
    for x in range(336, 430, 14):
        picture.line(curve([(x - 6, 274), (x + 26, 450), (x - 6, 626)]), 3, "#6f5337", 0.8)
    picture.ellipse(426, 450, 64, 176, DUNE)
    picture.ellipse(426, 450, 54, 160, INK)
    for index, (colour, offset, _) in enumerate(strands):
        y = 450 + offset * 0.40
        picture.disc(432 + math.cos(index * 2.1) * 18, y, 15, blend(colour, INK, 0.25))
        picture.disc(432 + math.cos(index * 2.1) * 18, y, 7, CREAM)
    return picture
