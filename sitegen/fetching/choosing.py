"""Which announcements of a source are taken: its rules. Pure."""

import datetime as dt
import re
from collections.abc import Container, Iterable, Sequence

from sitegen.border.suggestions import plain as folded
from sitegen.config import SourceRules
from sitegen.fetching.announcements import Announcement

_TAG = re.compile(r"<[^<>]*>")


def chosen(
    wanted: Sequence[Announcement], known: Container[str], limit: int, today: dt.date
) -> list[Announcement]:
    """Return those of *wanted* that are *known*, and new ones up to *limit* of all together."""
    ordered = by_interest(wanted, today)
    kept = [announcement for announcement in ordered if announcement.id in known]
    new = [announcement for announcement in ordered if announcement.id not in known]
    return kept + new[: max(0, limit - len(kept))]


def is_wanted(announcement: Announcement, rules: SourceRules) -> bool:
    """Whether all that *rules* say holds for it; capitals and accents are the same letters."""
    if rules.what and (rules.what == "events") != (bool(announcement.start)):
        return False
    if rules.tags and not {folded(tag) for tag in announcement.tags} & {
        folded(tag) for tag in rules.tags
    }:
        return False
    if rules.places and not _names(announcement.place, rules.places):
        return False
    if rules.words or rules.without:
        said = f"{announcement.title} {announcement.summary} {_TAG.sub(' ', announcement.html)}"
        if rules.words and not _names(said, rules.words):
            return False
        if rules.without and _names(said, rules.without):
            return False
    day = announcement.day
    if rules.after and (day is None or day < rules.after.date):
        return False
    return not (rules.before and (day is None or day >= rules.before.date))


def by_interest(announcements: Sequence[Announcement], today: dt.date) -> list[Announcement]:
    """Return them in the order in which readers need it: coming events, then the latest."""

    def rank(announcement: Announcement) -> tuple[bool, int, str]:
        day = (announcement.day or today).toordinal()
        is_coming = bool(announcement.start) and day >= today.toordinal()
        return (not is_coming, day if is_coming else -day, announcement.id)

    return sorted(announcements, key=rank)


def _names(text: str, wanted: Iterable[str]) -> bool:
    """Whether *text* has one of *wanted* as whole words."""
    within = f" {_words(text)} "
    return any(f" {_words(word)} " in within for word in wanted if _words(word))


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", folded(text)).strip()
