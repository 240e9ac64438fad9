"""``site.yaml`` and ``_data/authors.yaml`` of a site that moved in. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.config.urls import UrlPatterns
from sitegen.importing.former import FormerSite
from sitegen.importing.links import plain_address
from sitegen.importing.lists import FormerLists
from sitegen.importing.placing import LEFT_OUT, Seen
from sitegen.importing.values import plain
from sitegen.site.urls import slugify

EXAMPLE_URL = "https://hub.example.org/"
LANGUAGE, TIMEZONE = "fr", "Europe/Paris"
"""What stands where the former site told nothing, beside the address."""


def site_settings(
    site: FormerSite,
    seen: Sequence[Seen],
    patterns: UrlPatterns,
    files: Mapping[str, str],
    lists: FormerLists,
) -> dict[str, Any]:
    """Return ``site.yaml``: what the former site says of itself, and what its texts need.

    *files*: those of the new content, by former address. *lists*: where lists stood.
    """
    sections = written_sections(site, seen)
    menu = _menu(site, sections, files) or _filled(sections, seen)
    values: dict[str, Any] = {
        "title": plain(site.title) or "…",
        "url": site.url.rstrip("/") + "/" if site.url else EXAMPLE_URL,
        "language": site.language or LANGUAGE,
        "timezone": site.timezone or TIMEZONE,
        "description": plain(site.description),
        "languages": _languages(site, seen),
        "sections": {
            name: {"title": title, **_aliases(lists.feeds.get(name, ""), files)}
            for name, title in sections.items()
        },
        "tags": {
            name: written
            for name, address in lists.tags.items()
            if (written := _aliases(address, files))
        },
        "menus": {"main": menu} if menu else {},
        "markdown": {"engine": site.engine},
        "urls": _patterns(patterns),
        "redirects": {
            former: now
            for former, now in redirects(site).items()
            if plain_address(former) not in files  # a text stands there
        },
    }
    return {key: value for key, value in values.items() if value}


def _languages(site: FormerSite, seen: Iterable[Seen]) -> dict[str, dict[str, str]]:
    """Return the languages beside the first one in which there is a text."""
    written = {text.version for text in seen if text.standing not in LEFT_OUT}
    known = {tag: version for tag, version in site.versions.items() if tag in written}
    return {
        tag: {"title": plain(version.title or site.title) or "…"}
        | ({"url": version.url.rstrip("/") + "/"} if version.url else {})
        for tag, version in known.items()
    }


def _patterns(patterns: UrlPatterns) -> dict[str, Any]:
    usual = UrlPatterns()
    others = {"sections": patterns.sections, "page": patterns.page}
    own = {key: value for key, value in others.items() if value != getattr(usual, key)}
    return {"article": patterns.article, **own}


def _aliases(address: str, files: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what leads on from *address*, unless a text stands there."""
    return {"aliases": [address]} if address and plain_address(address) not in files else {}


def _filled(sections: Mapping[str, str], seen: Iterable[Seen]) -> list[str]:
    """Return those of *sections* in which readers find something."""
    read = [text for text in seen if text.standing == "public"]
    held = {text.place.section for text in read if text.place.date is not None or text.is_section}
    return [section for section in sections if section in held]


def redirects(site: FormerSite) -> dict[str, str]:
    """Return where former addresses of lists lead now, in their order."""
    titles = {
        address: f"/{slugify(folder)}/"
        for folder, section in site.sections.items()
        for address in section.former_addresses
        if address.strip("/") != slugify(folder)
    }
    return dict(sorted((titles | dict(site.redirects)).items()))


def _menu(
    site: FormerSite, sections: Mapping[str, str], files: Mapping[str, str]
) -> list[str | dict[str, str]]:
    """Return the lines of the menu that lead somewhere: sections, files, addresses elsewhere."""
    lines: list[str | dict[str, str]] = []
    for former in site.menu:
        address = former.address
        if site.url and address.startswith(f"{site.url.rstrip('/')}/"):
            address = address.removeprefix(site.url.rstrip("/"))
        file = files.get(plain_address(f"/{address.lstrip('/')}"), "")
        section = slugify(former.section) if former.section else file.removesuffix("/_index.md")
        section = section or slugify(address.strip("/"))
        title = plain(former.title)
        line: str | dict[str, str] = ""
        if section in sections:
            line = section
        elif file and file != "_index.md":
            line = file
        elif address.startswith(("http://", "https://")) and title:
            line = {"title": title, "url": address}
        if line and line not in lines:
            lines.append(line)
    return lines


def authors_file(site: FormerSite, handles: Iterable[str] = ()) -> dict[str, Any]:
    """Return ``_data/authors.yaml``: those who sign, by key; of *handles* nothing else is known."""
    people: dict[str, Any] = {name: {"name": name} for name in sorted(handles)}
    for key, person in site.people.items():
        known = {
            "name": plain(person.name), "role": plain(person.role), "email": person.email,
            "bio": plain(person.bio),
        }  # fmt: skip
        people[key] = {name: value for name, value in known.items() if value}
    return people


def written_sections(site: FormerSite, seen: Iterable[Seen]) -> dict[str, str]:
    """Return the titles of sections by folder: those of the menu first, then those of articles;
    none that holds no text and to which no address leads."""
    seen = list(seen)
    folders = [text.place.section for text in seen if text.standing not in LEFT_OUT]
    held = {slugify(part) for folder in folders for part in (folder, folder.split("/")[0])}
    titles = {
        slugify(name): plain(section.title)
        for name, section in site.sections.items()
        if name and (slugify(name) in held or section.former_addresses)
    }
    for text in seen:
        if text.standing in LEFT_OUT:
            continue
        section = text.place.section.split("/")[0]
        if section and (text.place.date is not None or text.is_section):
            titles.setdefault(slugify(section), section.replace("-", " ").capitalize())
    return titles
