"""Which archetype and which section a word means: `communiqué`, `Agenda`. Reads folders."""

import os
import re

import msgspec

from sitegen.border.suggestions import nearest
from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import BUNDLE_TEXT, NOT_CONTENT, SECTION_TEXT, is_document
from sitegen.scaffold.archetypes import Archetype, singular
from sitegen.scaffold.placeholders import examples
from sitegen.site.urls import is_safe_path, slugify
from sitegen.sources.scan import find_document, is_skipped

_LINE = re.compile(r"^section:(?P<value>.*?)(?P<end>\s*(?: #.*)?)$", re.MULTILINE)


class Choice(msgspec.Struct, frozen=True):
    archetype: Archetype
    section: str
    """A folder below that of the content; empty for that itself."""


def known_sections(root: str, config: SiteConfig) -> dict[str, str]:
    """Return the titles of the sections by their folder, those of ``site.yaml`` first."""
    titles = {name: section.title or name for name, section in config.sections.items()}
    content = os.path.join(root, config.content_folder)
    for name in sorted(os.listdir(content)) if os.path.isdir(content) else []:
        is_tree = name in config.typographies  # of a language
        if is_tree or name in titles or name.startswith("_") or is_skipped(name):
            continue
        if config.content_folder == "." and name in NOT_CONTENT:
            continue
        if _is_section(os.path.join(content, name)):
            titles[name] = name
    return titles


def _is_section(folder: str) -> bool:
    """Whether *folder* of the content holds articles, and is not the page of its own index.md."""
    if find_document(folder, SECTION_TEXT):
        return True
    if find_document(folder, BUNDLE_TEXT):
        return False
    return any(is_document(name) for _, _, names in os.walk(folder) for name in names)


def choose(word: str, known: list[Archetype], sections: dict[str, str], language: str) -> Choice:
    """Return what *word* means: an archetype, or a section of the site. Raises `UsageError`."""
    section = find_section(word, sections)
    archetype = next((candidate for candidate in known if candidate.is_called(word)), None)
    if archetype is None and section:
        archetype = _made_for(section, known, sections)
    if archetype is None:
        raise UsageError(_unknown(word, known, sections))
    if not section:
        section = _section_of(archetype, sections, language)
    return Choice(archetype, section)


def find_section(word: str, sections: dict[str, str]) -> str:
    """Return the section that *word* names by its folder or its title; else nothing."""
    key = singular(word)
    for name, title in sections.items():
        if key in (singular(name), singular(name.rpartition("/")[2]), singular(title)):
            return name
    return ""


def check_section(written: str, sections: dict[str, str]) -> str:
    """Return the folder that `--section` means, maybe below one that is known.

    Raises `UsageError` for one that leads elsewhere or is not there.
    """
    section = written.strip().strip("/")
    if section in sections:
        return section
    if "/" not in section and (folder := find_section(section, sections)):
        return folder
    first = section.split("/")[0]
    if first in sections and is_safe_path(section) and not any(map(is_skipped, section.split("/"))):
        return section
    values = {"value": written, "known": ", ".join(sections) or "–"}
    raise UsageError(Diagnostic("section-unknown", values=values))


def _made_for(section: str, known: list[Archetype], sections: dict[str, str]) -> Archetype:
    """Return the archetype whose documents a section of that name holds; else that of articles."""
    names = (section.rpartition("/")[2], *sections[section].split())
    fitting = (
        archetype
        for archetype in known
        for name in names
        if archetype.built_in and archetype.stands_for(name)
    )
    articles = (archetype for archetype in known if archetype.built_in == "actualite")
    return next(fitting, None) or next(articles)


def _section_of(archetype: Archetype, sections: dict[str, str], language: str) -> str:
    """Return the section where documents of *archetype* stand: its `section:`, else by its name."""
    match = _LINE.search(archetype.text)
    if match and (named := examples(match["value"]).strip("\"' ")):
        return check_section(named, sections)
    if archetype.built_in != "page":
        for name, title in sections.items():
            if archetype.is_called(name) or any(map(archetype.stands_for, (name, title))):
                return name
        for name, title in sections.items():
            if archetype.stands_for(slugify(title).split("-")[0]):
                return name
    return archetype.usual_folder(language)


def in_section(text: str, section: str) -> str:
    """Return *text*, an archetype's, with the line `section:` that a document of *section* has.

    Where `--section` sends it elsewhere, the line would send it back.
    """

    def replaced(match: re.Match[str]) -> str:
        is_same = "{{" in match["value"] or match["value"].strip("\"' ") == section
        return match[0] if is_same else f"section: {section}{match['end']}"

    return _LINE.sub(replaced, text, count=1)


def _unknown(word: str, known: list[Archetype], sections: dict[str, str]) -> Diagnostic:
    names = list(dict.fromkeys([*(archetype.name for archetype in known), *sections]))
    near = nearest(slugify(word), {slugify(name): name for name in names})
    if near:
        near_name = next(name for name in names if slugify(name) == near)
        names.sort(key=lambda name: name != near_name)
    return Diagnostic("archetype-unknown", values={"name": word, "known": ", ".join(names)})
