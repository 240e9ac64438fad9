"""Who publishes the site: its name, addresses and people."""

import msgspec

from sitegen.model import Contact, Link, Prose


class Office(msgspec.Struct, frozen=True, kw_only=True):
    name: Prose
    """What the office is called."""
    address: Prose = ""
    """In one line: street, postcode, town."""
    phone: str = ""
    """As readers dial it."""
    email: str = ""
    """An e-mail address."""
    people: tuple[Contact, ...] = ()
    """Who works there."""


class OrganisationConfig(msgspec.Struct, frozen=True, kw_only=True):
    name: Prose
    """The organisation's name."""
    legal_form: Prose = ""
    """What it is in law: Association régie par la loi du 1er juillet 1901."""
    address: Prose = ""
    """In one line: street, postcode, town."""
    email: str = ""
    """The address that readers write to."""
    phone: str = ""
    """As readers dial it."""
    logo: str = ""
    """Its picture, a file of content/: logo.svg."""
    founded: str = ""
    """The year in which it was founded."""
    boilerplate: Prose = ""
    """Who it is, in some sentences, as it stands at the end of releases."""
    boilerplate_in: dict[str, Prose] = {}
    """The same in other languages than the site's, each under its language: en."""
    registration: Prose = ""
    """Its numbers: RNA, SIRET."""
    social: tuple[Link, ...] = ()
    """Addresses of its pages on social networks."""
    offices: tuple[Office, ...] = ()
    """Head office and branches."""
    contacts: dict[str, Contact] = {}
    """People that articles name by a word: `contact: presse`."""
