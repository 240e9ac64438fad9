"""French spacing. In the tables ¬ stands for U+202F and ~ for U+00A0, so that they can be seen."""

import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.markup import space_french
from sitegen.markup.typography import (
    _MAY_CHANGE,
    EDGE_MARK,
    INLINE_MARK,
    OPAQUE_MARK,
    _places,
    _space,
)

FRENCH = st.text(
    st.sampled_from(
        "aéM1234 :;!?«»%€°.,'’()[]<>&=@/-…“”\"\n\t\xa0\u202f\u2009h" + INLINE_MARK + OPAQUE_MARK
    )
    | st.sampled_from([EDGE_MARK])
)
PHRASES = st.lists(
    st.sampled_from((
        "Quoi", " ?", "?", " :", ":", "«", "« ", " »", "»", " ", "\n", "...", "l'eau", "12",
        "2 mars", "1er", "mars", " %", "%", "€", "14:30", "https://a.fr/?b;c!d", "www.a.fr", "::",
        ";-)", "n° 2", "M. Dupont", "34 228", "16 h 41", "(", ")", "“x”", "a@b.fr", INLINE_MARK,
        OPAQUE_MARK, EDGE_MARK, "\xa0", "\u202f",
    ))
).map("".join)  # fmt: skip


def visible(text: str) -> str:
    return text.replace("\u202f", "¬").replace("\xa0", "~")


def typed(text: str) -> str:
    return text.replace("¬", "\u202f").replace("~", "\xa0")


@pytest.mark.parametrize(
    ("written", "spaced"),
    [
        # what is typed with a plain space
        ("Qui peut participer ?", "Qui peut participer¬?"),
        ("Merci ! Bravo !", "Merci¬! Bravo¬!"),
        ("un ; deux", "un¬; deux"),
        ("Lieu : Nantes", "Lieu~: Nantes"),
        ("« Oui »", "«¬Oui¬»"),
        # what is typed without any
        ("Quoi?", "Quoi¬?"),
        ("Quoi?!", "Quoi¬?!"),
        ("Quoi:?", "Quoi~:¬?"),
        ("Non!!!", "Non¬!!!"),
        ("un; deux", "un¬; deux"),
        ("Lieu: Nantes", "Lieu~: Nantes"),
        ("«Oui»", "«¬Oui¬»"),
        ("l'«Atlas»", "l’«¬Atlas¬»"),
        ('l\'"Atlas" d\'"élus"', 'l’"Atlas" d’"élus"'),
        ("\"Ils disent 'oui'\"", "\"Ils disent 'oui'\""),
        ("(vraiment)?", "(vraiment)¬?"),
        ("«Quoi?»", "«¬Quoi¬?¬»"),
        ("« Note :»", "«¬Note~:¬»"),
        # what is pasted from Word, or half right
        ("Quoi~?", "Quoi¬?"),
        ("Lieu¬: Nantes", "Lieu~: Nantes"),
        ("Quoi ~?", "Quoi¬?"),
        ("«~Oui~»", "«¬Oui¬»"),
        ("« Oui\n»", "«¬Oui¬»"),
        ("un\n; deux", "un¬; deux"),
        ("«  »", "«¬»"),
        ("Quoi ? !", "Quoi¬?¬!"),
        # numbers
        ("34 228 habitants", "34¬228 habitants"),
        ("1 500 000 €", "1¬500¬000~€"),
        ("34~228", "34¬228"),
        ("12 %", "12~%"),
        ("12%", "12~%"),
        ("12¬%", "12¬%"),
        ("^12^ % et ^12^%", "^12^~% et ^12^~%"),
        ("12 ‰", "12~‰"),
        ("20€", "20~€"),
        ("30 km et 2 m² ou 5 Go", "30~km et 2~m² ou 5~Go"),
        ("5 M€, 12 k€ et 3 Md€", "5~M€, 12~k€ et 3~Md€"),
        ("100 kWh, 9 kWc, 2 GW et 5 TWh", "100~kWh, 9~kWc, 2~GW et 5~TWh"),
        ("3 ha, 50 cm, 20 g, 2 mg, 5 L, 33 cl", "3~ha, 50~cm, 20~g, 2~mg, 5~L, 33~cl"),
        ("90 km/h, 50 dB, 5 GHz et 20 ms", "90~km/h, 50~dB, 5~GHz et 20~ms"),
        ("2 l’année, 3 grands, 4 Monsieur, 5 Mots", "2 l’année, 3 grands, 4 Monsieur, 5 Mots"),
        ("à 16 h 41", "à 16~h~41"),
        ("à 9 h", "à 9~h"),
        ("1 h 30 min", "1~h~30~min"),
        ("20 °C", "20~°C"),
        # abbreviations and dates
        ("n° 2, p. 3, art. 6, § 4", "n°~2, p.~3, art.~6, §~4"),
        ("M. Dupont, Mme Élan et Dr Roy", "M.~Dupont, Mme~Élan et Dr~Roy"),
        ("les 2 et 3 mars 2022", "les 2 et 3~mars 2022"),
        ("le 1er août", "le 1er~août"),
        ("le 2\nmars", "le 2~mars"),
        # apostrophes and ellipses
        ("l'eau d'Île", "l’eau d’Île"),
        ("Et puis...", "Et puis…"),
        ("[...]", "[…]"),
        ("Et puis...?", "Et puis…?"),
        # past the marks of tags (^) and of code (`)
        ("^Forum^ ?", "^Forum^¬?"),
        ("^Forum^?", "^Forum^¬?"),
        ("^Quoi ^?", "^Quoi^¬?"),
        ("^Quoi ^ ?", "^Quoi^¬?"),
        ("«^x^»", "«¬^x^¬»"),
        ("«^ x ^»", "«¬^x^¬»"),
        ("Lieu :^ Nantes^", "Lieu~:^ Nantes^"),
        ("^Lieu:^ Nantes", "^Lieu~:^ Nantes"),
        ("1^er^ mars", "1^er^~mars"),
        ("l'^eau^ et l'^`^", "l’^eau^ et l’^`^"),
        ("^`^: oui", "^`^~: oui"),
    ],
)
def test_french_spaces_are_set(written: str, spaced: str) -> None:
    marks = str.maketrans({"^": INLINE_MARK, "`": OPAQUE_MARK})

    assert visible(space_french(typed(written).translate(marks))) == spaced.translate(marks)


