"""What Hugo lists texts by: its own taxonomies and a site's, the pages of their terms. Reads files.

https://gohugo.io/content-management/taxonomies/
"""

import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sitegen.importing.addresses import list_address
from sitegen.importing.former import FormerPerson
from sitegen.importing.heads import read_head
from sitegen.importing.kinds.hugo_addresses import urlized
from sitegen.importing.kinds.hugo_folders import TextFolders
from sitegen.importing.material import Material
from sitegen.importing.values import plain, words

AUTHORS = ("authors", "author")
_KNOWN = ("tags", "categories", *AUTHORS)
"""Taxonomies that have a meaning of their own here."""


class HugoTerms:
    """The taxonomies of a site; *names*: the files of its texts."""

    def __init__(
        self, material: Material, folders: TextFolders, settings: Mapping[str, Any],
        names: Iterable[str],
    ) -> None:  # fmt: skip
        self._material, self._folders, self._settings = material, folders, settings
        self._names = tuple(names)

    @cached_property
    def taxonomies(self) -> tuple[str, ...]:
        """The keys of texts, and folders, under which they are."""
        said = self._settings.get("taxonomies")
        own = said.values() if isinstance(said, Mapping) else ()
        return tuple(dict.fromkeys(("tags", "categories", *map(str, own))))

    @property
    def own(self) -> tuple[str, ...]:
        """Those of the site alone, such as `topics`: here they are tags."""
        return tuple(name for name in self.taxonomies if name not in _KNOWN)

    @cached_property
    def lists(self) -> dict[str, tuple[str, str]]:
        """The files that introduce a list, with its taxonomy and its term, empty for all terms."""
        found = {}
        for name in self._names:
            taxonomy, _, term = posixpath.dirname(self._folders.inner(name)).partition("/")
            is_list = posixpath.basename(name).startswith("_index.")
            if is_list and taxonomy in self.taxonomies:
                found[name] = taxonomy, term
        return found

    def own_lists(self, people: Container[str]) -> Iterator[tuple[str, str]]:
        """Yield the files that introduce a list, with its address: of *people* they say the name.

        What a list says of itself beyond its name has no place here.
        """
        for name, (taxonomy, term) in self.lists.items():
            if not (taxonomy in AUTHORS and term in people):
                yield name, "/".join(("", taxonomy, *filter(None, (term,)), ""))

    @cached_property
    def titles(self) -> dict[tuple[str, str], str]:
        """The title of each term that has a page, by taxonomy and term."""
        return {
            said: plain(_first(self._head(name), "title", "name"))
            for name, said in self.lists.items()
            if said[1]
        }

    def tags(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Return what the site's own taxonomies say of a text with the front matter *values*."""
        found = [
            self.titles.get((taxonomy, urlized(term))) or term
            for taxonomy in self.own
            for term in words(values.get(taxonomy))
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where the lists of `tags` stood, of those with a page, by the tag."""
        return {
            title: f"/{taxonomy}/{term}/"
            for (taxonomy, term), title in self.titles.items()
            if taxonomy in self.own and title
        }

    def people(self, signing: Container[str]) -> Iterator[tuple[str, FormerPerson]]:
        """Yield those of *signing*, as texts call them, who have a page, by the name of its
        folder.
        """
        for name, key in self._pages_of_authors():
            if key in signing:
                head = self._head(name)
                bio = _first(head, "bio", "description") or read_head(
                    self._material.read_text(name)
                ).body  # fmt: skip
                yield (
                    key,
                    FormerPerson(
                        name=plain(_first(head, "display_name", "name", "title")) or key,
                        role=plain(_first(head, "role", "position")),
                        email=plain(head.get("email")),
                        bio=plain(bio),
                    ),
                )

    def author_lists(
        self, people: Mapping[str, FormerPerson], signing: Iterable[str], language: str
    ) -> Iterator[tuple[str, str]]:
        """Yield where those who sign had lists, and where these are now."""
        kind = next((name for name in AUTHORS if name in self.taxonomies), "")
        for author in sorted(signing) if kind else ():
            name = people[author].name if author in people else author
            yield f"/{kind}/{urlized(author)}/", list_address("author", name, language)

    def _pages_of_authors(self) -> Iterator[tuple[str, str]]:
        for name, (taxonomy, term) in self.lists.items():
            if taxonomy in AUTHORS and term and "/" not in term:
                yield name, term

    def _head(self, name: str) -> Mapping[str, Any]:
        return read_head(self._material.read_text(name)).values


def _first(values: Mapping[str, Any], *keys: str) -> Any:
    return next((values[key] for key in keys if values.get(key)), "")
