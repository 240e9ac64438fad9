"""The plugins of one site: what they declare, by name, and what is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from sitegen.errors import PluginError, PluginGoneError
from sitegen.markup.values import DeclaredShortcode
from sitegen.model.kinds import OF_PLUGINS
from sitegen.plugins.calling import Guarded
from sitegen.plugins.finding import PluginRef
from sitegen.plugins.loading import load_plugin
from sitegen.plugins.places import place_of_line
from sitegen.plugins.plugin import Plugin
from sitegen.plugins.remembered import Remembered
from sitegen.plugins.values import frozen


class Hook(msgspec.Struct, frozen=True):
    """A function of a plugin, guarded, and the plugin that it is of."""

    ref: PluginRef
    call: Guarded


class LoadedPlugin(msgspec.Struct, frozen=True):
    """A plugin that is at work, or what stands for one that cannot be."""

    ref: PluginRef
    plugin: Plugin | None
    remembered: Remembered

    def hook(self, function: Callable[..., Any] | None, *, is_free: bool = False) -> Hook:
        """Return *function*, guarded; None: what refuses in its place.

        *is_free*: whether it may look at the world.
        """
        call = Guarded(self.ref.name, self.ref, function or self._refuse, is_free=is_free)
        return Hook(self.ref, call)

    def _refuse(self, *_: Any, **__: Any) -> Any:
        failure = self.remembered.failure
        raise PluginGoneError(failure) if failure else RuntimeError(self.ref.name)


class Plugins:
    """The plugins of a site by what they declare."""

    def __init__(self, loaded: Iterable[LoadedPlugin]) -> None:
        self.loaded = tuple(loaded)
        self.refs = tuple(loaded.ref for loaded in self.loaded)
        self.register()

    def register(self) -> None:
        """Let pages know their kinds; another site of this process may have some of these names."""
        for loaded in self.loaded:
            remembered = loaded.remembered
            kinds = (*remembered.page_kinds, *(kind for kind, _ in remembered.feed_kinds))
            OF_PLUGINS.update((kind.name, kind) for kind in kinds)

    def __iter__(self) -> Iterator[LoadedPlugin]:
        return iter(self.loaded)

    @cached_property
    def at_work(self) -> tuple[tuple[LoadedPlugin, Plugin], ...]:
        return tuple((loaded, loaded.plugin) for loaded in self.loaded if loaded.plugin is not None)

    def _by_name(self, kind: str) -> dict[str, Hook]:
        hooks: dict[str, Hook] = {}
        for loaded in self.loaded:
            functions: Mapping[str, Any] = getattr(loaded.plugin, kind) if loaded.plugin else {}
            names = (
                functions or getattr(loaded.remembered, kind)
                if loaded.plugin is None
                else functions
            )
            for name in names:
                hooks.setdefault(name, loaded.hook(functions.get(name)))
        return hooks

    @cached_property
    def filters(self) -> dict[str, Hook]:
        return self._by_name("filters")

    @cached_property
    def functions(self) -> dict[str, Hook]:
        return self._by_name("functions")

    @cached_property
    def questions(self) -> dict[str, tuple[Hook, tuple[str, ...]]]:
        """What answers each question, and the names of its arguments."""
        hooks = self._by_name("questions")
        names: dict[str, tuple[str, ...]] = {}
        for loaded in self.loaded:
            names |= loaded.remembered.questions
        return {name: (hook, names[name]) for name, hook in hooks.items()}

    @cached_property
    def shortcodes(self) -> dict[str, Hook]:
        """What makes HTML of each shortcode that a plugin declares."""
        hooks: dict[str, Hook] = {}
        for loaded in self.loaded:
            if loaded.plugin is None:
                hooks |= {name.name: loaded.hook(None) for name in loaded.remembered.shortcodes}
            else:
                for name, (_, function) in loaded.plugin.shortcodes.items():
                    hooks.setdefault(name, loaded.hook(function))
        return hooks

    @property
    def declared_shortcodes(self) -> tuple[DeclaredShortcode, ...]:
        return tuple(name for loaded in self.loaded for name in loaded.remembered.shortcodes)

    @cached_property
    def writers(self) -> dict[str, Hook]:
        """What makes the pages of a kind that no template makes, by the kind's name."""
        hooks: dict[str, Hook] = {}
        for loaded in self.loaded:
            for kind in loaded.remembered.page_kinds:
                if kind.made == "writer":
                    name = kind.name.rpartition(".")[2]
                    hooks[kind.name] = loaded.hook(
                        loaded.plugin.page_kinds[name].write if loaded.plugin else None
                    )
        return hooks

    @cached_property
    def feed_writers(self) -> dict[str, Hook]:
        """What writes feeds of a format, by the name of their kind."""
        return {
            kind.name: loaded.hook(
                loaded.plugin.feed_kinds[kind.name.rpartition(".")[2]].write
                if loaded.plugin
                else None
            )
            for loaded in self.loaded
            for kind, _ in loaded.remembered.feed_kinds
        }

    @cached_property
    def documents(self) -> tuple[Hook, ...]:
        """What changes documents after their reading, in the order of the plugins."""
        changing = []
        for loaded in self.loaded:
            hooks: list[Any] = loaded.plugin.document_hooks if loaded.plugin else []
            if loaded.plugin is None and loaded.remembered.changes_documents:
                hooks = [None]
            changing += [loaded.hook(function) for function in hooks]
        return tuple(changing)

    @cached_property
    def templates(self) -> dict[str, tuple[str, str]]:
        """Templates that plugins bring, by name: the text, and what messages call the file."""
        return {
            name: (text, loaded.ref.shown)
            for loaded in reversed(self.loaded)
            for name, text in loaded.remembered.templates.items()
        }

    def place_in_template(self, shown: str, template: str, line: int) -> tuple[str, int] | None:
        """Return the file and the line at which *line* of a *template* stands in a plugin, which
        messages call *shown*; None where it is none of a plugin's.
        """
        for plugin in self.loaded:
            ref = plugin.ref
            if ref.shown == shown and template in plugin.remembered.templates.values():
                return place_of_line(ref, template, line)
        return None

    @cached_property
    def catalogues(self) -> dict[str, tuple[str, ...]]:
        """Language to the gettext catalogues that plugins bring."""
        catalogues: dict[str, tuple[str, ...]] = {}
        for loaded in self.loaded:
            for language, words in loaded.remembered.words.items():
                catalogues[language] = (*catalogues.get(language, ()), _catalogue(words))
        return catalogues

    def naming(self, words: str) -> list[bytes]:
        """Return the digests of the plugins of which *words*, a template, may call something."""
        names = {
            hook.ref.name: hook.ref.digest
            for kind in (self.filters, self.functions)
            for name, hook in kind.items()
            if name in words
        }
        return [names[name] for name in sorted(names)]

    def digest_of(self, name: str) -> bytes:
        """Return what tells the plugin *name* from another; nothing where there is none."""
        return next((loaded.ref.digest for loaded in self.loaded if loaded.ref.name == name), b"")

    def input(self, plugin: str, name: str) -> Any:
        """Return what *plugin* read under *name* before the build; frozen."""
        loaded = next(loaded for loaded in self.loaded if loaded.ref.name == plugin)
        if name not in loaded.remembered.inputs and loaded.remembered.failure:
            raise PluginGoneError(loaded.remembered.failure)
        if loaded.plugin is not None and name not in loaded.plugin.inputs:
            raise LookupError(f"the plugin has no input `{name}`")
        return frozen(loaded.remembered.inputs.get(name))


