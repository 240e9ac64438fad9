"""The specification of the site: index and configuration in, the list of pages out. Pure."""

import unicodedata
from collections.abc import Container, Iterable, Iterator

from sitegen.errors import Diagnostic
from sitegen.model import DERIVED, Entry, Page
from sitegen.names import SEARCH_FOLDER
from sitegen.site.assets import Asset
from sitegen.site.collections import page_count
from sitegen.site.index import Index
from sitegen.site.urls import encode_url, is_safe_path, output_path, unportable_part, with_base
from sitegen.sources.document import Document

URLS_PER_SITEMAP = 50_000
"""The protocol's limit (sitemaps.org)."""

NEWS_SITEMAP = "/sitemap-news.xml"


class Plan:
    """The pages of the site by path, and what cannot be planned."""

    def __init__(self, index: Index, static: Iterable[Asset], sheets: Iterable[Asset] = ()) -> None:
        """*static*, *sheets*: the theme's files that are copied, and those that are rendered."""
        self.pages: dict[str, Page] = {}
        self.diagnostics: list[Diagnostic] = []
        self._index = index
        self._folded: dict[str, Page] = {}
        self._unportable: set[str] = set()
        static_pages = [
            Page(asset.path, kind, asset.url, asset.id)
            for kind, assets in (("static", static), ("sheet", sheets))
            for asset in assets
        ]
        content = list(_content_pages(index))
        redirects = [page for page in content if page.kind == "redirect"]
        content = [page for page in content if page.kind != "redirect"]
        overridden = {page.path for page in content}
        for page in content:
            self._add(page)
        for page in static_pages:  # a site replaces a theme's file by one of the same address
            if page.path not in overridden:
                self._add(page)
        for page in redirects:  # last: a former address takes none that is in use
            self._add(page)
        self._refuse_files_in_the_way()

    def _add(self, page: Page) -> None:
        if not is_safe_path(page.path):
            self._refuse("unsafe-address", page, address=page.path[:200])
            return
        if page.path.startswith(SEARCH_FOLDER) and self._index.config.search:
            self._refuse(
                "address-twice", page, address=f"/{SEARCH_FOLDER}", other="the search index"
            )
            return
        unportable = unportable_part(page.path)
        if unportable and unportable not in self._unportable:
            self._unportable.add(unportable)
            self._refuse("unportable-name", page, address=f"/{unportable[:200]}")
        key = page.path.lower()
        if not key.isascii():
            key = unicodedata.normalize("NFC", page.path).casefold()
        twin = self._folded.get(key)
        if twin is None:
            self._folded[key] = page
            self.pages[page.path] = page
        else:
            self._refuse_one_of(page, twin)

    def _refuse_files_in_the_way(self) -> None:
        """Note files that stand where a folder is needed (`a`, then `a/index.html`)."""
        free = {""}
        for path, page in list(self.pages.items()):
            folder = path.rpartition("/")[0]
            while folder not in free:
                blocking = self.pages.get(folder)
                if blocking is not None:
                    self._refuse_one_of(page, blocking)
                    break
                free.add(folder)
                folder = folder.rpartition("/")[0]

    def _refuse_one_of(self, page: Page, twin: Page) -> None:
        """Note that two pages cannot both be there: a former address goes, or a section's name."""
        is_named = twin.kind == page.kind and self._naming(twin) and not self._naming(page)
        if twin.kind == "redirect" or is_named:
            page, twin = twin, page
        self._refuse("address-twice", page, address=_shown(twin.path), other=_other(twin))

    def _refuse(self, code: str, page: Page, **values: str) -> None:
        documents = self._index.documents
        document = documents.get(page.subject)
        if document is not None:
            key = "slug"  # where there is none the file's name is the mistake
            if code == "unsafe-address" and key not in (marks := document.details.marks):
                key = "section" if "section" in marks else "title"
            if page.kind == "redirect":
                paths = [alias_path(alias) for alias in document.front.aliases]
                key = f"aliases.{paths.index(page.path)}"
                code = "alias-taken" if code == "address-twice" else code
            self.diagnostics.append(document.diagnostic(code, key, **values))
            return
        document = self._naming(page)
        if document is None:
            self.diagnostics.append(Diagnostic(code, _maker(page), values=values))
        elif page.kind == "section":  # its feed and its calendar go with it
            code = "section-taken" if code == "address-twice" else code
            values["section"] = page.subject
            self.diagnostics.append(document.diagnostic(code, "section", **values))

    def _naming(self, page: Page) -> Document | None:
        """Return a document that names the section of *page*, a list or what goes with one."""
        if page.kind not in ("section", "atom", "calendar"):
            return None
        section = page.subject.removeprefix("section:")
        documents = self._index.documents.values()
        return next((one for one in documents if one.front.section == section != ""), None)


def _shown(path: str) -> str:
    """Return the address at which readers find *path*."""
    return f"/{path.removesuffix('index.html')}"


def _other(page: Page) -> str:
    maker = _maker(page)
    return maker if maker.startswith("content/") else f"a page that sitegen makes ({maker})"


