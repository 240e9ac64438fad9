"""What a feed says, whatever its format: `Feed` and its `Item`s, made from a scope's articles."""

import datetime as dt
from collections.abc import Iterable
from email.utils import format_datetime
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from sitegen.markup.credits import labelled_credit
from sitegen.model import TAXONOMIES, Contact, Correction, Entry, Image, Organisation, Page
from sitegen.names import EVENT_FACTS
from sitegen.rendering.feeds.content import feed_html
from sitegen.rendering.feeds.dates import event_html
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean_bytes, instant, rfc3339
from sitegen.rendering.words.dates import format_day
from sitegen.rendering.words.press import correction_notice
from sitegen.rendering.words.status import words_of
from sitegen.site.media_types import media_type
from sitegen.site.uids import tag_prefix

_TOLD_IN_TITLE = ("cancelled", "postponed", "rescheduled", "full")
_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without articles was updated: an answer holds no clock."""


class FeedLink(NamedTuple):
    """A person or a file: a name and an absolute address."""

    name: str
    url: str
    media_type: str = ""
    size: int = 0


class Instant(NamedTuple):
    """A moment as the formats write it: made once, for some fifteen feeds that tell it."""

    aware: dt.datetime
    rfc3339: str
    rfc822: str

    @classmethod
    def of(cls, aware: dt.datetime) -> "Instant":
        return cls(aware, rfc3339(aware), format_datetime(aware))


class Item(NamedTuple):
    """An article in a feed."""

    id: str
    url: str
    title: str
    summary: str
    """Plain text."""
    content: bytes
    """HTML in UTF-8, cleaned; empty where the feed has summaries only."""
    published: Instant
    updated: Instant
    language: str
    """Where it is not the feed's."""
    authors: tuple[FeedLink, ...]
    categories: tuple[tuple[str, str], ...]
    """Slug and name of each."""
    image: FeedLink | None
    attachments: tuple[FeedLink, ...]
    image_credit: str = ""
    """Who made the picture."""
    signatories: tuple[str, ...] = ()
    """The names of organisations that sign it."""
    contact: Contact | None = None
    """Whom to ask."""
    sources: tuple[FeedLink, ...] = ()
    """Where it was fetched from, the original first."""
    day: str = ""
    """When it was published, as its language writes days: for who opens the feed in a browser."""


class Feed(NamedTuple):
    """A feed as its readers get it: each address has its host."""

    id: str
    url: str
    home_url: str
    title: str
    description: str
    language: str
    author: str
    updated: Instant
    items: tuple[Item, ...]
    """The newest first."""
    hub: str = ""
    """The address of a WebSub hub; nothing for none."""


def make_feed(site: Site, page: Page) -> Feed:
    """Return the feed of the page's scope; a pinned article stands at its date like any other."""
    kind, value = page.scope
    limit = int(site.setting("feeds").limit)
    items = sorted(
        (_item(site, entry) for entry in site.articles(limit, kind, value)),
        key=lambda item: (-item.published.aware.timestamp(), item.id),
    )
    part, home_url, description = _scope(site, kind, value)
    term = site.term(kind, value) if kind in TAXONOMIES else None
    named = getattr(term, "origin", "") or value  # of a section that was called otherwise
    organisation = site.organisation
    return Feed(
        id=tag_uri(site, f"feed/{kind}/{named}".rstrip("/")),
        url=site.absolute(page.url),
        home_url=site.absolute(home_url),
        title=f"{site.title} – {part}" if part else site.title,
        description=description or site.description,
        language=site.language,
        author=organisation.name if organisation else site.title,
        updated=latest_of(items),
        items=tuple(items),
        hub=site.setting("feeds").hub,
    )


def latest_of(items: Iterable[Item]) -> Instant:
    """Return when the last of *items* was updated."""
    updated = (item.updated for item in items)
    return max(updated, key=lambda moment: moment.aware, default=None) or Instant.of(_NEVER)


def tag_uri(site: Site, name: str) -> str:
    """Return a name for ever (RFC 4151): ``tag:hub.example.org,2026:/communiques/forum.md``.

    An article's is its file's path below ``content/``, which neither title nor date, slug or
    address pattern changes; the base path tells two sites of one host apart. Where the site keeps
    a list of its addresses, path and host are those of the first publication.
    """
    host, base_path = site.named_by()
    return f"{tag_prefix(host, base_path)}{quote(name, safe='/')}"


def _scope(site: Site, kind: str, value: str) -> tuple[str, str, str]:
    """Return name, address and description of what the feed is about."""
    term = site.term(kind, value) if kind in TAXONOMIES else None
    if term is None:
        return "", site.home_url, ""
    url = term.page if isinstance(term, Organisation) else term.url
    return term.name, url, term.description


def _item(site: Site, entry: Entry) -> Item:
    """Return the article as feeds show it, made for the first of some fifteen that do.

    Each of them asked for its metadata with its list.
    """
    return site.shared(("feed", entry.id), lambda own: _make_item(own, entry))


