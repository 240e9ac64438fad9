"""What has to be known of a whole export of WordPress before one post can be placed. Reads files.

Contents are not kept: of a hundred megabytes some stay.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from sitegen.importing.former import FormerLine, ImportNote, Standing
from sitegen.importing.kinds import wordpress_agenda as agenda
from sitegen.importing.kinds.wordpress_calendars import read_items
from sitegen.importing.kinds.wordpress_export import ExportedChannel, ExportedItem
from sitegen.importing.kinds.wordpress_media import (
    ExportedAttachment,
    Library,
    Uploads,
    attachment,
    named_files,
)
from sitegen.importing.kinds.wordpress_sections import UNSORTED, Sections, menu_lines
from sitegen.importing.kinds.zones import find_zone
from sitegen.importing.links import path_below, split_address
from sitegen.importing.material import Material
from sitegen.importing.placing import LEFT_OUT
from sitegen.importing.values import plain
from sitegen.site.urls import slugify

_USUAL = ("post", "page", agenda.EVENT)
_SILENT = (
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles",
    "wp_navigation", "wp_font_family", "wp_font_face", agenda.VENUE, agenda.ORGANIZER,
)  # fmt: skip
"""Types that are no texts: what they hold is used, or is of no use without WordPress."""
_INTERNAL = (
    "category", "post_tag", "nav_menu", "post_format", "language", "term_language",
    "post_translations", "term_translations", "tribe_events_cat",
)  # fmt: skip
_SAMPLES = 500
"""How many hours are compared to find the site's zone."""


class Post(msgspec.Struct, kw_only=True):
    """Of a post, what others need to know."""

    id: str
    type: str
    standing: Standing
    address: str
    """Empty where only a query leads to it."""
    others: tuple[str, ...]
    categories: tuple[str, ...]
    primary: str
    """The id of the category that an author of Yoast chose."""
    creator: str
    section: str = ""


class Survey(msgspec.Struct, kw_only=True):
    channel: ExportedChannel
    posts: dict[str, Post]
    library: Library
    reusable: dict[str, str]
    venues: dict[str, Mapping[str, Any]]
    places: dict[str, Any]
    """By a venue's id: a key of *venues*, or the venue itself."""
    organizers: dict[str, str]
    sections: dict[str, str]
    """Titles by folder."""
    menu: tuple[FormerLine, ...]
    signing: tuple[str, ...]
    """Logins of those who sign."""
    lists: Mapping[str, str]
    """Former addresses of lists, of WordPress's usual form, and those of the new site."""
    timezone: str
    notes: tuple[ImportNote, ...]

    def introduced(self, post: Post) -> str | None:
        """Return the folder of the section that *post*, a page, introduces; None for most."""
        folder = post.address.strip("/")
        if post.type != "page" or not post.address or post.standing != "public":
            return None
        return folder if not folder or folder in self.sections else None

    def tags(self, item: ExportedItem, post: Post) -> tuple[str, ...]:
        """Return tags, and categories beside the one that is the section."""
        names = item.names("post_tag")
        names += [
            term.name for term in item.terms
            if term.domain == "category"
            and term.slug not in UNSORTED
            and slugify(term.slug) != post.section
        ]  # fmt: skip
        names += [term.name for term in item.terms if term.domain not in _INTERNAL]
        names += item.names("tribe_events_cat")[1:]
        return tuple(dict.fromkeys(plain(name).replace(",", " ") for name in names if plain(name)))


def survey(material: Material, names: Iterable[str], uploads: Uploads, timezone: str) -> Survey:
    """Read all exports once; *timezone*: empty, where hours in UTC beside the others tell it.

    Raises `UsageError` for what is no XML.
    """
    channel = ExportedChannel()
    reader = _Reader(channel)
    for name in names:
        for item in read_items(material, name, channel):
            reader.read(item)
    return reader.survey(uploads, timezone)


