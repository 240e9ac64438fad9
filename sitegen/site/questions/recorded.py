"""Answers as bytes that are kept, so that a page can be made again without the rest of the site.

Entries stand in them by their ids: they are kept once each, beside all answers. So do the events
that they announce, by their entry and their place in it; how often calendars told them otherwise
the list of published addresses says. What tells the title of a document stands there without it, by
the document's id. Whether what is read is still what was answered, its digest tells.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

import msgspec
from msgspec.structs import replace

from sitegen.model import Entry, Event, Node, Occurrence, Question, Translation
from sitegen.site.guides import Rank, in_order, ranks
from sitegen.site.index import Index
from sitegen.site.questions import sections
from sitegen.site.questions.answering import Asked, Questions, asked_of
from sitegen.site.questions.forms import (
    TITLED,
    Form,
    KeptDate,
    KeptEntry,
    KeptEvent,
    KeptNode,
    KeptTitled,
    OneOf,
    Titled,
    form_of,
)

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_entry = msgspec.msgpack.Decoder(Entry).decode
_decode_event = msgspec.msgpack.Decoder(Event).decode
MOST = 1 << 20
"""Bytes of an answer that is kept: a list of some twenty thousand articles."""


class UnansweredError(Exception):
    """What was kept does not answer a question: the whole site has to be asked."""


def encode_answer(question: Question, questions: Questions) -> bytes:
    """Return the answer that *questions* give as it is kept; nothing where it cannot be."""
    asked = asked_of(question)
    form = form_of(asked.question.kind)
    if form is None:
        return b""
    answer = questions.answer(question)
    if form.is_changed:
        index = _index_of(asked, questions.index)
        if asked.question.kind == sections.guide.name:
            answer = _lowered_guide(answer, index, ranks(index, str(asked.question.arguments[0])))
        else:
            answer = _lowered(answer, form, index)
    return encode_value(answer)


def encode_value(answer: Any) -> bytes:
    """Return an *answer* in which nothing stands in another form as it is kept."""
    raw = _encode(answer)
    return raw if len(raw) <= MOST else b""


def decode_answer(
    question: Question,
    raw: bytes,
    entry: Callable[[str], Entry],
    told: Callable[[Event], Event],
    title: Callable[[str], str],
) -> Any:
    """Return the answer to *question*, asked as those know it of whom it is asked, that was kept as
    *raw*.

    *entry* finds those that stand in it by their ids, *told* returns an event with its editions,
    *title* that of a document. Raises `msgspec.MsgspecError` for bytes that are none of it, and
    what these raise.
    """
    form = form_of(question.kind)
    if form is None:
        raise msgspec.DecodeError(f"answers of {question.kind} are not kept")
    answer = form.decode(raw)
    return _lifted(answer, form, _Sources(entry, told, title)) if form.is_changed else answer


def encode_entry(entry: Entry) -> bytes:
    return _encode(entry)


def decode_entry(raw: bytes) -> Entry:
    return _decode_entry(raw)


def _index_of(asked: Asked, index: Index) -> Index:
    """Return the index of those who were asked."""
    own = index.version(asked.language)
    return own.audiences[asked.audience].index if asked.audience else own


def _lowered(answer: Any, form: Form, index: Index) -> Any:
    if isinstance(answer, Entry):
        return KeptEntry(answer.id)
    if isinstance(answer, Event):
        return _lowered_event(answer, index)
    if isinstance(answer, Occurrence):
        return _lowered_date(answer, index)
    if isinstance(answer, tuple):
        return tuple(_lowered(part, form, index) for part in answer)
    name = type(answer).__name__
    if name in TITLED:
        return _lowered_title(answer, index)
    return OneOf(name, _encode(answer)) if name in form.classes else answer


def _lowered_event(event: Event, index: Index) -> KeptEvent:
    announced = index.entries.get(event.entry_id)
    for place, own in enumerate(announced.events if announced else ()):
        if own is event or (own.id == event.id and own == event):
            return KeptEvent(event.entry_id, place)
        if event.editions and own.id == event.id and index.editions.told(own) == event:
            return KeptEvent(event.entry_id, place, is_told=True)
    return KeptEvent(event.entry_id, 0, _encode(event))


def _lowered_date(date: Occurrence, index: Index) -> KeptDate:
    event = _lowered_event(date.event, index)
    if (date.start, date.end) == (date.event.start, date.event.end):
        return KeptDate(event, None, None, date.slots, date.rule_start)
    return KeptDate(event, date.start, date.end, date.slots, date.rule_start)


def _lowered_title(answer: Titled, index: Index) -> KeptTitled:
    document = index.document(answer.id) if answer.id else None
    if document is None or document.title != answer.title:
        return KeptTitled(type(answer).__name__, _encode(answer))
    untitled = replace(answer, title="")
    return KeptTitled(type(answer).__name__, _encode(untitled), answer.id)


def _lowered_guide(
    nodes: tuple[Node, ...], index: Index, rank_of: Mapping[str, Rank]
) -> tuple[KeptNode, ...]:
    return tuple(
        KeptNode(
            rank_of[node.url],
            _lowered_title(replace(node, children=()), index),
            _lowered_guide(node.children, index, rank_of),
        )
        for node in nodes
    )


class _Sources(NamedTuple):
    """Where what stands in another form is found; see `decode_answer`."""

    entry: Callable[[str], Entry]
    told: Callable[[Event], Event]
    title: Callable[[str], str]

    def event(self, kept: KeptEvent) -> Event:
        if kept.raw:
            return _decode_event(kept.raw)
        event = self.entry(kept.entry_id).events[kept.place]
        return self.told(event) if kept.is_told else event

    def titled(self, kept: KeptTitled) -> Titled:
        value: Titled = TITLED[kept.name](kept.raw)
        return replace(value, title=self.title(kept.id)) if kept.id else value

    def guide(self, nodes: tuple[KeptNode, ...]) -> tuple[Node, ...]:
        return in_order(
            (
                kept.rank,
                replace(cast(Node, self.titled(kept.node)), children=self.guide(kept.children)),
            )
            for kept in nodes
        )


def _lifted(answer: Any, form: Form, sources: _Sources) -> Any:
    if isinstance(answer, KeptEntry):
        return sources.entry(answer.id)
    if isinstance(answer, KeptEvent):
        return sources.event(answer)
    if isinstance(answer, KeptDate):
        event = sources.event(answer.event)
        start, end = (answer.start, answer.end) if answer.start else (event.start, event.end)
        return Occurrence(
            event=event, start=start, end=end, slots=answer.slots, rule_start=answer.rule_start
        )
    if isinstance(answer, KeptTitled):
        return sources.titled(answer)
    if isinstance(answer, tuple):
        if answer and isinstance(answer[0], KeptNode):
            return sources.guide(answer)
        parts = tuple(_lifted(part, form, sources) for part in answer)
        is_by_title = bool(parts) and isinstance(parts[0], Translation)
        return tuple(sorted(parts)) if is_by_title else parts
    return form.classes[answer.name](answer.raw) if isinstance(answer, OneOf) else answer
