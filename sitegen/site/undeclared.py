"""Documents that are called as translations into a language that the site has not. Pure.

A language may have been taken out of the settings, or was never written there.
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.config import SiteConfig
from sitegen.config.urls import LANGUAGES_WITH_WORDS
from sitegen.errors import Diagnostic
from sitegen.model.languages import language_of
from sitegen.names import without_ending
from sitegen.sources.document import Document

_TAG = re.compile("[a-z]{2,3}(?:-[A-Z]{2})?")
"""A language, and perhaps a country, as names of files have them."""


def undeclared(
    documents: Mapping[str, Document], config: SiteConfig
) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return these documents, each with the one that it would translate; and a line for each."""
    places: dict[str, str] = {}
    told = []
    for key, document in documents.items():
        if document.neutral or document.section_front:
            continue
        for tag, place in _called(document, is_of_several=bool(config.languages)):
            other = documents.get(place)
            if other is not None and not other.language and tag != config.language:
                places[key] = place
                values = {"other": f"content/{place}", "language": tag}
                told.append(document.diagnostic("language-undeclared", "title", **values))
                break
    return places, told


def _called(document: Document, *, is_of_several: bool) -> Iterator[tuple[str, str]]:
    """Yield the languages that its path may name, each with the path without it.

    What says `lang:` itself on a site in one language stands where it is meant to; and a folder may
    be called `nl` for other reasons than Dutch.
    """
    stem = without_ending(document.id)
    before, dot, tag = stem.rpartition(".")
    if dot and (is_of_several or _is_known(tag, document)) and _TAG.fullmatch(tag):
        yield tag, before + document.id[len(stem) :]
    folder, _, rest = document.id.partition("/")
    if rest and ("/" in rest or not document.is_bundle) and _is_known(folder, document):
        yield folder, rest


def _is_known(tag: str, document: Document) -> bool:
    known = _TAG.fullmatch(tag) and language_of(tag).primary in LANGUAGES_WITH_WORDS
    return bool(known) and not document.front.lang
