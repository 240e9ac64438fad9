"""Eleventy: texts by folder, data files beside them, permalinks; JavaScript is not run."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, ClassVar

from sitegen.importing.former import (
    Day,
    FormerFile,
    FormerLine,
    FormerSection,
    FormerSite,
    FormerText,
    ImportNote,
)
from sitegen.importing.heads import read_head, read_yaml
from sitegen.importing.kinds.eleventy_addresses import address, date_form, file_slug
from sitegen.importing.kinds.eleventy_texts import plain_lines, read_script, without_templates
from sitegen.importing.kinds.keys import EVENT_KEYS, Keys, fields, front
from sitegen.importing.links import whole_url
from sitegen.importing.material import Material
from sitegen.importing.menus import menu_of_data
from sitegen.importing.refusals import unlike
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, read_day

TEXTS = (".md", ".markdown", ".html", ".njk", ".liquid")
_SETTINGS = (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs")
_KEYS: Keys = {
    "updated": ("updated", "modified", "lastmod"),
    "summary": ("description", "summary", "excerpt", "chapo", "teaser"),
    "picture": ("image", "cover", "cover_image", "thumbnail", "hero", "poster", "og_image"),
    "authors": ("authors", "author"),
    "aliases": ("redirect_from", "aliases"),
    "attachments": ("attachments", "files"),
}
_HOLDERS = ("site", "metadata", "meta", "config", "settings", "global")
"""What the file of global data is called that tells of the site."""
_KINDS = ("post", "posts", "page", "pages", "all", "nav")
"""Tags that only make a collection."""
_CODE = (".js", ".mjs", ".cjs", ".ts", ".json", ".css", ".scss", ".njk", ".liquid", ".yml", ".yaml",
         ".toml", ".lock", ".webc", ".11ty.js")  # fmt: skip
_UNLISTED = re.compile(
    r"<meta\s+name=[\"']robots[\"']\s+content=[\"'][^\"']*noindex", re.IGNORECASE
)
"""What a page of its own says that is for few, such as that of an editor."""
_SCRIPTS = (".js", ".cjs", ".mjs")
_DATA = (".json", ".yml", ".yaml", ".js")
_WANTED = "the folder that holds eleventy.config.js"


class Eleventy(FormerSource):
    """A folder with `.eleventy.js` or `eleventy.config.js`."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return any(name in material for name in _SETTINGS)

    @cached_property
    def _settings(self) -> str:
        name = next((file for file in _SETTINGS if file in self.material), "")
        if not name:
            raise unlike("Eleventy", "", "no eleventy.config.js", _WANTED)
        return self.material.read_text(name)

    @cached_property
    def _input(self) -> str:
        """The folder of the texts."""
        return self._folder("input", "")

    def _folder(self, key: str, default: str) -> str:
        """Return what `dir: {input: …}` says, plainly, of the folder *key*."""
        match = re.search(rf"\b{key}\s*:\s*[\"']\.?/?([^\"']*)[\"']", self._settings)
        return match[1].strip("/.") if match else default

    @cached_property
    def _apart(self) -> tuple[str, ...]:
        """What is no text: folders of templates, and what the site says that it leaves out, each
        as a pattern of paths.
        """
        folders = (self._folder(key, "") for key in ("includes", "layouts", "data"))
        templates = [posixpath.join(self._input, folder) for folder in folders if folder]
        added = re.findall(r"\bignores\.add\(\s*[\"'`]([^\"'`]+)", self._settings)
        name = ".eleventyignore"
        lines = self.material.read_text(name).splitlines() if name in self.material else ()
        listed = [line.strip() for line in (*lines, *added)]
        given = [line for line in listed if line and not line.startswith(("#", "!"))]
        return tuple(line.strip("/").removeprefix("./") for line in (*templates, *given))

    def _is_apart(self, name: str) -> bool:
        steps = name.split("/")
        paths = ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]
        return any(
            fnmatchcase(path, pattern) or ("/" not in pattern and fnmatchcase(step, pattern))
            for pattern in (line.removeprefix("**/") for line in self._apart)
            for path, step in zip(paths, steps, strict=True)
        )

    @cached_property
    def _site(self) -> Mapping[str, Any]:
        """Global data that tells of the site: `_data/site.json`, `metadata.json`."""
        folder = posixpath.join(self._input, self._folder("data", "_data"))
        for name in self.material.under(folder):
            stem = posixpath.basename(name).partition(".")[0].lower()
            if stem in _HOLDERS:
                return self._data(name)
        return {}

    def _data(self, name: str) -> dict[str, Any]:
        values = self._values(name)
        return dict(values) if isinstance(values, Mapping) else {}

    def _values(self, name: str) -> Any:
        text = self.material.read_text(name)
        try:
            return (
                read_yaml(text) if name.endswith((".yml", ".yaml"))
                else json.loads(text) if name.endswith(".json") else read_script(text)
            )  # fmt: skip
        except (ValueError, RecursionError):
            self._unread.add(name)
            return plain_lines(text) if name.endswith(_SCRIPTS) else None

    @cached_property
    def _unread(self) -> set[str]:
        return set()

    def site(self) -> FormerSite:
        known = self._site
        for name in self._names:
            self._beside(name)  # so that what cannot be read is known
        return FormerSite(
            title=plain(known.get("title") or known.get("name")),
            url=whole_url(str(_first(known, "url", "baseUrl", "host"))),
            language=str(_first(known, "lang", "language", "locale"))[:5],
            description=plain(known.get("description")),
            sections={section: FormerSection(title=section.replace("-", " ").capitalize())
                      for section in dict.fromkeys(text.section for text in self.texts())
                      if section},
            menu=self._menu,
            files=tuple(self._files()),
            engine="commonmark",
            notes=tuple(ImportNote("setting", name, "JavaScript") for name in sorted(self._unread)),
        )  # fmt: skip

    @property
    def _menu(self) -> tuple[FormerLine, ...]:
        """What texts say under `eleventyNavigation`, as its plugin orders it; else a data file."""
        told: list[tuple[float, FormerLine]] = []
        for name in self._names:
            said = self._beside(name) | read_head(self.material.read_text(name)).values
            entry = said.get("eleventyNavigation")
            text = self._text(name) if isinstance(entry, Mapping) and entry.get("key") else None
            if text and isinstance(entry, Mapping) and not entry.get("parent"):
                order = entry.get("order")
                title = plain(entry.get("title") or entry["key"])
                line = FormerLine(title=title, address=text.address)
                told.append((order if isinstance(order, int | float) else 0, line))
        if told:
            return tuple(line for _order, line in sorted(told, key=lambda entry: entry[0]))
        folder = posixpath.join(self._input, self._folder("data", "_data"))
        return menu_of_data(self.material, folder, _DATA, self._values)

    @cached_property
    def _names(self) -> list[str]:
        return [
            name
            for name in self.material.under(self._input, *TEXTS)
            if not any(step.startswith(("_", ".")) for step in name.split("/"))
            and not self._is_apart(name)
            and posixpath.basename(name).upper() not in ("README.MD", "LICENSE.MD", "CHANGELOG.MD")
        ]

    def _files(self) -> Iterator[FormerFile]:
        for name in self.material.names:
            hidden = any(step.startswith(("_", ".")) for step in name.split("/"))
            if (
                not hidden
                and not self._is_apart(name)
                and not name.lower().endswith((*TEXTS, *_CODE))
            ):
                inner = name.removeprefix(f"{self._input}/") if self._input else name
                for folder in ("public/", "static/", "assets/public/"):
                    inner = inner.removeprefix(folder)
                yield FormerFile(address=f"/{inner}", path=name, is_kept="/" in name)

    def texts(self) -> Iterator[FormerText]:
        for name in self._names:
            text = self._text(name)
            if text is not None:
                yield text

    def _text(self, name: str) -> FormerText | None:
        head = read_head(self.material.read_text(name))
        values = self._with_place(self._beside(name) | head.values)
        is_text = name.endswith((".md", ".markdown", ".html"))
        if not is_text and not head.values.get("title"):
            return None  # a template, not a text
        described = front(values, _KEYS, "Europe/Paris")
        inner = name.removeprefix(f"{self._input}/") if self._input else name
        permalink = described.value("permalink")
        day = described.day("date") or _day_in(inner)
        body, notes = without_templates(head.body, self._said(values))
        if head.mistake:
            notes = (*notes, ImportNote("front matter", head.mistake, name))
        where, guessed = address(permalink, inner, values, day, self._date_form)
        if guessed:
            notes = (*notes, ImportNote("guess", "permalink", str(permalink)[:80]))
        tags = tuple(word for word in described.words("tags") if word.lower() not in _KINDS)
        former = described.words("aliases")
        is_draft = (
            bool(head.mistake) or described.is_hidden()
            or permalink is False  # which made no page
            or _UNLISTED.search(head.body) is not None
        )  # fmt: skip
        section = self._section(name)
        told = fields(described, notes, date=day if section else None)
        return FormerText(
            id=name,
            origin=name,
            body=body,
            markup="markdown" if name.endswith((".md", ".markdown")) else "html",
            address=where,
            former_addresses=former,
            date=day if section else None,
            section=section,
            name=file_slug(inner),
            tags=tags,
            standing="draft" if is_draft else "public",
            **told | {"title": told["title"] or file_slug(inner).replace("-", " ").capitalize()},
        )

    @cached_property
    def _date_form(self) -> str:
        return date_form(read_head(self.material.read_text(name)).body for name in self._names)

    def _said(self, values: Mapping[str, Any]) -> Callable[[str], str | None]:
        """Return what tells the words of a variable: of the text's *values*, or of the site's."""

        def said(name: str) -> str | None:
            holder, dot, key = name.rpartition(".")
            known = values if not dot else self._site if holder in _HOLDERS else {}
            value = known.get(key)
            is_words = isinstance(value, (str, int)) and not isinstance(value, bool)
            return str(value) if is_words else None

        return said

    def _with_place(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return *values* with the place itself where one of them names the text that tells it."""
        for key in EVENT_KEYS["place"]:
            named = str(values.get(key) or "").strip("/")
            if named.endswith((".md", ".markdown")) and named in self.material:
                values[key] = read_head(self.material.read_text(named)).values
        return values

    def _section(self, name: str) -> str:
        inner = name.removeprefix(f"{self._input}/") if self._input else name
        return inner.split("/")[0] if "/" in inner else ""

    def _beside(self, name: str) -> dict[str, Any]:
        """Return what data files of the folders above, and of the text itself, give it."""
        values: dict[str, Any] = {}
        steps = name.split("/")[:-1]
        for depth in range(1, len(steps) + 1):
            folder = "/".join(steps[:depth])
            values |= self._first(f"{folder}/{steps[depth - 1]}")
        return values | self._first(posixpath.splitext(name)[0])

    def _first(self, stem: str) -> dict[str, Any]:
        if stem not in self._read:
            values: dict[str, Any] = {}
            for ending in (
                ".11tydata.json",
                ".json",
                ".11tydata.js",
                ".11tydata.cjs",
                ".11tydata.mjs",
            ):
                if (name := stem + ending) in self.material:
                    values |= self._data(name)
            self._read[stem] = values
        return self._read[stem]

    @cached_property
    def _read(self) -> dict[str, dict[str, Any]]:
        return {}


def _first(values: Mapping[str, Any], *keys: str) -> Any:
    return next((values[key] for key in keys if values.get(key)), "")


def _day_in(path: str) -> Day | None:
    match = re.search(r"(?:^|/)(\d{4}-\d{2}-\d{2})-", path)
    return read_day(match[1], "Europe/Paris") if match else None
