"""A language is one value; nobody else looks at the letters of its tag."""

import re
from pathlib import Path

import pytest
from babel import localedata

from sitegen.model.languages import language_of

PACKAGE = Path(__file__).parent.parent / "sitegen"


@pytest.mark.parametrize(
    ("tag", "is_french", "direction", "unit"),
    [
        ("fr", True, "ltr", "ko"),
        ("fr-CA", True, "ltr", "ko"),
        ("FR", True, "ltr", "ko"),
        ("frr", False, "ltr", "kB"),  # North Frisian
        ("fro", False, "ltr", "kB"),  # Old French
        ("en-GB", False, "ltr", "kB"),
        ("ar", False, "rtl", "kB"),
        ("br", False, "ltr", "ko"),  # as CLDR has it
        ("de", False, "ltr", "kB"),
    ],
)
def test_a_language_knows_its_typography_direction_and_units(
    tag: str, is_french: bool, direction: str, unit: str
) -> None:
    language = language_of(tag)

    assert language.is_french is is_french
    assert language.typography == ("fr" if is_french else "off")
    assert language.direction == direction
    assert language.size_units[1] == unit


def test_a_language_without_a_country_means_the_likely_one() -> None:
    """Weeks begin by country."""
    assert language_of("fr").locale.territory == "FR"
    assert language_of("fr-CA").locale.territory == "CA"
    assert language_of("en").locale.territory == "GB"  # in Europe
    assert language_of("en-US").locale.territory == "US"
    assert str(language_of("zh-Hant").locale) == "zh_Hant_TW"
    assert str(language_of("sr").locale) == "sr_Cyrl_RS"
    assert language_of("rcf").locale.language == "en"  # CLDR does not know it


def test_every_language_of_cldr_has_a_locale() -> None:
    """Whatever a site or a document says of itself."""
    names = localedata.locale_identifiers()
    locales = {name: language_of(name.replace("_", "-")).locale for name in names}

    assert {
        name for name, locale in locales.items() if locale.language != name.split("_")[0]
    } == set()


def test_nobody_else_takes_tags_apart() -> None:
    pattern = re.compile(r"""startswith\(\(?["']fr|split\(["']-["']\)\[0\] ==""")
    lost = [
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]

    assert lost == []
