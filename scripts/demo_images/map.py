"""France as a map of linked towns."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from .lines import Point, curve, smooth
from .palette import *
from .picture import HEIGHT, WIDTH, Picture

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
