"""The pictures of a release: what is said of each, and their bytes in full size."""

import re

import msgspec

from sitegen.markup.credits import labelled_credit
from sitegen.markup.tokens import read_attributes
from sitegen.model import PressPicture, Release
from sitegen.rendering.mail.plain import plain_text
from sitegen.rendering.press.sheet import Sheet
from sitegen.rendering.view.site import Site

_FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_CAPTION = re.compile(r"<figcaption[^>]*>(.*?)</figcaption>", re.DOTALL)
_CREDIT = re.compile(r'<span class="credit">(.*?)</span>', re.DOTALL)


def told_pictures(site: Site, release: Release, body: str) -> tuple[PressPicture, ...]:
    """Return the pictures with what the figures of *body* (HTML) say of those that stand in it."""
    said = _said(site, body)
    return tuple(
        _with(picture, *said.get(picture.asset_id, ("", "", ""))) for picture in release.pictures
    )


def _said(site: Site, body: str) -> dict[str, tuple[str, str, str]]:
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


def pictures_html(sheet: Sheet, pictures: tuple[PressPicture, ...]) -> str:
    """Return what whoever prints the pictures needs to know of each, as plain HTML."""
    from html import escape

    words = sheet.words
    parts = [f"<p>{escape(sheet.title)}</p>", f"<h1>{words.pictures}</h1>"]
    if sheet.embargo:
        parts.append(f"<p>*** {escape(sheet.embargo)} ***</p>")
    for picture in pictures:
        credit = labelled_credit(picture.credit, picture.url, sheet.language)
        facts = [
            (words.description, picture.alt),
            (words.caption, picture.caption),
            (words.credit, credit),
            (words.licence, picture.licence or words.no_licence),
            (
                words.size,
                words.pixels.format(picture.width, picture.height) if picture.width else "",
            ),
        ]
        lines = [words.labelled.format(label, fact) for label, fact in facts if fact]
        parts.append(f"<h2>{escape(picture.name)}</h2>")
        parts.append(f"<p>{'<br>'.join(map(escape, lines))}</p>")
    parts.append(f"<p>{escape(words.labelled.format(words.online, sheet.address))}</p>")
    return "\n".join(parts)
