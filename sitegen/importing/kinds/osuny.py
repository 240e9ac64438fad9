"""Osuny, which writes sites for Hugo: all text in the YAML of `.html` files, pictures elsewhere."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from sitegen.importing.former import (
    Day,
    FormerEvent,
    FormerFile,
    FormerPerson,
    FormerPicture,
    FormerSection,
    FormerSite,
    FormerText,
    FormerVersion,
    ImportNote,
)
from sitegen.importing.heads import read_head, read_yaml
from sitegen.importing.kinds.hugo_settings import read_settings
from sitegen.importing.kinds.osuny_blocks import media_address, to_html
from sitegen.importing.links import whole_url
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike, unreadable
from sitegen.importing.source import FormerSource
from sitegen.importing.values import plain, read_day, says_no, words

_TIMEZONE = "Europe/Paris"
_DATED = {"posts": "Actualités", "events": "Agenda"}
"""Folders of what has a date, and their usual title."""
_FORMS = ("pages", "projects", "programs", "jobs", "exhibitions", "papers", "volumes", "locations")
_STATUS = {"canceled": "cancelled", "cancelled": "cancelled", "postponed": "postponed"}
_WANTED = "the folder that Osuny writes"


class Osuny(FormerSource):
    """A folder with `data/media/` and `content/fr/…` as Osuny writes it for Hugo."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = (("turbohtml", "import"),)

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return bool(material.under("data/website") or material.under("data/media"))

    @cached_property
    def _languages(self) -> dict[str, Any]:
        settings = read_settings(self.material) if self.recognises(self.material) else None
        if settings is None:
            raise unlike("Osuny", "", "neither data/website nor config/_default", _WANTED)
        languages = settings.get("languages")
        return dict(languages) if isinstance(languages, Mapping) else {}

    @cached_property
    def _language(self) -> str:
        return str(next(iter(self._languages), "fr"))

    def site(self) -> FormerSite:
        known = self._languages.get(self._language)
        known = known if isinstance(known, Mapping) else {}
        production = self._yaml("config/production/config.yaml")
        return FormerSite(
            title=plain(known.get("title")),
            url=whole_url(str(production.get("baseURL") or production.get("baseurl") or "")),
            language=self._language,
            timezone=_TIMEZONE,
            versions={
                str(tag): FormerVersion(title=plain(said.get("title")))
                for tag, said in self._languages.items()
                if isinstance(said, Mapping) and tag != self._language
            },
            sections={self._sections[folder]: FormerSection(
                title=plain(self._list(folder).get("title")) or title)
                      for folder, title in _DATED.items() if self._names(folder)},
            people=dict(self._people()),
            files=tuple(self._files()),
            engine="commonmark",
            notes=tuple(ImportNote("list", name.split("/")[2], name) for name in self._lists()),
        )  # fmt: skip

    def _yaml(self, name: str) -> dict[str, Any]:
        try:
            loaded = read_yaml(self.material.read_text(name)) if name in self.material else {}
        except ValueError as error:
            raise unreadable(name, "YAML", str(error)) from None
        return dict(loaded) if isinstance(loaded, Mapping) else {}

    def _names(self, folder: str) -> list[str]:
        return [path for path in self.material.under("content", ".html", ".md")
                if len(path.split("/")) > 3 and path.split("/")[2] == folder]  # fmt: skip

    def _list(self, folder: str) -> Mapping[str, Any]:
        """Return what stands above the list of all texts in *folder*."""
        name = f"content/{self._language}/{folder}/_index.html"
        return read_head(self.material.read_text(name)).values if name in self.material else {}

    @cached_property
    def _sections(self) -> dict[str, str]:
        """The folders of what has a date, by the address that their lists had."""
        return {
            folder: str(self._list(folder).get("url") or folder).strip("/") for folder in _DATED
        }

    def _lists(self) -> Iterator[str]:
        """Yield what only lists other texts: terms, categories, months."""
        for name in self.material.under("content", ".html", ".md"):
            steps = name.split("/")
            if len(steps) > 3 and steps[2] not in (*_DATED, *_FORMS, "persons"):
                yield name

    def _people(self) -> Iterator[tuple[str, FormerPerson]]:
        for name in self._names("persons"):
            known = read_head(self.material.read_text(name)).values
            key = posixpath.splitext(posixpath.basename(name))[0]
            if key != "_index" and known.get("title"):
                yield key, FormerPerson(name=plain(known["title"]), bio=plain(known.get("summary")))

    def _files(self) -> Iterator[FormerFile]:
        for name in self.material.under("data/media", ".yml", ".yaml"):
            known = self._yaml(name)
            identity = posixpath.splitext(posixpath.basename(name))[0]
            if known.get("name"):
                yield FormerFile(
                    address=_address(identity, str(known["name"])), others=(f"/media/{identity}",),
                    url=str(known.get("url") or known.get("direct_url") or ""),
                )  # fmt: skip
        for name in self.material.under("static"):
            yield FormerFile(address=name.removeprefix("static"), path=name, is_kept=True)

    def texts(self) -> Iterator[FormerText]:
        for folder in (*_DATED, *_FORMS):
            for name in self._names(folder):
                text = self._text(name, folder)
                if text is not None:
                    yield text

    def _text(self, name: str, folder: str) -> FormerText | None:
        head = read_head(self.material.read_text(name))
        known = head.values
        build = known.get("build")
        is_list = name.endswith(f"/{folder}/_index.html")
        if is_list or (isinstance(build, Mapping) and build.get("render") == "never"):
            return None
        html, notes = to_html(known.get("contents"))
        if head.mistake:
            notes = (*notes, ImportNote("front matter", head.mistake, name))
        stem = posixpath.splitext(posixpath.basename(name))[0]
        language = name.split("/")[1]
        picture = known.get("image")
        return FormerText(
            id=name,
            origin=name,
            title=plain(known.get("title")),
            body=html or head.body,
            markup="html",
            address=str(known.get("url") or ""),
            former_addresses=words(known.get("aliases")),
            date=read_day(known.get("date"), _TIMEZONE) if folder in _DATED else None,
            updated=read_day(known.get("lastmod"), _TIMEZONE) if folder in _DATED else None,
            section=self._sections.get(folder, ""),
            name=stem if stem != "_index" else posixpath.basename(posixpath.dirname(name)),
            authors=tuple(word.rpartition("/")[2] for word in words(known.get("authors"))),
            tags=tuple(word.rpartition("/")[2].replace("-", " ")
                       for word in words(known.get(f"{folder}_categories"))),
            summary=plain(known.get("summary")),
            picture=FormerPicture(
                src=media_address(picture.get("id")), alt=plain(picture.get("alt")) or None,
                credit=plain(picture.get("credit")),
            ) if isinstance(picture, Mapping) and picture.get("id") else None,
            events=tuple(_events(known)) if folder == "events" else (),
            lang="" if language == self._language else language,
            translates=self._first(known, name) if language != self._language else "",
            is_pinned=known.get("pinned") is True,
            standing="draft" if head.mistake or not says_no(known.get("draft")) else "public",
            notes=notes,
        )  # fmt: skip

    def _first(self, known: Mapping[str, Any], name: str) -> str:
        """Return the id of the text in the site's first language that this one translates."""
        return self._by_key.get(str(known.get("translationKey")), "")

    @cached_property
    def _by_key(self) -> dict[str, str]:
        paths: dict[str, str] = {}
        for folder in (*_DATED, *_FORMS):
            for name in self._names(folder):
                if name.split("/")[1] == self._language:
                    values = read_head(self.material.read_text(name)).values
                    paths[str(values.get("translationKey"))] = name
        return paths


