"""What links and menus may lead to in one version of the site, and at which address. Pure."""

from collections.abc import Mapping
from urllib.parse import urljoin

import msgspec

from sitegen.config import SiteConfig
from sitegen.model import Section
from sitegen.names import SECTION_TEXT, is_called, is_document
from sitegen.site.assets import Asset
from sitegen.site.urls import encode_path, with_base, written_url


class Targets(msgspec.Struct, frozen=True):
    """Documents, sections and files at their addresses."""

    config: SiteConfig
    urls: Mapping[str, str]
    """Of documents, by id: from the site's root, without the base path."""
    sections: Mapping[str, Section]
    introductions: Mapping[str, str]
    """The ids of the texts of sections, each with its folder."""
    assets: Mapping[str, Asset]
    ours: Mapping[str, str]
    """What documents of other languages are called that are translated here."""
    places: Mapping[str, str]
    """Where documents stand that are called by a language, public or not."""

    def address(self, target: str) -> str | None:
        """Return the address that a body's internal target stands for; None: it is not here.

        *target* is a document's path, an asset's path, or an address from the site's root.
        """
        config = self.config
        if target.startswith("/"):
            return written_url(config.written_places, encode_path(target))
        if target.startswith("../"):  # out of the content: where a code host shows it
            view = config.repository.view
            return urljoin(f"{view.rstrip('/')}/", encode_path(target)) if view else None
        if not is_document(target):
            asset = self.assets.get(target)
            return asset.url if asset else None
        target = self.ours.get(target, target)
        if target in self.urls:
            return with_base(config.base_path, self.urls[target])
        place = self.places.get(target, target)
        introduced = place.rpartition("/")[0] if is_called(place, SECTION_TEXT) else target
        section = self.sections.get(introduced)
        return section.url if section else None

    def meant(self, document_id: str, target: str) -> str:
        """Return the id of the document that a link of another one, *document_id*, means.

        A link to an original means its translation here, but for the translation's own link to
        what it translates.
        """
        is_original = self.is_original_of(document_id, target)
        return target if is_original else self.ours.get(target, target)

    def is_original_of(self, document_id: str, target: str) -> bool:
        """Whether *target* is what *document_id* translates."""
        return self.ours.get(target) == document_id

    def address_from(self, config: SiteConfig, target: str) -> str | None:
        """Return the address of the document *target*, as pages of another version lead to it,
        which has the settings *config*; None: it is not public here.
        """
        if target not in self.urls and target not in self.introductions:
            return None
        section = self.sections.get(self.introductions.get(target, ""))
        url = section.url if section else with_base(
            self.config.base_path, self.urls.get(target, "/")
        )  # fmt: skip
        origin = self.config.origin
        return url if origin == config.origin else f"{origin}{url}"
