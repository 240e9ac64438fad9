"""What subscribers of another version of the site are told of the first one's events. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from sitegen.model import Edition, Event
from sitegen.names import TRANSLATED
from sitegen.site.agenda.editions import (
    MAX_SEQUENCE,
    Editions,
    Noted,
    is_forgotten,
    name_of,
    parts_of,
    shown_of,
)
from sitegen.site.urls import with_origin


class TranslatedEditions(Editions, frozen=True, kw_only=True):
    """The events of another version of a site: of those that its first language has too, calendars
    say what they say there, since they are one event, and count what changed in this one on top.
    """

    language: str
    first: Editions
    events: Mapping[str, Event]
    """Those of the first language, by id."""
    left: Mapping[str, tuple[Noted, Event]] = {}
    """What this version told and has no translation of any more, by name: what was noted, and the
    event in the words of the first language, in which it goes on being told."""

    def told(self, event: Event) -> Event:
        first = self.events.get(event.id)
        if first is None:
            return event
        parts = dict(parts_of(event))
        editions = (
            self._translated(event, edition, parts.get(edition.suffix))
            for edition in self.first.told(first).editions
        )
        return replace(event, editions=tuple(editions))

    def _translated(self, event: Event, edition: Edition, part: Event | None) -> Edition:
        if part is None:
            return edition
        noted = self.noted.get(translated_name(name_of(event, edition.suffix), self.language))
        return Edition(
            edition.suffix,
            min(edition.sequence + translated_changes(noted, shown_of(part)), MAX_SEQUENCE),
            max(edition.stamp, noted.stamp) if noted else edition.stamp,
        )

    def removed(self, today: dt.date, first: dt.date, keep: int) -> Iterator[tuple[Noted, Event]]:
        """Yield what is gone, as its calendars called it in this language; see `Editions`.

        After it, as it is, what takes place and has no translation any more.
        """
        gone = {}
        for name, noted in self.first.gone.items():
            known = self.noted.get(translated_name(name, self.language))
            if known is not None:
                sequence = min(noted.sequence + known.sequence, MAX_SEQUENCE)
                gone[name] = replace(
                    noted,
                    source=known.source,
                    name=known.name,
                    sequence=sequence,
                    scopes=known.scopes,
                )
        yield from Editions(self.noted, gone).removed(today, first, keep)
        told: set[str] = set()
        for noted, event in self.left.values():
            is_to_tell = noted.last >= first and keep and not is_forgotten(noted, today, keep)
            if is_to_tell and event.id not in told:
                told.add(event.id)
                yield noted, replace(self.told(event), scopes=noted.scopes)


def translated_editions_of(
    first: Editions,
    theirs: Mapping[str, Event],
    own: Collection[Event],
    waiting: Collection[str],
    language: str,
    origin: str,
) -> TranslatedEditions:
    """Return the *own* events of another version beside what was noted of *theirs*, the first's.

    An event takes place whether it is translated or not. So of one whose translation was taken away
    subscribers of the version go on to be told, in the first language's words, from addresses at
    *origin*. *waiting*: documents that are withheld, as for `editions_of`.
    """
    here = {event.id for event in own}
    marked = f"{TRANSLATED}{language}"
    rows = {
        name.removesuffix(marked): noted
        for name, noted in first.noted.items()
        if name.endswith(marked) and noted.source not in waiting
    }
    left = {
        name: (rows[name], _at(event, origin))
        for event in (theirs.values() if rows else ())
        if event.id not in here
        for name in (name_of(event, suffix) for suffix, _ in parts_of(event))
        if name in rows
    }
    return TranslatedEditions(
        first.noted, {}, language=language, first=first, events=theirs, left=left
    )


def _at(event: Event, origin: str) -> Event:
    """Return *event* with its own addresses whole, as another version shows it."""
    return replace(
        event,
        url=with_origin(origin, event.url),
        image=with_origin(origin, event.image),
        attachments=tuple(
            replace(file, url=with_origin(origin, file.url)) for file in event.attachments
        ),
        registration=tuple(
            replace(way, url=with_origin(origin, way.url)) for way in event.registration
        ),
    )


def translated_name(name: str, language: str) -> str:
    """Return what the list calls an event of *name* as another version of the site tells it."""
    return f"{name}{TRANSLATED}{language}"


def translated_changes(noted: Noted | None, shown: str) -> int:
    """Return how often a version has changed what its subscribers see, which is *shown* now."""
    return noted.sequence + (noted.shown != shown) if noted else 0
