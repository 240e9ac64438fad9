"""`Site`: all that a template can see of the site. Every look at it is a question, and is noted."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

import msgspec
from markupsafe import Markup

from sitegen.config import OrganisationConfig
from sitegen.model import Author, Entry, Event, Occurrence, Question, Section, Term
from sitegen.rendering.shared import Shared
from sitegen.site.assets import Asset
from sitegen.site.plan import list_root, numbered_url
from sitegen.site.urls import with_base

_INTERNAL = re.compile(r'\s(href|src|poster)="sitegen:([^"?#]*)((?:\?[^"#]*)?(?:#[^"]*)?)"')
_IMAGE = re.compile(r'<img\b[^>]*?\ssrc="sitegen:([^"?#]*)"[^>]*>')
_ID = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby)="|\shref="#)([^"]+)"')


class MenuLink(NamedTuple):
    title: str
    url: str
    is_external: bool


class Pager(msgspec.Struct, frozen=True):
    """Where a page stands in its list; addresses are empty where there is no such page."""

    number: int
    count: int
    newer: str
    older: str
    urls: Sequence[str]
    """The addresses of all pages, the first one first."""


class Site:
    """Answers a template's questions about the site and notes them in `asked`, in order."""

    def __init__(self, answer: Callable[[Question], Any], shared: Shared) -> None:
        self._answer = answer
        self._shared = shared
        self.asked: dict[Question, None] = {}

    def beside(self) -> "Site":
        """Return a view of the same site that has asked nothing yet."""
        return Site(self._answer, self._shared)

    def part(self, name: str, **arguments: Any) -> Markup:
        """Return a template that sees `site` and *arguments* alone, rendered once for all pages.

        Arguments are numbers, texts, entries and the like, or tuples of them.
        """
        return self._shared.part(self, name, arguments)

    def ask(self, kind: str, *arguments: str | int) -> Any:
        """Return the answer to a question of any kind (see ``site/questions.py``)."""
        question = Question(kind, arguments)
        self.asked[question] = None
        return self._answer(question)

    # Settings

    @property
    def title(self) -> str:
        return str(self.ask("setting", "title"))

    @property
    def description(self) -> str:
        return str(self.ask("setting", "description"))

    @property
    def language(self) -> str:
        return str(self.ask("setting", "language"))

    @property
    def timezone(self) -> str:
        return str(self.ask("setting", "timezone"))

    @property
    def organisation(self) -> OrganisationConfig | None:
        found: OrganisationConfig | None = self.ask("setting", "organisation")
        return found

    @property
    def extra(self) -> Any:
        """What ``site.yaml`` keeps under `extra`."""
        return self.ask("setting", "extra")

    def setting(self, name: str) -> Any:
        return self.ask("setting", name)

    # Addresses

    @property
    def base_path(self) -> str:
        return str(self.ask("setting", "base_path"))

    def url(self, path: str) -> str:
        """Return the address of *path* (from the site's root) as pages link to it."""
        return with_base(self.base_path, path)

    def absolute(self, url: str) -> str:
        """Return *url* with scheme and host; one that has them stays."""
        return url if "://" in url else f"{self.ask('setting', 'origin')}{url}"

    @property
    def home_url(self) -> str:
        return self.url("/")

    def list_url(self, kind: str) -> str:
        """Return the address of a list: `tag`, `author` (all of them), `archives` or `agenda`."""
        pattern = str(getattr(self.ask("setting", "urls"), kind))
        return self.url(list_root(pattern) if "{" in pattern else pattern)

    def archive_url(self, period: str) -> str:
        """Return the address of the archive of a year (`2022`) or a month (`2022-03`)."""
        return f"{self.list_url('archives')}{period.replace('-', '/')}/"

    def agenda_url(self, year: int = 0, month: int = 0) -> str:
        """Return the address of the agenda, of a year of it, or of a month."""
        step = f"{year:04d}/" if year else ""
        return f"{self.list_url('agenda')}{step}" + (f"{month:02d}/" if month else "")

    @property
    def past_url(self) -> str:
        return f"{self.list_url('agenda')}passes/"

    @property
    def subscribe_url(self) -> str:
        """The address of the page that tells how to subscribe to the agenda; empty without one."""
        return f"{self.list_url('agenda')}abonnement/" if self.calendar_url("all") else ""

    def agenda_filter_url(self, kind: str, value: str) -> str:
        """Return the address of the agenda of one `type` or `tag` (its slug)."""
        return f"{self.list_url('agenda')}{kind}s/{value}/"

    def feed_url(self, kind: str = "all", value: str = "") -> str:
        """Return the address of a collection's Atom feed; empty if it has none."""
        return str(self.ask("feed_address", kind, value))

    def calendar_url(self, kind: str = "all", value: str = "") -> str:
        """Return the address of an iCalendar file: `all`, `section`, `tag`, `type`, `entry`."""
        return str(self.ask("calendar_address", kind, value))

    # Documents

    def entry(self, document_id: str) -> Entry | None:
        found: Entry | None = self.ask("entry", document_id)
        return found

    def body(self, document_id: str, prefix: str = "") -> Markup:
        """Return a document's HTML. *prefix* goes before its ids where a page shows several."""
        html = str(self.ask("body", document_id))
        if "sitegen:" in html:
            html = _INTERNAL.sub(self._resolved, _IMAGE.sub(self._sized, html))
        if prefix:
            html = _ID.sub(lambda found: f'{found[1]}{prefix}{found[2]}"', html)
        return Markup(html)

    def _sized(self, found: re.Match[str]) -> str:
        """Return an image's tag with width and height, so that the page does not jump."""
        tag = found[0]
        asset = self.asset(unquote(found[1]))
        if asset is None or not asset.width or " width=" in tag or " height=" in tag:
            return tag
        return f'{tag[:-1]} width="{asset.width}" height="{asset.height}">'

    def _resolved(self, found: re.Match[str]) -> str:
        address = self.ask("address", unquote(found[2]))
        if address is None:  # not public now: the text stays, as a placeholder link
            return ""
        return f' {found[1]}="{address.replace("&", "&amp;")}{found[3]}"'

    def articles(
        self, limit: int, kind: str = "all", value: str = "", offset: int = 0
    ) -> tuple[Entry, ...]:
        """Return the first articles of a collection: pinned ones, then the newest."""
        found: tuple[Entry, ...] = self.ask("listing", kind, value, offset, limit)
        return found

    def list_page(self, kind: str, value: str, number: int, per_page: int) -> tuple[Entry, ...]:
        found: tuple[Entry, ...] = self.ask("list_page", kind, value, number, per_page)
        return found

    def pager(self, kind: str, value: str, number: int, per_page: int, url: str) -> Pager:
        """Return the links between the pages of a collection whose first page is at *url*."""
        return _pager(int(self.ask("page_count", kind, value, per_page)), number, url)

    def size(self, kind: str, value: str = "") -> int:
        return int(self.ask("size", kind, value))

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """Return the articles just before and just after, in the same section."""
        found: tuple[Entry | None, Entry | None] = self.ask("neighbours", entry.id)
        return found

    def related(self, entry: Entry, limit: int = 4) -> tuple[Entry, ...]:
        """Return articles of the same section; never empty when the section has others."""
        found: tuple[Entry, ...] = self.ask("related", entry.id, limit)
        return found

    # Sections, terms, archives

    def section(self, section_id: str) -> Section | None:
        found: Section | None = self.ask("section", section_id)
        return found

    @property
    def sections(self) -> tuple[Section, ...]:
        found: tuple[Section, ...] = self.ask("sections")
        return found

    def terms(self, kind: str) -> tuple[tuple[Any, int], ...]:
        """Return all `tag` or `author` terms in use, each with its number of articles."""
        found: tuple[tuple[Any, int], ...] = self.ask("terms", kind)
        return found

    def tag(self, slug: str) -> Term | None:
        found: Term | None = self.ask("term", "tag", slug)
        return found

    def author(self, slug: str) -> Author | None:
        found: Author | None = self.ask("term", "author", slug)
        return found

    @property
    def archive(self) -> tuple[tuple[str, int], ...]:
        """The months that have articles (`2022-03`), each with how many, the latest first."""
        found: tuple[tuple[str, int], ...] = self.ask("archive")
        return found

    # The agenda

    def upcoming(
        self, limit: int, kind: str = "all", value: str = "", offset: int = 0
    ) -> tuple[Occurrence, ...]:
        """Return what has not ended yet, in order of time."""
        found: tuple[Occurrence, ...] = self.ask("upcoming", kind, value, offset, limit)
        return found

    def past(
        self, limit: int, kind: str = "all", value: str = "", offset: int = 0
    ) -> tuple[Occurrence, ...]:
        """Return what has ended, the latest first."""
        found: tuple[Occurrence, ...] = self.ask("past", kind, value, offset, limit)
        return found

    def occurrences(self, first: str, last: str) -> tuple[Occurrence, ...]:
        found: tuple[Occurrence, ...] = self.ask("occurrences", first, last)
        return found

    @property
    def agenda_months(self) -> tuple[tuple[int, int, int], ...]:
        """Year, month and number of dates, for all months in which something takes place."""
        found: tuple[tuple[int, int, int], ...] = self.ask("agenda_months")
        return found

    def month_neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        found: tuple[tuple[int, int] | None, ...] = self.ask("month_neighbours", year, month)
        return found

    def event(self, event_id: str) -> Event | None:
        found: Event | None = self.ask("event", event_id)
        return found

    def event_dates(self, event: Event) -> tuple[Occurrence, ...]:
        """Return the coming dates of an event (all of them once it is over), at most twelve."""
        found: tuple[Occurrence, ...] = self.ask("event_dates", event.id)
        return found

    def phase(self, event: Event) -> str:
        """Return `coming`, `now` or `past`."""
        return str(self.ask("phase", event.id))

    def about(self, event: Event) -> tuple[Entry, ...]:
        """Return the documents that refer to the event: programme, report, follow-up."""
        return tuple({entry.id: entry for entry, _ in self._about(event)}.values())

    def about_date(self, occurrence: Occurrence) -> tuple[Entry, ...]:
        """Return the documents about this one date of a recurring event."""
        if occurrence.rule_start is None:
            return ()
        day = occurrence.rule_start.date.isoformat()
        return tuple(entry for entry, named in self._about(occurrence.event) if named == day)

    def _about(self, event: Event) -> tuple[tuple[Entry, str], ...]:
        found: tuple[tuple[Entry, str], ...] = self.ask("about", event.id)
        return found

    def reported(self, reference: str) -> Occurrence | None:
        """Return the date that a reference of `entry.about` means; None if it is not public."""
        found: Occurrence | None = self.ask("reported", reference)
        return found

    def agenda_scopes(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Return slug and name of each `type`, `tag` or `section` that has events."""
        found: tuple[tuple[str, str], ...] = self.ask("agenda_scopes", kind)
        return found

    def scope_name(self, kind: str, value: str) -> str:
        """Return the name of a `type` or a `tag` of events."""
        if kind == "type":
            return str(self.ask("type_name", value))
        term = self.tag(value)
        return term.name if term else value

    def holidays(self, first: str, last: str) -> tuple[tuple[str, str], ...]:
        """Return day and name of the public holidays of a period, if the site names them."""
        found: tuple[tuple[str, str], ...] = self.ask("holidays", first, last)
        return found

    # Menus, data, files

    def menu(self, name: str) -> tuple[MenuLink, ...]:
        """Return the links of a menu; lines that name nothing public are left out.

        Without a `main` menu, the sections and the agenda are one.
        """
        links: tuple[MenuLink, ...] = self._shared.value(
            self, ("menu", name), lambda own: own._menu(name)
        )
        return links

    def menu_place(self, name: str, url: str, above: Sequence[str] = ()) -> str:
        """Return the address of the menu's link that is the page at *url* or nearest above it.

        *above*: the addresses of the page's breadcrumb, the nearest last.
        """
        home = self.home_url
        urls = [link.url for link in self.menu(name)]
        for one in (url, *reversed(above)):
            if one in urls and (one == url or one != home):
                return one
        return max(
            (one for one in urls if one.endswith("/") and one != home and url.startswith(one)),
            key=len,
            default="",
        )

    def _menu(self, name: str) -> tuple[MenuLink, ...]:
        links = []
        for line in self.ask("setting", "menus").get(name, ()):
            if line.url:
                is_external = "://" in line.url or line.url.startswith("mailto:")
                url = line.url if is_external else self.url(line.url)
                links.append(MenuLink(line.title or line.url, url, is_external))
            elif section := self.section(line.target):
                links.append(MenuLink(line.title or section.title, section.url, False))
            elif entry := self.entry(line.target):
                links.append(MenuLink(line.title or entry.title, entry.url, False))
        if name == "main" and not links:
            links = [MenuLink(section.title, section.url, False) for section in self.sections]
            agenda = self.list_url("agenda")
            if self.calendar_url("all") and agenda not in [link.url for link in links]:
                links.append(MenuLink("", agenda, False))
        return tuple(links)

    def data(self, name: str) -> Any:
        """Return the value of ``content/_data/<name>.yaml`` (or .json, .csv), or None."""
        return self.ask("data", name)

    def asset(self, path: str) -> Asset | None:
        """Return a published file of ``content/``."""
        found: Asset | None = self.ask("asset", path.lstrip("/"))
        return found

    def static(self, path: str) -> str:
        """Return the address of a file of the theme's ``static/``, with its fingerprint."""
        found: Asset | None = self.ask("static", path)
        return f"{found.url}?v={found.fingerprint[:10]}" if found else self.url(f"/{path}")


def _pager(count: int, number: int, url: str) -> Pager:
    urls = [numbered_url(url, one) for one in range(1, count + 1)]
    newer = urls[number - 2] if 1 < number <= count else ""
    older = urls[number] if number < count else ""
    return Pager(number, count, newer, older, urls)
