"""schema.org's words for a letter that was sent, as JSON-LD."""

from typing import Any

from sitegen.model.letters import Letter
from sitegen.rendering.structured.events import filled
from sitegen.rendering.structured.pages import publisher_data
from sitegen.rendering.view.site import Site


def letter_data(letter: Letter, site: Site) -> dict[str, Any]:
    """Return an EmailMessage, with the public articles and events that it told."""
    fields = letter.fields
    entries = [site.entry(entry_id) for entry_id in (*fields.corrections, *fields.articles)]
    about = [
        {"@type": "CreativeWork", "url": site.absolute(entry.url)} for entry in entries if entry
    ]
    return filled(
        {
            "@context": "https://schema.org",
            "@type": "EmailMessage",
            "headline": fields.subject,
            "url": site.absolute(letter.url),
            "dateSent": fields.date.iso(),
            "inLanguage": site.language,
            "sender": publisher_data(site),
            "mentions": about,
        }
    )
