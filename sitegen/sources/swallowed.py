"""Lines meant as keys that stand within the text of another key: to YAML they are words. Pure.

    summary: >
      Pour le bureau.
      access: bureau

Only keys that keep a text from readers are looked for: left out they would make it public.
"""

import re
from collections.abc import Iterator

import yaml

from sitegen.patterns import lazy_pattern

_HIDING = lazy_pattern(
    r"^[ ]*(?P<key>access|draft|brouillon|embargo|expires|public|published|publié|visible"
    r"|private|privée?|réservée?|membres|members|confidentiel(?:le)?|confidential|protégée?"
    r"|protected|password|mot de passe|interne)"
    r"[ \u00a0\u202f]*:[ \u00a0\u202f]+(?P<value>"
    r"[\"']?[\w-]+[\"']?|[\"']?\d{4}-\d\d-\d\d\b.*)[ ]*(?:#.*)?$",
    re.MULTILINE,
)
"""A key at the beginning of its line, with a value such as it has: words of a text are others."""
_YES = lazy_pattern(r"[\"']?(?:true|yes|on|oui|vrai)[\"']?", re.IGNORECASE)
_NO = lazy_pattern(r"[\"']?(?:false|no|off|non|faux)[\"']?", re.IGNORECASE)
_SHOWING = ("public", "published", "publié", "visible")
"""Words that hide a text where they are denied."""
_DAY = lazy_pattern(r"[\"']?\d{4}-\d\d-\d\d")


def swallowed_keys(node: yaml.Node, text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield each such key, the key whose text it stands in, its line of *text* and its column."""
    if not _HIDING.search(text):
        return
    lines = text.split("\n")
    for holder, scalar in _texts(node, ""):
        start, end = scalar.start_mark.line + 1, scalar.end_mark.line
        if scalar.style in ("'", '"'):
            end += 1
        for number in range(start, min(end, len(lines))):
            match = _HIDING.match(lines[number])
            if match and _is_meant(match["key"], match["value"]):
                yield match["key"], holder, number + 1, match.start("key") + 1


def _texts(node: yaml.Node, holder: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield the values below *node* with their keys."""
    if isinstance(node, yaml.ScalarNode):
        yield holder, node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _texts(child, holder)
    elif isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            yield from _texts(child, str(name.value) if not holder else f"{holder}.{name.value}")


def _is_meant(key: str, value: str) -> bool:
    if key == "access":
        return not _DAY.match(value)
    if key in ("embargo", "expires"):
        return _DAY.match(value) is not None
    return (_NO if key in _SHOWING else _YES).fullmatch(value) is not None
