#!/usr/bin/env python3
"""Draw the demo hub's illustrations and its two PDF attachments into `content/` (writes files).

    python scripts/draw_demo_images.py [NAME …] [--content DIR]

Every picture is 1600 × 900, made of plain shapes in one palette, drawn at twice that size and
scaled down. Nothing is random and no font is asked for, so the same Pillow gives the same bytes.
"""

from __future__ import annotations

import argparse
import math
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 900
OVERSAMPLING = 3
JPEG_QUALITY = 82

INK, NIGHT, DEEP, TEAL = "#0a2830", "#0e3843", "#14525c", "#217a80"
LAGOON, MIST, PALE = "#4fa09f", "#93c4bd", "#d3e6df"
CREAM, SAND, DUNE, CLAY = "#fcf6e9", "#f4e4c6", "#e3c896", "#c9a36c"
BLUSH, CORAL, BRICK = "#f6b79f", "#e8705a", "#bf4f3f"
LEAF, MOSS = "#5d9a7d", "#2f6f60"

Point = tuple[float, float]
Paint = str | tuple[str, str]
"""One colour, or the two ends of a gradient from the top of the shape to its foot."""


class Picture:
    """A canvas in units of the finished picture; later shapes cover earlier ones."""

    def __init__(self, sky: Paint) -> None:
        self.image = Image.new("RGB", (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING))
        self.rectangle(0, 0, WIDTH, HEIGHT, sky)

    def _fill(
        self,
        box: tuple[float, float, float, float],
        draw_shape: Callable[[ImageDraw.ImageDraw, float, float], None],
        paint: Paint,
        opacity: float,
        blur: float = 0,
    ) -> None:
        """Lay *paint* through the mask that *draw_shape* draws, told the box's corner in pixels."""
        margin = 3 * blur + 2
        left, top = (math.floor((value - margin) * OVERSAMPLING) for value in box[:2])
        right, bottom = (math.ceil((value + margin) * OVERSAMPLING) for value in box[2:])
        mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
        draw_shape(ImageDraw.Draw(mask), left, top)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * OVERSAMPLING))
        if opacity < 1:
            mask = mask.point([round(level * opacity) for level in range(256)])
        self.image.paste(_painted(mask.size, paint), (left, top), mask)

    def polygon(
        self, points: Iterable[Point], paint: Paint, opacity: float = 1, blur: float = 0
    ) -> None:
        corners = list(points)
        xs, ys = [x for x, _ in corners], [y for _, y in corners]

        def shape(draw: ImageDraw.ImageDraw, left: float, top: float) -> None:
            draw.polygon([_pixel(point, left, top) for point in corners], fill=255)

        self._fill((min(xs), min(ys), max(xs), max(ys)), shape, paint, opacity, blur)

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        paint: Paint,
        opacity: float = 1,
        radius: float = 0,
        blur: float = 0,
    ) -> None:
        def shape(draw: ImageDraw.ImageDraw, left: float, top: float) -> None:
            box = [*_pixel((x, y), left, top), *_pixel((x + width, y + height), left, top)]
            draw.rounded_rectangle(box, radius * OVERSAMPLING, fill=255)

        self._fill((x, y, x + width, y + height), shape, paint, opacity, blur)

    def ellipse(
        self,
        x: float,
        y: float,
        across: float,
        down: float,
        paint: Paint,
        opacity: float = 1,
        blur: float = 0,
    ) -> None:
        """An ellipse around (x, y) with half axes *across* and *down*."""

        def shape(draw: ImageDraw.ImageDraw, left: float, top: float) -> None:
            corners = (x - across, y - down), (x + across, y + down)
            draw.ellipse([*_pixel(corners[0], left, top), *_pixel(corners[1], left, top)], fill=255)

        self._fill((x - across, y - down, x + across, y + down), shape, paint, opacity, blur)

    def disc(self, x: float, y: float, radius: float, paint: Paint, opacity: float = 1) -> None:
        self.ellipse(x, y, radius, radius, paint, opacity)

    def line(
        self,
        points: Iterable[Point],
        width: float,
        paint: Paint,
        opacity: float = 1,
        blur: float = 0,
    ) -> None:
        """A line with round ends."""
        path = list(points)
        xs, ys = [x for x, _ in path], [y for _, y in path]
        half = width / 2

        def shape(draw: ImageDraw.ImageDraw, left: float, top: float) -> None:
            pixels = [_pixel(point, left, top) for point in path]
            thickness = max(round(width * OVERSAMPLING), 1)
            draw.line(pixels, fill=255, width=thickness, joint="curve")
            for x, y in (pixels[0], pixels[-1]):
                r = thickness / 2
                draw.ellipse([x - r, y - r, x + r, y + r], fill=255)

        box = (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
        self._fill(box, shape, paint, opacity, blur)

    def sun(self, x: float, y: float, radius: float, paint: Paint, glow: str) -> None:
        for factor, opacity in ((3.4, 0.20), (2.3, 0.24), (1.6, 0.28)):
            size = radius * factor
            self.ellipse(x, y, size, size, glow, opacity, blur=radius * 0.35)
        self.disc(x, y, radius, paint)

    def hills(
        self,
        base: float,
        height: float,
        length: float,
        shift: float,
        paint: Paint,
        opacity: float = 1,
        foot: float = HEIGHT,
    ) -> None:
        """Rolling ground: two waves added, filled down to *foot*."""
        crest = [
            (
                float(x),
                base
                - height * 0.65 * math.sin((x + shift) / length * 2 * math.pi)
                - height * 0.35 * math.sin((x + shift) / length * 4.6 * math.pi + 1.3),
            )
            for x in range(-8, WIDTH + 9, 8)
        ]
        self.polygon([*crest, (WIDTH + 8, foot), (-8, foot)], paint, opacity)

    def cloud(self, x: float, y: float, size: float, paint: Paint, opacity: float) -> None:
        """One flat-bottomed cloud, all in one mask so that its discs do not show."""

        def shape(draw: ImageDraw.ImageDraw, left: float, top: float) -> None:
            for dx, dy, radius in ((-0.9, 0, 0.34), (-0.35, -0.26, 0.5), (0.35, -0.12, 0.42)):
                cx, cy = _pixel((x + dx * size, y + dy * size), left, top)
                r = radius * size * OVERSAMPLING
                draw.ellipse([cx - r, cy - r, cx + r, cy + r], fill=255)
            body = [*_pixel((x - 1.3 * size, y - 0.04 * size), left, top)]
            body += [*_pixel((x + 1.2 * size, y + 0.34 * size), left, top)]
            draw.rounded_rectangle(body, 0.19 * size * OVERSAMPLING, fill=255)

        box = (x - 1.3 * size, y - 0.8 * size, x + 1.2 * size, y + 0.35 * size)
        self._fill(box, shape, paint, opacity)

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        finished = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        finished.save(path, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)


def _scaled(length: float) -> int:
    return round(length * OVERSAMPLING)


def _pixel(point: Point, left: float, top: float) -> tuple[float, float]:
    return point[0] * OVERSAMPLING - left, point[1] * OVERSAMPLING - top


def _painted(size: tuple[int, int], paint: Paint) -> Image.Image:
    if isinstance(paint, str):
        return Image.new("RGB", size, paint)
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    top, bottom = (Image.new("RGB", size, end) for end in paint)
    return Image.composite(bottom, top, ramp)


def blend(first: str, second: str, share: float) -> str:
    """The colour that lies *share* of the way from *first* to *second*."""
    ends = zip(ImageColor.getrgb(first)[:3], ImageColor.getrgb(second)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in ends)


def curve(points: Sequence[Point], steps: int = 40) -> list[Point]:
    """A Bézier curve of any degree through its first and last point."""
    path = []
    for step in range(steps + 1):
        level, share = list(points), step / steps
        while len(level) > 1:
            pairs = pairwise(level)
            level = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairs]
        path.append(level[0])
    return path


