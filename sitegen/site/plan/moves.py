"""Every former address and where it leads: of documents, of lists, of the settings. Pure."""

from collections.abc import Iterator, Mapping
from posixpath import splitext
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.border.addresses import names_elsewhere
from sitegen.config import FeedFormat
from sitegen.config.redirects import GONE
from sitegen.model import WHOLE, Page, Scope
from sitegen.model.kinds import ELSEWHERE, MOVED, REDIRECT
from sitegen.site.former import FormerAddress, former_addresses
from sitegen.site.index import Index
from sitegen.site.plan.addresses import beyond_path, former_paths, scope_url
from sitegen.site.plan.calendars import calendar_url
from sitegen.site.plan.feeds import FORMATS, feed_url
from sitegen.site.urls import (
    alias_path,
    encode_path,
    encode_url,
    output_path,
    with_base,
    with_origin,
)

_FEEDS: dict[str, FeedFormat] = {".xml": "atom", ".atom": "atom", ".rss": "rss", ".json": "json"}
_RSS = ("rss.xml", "index.xml")
"""What feeds in RSS are called, here and by Hugo."""
_READ_AS_PAGES = ("", ".html", ".htm", ".php", ".asp", ".aspx")
"""Endings of what readers open in a browser; a page at another one helps nobody."""
_COPIED = ("feeds", "calendars", "files")
"""Families of what can stand at two addresses, since nothing in it tells which one it is."""


class Move(NamedTuple):
    """A former address, and where it leads."""

    former: str
    """As its author wrote it; of what goes with a list, made of that."""
    path: str
    """The file that answers to it."""
    url: str
    """Where it leads: an address of the host, or of another one; empty: nothing is there now."""
    page: Page | None
    """What stands there on every host: a page that leads on, or the same feed or file once more."""
    is_made: bool = False
    """Whether nobody wrote it: the feed or the calendar of a list that has a former address."""

    @property
    def is_page(self) -> bool:
        """Whether readers open it in a browser."""
        return splitext(self.path)[1].lower() in _READ_AS_PAGES


def moves(index: Index, pages: Mapping[str, Page]) -> Iterator[Move]:
    """Yield what leads on from each former address, but for settings that lead nowhere; in all
    languages of the site.

    *pages*: all others, by path.
    """
    yield from _moves(index, pages)
    for language, version in index.versions.items():
        origin = version.config.origin if version.config.has_own_host else ""
        for move in _moves(version, pages):
            page = move.page and replace(move.page, language=language)
            yield move._replace(page=page, url=with_origin(origin, move.url))


def _moves(index: Index, pages: Mapping[str, Page]) -> Iterator[Move]:
    for entry in index.entries.values():
        for path in former_paths(entry):
            kind = ELSEWHERE if path == entry.path else REDIRECT
            page = Page(path, kind.name, entry.url, entry.id)
            yield Move(_shown(path), path, entry.url, page)
    for former in former_addresses(index):
        yield from _of_list(index, former, pages)
    if index.config.redirects:
        yield from _of_settings(index, pages)


def _of_settings(index: Index, pages: Mapping[str, Page]) -> Iterator[Move]:
    goals = goals_of(index)
    for former, target in index.config.redirects.items():
        path, goal = alias_path(former), goals.of(target)
        if target == GONE:
            yield Move(former, path, "", None)
        elif goal is None or goal == GONE:
            continue
        elif not goal.startswith("/"):
            yield Move(former, path, goal, _leading(index, former, path))
        elif page := pages.get(alias_path(goal)):
            url = with_base(index.config.base_path, goal)
            yield Move(former, path, url, _copy(path, page) or _leading(index, former, path))


class Goals(NamedTuple):
    """Where the settings lead in the end, whatever lies between."""

    targets: Mapping[str, str]
    """By path: what the settings say of a former address."""
    former: Mapping[str, str]
    """By path: the address of what has stood there."""

    def of(self, target: str) -> str | None:
        """Return the address, from the site's root or on another host, at which *target* ends;
        `410` where that is gone, None where it never ends.
        """
        seen = set()
        while target.startswith("/"):
            path = alias_path(target)
            if path in seen:
                return None
            seen.add(path)
            if path not in self.targets:
                return self.former.get(path, target)
            target = self.targets[path]
        return target


def goals_of(index: Index) -> Goals:
    """Return where every former address of the site leads."""
    former = {
        path: entry.url.removeprefix(encode_url(index.config.base_path))
        for entry in index.entries.values()
        for path in former_paths(entry)
    }
    for address in former_addresses(index):
        if goal := goal_of(index, address):
            former.setdefault(alias_path(address.address), goal)
    targets = {alias_path(alias): goal for alias, goal in index.config.redirects.items()}
    return Goals(targets, former)


def goal_of(index: Index, former: FormerAddress) -> str:
    """Return the address, from the site's root, at which a list, its feed or its calendar stands;
    or nothing.
    """
    path = alias_path(former.address)
    ending = splitext(path)[1].lower()
    if ending in _FEEDS:
        wanted = "rss" if path.rpartition("/")[2] in _RSS else _FEEDS[ending]
        return feed_url(index, *former.scope, wanted) or feed_url(index, *former.scope)
    if ending == ".ics":
        return calendar_url(index, *former.scope)
    return _list_url(index, former.scope)


def is_led_on(former: FormerAddress, goal: str) -> bool:
    """Whether a file can lead on from there, and the list does not stand there itself."""
    address = former.address
    is_own = alias_path(address) == output_path(goal)
    return not (is_own or beyond_path(address) or names_elsewhere(address))


def _of_list(index: Index, former: FormerAddress, pages: Mapping[str, Page]) -> Iterator[Move]:
    goal, path = goal_of(index, former), alias_path(former.address)
    page = pages.get(index.config.folder + output_path(goal)) if goal else None
    if page is None or not is_led_on(former, goal):
        return
    copy = _copy(path, page)
    yield Move(former.address, path, page.url, copy or _leading(index, former.address, path))
    if not path.endswith("/index.html"):
        return
    folder = path.removesuffix("/index.html")
    beside = {
        f"{folder}/{name}": feed_url(index, *former.scope, format_id)
        for format_id, (_, name) in FORMATS.items()
    }
    beside[f"{folder}.ics"] = calendar_url(index, *former.scope)
    for beside_path, url in beside.items():
        page = pages.get(index.config.folder + output_path(url)) if url else None
        if page is not None and beside_path not in pages:
            shown = _shown(beside_path)
            yield Move(shown, beside_path, page.url, _copy(beside_path, page), is_made=True)


def _list_url(index: Index, scope: Scope) -> str:
    return "/" if scope == WHOLE else scope_url(index, scope)


def _copy(path: str, page: Page) -> Page | None:
    """Return what *page* is once more at *path*, where a page that leads on would help nobody."""
    is_page = splitext(path)[1].lower() in _READ_AS_PAGES
    if is_page or page.traits.family not in _COPIED:
        return None
    return Page(path, page.kind, page.url, page.subject, page.number, page.scope)


def _leading(index: Index, former: str, path: str) -> Page:
    url = with_base(index.config.root_path, encode_path(_shown(path)))
    return Page(path, MOVED.name, url, former)


def _shown(path: str) -> str:
    """Return the address that *path* answers to, from the site's root."""
    return f"/{path.removesuffix('index.html')}"
