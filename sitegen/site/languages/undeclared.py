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
    is_of_several = bool(config.languages)
    places: dict[str, str] = {}
    told = []
    for key, document in documents.items():
        if document.neutral or document.section_front:
            continue
        for tag, place in _called(document, is_of_several=is_of_several):
            other = documents.get(place)
            if other is not None and not other.language and tag != config.language:
                places[key] = place
                values = {"other": f"content/{place}", "language": tag}
                if is_of_several or not document.front.lang:
                    told.append(document.diagnostic("language-undeclared", "title", **values))
                break
    return places, told


def _called(document: Document, *, is_of_several: bool) -> Iterator[tuple[str, str]]:
    """Yield the languages that its path may name, each with the path without it.

    A folder may be called `nl` for other reasons than Dutch: what says its language itself is no
    translation for standing there.
    """
    stem = without_ending(document.id)
    before, dot, tag = stem.rpartition(".")
    if dot and _TAG.fullmatch(tag) and (is_of_several or _has_words(tag)):
        yield tag, before + document.id[len(stem) :]
    folder, _, rest = document.id.partition("/")
    is_text = "/" in rest or not document.is_bundle
    if rest and is_text and not document.front.lang and _has_words(folder):
        yield folder, rest


def _has_words(tag: str) -> bool:
    """Whether *tag* is a language that sites speak to their readers."""
    return bool(_TAG.fullmatch(tag)) and language_of(tag).primary in LANGUAGES_WITH_WORDS
