"""Where each former text goes: its file, its address, what leads there. Pure."""

import posixpath
from collections.abc import Iterable, Mapping

import msgspec

from sitegen.config.urls import UrlPatterns
from sitegen.importing.addresses import Place, best_patterns, choose, last_step
from sitegen.importing.former import FormerText, Standing
from sitegen.importing.links import plain_address
from sitegen.importing.values import day_of, plain
from sitegen.site.urls import slugify

LEFT_OUT = ("private", "password", "trash")
"""Texts that never were for everybody: they are listed, and not written."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A text without its body: what decides where it goes."""

    id: str
    origin: str
    title: str
    place: Place
    folder: str
    """Of its file, below ``content/``: the section's, or one below it."""
    others: tuple[str, ...]
    name: str
    is_section: bool
    standing: Standing
    tags: tuple[str, ...] = ()


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    """Of the file, below ``content/``."""
    slug: str
    """What the front matter says; empty where the file's name says it."""
    address: str
    aliases: tuple[str, ...]
    is_section: bool = False
    """Whether it introduces its section."""


def see(text: FormerText) -> Seen:
    """Return what of *text* has to be known before any can be written."""
    return Seen(
        id=text.id,
        origin=text.origin,
        title=plain(text.title),
        place=Place(text.address, text.section.strip("/"), text.date),
        folder="/".join(map(slugify, filter(None, text.section.split("/")))),
        others=text.former_addresses,
        name=text.name,
        is_section=text.is_section,
        standing=text.standing,
        tags=tuple(map(plain, text.tags)),
    )


def with_sections(seen: Iterable[Seen], named: Iterable[str]) -> list[Seen]:
    """Return *seen* with the section of each: the nearest folder that is one, else the first.

    *named*: those of the settings. A build decides the same (`site.sections.section_of`).
    """
    texts = list(seen)
    introduced = {one.folder for one in texts if one.is_section}
    known = {slugify(one) for one in named} | introduced
    placed = [
        msgspec.structs.replace(one, place=_within(one, _nearest(one.folder, known)))
        for one in texts
    ]
    without = section_folders(placed, named) - introduced
    return [_introducing(one, without) for one in placed]


def _within(one: Seen, section: str) -> Place:
    folders = one.folder.removeprefix(section).strip("/") if section else ""
    return one.place._replace(section=section, folders=folders)


def section_folders(seen: Iterable[Seen], named: Iterable[str]) -> set[str]:
    """Return the folders that have a page of their own: those *named*, and those of articles."""
    of_texts = {
        one.folder if one.is_section else one.place.section
        for one in seen
        if one.is_section or one.place.date is not None
    }
    return ({slugify(one) for one in named} | of_texts) - {""}


def _introducing(one: Seen, without: set[str]) -> Seen:
    """Return *one* as the introduction of a section, where it is the page at its address."""
    folder = one.place.address.strip("/")
    is_page = one.place.date is None and one.standing == "public" and not one.others
    if not is_page or folder not in without:
        return one
    without.remove(folder)
    place = one.place._replace(section=folder)
    return msgspec.structs.replace(one, is_section=True, folder=folder, place=place)


def _nearest(folder: str, known: set[str]) -> str:
    nearest = folder
    while nearest and nearest not in known:
        nearest = nearest.rpartition("/")[0]
    return nearest or folder.split("/")[0]


def choose_patterns(seen: Iterable[Seen]) -> UrlPatterns:
    """Return the patterns of addresses that keep most of those that readers know."""
    return best_patterns(
        one.place for one in seen if not one.is_section and one.standing == "public"
    )


def place_all(
    seen: Iterable[Seen],
    patterns: UrlPatterns,
    before: Mapping[str, str],
    reserved: Iterable[str] = (),
) -> dict[str, Placed]:
    """Return where each text goes, by its id; those of *before* keep their file.

    *reserved*: addresses of pages that a build makes itself, plain: they answer without a text.
    No former address leads to a text where another one stands.
    """
    seen = list(seen)
    there = {one.id for one in seen}
    # A text that is gone leaves its place to one that comes to it: it may have been renamed.
    taken = {path.lower(): known for known, path in before.items() if known in there}
    own = set(reserved)
    addresses = set(own)
    placed: dict[str, Placed] = {}
    for one in seen:
        if one.standing in LEFT_OUT:
            continue
        address, known = "", before.get(one.id, "")
        # What has a file keeps its address, also where others took that name before it.
        slug = _kept_slug(one, known) if known and not one.is_section else _slug(one)
        for number in range(1, 10_000):
            tried = slug if number == 1 else f"{slug}-{number}"
            path = known or _path(one, tried)
            chosen = choose(
                one.place, patterns, tried, one.others, page=_page(one, path, patterns.page)
            )
            address = plain_address(chosen.address)
            is_free = taken.get(path.lower(), one.id) == one.id and (
                one.is_section or address not in addresses
            )
            if is_free or one.id in before:
                break
        taken[path.lower()] = one.id
        addresses.add(address)
        is_said = one.is_section or _named_slug(path) == tried
        placed[one.id] = Placed(
            path=path, slug="" if is_said else tried, address=chosen.address,
            aliases=chosen.aliases, is_section=one.is_section,
        )  # fmt: skip
    answered = {one.casefold() for one in (*addresses, "/")}
    return {
        key: msgspec.structs.replace(one, aliases=_leading(one.aliases, answered))
        for key, one in placed.items()
    }


def _leading(aliases: Iterable[str], answered: set[str]) -> tuple[str, ...]:
    """Return those of *aliases* at which nothing stands; they are *answered* from then on."""
    free = [one for one in aliases if plain_address(one).casefold() not in answered]
    answered.update(plain_address(one).casefold() for one in free)
    return tuple(free)


def _kept_slug(one: Seen, path: str) -> str:
    return _named_slug(path) if one.place.date is not None else _stem(path)


def _slug(one: Seen) -> str:
    address = last_step(one.place.address)
    return slugify(address or one.name or one.title)


def _path(one: Seen, slug: str) -> str:
    if one.is_section:
        return posixpath.join(one.folder, "_index.md")
    if one.place.date is not None:
        return posixpath.join(one.folder, f"{day_of(one.place.date).isoformat()}-{slug}.md")
    steps = [slugify(step) for step in one.place.address.strip("/").split("/")[:-1] if step]
    return posixpath.join(*(steps or [one.folder]), f"{slug}.md")


def _page(one: Seen, path: str, pattern: str) -> str:
    """Return the address of a text that its file's place decides; nothing for an article."""
    if one.is_section:
        return f"/{posixpath.dirname(path)}/".replace("//", "/")
    return "" if one.place.date is not None else pattern.format(path=path.removesuffix(".md"))


def _named_slug(path: str) -> str:
    name = _stem(path)
    dated = name[:10].replace("-", "").isdigit() and name[10:11] == "-"
    return name[11:] if dated else name


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")
