"""`sitegen fetch`, whole: sources are asked, judged, compared, and written. Network I/O; writes.

What is asked runs in threads, a host at a time; all else in order, so that the same answers give
the same documents. Documents are written first, then the ledgers, then the memory: a fetch that was
killed is made again without a trace.
"""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from functools import cache

import msgspec

from sitegen import __version__
from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine.published_file import read_published
from sitegen.errors import Diagnostic, Place, UsageError
from sitegen.fetching.announcements import Announcement, Told, written
from sitegen.fetching.asking import Asker, SilentError, SourceAnswer
from sitegen.fetching.choosing import chosen, is_wanted
from sitegen.fetching.copies import Copies
from sitegen.fetching.documents import Documents
from sitegen.fetching.echoes import Echoes
from sitegen.fetching.files import Files
from sitegen.fetching.joining import said_once, without_renamed
from sitegen.fetching.judging import judge
from sitegen.fetching.ledger import (
    Heard,
    Memory,
    MemoryFolder,
    content_name,
    ledger_path,
    read_ledger,
    write_file,
)
from sitegen.fetching.neighbours import Shelves, with_neighbours
from sitegen.fetching.outcome import Outcome, Report
from sitegen.fetching.own import Own, own
from sitegen.fetching.said import Said
from sitegen.fetching.threads import InMain, in_threads
from sitegen.fetching.voices import Voice
from sitegen.fetching.wishes import Wishes
from sitegen.model import Moment, zone_info
from sitegen.network.request import Client
from sitegen.network.turns import Turns
from sitegen.wording.phrases import Words

FORMAT = 7
"""Of what is made of an announcement: another one makes all documents anew."""


Progress = Callable[[int, int], None]


def fetch(
    config: SiteConfig,
    places: Mapping[str, Place],
    wishes: Wishes,
    progress: Progress = lambda _done, _total: None,
) -> Report:
    """Ask the sources of *config*, and bring their documents up to date.

    *places*: where each source stands in the settings. Raises `UsageError` for a name that is no
    source's and for a ledger that cannot be read, `OutputError` where the disk refuses.
    """
    for name in (*wishes.names, *wishes.accepted):
        if name not in config.sources:
            known = ", ".join(config.sources) or "none"
            raise UsageError(Diagnostic("source-unknown", values={"name": name, "known": known}))
    config, shelves = with_neighbours(config, wishes.root)
    memories = MemoryFolder(wishes.root)
    report = Report()
    sources = [_opened(key, config, places, wishes, memories) for key in config.sources]
    today = wishes.now.astimezone(zone_info(config.timezone)).date()
    named = {*wishes.names, *wishes.accepted} if wishes.names else set(config.sources)
    asked = [voice for voice in sources if voice.key in named]

    @cache  # of many addresses, and a fetch without news needs none
    def named_by() -> str:
        published = read_published(wishes.root)
        return published.listing.url if published else ""

    @cache
    def own_texts() -> Own:
        moment = Moment(wishes.now.astimezone(dt.UTC).replace(tzinfo=None), zone="+00:00")
        return own(wishes.root, moment, [voice.folder for voice in sources])

    @cache
    def copies() -> Copies:
        return Copies(own_texts().texts, config.title)

    files = Files(os.path.join(wishes.root, config.content_folder), is_dry=wishes.is_dry)
    answers = _ask_all(asked, config, wishes, shelves, progress)
    told = {
        voice.key: answer.told
        for voice, answer in answers
        if isinstance(answer, SourceAnswer) and answer.told is not None
    }
    said = Said({voice.key: voice for voice in sources}, told)
    for voice, answer in answers:
        report.outcomes[voice.key] = voice.outcome
        if isinstance(answer, SilentError):
            _note_silence(voice, answer, wishes, memories, report)
        elif answer.told is not None:
            echoes = Echoes(voice.key, config, named_by(), said.taken, copies, files.text)
            heard = said.by(voice.key)
            _take(voice, answer, answer.told, heard, echoes, config, wishes, today, report)
        elif not wishes.is_dry:
            _remember(voice, answer, memories)
    if any(voice.is_new for voice in sources):
        _write(sources, config, wishes, memories, shelves, today, report, own_texts().events)
    return report


