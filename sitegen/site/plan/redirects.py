"""Redirects of the settings that lead to nothing, in a circle, or from an address in use. Pure."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.model.kinds import MOVED, REDIRECT
from sitegen.site.index import Index
from sitegen.site.plan.plan import Plan
from sitegen.site.urls import alias_path
from sitegen.wording.phrases import Words


class WrongRedirect(NamedTuple):
    former: str
    code: str
    values: dict[str, Words]


def wrong_redirects(index: Index, plan: Plan) -> Iterator[WrongRedirect]:
    """Yield what is wrong with the redirects of the settings, in their order."""
    for former, target in index.config.redirects.items():
        if other := plan.taken_redirects.get(former):
            yield WrongRedirect(former, "redirect-taken", {"value": former, "other": other})
            continue
        if not target.startswith("/"):
            continue
        path = alias_path(unquote(target))
        page = plan.pages.get(path)
        if page is None:
            yield WrongRedirect(former, "redirect-dead", {"value": former, "target": target})
        elif page.kind in (MOVED.name, REDIRECT.name):
            goal = index.config.redirects.get(page.subject, page.url)
            values: dict[str, Words] = {"target": target, "suggestion": goal}
            yield WrongRedirect(former, "redirect-again", values)
