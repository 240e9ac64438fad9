"""What a release says of its pictures, also in the figures of its text."""

import re
from typing import Protocol

import msgspec

from sitegen.markup.tokens import read_attributes
from sitegen.model import PressPicture, Release
from sitegen.rendering.mail.plain import plain_text
from sitegen.site.assets import Asset

_FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_CAPTION = re.compile(r"<figcaption[^>]*>(.*?)</figcaption>", re.DOTALL)
_CREDIT = re.compile(r'<span class="credit">(.*?)</span>', re.DOTALL)


class TellsOriginals(Protocol):
    """The site that shows the pictures."""

    def path_of(self, url: str) -> str | None: ...

    def original(self, path: str) -> Asset | None: ...


def told_pictures(site: TellsOriginals, release: Release, body: str) -> tuple[PressPicture, ...]:
    """Return the pictures with what the figures of *body* (HTML) say of those that stand in it."""
    said = _said(site, body)
    return tuple(
        _with(picture, *said.get(picture.asset_id, ("", "", ""))) for picture in release.pictures
    )


def _said(site: TellsOriginals, body: str) -> dict[str, tuple[str, str, str]]:
    """Return description, caption and credit of the pictures in *body*, by the file's id."""
    texts: dict[str, tuple[str, str, str]] = {}
    figures = [(figure[0], _CAPTION.search(figure[0])) for figure in _FIGURE.finditer(body)]
    alone = [(image, None) for image in _IMAGE.findall(_FIGURE.sub("", body))]
    for html, caption in (*figures, *alone):
        legend = caption[1] if caption else ""
        credit = _CREDIT.search(legend)
        told = _text(_CREDIT.sub("", legend)), _text(credit[1] if credit else "")
        for image in _IMAGE.findall(html):
            attributes = read_attributes(image)
            path = site.path_of(attributes.get("src", ""))
            original = site.original(path) if path else None
            if original is not None:
                texts.setdefault(original.id, (attributes.get("alt", ""), *told))
    return texts


def _with(picture: PressPicture, alt: str, caption: str, credit: str) -> PressPicture:
    return msgspec.structs.replace(
        picture,
        alt=picture.alt or alt,
        caption=picture.caption or caption,
        credit=picture.credit or credit,
    )


def _text(html: str) -> str:
    return " ".join(plain_text(html, width=10_000).split()) if html.strip() else ""
