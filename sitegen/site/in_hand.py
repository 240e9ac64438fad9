"""Which document was at work when something raised that nobody foresaw. Pure.

It is read from the frames of the traceback, as a debugger reads them: the innermost one that holds
a document, an entry, an event or a page of one. So no stage needs to say what it works on, and none
can forget to.
"""

import os
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any

from sitegen.errors import Diagnostic, reason_of
from sitegen.model import Entry, Event, Occurrence, Page, Question, Scope
from sitegen.site.questions.answering import KINDS
from sitegen.sources.document import Document

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def document_in_hand(error: BaseException) -> str:
    """Return the id of the document that was at work when *error* was raised, or nothing."""
    return document_in(frame for frame, _ in reversed(list(_frames(error))))


def document_in(frames: Iterable[FrameType]) -> str:
    """Return the id of the document that the first of *frames* to hold one has, or nothing."""
    for frame in frames:
        for value in frame.f_locals.values():
            if event_id := _id(value):
                return event_id
    return ""


def unforeseen(error: BaseException, document_id: str) -> Diagnostic:
    """Return what is told of *error*, raised while the document was at work."""
    told = reason_of(error) if isinstance(error, OSError) else str(error)
    name = type(error).__name__
    ours = [
        f"{os.path.relpath(frame.f_code.co_filename, os.path.dirname(_PACKAGE))}:{line}"
        for frame, line in _frames(error)
        if frame.f_code.co_filename.startswith(_PACKAGE + os.sep)
    ]
    where = ours[-1].replace(os.sep, "/") if ours else "sitegen"
    values = {"error": f"{name}: {told}" if told else name, "where": where}
    return Diagnostic("document-failed", f"content/{document_id}", values=values)


def _frames(error: BaseException) -> Iterator[tuple[FrameType, int]]:
    traceback = error.__traceback__
    while traceback is not None:
        yield traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next


def _id(value: Any) -> str:
    match value:
        case Document() | Entry():
            return value.id
        case Event():
            return value.entry_id
        case Occurrence():
            return value.event.entry_id
        case Page() if value.traits.subject == "document":
            return value.subject
        case Page(scope=Scope(kind="entry")):
            return value.scope.value
        case Question() if (kind := KINDS.get(value.kind)) and kind.is_of_document:
            return str(value.arguments[0])
        case _:
            return ""
