"""The plugins that `site.yaml` names: found, loaded, told of; and what is remembered of them.

One that is gone, or cannot be loaded, is told of once. What it declared when it was last at work
stands in for it, so that what it made stays as it was published, and all else goes on.
"""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from sitegen.config import SiteConfig, SiteFile
from sitegen.engine.lost_plugins import is_lost
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.errors import Diagnostic, Place, PluginError, SitegenError, UsageError
from sitegen.markup.values import DeclaredShortcode
from sitegen.plugins.calling import Guarded, forget_slow
from sitegen.plugins.finding import DEFAULTS, PluginRef, find_plugin, watched_by
from sitegen.plugins.known import plugins_of
from sitegen.plugins.loading import load_plugin
from sitegen.plugins.plugin import Plugin
from sitegen.plugins.remembered import Remembered, remember

if TYPE_CHECKING:
    from sitegen.site.index import Planned

_KEY = "plugins"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode = msgspec.msgpack.Decoder(dict[str, Remembered]).decode

Known = Mapping[str, Remembered]
"""What is remembered of plugins, by how site.yaml names them."""


def recall_plugins(state: State) -> Known:
    """Return what is remembered of plugins that were at work."""
    try:
        return _decode(state.meta(_KEY))
    except BROKEN:
        return {}


def remember_plugins(state: State, plugins: tuple[Remembered, ...], planned: "Planned") -> None:
    """Keep what plugins declare and what they *planned*, with what else is remembered of pages."""
    kept = {
        plugin.ref.written: msgspec.structs.replace(
            plugin, failure=None, pages=dict(planned.get(plugin.ref.name, {}))
        )
        for plugin in plugins
        if not is_lost(plugin)
    }
    raw = _encode(kept) if kept else b""
    if state.meta(_KEY) != raw:
        state.set_meta(_KEY, raw)


def open_plugins(
    root: str, written: SiteFile, config: SiteConfig, known: Known
) -> tuple[tuple[Remembered, ...], list[Diagnostic]]:
    """Return the plugins that *config* names, as a build uses them, and what is wrong with them.

    *known*: what is remembered of them. Options that cannot be read are among what is wrong.
    """
    forget_slow()
    opened: list[Remembered] = []
    told: list[Diagnostic] = []
    taken = _Taken()
    for name, place in _named(written, config):
        try:
            ref = find_plugin(root, name, config.content_folder, place)
            plugin = load_plugin(ref)
            options = written.plugin_options(ref.name, plugin.option_type)
            if options:
                ref = msgspec.structs.replace(ref, options=options)
                plugin = load_plugin(ref)
            if wrong := taken.why_refused(ref, plugin):
                raise PluginError(place.diagnostic("plugin-name-taken", **wrong))
            before = known.get(name)
            now = remember(ref, plugin)
            opened.append(
                msgspec.structs.replace(now, inputs=before.inputs, pages=before.pages)
                if before
                else now
            )
        except SitegenError as error:
            told += error.diagnostics
            lost = known.get(name) or Remembered(ref=_nothing(name))
            opened.append(msgspec.structs.replace(lost, failure=error.diagnostics[0]))
    names = [*(plugin.ref.name for plugin in opened), *DEFAULTS]
    for name in config.plugin_options:
        if name not in names:
            values = {"plugin": name, "known": ", ".join(names) or "none"}
            place = written.key_place("plugin_options", name)
            told.append(place.diagnostic("plugin-options-of-none", **values))
    return tuple(opened), told


def shortcodes_of_plugins(root: str, written: SiteFile) -> tuple[DeclaredShortcode, ...]:
    """Return what plugins of a site let authors write; none where its settings are in error."""
    try:
        plugins, _ = open_plugins(root, written, written.read(), {})
    except UsageError:
        return ()
    return tuple(shortcode for plugin in plugins for shortcode in plugin.shortcodes)


def _named(written: SiteFile, config: SiteConfig) -> Iterator[tuple[str, Place]]:
    """Yield the plugins of a site, sitegen's own first, each with where it is named."""
    chosen = config.plugin_options
    for name in DEFAULTS:
        if chosen.get(name) is not False and name not in config.plugins:
            yield name, written.key_place("plugin_options", name)
    for number, name in enumerate(config.plugins):
        yield name, written.place("plugins", number)


