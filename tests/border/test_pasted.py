"""What a hurried author pastes: from a letter, an e-mail, another generator, an export.

Each is read as it was meant, or refused where it stands with a mend that names what to write.
"""

import datetime as dt

import pytest

from sitegen.border.meant_dates import meant_moment
from sitegen.border.meant_spans import meant_bound, meant_span
from sitegen.border.moments import parse_moment
from sitegen.catalogue import wording
from sitegen.model import FrontMatter
from sitegen.sources.parse import ParseSettings, parse_document

SETTINGS = ParseSettings("fr", "fr", "markdown")
ZERO_WIDTH = "\u200b"


def told(text: str) -> list[str]:
    """Return `line:column code` of what is told about a document of *text*."""
    parsed = parse_document(text.encode(), "news/a.md", SETTINGS)
    assert (parsed.document is None) == bool(parsed.diagnostics)
    return [
        f"{diagnostic.line}:{diagnostic.column} {diagnostic.code}"
        for diagnostic in parsed.diagnostics
    ]


def read(lines: str) -> FrontMatter:
    parsed = parse_document(f"---\ntitle: x\n{lines}\n---\n".encode(), "news/a.md", SETTINGS)
    assert parsed.diagnostics == ()
    assert parsed.document is not None
    return parsed.document.front


WHOLE = {
    "JSON, as Hugo takes it": ('{\n  "title": "Forum"\n}\n\nTexte.\n', "1:1 front-matter-json"),
    "TOML": ('+++\ntitle = "x"\n+++\n', "1:1 front-matter-toml"),
    "TOML between hyphens": ('---\ntitle = "x"\ndate = 2022-03-05\n---\n', "2:1 expected-keys"),
    "the name of the language": ("---yaml\ntitle: x\n---\n", "1:1 front-matter-fence"),
    "four hyphens": ("----\ntitle: x\n----\n", "1:1 front-matter-fence"),
    "two hyphens": ("--\ntitle: x\n--\n", "1:1 front-matter-fence"),
    "asterisks": ("***\ntitle: x\n***\n", "1:1 front-matter-fence"),
    "a block of code": ("```yaml\n---\ntitle: x\n---\n```\n", "1:1 front-matter-fence"),
    "dashes at the end": ("---\ntitle: x\n———\nTexte\n", "3:1 front-matter-fence"),
    "four hyphens at the end": ("---\ntitle: x\n----\nTexte\n", "3:1 front-matter-fence"),
    "an indented end": (" ---\ntitle: x\n ---\nTexte\n", "3:1 front-matter-fence"),
    "no end": ("---\ntitle: x\n\nTexte.\n\n## Titre\n", "1:1 front-matter-open"),
    "keys without fences": ("title: x\ndate: 2022-03-05\n\nTexte\n", "1:1 front-matter-missing"),
    "a title of Markdown": ("# Titre\n\nTexte.\n", "1:1 front-matter-missing"),
    "an e-mail": ("De : Zoé\nObjet : Forum\n\nTexte", "1:1 front-matter-missing"),
    "a web page": ("<html><body>x</body></html>", "1:1 front-matter-missing"),
    "a Word file": ("PK\x03\x04\x14\x00", "1:1 not-markdown"),
    "a file of WordPad": ("{\\rtf1\\ansi Texte}", "1:1 not-markdown"),
    "a PDF": ("%PDF-1.7\n", "1:1 not-markdown"),
    "a key of another case": ("---\nTitle: x\n---\n", "2:1 unknown-key-near"),
    "no space after the colon": ("---\ntitle:Forum\ndate: 2022-03-05\n---\n", "2:1 yaml-no-key"),
    "no space after several": (
        "---\ntitle:Forum\ndate:2022-03-05\ntags : a\n---\n",
        "2:1 yaml-no-key",
    ),
    "an indented second key": ("---\ntitle: x\n  date: 2022-03-05\n---\n", "3:7 yaml-indent"),
    "an indented first key": ("---\n  title: x\ndate: 2022-03-05\n---\n", "3:1 yaml-indent"),
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE)
def test_what_is_no_front_matter_is_told_where_it_begins(text: str, expected: str) -> None:
    assert told(text)[0] == expected


