"""Every kind of question that a page may ask about the site: its answer, and the answer's digest.

Answers are frozen values. The digest is made from the answer itself, so that the two cannot drift
apart: a page whose answers all have the digests they had is the same page.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec

from sitegen.digest import NOTHING, digest
from sitegen.markup.values import Heading
from sitegen.model import Author, Entry, Event, Occurrence, Question, Section, Term
from sitegen.site import plan
from sitegen.site.assets import Asset
from sitegen.site.calendar import add_months
from sitegen.site.collections import page_bounds, page_count
from sitegen.site.index import Index
from sitegen.site.urls import with_base

Answer = Any
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
CALENDAR_MONTHS_BACK = 12
"""How long a published calendar keeps what is past."""


class Questions:
    """Answers questions about one snapshot. Bodies and templates come from who holds them."""

    def __init__(
        self,
        index: Index,
        static: dict[str, Asset],
        read_body: Callable[[str], str],
        template_digest: Callable[[str], bytes],
    ) -> None:
        self.index = index
        self._static = static
        self._read_body = read_body
        self._template_digest = template_digest
        self._digests: dict[Question, bytes] = {}
        self._kept: dict[str, Any] = {}

    def answer(self, question: Question) -> Answer:
        return KINDS[question.kind](self, *question.arguments)

    def digest(self, question: Question) -> bytes:
        """Return the digest of the answer; a question of no known kind has none (stale state)."""
        known = self._digests.get(question)
        if known is None:
            known = self._digests[question] = self._digest(question)
        return known

    def _digest(self, question: Question) -> bytes:
        if question.kind not in KINDS:
            return b"unknown"
        if question.kind == "body":  # known without reading the body
            return self._body_digest(str(question.arguments[0]))
        if question.kind == "outline":
            return self._outline_digest(str(question.arguments[0]))
        if question.kind == "template":
            return self._template_digest(str(question.arguments[0]))
        return self._digest_value(self.answer(question))

    def _digest_value(self, answer: Answer) -> bytes:
        if isinstance(answer, Entry):
            return self.index.digest_of(answer.id)
        if not isinstance(answer, tuple):
            return digest(_ENCODER.encode(answer))
        kinds = {type(one) for one in answer}
        if Entry in kinds:
            digests = [self.index.digest_of(one.id) if one else NOTHING for one in answer]
            return digest(b"".join(digests))
        if kinds == {Event}:
            return digest(b"".join(map(self.index.digest_of_event, answer)))
        if kinds == {Occurrence}:
            events = b"".join(self.index.digest_of_event(one.event) for one in answer)
            return digest(events, _ENCODER.encode([(one.start, one.end) for one in answer]))
        return digest(_ENCODER.encode(answer))

    def _body_digest(self, document_id: str) -> bytes:
        document = self.index.documents.get(document_id)
        is_public = document_id in self.index.entries or (
            document is not None and self.index.section_documents.get(document.folder) is document
        )
        return document.body_digest if document and is_public else b""

    def _outline_digest(self, document_id: str) -> bytes:
        is_shown = document_id in self.index.entries
        return self.index.documents[document_id].outline_digest if is_shown else b""

    # One method for each kind; its name is the kind, its arguments are the question's.

    def setting(self, name: str) -> Answer:
        """A setting of ``site.yaml``."""
        return getattr(self.index.config, name)

    def entry(self, document_id: str) -> Entry | None:
        """A document's metadata, without its body."""
        return self.index.entries.get(document_id)

    def body(self, document_id: str) -> str:
        """A document's HTML; its internal addresses are not resolved yet."""
        return self._read_body(document_id) if self._body_digest(document_id) else ""

    def outline(self, document_id: str) -> tuple[tuple[Heading, ...], int]:
        """A body's headings and how many words it has: no part of the metadata that lists show."""
        if document_id not in self.index.entries:
            return (), 0
        document = self.index.documents[document_id]
        return document.details.headings, document.words

    def address(self, target: str) -> str | None:
        """What an internal link stands for."""
        return self.index.resolve(target)

    def listing(self, kind: str, value: str, offset: int, limit: int) -> tuple[Entry, ...]:
        """A slice of a collection, in its order."""
        return tuple(self.index.collections.members(kind, value)[offset : offset + limit])

    def list_page(self, kind: str, value: str, number: int, per_page: int) -> tuple[Entry, ...]:
        """A page of a collection, from 1."""
        members = self.index.collections.members(kind, value)
        offset, length = page_bounds(len(members), per_page, number)
        return tuple(members[offset : offset + length])

    def page_count(self, kind: str, value: str, per_page: int) -> int:
        return page_count(len(self.index.collections.members(kind, value)), per_page)

    def size(self, kind: str, value: str) -> int:
        """How many articles a collection holds."""
        return len(self.index.collections.members(kind, value))

    def neighbours(self, document_id: str) -> tuple[Entry | None, Entry | None]:
        """The articles before and after in the same section."""
        entry = self.index.entries.get(document_id)
        return self.index.collections.neighbours(entry) if entry else (None, None)

    def related(self, document_id: str, limit: int) -> tuple[Entry, ...]:
        """Articles of the same section, nearest in date."""
        entry = self.index.entries.get(document_id)
        return tuple(self.index.collections.related(entry, limit)) if entry else ()

    def section(self, section_id: str) -> Section | None:
        return self.index.sections.get(section_id)

    def sections(self) -> tuple[Section, ...]:
        """All sections, in the order of ``site.yaml``."""
        return tuple(self.index.sections.values())

    def terms(self, kind: str) -> tuple[Any, ...]:
        """All tags or authors in use with how many articles each has, in order of name."""
        lists = self.index.collections
        terms: dict[str, Any] = lists.tags if kind == "tag" else dict(lists.authors)
        counted = [(term, len(lists.members(kind, slug))) for slug, term in terms.items()]
        return tuple(sorted(counted, key=lambda pair: (pair[0].slug, pair[0].name)))

    def term(self, kind: str, slug: str) -> Term | Author | None:
        """A tag or an author in use."""
        return self.index.collections.term(kind, slug)

    def archive(self) -> tuple[tuple[str, int], ...]:
        """Months that have articles (`2022-03`) with how many, the latest first."""
        lists = self.index.collections.lists
        months = [(value, len(found)) for (kind, value), found in lists.items() if kind == "month"]
        return tuple(sorted(months, reverse=True))

    def upcoming(self, kind: str, value: str, offset: int, limit: int) -> tuple[Occurrence, ...]:
        """What has not ended yet, in order of time: of everything, a section, a tag or a type."""
        found = self._in_scope(self._upcoming(), kind, value)
        return tuple(found[offset : offset + limit])

    def upcoming_count(self, kind: str, value: str) -> int:
        return len(self._in_scope(self._upcoming(), kind, value))

    def past(self, kind: str, value: str, offset: int, limit: int) -> tuple[Occurrence, ...]:
        """What has ended, the latest first."""
        found = self._in_scope(self._past(), kind, value)
        return tuple(found[offset : offset + limit])

    def past_count(self, kind: str, value: str) -> int:
        return len(self._in_scope(self._past(), kind, value))

    def occurrences(self, first: str, last: str) -> tuple[Occurrence, ...]:
        """What touches the days from *first* to *last* (ISO 8601), in order of time."""
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        return tuple(self.index.calendar.between(*days))

    def agenda_months(self) -> tuple[tuple[int, int, int], ...]:
        """Year and month of all months in which something takes place, with how much."""
        calendar = self.index.calendar
        return tuple(
            (year, month, len(calendar.month(year, month))) for year, month in calendar.months
        )

    def month_neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        """The nearest months before and after that hold events."""
        return self.index.calendar.neighbours(year, month)

    def event(self, event_id: str) -> Event | None:
        return self.index.calendar.events.get(event_id)

    def event_dates(self, event_id: str) -> tuple[Occurrence, ...]:
        """The dates to come of a recurring event, or all if none is; at most twelve."""
        dates = self.index.calendar.by_event.get(event_id, [])
        now = self.index.clock.now.timestamp()
        to_come = [date for date in dates if date.ends > now]
        return tuple((to_come or dates)[:12])

    def phase(self, event_id: str) -> str:
        """`coming`, `now` or `past`: where the event's dates stand to the clock."""
        dates = self.index.calendar.by_event.get(event_id, [])
        now = self.index.clock.now.timestamp()
        if any(date.start.timestamp <= now < date.ends for date in dates):
            return "now"
        return "coming" if any(date.start.timestamp > now for date in dates) else "past"

    def about(self, event_id: str) -> tuple[Entry, ...]:
        """The documents that refer to an event: programme, report, follow-up, by date."""
        return tuple(self._about().get(event_id, ()))

    def calendar(self, kind: str, value: str) -> tuple[Event, ...]:
        """The events of a published calendar, by id: what is to come and the past twelve months."""
        if kind == "entry":
            entry = self.index.entries.get(value)
            return entry.events if entry else ()
        first = add_months(self.index.clock.today, -CALENDAR_MONTHS_BACK)
        calendar = self.index.calendar
        events = [
            event
            for event in calendar.events.values()
            if _is_in(event, kind, value)
            and any(date.last_day >= first for date in calendar.by_event[event.id])
        ]
        return tuple(sorted(events, key=lambda event: (event.start.timestamp, event.id)))

    def calendar_address(self, kind: str, value: str) -> str:
        url = plan.calendar_url(self.index, kind, value)
        return with_base(self.index.config.base_path, url) if url else ""

    def feed_address(self, kind: str, value: str) -> str:
        url = plan.feed_url(self.index, kind, value)
        return with_base(self.index.config.base_path, url) if url else ""

    def data(self, name: str) -> Answer:
        """The value of a file of ``content/_data/``, by its name without ending."""
        return self.index.data.get(name)

    def asset(self, path: str) -> Asset | None:
        """A published file of ``content/``."""
        return self.index.assets.get(path)

    def static(self, path: str) -> Asset | None:
        """A file of the theme's ``static/``; one of the site at the same address comes first."""
        return self.index.assets.get(path) or self._static.get(path)

    def template(self, name: str) -> bytes:
        """A template with all that it includes, imports and extends."""
        return self._template_digest(name)

    def sitemap(self) -> tuple[tuple[str, str], ...]:
        """Every address for search engines, with its last change."""
        return tuple(plan.sitemap_entries(self.index))

    # What several answers share is made once.

    def _upcoming(self) -> list[Occurrence]:
        return self._keep("upcoming", lambda: self.index.calendar.upcoming(self._now))  # type: ignore[no-any-return]

    def _past(self) -> list[Occurrence]:
        return self._keep("past", lambda: self.index.calendar.past(self._now))  # type: ignore[no-any-return]

    def _about(self) -> dict[str, list[Entry]]:
        return self._keep("about", self._gather_about)  # type: ignore[no-any-return]

    def _gather_about(self) -> dict[str, list[Entry]]:
        gathered: dict[str, list[Entry]] = {}
        for entry in self.index.entries.values():
            for event_id in entry.about:
                gathered.setdefault(event_id, []).append(entry)
        for entries in gathered.values():
            entries.sort(key=lambda entry: (entry.date.timestamp if entry.date else 0.0, entry.id))
        return gathered

    @property
    def _now(self) -> float:
        return self.index.clock.now.timestamp()

    def _in_scope(self, dates: list[Occurrence], kind: str, value: str) -> list[Occurrence]:
        if kind == "all":
            return dates
        return [date for date in dates if _is_in(date.event, kind, value)]

    def _keep(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]


def _is_in(event: Event, kind: str, value: str) -> bool:
    if kind == "section":
        return event.section == value
    if kind == "tag":
        return value in event.tags
    if kind == "type":
        return event.type == value
    return True


_METHODS = ("answer", "digest")
KINDS: dict[str, Callable[..., Answer]] = {
    name: method
    for name, method in vars(Questions).items()
    if callable(method) and not name.startswith("_") and name not in _METHODS
}
"""Every kind of question by name."""