def _nothing(written: str) -> PluginRef:
    return PluginRef(written=written, module="", shown=written)


class _Taken:
    """The names that plugins register, each by one of them."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], str] = {}

    def why_refused(self, ref: PluginRef, plugin: Plugin) -> dict[str, str] | None:
        """Return what another one has registered before, or sitegen has; else note all names."""
        names = [("plugin", ref.name), *_names(plugin)]
        for kind, name in names:
            other = self._by.get((kind, name)) or _own(kind, name)
            if other:
                return {"plugin": ref.name, "name": name, "what": kind, "other": other}
        self._by |= dict.fromkeys(names, ref.written)
        return None


_KINDS = (
    ("filters", "filter"),
    ("functions", "function"),
    ("questions", "question"),
    ("shortcodes", "shortcode"),
    ("templates", "template"),
    ("page_kinds", "kind of page"),
    ("feed_kinds", "format of feeds"),
    ("importers", "importer"),
    ("targets", "target"),
)
"""What a plugin registers under names, and what messages call it."""


def _names(plugin: Plugin) -> Iterator[tuple[str, str]]:
    for attribute, kind in _KINDS:
        for name in getattr(plugin, attribute):
            yield kind, name


def _own(kind: str, name: str) -> str:
    """Return `sitegen` where sitegen has something of that name itself."""
    if kind in ("filter", "function"):
        from jinja2 import Environment

        from sitegen.rendering.templates.filters import FILTERS
        from sitegen.rendering.templates.language_filters import language_filters

        plain = Environment(autoescape=True)
        own: Any = {**plain.filters, **FILTERS, **language_filters("fr", "fr")}
        if kind == "function":
            own = {*plain.globals, "site", "page", "_", "gettext", "ngettext"}
    elif kind == "question":
        from sitegen.rendering.view.site import Site
        from sitegen.site.questions.answering import KINDS

        own = {*dir(Site), *KINDS}
    elif kind == "shortcode":
        from sitegen.markup.shortcodes.values import SHORTCODES

        own = SHORTCODES
    else:
        own = ()
    return "sitegen" if name in own else ""


def read_inputs_of(
    root: str, plugins: tuple[Remembered, ...]
) -> tuple[tuple[Remembered, ...], list[Diagnostic]]:
    """Return *plugins* with what each reads of the world now; of one that fails what it read last.

    What fails is told beside.
    """
    told_inputs: list[Remembered] = []
    told: list[Diagnostic] = []
    loaded = {loaded_plugin.ref.written: loaded_plugin for loaded_plugin in plugins_of(plugins)}
    for remembered in plugins:
        plugin = loaded[remembered.ref.written].plugin
        inputs: dict[str, Any] = {}
        for name, declared in plugin.inputs.items() if plugin else ():
            call = Guarded(remembered.ref.name, remembered.ref, declared.read, is_free=True)
            try:
                inputs[name] = _plain(call(root), call)
            except PluginError as error:
                told += error.diagnostics
                if name in remembered.inputs:
                    inputs[name] = remembered.inputs[name]
        told_inputs.append(
            msgspec.structs.replace(remembered, inputs=inputs) if inputs else remembered
        )
    return tuple(told_inputs), told


def _plain(value: Any, call: Guarded) -> Any:
    """Return *value* as a worker in another process reads it; raises `PluginError`."""
    try:
        return msgspec.msgpack.decode(_encode(value))
    except (TypeError, OverflowError, RecursionError) as error:
        raise call.wrong(value, "str | int | float | bool | list | dict") from error


def watched(root: str, plugins: tuple[Remembered, ...]) -> tuple[str, ...] | None:
    """Return the paths whose stamps tell that a plugin, or what it reads, may be another.

    None where nothing tells it: an input without `watch` is read in every build.
    """
    paths: list[str] = []
    for loaded in plugins_of(plugins):
        if loaded.plugin is None:
            return None
        paths += watched_by(loaded.ref)
        for declared in loaded.plugin.inputs.values():
            if declared.watch is None:
                return None
            call = Guarded(loaded.ref.name, loaded.ref, declared.watch, is_free=True)
            try:
                paths += (os.path.join(root, os.fspath(path)) for path in call(root))
            except (PluginError, TypeError):
                return None
    return tuple(dict.fromkeys(paths))
