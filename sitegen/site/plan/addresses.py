"""Where pages stand: their addresses from the site's root, and the files that answer to them."""

from collections.abc import Iterator

from sitegen.border.addresses import names_elsewhere
from sitegen.model import WHOLE, Entry, Kind, Page, Scope
from sitegen.model.taxonomies import SECTION, TYPE
from sitegen.site.collections import page_count
from sitegen.site.index import Index
from sitegen.site.urls import BEYOND_PATH, alias_path, encode_url, output_path, with_base


def page_at(
    index: Index,
    url: str,
    kind: Kind,
    subject: str = "",
    number: int = 1,
    scope: Scope = WHOLE,
) -> Page:
    path = index.config.folder + output_path(url)
    return Page(path, kind.name, with_base(index.config.base_path, url), subject, number, scope)


def page_of(index: Index, url: str, kind: Kind, scope: Scope) -> Page:
    """Return the page at *url* that is of *scope*: a feed, a calendar, a part of the agenda."""
    return page_at(index, url, kind, str(scope), scope=scope)


def numbered_pages(
    index: Index, url: str, kind: Kind, scope: Scope, total: int, per_page: int
) -> Iterator[Page]:
    """Yield the pages of the list of *scope*, which holds *total* articles."""
    for number in range(1, page_count(total, per_page) + 1):
        yield page_at(index, numbered_url(url, number), kind, scope.value, number, scope)


def numbered_url(url: str, number: int) -> str:
    """Return the address of page *number* of the list at *url*."""
    return url if number == 1 else f"{url}page/{number}/"


def former_paths(entry: Entry) -> Iterator[str]:
    """Yield the files that answer to the former addresses of *entry*, each once.

    Its own address needs none, but where nothing stands at it. Nor has one that names a part of a
    file's address alone (`/index.php?id=3`): that file would take the readers of all the others.
    """
    known = {entry.path}
    if entry.is_elsewhere:
        yield entry.path
    for alias in entry.aliases:
        path = alias_path(alias)
        if path not in known and not beyond_path(alias):
            known.add(path)
            yield path


def beyond_path(alias: str) -> str:
    """Return what of a former address a host of files does not look at: `?id=3`, `#contact`.

    One that names a host is refused whole, whatever follows.
    """
    match = BEYOND_PATH.search(alias)
    return "" if match is None or names_elsewhere(alias) else alias[match.start() :]


def scope_url(index: Index, scope: Scope) -> str:
    """Return the address, from the site's root, of the page of a term in use, or nothing."""
    kind, value = scope
    if value not in index.terms(kind):
        return ""
    if kind == SECTION.name:
        return own_url(index, index.sections[value].url)
    if kind == TYPE.name:
        return index.config.urls.agenda_filter(*scope)
    return index.config.urls.of_term(*scope)


def own_url(index: Index, url: str) -> str:
    """Return the encoded *url* from the site's root."""
    return url.removeprefix(encode_url(index.config.base_path))
