"""Former addresses of settings and lists that lead to nothing, in a circle, or from one in use.

Pure.
"""

from collections.abc import Iterator
from posixpath import splitext
from typing import NamedTuple

from sitegen.border.addresses import names_elsewhere
from sitegen.config.redirects import GONE
from sitegen.names import CONTENT, SITE_FILE
from sitegen.site.former import FormerAddress, former_addresses
from sitegen.site.hosts import HOSTS
from sitegen.site.index import Index
from sitegen.site.media_types import UNKNOWN, media_type
from sitegen.site.plan.addresses import beyond_path
from sitegen.site.plan.hosts import REDIRECTS
from sitegen.site.plan.moves import Goals, goal_of, goals_of, is_led_on
from sitegen.site.plan.plan import Plan
from sitegen.site.urls import alias_path
from sitegen.wording.phrases import Words


class WrongRedirect(NamedTuple):
    """What is wrong, and where it is written: a file by its key, and the keys in it."""

    file: str
    keys: tuple[str | int, ...]
    code: str
    values: dict[str, Words]


def wrong_redirects(index: Index, plan: Plan) -> Iterator[WrongRedirect]:
    """Yield what is wrong with former addresses; of documents, what no other check tells."""
    for entry in index.every_entry.values():
        for number, alias in enumerate(entry.aliases):
            if ending := _unread_ending(index, plan, alias_path(alias)):
                values: dict[str, Words] = {"value": alias, "ending": ending}
                keys = ("aliases", number)
                yield WrongRedirect(f"{CONTENT}/{entry.id}", keys, "redirect-unread", values)
    for language, version in ("", index), *index.versions.items():
        for former in former_addresses(version):
            if mistake := _wrong_former(version, plan, former):
                before = ("languages", language) if former.file == SITE_FILE and language else ()
                yield WrongRedirect(former.file, (*before, *former.keys), *mistake)
    if index.config.redirects:
        goals = goals_of(index)
        for address, target in index.config.redirects.items():
            if mistake := _wrong_setting(index, plan, goals, address, target):
                yield WrongRedirect(SITE_FILE, ("redirects", address), *mistake)
    yield from _wrong_host(index, plan)


def _unread_ending(index: Index, plan: Plan, path: str) -> str:
    """Return the ending of *path*, if a page that leads on would be taken for something else there
    and the host is not told to lead on itself.
    """
    page = plan.pages.get(path)
    if page is None or page.kind not in REDIRECTS or index.config.publishing.host in HOSTS:
        return ""
    is_page = media_type(path) in ("text/html", UNKNOWN)
    return "" if is_page else splitext(path)[1]


def _wrong_former(
    index: Index, plan: Plan, former: FormerAddress
) -> tuple[str, dict[str, Words]] | None:
    address, goal = former.address, goal_of(index, former)
    if names_elsewhere(address):
        return "redirect-address", {"value": address}
    if rest := beyond_path(address):
        values = {"address": address, "sign": rest[0], "suggestion": address[: -len(rest)]}
        return "alias-beyond-path", dict(values)
    if not goal:
        return "redirect-dead", {"value": address, "target": str(former.scope)}
    if is_led_on(former, goal) and (other := plan.taken_redirects.get(address)):
        return "redirect-taken", {"value": address, "other": other}
    return None


def _wrong_setting(
    index: Index, plan: Plan, goals: Goals, former: str, target: str
) -> tuple[str, dict[str, Words]] | None:
    if other := plan.taken_redirects.get(former):
        return "redirect-taken", {"value": former, "other": other}
    goal = goals.of(target)
    if goal is None:
        return "redirect-circle", {"value": former, "target": target}
    if ending := _unread_ending(index, plan, alias_path(former)):
        return "redirect-unread", {"value": former, "ending": ending}
    if not target.startswith("/"):
        return None
    if goal == GONE or (goal.startswith("/") and alias_path(goal) not in plan.pages):
        return "redirect-dead", {"value": former, "target": target}
    if alias_path(goal) != alias_path(target):
        return "redirect-again", {"target": target, "suggestion": goal}
    return None


def _wrong_host(index: Index, plan: Plan) -> Iterator[WrongRedirect]:
    """Yield that the host's file is the site's own, or that not all fits into it."""
    name = index.config.publishing.host
    host, keys = HOSTS.get(name), ("publishing", "host")
    if host is None:
        return
    if host.file in index.assets:
        values: dict[str, Words] = {"file": index.assets[host.file].id, "host": name}
        yield WrongRedirect(SITE_FILE, keys, "host-file-own", values)
    elif left := plan.rules.left:
        values = {"number": str(len(left)), "file": host.file, "first": left[0].former}
        yield WrongRedirect(SITE_FILE, keys, "host-file-full", values)
