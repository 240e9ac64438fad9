"""A plugin's code is run, and what it declares is taken: once for each code and settings."""

import importlib.util
import os
import sys
from types import ModuleType
from typing import Any

import msgspec

from sitegen import __version__
from sitegen.errors import Diagnostic, PluginError
from sitegen.plugins.calling import Guarded
from sitegen.plugins.finding import PluginRef, code_of
from sitegen.plugins.plugin import Plugin
from sitegen.theme.versions import is_version, reaches
from sitegen.wording.phrases import Words

_LOADED: dict[bytes, Plugin] = {}
"""Plugins of this process by what tells them apart."""
_MOST = 64
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def load_plugin(ref: PluginRef) -> Plugin:
    """Return the plugin of *ref*, with its options; raises `PluginError` with its place.

    Its module is run once in a process for each code and settings: another site, or an edit, has
    a module of its own.
    """
    key = _encode(ref)
    known = _LOADED.get(key)
    if known is None:
        if len(_LOADED) >= _MOST:
            _LOADED.clear()
        known = _LOADED[key] = _load(ref)
    return known


def plugin_mistake(error: BaseException, reason: Words = "") -> Diagnostic | None:
    """Return what is told of *error* if it was raised within a plugin of this process."""
    refs = [msgspec.msgpack.decode(key, type=PluginRef) for key in _LOADED]
    traceback = error.__traceback__
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        for ref in refs:
            if ref.shows(path):
                return Guarded(ref.name, ref, type(error)).failure(error, reason).diagnostics[0]
        traceback = traceback.tb_next
    return None


def _load(ref: PluginRef) -> Plugin:
    """Run the module of *ref*, whose files are those that were found: also on another machine."""
    if code_of(ref) != ref.code:
        values = {"plugin": ref.name, "reason": "its files are others now"}
        raise PluginError(Diagnostic("plugin-failed", ref.shown, 0, 0, values))
    plugin = Guarded(ref.name, ref, lambda: _run(ref))()
    if not isinstance(plugin, Plugin):
        values = {"plugin": ref.name, "name": ref.attribute}
        raise PluginError(Diagnostic("plugin-none", ref.shown, 0, 0, values))
    wanted = plugin.wanted_sitegen
    if wanted and not (is_version(wanted) and reaches(__version__, wanted)):
        values = {"plugin": ref.name, "wanted": wanted, "version": __version__}
        raise PluginError(Diagnostic("plugin-wants-sitegen", ref.shown, 0, 0, values))
    plugin.name = ref.name
    plugin.version = ref.version or plugin.version
    try:
        plugin.options = msgspec.convert(ref.options, plugin.option_type)
    except msgspec.ValidationError:  # told where the settings are read, with its place
        plugin.options = None
    return plugin


def _run(ref: PluginRef) -> Any:
    name = f"sitegen_plugin_{ref.digest.hex()}"
    folders = [ref.folder] if ref.folder and ref.module.endswith("__init__.py") else None
    writes = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # no __pycache__ in a site's folder
    try:
        if folders is None and ref.folder:
            return getattr(_submodule(ref, name), ref.attribute, None)
        spec = importlib.util.spec_from_file_location(
            name, ref.module, submodule_search_locations=folders
        )
        if spec is None or spec.loader is None:
            raise ImportError(f"{ref.shown} is no Python module")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        if folders is None:
            with open(ref.module, "rb") as file:  # never a stale .pyc
                exec(compile(file.read(), ref.module, "exec", dont_inherit=True), module.__dict__)
        else:
            spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    finally:
        sys.dont_write_bytecode = writes
    module.__doc__ = module.__doc__ or ""
    plugin = getattr(module, ref.attribute, None)
    if isinstance(plugin, Plugin):
        plugin.promise = (module.__doc__ or "").strip().partition("\n")[0]
    return plugin


def _submodule(ref: PluginRef, name: str) -> ModuleType:
    """Return the module of a package that holds the plugin beside others."""
    inside = os.path.relpath(ref.module, ref.folder).removesuffix(".py")
    package = importlib.util.spec_from_file_location(
        name,
        os.path.join(ref.folder, "__init__.py"),
        submodule_search_locations=[ref.folder],
    )
    assert package is not None
    assert package.loader is not None
    module = importlib.util.module_from_spec(package)
    sys.modules[name] = module
    package.loader.exec_module(module)
    return importlib.import_module(f"{name}.{inside.replace(os.sep, '.')}")
