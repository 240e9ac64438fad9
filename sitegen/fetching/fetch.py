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
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.asking import Asker, SilentError, SourceAnswer
from sitegen.fetching.copies import Copies
from sitegen.fetching.documents import Documents
from sitegen.fetching.echoes import Echoes
from sitegen.fetching.files import Files
from sitegen.fetching.ledger import (
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
from sitegen.fetching.running import Fetch
from sitegen.fetching.said import Said
from sitegen.fetching.taking import note_silence, take
from sitegen.fetching.threads import InMain, in_threads
from sitegen.fetching.voices import Voice
from sitegen.fetching.wishes import Wishes
from sitegen.model import Moment

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
    report = Report()
    run = Fetch(config, wishes, MemoryFolder(wishes.root), report)
    sources = [_opened(run, key, places[key]) for key in config.sources]
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
    answers = _ask_all(run, asked, shelves, progress)
    told = {
        voice.key: answer.told
        for voice, answer in answers
        if isinstance(answer, SourceAnswer) and answer.told is not None
    }
    said = Said({voice.key: voice for voice in sources}, told)
    for voice, answer in answers:
        report.outcomes[voice.key] = voice.outcome
        if isinstance(answer, SilentError):
            note_silence(run, voice, answer)
        elif answer.told is not None:
            echoes = Echoes(voice.key, config, named_by(), said.taken, copies, files.text)
            take(run, voice, answer, answer.told, said.by(voice.key), echoes)
        elif not wishes.is_dry:
            _remember(run, voice, answer)
    if any(voice.is_new for voice in sources):
        _write(run, sources, shelves, own_texts().events)
    return report


def _opened(run: Fetch, key: str, place: Place) -> Voice:
    """Return the source *key* with what is known of it."""
    config = run.config
    source = config.sources[key]
    path = ledger_path(run.wishes.root, config.content_folder, source.folder(key))
    ledger, mistakes = read_ledger(path, content_name(f"{source.folder(key)}/_fetched.json"))
    rules = msgspec.json.encode([source, config.timezone, config.language, FORMAT, __version__])
    return Voice(
        key=key, source=source, place=place, ledger=ledger, ledger_digest=mistakes,
        memory=run.memories.read(key), rules=digest(rules).hex(),
        outcome=Outcome(key=key, name=source.name or key),
    )  # fmt: skip


def _ask_all(
    run: Fetch, asked: list[Voice], shelves: Shelves, progress: Progress
) -> list[tuple[Voice, SourceAnswer | SilentError]]:
    """Return what each source answers, in the order of *asked*."""
    wishes = run.wishes
    asker = Asker(run.config, wishes, shelves)

    def hear(voice: Voice, in_main: InMain) -> SourceAnswer | SilentError:
        is_known = voice.is_remembered and voice.key not in wishes.accepted
        try:
            return asker.hear(voice.source, voice.memory.parts if is_known else {}, in_main)
        except SilentError as error:
            return error

    answers = in_threads(hear, asked, lambda done: progress(done, len(asked)))
    return list(zip(asked, answers, strict=True))


def _remember(run: Fetch, voice: Voice, answer: SourceAnswer) -> None:
    memory = msgspec.structs.replace(voice.memory, parts=answer.parts, silent_since="")
    run.memories.write(voice.key, memory)


def _write(
    run: Fetch, sources: list[Voice], shelves: Shelves, own_events: list[Announcement]
) -> None:
    """Compare what all sources announce, and write documents, ledgers and memory."""
    for voice in sources:
        if voice.heard is None and voice.is_remembered:
            voice.heard = run.memories.read_heard(voice.key)
    voices = {voice.key: voice for voice in sources}
    documents = Documents(run, voices, own_events, shelves)
    documents.bring_up_to_date()
    if run.wishes.is_dry:
        return
    for voice in sources:
        ledger = voice.ledger
        encoded = ledger.encode()
        checksum = digest(encoded).hex()
        has_any = ledger.known or ledger.written
        if checksum != voice.ledger_digest and (has_any or voice.ledger_digest):
            folder = voice.source.folder(voice.key)
            path = ledger_path(run.wishes.root, run.config.content_folder, folder)
            write_file(path, encoded, content_name(f"{folder}/_fetched.json"))
        if voice.is_new and voice.heard is not None:
            # Without its parts, a source is asked for all that it says, and is heard anew.
            parts = voice.parts if documents.has_all_of(voice.key) else {}
            memory = Memory(rules=voice.rules, ledger=checksum, parts=parts)
            run.memories.write(voice.key, memory, voice.heard)
        elif voice.is_remembered:
            run.memories.write(voice.key, msgspec.structs.replace(voice.memory, ledger=checksum))