def _maker(page: Page) -> str:
    """Return what an author would look for: the source of *page*, or what it is."""
    if page.kind in ("article", "page", "redirect", "asset", *DERIVED):
        return f"content/{page.subject}"
    return f"{page.kind} {page.subject}".strip()


def _content_pages(index: Index) -> Iterator[Page]:
    yield from _entry_pages(index)
    yield from _list_pages(index)
    yield from _archive_pages(index)
    yield from _agenda_pages(index)
    yield from _feed_pages(index)
    yield from _calendar_pages(index)
    yield from _image_pages(index)
    for asset in index.assets.values():
        kind = "original" if index.config.images.active and asset.format else "asset"
        yield Page(asset.path, kind, asset.url, asset.id)
    for path, kind in (("robots.txt", "robots"), ("404.html", "not_found")):
        if path not in index.assets:
            yield _page(index, f"/{path}", kind)
    yield from _legal_pages(index)
    if index.config.search:
        yield _page(index, index.config.urls.search, "search")
    if index.config.sitemap.news:
        yield _page(index, NEWS_SITEMAP, "news_sitemap")
    yield from _sitemap_pages(index)


def _legal_pages(index: Index) -> Iterator[Page]:
    """Yield the declaration of accessibility, unless a page of the site's own stands there."""
    url = index.config.urls.accessibility
    if (
        index.config.accessibility
        and with_base(index.config.base_path, url) not in index.urls.values()
    ):
        yield _page(index, url, "accessibility")


def _image_pages(index: Index) -> Iterator[Page]:
    pictures = index.pictures
    for one in pictures.renditions.values():
        yield Page(one.path, "rendition", one.url, one.asset.id)
    for entry_id, (path, url) in pictures.card_urls.items():
        yield Page(path, "card", url, entry_id)


def _page(index: Index, url: str, kind: str, subject: str = "", number: int = 1) -> Page:
    return Page(output_path(url), kind, with_base(index.config.base_path, url), subject, number)


def _numbered(
    index: Index, url: str, kind: str, subject: str, total: int, per_page: int
) -> Iterator[Page]:
    for number in range(1, page_count(total, per_page) + 1):
        yield _page(index, numbered_url(url, number), kind, subject, number)


def numbered_url(url: str, number: int) -> str:
    """Return the address of page *number* of the list at *url*."""
    return url if number == 1 else f"{url}page/{number}/"


def _entry_pages(index: Index) -> Iterator[Page]:
    for entry in index.entries.values():
        kind = "article" if entry.is_article else "page"
        yield Page(entry.path, kind, entry.url, entry.id)
        for alias in entry.aliases:
            yield Page(alias_path(alias), "redirect", entry.url, entry.id)
    if "/" not in index.urls.values():
        yield _page(index, "/", "home")


def alias_path(alias: str) -> str:
    """Return the file that answers to the former address *alias*."""
    path = alias.split("#")[0].split("?")[0]
    if not path.startswith("/"):
        path = f"/{path}"
    last = path.rpartition("/")[2]
    return output_path(path if "." in last or not last else f"{path}/")


def _list_pages(index: Index) -> Iterator[Page]:
    config = index.config
    lists = index.collections
    for section in index.sections.values():
        if section.url == with_base(config.base_path, config.urls.agenda):
            continue  # the agenda takes its section's place, with its title and introduction
        url = _own_url(index, section.url)
        total = len(lists.members("section", section.id))
        yield from _numbered(index, url, "section", section.id, total, section.per_page)
    for kind, pattern, terms in (
        ("tag", config.urls.tag, lists.tags),
        ("author", config.urls.author, lists.authors),
    ):
        root = list_root(pattern)
        if terms and root != "/":
            yield _page(index, root, f"{kind}s")
        for slug in terms:
            total = len(lists.members(kind, slug))
            url = pattern.format(slug=slug)
            yield from _numbered(index, url, kind, slug, total, config.per_page)


def list_root(pattern: str) -> str:
    """Return the address of the page that lists all terms: `/tags/` for `/tags/{slug}/`."""
    return pattern.partition("{")[0].rpartition("/")[0] + "/"


def _archive_pages(index: Index) -> Iterator[Page]:
    root = index.config.urls.archives
    if not index.collections.members("all"):
        return
    yield _page(index, root, "archives")
    for kind, value in index.collections.lists:
        if kind in ("year", "month"):
            url = f"{root}{value.replace('-', '/')}/"
            yield _page(index, url, f"archive_{kind}", value)


def _agenda_pages(index: Index) -> Iterator[Page]:
    """Yield pages that each hold a bounded number of dates: what passes changes a few of them."""
    root = index.config.urls.agenda
    if not index.calendar.all and not _has_agenda_section(index):
        return
    yield _page(index, root, "agenda")
    yield _page(index, f"{root}passes/", "agenda_past")
    if index.calendar.all:
        yield _page(index, f"{root}abonnement/", "agenda_subscribe")
    for kind, value in calendar_scopes(index):
        if kind in FILTERS:
            yield _page(index, filter_url(index, kind, value), "agenda_filter", f"{kind}:{value}")
    for year in sorted({year for year, _ in index.calendar.months}):
        yield _page(index, f"{root}{year:04d}/", "agenda_year", f"{year:04d}")
    for year, month in index.calendar.months:
        url = f"{root}{year:04d}/{month:02d}/"
        yield _page(index, url, "agenda_month", f"{year:04d}-{month:02d}")


