"""What readers see is in twelve languages: whole, with the values of the English, well counted."""

import datetime as dt
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import nodes
from jinja2.ext import extract_from_ast

from scripts.compile_words import compiled
from sitegen.border.moments import parse_moment
from sitegen.markup.typography import space_french
from sitegen.model import Event, Occurrence
from sitegen.model.languages import language_of
from sitegen.rendering.templates.environment import parse_template
from sitegen.rendering.words.dates import (
    format_day,
    format_days,
    format_moment,
    format_month,
    format_period,
    weekday_names,
)
from sitegen.rendering.words.taking_part import format_number
from sitegen.rendering.words.zones import format_elsewhere
from sitegen.theme.plurals import catalogue_mistake
from sitegen.wording.readers import (
    GROUPS,
    StatusWords,
    count_places,
    messages_of,
    reader_words,
    translated_languages,
)
from sitegen.wording.translation import FOLDER
from tests.support import SiteFolder

THEME = Path(__file__).parent.parent.parent / "themes/association"
LANGUAGES = ("br", "ca", "co", "de", "es", "eu", "fr", "it", "nl", "oc", "pt")
"""Beside English, in which the templates are written."""
SPACED = {"br", "co", "fr", "oc"}
"""A no-break space stands before their colons."""
PLACES = re.compile(r"%\(\w+\)s|%%|\{\w*\}|</?\w+>")
SHOWN = {"alt", "title", "aria-label", "placeholder", "label"}
NEWEST = 8
"""Messages that a language may lack until somebody translates them: readers see them in English."""
NAMES = {
    "Google Agenda", "Outlook, Microsoft 365", "iPhone, iPad, Mac", "Thunderbird", "Nextcloud",
    "Android", "Outlook.com", "(vCard)",
}  # fmt: skip
"""Of programs, in every language alike."""


def templates() -> list[Path]:
    files = [path for path in (THEME / "templates").rglob("*") if path.is_file()]
    return sorted(files)


@cache
def asked() -> set[str]:
    """The messages of all templates."""
    languages = set()
    for path in templates():
        tree = parse_template(path.read_text(encoding="utf-8"))
        for _, _, message in extract_from_ast(tree, ("_", "gettext", "ngettext")):
            first = message[0] if isinstance(message, tuple) else message
            assert first, f"{path} shows a message that is computed"
            languages.add(first)
    return languages


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def of_theme(language: str) -> Path:
    return THEME / f"locales/{language}.po"


def of_sitegen(language: str) -> Path:
    return Path(FOLDER) / f"{language}/LC_MESSAGES/readers.po"


