"""A new document: its text, its place in the content's folder, written where nothing stands yet."""

import datetime as dt
import os
import re
import shutil
import unicodedata
from collections.abc import Mapping

import msgspec

from sitegen.border.meant_dates import meant_moment
from sitegen.border.moments import hour_beside, is_hour_alone, parse_moment
from sitegen.border.text import clean
from sitegen.config import SiteConfig
from sitegen.disk.reading import stays_inside
from sitegen.errors import Diagnostic, UsageError, disk_refused
from sitegen.markup.values import DeclaredShortcode
from sitegen.model import Moment, zone_info
from sitegen.names import BUNDLE_TEXT, SECTION_TEXT, is_called, is_document, without_ending
from sitegen.scaffold.archetypes import Archetype
from sitegen.scaffold.choosing import Choice, in_section
from sitegen.scaffold.placeholders import check_places, fill, places
from sitegen.site.urls import slugify
from sitegen.sources.parse import ParseSettings, parse_document
from sitegen.sources.scan import find_document

PLACES = ("title", "date", "slug", "id", "section", "author", "draft", "start", "end", "place")
"""What an archetype can name."""
ASKED = ("title", "start", "end", "place")
"""What only its author knows of a new document."""
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}[-_ ]*(?=.)")
_BREAKS = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


class Draft(msgspec.Struct, frozen=True):
    """A document that could be written."""

    path: str
    """Below the site's folder, with slashes."""
    content: str
    """The folder of the content below the site's; `.` for that itself."""
    text: str
    archetype: Archetype


def one_line(text: str) -> str:
    """Return *text* as a value of the front matter can hold it: one line, in NFC, without controls.

    Bytes of the command line that are not of its encoding are left out.
    """
    whole = text.encode("utf-8", "ignore").decode()
    return _BREAKS.sub(" ", clean(_BREAKS.sub(" ", whole))).strip()


A_MOMENT = "YYYY-MM-DD HH:MM"
"""How a date is written, where what was meant is not known."""


def missing(archetype: Archetype, values: Mapping[str, str]) -> list[str]:
    """Return what *archetype* cannot do without and *values* does not give."""
    needed = {"title"} | {
        place.name for place in places(archetype.text).values() if place.is_required
    }
    return [name for name in ASKED if name in needed and not values.get(name)]


def read_date(text: str, now: Moment, timezone: str) -> Moment:
    """Return *text* as a moment in *timezone*, or today there. Raises `UsageError`."""
    if not text:
        local = now.in_zone(timezone).instant.astimezone(zone_info(timezone))
        return Moment(dt.datetime.combine(local.date(), dt.time()), is_date=True, zone=timezone)
    try:
        moment = parse_moment(text)
        if moment.is_date or not moment.zone:
            return moment.in_zone(timezone)
        local = moment.instant.astimezone(zone_info(timezone)).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise bad_answer("date", text, meant_moment(text) or A_MOMENT) from None
    return Moment(local, zone=timezone)


def bad_answer(name: str, value: str, example: str) -> UsageError:
    values = {"name": name, "value": value, "example": example}
    return UsageError(Diagnostic("bad-answer", values=values))


def _is_moment(text: str) -> bool:
    try:
        parse_moment(text)
    except ValueError:
        return False
    return True


def _on_its_day(start: str, end: str) -> str:
    """Return *end* with its day, where it is an hour alone beside *start*."""
    if not (is_hour_alone(end) and _is_moment(start)):
        return end
    moment = hour_beside(end, parse_moment(start), is_end=True)
    return written(moment) if moment else end


def check_period(start: str, end: str, timezone: str) -> None:
    """Raise `UsageError` for two moments that no event can have. Others are `draft`'s to tell."""
    if not (_is_moment(start) and _is_moment(end)):
        return
    first, last = (parse_moment(written).in_zone(timezone) for written in (start, end))
    values = {"start": written(first), "end": written(last)}
    if first.is_date != last.is_date:
        raise UsageError(Diagnostic("event-mixed", values=values))
    if last.timestamp < first.timestamp:
        raise UsageError(Diagnostic("event-ends-before", values=values))


def written(moment: Moment) -> str:
    """Return *moment* as an author writes it: 2027-03-02, or 2027-03-02 09:30."""
    day = moment.date.isoformat()
    return day if moment.is_date else f"{day} {moment.local:%H:%M}"


