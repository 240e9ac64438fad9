"""Hugo: texts with YAML, TOML or JSON above, bundles with their files, shortcodes."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from sitegen.importing.former import (
    Day,
    FormerEvent,
    FormerFile,
    FormerPerson,
    FormerSection,
    FormerSite,
    FormerText,
    FormerVersion,
    ImportNote,
)
from sitegen.importing.heads import read_head
from sitegen.importing.kinds.hugo_addresses import Named, address, urlized
from sitegen.importing.kinds.hugo_cascades import Cascades, without_capitals
from sitegen.importing.kinds.hugo_folders import TextFolders
from sitegen.importing.kinds.hugo_references import NamedTexts
from sitegen.importing.kinds.hugo_settings import main_menu, read_settings
from sitegen.importing.kinds.hugo_shortcodes import picture_shortcodes, without_shortcodes
from sitegen.importing.kinds.hugo_terms import HugoTerms
from sitegen.importing.kinds.keys import FormerFront, Keys, fields, front
from sitegen.importing.links import whole_url, without_blocks
from sitegen.importing.material import Material
from sitegen.importing.menus import menu_lines
from sitegen.importing.refusals import unlike
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, says_no, sooner

TEXTS = (".md", ".markdown", ".html", ".htm")
UNREAD = (".org", ".adoc", ".rst", ".pandoc", ".pdc")
_KEYS: Keys = {
    "publication": ("publishdate", "publishDate", "pubdate", "published"),
    "updated": ("lastmod", "updated", "modified"),
    "expires": ("expirydate", "expiryDate", "unpublishdate"),
    "summary": ("description", "summary", "chapo", "excerpt"),
    "picture": ("image", "images", "cover", "featured_image", "featuredImage", "header",
                "thumbnail", "banner"),
    "authors": ("authors", "author"),
    "kinds": ("categories", "category"),
    "aliases": ("aliases",),
    "build": ("build", "_build"),
    "attachments": ("attachments", "files"),
}  # fmt: skip
TRANSLATION = "translationKey"
"""What the translations of one text have alike, where they do not stand in the same place."""
_WANTED = "the folder that holds hugo.toml"


class Hugo(FormerSource):
    """A folder with `hugo.toml` (or `config.…`) and `content/`."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return read_settings(material) is not None and bool(material.under("content"))

    @cached_property
    def _settings(self) -> Mapping[str, Any]:
        settings = read_settings(self.material)
        if settings is None:
            raise unlike("Hugo", "", "no hugo.toml, hugo.yaml, config.toml …", _WANTED)
        return settings

    @cached_property
    def _folders(self) -> TextFolders:
        return TextFolders(self._settings)

    @property
    def _timezone(self) -> str:
        return str(self._settings.get("timezone") or "Europe/Paris")

    def site(self) -> FormerSite:
        settings = self._settings
        parameters = settings.get("params") if isinstance(settings.get("params"), Mapping) else {}
        own = self._folders.languages.get(self._folders.language) or {}
        unread = [ImportNote("unread", posixpath.splitext(name)[1], name)
                  for root in self._folders.roots
                  for name in self.material.under(root, *UNREAD)]  # fmt: skip
        told = self._terms.own_lists(self._people)
        unread += [ImportNote("own list", address, name) for name, address in told]
        return FormerSite(
            title=plain(own.get("title") or settings.get("title")),
            url=whole_url(
                str(self._folders.settings_in(self._folders.language).get("baseurl") or "")
            ),
            language=self._folders.language or str(settings.get("languagecode") or "")[:5],
            timezone=str(settings.get("timezone") or ""),
            description=plain((parameters or {}).get("description")),
            sections=dict(self._sections()),
            versions=dict(self._versions()),
            people=self._people,
            menu=menu_lines([line for line in self._menu if not line.get("parent")]),
            redirects={"/index.xml": "/rss.xml"} | self._author_lists,
            files=tuple(self._files()),
            engine="commonmark",
            notes=tuple(unread),
        )

    @cached_property
    def _signing(self) -> frozenset[str]:
        """Those who sign public texts, as these call them."""
        texts = (self._text(name, is_whole=False) for name in self._names)
        return frozenset(
            author for text in texts if text.standing == "public" for author in text.authors
        )

    @cached_property
    def _people(self) -> dict[str, FormerPerson]:
        return dict(self._terms.people(self._signing))

    @property
    def _author_lists(self) -> dict[str, str]:
        lists = self._terms.author_lists(self._people, self._signing, self._folders.language)
        return {former: now for former, now in lists if former != now}

    def _versions(self) -> Iterator[tuple[str, FormerVersion]]:
        folders = self._folders
        for tag in folders.languages:
            if tag != folders.language and folders.is_tag(tag):
                own = folders.settings_in(tag)
                url = whole_url(str(own["baseurl"])) if folders.has_host(tag) else ""
                yield tag, FormerVersion(title=plain(own.get("title")), url=url)

    def tag_address(self, name: str) -> str:
        if name in self._terms.addresses:
            return self._terms.addresses[name]
        removes = bool(self._settings.get("removepathaccents"))
        return f"/tags/{urlized(name, removes_accents=removes)}/"

    def feed_address(self, section: str) -> str:
        return f"/{section}/index.xml"

    @cached_property
    def _menu(self) -> list[Mapping[str, Any]]:
        return main_menu(self._folders.languages.get(self._folders.language), self._settings)

    def _sections(self) -> Iterator[tuple[str, FormerSection]]:
        inner = map(self._folders.inner, self._names)
        folders = {name.split("/")[0] for name in inner if "/" in name}
        for line in self._menu:
            folder = str(line.get("url") or line.get("pageRef") or "").strip("/")
            if folder in folders:
                yield folder, FormerSection(title=plain(line.get("name")) or folder)

    def _files(self) -> Iterator[FormerFile]:
        for name in self.material.names:
            if name.startswith("static/"):
                yield FormerFile(address=name.removeprefix("static"), path=name, is_kept=True)
            elif name.startswith("assets/") and not name.endswith((".scss", ".css", ".js", ".ts")):
                yield FormerFile(address=name.removeprefix("assets"), path=name)
            elif self._folders.root(name) and not name.endswith((*TEXTS, *UNREAD)):
                yield FormerFile(address=self._beside(name), path=name)

    def _beside(self, name: str) -> str:
        """Return the address of a file of a bundle: below that of its text."""
        folder = posixpath.dirname(name)
        inner = ""
        while self._folders.root(f"{folder}/"):
            for index in ("index.md", "_index.md", "index.html"):
                if (bundle := f"{folder}/{index}") in self._addresses:
                    return posixpath.join(self._addresses[bundle], inner, posixpath.basename(name))
            inner = posixpath.join(posixpath.basename(folder), inner)
            folder = posixpath.dirname(folder)
        return f"/{self._folders.inner(name)}"

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """The addresses of all texts by their file: what `ref` and bundles ask for."""
        texts = (self._text(name, is_whole=False) for name in self._names)
        return {text.origin: text.address for text in texts}

    @property
    def _names(self) -> list[str]:
        names = (name for root in self._folders.roots for name in self.material.under(root, *TEXTS))
        return sorted(set(names))

    def texts(self) -> Iterator[FormerText]:
        for name in self._names:
            is_home = self._folders.logical(name) == "/"  # what stands above it is its theme's
            if not is_home and name not in self._terms.lists:
                yield self._text(name)

    @cached_property
    def _terms(self) -> HugoTerms:
        return HugoTerms(self.material, self._folders, self._settings, self._names)

    def _text(self, name: str, *, is_whole: bool = True) -> FormerText:
        head = read_head(self.material.read_text(name))
        values = self._cascades.of(name, self._folders.logical(name)) | without_capitals(
            head.values
        )
        described = front(values, _KEYS, self._timezone)
        stem, language = self._folders.without_language(name)
        folder = posixpath.dirname(self._folders.inner(name))
        is_section = stem == "_index"
        if stem == "index":
            folder, _, stem = folder.rpartition("/")
        notes: tuple[ImportNote, ...] = ()
        body = head.body
        if is_whole:
            named = self._named_texts.beside(posixpath.dirname(name))
            body = without_blocks(body) if name.endswith(TEXTS[:2]) else body
            body, notes = without_shortcodes(body, named, self._pictures)
        if head.mistake:
            notes = (*notes, ImportNote("front matter", head.mistake, name))
        date, event = self._dates(described, is_section=is_section)
        where = Named(folder, stem, described.text("title"), described.text("slug"), date)
        kinds = described.words("kinds")
        root = self._folders.host_root(language)
        former = tuple(f"{root}/{alias.lstrip('/')}" if root else alias
                       for alias in described.words("aliases"))  # fmt: skip
        tags = described.words("tags")
        described.asked.update((*self._terms.own, TRANSLATION))
        is_draft = bool(head.mistake) or described.is_hidden() or _is_no_page(described)
        address_of_it = self._address(described, where, is_section=is_section, language=language)
        told = fields(described, notes, date=described.day("date") if event else None)
        return FormerText(
            id=name,
            origin=name,
            body=body.replace("<!--more-->", "").strip("\n") + "\n",
            markup="html" if name.endswith((".html", ".htm")) else "markdown",
            address=address_of_it,
            former_addresses=former,
            date=None if is_section else date,
            section=folder,
            is_section=is_section,
            translates=self._original(name, language, values) if is_whole else "",
            name=stem,
            kind=kinds[0] if kinds else "",
            tags=tuple(dict.fromkeys((*tags, *kinds[1:], *self._terms.tags(values)))),
            standing="draft" if is_draft else "public",
            **told | {
                "title": told["title"] or stem.replace("-", " ").capitalize(),
                "lang": told["lang"] or ("" if language == self._folders.language else language),
            },
        )  # fmt: skip

    def _original(self, name: str, language: str, values: Mapping[str, Any]) -> str:
        """Return the text in the site's language that this one translates; none: it is one."""
        if language == self._folders.language:
            return ""
        key = str(values.get(TRANSLATION) or self._folders.logical(name))
        return self._originals.get(key, "")

    @cached_property
    def _originals(self) -> dict[str, str]:
        """The texts in the site's language: by where they stand, or what they say instead."""
        found = {}
        for name in self._names:
            if self._folders.without_language(name)[1] == self._folders.language:
                said = read_head(self.material.read_text(name)).values.get(TRANSLATION)
                found[str(said or self._folders.logical(name))] = name
        return found if self._folders.languages else {}

    @cached_property
    def _cascades(self) -> Cascades:
        return Cascades(self.material, TEXTS, self._settings.get("cascade"))

    @cached_property
    def _named_texts(self) -> NamedTexts:
        return NamedTexts(self.material, self._folders.content, self._names)

    @cached_property
    def _pictures(self) -> frozenset[str]:
        return picture_shortcodes(self.material)

    def _dates(
        self, head: FormerFront, *, is_section: bool
    ) -> tuple[Day | None, FormerEvent | None]:
        """Return when a text was published, and its event: `date` is the event's day in many sites.

        A text with a place or an hour of its own, and another date of publication, is one.
        """
        date, publication = head.day("date"), head.day("publication")
        if is_section or date is None:
            return date or publication, None
        event = head.event(date=date)
        if event is None:
            is_later = publication is not None and sooner(date, publication)
            return (publication if is_later else date), None
        return publication or date, event

    def _address(self, head: FormerFront, where: Named, *, is_section: bool, language: str) -> str:
        own = head.text("url")
        prefix = self._folders.prefix(language)
        if own.startswith("/"):
            return f"{self._folders.host_root(language)}{own}"
        if own:
            return f"/{prefix}/{own}".replace("//", "/")
        if is_section:
            folder = "/".join(map(urlized, filter(None, where.folder.split("/"))))
            return (
                "/" + "/".join(filter(None, (prefix, folder))) + ("/" if prefix or folder else "")
            )
        return address(where, self._folders.settings_in(language), prefix)


def _is_no_page(head: FormerFront) -> bool:
    """Whether Hugo makes no page of a text: `headless`, `build: {render: never}`."""
    build = head.value("build")
    said = without_capitals(build) if isinstance(build, Mapping) else {}
    render = said.get("render", "always")
    return not says_no(head.value("headless")) or render in ("never", False)
