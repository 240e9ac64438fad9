"""``site.yaml`` becomes a `SiteConfig`, checked, with line numbers."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from posixpath import normpath
from typing import Any, ClassVar, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones as read_timezones

import msgspec
import yaml

from sitegen.border.addresses import ascii_host, split_address
from sitegen.border.convert import Converter
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose, find
from sitegen.catalogue import IDENTIFIERS
from sitegen.errors import Diagnostic, Place, UsageError
from sitegen.model import Accessibility, CheckFields, Contact, Link
from sitegen.names import CONTENT, SITE_FILE
from sitegen.theme_options import Option, read_options

HolidayPlace = Literal[
    "", "FR", "FR-57", "FR-6AE", "FR-971", "FR-972", "FR-973", "FR-974", "FR-976", "FR-BL", "FR-MF",
    "FR-NC", "FR-PF", "FR-PM", "FR-WF", "BE", "CH", "LU", "MC",
]  # fmt: skip
"""Countries and parts of them (ISO 3166-2) whose public holidays are known; Alsace is FR-6AE."""


DEFAULT_THEME = "association"


class Office(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    """What the office is called."""
    address: str = ""
    """In one line: street, postcode, town."""
    phone: str = ""
    """As readers dial it."""
    email: str = ""
    """An e-mail address."""
    people: tuple[Contact, ...] = ()
    """Who works there."""


class OrganisationConfig(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    """The organisation's name."""
    legal_form: str = ""
    """What it is in law: Association régie par la loi du 1er juillet 1901."""
    address: str = ""
    """In one line: street, postcode, town."""
    email: str = ""
    """The address that readers write to."""
    phone: str = ""
    """As readers dial it."""
    logo: str = ""
    """Its picture, a file of content/: logo.svg."""
    founded: str = ""
    """The year in which it was founded."""
    registration: str = ""
    """Its numbers: RNA, SIRET."""
    social: tuple[Link, ...] = ()
    """Addresses of its pages on social networks."""
    offices: tuple[Office, ...] = ()
    """Head office and branches."""
    contacts: dict[str, Contact] = {}
    """People that articles name by a word: `contact: presse`."""


