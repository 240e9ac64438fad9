"""What pages are, in words: kinds as authors and webmasters would call them."""

from collections.abc import Callable

from sitegen.wording.translation import _

KINDS: dict[str, Callable[[], str]] = {
    "home": lambda: _("home page"),
    "article": lambda: _("article"),
    "page": lambda: _("page"),
    "section": lambda: _("section"),
    "tags": lambda: _("all tags"),
    "tag": lambda: _("tag"),
    "authors": lambda: _("all authors"),
    "author": lambda: _("author"),
    "archives": lambda: _("archives"),
    "archive_year": lambda: _("archives of a year"),
    "archive_month": lambda: _("archives of a month"),
    "agenda": lambda: _("agenda"),
    "agenda_past": lambda: _("past dates of the agenda"),
    "agenda_filter": lambda: _("a part of the agenda"),
    "agenda_subscribe": lambda: _("subscriptions to the agenda"),
    "agenda_year": lambda: _("a year of the agenda"),
    "agenda_month": lambda: _("a month of the agenda"),
    "accessibility": lambda: _("declaration of accessibility"),
    "search": lambda: _("search"),
    "not_found": lambda: _("page for addresses that are not found"),
    "redirect": lambda: _("redirect from a former address"),
    "atom": lambda: _("Atom feed"),
    "rss": lambda: _("RSS feed"),
    "json_feed": lambda: _("JSON feed"),
    "calendar": lambda: _("calendar"),
    "sitemap": lambda: _("sitemap"),
    "news_sitemap": lambda: _("sitemap of the news"),
    "robots": lambda: _("rules for search engines"),
    "sheet": lambda: _("file that the theme writes"),
    "static": lambda: _("file of the theme"),
    "asset": lambda: _("file of the content"),
    "original": lambda: _("image of the content"),
    "rendition": lambda: _("image in another size or format"),
    "card": lambda: _("image for shared links"),
}


def kind_words(kind: str) -> str:
    """Return what a page of *kind* is, and *kind* as templates have it where that differs."""
    words = KINDS[kind]()
    return words if words == kind else f"{words} [{kind}]"