def smooth(corners: Sequence[Point], rounds: int = 2) -> list[Point]:
    """A closed outline with its corners cut (Chaikin)."""
    outline = list(corners)
    for _ in range(rounds):
        cut = []
        for a, b in zip(outline, outline[1:] + outline[:1], strict=True):
            cut.append((a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25))
            cut.append((a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75))
        outline = cut
    return outline


# What several scenes share.


def network(picture: Picture, towers: Sequence[Point], paint: str, node: str) -> None:
    """The hub's motif: points in the sky, joined by arcs to their neighbours."""
    for a, b in pairwise(towers):
        top = min(a[1], b[1]) - abs(b[0] - a[0]) * 0.22
        picture.line(curve([a, ((a[0] + b[0]) / 2, top), b]), 3, paint, 0.85)
    for x, y in towers:
        picture.disc(x, y, 15, paint, 0.3)
        picture.disc(x, y, 8, node)


def windows(
    picture: Picture,
    x: float,
    y: float,
    columns: int,
    rows: int,
    step: Point,
    size: Point,
    paint: Paint,
    lit: str = "",
) -> None:
    """A grid of windows; with *lit*, some of them (always the same) are alight."""
    for row in range(rows):
        for column in range(columns):
            alight = lit and (row * 5 + column * 3 + row * column) % 4 == 1
            left, top = x + column * step[0], y + row * step[1]
            picture.rectangle(left, top, *size, lit if alight else paint, radius=1.5)


