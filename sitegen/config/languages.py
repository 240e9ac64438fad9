"""The languages of a site in several, each a version of it with settings of its own."""

from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.border.addresses import split_address
from sitegen.border.scalars import is_language
from sitegen.config.navigation import MenuItem, SectionConfig
from sitegen.config.organisation import OrganisationConfig
from sitegen.config.refusing import Refuse
from sitegen.config.urls import UrlPatterns
from sitegen.model import Accessibility, Prose
from sitegen.patterns import lazy_pattern


class LanguageConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What a language has of its own; what is not said is as the site has it."""

    title: Prose = ""
    """The site's name in this language."""
    description: Prose = ""
    """One or two sentences about the site, in this language."""
    url: str = ""
    """Where it stands: `/en/`, which is the default, or a host of its own,
    `https://en.example.org/`."""
    untranslated: Literal["omit", "show"] = "omit"
    """What becomes of documents that it lacks: they are left out, or shown in the first language
    and marked as such."""
    menus: dict[str, tuple[MenuItem, ...]] = {}
    """Lines of its menus `main` and `footer`, in the place of the site's."""
    sections: dict[str, SectionConfig] = {}
    """What is other of its sections: their titles, above all."""
    urls: UrlPatterns = UrlPatterns()
    """Addresses of its pages, below its own."""
    typography: Literal["", "fr", "off"] = ""
    """The spacing rules of its texts; by default those of the language."""
    organisation: OrganisationConfig | None = None
    """Who publishes the site, in this language: the whole of it."""
    accessibility: Accessibility | None = None
    """What its page about accessibility declares: the whole of it."""
    theme_options: dict[str, Any] = {}
    """The theme's options that are other: its tagline, say."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""


_IN_PLACE = ("title", "description", "organisation", "accessibility", "extra", "typography")
"""What the language has in the place of the site's."""
_ALIKE_IN_ALL = ("article", "sections", "page", "tag", "organisation", "archives", "agenda")
"""Addresses without words of a language: those that the site chose count for all of them."""


def settings_in(main: Any, tag: str, given: LanguageConfig) -> dict[str, Any]:
    """Return the settings of the site *main* (a `SiteConfig`) as they are in the language *tag*."""
    chosen = {name: getattr(given.urls, name) for name in UrlPatterns.__struct_fields__}
    fields = {name: getattr(main, name) for name in main.__struct_fields__}
    own = {name: value for name in _IN_PLACE if (value := getattr(given, name))}
    patterns = {
        name: value if value != getattr(_USUAL, name) or name not in _ALIKE_IN_ALL
        else getattr(main.urls, name)
        for name, value in chosen.items()
    }  # fmt: skip
    return (
        fields
        | own
        | {
            "language": tag,
            "url": address_in(main.url, tag, given),
            "menus": main.menus | given.menus,
            "sections": _merged(main.sections, given.sections),
            "tags": {},
            "redirects": {},
            "urls": UrlPatterns(**patterns),
            "typography": given.typography or ("off" if main.typography == "off" else ""),
            "theme_options": main.theme_options | given.theme_options,
            "languages": {},
            "letter": main.letter.in_language(tag) if main.letter else None,
        }
    )


def address_in(site: str, tag: str, given: LanguageConfig) -> str:
    """Return the address of the version in *tag* of the site at the address *site*."""
    if has_own_host(given):
        return given.url
    return site.rstrip("/") + folder_of(tag, given)


def folder_of(tag: str, given: LanguageConfig) -> str:
    """Return where the language stands below the site: `/en/`."""
    chosen = given.url if given.url and not has_own_host(given) else f"/{tag.lower()}/"
    return f"/{chosen.strip('/')}/"


def has_own_host(given: LanguageConfig) -> bool:
    return "//" in given.url


def _merged(
    site: Mapping[str, SectionConfig], own: Mapping[str, SectionConfig]
) -> dict[str, SectionConfig]:
    usual = SectionConfig()
    merged = {name: msgspec.structs.replace(section, aliases=()) for name, section in site.items()}
    for name, section in own.items():
        said = {
            key: value
            for key in SectionConfig.__struct_fields__
            if (value := getattr(section, key)) != getattr(usual, key)
        }
        merged[name] = msgspec.structs.replace(merged.get(name, usual), **said)
    return merged


_USUAL = UrlPatterns()
_STEPS = lazy_pattern("[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9][A-Za-z0-9-]*)*")
"""Folders below the site, as a language's address names them."""


def check_languages(
    languages: Mapping[str, LanguageConfig], first: str, site: str, refuse: Refuse
) -> None:
    """Note what is no language, and addresses that cannot be theirs."""
    known: dict[str, str] = {}
    for tag, given in languages.items():
        place = f"languages.{tag}"
        if not is_language(tag):
            refuse(place, "bad-language", value=tag)
            continue
        if tag == first:
            if given.url:
                refuse(f"{place}.url", "language-first-address", language=tag)
            continue
        if given.url and not _can_be_address(given.url):
            refuse(f"{place}.url", "language-address", value=given.url, suggestion=f"/{tag}/")
            continue
        address = address_in(site, tag, given).rstrip("/")
        other = first if address == site.rstrip("/") else known.get(address)
        if other:
            refuse(f"{place}.url", "language-address-twice", value=address, language=other)
        known[address] = tag


def _can_be_address(url: str) -> bool:
    if url.startswith("/") and not url.startswith("//"):
        return _STEPS.fullmatch(url.strip("/")) is not None
    address = split_address(url)
    is_host = address.scheme in ("http", "https") and bool(address.hostname)
    return is_host and urlsplit(url).path in ("", "/") and not (address.query or address.fragment)
