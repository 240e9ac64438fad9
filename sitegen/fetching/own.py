"""The site's own events and texts, to know them in what partners announce. Reads.

They are found as a build finds them, so that what was parsed before is not parsed again. Drafts and
what is still to be published count too: an event that is written here needs no second document.
What was fetched before is not looked at: it is most of a hub's documents, and the ledgers know it.
"""

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.copies import OwnText
from sitegen.model import Event, Moment
from sitegen.site.uids import event_uid, host_of

if TYPE_CHECKING:
    from sitegen.engine.opening import OpenSite


class Own(NamedTuple):
    """What the site says itself."""

    events: list[Announcement]
    """Each is called by its document's path."""
    texts: list[OwnText]


def own(root: str, now: Moment, folders: Collection[str]) -> Own:
    """Return what the site at *root* says in other documents than those in *folders*.

    Raises what a build raises that cannot begin.
    """
    options = BuildOptions(
        root=root, output=os.path.join(root, "output"), now=now, with_drafts=True,
        with_future=True, with_embargoed=True, unseen=tuple(folders),
    )  # fmt: skip

    def ask(site: "OpenSite") -> Own:
        host = host_of(site.session.index.named_by)
        entries = site.session.index.entries.values()
        events = [
            _announcement(event, position, host)
            for entry in entries
            for position, event in enumerate(entry.events)
        ]
        texts = [
            OwnText(entry.path.removesuffix("index.html"), entry.title, entry.summary)
            for entry in entries
            if entry.is_article
        ]
        return Own(events, texts)

    return look(options, ask)


def _announcement(event: Event, position: int, host: str) -> Announcement:
    place = event.location
    known = {"name": place.name, "city": place.city, "postcode": place.postcode} if place else {}
    local = event.start.local
    return Announcement(
        id=f"{event.entry_id}#{position}",
        title=event.name,
        start=f"{local:%Y-%m-%d}" if event.start.is_date else f"{local:%Y-%m-%d %H:%M}",
        event={
            "uid": event_uid(event, host),
            "location": {key: str(part) for key, part in known.items() if part},
        },
    )
