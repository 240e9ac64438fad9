"""Every page has one address, and no two share one; or the plan says who claims it twice."""

from collections.abc import Iterable, Iterator

from sitegen.border.addresses import names_elsewhere
from sitegen.errors import Diagnostic
from sitegen.model import Kind, Page
from sitegen.model.kinds import MOVED, REDIRECT, SECTION, SHEET, STATIC
from sitegen.names import MARKER, SEARCH_FOLDER, SITE_FILE
from sitegen.site.assets import Asset
from sitegen.site.hosts import HOSTS
from sitegen.site.index import Index
from sitegen.site.plan.chosen import check_chosen
from sitegen.site.plan.every import every_page
from sitegen.site.plan.hosts import REDIRECTS, folded, host_rules, rule_of
from sitegen.site.plan.moves import Move, moves
from sitegen.site.urls import alias_path, encode_path, is_safe_path, unportable_part, with_base
from sitegen.sources.document import Document
from sitegen.wording.phrases import Words, with_gaps


class Plan:
    """The pages of the site by path, and what cannot be planned."""

    def __init__(self, index: Index, static: Iterable[Asset], sheets: Iterable[Asset] = ()) -> None:
        """*static*, *sheets*: the theme's files that are copied, and those that are rendered."""
        self.pages: dict[str, Page] = {}
        self.diagnostics: list[Diagnostic] = [
            mistake for version in index.everywhere for mistake in check_chosen(version)
        ]
        self.taken_redirects: dict[str, Words] = {}
        """Former addresses of the settings that are in use, and by what."""
        self._index = index
        self._folded: dict[str, Page] = {}
        self._unportable: set[str] = set()
        static_pages = [
            page
            for kind, assets in ((STATIC, static), (SHEET, sheets))
            for asset in assets
            for page in _static_pages(index, kind, asset)
        ]
        content = list(every_page(index))
        overridden = {page.path for page in content}
        for page in content:
            self._add(page)
        for page in static_pages:  # a site replaces a theme's file by one of the same address
            if page.path not in overridden:
                self._add(page)
        former = list(moves(index, self.pages))
        self.rules = host_rules(index, self.pages, former)
        """What the web host is told of former addresses."""
        for move in former:  # last: they take none that is in use
            self._lead(move)
        self._refuse_files_in_the_way()

    def _lead(self, move: Move) -> None:
        """Add what stands at a former address, where the host does without."""
        page = move.page
        host = HOSTS.get(self._index.config.publishing.host)
        is_told = (
            host is not None
            and host.files_come_first
            and rule_of(self._index, move) in self.rules.written
        )
        if page is None or is_told:
            return
        twin = self._folded.get(folded(page.path))
        if twin is None or page.kind in REDIRECTS:
            self._add(page)
        elif not move.is_made:
            self.taken_redirects[move.former] = _other(twin)

    def _add(self, page: Page) -> None:
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
        if twin.traits.family == "plugins" != page.traits.family and page.kind not in REDIRECTS:
            page, twin = twin, page
            self.pages[twin.path] = self._folded[folded(twin.path)] = twin
            if page.path != twin.path:
                self.pages.pop(page.path, None)
        is_named = twin.kind == page.kind and self._naming(twin) and not self._naming(page)
        if twin.kind in REDIRECTS or is_named:
            page, twin = twin, page
        if page.kind == REDIRECT.name and page.subject == twin.subject:  # else they were one
            self._refuse("alias-own-letters", page, address=_shown(page.path))
            return
        if page.kind == MOVED.name:
            self.taken_redirects[page.subject] = _other(twin)
            return
        self._refuse("address-twice", page, address=_shown(twin.path), other=_other(twin))

    def _refuse(self, code: str, page: Page, **values: Words) -> None:
        if page.traits.family == "plugins":
            plugin, _, _ = page.kind.rpartition(".")
            other = values.get("other") or with_gaps("an address that no file can have")
            told = {"plugin": plugin, "address": _shown(page.path)[:200], "other": other}
            self.diagnostics.append(Diagnostic("plugin-address", SITE_FILE, 0, 0, told))
            return
        documents = self._index.version(page.language).documents
        document = documents.get(page.subject)
        if document is not None:
            key = "slug"  # where there is none the file's name is the mistake
            if code == "unsafe-address" and key not in (marks := document.details.marks):
                key = "section" if "section" in marks else "title"
            if page.kind == REDIRECT.name:
                paths = [alias_path(alias) for alias in document.front.aliases]
                key = f"aliases.{paths.index(page.path)}"
                alias = document.front.aliases[paths.index(page.path)]
                code = "alias-taken" if code == "address-twice" else code
                if code == "unsafe-address" and names_elsewhere(alias):
                    code, values = "alias-with-host", {"address": alias, "suggestion": _path(alias)}
            self.diagnostics.append(document.diagnostic(code, key, **values))
            return
        document = self._naming(page)
        if document is None:
            self.diagnostics.append(Diagnostic(code, _maker(page), values=values))
        elif page.kind == SECTION.name:  # its feed and its calendar go with it
            code = "section-taken" if code == "address-twice" else code
            values["section"] = page.subject
            self.diagnostics.append(document.diagnostic(code, "section", **values))

    def _naming(self, page: Page) -> Document | None:
        """Return a document that names the section of *page*, a list or what goes with one."""
        if page.scope.kind != SECTION.name:
            return None
        section = page.scope.value
        documents = self._index.version(page.language).documents.values()
        return next(
            (document for document in documents if document.front.section == section != ""), None
        )


def _static_pages(index: Index, kind: Kind, asset: Asset) -> Iterator[Page]:
    """Yield where a file of the theme stands: for versions with a host of their own once more."""
    yield Page(asset.path, kind.name, asset.url, asset.id)
    for language, version in index.versions.items():
        if version.config.has_own_host:
            url = with_base(version.config.root_path, encode_path(f"/{asset.path}"))
            path = version.config.folder + asset.path
            yield Page(path, kind.name, url, asset.id, language=language)


def _path(address: str) -> str:
    """Return what follows the host in *address*."""
    return "/" + address.partition("//")[2].partition("/")[2]


def _shown(path: str) -> str:
    """Return the address at which readers find *path*."""
    return f"/{path.removesuffix('index.html')}"


def _other(page: Page) -> Words:
    maker = _maker(page)
    if maker.startswith("content/"):
        return maker
    return with_gaps("a page that sitegen makes ({page})", page=maker)


def _maker(page: Page) -> str:
    """Return what an author would look for: the source of *page*, or what it is."""
    if page.traits.subject in ("document", "file"):
        return f"content/{page.subject}"
    return f"{page.kind} {page.subject}".strip()
