"""What templates see of the site's settings and addresses; every look is noted as a question."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Self, TypeVar

from markupsafe import Markup

from sitegen.config import OrganisationConfig, UrlPatterns
from sitegen.model import Accessibility, Question
from sitegen.rendering.view.security_policy import policy
from sitegen.rendering.view.shared import Shared
from sitegen.site.urls import with_base

T = TypeVar("T")


class OptionsView:
    """All that a style sheet sees of the site: the options that its template names.

    Pages link to it by a fingerprint of these and of the template, made without rendering it.
    """

    def __init__(self, option: Callable[[str], Any], named: frozenset[str] | None) -> None:
        self._option = option
        self._named = named

    def option(self, name: str) -> Any:
        if self._named is not None and name not in self._named:
            raise LookupError(f"write the name of the option here: site.option({name!r})")
        return self._option(name)


class SettingsView:
    """Answers questions about settings and addresses, and notes them in `asked`, in order."""

    def __init__(self, answer: Callable[[Question], Any], shared: Shared) -> None:
        self._answer = answer
        self._shared = shared
        self.asked: dict[Question, None] = {}

    def beside(self) -> Self:
        """Return a view of the same site that has asked nothing yet."""
        return type(self)(self._answer, self._shared)

    def part(self, name: str, **arguments: Any) -> Markup:
        """Return a template that sees `site` and *arguments* alone, rendered once for all pages.

        Arguments are numbers, texts, entries and the like, or tuples of them.
        """
        return self._shared.part(self, name, arguments)

    def shared(self, key: Hashable, make: Callable[[Self], T]) -> T:
        """Return what *make* gives for a view of its own, once for all pages; *key* names it.

        It depends on the key and on what it asks alone (see `Shared`).
        """
        made: T = self._shared.value(self, key, make)
        return made

    def ask(self, kind: str, *arguments: str | int) -> Any:
        """Return the answer to a question of any kind (see ``site/questions.py``)."""
        question = Question(kind, arguments)
        self.asked[question] = None
        return self._answer(question)

    # Settings

    @property
    def title(self) -> str:
        """The site's name."""
        return str(self.ask("setting", "title"))

    @property
    def description(self) -> str:
        """The sentence about the site."""
        return str(self.ask("setting", "description"))

    @property
    def language(self) -> str:
        """The language of the site: `fr`."""
        return str(self.ask("setting", "language"))

    @property
    def timezone(self) -> str:
        """The zone of the site's hours: `Europe/Paris`."""
        return str(self.ask("setting", "timezone"))

    @property
    def organisation(self) -> OrganisationConfig | None:
        """Who publishes the site, or None."""
        found: OrganisationConfig | None = self.ask("setting", "organisation")
        return found

    @property
    def accessibility(self) -> Accessibility | None:
        """What the page about accessibility declares; none without that page."""
        found: Accessibility | None = self.ask("setting", "accessibility")
        return found

    @property
    def extra(self) -> Any:
        """What ``site.yaml`` keeps under `extra`."""
        return self.ask("setting", "extra")

    def setting(self, name: str) -> Any:
        """Return a setting of ``site.yaml`` by its name."""
        return self.ask("setting", name)

    def security_policy(self, frames: Sequence[str] = (), scripts: Sequence[str] = ()) -> str:
        """Return a page's Content-Security-Policy; empty when the site switched it off.

        *frames*, *scripts*: sources that this page needs beside the site's own.
        """
        return policy(self.ask("setting", "security_policy"), frames, scripts)

    def option(self, name: str) -> Any:
        """Return the value of the theme's option *name*; raises `LookupError` if it has none."""
        value = self.ask("option", name)
        if value is None:
            raise LookupError(f"the theme declares no option `{name}`")
        return tuple(value) if isinstance(value, list) else value

    # Addresses

    @property
    def base_path(self) -> str:
        """The path under which the site lives, without its last slash: `/hub` or nothing."""
        return str(self.ask("setting", "base_path"))

    def url(self, path: str) -> str:
        """Return the address of *path* (from the site's root) as pages link to it."""
        return with_base(self.base_path, path)

    def absolute(self, url: str) -> str:
        """Return *url* with scheme and host; one that has them stays."""
        return url if "://" in url else f"{self.ask('setting', 'origin')}{url}"

    @property
    def home_url(self) -> str:
        """The address of the home page."""
        return self.url("/")

    @property
    def _urls(self) -> UrlPatterns:
        found: UrlPatterns = self.ask("setting", "urls")
        return found

    def list_url(self, kind: str) -> str:
        """Return the address of a list: `tag`, `author` (all of them), `archives`, `agenda`."""
        return self.url(self._urls.list_of(kind))

    def archive_url(self, period: str) -> str:
        """Return the address of the archive of a year (`2022`) or a month (`2022-03`)."""
        return self.url(self._urls.archive(period))

    def agenda_url(self, year: int = 0, month: int = 0) -> str:
        """Return the address of the agenda, of a year of it, or of a month."""
        return self.url(self._urls.agenda_of(year, month))

    @property
    def past_url(self) -> str:
        """The address of the page that shows what is over."""
        return self.url(self._urls.agenda_past)

    @property
    def subscribe_url(self) -> str:
        """The address of the page that tells how to subscribe to the agenda; empty without one."""
        return self.url(self._urls.agenda_subscribe) if self.calendar_url("all") else ""

    @property
    def search_url(self) -> str:
        """The address of the page that searches the site; empty without one."""
        return self.list_url("search") if self.setting("search") else ""

    def agenda_filter_url(self, kind: str, value: str) -> str:
        """Return the address of the agenda of one `type` or `tag` (its slug)."""
        return self.url(self._urls.agenda_filter(kind, value))

    def feed_url(self, kind: str = "all", value: str = "") -> str:
        """Return the address of a collection's Atom feed; empty if it has none."""
        return str(self.ask("feed_address", kind, value))

    def calendar_url(self, kind: str = "all", value: str = "") -> str:
        """Return the address of an iCalendar file: `all`, `section`, `tag`, `type`, `entry`."""
        return str(self.ask("calendar_address", kind, value))
