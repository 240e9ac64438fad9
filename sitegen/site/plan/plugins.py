"""Pages that plugins plan, and feeds in their formats."""

from collections.abc import Iterator
from functools import partial

from sitegen.errors import Diagnostic, PluginError
from sitegen.model import WHOLE, Page
from sitegen.plugins.facts import Facts
from sitegen.plugins.known import LoadedPlugin
from sitegen.plugins.plugin import PageKind
from sitegen.plugins.values import PlannedPage
from sitegen.site.answers import Answers
from sitegen.site.index import Index, Planned
from sitegen.site.plan.addresses import page_at, page_of
from sitegen.site.plan.feeds import FORMATS, feed_url

_WANTED = "PlannedPage(url: '/…', subject: str)"


def plan_of_plugins(answers: Answers) -> tuple[Planned, list[Diagnostic]]:
    """Return what the plugins of a site plan now, and what is wrong with it.

    A plugin that fails keeps the pages that it planned last.
    """
    of_plugins: dict[str, dict[str, tuple[PlannedPage, ...]]] = {}
    told: list[Diagnostic] = []
    for plugin in answers.plugins:
        facts = Facts(answers, partial(answers.plugins.input, plugin.ref.name))
        pages = of_plugins[plugin.ref.name] = (
            dict(plugin.remembered.pages) if plugin.plugin is None else {}
        )
        for declared in plugin.plugin.page_kinds.values() if plugin.plugin else ():
            try:
                pages[declared.name] = _planned(plugin, declared, facts)
            except PluginError as error:
                told += error.diagnostics
                pages[declared.name] = plugin.remembered.pages.get(declared.name, ())
    return of_plugins, told


def _planned(loaded: LoadedPlugin, declared: PageKind, facts: Facts) -> tuple[PlannedPage, ...]:
    call = loaded.hook(declared.plan).call
    pages = call(facts)
    if isinstance(pages, PlannedPage):
        pages = (pages,)
    if not isinstance(pages, list | tuple):
        raise call.wrong(pages, _WANTED)
    for page in pages:
        is_one = isinstance(page, PlannedPage) and isinstance(page.subject, str)
        url = page.url if is_one else None
        if not isinstance(url, str) or not url.startswith("/") or url.startswith("//"):
            raise call.wrong(page, _WANTED)
    return tuple(pages)


def plugin_pages(index: Index) -> Iterator[Page]:
    """Yield the pages that plugins planned, then their feeds."""
    for plugin in index.plugins:
        planned = index.of_plugins.get(plugin.ref.name, {})
        for kind in plugin.remembered.page_kinds:
            for page in planned.get(kind.name.rpartition(".")[2], ()):
                yield page_at(index, page.url, kind, page.subject)
    for scope in dict.fromkeys((WHOLE, *index.collections.lists)):
        urls = (feed_url(index, *scope, name) for name in FORMATS)
        if url := next(filter(None, urls), ""):
            folder = url.rpartition("/")[0]
            for plugin in index.plugins:
                for kind, file in plugin.remembered.feed_kinds:
                    yield page_of(index, f"{folder}/{file}", kind, scope)
