"""When a site changes by itself: a date arrives, an embargo ends, an event is over."""

from collections.abc import Iterator

from sitegen.model import zone_info
from sitegen.site.calendar import add_months
from sitegen.site.index import Index


def next_change(index: Index) -> float:
    """Return the first instant (a timestamp) after the clock's at which an answer may be another.

    Everything that asks the clock is here: who is public (`publication`), what is over or under way
    (`Questions`), and the months that calendars reach over (`calendar`), which turn with the month.
    """
    now = index.clock.now.timestamp()
    return min(instant for instant in _instants(index) if instant > now)


def _instants(index: Index) -> Iterator[float]:
    zone = index.config.timezone
    for document in index.documents.values():
        front = document.front
        for moment in (document.date, front.embargo, front.expires):
            if moment is not None:
                yield moment.in_zone(zone).timestamp
    for occurrence in index.calendar.all:
        yield occurrence.start.timestamp
        yield occurrence.ends
    following = add_months(index.clock.today, 1)
    midnight = index.clock.now.replace(
        year=following.year, month=following.month, day=1, hour=0, minute=0, second=0, microsecond=0
    )
    yield midnight.replace(tzinfo=zone_info(zone), fold=0).timestamp()
