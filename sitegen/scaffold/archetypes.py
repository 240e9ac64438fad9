"""What a new document is made from: the archetypes of a site, and those that sitegen brings.

Reads files. A site's own stand in `archetypes/`: a document `tribune.md`, or a folder `tribune/`
with an `index.md` and the files that go beside it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen.border.text import decode
from sitegen.errors import Diagnostic, UsageError, reason_of
from sitegen.names import ARCHETYPES, BUNDLE_TEXT, is_called, is_document, without_ending
from sitegen.site.urls import slugify
from sitegen.sources.scan import scan_folder

_FILES = Path(__file__).parent / "files" / ARCHETYPES
_BUILT_IN = {
    "communique": ("communiqué", "press-release"),
    "actualite": ("actualité", "news"),
    "evenement": ("événement", "event"),
    "page": ("page", "page"),
}
"""What those that sitegen brings are called in French, and in English."""
_WORDS = {
    "communique": (
        "communique communique-de-presse communiques-de-presse presse press press-release release"
    ),
    "actualite": "actualite actu article new news nouvelle",
    "evenement": "evenement event agenda rendez-vous",
    "page": "page",
}
_FOLDERS = {
    "communique": ("communiques", "press"),
    "actualite": ("actualites", "news"),
    "evenement": ("agenda", "agenda"),
    "page": ("", ""),
}
"""Where they stand in a site that has no section of such a name, in French and in English."""


class Archetype(msgspec.Struct, frozen=True):
    name: str
    """As its user writes it: `communiqué`, `tribune`."""
    path: str
    """Where its text is, as messages name it."""
    text: str
    built_in: str = ""
    """Its key among those that sitegen brings; empty for one of the site."""
    beside: tuple[tuple[str, str], ...] = ()
    """Files that go beside the document: their path in its folder, and on disk."""
    is_bundle: bool = False

    def is_called(self, word: str) -> bool:
        """Whether *word* names it, in singular or plural, with its accents or without."""
        key = singular(word)
        return key == singular(self.name) or self.stands_for(key)

    def stands_for(self, word: str) -> bool:
        """Whether *word* is what many sites call such documents, or their section."""
        words = _WORDS.get(self.built_in, "").split()
        return singular(word) in {singular(name) for name in words}

    def usual_folder(self, language: str) -> str:
        folders = _FOLDERS.get(self.built_in, ("", ""))
        return folders[0 if language == "fr" else 1]


def singular(word: str) -> str:
    """Return *word* as a slug without the `s` of its plural: `Communiqués` is `communique`."""
    slug = slugify(word)
    return slug[:-1] if slug.endswith("s") and len(slug) > 3 else slug


def archetypes(root: str, language: str) -> list[Archetype]:
    """Return the archetypes of the site at *root*, its own before those that sitegen brings.

    *language*: `fr`, or another for English. Raises `UsageError` for a file that cannot be read.
    """
    archetypes = list(_own(root))
    is_french = language == "fr"
    for key, names in _BUILT_IN.items():
        built_in = _built_in(key, names[0 if is_french else 1], "fr" if is_french else "en")
        own = next(
            (archetype for archetype in archetypes if built_in.is_called(archetype.name)), None
        )
        if own is None:
            archetypes.append(built_in)
        else:  # one that replaces it keeps its place: the section, the words that stand for it
            archetypes[archetypes.index(own)] = msgspec.structs.replace(own, built_in=key)
    return archetypes


def _built_in(key: str, name: str, language: str) -> Archetype:
    text = (_FILES / language / f"{key}.md").read_text(encoding="utf-8")
    return Archetype(name, f"{ARCHETYPES}/{key}.md", text, key)


def _own(root: str) -> Iterator[Archetype]:
    """Yield those of the site. What is no file, or leads out of it, is an error as in content/."""
    sources, diagnostics = scan_folder(os.path.join(root, ARCHETYPES), ARCHETYPES, root)
    if diagnostics:
        raise UsageError(*diagnostics)
    for key, source in sources.items():
        steps = key.split("/")
        if len(steps) == 2 and is_document(key):
            yield Archetype(without_ending(steps[1]), key, _read(source.disk_path, key))
        elif len(steps) == 3 and is_called(key, BUNDLE_TEXT):
            folder = key.removesuffix(steps[2])
            beside = tuple(
                (name.removeprefix(folder), text.disk_path)
                for name, text in sources.items()
                if name.startswith(folder) and name != key
            )
            text = _read(source.disk_path, key)
            yield Archetype(steps[1], key, text, beside=beside, is_bundle=True)


def _read(path: str, shown: str) -> str:
    try:
        with open(path, "rb") as file:
            raw = file.read()
    except OSError as error:
        values = {"reason": reason_of(error)}
        raise UsageError(Diagnostic("unreadable", shown, values=values)) from error
    text, wrong = decode(raw, shown)
    if wrong:
        raise UsageError(*wrong)
    return text
