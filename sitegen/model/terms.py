"""What pages gather entries by: terms, authors, organisations, sections."""

from typing import Any

import msgspec

from sitegen.model.texts import Prose


class Term(msgspec.Struct, frozen=True, order=True):
    """A tag or an author in use, with the address of its page."""

    name: str
    slug: str
    url: str

    @property
    def description(self) -> str:
        """What its feed says of it: nothing."""
        return ""


class Author(msgspec.Struct, frozen=True, kw_only=True):
    name: Prose
    slug: str
    url: str
    role: Prose = ""
    email: str = ""
    bio: Prose = ""

    @property
    def description(self) -> str:
        """What the author's feed says of them."""
        return self.bio


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A partner, a signatory or an organiser: from ``_data/organisations.yaml``, or a name."""

    name: Prose
    url: str = ""
    """Of its own site."""
    short: Prose = ""
    email: str = ""
    phone: str = ""
    address: Prose = ""
    slug: str = ""
    """Of a signatory that is a key of the data: that key, as it stands in addresses."""
    page: str = ""
    """The address of the page of what it signs or announces; empty for those without one."""

    @property
    def card(self) -> str:
        """The address of its contact card, beside its page; empty where there is nothing to say."""
        is_reached = self.page and (self.email or self.phone or self.address)
        return f"{self.page.rpartition('/')[0]}/{self.slug}.vcf" if is_reached else ""

    @property
    def description(self) -> str:
        """What the feed of what it signs says of it: nothing."""
        return ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A rubrique: a folder of ``content/`` with its settings."""

    id: str
    origin: str = ""
    """The section that it was published as first, where it is another one: its feed's id."""
    title: str
    url: str
    summary: str = ""
    per_page: int = 20
    feed: bool = True
    layout: str = ""
    """Which templates its pages have: those of ``layouts/<layout>/``; empty for the usual ones."""
    trunk: str = ""
    """The section that gave it its layout; empty where the site did."""
    introduction: str = ""
    """The id of the ``_index.md`` whose body introduces the section, or nothing."""
    extra: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """Its title: a section is a term like others."""
        return self.title

    @property
    def slug(self) -> str:
        """Its id."""
        return self.id

    @property
    def description(self) -> str:
        """What its feed says of it."""
        return self.summary
