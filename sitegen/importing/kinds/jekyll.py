"""Jekyll: posts by date in their names, collections, pages; YAML above, Liquid within."""

import datetime as dt
import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import Any, ClassVar

import msgspec

from sitegen.importing.addresses import list_address
from sitegen.importing.former import (
    FormerFile,
    FormerLine,
    FormerPerson,
    FormerSection,
    FormerSite,
    FormerText,
    ImportNote,
)
from sitegen.importing.heads import read_head, read_yaml
from sitegen.importing.kinds.jekyll_addresses import page_address, permalink
from sitegen.importing.kinds.jekyll_includes import shown_of
from sitegen.importing.kinds.jekyll_people import key_of, listed_people
from sitegen.importing.kinds.jekyll_settings import SYSTEM, JekyllSettings
from sitegen.importing.kinds.keys import Keys, fields, front
from sitegen.importing.kinds.liquid import said_by, without_liquid
from sitegen.importing.links import whole_url, without_blocks
from sitegen.importing.material import Material
from sitegen.importing.menus import menu_of_data
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, says_no, words

TEXTS = (".md", ".markdown", ".mkdown", ".mkd", ".html", ".htm")
_POST = re.compile(
    r"(?:(?P<above>.*)/)?_posts/(?P<below>.*/)?(?P<day>\d{4}-\d{1,2}-\d{1,2})-(?P<name>[^/]+)\.\w+"
)
_KEYS: Keys = {
    "updated": ("last_modified_at", "modified", "updated", "lastmod"),
    "summary": ("excerpt", "description", "summary", "teaser"),
    "picture": ("image", "cover", "thumbnail", "header", "img", "picture", "og_image"),
    "authors": ("author", "authors"),
    "categories": ("categories", "category"),
    "aliases": ("redirect_from", "aliases"),
    "pinned": ("pinned", "sticky"),
    "attachments": ("attachments", "files"),
}
_CODE = (".xsl", ".xslt", ".scss", ".sass", ".less", ".xml", ".css", ".js", ".json", ".rb", ".erb",
         ".lock", ".sh", ".gemspec", ".yml", ".yaml", ".toml", ".ipynb", ".heroku",
         ".py")  # fmt: skip
_FILLED = (".txt", ".ics", ".csv", ".svg", ".webmanifest", ".vcf")
"""Files that Jekyll copies, or makes of data where they begin with front matter."""
_HEAD = re.compile(r"\s*---[ \t]*\n")
AUTHORS = "authors"
"""The collection whose pages are those who sign (jekyllrb.com, Step by Step, 9)."""


