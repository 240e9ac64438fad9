"""Where a theme's files come from: the site's own folder, the theme that sitegen brings, and those
that it extends; what each of these folders hides of the ones below it."""

import os
import stat
from collections.abc import Collection, Mapping, Sequence, Set

import msgspec

from sitegen.disk.workspace import SHARED_THEMES, shared_folder
from sitegen.errors import Diagnostic
from sitegen.theme.packages import installed_themes, package_folder

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "themes")
"""Themes in an installed package."""
CHECKOUT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "themes")
"""Themes beside the package, in a checkout of sitegen."""
PARENT = "parent:"
"""Before the name of a template: that of the next folder below which has one."""
LAYOUTS = "layouts/"
"""Below this each folder is a layout: other templates for the pages that choose it."""
SHEETS = "static/"
"""Templates below this are rendered to the address that follows, as a file of ``static/``."""


def theme_folders(root: str, theme: str) -> list[str]:
    """Return the folders that hold the theme's files, the site's own first, then the workspace's.

    A file in the first folder hides the one of the same name in the next: a site changes one
    template by writing that one template.
    """
    folders = [os.path.join(root, "themes", theme)]
    if shared := shared_folder(root, SHARED_THEMES):
        folders.append(os.path.join(shared, theme))
    if below := folder_below(theme):
        folders.append(below)
    by_path = {os.path.realpath(folder): folder for folder in folders if _is_folder(folder)}
    return list(by_path.values())


def folder_below(theme: str) -> str:
    """Return the folder of *theme* that no site has: sitegen's own, or that of a package; or ""."""
    for folder in (PACKAGED, CHECKOUT):
        if os.path.isdir(os.path.join(folder, theme)):
            return os.path.join(folder, theme)
    return package_folder(theme)


def _is_folder(path: str) -> bool:
    """Whether a folder stands at *path*; OSError where the disk does not tell.

    A site without its own theme's folder would be made anew with another theme.
    """
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def is_theme(root: str, name: str) -> bool:
    """Whether a site at *root* could choose the theme *name*, which may be any text."""
    is_name = bool(name) and os.path.basename(name) == name and not name.startswith(".")
    return is_name and "\0" not in name and bool(theme_folders(root, name))


def known_themes(root: str) -> list[str]:
    """Return the names of the themes that a site at *root* could choose."""
    names: set[str] = set()
    shared = shared_folder(root, SHARED_THEMES)
    for folder in (os.path.join(root, "themes"), shared, PACKAGED, CHECKOUT):
        if folder and os.path.isdir(folder):
            names |= {entry.name for entry in os.scandir(folder) if entry.is_dir()}
    names |= set(installed_themes())
    return sorted(name for name in names if not name.startswith("."))


class Mentions(msgspec.Struct, frozen=True):
    """What the text of a template names; None: what it names is not known before it is rendered."""

    templates: tuple[str, ...] | None
    """Those that it extends, includes and imports, as it writes them."""
    options: tuple[str, ...] | None
    """The theme's options that it asks for."""
    included: tuple[str, ...] = ()
    """Those that it includes by name, whose text may be compiled with it."""


