"""What the list of published addresses notes of events: a line each, which Git merges. Pure.

`= event:forum-2027 3 20261120T080000Z 9c1f… 20270302T093000/Europe/Paris 20270303
agenda/forum.md Forum in:tag:eau` and, of what is gone, `gone:20261201`. A blank within a word is
`%20`. `in:` names whose calendars hold it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from msgspec.structs import replace

from sitegen.model import WHOLE, Event, Moment, Scope
from sitegen.published.words import GONE, encoded, read_day, read_gone
from sitegen.site.agenda.calendar import scopes_of
from sitegen.site.agenda.editions import (
    Noted,
    formula,
    name_of,
    next_sequence,
    parts_of,
    shown_of,
    stamp_of,
)
from sitegen.site.agenda.translated_editions import (
    TranslatedEditions,
    translated_changes,
    translated_name,
)
from sitegen.site.index import Index

SIGN = "="
_IN = "in:"
_ENDLESS = dt.date.max
_CANCELLED = "-"


def event_rows(noted: Mapping[str, Noted]) -> Iterator[str]:
    """Yield the lines of *noted*."""
    for name, known in noted.items():
        words = [
            name,
            str(known.sequence),
            f"{known.stamp:%Y%m%dT%H%M%SZ}",
            known.shown,
            _written(known.start),
            f"{known.last:%Y%m%d}",
            known.source,
            known.name,
        ]
        words += [f"{_IN}{scope.kind}:{scope.value}" for scope in known.scopes]
        words += [f"{GONE}{known.removed:%Y%m%d}"] if known.removed else []
        yield " ".join((SIGN, *(encoded(word) for word in words)))


def read_event(words: list[str]) -> tuple[str, Noted] | None:
    """Return what a line notes, and of which event; None for a line that is none."""
    try:
        name, sequence, stamp, shown, start, last, source, title, *more = map(unquote, words)
        scopes = [word.removeprefix(_IN).partition(":") for word in more if word.startswith(_IN)]
        return name, Noted(
            source=source,
            sequence=int(sequence),
            stamp=dt.datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC),
            shown=shown,
            start=_read(start),
            last=read_day(last),
            name=title,
            removed=read_gone(more),
            scopes=tuple(Scope(kind, value) for kind, _, value in scopes),
        )
    except (ValueError, KeyError, OSError):
        return None


def newer(noted: Noted, other: Noted | None) -> Noted:
    """Return which of two lines of one event counts: two branches have added one each."""
    return noted if other is None or noted.sequence >= other.sequence else other


def noted_now(index: Index, first: dt.date) -> dict[str, Noted]:
    """Return what is to be noted of the public events of *index*, as its clock tells the time.

    What was over before *first* is left out.
    """
    before = index.listed.events
    now = index.clock.now.astimezone(dt.UTC).replace(microsecond=0)
    newest: dict[str, Noted] = {}
    for event in index.calendar.events.values():
        for suffix, part in parts_of(event):
            last = _last_day(event, part, index)
            if last >= first:
                name = name_of(event, suffix)
                newest[name] = _noted(event, part, before.get(name), last, now)
    for version in index.everywhere:
        if version is not index:
            newest.update(_translated(version, index, first, now))
    for name, noted in index.editions.gone.items():
        if noted.last < first:
            continue
        if noted.removed is None:
            noted = replace(
                noted,
                removed=index.clock.today,
                shown=_CANCELLED,
                sequence=noted.sequence + 1,
                stamp=max(now, noted.stamp),
            )
        newest[name] = noted  # also when it is told no more: it may come back, and must count on
    waiting = before.keys() - newest.keys() - index.editions.gone.keys()
    newest |= {name: before[name] for name in waiting if before[name].last >= first}
    return dict(sorted(newest.items()))


def _translated(
    version: Index, index: Index, first: dt.date, now: dt.datetime
) -> Iterator[tuple[str, Noted]]:
    """Yield what is to be noted of the events of *index* as another *version* tells them.

    Its number is how often only that has changed.
    """
    before, language = index.listed.events, version.config.language
    for event in version.calendar.events.values():
        for suffix, part in parts_of(event) if event.id in index.calendar.events else ():
            last = _last_day(event, part, version)
            name = translated_name(name_of(event, suffix), language)
            if last >= first:
                noted = _noted(event, part, before.get(name), last, now)
                changes = translated_changes(before.get(name), noted.shown)
                yield name, replace(noted, sequence=changes)
    if isinstance(version.editions, TranslatedEditions):
        for own_name, (known, event) in version.editions.left.items():
            name = translated_name(own_name, language)
            part = next(
                part for suffix, part in parts_of(event) if name_of(event, suffix) == own_name
            )
            last = _last_day(event, part, index)
            if last >= first:
                noted = _noted(event, part, known, last, now)
                yield (
                    name,
                    replace(
                        noted,
                        sequence=translated_changes(known, noted.shown),
                        removed=known.removed or index.clock.today,
                    ),
                )


def _noted(
    event: Event, part: Event, before: Noted | None, last: dt.date, now: dt.datetime
) -> Noted:
    shown = shown_of(part)
    stamp = stamp_of(event)
    if before is not None:
        stamp = max(stamp, before.stamp, now if before.shown != shown else before.stamp)
    return Noted(
        source=event.entry_id,
        sequence=next_sequence(before, part, shown) if before else formula(part),
        stamp=stamp,
        shown=shown,
        start=part.start,
        last=last,
        name=part.name,
        scopes=tuple(sorted({*scopes_of(event)} - {WHOLE})),
    )


def _last_day(event: Event, part: Event, index: Index) -> dt.date:
    """Return the last day on which *part* takes place; of a rule, none is the last."""
    if part.repeat is None:
        return (part.end or part.start).date
    if part.repeat.rrule:
        return _ENDLESS
    dates = index.calendar.by_event.get(event.id, ())
    return max((date.last_day for date in dates), default=event.start.date)


def _written(start: Moment) -> str:
    if start.is_date:
        return f"{start.local:%Y%m%d}/{start.zone}"
    return f"{start.local:%Y%m%dT%H%M%S}/{start.zone}"


def _read(text: str) -> Moment:
    written, _, zone = text.partition("/")
    is_date = "T" not in written
    form = "%Y%m%d" if is_date else "%Y%m%dT%H%M%S"
    moment = Moment(dt.datetime.strptime(written, form), is_date, zone)
    _ = moment.timestamp  # a zone that does not exist is found here
    return moment
