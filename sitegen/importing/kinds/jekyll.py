"""Jekyll: posts by date in their names, collections, pages; YAML above, Liquid within."""

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, ClassVar

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
from sitegen.importing.kinds.jekyll_people import key_of, listed_people
from sitegen.importing.kinds.keys import FormerFront, Keys, fields, front
from sitegen.importing.kinds.liquid import without_liquid
from sitegen.importing.links import whole_url, without_blocks
from sitegen.importing.material import Material
from sitegen.importing.menus import menu_of_data
from sitegen.importing.refusals import unlike, unreadable
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, says_no, words

TEXTS = (".md", ".markdown", ".mkdown", ".mkd", ".html", ".htm")
_POST = re.compile(
    r"(?:(?P<above>.*)/)?_posts/(?P<below>.*/)?(?P<day>\d{4}-\d{1,2}-\d{1,2})-(?P<name>[^/]+)\.\w+"
)
_KEYS: Keys = {
    "updated": ("last_modified_at", "modified", "updated", "lastmod"),
    "summary": ("excerpt", "description", "summary"),
    "picture": ("image", "cover", "thumbnail", "header", "img", "picture"),
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
_SYSTEM = ("_config.yml", "_config.yaml", "_config.toml", "Gemfile", "Gemfile.lock", "README.md",
           "LICENSE", "CNAME")  # fmt: skip
AUTHORS = "authors"
"""The collection whose pages are those who sign (jekyllrb.com, Step by Step, 9)."""
_WANTED = "the folder that holds `_config.yml`"


class Jekyll(FormerSource):
    """A folder with `_config.yml` and `_posts/`."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return "_config.yml" in material or bool(material.under("_posts"))

    @cached_property
    def _config(self) -> Mapping[str, Any]:
        name = next((file for file in _SYSTEM[:2] if file in self.material), "")
        if not name and not self.material.under("_posts"):
            raise unlike("Jekyll", "", "neither `_config.yml` nor `_posts/`", _WANTED)
        try:
            loaded = read_yaml(self.material.read_text(name)) if name else {}
        except ValueError as error:
            raise unreadable(name, "YAML", str(error)) from None
        return loaded if isinstance(loaded, Mapping) else {}

    def _listed(self, key: str) -> list[Any]:
        value = self._config.get(key)
        return value if isinstance(value, list) else []

    @property
    def _timezone(self) -> str:
        return str(self._config.get("timezone") or "Europe/Paris")

    @property
    def _language(self) -> str:
        said = self._config.get("lang") or self._config.get("locale") or ""
        return str(said).replace("_", "-")[:5]

    def site(self) -> FormerSite:
        config = self._config
        base = str(config.get("baseurl") or "").strip("/")
        url = str(config.get("url") or "").rstrip("/")
        return FormerSite(
            title=plain(config.get("title") or config.get("name")),
            url=whole_url(f"{url}/{base}") if url else "",
            language=self._language,
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
        folder = str(self._config.get("data_dir") or "_data").strip("./")
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
        return [name for name in names if self._collection(name.split("/")) == AUTHORS]

    def _author_lists(self) -> Iterator[tuple[str, str]]:
        """Yield where those who sign had pages, and where their lists are now."""
        language = self._language or "fr"
        for name in self._author_pages if self._has_pages(AUTHORS) else ():
            head = read_head(self.material.read_text(name))
            described = front(head.values, _KEYS, self._timezone)
            if person := self._people.get(key_of(name, head.values)):
                stem = posixpath.splitext(posixpath.basename(name))[0]
                pattern = self._pattern(described, AUTHORS, is_article=False)
                former = permalink(
                    pattern, name=name, slug=stem, date=None, categories=(), collection=AUTHORS
                )
                yield former, list_address("author", person.name, language)

    def _files(self) -> Iterator[FormerFile]:
        for name in self.material.names:
            ending = posixpath.splitext(name)[1].lower()
            is_file = ending and ending not in (*TEXTS, *_CODE) and self._is_published(name)
            if is_file and not (ending in _FILLED and _HEAD.match(self.material.read_text(name))):
                yield FormerFile(address=f"/{name}", path=name, is_kept=True)

    def _is_published(self, name: str) -> bool:
        """Whether Jekyll copies or renders *name*: no system file, and nothing that is excluded."""
        steps = name.split("/")
        included = tuple(map(str, self._listed("include")))
        is_hidden = any(step.startswith(("_", ".")) for step in steps if step not in included)
        return not is_hidden and name not in _SYSTEM and not self._is_excluded(name)

    def _is_excluded(self, name: str) -> bool:
        """Whether a line of `exclude:` means *name* or a folder of it: `*` stands for `/` too."""
        steps = name.split("/")
        folders = ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]
        patterns = [str(path).strip("/") for path in self._listed("exclude")]
        return any(fnmatchcase(folder, line) for folder in folders for line in patterns)

    def texts(self) -> Iterator[FormerText]:
        for name in self.material.under("", *TEXTS):
            text = self.material.read_text(name)
            if name in _SYSTEM or not _HEAD.match(text):
                continue
            post = _POST.fullmatch(self._inner(name))
            steps = name.split("/")
            collection = self._collection(steps)
            if collection == AUTHORS:
                continue  # people, not texts
            if not self._is_excluded(name) and (post or collection or self._is_published(name)):
                yield self._text(name, text, post, collection)
            elif "_drafts" in steps:
                yield self._text(name, text, post, "posts", is_draft=True)

    def _inner(self, path: str) -> str:
        """Return *path* as Jekyll reads it: from the folder on that holds all collections."""
        folder = str(self._config.get("collections_dir") or "").strip("./")
        return path.removeprefix(f"{folder}/") if folder else path

    def _collection(self, steps: list[str]) -> str:
        names = self._config.get("collections") or {}
        inner = self._inner("/".join(steps)).split("/")
        known = {str(text) for text in names} if isinstance(names, (list, Mapping)) else set()
        name = inner[0].removeprefix("_") if inner and inner[0].startswith("_") else ""
        return name if name in known and len(inner) > 1 else ""

    def _has_pages(self, collection: str) -> bool:
        """Whether texts of a collection are pages: `output: true`; else they are data."""
        names = self._config.get("collections")
        options = names.get(collection) if isinstance(names, Mapping) else None
        return collection == "posts" or (
            isinstance(options, Mapping) and not says_no(options.get("output"))
        )

    def _text(
        self, name: str, text: str, post: re.Match[str] | None, collection: str,
        *, is_draft: bool = False,
    ) -> FormerText:  # fmt: skip
        head = read_head(text)
        described = front(self._with_defaults(head.values, name), _KEYS, self._timezone)
        plain_name = post["name"] if post else posixpath.splitext(posixpath.basename(name))[0]
        above = tuple(filter(None, (post["above"] or "").split("/"))) if post else ()
        categories = (*above, *words(described.value("categories"), " "))
        date = described.day("date") or (_day(post["day"]) if post else None)
        is_page = not collection or self._has_pages(collection)
        is_article = bool(post or is_draft or collection)
        is_html = name.endswith((".html", ".htm"))
        body = head.body if is_html else without_blocks(head.body)
        body, notes = without_liquid(body, self._named, self._base)
        if head.mistake:
            notes = (*notes, ImportNote("front matter", head.mistake, name))
        tags = described.value("tags")
        pattern = self._pattern(described, collection, is_article=is_article)
        if is_draft or not is_page:
            address = ""
        elif pattern:
            address = permalink(
                pattern, name=name, slug=described.text("slug") or plain_name,
                date=date, categories=categories, collection=collection,
            )  # fmt: skip
        else:
            address = page_address(name, self._style)
        published = described.value("published")
        is_hidden = (
            is_draft or not is_page or bool(head.mistake) or described.is_hidden()
            or (published is not None and says_no(published))
        )  # fmt: skip
        former = described.words("aliases")
        told = fields(described, notes, date=date if is_article else None)
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

    @property
    def _style(self) -> str:
        return str(self._config.get("permalink") or "date")

    def _pattern(self, head: FormerFront, collection: str, *, is_article: bool) -> str:
        """Return the permalink of a text: its own, its collection's, its site's; none of a page."""
        if own := head.text("permalink"):
            return own
        names = self._config.get("collections")
        options = names.get(collection) if isinstance(names, Mapping) else None
        if collection and collection != "posts":
            known = options.get("permalink") if isinstance(options, Mapping) else ""
            return str(known or "/:collection/:path:output_ext")
        return self._style if is_article else ""

    def _with_defaults(self, values: Mapping[str, Any], name: str) -> dict[str, Any]:
        """Return *values* with what `defaults:` of the settings gives to *name*: of two scopes the
        one that says more.
        """
        given: list[tuple[int, bool, Mapping[str, Any]]] = []
        for entry in self._listed("defaults"):
            scope = entry.get("scope") if isinstance(entry, Mapping) else None
            if isinstance(scope, Mapping) and isinstance(entry.get("values"), Mapping):
                path = self._inner(str(scope.get("path") or "").strip("/"))
                types = ("", self._type(name))
                if self._inner(name).startswith(path) and str(scope.get("type") or "") in types:
                    given.append((len(path), bool(scope.get("type")), entry["values"]))
        defaults: dict[str, Any] = {}
        for *_scope, said in sorted(given, key=lambda each: each[:2]):
            defaults |= said
        return defaults | dict(values)

    def _type(self, name: str) -> str:
        steps = name.split("/")
        if "_posts" in steps or "_drafts" in steps:
            return "posts"
        return self._collection(steps) or "pages"

    @cached_property
    def _base(self) -> str:
        return "/" + str(self._config.get("baseurl") or "").strip("/")

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
