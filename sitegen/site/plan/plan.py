"""Every page has one address, and no two share one; or the plan says who claims it twice. Pure."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen.errors import Diagnostic
from sitegen.model import Kind, Page
from sitegen.model.kinds import MOVED, REDIRECT, SHEET, STATIC
from sitegen.names import MARKER, SEARCH_FOLDER
from sitegen.site.assets import Asset
from sitegen.site.hosts import HOSTS, Rules
from sitegen.site.index import Index
from sitegen.site.plan.chosen import check_chosen
from sitegen.site.plan.every import every_page
from sitegen.site.plan.hosts import REDIRECTS, host_rules, rule_of
from sitegen.site.plan.kept_calendars import kept_pages
from sitegen.site.plan.moves import Move, moves
from sitegen.site.plan.refused import address_of, claimant, naming, refusal
from sitegen.site.urls import encode_path, folded, is_safe_path, unportable_part, with_base
from sitegen.wording.phrases import Words


class Plan(msgspec.Struct, frozen=True, eq=False):
    """The pages of the site, and what cannot be planned."""

    pages: Mapping[str, Page]
    """By path."""
    rules: Rules
    """What the web host is told of former addresses."""
    taken_redirects: Mapping[str, Words]
    """Former addresses of the settings that are in use, and by what."""
    diagnostics: tuple[Diagnostic, ...]


def plan_of(index: Index, static: Iterable[Asset], sheets: Iterable[Asset] = ()) -> Plan:
    """Return the pages of the site that *index* is of, each at an address of its own.

    *static*, *sheets*: the theme's files that are copied, and those that are rendered.
    """
    content = list(every_page(index))
    written = {page.path for page in content}
    claims = _Claims(index)
    for page in content:
        claims.add(page)
    for page in _theme_pages(index, static, sheets):
        if page.path not in written:  # a site replaces a theme's file by one of the same address
            claims.add(page)
    former = list(moves(index, claims.pages))
    rules = host_rules(index, claims.pages, former)
    for move in former:  # last: they take none that is in use
        claims.lead_on(move, rules)
    for page in kept_pages(index, {*claims.pages, *(move.path for move in former)}):
        claims.add(page)
    claims.refuse_files_in_the_way()
    chosen = (mistake for version in index.everywhere for mistake in check_chosen(version))
    diagnostics = (*chosen, *claims.diagnostics)
    return Plan(claims.pages, rules, claims.taken_redirects, diagnostics)


_BESIDE_LISTS = ("feeds", "calendars")
"""Families of what stands beside a list: where two have one address, so have their lists."""


class _Claims:
    """Addresses as pages claim them, one after the other."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.pages: dict[str, Page] = {}
        self.taken_redirects: dict[str, Words] = {}
        self.diagnostics: list[Diagnostic] = []
        self._folded: dict[str, Page] = {}
        self._unportable: set[str] = set()

    def lead_on(self, move: Move, rules: Rules) -> None:
        """Add what stands at a former address, where the host does without: see its *rules*."""
        page = move.page
        host = HOSTS.get(self._index.config.publishing.host)
        is_told = (
            host is not None
            and host.files_come_first
            and rule_of(self._index, move) in rules.written
        )
        is_sought = page is not None and page.traits.is_searched and self._index.config.search
        if page is None or (is_told and not is_sought):
            return
        twin = self._folded.get(folded(page.path))
        if twin is None or page.kind in REDIRECTS:
            self.add(page)
        elif not move.is_made:
            self.taken_redirects[move.former] = claimant(twin)

    def add(self, page: Page) -> None:
        """Add *page*, unless its address cannot be, or is another's."""
        if not is_safe_path(page.path) or folded(page.path) == MARKER:
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
        key = folded(page.path)
        twin = self._folded.get(key)
        if twin is None:
            self._folded[key] = page
            self.pages[page.path] = page
        else:
            self._refuse_one_of(page, twin)

    def refuse_files_in_the_way(self) -> None:
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
        if twin.traits.family == "plugins" != page.traits.family and page.kind not in REDIRECTS:
            page, twin = twin, page
            self.pages[twin.path] = self._folded[folded(twin.path)] = twin
            if page.path != twin.path:
                self.pages.pop(page.path, None)
        index = self._index
        is_named = twin.kind == page.kind and naming(index, twin) and not naming(index, page)
        if twin.kind in REDIRECTS or is_named:
            page, twin = twin, page
        if page.kind == REDIRECT.name and page.subject == twin.subject:  # else they were one
            self._refuse("alias-own-letters", page, address=address_of(page))
        elif page.kind == MOVED.name:
            self.taken_redirects[page.subject] = claimant(twin)
        elif page.kind != twin.kind or page.traits.family not in _BESIDE_LISTS:
            self._refuse("address-twice", page, address=address_of(twin), other=claimant(twin))

    def _refuse(self, code: str, page: Page, **values: Words) -> None:
        self.diagnostics += refusal(self._index, page, code, values)


def _theme_pages(index: Index, static: Iterable[Asset], sheets: Iterable[Asset]) -> Iterator[Page]:
    for kind, assets in ((STATIC, static), (SHEET, sheets)):
        for asset in assets:
            yield from _static_pages(index, kind, asset)


def _static_pages(index: Index, kind: Kind, asset: Asset) -> Iterator[Page]:
    """Yield where a file of the theme stands: for versions with a host of their own once more."""
    yield Page(asset.path, kind.name, asset.url, asset.id)
    for language, version in index.versions.items():
        if version.config.has_own_host:
            url = with_base(version.config.root_path, encode_path(f"/{asset.path}"))
            path = version.config.folder + asset.path
            yield Page(path, kind.name, url, asset.id, language=language)
