"""What authors write in YAML is read as they meant it, or refused with its place and mend."""

import pytest

from sitegen.border import yaml_nodes
from sitegen.border.convert import Converter
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic
from sitegen.model import EventFields, FrontMatter


def read(text: str, first_line: int = 1) -> tuple[FrontMatter | None, list[Diagnostic]]:
    diagnostics: list[Diagnostic] = []
    node = compose(text, "a.md", first_line, diagnostics)
    if node is None:
        return None, diagnostics
    converter = Converter(text, "a.md", first_line)
    front = converter.convert(node, FrontMatter)
    return front, diagnostics + converter.diagnostics


def front(text: str) -> FrontMatter:
    value, diagnostics = read(text)
    assert diagnostics == []
    assert value is not None
    return value


@pytest.mark.parametrize("word", ["no", "on", "14:30", "01000", "1.10", "0x10", "~x", "2022-03-05"])
def test_a_title_is_the_text_that_was_written(word: str) -> None:
    """YAML 1.1 makes a boolean, 870, 512, 1.1 or a date of these."""
    assert front(f"title: {word}\n").title == word


def test_tags_keep_their_spelling() -> None:
    assert front("title: x\ntags: [no, 1.10, 14:30, 'oui']\n").tags == (
        "no",
        "1.10",
        "14:30",
        "oui",
    )


def test_a_single_word_is_a_list_of_one() -> None:
    assert front("title: x\ntags: label\nauthors: Zoé\n").tags == ("label",)


def test_a_key_with_nothing_behind_it_is_not_given() -> None:
    value = front("title: x\nsummary:\ndate: ~\n")

    assert (value.summary, value.date) == ("", None)


def test_an_image_may_be_its_path_alone() -> None:
    image = front("title: x\nimage: photo.jpg\n").image

    assert image is not None
    assert image.src == "photo.jpg"


def test_an_event_is_a_mapping_or_another_documents_id() -> None:
    announced = front("title: x\nevent: {start: 2022-03-02, end: 2022-03-03}\n").event
    referred = front("title: x\nevent: forum-2022\n").event

    assert isinstance(announced, EventFields)
    assert announced.start.is_date
    assert referred == "forum-2022"


def test_every_error_of_a_block_is_told_at_once_with_line_and_column() -> None:
    text = "date: 2022-02-30\nsumary: x\ndraft: perhaps\nevent:\n  start: hier\n"

    _, diagnostics = read(text, first_line=2)

    assert [
        (diagnostic.line, diagnostic.column, diagnostic.code) for diagnostic in diagnostics
    ] == [
        (2, 7, "bad-date"),
        (3, 1, "unknown-key-near"),
        (4, 8, "expected-boolean"),
        (6, 10, "bad-date"),
        (2, 1, "missing-key"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("sumary: x", "unknown-key-near", "summary"),
        ("titre: x", "unknown-key-near", "title"),
        ("Tags: x", "unknown-key-near", "tags"),
        ("auteur: x", "unknown-key-near", "author"),
        ("zzz: x", "unknown-key", ""),
        ("layout: post", "unknown-key", ""),
        ("lieu: Nantes", "key-within", "location"),
        ("startDate: 2026-01-05", "key-within", "start"),
        ("organisateur: x", "key-within", "organizer"),
        ("Événement: x", "unknown-key-near", "event"),
        ("event: {startDate: 2026-01-05, start: 2026-01-05}", "unknown-key-near", "start"),
        ("event: {lieu: Nantes, start: 2026-01-05}", "unknown-key-near", "location"),
        ("event: {start: 2022-01-01, status: canceled}", "unknown-choice-near", "cancelled"),
    ],
)
def test_a_misspelt_word_gets_a_suggestion(text: str, code: str, suggestion: str | None) -> None:
    _, diagnostics = read(f"title: x\n{text}\n")

    assert [diagnostic.code for diagnostic in diagnostics] == [code]
    assert diagnostics[0].values.get("suggestion") == suggestion


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: Forum #3", "comment-in-text"),
        ("title: Forum # ouvert à tous", "comment-in-text"),
        ("title: Forum  #3", "comment-in-text"),
        ("title: Forum  # le titre", None),
        ("title: Forum\t# le titre", None),
        ("title: x\nimage: {src: a.jpg, alt: Une salle, vue du fond}", "flow-comma"),
        ("title: x\ndraft: “true”", "curly-quotes"),
        ("title: x\nweight: “3”", "curly-quotes"),
        ("title: x\nevent: {start: 2026-01-05, status: “full”}", "curly-quotes"),
        ("title: &Co", "yaml-alias"),
        ("title: *note*", "yaml-alias"),
        ("title: Forum : le programme : suite", "yaml-colon"),
        ("\ttitle: x", "yaml-tab"),
        ("title: x\ntitle: y", "duplicate-key"),
        ("title: {x}", "expected-text-braces"),
        ("title: [x]", "expected-text"),
        ("title: {name: x}", "expected-name"),
        ("title:\n  name: x\n  role: y", "expected-name"),
        ("title: {nom: x}", "expected-text-braces"),
        ("- x", "expected-keys"),
        ("title", "expected-keys"),
        ("title: !Urgent", "yaml-tag"),
        ("title: !!python/object:os.system x", "yaml-tag"),
        ("title: x\nextra: !!binary x", "yaml-tag"),
        ("title: Urgent !", None),
        ("title: x\n---\nsummary: y", "yaml-several"),
        ("title: 'x", "yaml-syntax"),
        ("a: " + "[" * 80, "yaml-too-deep"),
        ("a: " + "- " * 80, "yaml-syntax"),
        ("a: &a [x]\nb: [*a, *a, *a]", "yaml-alias"),
        ("title: x\ndate: 99999-01-01", "bad-date"),
        ("title: x\ndate: 2022-03-05 25:00", "bad-date"),
        ("title: x\ndate: 2022-03-05 10:00+99:00", "bad-date"),
        ("title: x\nextra: {n: " + "9" * 5000 + "}", None),
    ],
)
def test_what_breaks_yaml_parsers_is_one_diagnostic(text: str, code: str | None) -> None:
    _, diagnostics = read(text + "\n")

    expected = [] if code is None else [code]
    assert list(dict.fromkeys(diagnostic.code for diagnostic in diagnostics))[:1] == expected


