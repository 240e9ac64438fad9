"""Where a plugin that `site.yaml` names lies, and what tells it from another. Reads files.

A path that begins with `./` is a file of the site, or a folder with an ``__init__.py``; another
name is one that sitegen brings, or a package with an entry point.
"""

import os
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from sitegen.digest import digest
from sitegen.disk.reading import stays_inside
from sitegen.errors import Place, UsageError

if TYPE_CHECKING:
    from importlib.metadata import Distribution

BROUGHT = os.path.join(os.path.dirname(__file__), "brought")
"""Plugins in an installed package of sitegen."""
CHECKOUT = os.path.join(
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "plugins"
)
"""Plugins beside the package, in a checkout of sitegen."""
STANDARD = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "standard")
"""Parts of sitegen that are plugins."""
DEFAULTS = ("robots", "dialect")
"""Those of them that are on unless a site leaves them out."""
GROUP = "sitegen.plugins"
"""Entry points: any name, and the module that holds `plugin`."""
_NAME = re.compile(r"[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*")
_OURS = frozenset(("sitegen", "msgspec", "markupsafe", "jinja2"))
"""Libraries whose versions are part of sitegen's own digest."""
_OTHERS = ("output", ".sitegen", ".git")
"""Folders of a site that hold nothing of its own code."""


class PluginRef(msgspec.Struct, frozen=True, kw_only=True):
    """A plugin as a build uses it: where its code is, and what tells it from another."""

    written: str
    """As site.yaml names it."""
    module: str
    """The file that is run, on disk."""
    folder: str = ""
    """Its folder, where it is more than that file."""
    attribute: str = "plugin"
    """What holds the `Plugin` in it."""
    shown: str
    """What messages call the file: below the site's folder, or below the package's."""
    version: str = ""
    """Of the package that brings it."""
    code: bytes = b""
    """A digest of its files, its version, and the libraries that it imports."""
    options: dict[str, object] = {}
    """What the site sets, as plain values."""

    @property
    def name(self) -> str:
        """What its settings and messages call it: the name of its file, or of its package."""
        return os.path.basename(self.written.rstrip("/")).removesuffix(".py")

    @property
    def digest(self) -> bytes:
        """What the output depends on: code, version and settings."""
        return digest(self.code, _encode(self.options))

    def shows(self, path: str) -> str:
        """Return what messages call the file at *path*; nothing where it is another's."""
        if path == self.module:
            return self.shown
        if self.folder and path.startswith(self.folder + os.sep):
            inside = os.path.relpath(path, self.folder).replace(os.sep, "/")
            return f"{os.path.dirname(self.shown)}/{inside}".lstrip("/")
        return ""


_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def find_plugin(root: str, written: str, content: str, place: Place) -> PluginRef:
    """Return the plugin that is *written* at *place* of ``site.yaml``.

    *content*: the folder of the documents. Raises `UsageError` where it is not there, or lies where
    those who write texts could put one.
    """
    if written.startswith(("./", "../", "/")) or written.endswith(".py"):
        ref = _in_site(root, written, content, place)
    else:
        ref = _brought(written) or _installed(written, place)
    return msgspec.structs.replace(ref, code=code_of(ref))


def code_of(ref: PluginRef) -> bytes:
    """Return a digest of the plugin's files as they are now, and of what they import."""
    files = list(files_of(ref))
    texts = [(os.path.relpath(path, os.path.dirname(ref.module)), _read(path)) for path in files]
    parts: list[str | bytes] = [ref.version]
    if os.path.dirname(ref.module) == STANDARD:  # what it imports is part of sitegen's own digest
        return digest(*(raw for _, raw in texts))
    for name, raw in texts:
        parts += [name, raw]
    if any(_imports_others(raw, ref) for name, raw in texts if name.endswith(".py")):
        parts += installed_libraries()
    return digest(*parts)


