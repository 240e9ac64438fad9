"""Whether a name in the front matter was to be a key of ``_data/``: readers would see it. Pure."""

import re
from collections.abc import Iterable, Iterator

from sitegen.border.suggestions import nearest, plain
from sitegen.errors import Diagnostic
from sitegen.model import EventFields, Location
from sitegen.site.people import Directory
from sitegen.sources.document import Document

FILES = {
    "author": "content/_data/authors.yaml",
    "organisation": "content/_data/organisations.yaml",
    "venue": "content/_data/venues.yaml",
}
_KEY = re.compile(r"[a-z][a-z0-9]+(?:[-_][a-z0-9]+)*")
"""What looks like a key and like nobody's name: small letters without accents, hyphens."""


def looks_like_key(name: str) -> bool:
    return _KEY.fullmatch(name) is not None


def check_keys(
    document: Document, directory: Directory, kind: str, names: Iterable[tuple[str, str]]
) -> Iterator[Diagnostic]:
    """Yield what is told of *names*, each with the key of the front matter under which it stands.

    A name in capitals or of several words stands for itself, however near it is to a key.
    """
    known = directory.known(kind)
    for key, name in names:
        if not name or name in known or " " in name:
            continue
        near = next((key for key in known if plain(key) == plain(name)), "")
        if not near and name == name.casefold():
            near = nearest(name, known)
        values = {"value": name, "file": FILES[kind], "suggestion": near}
        if near:
            yield document.diagnostic("key-near", key, **values)
        elif looks_like_key(name):
            yield document.diagnostic("name-like-key", key, **values)


def check_event_keys(
    document: Document, directory: Directory, key: str, fields: EventFields
) -> Iterator[Diagnostic]:
    """Yield what is told of the places and the organiser of an event that stands under *key*."""
    changes = fields.repeat.changes if fields.repeat else ()
    places = [(f"{key}.location", fields.location)]
    places += ((f"{key}.repeat.changes.{n}", change.location) for n, change in enumerate(changes))
    places += ((f"{key}.times.{n}", slot.location) for n, slot in enumerate(fields.times))
    others = enumerate(fields.other_locations)
    places += ((f"{key}.other_locations.{n}", location) for n, location in others)
    alone = (
        (at, location.name)
        for at, location in places
        if location and location == Location(name=location.name)
    )
    yield from check_keys(document, directory, "venue", alone)
    holder = [(f"{key}.organizer", fields.organizer)]
    yield from check_keys(document, directory, "organisation", holder)
