"""Where the same page stands in the other languages of a site. Pure.

Pages are the same that show translations of each other, or that are of one kind and about one
thing: a section, a month, a tag of one name. What is not there leads to the page nearest to it.
"""

from collections.abc import Iterator, Mapping

import msgspec

from sitegen.model.kinds import (
    AGENDA,
    ARCHIVES,
    HOME,
    NOT_FOUND,
    OVERVIEW,
    PRESS,
    SECTION,
    traits_of,
)
from sitegen.site.index import Index
from sitegen.site.urls import with_base, with_origin

_Key = tuple[str, str, int]
_ABOVE = {"agenda": AGENDA, "archives": ARCHIVES, "press_page": PRESS}
"""By family of kinds: the page that stands for those that are missing."""


class Version(msgspec.Struct, frozen=True):
    """A page in one of the languages of the site."""

    lang: str
    url: str
    """With scheme and host where that is another one."""
    is_same: bool
    """Whether it says the same; else it is the page nearest to it."""
    is_here: bool
    """Whether it is the page that was asked about."""


def counterparts(index: Index, kind: str, subject: str, number: int = 1) -> tuple[Version, ...]:
    """Return where the page of *index* that is of *kind*, about *subject* and at *number* of its
    list stands in each language, in the order of the settings; nothing on a site in one.
    """
    first = index.first or index
    if not first.versions:
        return ()
    return tuple(
        _version(index, first.version("" if tag == first.config.language else tag),
                 tag, (kind, subject, number))
        for tag in first.config.typographies
        if tag == first.config.language or tag in first.versions
    )  # fmt: skip


def sitemap_counterparts(index: Index) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the pages of *index* that stand in several languages, each with all of these."""
    from sitegen.site.plan.content import pages_to_be_found

    listed = []
    for page in pages_to_be_found(index):
        same = [
            counterpart
            for counterpart in counterparts(index, page.kind, page.subject, page.number)
            if counterpart.is_same
        ]
        if len(same) > 1:
            origin = index.config.origin
            pairs = tuple(
                (counterpart.lang, with_origin(origin, counterpart.url)) for counterpart in same
            )
            listed.append((page.url, pairs))
    return tuple(listed)


def _version(index: Index, other: Index, tag: str, key: _Key) -> Version:
    is_here = other is index
    url, is_same = _found(index, other, key)
    if other.config.origin != index.config.origin:
        url = with_origin(other.config.origin, url)
    return Version(tag, url, is_same or is_here, is_here)


def _found(index: Index, other: Index, key: _Key) -> tuple[str, bool]:
    """Return the address of the page at *key* of *index* in *other*, and whether it is the same."""
    kind, subject = key[:2]
    home = with_base(other.config.base_path, "/")
    if kind == HOME.name or _is_home(index, key):
        return home, not (_has_copied_home(other) or _has_copied_home(index))
    if traits_of(kind).is_of_document:
        translated = index.translations.version_of(subject, other.config.language)
        entry = other.entries.get(translated or subject)
        if entry is not None:
            is_original = entry.id == translated and not entry.is_untranslated
            return entry.url, is_original and _is_translated(index, subject)
    elif url := _places(other).get(_key_in(other, index, key)):
        return url, True
    nearest = (_places(other).get(_key_in(other, index, near)) for near in _nearest(index, key))
    return next(filter(None, nearest), home), False


def _key_in(other: Index, index: Index, key: _Key) -> _Key:
    """Return *key* of *index* as it is in *other*: a section may have another folder there, whose
    text says that it translates this one's.
    """
    kind, subject, number = key
    if kind != SECTION.name:
        return key
    if folder := _translated_section(index, subject, other):
        return kind, folder, number
    taken = _translated_section(other, subject, index)
    return kind, "" if taken else subject, number


def _translated_section(index: Index, folder: str, other: Index) -> str:
    """Return the folder in *other* of the section of *index*, if its text is translated there."""
    document = index.section_documents.get(folder)
    language = other.config.language
    return index.translations.section_of(document.id, language) if document else ""


def _is_translated(index: Index, subject: str) -> bool:
    """Whether the page of *index* about *subject* is no copy of one in another language."""
    entry = index.entries.get(subject)
    return entry is not None and not entry.is_untranslated


def _has_copied_home(index: Index) -> bool:
    """Whether the home page is a text of another language, for want of a translation."""
    homes = (key for key, url in index.urls.items() if url == "/")
    return any(index.entries[key].is_untranslated for key in homes)


def _is_home(index: Index, key: _Key) -> bool:
    return traits_of(key[0]).is_of_document and index.urls.get(key[1]) == "/"


def _nearest(index: Index, key: _Key) -> Iterator[_Key]:
    """Yield what stands for the page at *key* where that is missing, the nearest first."""
    kind, subject, number = key
    if number > 1:
        yield kind, subject, 1
    entry = index.entries.get(subject) if traits_of(kind).is_of_document else None
    if entry is not None and entry.section is not None:
        yield SECTION.name, entry.section.id, 1
    if entry is not None and entry.events:
        yield AGENDA.name, "", 1
    if kind in OVERVIEW:
        yield OVERVIEW[kind].name, "", 1
    if above := _ABOVE.get(traits_of(kind).family):
        yield above.name, "", 1


def _places(index: Index) -> Mapping[_Key, str]:
    """Return the addresses of the pages of *index* that show no document."""
    from sitegen.site.plan.content import content_pages  # it plans what this is asked for

    known: Mapping[_Key, str] | None = index.kept.get("places")
    if known is None:
        known = index.kept["places"] = {
            (page.kind, page.subject, page.number): page.url
            for page in content_pages(index)
            if page.traits.made == "template"
            and not page.traits.is_of_document
            and page.kind != NOT_FOUND.name
        }
    return known
