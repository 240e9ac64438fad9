"""Which of a post's categories is its section, and the menu of an export of WordPress. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol
from urllib.parse import unquote

from sitegen.importing.addresses import list_address
from sitegen.importing.former import FormerLine
from sitegen.importing.kinds.wordpress_agenda import EVENT
from sitegen.importing.kinds.wordpress_export import ExportedChannel, ExportedItem
from sitegen.importing.values import plain
from sitegen.site.urls import slugify

UNSORTED = ("uncategorized", "uncategorised", "non-classe", "non-categorise", "sans-categorie")
"""What WordPress puts a post in that nobody sorted."""
_ELSE = {"post": "articles", EVENT: "evenements"}
_TITLES = {"articles": "Articles", "evenements": "Événements"}
_HEADS = ("main", "primary", "principal", "header", "top", "menu-1")
_FEET = ("foot", "pied", "social", "legal", "mention", "secondary", "secondaire")


class Sections:
    """Sections of articles: the category that their addresses name, or the one used most."""

    def __init__(self, channel: ExportedChannel, used: Mapping[str, int]) -> None:
        self._channel = channel
        self._categories = channel.categories
        self._ids = channel.category_ids
        self._used = used
        self._rank = {slug: number for number, slug in enumerate(channel.categories)}

    def of(self, type_: str, address: str, categories: Collection[str], primary: str) -> str:
        """Return the folder; empty for a page."""
        if type_ == "page":
            return ""
        steps = [step for step in address.split("/") if step]
        if type_ != "post":
            return slugify(steps[0] if len(steps) > 1 else _ELSE.get(type_, type_))
        if len(steps) > 1 and steps[0] in {*categories, *map(self._top, categories)}:
            return slugify(steps[0])
        chosen = [category for category in categories if category not in UNSORTED]
        if self._ids.get(primary) in chosen:
            return slugify(self._top(self._ids[primary]))
        if not chosen:
            return _ELSE["post"]
        most = max(
            chosen, key=lambda category: (self._used.get(category, 0), -self._rank.get(category, 0))
        )
        return slugify(self._top(most))

    def title(self, folder: str, type_: str) -> str:
        category = next(
            (category for category in self._categories if slugify(category) == folder), None
        )
        if category is not None:
            return plain(self._categories[category][0])
        return _TITLES.get(
            _ELSE.get(type_, "") if type_ == EVENT else folder,
            folder.replace("-", " ").capitalize(),
        )

    def lists(self, posts: "Iterable[Filed]", tags: Mapping[str, str]) -> dict[str, str]:
        """Return where the lists of *posts*, which are public, lead now: by their usual address."""
        language = self._channel.language.split("-")[0].lower()
        names = {slugify(login): name for login, name in self._channel.authors.items()}
        addresses = {"/feed/": "/feed.xml"}
        for slug, name in tags.items():
            addresses[f"/tag/{slug}/"] = list_address("tag", plain(name), language)
        for post in posts:
            if post.type != "page" and post.creator:
                key = slugify(post.creator)  # what WordPress makes of a login in addresses
                author = names.get(key) or post.creator
                addresses[f"/author/{key}/"] = list_address("author", author, language)
            for slug in post.categories if post.type == "post" else ():
                former, known = f"/category/{self._path(slug)}/", self._categories.get(slug)
                if slugify(slug) == post.section:
                    addresses[former] = f"/{post.section}/"
                elif known and slug not in UNSORTED:
                    addresses.setdefault(former, list_address("tag", plain(known[0]), language))
        return addresses

    def _path(self, slug: str) -> str:
        """Return the steps of a category's address: those above it, and itself."""
        steps = [slug]
        while (parent := self._categories.get(steps[0], ("", ""))[1]) and len(steps) < 10:
            steps.insert(0, parent)
        return "/".join(steps)

    def _top(self, slug: str) -> str:
        """Return the category above all others of *slug*."""
        for _ in range(10):  # an export may hold a circle
            parent = self._categories.get(slug, ("", ""))[1]
            if not parent:
                break
            slug = parent
        return slug


class Addressed(Protocol):
    address: str


class Filed(Protocol):
    type: str
    categories: tuple[str, ...]
    section: str
    creator: str


def menu_lines(
    items: Iterable[ExportedItem],
    posts: Mapping[str, Addressed],
    sections: Collection[str],
    channel: ExportedChannel,
) -> tuple[FormerLine, ...]:
    """Return the lines of the menu of a page's head, those below others after them.

    An export does not say where a menu stood: its name tells, else the longest is taken.
    """
    menus: dict[str, list[ExportedItem]] = {}
    for item in items:
        menu = next((term.slug for term in item.terms if term.domain == "nav_menu"), "")
        if item.standing == "public" and not menu.startswith(_FEET):
            menus.setdefault(menu, []).append(item)
    if not menus:
        return ()
    counts = Counter({name: len(lines) for name, lines in menus.items()})
    named = [name for name in menus if any(word in name for word in _HEADS)]
    chosen = menus[max(named or menus, key=lambda name: counts[name])]
    lines = (
        _line(item, posts, sections, channel)
        for item in sorted(chosen, key=lambda item: item.order)
    )
    return tuple(line for line in lines if line)


def _line(
    item: ExportedItem,
    posts: Mapping[str, Addressed],
    sections: Collection[str],
    channel: ExportedChannel,
) -> FormerLine | None:
    if item.meta.get("_menu_item_menu_item_parent", "0") not in ("", "0"):
        return None  # menus have one level; what stood below is found in its section
    kind, target = item.meta.get("_menu_item_type"), item.meta.get("_menu_item_object_id", "")
    if kind == "post_type" and target in posts:
        return FormerLine(title=item.title, address=posts[target].address)
    if kind == "taxonomy":
        name = slugify(channel.category_ids.get(target, ""))
        return FormerLine(title=item.title, address="", section=name) if name in sections else None
    address = unquote(item.meta.get("_menu_item_url", "").strip())
    return FormerLine(title=item.title, address=address) if address not in ("", "#", "/") else None
