"""A site's theme and those that it extends: which, in order, and their options. Reads files."""

import os
from collections.abc import Iterator

import msgspec

from sitegen import __version__
from sitegen.disk.reading import read_settings, stays_inside
from sitegen.disk.stamps import Stamp
from sitegen.disk.workspace import SHARED_THEMES, shared_folder, way_up
from sitegen.errors import Diagnostic, Place, reason_of
from sitegen.markup.values import DeclaredShortcode
from sitegen.theme.file import THEME_FILE, ThemeFile
from sitegen.theme.folders import is_theme, known_themes, theme_folders
from sitegen.theme.options import Option
from sitegen.theme.versions import is_version, reaches


class ThemeChain(msgspec.Struct, frozen=True):
    """The site's theme, the one that it extends, and so on."""

    names: tuple[str, ...]
    options: dict[str, Option]
    """What a site may set: each theme's options over those of the theme that it extends."""
    shortcodes: tuple[DeclaredShortcode, ...]
    """What authors may write beside sitegen's own; the nearest theme's of each name."""
    without: frozenset[str]
    """Addresses of static files that one of them leaves out: no page of it loads them."""
    version: str
    """That of the site's theme, as it says itself; or ""."""
    description: str
    """What it says of itself."""
    stamps: dict[str, Stamp]
    """Those of each `theme.yaml` by its path on disk, taken when it was read."""


def find_chain(
    root: str, theme: str, place: Place
) -> tuple[ThemeChain | None, tuple[Diagnostic, ...]]:
    """Return the chain that begins with *theme*, or None and what is wrong with it.

    *place*: where the site names its theme.
    """
    names: list[str] = []
    files: list[ThemeFile] = []
    own: list[ThemeFile] = []
    """Those of the first of them."""
    stamps: dict[str, Stamp] = {}
    diagnostics: list[Diagnostic] = []
    name = theme
    while name:
        if name in names:
            shown = " → ".join((*names, name))
            diagnostics.append(place.diagnostic("theme-cycle", chain=shown, theme=name))
            break
        if not is_theme(root, name):  # also what is no name of a folder, such as `../x`
            code = "unknown-parent" if names else "unknown-theme"
            known = ", ".join(known_themes(root))
            diagnostics.append(place.diagnostic(code, theme=name, known=known))
            break
        names.append(name)
        read = _read_files(root, name, stamps, diagnostics)
        diagnostics += _too_old(name, read)
        own = own if files else read
        files += read
        parents = ((file.extends, file.place("extends")) for file in read if file.extends)
        name, place = next(parents, ("", place))
    version = next((file.version for file in own if file.version), "")
    description = next((file.description for file in own if file.description), "")
    options: dict[str, Option] = {}
    shortcodes: dict[str, DeclaredShortcode] = {}
    for file in reversed(files):
        options = file.declare(options)
        shortcodes |= file.shortcodes()
        diagnostics += file.diagnostics
    if diagnostics:
        return None, tuple(diagnostics)
    without = frozenset(path for file in files for path in file.without)
    return ThemeChain(
        tuple(names), options, tuple(shortcodes.values()), without, version, description, stamps
    ), ()


def _too_old(theme: str, files: list[ThemeFile]) -> Iterator[Diagnostic]:
    """Yield what is told where sitegen, or the theme, is older than a ``theme.yaml`` asks for."""
    for file in files:
        for key, wanted in (("version", file.version), ("sitegen", file.wanted_sitegen)):
            if wanted and not is_version(wanted):
                yield file.place(key).diagnostic("theme-version", key=key, value=wanted)
            elif key == "sitegen" and wanted and not reaches(__version__, wanted):
                values = {"theme": theme, "wanted": wanted, "version": __version__}
                yield file.place(key).diagnostic("theme-wants-sitegen", **values)


def _read_files(
    root: str, name: str, stamps: dict[str, Stamp], diagnostics: list[Diagnostic]
) -> list[ThemeFile]:
    """Return the `theme.yaml` of each folder of the theme *name* that has one."""
    files = []
    shared = shared_folder(root, SHARED_THEMES)
    for folder in theme_folders(root, name):
        shown = f"themes/{name}/{THEME_FILE}"
        if shared and folder == os.path.join(shared, name):
            shown = f"{way_up(root, shared)}/{name}/{THEME_FILE}"
        is_own = folder == os.path.join(root, "themes", name)
        path = os.path.join(folder, THEME_FILE)
        if is_own and not stays_inside(folder, os.path.realpath(root)):
            diagnostics.append(Diagnostic("link-outside", f"themes/{name}"))
        elif os.path.islink(path) and not stays_inside(path, os.path.realpath(folder)):
            diagnostics.append(Diagnostic("link-outside", shown))
        else:
            try:
                raw, status = read_settings(path)
                stamps[path] = Stamp.of(status)
                files.append(ThemeFile(raw, shown))
            except FileNotFoundError:
                continue
            except OSError as error:
                values = {"reason": reason_of(error)}
                diagnostics.append(Diagnostic("unreadable", shown, 0, 0, values))
    return files
