"""Bytes become clean text."""

import unicodedata

import pytest

from sitegen.border.text import _USUAL, clean, decode


def test_a_byte_order_mark_crlf_and_decomposed_letters_vanish() -> None:
    text, diagnostics = decode("\ufeffe\u0301te\u0301\r\nligne\rfin".encode(), "a.md")

    assert text == "été\nligne\nfin"
    assert diagnostics == []


def test_bytes_that_are_not_utf8_are_placed() -> None:
    text, diagnostics = decode("une ligne\nl'\xe9t\xe9".encode("latin-1"), "a.md")

    assert text == ""
    (diagnostic,) = diagnostics
    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("not-utf-8", 2, 3)


def test_utf16_is_named() -> None:
    _, diagnostics = decode("title".encode("utf-16"), "a.md")

    assert diagnostics[0].code == "utf-16"


def test_control_characters_vanish_and_a_soft_return_is_no_line() -> None:
    text, _ = decode(b"a\x00b\x0bc\x08\x1bd\tz", "a.md")

    assert text == "ab cd\tz"


def test_what_html_and_xml_forbid_vanishes_and_a_mainframes_line_end_is_blank() -> None:
    text, _ = decode("a\u2028\x85b\x9f\ufdd0c\ufffe\U0010ffff\ufeffd".encode(), "a.md")

    assert text == "a  bcd"


@pytest.mark.slow
def test_of_all_characters_those_that_mean_something_stay_and_the_others_go() -> None:
    """Forbidden are Unicode's controls, noncharacters and separators of lines (§23.1, §23.7)."""
    kept, forbidden = [], []
    for number in range(0x20, 0x110000):
        is_noncharacter = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
        category = unicodedata.category(chr(number))
        if is_noncharacter or category in ("Cc", "Zl", "Zp") or number == 0xFEFF:
            forbidden.append(chr(number))
        elif category != "Cs" and unicodedata.is_normalized("NFC", chr(number)):
            kept.append(chr(number))

    assert clean("\n".join(kept)) == "\n".join(kept)
    assert all(clean(f"a{letter}b") in ("ab", "a\nb") for letter in forbidden)


def test_that_usual_letters_are_clean_whatever_stands_beside_them() -> None:
    usual = [sign for sign in map(chr, range(0x80, 0x3000)) if _USUAL.fullmatch(sign)]
    assert {"é", "œ", "’", "«", "…", "–", "€", "\u202f"} < set(usual)

    beside = "".join(one + other for one in [*usual, "a", " "] for other in [*usual, "a", " "])

    assert unicodedata.is_normalized("NFC", beside)
    assert clean(beside) == beside
    assert decode(beside.encode(), "a.md") == (beside, [])


def test_that_letters_are_composed_that_were_cut_from_what_stands_before_them() -> None:
    assert decode("l’e\u0301te\u0301, l\x7fà".encode(), "a.md")[0] == "l’été, là"