def house(
    picture: Picture, x: float, ground: float, width: float, height: float, wall: Paint, roof: Paint
) -> None:
    """A gabled house seen from its long side."""
    eaves = ground - height
    picture.rectangle(x, eaves, width, height, wall)
    ridge = eaves - width * 0.30
    left, right = x - width * 0.05, x + width * 1.05
    corners = [(left, eaves + 2), (x + width * 0.16, ridge), (x + width * 0.84, ridge)]
    picture.polygon([*corners, (right, eaves + 2)], roof)
    picture.rectangle(x + width * 0.66, ridge - width * 0.10, width * 0.09, width * 0.16, roof)


def tree(picture: Picture, x: float, ground: float, height: float, paint: Paint) -> None:
    crown = height * 0.36
    picture.rectangle(x - height * 0.03, ground - height * 0.4, height * 0.06, height * 0.4, NIGHT)
    picture.ellipse(x, ground - height * 0.62, crown, crown * 1.05, paint)
    picture.ellipse(x - crown * 0.25, ground - height * 0.72, crown * 0.5, crown * 0.5, CREAM, 0.10)


def poplar(picture: Picture, x: float, ground: float, height: float, paint: Paint) -> None:
    picture.ellipse(x, ground - height * 0.52, height * 0.13, height * 0.5, paint)


def person(picture: Picture, x: float, foot: float, height: float, paint: Paint, skin: str) -> None:
    """Somebody standing, without a face: head, bust and legs."""
    head = height * 0.085
    for leg in (x - height * 0.10, x + height * 0.012):
        picture.rectangle(leg, foot - height * 0.5, height * 0.088, height * 0.5, INK, radius=3)
    picture.rectangle(
        x - height * 0.13,
        foot - height * 0.80,
        height * 0.26,
        height * 0.45,
        paint,
        radius=height * 0.09,
    )
    picture.disc(x, foot - height * 0.91, head, skin)


def heads(picture: Picture, y: float, size: float, step: float, shift: float, paint: Paint) -> None:
    """A row of an audience seen from behind."""
    x, seat = shift - step, 0
    while x < WIDTH + step:
        sway = math.sin(seat * 2.4) * size * 0.22
        picture.rectangle(
            x - size * 1.05, y + sway + size * 0.95, size * 2.1, HEIGHT, paint, radius=size * 0.8
        )
        picture.ellipse(x, y + sway, size * 0.62, size * 0.74, paint)
        picture.rectangle(x - size * 0.24, y + sway + size * 0.4, size * 0.48, size * 0.8, paint)
        x, seat = x + step, seat + 1


def ripples(picture: Picture, top: float, bottom: float, paint: str, opacity: float) -> None:
    """Short strokes on water, longer and wider apart towards the reader."""
    y, row = top, 0
    while y < bottom:
        depth = (y - top) / (bottom - top)
        length, thickness = 36 + 130 * depth, 2 + 4 * depth
        x = -length + (row * 173) % 260
        while x < WIDTH:
            picture.rectangle(x, y, length, thickness, paint, opacity, radius=thickness / 2)
            x += length * 2.6 + 120
        y, row = y + 14 + 26 * depth, row + 1


# The scenes, one function each.


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


