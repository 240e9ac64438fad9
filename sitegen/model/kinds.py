"""Kinds of page: what each is, for every part of the program that must tell kinds apart.

A page bears the name of its kind, which templates and the state know it by. Whoever wants to know
more of a kind asks its value here, and compares no names.

Kinds stand by family. What belongs to a family has a module of its name in each layer:
``site/plan/<family>.py`` says which pages there are and where, ``rendering/`` how they are made.
"""

from typing import Literal

import msgspec

from sitegen.model.taxonomies import LISTED, Taxonomy


class Kind(msgspec.Struct, frozen=True):
    """What pages of a kind have in common."""

    name: str
    words: str
    """What people call such a page, in English: `sitegen explain` says it in their language."""
    family: str
    made: Literal["template", "writer", "kit", "copy", "pixels", "sealed"] = "template"
    """By a template of the theme, by code of ours, from a file's bytes, from an image, or from
    either, sealed for those who have a key.

    Code of ours is the function `write_<name>` of ``rendering/<family>/write.py``. What is part of
    a kit is made by such a function too, before the pages that tell how large it is.
    """
    subject: Literal["", "document", "file", "list", "scope", "period", "person", "letter"] = ""
    """What a page's `subject` names: a document or a file below ``content/`` by its path; a
    section, a tag or an author; a list or a part of the agenda as `kind:value`; a year or a
    month; somebody of the press page; a letter."""
    is_of_document: bool = False
    """Whether it shows a document, and nothing else: where that has a mistake, so has the page."""
    is_searched: bool = False
    """Whether readers find it in the site's search."""
    in_sitemap: Literal["", "dated", "plain"] = ""
    """Whether search engines are told of it, and of its last change."""
    has_layouts: bool = False
    """Whether a layout has a template of its own for it."""
    template_file: str = ""
    """Where the template has another name than the kind; or what code of ours renders first."""

    @property
    def template(self) -> str:
        """The theme's template for it, where a template makes it."""
        return self.template_file or f"{self.name}.html"


def _of_kit(name: str, words: str, template: str = "") -> Kind:
    """Return the kind of a form in which a release goes to the press."""
    return Kind(
        name,
        words,
        "press",
        "kit",
        subject="document",
        is_of_document=True,
        template_file=template,
    )


HOME = Kind("home", "home page", "articles", in_sitemap="dated")
ARTICLE = Kind(
    "article",
    "article",
    "articles",
    subject="document",
    is_of_document=True,
    is_searched=True,
    in_sitemap="dated",
)
PAGE = Kind(
    "page",
    "page",
    "articles",
    subject="document",
    is_of_document=True,
    is_searched=True,
    in_sitemap="dated",
    has_layouts=True,
)
REDIRECT = Kind("redirect", "redirect from a former address", "articles", subject="document")
ELSEWHERE = Kind(
    "elsewhere",
    "way to a text elsewhere",
    "articles",
    subject="document",
    is_searched=True,
    template_file="redirect.html",
)
"""Where the page of a text would stand that has none here: its source has it."""

SECTION = Kind(
    "section", "section", "taxonomies", subject="list", in_sitemap="dated", has_layouts=True
)

ARCHIVES = Kind("archives", "archives", "archives", in_sitemap="plain")
ARCHIVE_YEAR = Kind(
    "archive_year",
    "archives of a year",
    "archives",
    subject="period",
    in_sitemap="plain",
    template_file="archive.html",
)
ARCHIVE_MONTH = Kind(
    "archive_month",
    "archives of a month",
    "archives",
    subject="period",
    in_sitemap="plain",
    template_file="archive.html",
)

AGENDA = Kind("agenda", "agenda", "agenda", in_sitemap="plain")
AGENDA_PAST = Kind("agenda_past", "past dates of the agenda", "agenda")
AGENDA_FILTER = Kind(
    "agenda_filter", "a part of the agenda", "agenda", subject="scope", in_sitemap="plain"
)
AGENDA_SUBSCRIBE = Kind(
    "agenda_subscribe", "subscriptions to the agenda", "agenda", in_sitemap="plain"
)
AGENDA_YEAR = Kind(
    "agenda_year", "a year of the agenda", "agenda", subject="period", in_sitemap="plain"
)
AGENDA_MONTH = Kind(
    "agenda_month", "a month of the agenda", "agenda", subject="period", in_sitemap="plain"
)
AGENDA_WEEK = Kind("agenda_week", "a week of the agenda", "agenda", subject="period")

ATOM = Kind("atom", "Atom feed", "feeds", "writer", subject="scope")
RSS = Kind("rss", "RSS feed", "feeds", "writer", subject="scope")
JSON_FEED = Kind("json_feed", "JSON feed", "feeds", "writer", subject="scope")
OPML = Kind("opml", "list of feeds", "feeds", "writer")
BOX = Kind("box", "box for other sites", "feeds", "writer", subject="scope")

