"""Answers as bytes that are kept, so that a page can be made again without the rest of the site.

Entries stand in them by their ids: they are kept once each, beside all answers. So do the events
that they announce, by their entry and their place in it; how often calendars told them otherwise
the list of published addresses says. What tells the title of a document stands there without it, by
the document's id. Whether what is read is still what was answered, its digest tells.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import GenericAlias, UnionType
from typing import Any, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import replace

from sitegen.model import Entry, Event, Moment, Node, Occurrence, Question, Translation
from sitegen.site.guides import Rank, in_order, ranks
from sitegen.site.index import Index
from sitegen.site.questions import (
    agenda,
    calendars,
    documents,
    events,
    lists,
    pictures,
    plugins,
    press,
    private,
    sections,
    settings,
    versions,
)
from sitegen.site.questions.answering import KINDS, Asked, Questions, asked_of
from sitegen.site.questions.kind import QuestionKind

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_entry = msgspec.msgpack.Decoder(Entry).decode
_decode_event = msgspec.msgpack.Decoder(Event).decode
MOST = 1 << 20
"""Bytes of an answer that is kept: a list of some twenty thousand articles."""
_OF_EVENTS: tuple[QuestionKind[..., Any], ...] = (
    *(agenda.upcoming, agenda.coming_days, agenda.past, agenda.occurrences),
    *(events.event, events.event_dates, events.next_date, events.reported),
    *(calendars.calendar, calendars.calendar_dates),
)
OF_EVENTS = frozenset(kind.name for kind in _OF_EVENTS)
"""Questions whose answers are events: of titles they hold those of texts that announce them."""
_UNTITLED: tuple[QuestionKind[..., Any], ...] = (
    *(settings.setting, settings.named_by, settings.option, settings.template, settings.data),
    *(documents.body, documents.outline, documents.frame_hosts, documents.address),
    documents.page_url,
    *(lists.page_count, lists.size, lists.archive, lists.sitemap),
    *(lists.feed_url, lists.rss_url, lists.box_url, lists.opml_url),
    *(sections.section, sections.sections, sections.terms, sections.term),
    *(agenda.upcoming_count, agenda.past_count, agenda.agenda_months, agenda.agenda_years),
    *(agenda.this_month, agenda.weeks_between, agenda.week_neighbours, agenda.month_neighbours),
    *(agenda.holidays, agenda.agenda_scopes),
    *(events.venue, events.event_date_count, events.phase, events.is_registration_over),
    *(calendars.open_agenda_url, calendars.calendar_url, calendars.calendar_title),
    *(pictures.picture, pictures.rendition, pictures.asset, pictures.static),
    *(press.original, press.file_content, plugins.plugin),
    *(versions.versions, versions.address_from, versions.sitemaps_of_versions),
    *(versions.sitemap_versions, private.private_address, private.waiting),
    *(private.readers, private.private_files),
)
WITHOUT_TITLES = frozenset(kind.name for kind in _UNTITLED)
"""Questions whose answers hold no title, and are neither chosen nor put in order by titles. An edit
of a title looks into the answers of all others."""


class UnansweredError(Exception):
    """What was kept does not answer a question: the whole site has to be asked."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """Stands for an entry, by its id."""

    id: str


class _KeptEvent(msgspec.Struct, frozen=True, array_like=True):
    """Stands for an event of an entry."""

    entry_id: str
    place: int
    """Among the events of the entry."""
    raw: bytes = b""
    """The event itself, where it is not as its entry announces it."""
    is_told: bool = False
    """Whether it is as calendars tell it: with its editions (`Editions.told`)."""


class _KeptDate(msgspec.Struct, frozen=True, array_like=True):
    """Stands for a date of an event; what its event says too is left out."""

    event: _KeptEvent
    start: Moment | None = None
    end: Moment | None = None
    slots: tuple[tuple[Moment, Moment | None], ...] = ()
    rule_start: Moment | None = None


class _KeptTitled(msgspec.Struct, frozen=True, array_like=True):
    """Stands for a value that tells the title of a document."""

    name: str
    """Of the value's class."""
    raw: bytes
    """The value, without the title where that is the document's."""
    id: str = ""
    """The document; empty where the title is another one."""


class _KeptNode(msgspec.Struct, frozen=True, array_like=True):
    """Stands for a node of a guide; its title decides where among its neighbours it stands."""

    rank: Rank
    node: _KeptTitled
    children: tuple["_KeptNode", ...] = ()


class _Of(msgspec.Struct, frozen=True, array_like=True):
    """A value of one of several classes, with the name of its own."""

    name: str
    raw: bytes


_Titled = Translation | settings.Moved | versions.Original | Node
_TITLED: dict[str, Callable[[bytes], Any]] = {
    told.__name__: msgspec.msgpack.Decoder(told).decode for told in get_args(_Titled)
}
_STANDING: dict[Any, Any] = {
    Entry: _Kept,
    Event: _KeptEvent,
    Occurrence: _KeptDate,
    **dict.fromkeys(get_args(_Titled), _KeptTitled),
    Node: _KeptNode,
}
"""What stands in another form in answers that are kept."""


class _Form(NamedTuple):
    """How the answers of a kind are kept."""

    decode: Callable[[bytes], Any]
    is_changed: bool
    """Whether entries, or values of several classes, stand in another form in them."""
    classes: dict[str, Callable[[bytes], Any]]
    """Decoders of values of several classes, by name."""


def encode_answer(question: Question, questions: Questions) -> bytes:
    """Return the answer that *questions* give as it is kept; nothing where it cannot be."""
    asked = asked_of(question)
    form = _form(asked.question.kind)
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
    form = _form(question.kind)
    if form is None:
        raise msgspec.DecodeError(f"answers of {question.kind} are not kept")
    answer = form.decode(raw)
    return _lifted(answer, form, _Sources(entry, told, title)) if form.is_changed else answer