def forms(message: Any) -> list[tuple[str, str]]:
    """Each translation beside the English that it is one of."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    one, many = message.id
    return [(many if one.count("%") != many.count("%") and "%" in text else one, text)
            for text in message.string]  # fmt: skip


def test_the_languages_are_those_that_were_promised() -> None:
    assert translated_languages() == sorted(("en", *LANGUAGES))
    assert {path.stem for path in (THEME / "locales").glob("*.po")} == set(LANGUAGES)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_theme_is_translated(language: str) -> None:
    path = of_theme(language)
    # A build takes the words of sitegen's own themes as they are.
    assert catalogue_mistake(path.read_text(encoding="utf-8"), path.name, language) is None
    messages = catalogue(path)
    known = {
        (message.id if isinstance(message.id, str) else message.id[0])
        for message in messages
        if message.id
    }
    silent = [
        message.id
        for message in messages
        if message.id and not all(text for _, text in forms(message))
    ]

    assert known - asked() == set()
    assert silent == []
    lacking = asked() - known
    assert len(lacking) <= (0 if language == "fr" else NEWEST), lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_sitegen_s_own_is_translated(language: str) -> None:
    messages = catalogue(of_sitegen(language))
    wanted = {(context, text) for group in GROUPS for context, text in messages_of(group)}

    assert {(message.context, message.id) for message in messages if message.id} == wanted
    assert [
        message.id for message in messages if message.id and not all(t for _, t in forms(message))
    ] == []
    assert of_sitegen(language).with_suffix(".mo").read_bytes() == compiled(of_sitegen(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_hold_the_values_of_the_english(language: str) -> None:
    wrong = [
        (english, text)
        for source in (of_theme(language), of_sitegen(language))
        for message in catalogue(source)
        if message.id and message.context not in ("date.days", "date.slots")
        for english, text in forms(message)
        if sorted(PLACES.findall(english)) != sorted(PLACES.findall(text))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_gettext_s_own_tool_accepts_the_catalogues(language: str) -> None:
    if not shutil.which("msgfmt"):
        pytest.skip("gettext is not installed")
    for source in (of_theme(language), of_sitegen(language)):
        checks = ["--check-format", "--check-domain"]
        done = subprocess.run(
            ["msgfmt", *checks, "-o", "/dev/null", source], capture_output=True, text=True
        )
        assert (done.returncode, done.stderr) == (0, "")
        counted = catalogue(source).num_plurals
        for message in catalogue(source):
            assert isinstance(message.id, str) or len(message.string) == counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_typeset_as_their_language_is(language: str) -> None:
    for source in (of_theme(language), of_sitegen(language)):
        for message in catalogue(source):
            for _, text in forms(message) if message.id else ():
                assert not re.search(r"['\"]", re.sub(r"<[^>]*>", "", text))
                bare = PLACES.sub("x", text)
                if language in SPACED:
                    assert not re.search(r"[^\s\u00a0]:( |$)| :", bare), text
                    assert not re.search(r"[^\u202f][;!?]", bare), text
                else:
                    assert not re.search(r"[\s\u00a0\u202f][:;!?]", bare), text
                if language == "fr" and message.context != "date.days":
                    assert space_french(bare) == bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_who_reviewed_it(language: str) -> None:
    """French alone is the project's own; the documentation says so too."""
    told = (THEME.parent.parent / "docs/words.md").read_text(encoding="utf-8")
    for source in (of_theme(language), of_sitegen(language)):
        is_unread = language != "fr"
        assert ("REVIEWED BY NOBODY YET" in source.read_text(encoding="utf-8")) is is_unread
        assert (dict(catalogue(source).mime_headers).get("Language")) == language
    assert language == "fr" or re.search(rf"\| `{language}` \|.*reviewed by nobody yet", told)


class Shown(HTMLParser):
    """The texts that a reader of HTML would see, or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in SHOWN]

    def handle_data(self, data: str) -> None:
        self.found.append(data.strip())


def literal(node: nodes.Node) -> Iterator[str]:
    """What a template prints as it stands there; a space for what it computes."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            yield child.data
        elif isinstance(node, nodes.Output):
            yield " "
        else:
            yield from literal(child)


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_no_message_of_the_theme_is_hard_coded(path: Path) -> None:
    text = "".join(literal(parse_template(path.read_text(encoding="utf-8"))))
    if path.suffix in (".css", ".js"):
        assert not re.search(r"content:\s*\"[^\"\\]*[^\W\d_]{2}", text)
        return
    shown = Shown()
    shown.feed(re.sub(r"<(script|style).*?</\1>", "", text, flags=re.DOTALL))
    words = [word for word in shown.found if re.search(r"[^\W\d_]{2}", word)]
    # An attribute that a filter writes leaves its tag open here: no words stand in one.
    assert [word for word in words if word not in NAMES and not re.search(r"[<>]|=\"", word)] == []


