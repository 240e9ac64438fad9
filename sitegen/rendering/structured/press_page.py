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
            "contactPoint": [_contact(one) for one in press.contacts],
            "employee": [
                filled(
                    {
                        "@type": "Person",
                        "name": one.name,
                        "jobTitle": one.role,
                        "description": one.text,
                        "url": site.absolute(one.url) if one.url else "",
                    }
                )
                for one in press.biographies
            ],
        }
    )
    pictures = [_picture(one, site) for one in press.pictures if one.image]
    figures = [_figure(one, organisation["@id"]) for one in press.figures]
    return {"@context": "https://schema.org", "@graph": [organisation, *pictures, *figures]}


def _contact(one: Spokesperson) -> dict[str, Any]:
    """Return a ContactPoint; its languages are told in words: those are no codes."""
    return filled(
        {
            "@type": "ContactPoint",
            "contactType": "press",
            "name": one.name,
            "telephone": one.phone,
            "email": one.email,
            "areaServed": one.region,
            "description": ", ".join(one.subjects),
        }
    )


def _figure(one: KeyFigure, organisation: str) -> dict[str, Any]:
    """Return an Observation about the organisation; its source stands in words on the page."""
    return {
        "@type": "Observation",
        "observationAbout": {"@id": organisation},
        "measuredProperty": {"@type": "StatisticalVariable", "name": one.label},
        "value": one.value,
    }


def _picture(one: MediaPicture, site: Site) -> dict[str, Any]:
    """Return an ImageObject, as Google's documentation of image licences asks."""
    largest = max(one.formats, key=lambda each: (each.width * each.height, each.size))
    return filled(
        {
            "@type": "ImageObject",
            "name": one.title,
            "description": one.alt,
            "contentUrl": site.absolute(largest.url),
            "license": site.absolute(one.licence_url) if one.licence_url else "",
            "usageInfo": "" if one.licence_url else site.absolute(site.press_url),
            "creditText": one.credit,
        }
    )


def review_data(mentions: Sequence[Coverage]) -> dict[str, Any]:
    """Return a graph of what the press wrote."""
    return {"@context": "https://schema.org", "@graph": [mention_data(one) for one in mentions]}
