"""OPML 2.0: the list of the site's feeds, which a feed reader takes at once. Pure."""

from xml.etree import ElementTree as ET

from sitegen.model import TAXONOMIES
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.press_page import press_words
from sitegen.wording.readers import FeedWords, reader_words


def opml(site: Site) -> ET.Element:
    """Return the Atom feeds of the site: that of the whole, then those of its parts."""
    root = ET.Element("opml", {"version": "2.0"})
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "title").text = site.title
    ET.SubElement(head, "ownerId").text = site.absolute(site.home_url)
    body = ET.SubElement(root, "body")
    _add_feed(body, site, "", site.feed_url("all"))
    if site.coverage_url:
        review = press_words(site.language).review
        _add_feed(body, site, review, site.coverage_feed_url, site.coverage_url)
    words = reader_words(FeedWords, site.language)
    groups = {
        "section": words.sections,
        "tag": words.subjects,
        "author": words.authors,
        "organisation": words.organisations,
    }
    for kind, name in groups.items():
        feeds = [(term, site.feed_url(kind, slug)) for term, slug in _terms(site, kind)]
        if any(url for _, url in feeds):
            group = ET.SubElement(body, "outline", text=name)
            for term, url in feeds:
                if url:
                    _add_feed(group, site, term, url)
    return root


def _terms(site: Site, kind: str) -> list[tuple[str, str]]:
    """Return name and slug of each term of a taxonomy that has feeds."""
    if TAXONOMIES[kind].overview:
        return [(term.name, term.slug) for term, _ in site.terms(kind)]
    return [(section.title, section.id) for section in site.sections]


def _add_feed(parent: ET.Element, site: Site, part: str, url: str, home: str = "") -> None:
    """Add a feed as OPML wants it: title, page and language are what the feed itself says."""
    title = f"{site.title} – {part}" if part else site.title
    ET.SubElement(
        parent,
        "outline",
        type="rss",
        text=title,
        title=title,
        xmlUrl=site.absolute(url),
        htmlUrl=site.absolute(home or url.removesuffix("feed.xml")),
        language=site.language,
    )