class Theme(msgspec.Struct, frozen=True):
    """A theme's texts with those of the themes that it extends, read once."""

    templates: dict[str, str]
    """Name below ``templates/`` to source. One that a nearer folder hides has the number of its
    folder before its name (`1:base.html`), so that the nearer one can extend it."""
    places: dict[str, str]
    """Name to the file that it came from, for diagnostics."""
    catalogues: dict[str, tuple[str, ...]]
    """Language to gettext catalogues (``locales/fr.po``), the nearest first."""
    sheets: tuple[str, ...] = ()
    """Addresses (below the site's root) of the templates that are rendered as static files."""
    folders: dict[str, int] = {}
    """Name of a template to the number of its folder, from 0, the nearest; 0 is left out."""
    mentions: dict[str, Mentions] = {}
    """Name of a template to what its text names, where that was found out already."""
    brought: frozenset[str] = frozenset()
    """Names of the templates whose text is that of a theme that sitegen brings."""
    brought_words: frozenset[str] = frozenset()
    """The languages whose words are these themes' alone."""

    @property
    def layouts(self) -> list[str]:
        """The names of the layouts that pages can choose, in order."""
        steps = [name.split("/") for name in self.templates if name.startswith(LAYOUTS)]
        return sorted({step[1] for step in steps if len(step) == 3})

    def speaking(self, language: str) -> str:
        """Return the language whose words pages in *language* have, `fr` for `fr-CH`; or ""."""
        primary = language.split("-")[0]
        return next((known for known in (language, primary) if known in self.catalogues), "")

    def resolve(self, name: str, including: str) -> str:
        """Return the template that *name* stands for in the template *including*."""
        if not name.startswith(PARENT):
            return name
        wanted = name.removeprefix(PARENT)
        start = self.folders.get(including, 0) + 1
        for number in range(start, max(self.folders.values(), default=0) + 1):
            if f"{number}:{wanted}" in self.templates:
                return f"{number}:{wanted}"
            if wanted in self.templates and self.folders.get(wanted, 0) == number:
                return wanted
        return name  # there is none


def static_files(
    layers: Sequence[Collection[str]],
    without: Collection[str] = (),
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the paths below ``static/`` with the layer of each, and the paths that are rendered.

    A nearer folder's file hides the one of the same address below it, however each is made.
    *without*: addresses that are left out.
    """
    copied: dict[str, int] = {}
    rendered: dict[str, int] = {}
    for number, names in enumerate(layers):
        taken = copied.keys() | rendered.keys()
        for name in names:
            for prefix, files in (("static/", copied), (f"templates/{SHEETS}", rendered)):
                path = name.removeprefix(prefix)
                if path != name and path not in taken and path not in without:
                    files[path] = number
    return copied, tuple(rendered)


def is_brought(path: str) -> bool:
    """Whether the file at *path* belongs to a theme that sitegen brings."""
    return path.startswith((PACKAGED + os.sep, CHECKOUT + os.sep))


def read_theme(
    layers: Sequence[Mapping[str, tuple[str, bytes]]],
    sheets: tuple[str, ...] = (),
    tested: Set[int] = frozenset(),
) -> tuple[Theme, list[Diagnostic]]:
    """Return the theme made of *layers*, the nearest first: name in it to (shown path, bytes).

    *tested*: the numbers of those that sitegen brings, whose catalogues need no look.
    """
    from sitegen.border.text import decode
    from sitegen.theme.plurals import catalogue_mistake

    templates: dict[str, str] = {}
    places: dict[str, str] = {}
    catalogues: dict[str, tuple[str, ...]] = {}
    folders: dict[str, int] = {}
    brought: set[str] = set()
    others_words: set[str] = set()
    diagnostics: list[Diagnostic] = []
    for number, sources in enumerate(layers):
        for name, (shown, raw) in sources.items():
            folder, _, rest = name.partition("/")
            if folder != "templates" and not (folder == "locales" and rest.endswith(".po")):
                continue
            text, wrong = decode(raw, shown)
            diagnostics += wrong
            if wrong:
                continue
            if folder == "locales":
                language = rest.removesuffix(".po")
                if number not in tested:
                    others_words.add(language)
                    if mistake := catalogue_mistake(text, shown, language):
                        diagnostics.append(mistake)
                        continue
                catalogues[language] = (*catalogues.get(language, ()), text)
                continue
            known = f"{number}:{rest}" if rest in templates else rest
            templates[known] = text
            places[known] = shown
            if number:
                folders[known] = number
            if number in tested:
                brought.add(known)
    brought_words = frozenset(catalogues.keys() - others_words)
    return Theme(
        templates,
        places,
        catalogues,
        sheets,
        folders,
        brought=frozenset(brought),
        brought_words=brought_words,
    ), diagnostics
