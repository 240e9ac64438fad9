"""Addresses of pages."""

import re

import msgspec

from sitegen.config.refusing import Refuse


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


_PLACEHOLDERS = {
    "article": {"section", "slug", "year", "month", "day"},
    "tag": {"slug"},
    "author": {"slug"},
    "archives": set(),
    "agenda": set(),
    "accessibility": set(),
    "search": set(),
}


def check_urls(urls: UrlPatterns, refuse: Refuse) -> None:
    """Note patterns that lead out of the site, or whose words are unknown or missing."""
    for name, allowed in _PLACEHOLDERS.items():
        pattern: str = getattr(urls, name)
        found = set(re.findall(r"\{([^{}]*)\}", pattern))
        steps = pattern.split("/")
        if not pattern.startswith("/") or ".." in steps or "\\" in pattern:
            refuse(f"urls.{name}", "bad-url-pattern", key=name, value=pattern)
        elif unknown := found - allowed:
            names = ", ".join(sorted(allowed)) or "none"
            refuse(f"urls.{name}", "bad-placeholder", key=name, value=min(unknown), allowed=names)
        elif "slug" in allowed and "slug" not in found:
            refuse(f"urls.{name}", "missing-placeholder", key=name, value=pattern)
