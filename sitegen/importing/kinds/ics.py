"""Events of calendars (iCalendar, RFC 5545) become documents that announce them. Reads files."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from html import escape

from sitegen.config import is_timezone
from sitegen.importing.former import FormerEvent, FormerSection, FormerSite, FormerText, ImportNote
from sitegen.importing.kinds.ics_events import (
    EventSeries,
    categories_of,
    grouped,
    joined,
    notes_of,
    read_calendar,
)
from sitegen.importing.kinds.ics_said import Component, attached, is_public, text_of, told_in_title
from sitegen.importing.kinds.ics_times import LocalClock, moment_of, time_of
from sitegen.importing.kinds.plain_text import as_html
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike
from sitegen.importing.source import FormerSource
from sitegen.importing.values import day_of, sooner
from sitegen.wording.translation import _

_WANTED = "a file of a calendar (.ics), or a folder of them"
_SECTION = "evenements"


class Ics(FormerSource):
    needs = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return bool(material.under("", ".ics"))

    @cached_property
    def _calendars(self) -> list[tuple[str, Component]]:
        material = self.material
        names = list(material.names) if material.is_file else material.under("", ".ics")
        components = [
            (name, component)
            for name in names
            for component in read_calendar(material.read(name), name)
        ]
        if not components:
            raise unlike("ics", material.path, _("it holds no calendar"), _WANTED)
        return components

    @cached_property
    def _series(self) -> list[EventSeries]:
        return grouped(self._calendars)

    @cached_property
    def _zone(self) -> str:
        """The zone of the site: as wished, as the calendars say, as most hours are in."""
        said = [text_of(calendar, "X-WR-TIMEZONE") for _name, calendar in self._calendars]
        counted: Counter[str] = Counter()
        for series_entry in self._series:
            start = time_of(series_entry.main, "DTSTART")
            zone = getattr(getattr(start, "tzinfo", None), "key", "")
            counted[zone] += bool(zone) and zone != "UTC"
        most = [zone for zone, count in counted.most_common(1) if count]
        for zone in (self.timezone, *said, *most):
            if zone and is_timezone(zone):
                return zone
        return "Europe/Paris"

    def site(self) -> FormerSite:
        _name, first = self._calendars[0]
        return FormerSite(
            title=text_of(first, "X-WR-CALNAME") or text_of(first, "NAME"),
            timezone=self._zone,
            language=text_of(first, "LANGUAGE").split("-")[0],
            description=text_of(first, "X-WR-CALDESC"),
            notes=tuple(
                ImportNote(
                    "guess", _("events without a day that can be read: left out"), series_entry.id
                )
                for series_entry in self._series
                if joined(series_entry, self._zone) is None
            ),
            sections={_SECTION: FormerSection(title="Événements")},
        )

    def texts(self) -> Iterator[FormerText]:
        titles = Counter(told_in_title(series_entry.main)[0] for series_entry in self._series)
        for series in self._series:
            event = joined(series, self._zone)
            if event is not None:
                title = told_in_title(series.main)[0]
                yield self._text(series, event, title, is_repeated=titles[title] > 1)

    def _text(
        self, series: EventSeries, event: FormerEvent, title: str, *, is_repeated: bool
    ) -> FormerText:
        main, clock = series.main, LocalClock(self._zone)
        changed = moment_of(main, "LAST-MODIFIED", clock)
        date = moment_of(main, "CREATED", clock) or changed
        notes = notes_of(series)
        if date is None:
            stamped = moment_of(main, "DTSTAMP", clock) or event.start
            date = stamped if sooner(stamped, event.start) else event.start
            notes.append(ImportNote("guess", _("the day of publication"), title))
        day = day_of(event.start).isoformat()
        is_later = changed is not None and day_of(changed) > day_of(date)
        kinds = categories_of(main)
        return FormerText(
            id=series.id,
            origin=f"{series.file}#{series.id}",
            title=title or day,
            body=as_html(text_of(main, "DESCRIPTION"), text_of(main, "URL")) + _files_of(main),
            markup="html",
            date=date,
            updated=changed if is_later else None,
            section=_SECTION,
            name=f"{title} {day}" if is_repeated else title or day,
            tags=tuple(kinds[1:]),
            events=(event,),
            standing="public" if is_public(main) else "private",
            notes=tuple(notes),
        )


def _files_of(main: Component) -> str:
    """Return links to the files that an event leads to, as HTML."""
    return "".join(
        f'<p><a href="{escape(address)}">{escape(name)}</a></p>' for address, name in attached(main)
    )
