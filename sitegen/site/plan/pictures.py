"""What is made of images: other sizes and formats, and the cards of shared links."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import CARD, RENDITION
from sitegen.site.index import Index
from sitegen.site.pictures import Pictures


def picture_pages(index: Index) -> Iterator[Page]:
    if index.first is not None:
        return  # they are among those of the first language
    pictures = index.pictures
    for made in pictures.renditions.values():
        yield Page(made.path, RENDITION.name, made.url, made.asset.id)
    yield from card_pages(pictures)


def card_pages(pictures: Pictures) -> Iterator[Page]:
    for path, (entry_id, url) in pictures.card_urls.items():
        yield Page(path, CARD.name, url, entry_id)
