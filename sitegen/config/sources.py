"""Sources of partners' news and dates, which `sitegen fetch` asks and no build does."""

import re
from collections.abc import Mapping
from typing import ClassVar, Literal

import msgspec

from sitegen.border.addresses import split_address
from sitegen.border.scalars import is_language
from sitegen.config.refusing import Refuse
from sitegen.model import Moment, Prose
from sitegen.names import FETCHED_FOLDER
from sitegen.patterns import lazy_pattern

SourceKind = Literal["", "rss", "atom", "json", "ics", "openagenda", "sitegen"]
CREDENTIAL = "{credential}"
"""What stands in an address for the credential."""
_NAME = lazy_pattern(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_VARIABLE = lazy_pattern(r"[A-Za-z_][A-Za-z0-9_]*")


class SourceRules(msgspec.Struct, frozen=True, kw_only=True):
    """Which announcements of a source are taken: those for which all that is written here holds."""

    what: Literal["", "news", "events"] = ""
    """Only `events` (what has a date to come to), or only `news`; by default both."""
    tags: tuple[str, ...] = ()
    """Those that the source files under one of these tags or categories."""
    words: tuple[str, ...] = ()
    """Those with one of these words or phrases in their title or text."""
    without: tuple[str, ...] = ()
    """Those with none of these words or phrases in their title or text."""
    places: tuple[str, ...] = ()
    """Events that take place where one of these is named: a town, a postcode."""
    after: Moment | None = None
    """Those of this day or later: the day of an event, else that of publication."""
    before: Moment | None = None
    """Those of before this day."""


class SourceTarget(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of what is taken."""

    shorthand: ClassVar[str] = "section"

    section: str
    """The section in which it stands."""
    kind: Prose = ""
    """Its label within the section: `partner`."""
    tags: tuple[Prose, ...] = ()
    """The tags that all of it gets."""
    own_tags: bool = False
    """Whether it keeps the tags that the source gave it, too."""
    folder: str = ""
    """The folder of content/ in which its documents are written; `_fetched/` and the source's name,
    if not given."""


class SourceConfig(msgspec.Struct, frozen=True, kw_only=True):
    """A source of a partner's news and dates, for `sitegen fetch`."""

    url: str = ""
    """The address of a feed, a calendar, or a site that names its feeds. `{credential}` stands in
    it for the credential."""
    site: str = ""
    """Instead of `url`: another site of the workspace, by its folder: `sites/mairie`. What it
    published last is read from the disk."""
    into: SourceTarget
    """The section in which its announcements stand; or section, kind, tags, folder."""
    name: Prose = ""
    """Who announces, as readers see it; by default what the feed calls itself."""
    kind: SourceKind = ""
    """`rss`, `atom`, `json` (JSON Feed), `ics` (iCalendar), `openagenda` or `sitegen` (a site made
    by sitegen); by default what is found there."""
    only: SourceRules = SourceRules()
    """Which announcements are taken; by default all."""
    limit: int = 200
    """At most so many are taken: the next events first, then the latest news."""
    licence: Prose = ""
    """The licence under which texts may be shown, as readers see it: CC BY 4.0. Without it and
    without `consent`, only title, date, place and summary come in."""
    consent: str = ""
    """Who agreed that whole texts are shown, and when; for yourselves, readers do not see it."""
    language: str = ""
    """The language of its texts, where the feed does not tell it."""
    keep: int = 0
    """For how many days things stay: after the end of an event, else after publication; 0 for
    ever."""
    pictures: bool = False
    """Whether pictures are fetched too; each with its credit, or the source's name."""
    files: bool = False
    """Whether files to read (PDF, office documents) to which whole texts lead are fetched too, at
    most five of a text and 10 MB each; by default they are links."""
    pages: bool = True
    """Whether each has a page here. `false`: lists, feeds and calendars lead to the source; for
    summaries alone, and for what has an address there."""
    credential: str = ""
    """The variable of the environment that holds what the source asks for: a token, or
    `user:password`. Never the credential itself."""

    def folder(self, key: str) -> str:
        """Return the folder below ``content/`` of what the source *key* announces."""
        return self.into.folder.strip("/") or f"{FETCHED_FOLDER}/{key}"

    @property
    def address(self) -> str:
        """Where it is asked: `webcal:`, as sites offer their calendars, is `https:`."""
        return re.sub("^webcal:", "https:", self.url)

    @property
    def has_whole_texts(self) -> bool:
        """Whether more than a summary may be shown."""
        return bool(self.licence or self.consent)


def check_sources(sources: Mapping[str, SourceConfig], refuse: Refuse) -> None:
    """Note sources that could not be asked, or whose documents could not be written."""
    folders: dict[str, str] = {}
    for key, source in sources.items():
        place = f"sources.{key}"
        if not _NAME.fullmatch(key):
            refuse(place, "source-name", value=key)
        if bool(source.site) is bool(source.url):
            refuse(place, "source-site-or-url", key=place)
        elif source.site and not _is_site(source.site):
            refuse(f"{place}.site", "source-site", key=f"{place}.site", value=source.site)
        elif source.url and not _is_asked(source.url):
            refuse(f"{place}.url", "source-address", value=source.url)
        if source.language and not is_language(source.language):
            refuse(f"{place}.language", "bad-language", value=source.language)
        for name in ("limit", "keep"):
            if getattr(source, name) < (name == "limit"):
                refuse(f"{place}.{name}", "expected-positive", key=f"{place}.{name}")
        if source.files and not source.has_whole_texts:
            refuse(f"{place}.files", "source-files", key=f"{place}.files")
        if not source.pages and source.has_whole_texts:
            refuse(f"{place}.pages", "source-pages", key=f"{place}.pages")
        _check_credential(place, source, refuse)
        folder = source.folder(key).casefold()
        if not _is_folder(folder):
            refuse(f"{place}.into", "source-folder", value=source.into.folder)
        elif folder in folders:
            values = {"value": source.folder(key), "other": folders[folder]}
            refuse(f"{place}.into", "source-folder-twice", **values)
        folders[folder] = key


def _is_site(folder: str) -> bool:
    """Whether *folder* can be that of another site of the workspace."""
    steps = folder.strip("/").split("/")
    return not folder.startswith("/") and all(
        step and step[0] != "." and "\\" not in step and "\0" not in step for step in steps
    )


def _is_asked(url: str) -> bool:
    address = split_address(url.replace(CREDENTIAL, "x"))
    return (
        address.scheme in ("http", "https", "webcal") and bool(address.hostname) and "@" not in url
    )


def _check_credential(place: str, source: SourceConfig, refuse: Refuse) -> None:
    """Note credentials that stand in the file, or that everybody on the way could read."""
    if source.credential and not _VARIABLE.fullmatch(source.credential):
        refuse(f"{place}.credential", "source-credential", key=f"{place}.credential")
    elif source.credential and not source.address.startswith("https://"):
        refuse(f"{place}.url", "source-credential-open", value=source.url)
    elif CREDENTIAL in source.url and not source.credential:
        refuse(f"{place}.url", "source-credential-unnamed", value=source.url)


def _is_folder(folder: str) -> bool:
    """Whether *folder* can hold documents of the site."""
    return all(
        step and step[0] != "." and (step[0] != "_" or step == FETCHED_FOLDER)
        for step in folder.split("/")
    ) and not re.search(r"[\\:*?\"<>|\x00-\x1f]", folder)