def _in_site(root: str, written: str, content: str, place: Place) -> PluginRef:
    path = os.path.normpath(os.path.join(root, written))
    inside = os.path.relpath(path, root).replace(os.sep, "/")
    real = os.path.relpath(os.path.realpath(path), os.path.realpath(root)).replace(os.sep, "/")
    taken = (*_OTHERS, content) if content != "." else _OTHERS
    # Where the documents stand beside site.yaml, all is theirs but what is left out by its name.
    is_among = content == "." and not (inside.startswith(("_", ".", "themes/")))
    is_outside = not stays_inside(path, os.path.realpath(root))
    is_refused = (
        is_outside
        or is_among
        or any(
            path.split("/")[0] in _OTHERS
            or f"{path}/".casefold().startswith(f"{folder}/".casefold())
            for path in (inside, real)
            for folder in taken
        )
    )
    if is_refused:
        raise UsageError(place.diagnostic("plugin-outside", plugin=written))
    module = os.path.join(path, "__init__.py") if os.path.isdir(path) else path
    if not os.path.isfile(module):
        raise UsageError(place.diagnostic("plugin-file-missing", plugin=written))
    is_folder = module != path
    shown = f"{inside}/__init__.py" if is_folder else inside
    return PluginRef(written=written, module=module, folder=path if is_folder else "", shown=shown)


def _brought(name: str) -> PluginRef | None:
    for folder in (STANDARD, BROUGHT, CHECKOUT):
        module = os.path.join(folder, f"{name.replace('-', '_')}.py")
        if _NAME.fullmatch(name) and os.path.isfile(module):
            where = "sitegen/standard" if folder == STANDARD else "plugins"
            return PluginRef(
                written=name, module=module, shown=f"{where}/{os.path.basename(module)}"
            )
    return None


def _installed(name: str, place: Place) -> PluginRef:
    """Return the plugin of the package that pip knows as *name*; nothing of it is imported."""
    from importlib.machinery import PathFinder
    from importlib.metadata import PackageNotFoundError, distribution

    missing = UsageError(place.diagnostic("plugin-missing", plugin=name))
    if not _NAME.fullmatch(name):
        raise UsageError(place.diagnostic("plugin-file-missing", plugin=name))
    try:
        package: Distribution = distribution(name)
    except PackageNotFoundError:
        raise missing from None
    point = next((point for point in package.entry_points if point.group == GROUP), None)
    if point is None:
        raise UsageError(place.diagnostic("plugin-no-entry", plugin=name))
    top, *steps = point.module.split(".")
    spec = PathFinder.find_spec(top)
    if spec is None or not spec.origin:
        raise missing
    folder = next(iter(spec.submodule_search_locations or ()), "")
    module = spec.origin
    if steps:
        stem = os.path.join(folder, *steps)
        module = f"{stem}.py" if os.path.isfile(f"{stem}.py") else os.path.join(stem, "__init__.py")
    shown = os.path.relpath(module, os.path.dirname(folder or module)).replace(os.sep, "/")
    return PluginRef(
        written=name,
        module=module,
        folder=folder,
        attribute=point.attr or "plugin",
        shown=shown,
        version=package.version,
    )


def files_of(ref: PluginRef) -> Iterator[str]:
    """Yield the plugin's files on disk, in order."""
    if not ref.folder:
        yield ref.module
        return
    for folder, folders, names in os.walk(ref.folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and name[0] != ".")
        yield from (os.path.join(folder, name) for name in sorted(names) if name[0] != ".")


def watched_by(ref: PluginRef) -> Iterator[str]:
    """Yield the paths on disk whose stamps tell that the plugin may be another.

    sitegen's own code is looked at in every build.
    """
    if os.path.dirname(ref.module) == STANDARD:
        return
    yield ref.folder or ref.module
    if ref.version:
        yield os.path.dirname(ref.folder or ref.module)  # where pip writes what it installs


def installed_libraries() -> list[str]:
    """Return the names and versions of all that is installed, as folders say it."""
    names: set[str] = set()
    for folder in sys.path:
        try:
            names |= {name for name in os.listdir(folder or ".") if name.endswith(".dist-info")}
        except OSError:
            continue
    return sorted(names)


def _imports_others(raw: bytes, ref: PluginRef) -> bool:
    """Whether a module imports what is neither Python's nor sitegen's nor its own."""
    import ast

    try:
        tree = ast.parse(raw)
    except (SyntaxError, ValueError):
        return False  # told when it is run
    tops: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            tops |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            tops.add(node.module.partition(".")[0])
    own = {os.path.basename(ref.folder)}
    return bool(tops - sys.stdlib_module_names - _OURS - own)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