def _make_item(site: Site, entry: Entry) -> Item:
    assert entry.date is not None  # what has no date stands in no list
    language = entry.lang or site.language
    url = site.absolute(entry.url)
    published = Instant.of(instant(entry.date))
    updated = instant(entry.updated or entry.date)
    categories = [(entry.section.id, entry.section.title)] if entry.section else []
    categories += [(tag.slug, tag.name) for tag in entry.tags]
    return Item(
        id=tag_uri(site, entry.origin or entry.id),
        url=url,
        title=_title(entry, language),
        summary=entry.summary,
        content=_content(site, entry, url) if site.setting("feeds").full_content else b"",
        published=published,
        updated=Instant.of(updated) if updated > published.aware else published,
        language=entry.lang,
        authors=_authors(site, entry),
        categories=tuple(dict.fromkeys(categories)),
        image=_image(site, entry.image) if entry.image else None,
        image_credit=entry.image.credit if entry.image else "",
        attachments=_attachments(site, entry),
        signatories=tuple(organisation.name for organisation in entry.signatories),
        contact=entry.contact,
        sources=tuple(FeedLink(source.name, source.url) for source in entry.fetched_from),
        day=format_day(entry.date.date, language),
    )


def _authors(site: Site, entry: Entry) -> tuple[FeedLink, ...]:
    """Return who signs *entry*: the partners who announce it, if it was fetched."""
    if entry.authors or entry.source is None or entry.source.fetched is None:
        return tuple(FeedLink(author.name, site.absolute(author.url)) for author in entry.authors)
    return tuple(
        FeedLink(source.name, source.url) for source in (entry.source, *entry.announced_by)
    )


def _attachments(site: Site, entry: Entry) -> tuple[FeedLink, ...]:
    """Return the files, documents first: many readers show the first alone."""
    files = [
        FeedLink(
            attachment.name, site.absolute(attachment.url), attachment.media_type, attachment.size
        )
        for attachment in entry.attachments
    ]
    return tuple(sorted(files, key=lambda file: file.media_type.startswith("image/")))


def _title(entry: Entry, language: str) -> str:
    """Return the title, after what became of all that it announces: `[Annulé]`."""
    statuses = {event.status for event in entry.events}
    status = statuses.pop() if len(statuses) == 1 else "confirmed"
    if status not in _TOLD_IN_TITLE:
        return entry.title
    return f"[{words_of(language).status(status)}] {entry.title}"


def _content(site: Site, entry: Entry, url: str) -> bytes:
    """Return the photo, when and where its events take place, the chapô and the body, as HTML."""
    return clean_bytes(_write_content(site, entry, url))


def _write_content(site: Site, entry: Entry, url: str) -> str:
    language = entry.lang or site.language
    parts = [_figure(site, entry.image, language)] if entry.image else []
    written = entry.modified or entry.date
    since = written.date if written else _NEVER.date()
    events = (
        event_html(event, is_named=len(entry.events) > 1, language=language, since=since)
        for event in entry.events
    )
    if entry.events:
        facts = "\n".join(events)
        parts.append(f'<div class="{EVENT_FACTS}">{facts}</div>')
    parts += (_correction(correction, language) for correction in entry.correction)
    if entry.has_own_summary:
        parts.append(f"<p><strong>{escape(entry.summary, quote=False)}</strong></p>")
    if entry.place and entry.date:  # as a printed press release begins
        dateline = words_of(language).dateline
        told = dateline.format(entry.place, format_day(entry.date.date, language))
        parts.append(f"<p>{escape(told, quote=False)}</p>")
    parts.append(str(site.body(entry.id, is_plain=True)))
    return feed_html("\n".join(filter(None, parts)), url)


def _correction(correction: Correction, language: str) -> str:
    """Return what was corrected, and when: first, for those who read the article before."""
    heading = escape(correction_notice(correction.date.date, language), quote=False)
    told = words_of(language).line(
        f"<strong>{heading}</strong>", escape(correction.text, quote=False)
    )
    return f"<p>{told}</p>"


def _figure(site: Site, image: Image, language: str) -> str:
    src, width, height = _middling(site, image)
    size = f' width="{width}" height="{height}"' if width else ""
    picture = f'<img src="{escape(src)}" alt="{escape(image.alt or "")}"{size}>'
    credit = labelled_credit(image.credit, image.src, language)
    legend = " – ".join(escape(text) for text in (image.caption, credit) if text)
    caption = f"<figcaption>{legend}</figcaption>" if legend else ""
    return f"<figure>{picture}{caption}</figure>"


def _image(site: Site, image: Image) -> FeedLink:
    url = site.absolute(_middling(site, image)[0])
    return FeedLink(image.alt or "", url, media_type(url.partition("?")[0]))


def _middling(site: Site, image: Image) -> tuple[str, int, int]:
    """Return the address and size of an image as a reader can take it that chooses none."""
    shown = site.picture(image)
    if shown is None:
        return image.src, image.width, image.height
    return shown.src, shown.src_width, shown.src_height
