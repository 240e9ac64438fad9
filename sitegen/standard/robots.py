"""robots.txt (RFC 9309): everything may be read, and here are the sitemaps."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.plugins import Facts, PlannedPage, Plugin

if TYPE_CHECKING:  # every build opens this, and few write the file
    from sitegen.model import Page
    from sitegen.rendering.view.site import Site

plugin = Plugin()
FILE = "robots.txt"


def write(site: "Site", _page: "Page") -> str:
    """Return the file; a site's own ``content/robots.txt`` stands in its place."""
    from sitegen.rendering.sitemaps.write import sitemap_urls

    lines = (f"Sitemap: {url}\n" for url in sitemap_urls(site))
    return f"User-agent: *\nAllow: /\n\n{''.join(lines)}"


@plugin.pages("rules for search engines", write=write)
def robots(facts: Facts) -> Iterator[PlannedPage]:
    """Plan it where a host is the site's own: nobody looks for it elsewhere."""
    if facts.has_own_host and not facts.has_file(FILE):
        yield PlannedPage(f"/{FILE}")
