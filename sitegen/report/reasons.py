"""Why pages are rendered, in words: questions as authors and webmasters would call them.

Engine and state know reasons and questions as values; only here have they words.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sitegen.model import TAXONOMIES, Page, Question
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.engine.options import IndexReason
    from sitegen.engine.reasons import Reason

_LISTS: dict[str, Callable[[], str]] = {
    **{taxonomy.name: partial(_, taxonomy.of) for taxonomy in TAXONOMIES.values()},
    "all": lambda: _("the whole site"),
    "outlook": lambda: _("the whole site, for Outlook"),
    "year": lambda: _("year {value}"),
    "month": lambda: _("month {value}"),
    "week": lambda: _("week {value}"),
    "entry": lambda: _("article {value}"),
}
"""What a list, a feed or a calendar is of: the questions' `kind`, with its `value`."""

WORDS: dict[str, Callable[[], str]] = {
    "setting": lambda: _("the setting `{name}`"),
    "named_by": lambda: _("the host that ids in feeds and calendars are made of"),
    "redirect_rules": lambda: _("the former addresses, and where they lead"),
    "option": lambda: _("the theme's option `{name}`"),
    "template": lambda: _("the template {name}, or one that it uses"),
    "static": lambda: _("the theme's file {path}"),
    "data": lambda: _("the data {name}"),
    "moved": lambda: _("where {former} leads"),
    "asset": lambda: _("the file {path}"),
    "entry": lambda: _("title, dates or other keys of {document_id}"),
    "body": lambda: _("the text of {document_id}"),
    "outline": lambda: _("the headings of {document_id}"),
    "frame_hosts": lambda: _("what {document_id} shows of other sites"),
    "page_url": lambda: _("the address of {document_id}"),
    "address": lambda: _("the address of {target}"),
    "address_from": lambda: _("where the link of {document_id} to {target} leads"),
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
    "rss_url": lambda: _("the address of the RSS feed"),
    "is_registration_over": lambda: _("whether one can still register for the event {event_id}"),
    "weeks_between": lambda: _("the weeks that have events from {first} to {last}"),
    "week_neighbours": lambda: _("the weeks with events before and after {value}"),
    "box_url": lambda: _("the address of the box for other sites of: {list}"),
    "open_agenda_url": lambda: _("the address of the agenda for programs"),
    "calendar_dates": lambda: _("the dates of the agenda for programs"),
    "opml_url": lambda: _("the address of the list of feeds"),
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
    "event_date_count": lambda: _("how many dates the event {event_id} has"),
    "event_dates": lambda: _("the dates of the event {event_id}"),
    "next_date": lambda: _("the dates of the event {event_id}"),
    "reported": lambda: _("the date of the event {reference}"),
    "phase": lambda: _("whether the event {event_id} is to come or past"),
    "documents_about": lambda: _("the articles about the event {event_id}"),
    "agenda_scopes": lambda: _("which of these have events: {kind}"),
    "calendar": lambda: _("the events in the calendar of: {list}"),
    "calendar_title": lambda: _("what the calendar of: {list} is called"),
    "calendar_url": lambda: _("the address of the calendar of: {list}"),
    "press": lambda: _("what the press page shows"),
    "press_url": lambda: _("whether there is a press page"),
    "coverage": lambda: _("the press review {year}"),
    "coverage_years": lambda: _("the years of the press review"),
    "coverage_url": lambda: _("whether there is a press review"),
    "coverage_of": lambda: _("what the press wrote of {document_id}"),
    "letters": lambda: _("the letters that were sent"),
    "letter": lambda: _("the letter {letter_id}"),
    "letters_url": lambda: _("whether letters were sent"),
    "picture": lambda: _("the image {url}"),
    "shared_image": lambda: _("the image of links to {document_id}"),
    "rendition": lambda: _("how the image {path} is made"),
    "release": lambda: _("what goes to the press with {document_id}"),
    "kit": lambda: _("the press kit of {document_id}"),
    "original": lambda: _("the file at {path}"),
    "file_content": lambda: _("the file {asset_id}"),
    "card": lambda: _("what stands on the image {path}"),
    "slot": lambda: _("what plugins show at the place {name}"),
    "plugin": lambda: _("the plugin {name}"),
    "private": lambda: _("the private pages {audience}"),
    "private_address": lambda: _("where {target} is opened by who has a key"),
    "waiting": lambda: _("why the public does not see {document_id} yet"),
    "readers": lambda: _("the keys of the private pages {audience}"),
    "version": lambda: _("the pages in {language}"),
    "versions": lambda: _("where {subject} stands in the other languages"),
    "untranslated": lambda: _("{target} in another language"),
    "sitemap_versions": lambda: _("the pages that stand in several languages"),
    "sitemaps_of_versions": lambda: _("the sitemaps of the other languages"),
    "private_files": lambda: _("the addresses of the private pages {audience}"),
}
"""Of each kind in ``site/questions/``; placeholders are its arguments, and `list`."""

