"""``site.yaml`` becomes a `SiteConfig`, checked, with line numbers."""

import re
from functools import cache
from typing import Any, ClassVar, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones as read_timezones

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic, UsageError
from sitegen.model import Contact
from sitegen.names import SITE_FILE

HolidayPlace = Literal[
    "", "FR", "FR-57", "FR-6AE", "FR-971", "FR-972", "FR-973", "FR-974", "FR-976", "FR-BL", "FR-MF",
    "FR-NC", "FR-PF", "FR-PM", "FR-WF", "BE", "CH", "LU", "MC",
]  # fmt: skip
"""Countries and parts of them (ISO 3166-2) whose public holidays are known; Alsace is FR-6AE."""


class Office(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    people: tuple[Contact, ...] = ()


class OrganisationConfig(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    legal_form: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    logo: str = ""
    founded: str = ""
    registration: str = ""
    social: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    contacts: dict[str, Contact] = {}


class SectionConfig(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    per_page: int = 0
    feed: bool = True


class MenuItem(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a menu: a title and an address, or a section's id, or a page's path."""

    shorthand: ClassVar[str] = "target"

    title: str = ""
    url: str = ""
    target: str = ""


class MarkdownConfig(msgspec.Struct, frozen=True, kw_only=True):
    engine: Literal["markdown", "commonmark"] = "markdown"


class UrlPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses below the site's root; `{section}`, `{slug}`, `{year}`, `{month}`, `{day}`."""

    article: str = "/{section}/{slug}/"
    tag: str = "/tags/{slug}/"
    author: str = "/auteurs/{slug}/"
    archives: str = "/archives/"
    agenda: str = "/agenda/"


class FeedsConfig(msgspec.Struct, frozen=True, kw_only=True):
    limit: int = 20
    full_content: bool = True


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``site.yaml`` says."""

    title: str
    url: str
    language: str = "fr"
    timezone: str = "Europe/Paris"
    theme: str = "association"
    description: str = ""
    organisation: OrganisationConfig | None = None
    sections: dict[str, SectionConfig] = {}
    menus: dict[str, tuple[MenuItem, ...]] = {}
    markdown: MarkdownConfig = MarkdownConfig()
    typography: Literal["", "fr", "off"] = ""
    """The language of the spacing rules; by default French for a French site."""
    urls: UrlPatterns = UrlPatterns()
    feeds: FeedsConfig = FeedsConfig()
    per_page: int = 20
    holidays: HolidayPlace = ""
    """Whose public holidays the agenda names: `FR`, or `FR-974` for a part (ISO 3166-2)."""
    extra: dict[str, Any] = {}

    @property
    def base_path(self) -> str:
        """The path under which the site lives, without its last slash: ``/hub`` or nothing."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme and host, without a slash."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

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


def read_config(raw: bytes, *, base_url: str = "") -> SiteConfig:
    """Return the configuration in *raw*; *base_url* replaces its `url`.

    Raises `UsageError` with every diagnostic when something in it is wrong.
    """
    text, diagnostics = decode(raw, SITE_FILE)
    converter = Converter(text, SITE_FILE, 1)
    config = None
    if not diagnostics:
        node = compose(text, SITE_FILE, 1, diagnostics)
        if node is None and not diagnostics:
            diagnostics.append(Diagnostic("config-empty", SITE_FILE, 1, 1))
        elif node is not None:
            config = converter.convert(node, SiteConfig)
    if config is not None and base_url:
        config = msgspec.structs.replace(config, url=base_url)
    if config is not None:
        _check(config, converter)
    if config is None or converter.diagnostics or diagnostics:
        raise UsageError(*diagnostics, *converter.diagnostics)
    return config


_PLACEHOLDERS = {
    "article": {"section", "slug", "year", "month", "day"},
    "tag": {"slug"},
    "author": {"slug"},
    "archives": set(),
    "agenda": set(),
}


def _check(config: SiteConfig, converter: Converter) -> None:
    """Note what is of the right type and yet cannot be."""

    def refuse(place: str, code: str, **values: str) -> None:
        line, column = converter.marks.get(place, (1, 1))
        converter.diagnostics.append(Diagnostic(code, SITE_FILE, line, column, values))

    address = urlsplit(config.url)
    if address.scheme not in ("http", "https") or not address.netloc or address.query:
        refuse("url", "bad-site-url", value=config.url)
    if config.timezone not in available_timezones():
        refuse("timezone", "unknown-timezone", value=config.timezone)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", config.language):
        refuse("language", "bad-language", value=config.language)
    if not re.fullmatch(r"[\w-]+(\.[\w-]+)*", config.theme):
        refuse("theme", "unknown-theme", theme=config.theme, known="association")
    if config.per_page < 1:
        refuse("per_page", "expected-positive", key="per_page")
    if config.feeds.limit < 1:
        refuse("feeds.limit", "expected-positive", key="feeds.limit")
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
