"""What authors write for the press: ``_data/press.yaml``, and what the papers made of releases.

``coverage:`` of a release and ``_data/coverage.yaml`` hold the same: a release written there is one
line more. These mappings are closed: an unknown key is an error.
"""

from typing import Any, Literal

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.texts import Link, Prose

Medium = Literal["online", "print", "radio", "television"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a newspaper, a broadcast or a site about the association."""

    medium: Prose
    """Who published it: La Gazette des communes."""
    title: Prose
    """What it is called there."""
    date: Moment
    """When it appeared there."""
    url: Link = ""
    """Its address there."""
    kind: Medium = "online"
    """How it appeared: online, print, radio, television."""
    page: str = ""
    """The page of a printed piece: 12."""
    length: Prose = ""
    """How long a broadcast is: 4 min."""
    lang: str = ""
    """Its language, where it is not the site's: en."""


class ReviewedMention(Mention, frozen=True, kw_only=True):
    """A line of ``_data/coverage.yaml``, or of a table of that name (.csv)."""

    release: str = ""
    """The release that it is about, by its file: communiques/2026-11-17-forum.md."""


class PressContact(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a journalist asks, and about what."""

    contact: str = ""
    """A key of the organisation's contacts; else the name is written here."""
    name: Prose = ""
    """The person's name."""
    role: Prose = ""
    """What they do there."""
    phone: str = ""
    """As readers dial it."""
    email: str = ""
    """An e-mail address."""
    subjects: tuple[Prose, ...] = ()
    """What they answer about."""
    region: Prose = ""
    """The part of the country that they answer for."""
    hours: Prose = ""
    """When they can be reached."""
    languages: tuple[Prose, ...] = ()
    """The languages that they answer in."""


class PressFile(msgspec.Struct, frozen=True, kw_only=True):
    """A logo, a portrait or a photograph that the press may use, in one or more formats."""

    title: Prose
    """What it is, as readers see it."""
    files: tuple[str, ...]
    """The same picture in each of its formats: [press/logo.svg, press/logo.png]."""
    licence: Prose
    """What may be done with it: Reproduction libre pour la presse; CC BY 4.0."""
    licence_url: Link = ""
    """The address of the licence."""
    kind: Literal["logo", "portrait", "photograph", "document"] = "photograph"
    """Under which heading it stands: logo, portrait, photograph, document."""
    alt: Prose = ""
    """What it shows, for those who do not see it; by default its title."""
    credit: Prose = ""
    """Who made it."""


class KeyFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A number that the press may quote, and where it comes from."""

    value: Prose
    """The number as readers see it: 1 240; 62 %."""
    label: Prose
    """What it counts."""
    source: Prose
    """Who says so."""
    url: Link = ""
    """The address of the source."""
    date: Prose = ""
    """Of when it is: au 1er janvier 2026."""


class Biography(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks for the association."""

    name: Prose
    """The person's name."""
    role: Prose = ""
    """What they do there."""
    text: Prose
    """Their life, in a few sentences."""
    url: Link = ""
    """Where more is told of them: /association/."""


class PressAgenda(msgspec.Struct, frozen=True, kw_only=True):
    """Which dates interest the press; without one of the two, all of them."""

    types: tuple[Prose, ...] = ()
    """Types of events: conférence de presse."""
    tags: tuple[Prose, ...] = ()
    """Tags of the articles that announce them."""
    limit: int = 6
    """How many dates are shown at most."""


class Accreditation(msgspec.Struct, frozen=True, kw_only=True):
    """How journalists register for an event."""

    text: Prose
    """What they do, and until when."""
    url: Link = ""
    """The address of a form."""
    email: str = ""
    """The e-mail address that they write to."""


class PressPageFields(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that stands in ``_data/press.yaml``; the file makes the press page."""

    introduction: Prose = ""
    """One or two sentences under the page's title."""
    sections: tuple[str, ...] = ()
    """The sections whose articles are its releases; without one, all articles."""
    releases: int = 6
    """How many of the latest releases are shown."""
    contacts: tuple[PressContact, ...] = ()
    """Whom journalists ask."""
    files: tuple[PressFile, ...] = ()
    """Logos, portraits and photographs."""
    figures: tuple[KeyFigure, ...] = ()
    """Key figures."""
    biographies: tuple[Biography, ...] = ()
    """Who speaks for the association."""
    agenda: PressAgenda | None = None
    """Which dates interest the press."""
    accreditation: Accreditation | None = None
    """How journalists register for an event."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""
