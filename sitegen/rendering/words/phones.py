"""Telephone numbers as they are dialled, from the forms in which people in France write them.

`phonenumbers` knows the plans of all countries, in some ten megabytes, and takes the letters of
« poste 12 » for keys of a telephone.
"""

import re
from typing import NamedTuple

from sitegen.patterns import lazy_pattern

_BETWEEN = r"[\s.()/\u2010-\u2013-]*"
_NUMBER = lazy_pattern(
    rf"(?P<french>(?P<code>(?:\+|00){_BETWEEN}(?:33|262|590|594|596)|0)"
    rf"{_BETWEEN}(?P<rest>[1-9](?:{_BETWEEN}\d){{8}})(?!\d))"
    r"|\+?\d(?:(?:[\d\s.)\u2010-\u2013-]|\(\d+\))*\d)?"
)
"""A number of France, which ends where it has its nine digits behind the code; or of elsewhere, up
to what is none of its signs."""
_DIALLED_AT_HOME = lazy_pattern(r"(?<=\d)\s*\(0\)|(?<=\+33)\s*0")
"""The zero that is not dialled after the code of the country: « +33 (0)1 »."""
_EXTENSION = lazy_pattern(r"\b(?:poste|p|interne|int|extension|ext|x)\b[.\s:]*(\d{1,7})\b", re.I)
_OVERSEAS = {
    "262": "262", "263": "262", "269": "262", "639": "262", "692": "262", "693": "262",
    "590": "590", "690": "590", "691": "590",
    "594": "594", "694": "594",
    "596": "596", "696": "596", "697": "596",
}  # fmt: skip
"""Codes of countries of those overseas who are dialled with a zero within France, by the digits
behind it (the numbering plan of Arcep)."""


class Phone(NamedTuple):
    """What is dialled; both are empty where nothing is."""

    number: str
    """Digits; behind `+` and the code of the country where that is known."""
    extension: str


def dialled(written: str) -> Phone:
    """Return the first number that *written* names, and its extension.

    A national number of France is written as the world dials it; what is too short for one as it
    stands.
    """
    plain = _DIALLED_AT_HOME.sub("", written.replace("\u00a0", " "))
    found = _NUMBER.search(plain)
    if found is None:
        return Phone("", "")
    extension = _EXTENSION.match(plain[found.end() :].lstrip(" ,;:(-"))
    if found["french"]:
        rest = _digits(found["rest"])
        code = _digits(found["code"]).removeprefix("00").removeprefix("+").removeprefix("0")
        number = f"+{code or _OVERSEAS.get(rest[:3], '33')}{rest}"
    else:
        number = re.sub(r"^00", "+", _digits(found[0]))
    return Phone(number, extension[1] if extension else "")


def phone_url(phone: str) -> str:
    """Return `tel:` with what is dialled for *phone* (RFC 3966, section 5.1.4: global numbers
    wherever that is possible), and its extension.
    """
    number, extension = dialled(phone)
    return f"tel:{number};ext={extension}" if extension else f"tel:{number}"


def _digits(written: str) -> str:
    return re.sub(r"[^+0-9]", "", written)
