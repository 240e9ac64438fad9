"""The configuration of a build: ``site.yaml``, and whether what it chooses is there."""

import os
from collections.abc import Iterator, Mapping, Sequence, Set
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from sitegen.border.suggestions import misspelt, nearest
from sitegen.config import LanguageConfig, SiteConfig, SiteFile
from sitegen.errors import Diagnostic, Place, UsageError
from sitegen.markup import space_french, typeset
from sitegen.names import place_of
from sitegen.sealing.key_file import read_rings
from sitegen.sealing.keys import Ring
from sitegen.sealing.written_keys import NO_KEYS, Keys
from sitegen.site.checks.menus import unresolved_lines
from sitegen.site.checks.section_names import misspelt_settings
from sitegen.site.index import Index
from sitegen.theme.chain import ThemeChain, find_chain
from sitegen.theme.options import Option
from sitegen.theme.versions import is_version, reaches

if TYPE_CHECKING:
    from sitegen.engine.plugins import Known
    from sitegen.plugins.remembered import Remembered


class Configuration(NamedTuple):
    """What ``site.yaml`` says, and the theme that it chooses."""

    config: SiteConfig
    """With a value for every option of the theme."""
    chain: ThemeChain
    files: tuple[tuple[str, Place], ...]
    """The options that name a file of ``content/``, and where the site writes them."""

    layouts: tuple[tuple[str, Place], ...] = ()
    """The layouts that ``site.yaml`` names, and where."""
    menus: Mapping[str, tuple[Place, ...]] = {}
    """Where each line of each menu stands; of those that a language has of its own, `en:main`."""
    sections: tuple[tuple[str, Place], ...] = ()
    """The sections that ``site.yaml`` sets up, and where their names stand."""
    rings: tuple[Ring, ...] = ()
    """The keys of private pages."""
    sections_of_languages: tuple[tuple[str, Place], ...] = ()
    """The sections that languages set up, and where their names stand."""
    languages: Mapping[str, Place] = {}
    """Where the languages stand that ``site.yaml`` sets up."""
    told: tuple[Diagnostic, ...] = ()
    """What is to be told of these."""
    plugins: "tuple[Remembered, ...]" = ()
    """The site's own code."""
    told_of_plugins: tuple[Diagnostic, ...] = ()
    """What is wrong with it: nothing is held back for it."""

    def unknown_layouts(self, index: Index, known: Sequence[str]) -> Iterator[Diagnostic]:
        """Yield what chooses a layout that is none of the theme's, which are *known*."""

        def values(written: str) -> dict[str, str]:
            near = nearest(written, known)
            shown = ", ".join(known) or "none is there"
            return {"key": "layout", "value": written, "suggestion": near, "choices": shown}

        for written, place in self.layouts:
            if written not in known:
                yield place.diagnostic(_choice_code(written, known), **values(written))
        for document in index.section_documents.values():
            written = document.section_front.layout if document.section_front else ""
            if written and written not in known:
                code = _choice_code(written, known)
                yield document.diagnostic(code, "layout", **values(written))

    def empty_languages(self, index: Index) -> Iterator[Diagnostic]:
        """Yield the languages that have no document, and none that only has mistakes."""
        tags = self.config.language_tags
        unwritten = {place_of(document_id, tags)[0] for document_id in index.unwritten}
        for tag, place in self.languages.items():
            if tag != self.config.language and tag not in index.versions and tag not in unwritten:
                yield place.diagnostic("language-without-files", language=tag)

    def unresolved_lines(
        self, index: Index, unread: Set[str], language: str = ""
    ) -> Iterator[Diagnostic]:
        """Yield lines of menus that lead to nothing; *unread*: documents that have mistakes.

        *language*: whose own lines are meant, for the index of a version of the site.
        """
        start = f"{language}:" if language else ""
        for menu, position, code, values in unresolved_lines(index, unread):
            if f"{start}{menu}" in self.menus:
                place = self.menus[f"{start}{menu}"][position]
                yield place.diagnostic(code, menu=menu, **values)

    def misspelt_sections(self, index: Index) -> Iterator[Diagnostic]:
        """Yield settings of sections that are not there, where one of nearly that name is."""
        slips = misspelt_settings(index)
        for name, place in self.sections:
            if name in slips:
                yield place.diagnostic("section-near", section=name, suggestion=slips[name])
        known = {name for version in index.everywhere for name in version.sections}
        declared = known - {name for name, _ in self.sections_of_languages} | set(index.sections)
        for name, place in self.sections_of_languages:
            if name not in declared and (near := misspelt(name, declared)):
                yield place.diagnostic("section-near", section=name, suggestion=near)

    def missing_files(self, index: Index) -> Iterator[Diagnostic]:
        """Yield what is wrong with files that options name."""
        for name, place in self.files:
            file = str(self.config.theme_options[name])
            if file.lstrip("/") not in index.assets:
                key = f"theme_options.{name}"
                yield place.diagnostic("option-file-missing", key=key, file=file)


def _choice_code(written: str, known: Sequence[str]) -> str:
    return "unknown-choice-near" if nearest(written, known) else "unknown-choice"


