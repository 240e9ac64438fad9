"""Scalar nodes of YAML become text, numbers, booleans, dates: what an author wrote, or why not."""

import re
from typing import Any

import yaml

from sitegen.border.addresses import (
    SCHEMES,
    encode_address,
    forbidden_scheme,
    is_address,
    local_file,
    meant_address,
    names_elsewhere,
    runs_code,
)
from sitegen.border.meant_dates import is_no_day, meant_moment
from sitegen.border.meant_spans import meant_bound, meant_span
from sitegen.border.moments import parse_moment
from sitegen.border.suggestions import nearest
from sitegen.border.yaml_notes import INVALID, Reader, YamlNotes, without_numbers
from sitegen.model import Focus
from sitegen.patterns import lazy_pattern
from sitegen.wording.excerpts import excerpt
from sitegen.wording.phrases import told_by

_BOOLEANS = {"true": True, "yes": True, "on": True, "oui": True}
_BOOLEANS |= {"false": False, "no": False, "off": False, "non": False}
_NULLS = ("", "~", "null", "Null", "NULL")
_NAMES_ADDRESS = re.compile(r"(?:^|[_-])(?:url|uri|href|link|address)s?$")
_CODE = lazy_pattern(r"\s*(?:java|vb)script:\S", re.IGNORECASE)
_NUMBER = lazy_pattern(r"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})")
_WORD = lazy_pattern(r"[^\W\d]+")
_NOTHING = ("gratuit", "gratuite", "gratuits", "free")
_WITH_UNIT = lazy_pattern(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,15})(?:[.,](?P<fraction>\d{1,2}))?"
    r"[ \u00a0\u202f]*(?:[€$£%]|[^\W\d_]{1,12})?\.?"
)
_BLANKS_IN_NUMBER = lazy_pattern(r"[ \u00a0\u202f]")
_BLANKS = lazy_pattern(r"[ \t\n]+")
_LONE_SURROGATE = re.compile("[\\ud800-\\udfff]")
_CURLY = re.compile(r"[“„][^”“]*(?:[”“])?|[^”“]*”|‘[^’]*’")
"""A whole value in a word processor's quotation marks, or half of one that a comma cut in two."""
_SET_APART = lazy_pattern(r"(?:[ \t]{2}|\t)[ \t]*#+(?:[ \t\n]|$)")
"""A comment as they are written behind a value: two spaces or a tab before its sign, one after."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def scalar(node: yaml.Node) -> str:
    return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""


def _name_within(node: yaml.Node) -> str:
    """Return the name in a mapping, as other generators have it for an author; else nothing."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((scalar(value) for key, value in pairs if scalar(key) == "name"), "")


