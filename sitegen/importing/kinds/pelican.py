"""Pelican: `Key: value` lines above Markdown, reStructuredText or HTML; `{filename}` within."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from functools import cached_property
from typing import Any, ClassVar

from sitegen.importing.addresses import all_address, list_address
from sitegen.importing.former import (
    Day,
    FormerFile,
    FormerSection,
    FormerSite,
    FormerText,
    ImportNote,
)
from sitegen.importing.heads import read_lines
from sitegen.importing.kinds.keys import FormerFront, Keys, fields, front
from sitegen.importing.kinds.pelican_settings import USUAL, read_settings, settings_files
from sitegen.importing.kinds.pelican_texts import read_html, read_rst
from sitegen.importing.links import whole_url, without_blocks
from sitegen.importing.material import Material
from sitegen.importing.menus import menu_lines
from sitegen.importing.refusals import unlike
from sitegen.importing.source import FormerSource
from sitegen.importing.values import day_of, plain, read_day, words

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
TEXTS = (*MARKDOWN, ".rst", ".html", ".htm")
_PUBLIC = ("", "published", "hidden")
"""Values of `Status` that readers saw; Pelican writes no article with one that it does not know."""
_KEYS: Keys = {
    "updated": ("modified",),
    "picture": ("image", "cover", "featured_image", "thumbnail", "header_cover", "og_image"),
    "authors": ("authors", "author"),
    "attachments": ("attachments", "attachment"),
}
_BRACES = re.compile(r"[{|](?:filename|static|attach)[}|](?P<path>[^\s\"'<>()\]]*)")
_TERM = re.compile(r"[{|](?P<kind>tag|category|author|index)[}|](?P<name>[^\s\"'<>()\]]*)")
_UNWANTED = re.compile(r"[^\w\s-]")
_SIGNS = re.compile(r"[-\s]+")
_FIELD = re.compile(r"\{(?P<name>\w+)(?::(?P<format>[^{}]*))?\}")
_WANTED = "the folder that holds pelicanconf.py"


class Pelican(FormerSource):
    """A folder with `pelicanconf.py` and `content/`."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"), ("docutils", "import"))

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return bool(settings_files(material))

    @cached_property
    def _read(self) -> tuple[dict[str, Any], list[str]]:
        settings = read_settings(self.material)
        if settings is None:
            raise unlike("Pelican", "", "no pelicanconf.py", _WANTED)
        return settings

    @property
    def _settings(self) -> Mapping[str, Any]:
        return self._read[0]

    @cached_property
    def _content(self) -> str:
        """The folder of the texts; without one, as Pelican 2 had it, that of the settings."""
        if self._settings["PATH"] == USUAL["PATH"] and not self.material.under(USUAL["PATH"]):
            return ""
        return posixpath.normpath(str(self._settings["PATH"]) or ".").strip("./")

    def _below(self, folder: str) -> str:
        """Return what the names of files below a *folder* of the content begin with."""
        return posixpath.join(self._content, folder.strip("/"), "").lstrip("/")

    @property
    def _timezone(self) -> str:
        return str(self._settings["TIMEZONE"] or "Europe/Paris")

    def site(self) -> FormerSite:
        settings, untold = self._read
        return FormerSite(
            title=plain(settings["SITENAME"]),
            url=whole_url(str(settings["SITEURL"])),
            language=str(settings["DEFAULT_LANG"]),
            timezone=str(settings["TIMEZONE"]),
            description=plain(settings["SITESUBTITLE"]),
            sections={
                pelican_slug(category): FormerSection(
                    title=category, former_addresses=(self._list_address("CATEGORY_URL", category),)
                )
                for category in dict.fromkeys(map(self._category_of, self._articles))
            },
            menu=menu_lines(list(settings.get("MENUITEMS") or ())),
            redirects=dict(self._lists()),
            files=tuple(self._files()),
            engine="markdown",
            notes=tuple(ImportNote("setting", name, f"{name} = …") for name in untold),
        )

    def _lists(self) -> Iterator[tuple[str, str]]:
        """Yield where lists of all texts and of authors stood, and where they are now."""
        language = str(self._settings["DEFAULT_LANG"])
        yield f"/{str(self._settings['FEED_ALL_ATOM']).lstrip('/')}", "/feed.xml"
        public = [text for text in self.texts() if text.standing == "public" and text.date]
        if public:
            yield "/archives.html", "/archives/"
        authors = {author for text in public for author in text.authors}
        if authors:
            yield "/authors.html", all_address("author", language)
        for author in sorted(authors):
            yield self._list_address("AUTHOR_URL", author), list_address("author", author, language)

    def tag_address(self, name: str) -> str:
        return self._list_address("TAG_URL", name)

    def feed_address(self, section: str) -> str:
        return self._list_address("CATEGORY_FEED_ATOM", section)

    def _list_address(self, setting: str, name: str) -> str:
        """Return the address of a list by the pattern under *setting*."""
        pattern = str(self._settings[setting]).replace("%s", "{slug}")  # as of Pelican 3
        return "/" + _filled(pattern, pelican_slug(name), None, "", "").lstrip("/")

    def _files(self) -> Iterator[FormerFile]:
        kept = tuple(
            posixpath.join(self._content, str(setting).strip("/"))
            for setting in self._settings["STATIC_PATHS"]
        )
        for name in self.material.under(self._content):
            is_kept = name.startswith(kept)
            if not name.lower().endswith(TEXTS) and (is_kept or self._content):
                address = f"/{name.removeprefix(self._below(''))}"
                yield FormerFile(address=address, path=name, is_kept=is_kept)

    @cached_property
    def _pages(self) -> tuple[str, ...]:
        folders = (str(setting).strip("/") for setting in self._settings["PAGE_PATHS"])
        return tuple(self._below(folder) for folder in folders if folder)

    @cached_property
    def _names(self) -> list[str]:
        """The files of texts; where the content has no folder of its own, not those beside it."""
        names = self.material.under(self._content, *TEXTS)
        read = (*_folders(self._settings["ARTICLE_PATHS"]), *self._pages)
        if self._content:
            return names
        found = (name for name in names if name.startswith(read) and "/" in name)
        return [name for name in found if _TITLED.search(self.material.read_text(name)[:500])]

    @property
    def _articles(self) -> list[str]:
        return [name for name in self._names if not name.startswith(self._pages)]

    def texts(self) -> Iterator[FormerText]:
        for name in self._names:
            text = self._text(name)
            if text is not None:
                yield text

    def _parts(self, name: str) -> tuple[FormerFront, str, str]:
        """Return head and body of the text *name*, and what is wrong with the head."""
        written, mistake = self.material.read_text(name), ""
        if name.endswith(".rst"):
            values, body = read_rst(written)
        elif name.endswith((".html", ".htm")):
            values, body = read_html(written)
        else:
            values, body, mistake = read_lines(written)
            body = without_blocks(body)
        lowered = {key.lower(): value for key, value in values.items()}
        return front(lowered, _KEYS, self._timezone), body, mistake

    def _text(self, name: str) -> FormerText | None:
        head, body, mistake = self._parts(name)
        status = (head.text("status") or self._usual_status).lower()
        if status == "skip":
            return None
        stem = posixpath.splitext(posixpath.basename(name))[0]
        is_page = name.startswith(self._pages)
        title = head.text("title") or stem
        category = head.text("category") or self._category(name)
        slug = head.text("slug") or pelican_slug(title)
        date = head.day("date") or self._day_in(stem)
        language = head.text("lang")
        own = head.text("save_as") or head.text("url")
        pattern = str(self._settings["PAGE_URL" if is_page else "ARTICLE_URL"])
        address = own or _filled(pattern, slug, date, category, language, head.text)
        names = head.value("authors")
        separator = ";" if isinstance(names, str) and ";" in names else ","
        authors = words(names, separator) or words(self._settings["AUTHOR"])
        tags = head.words("tags")
        notes = [ImportNote("guess", "Status: hidden", name)] if status == "hidden" else []
        notes += [ImportNote("front matter", mistake, name)] if mistake else []
        is_left = self._is_excluded(name, is_page=is_page)
        is_hidden = bool(mistake) or status not in _PUBLIC or head.is_hidden() or is_left
        told = fields(head, notes, date=None if is_page else date)
        return FormerText(
            id=name,
            origin=name,
            body=self._resolved(body, name),
            markup="markdown" if name.endswith(MARKDOWN) else "html",
            address="/" + address.lstrip("/").removesuffix("index.html"),
            date=None if is_page or status == "hidden" else date,
            section="" if is_page else pelican_slug(category),
            name=stem,
            tags=tags,
            standing="draft" if is_hidden else "public",
            **told | {"title": title, "authors": authors,
                      "lang": "" if language == self._settings["DEFAULT_LANG"] else language},
        )  # fmt: skip

    def _is_excluded(self, name: str, *, is_page: bool) -> bool:
        """Whether the settings keep a text from being published."""
        inner, base = name.removeprefix(self._below("")), posixpath.basename(name)
        ignored = any(fnmatch(base, str(setting)) for setting in self._settings["IGNORE_FILES"])
        excluded = _folders(self._settings["PAGE_EXCLUDES" if is_page else "ARTICLE_EXCLUDES"])
        read = ("",) if is_page else _folders(self._settings["ARTICLE_PATHS"]) or ("",)
        return (
            ignored or inner.startswith(tuple(filter(None, excluded))) or not inner.startswith(read)
        )

    @property
    def _usual_status(self) -> str:
        return str(self._settings["DEFAULT_METADATA"].get("status") or "")

    def _category_of(self, name: str) -> str:
        return self._parts(name)[0].text("category") or self._category(name)

    def _category(self, name: str) -> str:
        """Return the category of a text that names none: its folder's."""
        folder = posixpath.dirname(name).removeprefix(self._content).strip("/")
        for root in map(str, self._settings["ARTICLE_PATHS"]):
            folder = folder.removeprefix(root.strip("/")).strip("/")
        is_folder = bool(self._settings["USE_FOLDER_AS_CATEGORY"])
        last = folder.rpartition("/")[2] if is_folder else ""
        return last or str(self._settings["DEFAULT_CATEGORY"])

    def _day_in(self, stem: str) -> Day | None:
        try:
            match = re.match(str(self._settings["FILENAME_METADATA"]), stem)
        except re.error:
            return None
        values = match.groupdict() if match else {}
        return read_day(values.get("date"), self._timezone)

    def _resolved(self, body: str, name: str) -> str:
        """Return *body* with what stands in braces as paths and addresses."""

        def file(match: re.Match[str]) -> str:
            path = match["path"]
            if path.startswith("/"):
                whole = posixpath.join(self._content, path.lstrip("/"))
                return posixpath.relpath(whole, posixpath.dirname(name))
            return path

        def term(match: re.Match[str]) -> str:
            if match["kind"] == "index":
                return "/"
            return self._list_address(f"{match['kind'].upper()}_URL", match["name"])

        return _TERM.sub(term, _BRACES.sub(file, body))