FRANCE: tuple[Point, ...] = (
    (2.55, 51.07), (1.65, 50.9), (1.58, 50.4), (1.45, 50.1), (0.2, 49.72), (0.1, 49.45),
    (-0.3, 49.3), (-1.1, 49.35), (-1.25, 49.7), (-1.92, 49.7), (-1.6, 49.2), (-1.55, 48.75),
    (-2.0, 48.65), (-2.7, 48.53), (-3.1, 48.86), (-3.9, 48.72), (-4.78, 48.5), (-4.4, 48.3),
    (-4.7, 48.05), (-4.3, 47.8), (-3.5, 47.75), (-2.9, 47.55), (-2.4, 47.35), (-2.1, 47.0),
    (-1.8, 46.5), (-1.2, 46.2), (-1.1, 45.8), (-0.75, 45.3), (-1.15, 45.5), (-1.25, 44.6),
    (-1.45, 43.6),
    (-1.78, 43.37), (-1.4, 43.05), (-0.7, 42.9), (0.7, 42.7), (1.45, 42.6), (1.9, 42.4),
    (3.15, 42.43), (3.05, 42.95), (3.6, 43.35), (4.1, 43.55), (4.6, 43.37), (5.3, 43.3),
    (5.9, 43.08), (6.6, 43.2), (7.0, 43.5), (7.5, 43.78), (7.6, 44.1), (6.95, 44.3), (7.0, 44.7),
    (6.65, 45.1), (7.1, 45.4), (6.85, 45.85), (6.8, 46.4), (6.2, 46.3), (6.1, 46.6), (6.9, 47.3),
    (7.0, 47.5), (7.55, 47.6), (7.6, 48.1), (8.2, 48.97), (7.4, 49.15), (6.7, 49.2), (6.3, 49.5),
    (5.8, 49.55), (4.9, 49.8), (4.85, 50.15), (4.2, 50.0), (4.1, 50.3), (3.3, 50.5), (3.1, 50.78),
)  # fmt: skip
"""The outline of mainland France in degrees (longitude, latitude), simplified by hand."""

CORSICA: tuple[Point, ...] = (
    (9.4, 43.0), (9.55, 42.2), (9.25, 41.4), (8.7, 41.8), (8.6, 42.35), (9.25, 42.7),
)  # fmt: skip

TOWNS: dict[str, Point] = {
    "Tours": (0.69, 47.39), "Vincennes": (2.44, 48.85), "Arras": (2.78, 50.29),
    "Nantes": (-1.55, 47.22), "Clermont-Ferrand": (3.09, 45.78), "Nevers": (3.16, 46.99),
    "Lyon": (4.84, 45.76), "Montélimar": (4.75, 44.56), "Rodez": (2.57, 44.35),
    "Rennes": (-1.68, 48.11), "Brest": (-4.3, 48.42), "Bordeaux": (-0.58, 44.84),
    "Toulouse": (1.44, 43.6), "Dijon": (5.04, 47.32), "Nancy": (6.18, 48.69),
    "Gap": (6.08, 44.56), "Perpignan": (2.89, 42.7), "Limoges": (1.26, 45.83),
    "Caen": (-0.37, 49.18), "Troyes": (4.07, 48.3), "Pau": (-0.37, 43.3), "Colmar": (7.3, 48.08),
    "Nîmes": (4.36, 43.84), "Annecy": (6.13, 45.9),
}  # fmt: skip

LINKS: tuple[tuple[str, str], ...] = (
    ("Tours", "Nantes"), ("Tours", "Vincennes"), ("Tours", "Nevers"), ("Tours", "Limoges"),
    ("Vincennes", "Arras"), ("Vincennes", "Caen"), ("Vincennes", "Troyes"), ("Troyes", "Nancy"),
    ("Nancy", "Colmar"), ("Troyes", "Dijon"), ("Nevers", "Dijon"), ("Nevers", "Clermont-Ferrand"),
    ("Clermont-Ferrand", "Lyon"), ("Lyon", "Annecy"), ("Lyon", "Montélimar"), ("Montélimar", "Gap"),
    ("Montélimar", "Nîmes"), ("Clermont-Ferrand", "Rodez"), ("Rodez", "Toulouse"),
    ("Nantes", "Rennes"),
    ("Toulouse", "Perpignan"), ("Toulouse", "Pau"), ("Limoges", "Bordeaux"), ("Bordeaux", "Pau"),
    ("Rennes", "Brest"), ("Rennes", "Caen"), ("Dijon", "Lyon"), ("Limoges", "Clermont-Ferrand"),
    ("Nantes", "Bordeaux"), ("Rodez", "Nîmes"),
)  # fmt: skip


def _on_map(place: Point) -> Point:
    """Degrees to the picture: a plain conic stretch at 46.5° north, France in the middle."""
    longitude, latitude = place
    return 790 + (longitude - 2.4) * 84 * math.cos(math.radians(46.5)), 440 - (latitude - 46.3) * 84