def read_text(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        if name := _name_within(node):
            return notes.refuse(node, "expected-name", key=key, name=name)
        if isinstance(node, yaml.MappingNode) and node.flow_style:
            return notes.refuse(node, "expected-text-braces", key=key)
        return notes.refuse(node, "expected-text", key=key)
    value: str = node.value
    if not node.style:
        rest = notes.rest_of_line(node)
        is_comment = rest.lstrip(" \t").startswith("#") and rest[:1] in " \t"
        if is_comment and not _SET_APART.match(rest):
            return notes.refuse(node, "comment-in-text", key=key, comment=rest.strip())
        if _CURLY.fullmatch(value.strip()):
            return notes.refuse(node, "curly-quotes", value=excerpt(value.strip()))
    if _LONE_SURROGATE.search(value):
        return notes.refuse(node, "lone-surrogate", key=key)
    return value.strip()


def read_prose(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    value = read_text(notes, node, key)
    return value if value is INVALID else one_line(value, key)


def one_line(text: str, key: str) -> str:
    """Return what readers read under *key* on one line, whatever lines it was written on.

    A title is one in every feed, calendar and head of a page. An address has its lines.
    """
    text = text.strip()
    if "  " not in text and "\n" not in text and "\t" not in text:
        return text
    return text if key.endswith("address") else _BLANKS.sub(" ", text)


def is_language(tag: str) -> bool:
    """Whether *tag* has the form of a language tag (BCP 47): fr, fr-CA."""
    return _LANGUAGE.fullmatch(tag) is not None


def read_link(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    value = read_text(notes, node, key)
    if value is INVALID:
        return value
    is_image = key.endswith(("image", "src"))
    if name := local_file(value):
        return notes.refuse(node, "file-elsewhere", url=excerpt(value), name=name)
    if forbidden_scheme(value, is_image=is_image):
        return notes.refuse(node, "unsafe-link", url=excerpt(value), known=", ".join(SCHEMES))
    if not is_image and (meant := meant_address(value)):
        return notes.refuse(node, "address-incomplete", url=excerpt(value), suggestion=meant)
    is_word = not is_image and _WORD.fullmatch(value)
    if is_word or not is_address(value):
        return notes.refuse(node, "bad-web-address", url=excerpt(value))
    is_path = is_image and not names_elsewhere(value)
    return value if is_path else encode_address(value)


def uncurled(read: Reader) -> Reader:
    """Return *read* for values that are no text: quotation marks around one are told as such."""

    def read_plain(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
        value = scalar(node)
        if not getattr(node, "style", "") and _CURLY.fullmatch(value):
            return notes.refuse(node, "curly-quotes", value=excerpt(value))
        return read(notes, node, key)

    return read_plain


def read_boolean(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    value = _BOOLEANS.get(scalar(node).casefold())
    return notes.refuse(node, "expected-boolean", key=key) if value is None else value


def read_integer(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    text = scalar(node)
    if len(text) > 18 or not text.lstrip("+-").isdecimal():
        meant = meant_number(text)
        return _refuse_number(notes, node, "expected-integer", key, meant.partition(".")[0])
    return int(text)


def read_number(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    text = scalar(node)
    if not _NUMBER.fullmatch(text) or not text.isascii():  # no `nan`, no `1_000`
        return _refuse_number(notes, node, "expected-number", key, meant_number(text))
    return float(text)


def meant_number(text: str) -> str:
    """Return the number that *text* names with a unit, or by a word: `1 200,50 €`, `gratuit`.

    Nothing where it is not sure that one is meant.
    """
    if text.casefold() in _NOTHING:
        return "0"
    match = _WITH_UNIT.fullmatch(text)
    if match is None:
        return ""
    fraction = f".{match['fraction']}" if match["fraction"] else ""
    return _BLANKS_IN_NUMBER.sub("", match["number"]) + fraction


def _refuse_number(notes: YamlNotes, node: yaml.Node, code: str, key: str, meant: str) -> Any:
    if not meant:
        return notes.refuse(node, code, key=key)
    value = excerpt(scalar(node), 40)
    return notes.refuse(node, "number-near", key=key, value=value, suggestion=meant)


def read_moment(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    if isinstance(node, yaml.SequenceNode):
        others = ", ".join(notes.written(value) for value in node.value[1:])
        is_start = without_numbers(key) in ("event.start", "events.start")
        code = "several-starts" if is_start and others else "several-dates"
        return notes.refuse(node, code, key=key, others=excerpt(others, 200))
    text = scalar(node)
    try:
        return parse_moment(text)
    except ValueError as error:
        shown = excerpt(text or notes.written(node), 40)
        meant = meant_moment(text) or meant_bound(text)
        if meant and meant != text.strip():
            return notes.refuse(node, "bad-date-near", key=key, value=shown, suggestion=meant)
        begins, ends = meant_span(text) if key.endswith(".start") else ("", "")
        if begins:
            return notes.refuse(node, "span-near", key=key, value=shown, start=begins, end=ends)
        reason = "there is no such day" if is_no_day(text) else told_by(error)
        return notes.refuse(node, "bad-date", key=key, value=shown, reason=reason)


def read_focus(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    try:
        return Focus.read(scalar(node))
    except ValueError:
        shown = excerpt(scalar(node) or notes.written(node), 40)
        return notes.refuse(node, "bad-focus", key=key, value=shown)


def choice_reader(choices: tuple[str, ...]) -> Reader:
    def read(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
        text = (
            scalar(node) if isinstance(node, yaml.ScalarNode) else excerpt(notes.written(node), 40)
        )
        if text in choices:
            return text
        near, allowed = nearest(text, choices), ", ".join(filter(None, choices))
        code = "unknown-choice-near" if near else "unknown-choice"
        return notes.refuse(node, code, key=key, value=text, suggestion=near, choices=allowed)

    return read


def plain_scalar(node: Any) -> str | bool | int | float | None:
    """Return a scalar by YAML 1.2's core schema: what is quoted, `no` and `14:30` are text."""
    text: str = node.value
    if node.style:
        return text
    if text in _NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    digits = text[1:] if text[:1] in ("+", "-") else text
    if digits.isdecimal() and digits.isascii() and len(digits) < 16:
        # A leading zero is part of a name: a postcode, a phone number.
        return int(text) if digits == "0" or digits[0] != "0" else text
    whole, dot, fraction = digits.partition(".")
    if dot and whole.isdecimal() and fraction.isdecimal() and len(digits) < 30:
        return float(text)
    return text


def runs_as_code(value: str, name: str) -> bool:
    """Whether *value* is an address that would run what stands in it, under a key called *name*.

    Nobody says which texts a theme makes links of: `javascript:…` is one under any key, unless a
    space follows (« JavaScript : le guide »), `data:…` where the key calls it one.
    """
    scheme = forbidden_scheme(value)
    is_called_address = _NAMES_ADDRESS.search(name) is not None
    return runs_code(scheme) and (is_called_address or _CODE.match(value) is not None)
