"""What is filled into an archetype reads back as what was given, whatever it holds."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import FrontMatter
from sitegen.scaffold.documents import one_line
from sitegen.scaffold.placeholders import check_places, fill, places
from sitegen.sources import frontmatter

TITLES = [
    "Forum 2027 : le programme",
    "Un titre: avec deux points",
    'Les « uns » et les "autres"',
    "L'apostrophe et l’autre",
    "# un dièse # au milieu",
    "- un tiret",
    "[crochets] et {accolades}",
    "& * ! | > % @ `",
    "C:\\Nouveau\\tableau",
    "Éléphant, œuf, ß, 日本語, 🎉👩🏽‍💻",
    "no",
    "2027",
    "2027-03-02",
    "~",
    "{{ title }}",
    "espaces insécables : « oui » !",
]
POSITIONS = (
    "{{ title }}",
    "{{ title }}  # a comment: {{ title }}",
    '"{{ title }}"',
    "'{{ title }}'",
)


def title_of(text: str) -> str:
    """Return the title that sitegen reads in *text*, which is without a mistake."""
    diagnostics: list[object] = []
    parts = frontmatter.split(text, "a.md", diagnostics)  # type: ignore[arg-type]
    assert parts is not None
    front = frontmatter.read(parts, "a.md", FrontMatter, diagnostics).value  # type: ignore[arg-type]
    assert diagnostics == []
    assert front is not None
    return front.title


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_reads_back_as_it_was_given(title: str, position: str) -> None:
    text = fill(f"---\ntitle: {position}\n---\n", {"title": title})

    assert title_of(text) == title


@given(st.text(min_size=1, max_size=60), st.sampled_from(POSITIONS))
def test_any_title_reads_back_as_one_line(written: str, position: str) -> None:
    title = one_line(written)
    if not title:
        return

    text = fill(f"---\ntitle: {position}\n---\n", {"title": title})

    assert title_of(text) == title
    assert one_line(title) == title
    assert text.count("\n") == 3


@given(st.text(min_size=1, max_size=40))
def test_other_readers_of_yaml_agree(written: str) -> None:
    title = one_line(written)
    if not title:
        return
    known = {"title": title, "date": "x"}

    text = fill("a: Le {{ title }}\nb: [{{ title }}, c]", known, is_yaml=True)

    assert yaml.load(text, yaml.BaseLoader) == {"a": f"Le {title}", "b": [title, "c"]}


def test_a_line_whose_value_is_not_given_is_a_comment_with_its_example() -> None:
    text = fill("---\nevent:\n  end: {{ end | 2027-03-02 }}  # its end\n---\n", {})

    assert text == "---\nevent:\n  # end: 2027-03-02  # its end\n---\n"


def test_dates_and_keys_stand_without_quotes() -> None:
    known = {"date": "2027-03-02 09:30", "draft": "true", "author": "claire-vasselin"}

    text = fill("---\nd: {{ date }}  # c\nb: {{ draft }}  # c\na: {{ author }}\n---\n", known)

    assert text == "---\nd: 2027-03-02 09:30  # c\nb: true  # c\na: claire-vasselin\n---\n"


def test_a_text_before_a_comment_is_quoted_for_sitegen_wants_it_so() -> None:
    text = fill("---\na: {{ a }}  # c\nb: {{ b | Paris }}  # c\n---\n", {"a": "moi"})

    assert text == '---\na: "moi"  # c\n# b: "Paris"  # c\n---\n'


def test_in_the_text_a_value_is_no_markdown_and_an_example_is() -> None:
    text = fill("# {{ title }} {{ email | **x** }}\n", {"title": "a *b* <c> [d]"})

    assert text == "# a \\*b\\* \\<c\\> \\[d\\] **x**\n"


def test_a_value_is_not_filled_again() -> None:
    assert fill("{{ title }}", {"title": "{{ date }}", "date": "x"}) == "{{ date }}"


def test_an_unknown_place_is_told_with_where_it_stands() -> None:
    diagnostics = check_places(
        "---\ntitle: {{ titel }}\n---\n{{ title | x }}", {"title": ""}, "a.md"
    )

    assert [
        (diagnostic.code, diagnostic.line, diagnostic.column) for diagnostic in diagnostics
    ] == [("placeholder-unknown", 2, 8)]
    assert diagnostics[0].values["known"] == "title"


def test_what_has_an_example_can_be_left_out() -> None:
    by_name = places("{{ a }} {{ b | x }} {{ a | y }}")

    assert {name: place.is_required for name, place in by_name.items()} == {"a": True, "b": False}
