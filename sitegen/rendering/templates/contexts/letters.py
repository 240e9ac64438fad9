"""What a letter is given, as a page and as a mail: what it told, of what is still public."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.model import Entry, Event, Moment, Occurrence, Page
from sitegen.model.kinds import LETTER, LETTERS
from sitegen.model.letters import LetterFields, ToldDate
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site
from sitegen.site.agenda.event_ids import split_reference


class DateLine(NamedTuple):
    """A date of the agenda: as the letter told it, and the event."""

    told: ToldDate
    event: Event
    occurrence: Occurrence
    """The event at the hour that the letter told."""

    @property
    def has_changed(self) -> bool:
        """Whether something else is known of it by now."""
        event = self.event
        is_off = event.is_off and self.told.status not in ("cancelled", "postponed")
        return is_off or (not event.is_off and event.start.iso() != self.told.start.iso())


class ArticlesOf(NamedTuple):
    """The new articles of a section, the newest first."""

    title: str
    url: str
    entries: list[Entry]


class Week(NamedTuple):
    monday: dt.date
    dates: list[DateLine]


def letter_contents(site: Site, fields: LetterFields) -> Context:
    """Return what the templates of a letter show of it."""
    settings = site.setting("letter")
    known = settings.lists if settings else {}
    return {
        "fields": fields,
        "list": known.get(fields.list),
        "publisher": settings,
        "corrections": _entries(site, fields.corrections),
        "changes": _lines(site, fields.changes),
        "parts": _parts(site, fields.articles),
        "weeks": _weeks(_lines(site, fields.dates), fields.date),
    }


def _entries(site: Site, ids: Iterable[str]) -> list[Entry]:
    return [entry for entry in map(site.entry, ids) if entry]


def _parts(site: Site, ids: Iterable[str]) -> list[ArticlesOf]:
    """Return the articles by section, in the order of the site's sections."""
    entries = _entries(site, ids)
    sections = [*site.sections, None]
    parts = []
    for section in sections:
        articles = [
            entry
            for entry in entries
            if (entry.section and entry.section.id) == (section and section.id)
        ]
        if articles:
            title, url = (section.title, section.url) if section else ("", "")
            parts.append(ArticlesOf(title, url, articles))
    return parts


def _lines(site: Site, dates: Iterable[ToldDate]) -> list[DateLine]:
    return [line for line in (_line(site, occurrence) for occurrence in dates) if line]


def _line(site: Site, told: ToldDate) -> DateLine | None:
    """Return a date with its event as it is on that date; None where it is not public any more."""
    event_id, day = split_reference(told.event)
    occurrence = site.reported(told.event)
    event = occurrence.event if occurrence else site.event(event_id)
    if event is None:
        return None
    shown = Occurrence(event=event, start=told.start, end=None)
    if occurrence and occurrence.start.iso() == told.start.iso():
        shown = replace(shown, end=occurrence.end, slots=occurrence.slots)
    now = occurrence.start if occurrence and day else event.start
    return DateLine(told, replace(event, start=now), shown)


def _weeks(lines: Iterable[DateLine], written: Moment) -> list[Week]:
    """Return the dates by week; what goes on already stands in the week of the letter."""
    weeks: dict[dt.date, list[DateLine]] = {}
    for line in lines:
        day = max(line.told.start.date, written.date)
        weeks.setdefault(day - dt.timedelta(days=day.weekday()), []).append(line)
    return [Week(monday, dates) for monday, dates in weeks.items()]


def letter_context(site: Site, page: Page) -> Context:
    letter = site.letter(page.subject)
    assert letter is not None  # or the page were not planned
    return {"letter": letter} | letter_contents(site, letter.fields)


def letters_context(site: Site, page: Page) -> Context:
    return {"letters": site.letters}


CONTEXTS: Contexts = {LETTER: letter_context, LETTERS: letters_context}
