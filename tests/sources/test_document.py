"""Bytes become documents."""

import msgspec
import pytest

from sitegen.catalogue import MESSAGES, severity
from sitegen.sources.document import Document, decode_document, encode
from sitegen.sources.parse import Parsed, ParseSettings, parse_document

SETTINGS = ParseSettings(language="fr", typography="fr", engine="markdown")


def parse(text: str | bytes, path: str = "news/2026-01-10-un-titre.md") -> Parsed:
    raw = text if isinstance(text, bytes) else text.encode()
    return parse_document(raw, path, SETTINGS)


def document(text: str, path: str = "news/2026-01-10-un-titre.md") -> Document:
    parsed = parse(text, path)
    assert parsed.diagnostics == ()
    assert parsed.document is not None
    return parsed.document


def test_the_file_name_gives_slug_and_date() -> None:
    parsed = document("---\ntitle: x\n---\n")

    assert parsed.name == "un-titre"
    assert parsed.date is not None
    assert parsed.date.iso() == "2026-01-10"


def test_a_written_date_comes_before_the_file_names() -> None:
    parsed = document("---\ntitle: x\ndate: 2026-02-01\n---\n")

    assert parsed.date is not None
    assert parsed.date.iso() == "2026-02-01"


@pytest.mark.parametrize(
    ("path", "name", "is_dated"),
    [
        ("association.md", "association", False),
        ("news/2026-01-10-photo/index.md", "photo", True),
        ("news/2026-01-10.md", "2026-01-10", True),
    ],
)
def test_names(path: str, name: str, is_dated: bool) -> None:
    parsed = document("---\ntitle: x\n---\n", path)

    assert (parsed.name, parsed.date is not None) == (name, is_dated)


@pytest.mark.parametrize(
    ("path", "written", "suggestion"),
    [
        ("news/20261120-forum.md", "20261120", "2026-11-20-forum.md"),
        ("news/2018-03-9_Le forum.md", "2018-03-9", "2018-03-09-Le forum.md"),
        ("20-11-2026 forum.MD", "20-11-2026", "2026-11-20-forum.MD"),
        ("2026_11_20_forum.md", "2026_11_20", "2026-11-20-forum.md"),
        ("2026.11.20.md", "2026.11.20", "2026-11-20.md"),
        ("1er novembre 2026, forum.md", "1er novembre 2026", "2026-11-01-forum.md"),
        ("news/20-novembre-2026/index.md", "20-novembre-2026", "2026-11-20/index.md"),
        ("news/2026-02-30-forum.md", "2026-02-30", None),
        ("news/2026-13-45-forum.md", "2026-13-45", None),
        ("news/2026-11-forum.md", "2026-11", None),
    ],
)
def test_a_name_that_begins_with_a_day_in_another_form_is_told(
    path: str, written: str, suggestion: str | None
) -> None:
    parsed = parse("---\ntitle: A\n---\n", path)
    (diagnostic,) = parsed.diagnostics

    is_month = written == "2026-11"
    code = "dated-name-near" if suggestion else "month-name" if is_month else "dated-name"
    assert diagnostic.code == code
    assert (parsed.document is None) == (severity(diagnostic) == "error") != is_month
    accepted = f"---\ntitle: A\ncheck: {{ignore: [{MESSAGES[code].id}]}}\n---\n"
    assert parse(accepted, path).diagnostics == ()
    assert diagnostic.values.get("suggestion") == suggestion
    assert diagnostic.values["written"] == written


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("news/20261120-forum.md", "date: 2026-11-20\n"),
        ("20261120/_index.md", ""),
        ("2026-11-20T18-30-forum.md", ""),
        ("2026.md", ""),
        ("bulletins/2026-11.md", ""),
        ("2011-12-saison.md", ""),
        ("2024-2025-rapport.md", ""),
        ("1901-07-01-loi.md", ""),
        ("20000-lieues.md", ""),
        ("20269999-numero.md", ""),
        ("12-10-objets.md", ""),
        ("1.2.2026.1.md", "date: 2026-11-20\n"),
        ("20 ans en 2026.md", ""),
        ("forum-20261120.md", ""),
    ],
)
def test_other_names_with_numbers_are_names(path: str, keys: str) -> None:
    assert parse(f"---\ntitle: A\n{keys}---\n", path).diagnostics == ()