class Jekyll(FormerSource):
    """A folder with `_config.yml` and `_posts/`."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return "_config.yml" in material or bool(material.under("_posts"))

    @cached_property
    def _settings(self) -> JekyllSettings:
        return JekyllSettings(self.material)

    def site(self) -> FormerSite:
        config = self._settings.values
        base = self._settings.base.strip("/")
        url = str(config.get("url") or "").rstrip("/")
        return FormerSite(
            title=plain(config.get("title") or config.get("name")),
            url=whole_url(f"{url}/{base}") if url else "",
            language=self._settings.language,
            timezone=str(config.get("timezone") or ""),
            description=plain(config.get("description")),
            sections={"posts": FormerSection(title="Articles")},
            people=self._people,
            menu=self._menu,
            redirects=dict(self._author_lists()),
            files=tuple(self._files()),
            engine="commonmark",
        )

    @property
    def _menu(self) -> tuple[FormerLine, ...]:
        """The menu, which themes read from a data file."""
        folder = str(self._settings.values.get("data_dir") or "_data").strip("./")
        return menu_of_data(self.material, folder, (".yml", ".yaml"), self._values)

    def _values(self, name: str) -> Any:
        with suppress(ValueError):
            return read_yaml(self.material.read_text(name))
        return None

    @cached_property
    def _signing(self) -> frozenset[str]:
        """Those who sign public texts, as these call them."""
        public = (text for text in self.texts() if text.standing == "public")
        return frozenset(author for text in public for author in text.authors)

    @cached_property
    def _people(self) -> dict[str, FormerPerson]:
        return dict(listed_people(self.material, self._author_pages, self._signing))

    @property
    def _author_pages(self) -> list[str]:
        names = self.material.under("", *TEXTS)
        return [name for name in names if self._settings.collection_of(name) == AUTHORS]

    def _author_lists(self) -> Iterator[tuple[str, str]]:
        """Yield where those who sign had pages, and where their lists are now."""
        language = self._settings.language or "fr"
        for name in self._author_pages if self._settings.has_pages(AUTHORS) else ():
            head = read_head(self.material.read_text(name))
            described = front(head.values, _KEYS, self._settings.timezone)
            if person := self._people.get(key_of(name, head.values)):
                stem = posixpath.splitext(posixpath.basename(name))[0]
                pattern = self._settings.pattern(described, AUTHORS, is_article=False)
                former = permalink(
                    pattern, name=name, slug=stem, date=None, categories=(), collection=AUTHORS
                )
                yield former, list_address("author", person.name, language)

    def _files(self) -> Iterator[FormerFile]:
        for name in self.material.names:
            ending = posixpath.splitext(name)[1].lower()
            if not ending or ending in (*TEXTS, *_CODE) or not self._settings.is_published(name):
                continue
            if not (ending in _FILLED and _HEAD.match(self.material.read_text(name))):
                yield FormerFile(address=f"/{name}", path=name, is_kept=True)

    def texts(self) -> Iterator[FormerText]:
        settings = self._settings
        for name in self.material.under("", *TEXTS):
            text = self.material.read_text(name)
            if name in SYSTEM or not _HEAD.match(text):
                continue
            post = _POST.fullmatch(settings.inner(name))
            steps = name.split("/")
            collection = settings.collection_of(name)
            if collection == AUTHORS:
                continue  # people, not texts
            is_shown = bool(post or collection) or settings.is_published(name)
            if is_shown and not settings.is_excluded(name):
                yield self._text(name, text, post, collection)
            elif "_drafts" in steps:
                yield self._text(name, text, post, "posts", is_draft=True)

    def _text(
        self, name: str, text: str, post: re.Match[str] | None, collection: str,
        *, is_draft: bool = False,
    ) -> FormerText:  # fmt: skip
        head = read_head(text)
        values = self._settings.with_defaults(head.values, name)
        described = front(values, _KEYS, self._settings.timezone)
        plain_name = post["name"] if post else posixpath.splitext(posixpath.basename(name))[0]
        above = tuple(filter(None, (post["above"] or "").split("/"))) if post else ()
        categories = (*above, *words(described.value("categories"), " "))
        date = described.day("date") or (_day(post["day"]) if post else None)
        is_page = not collection or self._settings.has_pages(collection)
        is_article = bool(post or is_draft or collection)
        is_html = name.endswith((".html", ".htm"))
        body = head.body if is_html else without_blocks(head.body)
        body, notes = without_liquid(
            body, self._named, self._settings.base, said=said_by(values, self._settings.values),
            included=shown_of(described, self._include), is_html=is_html,
        )  # fmt: skip
        if head.mistake:
            notes = (*notes, ImportNote("front matter", head.mistake, name))
        tags = described.value("tags")
        pattern = self._settings.pattern(described, collection, is_article=is_article)
        if is_draft or not is_page:
            address = ""
        elif pattern:
            address = permalink(
                pattern, name=name, slug=described.text("slug") or plain_name,
                date=date, categories=categories, collection=collection,
            )  # fmt: skip
        else:
            address = page_address(name, self._settings.style)
        published = described.value("published")
        is_hidden = (
            is_draft or not is_page or bool(head.mistake) or described.is_hidden()
            or (published is not None and says_no(published))
        )  # fmt: skip
        former = described.words("aliases")
        told = fields(described, notes, date=date if is_article else None)
        picture = told["picture"]
        if picture and "/" not in picture.src:
            told["picture"] = msgspec.structs.replace(picture, src=self._file_called(picture.src))
        return FormerText(
            id=name,
            origin=name,
            body=body,
            markup="html" if is_html else "markdown",
            date=date if is_article else None,
            section=categories[0]
            if categories and post
            else collection or ("posts" if is_article else ""),
            name=plain_name,
            tags=words(tags, " " if isinstance(tags, str) and "," not in tags else ","),
            kind=categories[1] if len(categories) > 1 else "",
            address=address,
            former_addresses=former,
            standing="draft" if is_hidden else "public",
            **told | {"title": told["title"] or plain_name.replace("-", " ").capitalize()},
        )

    def _include(self, name: str) -> str | None:
        path = posixpath.join("_includes", name)
        return self.material.read_text(path) if path in self.material else None

    def _file_called(self, name: str) -> str:
        """Return the path from the root of the one file called *name*, which a theme finds in a
        folder of its own; *name*, where there is none, or several.
        """
        found = [path for path in self.material.names if path.endswith(f"/{name}")]
        return f"/{found[0]}" if len(found) == 1 else name

    def _named(self, written: str) -> str:
        """Return the path from the root of a text or file that Liquid names: `2019-05-14-forum`."""
        wanted = written.strip().strip("\"'").lstrip("/")
        for name in self.material.names:
            stem = posixpath.splitext(name)[0]
            if name == wanted or stem.endswith(f"_posts/{wanted}"):
                return f"/{name}"
        return f"/{wanted}"


def _day(text: str) -> dt.date | None:
    try:
        return dt.date(*map(int, text.split("-")))
    except ValueError:
        return None
