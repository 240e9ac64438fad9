"""Renditions of an image: parts of it, scaled down and encoded."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sitegen.imaging.decoding import open_upright
from sitegen.imaging.kinds import kind_of
from sitegen.imaging.recipes import Box, Recipe

if TYPE_CHECKING:
    from PIL import Image

# Measured on photographs and drawings of 1600 × 900: AVIF's speed 7 takes twice as long as 8 for a
# tenth of the bytes, 9 makes files larger than WebP's. One thread: processes share the cores.
_OPTIONS: dict[str, dict[str, Any]] = {
    "avif": {"speed": 8, "max_threads": 1},
    "webp": {"method": 4},
    "jpeg": {"optimize": True, "progressive": True},
    "png": {"optimize": True},
}
_PAPER = (255, 255, 255)
"""What shows through a transparent image where the format knows no transparency."""


def derive(raw: bytes, size: tuple[int, int], recipes: Sequence[Recipe]) -> Iterator[bytes]:
    """Yield the bytes of each of *recipes*, in order; each depends on no other.

    *size*: width and height of the image as it is seen. Raises what Pillow raises.
    """
    is_jpeg = kind_of(raw[:256]) == "jpeg"
    decoded: dict[int, Image.Image] = {}
    resized: dict[tuple[Box, int, int], Image.Image] = {}  # a format after the other has the same
    for recipe in recipes:
        box = recipe.box
        key = (box, recipe.width, recipe.height)
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
            resized[key] = _resize(image, (recipe.width, recipe.height), part)
        yield _encode(resized[key], recipe)


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


def _encode(image: "Image.Image", recipe: Recipe) -> bytes:
    from PIL import Image

    if recipe.format == "jpeg" and image.mode == "RGBA":
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    options = dict(_OPTIONS[recipe.format])
    if recipe.format != "png":
        options["quality"] = recipe.quality
    file = io.BytesIO()
    image.save(file, recipe.format.upper(), **options)
    return file.getvalue()
