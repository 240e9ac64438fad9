"""Names of sections that are another one's but for a slip of the pen. Pure.

Each slip is told once: settings that no folder answers, where one of nearly that name is; or a
section that nobody declared, whose name is nearly that of a declared one.
"""

from collections.abc import Iterator
from functools import cache

from sitegen.border.suggestions import misspelt, plain
from sitegen.errors import Diagnostic
from sitegen.names import CONTENT
from sitegen.site.index import Index
from sitegen.site.publication import is_meant_to_be_read
from sitegen.site.sections import section_of

_NO_NAMES = ("", ".", "..", CONTENT)
"""Steps that lead to a folder, where its name alone is asked for."""


def misspelt_settings(index: Index) -> dict[str, str]:
    """Return the sections of ``site.yaml`` that are not there, each with the one that was meant.

    A section without articles may be meant to have some tomorrow; its folder's name is not the
    name of another one but for a letter.
    """
    declared = index.config.sections | index.config.urls.sections
    others = [name for name in index.sections if name not in declared]
    names: dict[str, str] = {}
    for name in declared:
        is_empty = not index.collections.members("section", name)
        if is_empty and name not in index.section_documents and (near := misspelt(name, others)):
            names[name] = near
    return names


def check_section_names(index: Index) -> Iterator[Diagnostic]:
    """Yield the first document of each section that has neither settings nor an `_index.md`, and
    nearly the name of one that has. What may be meant for a private one is told, and waits, in each
    of its documents: readers would have it at once.
    """
    config, clock = index.config, index.clock
    texts = {text.section_folder for text in index.documents.values() if text.section_front}
    declared = frozenset((texts | set(config.sections)) - {""})
    names = {name: name for name in declared}
    for name in declared & index.sections.keys():
        names.setdefault(index.sections[name].title, name)
    slips = misspelt_settings(index)
    told = {*declared, *slips.values()}

    @cache  # a site has a few sections, and thousands of documents in each
    def near_to(section: str) -> str:
        last = section.rpartition("/")[2]
        if section in names:  # the title of one
            return section
        path = plain("/".join(step for step in section.split("/") if step not in _NO_NAMES))
        same = next((name for name in names if path and plain(name) == path), "")
        return same or misspelt(section, names) or misspelt(last, names)

    for document in index.documents.values():
        section = section_of(document, declared)
        is_listed = bool(document.front.section) or document.date is not None
        if not section or section in told or document.section_front or not is_listed:
            continue
        near = near_to(section)
        if near and index.folders.name_at(names[near]):
            if not index.folders.name_of(document):
                values = {"section": section, "suggestion": names[near]}
                yield document.diagnostic("section-near", "section", **values)
        elif near and is_meant_to_be_read(document, clock, config.timezone):
            told.add(section)
            values = {"key": "section", "value": section, "suggestion": names[near]}
            yield document.diagnostic("name-near", "section", **values)
