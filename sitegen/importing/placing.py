"""Where each former text goes: its file, its address, what leads there. Pure."""

import posixpath
from collections.abc import Container, Iterable, Mapping

import msgspec

from sitegen.border.meant_dates import leading_day
from sitegen.config.urls import UrlPatterns
from sitegen.importing.addresses import DatedPlace, best_patterns, choose, slug_of
from sitegen.importing.former import FormerText, Standing
from sitegen.importing.links import plain_address
from sitegen.importing.values import day_of, plain
from sitegen.site.urls import chosen_slug, slugify

LEFT_OUT = ("private", "password", "trash")
"""Texts that never were for everybody: they are listed, and not written."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A text without its body: what decides where it goes."""

    id: str
    origin: str
    title: str
    place: DatedPlace
    folder: str
    """Of its file, below ``content/``: the section's, or one below it."""
    others: tuple[str, ...]
    name: str
    is_section: bool
    standing: Standing
    tags: tuple[str, ...] = ()
    version: str = ""
    """The language that it is in, where the site has a version in it; empty: the first one."""

    @property
    def root(self) -> str:
        """What addresses of its language begin with: `/en`; empty for the first one."""
        return f"/{self.version.lower()}" if self.version else ""

    @property
    def inner(self) -> str:
        """Its former address below that."""
        address = self.place.address
        return address.removeprefix(self.root) if address.startswith(f"{self.root}/") else address


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    """Of the file, below ``content/``."""
    slug: str
    """What the front matter says; empty where the file's name says it."""
    address: str
    aliases: tuple[str, ...]
    is_section: bool = False
    """Whether it introduces its section."""


def see(text: FormerText, versions: Container[str] = ()) -> Seen:
    """Return what of *text* has to be known before any can be written; *versions*: the languages
    that the site is in beside its first.
    """
    return Seen(
        id=text.id,
        origin=text.origin,
        title=plain(text.title),
        place=DatedPlace(text.address, text.section.strip("/"), text.date),
        folder="/".join(map(slugify, filter(None, text.section.split("/")))),
        others=text.former_addresses,
        name=text.name,
        is_section=text.is_section,
        standing=text.standing,
        tags=tuple(map(plain, text.tags)),
        version=text.lang if text.lang in versions else "",
    )


def with_sections(seen: Iterable[Seen], named: Iterable[str]) -> list[Seen]:
    """Return *seen* with the section of each: the nearest folder that is one, else the first.

    *named*: those of the settings. A build decides the same (`site.sections.section_of`).
    """
    texts = list(seen)
    introduced = {text.folder for text in texts if text.is_section}
    known = {slugify(word) for word in named} | introduced
    placed = [
        msgspec.structs.replace(text, place=_within(text, _nearest(text.folder, known)))
        for text in texts
    ]
    without = section_folders(placed, named) - introduced
    return [_introducing(text, without) for text in placed]


def _within(seen: Seen, section: str) -> DatedPlace:
    folders = seen.folder.removeprefix(section).strip("/") if section else ""
    return seen.place._replace(section=section, folders=folders)


def section_folders(seen: Iterable[Seen], named: Iterable[str]) -> set[str]:
    """Return the folders that have a page of their own: those *named*, and those of articles."""
    of_texts = {
        text.folder if text.is_section else text.place.section
        for text in seen
        if text.is_section or text.place.date is not None
    }
    return ({slugify(word) for word in named} | of_texts) - {""}


def _introducing(seen: Seen, without: set[str]) -> Seen:
    """Return *seen* as the introduction of a section, where it is the page at its address."""
    folder = seen.place.address.strip("/")
    is_page = seen.place.date is None and seen.standing == "public" and not seen.others
    is_page = is_page and not seen.version
    if not is_page or folder not in without:
        return seen
    without.remove(folder)
    place = seen.place._replace(section=folder)
    return msgspec.structs.replace(seen, is_section=True, folder=folder, place=place)


def _nearest(folder: str, known: set[str]) -> str:
    nearest = folder
    while nearest and nearest not in known:
        nearest = nearest.rpartition("/")[0]
    return nearest or folder.split("/")[0]


