"""Drawings (SVG) as browsers take them: their size, and whether they are shown at all. Pure."""

import math
from typing import NamedTuple
from xml.parsers import expat

from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import Words, with_gaps

_NAMESPACE = "http://www.w3.org/2000/svg"
_LENGTH = lazy_pattern(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z%]*)")
_PIXELS = {
    "": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72,
    "pc": 16, "em": 16, "rem": 16, "ex": 8,
}  # fmt: skip
"""CSS Values 4 §6.2; the letter within an image is 16 px high."""
_NUMBER = lazy_pattern(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_USUAL = (300.0, 150.0)
"""Pixels of what has no size of its own (CSS 2.2 §10.3.2)."""
_NO_PIXELS = 16
"""A viewBox below that counts no pixels: a whole drawing of 1 × 1, or of 4 × 3."""
_NOT_OURS = (18, 19, 43)
"""expat.h: an encoding that it does not know, a wrong one, entities that grow too much. Browsers
may go on."""


class Drawing(NamedTuple):
    """What an XML file is as a picture."""

    root: str
    """The local name of its root; empty if there is none."""
    width: int = 0
    """Pixels; zeros for what browsers do not show."""
    height: int = 0
    problem: Words = ""
    """Why browsers do not show it."""


def read_drawing(raw: bytes, *, is_whole: bool = True) -> Drawing:
    """Return what browsers see of *raw*; of the beginning of a file, unless it *is_whole*."""
    roots: list[tuple[str, str, dict[str, str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def note(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        roots.append((namespace, local, attributes))
        parser.StartElementHandler = None

    parser.StartElementHandler = note
    problem: Words = ""
    try:
        parser.Parse(raw, is_whole)
    except expat.ExpatError as error:
        if error.code not in _NOT_OURS:
            told = expat.ErrorString(error.code)
            problem = with_gaps("line {number}: {error}", number=str(error.lineno), error=told)
    if not roots:
        return Drawing("svg" if b"<svg" in raw[:65_536] else "", problem=problem)
    namespace, root, attributes = roots[0]
    if root == "svg" and namespace != _NAMESPACE:
        problem = with_gaps("its root lacks {attribute}", attribute=f'xmlns="{_NAMESPACE}"')
    if root != "svg" or problem:
        return Drawing(root, problem=problem)
    return Drawing(root, *_size(attributes))


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Return width and height in pixels (SVG 2 §8.2): one that is missing goes by the viewBox."""
    width, height = (_length(attributes.get(name, "")) for name in ("width", "height"))
    box = _view_box(attributes.get("viewBox", ""))
    if width is None and height is None:
        width, height = box or _USUAL
        if max(width, height) < _NO_PIXELS:
            scale = min(_USUAL[0] / width, _USUAL[1] / height)
            width, height = width * scale, height * scale
    elif width is None:
        width = height * box[0] / box[1] if box and height is not None else _USUAL[0]
    elif height is None:
        height = width * box[1] / box[0] if box else _USUAL[1]
    assert height is not None
    return _whole(width), _whole(height)


def _length(written: str) -> float | None:
    """Return pixels; None for a share of what is around, and for what is no length."""
    match = _LENGTH.fullmatch(written.strip())
    if match is None or match[2].lower() not in _PIXELS:
        return None
    value = float(match[1]) * _PIXELS[match[2].lower()]
    return value if value >= 0 and math.isfinite(value) else None


def _view_box(written: str) -> tuple[float, float] | None:
    numbers = [float(number) for number in _NUMBER.findall(written)]
    if len(numbers) != 4 or not (0 < numbers[2] < math.inf and 0 < numbers[3] < math.inf):
        return None
    return numbers[2], numbers[3]


def _whole(pixels: float) -> int:
    return math.floor(pixels + 0.5) if math.isfinite(pixels) and pixels < 2**31 else 0
