"""Sections, tags and menus."""

from typing import ClassVar

import msgspec

from sitegen.border.slugs import chosen_slug
from sitegen.config.refusing import Refuse
from sitegen.model import Link, Prose, ReleaseFields


class SectionConfig(msgspec.Struct, frozen=True, kw_only=True):
    title: Prose = ""
    """The section's name, as readers see it."""
    slug: str = ""
    """How it is called in addresses, where not as its folder: press-releases."""
    per_page: int = 0
    """How many articles stand on a page of its list."""
    feed: bool = True
    """Whether it has a feed of its own."""
    layout: str = ""
    """How the section's pages are laid out, and those of the sections below: `documentation`."""
    press: ReleaseFields = ReleaseFields()
    """How its releases go to the press, where they do not say it themselves."""
    aliases: tuple[str, ...] = ()
    """Former addresses of its list, feed or calendar, which lead there: `/category/news/`."""


class TagConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What the site says of a tag, by the tag as texts write it."""

    aliases: tuple[str, ...] = ()
    """Former addresses of its list, feed or calendar, which lead there: `/tag/water/`."""


class MenuItem(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a menu: a title and an address, or a section's id, or a page's path."""

    shorthand: ClassVar[str] = "target"

    title: Prose = ""
    """What readers see."""
    url: Link = ""
    """An address: `/join/`, or `https://…`."""
    target: str = ""
    """A section's name (news), or a page's file (association.md)."""


def check_sections(sections: dict[str, SectionConfig], refuse: Refuse) -> None:
    for name in sorted(sections):
        if sections[name].per_page < 0:
            refuse(f"sections.{name}", "expected-positive", key=f"sections.{name}.per_page")
        slug = sections[name].slug
        if slug and (meant := chosen_slug(slug)) != slug:
            refuse(f"sections.{name}.slug", "slug-refused", value=slug, suggestion=meant)
