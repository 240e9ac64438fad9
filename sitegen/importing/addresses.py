"""Which address each text gets: the pattern that keeps most, the slug, and what led there. Pure."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Container, Iterable
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from sitegen.config.urls import UrlPatterns
from sitegen.importing.former import Day
from sitegen.importing.links import plain_address
from sitegen.importing.values import day_of
from sitegen.model import Moment
from sitegen.site.media_types import UNKNOWN, media_type
from sitegen.site.urls import alias_path, chosen_slug, permalink, slugify

USUAL = "/{section}/{slug}/"
PATTERNS = (
    USUAL,
    "/{slug}/",
    "/{year}/{month}/{slug}/",
    "/{year}/{month}/{day}/{slug}/",
    "/{section}/{year}/{month}/{slug}/",
    "/{section}/{year}/{month}/{day}/{slug}/",
    "/{section}/{year}/{slug}/",
    "/{year}/{slug}/",
    "/{section}/{slug}.html",
    "/{slug}.html",
    "/{year}/{month}/{slug}.html",
    "/{year}/{month}/{day}/{slug}.html",
    "/{section}/{year}/{month}/{day}/{slug}.html",
    "/{section}/{year}-{month}-{day}-{slug}/",
    "/{year}-{month}-{day}-{slug}/",
    "/{section}/{path}/",
    "/{path}/",
    "/{section}/{path}.html",
    "/{path}.html",
)
"""What an article's address can be made of; of two that keep as much, the first."""
PAGES = ("/{path}/", "/{path}.html")
"""What a page's address can be made of."""
_LAST = re.compile(r"([^/]+?)(?:\.html?|\.php)?/?$")


class DatedPlace(NamedTuple):
    """What decides the address of a dated text."""

    address: str
    """The former one, decoded; may be empty."""
    section: str
    date: Day | None
    folders: str = ""
    """Those between the section's and the file."""


class Chosen(NamedTuple):
    slug: str
    """Empty: what the file's name gives."""
    address: str
    """The new address, decoded."""
    aliases: tuple[str, ...]


def made_by_builds(language: str) -> set[str]:
    """Return the addresses at which a build writes pages of its own, as `plain_address` does."""
    fields = ("tag", "author", "archives", "agenda", "agenda_past", "agenda_subscribe")
    made = {plain_address(all_address(field, language)) for field in fields}
    return made | {"/", "/404.html"}


def list_address(kind: str, name: str, language: str) -> str:
    """Return the address of the list of a `tag` or an `author` called *name*."""
    pattern = getattr(UrlPatterns().in_language(language or "fr"), kind)
    return permalink(pattern, section="", slug=slugify(name), date=None)


def all_address(kind: str, language: str) -> str:
    """Return the address of the page of all lists of a kind: `/auteurs/`."""
    return str(getattr(UrlPatterns().in_language(language or "fr"), kind)).partition("{")[0]


def last_step(address: str) -> str:
    """Return the last step of an address without an ending: `forum` of `/2019/forum.html`."""
    match = _LAST.search(address.removesuffix("index.html"))
    return match[1] if match else ""


def slug_of(place: DatedPlace) -> str:
    """Return the last step of the address of a text, without the day that it may begin with."""
    step = last_step(place.address)
    day = "" if place.date is None else f"{day_of(place.date).isoformat()}-"
    return step.removeprefix(day) if day else step


def best_patterns(places: Iterable[DatedPlace]) -> UrlPatterns:
    """Return the patterns that leave most of *places* where they are: for articles, for those of
    single sections where these keep a fifth more, and for pages.
    """
    known = [place for place in places if place.address]
    patterns = UrlPatterns(article=best_pattern(known), page=_of_pages(known))
    for section in sorted({address.section for address in known} - {""}):
        own = [
            address for address in known if address.section == section and address.date is not None
        ]
        usual, best = patterns.article_in(section), best_pattern(own)
        kept = _kept(own, (usual, best))
        gain = kept[best] - kept[usual]
        if gain > 1 and gain * 5 >= len(own):
            sections = {**patterns.sections, section: best}
            patterns = msgspec.structs.replace(patterns, sections=sections)
    return patterns


