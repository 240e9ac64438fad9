"""What templates see of the agenda."""

from sitegen.model import Entry, Event, Occurrence
from sitegen.rendering.view.asking import Asking, Fact, asks, asks_of
from sitegen.site.agenda.event_ids import hours_of
from sitegen.site.questions import agenda, calendars, events, sections


class AgendaView(Asking):
    """Events and their dates."""

    upcoming = asks(agenda.upcoming)
    coming_days = asks(agenda.coming_days)
    past = asks(agenda.past)
    occurrences = asks(agenda.occurrences)
    agenda_months = Fact(agenda.agenda_months)
    this_month = Fact(agenda.this_month)
    weeks_between = asks(agenda.weeks_between)
    week_neighbours = asks(agenda.week_neighbours)
    month_neighbours = asks(agenda.month_neighbours)
    holidays = asks(agenda.holidays)
    venue = asks(events.venue)
    event = asks(events.event)
    event_dates = asks_of(Event, events.event_dates)
    event_date_count = asks_of(Event, events.event_date_count)
    next_date = asks_of(Event, events.next_date)
    phase = asks_of(Event, events.phase)
    is_registration_over = asks_of(Event, events.is_registration_over)
    reported = asks(events.reported)
    open_agenda_url = Fact(calendars.open_agenda_url)
    agenda_scopes = asks(agenda.agenda_scopes)

    def about(self, event: Event) -> tuple[Entry, ...]:
        """Return the documents that refer to the event: programme, report, follow-up."""
        pairs = self.ask(events.documents_about, event.id)
        return tuple({entry.id: entry for entry, _ in pairs}.values())

    def about_date(self, occurrence: Occurrence) -> tuple[Entry, ...]:
        """Return the documents about this one date of a recurring event."""
        if occurrence.rule_start is None:
            return ()
        day = occurrence.rule_start.date.isoformat()
        names = (day, *(f"{day}T{hour}" for hour in hours_of(occurrence)))
        pairs = self.ask(events.documents_about, occurrence.event.id)
        return tuple(entry for entry, named in pairs if named in names)

    def scope_name(self, kind: str, value: str) -> str:
        """Return the name of a term of a taxonomy: a `type` or a `tag` of events."""
        term = self.ask(sections.term, kind, value)
        return term.name if term else value
