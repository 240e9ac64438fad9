"""What a former site held, whatever program made it: frozen values. Pure."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple

import msgspec

Day = dt.date | dt.datetime
"""A day, or a moment on the clocks of the site's zone (without an offset)."""
Markup = Literal["markdown", "html"]
Standing = Literal["public", "draft", "private", "password", "future", "trash"]
"""Whether readers saw a text. What is not public is never published by an import: drafts and texts
of the future come over as `draft: true`, the others are left out; all of them are listed."""
SiteRelative = Annotated[str, "address"]
"""An address below the former site's root, decoded: `/2019/05/forum/`."""


class ImportNote(NamedTuple):
    """Something of a former text that has no counterpart, or was guessed."""

    kind: str
    """What it is, as the report names it: `shortcode`, `key`, `block`, `dead link` …"""
    name: str
    """Which one: the shortcode's or the key's name."""
    example: str = ""
    """It, as it was written."""


class FormerPicture(msgspec.Struct, frozen=True, kw_only=True):
    src: str
    """As the text names it: an address, or a path of a file."""
    alt: str | None = None
    """None: nobody wrote one."""
    caption: str = ""
    credit: str = ""


class FormerEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A date that a text announced."""

    start: Day
    end: Day | None = None
    """Of days, the last one."""
    fields: Mapping[str, Any] = {}
    """Other keys of `event:` by their names there: `location`, `status`, `repeat`, `id` …"""
    said: str = ""
    """What it was said to begin at, in words that are more than hours: a paragraph of the text."""


class FormerText(msgspec.Struct, frozen=True, kw_only=True):
    """An article, a page or the introduction of a section."""

    id: str
    """What the former site knows it by, the same on every run: a path, a number."""
    origin: str
    """Where its text stands, for the report: a path below the source, `export.xml#1284`."""
    title: str
    """May hold Markdown or HTML: it is made plain."""
    body: str
    markup: Markup = "markdown"
    address: SiteRelative = ""
    """Where readers found it; empty: nowhere that is known."""
    former_addresses: tuple[SiteRelative, ...] = ()
    """Those that led to it even then."""
    date: Day | None = None
    """When it was published; None for a page."""
    updated: Day | None = None
    expires: Day | None = None
    embargo: Day | None = None
    """Until when it is not public; a text whose embargo nobody can read is a draft."""
    section: str = ""
    """The folder of its section, with slashes; empty for a page at the root."""
    is_section: bool = False
    """Whether it introduces its section."""
    name: str = ""
    """What its file is called, without date and ending; by default made of address or title."""
    authors: tuple[str, ...] = ()
    """Names, or keys of `FormerSite.people`."""
    tags: tuple[str, ...] = ()
    kind: str = ""
    summary: str = ""
    """May hold Markdown or HTML."""
    picture: FormerPicture | None = None
    events: tuple[FormerEvent, ...] = ()
    attachments: tuple[str, ...] = ()
    """As the text names them."""
    lang: str = ""
    translates: str = ""
    """The id of the text that it translates."""
    is_pinned: bool = False
    standing: Standing = "public"
    extra: Mapping[str, Any] = {}
    """What has no key here: kept under `extra:`."""
    notes: tuple[ImportNote, ...] = ()


class FormerFile(msgspec.Struct, frozen=True, kw_only=True):
    """A picture or another file that is no text."""

    address: SiteRelative
    """Where readers found it: it stays there."""
    path: str = ""
    """Where its bytes lie, as `Source.read_file` knows it; empty: only at its old address."""
    url: str = ""
    """Where it can be had, if that is neither in the source nor its address on the former site."""
    others: tuple[str, ...] = ()
    """Addresses that mean the same picture, such as its smaller copies."""
    alt: str | None = None
    caption: str = ""
    credit: str = ""
    is_kept: bool = False
    """Whether it comes over also where no text names it."""


class FormerPerson(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    role: str = ""
    email: str = ""
    bio: str = ""


class FormerSection(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    former_addresses: tuple[SiteRelative, ...] = ()


class FormerVersion(msgspec.Struct, frozen=True, kw_only=True):
    """The site in another language than its first one."""

    title: str = ""
    url: str = ""
    """With scheme and host, where it has one of its own."""


class FormerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a menu."""

    title: str
    address: str
    """Of a text of the site, decoded; or a whole address elsewhere."""
    section: str = ""
    """The folder of the section that it leads to, instead."""


class FormerSite(msgspec.Struct, frozen=True, kw_only=True):
    """What a former site says of itself, and what it held but its texts."""

    title: str
    url: str = ""
    """With scheme and host; empty if nothing tells it."""
    language: str = ""
    timezone: str = ""
    description: str = ""
    versions: Mapping[str, FormerVersion] = {}
    """By the tag of the language, as texts name it in `lang`; its texts stood below `/en/`."""
    sections: Mapping[str, FormerSection] = {}
    """By folder, in the order of the menu."""
    redirects: Mapping[SiteRelative, SiteRelative] = {}
    """Former addresses of lists (categories, authors, feeds), with those of the new site."""
    menu: tuple[FormerLine, ...] = ()
    """Of the head of each page; empty: the sections."""
    venues: Mapping[str, Mapping[str, Any]] = {}
    """Places where events were held often, as `_data/venues.yaml` has them."""
    people: Mapping[str, FormerPerson] = {}
    files: tuple[FormerFile, ...] = ()
    engine: Literal["markdown", "commonmark"] = "commonmark"
    """Which Markdown its texts are in."""
    notes: tuple[ImportNote, ...] = ()
    """Of the settings: what has no counterpart."""
