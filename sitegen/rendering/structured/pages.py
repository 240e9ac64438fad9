"""schema.org's words for articles, the site and its publisher, as JSON-LD. Asks through `Site`.

Properties are those that Google's documentation of Article, Organization and Breadcrumb names, and
schema.org's for the place of a press release; what is not known is left out. A headline is whole,
however long: reading modes take it for the title.
"""

from collections.abc import Sequence
from typing import Any

from sitegen.model import Entry
from sitegen.rendering.structured.events import filled
from sitegen.rendering.structured.mentions import mention_data
from sitegen.rendering.view.site import Site


def article_data(entry: Entry, site: Site) -> dict[str, Any]:
    """Return a NewsArticle for *entry*."""
    image = site.shared_image(entry)
    publisher = publisher_data(site)
    return filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": entry.title,
            "url": site.absolute(entry.url),
            "mainEntityOfPage": site.absolute(entry.url),
            "description": entry.summary,
            "image": [site.absolute(image.src)] if image else [],
            "datePublished": entry.date.iso() if entry.date else "",
            "dateModified": entry.modified.iso() if entry.modified else "",
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": correction.text,
                    "datePublished": correction.date.iso(),
                }
                for correction in entry.correction
            ],
            "inLanguage": entry.lang or site.language,
            "dateline": entry.place,
            "locationCreated": {"@type": "Place", "name": entry.place} if entry.place else {},
            "articleSection": entry.section.title if entry.section else "",
            "keywords": [tag.name for tag in entry.tags],
            "author": [
                {"@type": "Person", "name": author.name, "url": site.absolute(author.url)}
                for author in entry.authors
            ]
            or [_announcer(entry) or publisher],
            "isBasedOn": entry.source.url if entry.source and entry.source.fetched else "",
            "publisher": publisher,
            "isAccessibleForFree": True,
            "subjectOf": [mention_data(mention) for mention in site.coverage_of(entry)],
        }
    )


def _announcer(entry: Entry) -> dict[str, Any]:
    """Return the partner whose text *entry* is, as it was fetched; nothing for one of the site."""
    if entry.source is None or entry.source.fetched is None:
        return {}
    return filled({"@type": "Organization", "name": entry.source.name})


def site_data(site: Site) -> dict[str, Any]:
    """Return a graph of the WebSite and of the Organization that publishes it."""
    home = site.absolute(site.home_url)
    website = {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "name": site.title,
        "url": home,
        "description": site.description,
        "inLanguage": site.language,
        "publisher": {"@id": f"{home}#organization"},
    }
    organisation = site.organisation
    details: dict[str, Any] = {}
    if organisation is not None:
        details = {
            "address": " ".join(organisation.address.split()),
            "telephone": organisation.phone,
            "email": organisation.email,
            "foundingDate": organisation.founded,
            "sameAs": list(organisation.social),
        }
    publisher = publisher_data(site) | filled(details)
    return {"@context": "https://schema.org", "@graph": [filled(website), publisher]}


def publisher_data(site: Site) -> dict[str, Any]:
    """Return the Organization that answers for the site: that of ``site.yaml``, or its title.

    It is the same value for all pages: nobody may change it.
    """
    return site.shared(("publisher",), _publisher_data)


def _publisher_data(site: Site) -> dict[str, Any]:
    home = site.absolute(site.home_url)
    organisation = site.organisation
    logo = site.asset(organisation.logo) if organisation and organisation.logo else None
    return filled(
        {
            "@type": "Organization",
            "@id": f"{home}#organization",
            "name": organisation.name if organisation else site.title,
            "url": home,
            "logo": site.absolute(logo.url) if logo else "",
        }
    )


def breadcrumb_data(steps: Sequence[tuple[str, str]], site: Site) -> dict[str, Any]:
    """Return a BreadcrumbList of *steps*: names and addresses, the page itself last."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": site.absolute(url)}
            for position, (name, url) in enumerate(steps, 1)
        ],
    }
