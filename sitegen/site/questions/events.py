"""Questions about one event: what it is, when it takes place, which texts are about it."""

from sitegen.model import Entry, Event, Location, Occurrence
from sitegen.site.agenda.calendar import closes_at
from sitegen.site.agenda.event_ids import date_meant, split_reference
from sitegen.site.answers import Answers
from sitegen.site.questions.kind import question

DATES_SHOWN = 12
"""Of a recurring event, on its page."""


@question
def venue(answers: Answers, key: str) -> Location | None:
    """Return a place of ``_data/venues.yaml``."""
    return answers.index.directory.venue(key)


@question
def event(answers: Answers, event_id: str) -> Event | None:
    """Return an event by its id; None if no public document announces it."""
    return answers.index.calendar.events.get(event_id)


@question
def event_dates(answers: Answers, event_id: str) -> tuple[Occurrence, ...]:
    """Return the coming dates of an event (all of them once it is over), at most twelve."""
    dates = answers.index.calendar.by_event.get(event_id, [])
    return tuple((_to_come(answers, event_id) or dates)[:DATES_SHOWN])


@question
def event_date_count(answers: Answers, event_id: str) -> int:
    """Return how many dates `event_dates` would show, were they not twelve at most."""
    dates = answers.index.calendar.by_event.get(event_id, [])
    return len(_to_come(answers, event_id) or dates)


@question
def next_date(answers: Answers, event_id: str) -> Occurrence | None:
    """Return the date that stands for an event: the next that takes place, or was to."""
    dates = _to_come(answers, event_id) or answers.index.calendar.by_event.get(event_id, [])
    return next((date for date in dates if not date.event.is_off), next(iter(dates), None))


@question
def reported(answers: Answers, reference: str) -> Occurrence | None:
    """Return the date that a reference of `entry.about` means; None if it is not public."""
    event_id, day = split_reference(reference)
    if day is None:
        return next_date.answer(answers, event_id)
    dates = answers.index.calendar.by_event.get(event_id, [])
    # A date that was taken away since is told as the event itself.
    on_that_day = (date for date in dates if date.first_day == day)
    return date_meant(dates, reference) or next(on_that_day, None)


@question
def phase(answers: Answers, event_id: str) -> str:
    """Return `coming`, `now` or `past`."""
    calendar = answers.index.calendar
    dates = calendar.by_event.get(event_id, [])
    ahead = _to_come(answers, event_id)
    now = _now(answers)
    if any(calendar.begins(date) <= now and not date.event.is_off for date in ahead):
        return "now"
    # What is put off neither begins nor is over.
    is_put_off = bool(dates) and all(date.event.has_no_date for date in dates)
    return "coming" if ahead or is_put_off else "past"


@question
def is_registration_over(answers: Answers, event_id: str) -> bool:
    """Return whether the last moment to register for an event has passed."""
    event = answers.index.calendar.events.get(event_id)
    return event is not None and closes_at(event) <= _now(answers)


@question
def documents_about(answers: Answers, event_id: str) -> tuple[tuple[Entry, str], ...]:
    """Return the documents that refer to an event, by date; each with the date that it is about."""
    pairs = answers.keep("documents_about", lambda: _documents_about(answers))
    return tuple(pairs.get(event_id, ()))


def _now(answers: Answers) -> float:
    return answers.index.clock.now.timestamp()


def _to_come(answers: Answers, event_id: str) -> list[Occurrence]:
    calendar, now = answers.index.calendar, _now(answers)
    dates = calendar.by_event.get(event_id, [])
    return [date for date in dates if calendar.ends(date) > now]


def _documents_about(answers: Answers) -> dict[str, list[tuple[Entry, str]]]:
    """Return the documents that refer to each event, by its id."""
    pairs_of: dict[str, list[tuple[Entry, str]]] = {}
    for entry in answers.index.entries.values():
        for reference in entry.about:
            event_id, day = split_reference(reference)
            shown = reference.removeprefix(f"{event_id}@") if day else ""
            pairs_of.setdefault(event_id, []).append((entry, shown))
    for pairs in pairs_of.values():
        pairs.sort(key=lambda pair: (_published(pair[0]), pair[0].id, pair[1]))
    return pairs_of


def _published(entry: Entry) -> float:
    return entry.date.timestamp if entry.date else 0.0
