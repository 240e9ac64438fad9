"""A canvas on which plain shapes are laid."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from .lines import Point
from .palette import *

WIDTH, HEIGHT = 1600, 900
OVERSAMPLING = 3
JPEG_QUALITY = 82


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
        self.image.paste(painted(mask.size, paint), (left, top), mask)

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


def scaled(length: float) -> int:
    """Return *length* in pixels of the canvas."""
    return round(length * OVERSAMPLING)


def _pixel(point: Point, left: float, top: float) -> tuple[float, float]:
    return point[0] * OVERSAMPLING - left, point[1] * OVERSAMPLING - top


def painted(size: tuple[int, int], paint: Paint) -> Image.Image:
    """Return a sheet of *size* pixels, all of it in *paint*."""
    if isinstance(paint, str):
        return Image.new("RGB", size, paint)
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    top, bottom = (Image.new("RGB", size, end) for end in paint)
    return Image.composite(bottom, top, ramp)
