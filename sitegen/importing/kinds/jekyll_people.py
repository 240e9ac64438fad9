"""Those who sign on a site of Jekyll: `_data/authors.yml`, or a collection `_authors/` of pages."""

import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from sitegen.importing.former import FormerPerson
from sitegen.importing.heads import read_head, read_yaml
from sitegen.importing.material import Material
from sitegen.importing.values import plain


def listed_people(
    material: Material, pages: Iterable[str], signing: Container[str]
) -> Iterator[tuple[str, FormerPerson]]:
    """Yield the people of the data file and of *pages*, by the key that texts name them by.

    *signing*: the keys that texts do name; sites with many authors hold hundreds whom none names.
    """
    for key, values in (*_of_data(material), *_of_pages(material, pages)):
        if key in signing and values.get("name"):
            yield (
                key,
                FormerPerson(
                    name=plain(values["name"]),
                    role=plain(values.get("role") or values.get("position") or values.get("title")),
                    email=plain(values.get("email")),
                    bio=plain(values.get("bio")),
                ),
            )


def key_of(name: str, values: Mapping[str, Any]) -> str:
    """Return what texts call the author whose page is the file *name*."""
    return str(values.get("short_name") or posixpath.splitext(posixpath.basename(name))[0])


def _of_data(material: Material) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in material.under("_data", "authors.yml", "authors.yaml"):
        try:
            loaded = read_yaml(material.read_text(name))
        except ValueError:
            continue
        for key, person in loaded.items() if isinstance(loaded, Mapping) else ():
            if isinstance(person, Mapping):
                yield str(key), person


def _of_pages(material: Material, pages: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in pages:
        head = read_head(material.read_text(name))
        bio = head.values.get("bio") or head.body
        yield key_of(name, head.values), {**head.values, "bio": bio}