def _opened(
    key: str,
    config: SiteConfig,
    places: Mapping[str, Place],
    wishes: Wishes,
    memories: MemoryFolder,
) -> Voice:
    source = config.sources[key]
    path = ledger_path(wishes.root, config.content_folder, source.folder(key))
    ledger, mistakes = read_ledger(path, content_name(f"{source.folder(key)}/_fetched.json"))
    rules = msgspec.json.encode([source, config.timezone, config.language, FORMAT, __version__])
    return Voice(
        key=key, source=source, place=places[key], ledger=ledger, ledger_digest=mistakes,
        memory=memories.read(key), rules=digest(rules).hex(),
        outcome=Outcome(key=key, name=source.name or key),
    )  # fmt: skip


def _ask_all(
    asked: list[Voice], config: SiteConfig, wishes: Wishes, shelves: Shelves, progress: Progress
) -> list[tuple[Voice, SourceAnswer | SilentError]]:
    client = Client(wishes.resolve, config.url, "fetches news for")
    asker = Asker(
        client, config.timezone, config.language, wishes.environment, Turns(wishes.pause),
        wishes.most_bytes, shelves,
    )  # fmt: skip

    def hear(voice: Voice, in_main: InMain) -> SourceAnswer | SilentError:
        is_known = voice.is_remembered and voice.key not in wishes.accepted
        try:
            return asker.hear(voice.source, voice.memory.parts if is_known else {}, in_main)
        except SilentError as error:
            return error

    answers = in_threads(hear, asked, lambda done: progress(done, len(asked)))
    return list(zip(asked, answers, strict=True))


def _note_silence(
    voice: Voice, error: SilentError, wishes: Wishes, memories: MemoryFolder, report: Report
) -> None:
    reason: Words = error.args[0] if error.args else ""
    since = voice.memory.silent_since or _stamp(wishes.now)
    voice.outcome.problem = "silent"
    report.diagnostics.append(
        voice.place.diagnostic("source-silent", source=voice.key, reason=reason, since=since)
    )
    if not wishes.is_dry and voice.memory.silent_since != since:
        voice.memory = msgspec.structs.replace(voice.memory, silent_since=since)
        memories.write(voice.key, voice.memory)


