"""Why pages are rendered, in words: questions as authors and webmasters would call them.

Engine and state know a question by its kind and its arguments (`body:news/a.md`).
"""

import re
from collections.abc import Callable
from functools import cache

from sitegen.model import Page
from sitegen.wording.phrases import phrase
from sitegen.wording.translation import _

_LISTS: dict[str, Callable[[], str]] = {
    "all": lambda: _("the whole site"),
    "section": lambda: _("section {value}"),
    "tag": lambda: _("tag {value}"),
    "author": lambda: _("author {value}"),
    "type": lambda: _("type {value}"),
    "year": lambda: _("year {value}"),
    "month": lambda: _("month {value}"),
    "entry": lambda: _("article {value}"),
}
"""What a list, a feed or a calendar is of: the questions' `kind`, with its `value`."""

WORDS: dict[str, Callable[[], str]] = {
    "setting": lambda: _("the setting `{name}`"),
    "option": lambda: _("the theme's option `{name}`"),
    "template": lambda: _("the template {name}, or one that it uses"),
    "static": lambda: _("the theme's file {path}"),
    "data": lambda: _("the data {name}"),
    "asset": lambda: _("the file {path}"),
    "entry": lambda: _("title, dates or other keys of {document_id}"),
    "body": lambda: _("the text of {document_id}"),
    "outline": lambda: _("the headings of {document_id}"),
    "frame_hosts": lambda: _("what {document_id} shows of other sites"),
    "address": lambda: _("the address of {target}"),
    "articles": lambda: _("the articles of: {list}"),
    "list_page": lambda: _("page {number} of the articles of: {list}"),
    "page_count": lambda: _("how many pages of articles there are of: {list}"),
    "size": lambda: _("how many articles there are of: {list}"),
    "neighbours": lambda: _("the articles before and after {document_id}"),
    "related": lambda: _("the articles like {document_id}"),
    "guide": lambda: _("the table of contents of the guide {trunk}"),
    "translations": lambda: _("the translations of {document_id}"),
    "section": lambda: _("the section or page {section_id}"),
    "sections": lambda: _("which sections there are"),
    "terms": lambda: _("which of these are in use: {kind}"),
    "term": lambda: _("the name of: {list}"),
    "archive": lambda: _("the months that have articles"),
    "feed_url": lambda: _("the address of the feed of: {list}"),
    "sitemap": lambda: _("the pages of the sitemap"),
    "news": lambda: _("the articles of the last two days"),
    "upcoming": lambda: _("the dates to come of: {list}"),
    "coming_days": lambda: _("the dates to come of: {list}"),
    "upcoming_count": lambda: _("how many dates are to come of: {list}"),
    "past": lambda: _("the past dates of: {list}"),
    "past_count": lambda: _("how many dates are past of: {list}"),
    "occurrences": lambda: _("the events from {first} to {last}"),
    "agenda_months": lambda: _("the months that have events"),
    "agenda_years": lambda: _("the years that have events"),
    "this_month": lambda: _("which month it is"),
    "month_neighbours": lambda: _("the months with events beside {year}-{month}"),
    "holidays": lambda: _("the public holidays from {first} to {last}"),
    "venue": lambda: _("the venue {key}"),
    "event": lambda: _("the event {event_id}"),
    "event_dates": lambda: _("the dates of the event {event_id}"),
    "next_date": lambda: _("the dates of the event {event_id}"),
    "reported": lambda: _("the date of the event {reference}"),
    "phase": lambda: _("whether the event {event_id} is to come or past"),
    "documents_about": lambda: _("the articles about the event {event_id}"),
    "agenda_scopes": lambda: _("which of these have events: {kind}"),
    "type_name": lambda: _("the name of the type {slug}"),
    "calendar": lambda: _("the events in the calendar of: {list}"),
    "calendar_url": lambda: _("the address of the calendar of: {list}"),
    "picture": lambda: _("the image {url}"),
    "shared_image": lambda: _("the image of links to {document_id}"),
    "rendition": lambda: _("how the image {path} is made"),
    "card": lambda: _("what stands on the image {path}"),
}
"""Of each kind in ``site/questions/``; placeholders are its arguments, and `list`."""

_KINDS: dict[str, Callable[[], str]] = {
    "tag": lambda: _("tags"),
    "author": lambda: _("authors"),
    "type": lambda: _("types of events"),
    "section": lambda: _("sections"),
}
_NUMBERS = ("offset", "limit", "number", "per_page", "year", "month")
_SHORT = ("kind", "first", "shape")
_CHANGED = " changed"


def reason_words(reason: str) -> str:
    """Return *reason*, as `engine.staleness.Reason` writes it, in the language of the user."""
    asked = reason.removesuffix(_CHANGED)
    if asked == reason or asked.partition(":")[0] not in WORDS:
        return phrase(reason)
    question = question_words(asked)
    return _("{question} changed").format(question=question)


def subject_words(page: Page) -> str:
    """Return what *page* is about: of a feed or a calendar its scope, in words."""
    if page.traits.subject != "scope":
        return page.subject
    return _LISTS[page.scope.kind]().format(value=page.scope.value)


def question_words(question: str) -> str:
    """Return what *question* (`kind:argument:…`) asks for; itself where nobody knows."""
    kind = question.partition(":")[0]
    if kind not in WORDS:
        return question
    found = _pattern(kind).fullmatch(question)
    if found is None:
        return question
    values = found.groupdict()
    scope = _LISTS.get(values.get("kind", ""))
    if scope is not None:
        values["list"] = scope().format(value=values.get("value", values.get("slug", "")))
    if "value" not in values and values.get("kind") in _KINDS:
        values["kind"] = _KINDS[values["kind"]]()
    if "{list}" in WORDS[kind]() and "list" not in values:
        return question
    return WORDS[kind]().format_map(values)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return what matches a question of *kind*; texts among its arguments may hold colons."""
    from sitegen.site.questions.answering import KINDS

    groups = (f"(?P<{name}>{_form(name)})" for name in KINDS[kind].parameters)
    return re.compile(":".join((kind, *groups)), re.DOTALL)


def _form(name: str) -> str:
    return r"\d+" if name in _NUMBERS else r"[^:]*" if name in _SHORT else r".*"
