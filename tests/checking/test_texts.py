"""Headings, links, leftovers, credits, dates of the front matter."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.checking.editorial import TEXT_CHECKS, samples
from sitegen.checking.editorial.headings import check_headings
from sitegen.checking.editorial.images import check_credit
from sitegen.checking.editorial.leftovers import check_leftovers
from sitegen.checking.editorial.link_texts import check_link_texts
from sitegen.checking.editorial.publication_dates import check_publication_dates
from tests.checking.texts import text_of, told


def test_a_heading_leaves_no_level_out() -> None:
    body = "## Deux\n\n### Trois\n\n## Deux encore\n\n#### Quatre\n\n#### Quatre encore"

    assert told(check_headings, text_of(body)) == ["10:1 heading-jump"]
    assert told(check_headings, text_of("Texte.\n\n### Trois")) == ["6:1 heading-jump"]


def test_a_heading_in_code_is_none() -> None:
    body = "```\n#### Code\n```\n\n## Deux\n\n#### Quatre"

    assert told(check_headings, text_of(body)) == ["10:1 heading-jump"]


def test_level_one_is_the_titles() -> None:
    assert told(check_headings, text_of("## Deux\n\n# Un")) == ["6:1 heading-first-level"]
    assert told(check_headings, text_of("Texte\n\nUn\n==\n\nDeux\n--")) == [
        "6:1 heading-first-level"
    ]


def test_a_heading_may_be_underlined_or_html() -> None:
    body = "Deux\n----\n\nTexte.\n\n---\n\n<h4>Quatre</h4>"

    assert told(check_headings, text_of(body)) == ["11:1 heading-jump"]


@pytest.mark.parametrize(
    "words",
    [
        "[ici](a.html)",
        "[**Cliquez ici**](a.html)",
        "[lire la\u00a0suite…](a.html)",
        "[Here][a]\n\n[a]: https://a.example/",
        "<a href='a.html'>En savoir plus</a>",
        "<https://a.example/b>",
        "https://a.example/b",
        "[https://a.example/b](https://a.example/b)",
    ],
)
def test_a_link_says_where_it_leads(words: str) -> None:
    assert told(check_link_texts, text_of(words)) == ["4:1 link-text-vague"]


def test_the_sign_that_closes_the_sentence_is_no_part_of_the_address() -> None:
    (told_of,) = check_link_texts(text_of("Voir https://a.example/b."))

    assert told_of.values == {"text": "https://a.example/b"}


@pytest.mark.parametrize(
    "words",
    [
        "[le programme](a.html), [lire la suite du rapport](https://a.example/b)",
        "![ici](a.jpg)",
        "`https://a.example/`",
        "[le site][a]\n\n[a]: https://a.example/",
        "<a href='https://a.example/'>Le site</a>",
        "<presse@a.example>, a.example",
        "url: https://…, git+https://…@v1",
        "https://localhost",
        "Ici, on peut lire la suite (https en plus).",
    ],
)
def test_other_links_and_addresses_are_no_matter(words: str) -> None:
    assert told(check_link_texts, text_of(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "TODO : le lieu",
        "Le XXX mars",
        "Lorem ipsum dolor",
        "lorem\nipsum",
        "à 18 h [à confirmer]",
        "(À compléter)",
        "Siège : [à compléter : adresse]",
        "Office: **[to be completed: address]**",
        "Lieu : à compléter.",
    ],
)
def test_what_was_to_be_replaced_is_told(words: str) -> None:
    (diagnostic,) = check_leftovers(text_of(words))

    assert diagnostic.code == "placeholder-text"


@pytest.mark.parametrize(
    "words",
    [
        "Un formulaire à compléter et à renvoyer",
        "todo el mundo",
        "`TODO`",
        "<!-- TODO -->",
        "[le plan](TODO.pdf)",
        "au XXe siècle",
        "La suite est à venir.",
        "à confirmer votre venue",
    ],
)
def test_words_that_only_look_like_it_are_no_matter(words: str) -> None:
    assert told(check_leftovers, text_of(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        '{{< figure src="a.jpg" >}}',
        "{{% notice %}}",
        "{% post_url 2022-01-01-a %}",
        '[gallery ids="1,2"]',
        "[caption id=12 align=left]",
        "[/caption]",
    ],
)
def test_codes_of_other_generators_are_told(words: str) -> None:
    (diagnostic,) = check_leftovers(text_of(f"Voici {words}."))

    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("foreign-code", 4, 7)


@pytest.mark.parametrize(
    "words",
    ["`{{< figure >}}`", "[gallery](/a/)", "Un extrait [vidéo]", "12 {%", "<!-- {% raw %} -->"],
)
def test_what_is_no_code_of_theirs_is_no_matter(words: str) -> None:
    assert told(check_leftovers, text_of(words)) == []


@pytest.mark.parametrize(
    ("body", "front", "places"),
    [
        ("Ce qui s’est passé, et pourquoi\ncela compte pour nos lecteurs.", "", ["4:1"]),
        ("Bien.\n\n## Un intertitre\n", "", ["6:1"]),
        ("L'essentiel en un paragraphe\u00a0: qui annonce quoi, où et quand.", "", ["4:1"]),
        ("- Welcome\n- Debate\n- Questions", "", ["4:1"]),
        ("This event is an example: replace it by yours. Others.", "", ["4:1"]),
        ("Bien.", "summary: Une phrase sous le titre.", ["3:10"]),
        ("Bien.", "author: Prénom Nom", ["3:9"]),
        ("Bien.", "image: {src: /a.svg, alt: Ce que montre la photo, credit: First Last}",
         ["3:8", "3:8"]),
        ("Accueil, débat, échanges. Un intertitre.", "author: Claire Nom", []),
        ("`## Un intertitre`", "", []),
    ],
)  # fmt: skip
def test_a_sample_that_was_not_replaced_is_found(body: str, front: str, places: list[str]) -> None:
    """Whatever the language of the document, with any spaces and apostrophes."""
    lines = told(check_leftovers, text_of(body, front, language="en"))

    assert lines == [f"{place} placeholder-text" for place in places]


def test_samples_are_what_new_and_init_write() -> None:
    """Each of them is written, and no line of an archetype's text is missed."""
    files = Path(samples.__file__).parents[2] / "scaffold/files"
    texts = {
        path: " ".join(path.read_text(encoding="utf-8").split()) for path in files.rglob("*.md")
    }
    unknown = [
        word for word in samples.SENTENCES if not any(word in text for text in texts.values())
    ]
    missed = [
        (path.name, line)
        for path in (files / "archetypes").rglob("*.md")
        for line in path.read_text(encoding="utf-8").split("---\n", 2)[2].splitlines()
        if line and line != "## Programme" and not line.startswith("- ")
        and not samples.SAMPLES.search(line)
    ]  # fmt: skip

    assert unknown == []
    assert missed == []


