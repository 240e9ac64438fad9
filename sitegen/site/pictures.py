"""Which renditions there are of the images that public documents show, and which cards. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from sitegen.config import ImagesConfig, SiteConfig
from sitegen.digest import digest
from sitegen.imaging.recipes import CARD_HEIGHT, CARD_WIDTH, Box, Card, Recipe, crop
from sitegen.model import Entry, Focus
from sitegen.site.assets import Asset, media_type
from sitegen.site.urls import encode_path, with_base
from sitegen.sources.document import Document

WIDE = 16 / 9
"""The shape of pictures in lists."""
SHARED = CARD_WIDTH / CARD_HEIGHT
_ALIKE = 0.02
"""A part that differs from the whole by less than that is the whole."""
_MIDDLE = 800
"""Pixels: what a reader gets who chooses none, such as a feed's."""
_CLOSE = 0.9
"""A width nearer than that to the image's own is left out."""
_LONGEST_SIDE = 16_383
"""Pixels that WebP can tell."""
_ENDINGS = {"jpeg": "jpg"}
_encode = msgspec.msgpack.encode


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


DEFAULT_ACCENT = "#0b5d66"
"""Of a card, where the theme has no option `accent`."""


class Rendition(msgspec.Struct, frozen=True):
    """A file that is made of an image."""

    asset: Asset
    path: str
    url: str
    recipe: Recipe


class Pictures:
    """The renditions of one snapshot, planned and to be asked for."""

    def __init__(
        self,
        config: SiteConfig,
        assets: Mapping[str, Asset],
        entries: Iterable[Entry],
        documents: Iterable[Document],
    ) -> None:
        """*documents*: those whose bodies are shown; *entries*: what became of them."""
        self._config = config
        self._asset_at = {asset.url: asset for asset in assets.values() if asset.is_sound}
        self._pictures: dict[tuple[str, str, str], Picture] = {}
        self._shared: dict[str, SharedImage] = {}
        self.renditions: dict[str, Rendition] = {}
        """By path below ``output/``."""
        self.cards: dict[str, Card] = {}
        """By path below ``output/``."""
        self.card_urls: dict[str, tuple[str, str]] = {}
        """By path below ``output/``: the id of the card's entry, and its address."""
        self._add(assets, entries, documents)

    def _add(
        self, assets: Mapping[str, Asset], entries: Iterable[Entry], documents: Iterable[Document]
    ) -> None:
        if not self._config.images.active:
            return
        for entry in entries:
            self._show(entry)
        for document in documents:
            for reference in document.references:
                asset = assets.get(reference.target)
                if reference.is_image and asset is not None and asset.is_sound:
                    self._make(asset, "whole", None)

    def of_version(
        self,
        config: SiteConfig,
        assets: Mapping[str, Asset],
        entries: Iterable[Entry],
        documents: Iterable[Document],
    ) -> "Pictures":
        """Return the pictures of another version of the site; what it needs more is planned here.

        They stand beside the others, at the site's root; of one with a host of its own, once more
        in its folder.
        """
        own = Pictures(config, {}, (), ())
        own._asset_at = {asset.url: asset for asset in assets.values() if asset.is_sound}
        own._add(assets, entries, documents)
        folder = config.folder if config.has_own_host else ""
        self.renditions |= {
            folder + path: replace(rendition, path=folder + path)
            for path, rendition in own.renditions.items()
        }
        self.cards |= {folder + path: card for path, card in own.cards.items()}
        self.card_urls |= {folder + path: url for path, url in own.card_urls.items()}
        return own

    @cached_property
    def displayed(self) -> frozenset[str]:
        """The addresses of renditions that pages show: not those of shared links."""
        shown = (address for picture in self._pictures.values() for address in _addresses(picture))
        return frozenset(shown)

    def picture(self, url: str, shape: str, focus: str) -> Picture | None:
        """Return the image at *url* in the *shape* `whole` or `wide`; None if there is no such."""
        key = (url, shape, focus if shape == "wide" else "")
        return self._pictures.get(key)

    def shared_image(self, entry: Entry) -> SharedImage | None:
        """Return what stands for *entry* where it is shared: its image, else its card."""
        if entry.id in self._shared:
            return self._shared[entry.id]
        image = entry.image
        if image is None:
            return None
        alt = image.alt or ""
        return SharedImage(src=image.src, alt=alt, width=image.width, height=image.height)

    def _show(self, entry: Entry) -> None:
        image = entry.image
        asset = self._asset_at.get(image.src) if image else None
        if image is not None and asset is not None:
            self._make(asset, "whole", None)
            if entry.is_article:
                self._make(asset, "wide", image.focus)
            self._share(entry, asset, image.focus)
        elif entry.is_article and self._config.images.cards and not _is_elsewhere(entry):
            self._draw(entry)

    def _make(self, asset: Asset, shape: str, focus: Focus | None) -> None:
        key = (asset.url, shape, focus_key(focus) if shape == "wide" else "")
        if key in self._pictures:
            return
        box = Box(0, 0, asset.width, asset.height)
        if shape == "wide":
            box = _part(asset, WIDE, focus)
        known = {
            format_name: [
                rendition
                for recipe in recipes(self._config.images, box, format_name)
                if (rendition := self._plan(asset, recipe, box)) is not None
            ]
            for format_name in self._formats(asset.format)
        }
        own = known.pop(asset.format)
        if not own:
            return
        middle = next((wide for wide in own if wide.recipe.width >= _MIDDLE), own[-1])
        self._pictures[key] = Picture(
            sources=tuple(
                PictureSource(media_type(renditions[0].path), _srcset(renditions))
                for renditions in known.values()
                if renditions
            ),
            srcset=_srcset(own),
            src=middle.url,
            src_width=middle.recipe.width,
            src_height=middle.recipe.height,
            width=own[-1].recipe.width,
            height=own[-1].recipe.height,
        )

    def _formats(self, own: str) -> tuple[str, ...]:
        """Return the formats to be preferred to an image's *own*, and that one."""
        formats = self._config.images.formats
        return (*formats[: formats.index(own)], own) if own in formats else (*formats, own)

    def _share(self, entry: Entry, asset: Asset, focus: Focus | None) -> None:
        box = _part(asset, SHARED, focus)
        width = min(CARD_WIDTH, box.width)
        recipe = _recipe(self._config.images, box, "jpeg", width)
        made = self._plan(asset, recipe, box)
        if made is None or entry.image is None:
            return
        self._shared[entry.id] = SharedImage(
            src=made.url,
            alt=entry.image.alt or "",
            width=recipe.width,
            height=recipe.height,
            media_type="image/jpeg",
        )

    def _plan(self, asset: Asset, recipe: Recipe, box: Box) -> Rendition | None:
        """Note a rendition beside the original, at an address that changes with it."""
        if max(recipe.width, recipe.height) > _LONGEST_SIDE:
            return None
        mark = digest(asset.path, asset.fingerprint, _encode(recipe)).hex()[:10]
        stem = asset.path.rpartition(".")[0]
        folder, slash, name = stem.rpartition("/")
        ending = _ENDINGS.get(recipe.format, recipe.format)
        path = f"{folder}{slash}{name[:60]}-{recipe.width}-{mark}.{ending}"
        url = with_base(self._config.root_path, encode_path(f"/{path}"))
        rendition = Rendition(asset, path, url, recipe)
        self.renditions[path] = rendition
        return rendition

    def _draw(self, entry: Entry) -> None:
        card = Card(
            title=entry.title,
            label=entry.section.title if entry.section else "",
            site=self._config.title,
            accent=self._config.theme_options.get("accent") or DEFAULT_ACCENT,
        )
        mark = digest(entry.id, _encode(card)).hex()[:10]
        own = self._config.folder if self._config.has_own_host else ""
        folder, slash, _ = entry.path.removeprefix(own).rpartition("/")
        path = f"{folder}{slash}card-{mark}.png"
        url = with_base(self._config.root_path, encode_path(f"/{path}"))
        self.cards[path] = card
        self.card_urls[path] = (entry.id, url)
        self._shared[entry.id] = SharedImage(
            src=url, alt=entry.title, width=CARD_WIDTH, height=CARD_HEIGHT, media_type="image/png"
        )


