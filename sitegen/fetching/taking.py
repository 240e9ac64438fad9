"""What a source says becomes its new ledger; or it waits, where that needs somebody's yes."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from sitegen.fetching.announcements import Announcement, Told, written
from sitegen.fetching.asking import SilentError, SourceAnswer
from sitegen.fetching.choosing import chosen, is_wanted
from sitegen.fetching.echoes import Echoes
from sitegen.fetching.joining import said_once, without_renamed
from sitegen.fetching.judging import judge
from sitegen.fetching.ledger import Heard
from sitegen.fetching.running import Fetch
from sitegen.fetching.voices import Voice
from sitegen.wording.phrases import Words


def take(
    fetch: Fetch,
    voice: Voice,
    answer: SourceAnswer,
    told: Told,
    heard: tuple[list[Announcement], int],
    echoes: Echoes,
) -> None:
    """Make of what *voice* says its new ledger; or wait, where that needs somebody's yes.

    *heard*: what it announces of all that was *told*, and how much has the identity of another one.
    """
    everything, twice = heard
    everything, repeated = said_once(without_renamed(everything), voice.ledger.known)
    voice.outcome.shared = sum(map(echoes.is_ours, everything))
    theirs = [each for each in everything if _is_theirs(each, voice, echoes)]
    said = theirs
    if voice.source.site:  # a neighbour built `--now` a later day: a partner's clock may be wrong
        now = fetch.now.replace(tzinfo=None)
        said = [each for each in theirs if not _is_to_come(each, now)]
    voice.outcome.said = len(said)
    left_out = {
        "another one has its identity": twice,
        "it is dated later than now": len(theirs) - len(said),
        "another one says the same": repeated,
    }
    _tell(fetch, voice, "source-left-out", {**told.left_out, **left_out})
    _tell(fetch, voice, "source-in-part", told.in_part)
    is_accepted = voice.key in fetch.wishes.accepted
    has_echoes = len(theirs) < len(everything)
    if not said and not has_echoes and not is_accepted:
        note_silence(fetch, voice, SilentError("it announces nothing"))
        return
    wanted = [each for each in said if is_wanted(each, voice.source.only)]
    known = voice.ledger.known
    judged = judge(known, everything, wanted, is_window=told.is_window, today=fetch.today)
    if judged.doubt and not is_accepted:
        voice.outcome.problem = "held"
        held = voice.place.diagnostic("source-held", source=voice.key, reason=judged.doubt)
        fetch.report.diagnostics.append(held)
        return
    voice.is_new = True
    taken = chosen(wanted, judged.known.keys(), voice.source.limit, fetch.today)
    voice.outcome.taken = len(taken)
    voice.ledger = msgspec.structs.replace(voice.ledger, known=judged.known)
    voice.outcome.name = voice.source.name or told.name or voice.key
    language = voice.source.language or told.language
    voice.heard = Heard(name=voice.outcome.name, language=language, announcements=tuple(taken))
    voice.parts = answer.parts


def note_silence(fetch: Fetch, voice: Voice, error: SilentError) -> None:
    """Note that *voice* does not answer, and since when: its documents stay."""
    reason: Words = error.args[0] if error.args else ""
    since = voice.memory.silent_since or _stamp(fetch.wishes.now)
    voice.outcome.problem = "silent"
    fetch.report.diagnostics.append(
        voice.place.diagnostic("source-silent", source=voice.key, reason=reason, since=since)
    )
    if not fetch.wishes.is_dry and voice.memory.silent_since != since:
        voice.memory = msgspec.structs.replace(voice.memory, silent_since=since)
        fetch.memories.write(voice.key, voice.memory)


def _tell(fetch: Fetch, voice: Voice, code: str, numbers: Mapping[str, int]) -> None:
    """Report, by reason, how many announcements of *voice* are left out or told in part."""
    for reason, number in numbers.items():
        if number:
            values = {"source": voice.key, "number": str(number), "reason": reason}
            fetch.report.diagnostics.append(voice.place.diagnostic(code, **values))


def _is_theirs(announcement: Announcement, voice: Voice, echoes: Echoes) -> bool:
    """Whether *voice* announces it, and neither this site nor another source of it."""
    if echoes.is_ours(announcement):
        return False
    if echoes.is_of_another(announcement) and not _has_document(voice, announcement):
        return False
    return not announcement.is_farewell or announcement.id in voice.ledger.known


def _has_document(voice: Voice, announcement: Announcement) -> bool:
    """Whether it came from this source before the other one announced it: it stays where it is."""
    known = voice.ledger.known.get(announcement.id)
    return known is not None and known.state == ""


def _is_to_come(announcement: Announcement, now: dt.datetime) -> bool:
    """Whether *announcement* is news of a day to come, which nobody can have read.

    *now*: on the site's clocks, without a zone.
    """
    return announcement.published > written(now)


def _stamp(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%d %H:%M}"
