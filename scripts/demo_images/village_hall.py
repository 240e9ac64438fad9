"""A village hall in the evening."""

from __future__ import annotations

from .lines import curve
from .palette import *
from .picture import WIDTH, Picture
from .shapes import house


def draw_village_hall() -> Picture:
    picture = Picture((SAND, DUNE))
    picture.rectangle(0, 0, WIDTH, 96, (CLAY, "#a9854f"))
    for x in range(-20, WIDTH, 200):
        picture.polygon([(x, 0), (x + 44, 0), (x + 52, 96), (x + 8, 96)], "#8a6a45", 0.75)
    for x in (90, 470, 850, 1230):
        picture.rectangle(x - 12, 150, 304, 354, CREAM, radius=8)
        picture.rectangle(x, 162, 280, 330, ("#8cc2c1", PALE))
        outside = [
            (x, 420),
            *curve([(x, 420), (x + 90, 330), (x + 190, 420), (x + 280, 360)]),
            (x + 280, 492),
            (x, 492),
        ]
        picture.polygon(outside, (LEAF, MOSS))
        picture.polygon(
            [
                (x, 470),
                *curve([(x, 462), (x + 140, 410), (x + 280, 466)]),
                (x + 280, 492),
                (x, 492),
            ],
            MOSS,
        )
        if x == 470:
            house(picture, x + 120, 440, 66, 34, CREAM, BRICK)
            picture.rectangle(x + 86, 352, 28, 90, CREAM)
            picture.polygon([(x + 82, 354), (x + 100, 300), (x + 118, 354)], DEEP)
        picture.line([(x + 140, 162), (x + 140, 492)], 7, CREAM)
        picture.line([(x, 326), (x + 280, 326)], 7, CREAM)
        picture.rectangle(x - 22, 496, 324, 16, CREAM, radius=4)
    rope = curve([(-20, 96), (390, 210), (800, 96)]) + curve([(800, 96), (1210, 210), (1620, 96)])
    picture.line(rope, 3, NIGHT, 0.8)
    for index in range(3, len(rope) - 3, 4):
        knot, drop = rope[index]
        colour = (CORAL, CREAM, TEAL)[index // 4 % 3]
        picture.polygon([(knot - 20, drop), (knot + 20, drop), (knot, drop + 44)], colour)
    picture.rectangle(0, 560, WIDTH, 350, ("#b98f57", "#8a6a45"))
    for index in range(-14, 15):
        picture.line([(800 + index * 92, 560), (800 + index * 210, 910)], 2, "#6f5337", 0.35)
    picture.rectangle(0, 548, WIDTH, 14, CREAM, 0.8)
    for x in (250, 610, 990, 1350):
        picture.polygon([(x - 120, 566), (x + 90, 566), (x + 20, 760), (x - 250, 760)], CREAM, 0.15)
    seats = (
        (170, CORAL, "#8f5f41", NIGHT), (420, TEAL, "#c99a72", CLAY), (690, CREAM, "#6f4a35", INK),
        (940, BRICK, "#b98660", "#4a3626"), (1190, LAGOON, "#a8744f", PALE),
        (1430, DEEP, "#c99a72", BRICK),
    )  # fmt: skip
    for x, coat, skin, hair in seats:
        picture.rectangle(x - 66, 520, 132, 200, coat, radius=52)
        picture.rectangle(x - 17, 486, 34, 52, skin, radius=14)
        picture.ellipse(x, 448, 43, 47, hair)
        picture.ellipse(x, 460, 36, 42, skin)
        picture.polygon(
            [
                *curve([(x - 40, 452), (x - 36, 396), (x + 36, 396), (x + 40, 452)]),
                *curve([(x + 40, 452), (x + 4, 412), (x - 40, 452)]),
            ],
            hair,
        )
    picture.ellipse(800, 874, 800, 16, INK, 0.35, blur=8)
    picture.rectangle(50, 690, 1500, 180, (TEAL, DEEP))
    for x in range(50, 1550, 60):
        picture.polygon([(x, 690), (x + 22, 690), (x + 12, 870), (x, 870)], NIGHT, 0.28)
    knots = [
        (110 + index * 115.0, 770 + (26 if index % 2 else -22) * (1 + index % 3 * 0.4))
        for index in range(13)
    ]
    picture.line(knots, 4, CREAM, 0.85)
    for index, spot in enumerate(knots):
        picture.disc(*spot, 13 if index % 3 else 18, CREAM if index % 3 else CORAL)
    picture.rectangle(34, 664, 1532, 34, (CREAM, SAND), radius=8)
    picture.rectangle(34, 690, 1532, 10, CLAY, radius=4)
    for x, coat, _, _ in seats:
        screen = x + (16 if x < 800 else -16)
        picture.rectangle(screen - 78, 560, 156, 104, (NIGHT, INK), radius=10)
        picture.rectangle(screen - 78, 560, 156, 104, TEAL, 0.25, radius=10)
        picture.disc(screen, 612, 11, CORAL if coat != CORAL else SAND)
        picture.polygon(
            [(screen - 96, 676), (screen + 96, 676), (screen + 80, 662), (screen - 80, 662)], LAGOON
        )
    for x, colour in ((300, CORAL), (1070, TEAL)):
        picture.rectangle(x, 632, 30, 34, colour, radius=6)
        picture.ellipse(x + 34, 648, 9, 10, colour)
    return picture
