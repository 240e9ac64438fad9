"""Questions about what is no document: settings, the theme's options and templates, data."""

from typing import Any
from urllib.parse import urlsplit

import msgspec

from sitegen.model import WHOLE, Page
from sitegen.model.kinds import STATIC
from sitegen.site.answers import Answers
from sitegen.site.former import former_addresses
from sitegen.site.hosts import not_found_below
from sitegen.site.plan.every import every_page
from sitegen.site.plan.hosts import host_rules
from sitegen.site.plan.moves import goal_of, goals_of, moves
from sitegen.site.questions.kind import question, told_apart_by
from sitegen.site.uids import host_of
from sitegen.site.urls import with_base


class Moved(msgspec.Struct, frozen=True):
    """Where a former address leads."""

    url: str
    title: str
    """Of the document there; the address, where there is none."""
    lang: str = ""
    """The title's language, where it is not the site's."""
    id: str = ""
    """The document there; empty, where there is none."""


@question
def setting(answers: Answers, name: str) -> Any:
    """Return a setting of ``site.yaml`` by its name."""
    return getattr(answers.index.config, name)


@question
def named_by(answers: Answers) -> tuple[str, str]:
    """Return the host and the path that ids in feeds and calendars are made of, for ever."""
    url = answers.index.named_by
    return host_of(url), urlsplit(url).path.rstrip("/")


@question
def option(answers: Answers, name: str) -> Any:
    """Return the value of an option of the theme; None for one that it does not declare."""
    return answers.index.config.theme_options.get(name)


@question
def moved(answers: Answers, former: str) -> Moved | None:
    """Return where a former address of ``site.yaml``, or of a list, leads: `url` and `title`; None
    for others.
    """
    index = answers.index
    goals = answers.keep("goals", lambda: goals_of(index))
    target = index.config.redirects.get(former)
    if target is not None:
        goal = goals.of(target) or target
        if not goal.startswith("/"):
            return Moved(goal, goal)
        entry = next((index.entries[key] for key, url in index.urls.items()
                      if url == goal and key in index.entries), None)  # fmt: skip
        url = with_base(index.config.base_path, goal)
        return Moved(url, entry.title, entry.lang, entry.id) if entry else Moved(url, goal)
    lists = answers.keep(
        "lists", lambda: {former.address: former for former in former_addresses(index)}
    )
    if former not in lists:
        return None
    scope = lists[former].scope
    term = index.terms(scope.kind).get(scope.value) if scope != WHOLE else None
    url = with_base(index.config.base_path, goal_of(index, lists[former]))
    return Moved(url, term.name if term else index.config.title)


@question
def redirect_rules(answers: Answers) -> str:
    """Return what the web host is told of former addresses: the whole file."""
    index = answers.index
    name, base = index.config.publishing.host, index.config.root_path
    if index.first is not None:
        return not_found_below(name, base, index.config.folder)
    pages = {page.path: page for page in every_page(index)}
    static = {
        path: Page(path, STATIC.name, asset.url, path) for path, asset in answers.static.items()
    }
    pages = static | pages
    text = host_rules(index, pages, moves(index, pages)).text
    if name != "netlify":
        return text
    own = [version.config for version in index.versions.values() if not version.config.has_own_host]
    return text + "".join(not_found_below(name, base, version.folder) for version in own)


def template_digest(answers: Answers, name: str) -> bytes:
    return answers.template_digest(name)


@told_apart_by(template_digest)
def template(answers: Answers, name: str) -> bytes:
    """Return what a template is, with all that it includes, imports and extends: its digest."""
    return answers.template_digest(name)


@question
def data(answers: Answers, name: str) -> Any:
    """Return the value of ``content/_data/<name>.yaml`` (or .json, .csv), or None."""
    return answers.index.data.get(name)
