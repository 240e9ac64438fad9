"""Cards of the press page's contacts and of organisations, the feed of the press review. Pure."""

from html import escape

from sitegen.digest import digest
from sitegen.model import Organisation, Page
from sitegen.model.press_room import Coverage
from sitegen.rendering.feeds.items import Feed, Instant, Item, latest_of, tag_uri
from sitegen.rendering.feeds.write import atom
from sitegen.rendering.press_page.card import card_lines, organisation_lines
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean_bytes, instant
from sitegen.rendering.words.dates import format_day
from sitegen.rendering.words.press_page import mention_facts, press_words


def write_contact_card(site: Site, page: Page) -> bytes:
    """Return the page's contact as a vCard."""
    press = site.press
    person = (
        next(contact for contact in press.contacts if contact.slug == page.subject)
        if press
        else None
    )
    assert person is not None  # or the page were not planned
    organisation = site.organisation
    name = organisation.name if organisation else site.title
    return card_lines(person, name, site.absolute(site.press_url), site.language)


def write_organisation_card(site: Site, page: Page) -> bytes:
    """Return the organisation of the page's scope as a vCard."""
    organisation = site.term(*page.scope)
    assert isinstance(organisation, Organisation)  # or the page were not planned
    return organisation_lines(organisation, organisation.url or site.absolute(organisation.page))


def write_coverage_feed(site: Site, page: Page) -> bytes:
    """Return the latest mentions in the press as an Atom feed."""
    mentions = site.coverage(int(site.setting("feeds").limit))
    items = tuple(_item(site, mention) for mention in mentions)
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
            updated=latest_of(items),
            items=items,
        ),
        site,
    )


def _item(site: Site, mention: Coverage) -> Item:
    published = Instant.of(instant(mention.date))
    entry = site.entry(mention.entry_id) if mention.entry_id else None
    facts = mention_facts(mention, site.language)
    content = [f"<p>{escape(facts, quote=False)}</p>"]
    if entry:
        url = escape(site.absolute(entry.url))
        about = press_words(site.language).release.format(
            f'<a href="{url}">{escape(entry.title, quote=False)}</a>'
        )
        content.append(f"<p>{about}</p>")
    named = (mention.url,) if mention.url else (mention.date.iso(), mention.medium, mention.title)
    return Item(
        id=tag_uri(site, f"coverage/{digest(mention.entry_id, *named).hex()}"),
        url=mention.url or site.absolute(site.coverage_year_url(mention.year)),
        title=f"{mention.medium} – {mention.title}",
        summary=facts,
        content=clean_bytes("".join(content)),
        published=published,
        updated=published,
        language=mention.lang,
        authors=(),
        categories=(),
        image=None,
        attachments=(),
        day=format_day(mention.date.date, mention.lang or site.language),
    )
