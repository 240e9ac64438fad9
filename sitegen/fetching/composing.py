"""What several sources announce, composed as one document that a build takes. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.sound import Reader
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, Composed, Link, compose, written_document

_BESIDE: dict[str, Any] = {"attachments": (), "signatories": (), "contact": {}}
"""What stands beside a text of another site, of which that says enough."""
_DETAILS = (
    "previous_start", "other_locations", "audience", "price", "registration_deadline", "capacity",
)  # fmt: skip
"""What few sources tell, and an event can do without."""


class Composer:
    """Composes documents of one fetch: each UID is given once."""

    def __init__(self, config: SiteConfig, voices: Mapping[str, Voice], now: dt.datetime) -> None:
        """*now*: on the site's clocks."""
        self._config = config
        self._voices = voices
        self._now = now
        self._today = now.date()
        self._reader = Reader(config)
        self._silent = _silent_announcers(voices.values())
        organisation = config.organisation
        self._own_contacts = frozenset(organisation.contacts if organisation else ())
        self._judged: tuple[Composed, bytes] | None = None
        self._uids: dict[str, str] = {}
        """UIDs with the path of the document that has them."""

    def compose(
        self,
        announcers: list[Announcer],
        path: str,
        first_day: str,
        picture: dict[str, str] | None,
        before: str = "",
    ) -> Composed | None:
        """Return what a build will take of *announcers*: of what it would refuse, less and less.

        *before*: the content that was written last, which needs no second look. None where nothing
        can be made of it.
        """
        language = self._language(announcers[0])
        names = {announcer.key for announcer in announcers}
        uid = self.claim_uid(announcers, path)
        others = [link for key, link in self._silent.get(path, ()) if key not in names]
        first = announcers[0].one
        if first.contact.get("name") in self._own_contacts:  # it would be the site's own
            first = msgspec.structs.replace(first, contact={})
        for announcement in _variants(first):
            tried = [announcers[0]._replace(one=announcement), *announcers[1:]]
            composed = compose(
                tried, first_day, self._today, language, others=others, uid=uid, picture=picture,
                path=path,
            )  # fmt: skip
            if composed.content == before:
                return composed
            raw = written_document(composed, self._now)
            if not self._reader.mistakes(raw, path):
                self._judged = composed, raw
                return composed
        return None

    def file_of(self, composed: Composed) -> bytes:
        """Return the new file of *composed*: if it was judged last, as it was."""
        if self._judged is not None and self._judged[0] is composed:
            return self._judged[1]
        return written_document(composed, self._now)

    def claim_uid(self, announcers: list[Announcer], path: str) -> str:
        """Return the UID of the document *path*, which no other one gets from now on."""
        for announcer in announcers:
            uid = str(announcer.one.event.get("uid") or "")
            if uid and self._uids.setdefault(uid, path) == path:
                return uid
        return ""

    def _language(self, announcer: Announcer) -> str:
        heard = self._voices[announcer.key].heard
        language = announcer.source.language or (heard.language if heard else "")
        return "" if language == self._config.language else language


def _silent_announcers(voices: Iterable[Voice]) -> dict[str, list[tuple[str, Link]]]:
    """Return by document which sources announced it last time, of which nothing is known now."""
    links: dict[str, list[tuple[str, Link]]] = {}
    for voice in voices:
        for known in voice.ledger.known.values() if voice.heard is None else ():
            if known.state == "":
                link = (voice.key, Link(voice.name, known.link))
                links.setdefault(known.path, []).append(link)
    return links


def _variants(announcement: Announcement) -> Iterator[Announcement]:
    """Yield *announcement*, then less and less of it that a build could refuse."""
    yield announcement
    replace = msgspec.structs.replace
    if announcement.attachments or announcement.signatories or announcement.contact:
        announcement = replace(announcement, **_BESIDE)
        yield announcement
    event = dict(announcement.event)
    for keys in (("programme",), _DETAILS):
        if any(key in event for key in keys):
            event = {key: value for key, value in event.items() if key not in keys}
            yield replace(announcement, event=dict(event))
    announcement = replace(announcement, event=dict(event))
    repeat = event.get("repeat")
    if isinstance(repeat, dict):
        kept = {key: value for key, value in repeat.items() if key != "changes"}
        yield replace(announcement, event=event | {"repeat": kept})
        if "rrule" in repeat:
            yield replace(announcement, event=event | {"repeat": {"rrule": repeat["rrule"]}})
        event.pop("repeat")
        announcement = replace(announcement, event=event)
        yield announcement
    if event.pop("times", None):
        yield replace(announcement, event=dict(event))
    yield replace(announcement, html="")
    if announcement.start:
        few = {key: event[key] for key in ("location", "uid", "status") if key in event}
        yield replace(announcement, html="", summary="", end="", event=few)
        yield replace(announcement, html="", summary="", end="", event={})
    yield replace(announcement, html="", summary="", tags=(), link="")
