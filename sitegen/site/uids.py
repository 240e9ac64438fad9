"""What calendars know events by (RFC 7986 §5.3), and feeds their entries. Pure."""

from urllib.parse import quote, urlsplit

from sitegen.border.machine_text import clean
from sitegen.digest import digest
from sitegen.model import Event

_MAX_UID = 255
"""Octets that every reader must be able to keep (RFC 7986 §5.3)."""
_TAG_DATE = "2026"
"""RFC 4151 wants a date in a tag: that of this scheme, for all sites and for ever."""


def host_of(url: str) -> str:
    """Return the host of the site at *url*, as UIDs and ids of feeds name it."""
    return urlsplit(url).hostname or ""


def tag_prefix(host: str, base_path: str) -> str:
    """Return how the ids begin of what a site's feeds hold: ``tag:hub.example.org,2026:/``."""
    return f"tag:{quote(host)},{_TAG_DATE}:{quote(base_path, safe='/')}/"


def event_uid(event: Event, host: str, suffix: str = "") -> str:
    """Return the UID of *event*: that of the calendar that it came from, else one of its id."""
    if not event.uid:
        return uid(event.origin or event.id, host, suffix)
    name, sign, its_host = clean(event.uid).rpartition("@")
    return f"{name}{suffix}@{its_host}" if sign else f"{its_host}{suffix}"


def uid(event_id: str, host: str, suffix: str = "") -> str:
    """Return ``<event id>@<host>`` in the letters of an address, the same for ever.

    An id may be a document's path: what is neither letter, digit nor `/ - . _ ~` is
    percent-encoded, which keeps two ids two; one that is too long ends in its digest. *suffix*
    (`+20270408`) tells a date that was added from its event.
    """
    name, host = quote(clean(event_id), safe="/"), quote(host, safe=":")
    if len(name) + len(suffix) + len(host) + 1 > _MAX_UID:
        name = f"{name[:120]}-{digest(event_id).hex()}"
    return f"{name}{suffix}@{host}"
