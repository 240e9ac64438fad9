"""A former site becomes a new one: the steps, in order. Reads the source, writes the folder."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from sitegen.importing.addresses import all_address, can_lead_on, lost, made_by_builds
from sitegen.importing.fetching import Fetcher
from sitegen.importing.folder import Folder
from sitegen.importing.former import FormerSite, ImportNote
from sitegen.importing.links import FormerAddresses, plain_address
from sitegen.importing.lists import former_lists
from sitegen.importing.material import Material
from sitegen.importing.media import Media
from sitegen.importing.placing import (
    LEFT_OUT,
    Placed,
    Seen,
    choose_patterns,
    place_all,
    section_folders,
    see,
    with_sections,
)
from sitegen.importing.report import ImportReport
from sitegen.importing.settings import (
    EXAMPLE_URL,
    LANGUAGE,
    TIMEZONE,
    authors_file,
    redirects,
    site_settings,
    written_sections,
)
from sitegen.importing.source import FormerSource
from sitegen.importing.telling import REPORT, report_page
from sitegen.importing.texts import TextWriter
from sitegen.importing.writing import settings
from sitegen.names import CONTENT, SITE_FILE
from sitegen.wording.translation import _

_HOST_FILES = ("CNAME", "static/CNAME", "public/CNAME", "content/extra/CNAME", "extra/CNAME")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class ImportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says of the new site; empty: what the source tells."""

    url: str = ""
    language: str = ""
    timezone: str = ""
    addresses: tuple[str, ...] = ()
    """Former addresses that the result is held against."""


