"""The file by which the web host leads on from former addresses. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from sitegen.model import Page
from sitegen.model.kinds import ELSEWHERE, MOVED, REDIRECT, REDIRECT_RULES
from sitegen.site.hosts import HOSTS, NO_RULES, Rule, Rules, rules_for
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at
from sitegen.site.plan.moves import Move
from sitegen.site.urls import encode_url, folded

REDIRECTS = (REDIRECT.name, ELSEWHERE.name, MOVED.name)
"""The kinds of pages that lead on."""


def host_pages(index: Index) -> Iterator[Page]:
    """Yield the file for the host, unless the site has one of its own there; Apache reads one in
    the folder of each language.
    """
    name = index.config.publishing.host
    host = HOSTS.get(name)
    is_for_it = index.first is None or (name == "apache" and not index.config.has_own_host)
    if is_for_it and host is not None and host.file not in index.assets:
        yield page_at(index, f"/{host.file}", REDIRECT_RULES)


def host_rules(index: Index, pages: Mapping[str, Page], moved: Iterable[Move]) -> Rules:
    """Return what the host is told of what *moved*; *pages*: all that is no redirect."""
    name = index.config.publishing.host
    if name not in HOSTS:
        return NO_RULES
    taken = set(map(folded, pages))
    rules: dict[str, Rule] = {}
    for move in sorted(moved, key=_priority):
        key = folded(move.path)
        if key not in taken:
            rules.setdefault(key, rule_of(index, move))
    return rules_for(name, rules.values(), index.config.base_path)


def _priority(move: Move) -> tuple[bool, bool]:
    """Feeds and files need it most, what nobody wrote least, where a host takes only so many."""
    return move.is_made, move.is_page


def rule_of(index: Index, move: Move) -> Rule:
    former = f"/{move.path.removesuffix('index.html')}"
    return Rule(f"{unquote(index.config.base_path)}{former}", encode_url(move.url))