def choose_patterns(seen: Iterable[Seen]) -> UrlPatterns:
    """Return the patterns of addresses that keep most of those that readers know."""
    return best_patterns(
        text.place._replace(address=text.inner)
        for text in seen
        if not text.is_section and text.standing == "public"
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
    there = {text.id for text in seen}
    # A text that is gone leaves its place to one that comes to it: it may have been renamed.
    taken = {path.lower(): known for known, path in before.items() if known in there}
    own = set(reserved)
    addresses = set(own)
    placed: dict[str, Placed] = {}
    for text in seen:
        if text.standing in LEFT_OUT:
            continue
        address, known = "", before.get(text.id, "")
        # What has a file keeps its address, also where others took that name before it.
        slug = _kept_slug(text, known) if known and not text.is_section else _slug(text)
        if text.is_section and taken.get(_path(text, "").lower(), text.id) != text.id:
            text = msgspec.structs.replace(text, is_section=False)  # another introduces it
            slug = _slug(text)
        for number in range(1, 10_000):
            tried = slug if number == 1 else f"{slug}-{number}"
            path = known or _path(text, slugify(tried))
            inner = path.removeprefix(f"{text.version}/") if text.version else path
            page = _page(text, posixpath.join(posixpath.dirname(inner), tried), patterns.page)
            chosen = choose(
                text.place, patterns, tried, text.others, page=page, root=text.root
            )  # fmt: skip
            address = plain_address(chosen.address).casefold()
            is_free = taken.get(path.lower(), text.id) == text.id and (
                text.is_section or address not in addresses
            )
            if is_free or text.id in before:
                break
        taken[path.lower()] = text.id
        addresses.add(address)
        is_said = text.is_section or _named_slug(path) == tried
        placed[text.id] = Placed(
            path=path, slug="" if is_said else tried, address=chosen.address,
            aliases=chosen.aliases, is_section=text.is_section,
        )  # fmt: skip
    answered = {path.casefold() for path in (*addresses, "/")}
    return {
        key: msgspec.structs.replace(place, aliases=_leading(place.aliases, answered))
        for key, place in placed.items()
    }


def _leading(aliases: Iterable[str], answered: set[str]) -> tuple[str, ...]:
    """Return those of *aliases* at which nothing stands; they are *answered* from then on."""
    free = [alias for alias in aliases if plain_address(alias).casefold() not in answered]
    answered.update(plain_address(address).casefold() for address in free)
    return tuple(free)


def _kept_slug(seen: Seen, path: str) -> str:
    asked = _slug(seen)  # the name of its file has no capitals, its `slug:` may
    if seen.place.date is None:
        named, expected = _stem(path), _without_day(slugify(asked))
    else:
        named, expected = _named_slug(path), slugify(asked)
    return asked if named == expected else named


def _slug(seen: Seen) -> str:
    known = slug_of(seen.place)
    return chosen_slug(known) if known else slugify(seen.name or seen.title)


def _path(seen: Seen, slug: str) -> str:
    """Return the file of a text; of another language in its folder: `en/agenda/forum.md`."""
    return posixpath.join(seen.version, _first_path(seen, slug))


def _first_path(seen: Seen, slug: str) -> str:
    if seen.is_section:
        return posixpath.join(seen.folder, "_index.md")
    if seen.place.date is not None:
        return posixpath.join(seen.folder, f"{day_of(seen.place.date).isoformat()}-{slug}.md")
    steps = [slugify(step) for step in seen.inner.strip("/").split("/")[:-1] if step]
    return posixpath.join(*(steps or [seen.folder]), f"{_without_day(slug)}.md")


def _without_day(slug: str) -> str:
    """Return the name of the file of a page without a date: none that begins with a day, which a
    build would take for its date, or refuse."""
    day = leading_day(slug)[0]
    return f"{slug[len(day) :].strip('-') or 'page'}-{day}" if day else slug


def _page(seen: Seen, path: str, pattern: str) -> str:
    """Return the address of a text that its file's place decides; nothing for an article.

    *path*: the folder that it stands in, and its slug.
    """
    if seen.is_section:
        return f"/{posixpath.dirname(path)}/".replace("//", "/")
    return "" if seen.place.date is not None else pattern.format(path=path)


def _named_slug(path: str) -> str:
    name = _stem(path)
    dated = name[:10].replace("-", "").isdigit() and name[10:11] == "-"
    return name[11:] if dated else name


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")
