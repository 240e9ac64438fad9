"""Shortcodes of other generators, as lines of ours."""

import pytest

from sitegen.importing.kinds.hugo_shortcodes import without_shortcodes
from sitegen.importing.kinds.liquid import without_liquid
from sitegen.importing.links import without_empty

FILM = '::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title=YouTube'


def of_hugo(text: str) -> str:
    return without_shortcodes(text, lambda name: name)[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Voyez {} et lisez.", f"Voyez \n\n{FILM}\n\n et lisez."),
        ("Voyez :\n{}\n", f"Voyez :\n{FILM}\n"),
        ("{}", FILM),
        ("{} la suite", f"{FILM}\n\n la suite"),
        ("- un film : {}", f"- un film : {FILM}"),
    ],
)
def test_a_film_within_a_paragraph_gets_a_line_of_its_own(written: str, meant: str) -> None:
    assert of_hugo(written.format("{{< youtube dQw4w9WgXcQ >}}")) == meant


def test_so_does_one_of_jekyll() -> None:
    call = '{% include youtube.html id="dQw4w9WgXcQ" %}'
    text, _ = without_liquid(f"Voyez {call} et lisez.", lambda name: name, "")

    assert text == f"Voyez \n\n{FILM}\n\n et lisez."


def test_a_text_of_many_pictures_within_a_bracket_is_looked_at_once() -> None:
    """Two ways of reading each would be a work without end."""
    pictures = "[" + "![a](b.jpg) " * 80

    assert without_empty(f"{pictures}\n[vide]()") == f"{pictures}\nvide"