def load_config(
    root: str, raw: bytes, base_url: str = "", keys: Keys = NO_KEYS, known: "Known | None" = None
) -> Configuration:
    """Return the configuration in *raw*, for the site at *root*; raises `UsageError`.

    *keys* are those of private pages; they belong to the address that ``site.yaml`` tells. *known*:
    what is remembered of plugins.
    """
    from sitegen.engine.plugins import open_plugins

    written = SiteFile(raw)
    chain, wrong = find_chain(root, written.theme, written.place("theme"))
    options = chain.options if chain else None
    wrong += tuple(_too_old(written, chain))
    config = written.read(base_url=base_url, options=options, others=wrong)
    assert chain is not None  # or something was wrong with it
    folder = config.content_folder
    if not os.path.isdir(os.path.join(root, folder)):  # the site would be emptied
        raise UsageError(written.place("content").diagnostic("no-content-folder", folder=folder))
    _check_software(written, config)
    rings, told = read_rings(keys, written.word("url"), config.private.rounds)
    if rings and find_spec("cryptography") is None:
        values = {"what": "private pages", "extra": "private"}
        raise UsageError(Diagnostic("missing-extra", keys.source, values=values))
    languages = {tag: _in_language(config, tag, chain.options) for tag in config.languages}
    if config.typography_of(config.language) == "fr":
        config = _typeset(config, chain.options)
    if languages:
        config = msgspec.structs.replace(config, languages=languages)
    files = tuple(
        (name, written.place("theme_options", name))
        for name, option in chain.options.items()
        if option.type == "file" and config.theme_options[name]
    )
    plugins, of_plugins = open_plugins(root, written, config, known or {})
    declared = tuple(shortcode for plugin in plugins for shortcode in plugin.shortcodes)
    chain = msgspec.structs.replace(chain, shortcodes=chain.shortcodes + declared)
    return Configuration(
        config,
        chain,
        files,
        tuple(_layouts(written, config)),
        _menus(written, config),
        tuple(_sections(written, config)),
        rings,
        tuple(
            (name, written.key_place("languages", tag, "sections", name))
            for tag, given in config.languages.items()
            for name in given.sections
        ),
        {tag: written.key_place("languages", tag) for tag in config.languages},
        tuple(told),
        plugins,
        tuple(of_plugins),
    )


def _check_software(written: SiteFile, config: SiteConfig) -> None:
    """Raise `UsageError` where the settings need software that is not installed."""
    engine = config.markdown.engine
    for module, is_needed, what, extra, keys in (
        ("pyromark", engine == "commonmark", f"`markdown.engine: {engine}`", "commonmark",
         ("markdown", "engine")),
        ("holidays", config.holidays, f"`holidays: {config.holidays}`", "holidays", ("holidays",)),
        ("turbohtml", config.search, "`search: true`", "search", ("search",)),
        ("PIL", config.images.active, "`images:`", "images", ("images",)),
    ):  # fmt: skip
        if is_needed and find_spec(module) is None:
            raise _lacking(written, {"what": what, "extra": extra}, *keys)


def _layouts(written: SiteFile, config: SiteConfig) -> Iterator[tuple[str, Place]]:
    """Yield the layouts that are chosen, each with where it is."""
    if config.layout:
        yield config.layout, written.place("layout")
    for name, section in config.sections.items():
        if section.layout:
            yield section.layout, written.place("sections", name, "layout")


def _menus(written: SiteFile, config: SiteConfig) -> dict[str, tuple[Place, ...]]:
    """Return where the lines of each menu stand; those of a language as `en:main`."""
    menus = {
        menu: tuple(written.place("menus", menu, position) for position in range(len(lines)))
        for menu, lines in config.menus.items()
    }
    for tag, given in config.languages.items():
        for menu, lines in given.menus.items():
            menus[f"{tag}:{menu}" if tag != config.language else menu] = tuple(
                written.place("languages", tag, "menus", menu, position)
                for position in range(len(lines))
            )
    return menus


def _sections(written: SiteFile, config: SiteConfig) -> Iterator[tuple[str, Place]]:
    """Yield the sections that are named, each with where it is."""
    for name in config.sections:
        yield name, written.key_place("sections", name)
    for name in config.urls.sections:
        yield name, written.key_place("urls", "sections", name)


def _too_old(written: SiteFile, chain: ThemeChain | None) -> Iterator[Diagnostic]:
    """Yield what is told where the theme is older than the site wants it."""
    wanted = written.theme_version
    if chain is None or not wanted:
        return
    place = written.place("theme_version")
    if not is_version(wanted):
        yield place.diagnostic("theme-version", key="theme_version", value=wanted)
    elif not reaches(chain.version, wanted):
        values = {"theme": written.theme, "version": chain.version or "0", "wanted": wanted}
        yield place.diagnostic("theme-too-old", **values)


def _lacking(written: SiteFile, values: dict[str, str], *keys: str) -> UsageError:
    """Return what is told where the setting at *keys* wants an extra that is not installed."""
    return UsageError(written.key_place(*keys).diagnostic("missing-extra", **values))


def _in_language(config: SiteConfig, tag: str, options: Mapping[str, Option]) -> LanguageConfig:
    """Return what the language *tag* has of its own, with the spaces of its own texts."""
    given = config.languages[tag]
    if config.typography_of(tag) != "fr":
        return given
    return msgspec.structs.replace(
        typeset(given), theme_options=_typeset_options(given.theme_options, options)
    )


def _typeset(config: SiteConfig, options: Mapping[str, Option]) -> SiteConfig:
    """Return *config* with French spaces in what readers read of it and of the theme's options."""
    values = _typeset_options(config.theme_options, options)
    return msgspec.structs.replace(typeset(config), theme_options=values)


def _typeset_options(values: Mapping[str, Any], options: Mapping[str, Option]) -> dict[str, Any]:
    return {
        name: space_french(value) if name in options and options[name].type == "text" else value
        for name, value in values.items()
    }
