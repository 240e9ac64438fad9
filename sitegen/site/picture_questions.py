"""Questions about images: their renditions, what is shared, what a file is made of."""

from sitegen.imaging.recipes import Card, Recipe
from sitegen.site.index import Index
from sitegen.site.pictures import Picture, SharedImage


class PictureQuestions:
    """Answers them about one snapshot. Each method's name is a kind of question."""

    index: Index

    def picture(self, url: str, shape: str, focus: str) -> Picture | None:
        """An image in several sizes and formats, whole or (`wide`) its part around *focus*."""
        return self.index.pictures.picture(url, shape, focus)

    def shared_image(self, document_id: str) -> SharedImage | None:
        """What networks show of a link to a document."""
        entry = self.index.entries.get(document_id)
        return self.index.pictures.shared_image(entry) if entry else None

    def rendition(self, path: str) -> tuple[str, Recipe] | None:
        """What a file is made of: the digest of an image, and a recipe."""
        found = self.index.pictures.renditions.get(path)
        return (found.asset.fingerprint, found.recipe) if found else None

    def card(self, path: str) -> Card | None:
        """What stands on a card."""
        return self.index.pictures.cards.get(path)