CALENDAR = Kind("calendar", "calendar", "calendars", "writer", subject="scope")
OPEN_AGENDA = Kind("open_agenda", "agenda for programs", "calendars", "writer")

ASSET = Kind("asset", "file of the content", "files", "copy", subject="file")
ORIGINAL = Kind("original", "image of the content", "files", "pixels", subject="file")
RENDITION = Kind(
    "rendition", "image in another size or format", "pictures", "pixels", subject="file"
)
CARD = Kind("card", "image for shared links", "pictures", "pixels", subject="document")

PRESS_PDF = _of_kit("press_pdf", "release as PDF", "press/pdf.html")
PRESS_TEXT = _of_kit("press_text", "release as plain text")
PRESS_MAIL = _of_kit("press_mail", "release as HTML for a mail", "press/mail.html")
PRESS_MESSAGE = _of_kit("press_message", "release as a mail")
PRESS_PICTURES = _of_kit("press_pictures", "captions and credits of a release")
PRESS_KIT = _of_kit("press_kit", "press kit of a release")

ACCESSIBILITY = Kind(
    "accessibility", "declaration of accessibility", "services", in_sitemap="plain"
)
SEARCH = Kind("search", "search", "services")
MOVED = Kind("moved", "redirect of the settings", "services")
NOT_FOUND = Kind(
    "not_found", "page for addresses that are not found", "services", template_file="404.html"
)

PRESS = Kind("press", "press page", "press_page", in_sitemap="plain")
COVERAGE = Kind("coverage", "press review", "press_page", in_sitemap="plain")
COVERAGE_YEAR = Kind(
    "coverage_year",
    "press review of a year",
    "press_page",
    subject="period",
    in_sitemap="plain",
    template_file="coverage.html",
)
COVERAGE_FEED = Kind("coverage_feed", "feed of the press review", "press_page", "writer")
CONTACT_CARD = Kind("contact_card", "contact card", "press_page", "writer", subject="person")
ORGANISATION_CARD = Kind(
    "organisation_card", "contact card of an organisation", "press_page", "writer", subject="scope"
)
REDIRECT_RULES = Kind("redirect_rules", "redirects for the web host", "hosts", "writer")
PRIVATE = Kind("private", "private page", "private", subject="document", is_of_document=True)
SEALED = Kind("sealed", "file of a private page", "private", "sealed")
SEALED_FILE = Kind("sealed_file", "file of a private page", "private", "sealed", subject="file")
PREVIEWED = Kind(
    "previewed",
    "redirect from the address of a preview",
    "private",
    subject="document",
    template_file="redirect.html",
)

LETTERS = Kind("letters", "all letters", "letters", in_sitemap="plain")
LETTER = Kind("letter", "letter", "letters", subject="letter", in_sitemap="plain")

SITEMAP = Kind("sitemap", "sitemap", "sitemaps", "writer")
NEWS_SITEMAP = Kind("news_sitemap", "sitemap of the news", "sitemaps", "writer")

STATIC = Kind("static", "file of the theme", "theme", "copy")
SHEET = Kind("sheet", "file that the theme writes", "theme")


def _kinds_of(taxonomy: Taxonomy) -> tuple[Kind, Kind]:
    """Return the kinds of a term's page and of the page of all terms."""
    name = taxonomy.name
    return (
        Kind(name, taxonomy.one, "taxonomies", subject="list", in_sitemap="dated"),
        Kind(f"{name}s", taxonomy.overview, "taxonomies"),
    )


TERM: dict[str, Kind] = {}
"""The kind of a term's page by the name of its taxonomy."""
OVERVIEW: dict[str, Kind] = {}
"""The kind of the page of all terms by the name of their taxonomy."""
for _taxonomy in LISTED:
    TERM[_taxonomy.name], OVERVIEW[_taxonomy.name] = _kinds_of(_taxonomy)

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        *(value for value in list(globals().values()) if isinstance(value, Kind)),
        *TERM.values(),
        *OVERVIEW.values(),
    )
}
"""All kinds by name, but those of plugins."""

OF_PLUGINS: dict[str, Kind] = {}
"""Kinds that plugins have brought to this process, by name: the plugin's, a dot, its function's."""
_GONE = Kind("", "page of a plugin that is not at work", "plugins", "writer")


def traits_of(kind: str) -> Kind:
    """Return what pages of the kind of that name have in common."""
    known = KINDS.get(kind)
    return known if known is not None else OF_PLUGINS.get(kind, _GONE)