def test_a_text_is_measured_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "MAX_LENGTH", 100)

    _, diagnostics = read("title: " + "mot " * 30)

    assert [diagnostic.code for diagnostic in diagnostics] == ["yaml-too-long"]


@pytest.mark.parametrize("opener", ["a:", "-", "? "])
@pytest.mark.parametrize("levels", [60, 80])
def test_what_nests_by_indentation_is_bounded_too(opener: str, levels: int) -> None:
    lines = "".join(f"{'  ' * level}{opener}\n" for level in range(levels))

    _, diagnostics = read(lines)

    assert [diagnostic.code for diagnostic in diagnostics] == ["yaml-too-deep"]
    assert 20 < diagnostics[0].line < 60


PLACES = {
    "a day that no month has": ("title: x\ndate: 2020-02-30", 2, 7),
    "the year 0": ("title: x\ndate: 0000-01-01", 2, 7),
    "a date of an event": ("title: x\nevent: {start: 2020-02-30}", 2, 16),
    "a huge number": ("title: x\nevent: {start: 2020-02-03, location: {name: a, geo: ["
                      + "9" * 5000 + ", 1]}}", 2, 54),
    "a comment in a title": ("title: Forum #3", 1, 8),
    "an anchor": ("title: &Co", 1, 8),
    "the second of two keys": ("title: x\ntitle: y", 2, 1),
    "a tag": ("title: x\nsummary: !!binary x", 2, 10),
    "a key of TOML": ("title = 'x'", 1, 1),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column"), PLACES.values(), ids=PLACES)
def test_what_cannot_be_read_has_its_line_and_column(text: str, line: int, column: int) -> None:
    _, diagnostics = read(text + "\n")

    assert (diagnostics[0].line, diagnostics[0].column) == (line, column)


NBSP = "\u00a0"


@pytest.mark.parametrize(
    "text", [f"title:{NBSP}Forum", f"title{NBSP}: Forum", f"{NBSP}title: Forum"]
)
def test_no_break_spaces_around_a_key_are_spaces(text: str) -> None:
    assert front(text + "\n").title == "Forum"


def test_no_break_spaces_within_a_value_stay() -> None:
    title = f"Forum{NBSP}: le programme"

    assert front(f'title: "{title}"\n').title == title


def test_extra_keeps_plain_values() -> None:
    extra = front("title: x\nextra: {a: 1, b: [no, 1.5], c: {d: 01000, e: true, f: }}\n").extra

    assert extra == {"a": 1, "b": ["no", 1.5], "c": {"d": "01000", "e": True, "f": None}}


@pytest.mark.parametrize(
    ("extra", "column"),
    [
        ("{a: {menu_url: 'data:text/html,x'}}", 27),
        ("[{href: ' JavaScript: x'}]", 20),
        ("{a: {x: [b, 'javascript:x']}}", 24),
        ("{text: 'JavaScript : le guide', data: 'data:image'}", 0),
        ("{social_url: 'https://a.fr/', links: [/a/, 'mailto:a@b.fr', 'signal://x']}", 0),
    ],
)
def test_what_a_theme_may_make_a_link_of_runs_no_code(extra: str, column: int) -> None:
    _, diagnostics = read(f"title: x\nextra: {{a: {extra}}}\n")

    codes = [(diagnostic.code, diagnostic.line, diagnostic.column) for diagnostic in diagnostics]
    assert codes == ([("unsafe-link", 2, column)] if column else [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20 €", "20"),
        ("1 200,50 euros", "1200.50"),
        ("72,5", "72.5"),
        ("Gratuit", "0"),
        ("environ 20", ""),
        ("20 ou 30", ""),
        ("de 10 à 20 €", ""),
    ],
)
def test_a_number_with_a_unit_is_told_as_the_number(written: str, meant: str) -> None:
    _, diagnostics = read(f"title: x\nevent:\n  start: 2026-01-05\n  price: {written}\n")

    assert diagnostics[0].values.get("suggestion", "") == meant


@pytest.mark.parametrize(
    ("address", "code", "meant"),
    [
        ("www.example.org/forum", "address-incomplete", "https://www.example.org/forum"),
        ("inscriptions@example.org", "address-incomplete", "mailto:inscriptions@example.org"),
        ("oui", "bad-web-address", None),
        (r"C:\Users\Ana\forum.pdf", "file-elsewhere", None),
        ("file:///home/ana/forum.pdf", "file-elsewhere", None),
        ("//serveur/commun/Forum 2026/forum.pdf", "file-elsewhere", None),
    ],
)
def test_what_is_no_whole_address_is_told(address: str, code: str, meant: str | None) -> None:
    _, diagnostics = read(f"title: x\nevent: {{start: 2026-01-05, registration: '{address}'}}\n")

    assert [
        (diagnostic.code, diagnostic.values.get("suggestion")) for diagnostic in diagnostics
    ] == [(code, meant)]
