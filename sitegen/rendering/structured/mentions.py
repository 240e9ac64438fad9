"""schema.org's words for a piece of the press: an article, or an episode of a broadcast. Pure."""

from typing import Any

from sitegen.model.press_room import Coverage
from sitegen.rendering.structured.events import filled

_TYPES = {"radio": "RadioEpisode", "television": "TVEpisode"}


def mention_data(mention: Coverage) -> dict[str, Any]:
    """Return a piece of the press."""
    return filled(
        {
            "@type": _TYPES.get(mention.kind, "Article"),
            "name" if mention.kind in _TYPES else "headline": mention.title,
            "url": mention.url,
            "datePublished": mention.date.iso(),
            "inLanguage": mention.lang,
            "pagination": mention.page if mention.kind == "print" else "",
            "publisher": {"@type": "Organization", "name": mention.medium},
        }
    )
