"""Both engines read alike what people write: items, nesting, headings, tables, pictures, notes."""

import pytest

from sitegen.markup import MarkupSettings, render_markup
from tests.markup.shapes import BLOCKS, structure, texts

TEXTS = dict(texts())
DIFFERENT = {
    # pulldown-cmark ends a paragraph for a table in an item only where its header begins with a bar
    "a table without edges, right in an item",
    # pulldown-cmark takes no empty line of a quotation for one before a definition
    "a loose definition, in a quotation",
}


def read(text: str, engine: str) -> list[str]:
    return structure(render_markup(text, "", MarkupSettings(engine)).html)


def different(names: list[str]) -> dict[str, str]:
    return {
        name: TEXTS[name]
        for name in names
        if read(TEXTS[name], "markdown") != read(TEXTS[name], "commonmark")
    }


def test_both_engines_give_the_same_structure() -> None:
    """What each block is, and what it is right under text and in a list item."""
    places = ("alone", "right under text", "right in an item")
    names = [f"{block}, {place}" for block in BLOCKS for place in places]

    assert different(names).keys() <= DIFFERENT


@pytest.mark.slow
def test_so_they_do_wherever_it_stands() -> None:
    assert len(set(TEXTS.values())) > 3500
    assert different(list(TEXTS)).keys() == DIFFERENT


def test_the_texts_are_the_same_every_time() -> None:
    assert list(TEXTS.items()) == list(texts())