LINES = {
    "a quoted date": ("date: “2022-03-05”", "3:7 bad-date-near"),
    "a French date": ("date: 5 mars 2022", "3:7 bad-date-near"),
    "a date of a form": ("date: 05/03/2022", "3:7 bad-date-near"),
    "an e-mail's date": ("date: Sat, 05 Mar 2022 14:30:00 +0100", "3:7 bad-date-near"),
    "no-break hyphens": ("date: 2022\u201103\u201105", "3:7 bad-date-near"),
    "a comma of JSON": ("date: 2022-03-05,", "3:7 bad-date-near"),
    "an hour alone": ("date: 14h30", "3:7 bad-date"),
    "a day of dreams": ("date: 31/02/2022", "3:7 bad-date"),
    "a placeholder": ("date: {{date}}", "3:7 bad-date"),
    "a list for a date": ("date: [2022-03-05]", "3:7 several-dates"),
    "curly quotes": ("summary: “Le forum”", "3:10 curly-quotes"),
    "curly quotes of an apostrophe": ("summary: ‘Le forum’", "3:10 curly-quotes"),
    "a comma in curly quotes": ("tags: [“eau, air”, terre]", "3:8 curly-quotes"),
    "a language in curly quotes": ("lang: “fr”", "3:7 curly-quotes"),
    "the name of a language": ("lang: français", "3:7 bad-language"),
    "an arrow": ("summary: > Lire la suite", "3:12 yaml-syntax"),
    "a quoted boolean": ("draft: « true »", "3:8 expected-boolean"),
    "a number for a boolean": ("draft: 1", "3:8 expected-boolean"),
    "commas": ("tags: eau, air", "3:7 list-wanted"),
    "commas without spaces": ("tags: eau,air", "3:7 list-wanted"),
    "semicolons": ("tags: eau; air", "3:7 list-wanted"),
    "quoted words with commas": ("tags: “eau”, “air”", "3:7 list-wanted"),
    "two authors": ("authors: Zoé Durand, Max Petit", "3:10 list-wanted"),
    "two files": ("attachments: a.pdf, b.pdf", "3:14 list-wanted"),
    "hashtags": ("tags: #eau #air", "3:6 comment-in-text"),
    "hashtags in brackets": ("tags: [#eau, #air]", "3:7 yaml-bracket"),
    "an open bracket": ("tags: [eau, air", "3:7 yaml-bracket"),
    "items without a space": ("tags:\n-eau\n-air", "4:1 yaml-bullet"),
    "bullets of Word": ("tags:\n• eau\n• air", "4:1 yaml-bullet"),
    "indented bullets": ("tags:\n  • eau\n  • air", "4:3 list-wanted"),
    "dashes of Word": ("tags:\n– eau\n– air", "4:1 yaml-bullet"),
    "asterisks of Markdown": ("tags:\n* eau\n* air", "4:2 yaml-bullet"),
    "an image of Markdown": ("image: ![Vue](photo.png)", "3:9 yaml-markdown"),
    "an image of Obsidian": ("image: ![[photo.png]]", "3:9 yaml-markdown"),
    "a link of Obsidian": ("image: [[photo.png]]", "3:8 expected-mapping"),
    "a text on two lines": ("summary: un texte\nsur deux lignes", "4:1 yaml-no-key"),
    "a colon": ("summary: L’eau : un bien", "3:16 yaml-colon"),
    "quotes within quotes": ('summary: "Le "forum""', "3:15 yaml-quotes"),
    "an apostrophe within quotes": ("summary: 'L'eau'", "3:13 yaml-quotes"),
    "a path of Windows": (r'summary: "C:\docs"', "3:13 yaml-quotes"),
    "quotes that stay open": ('summary: "Le forum', "3:10 yaml-syntax"),
    "an at sign": ("summary: @hub", "3:10 yaml-syntax"),
    "bold": ("summary: **Forum**", "3:11 yaml-alias"),
    "a tab": ("image:\n\tsrc: a.jpg", "4:1 yaml-tab"),
    "a wide colon": ("date\uff1a2022-03-05\nlang: fr", "3:1 yaml-no-key"),
    "decimal commas": (
        "event: {start: 2022-03-05, location: {name: a, geo: [47,39, 0,68]}}",
        "3:53 bad-coordinates",
    ),
    "one coordinate": (
        "event: {start: 2022-03-05, location: {name: a, geo: 47.39}}",
        "3:53 bad-coordinates",
    ),
    "no number": (
        "event: {start: 2022-03-05, location: {name: a, geo: [nan, 1]}}",
        "3:54 expected-number",
    ),
    "a key of Jekyll": ("layout: post", "3:1 unknown-key"),
    "another of Jekyll": ("redirect_from: /a/", "3:1 unknown-key-near"),
    "a key of Hugo": ("lastmod: 2022-03-05", "3:1 unknown-key-near"),
    "a key of WordPress": ("post_date: 2022-03-05", "3:1 unknown-key-near"),
    "a key of Obsidian": ("cssclass: large", "3:1 unknown-key"),
    "a French key": ("mots-clés: eau", "3:1 unknown-key-near"),
}


