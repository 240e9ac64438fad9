"""Which renditions there are of the images that public documents show, and which cards. Pure."""

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.imaging.recipes import CARD_HEIGHT, CARD_WIDTH, Box, Card, Recipe
from sitegen.model import Entry, Focus
from sitegen.site.assets import Asset
from sitegen.site.media_types import media_type
from sitegen.site.picture_sizes import part_of, recipe_of, recipes
from sitegen.site.pictures import (
    Picture,
    Pictures,
    PictureSource,
    Rendition,
    SharedImage,
    focus_key,
)
from sitegen.site.urls import encode_path, with_base
from sitegen.sources.document import Document

WIDE = 16 / 9
"""The shape of pictures in lists."""
SHARED = CARD_WIDTH / CARD_HEIGHT
_MIDDLE = 800
"""Pixels: what a reader gets who chooses none, such as a feed's."""
_LONGEST_SIDE = 16_383
"""Pixels that WebP can tell."""
_ENDINGS = {"jpeg": "jpg"}
_encode = msgspec.msgpack.encode

_DEFAULT_ACCENT = "#0b5d66"
"""Of a card, where the theme has no option `accent`."""


def pictures_of(
    config: SiteConfig,
    assets: Mapping[str, Asset],
    entries: Iterable[Entry],
    documents: Iterable[Document],
) -> Pictures:
    """Return the pictures that pages show.

    *documents*: those whose bodies are shown; *entries*: what became of them.
    """
    plan = _Plan(config, assets)
    if config.images.active:
        for entry in entries:
            plan.show(entry)
        for document in documents:
            for reference in document.references:
                asset = assets.get(reference.target)
                if reference.is_image and asset is not None and asset.is_sound:
                    plan.make(asset, "whole", None)
    return Pictures(plan.pictures, plan.shared, plan.renditions, plan.cards, plan.card_urls)


class _Plan:
    """Pictures as they are planned, one after the other."""

    def __init__(self, config: SiteConfig, assets: Mapping[str, Asset]) -> None:
        self._config = config
        self._asset_at = {asset.url: asset for asset in assets.values() if asset.is_sound}
        self.pictures: dict[tuple[str, str, str], Picture] = {}
        self.shared: dict[str, SharedImage] = {}
        self.renditions: dict[str, Rendition] = {}
        self.cards: dict[str, Card] = {}
        self.card_urls: dict[str, tuple[str, str]] = {}

    def show(self, entry: Entry) -> None:
        """Plan what stands for *entry*: its image, else a card."""
        image = entry.image
        asset = self._asset_at.get(image.src) if image else None
        if image is not None and asset is not None:
            self.make(asset, "whole", None)
            if entry.is_article:
                self.make(asset, "wide", image.focus)
            self._share(entry, asset, image.focus)
        elif entry.is_article and self._config.images.cards and not _is_elsewhere(entry):
            self._draw(entry)

    def make(self, asset: Asset, shape: str, focus: Focus | None) -> None:
        """Plan the renditions of an image in a *shape*, `whole` or `wide`."""
        key = (asset.url, shape, focus_key(focus) if shape == "wide" else "")
        if key in self.pictures:
            return
        box = Box(0, 0, asset.width, asset.height)
        if shape == "wide":
            box = part_of(asset, WIDE, focus)
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
        self.pictures[key] = Picture(
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
        box = part_of(asset, SHARED, focus)
        width = min(CARD_WIDTH, box.width)
        recipe = recipe_of(self._config.images, box, "jpeg", width)
        made = self._plan(asset, recipe, box)
        if made is None or entry.image is None:
            return
        self.shared[entry.id] = SharedImage(
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
            accent=self._config.theme_options.get("accent") or _DEFAULT_ACCENT,
        )
        mark = digest(entry.id, _encode(card)).hex()[:10]
        own = self._config.folder if self._config.has_own_host else ""
        folder, slash, _ = entry.path.removeprefix(own).rpartition("/")
        path = f"{folder}{slash}card-{mark}.png"
        url = with_base(self._config.root_path, encode_path(f"/{path}"))
        self.cards[path] = card
        self.card_urls[path] = (entry.id, url)
        self.shared[entry.id] = SharedImage(
            src=url, alt=entry.title, width=CARD_WIDTH, height=CARD_HEIGHT, media_type="image/png"
        )


def _srcset(renditions: list[Rendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.recipe.width}w" for rendition in renditions)


def _is_elsewhere(entry: Entry) -> bool:
    """Whether the entry stands on another site, or its image, which is shown from there."""
    return entry.is_elsewhere or (entry.image is not None and "//" in entry.image.src)
