"""Names in the front matter become authors, organisations, venues and contacts of ``_data/``."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from sitegen.border.addresses import encode_address, forbidden_scheme
from sitegen.border.coordinates import coordinates, read_coordinates
from sitegen.border.scalars import one_line
from sitegen.config import SiteConfig, UrlPatterns
from sitegen.markup import space_french, typeset
from sitegen.model import Author, Contact, Location, Organisation, SourceLink, Taxonomy
from sitegen.model.taxonomies import AUTHOR, ORGANISATION
from sitegen.site.urls import slugify, with_base

S = TypeVar("S", bound=msgspec.Struct)


class Directory(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Looks names up in the data files; a name that is no key stands for itself.

    Names and keys are compared as they are typeset: documents come with their names typeset.
    """

    authors: Mapping[str, Any]
    organisations: Mapping[str, Any]
    venues: Mapping[str, Any]
    contacts: Mapping[str, Contact]
    urls: UrlPatterns
    base_path: str
    is_french: bool
    has_signatories: bool
    """Whether organisations have pages of what they sign."""
    known_authors: dict[str, Author] = {}
    """Those that were looked up: articles share them."""

    def author(self, name: str) -> Author:
        known = self.known_authors.get(name)
        if known is None:
            fields = _texts(self.authors.get(self._key(name)))
            shown = fields.get("name", name)
            slug = slugify(shown)
            known = self._typeset(
                Author(
                    name=shown,
                    slug=slug,
                    url=self._address(AUTHOR, slug),
                    role=fields.get("role", ""),
                    email=fields.get("email", ""),
                    bio=fields.get("bio", ""),
                )
            )
            self.known_authors[name] = known
        return known

    def organisation(self, name: str) -> Organisation:
        fields = _texts(self.organisations.get(self._key(name)))
        return self._typeset(
            Organisation(
                name=fields.get("name", name),
                url=fields.get("url", ""),
                short=fields.get("short", ""),
                email=fields.get("email", ""),
                phone=fields.get("phone", ""),
                address=fields.get("address", ""),
            )
        )

    def knows_organisation(self, name: str) -> bool:
        """Whether *name* is a key of the data, or a name that stands under one."""
        return self._organisation_fields(name) is not None

    def boilerplate(self, name: str, language: str = "") -> str:
        """Return who an organisation is; in another *language* than the site's, if it has that."""
        fields = self._organisation_fields(name) or {}
        others = _texts(fields.get("boilerplate_in"))
        text = others.get(language) or _texts(fields).get("boilerplate", "")
        return space_french(text) if self.is_french and not others.get(language) else text

    def _organisation_fields(self, name: str) -> Mapping[str, Any] | None:
        """Return what the data say of the organisation that *name* is the key or the name of."""
        return self._by_name.get(self._key(name))

    @cached_property
    def _by_name(self) -> Mapping[str, Mapping[str, Any]]:
        """What the data say of each organisation, by its key and by its name."""
        known = {key: _mapping(said) for key, said in self.organisations.items()}
        named = {self._key(_texts(said).get("name", key)): known[key]
                 for key, said in self.organisations.items()}  # fmt: skip
        return named | known

    def signatory(self, name: str) -> Organisation:
        """Return the organisation, with the page of what it signs if it is a key of the data."""
        organisation = self.organisation(name)
        key = self._key(name)
        slug = slugify(key)
        if not self.has_signatories or key not in self.organisations or not slug:
            return organisation
        page = self._address(ORGANISATION, slug)
        return msgspec.structs.replace(organisation, slug=slug, page=page)

    def announcer(self, source: SourceLink, *, is_fetched: bool) -> Organisation | None:
        """Return who *source* is, if there is a page of what comes from them.

        An organisation of the data by its key or its name, else a source that is fetched: its name
        stands in ``site.yaml`` and is always the same.
        """
        key = self._keys.get(self._key(source.name), "")
        organisation = self.signatory(key) if key else Organisation(name=source.name)
        slug = slugify(source.name)
        if not key and is_fetched and self.has_signatories and slug:
            page = self._address(ORGANISATION, slug)
            organisation = msgspec.structs.replace(organisation, slug=slug, page=page)
        return organisation if organisation.page else None

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """The key of each organisation of the data, by that, its name and its short name."""
        named: dict[str, str] = {}
        for key, said in self.organisations.items():
            for name in (key, *map(_texts(said).get, ("name", "short"))):
                if name:
                    named.setdefault(self._key(name), key)
        return named

    def _address(self, taxonomy: Taxonomy, slug: str) -> str:
        return with_base(self.base_path, self.urls.of_term(taxonomy.name, slug))

    def contact(self, contact: Contact) -> Contact:
        return self.contacts.get(self._key(contact.name), contact)

    def location(self, location: Location) -> Location:
        """Return the venue of that key, or the location as written."""
        return self.venue(location.name) or location

    def venue(self, key: str) -> Location | None:
        venue = self.venues.get(self._key(key))
        if not isinstance(venue, Mapping):
            return self._typeset(Location(name=venue)) if isinstance(venue, str) else None
        fields: dict[str, Any] = _texts(venue)
        allowed = set(Location.__struct_fields__) - {"geo"}
        fields = {name: value for name, value in fields.items() if name in allowed}
        fields.setdefault("name", key)
        return self._typeset(Location(geo=_coordinates(venue.get("geo")), **fields))

    def known(self, kind: str) -> list[str]:
        """Return the keys of all of a kind: `author`, `contact`, `organisation` or `venue`."""
        kinds: Mapping[str, Mapping[str, Any]] = {
            "author": self.authors,
            "contact": self.contacts,
            "organisation": self.organisations,
            "venue": self.venues,
        }
        return list(kinds[kind])

    def _key(self, name: str) -> str:
        return _typeset_key(name, is_french=self.is_french)

    def _typeset(self, struct: S) -> S:
        return typeset(struct) if self.is_french else struct


def directory_of(
    data: Mapping[str, Any], config: SiteConfig, taxonomies: Collection[Taxonomy]
) -> Directory:
    """Return what the files of *data* say of people and places.

    *taxonomies*: those that the site has pages for.
    """
    is_french = config.typography_of("") == "fr"

    def by_key(value: Any) -> dict[str, Any]:
        return {
            _typeset_key(name, is_french=is_french): said for name, said in _mapping(value).items()
        }

    return Directory(
        authors=by_key(data.get("authors")),
        organisations=by_key(data.get("organisations")),
        venues=by_key(data.get("venues")),
        contacts=by_key(config.organisation.contacts) if config.organisation else {},
        urls=config.urls,
        base_path=config.base_path,
        is_french=is_french,
        has_signatories=ORGANISATION in taxonomies,
    )


def _typeset_key(name: str, *, is_french: bool) -> str:
    return space_french(name) if is_french else name


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _texts(value: Any) -> dict[str, str]:
    """Return the plain values of a mapping as text; a text alone is a name.

    An address that no page may lead to is left out: it was told when the file was read.
    """
    if isinstance(value, str):
        return {"name": value}
    return {
        key: encode_address(str(content)) if key == "url" else one_line(str(content), key)
        for key, content in _mapping(value).items()
        if content is not None
        and not isinstance(content, dict | list)
        and not (key == "url" and forbidden_scheme(str(content)))
    }


def _coordinates(value: Any) -> tuple[float, ...]:
    if not isinstance(value, list):
        return read_coordinates(str(value)) or ()
    try:
        return coordinates([float(number) for number in value]) or ()
    except (TypeError, ValueError):
        return ()
