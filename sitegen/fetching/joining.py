"""What several addresses of one source say, as one: its news and its calendar. Pure."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from html import unescape

from msgspec.structs import replace

from sitegen.fetching.announcements import AnnouncedPicture, Announcement, Told
from sitegen.fetching.matching import plain_address
from sitegen.fetching.same_words import FEWEST_WORDS, said_words, title_words
from sitegen.fetching.slots import main_uid
from sitegen.names import EVENT_FACTS

_HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"'>]*)", re.IGNORECASE)
_DETAILS = (
    "previous_start", "online", "organizer", "registration", "other_locations", "accessibility",
    "accessibility_note", "audience", "conditions", "price", "registration_deadline", "capacity",
    "programme",
)  # fmt: skip
_WITH_HOURS = ("previous_start", "registration_deadline", "programme")
_FACTS = re.compile(rf'<div class="{EVENT_FACTS}">.*?</div>\s*', re.DOTALL)
"""When and where, as sitegen writes it before the text: the event says it itself."""


def completed(parts: Sequence[Told], details: Told) -> list[Told]:
    """Return *parts* of a site, their events with what its *details* say more of each.

    By UID. Details alone are its events.
    """
    if not any(event.start for part in parts for event in part.announcements):
        return [*parts, details]
    more = {uid: event for event in details.announcements if (uid := event.event.get("uid"))}
    slots = details.in_slots
    return [
        replace(
            part,
            announcements=tuple(
                _with_details(event, more.get(uid), is_in_slots=uid in slots)
                for event in part.announcements
                for uid in (str(event.event.get("uid") or ""),)
                if main_uid(event) not in slots
            ),
        )
        for part in parts
    ]


def joined(parts: Sequence[Told]) -> Told:
    """Return *parts* as one; news of an event that has the same address becomes its text."""
    news = [
        announcement
        for part in parts
        for announcement in part.announcements
        if not announcement.start
    ]
    events = [
        announcement for part in parts for announcement in part.announcements if announcement.start
    ]
    by_address = {
        plain_address(announcement.link): announcement for announcement in news if announcement.link
    }
    told_twice = {
        plain_address(announcement.link) for announcement in events if announcement.link
    } & by_address.keys()
    return Told(
        name=next((part.name for part in parts if part.name), ""),
        language=next((part.language for part in parts if part.language), ""),
        announcements=(
            *(
                announcement
                for announcement in news
                if plain_address(announcement.link) not in told_twice
            ),
            *(
                _with_text(announcement, by_address.get(plain_address(announcement.link)))
                for announcement in events
            ),
        ),
        left_out=_added(part.left_out for part in parts),
        in_part=_added(part.in_part for part in parts),
        is_window=any(part.is_window for part in parts),
    )


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for each in counts:
        for reason, number in each.items():
            sums[reason] = sums.get(reason, 0) + number
    return sums


def _with_details(
    event: Announcement, more: Announcement | None, *, is_in_slots: bool
) -> Announcement:
    """Return *event* with what *more*, which has its UID, says and it does not.

    *is_in_slots*: whether that knows its times, each with its name and state.
    """
    if more is None:
        return event
    is_of_one_zone = event.event.get("timezone") == more.event.get("timezone")
    taken = [key for key in _DETAILS if is_of_one_zone or key not in _WITH_HOURS]
    fields = {key: more.event[key] for key in taken if key in more.event} | event.event
    place = more.event.get("location")
    if isinstance(place, dict) and event.place.startswith(str(place.get("name"))):
        fields["location"] = place
    if not more.html:  # a site made by sitegen: its calendar says details once more, as a text
        fields["type"] = more.event.get("type", "")
        end = more.end if is_of_one_zone and more.start == event.start else event.end
        event = replace(event, html="", summary=more.summary, end=end)
    if is_in_slots and is_of_one_zone:
        fields |= {"times": more.event["times"], "status": more.event.get("status", "")}
        fields.pop("repeat", None)
        event = replace(event, title=more.title, start=more.start, end=more.end)
    return replace(event, event=fields, picture=more.picture or event.picture, via=more.via)


def _with_text(event: Announcement, news: Announcement | None) -> Announcement:
    """Return *event* with what its page's news says more of it."""
    if news is None or not plain_address(event.link):
        return event
    return replace(
        event,
        html=_FACTS.sub("", news.html) or event.html,
        summary=news.summary or event.summary,
        published=news.published or event.published,
        updated=news.updated or event.updated,
        tags=event.tags or news.tags,
        picture=_described(event.picture, news.picture),
        attachments=news.attachments,
        signatories=news.signatories,
        contact=news.contact,
        via=news.via or event.via,
    )


def _described(
    picture: AnnouncedPicture | None, other: AnnouncedPicture | None
) -> AnnouncedPicture | None:
    """Return *picture* with what the *other* address says of it."""
    if picture is None or other is None:
        return picture or other
    alt, credit = picture.alt or other.alt, picture.credit or other.credit
    return replace(picture, alt=alt, credit=credit)


def once(announcements: Iterable[Announcement]) -> tuple[list[Announcement], int]:
    """Return each identity once, its latest version, and how many announcements were too many."""
    by_id: dict[str, Announcement] = {}
    number = 0
    for announcement in announcements:
        number += 1
        known = by_id.get(announcement.id)
        if known is None or announcement.updated >= known.updated:
            by_id[announcement.id] = announcement
    return list(by_id.values()), number - len(by_id)


def said_once(
    announcements: Sequence[Announcement], known: Container[str]
) -> tuple[list[Announcement], int]:
    """Return each piece of news once of those that say the same in all words and lead to the same
    files and pages, and how many were too many: a program that passes on what another one has from
    there says its own texts again. A monthly letter may say the same each time, with another file.

    One that is *known* stays, else the first.
    """
    by_words: dict[tuple[object, ...], list[Announcement]] = {}
    titles = Counter(title_words(each.title) for each in announcements if not each.start)
    for each in announcements:
        words = title_words(each.title)
        if not each.start and titles[words] > 1:
            said = tuple(said_words(each))
            if len(said) >= FEWEST_WORDS:
                by_words.setdefault((words, said, _targets(each)), []).append(each)
    too_many: set[str] = set()
    for same in by_words.values():
        if len(same) > 1:
            kept = next((each for each in same if each.id in known), same[0])
            too_many |= {each.id for each in same} - {kept.id}
    left = [each for each in announcements if each.id not in too_many]
    return left, len(too_many)


def _targets(announcement: Announcement) -> frozenset[str]:
    """Return what *announcement* leads to, and has attached to it."""
    attached = (file.url for file in announcement.attachments)
    return frozenset((*map(unescape, _HREF.findall(announcement.html)), *attached))


def without_renamed(announcements: Sequence[Announcement]) -> list[Announcement]:
    """Return *announcements* without farewells to what is still there under another identity: as a
    site tells them that fetched it from a calendar with new UIDs.
    """
    there = {
        (title_words(each.title), each.start)
        for each in announcements
        if each.start and not each.is_cancelled
    }
    return [
        each
        for each in announcements
        if not (each.is_farewell and (title_words(each.title), each.start) in there)
    ]