def draw_map() -> Picture:
    picture = Picture((DEEP, INK))
    picture.ellipse(800, 430, 620, 430, TEAL, 0.45, blur=90)
    shore = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(shore)
    for outline in (FRANCE, CORSICA):
        coast = smooth([_on_map(place) for place in outline], 2)
        pen.polygon(coast, fill=255)
        picture.polygon(coast, (LAGOON, DEEP), 0.55)
        picture.line([*coast, coast[0]], 2.5, PALE, 0.5)
    for row in range(46):
        for column in range(60):
            x, y = 340 + column * 18 + row % 2 * 9, 40 + row * 18
            if x < WIDTH and y < HEIGHT and shore.getpixel((x, y)):
                picture.disc(x, y, 3.2, PALE, 0.55)
    spots = {name: _on_map(place) for name, place in TOWNS.items()}
    spots["La Réunion"] = (1330, 690)
    picture.disc(1330, 690, 78, DEEP, 0.9)
    picture.ellipse(1330, 690, 38, 30, (LAGOON, TEAL))
    far = curve([spots["Gap"], (1250, 470), spots["La Réunion"]])
    for start in range(0, len(far) - 1, 2):
        picture.line(far[start : start + 2], 3, SAND, 0.9)
    for first, second in LINKS:
        a, b = spots[first], spots[second]
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - math.dist(a, b) * 0.14)
        picture.line(curve([a, middle, b]), 3, SAND, 0.9)
    offices = ("Tours", "Vincennes", "Arras", "Nantes", "Clermont-Ferrand", "Rodez", "La Réunion")
    for name, spot in spots.items():
        if name in offices:
            picture.disc(*spot, 24, CORAL, 0.28)
            picture.disc(*spot, 13, CREAM)
            picture.disc(*spot, 9, CORAL)
        else:
            picture.disc(*spot, 7, CREAM)
    return picture


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
    pen.rectangle([_scaled(0), _scaled(deck_top), _scaled(570), _scaled(deck_foot)], fill=255)
    for index in range(4):
        left = -50 + index * 166
        pen.ellipse([_scaled(left), _scaled(590), _scaled(left + 130), _scaled(820)], fill=0)
    picture.image.paste(_painted(picture.image.size, DUNE), (0, 0), arches)
    shade = ImageChops.offset(arches, _scaled(7), 0)
    shade = ImageChops.subtract(arches, shade)
    picture.image.paste(_painted(picture.image.size, CLAY), (0, 0), shade)
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


