"""Elements of XML as text, as ElementTree writes and indents them: a feed has some five hundred.

A tree of objects is made to be changed; a feed is written once, from its first line to its last.
`tests/rendering/test_feeds.py` holds what stands here against ElementTree's own writing.
"""

from collections.abc import Iterable, Mapping

from sitegen.rendering.words.clean import clean

_NONE: Mapping[str, str] = {}


def element(name: str, text: str = "", attributes: Mapping[str, str] = _NONE) -> str:
    """Return an element without others in it; what XML forbids is left out of it."""
    if text:
        return made_of(name, clean(escaped(text)), attributes)
    return f"<{name}{_written(attributes)} />"


def made_of(name: str, content: str, attributes: Mapping[str, str] = _NONE) -> str:
    """Return an element of *content*, which is escaped and clean already."""
    return f"<{name}{_written(attributes)}>{content}</{name}>"


def nested(
    name: str, elements: Iterable[str], attributes: Mapping[str, str] = _NONE, depth: int = 0
) -> str:
    """Return an element of *elements*, each on a line of its own; at least one.

    *depth*: in how many others it stands. It says how far the lines of its own are indented.
    """
    line = "\n" + "  " * depth
    lines = f"{line}  ".join(("", *elements))
    return f"<{name}{_written(attributes)}>{lines}{line}</{name}>"


def escaped(text: str) -> str:
    """Return *text* as it stands between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


_IN_QUOTES = (('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;"))


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in attributes.items())


def _quoted(value: str) -> str:
    value = escaped(value)
    for sign, reference in _IN_QUOTES:
        if sign in value:
            value = value.replace(sign, reference)
    return clean(value)
