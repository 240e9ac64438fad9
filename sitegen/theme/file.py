"""``theme.yaml``: what a theme extends, and the options that its sites may set, by their types."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose, find, find_key
from sitegen.border.yaml_notes import INVALID, lacking
from sitegen.errors import Place
from sitegen.markup.values import DeclaredShortcode
from sitegen.theme.options import Option, OptionType, read_value
from sitegen.theme.shortcodes import WrittenShortcode, declared, mistakes

THEME_FILE = "theme.yaml"


class _WrittenOption(msgspec.Struct, frozen=True, kw_only=True):
    """What stands under an option's name; a child theme may write a part of it."""

    type: OptionType | None = None
    default: Any = None
    choices: tuple[str, ...] = ()
    description: str = ""


class WrittenTheme(msgspec.Struct, frozen=True, kw_only=True):
    name: str = ""
    description: str = ""
    version: str = ""
    sitegen: str = ""
    extends: str = ""
    without: tuple[str, ...] = ()
    options: dict[str, _WrittenOption | None] = {}
    shortcodes: dict[str, WrittenShortcode | None] = {}


class ThemeFile:
    """One ``theme.yaml``, with what is wrong in it under `diagnostics`."""

    def __init__(self, raw: bytes, path: str) -> None:
        self.path = path
        text, wrong = decode(raw, path)
        self._converter = Converter(text, path, 1)
        self.diagnostics = self._converter.diagnostics
        self.diagnostics += wrong
        self._node = None if wrong else compose(text, path, 1, self.diagnostics)
        written = self._converter.convert(self._node, WrittenTheme) if self._node else None
        self._written = written or WrittenTheme()

    @property
    def extends(self) -> str:
        return self._written.extends

    @property
    def version(self) -> str:
        """That of the theme, such as 1.2."""
        return self._written.version

    @property
    def wanted_sitegen(self) -> str:
        """The oldest sitegen that the theme was made for."""
        return self._written.sitegen

    @property
    def without(self) -> tuple[str, ...]:
        """Addresses below the site's root of the themes' files that are not published."""
        return self._written.without

    @property
    def description(self) -> str:
        return self._written.description

    @property
    def option_names(self) -> set[str]:
        """The options that this file declares, or changes."""
        return set(self._written.options)

    def place(self, key: str) -> Place:
        return Place(self.path, *self._converter.marks.get(key, (1, 1)))

    def declare(self, inherited: Mapping[str, Option]) -> dict[str, Option]:
        """Return *inherited* with this file's options over it; what is wrong is noted."""
        declared = dict(inherited)
        for name, written in self._written.options.items():
            option = self._option(name, written or _WrittenOption(), inherited.get(name))
            if option is not None:
                declared[name] = option
        return declared

    def shortcodes(self) -> dict[str, DeclaredShortcode]:
        """Return the shortcodes of this file by name; what is wrong is noted."""
        shortcodes = {}
        for name, shortcode in self._written.shortcodes.items():
            written = shortcode or WrittenShortcode()
            wrong = list(mistakes(name, written))
            for key, reason in wrong:
                path = f"shortcodes.{name}.{key}".rstrip(".")
                place = self._key_place("shortcodes", name, *key.split("."))
                self.diagnostics.append(
                    place.diagnostic("shortcode-declaration", key=path, reason=reason)
                )
            if not wrong:
                shortcodes[name] = declared(name, written)
        return shortcodes

    def _key_place(self, *keys: str) -> Place:
        """Return where the last of *keys* stands itself; an empty one ends them."""
        node = find_key(self._node, *filter(None, keys))
        return Place(self.path, *(self._converter.place(node) if node else (1, 1)))

    def _option(self, name: str, written: _WrittenOption, parent: Option | None) -> Option | None:
        key = f"options.{name}"
        kind = written.type or (parent.type if parent else None)
        if kind is None:
            return self._lack(key, "type")
        if parent is not None and kind != parent.type:  # templates of the parent rely on it
            return self._refuse(key, "option-type-differs", name=name, type=parent.type)
        choices = written.choices or (parent.choices if parent else ())
        if kind in ("choice", "choices") and not choices:
            return self._lack(key, "choices")
        description = written.description or (parent.description if parent else "")
        empty = _EMPTY.get(kind, parent.default if parent else None)
        option = Option(type=kind, default=empty, choices=choices, description=description)
        node = find(self._node, "options", name, "default")
        value = read_value(self._converter, node, f"{key}.default", option) if node else None
        if value is INVALID:
            return None
        if value is None and parent is not None:
            value = parent.default
            if lost := next((name for name in _chosen(value, kind) if name not in choices), ""):
                values = {"value": lost, "choices": ", ".join(choices)}
                return self._refuse(key, "unknown-choice", key=f"{key}.default", **values)
        if value is None and empty is None:
            return self._lack(key, "default")
        return option if value is None else msgspec.structs.replace(option, default=value)

    def _lack(self, key: str, name: str) -> Option | None:
        code, values = lacking(f"{key}.{name}")
        return self._refuse(key, code, **values)

    def _refuse(self, place: str, code: str, **values: str) -> Option | None:
        self.diagnostics.append(self.place(place).diagnostic(code, **values))
        return None


_EMPTY: dict[str, Any] = {"text": "", "file": ""}
"""The defaults that a theme need not write."""


def _chosen(value: Any, kind: str) -> Sequence[str]:
    return [value] if kind == "choice" else value if kind == "choices" else ()