def draw_reunion() -> Picture:
    picture = Picture(("#6db1b3", "#fbe6cf"))
    picture.sun(1180, 300, 92, CREAM, CREAM)
    picture.polygon(
        [
            (60, 640),
            (250, 520),
            (380, 380),
            (470, 300),
            (540, 212),
            (590, 262),
            (650, 196),
            (720, 268),
            (800, 330),
            (930, 430),
            (1100, 520),
            (1300, 640),
        ],
        (TEAL, LAGOON),
    )
    picture.polygon(
        [(540, 212), (590, 262), (566, 380), (520, 470), (470, 560), (420, 620), (460, 430)],
        DEEP,
        0.35,
    )
    picture.polygon(
        [(650, 196), (720, 268), (700, 390), (760, 520), (690, 600), (640, 430)], DEEP, 0.35
    )
    picture.polygon([(800, 330), (930, 430), (900, 520), (860, 600), (810, 470)], DEEP, 0.22)
    picture.rectangle(-60, 400, 900, 26, CREAM, 0.5, radius=13, blur=6)
    picture.rectangle(520, 446, 700, 22, CREAM, 0.45, radius=11, blur=6)
    picture.polygon(
        smooth(
            [(-40, 660), (-40, 500), (120, 440), (260, 520), (420, 560), (640, 610), (780, 660)], 2
        ),
        (MOSS, LEAF),
    )
    picture.polygon(
        smooth(
            [
                (760, 660),
                (900, 580),
                (1080, 560),
                (1220, 500),
                (1400, 480),
                (1660, 430),
                (1660, 660),
            ],
            2,
        ),
        (LEAF, MOSS),
    )
    picture.polygon(
        smooth([(240, 660), (420, 590), (640, 570), (860, 600), (1000, 590), (1180, 660)], 2), MOSS
    )
    for left, ground, size, kind in (
        (620, 640, 56, 0),
        (690, 632, 64, 1),
        (768, 640, 52, 2),
        (834, 634, 66, 0),
        (920, 642, 54, 1),
        (990, 640, 60, 2),
        (546, 644, 52, 1),
    ):
        house(
            picture,
            left,
            ground,
            size,
            size * 0.55,
            (CREAM, BLUSH, SAND)[kind],
            (BRICK, CORAL, TEAL)[kind],
        )
        windows(
            picture,
            left + size * 0.18,
            ground - size * 0.42,
            2,
            1,
            (size * 0.36, 1),
            (size * 0.2, size * 0.24),
            DEEP,
        )
    picture.rectangle(0, 640, WIDTH, 270, ("#63b4b0", DEEP))
    picture.rectangle(0, 640, WIDTH, 9, CREAM, 0.8)
    picture.ellipse(1180, 690, 130, 120, CREAM, 0.34, blur=30)
    ripples(picture, 664, 830, CREAM, 0.30)
    for start in range(200, 1500, 330):
        picture.line(
            curve([(start, 700), (start + 60, 692), (start + 120, 700), (start + 190, 694)]),
            5,
            CREAM,
            0.7,
        )
    picture.polygon([(1010, 744), (1120, 744), (1098, 768), (1030, 768)], CREAM)
    picture.polygon([(1062, 738), (1062, 640), (1120, 732)], CORAL)
    picture.polygon([(1056, 738), (1056, 660), (1020, 732)], CREAM)
    # the near shore with its palms
    picture.polygon(
        [*curve([(-10, 800), (300, 770), (640, 846), (900, 910)]), (-10, 910)], (SAND, DUNE)
    )
    picture.polygon(
        [*curve([(1610, 812), (1400, 826), (1260, 866), (1180, 910)]), (1610, 910)], (SAND, DUNE)
    )
    for base, top, size in (
        ((150, 850), (250, 420), 190),
        ((70, 860), (20, 520), 150),
        ((1500, 870), (1440, 500), 170),
    ):
        trunk = curve([base, ((base[0] + top[0]) / 2 - 40, (base[1] + top[1]) / 2), top])
        picture.line(trunk, 20, NIGHT)
        picture.line([(x - 4, y) for x, y in trunk], 5, CLAY, 0.5)
        for angle in (-172, -145, -112, -78, -45, -15, 12, 190):
            reach = (
                math.cos(math.radians(angle)) * size,
                math.sin(math.radians(angle)) * size * 0.72,
            )
            tip = (top[0] + reach[0], top[1] + reach[1] + size * 0.34)
            crest = (top[0] + reach[0] * 0.55, top[1] + reach[1] * 0.95 - size * 0.18)
            belly = (top[0] + reach[0] * 0.50, top[1] + reach[1] * 0.62 + size * 0.06)
            frond = curve([top, crest, tip]) + curve([tip, belly, top])
            picture.polygon(frond, (MOSS, NIGHT) if angle % 2 else (LEAF, MOSS))
        for dx in (-12, 10, 0):
            picture.disc(top[0] + dx, top[1] + 12 + abs(dx) / 3, 10, BRICK)
    return picture


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


def draw_shield() -> Picture:
    picture = Picture((NIGHT, TEAL))
    picture.ellipse(800, 420, 420, 330, LAGOON, 0.5, blur=100)
    for radius, dash, opacity in ((410, 6, 0.55), (500, 4, 0.35), (600, 3, 0.22)):
        for angle in range(0, 360, 12):
            arc = [
                (800 + radius * math.cos(math.radians(a)), 420 + radius * math.sin(math.radians(a)))
                for a in range(angle, angle + dash + 1)
            ]
            picture.line(arc, 4, PALE, opacity)
    for radius, angle, colour in (
        (410, 200, CORAL),
        (410, 330, SAND),
        (500, 160, SAND),
        (500, 20, CORAL),
        (600, 215, CREAM),
        (600, 322, CORAL),
    ):
        x, y = (
            800 + radius * math.cos(math.radians(angle)),
            420 + radius * math.sin(math.radians(angle)),
        )
        picture.disc(x, y, 24, colour, 0.28)
        picture.disc(x, y, 12, colour)
    for index in range(18):
        left, height = index * 92 - 16, 90 + (index * 71) % 130
        house(picture, left, 800, 94, height, (blend(DEEP, NIGHT, 0.4), INK), INK)
        windows(
            picture, left + 14, 822 - height, 3, 2, (23, 34), (12, 18), blend(DEEP, TEAL, 0.5), DUNE
        )
    picture.rectangle(0, 788, WIDTH, 120, (INK, "#061e25"))

    def shield(scale: float) -> list[Point]:
        right = curve([(0, -300), (120, -236), (250, -236)]) + curve(
            [(250, -236), (262, 120), (0, 310)]
        )
        outline = right + [(-x, y) for x, y in reversed(right)]
        return [(800 + x * scale, 430 + y * scale) for x, y in outline]

    picture.polygon([(x + 10, y + 18) for x, y in shield(1.0)], INK, 0.45, blur=16)
    picture.polygon(shield(1.0), (CREAM, DUNE))
    picture.polygon(shield(0.90), (LAGOON, DEEP))
    half = [(x, y) for x, y in shield(0.90) if x >= 800]
    picture.polygon(half, NIGHT, 0.25)
    picture.rectangle(704, 392, 192, 150, (CORAL, BRICK), radius=24)
    shackle = [
        (800 + 62 * math.cos(math.radians(a)), 344 + 70 * math.sin(math.radians(a)))
        for a in range(-180, 1, 6)
    ]
    picture.line([(738, 396), *shackle, (862, 396)], 24, CREAM)
    picture.rectangle(704, 392, 192, 150, (CORAL, BRICK), radius=24)
    picture.disc(800, 452, 22, INK)
    picture.polygon([(792, 458), (808, 458), (816, 508), (784, 508)], INK)
    return picture


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


