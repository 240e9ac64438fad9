"""A site of which only its feed is to be had: RSS, Atom or JSON Feed. Reads files."""

import datetime as dt
import html
import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from sitegen.importing.former import FormerFile, FormerPicture, FormerSite, FormerText, ImportNote
from sitegen.importing.kinds.feed_entries import WANTED, is_feed, read_feed
from sitegen.importing.kinds.feed_model import FeedEntry, FormerFeed, entries_once
from sitegen.importing.links import path_below, split_address
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike
from sitegen.importing.source import FormerSource
from sitegen.importing.values import day_of, plain, read_day
from sitegen.site.urls import slugify
from sitegen.wording.translation import _

_ENDINGS = (".xml", ".rss", ".atom", ".json", ".rdf")
_ELSE = "articles"
_NAMED = re.compile(r"(?:src|href)=[\"'](https?://[^\"'?#]+\.[A-Za-z0-9]{2,4})[\"'?#]")
_PAGES = (".html", ".htm", ".php", ".asp", ".aspx")


class FeedSource(FormerSource):
    needs = (("feedparser", "import"), ("turbohtml", "import"))

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return any(_begins_as_feed(material, name) for name in material.names)

    @cached_property
    def _feeds(self) -> list[FormerFeed]:
        material = self.material
        names = list(material.names) if material.is_file else material.under("", *_ENDINGS)
        if not material.is_file:
            names = [name for name in names if _begins_as_feed(material, name)]
        if not names:
            raise unlike("rss", material.path, _("no file in it is a feed"), WANTED)
        return [read_feed(material.read(name), name) for name in names]

    @cached_property
    def _entries(self) -> list[FeedEntry]:
        return list(entries_once(self._feeds))

    @cached_property
    def _url(self) -> str:
        links = [feed.link for feed in self._feeds] + [entry.link for entry in self._entries]
        parts = split_address(next((link for link in links if link.startswith("http")), ""))
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @cached_property
    def _uploads(self) -> Material | None:
        return Material(self.material.uploads) if self.material.uploads else None

    def site(self) -> FormerSite:
        first = self._feeds[0]
        broken = _("what is not well-formed was guessed")
        notes = [ImportNote("feed", broken, feed.mistake) for feed in self._feeds if feed.mistake]
        if self._entries:
            oldest = min(
                (day for entry in self._entries if (day := self._day(entry))), default=None
            )
            name = _("what is older than its last text: no feed holds all")
            notes.append(ImportNote("feed", name, str(oldest or "")))
        return FormerSite(
            title=first.title,
            url=self._url,
            language=first.language.split("-")[0].lower(),
            timezone=self.timezone,
            description=first.description,
            files=tuple(self._files()),
            notes=tuple(notes),
        )

    def texts(self) -> Iterator[FormerText]:
        for entry in self._entries:
            yield self._text(entry)

    def read_file(self, path: str) -> bytes:
        if self._uploads is None:
            raise KeyError(path)
        return self._uploads.read(path)

    def _files(self) -> Iterator[FormerFile]:
        """Yield what texts show of the former host; what the uploads hold is to be had."""
        names = set(self._uploads.names) if self._uploads else set()
        for name in sorted(names):
            yield FormerFile(address=f"/{name}", path=name)
        shown = {name for entry in self._entries for name in _NAMED.findall(entry.content)}
        shown |= {file.address for entry in self._entries for file in entry.enclosures}
        shown |= {entry.picture for entry in self._entries}
        for address in sorted(shown):
            path = unquote(split_address(address).path)
            if self._is_own(address) and path.strip("/") not in names and not path.endswith(_PAGES):
                yield FormerFile(address=path)

    def _is_own(self, address: str) -> bool:
        own = split_address(self._url).netloc.removeprefix("www.")
        return bool(own) and split_address(address).netloc.removeprefix("www.") == own

    def _day(self, entry: FeedEntry) -> dt.date | None:
        day = read_day(entry.published or entry.updated, self.timezone or "Europe/Paris")
        return day_of(day) if day else None

    def _text(self, entry: FeedEntry) -> FormerText:
        zone = self.timezone or "Europe/Paris"
        updated = read_day(entry.updated, zone)
        date = read_day(entry.published, zone) or updated
        is_later = date is not None and updated is not None and day_of(updated) > day_of(date)
        pretty, others = self._addresses(entry)
        steps = [step for step in pretty.split("/") if step]
        is_folder = len(steps) > 1 and not steps[0].isdigit() and not steps[0].endswith(".php")
        title = plain(entry.title) or " ".join(plain(entry.content).split()[:10])
        picture = entry.picture or next(
            (
                enclosure.address
                for enclosure in entry.enclosures
                if enclosure.type.startswith("image")
            ),
            "",
        )
        notes = (
            [] if entry.is_whole else [ImportNote("feed", _("summaries, no whole texts"), title)]
        )
        if entry.published and date is None:
            notes.append(ImportNote("feed", _("dates that nobody can tell"), f"{entry.published}"))
        notes += [
            ImportNote("address with a query", other, title) for other in others if not pretty
        ]
        return FormerText(
            id=entry.id,
            origin=entry.link or entry.id,
            title=title,
            body=entry.content + _enclosed(entry, picture),
            markup="html",
            address=pretty,
            former_addresses=others,
            date=date,
            updated=updated if is_later else None,
            section=slugify(steps[0]) if is_folder else _ELSE,
            name=title,
            authors=tuple(
                filter(None, (plain(re.sub(r"\S+@\S+", "", a)).strip("() ") for a in entry.authors))
            ),
            tags=tuple(filter(None, map(plain, entry.tags))),
            summary=_summary(entry),
            picture=FormerPicture(src=picture) if picture else None,
            notes=tuple(notes),
        )

    def _addresses(self, entry: FeedEntry) -> tuple[str, tuple[str, ...]]:
        """Return where readers found *entry*, and what else led there: a permanent guid."""
        addresses = [
            path_below(address, self._url)
            for address in (entry.link, entry.id)
            if address.startswith("http") and self._is_own(address)
        ]
        pretty = [address for address in addresses if "?" not in address and address != "/"]
        others = [address for address in addresses if address not in pretty[:1] and address != "/"]
        return next(iter(pretty), ""), tuple(dict.fromkeys(others))


def _summary(entry: FeedEntry) -> str:
    """Return the summary that somebody wrote; not what is only the text's beginning."""
    summary, start = plain(entry.summary), plain(entry.content)
    is_cut = start.startswith(summary.rstrip(" .…[]")[:80])
    return "" if is_cut or len(summary) > 600 else summary


def _enclosed(entry: FeedEntry, picture: str) -> str:
    shown = ""
    for file in entry.enclosures:
        if file.address == picture or file.address in entry.content:
            continue
        address = html.escape(file.address)
        if file.type.startswith("image"):
            shown += f'\n<p><img src="{address}" alt=""></p>'
        else:
            name = html.escape(file.title or unquote(file.address.rpartition("/")[2]))
            shown += f'\n<p><a href="{address}">{name}</a></p>'
    return shown


def _begins_as_feed(material: Material, name: str) -> bool:
    if not name.lower().endswith(_ENDINGS):
        return False
    with material.open(name) as file:
        return is_feed(file.read(4096))