_TITLED = re.compile(r"^:?(?:title|date|slug|category)\s*:", re.IGNORECASE | re.MULTILINE)
"""How a text of Pelican begins; others lie beside it where it has no folder of its own."""


def _folders(paths: Iterable[Any]) -> tuple[str, ...]:
    """Return what names below folders begin with; of the content itself nothing."""
    bare = (str(path).strip("./") for path in paths)
    return tuple(f"{word}/" if word else "" for word in bare)


def pelican_slug(text: str) -> str:
    """Return *text* as Pelican's slug: ASCII, small letters, apostrophes gone."""
    from text_unidecode import unidecode

    bare = _UNWANTED.sub("", unidecode(plain(text))).strip()
    return _SIGNS.sub("-", bare).lower()


def _filled(
    pattern: str, slug: str, date: Day | None, category: str, language: str,
    own: Callable[[str], str] = lambda name: "",
) -> str:  # fmt: skip
    """Return *pattern* of a setting such as ARTICLE_URL with its fields (PEP 3101) filled.

    *own*: what the head of the text says of a key; Pelican fills in any of them.
    """
    values = {
        "slug": slug,
        "category": pelican_slug(category) if category else "",
        "lang": language,
    }

    def value(match: re.Match[str]) -> str:
        if match["name"] == "date" and date is not None:
            return day_of(date).strftime(match["format"] or "%Y-%m-%d")
        return values[match["name"]] if match["name"] in values else own(match["name"])

    return re.sub("//+", "/", _FIELD.sub(value, pattern))