@pytest.mark.parametrize(("lines", "expected"), LINES.values(), ids=LINES)
def test_a_line_that_means_something_else_is_told_where_it_stands(
    lines: str, expected: str
) -> None:
    assert told(f"---\ntitle: x\n{lines}\n---\n")[0] == expected


def test_what_is_sure_is_read_as_it_was_meant() -> None:
    assert read("date: 2022-3-5").date == read("date: 2022-03-05").date
    assert read("date: 2022-03-05 14h30").date == read("date: 2022-03-05T14:30").date
    assert read("draft: Oui").draft
    assert not read("pinned: non").pinned
    assert read('tags: "Pêche, chasse"').tags == ("Pêche, chasse",)
    assert read("tags: 1,5 million").tags == ("1,5 million",)
    assert read("summary: « Le forum »").summary == "«\u202fLe forum\u202f»"
    assert read("summary: “Oui”, dit-elle").summary == "“Oui”, dit-elle"
    assert read("summary: ’Ndrangheta").summary == "’Ndrangheta"
    assert read('summary: "“Oui”"').summary == "“Oui”"
    assert read("summary: # à écrire").summary == ""
    assert read(f"{ZERO_WIDTH}lang: en").lang == "en"
    assert read("lang\u202f: en").lang == "en"
    assert told("\ufeff---\r\ntitle: x\r\n---\r\nTexte") == []
    assert told(f"{ZERO_WIDTH}---\ntitle: x\n---\n") == []
    assert told('---\n{"title": "Forum", "date": "2022-03-05"}\n---\n') == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5 mars 2022", "2022-03-05"),
        ("1er août 2022 à 9 h 05", "2022-08-01 09:05"),
        ("samedi 5 mars 2022 à 14h30", "2022-03-05 14:30"),
        ("5 févr. 2022", "2022-02-05"),
        ("05/03/2022", "2022-03-05"),
        ("05.03.22", "2022-03-05"),
        ("2022/03/05", "2022-03-05"),
        ("20220305", "2022-03-05"),
        ("March 5, 2022", "2022-03-05"),
        ("2022-03-05 2:30 PM", "2022-03-05 14:30"),
        ("2022-03-05 14:30 +0100 CET", "2022-03-05 14:30+0100"),
        ("2023-01-01 06:00 UTC", "2023-01-01 06:00Z"),
        ("2023-01-01 06:00:00 GMT", "2023-01-01 06:00Z"),
        ("Sunday, January 1, 2023 6:00 AM UTC+2", "2023-01-01 06:00+02:00"),
        ("1er janvier 2023 à 6h00 (UTC-03:30)", "2023-01-01 06:00-03:30"),
        ("2023-07-01 06:00 CEST", "2023-07-01 06:00+02:00"),
        ("2023-01-01 06:00 Europe/Paris", ""),  # a zone that no offset stands for
        ("2023-01-01 06:00 heure de Nouméa", ""),
        ("2023-01-01 06:00 EST", ""),
        ("2023-01-01 UTC", ""),
        ("avant le 5 mars 2022", ""),
        ("du 2 au 4 mars 2022", ""),  # which day?
        ("2022-03-05 14", ""),
        ("2022-03-05 24:00", ""),
        ("31/02/2022", ""),
        ("03/25/2022", ""),
        ("mars 2022", ""),
        ("14h30", ""),
        ("9" * 5000, ""),
    ],
)
def test_the_mend_of_a_date_names_the_day_that_was_meant(written: str, meant: str) -> None:
    assert meant_moment(written) == meant


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("samedi 5 décembre 2026 de 14h à 17h30", "2026-12-05 14:00", "2026-12-05 17:30"),
        ("5 décembre 2026, 14h-17h30", "2026-12-05 14:00", "2026-12-05 17:30"),
        ("2026-12-05 14:00 – 17:30", "2026-12-05 14:00", "2026-12-05 17:30"),
        ("du 2 au 4 mars 2027", "2027-03-02", "2027-03-04"),
        ("2-4 mars 2027", "2027-03-02", "2027-03-04"),
        ("les 2 et 3 mars 2027", "", ""),
        ("2 et 3 mars 2027", "2027-03-02", "2027-03-03"),
        ("2 et 4 mars 2027", "", ""),  # two events
        ("du 28 février au 2 mars 2027", "2027-02-28", "2027-03-02"),
        ("du lundi 1er mars au mardi 2 mars 2027", "2027-03-01", "2027-03-02"),
        ("02/03/2027 au 04/03/2027", "2027-03-02", "2027-03-04"),
        ("from 2 to 4 March 2027", "2027-03-02", "2027-03-04"),
        ("2027-03-02/2027-03-04", "2027-03-02", "2027-03-04"),
        ("samedi 5 décembre 2026 à 14h", "", ""),
        ("du 4 au 2 mars 2027", "", ""),
        ("2027-03-02", "", ""),
        ("5 décembre 2026 de 17h à 14h", "", ""),
        ("-" * 500, "", ""),
    ],
)
def test_a_date_that_is_a_span_tells_its_beginning_and_its_end(
    written: str, start: str, end: str
) -> None:
    assert meant_span(written) == (start, end)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jusqu’au mardi 2 mars 2027 à 6h00", "2027-03-02 06:00"),
        ("jusqu'au 2 mars 2027", "2027-03-02"),
        ("à partir du 2 mars 2027", "2027-03-02"),
        ("until 2 March 2027", "2027-03-02"),
        ("jusqu’à demain", ""),
        ("2 mars 2027", ""),
    ],
)
def test_a_date_within_a_phrase_is_the_mend_too(written: str, meant: str) -> None:
    assert meant_bound(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "1er janvier 2023 à 6 h UTC",
        "2023-01-01 06:00 GMT",
        "2023-01-01 07:00 CET",
        "2023-01-01 07:00 UTC+1",
        "1/1/2023 11:30 (GMT+05:30)",
        "2023-01-01 06:00 Z",
    ],
)
def test_the_mend_of_an_hour_names_the_instant_that_was_meant(written: str) -> None:
    moment = parse_moment(meant_moment(written) or written).in_zone("Indian/Reunion")

    assert moment.instant == dt.datetime(2023, 1, 1, 6, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("30 février 2026", "there is no such day"),
        ("31/04/2026", "there is no such day"),
        ("2026-02-30", "there is no such day"),
        ("03/25/2026", "it has another form"),
        ("mars 2026", "it has another form"),
    ],
)
def test_a_day_that_its_month_does_not_have_is_told_as_one(written: str, reason: str) -> None:
    parsed = parse_document(f"---\ntitle: x\ndate: {written}\n---\n".encode(), "a.md", SETTINGS)

    assert [diagnostic.values["reason"] for diagnostic in parsed.diagnostics] == [reason]


def test_the_mend_is_what_to_write() -> None:
    parsed = parse_document(
        "---\ntitle: x\ndate: 5 mars 2022 à 14h30\n---\n".encode(), "a.md", SETTINGS
    )

    assert wording(parsed.diagnostics[0])[1].count("2022-03-05 14:30") == 1
