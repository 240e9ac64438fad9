"""What several addresses of one source say, as one: its news and its calendar. Pure."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sitegen.fetching.announcements import Announcement, Told
from sitegen.fetching.matching import plain_address


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
    left_out: dict[str, int] = {}
    for part in parts:
        for reason, number in part.left_out.items():
            left_out[reason] = left_out.get(reason, 0) + number
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
