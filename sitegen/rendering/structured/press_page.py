"""schema.org's words for the press page and for what the press wrote, as JSON-LD."""

from collections.abc import Sequence
from typing import Any

from sitegen.model.press_page import KeyFigure
from sitegen.model.press_room import Coverage, MediaPicture, Press, Spokesperson
from sitegen.rendering.structured.events import filled
from sitegen.rendering.structured.mentions import mention_data
from sitegen.rendering.structured.pages import publisher_data
from sitegen.rendering.view.site import Site


def press_data(press: Press, site: Site) -> dict[str, Any]:
    """Return the organisation with whom to ask, who speaks for it, and what may be reproduced."""
    organisation = publisher_data(site) | filled(
        {
            "contactPoint": [_contact(contact) for contact in press.contacts],
            "employee": [
                filled(
                    {
                        "@type": "Person",
                        "name": biography.name,
                        "jobTitle": biography.role,
                        "description": biography.text,
                        "url": site.absolute(biography.url) if biography.url else "",
                    }
                )
                for biography in press.biographies
            ],
        }
    )
    pictures = [_picture(picture, site) for picture in press.pictures if picture.image]
    figures = [_figure(figure, organisation["@id"]) for figure in press.figures]
    return {"@context": "https://schema.org", "@graph": [organisation, *pictures, *figures]}


def _contact(contact: Spokesperson) -> dict[str, Any]:
    """Return a ContactPoint; its languages are told in words: those are no codes."""
    return filled(
        {
            "@type": "ContactPoint",
            "contactType": "press",
            "name": contact.name,
            "telephone": contact.phone,
            "email": contact.email,
            "areaServed": contact.region,
            "description": ", ".join(contact.subjects),
        }
    )


def _figure(figure: KeyFigure, organisation: str) -> dict[str, Any]:
    """Return an Observation about the organisation; its source stands in words on the page."""
    return {
        "@type": "Observation",
        "observationAbout": {"@id": organisation},
        "measuredProperty": {"@type": "StatisticalVariable", "name": figure.label},
        "value": figure.value,
    }


def _picture(picture: MediaPicture, site: Site) -> dict[str, Any]:
    """Return an ImageObject, as Google's documentation of image licences asks."""
    largest = max(picture.formats, key=lambda each: (each.width * each.height, each.size))
    return filled(
        {
            "@type": "ImageObject",
            "name": picture.title,
            "description": picture.alt,
            "contentUrl": site.absolute(largest.url),
            "license": site.absolute(picture.licence_url) if picture.licence_url else "",
            "usageInfo": "" if picture.licence_url else site.absolute(site.press_url),
            "creditText": picture.credit,
        }
    )


def review_data(mentions: Sequence[Coverage]) -> dict[str, Any]:
    """Return a graph of what the press wrote."""
    return {
        "@context": "https://schema.org",
        "@graph": [mention_data(mention) for mention in mentions],
    }
