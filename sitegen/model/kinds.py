"""Kinds of page: what each is, for every part of the program that must tell kinds apart.

A page bears the name of its kind, which templates and the state know it by. Whoever wants to know
more of a kind asks its value here, and compares no names.
"""

from typing import Literal

import msgspec


class Kind(msgspec.Struct, frozen=True):
    """What pages of a kind have in common."""

    name: str
    made: Literal["template", "writer", "copy", "pixels"]
    """By a template of the theme, by code of ours, from a file's bytes, or from an image."""
    subject: Literal["", "document", "file", "list", "scope", "period"] = ""
    """What a page's `subject` names: a document or a file below ``content/`` by its path; a
    section, a tag or an author; a list or a part of the agenda as `kind:value`; a year or a
    month."""
    is_of_document: bool = False
    """Whether it shows a document, and nothing else: where that has a mistake, so has the page."""
    is_searched: bool = False
    """Whether readers find it in the site's search."""
    in_sitemap: Literal["", "dated", "plain"] = ""
    """Whether search engines are told of it, and of its last change."""
    has_layouts: bool = False
    """Whether a layout has a template of its own for it."""


_KINDS = (
    Kind("home", "template", in_sitemap="dated"),
    Kind(
        "article",
        "template",
        "document",
        is_of_document=True,
        is_searched=True,
        in_sitemap="dated",
    ),
    Kind(
        "page",
        "template",
        "document",
        is_of_document=True,
        is_searched=True,
        in_sitemap="dated",
        has_layouts=True,
    ),
    Kind("section", "template", "list", in_sitemap="dated", has_layouts=True),
    Kind("tags", "template"),
    Kind("tag", "template", "list", in_sitemap="dated"),
    Kind("authors", "template"),
    Kind("author", "template", "list", in_sitemap="dated"),
    Kind("archives", "template", in_sitemap="plain"),
    Kind("archive_year", "template", "period", in_sitemap="plain"),
    Kind("archive_month", "template", "period", in_sitemap="plain"),
    Kind("agenda", "template", in_sitemap="plain"),
    Kind("agenda_past", "template"),
    Kind("agenda_filter", "template", "scope", in_sitemap="plain"),
    Kind("agenda_subscribe", "template", in_sitemap="plain"),
    Kind("agenda_year", "template", "period", in_sitemap="plain"),
    Kind("agenda_month", "template", "period", in_sitemap="plain"),
    Kind("accessibility", "template", in_sitemap="plain"),
    Kind("search", "template"),
    Kind("not_found", "template"),
    Kind("redirect", "template", "document"),
    Kind("atom", "writer", "scope"),
    Kind("rss", "writer", "scope"),
    Kind("json_feed", "writer", "scope"),
    Kind("calendar", "writer", "scope"),
    Kind("sitemap", "writer"),
    Kind("news_sitemap", "writer"),
    Kind("robots", "writer"),
    Kind("sheet", "template"),
    Kind("static", "copy"),
    Kind("asset", "copy", "file"),
    Kind("original", "pixels", "file"),
    Kind("rendition", "pixels", "file"),
    Kind("card", "pixels", "document"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
"""All kinds by name."""