NO_PLUGINS = Plugins(())
_KNOWN: dict[bytes, Plugins] = {}
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def plugins_of(remembered: tuple[Remembered, ...]) -> Plugins:
    """Return the plugins of a snapshot, in a process that may not have loaded them yet.

    One that cannot be loaded is one that could not be where the snapshot was made.
    """
    if not remembered:
        return NO_PLUGINS
    key = _encode(remembered)
    known = _KNOWN.get(key)
    if known is None:
        if len(_KNOWN) > 16:
            _KNOWN.clear()
        known = _KNOWN[key] = Plugins(tuple(map(_open, remembered)))
    known.register()
    return known


def _open(remembered: Remembered) -> LoadedPlugin:
    ref = remembered.ref
    if remembered.failure is not None:
        return LoadedPlugin(ref, None, remembered)
    try:
        return LoadedPlugin(ref, load_plugin(ref), remembered)
    except PluginError as error:
        failed = msgspec.structs.replace(remembered, failure=error.diagnostics[0])
        return LoadedPlugin(ref, None, failed)


def _catalogue(words: Mapping[str, str]) -> str:
    """Return *words* as a gettext catalogue."""
    import json

    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n"']
    for text, translated in words.items():
        lines += [f"\nmsgid {json.dumps(text, ensure_ascii=False)}"]
        lines += [f"msgstr {json.dumps(translated, ensure_ascii=False)}"]
    return "\n".join(lines)
