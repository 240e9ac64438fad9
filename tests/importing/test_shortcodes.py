"""Shortcodes of other generators, as lines of ours."""

import pytest

from sitegen.importing.alerts import with_alerts
from sitegen.importing.foreign import without_foreign
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


def test_a_quotation_that_is_a_notice_becomes_an_alert() -> None:
    written = "Avant\n> [!TIP]\n> Un *mot*.\n>\n> Deux\n\n> [!WARNING] Gare\n> x\n"

    assert with_alerts(written) == (
        "Avant\n\n::: alert info\nUn *mot*.\n\nDeux\n:::\n\n\n"
        "::: alert warning title=Gare\nx\n:::\n\n"
    )
    for other in ("> cité\n> [!NOTE]\n> y\n", "```\n> [!NOTE]\n> y\n```\n", "> [!NOTE]\n"):
        assert with_alerts(other) == other


def test_what_is_nowhere_stands_behind_its_gallery() -> None:
    lines = "![a](a.jpg)\n<!-- b /b.jpg -->\n"

    assert without_foreign(f"::: gallery\n{lines}:::\n")[0] == (
        "::: gallery\n![a](a.jpg)\n:::\n\n<!-- b /b.jpg -->\n"
    )
    assert without_foreign("::: gallery\n<!-- b -->\n:::\n")[0] == "<!-- b -->\n"


def test_a_picture_of_another_host_is_a_link_also_by_its_reference() -> None:
    ends = "\n\n[1]: http://x.example.org/a.jpg\n[3]: ici.jpg\n"

    text, notes = without_foreign(f"![Une salle][1] ![][1] [![a][1]](x.md) ![ici][3]{ends}")

    assert text == f"[Une salle][1] [a.jpg][1] [a](x.md) ![ici][3]{ends}"
    assert {note.name for note in notes} == {"http://x.example.org/a.jpg"}