def test_word_processors_and_windows_are_forgiven() -> None:
    text = "\ufeff---\r\ntitle: Été\r\n---\r\n\r\nUn\x0bdeux\r\n"

    parsed = document(text.replace("É", "E\u0301"))

    assert parsed.title == "Été"


def test_titles_summaries_captions_and_event_names_get_french_spaces() -> None:
    parsed = document(
        "---\ntitle: 'Quoi ?'\nsummary: 'Un chapô : oui !'\nimage: {src: a.jpg, caption: Où ?}\n"
        "event: {start: 2026-01-01, name: Qui ?}\n---\n"
    )

    assert parsed.title == "Quoi\u202f?"
    assert parsed.summary == "Un chapô\u00a0: oui\u202f!"
    assert parsed.front.image is not None
    assert parsed.front.image.caption == "Où\u202f?"
    (event,) = parsed.events
    assert not isinstance(event, str)
    assert event.name == "Qui\u202f?"


def test_a_document_in_another_language_keeps_its_spaces() -> None:
    parsed = document("---\ntitle: 'What?'\nlang: en\n---\nWho?\n")

    assert (parsed.title, parsed.summary) == ("What?", "Who?")


def test_the_first_paragraph_is_the_summary_that_is_not_printed_twice() -> None:
    parsed = document("---\ntitle: x\n---\nPremier *alinéa*.\n\nSecond.\n")
    same = document("---\ntitle: x\nsummary: Premier alinéa.\n---\nPremier *alinéa*.\n")
    own = document("---\ntitle: x\nsummary: Autre chose.\n---\nPremier alinéa.\n")

    assert (parsed.summary, parsed.has_own_summary) == ("Premier alinéa.", False)
    assert same.has_own_summary is False
    assert own.has_own_summary is True


def test_a_summary_that_an_earlier_release_remembered_is_read() -> None:
    """A document that stands as it was published outlives an upgrade."""
    known = document("---\ntitle: Un titre\n---\nPremier alinéa.\n")
    former = msgspec.structs.replace(known, summary_utf8=b"", former_summary="Premier alinéa.")

    assert b"\xa7summary" in encode(former)
    assert decode_document(encode(former)).summary == known.summary


def test_a_long_first_paragraph_is_cut_at_a_word() -> None:
    parsed = document("---\ntitle: x\n---\n" + "mot " * 200)

    assert len(parsed.summary) <= 301
    assert parsed.summary.endswith("mot…")


def test_references_have_the_line_of_the_file() -> None:
    parsed = document("---\ntitle: x\n---\n\nVoir [là](b.md#c).\n")

    (reference,) = parsed.references
    assert (reference.target, reference.fragment, reference.line) == ("news/b.md", "c", 5)


def test_a_section_has_keys_of_its_own() -> None:
    parsed = parse("---\ntitle: News\nper_page: 5\n---\n", "news/_index.md")
    wrong = parse("---\ntitle: News\ntags: [x]\n---\n", "news/_index.md")

    assert parsed.document is not None
    assert parsed.document.section_front is not None
    assert parsed.document.section_front.per_page == 5
    assert [diagnostic.code for diagnostic in wrong.diagnostics] == ["unknown-key"]


@pytest.mark.parametrize("raw", [b"", b"---", b"---\n", b"\xff\xfe", b"---\n---\n", b"\x00" * 99])
def test_nothing_that_is_written_raises(raw: bytes) -> None:
    assert parse(raw).diagnostics


def test_the_same_bytes_are_the_same_document() -> None:
    text = "---\ntitle: x\ntags: [a]\n---\nTexte.\n"

    assert parse(text) == parse(text)
