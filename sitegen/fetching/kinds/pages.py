"""A web page as a source: the feed and the calendar that its head names (HTML, `rel=alternate`)."""

from urllib.parse import urljoin, urlsplit

from sitegen.fetching.announcements import Told

_FEEDS = ("application/feed+json", "application/atom+xml", "application/rss+xml")
_CALENDAR = "text/calendar"
AGENDA = "agenda.ics"
"""Where a site made by sitegen has its calendar, which its home page need not name."""
DETAILS = "agenda.json"
"""Where it says what calendars have no words for: how to register, what is accessible."""


def read_addresses(raw: bytes, url: str, *, is_sitegen: bool) -> Told:
    """Return the best feed and the first calendar that the page *raw* at *url* names.

    *is_sitegen*: it has an agenda in OpenAgenda's structure, too.
    """
    import turbohtml

    tree = turbohtml.parse(raw.decode("utf-8", "replace"))
    by_type: dict[str, str] = {}
    for link in tree.select("link[href][type]"):
        relations = str(link.attrs.get("rel") or "").lower()
        kind = str(link.attrs["type"]).partition(";")[0].strip().lower()
        if "alternate" in relations and kind in (*_FEEDS, _CALENDAR):
            by_type.setdefault(kind, _whole(url, str(link.attrs["href"])))
    feed = next((by_type[kind] for kind in _FEEDS if by_type.get(kind)), "")
    calendar = by_type.get(_CALENDAR, "")
    details = ""
    if is_sitegen:
        home = url if url.endswith("/") else f"{url}/"
        calendar = calendar or _whole(home, AGENDA)
        details = _whole(calendar, DETAILS)
    return Told(addresses=tuple(filter(None, (feed, calendar, details))))


def _whole(url: str, written: str) -> str:
    try:
        whole = urljoin(url, written.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else ""
    except ValueError:
        return ""
