"""OPML 2.0: the list of the site's feeds, which a feed reader takes at once. Pure."""

from xml.etree import ElementTree as ET

from sitegen.model import TAXONOMIES
from sitegen.rendering.view.site import Site
from sitegen.wording.readers import FeedWords, reader_words


def opml(site: Site) -> ET.Element:
    """Return the Atom feeds of the site: that of the whole, then those of its parts."""
    root = ET.Element("opml", {"version": "2.0"})
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "title").text = site.title
    ET.SubElement(head, "ownerId").text = site.absolute(site.home_url)
    body = ET.SubElement(root, "body")
    _add_feed(body, site.title, site.absolute(site.feed_url("all")))
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
                    _add_feed(group, term, site.absolute(url))
    return root


def _terms(site: Site, kind: str) -> list[tuple[str, str]]:
    """Return name and slug of each term of a taxonomy that has feeds."""
    if TAXONOMIES[kind].overview:
        return [(term.name, term.slug) for term, _ in site.terms(kind)]
    return [(section.title, section.id) for section in site.sections]


def _add_feed(parent: ET.Element, name: str, url: str) -> None:
    home = url.removesuffix("feed.xml")
    ET.SubElement(parent, "outline", type="rss", text=name, title=name, xmlUrl=url, htmlUrl=home)
