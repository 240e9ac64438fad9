"""The site's own events, for the comparison with those of partners: theirs may be ours. Reads.

They are found as a build finds them, so that what was parsed before is not parsed again. Drafts and
what is still to be published count too: an event that is written here needs no second document.
What was fetched before is not looked at: it is most of a hub's documents, and the ledgers know it.
"""

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.fetching.announcements import Announcement
from sitegen.model import Event, Moment
from sitegen.site.uids import event_uid, host_of

if TYPE_CHECKING:
    from sitegen.engine.opening import OpenSite


def own_events(root: str, now: Moment, folders: Collection[str]) -> list[Announcement]:
    """Return the events of the site at *root* that no document in *folders* announces.

    Each is called by its document's path. Raises what a build raises that cannot begin.
    """
    options = BuildOptions(
        root=root, output=os.path.join(root, "output"), now=now, with_drafts=True,
        with_future=True, with_embargoed=True, unseen=tuple(folders),
    )  # fmt: skip

    def ask(site: "OpenSite") -> list[Announcement]:
        host = host_of(site.session.index.named_by)
        return [
            _announcement(event, position, host)
            for entry in site.session.index.entries.values()
            for position, event in enumerate(entry.events)
        ]

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
