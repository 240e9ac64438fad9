"""Telephone numbers as addresses (RFC 3966), from the forms in which people in France write them.

`phonenumbers` knows the plans of all countries, in some ten megabytes, and takes the letters of
« poste 12 » for keys of a telephone.
"""

import re

_NUMBER = re.compile(r"\+?\d(?:(?:[\d\s.)\u2010-\u2013-]|\(\d+\))*\d)?")
"""Up to what is none of its signs: a word, a stroke, the next number."""
_DIALLED_AT_HOME = re.compile(r"(?<=\d)\s*\(0\)|(?<=\+33)\s*0")
"""The zero that is not dialled after the code of the country: « +33 (0)1 »."""
_PAIRS = re.compile(r"(?<!\d)(\d\d)/(?=\d\d(?!\d))")
"""Strokes between pairs of digits: « 01/99/00/10/02 »."""
_EXTENSION = re.compile(r"\b(?:poste|p|interne|int|extension|ext|x)\b[.\s:]*(\d{1,7})\b", re.I)
_LENGTH = 10
"""Digits of a number within France, the zero included."""
_OVERSEAS = {
    "0262": "262", "0263": "262", "0269": "262", "0639": "262", "0692": "262", "0693": "262",
    "0590": "590", "0690": "590", "0691": "590",
    "0594": "594", "0694": "594",
    "0596": "596", "0696": "596", "0697": "596",
}  # fmt: skip
"""Codes of countries of those overseas who are dialled with a zero within France, by the first
digits (the numbering plan of Arcep)."""


def phone_url(phone: str) -> str:
    """Return `tel:` with the first number that *phone* names, and its extension.

    A national number of France is written as the world dials it (RFC 3966, section 5.1.4: global
    numbers wherever that is possible); what is too short for one as it stands.
    """
    written = _DIALLED_AT_HOME.sub("", _PAIRS.sub(r"\1 ", phone.replace("\u00a0", " ")))
    number = _NUMBER.search(written)
    if number is None:
        return "tel:"
    extension = _EXTENSION.match(written[number.end() :].lstrip(" ,;:(-"))
    rest = f";ext={extension[1]}" if extension else ""
    return f"tel:{_dialled(re.sub(r'[^+0-9]', '', number[0]))}{rest}"


def _dialled(digits: str) -> str:
    """Return *digits* as they are dialled from everywhere, where that is known."""
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    if digits.startswith("0") and len(digits) == _LENGTH:
        return f"+{_OVERSEAS.get(digits[:4], '33')}{digits[1:]}"
    return digits
