"""What templates see of the agenda."""

from sitegen.model import Entry, Event, Location, Occurrence, Term
from sitegen.rendering.view.settings import SettingsView


class AgendaView(SettingsView):
    """Answers questions about events and their dates."""

    def upcoming(
        self, limit: int, kind: str = "all", value: str = "", offset: int = 0
    ) -> tuple[Occurrence, ...]:
        """Return what has not ended yet, in order of time; what is put off without a date last."""
        found: tuple[Occurrence, ...] = self.ask("upcoming", kind, value, offset, limit)
        return found

    def coming_days(self, limit: int, kind: str = "all", value: str = "") -> tuple[Occurrence, ...]:
        """Return what has not ended yet by its days; what is put off at the day that it had."""
        found: tuple[Occurrence, ...] = self.ask("coming_days", kind, value, limit)
        return found

    def past(
        self, limit: int, kind: str = "all", value: str = "", offset: int = 0
    ) -> tuple[Occurrence, ...]:
        """Return what has ended, the latest first."""
        found: tuple[Occurrence, ...] = self.ask("past", kind, value, offset, limit)
        return found

    def occurrences(self, first: str, last: str) -> tuple[Occurrence, ...]:
        """Return what takes place from *first* to *last* (`2027-03-01`), in order of time."""
        found: tuple[Occurrence, ...] = self.ask("occurrences", first, last)
        return found

    @property
    def agenda_months(self) -> tuple[tuple[int, int, int], ...]:
        """Year, month and number of dates, for all months in which something takes place."""
        found: tuple[tuple[int, int, int], ...] = self.ask("agenda_months")
        return found

    @property
    def this_month(self) -> tuple[int, int]:
        """Year and month for which the site was built; ask it of a site with events alone."""
        found: tuple[int, int] = self.ask("this_month")
        return found

    def month_neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        """Return the months with dates before and after one, each a year and a month, or None."""
        found: tuple[tuple[int, int] | None, ...] = self.ask("month_neighbours", year, month)
        return found

    def venue(self, key: str) -> Location | None:
        """Return a place of ``_data/venues.yaml``."""
        found: Location | None = self.ask("venue", key)
        return found

    def event(self, event_id: str) -> Event | None:
        """Return an event by its id; None if no public document announces it."""
        found: Event | None = self.ask("event", event_id)
        return found

    def event_dates(self, event: Event) -> tuple[Occurrence, ...]:
        """Return the coming dates of an event (all of them once it is over), at most twelve."""
        found: tuple[Occurrence, ...] = self.ask("event_dates", event.id)
        return found

    def next_date(self, event: Event) -> Occurrence | None:
        """Return the date that stands for an event: the next that takes place, or was to."""
        found: Occurrence | None = self.ask("next_date", event.id)
        return found

    def phase(self, event: Event) -> str:
        """Return `coming`, `now` or `past`."""
        return str(self.ask("phase", event.id))

    def about(self, event: Event) -> tuple[Entry, ...]:
        """Return the documents that refer to the event: programme, report, follow-up."""
        return tuple({entry.id: entry for entry, _ in self._about(event)}.values())

    def about_date(self, occurrence: Occurrence) -> tuple[Entry, ...]:
        """Return the documents about this one date of a recurring event."""
        if occurrence.rule_start is None:
            return ()
        day = occurrence.rule_start.date.isoformat()
        return tuple(entry for entry, named in self._about(occurrence.event) if named == day)

    def _about(self, event: Event) -> tuple[tuple[Entry, str], ...]:
        found: tuple[tuple[Entry, str], ...] = self.ask("about", event.id)
        return found

    def reported(self, reference: str) -> Occurrence | None:
        """Return the date that a reference of `entry.about` means; None if it is not public."""
        found: Occurrence | None = self.ask("reported", reference)
        return found

    def agenda_scopes(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Return slug and name of each `type`, `tag` or `section` that has events."""
        found: tuple[tuple[str, str], ...] = self.ask("agenda_scopes", kind)
        return found

    def scope_name(self, kind: str, value: str) -> str:
        """Return the name of a `type` or a `tag` of events."""
        if kind == "type":
            return str(self.ask("type_name", value))
        term: Term | None = self.ask("term", "tag", value)
        return term.name if term else value

    def holidays(self, first: str, last: str) -> tuple[tuple[str, str], ...]:
        """Return day and name of the public holidays of a period, if the site names them."""
        found: tuple[tuple[str, str], ...] = self.ask("holidays", first, last)
        return found