class _Reader:
    """Collects from posts, one by one."""

    def __init__(self, channel: ExportedChannel) -> None:
        self._channel = channel
        self._posts: dict[str, Post] = {}
        self._attachments: list[ExportedAttachment] = []
        self._menu_items: list[ExportedItem] = []
        self._reusable: dict[str, str] = {}
        self._venues: dict[str, dict[str, Any]] = {}
        self._organizers: dict[str, str] = {}
        self._held: Counter[str] = Counter()
        self._named: set[str] = set()
        self._times: set[tuple[str, str]] = set()
        self._types: set[str] = set(_USUAL)
        self._notes: list[ImportNote] = []
        self._tags: dict[str, str] = {}

    def read(self, item: ExportedItem) -> None:
        if item.type == "attachment":
            self._attachment(item)
        elif item.type == "nav_menu_item":
            self._menu_items.append(item)
        elif item.type == "wp_block":
            self._reusable[item.id] = item.content if item.standing == "public" else ""
        elif item.type == agenda.VENUE and item.standing == "public":
            self._venues[item.id] = agenda.venue(item)
        elif item.type == agenda.ORGANIZER and item.standing == "public":
            self._organizers[item.id] = plain(item.title)
        elif item.type not in _SILENT:
            self._post(item)

    def _attachment(self, item: ExportedItem) -> None:
        if item.standing in ("private", "password", "trash") or not item.file_url:
            return
        own = _host(self._channel.url)
        is_own = _host(item.file_url) == own
        address = path_below(item.file_url, self._channel.url) if is_own else item.file_url
        page = path_below(item.link, self._channel.url) if item.link != item.file_url else ""
        self._attachments.append(attachment(item, address, page))

    def _post(self, item: ExportedItem) -> None:
        address = path_below(item.link, self._channel.url) if item.link else ""
        is_asked = "?" in address
        if item.type not in self._types:
            if item.standing != "public" or is_asked or not item.content.strip():
                self._notes.append(ImportNote("post type", item.type, plain(item.title)))
                return
            self._types.add(item.type)
        if is_asked and item.standing == "public":
            self._notes.append(ImportNote("address with a query", address, plain(item.title)))
        asked = {"page": "page_id"}.get(item.type, "p")
        self._posts[item.id] = Post(
            id=item.id, type=item.type, standing=item.standing,
            address="" if is_asked or item.standing != "public" else address,
            others=tuple(dict.fromkeys([f"/?{asked}={item.id}", f"/?p={item.id}"]))
            if item.id.isdecimal() else (),
            categories=tuple(term.slug for term in item.terms if term.domain == "category"),
            primary=item.meta.get("_yoast_wpseo_primary_category", "").strip(),
            creator=item.creator,
        )  # fmt: skip
        if item.standing == "public":
            self._tags |= {term.slug: term.name for term in item.terms if term.domain == "post_tag"}
        if item.type == agenda.EVENT and item.standing == "public":
            self._held[item.meta.get("_EventVenueID", "").strip()] += 1
        if item.date and item.date_gmt and len(self._times) < _SAMPLES:
            self._times.add((item.date, item.date_gmt))
        self._named |= named_files(item.content)

    def survey(self, uploads: Uploads, wished: str) -> Survey:
        posts, channel = self._posts, self._channel
        used = Counter(
            slug
            for written in posts.values()
            if written.standing == "public" and written.type == "post"
            for slug in written.categories
        )
        sections = Sections(channel, used)
        for post in posts.values():
            post.section = sections.of(post.type, post.address, post.categories, post.primary)
        shown = [written for written in posts.values() if written.standing not in LEFT_OUT]
        titles = {
            slugify(written.section): sections.title(written.section, written.type)
            for written in shown
            if written.section
        }
        library = Library(channel.url, self._attachments, uploads)
        library.note_named(self._named)
        kept = {venue: agenda.venue_key(place) for venue, place in self._venues.items()
                if self._held[venue] > 1 and agenda.venue_key(place)}  # fmt: skip
        places: dict[str, Any] = {**self._venues, **kept}
        zone = wished or find_zone(self._times)
        if zone and not wished:
            self._notes.append(ImportNote("guess", f"timezone: {zone}", zone))
        return Survey(
            channel=channel,
            posts=posts,
            library=library,
            reusable=self._reusable,
            venues={key: self._venues[venue] for venue, key in kept.items()},
            places=places,
            organizers=self._organizers,
            sections=titles,
            menu=menu_lines(self._menu_items, posts, titles, channel),
            signing=tuple(
                sorted(
                    {
                        written.creator
                        for written in shown
                        if written.creator and written.type != "page"
                    }
                )
            ),
            lists=sections.lists(
                [written for written in posts.values() if written.standing == "public"], self._tags
            ),
            timezone=zone or "Europe/Paris",
            notes=tuple(self._notes),
        )


def _host(address: str) -> str:
    return split_address(address).netloc.lower().removeprefix("www.")
