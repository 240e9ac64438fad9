"""An event or a piece of news, whoever announces it, as a document with its provenance. Pure."""

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from sitegen.border.moments import parse_moment
from sitegen.config import SourceConfig
from sitegen.digest import digest
from sitegen.fetching.announcements import Announcement, Written
from sitegen.fetching.cleaning import plain_text, safe_markdown, without_pictures
from sitegen.fetching.local_files import local_files
from sitegen.importing.writing import document, to_yaml

_LEAD = re.compile(r"\s*<p><strong>[^<]*</strong></p>(?=\s*<)")


class Announcer(NamedTuple):
    """Who announces, and what."""

    key: str
    """The source's, in the settings."""
    name: str
    """As readers see it."""
    source: SourceConfig
    one: Announcement


class Link(NamedTuple):
    """An announcer of whom only this is known: its source does not answer now."""

    name: str
    url: str


class Composed(NamedTuple):
    """What a document is to say."""

    front: dict[str, Any]
    """Without the moment at which it was fetched."""
    body: str
    content: str
    """Digest of both, but for the days that sources change with every answer."""
    files: Mapping[str, str]
    """Addresses of the files that its text leads to beside it, by their names there."""


def compose(
    announcers: Sequence[Announcer],
    first_day: str,
    today: dt.date,
    language: str,
    *,
    others: Iterable[Link] = (),
    uid: str = "",
    picture: dict[str, str] | None = None,
    path: str = "",
) -> Composed:
    """Return the document *path* of what *announcers* (the first one's words) announce.

    *first_day*: when it was fetched first; *language*: of its text, if not the site's; *uid*: the
    one that it keeps.
    """
    first = announcers[0]
    source, announcement = first.source, _without_lead(first.one)
    whole = (
        safe_markdown(announcement.html, announcement.link)
        if source.has_whole_texts and announcement.html
        else ""
    )
    body = _with_files(whole or _paragraph(announcement.summary), announcement)
    document = path.rpartition("/")[2].removesuffix(".md")
    files = local_files(body, announcement, document) if source.files else {}
    for name, url in files.items():
        body = body.replace(f"]({url})", f"]({name})")
    known = _date(announcement.published, first_day, today)
    event = _event(
        announcement, uid, is_cancelled=any(other.one.is_cancelled for other in announcers)
    )
    tags = [*source.into.tags, *(announcement.tags if source.into.own_tags else ())]
    licence = source.licence if whole else ""
    front: dict[str, Any] = {
        "title": announcement.title,
        "date": _value(known),
        "section": source.into.section,
        "kind": source.into.kind,
        "tags": list(dict.fromkeys(tags)),
        "summary": _summary(announcement) if whole else "",
        "lang": language,
        "expires": _value(_expiry(announcement, known, source.keep)),
        "image": picture,
        "signatories": list(announcement.signatories),
        "contact": announcement.contact if source.has_whole_texts else {},
        "source": _filled(
            {
                "name": first.name,
                "url": announcement.link,
                "licence": licence,
                "original": _original(announcement) if announcement.via else "",
            }
        ),
        "announced_by": list(_beside(announcers, others)),
        "canonical": _original(announcement) if whole and not event else "",
        "event": event,
    }
    front = _filled(front)
    settled = {key: value for key, value in front.items() if key not in ("date", "updated")}
    return Composed(front, body, digest(to_yaml(settled), body).hex(), files)


def written_document(composed: Composed, now: dt.datetime, *, is_changed: bool = False) -> bytes:
    """Return the file of *composed*, as fetched at *now* on the site's clocks.

    *is_changed*: whether readers know it otherwise: subscribers' calendars go by `updated`.
    """
    minute = now.replace(second=0, microsecond=0, tzinfo=None)
    source = composed.front["source"] | {
        "fetched": minute,
        "digest": composed.content,
    }
    front: dict[str, Any] = {}
    for key, value in (composed.front | {"source": source}).items():
        front[key] = value
        if key == "date" and is_changed:
            front["updated"] = minute
    return document(front, composed.body).encode()


