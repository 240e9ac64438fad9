"""What the list of published addresses notes of calendars: a line each, which Git merges. Pure.

`= calendar:tag:eau /tags/eau.ics L’eau` and, of one that nothing is in any more, `gone:20261201`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from msgspec.structs import replace

from sitegen.model import TAXONOMIES, WHOLE, Scope
from sitegen.names import TRANSLATED
from sitegen.published.words import GONE, encoded, read_gone
from sitegen.site.agenda.editions import Noted
from sitegen.site.agenda.noted_calendars import NotedCalendar, calendar_name, is_calendar_path
from sitegen.site.index import Index
from sitegen.site.plan.calendars import calendar_scopes, calendar_url
from sitegen.site.plan.kept_calendars import kept_calendars
from sitegen.site.urls import output_path

CALENDAR = "calendar:"
"""What the names of calendars begin with."""


def calendar_rows(noted: Mapping[str, NotedCalendar]) -> Iterator[list[str]]:
    """Yield the words of the lines of *noted*."""
    for name, known in noted.items():
        gone = [f"{GONE}{known.left:%Y%m%d}"] if known.left else []
        yield [encoded(word) for word in (name, known.url, known.title, *gone)]


def read_calendar(words: list[str]) -> tuple[str, NotedCalendar] | None:
    """Return what a line notes, and of which calendar; None for a line that is none."""
    try:
        name, url, title, *more = map(unquote, words)
        kind, _, value = name.removeprefix(CALENDAR).partition(TRANSLATED)[0].partition(":")
        left = read_gone(more)
    except ValueError:
        return None
    if kind not in TAXONOMIES or not value or not _is_address(url):
        return None
    return name, NotedCalendar(scope=Scope(kind, value), url=url, title=title, left=left)


def _is_address(url: str) -> bool:
    """Whether *url* may be that of a calendar, from the root: on this host, of a file."""
    is_own = url.startswith("/") and not url.startswith("//") and url.isprintable()
    return is_own and is_calendar_path(output_path(url))


def later(noted: NotedCalendar, other: NotedCalendar | None) -> NotedCalendar:
    """Return which of two lines of one calendar counts: that by which it is told for longer."""
    return max((noted, *filter(None, (other,))), key=lambda each: each.left or dt.date.min)


def calendars_now(index: Index, events: Mapping[str, Noted]) -> dict[str, NotedCalendar]:
    """Return what is to be noted of the calendars of *index*, as its clock tells the time.

    *events*: what is noted of these. A calendar whose events are merely kept from readers keeps
    its line.
    """
    newest: dict[str, NotedCalendar] = {}
    for version in index.everywhere:
        language = "" if version is index else version.config.language
        for scope in calendar_scopes(version):
            if scope != WHOLE:
                url, term = calendar_url(version, *scope), version.terms(scope.kind)[scope.value]
                noted = NotedCalendar(scope=scope, url=url, title=term.name)
                newest[calendar_name(scope, language)] = noted
        for scope, noted in kept_calendars(version).items():
            kept = replace(noted, left=noted.left or index.clock.today)
            newest[calendar_name(scope, language)] = kept
    held = {scope for noted in events.values() if not noted.removed for scope in noted.scopes}
    for name, noted in index.listed.calendars.items():
        if noted.scope in held and not noted.left:
            newest.setdefault(name, noted)
    return dict(sorted(newest.items()))
