"""Which documents have other texts or titles than the last build took, and nothing else is another.

Does I/O.
"""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from sitegen.disk.stamps import Stamp, settled
from sitegen.engine.seen import SeenInputs
from sitegen.engine.stages.parse import ParseResult, ParseTask, parse_chunk
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.records import SourceRecord
from sitegen.engine.state.state import State
from sitegen.names import CONTENT, is_document
from sitegen.sources.document import Document, decode_document, with_metadata_digest
from sitegen.sources.parse import ParseSettings

MOST = 16
"""Documents with another stamp up to which their texts are looked at one by one."""
_encode = msgspec.msgpack.encode
_decode_stamp = msgspec.msgpack.Decoder(Stamp).decode


class Edit(NamedTuple):
    """A document whose text or title alone is another now."""

    before: Document
    after: Document
    result: ParseResult

    @property
    def has_other_title(self) -> bool:
        return self.before.title != self.after.title


def suspects(seen: SeenInputs, state: State) -> list[str] | None:
    """Return the ids of the documents whose files have other stamps than the last build knew.

    None: there are many, or something else is not what it saw.
    """
    if seen.others is None or len(seen.others) > MOST or state.unsettled_documents():
        return None
    ids = [key[len(CONTENT) + 1 :] for key in seen.others]
    return ids if all(key in seen.scan.content for key in seen.others) else None


def as_recorded(scan: Scan, state: State) -> Scan | None:
    """Return *scan* with the stamps that the state knows of documents which may still change.

    None: another file may change within its stamp.
    """
    racy = scan.racy()
    if len(racy) > MOST:
        return None
    content = {}
    for key in racy:
        folder, _, document_id = key.partition("/")
        stamp = state.source_stamp(document_id)
        if folder != CONTENT or not is_document(document_id) or not stamp:
            return None
        content[key] = replace(scan.content[key], stamp=_decode_stamp(stamp))
    return replace(scan, content=scan.content | content)


def edits(
    ids: list[str], scan: Scan, state: State, shared: tuple[ParseSettings, bytes, float]
) -> tuple[dict[str, Edit], dict[str, SourceRecord]] | None:
    """Return the edits of the documents *ids*, and what is to be known of all their sources.

    *shared*: see `parse_settings`. None where more than text and title is another, or something is
    wrong.
    """
    by_document: dict[str, Edit] = {}
    sources: dict[str, SourceRecord] = {}
    for document_id in ids:
        source = scan.content[f"{CONTENT}/{document_id}"]
        record = state.document_record(document_id)
        if record is None or not record.document or record.diagnostics:
            return None
        task = ParseTask(document_id, source.disk_path, record.source)
        stamp = settled(source.stamp)
        (result,) = parse_chunk(*shared, [task])
        if not result.content:
            return None
        sources[document_id] = SourceRecord(stamp, result.content)
        if result.record is None:
            continue
        if not result.record.document or result.record.diagnostics:
            return None
        edit = Edit(
            decode_document(record.document), decode_document(result.record.document), result
        )
        if edit.before.section_front is not None or not _is_text_alone(edit.before, edit.after):
            return None
        by_document[document_id] = edit
    return by_document, sources


def _is_text_alone(before: Document, after: Document) -> bool:
    """Whether no more can be different for the site than what pages show of the text, and of its
    title (`titles.py`).
    """
    if before.title != after.title:
        front = replace(after.front, title=before.title)
        after = with_metadata_digest(replace(after, front=front, metadata_digest=b""))
    return (
        before.metadata_digest == after.metadata_digest
        and before.lookups == after.lookups
        and before.frame_hosts == after.frame_hosts
        and before.silent_images == after.silent_images
        and before.foreign == after.foreign
        and set(before.details.anchors) <= set(after.details.anchors)
    )


def bodies(edited: Mapping[str, Edit]) -> dict[str, bytes]:
    return {key: edit.result.body for key, edit in edited.items()}
