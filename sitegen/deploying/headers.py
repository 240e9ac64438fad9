"""What is told with a file where the place cannot know: its type, and how long it may be kept.

Where a web server gives the files out, it says so itself (docs/publishing.md).
"""

import re

from sitegen.site.media_types import media_type

_KEPT_FOR_EVER = re.compile(
    r"-\d+-[0-9a-f]{10}\.(avif|webp|jpe?g|png)$|(^|/)assets/[a-z]+-[0-9a-f]{10}\.woff2$"
)
"""Names that change with what they hold."""
_NAMED = {
    "feed.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
}


def content_type(path: str) -> str:
    """Return the type of a file of a site (RFC 9110 §8.3), with the encoding of texts."""
    name = path.rpartition("/")[2]
    if name.endswith(".webmanifest"):
        return "application/manifest+json"
    type_name = _NAMED.get(name) or media_type(path)
    return f"{type_name}; charset=utf-8" if type_name.startswith("text/") else type_name


def cache_control(path: str) -> str:
    """Return how long a browser may keep it without asking (RFC 9111 §5.2)."""
    return "public, max-age=31536000, immutable" if _KEPT_FOR_EVER.search(path) else "no-cache"
