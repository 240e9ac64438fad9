"""A small site with every kind of page, written in the theme that a site has. Does I/O."""

import os
import shutil
from importlib.util import find_spec
from typing import Any

import msgspec
import yaml

from sitegen.border.moments import parse_moment
from sitegen.checking.output.built import check_folder
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import BuildOptions
from sitegen.engine.output import refused
from sitegen.model import Moment
from sitegen.sealing.written_keys import NO_KEYS, Keys

_SITE = os.path.join(os.path.dirname(__file__), "site")
NOW = "2027-01-15T12:00+01:00"
"""The clock of the specimen: its dates lie before and after it."""
_SECRET = "A" * 43
"""A key of 32 bytes that keeps nothing: what it seals is in this package."""


def lay_out(site: OpenSite) -> BuildOptions:
    """Write the specimen below ``.sitegen/``, and return what builds it.

    It has the theme of *site*, with its options, and its language. Raises `OutputError` where the
    disk refuses.
    """
    root = os.path.join(check_folder(site.options.root), "theme")
    try:
        _write(site, root)
    except OSError as error:
        raise refused(error, root) from error
    return BuildOptions(
        root=root, output=os.path.join(root, "output"), now=_now(), keys=_keys(), jobs=1
    )


def _write(site: OpenSite, root: str) -> None:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(_SITE, root)
    own = os.path.join(site.options.root, "themes")
    if os.path.isdir(own):
        shutil.copytree(own, os.path.join(root, "themes"), symlinks=True, ignore=_no_files)
    with open(os.path.join(root, "site.yaml"), "a", encoding="utf-8") as file:
        file.write(yaml.safe_dump(_settings(site, root), allow_unicode=True))


def _no_files(folder: str, names: list[str]) -> list[str]:
    """Return what can be no file of a theme: a named pipe, a socket."""
    paths = {name: os.path.join(folder, name) for name in names}
    return [
        name
        for name, path in paths.items()
        if not (os.path.islink(path) or os.path.isdir(path) or os.path.isfile(path))
    ]


def _now() -> Moment:
    return parse_moment(NOW)


def _settings(site: OpenSite, root: str) -> dict[str, Any]:
    """Return what the site says of its theme; the files that options name are copied too."""
    config, options = site.config, dict(site.config.theme_options)
    for name, value in options.items():
        if site.chain.options[name].type == "file" and value:
            if value.lstrip("/") not in site.session.index.assets:
                options[name] = ""  # told by every build
                continue
            source = os.path.join(site.options.root, config.content_folder, value.lstrip("/"))
            target = os.path.join(root, "content", value.lstrip("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)
    plain = msgspec.to_builtins(options)
    chosen = {"theme": config.theme, "theme_options": plain, "language": config.language}
    return chosen | _installed()


def _installed() -> dict[str, Any]:
    """Return the settings that need software beyond the core, as far as it is installed."""
    known: dict[str, dict[str, Any]] = {
        "turbohtml": {"search": True},
        "holidays": {"holidays": "FR"},
    }
    return {
        key: value
        for module, settings in known.items()
        if find_spec(module)
        for key, value in settings.items()
    }


def _keys() -> Keys:
    """Return keys of the private pages; none where what seals them is not installed."""
    if find_spec("cryptography") is None:
        return NO_KEYS
    ring = {"key": _SECRET, "readers": {"one": {"secret": _SECRET}}}
    address = "https://specimen.example.org/"
    raw = msgspec.json.encode({"sites": {address: {"press": ring, "members": ring}}})
    return Keys("specimen", raw)