def _addresses(picture: Picture) -> Iterator[str]:
    yield picture.src
    for srcset in (picture.srcset, *(source.srcset for source in picture.sources)):
        yield from (source.split(" ")[0] for source in srcset.split(", "))


def focus_key(focus: Focus | None) -> str:
    """Return *focus* as a question's argument."""
    return f"{focus.x} {focus.y}" if focus else ""


def recipes(config: ImagesConfig, box: Box, format_name: str) -> Iterator[Recipe]:
    """Yield the widths of the part *box* of an image, none larger than it is."""
    largest = min(box.width, max(config.widths, default=box.width))
    smaller = {width for width in config.widths if width < largest * _CLOSE}
    for width in sorted({*smaller, largest}):
        yield _recipe(config, box, format_name, width)


def _recipe(config: ImagesConfig, box: Box, format_name: str, width: int) -> Recipe:
    return Recipe(
        format=format_name,
        width=width,
        height=max(1, round(box.height * width / box.width)),
        box=box,
        quality=getattr(config.quality, format_name, 0),
    )


def _part(asset: Asset, ratio: float, focus: Focus | None) -> Box:
    """Return the part of that *ratio* around *focus*, or the whole where it is nearly that."""
    if abs(asset.width / asset.height / ratio - 1) < _ALIKE:
        return Box(0, 0, asset.width, asset.height)
    point = (focus.x, focus.y) if focus else (50, 50)
    return crop(asset.width, asset.height, ratio, point)


def _srcset(renditions: list[Rendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.recipe.width}w" for rendition in renditions)


def _is_elsewhere(entry: Entry) -> bool:
    """Whether the entry's image stands on another site, and is shown from there."""
    return entry.image is not None and "//" in entry.image.src
