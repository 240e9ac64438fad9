"""schema.org's words for a piece of the press: an article, or an episode of a broadcast. Pure."""

from typing import Any

from sitegen.model.press_room import Coverage
from sitegen.rendering.structured.events import filled

_TYPES = {"radio": "RadioEpisode", "television": "TVEpisode"}


def mention_data(one: Coverage) -> dict[str, Any]:
    """Return a piece of the press."""
    return filled(
        {
            "@type": _TYPES.get(one.kind, "Article"),
            "name" if one.kind in _TYPES else "headline": one.title,
            "url": one.url,
            "datePublished": one.date.iso(),
            "inLanguage": one.lang,
            "pagination": one.page if one.kind == "print" else "",
            "publisher": {"@type": "Organization", "name": one.medium},
        }
    )