@pytest.mark.parametrize(
    "text",
    [
        "à 14:30",
        "std::vector et xml:lang",
        "http://a.fr/?b=c;d e",
        "https://a.fr/a'b...c?!x fin",
        "www.a.fr/?!/x",
        "a@b.fr",
        "page.html?x=1&y=2",
        "a!=b, a?_b et a?&b",
        "a.md:3:1",
        "Merci ;-) et ;)",
        "Merci :) et :-D",
        "«\u202f»",
        "“Nested” quotes",
        "'seuls'",
        "5'30 et 3''",
        "en 2022 150 personnes",
        "tel. 01 99 00 12 34",
        "3 m’ont dit et 2 sont venus",
        "../... et ....",
        "(?) et [!]",
        "100%sûr",
        "? au début",
        " : au début",
        "» au début",
        "à la fin «",
    ],
)
def test_what_is_no_french_sentence_stays(text: str) -> None:
    assert space_french(text) == text


def test_no_rule_looks_beyond_a_block() -> None:
    text = f"fin{EDGE_MARK}? début {EDGE_MARK}: suite«{EDGE_MARK}x{EDGE_MARK}»"

    assert space_french(text) == text


@given(FRENCH | PHRASES | st.text())
@example("http://0...?")
def test_spacing_twice_is_spacing_once(text: str) -> None:
    once = space_french(text)

    assert space_french(once) == once


@given(FRENCH | PHRASES | st.text())
def test_only_spaces_apostrophes_and_ellipses_change(text: str) -> None:
    def letters(text: str) -> str:
        return (
            re.sub(r"[ \t\n\xa0\u2009\u202f\x03]", "", text).replace("…", "...").replace("'", "’")
        )

    assert letters(space_french(text)) == letters(text)


@given(FRENCH | PHRASES)
def test_marks_keep_their_number_and_order(text: str) -> None:
    def marks(text: str) -> str:
        return re.sub(f"[^{INLINE_MARK}{OPAQUE_MARK}{EDGE_MARK}]", "", text)

    assert marks(space_french(text)) == marks(text)


@given(
    PHRASES, st.sampled_from(["https://a.fr/x?y;z!t:u'v...w%25", "www.a.fr/!x", "mailto:a@b.fr?c"])
)
def test_addresses_stay_whole(text: str, address: str) -> None:
    spaced = space_french(f"{text} {address} {text}")

    assert address in spaced


@given(PHRASES)
def test_no_two_spaces_meet_where_one_is_set(text: str) -> None:
    spaced = space_french(re.sub(r"\s+", " ", text))

    assert not re.search("[\xa0\u202f]\x01*[ \xa0\u202f]\x01*[;:!?»]", spaced)
    assert not re.search("«\x01*[\xa0\u202f]\x01*[ \xa0\u202f]", spaced)


def test_what_is_sought_sign_by_sign_gives_what_a_look_at_each_letter_gives() -> None:
    chance = random.Random(2026)
    pieces = [
        *";:!?«»%‰€$£",
        *"0123456789",
        " ",
        "\n",
        "\xa0",
        "\u202f",
        "\x01",
        ".",
        "°",
        "§",
        "n",
    ]
    pieces += ["M", "D", "P", "MM", "Mme", "Mlles", "Dr", "A", "É", "h", "er", "e", "mars", "km"]
    pieces += ["p.", "art.", "fig.", "a", "’", "\x1d", "\x02", " ", " ", "a ", "5 "]
    for _ in range(8000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 30)))
        everywhere = dict.fromkeys(range(len(text)), "")
        spaced = _space(text, everywhere)
        assert _space(text, _places(text)) == spaced, ascii(text)
        assert spaced == text or _MAY_CHANGE.search(text), ascii(text)
