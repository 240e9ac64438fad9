"""What is written for the press and reaches nobody. Pure, but for the places in ``site.yaml``."""

import re
from collections.abc import Iterator, Mapping

from sitegen.border.suggestions import misspelt
from sitegen.config import SiteFile
from sitegen.errors import Diagnostic, Place
from sitegen.names import PLACE
from sitegen.site.index import Index

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
_PHONE = re.compile(r"\+?[\d\s./()\-\u2010-\u2013\u00a0\u202f]+(?:\D{0,12}\d{1,5})?")
"""Digits with what stands between them, and an extension."""
_FEWEST = 3
"""Digits of a telephone number: 112."""


def check_press_kinds(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield kinds of `press: kinds` that no text has, where others stand in texts.

    Of one among several only if a kind in use is nearly called so: the other may be still to come.
    """
    documents = [document for document in index.documents.values() if not document.section_front]
    used = {document.front.kind.casefold(): document.front.kind for document in documents}
    used.pop("", None)
    if not used:
        return
    kinds = index.config.press.kinds
    are_none_used = not any(kind.casefold() in used for kind in kinds)
    for position, kind in enumerate(kinds):
        if kind.casefold() in used:
            continue
        near = misspelt(kind, used.values())
        if near or are_none_used:
            shown = near or ", ".join(sorted(used.values()))
            place = written.place("press", "kinds", position)
            yield place.diagnostic("press-kind-unused", value=kind, known=shown)


def check_people(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield addresses and numbers by which nobody reaches those whom journalists are to ask."""
    organisation = index.config.organisation
    if organisation is not None:
        for name, contact in organisation.contacts.items():
            for key, value in _unreachable(contact.email, contact.phone):
                place = written.place("organisation", "contacts", name, key)
                yield place.diagnostic(f"no-{key}", value=value)
        for position, office in enumerate(organisation.offices):
            for key, value in _unreachable(office.email, office.phone):
                place = written.place("organisation", "offices", position, key)
                yield place.diagnostic(f"no-{key}", value=value)
    press = index.data.get("press")
    for row in press["contacts"] if isinstance(press, Mapping) else ():
        for key, value in _unreachable(row["email"], row["phone"]):
            path, line = row[PLACE]
            yield Place(path, line, 1).diagnostic(f"no-{key}", value=value)
    for entry_id in index.entries:
        document = index.documents[entry_id]
        if (own := document.front.contact) is not None:
            for key, value in _unreachable(own.email, own.phone):
                yield document.diagnostic(f"no-{key}", f"contact.{key}", value=value)


def _unreachable(email: str, phone: str) -> Iterator[tuple[str, str]]:
    """Yield the key and the value of what is no address, or no number; `[…]` is still to come."""
    if email and "[" not in email and _EMAIL.fullmatch(email.strip()) is None:
        yield "email", email
    is_number = _PHONE.fullmatch(phone.strip()) is not None
    digits = sum(sign.isdigit() for sign in phone)
    if phone and "[" not in phone and not (is_number and digits >= _FEWEST):
        yield "phone", phone
