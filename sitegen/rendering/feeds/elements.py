"""Elements of XML as text, as ElementTree writes and indents them: a feed has some five hundred.

A tree of objects is made to be changed; a feed is written once, from its first line to its last.
What holds others is bytes: an article's text, which is most of a feed, is kept so, and is neither
decoded nor encoded on its way. `tests/rendering/test_feed_elements.py` holds what stands here
against ElementTree's own writing.
"""

from collections.abc import Iterable, Mapping

from sitegen.rendering.words.clean import clean

_NONE: Mapping[str, str] = {}


def element(name: str, text: str = "", attributes: Mapping[str, str] = _NONE) -> str:
    """Return an element without others in it; what XML forbids is left out of it."""
    start = f"{name}{_written(attributes)}" if attributes else name
    return f"<{start}>{clean(escaped(text))}</{name}>" if text else f"<{start} />"


def made_of(name: str, html: bytes, attributes: Mapping[str, str] = _NONE) -> bytes:
    """Return an element whose text is *html*, which is clean, in UTF-8."""
    # Each is a sign of ASCII, and no byte of another letter.
    text = html.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    return b"".join((f"<{name}{_written(attributes)}>".encode(), text, f"</{name}>".encode()))


def nested(
    name: str,
    elements: Iterable[str | bytes],
    attributes: Mapping[str, str] = _NONE,
    depth: int = 0,
) -> bytes:
    """Return an element of *elements*, each on a line of its own; at least one.

    *depth*: in how many others it stands. It says how far the lines of its own are indented.
    """
    line = b"\n" + b"  " * depth
    encoded = [part if isinstance(part, bytes) else part.encode() for part in elements]
    lines = (line + b"  ").join((f"<{name}{_written(attributes)}>".encode(), *encoded))
    return b"".join((lines, line, f"</{name}>".encode()))


def escaped(text: str) -> str:
    """Return *text* as it stands between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


_IN_QUOTES = (("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;"))


def _written(attributes: Mapping[str, str]) -> str:
    return "".join([f' {name}="{_quoted(value)}"' for name, value in attributes.items()])


def _quoted(value: str) -> str:
    value = escaped(value)
    if '"' in value:
        value = value.replace('"', "&quot;")
    if value.isprintable():  # as most are: no control character is
        return value
    for sign, reference in _IN_QUOTES:
        value = value.replace(sign, reference)
    return clean(value)
