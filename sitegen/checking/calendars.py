"""The agenda's calendar beside the one that was published last. Reads one file, or asks for it."""

import http.client
import os
import re
from collections.abc import Mapping

from sitegen.engine.session import SiteSession
from sitegen.errors import Diagnostic, reason_of
from sitegen.model import WHOLE, Event, Page
from sitegen.model.kinds import CALENDAR
from sitegen.names import MARKER
from sitegen.network.hosts import PrivateHostError, Resolve, resolve_public
from sitegen.site.plan.calendars import calendar_url
from sitegen.site.uids import event_uid, host_of
from sitegen.wording.phrases import Words


def check_calendar(
    session: SiteSession, output: str, against: str | None, resolve: Resolve = resolve_public
) -> list[Diagnostic]:
    """Return what subscribers would not be told, compared with the file or the address *against*.

    Without one it is the agenda's calendar in the folder *output*, else in the one beside it that
    GitLab Pages publishes; none there: nothing to compare.
    """
    from sitegen.checking.calendar_editions import compare, series_uid

    index = session.index
    url = calendar_url(index, "all", "")
    path = against or _published(output, url.lstrip("/") or "agenda.ics")
    is_online = _ONLINE.match(path) is not None
    shown = path if is_online else os.path.relpath(path, os.path.dirname(output))
    try:
        before = _download(path, index.config.url, resolve) if is_online else _read(path)
    except (OSError, ValueError, PrivateHostError, http.client.HTTPException) as error:
        if against is None:
            return []
        reason: Words = reason_of(error) if isinstance(error, OSError) else str(error)
        if isinstance(error, PrivateHostError):
            reason = "its address is one of a private network"
        return [Diagnostic("calendar-unreadable", shown, values={"reason": reason})]
    page = Page(url.lstrip("/"), CALENDAR.name, url, str(WHOLE))
    rendered, diagnostics = session.renderer.render(page)
    after = rendered.content if rendered else b""
    try:
        differences = compare(before, after, index.clock.today, index.config.calendars.months_back)
    except (ValueError, KeyError, IndexError, TypeError) as error:  # what a foreign file holds
        values = {"reason": str(error) or type(error).__name__}
        return [*diagnostics, Diagnostic("calendar-unreadable", shown, values=values)]
    known = index.calendar.events.values()
    events = {event_uid(event, host_of(index.named_by)): event for event in known}
    for row in differences:
        told: dict[str, Words] = {"name": row.name, "uid": row.uid, "against": shown}
        event = events.get(series_uid(row.uid))
        if row.what and event is not None:
            told["what"] = row.what
            diagnostics.append(_place(session, event, told))
        elif not row.what:
            diagnostics.append(Diagnostic("event-vanished", shown, values=told))
    return diagnostics


_ONLINE = re.compile("(?:https?|webcals?)://", re.IGNORECASE)
_LARGEST = 20_000_000
"""Bytes of a calendar that is online."""


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _download(address: str, site: str, resolve: Resolve) -> bytes:
    """Return the calendar at *address*; `webcal:` is what pages write for `https:`.

    Only public hosts are asked. Raises what `download` does.
    """
    from sitegen.network.request import Client, download

    scheme, _, rest = address.partition("://")
    scheme = "https" if scheme.lower().startswith("webcal") else scheme.lower()
    client = Client(resolve, site, "compares the calendar of")
    return download(f"{scheme}://{rest}", client, _LARGEST).content


def _published(output: str, name: str) -> str:
    """Return where the calendar *name* was written last: in the *output*, or for GitLab Pages."""
    path = os.path.join(output, name)
    beside = os.path.join(os.path.dirname(output), "public")
    is_there = os.path.isfile(os.path.join(beside, MARKER))
    return os.path.join(beside, name) if is_there and not os.path.exists(path) else path


def _place(session: SiteSession, event: Event, values: Mapping[str, Words]) -> Diagnostic:
    document = session.index.documents[event.entry_id]
    key = "event" if "event" in document.details.marks else "events"
    return document.diagnostic("event-changed-silently", key, **values)
