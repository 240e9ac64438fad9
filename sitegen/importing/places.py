"""Where former events took place: a name, or a mapping under the keys of its own site. Pure."""

from collections.abc import Mapping
from typing import Any

from sitegen.importing.values import plain

_KEYS = {
    "name": ("name", "title", "nom", "lieu", "venue"),
    "address": ("address", "street", "adresse", "rue", "streetAddress"),
    "postcode": (
        "postcode",
        "postal",
        "postal_code",
        "postalCode",
        "postalcode",
        "zip",
        "code_postal",
        "cp",
    ),
    "city": ("city", "ville", "town", "locality", "addressLocality", "commune"),
    "country": ("country", "pays", "addressCountry"),
}
"""What `location:` calls it, and how sites do."""


def read_place(value: Any) -> tuple[str | dict[str, str], dict[str, Any]]:
    """Return the value of `location:`, and what of *value* has no key there.

    A place without a name is called as its town, else as its street.
    """
    if not isinstance(value, Mapping):
        return plain(value), {}
    fields: dict[str, str] = {}
    left = {str(key): given for key, given in value.items() if given not in (None, "", [], {})}
    for field, keys in _KEYS.items():
        key = next((key for key in keys if isinstance(left.get(key), str | int)), None)
        if key is not None:
            fields[field] = plain(left.pop(key))
    if not any(fields.values()):
        return "", left
    name = fields.pop("name", "") or fields.get("city") or next(filter(None, fields.values()))
    rest = {field: text for field, text in fields.items() if text and text != name}
    return ({"name": name} | rest if rest else name), left