def move(
    source: FormerSource,
    kind: str,
    folder: Folder,
    wishes: ImportOptions,
    *,
    fetcher: Fetcher | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportReport:
    """Write the former site of *source* into *folder* and return what became of it.

    *progress* is told how many texts were written, of how many. Raises `UsageError` for a
    source that cannot be read, `OutputError` where the disk refuses; no new folder is left then.
    """
    source.timezone = wishes.timezone
    site = _without_lists(_as_wished(_with_host(source.site(), source.material), wishes))
    report = ImportReport()
    report.note("", site.notes)
    report.assumed += _assumed(site)
    texts = (see(text, site.versions) for text in source.texts())
    seen = with_sections(texts, site.sections)
    versions = {text.version for text in seen if text.standing not in LEFT_OUT} - {""}
    known = folder.known
    report.patterns = patterns = known.patterns if known else choose_patterns(seen)
    own = made_by_builds(site.language)
    sections = {plain_address(folder) for folder in section_folders(seen, site.sections)}
    own |= sections | {f"/{version.lower()}/" for version in versions}
    placed = place_all(seen, patterns, known.texts if known else {}, own)
    gone = set((known.texts if known else {}).values()) - {place.path for place in placed.values()}
    report.note("", [ImportNote("withdrawn", path) for path in sorted(gone)])
    for article in seen:
        address = article.place.address
        is_own = address and plain_address(address) in own and not article.is_section
        if is_own and (file := placed.get(article.id)):
            report.note(article.origin, [ImportNote("own page", address, file.address)])
    media = Media(site, fetcher, lambda path: folder.holds(f"{CONTENT}/{path}"))
    by_address = {**media.paths, **dict(_text_addresses(seen, placed))}
    by_source = {text.origin: placed[text.id].path for text in seen if text.id in placed}
    lists = {plain_address(folder): f"/{folder}/" for folder in written_sections(site, seen)}
    lists |= {plain_address(redirect): now for redirect, now in redirects(site).items()}
    lists |= {f"{root}/": f"{root}/" for root in ("", *(f"/{tag.lower()}" for tag in versions))}
    former = former_lists(source, [text for text in seen if not text.version])
    lists |= former.answered
    sources = media.by_source | by_source
    addresses = FormerAddresses(site.url, by_address, sources, media.elsewhere, lists)
    writer = TextWriter(placed, addresses, media, folder, report)
    for number, text in enumerate(source.texts(), 1):
        writer.write(source.complete(text))
        progress(number, len(seen))
    writer.finish(site.engine)
    _write_media(media, sorted(writer.used), source, folder, report)
    report.note("", (note for path, note in media.renamed.items() if path in writer.used))
    unused = sorted(set(media.files) - writer.used)
    report.note("", [ImportNote("unused file", _("files"), file) for file in unused])
    chosen = site_settings(site, seen, patterns, by_address, former)
    _write_settings(site, chosen, folder, writer)
    answered = {*lists, *media.paths, *sections}
    _count_addresses(report, seen, placed, wishes.addresses, own, answered)
    if fetcher is not None:
        report.note(
            "", (ImportNote("not fetched", url, why) for url, why in fetcher.failed.items())
        )
    report.written = dict(folder.outcomes)
    folder.leave(REPORT, report_page(report).encode())
    folder.finish(kind, patterns, {name: where.path for name, where in placed.items()})
    return report


def _with_host(site: FormerSite, material: Material) -> FormerSite:
    """Return *site* with the host that its `CNAME` names, which hosts of files read, if nothing
    else tells it.
    """
    name = next((name for name in _HOST_FILES if name in material), "") if not site.url else ""
    host = material.read_text(name).strip() if name else ""
    known = _HOST.fullmatch(host) is not None
    return msgspec.structs.replace(site, url=f"https://{host}") if known else site


def _as_wished(site: FormerSite, wishes: ImportOptions) -> FormerSite:
    given = {key: getattr(wishes, key) for key in ("url", "language", "timezone")}
    return msgspec.structs.replace(site, **{key: value for key, value in given.items() if value})


def _assumed(site: FormerSite) -> Iterator[str]:
    """Yield what `site.yaml` says although nothing told it."""
    for key, value in (("url", EXAMPLE_URL), ("language", LANGUAGE), ("timezone", TIMEZONE)):
        if not getattr(site, key):
            yield f"{key}: {value}"


def _without_lists(site: FormerSite) -> FormerSite:
    """Return *site* without sections that stood where a build writes a list of its own, such as
    `tags/`: what they held are pages.
    """
    lists = {plain_address(all_address(kind, site.language)) for kind in ("tag", "author")}
    sections = {name: at for name, at in site.sections.items() if plain_address(name) not in lists}
    return msgspec.structs.replace(site, sections=sections)


def _text_addresses(seen: Sequence[Seen], placed: dict[str, Placed]) -> Iterator[tuple[str, str]]:
    """Yield every address that means a text, the new and the former ones, with its file."""
    for text in seen:
        if text.id in placed:
            where = placed[text.id]
            for address in (where.address, text.place.address, *text.others):
                if address:
                    yield plain_address(address), where.path


def _write_media(
    media: Media, used: Sequence[str], source: FormerSource, folder: Folder, report: ImportReport
) -> None:
    for path in used:
        if not media.files[path].path and media.is_there(path):
            continue
        content = media.take(path, source.read_file)
        if content is None:
            report.note("", [ImportNote("missing file", media.files[path].address)])
        else:
            folder.write(f"{CONTENT}/{path}", content)


def _write_settings(
    site: FormerSite, chosen: dict[str, Any], folder: Folder, writer: TextWriter
) -> None:
    folder.write(SITE_FILE, settings(chosen).encode())
    places = {name: {"name": name} for name in sorted(writer.places)}
    if venues := places | dict(site.venues):
        folder.write(f"{CONTENT}/_data/venues.yaml", settings(venues).encode())
    if people := authors_file(site, writer.handles):
        folder.write(f"{CONTENT}/_data/authors.yaml", settings(people).encode())
    folder.write(".gitignore", b"output/\n.sitegen/\n")


def _count_addresses(
    report: ImportReport,
    seen: Sequence[Seen],
    placed: dict[str, Placed],
    former: tuple[str, ...],
    own: set[str],
    answered: Iterable[str],
) -> None:
    """Count which former addresses answer: those of texts, and those of the list *former*.

    *answered*: where files and lists stood that have an address here, as `plain_address` writes it.
    """
    answered = {"/", *answered}
    for text in seen:
        if text.id not in placed:
            continue
        where = placed[text.id]
        there = {plain_address(address) for address in (where.address, *where.aliases)}
        answered |= there
        known = [text.place.address] if text.place.address else [*_asking(text.others)]
        if known and text.standing == "public":
            report.kept += plain_address(known[0]) == plain_address(where.address)
            report.redirected += len(where.aliases)
            asked = dict.fromkeys((*known, *_of_files(text.others)))
            unanswered = [path for path in asked if plain_address(path) not in there | own]
            report.unanswered += unanswered
            report.meant |= dict.fromkeys(unanswered, where.address)
    report.checked = len(former)
    report.lost = lost(former, answered)


def _of_files(addresses: Iterable[str]) -> Iterator[str]:
    """Yield those of *addresses* at which no page can lead on."""
    yield from (address for address in addresses if not can_lead_on(address))


def _asking(addresses: Iterable[str]) -> Iterator[str]:
    """Yield those of *addresses* that hold a question: no file can answer to them."""
    yield from (address for address in addresses if "?" in address)
