"""Questions about files: images in their sizes, what is shared, what a file is made of."""

from sitegen.imaging.recipes import Card, Recipe
from sitegen.site.answers import Answers
from sitegen.site.assets import Asset
from sitegen.site.pictures import Picture, SharedImage
from sitegen.site.questions.kind import question


@question
def picture(answers: Answers, url: str, shape: str, focus: str) -> Picture | None:
    """Return an image in several sizes and formats, whole or (`wide`) its part around *focus*."""
    return answers.index.pictures.picture(url, shape, focus)


@question
def shared_image(answers: Answers, document_id: str) -> SharedImage | None:
    """Return what networks show of a link to a document: its image or its card, or None."""
    entry = answers.index.entries.get(document_id)
    return answers.index.pictures.shared_image(entry) if entry else None


@question
def rendition(answers: Answers, path: str) -> tuple[str, Recipe] | None:
    """Return what a file is made of: the digest of an image, and a recipe."""
    made = answers.index.pictures.renditions.get(path)
    return (made.asset.fingerprint, made.recipe) if made else None


@question
def card(answers: Answers, path: str) -> Card | None:
    """Return what stands on a card."""
    return answers.index.pictures.cards.get(path)


@question
def asset(answers: Answers, path: str) -> Asset | None:
    """Return a published file of ``content/``."""
    return answers.index.assets.get(path)


@question
def static(answers: Answers, path: str) -> Asset | None:
    """Return a file of the theme's ``static/``; one of the site at the same address comes first."""
    return answers.index.assets.get(path) or answers.static.get(path)
