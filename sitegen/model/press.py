"""What goes to the press with a release: frozen values, found out by ``site/press.py``."""

from typing import Literal

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.written import Contact

KitFormat = Literal["pdf", "text", "mail", "message", "pictures", "kit"]
"""A release as PDF, as text, as HTML for a mail, as a mail; what its pictures are; all of it."""


class About(msgspec.Struct, frozen=True):
    """Who an organisation is: what stands under "À propos"."""

    name: str
    text: str
    url: str = ""
    """Of its own site."""


class PressPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of a release in full size, with what those who print it need."""

    asset_id: str
    """The file's path below ``content/``."""
    name: str
    """What the file is called in the kit: no two alike."""
    url: str
    media_type: str
    size: int
    """Bytes."""
    width: int
    """Pixels; 0 when unknown."""
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """All that a kit holds beside the document's own title, dates and text."""

    name: str
    """What its files are called, without their endings."""
    issuer: About
    email: str = ""
    """Where answers to its mail go."""
    logo: str = ""
    """A file of content/: the organisation's; empty where there is none, or another issues it."""
    abouts: tuple[About, ...] = ()
    """Of the issuer and of each signatory that says who it is."""
    contacts: tuple[Contact, ...] = ()
    office: str = ""
    """The regional office that answers, where the release names one."""
    embargo: Moment | None = None
    """Until when nobody may publish it; None: it is free."""
    pictures: tuple[PressPicture, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """The ids and names of the files that come with it."""


class KitFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a kit as readers are offered it."""

    format: KitFormat
    name: str
    url: str
    media_type: str
    size: int
    """Bytes; 0 on private pages, where sizes are not told."""
    lang: str
    """The language that it is written in."""
