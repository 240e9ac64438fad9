"""SVG that would run code where it is opened: a drawing is a document of the web. Pure.

Within an `<img>` nothing of it runs (SVG Integration §3.2); its own address shows it as a page of
the site, which no policy of the pages binds.
"""

import re
from xml.parsers import expat

from sitegen.patterns import lazy_pattern

_RUNS = frozenset(("script", "handler", "listener", "iframe", "object", "embed", "frame"))
_CODE = lazy_pattern(r"(?:^|;)(?:(?:java|vb)script:|data:text/html)", re.IGNORECASE)
_HANDLER = lazy_pattern(r"on[a-z]+", re.IGNORECASE)
"""A handler of events (SVG 2 §16.2): letters alone, which `only_selected` of Illustrator is not."""
_SPACES = lazy_pattern(r"[\x00-\x20]+")
_ENCODINGS = frozenset((
    "ascii", "iso-8859-1", "iso-8859-15", "us-ascii", "utf-16", "utf-8", "windows-1252",
))  # fmt: skip
"""Those that expat and browsers read alike."""
_GROWS_TOO_MUCH = 43
"""expat.h: XML_ERROR_AMPLIFICATION_LIMIT_BREACH. A browser may go on."""


class _FoundError(Exception):
    pass


def code_in(raw: bytes) -> str:
    """Return what of the SVG *raw* would run: an element, an attribute; or nothing.

    Entities are expanded as browsers do. What is no XML any more from some place on is read up to
    there: so do browsers.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.XmlDeclHandler = _look_at_declaration
    parser.StartElementHandler = _look_at
    parser.ProcessingInstructionHandler = _look_at_instruction
    try:
        parser.Parse(raw, True)
    except _FoundError as kind:
        return str(kind)
    except expat.ExpatError as error:
        return "<!ENTITY>" if error.code == _GROWS_TOO_MUCH else ""
    return ""


def _look_at_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in _ENCODINGS:
        raise _FoundError(f"encoding={encoding}")


def _look_at(name: str, attributes: dict[str, str]) -> None:
    local = name.rpartition(":")[2].lower()
    if local in _RUNS:
        raise _FoundError(f"<{local}>")
    for key, value in attributes.items():
        if _HANDLER.fullmatch(key) or _CODE.search(_SPACES.sub("", value)):
            raise _FoundError(f"{key}=")


def _look_at_instruction(target: str, text: str) -> None:
    if target == "xml-stylesheet" and "css" not in text:  # XSLT can write any element
        raise _FoundError("<?xml-stylesheet>")
