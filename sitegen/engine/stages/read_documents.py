"""Read the documents of a site: only what changed is parsed, by workers when there are many."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

import msgspec
from msgspec.structs import force_setattr

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.disk.stamps import settled
from sitegen.engine.options import Progress
from sitegen.engine.stages.parse import ParseResult, ParseTask, parse_chunk, parse_settings
from sitegen.engine.state.accepted import unpublished_forms
from sitegen.engine.state.records import DocumentRecord, SourceRecord
from sitegen.engine.state.state import State
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic
from sitegen.markup.values import DeclaredShortcode
from sitegen.plugins.remembered import Remembered
from sitegen.sources.document import Document
from sitegen.sources.parse import ParseSettings
from sitegen.sources.scan import Source
from sitegen.sources.withdrawal import Withdrawal

BATCH = 500
"""Documents that are written at once: none has to wait in memory until all are parsed."""
_WISH = msgspec.msgpack.Decoder(Withdrawal)


class ParsedDocuments(msgspec.Struct, frozen=True):
    """The documents of a site, as they are now."""

    documents: dict[str, Document]
    unread: dict[str, Document]
    """What could be read of those that have errors."""
    wishes: dict[str, Withdrawal]
    """What these say of being withdrawn."""
    parsed: tuple[str, ...]
    """Those that were parsed this time."""
    diagnostics: tuple[Diagnostic, ...]
    spent: tuple[dict[str, tuple[int, float]], ...] = ()
    """What plugins took, where somebody wants to know."""


def read_documents(
    sources: Mapping[str, Source],
    known: Mapping[str, SourceRecord],
    config: SiteConfig,
    state: State,
    workers: Workers,
    progress: Progress,
    shortcodes: tuple[DeclaredShortcode, ...],
    plugins: tuple[Remembered, ...] = (),
    unseen: tuple[str, ...] = (),
) -> ParsedDocuments:
    """Return the documents of *sources*; only those that changed are parsed, and remembered.

    *shortcodes*: those that the theme and the *plugins* declare. *unseen*: folders that were left
    out, of which all stays as it is known.
    """
    shared = parse_settings(config, shortcodes, plugins)
    records = state.documents()
    tasks = list(_tasks(sources, known, records, shared[1]))
    changed: dict[str, _Read] = {}
    keys = {key: key for key in sources}  # one text for each, however many processes name it
    batch: dict[str, ParseResult] = {}
    spent: list[dict[str, tuple[int, float]]] = []
    are_many = len(tasks) > BATCH
    replaced = unpublished_forms(state)
    published = {key for key, record in records.items() if record.document} - replaced
    with state.transaction():
        for done, result in enumerate(_parse(tasks, shared, workers), 1):
            key = keys[result.key]
            batch[key] = result
            if result.record is not None:
                told = _read(key, result.record, state, is_later=are_many)
                changed[key] = _READ_LATER if told == _READ_LATER else told
            if len(batch) >= BATCH:
                _remember(batch, sources, published, state)
                batch.clear()
            if result.spent:
                spent.append(result.spent)
            progress("parse", done, len(tasks))
        _remember(batch, sources, published, state)
        gone = {key for key in records.keys() - sources.keys() if not key.startswith(unseen)}
        state.keep_documents(gone & published)
        state.drop("document", gone)
        state.drop("body", gone)
    later = _documents(changed, keys, state) if are_many else {}
    documents, unread, wishes = {}, {}, {}
    diagnostics: list[Diagnostic] = []
    for key in sources:
        read = changed.get(key)
        if read is None and key in records:
            read = _read(key, records[key], state)
        if read is None:
            continue
        diagnostics.extend(read.diagnostics)
        if (document := read.document or later.get(key)) is not None:
            documents[key] = document
        elif read.unread is not None:
            unread[key] = read.unread
        if read.wish is not None:
            wishes[key] = read.wish
    parsed = tuple(changed)
    return ParsedDocuments(documents, unread, wishes, parsed, tuple(diagnostics), tuple(spent))


class _Read(NamedTuple):
    """What a record holds, decoded."""

    document: Document | None
    unread: Document | None
    wish: Withdrawal | None
    diagnostics: tuple[Diagnostic, ...]


_READ_LATER = _Read(None, None, None, ())
"""Of a sound document that `_documents` reads: one value for all."""


def _read(key: str, record: DocumentRecord, state: State, *, is_later: bool = False) -> _Read:
    """Return what *record* holds: of all documents the encoded forms would be as much again.

    *is_later*: without the document, which `_documents` reads.
    """
    has_document = bool(record.document)
    document = state.document(key, record.document) if has_document and not is_later else None
    unread = state.document(key, record.unread) if record.unread and not has_document else None
    wish = _WISH.decode(record.wish) if record.wish else None
    return _Read(document, unread, wish, record.diagnostics)


def _documents(
    changed: Collection[str], keys: Mapping[str, str], state: State
) -> dict[str, Document]:
    """Return those of *changed* that are sound, as they were just remembered.

    All at once, when no more is parsed, and with the ids of *keys*: side by side, and with nothing
    of them held elsewhere, they give whole stretches of memory back when they are let go of.
    """
    documents = {}
    for name, raw in state.encoded_documents():
        if raw and name in changed:
            key = keys[name]
            documents[key] = document = state.document(key, raw)
            force_setattr(document, "id", key)  # the same text, once
    return documents


def _remember(
    batch: Mapping[str, ParseResult],
    sources: Mapping[str, Source],
    published: Set[str],
    state: State,
) -> None:
    """Remember what was read, inside a transaction; and what it replaces, if that was seen."""
    state.put_sources(
        {
            key: SourceRecord(settled(sources[key].stamp), result.content)
            for key, result in batch.items()
        }
    )
    parsed = {key: result for key, result in batch.items() if result.record}
    state.keep_documents(parsed.keys() & published)
    state.put_bodies({key: result.body for key, result in parsed.items()})
    state.put_documents({key: each.record for key, each in parsed.items() if each.record})


def _tasks(
    sources: Mapping[str, Source],
    known: Mapping[str, SourceRecord],
    records: Mapping[str, DocumentRecord],
    salt: bytes,
) -> Iterator[ParseTask]:
    """Yield what is to be parsed: new sources, and those that are not as they were read last."""
    for key, source in sources.items():
        record, source_record = records.get(key), known.get(key)
        is_known = (
            record is not None
            and source_record is not None
            and source_record.stamp == source.stamp
            and record.source == digest(source_record.digest, salt)
        )
        if not is_known:
            yield ParseTask(key, source.disk_path, record.source if record else b"")


def _parse(
    tasks: list[ParseTask], shared: tuple[ParseSettings, bytes, float], workers: Workers
) -> Iterable[ParseResult]:
    for results in workers.map(parse_chunk, shared, tasks):
        yield from results
