"""What to make of a source that says something else than last time: news, losses, or a trick. Pure.

A feed holds the latest alone, and a calendar may leave out what is past: what falls off so is no
withdrawal. What is lost though it should be there was withdrawn; if it is half of all, or if every
identity is another one, it is likelier that the source is broken, and somebody has to say yes.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.fetching.announcements import Announcement
from sitegen.fetching.ledger import Known
from sitegen.fetching.matching import plain_address
from sitegen.wording.phrases import Words, with_gaps

FEW = 4
"""Sources of fewer announcements lose half of them every day."""


class Judgement(NamedTuple):
    known: dict[str, Known]
    """The ledger's announcements as they are now, by the ids that they have now."""
    withdrawn: tuple[str, ...]
    """Ids of those that the source has taken back."""
    doubt: Words
    """Why somebody has to say yes; empty where nobody has to."""


def judge(
    before: Mapping[str, Known],
    said: Sequence[Announcement],
    wanted: Sequence[Announcement],
    *,
    is_window: bool,
    today: dt.date,
) -> Judgement:
    """Return what became of *before* now that the source has *said* this.

    *wanted*: what of it the rules let in."""
    there = {announcement.id for announcement in said}
    renamed = _renamed(before, said)
    known = {renamed.get(key, key): former for key, former in before.items()}
    live = [key for key, former in before.items() if former.state == ""]
    oldest = min((announcement.day for announcement in said if announcement.day), default=today)
    lost = [
        key
        for key in live
        if renamed.get(key, key) not in there
        and not _fell_off(before[key], oldest, today, is_window=is_window)
    ]
    doubt: Words = ""
    if len(live) >= FEW:
        moved = sum(key in renamed for key in live)
        if moved * 2 >= len(live) or (lost and not there & set(live)):
            doubt = "all that it announced has another identity now"
        elif len(lost) * 2 >= len(live):
            numbers = {"lost": str(len(lost)), "number": str(len(live))}
            doubt = with_gaps("it has lost {lost} of {number} announcements", **numbers)
    let_in = {announcement.id for announcement in wanted}
    for key, former in known.items():
        if former.state == "" and key not in there:
            known[key] = replace(former, state="withdrawn" if key in lost else "past")
        elif former.state == "" and key not in let_in:
            known[key] = replace(former, state="unwanted")
        elif key in let_in:
            known[key] = replace(former, state="")
    withdrawn = tuple(
        key for key, former in known.items() if former.state in ("withdrawn", "unwanted")
    )
    return Judgement(known, withdrawn, doubt)


def _fell_off(known: Known, oldest: dt.date, today: dt.date, *, is_window: bool) -> bool:
    """Whether *known* is no longer said as it is past, or older than what a feed still holds."""
    if not known.day:
        return True
    day = dt.date.fromisoformat(known.day)
    return day < today if known.is_event else (not is_window or day <= oldest)


def _renamed(before: Mapping[str, Known], said: Sequence[Announcement]) -> dict[str, str]:
    """Return the new id of each known announcement that has one: by address, or title and day."""
    there = {announcement.id for announcement in said}
    lost = {key: former for key, former in before.items() if key not in there}
    if not lost:
        return {}
    by_sign: dict[tuple[str, str], list[str]] = {}
    for key, known in lost.items():
        for sign in _signs(known.link, known.title, known.day):
            by_sign.setdefault(sign, []).append(key)
    renamed_ids: dict[str, str] = {}
    for announcement in said:
        if announcement.id in before:
            continue
        for sign in _signs(
            announcement.link,
            announcement.title,
            announcement.day.isoformat() if announcement.day else "",
        ):
            keys = [key for key in by_sign.get(sign, ()) if key not in renamed_ids]
            if len(keys) == 1:
                renamed_ids[keys[0]] = announcement.id
                break
    return renamed_ids


def _signs(link: str, title: str, day: str) -> list[tuple[str, str]]:
    """Return by what an announcement is known again whose id is another."""
    address = plain_address(link)
    signs = [(address, day)] if address else []
    return [*signs, (title, day)] if day else signs
