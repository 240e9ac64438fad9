"""The bytes of a source become announcements, whatever they are: found out by looking. Pure.

What other people's programs send may be anything. A library that fails over it fails for this one
source, with a phrase.
"""

from sitegen.config import SourceConfig
from sitegen.errors import PluginError, UsageError
from sitegen.fetching.announcements import Told
from sitegen.fetching.kinds import calendars, feeds, openagenda, pages
from sitegen.importing.kinds.encodings import without_mark
from sitegen.importing.kinds.feed_entries import is_feed, root_of
from sitegen.plugins.known import Hook
from sitegen.wording.phrases import Words, with_gaps

MOST_ENTRIES = 5_000
"""Of one feed: no feed of a partner holds more, and each is read on its own."""
_NAMES = {
    "rss": "RSS", "atom": "Atom", "json": "JSON Feed", "ics": "iCalendar",
    "openagenda": "OpenAgenda", "page": "HTML", "": "",
}  # fmt: skip
_ENDS = (b"</rss", b"</feed", b"</rdf:rdf", b"</channel")


class UnreadableError(Exception):
    """What a source sent says nothing that could be taken; holds a phrase."""


def read(raw: bytes, url: str, source: SourceConfig, zone: str, language: str) -> Told:
    """Return what *raw*, found at *url*, announces on the clocks of *zone*.

    Raises `UnreadableError`: an error page, a file that is cut, a feed of another kind.
    """
    kind = found_kind(raw)
    if not raw.strip():
        raise UnreadableError("it is empty")
    if not source.kind and (known := _read_by_plugins(raw, url, zone)):
        return known
    _check_kind(kind, source.kind)
    raw = without_mark(raw)
    try:
        if kind == "page":
            return pages.read_addresses(raw, url, is_sitegen=source.kind == "sitegen")
        if kind == "ics":
            return calendars.read_announcements(raw, url, zone)
        if kind == "openagenda":
            return openagenda.read_announcements(raw, url, zone, source.language or language)
        return feeds.read_announcements(raw, url, zone)
    except UsageError as error:
        reason: Words = error.diagnostics[0].values.get("reason", "")
        raise UnreadableError(reason) from None
    except RecursionError:
        raise UnreadableError("it is nested too deep") from None
    except Exception as error:  # of a library, over what somebody may have made to break it
        told = error.args[0] if isinstance(error, ValueError) and error.args else ""
        shown = with_gaps("it cannot be read ({error})", error=type(error).__name__)
        raise UnreadableError(told if not isinstance(told, str) else shown) from None


OTHERS: list[Hook] = []
"""What the plugins of the site at hand know to read."""


def _read_by_plugins(raw: bytes, url: str, zone: str) -> Told | None:
    """Return what a plugin reads in *raw*; None where none knows it."""
    for hook in OTHERS:
        try:
            told = hook.call(raw, url, zone)
            if told is not None and not isinstance(told, Told):
                raise hook.call.wrong(told, "Told | None")
        except PluginError as error:
            text = "the plugin {name} failed"
            raise UnreadableError(with_gaps(text, name=hook.ref.name)) from error
        if told is not None:
            return told
    return None


def found_kind(raw: bytes) -> str:
    """Return what *raw* is by its beginning: a `SourceKind`, `page`, or nothing that is known."""
    raw = without_mark(raw)
    start = raw[:4096].lstrip()
    if start[:15].upper() == b"BEGIN:VCALENDAR":
        return "ics"
    if start[:1] in (b"{", b"["):
        return "json" if is_feed(raw) else "openagenda"
    lowered = start.lower()
    if lowered.startswith((b"<!doctype html", b"<html")):
        return "page"
    if is_feed(raw):
        return "atom" if b"<feed" in root_of(raw)[:4096] else "rss"
    return "page" if b"<html" in lowered else ""


def _check_kind(kind: str, wanted: str) -> None:
    """Refuse what is not *wanted* (empty: anything), as a page that says an error is."""
    if not kind:
        raise UnreadableError("it is no feed and no calendar")
    if wanted == "sitegen":
        return
    is_alike = {kind, wanted} <= {"rss", "atom"}
    if kind == wanted or is_alike or (not wanted and kind != "page"):
        return
    if wanted:
        raise UnreadableError(
            with_gaps("it is {found}, not {wanted}", found=_NAMES[kind], wanted=_NAMES[wanted])
        )


def check_whole(raw: bytes, kind: str) -> None:
    """Refuse a file that stops in its middle, and one of more than anybody announces."""
    raw = without_mark(raw)
    end = raw[-4096:].lower()
    is_cut = (kind == "ics" and b"end:vcalendar" not in end) or (
        kind in ("rss", "atom") and not any(sign in end for sign in _ENDS)
    )
    if is_cut:
        raise UnreadableError("it ends before its end")
    entries = raw.count(b"<item") + raw.count(b"<entry") if kind in ("rss", "atom") else 0
    if entries > MOST_ENTRIES:
        number = str(MOST_ENTRIES)
        raise UnreadableError(with_gaps("it has more than {number} entries", number=number))
