"""`Site`: all that a template can see of the site. Every look at it is a question, and is noted."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

import msgspec
from markupsafe import Markup

from sitegen.border.addresses import names_elsewhere
from sitegen.markup.shortcodes.calls import ELEMENT
from sitegen.markup.tokens import split_tokens
from sitegen.model import Author, Entry, Node, Section, Term, Translation
from sitegen.rendering.view.pictures import PictureView
from sitegen.rendering.view.shortcodes import expand_shortcodes
from sitegen.site.assets import Asset
from sitegen.site.guides import in_reading_order
from sitegen.site.plan.addresses import numbered_url

_INTERNAL = re.compile(r'\s(href|src|poster)="sitegen:([^"?#]*)((?:\?[^"#]*)?(?:#[^"]*)?)"')
_ID = re.compile(r'(\s(?:id|for|headers|aria-labelledby|aria-describedby)="|\shref="#)([^"]+)"')


class MenuLink(NamedTuple):
    title: str
    url: str
    is_external: bool


class Pager(msgspec.Struct, frozen=True):
    """Where a page stands in its list; addresses are empty where there is no such page."""

    number: int
    count: int
    newer: str
    older: str
    urls: Sequence[str]
    """The addresses of all pages, the first one first."""


class Site(PictureView):
    """Answers a template's questions about the site and notes them in `asked`, in order."""

    # Documents

    def entry(self, document_id: str) -> Entry | None:
        """Return a document's metadata by its path below the content; None if it is not public."""
        found: Entry | None = self.ask("entry", document_id)
        return found

    def body(self, document_id: str, prefix: str = "", *, is_plain: bool = False) -> Markup:
        """Return a document's HTML. *prefix* goes before its ids where a page shows several.

        *is_plain*: each image in one size alone, for readers elsewhere.
        """
        html = str(self.ask("body", document_id))
        if ELEMENT in html:
            html = expand_shortcodes(html, self._shortcode)
        if "sitegen:" in html:
            html = _INTERNAL.sub(self._resolved, self._with_pictures(html, is_plain=is_plain))
        if prefix:
            html = _with_prefix(html, prefix)
        return Markup(html)

    def _shortcode(self, name: str, encoded: str, content: str) -> str:
        return self._shared.shortcode(self, name, encoded, content)

    def frame_hosts(self, document_id: str) -> tuple[str, ...]:
        """Return scheme and host of the frames that a body loads when a reader asks for them."""
        found: tuple[str, ...] = self.ask("frame_hosts", document_id)
        return found

    def _resolved(self, found: re.Match[str]) -> str:
        address = self.ask("address", unquote(found[2]))
        if address is None:  # not public now: the text stays, as a placeholder link
            return ""
        return f' {found[1]}="{address.replace("&", "&amp;")}{found[3]}"'

    def articles(
        self, limit: int, kind: str = "all", value: str = "", offset: int = 0
    ) -> tuple[Entry, ...]:
        """Return the first articles of a collection: pinned ones, then the newest."""
        found: tuple[Entry, ...] = self.ask("listing", kind, value, offset, limit)
        return found

    def list_page(self, kind: str, value: str, number: int, per_page: int) -> tuple[Entry, ...]:
        """Return the articles on page *number* (from 1) of a collection."""
        found: tuple[Entry, ...] = self.ask("list_page", kind, value, number, per_page)
        return found

    def pager(self, kind: str, value: str, number: int, per_page: int, url: str) -> Pager:
        """Return the links between the pages of a collection whose first page is at *url*."""
        return _pager(int(self.ask("page_count", kind, value, per_page)), number, url)

    def size(self, kind: str, value: str = "") -> int:
        """Return how many articles a collection holds: it changes with every new one."""
        return int(self.ask("size", kind, value))

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """Return the articles just before and just after, in the same section."""
        found: tuple[Entry | None, Entry | None] = self.ask("neighbours", entry.id)
        return found

    def related(self, entry: Entry, limit: int = 4) -> tuple[Entry, ...]:
        """Return articles of the same section; never empty when the section has others."""
        found: tuple[Entry, ...] = self.ask("related", entry.id, limit)
        return found

    # Sections, terms, archives

    def section(self, section_id: str) -> Section | None:
        """Return a section by its id, or None."""
        found: Section | None = self.ask("section", section_id)
        return found

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, in the order of ``site.yaml``."""
        found: tuple[Section, ...] = self.ask("sections")
        return found

    def trail(self, section: Section | None) -> list[tuple[str, str]]:
        """Return title and address of the sections above *section*, outermost first, and its own.

        They are the steps of a breadcrumb.
        """
        steps = section.id.split("/") if section else []
        names = ["/".join(steps[: number + 1]) for number in range(len(steps))]
        found = (self.section(name) for name in names)
        return [(one.title, one.url) for one in found if one]

    # Guides

    def guide(self, trunk: str = "") -> tuple[Node, ...]:
        """Return the tree of a guide's pages: each with `title`, `url`, `kind`, `children`.

        *trunk*: the section that it begins with (`entry.section.trunk`); empty for the site's.
        """
        found: tuple[Node, ...] = self.ask("guide", trunk)
        return found

    def guide_neighbours(self, trunk: str, url: str) -> tuple[Node | None, Node | None]:
        """Return the pages before and after the page at *url*, in a guide's reading order."""
        places = self.shared(("guide_neighbours", trunk), lambda own: _beside(own.guide(trunk)))
        return places.get(url, (None, None))

    def guide_below(self, trunk: str, url: str) -> tuple[Node, ...]:
        """Return what stands directly below the section at *url* in a guide."""
        nodes = self.guide(trunk)
        if trunk and nodes and nodes[0].url == url:
            return nodes[1:]
        return next((one.children for one in in_reading_order(nodes) if one.url == url), ())

    def translations(self, entry: Entry) -> tuple[Translation, ...]:
        """Return the pages that say the same in other languages: `lang`, `title`, `url`."""
        found: tuple[Translation, ...] = self.ask("translations", entry.id)
        return found

    def edit_url(self, document_id: str) -> str:
        """Return where a document is edited on the web; empty without `repository.edit`."""
        folder = str(self.ask("setting", "repository").edit)
        return f"{folder.rstrip('/')}/{quote(document_id)}" if folder else ""

    def terms(self, kind: str) -> tuple[tuple[Any, int], ...]:
        """Return all `tag` or `author` terms in use, each with its number of articles."""
        found: tuple[tuple[Any, int], ...] = self.ask("terms", kind)
        return found

    def tag(self, slug: str) -> Term | None:
        """Return the tag of that slug, if an article has it."""
        found: Term | None = self.ask("term", "tag", slug)
        return found

    def author(self, slug: str) -> Author | None:
        """Return the author of that slug, if anyone writes under it."""
        found: Author | None = self.ask("term", "author", slug)
        return found

    @property
    def archive(self) -> tuple[tuple[str, int], ...]:
        """The months that have articles (`2022-03`), each with how many, the latest first."""
        found: tuple[tuple[str, int], ...] = self.ask("archive")
        return found

    # Menus, data, files

    def menu(self, name: str) -> tuple[MenuLink, ...]:
        """Return the links of a menu; lines that name nothing public are left out.

        Without a `main` menu, the sections and the agenda are one.
        """
        return self.shared(("menu", name), lambda own: own._menu(name))

    def menu_place(self, name: str, url: str, above: Sequence[str] = ()) -> str:
        """Return the address of the menu's link that is the page at *url* or nearest above it.

        *above*: the addresses of the page's breadcrumb, the nearest last.
        """
        home = self.home_url
        urls = [link.url for link in self.menu(name)]
        for one in (url, *reversed(above)):
            if one in urls and (one == url or one != home):
                return one
        return max(
            (one for one in urls if one.endswith("/") and one != home and url.startswith(one)),
            key=len,
            default="",
        )

    def _menu(self, name: str) -> tuple[MenuLink, ...]:
        links = []
        for line in self.ask("setting", "menus").get(name, ()):
            if line.url:
                is_external = names_elsewhere(line.url)
                url = line.url if is_external else self.url(line.url)
                links.append(MenuLink(line.title or line.url, url, is_external))
            elif section := self.section(line.target):
                links.append(MenuLink(line.title or section.title, section.url, False))
            elif entry := self.entry(line.target):
                links.append(MenuLink(line.title or entry.title, entry.url, False))
        if name == "main" and not links:
            links = [MenuLink(section.title, section.url, False) for section in self.sections]
            agenda = self.list_url("agenda")
            if self.calendar_url("all") and agenda not in [link.url for link in links]:
                links.append(MenuLink("", agenda, False))
        return tuple(links)

    def data(self, name: str) -> Any:
        """Return the value of ``content/_data/<name>.yaml`` (or .json, .csv), or None."""
        return self.ask("data", name)

    def static(self, path: str) -> str:
        """Return the address of a file of the theme's ``static/``, with its fingerprint."""
        found: Asset | None = self.ask("static", path)
        return f"{found.url}?v={found.fingerprint[:10]}" if found else self.url(f"/{path}")


def _beside(nodes: Sequence[Node]) -> dict[str, tuple[Node | None, Node | None]]:
    """Return the nodes before and after each address of a tree."""
    pages: list[Node | None] = [None, *in_reading_order(nodes), None]
    triples = zip(pages, pages[1:], pages[2:], strict=False)
    return {node.url: (before, after) for before, node, after in triples if node}


def _pager(count: int, number: int, url: str) -> Pager:
    urls = [numbered_url(url, one) for one in range(1, count + 1)]
    newer = urls[number - 2] if 1 < number <= count else ""
    older = urls[number] if number < count else ""
    return Pager(number, count, newer, older, urls)


def _with_prefix(html: str, prefix: str) -> str:
    """Return *html* with *prefix* before each of its ids, and in all that refers to them."""
    tokens = split_tokens(html)

    def prefixed(found: re.Match[str]) -> str:
        return f'{found[1]}{" ".join(prefix + name for name in found[2].split())}"'

    tokens[1::2] = [_ID.sub(prefixed, tag) for tag in tokens[1::2]]
    return "".join(tokens)
