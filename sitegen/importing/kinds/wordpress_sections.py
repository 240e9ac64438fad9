"""Which of a post's categories is its section, and the menu of an export of WordPress. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol
from urllib.parse import unquote

from sitegen.importing.addresses import list_address
from sitegen.importing.former import FormerLine
from sitegen.importing.kinds.wordpress_agenda import EVENT
from sitegen.importing.kinds.wordpress_export import Channel, Item
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

    def __init__(self, channel: Channel, used: Mapping[str, int]) -> None:
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
        chosen = [one for one in categories if one not in UNSORTED]
        if self._ids.get(primary) in chosen:
            return slugify(self._top(self._ids[primary]))
        if not chosen:
            return _ELSE["post"]
        most = max(chosen, key=lambda one: (self._used.get(one, 0), -self._rank.get(one, 0)))
        return slugify(self._top(most))

    def title(self, folder: str, type_: str) -> str:
        found = next((one for one in self._categories if slugify(one) == folder), None)
        if found is not None:
            return plain(self._categories[found][0])
        return _TITLES.get(
            _ELSE.get(type_, "") if type_ == EVENT else folder,
            folder.replace("-", " ").capitalize(),
        )

    def lists(self, posts: "Iterable[Filed]", tags: Mapping[str, str]) -> dict[str, str]:
        """Return where the lists of *posts*, which are public, lead now: by their usual address."""
        language = self._channel.language.split("-")[0].lower()
        found = {"/feed/": "/feed.xml"}
        for slug, name in tags.items():
            found[f"/tag/{slug}/"] = list_address("tag", plain(name), language)
        for one in posts:
            if one.type != "page" and one.creator:
                author = self._channel.authors.get(one.creator) or one.creator
                found[f"/author/{one.creator}/"] = list_address("author", author, language)
            for slug in one.categories if one.type == "post" else ():
                former, known = f"/category/{self._path(slug)}/", self._categories.get(slug)
                if slugify(slug) == one.section:
                    found[former] = f"/{one.section}/"
                elif known and slug not in UNSORTED:
                    found.setdefault(former, list_address("tag", plain(known[0]), language))
        return found

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
    items: Iterable[Item],
    posts: Mapping[str, Addressed],
    sections: Collection[str],
    channel: Channel,
) -> tuple[FormerLine, ...]:
    """Return the lines of the menu of a page's head, those below others after them.

    An export does not say where a menu stood: its name tells, else the longest is taken.
    """
    menus: dict[str, list[Item]] = {}
    for item in items:
        menu = next((one.slug for one in item.terms if one.domain == "nav_menu"), "")
        if item.standing == "public" and not menu.startswith(_FEET):
            menus.setdefault(menu, []).append(item)
    if not menus:
        return ()
    counts = Counter({name: len(lines) for name, lines in menus.items()})
    named = [name for name in menus if any(one in name for one in _HEADS)]
    chosen = menus[max(named or menus, key=lambda name: counts[name])]
    lines = (
        _line(one, posts, sections, channel) for one in sorted(chosen, key=lambda one: one.order)
    )
    return tuple(one for one in lines if one)


def _line(
    item: Item, posts: Mapping[str, Addressed], sections: Collection[str], channel: Channel
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