def encode_entry(entry: Entry) -> bytes:
    return _encode(entry)


def decode_entry(raw: bytes) -> Entry:
    return _decode_entry(raw)


@cache
def _form(name: str) -> _Form | None:
    """Return how answers of the kind *name* are kept; None where they cannot be.

    Not those of plugins. Those of a kind that has a digest of its own can be dear to make, and are
    not kept: it could not be told whether they are sound.
    """
    kind = KINDS.get(name)
    if kind is None or kind.digest is not None:
        return None
    told = get_type_hints(kind.answer)["return"]
    if told is Any or told is object:
        return None
    classes: dict[str, Callable[[bytes], Any]] = {}
    kept = _kept_type(told, classes)
    return _Form(msgspec.msgpack.Decoder(kept).decode, kept != told, classes)


def _kept_type(told: Any, classes: dict[str, Callable[[bytes], Any]]) -> Any:
    """Return the type *told* with what stands in it in another form; *classes* are filled."""
    if told in _STANDING:
        return _STANDING[told]
    members = get_args(told)
    if get_origin(told) in (Union, UnionType):
        structs = [member for member in members if _is_struct(member) and member not in _STANDING]
        if len(structs) > 1:  # nothing in their bytes tells them apart
            classes |= {
                struct.__name__: msgspec.msgpack.Decoder(struct).decode for struct in structs
            }
            members = (_Of, *(member for member in members if member not in structs))
        return Union[tuple(_kept_type(member, classes) for member in members)]  # noqa: UP007
    if get_origin(told) is tuple:
        return GenericAlias(tuple, tuple(_kept_type(member, classes) for member in members))
    return told


def _is_struct(told: Any) -> bool:
    return isinstance(told, type) and issubclass(told, msgspec.Struct)


def _index_of(asked: Asked, index: Index) -> Index:
    """Return the index of those who were asked."""
    own = index.version(asked.language)
    return own.audiences[asked.audience].index if asked.audience else own


def _lowered(answer: Any, form: _Form, index: Index) -> Any:
    if isinstance(answer, Entry):
        return _Kept(answer.id)
    if isinstance(answer, Event):
        return _lowered_event(answer, index)
    if isinstance(answer, Occurrence):
        return _lowered_date(answer, index)
    if isinstance(answer, tuple):
        return tuple(_lowered(part, form, index) for part in answer)
    name = type(answer).__name__
    if name in _TITLED:
        return _lowered_title(answer, index)
    return _Of(name, _encode(answer)) if name in form.classes else answer


def _lowered_event(event: Event, index: Index) -> _KeptEvent:
    announced = index.entries.get(event.entry_id)
    for place, own in enumerate(announced.events if announced else ()):
        if own is event or (own.id == event.id and own == event):
            return _KeptEvent(event.entry_id, place)
        if event.editions and own.id == event.id and index.editions.told(own) == event:
            return _KeptEvent(event.entry_id, place, is_told=True)
    return _KeptEvent(event.entry_id, 0, _encode(event))


def _lowered_date(date: Occurrence, index: Index) -> _KeptDate:
    event = _lowered_event(date.event, index)
    if (date.start, date.end) == (date.event.start, date.event.end):
        return _KeptDate(event, None, None, date.slots, date.rule_start)
    return _KeptDate(event, date.start, date.end, date.slots, date.rule_start)


def _lowered_title(answer: _Titled, index: Index) -> _KeptTitled:
    document = index.document(answer.id) if answer.id else None
    if document is None or document.title != answer.title:
        return _KeptTitled(type(answer).__name__, _encode(answer))
    untitled = replace(answer, title="")
    return _KeptTitled(type(answer).__name__, _encode(untitled), answer.id)


def _lowered_guide(
    nodes: tuple[Node, ...], index: Index, rank_of: Mapping[str, Rank]
) -> tuple[_KeptNode, ...]:
    return tuple(
        _KeptNode(
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

    def event(self, kept: _KeptEvent) -> Event:
        if kept.raw:
            return _decode_event(kept.raw)
        event = self.entry(kept.entry_id).events[kept.place]
        return self.told(event) if kept.is_told else event

    def titled(self, kept: _KeptTitled) -> _Titled:
        value: _Titled = _TITLED[kept.name](kept.raw)
        return replace(value, title=self.title(kept.id)) if kept.id else value

    def guide(self, nodes: tuple[_KeptNode, ...]) -> tuple[Node, ...]:
        return in_order(
            (
                kept.rank,
                replace(cast(Node, self.titled(kept.node)), children=self.guide(kept.children)),
            )
            for kept in nodes
        )


def _lifted(answer: Any, form: _Form, sources: _Sources) -> Any:
    if isinstance(answer, _Kept):
        return sources.entry(answer.id)
    if isinstance(answer, _KeptEvent):
        return sources.event(answer)
    if isinstance(answer, _KeptDate):
        event = sources.event(answer.event)
        start, end = (answer.start, answer.end) if answer.start else (event.start, event.end)
        return Occurrence(
            event=event, start=start, end=end, slots=answer.slots, rule_start=answer.rule_start
        )
    if isinstance(answer, _KeptTitled):
        return sources.titled(answer)
    if isinstance(answer, tuple):
        if answer and isinstance(answer[0], _KeptNode):
            return sources.guide(answer)
        parts = tuple(_lifted(part, form, sources) for part in answer)
        is_by_title = bool(parts) and isinstance(parts[0], Translation)
        return tuple(sorted(parts)) if is_by_title else parts
    return form.classes[answer.name](answer.raw) if isinstance(answer, _Of) else answer