def test_a_photograph_has_its_author() -> None:
    def said(image: str) -> list[str]:
        return told(check_credit, text_of(front=f"image: {image}"))

    assert said("{src: a.jpg, alt: Un pont}") == ["3:8 image-without-credit"]
    assert said("{src: a.jpg, alt: Un pont, credit: Ana}") == []
    assert said('{src: a.jpg, alt: ""}') == []
    assert said("{src: chart.svg, alt: Un graphique}") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Texte.\n\n![Un pont](a.jpg)", ["6:1"]),
        ('![Un pont](a.JPG "Le pont neuf"){.large}', ["4:1"]),
        ("::: figure a.webp alt='Un pont'", ["4:1"]),
        ('![Un pont](a.jpg "Le pont neuf"){credit="Ana Lévy"}', []),
        ('![Un pont](a.jpg "Le pont neuf (© Ana Lévy)")', []),
        ("::: figure a.webp alt='Un pont' credit='Ana Lévy'", []),
        ("![](a.jpg){role=presentation}", []),
        ("![Un écran](a.png)", []),
        ("```\n![Un pont](a.jpg)\n```", []),
    ],
)
def test_photographs_within_a_text_have_theirs(body: str, expected: list[str]) -> None:
    lines = told(check_credit, text_of(body))

    assert lines == [f"{place} photograph-without-credit" for place in expected]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("date: 2026-03-01\nexpires: 2026-02-01", ["4:10 never-public"]),
        ("date: 2026-03-01\nexpires: 2026-03-01", ["4:10 never-public"]),
        ("embargo: 2026-03-02 06:00\nexpires: 2026-03-02", ["4:10 never-public"]),
        ("date: 2026-03-01\nexpires: 2026-03-02", []),
        ("date: 2026-03-05\nupdated: 2026-03-04", ["4:10 updated-before"]),
        ("date: 2026-03-05 16:00\nupdated: 2026-03-05", []),
        ("date: 2026-03-05\nupdated: 2026-12-24", ["4:10 updated-ahead"]),
        ("date: 2026-12-20\nupdated: 2026-12-24", []),
        ("date: 1026-03-05", ["3:7 date-unlikely"]),
        ("date: 2207-03-05", ["3:7 date-unlikely"]),
        ("date: 2026-03-05\nevent: {start: 2062-03-05}", ["4:16 date-unlikely"]),
        ("date: 1995-03-05\nevent: {start: 2031-03-05}", []),
    ],
)
def test_dates_of_the_front_matter_agree(front: str, expected: list[str]) -> None:
    assert told(check_publication_dates, text_of(front=front)) == expected


def test_long_texts_are_read_in_no_time() -> None:
    """No pattern goes back and forth over what does not match."""
    bodies = [
        f"Lundi 3{' ' * 20_000}… mardi 3 mars 2027",
        "#### Un\n\n" + "mot " * 20_000,
        "<!-- a --> " * 2_000 + "aura lieu " * 100,
    ]
    started = time.process_time()

    for body in bodies:
        text = text_of("#### Un", "date: 2026-03-05")
        text.markdown = body
        for check in TEXT_CHECKS:
            list(check(text))

    assert time.process_time() - started < 2


PIECES = st.sampled_from([
    "lundi", "Monday", " ", "31", "3", "er", " février", "March", "2027", ",", " et ", "\n", "\n\n",
    "#", "# ", "==", "[", "](", ")", "]", "<", ">", "<!--", "`", "```", "aura lieu", "ici", "https://",
    "TODO", "(à ", "confirmer)", "::: ", "ſ", "ı", "\u00a0", "---", "l\u0308",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80),
    st.sampled_from(["fr", "en", "de", "??"]),
)
def test_no_text_makes_a_check_fail(body: str, language: str) -> None:
    text = text_of(body, "date: 2026-03-05\nsummary: Le 30 février", language=language)

    for check in TEXT_CHECKS:
        for diagnostic in check(text):
            assert diagnostic.line >= 1
            assert diagnostic.column >= 1