def _address(identity: str, name: str) -> str:
    return f"/media/{identity[:8]}/{posixpath.basename(name)}"


def _events(known: Mapping[str, Any]) -> Iterator[FormerEvent]:
    """Yield the dates of an event: its time slots, or the days from the first to the last."""
    dates = known.get("dates") if isinstance(known.get("dates"), Mapping) else {}
    status = _STATUS.get(str((dates or {}).get("status")), "")
    fields = {"status": status} if status else {}
    slots = known.get("time_slots")
    for slot in slots if isinstance(slots, list) else ():
        start = _moment(slot.get("start")) if isinstance(slot, Mapping) else None
        if start is not None:
            place = plain(slot.get("place"))
            yield FormerEvent(
                start=start, end=_moment(slot.get("end")),
                fields={**fields, **({"location": place} if place else {})},
            )  # fmt: skip
    first = _moment((dates or {}).get("from"))
    if not slots and first is not None:
        last = _moment((dates or {}).get("to"))
        yield FormerEvent(start=first, end=last if last != first else None, fields=fields)


def _moment(written: Any) -> Day | None:
    if not isinstance(written, Mapping):
        return read_day(written, _TIMEZONE)
    day = written.get("date") or written.get("day")
    hour = str(written.get("time") or written.get("hour") or "").strip()
    whole = f"{day} {hour.replace('h', ':')}" if hour and ":" in hour.replace("h", ":") else day
    return read_day(whole, _TIMEZONE)
