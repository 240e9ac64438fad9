"""A site of values alone: answers questions from what a test gives, without files or engine."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import jinja2

from sitegen.border.moments import parse_moment
from sitegen.config import SiteConfig
from sitegen.model import Entry, Event, Moment, Page, Question, Scope, Section
from sitegen.rendering.view.shared import Shared
from sitegen.rendering.view.site import Site

NEWS = Section(id="news", title="Actualités", url="/news/")
PARIS = "Europe/Paris"


def moment(text: str, zone: str = PARIS) -> Moment:
    """Return what an author's *text* means in *zone*."""
    return parse_moment(text).in_zone(zone)


def utc(instant: dt.datetime) -> dt.datetime:
    return instant.astimezone(dt.UTC)


def make_event(**changes: Any) -> Event:
    """Return a two-hour event in Nantes; moments may be given as text."""
    fields: dict[str, Any] = {
        "id": "forum-2022",
        "name": "Forum 2022",
        "start": "2022-03-02 09:00",
        "end": "2022-03-02 11:00",
        "url": "/news/forum/",
        "stamped": "2022-02-01 10:00",
        "created": "2022-02-01 10:00",
    }
    fields |= changes
    if "summary" in fields:
        fields["summary_utf8"] = fields.pop("summary").encode(errors="ignore")
    for name in ("start", "end", "stamped", "created", "previous_start"):
        if isinstance(fields.get(name), str):
            fields[name] = moment(fields[name])
    return Event(**fields)


def make_entry(name: str = "forum", **changes: Any) -> Entry:
    """Return an article of the section `news`; moments may be given as text."""
    fields: dict[str, Any] = {
        "id": f"news/{name}.md",
        "url": f"/news/{name}/",
        "path": f"news/{name}/index.html",
        "title": "Forum 2022",
        "date": "2022-03-05 16:41",
        "section": NEWS,
    }
    fields |= changes
    if "summary" in fields:
        fields["summary_utf8"] = fields.pop("summary").encode(errors="ignore")
    for field in ("date", "updated"):
        if isinstance(fields.get(field), str):
            fields[field] = moment(fields[field])
    return Entry(**fields)


class Hub:
    """What a site's answers are made from."""

    def __init__(self, **settings: Any) -> None:
        settings = {"title": "Le hub", "url": "https://hub.example.org/"} | settings
        self.config = SiteConfig(**settings)
        self.entries: list[Entry] = []
        self.bodies: dict[str, str] = {}
        self.events: list[Event] = []
        self.addresses: list[tuple[str, Moment | None]] = []
        self.terms: dict[tuple[str, str], Any] = {("section", NEWS.id): NEWS}

    def add(self, entry: Entry, body: str = "<p>Un texte.</p>") -> None:
        self.entries.append(entry)
        self.bodies[entry.id] = body

    def write(
        self,
        writer: Callable[[Site, Page], bytes],
        subject: str = "all:",
        url: str = "/feed.xml",
        number: int = 1,
    ) -> bytes:
        return writer(
            Site(self.answer, Shared(jinja2.Environment())),
            Page(url.lstrip("/"), "", url, subject, number, Scope(*subject.partition(":")[::2])),
        )

    def answer(self, question: Question) -> Any:
        kind, arguments = question.kind, question.arguments
        if kind == "setting":
            return getattr(self.config, str(arguments[0]))
        if kind == "articles":
            limit, offset = int(arguments[0]), int(arguments[3])
            return tuple(self.entries[offset : offset + limit])
        if kind == "calendar":
            return tuple(self.events)
        if kind == "entry":
            return next((entry for entry in self.entries if entry.id == arguments[0]), None)
        answers: dict[str, Callable[[], Any]] = {
            "body": lambda: self.bodies[str(arguments[0])],
            "address": lambda: f"/{arguments[0]}",
            "picture": lambda: None,
            "static": lambda: None,
            "term": lambda: self.terms.get((str(arguments[0]), str(arguments[1]))),
            "calendar_title": lambda: self.terms[str(arguments[0]), str(arguments[1])].name,
            "sitemap": lambda: tuple(self.addresses),
            "named_by": lambda: (self.config.host, self.config.base_path),
        }
        return answers[kind]()