def _take(
    voice: Voice,
    answer: SourceAnswer,
    told: Told,
    heard: tuple[list[Announcement], int],
    echoes: Echoes,
    config: SiteConfig,
    wishes: Wishes,
    today: dt.date,
    report: Report,
) -> None:
    """Make of what *voice* says its new ledger; or wait, where that needs somebody's yes."""
    everything, twice = heard
    everything, repeated = said_once(without_renamed(everything), voice.ledger.known)
    said = everything
    voice.outcome.shared = sum(map(echoes.is_ours, said))
    theirs = [
        each
        for each in said
        if not (
            echoes.is_ours(each) or (echoes.is_of_another(each) and not _has_document(voice, each))
        )
    ]
    theirs = [each for each in theirs if not each.is_farewell or each.id in voice.ledger.known]
    has_echoes, said = len(theirs) < len(said), theirs
    to_come = 0
    if voice.source.site:  # a neighbour built `--now` a later day: a partner's clock may be wrong
        told_by_now = [each for each in said if not _is_to_come(each, config, wishes)]
        to_come, said = len(said) - len(told_by_now), told_by_now
    voice.outcome.said = len(said)
    left_out = {
        "another one has its identity": twice, "it is dated later than now": to_come,
        "another one says the same": repeated,
    }  # fmt: skip
    for reason, number in {**told.left_out, **left_out}.items():
        if number:
            values = {"source": voice.key, "number": str(number), "reason": reason}
            report.diagnostics.append(voice.place.diagnostic("source-left-out", **values))
    for reason, number in told.in_part.items():
        if number:
            values = {"source": voice.key, "number": str(number), "reason": reason}
            report.diagnostics.append(voice.place.diagnostic("source-in-part", **values))
    is_accepted = voice.key in wishes.accepted
    if not said and not has_echoes and not is_accepted:
        error = SilentError("it announces nothing")
        _note_silence(voice, error, wishes, MemoryFolder(wishes.root), report)
        return
    wanted = [each for each in said if is_wanted(each, voice.source.only)]
    judged = judge(voice.ledger.known, everything, wanted, is_window=told.is_window, today=today)
    if judged.doubt and not is_accepted:
        voice.outcome.problem = "held"
        told_held = voice.place.diagnostic("source-held", source=voice.key, reason=judged.doubt)
        report.diagnostics.append(told_held)
        return
    voice.is_new = True
    taken = chosen(wanted, judged.known.keys(), voice.source.limit, today)
    voice.outcome.taken = len(taken)
    voice.ledger = msgspec.structs.replace(voice.ledger, known=judged.known)
    voice.outcome.name = voice.source.name or told.name or voice.key
    language = voice.source.language or told.language
    voice.heard = Heard(name=voice.outcome.name, language=language, announcements=tuple(taken))
    voice.parts = answer.parts


def _has_document(voice: Voice, announcement: Announcement) -> bool:
    """Whether it came from this source before the other one announced it: it stays where it is."""
    known = voice.ledger.known.get(announcement.id)
    return known is not None and known.state == ""


def _is_to_come(announcement: Announcement, config: SiteConfig, wishes: Wishes) -> bool:
    """Whether *announcement* is news of a day to come, which nobody can have read."""
    now = wishes.now.astimezone(zone_info(config.timezone)).replace(tzinfo=None)
    return announcement.published > written(now)


def _remember(voice: Voice, answer: SourceAnswer, memories: MemoryFolder) -> None:
    memory = msgspec.structs.replace(voice.memory, parts=answer.parts, silent_since="")
    memories.write(voice.key, memory)


def _stamp(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%d %H:%M}"


def _write(
    sources: list[Voice],
    config: SiteConfig,
    wishes: Wishes,
    memories: MemoryFolder,
    shelves: Shelves,
    today: dt.date,
    report: Report,
    own_events: list[Announcement],
) -> None:
    """Compare what all sources announce, and write documents, ledgers and memory."""
    for voice in sources:
        if voice.heard is None and voice.is_remembered:
            voice.heard = memories.read_heard(voice.key)
    voices = {voice.key: voice for voice in sources}
    now = wishes.now.astimezone(zone_info(config.timezone))
    documents = Documents(config, wishes, voices, now, today, report, own_events, shelves)
    documents.bring_up_to_date()
    if wishes.is_dry:
        return
    for voice in sources:
        ledger = voice.ledger
        encoded = ledger.encode()
        checksum = digest(encoded).hex()
        has_any = ledger.known or ledger.written
        if checksum != voice.ledger_digest and (has_any or voice.ledger_digest):
            folder = voice.source.folder(voice.key)
            path = ledger_path(wishes.root, config.content_folder, folder)
            write_file(path, encoded, content_name(f"{folder}/_fetched.json"))
        if voice.is_new and voice.heard is not None:
            # Without its parts, a source is asked for all that it says, and is heard anew.
            parts = voice.parts if documents.has_all_of(voice.key) else {}
            memory = Memory(rules=voice.rules, ledger=checksum, parts=parts)
            memories.write(voice.key, memory, voice.heard)
        elif voice.is_remembered:
            memories.write(voice.key, msgspec.structs.replace(voice.memory, ledger=checksum))