def draft(
    root: str,
    config: SiteConfig,
    choice: Choice,
    values: Mapping[str, str],
    date: Moment,
    *,
    is_bundle: bool = False,
    shortcodes: tuple[DeclaredShortcode, ...] = (),
) -> Draft:
    """Return the document that *values* make; nothing is written.

    *shortcodes*: those that the theme declares.
    Raises `UsageError` when its archetype is wrong, or its address is taken.
    """
    archetype = choice.archetype
    named = places(archetype.text)
    slug = slugify(values.get("slug") or values["title"])
    full = {**dict.fromkeys(PLACES, ""), **values}
    name = f"{date.date.isoformat()}-{slug}" if "date" in named else slug
    # The UID of an event comes from its id: as unique as the document's address is.
    event_id = name if _has_date(config) else slug
    full |= {"date": written(date), "slug": slug, "id": event_id, "section": choice.section}
    full["end"] = _on_its_day(full["start"], full["end"])
    for end in ("start", "end"):
        if full[end] and not _is_moment(full[end]):
            raise bad_answer(end, full[end], meant_moment(full[end]) or A_MOMENT)
    check_period(full["start"], full["end"], config.timezone)
    if wrong := check_places(archetype.text, full, archetype.path):
        raise UsageError(*wrong)
    above = "" if config.content_folder == "." else config.content_folder
    folder = "/".join(step for step in (above, choice.section) if step)
    _check_free(root, config, choice.section, folder, name, slug)
    ending = "/index.md" if is_bundle or archetype.is_bundle else ".md"
    path = f"{folder}/{name}{ending}".removeprefix("/")
    text = fill(in_section(archetype.text, choice.section), full)
    settings = ParseSettings(
        config.language,
        config.typography_of(""),
        config.markdown.engine,
        shortcodes=shortcodes,
        languages=config.typographies,
    )
    document_id = f"{choice.section}/{name}{ending}".removeprefix("/")
    parsed = parse_document(text.encode(), document_id, settings)
    if parsed.diagnostics:  # its lines are those of the archetype
        raise UsageError(
            *(
                msgspec.structs.replace(diagnostic, path=archetype.path)
                for diagnostic in parsed.diagnostics
            )
        )
    return Draft(path, config.content_folder, text, archetype)


def write_draft(root: str, document: Draft) -> str:
    """Write *document* with what goes beside it, and return its path on disk.

    Nothing that exists is overwritten. Raises `UsageError` or `OutputError`.
    """
    path = os.path.join(root, *document.path.split("/"))
    content = os.path.normpath(os.path.join(os.path.realpath(root), document.content))
    if not stays_inside(path, content):
        values = {"value": document.path, "known": f"{document.content}/"}
        raise UsageError(Diagnostic("section-unknown", values=values))
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(document.text)
        for relative, source in document.archetype.beside:
            target = os.path.join(os.path.dirname(path), *relative.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not os.path.lexists(target):
                shutil.copyfile(source, target)
    except FileExistsError:
        values = {"path": document.path, "slug": "…"}
        raise UsageError(Diagnostic("document-exists", values=values)) from None
    except OSError as error:
        raise disk_refused(error, document.path) from error
    return path


def _has_date(config: SiteConfig) -> bool:
    """Whether the addresses of articles tell one title of two days apart."""
    return any(part in config.urls.article for part in ("{year}", "{month}", "{day}"))


def _check_free(
    root: str, config: SiteConfig, section: str, folder: str, name: str, slug: str
) -> None:
    """Raise `UsageError` where the address of a new document is another's already."""
    taken = _taken(os.path.join(root, *folder.split("/")))
    if not section:  # a page has the address that a section of its name has
        taken = {slugify(title): f"{title}/" for title in config.sections} | taken
    twin = taken.get(name) if _has_date(config) else taken.get(_DATED.sub("", name, count=1))
    if twin is None:
        return
    free = next(n for n in range(2, 10_000) if f"{slug}-{n}" not in taken)
    values = {"path": f"{folder}/{twin}".removeprefix("/"), "slug": f"{slug}-{free}"}
    raise UsageError(Diagnostic("document-exists", values=values))


def _taken(folder: str) -> dict[str, str]:
    """Return the documents in *folder* by their name, and by their name without its date."""
    folders: dict[str, str] = {}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        plain = unicodedata.normalize("NFC", without_ending(name))
        below = os.path.join(folder, name)
        if text := find_document(below, BUNDLE_TEXT) or find_document(below, SECTION_TEXT):
            name = f"{name}/{text}"
        elif not is_document(name) or is_called(name, SECTION_TEXT):
            continue
        folders[plain] = folders[slugify(_DATED.sub("", plain, count=1))] = name
    return folders
