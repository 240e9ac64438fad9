"""What several addresses of one source say, as one: its news and its calendar. Pure."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sitegen.fetching.announcements import Announcement, Told
from sitegen.fetching.matching import plain_address


def joined(parts: Sequence[Told]) -> Told:
    """Return *parts* as one; news of an event that has the same address becomes its text."""
    news = [one for part in parts for one in part.announcements if not one.start]
    events = [one for part in parts for one in part.announcements if one.start]
    by_address = {plain_address(one.link): one for one in news if one.link}
    told_twice = {plain_address(one.link) for one in events if one.link} & by_address.keys()
    left_out: dict[str, int] = {}
    for part in parts:
        for reason, number in part.left_out.items():
            left_out[reason] = left_out.get(reason, 0) + number
    return Told(
        name=next((part.name for part in parts if part.name), ""),
        language=next((part.language for part in parts if part.language), ""),
        announcements=(
            *(one for one in news if plain_address(one.link) not in told_twice),
            *(_with_text(one, by_address.get(plain_address(one.link))) for one in events),
        ),
        left_out=left_out,
        is_window=any(part.is_window for part in parts),
    )


def _with_text(event: Announcement, news: Announcement | None) -> Announcement:
    """Return *event* with what its page's news says more of it."""
    if news is None or not plain_address(event.link):
        return event
    return replace(
        event,
        html=news.html or event.html,
        summary=news.summary or event.summary,
        published=news.published or event.published,
        updated=news.updated or event.updated,
        tags=event.tags or news.tags,
        picture=event.picture or news.picture,
    )


def once(found: Iterable[Announcement]) -> tuple[list[Announcement], int]:
    """Return each identity of *found* once, its latest version, and how many were too many."""
    by_id: dict[str, Announcement] = {}
    number = 0
    for one in found:
        number += 1
        known = by_id.get(one.id)
        if known is None or one.updated >= known.updated:
            by_id[one.id] = one
    return list(by_id.values()), number - len(by_id)
