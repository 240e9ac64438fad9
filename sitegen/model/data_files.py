"""What authors write under the keys of the files in ``_data/`` that sitegen itself reads.

The mappings of `DATA_FORMS` are open: a key that is not known is no error, since a site's own
template may read it; it is told, since nothing else does. What is of `WHOLE_FORMS` becomes pages of
its own, and an unknown key is an error as in a document.
"""

from typing import Any, ClassVar

import msgspec

from sitegen.model.letters import LetterFields
from sitegen.model.press_page import PressPageFields, ReviewedMention
from sitegen.model.texts import Link, Prose
from sitegen.model.written_events import Location


class AuthorFields(msgspec.Struct, frozen=True, kw_only=True):
    """What stands under a key of ``authors.yaml``; written alone, the name."""

    shorthand: ClassVar[str] = "name"
    is_open: ClassVar[bool] = True

    name: Prose = ""
    """The name that readers see; by default the key."""
    role: Prose = ""
    """What they do in the organisation."""
    email: str = ""
    """An e-mail address."""
    bio: Prose = ""
    """A sentence about them."""
    aliases: tuple[str, ...] = ()
    """Former addresses of the list of what they wrote, or of its feed: `/author/ana/`."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""


class OrganisationFields(msgspec.Struct, frozen=True, kw_only=True):
    """What stands under a key of ``organisations.yaml``; written alone, the name."""

    shorthand: ClassVar[str] = "name"
    is_open: ClassVar[bool] = True

    name: Prose = ""
    """The name that readers see; by default the key."""
    url: Link = ""
    """The address of its site."""
    short: Prose = ""
    """The short form of its name: AMF."""
    boilerplate: Prose = ""
    """Who it is, in some sentences, as it stands at the end of releases."""
    boilerplate_in: dict[str, Prose] = {}
    """The same in other languages than the site's, each under its language: en."""
    email: str = ""
    """An e-mail address."""
    phone: str = ""
    """As readers dial it: 01 99 00 10 02."""
    address: Prose = ""
    """Its postal address, on one line or several."""
    aliases: tuple[str, ...] = ()
    """Former addresses of the list of what it signs, of its feed or calendar: `/signer/amf/`."""
    extra: dict[str, Any] = {}
    """What the site's own templates need beyond these keys."""


class VenueFields(Location, frozen=True, kw_only=True):
    """What stands under a key of ``venues.yaml``; written alone, the name."""

    is_open: ClassVar[bool] = True

    name: Prose = ""
    """What the place is called; by default its key."""
    extra: dict[str, Any] = msgspec.field(default_factory=dict)
    """What the site's own templates need beyond these keys."""


DATA_FORMS: dict[str, type[msgspec.Struct]] = {
    "authors": AuthorFields,
    "organisations": OrganisationFields,
    "venues": VenueFields,
}
"""The files that hold one mapping under each key, by their names without ending."""

WHOLE_FORMS: dict[str, Any] = {
    "press": PressPageFields,
    "coverage": tuple[ReviewedMention, ...],
    "letters/": LetterFields,
}
"""The files that are one value as a whole, a mapping or a list of mappings; all of `letters/`."""
