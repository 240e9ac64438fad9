"""What templates see of sections, of the trees of guides, and of menus."""

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.border.addresses import names_elsewhere
from sitegen.model import Node, Section
from sitegen.rendering.view.addresses import AddressView
from sitegen.rendering.view.asking import Asking, Fact, asks
from sitegen.site.guides import in_reading_order
from sitegen.site.questions import documents, private, versions
from sitegen.site.questions import sections as questions
from sitegen.site.questions.versions import Original


class MenuLink(NamedTuple):
    title: str
    url: str
    is_external: bool
    lang: str = ""
    """The language of its title, where it is not the menu's."""


class SectionView(Asking):
    """Sections, and guides made of them."""

    section = asks(questions.section)
    sections = Fact(questions.sections)
    guide = asks(questions.guide)

    def trail(self, section: Section | None) -> list[tuple[str, str]]:
        """Return title and address of the sections above *section*, outermost first, and its own.

        They are the steps of a breadcrumb.
        """
        steps = section.id.split("/") if section else []
        names = ["/".join(steps[: number + 1]) for number in range(len(steps))]
        known = (self.section(name) for name in names)
        return [(section.title, section.url) for section in known if section]

    def guide_neighbours(self, trunk: str, url: str) -> tuple[Node | None, Node | None]:
        """Return the pages before and after the page at *url*, in a guide's reading order."""
        places = self.shared(("guide_neighbours", trunk), lambda own: _beside(own.guide(trunk)))
        return places.get(url, (None, None))

    def guide_below(self, trunk: str, url: str) -> tuple[Node, ...]:
        """Return what stands directly below the section at *url* in a guide."""
        nodes = self.guide(trunk)
        if trunk and nodes and nodes[0].url == url:
            return nodes[1:]
        return next((node.children for node in in_reading_order(nodes) if node.url == url), ())


def _beside(nodes: Sequence[Node]) -> dict[str, tuple[Node | None, Node | None]]:
    """Return the nodes before and after each address of a tree."""
    pages: list[Node | None] = [None, *in_reading_order(nodes), None]
    triples = zip(pages, pages[1:], pages[2:], strict=False)
    return {node.url: (before, after) for before, node, after in triples if node}


class MenuView(AddressView, SectionView):
    """Menus: links to sections, documents and addresses."""

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
        links = [link.url for link in self.menu(name)]
        for step in (url, *reversed(above)):
            if step in links and (step == url or step != home):
                return step
        folders = (link for link in links if link.endswith("/") and link != home)
        return max((link for link in folders if url.startswith(link)), key=len, default="")

    def _untranslated(self, menu: str, target: str) -> Original | None:
        """Return the document that a line of a menu leads to in another language of the site.

        A main menu that is the site's has what is translated alone; what stands in the others, such
        as legal pages, is wanted in any language.
        """
        if not self.languages:
            return None
        if menu == "main" and menu not in self.setting("menus_of_its_own"):
            return None
        return self.ask(versions.untranslated, target)

    def _menu(self, name: str) -> tuple[MenuLink, ...]:
        links = []
        for line in self.setting("menus").get(name, ()):
            if line.url:
                is_external = names_elsewhere(line.url)
                url = line.url if is_external else self.url(line.url)
                links.append(MenuLink(line.title or line.url, url, is_external))
            elif section := self.section(line.target):
                links.append(MenuLink(line.title or section.title, section.url, False))
            elif line.title and (url := self.ask(documents.page_url, line.target)):
                links.append(MenuLink(line.title, url, False))
            elif not line.title and (entry := self.ask(documents.entry, line.target)):
                links.append(MenuLink(entry.title, entry.url, False))
            elif line.title and (url := self.ask(private.private_address, line.target)):
                links.append(MenuLink(line.title, url, False))  # its own title is for few
            elif original := self._untranslated(name, line.target):
                lang = "" if line.title else original.lang
                links.append(MenuLink(line.title or original.title, original.url, False, lang))
        if name == "main" and not links:
            links = [MenuLink(section.title, section.url, False) for section in self.sections]
            agenda = self.list_url("agenda")
            if self.calendar_url("all") and agenda not in [link.url for link in links]:
                links.append(MenuLink("", agenda, False))
        return tuple(links)
