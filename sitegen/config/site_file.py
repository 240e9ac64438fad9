"""``site.yaml`` becomes a `SiteConfig`, checked, with line numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import yaml

from sitegen.border.convert import Converter, reader_for
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose, find, find_key, is_null
from sitegen.config.languages import LanguageConfig, settings_in
from sitegen.config.site import DEFAULT_LANGUAGE, DEFAULT_THEME, SiteConfig
from sitegen.config.validation import check_config
from sitegen.errors import Diagnostic, Place, UsageError
from sitegen.names import CONTENT, SITE_FILE
from sitegen.theme.options import Option, read_options


class SiteFile:
    """``site.yaml`` as its author wrote it: first its theme, and with that theme's options all."""

    def __init__(self, raw: bytes) -> None:
        text, self._diagnostics = decode(raw, SITE_FILE)
        self._converter = Converter(text, SITE_FILE, 1, deepest=3)
        self._node = None
        if not self._diagnostics:
            self._node = compose(text, SITE_FILE, 1, self._diagnostics)
            if self._node is None and not self._diagnostics:
                self._diagnostics.append(Diagnostic("config-empty", SITE_FILE, 1, 1))

    @property
    def theme(self) -> str:
        return self.word("theme") or DEFAULT_THEME

    @property
    def theme_version(self) -> str:
        return self.word("theme_version")

    @property
    def language(self) -> str:
        return self.word("language") or DEFAULT_LANGUAGE

    @property
    def languages(self) -> list[str]:
        """The languages of the site, its own first."""
        node = find(self._node, "languages")
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        tags = [key.value for key, _ in pairs if isinstance(key, yaml.ScalarNode)]
        return list(dict.fromkeys((self.language, *tags)))

    @property
    def content(self) -> str:
        """The folder of the documents."""
        return self.word("content") or CONTENT

    def plugin_options(self, name: str, wanted: type[msgspec.Struct]) -> dict[str, Any]:
        """Return what is set for the plugin *name*, as plain values; raises `UsageError`."""
        node = find(self._node, "plugin_options", name)
        if node is None or is_null(node):
            return {}
        key = f"plugin_options.{name}"
        before = len(self._converter.diagnostics)
        value = reader_for(wanted)(self._converter, node, key)
        wrong = self._converter.diagnostics[before:]
        del self._converter.diagnostics[before:]
        if wrong:
            raise UsageError(*wrong)
        plain: dict[str, Any] = msgspec.to_builtins(value)
        return plain

    def word(self, key: str) -> str:
        """Return the text under *key*, or nothing."""
        node = find(self._node, key)
        return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""

    def place(self, *keys: str | int) -> Place:
        """Return where the value under *keys* stands."""
        return self._place(find(self._node, *keys))

    def key_place(self, *keys: str) -> Place:
        """Return where the last of *keys* stands itself."""
        return self._place(find_key(self._node, *keys))

    def _place(self, node: yaml.Node | None) -> Place:
        return Place(SITE_FILE, *(self._converter.place(node) if node else (0, 0)))

    def read(
        self,
        *,
        base_url: str = "",
        options: Mapping[str, Option] | None = None,
        others: Sequence[Diagnostic] = (),
    ) -> SiteConfig:
        """Return the configuration; *base_url* replaces its `url`, *options* are its theme's.

        Raises `UsageError` with every diagnostic, and *others*, when something is wrong.
        """
        converter = self._converter
        config = converter.convert(self._node, SiteConfig) if self._node else None
        if config is not None and base_url:
            config = msgspec.structs.replace(config, url=base_url, languages=_in_one_place(config))
        if config is not None:
            check_config(config, converter)
        if options is not None:
            node = find(self._node, "theme_options")
            values = read_options(converter, node, "theme_options", options, self.theme)
            if config is not None:
                languages = self._languages(config, options)
                config = msgspec.structs.replace(config, theme_options=values, languages=languages)
        if config is None or converter.diagnostics or self._diagnostics or others:
            raise UsageError(*others, *self._diagnostics, *converter.diagnostics)
        return _in_first_language(config)

    def _languages(
        self, config: SiteConfig, options: Mapping[str, Option]
    ) -> dict[str, LanguageConfig]:
        """Return the languages with the theme's options that they have of their own."""
        languages = {}
        for tag, given in config.languages.items():
            keys = ("languages", tag, "theme_options")
            node = find(self._node, *keys)
            values = read_options(self._converter, node, ".".join(keys), options, self.theme)
            own = {name: value for name, value in values.items() if name in given.theme_options}
            languages[tag] = msgspec.structs.replace(given, theme_options=own)
        return languages


def _in_one_place(config: SiteConfig) -> dict[str, LanguageConfig]:
    """Return the languages as they stand where the site is shown for once: below its address, also
    those that have a host of their own.
    """
    return {
        tag: msgspec.structs.replace(given, url="") if "//" in given.url else given
        for tag, given in config.languages.items()
    }


def read_config(raw: bytes, *, base_url: str = "") -> SiteConfig:
    """Return the configuration in *raw*, its theme's options unchecked; raises `UsageError`."""
    return SiteFile(raw).read(base_url=base_url)


def _in_first_language(config: SiteConfig) -> SiteConfig:
    """Return *config* with what stands in `languages` under its own language."""
    given = config.languages.get(config.language)
    if given is None:
        return config
    fields = settings_in(config, config.language, given)
    kept = {"url", "tags", "redirects", "languages", "letter"}
    kept |= set() if given.typography else {"typography"}
    own = {name: value for name, value in fields.items() if name not in kept}
    sections = {
        name: msgspec.structs.replace(section, aliases=config.sections[name].aliases)
        if name in config.sections else section
        for name, section in fields["sections"].items()
    }  # fmt: skip
    return msgspec.structs.replace(config, **own | {"sections": sections})