def test_scripts_of_the_theme_say_nothing_of_their_own() -> None:
    """What they tell stands in `data-` attributes, which templates translate."""
    for path in (THEME / "static/assets").glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        texts = re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`", code)
        told = [
            text for groups in texts for text in groups if re.search(r"[A-Z][a-z]+ [a-z]+", text)
        ]
        assert told == [], path


def test_a_kind_of_a_language_has_its_words_and_an_unknown_one_english() -> None:
    assert reader_words(StatusWords, "de-AT").full == reader_words(StatusWords, "de").full
    assert reader_words(StatusWords, "DE").full == "Ausgebucht"
    assert reader_words(StatusWords, "fro") == StatusWords()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("br", {0: "0 plas", 1: "1 plas", 2: "2 blas", 4: "4 flas", 12: "12 plas", 21: "21 plas",
                22: "22 blas", 71: "71 plas", 1000000: "1000000 a blasoù"}),
        ("fr", {0: "0 place", 1: "1 place", 2: "2 places"}),
        ("oc", {0: "0 plaça", 2: "2 plaças"}),
        ("de", {0: "0 Plätze", 1: "1 Platz", 2: "2 Plätze"}),
        ("eu", {1: "Leku 1", 2: "2 leku"}),
        ("en", {0: "0 places", 1: "1 place"}),
    ],
)  # fmt: skip
def test_places_are_counted_by_the_language_s_rule(language: str, told: dict[int, str]) -> None:
    assert {number: count_places(number, str(number), language) for number in told} == told


def test_the_search_page_has_every_form_of_its_count(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """A script counts: CLDR's categories, which `Intl.PluralRules` names, in the theme's words."""
    site = make_site(SITE.format(language="br").replace("timezone", "search: true\ntimezone"))
    site.build()
    page = site.page("search/index.html")
    match = re.search(r"data-counts='([^']*)'", page)

    assert match is not None
    assert json.loads(match[1]) == {
        "few": "{number} disoc’h",
        "many": "{number} a zisoc’hoù",
        "one": "{number} disoc’h",
        "other": "{number} disoc’h",
        "two": "{number} zisoc’h",
    }
    assert 'data-one="{number} disoc’h"' in page


DAYS = {
    "br": ("Sul 1añ a viz Meurzh 2026", "1añ a viz Meurzh"),
    "ca": ("diumenge, 1 de març del 2026", "1 de març"),
    "co": ("dumenica primu di marzu di u 2026", "primu di marzu"),
    "de": ("Sonntag, 1. März 2026", "1. März"),
    "es": ("domingo, 1 de marzo de 2026", "1 de marzo"),
    "eu": ("2026ko martxoaren 1a, igandea", "martxoaren 1a"),
    "fr": ("dimanche 1er\u00a0mars 2026", "1er\u00a0mars"),
    "it": ("domenica 1° marzo 2026", "1° marzo"),
    "nl": ("zondag 1 maart 2026", "1 maart"),
    "oc": ("dimenge 1èr de març de 2026", "1èr de març"),
    "pt": ("domingo, 1 de março de 2026", "1 de março"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_of_a_month(language: str) -> None:
    day = dt.date(2026, 3, 1)

    days = format_day(day, language, weekday=True), format_day(day, language, year=False)
    assert days == DAYS[language]


@pytest.mark.parametrize(
    ("language", "first", "last", "told"),
    [
        ("br", "2026-03-02", "2026-03-03", "2 – 3 a viz Meurzh 2026"),
        ("ca", "2026-03-02", "2026-03-03", "del 2 al 3 de març del 2026"),
        ("ca", "2026-04-01", "2026-04-11", "de l’1 a l’11 d’abril del 2026"),
        ("co", "2026-03-30", "2026-04-02", "30 di marzu – 2 d’aprile di u 2026"),
        ("de", "2026-03-30", "2026-04-02", "30. März bis 2. April 2026"),
        ("es", "2026-03-02", "2026-03-03", "del 2 al 3 de marzo de 2026"),
        ("eu", "2026-03-02", "2026-03-03", "2026ko martxoaren 2tik 3ra"),
        ("eu", "2025-12-31", "2027-01-01", "2025eko abenduaren 31tik 2027ko urtarrilaren 1era"),
        ("eu", "2030-03-05", "2030-04-11", "2030eko martxoaren 5etik apirilaren 11ra"),
        ("it", "2026-03-01", "2026-03-03", "dal 1° al 3 marzo 2026"),
        ("it", "2026-03-08", "2026-03-11", "dall’8 all’11 marzo 2026"),
        ("it", "2026-03-18", "2026-03-28", "dal 18 al 28 marzo 2026"),
        ("nl", "2026-03-02", "2026-03-03", "2 t/m 3 maart 2026"),
        ("oc", "2026-03-30", "2026-04-02", "del 30 de març al 2 d’abril de 2026"),
        ("pt", "2026-12-30", "2027-01-02", "de 30 de dezembro de 2026 a 2 de janeiro de 2027"),
    ],
)
def test_several_days(language: str, first: str, last: str, told: str) -> None:
    assert format_days(dt.date.fromisoformat(first), dt.date.fromisoformat(last), language) == told


@pytest.mark.parametrize(
    ("language", "moment", "slot"),
    [
        ("es", "2 de marzo de 2026, 9:30\u00a0h",
         "lunes, 2 de marzo de 2026, de 9:30 a 17:00\u00a0h"),
        ("de", "2. März 2026, 09:30 Uhr", "Montag, 2. März 2026, 09:30–17:00 Uhr"),
        ("it", "2 marzo 2026, ore 09:30", "lunedì 2 marzo 2026, dalle 09:30 alle 17:00"),
        ("oc", "2 de març de 2026, a 9h30", "diluns 2 de març de 2026, de 9h30 a 17h00"),
        ("eu", "2026ko martxoaren 2a, 09:30", "2026ko martxoaren 2a, astelehena, 09:30–17:00"),
    ],
)  # fmt: skip
def test_hours_follow_their_day(language: str, moment: str, slot: str) -> None:
    start, end = (
        parse_moment(f"2026-03-02 {time}").in_zone("Europe/Paris") for time in ("09:30", "17:00")
    )
    event = Event(id="e", name="e", start=start, end=end)
    occurrence = Occurrence(event=event, start=start, end=end)

    assert format_moment(start, language) == moment
    assert format_period(occurrence, language) == slot
    assert "Par" in format_elsewhere(occurrence, "America/Guadeloupe", language)


def test_months_are_named_with_their_year() -> None:
    months = {language: format_month(2026, 3, language) for language in ("en", *LANGUAGES)}

    assert months == {
        "br": "Meurzh 2026", "ca": "març del 2026", "co": "marzu di u 2026", "de": "März 2026",
        "en": "March 2026", "es": "marzo de 2026", "eu": "2026ko martxoa", "fr": "mars 2026",
        "it": "marzo 2026", "nl": "maart 2026", "oc": "març de 2026", "pt": "março de 2026",
    }  # fmt: skip
    assert format_month(2026, 3, "eu", with_year=False) == "martxoa"


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_days_above_a_month_are_told_apart(language: str) -> None:
    """Catalan days all begin with *di*, Portuguese ones with *se* and *qu*."""
    names = weekday_names(language)
    told = {
        "ca": "dl dt dc dj dv ds dg",
        "fr": "lu ma me je ve sa di",
        "de": "Mo Di Mi Do Fr Sa So",
    }

    assert len({short for short, _ in names}) == len({full for _, full in names}) == 7
    assert all(len(short) <= 4 and "." not in short for short, _ in names)
    assert " ".join(short for short, _ in names) == told.get(language, mock.ANY)


@pytest.mark.parametrize("language", ["br", "co", "fr", "oc"])
def test_numbers_are_written_as_in_france(language: str) -> None:
    """CLDR has none in Occitan and Corsican, and would give 1,234.5."""
    spaced = format_number(12345.5, language).replace("\u202f", " ").replace("\u00a0", " ")

    assert spaced == "12 345,5"
    assert language_of(language).size_units[1] == "ko"


SITE = """\
-- site.yaml --
title: Hub
url: https://hub.example.org/
language: {language}
timezone: Europe/Paris
organisation: {{name: Hub}}
-- content/a/2026-01-02-b.md --
---
title: B
date: 2026-01-02
author: Ada
tags: [t]
event:
  name: E
  start: 2026-03-30 09:00
  end: 2026-04-02 17:00
  status: cancelled
  location: {{name: L, city: Tours}}
  price: 12.50
  capacity: 1200
  accessibility: [hearing-loop]
---
Text.
"""
CHECKED = (
    "a/b/index.html", "index.html", "404.html", "agenda/2026/03/index.html", "tags/index.html",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_speaks_its_language(make_site: Callable[[str], SiteFolder], language: str) -> None:
    site = make_site(SITE.format(language=language))
    site.build()
    messages = catalogue(of_theme(language))
    words = {
        message.id: message.string
        for message in messages
        if message.id and isinstance(message.id, str)
    }
    shown = {name: site.page(name) for name in CHECKED}

    told = "\n".join(shown.values())
    assert all(f'<html lang="{language}"' in page for page in shown.values())
    assert f'"og:locale" content="{language}_' in told
    assert f">{format_day(dt.date(2026, 1, 2), language)}<" in told  # März, and no märz
    for message in ("Skip to content", "Cancelled", "Price", "Hearing loop", "Page not found"):
        assert words[message] in told.replace("&#39;", "’")
    # A message of two words at least is no name, and is found only where nobody translated it.
    plain = [word for word in words if " " in word and "%" not in word and words[word] != word]
    assert [word for word in plain if f">{word}<" in told] == []

    calendar = site.page("agenda.ics").replace("\r\n ", "")
    own = reader_words(StatusWords, language)
    assert f"SUMMARY:{own.cancelled.upper()} – E" in calendar
    feed = site.page("feed.xml")
    assert f'xml:lang="{language}"' in feed
    assert own.cancelled in feed