def _beside(announcers: Sequence[Announcer], others: Iterable[Link]) -> Iterator[dict[str, str]]:
    """Yield who announces it beside the first: those who tell it here, and those whom they have it
    from; each address once.
    """
    links = [Link(each.name, each.one.link) for each in announcers[1:]]
    links += others
    links += (Link(source.name, source.url) for each in announcers for source in each.one.via)
    known = {announcers[0].one.link}
    for name, url in links:
        if (url or name) not in known:
            known.add(url or name)
            yield _filled({"name": name, "url": url})


def _original(announcement: Announcement) -> str:
    return announcement.via[0].url if announcement.via else announcement.link


def _without_lead(announcement: Announcement) -> Announcement:
    """Return *announcement*, its text without the summary in bold type before it.

    So sitegen writes it in feeds; the document's page shows the summary itself.
    """
    html = without_pictures(announcement.html)
    match = _LEAD.match(html)
    if match is None or plain_text(match[0]) != announcement.summary:
        return announcement
    return msgspec.structs.replace(announcement, html=html[match.end() :])


def _summary(announcement: Announcement) -> str:
    """Return the summary that somebody wrote; nothing for one that is the text's beginning."""
    beginning = announcement.summary.rstrip(" .…[]")[:80]
    return "" if plain_text(announcement.html).startswith(beginning) else announcement.summary


def _paragraph(text: str) -> str:
    return safe_markdown(f"<p>{html.escape(text, quote=False)}</p>", "") if text else ""


def _with_files(body: str, announcement: Announcement) -> str:
    """Return *body* with links to the files that stand beside it there and that it leads not to."""
    links = [
        f'<li><a href="{html.escape(file.url)}">{html.escape(file.name, quote=False)}</a></li>'
        for file in announcement.attachments
        if f"]({file.url})" not in body
    ]
    files = safe_markdown(f"<ul>{''.join(links)}</ul>", announcement.link) if links else ""
    return "\n\n".join(filter(None, (body.rstrip("\n"), files))) if files else body


def _date(published: Written, first_day: str, today: dt.date) -> Written:
    """Return the day of publication: the source's, unless it lies ahead, else the first day."""
    if published and published[:10] <= today.isoformat():
        return published.removesuffix(" 00:00")  # feeds know no days, only their first minute
    return first_day


def _event(announcement: Announcement, uid: str, *, is_cancelled: bool) -> dict[str, Any]:
    if not announcement.start:
        return {}
    fields = {
        key: value for key, value in announcement.event.items() if key not in ("uid", "status")
    }
    status = "cancelled" if is_cancelled else announcement.event.get("status", "")
    fields = {key: _dated(value) for key, value in fields.items()}
    has_times = bool(fields.get("times"))  # whose first says when it begins
    start, end = ("", "") if has_times else (_value(announcement.start), _value(announcement.end))
    return _filled({"uid": uid, "start": start, "end": end, "status": status, **fields})


def _expiry(announcement: Announcement, date: Written, keep: int) -> Written:
    """Return the day from which it is gone; nothing for what stays, and for rules without end."""
    repeat = announcement.event.get("repeat") or {}
    if not keep or repeat.get("rrule"):
        return ""
    slots = (str(each.get("end") or each["start"]) for each in announcement.event.get("times", ()))
    last = max(
        [announcement.end or announcement.start or date, *map(str, repeat.get("also", ())), *slots]
    )
    day = dt.date.fromisoformat(last[:10])
    return (day + dt.timedelta(days=keep + 1)).isoformat() if day.year < 9000 else ""


def _value(written: Written) -> dt.date | str:
    """Return *written* as YAML has a day or a moment without quotation marks."""
    if not written:
        return ""
    moment = parse_moment(written)
    return moment.local.date() if moment.is_date else moment.local


def _dated(value: Any) -> Any:
    """Return *value* with days and moments in it as YAML has them."""
    if isinstance(value, dict):
        return {key: _dated(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_dated(part) for part in value]
    if isinstance(value, str) and value[:4].isdigit():
        try:
            return _value(value)
        except ValueError:
            return value
    return value


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None, [], {}, ())}