# The attachments: two short PDF files with real, tagged text.


def pdf(title: str, pages: Sequence[Sequence[tuple[str, str]]]) -> bytes:
    """A4 pages of (structure tag, text) blocks as a tagged PDF, which can be read aloud.

    ISO 32000-1: §14.7 structure tree, §14.8 tagged PDF. Helvetica is one of the fourteen standard
    fonts, so none is embedded; the text must fit in Windows-1252.
    """
    sizes = {"H1": (20, 28, 46), "H2": (14, 20, 66), "P": (11, 16, 84)}  # size, leading, columns
    first_page = 6
    objects: dict[int, bytes] = {}
    first_block = first_page + 2 * len(pages)
    elements: list[int] = []
    parents: list[str] = []
    for number, blocks in enumerate(pages):
        page, y, stream = first_page + 2 * number, 770.0, []
        own = []
        for mark, (tag, text) in enumerate(blocks):
            size, leading, columns = sizes[tag]
            y -= leading * (1.2 if mark and tag != "P" else 0.6)
            stream.append(
                f"/{tag} <</MCID {mark}>> BDC BT /{'F2' if tag != 'P' else 'F1'} {size} Tf"
            )
            for line in textwrap.wrap(text, columns):
                y -= leading
                shown = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
                stream.append(f"1 0 0 1 62 {y:.1f} Tm ({shown}) Tj")
            stream.append("ET EMC")
            element = first_block + len(elements)
            objects[element] = (
                f"<</Type/StructElem/S/{tag}/P 4 0 R/Pg {page} 0 R/K {mark}>>".encode()
            )
            own.append(element)
            elements.append(element)
        parents.append(f"{number} [{' '.join(f'{element} 0 R' for element in own)}]")
        body = "\n".join(stream).encode("cp1252")
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {page + 1} 0 R"
            f"/Resources<</Font<</F1 3 0 R/F2 5 0 R>>>>/StructParents {number}/Tabs/S>>"
        ).encode()
        objects[page + 1] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(body), body)
    information = first_block + len(elements)
    objects[1] = (
        b"<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R"
        b"/ViewerPreferences<</DisplayDocTitle true>>>>"
    )
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    objects[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    for number, font in ((3, "Helvetica"), (5, "Helvetica-Bold")):
        objects[number] = (
            f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>".encode()
        )
    objects[4] = (
        f"<</Type/StructTreeRoot/K[{' '.join(f'{element} 0 R' for element in elements)}]"
        f"/ParentTree<</Nums[{' '.join(parents)}]>>/ParentTreeNextKey {len(pages)}>>"
    ).encode()
    named = ("\ufeff" + title).encode("utf-16-be").hex().upper()
    objects[information] = f"<</Title<{named}>/Producer(draw_demo_images.py)>>".encode()

    written = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number in sorted(objects):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<</Size %d/Root 1 0 R/Info %d 0 R>>\n" % (len(objects) + 1, information)
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % table)


