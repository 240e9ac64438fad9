"""Whether a letter (.docx) has text that Word hides: nobody saw it, and converters show it.

The mark stands on the text itself, or in a style that it has, or in one that this is based on
(ECMA-376 part 1, 17.3.2.41 and 17.7.4.3).
"""

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STYLES = "word/styles.xml"
_TEXTS = {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}
_OFF = {"0", "false", "off"}
_NAMES_STYLE = {"pStyle", "rStyle", "tblStyle"}


def hides_text(archive: zipfile.ZipFile) -> bool:
    """Return whether any text of *archive*, or of its notes, is marked as hidden."""
    parts = _TEXTS.intersection(archive.namelist())
    hidden = _hidden_styles(archive) if _STYLES in archive.namelist() else set()
    if "" in hidden:
        return True
    return any(
        _hides(element)
        if _name(element) == "vanish"
        else _name(element) in _NAMES_STYLE and _value(element) in hidden
        for part in parts
        for element in _root(archive, part).iter()
    )


def _hidden_styles(archive: zipfile.ZipFile) -> set[str]:
    """Return the identifiers of the styles that hide; "" if text without a style is hidden."""
    hides: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    hidden: set[str] = set()
    for element in _root(archive, _STYLES):
        name, marks = _name(element), _named(element, "vanish")
        says = _hides(marks[-1]) if marks else None
        if name == "docDefaults" and says:
            hidden.add("")
        if name == "style":
            key = _attribute(element, "styleId")
            hides[key] = says
            based[key] = "".join(_value(parent) for parent in _named(element, "basedOn"))
            if says and _attribute(element, "default") not in ("", *_OFF):
                hidden.add("")
    for key in hides:
        style, seen = key, {""}
        while hides.get(style) is None and style not in seen:
            seen.add(style)
            style = based.get(style, "")
        if hides.get(style):
            hidden.add(key)
    return hidden


def _root(archive: zipfile.ZipFile, part: str) -> "Element":
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    root: Element = fromstring(archive.read(part), forbid_dtd=True)
    return root


def _named(element: "Element", name: str) -> list["Element"]:
    return [element for element in element.iter() if _name(element) == name]


def _name(element: "Element") -> str:
    """Return the local name: letters are written in one of two namespaces (ECMA-376 part 4)."""
    return element.tag.rpartition("}")[2]


def _attribute(element: "Element", name: str) -> str:
    values = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return next(values, "")


def _value(element: "Element") -> str:
    return _attribute(element, "val")


def _hides(mark: "Element") -> bool:
    return _value(mark) not in _OFF