def _of_pages(places: Iterable[DatedPlace]) -> str:
    """Return the pattern that leaves most pages where they are."""
    kept: Counter[str] = Counter()
    for address in (place.address for place in places if place.date is None):
        steps = address.strip("/").split("/")
        path = "/".join([*map(slugify, steps[:-1]), chosen_slug(last_step(address))])
        kept.update(pattern for pattern in PAGES if pattern.format(path=path) == _whole(address))
    return max(PAGES, key=lambda pattern: kept[pattern])


def best_pattern(places: Iterable[DatedPlace]) -> str:
    """Return the pattern for articles that leaves most of *places* where they are.

    Before those of `PATTERNS` may stand what most addresses begin with: `/blog/{year}/{slug}/`.
    """
    dated = [place for place in places if place.address and place.date is not None]
    patterns = [*PATTERNS, *_prefixed(dated)]
    kept = _kept(dated, patterns)
    return max(patterns, key=lambda pattern: kept[pattern])  # of as many the first


def _kept(dated: Iterable[DatedPlace], patterns: Collection[str]) -> Counter[str]:
    """Return how many articles each of *patterns* leaves where they are."""
    kept: Counter[str] = Counter()
    for place in dated:
        slug = slug_of(place)
        if slug != chosen_slug(slug):
            continue
        whole = _whole(place.address)
        kept.update({pattern for pattern in patterns if _filled(pattern, place, slug) == whole})
    return kept


def _prefixed(places: Iterable[DatedPlace]) -> list[str]:
    """Return the patterns behind the step that most addresses begin with, if it is a word."""
    counted = Counter(place.address.strip("/").partition("/")[0] for place in places)
    first = next((word for word, _count in counted.most_common(1)), "")
    if not first or first != slugify(first) or first.isdigit():
        return []
    return [f"/{first}{pattern}" for pattern in PATTERNS if "{section}" not in pattern]


def choose(
    place: DatedPlace, patterns: UrlPatterns, slug: str, others: Iterable[str], *, page: str = "",
    root: str = "",
) -> Chosen:  # fmt: skip
    """Return the address of a text under *patterns*, with *others* as further former addresses.

    *page*: the address of a text without a date, which its file's place decides. *root*: what
    stands before both, of another language than the site's first: `/en`.
    """
    address = root + (page or _filled(patterns.article_in(place.section), place, slug))
    former = [
        path for path in (place.address, *others) if path and _is_plain(path) and can_lead_on(path)
    ]
    own = plain_address(address).casefold()  # two files of one name are one on some disks
    aliases = [_written(path) for path in former if plain_address(path).casefold() != own]
    return Chosen(slug, address, tuple(dict.fromkeys(aliases)))


def can_lead_on(address: str) -> bool:
    """Whether readers take a page at *address* for one: not at `/bilan.md`, a file's address."""
    return media_type(alias_path(address)) in ("text/html", UNKNOWN)


def lost(addresses: Iterable[str], answered: Container[str]) -> list[str]:
    """Return those of *addresses* that nothing of the new site answers to."""
    return [address for address in addresses if plain_address(address) not in answered]


def _filled(pattern: str, place: DatedPlace, slug: str) -> str:
    date = None if place.date is None else Moment(_moment(place.date), is_date=True)
    return permalink(pattern, section=place.section, slug=slug, date=date, folders=place.folders)


def _moment(day: Day) -> dt.datetime:
    return dt.datetime.combine(day_of(day), dt.time())


def _whole(address: str) -> str:
    return address.removesuffix("index.html")


def _is_plain(address: str) -> bool:
    """Whether a file can stand at *address*: no query tells what it is, no step leads up."""
    return "?" not in address and ".." not in address.split("/")


def _written(address: str) -> str:
    path = address if address.startswith("/") else f"/{address}"
    return quote(path, safe="/!$&'*+,;=@:~().-_") if "%" not in path else path
