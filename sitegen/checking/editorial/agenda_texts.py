"""Texts of the agenda that calendars know nothing of, or know otherwise than readers. Pure.

Who writes for the first time gives the day of the event as `date:`, and « ANNULÉ » in the title:
neither gets into a calendar.
"""

import re
from collections.abc import Iterator

from sitegen.border.suggestions import plain
from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.model import EventFields
from sitegen.site.index import Index
from sitegen.site.publication import is_meant_to_be_read

_WORD = r"annulee?s?|reportee?s?|complete?s?|cancell?ed|postponed|sold out"
_SAYS = re.compile(
    rf"^\W*(?P<first>{_WORD})\s*[:!\])\u2013\u2014-]"
    rf"|[(\[:\u2013\u2014]\s*(?P<last>{_WORD})\W*$"
)
_MEANT = {
    "annule": "cancelled",
    "cancel": "cancelled",
    "report": "postponed",
    "postpo": "postponed",
    "comple": "full",
    "sold o": "full",
}
"""By how the word begins."""


def check_agenda(index: Index) -> Iterator[Diagnostic]:
    """Yield articles of the agenda's own section that announce no event and report on none."""
    config = index.config
    sections = {section.id for section in index.sections.values() if index.is_agenda(section)}
    for document in index.documents.values():
        section = document.front.section or document.section_folder.partition("/")[0]
        is_article = document.date is not None and document.section_front is None
        is_silent = section in sections and is_article and not document.events
        if is_silent and is_meant_to_be_read(document, index.clock, config.timezone):
            yield document.diagnostic("agenda-without-event", "date")


def check_status(text: Text) -> Iterator[Diagnostic]:
    """Yield a title that says what became of an event whose `status:` says nothing of it."""
    title = text.document.title
    match = _SAYS.search(plain(title))
    if match is None:
        return
    word = match["first"] or match["last"]
    for number, event in enumerate(text.document.events):
        if isinstance(event, EventFields) and event.status == "confirmed":
            key = "event" if text.document.front.event is event else f"events.{number}"
            values = {"title": title, "status": _MEANT[word[:6]]}
            yield text.document.diagnostic("status-in-title", key, **values)
            return
