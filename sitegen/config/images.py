"""Other sizes and formats of images."""

from typing import ClassVar, Literal

import msgspec

from sitegen.config.refusing import Refuse


class QualityConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Of 100, on each format's own scale: these look alike."""

    avif: int = 55
    """Of AVIF."""
    webp: int = 76
    """Of WebP."""
    jpeg: int = 80
    """Of JPEG."""


class ImagesConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Which sizes and formats of images are made; written alone, `true` or `false`."""

    shorthand: ClassVar[str] = "active"

    active: bool = True
    """Whether other sizes and formats of images are made; needs sitegen-hub[images]."""
    widths: tuple[int, ...] = (480, 800, 1280, 1920)
    """Pixels; an image is never made larger than it is."""
    formats: tuple[Literal["avif", "webp"], ...] = ("avif",)
    """Beside the image's own, the one that browsers should prefer first."""
    quality: QualityConfig = QualityConfig()
    """Of 100, for each format."""
    cards: bool = True
    """Whether a picture is drawn for shared links to articles that have none."""


def check_images(config: ImagesConfig, refuse: Refuse) -> None:
    """Note widths and qualities that no image can have."""
    for width in config.widths:
        if not 16 <= width <= 8192:
            refuse("images.widths", "bad-width", value=str(width))
    for format_name in ("avif", "webp", "jpeg"):
        if not 1 <= getattr(config.quality, format_name) <= 100:
            refuse("images.quality", "bad-quality", key=format_name)