FILTERS = ("type", "tag")
"""What the agenda can be narrowed to, each on a page of its own."""


def filter_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of the agenda of one type or tag."""
    return f"{index.config.urls.agenda}{kind}s/{value}/"


def calendar_scopes(index: Index) -> list[tuple[str, str]]:
    """Return the scopes that events have and the site knows, in order of kind and value."""
    known: dict[str, Container[str]] = {
        "all": ("",),
        "section": index.sections,
        "tag": index.collections.tags,
        "type": index.calendar.types,
    }
    return sorted(scope for scope in index.calendar.by_scope if scope[1] in known[scope[0]])


def _has_agenda_section(index: Index) -> bool:
    url = with_base(index.config.base_path, index.config.urls.agenda)
    return any(section.url == url for section in index.sections.values())


def _feed_pages(index: Index) -> Iterator[Page]:
    yield _page(index, "/feed.xml", "atom", "all:")
    yield _page(index, "/rss.xml", "rss", "all:")
    yield _page(index, "/feed.json", "json_feed", "all:")
    for kind, value in index.collections.lists:
        url = feed_url(index, kind, value)
        if url and kind != "all":
            yield _page(index, url, "atom", f"{kind}:{value}")


def feed_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of a collection's Atom feed, or nothing."""
    if kind == "all":
        return "/feed.xml"
    if kind == "section":
        section = index.sections.get(value)
        is_shown = section and section.feed and index.collections.members(kind, value)
        return f"{_own_url(index, section.url)}feed.xml" if section and is_shown else ""
    term = index.collections.term(kind, value)
    return f"{_own_url(index, term.url)}feed.xml" if term else ""


def calendar_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of a scope's iCalendar file, or nothing."""
    if kind == "all":
        return calendar_path(index.config.urls.agenda) if index.calendar.all else ""
    if kind == "entry":
        entry = index.entries.get(value)
        return f"{_own_url(index, entry.url)}event.ics" if entry and entry.events else ""
    if (kind, value) not in index.calendar.by_scope:
        return ""
    if kind == "type":
        return calendar_path(filter_url(index, kind, value))
    if kind == "section" and value in index.sections:
        return calendar_path(_own_url(index, index.sections[value].url))
    if kind == "tag" and value in index.collections.tags:
        return calendar_path(_own_url(index, index.collections.tags[value].url))
    return ""


def calendar_path(url: str) -> str:
    """Return `/agenda.ics` for `/agenda/`."""
    return f"{url.rstrip('/')}.ics"


def _own_url(index: Index, url: str) -> str:
    """Return the encoded *url* from the site's root."""
    return url.removeprefix(encode_url(index.config.base_path))


def _calendar_pages(index: Index) -> Iterator[Page]:
    seen: set[str] = set()
    entries = [("entry", entry.id) for entry in index.entries.values() if entry.events]
    for kind, value in [*calendar_scopes(index), *entries]:
        url = calendar_url(index, kind, value)
        if url and url not in seen:  # the section that the agenda stands for has its calendar
            seen.add(url)
            yield _page(index, url, "calendar", f"{kind}:{value}")


def sitemap_entries(index: Index) -> list[tuple[str, str]]:
    """Return every address that search engines should know, with its last change (or nothing)."""
    modified = {
        entry.id: entry.modified.timestamp if entry.modified else 0.0
        for entry in index.entries.values()
    }

    def last_change(page: Page) -> str:
        entry: Entry | None = index.entries.get(page.subject)
        if entry is None and page.number == 1:
            kind = "all" if page.kind == "home" else page.kind
            members = index.collections.members(kind, page.subject)
            entry = max(members, key=lambda member: modified[member.id], default=None)
        return entry.modified.iso() if entry and entry.modified else ""

    return [
        (page.url, last_change(page) if page.kind in _DATED else "")
        for page in _pages_to_be_found(index)
    ]


_DATED = ("article", "page", "home", "section", "tag", "author")


def _pages_to_be_found(index: Index) -> Iterator[Page]:
    for page in (*_entry_pages(index), *_list_pages(index)):
        if page.kind in _DATED:
            yield page
    for page in (*_archive_pages(index), *_agenda_pages(index), *_legal_pages(index)):
        if page.kind != "agenda_past":
            yield page


def _sitemap_pages(index: Index) -> Iterator[Page]:
    total = sum(1 for _ in _pages_to_be_found(index))
    if total <= URLS_PER_SITEMAP:
        yield _page(index, "/sitemap.xml", "sitemap", "all")
        return
    yield _page(index, "/sitemap.xml", "sitemap", "index")
    for number in range(1, 1 - (-total // URLS_PER_SITEMAP)):
        yield _page(index, f"/sitemap-{number}.xml", "sitemap", "part", number)