class SectionConfig(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    """The section's name, as readers see it."""
    per_page: int = 0
    """How many articles stand on a page of its list."""
    feed: bool = True
    """Whether it has a feed of its own."""
    layout: str = ""
    """How the section's pages are laid out, and those of the sections below: `documentation`."""


class MenuItem(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a menu: a title and an address, or a section's id, or a page's path."""

    shorthand: ClassVar[str] = "target"

    title: str = ""
    """What readers see."""
    url: Link = ""
    """An address: /join/, or https://…."""
    target: str = ""
    """A section's name (news), or a page's file (association.md)."""


class MarkdownConfig(msgspec.Struct, frozen=True, kw_only=True):
    engine: Literal["markdown", "commonmark"] = "markdown"
    """Which Markdown is understood; `commonmark` needs sitegen[commonmark]."""
    raw_html: Literal["safe", "escape", "allow"] = "safe"
    """HTML in Markdown: what is harmless, shown as text, or as it is written."""
    time_limit: float = 10
    """Seconds of a processor in which a document must be rendered."""


class UrlPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses below the site's root; `{section}`, `{slug}`, `{year}`, `{month}`, `{day}`."""

    article: str = "/{section}/{slug}/"
    """Of articles."""
    tag: str = "/tags/{slug}/"
    """Of a tag."""
    author: str = "/auteurs/{slug}/"
    """Of an author."""
    archives: str = "/archives/"
    """Of the archives."""
    agenda: str = "/agenda/"
    """Of the agenda."""
    search: str = "/recherche/"
    """Of the search page."""
    accessibility: str = "/accessibilite/"
    """Of the declaration of accessibility."""


class PolicySources(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Where pages may load from beside the site, by directive (CSP 3 §2.3)."""

    img_src: tuple[str, ...] = ()
    """Of images."""
    media_src: tuple[str, ...] = ()
    """Of films and sounds."""
    frame_src: tuple[str, ...] = ()
    """Of frames."""
    script_src: tuple[str, ...] = ()
    """Of scripts."""
    style_src: tuple[str, ...] = ()
    """Of style sheets."""
    font_src: tuple[str, ...] = ()
    """Of fonts."""
    connect_src: tuple[str, ...] = ()
    """Of what scripts ask for."""
    form_action: tuple[str, ...] = ()
    """Where forms may be sent."""


class PolicyConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The Content-Security-Policy that every page carries."""

    shorthand: ClassVar[str] = "enabled"

    enabled: bool = True
    """Whether pages carry it."""
    sources: PolicySources = PolicySources()
    """Where pages may load from beside the site, by directive."""


class FeedsConfig(msgspec.Struct, frozen=True, kw_only=True):
    limit: int = 20
    """How many articles a feed holds."""
    full_content: bool = True
    """Whether feeds hold whole texts, or summaries alone."""


class QualityConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Of 100, on each format's own scale: these look alike."""

    avif: int = 52
    """Of AVIF."""
    webp: int = 76
    """Of WebP."""
    jpeg: int = 80
    """Of JPEG."""


class ImagesConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Which sizes and formats of images are made; written alone, `true` or `false`."""

    shorthand: ClassVar[str] = "active"

    active: bool = True
    """Whether other sizes and formats of images are made; needs sitegen[images]."""
    widths: tuple[int, ...] = (480, 800, 1280, 1920)
    """Pixels; an image is never made larger than it is."""
    formats: tuple[Literal["avif", "webp"], ...] = ("avif", "webp")
    """Beside the image's own, the one that browsers should prefer first."""
    quality: QualityConfig = QualityConfig()
    """Of 100, for each format."""
    cards: bool = True
    """Whether a picture is drawn for shared links to articles that have none."""


class ExternalConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Links to other hosts, where `sitegen check --external` asks."""

    ignore: tuple[str, ...] = ()
    """Addresses that are not asked for: `https://example.org/*`."""


class CheckConfig(CheckFields, frozen=True, kw_only=True):
    """What `sitegen check` need not tell, of no document, and not ask."""

    external: ExternalConfig = ExternalConfig()
    """How links to other hosts are asked for."""


class SitemapConfig(msgspec.Struct, frozen=True, kw_only=True):
    news: bool = False
    """Whether there is a sitemap for Google News, of the articles of two days."""


class RepositoryConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Where the site's content can be read and edited on the web, as on a code host."""

    view: str = ""
    """The folder of the content as the host shows it: `https://git.example.org/hub/blob/main/docs/`.
    Links that lead out of the content go there."""
    edit: str = ""
    """The same folder where it is edited; a page of a guide then links to its source."""


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``site.yaml`` says."""

    title: str
    """The site's name."""
    url: str
    """The address at which the site is published: https://hub.example.org/."""
    language: str = "fr"
    """The language of the site: fr, en."""
    timezone: str = "Europe/Paris"
    """The zone of all hours: Europe/Paris."""
    theme: str = DEFAULT_THEME
    """The theme's folder."""
    theme_options: dict[str, Any] = {}
    """What the theme lets a site choose: its accent, its logo, what the home page shows."""
    content: str = CONTENT
    """The folder of the documents, below this file's; `.` is this file's own."""
    layout: str = ""
    """How the pages of the whole site are laid out: `documentation`, or as the theme has them."""
    repository: RepositoryConfig = RepositoryConfig()
    """Where the content can be read and edited on the web."""
    description: str = ""
    """One or two sentences about the site, for feeds and search engines."""
    organisation: OrganisationConfig | None = None
    """Who publishes the site: its name, addresses and people."""
    sections: dict[str, SectionConfig] = {}
    """The sections, in their order: a folder of content/ each."""
    menus: dict[str, tuple[MenuItem, ...]] = {}
    """Lines of the menus `main` and `footer`: a section's name, a page's file, or title and url."""
    markdown: MarkdownConfig = MarkdownConfig()
    """How Markdown is read."""
    typography: Literal["", "fr", "off"] = ""
    """The language of the spacing rules; by default French for a French site."""
    urls: UrlPatterns = UrlPatterns()
    """Addresses of pages, with {section}, {slug}, {year}, {month}, {day}."""
    feeds: FeedsConfig = FeedsConfig()
    """What feeds hold."""
    per_page: int = 20
    """How many articles stand on a page of a list."""
    security_policy: PolicyConfig = PolicyConfig()
    """The Content-Security-Policy of every page; `false` for none."""
    accessibility: Accessibility | None = None
    """What the page about accessibility declares; without it there is none."""
    holidays: HolidayPlace = ""
    """Whose public holidays the agenda names: `FR`, or `FR-974` for a part (ISO 3166-2)."""
    sitemap: SitemapConfig = SitemapConfig()
    """What the sitemap holds beside every page."""
    search: bool = False
    """Whether readers can search the site."""
    images: ImagesConfig = ImagesConfig(active=False)
    """Other sizes and formats of images; `true` for the usual ones. Needs sitegen[images]."""
    check: CheckConfig = CheckConfig()
    """What `sitegen check` need not tell, and how it asks other hosts."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""

    @property
    def content_folder(self) -> str:
        """The folder of the documents below the site's, without a slash at its end; or ``.``."""
        return normpath(self.content)

    @property
    def base_path(self) -> str:
        """The path under which the site lives, without its last slash: ``/hub`` or nothing."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme and host, without a slash."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{ascii_host(parts.netloc)}"

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    def typography_of(self, language: str) -> str:
        """Return which spacing rules a text in *language* obeys: ``fr`` or ``off``."""
        is_french = (language or self.language).split("-")[0] == "fr"
        return "fr" if is_french and self.typography != "off" else "off"


@cache
def available_timezones() -> frozenset[str]:
    """Return the names of all zones; asked once, for it walks through the system's folder."""
    return frozenset(read_timezones())


class SiteFile:
    """``site.yaml`` as its author wrote it: first its theme, and with that theme's options all."""

    def __init__(self, raw: bytes) -> None:
        text, self._diagnostics = decode(raw, SITE_FILE)
        self._converter = Converter(text, SITE_FILE, 1)
        self._node = None
        if not self._diagnostics:
            self._node = compose(text, SITE_FILE, 1, self._diagnostics)
            if self._node is None and not self._diagnostics:
                self._diagnostics.append(Diagnostic("config-empty", SITE_FILE, 1, 1))

    @property
    def theme(self) -> str:
        node = find(self._node, "theme")
        return (isinstance(node, yaml.ScalarNode) and node.value.strip()) or DEFAULT_THEME

    def place(self, *keys: str) -> Place:
        """Return where the value under *keys* stands."""
        node = find(self._node, *keys)
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
            config = msgspec.structs.replace(config, url=base_url)
        if config is not None:
            _check(config, converter)
        if options is not None:
            node = find(self._node, "theme_options")
            values = read_options(converter, node, "theme_options", options, self.theme)
            if config is not None:
                config = msgspec.structs.replace(config, theme_options=values)
        if config is None or converter.diagnostics or self._diagnostics or others:
            raise UsageError(*others, *self._diagnostics, *converter.diagnostics)
        return config


def read_config(raw: bytes, *, base_url: str = "") -> SiteConfig:
    """Return the configuration in *raw*, its theme's options unchecked; raises `UsageError`."""
    return SiteFile(raw).read(base_url=base_url)


def _is_content_folder(written: str) -> bool:
    """Whether *written* can hold documents: it lies in the site, beside what is none of theirs."""
    steps = written.rstrip("/").split("/")
    is_taken = steps[0] in ("themes", "output")
    hidden = any(step == "" or (step[0] in "._~" and written != ".") for step in steps)
    return not (is_taken or hidden or "\\" in written)


_SOURCE = re.compile(
    r"(https?://)?(\*\.)?[\w-]+(\.[\w-]+)*(:(\d+|\*))?(/[^\s;,?#]*)?"
    r"|(https|data|blob):|'(unsafe-inline|unsafe-eval|wasm-unsafe-eval|unsafe-hashes)'"
    r"|'(sha256|sha384|sha512)-[\w+/=-]+'"
)
"""A source expression (CSP 3 §2.3.1) that cannot end its directive."""
_PLACEHOLDERS = {
    "article": {"section", "slug", "year", "month", "day"},
    "tag": {"slug"},
    "author": {"slug"},
    "archives": set(),
    "agenda": set(),
    "accessibility": set(),
    "search": set(),
}


def _is_site_address(url: str) -> bool:
    """Whether *url* is that of a whole site: without a question, a fragment, a name or spaces."""
    address = split_address(url)
    is_whole = address.scheme in ("http", "https") and bool(address.hostname)
    has_more = address.query or address.fragment or re.search(r"[\s@\\]", url)
    return is_whole and not has_more


def _check(config: SiteConfig, converter: Converter) -> None:
    """Note what is of the right type and yet cannot be."""

    def refuse(place: str, code: str, **values: str) -> None:
        line, column = converter.marks.get(place, (1, 1))
        converter.diagnostics.append(Diagnostic(code, SITE_FILE, line, column, values))

    if not _is_site_address(config.url):
        refuse("url", "bad-site-url", value=config.url)
    if config.timezone not in available_timezones():
        refuse("timezone", "unknown-timezone", value=config.timezone)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", config.language):
        refuse("language", "bad-language", value=config.language)
    if not _is_content_folder(config.content):
        refuse("content", "bad-content-folder", value=config.content)
    if config.per_page < 1:
        refuse("per_page", "expected-positive", key="per_page")
    if config.markdown.time_limit <= 0:
        refuse("markdown.time_limit", "expected-above-zero", key="markdown.time_limit")
    if config.feeds.limit < 1:
        refuse("feeds.limit", "expected-positive", key="feeds.limit")
    sources_of: dict[str, tuple[str, ...]] = msgspec.to_builtins(config.security_policy.sources)
    for directive, sources in sources_of.items():
        for number, source in enumerate(sources):
            if not _SOURCE.fullmatch(source):
                key = f"security_policy.sources.{directive}.{number}"
                refuse(key, "bad-policy-source", value=source)
    for name in ("view", "edit"):
        written: str = getattr(config.repository, name)
        if written and split_address(written).scheme not in ("http", "https"):
            refuse(f"repository.{name}", "bad-repository", key=f"repository.{name}", value=written)
    declared = config.accessibility
    contacts = config.organisation.contacts if config.organisation else {}
    if declared and declared.contact and declared.contact not in contacts:
        refuse("accessibility.contact", "unknown-contact", value=declared.contact)
    if declared and declared.rate > 100:
        refuse("accessibility.rate", "expected-percent", key="rate")
    for number, identifier in enumerate(config.check.ignore):
        if identifier not in IDENTIFIERS:
            key = f"check.ignore.{number}"
            key = key if key in converter.marks else "check.ignore"
            refuse(key, "unknown-identifier", value=identifier)
    for width in config.images.widths:
        if not 16 <= width <= 8192:
            refuse("images.widths", "bad-width", value=str(width))
    for format_name in ("avif", "webp", "jpeg"):
        if not 1 <= getattr(config.images.quality, format_name) <= 100:
            refuse("images.quality", "bad-quality", key=format_name)
    for name in sorted(config.sections):
        if config.sections[name].per_page < 0:
            refuse(f"sections.{name}", "expected-positive", key=f"sections.{name}.per_page")
    for name, allowed in _PLACEHOLDERS.items():
        pattern: str = getattr(config.urls, name)
        found = set(re.findall(r"\{([^{}]*)\}", pattern))
        steps = pattern.split("/")
        if not pattern.startswith("/") or ".." in steps or "\\" in pattern:
            refuse(f"urls.{name}", "bad-url-pattern", key=name, value=pattern)
        elif unknown := found - allowed:
            names = ", ".join(sorted(allowed)) or "none"
            refuse(f"urls.{name}", "bad-placeholder", key=name, value=min(unknown), allowed=names)
        elif "slug" in allowed and "slug" not in found:
            refuse(f"urls.{name}", "missing-placeholder", key=name, value=pattern)
