"""Feeds are written as ElementTree and `json` would write them, several times as fast."""

import json
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.rendering.feeds.elements import element, made_of, nested
from sitegen.rendering.words.clean import clean, clean_bytes

NASTY = "a & b < c > \"d\" 'e'\r\n\tf \x00\x0b\x85\xa0\u202f\ufffe \U0001f600 ]]> &amp; é\r"
TEXTS = st.text(max_size=40)


def of_the_library(root: ET.Element) -> str:
    ET.indent(root)
    return clean(ET.tostring(root, encoding="unicode", short_empty_elements=True))


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
@example(NASTY, NASTY)
@example("", "")
@example("two\nlines\n", "\r\r\n")
def test_elements_are_written_as_element_tree_writes_them(text: str, value: str) -> None:
    root = ET.Element("feed", {"xml:lang": value})
    ET.SubElement(root, "id").text = text
    ET.SubElement(root, "link", {"rel": "self", "href": value}).text = ""
    ET.SubElement(root, "content", {"type": value}).text = f"<p>{text}"
    person = ET.SubElement(root, "author")
    ET.SubElement(person, "name", {"of": value}).text = text

    name = element("name", text, {"of": value})
    lines = (
        element("id", text),
        element("link", "", {"rel": "self", "href": value}),
        made_of("content", clean(f"<p>{text}").encode(), {"type": value}),
        nested("author", [name], depth=1),
    )

    assert nested("feed", lines, {"xml:lang": value}).decode() == of_the_library(root)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.dictionaries(TEXTS, st.one_of(TEXTS, st.integers(0, 2**40), st.lists(TEXTS))))
@example({NASTY: NASTY, "none": [], "some": [NASTY, ""], "size": 0})
def test_json_is_written_as_the_standard_library_writes_it(value: dict[str, object]) -> None:
    cleaned = json.loads(clean(json.dumps(value, ensure_ascii=False)))

    written = msgspec.json.format(msgspec.json.encode(cleaned), indent=2).decode()

    assert written == json.dumps(cleaned, ensure_ascii=False, indent=2)


def test_nothing_that_machines_cannot_read_is_printable() -> None:
    """A text that is printable is taken as it is, without a look at each of its signs."""
    printable = "".join(sign for sign in map(chr, range(0x110000)) if sign.isprintable())

    assert clean(f"{printable}\n") == f"{printable}\n"
    for text in (printable, NASTY, "a\ud800b", "a\rb", "a\x7fb"):
        assert clean_bytes(text) == clean(text).encode()