COPPER_GUIDE = (
    "Préparer la fermeture du réseau cuivre",
    (
        (
            ("H1", "Préparer la fermeture du réseau cuivre"),
            ("P", "Aide-mémoire pour les communes – Les Communes reliées, février 2024"),
            ("H2", "1. Recenser ce qui passe encore par le cuivre"),
            ("P", "Standard de la mairie, fax, alarmes, ascenseurs, téléphones d’urgence, "
             "télégestion de l’eau, terminaux de paiement, panneaux d’affichage, sirènes : "
             "le plus souvent, la commune découvre des lignes qu’elle paie sans les connaître. "
             "Partez des factures, puis visitez les bâtiments."),
            ("H2", "2. Désigner une personne et un calendrier"),
            ("P", "Une personne référente par commune ou par intercommunalité, une date de bascule "
             "par bâtiment, un essai avant chaque coupure. Gardez six mois de marge sur la date "
             "annoncée par l’exploitant."),
            ("H2", "3. Prévenir les habitants"),
            ("P", "Une réunion publique, un courrier aux personnes isolées, une permanence "
             "en mairie. Rappelez qu’aucun démarchage à domicile n’est fait au nom de la commune."),
        ),
        (
            ("H1", "Liste de contrôle"),
            ("P", "Avant la fermeture commerciale : inventaire des lignes terminé ; bâtiments "
             "raccordables vérifiés ; budget de bascule voté."),
            ("P", "Avant la fermeture technique : chaque équipement essayé sur son nouveau lien ; "
             "solution de secours électrique en place ; numéros utiles portés."),
            ("P", "Le jour même : une personne joignable, un téléphone mobile en mairie, la liste "
             "des personnes à appeler."),
            ("P", "Après : résilier, puis relire les trois factures suivantes."),
            ("H2", "Nous écrire"),
            ("P", "reseaux@communes-reliees.example.org – 01 99 00 10 00"),
        ),
    ),
)  # fmt: skip

WELCOME_KIT = (
    "Le kit numérique des nouveaux élus",
    (
        (
            ("H1", "Le kit numérique des nouveaux élus"),
            ("P", "Cent jours, dix gestes – Les Communes reliées, avril 2026"),
            ("H2", "Les deux premières semaines"),
            ("P", "1. Faire le tour des accès : qui détient les mots de passe du nom de domaine, "
             "de la messagerie, du site et des réseaux sociaux ?"),
            ("P", "2. Fermer les comptes des élus et des agents qui sont partis."),
            ("P", "3. Vérifier qu’une sauvegarde existe, et qu’on sait la restaurer."),
            ("H2", "Les deux premiers mois"),
            ("P", "4. Désigner le délégué à la protection des données, ou confirmer "
             "celui qui l’est."),
            ("P", "5. Rencontrer la personne qui accueille le public : elle sait où les démarches "
             "achoppent."),
            ("P", "6. Relire les contrats : durée, propriété des données, clause de sortie."),
            ("P", "7. Publier les comptes rendus du conseil sous une forme que tous peuvent lire."),
            ("H2", "Avant le centième jour"),
            ("P", "8. Faire l’exercice du lundi sans informatique."),
            ("P", "9. Inscrire une ligne d’accessibilité au budget."),
            ("P", "10. Dire aux habitants ce qui va changer, et ce qui ne changera pas : "
             "le guichet reste ouvert."),
        ),
    ),
)  # fmt: skip

DOCUMENTS = {
    "publications/2024-02-08-guide-cuivre/aide-memoire-cuivre.pdf": COPPER_GUIDE,
    "actualites/2026-04-02-kit-nouveaux-elus/kit-nouveaux-elus.pdf": WELCOME_KIT,
}

SCENES: dict[str, Callable[[], Picture]] = {
    "images/hotel-de-ville.jpg": draw_town_hall,
    "images/carte-reliee.jpg": draw_map,
    "images/conference.jpg": draw_conference,
    "images/nantes-loire.jpg": draw_nantes,
    "images/la-defense.jpg": draw_la_defense,
    "images/calendrier.jpg": draw_calendar,
    "images/salle-des-fetes.jpg": draw_village_hall,
    "images/la-reunion.jpg": draw_reunion,
    "images/mairie-itinerante.jpg": draw_van,
    "images/bouclier.jpg": draw_shield,
    "images/vincennes.jpg": draw_vincennes,
    "actualites/2019-09-30-siivim-nevers/nevers.jpg": draw_nevers,
    "publications/2024-02-08-guide-cuivre/fibre.jpg": draw_fibre,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the demo hub's illustrations.")
    parser.add_argument("names", nargs="*", help="only the pictures whose path holds one of these")
    parser.add_argument("--content", type=Path, default=Path(__file__).parent.parent / "content")
    options = parser.parse_args()
    for name, draw in SCENES.items():
        if options.names and not any(part in name for part in options.names):
            continue
        draw().save(options.content / name)
        print(name)
    for name, (title, pages) in DOCUMENTS.items():
        if options.names and not any(part in name for part in options.names):
            continue
        path = options.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf(title, pages))
        print(name)


if __name__ == "__main__":
    main()