_REASONS: dict[str, Callable[[], str]] = {
    "new": lambda: _("not built before"),
    "definition": lambda: _("planned otherwise"),
    "output": lambda: _("its file is missing or was changed"),
    "question": lambda: _("{question} changed"),
}
_INDEX_REASONS: dict[str, Callable[[], str]] = {
    "new": lambda: _("not made before"),
    "pages": lambda: _("pages changed"),
    "output": lambda: _("a file of it is missing or was changed"),
}


def reason_words(reason: "Reason", *, is_for_logs: bool = False) -> str:
    """Return why a page is rendered, in the language of the user.

    *is_for_logs*: where others read it, as in CI, nothing of private pages but their readers' name.
    """
    question = reason.question
    if question and question.kind == "version" and is_for_logs:
        kind, *arguments = question.arguments[1:]
        inner = replace(reason, question=Question(str(kind), tuple(arguments)))
        return reason_words(inner, is_for_logs=True)
    if is_for_logs and question and _holds_another(question):
        readers = str(question.arguments[0]).partition("/")[0]  # then the document, of a preview
        words = WORDS[question.kind]().format(audience=readers)
    else:
        words = question_words(question) if question else ""
    return _REASONS[reason.kind]().format(question=words)


def index_words(reason: "IndexReason") -> str:
    """Return why the search index is made, in the language of the user."""
    return _INDEX_REASONS[reason]()


def subject_words(page: Page) -> str:
    """Return what *page* is about: of a feed or a calendar its scope, in words."""
    if page.traits.subject != "scope":
        return page.subject
    return _LISTS[page.scope.kind]().format(value=page.scope.value)


def question_words(question: Question) -> str:
    """Return what *question* asks for, in the language of the user."""
    from sitegen.site.questions.answering import KINDS

    if question.kind not in KINDS:
        shown = f"{question.kind}({', '.join(map(str, question.arguments))})"
        return _("what a plugin answers: {question}").format(question=shown)
    parameters, arguments = KINDS[question.kind].parameters, question.arguments
    if _holds_another(question):
        whole = WORDS[question.kind]().format_map(dict(zip(parameters, arguments, strict=False)))
        return f"{question_words(Question(str(arguments[1]), arguments[2:]))} ({whole})"
    values = dict(zip(parameters, arguments, strict=True))
    scope = _LISTS.get(str(values.get("kind", "")))
    if scope is not None:
        values["list"] = scope().format(value=values.get("value", values.get("slug", "")))
    if "value" not in values and values.get("kind") in TAXONOMIES:
        values["kind"] = _(TAXONOMIES[str(values["kind"])].many)
    return WORDS[question.kind]().format_map(values)


def _holds_another(question: Question) -> bool:
    """Whether *question* is one of the readers of private pages, about what is theirs; or one of
    pages in another language.
    """
    from sitegen.site.questions.answering import KINDS

    arguments = question.arguments
    is_of_others = question.kind in ("private", "version") and len(arguments) > 1
    return len(arguments) > len(KINDS[question.kind].parameters) or (
        is_of_others and str(arguments[1]) in KINDS
    )
