"""The pictures that pages show: which renditions there are of each image, and which cards. Pure."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.imaging.recipes import Card, Recipe
from sitegen.model import Entry, Focus
from sitegen.site.assets import Asset


class PictureSource(msgspec.Struct, frozen=True):
    """What a ``<source>`` says: a format, and addresses with their widths."""

    media_type: str
    srcset: str


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """An image, or its part of 16:9, in several sizes and formats."""

    sources: tuple[PictureSource, ...]
    """The format to be preferred first; without the image's own."""
    srcset: str
    """In the image's own format."""
    src: str
    """One of a middling width in the image's own format."""
    src_width: int
    src_height: int
    width: int
    """Pixels of the largest."""
    height: int


class SharedImage(msgspec.Struct, frozen=True, kw_only=True):
    """What networks show of a shared link."""

    src: str
    alt: str = ""
    width: int = 0
    height: int = 0
    media_type: str = ""


class Rendition(msgspec.Struct, frozen=True):
    """A file that is made of an image."""

    asset: Asset
    path: str
    url: str
    recipe: Recipe


class Pictures(msgspec.Struct, frozen=True, eq=False, dict=True):
    """The renditions of one snapshot, to be asked for: see `pictures_of`."""

    pictures: Mapping[tuple[str, str, str], Picture]
    """By the image's address, a shape, and what is in the midst of it."""
    shared: Mapping[str, SharedImage]
    """By the id of an entry."""
    renditions: Mapping[str, Rendition]
    """By path below ``output/``."""
    cards: Mapping[str, Card]
    """By path below ``output/``."""
    card_urls: Mapping[str, tuple[str, str]]
    """By path below ``output/``: the id of the card's entry, and its address."""

    @cached_property
    def displayed(self) -> frozenset[str]:
        """The addresses of renditions that pages show: not those of shared links."""
        shown = (address for picture in self.pictures.values() for address in _addresses(picture))
        return frozenset(shown)

    def picture(self, url: str, shape: str, focus: str) -> Picture | None:
        """Return the image at *url* in the *shape* `whole` or `wide`; None if there is no such."""
        key = (url, shape, focus if shape == "wide" else "")
        return self.pictures.get(key)

    def shared_image(self, entry: Entry) -> SharedImage | None:
        """Return what stands for *entry* where it is shared: its image, else its card."""
        if entry.id in self.shared:
            return self.shared[entry.id]
        image = entry.image
        if image is None:
            return None
        alt = image.alt or ""
        return SharedImage(src=image.src, alt=alt, width=image.width, height=image.height)

    def with_files_of(self, other: "Pictures", config: SiteConfig) -> "Pictures":
        """Return these, with the files that *other* needs more: a version of the site by *config*.

        They stand beside the others, at the site's root; of one with a host of its own, once more
        in its folder.
        """
        folder = config.folder if config.has_own_host else ""
        moved = {
            folder + path: replace(rendition, path=folder + path)
            for path, rendition in other.renditions.items()
        }
        cards = {folder + path: card for path, card in other.cards.items()}
        urls = {folder + path: url for path, url in other.card_urls.items()}
        return replace(
            self,
            renditions={**self.renditions, **moved},
            cards={**self.cards, **cards},
            card_urls={**self.card_urls, **urls},
        )


def _addresses(picture: Picture) -> Iterator[str]:
    yield picture.src
    for srcset in (picture.srcset, *(source.srcset for source in picture.sources)):
        yield from (source.split(" ")[0] for source in srcset.split(", "))


def focus_key(focus: Focus | None) -> str:
    """Return *focus* as a question's argument."""
    return f"{focus.x} {focus.y}" if focus else ""
