"""Renditions of an image: parts of it, scaled down and encoded."""

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.imaging.decoding import open_upright
from sitegen.imaging.kinds import kind_of
from sitegen.imaging.recipes import Box, Recipe

if TYPE_CHECKING:
    from PIL import Image

# Measured on photographs and drawings of 1600 × 900: AVIF's speed 7 takes twice as long as 8 for a
# tenth of the bytes, 9 makes files larger than WebP's. One thread: processes share the cores; so
# there are no tiles either, which are for threads, and cost a fiftieth of the bytes.
_OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"speed": 8, "max_threads": 1, "autotiling": False},
    "webp": {"method": 4},
    "jpeg": {"optimize": True, "progressive": True},
    "png": {"optimize": True},
}
_TUNING = {
    "dist-metric": "psnr",
    "coeff-cost-upd-freq": "3",
    "mode-cost-upd-freq": "3",
    "disable-trellis-quant": "1",
}
"""libaom's AVIF as near to its source, in as many bytes, in less time: how far a block is from it
is measured as before libaom 3.12, what signs cost is not reckoned anew within an image, and no
block is quantised several ways. The last gives fewer bytes and less likeness, so that images have
a quality of 55 where they had 52.
"""
_TUNING_OF_JPEG = {"enable-palette": "0"}
"""Beside it, for what was a JPEG: there no area has a few colours alone, and the search for such
takes a seventh of the time of those that nearly do.
"""
_PAPER = (255, 255, 255)
"""What shows through a transparent image where the format knows no transparency."""
_TALLEST = 3
"""An image of more times a part's height is scaled no further than the part reaches."""


def derive(raw: bytes, size: tuple[int, int], recipes: Sequence[Recipe]) -> Iterator[bytes]:
    """Yield the bytes of each of *recipes*, in order; each depends on no other.

    *size*: width and height of the image as it is seen. Raises what Pillow raises.
    """
    is_jpeg = kind_of(raw[:256]) == "jpeg"
    decoded: dict[int, Image.Image] = {}
    resized: dict[tuple[Box, int, int], Image.Image] = {}  # a format after the other has the same
    for recipe in recipes:
        frame = _frame(recipe, size)
        box = frame.box
        key = (box, recipe.width, frame.height)
        if key not in resized:
            divisor = _divisor(recipe) if is_jpeg else 1
            if divisor not in decoded:
                decoded[divisor] = open_upright(raw, size[0] // divisor, size[1] // divisor)
            image = decoded[divisor]
            across, down = image.width / size[0], image.height / size[1]
            part = (
                box.left * across,
                box.top * down,
                min((box.left + box.width) * across, image.width),
                min((box.top + box.height) * down, image.height),
            )
            resized[key] = _resize(image, (recipe.width, frame.height), part)
        picture = resized[key]
        if frame.height != recipe.height:
            picture = picture.crop((0, frame.top, recipe.width, frame.top + recipe.height))
        yield _encode(picture, recipe, is_jpeg=is_jpeg)


class _Frame(NamedTuple):
    """What is scaled for a recipe, and which of its rows are the recipe's part."""

    box: Box
    height: int
    """Pixels, after scaling."""
    top: int
    """Pixels, after scaling: the first row of the part."""


def _frame(recipe: Recipe, size: tuple[int, int]) -> _Frame:
    """Return what is scaled: of a part that is as wide as the image, the whole image.

    The whole image in that width is nearly always made too, so both are scaled at once; the part
    lies half a row higher or lower at most. As `_divisor` does, it goes by this recipe alone.
    """
    box = recipe.box
    width, height = size
    if (box.left, box.width) != (0, width) or height > box.height * _TALLEST:
        return _Frame(box, recipe.height, 0)
    scaled = max(recipe.height, round(height * recipe.width / width))
    top = min(round(box.top * scaled / height), scaled - recipe.height)
    return _Frame(Box(0, 0, width, height), scaled, top)


def _divisor(recipe: Recipe) -> int:
    """Return by how much a JPEG may be decoded smaller: quicker, and no detail is lost.

    It goes by this recipe alone, so that a result is the same whatever is made along with it.
    """
    return max(
        factor
        for factor in (1, 2, 4, 8)
        if factor == 1 or recipe.width * factor <= recipe.box.width
    )


def _resize(
    image: "Image.Image", size: tuple[int, int], part: tuple[float, float, float, float]
) -> "Image.Image":
    from PIL import Image

    return image.resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=3.0)


def _encode(image: "Image.Image", recipe: Recipe, *, is_jpeg: bool) -> bytes:
    from PIL import Image

    if recipe.format == "jpeg" and image.mode == "RGBA":
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    options = dict(_OPTIONS[recipe.format])
    if recipe.format == "avif":
        options["advanced"] = _tuning(is_jpeg=is_jpeg)
    if recipe.format != "png":
        options["quality"] = recipe.quality
    file = io.BytesIO()
    image.save(file, recipe.format.upper(), **options)
    return file.getvalue()


@cache
def _tuning(*, is_jpeg: bool) -> dict[str, str]:
    """Return `_TUNING` where Pillow writes AVIF by an encoder that knows it; else nothing."""
    from PIL import Image

    tuning = {**_TUNING, **_TUNING_OF_JPEG} if is_jpeg else _TUNING
    try:
        Image.new("L", (8, 8)).save(io.BytesIO(), "AVIF", **_OPTIONS["avif"], advanced=tuning)
    except ValueError:  # rav1e and SVT-AV1 have options of their own
        return {}
    return tuning
