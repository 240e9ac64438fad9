"""Cards of the press page's contacts, and the feed of the press review. Pure."""

from html import escape

from sitegen.digest import digest
from sitegen.model import Page
from sitegen.model.press_room import Coverage
from sitegen.rendering.feeds.items import Feed, Item, tag_uri
from sitegen.rendering.feeds.write import atom
from sitegen.rendering.press_page.card import card_lines
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean, instant
from sitegen.rendering.words.press_page import mention_facts, press_words


def write_contact_card(site: Site, page: Page) -> bytes:
    """Return the page's contact as a vCard."""
    press = site.press
    person = next(one for one in press.contacts if one.slug == page.subject) if press else None
    assert person is not None  # or the page were not planned
    organisation = site.organisation
    name = organisation.name if organisation else site.title
    return card_lines(person, name, site.absolute(site.press_url), site.language)


def write_coverage_feed(site: Site, page: Page) -> bytes:
    """Return the latest mentions in the press as an Atom feed."""
    found = site.coverage(int(site.setting("feeds").limit))
    items = tuple(_item(site, one) for one in found)
    organisation = site.organisation
    words = press_words(site.language)
    return atom(
        Feed(
            id=tag_uri(site, "feed/coverage"),
            url=site.absolute(page.url),
            home_url=site.absolute(site.coverage_url),
            title=f"{site.title} – {words.review}",
            description=words.about,
            language=site.language,
            author=organisation.name if organisation else site.title,
            updated=max(item.updated for item in items),
            items=items,
        ),
        site,
    )


def _item(site: Site, one: Coverage) -> Item:
    published = instant(one.date)
    entry = site.entry(one.entry_id) if one.entry_id else None
    facts = mention_facts(one, site.language)
    content = [f"<p>{escape(facts, quote=False)}</p>"]
    if entry:
        url = escape(site.absolute(entry.url))
        about = press_words(site.language).release.format(
            f'<a href="{url}">{escape(entry.title, quote=False)}</a>'
        )
        content.append(f"<p>{about}</p>")
    named = (one.url,) if one.url else (one.date.iso(), one.medium, one.title)
    return Item(
        id=tag_uri(site, f"coverage/{digest(one.entry_id, *named).hex()}"),
        url=one.url or site.absolute(site.coverage_year_url(one.year)),
        title=f"{one.medium} – {one.title}",
        summary=facts,
        content=clean("".join(content)).encode(),
        published=published,
        updated=published,
        language=one.lang,
        authors=(),
        categories=(),
        image=None,
        attachments=(),
    )
