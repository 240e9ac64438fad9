"""What nobody should write, and somebody will: a message with its place, never a traceback."""

from collections.abc import Callable

import pytest

from sitegen.errors import UsageError
from tests.support import SiteFolder, places

SITE = "title: Hub\nurl: https://hub.example.org/\n"
NOT_FOUND = "themes/association/templates/404.html"


def document(keys: str, text: str = "Texte.") -> dict[str, str]:
    return {"content/a.md": f"---\ntitle: A\n{keys}---\n{text}\n"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (document("", "![x](//[images)"), {"content/a.md:4": "bad-web-address"}),
        (document("image: {src: 'http://[x', alt: a}\n"), {"content/a.md:3": "bad-web-address"}),
        (document("source: {name: a, url: 'http://[x'}\n"), {"content/a.md:3": "bad-web-address"}),
        (document("event: {start: 2027-01-15, online: 'http://[x'}\n"),
         {"content/a.md:3": "bad-web-address"}),
        (document("date: 0001-01-01\n"), {"content/a.md:3": "bad-date"}),
        (document("date: 9999-12-31\n"), {"content/a.md:3": "bad-date"}),
        (document("event: {start: 2027-01-15, repeat: {rrule: 'FREQ=YEARLY;UNTIL=demain'}}\n"),
         {"content/a.md:3": "bad-rule"}),
        ({"content/_data/x.json": "9" * 5000}, {"content/_data/x.json:1": "json-syntax"}),
        ({"content/_data/x.json": '[1,\n "\\ud83d"]'},
         {"content/_data/x.json:2": "lone-surrogate"}),
        ({"content/_data/x.json": '["\\ud83c\\udf33"]', NOT_FOUND: "{{ site.data('x')[0] }}"}, {}),
        ({"content/_data/x.csv": "a;b\n1;2\n\"" + "3;4\n" * 40000},
         {"content/_data/x.csv:3": "csv-quote"}),
    ],
)  # fmt: skip
def test_odd_input_is_built_or_told(
    make_site: Callable[[str], SiteFolder], files: dict[str, str], expected: dict[str, str]
) -> None:
    site = make_site(f"-- site.yaml --\n{SITE}")
    for path, content in (document("") | files).items():
        site.write(path, content)

    assert places(site.build()) == expected


@pytest.mark.parametrize("url", ["https://[hub", "https://hub.example.org:port/"])
def test_an_address_with_stray_signs_is_no_site(url: str, site: SiteFolder) -> None:
    site.write("site.yaml", f"title: Hub\nurl: '{url}'\n")

    with pytest.raises(UsageError) as refused:
        site.build()

    assert [diagnostic.code for diagnostic in refused.value.diagnostics] == ["bad-site-url"]


@pytest.mark.parametrize("text", ["- a\n", "Le hub\n"])
def test_a_site_file_without_keys_is_told_which_it_may_have(text: str, site: SiteFolder) -> None:
    site.write("site.yaml", text)

    with pytest.raises(UsageError) as refused:
        site.build()

    (told,) = refused.value.diagnostics
    assert (told.code, told.path) == ("expected-keys", "site.yaml")
    assert told.values["keys"].startswith("title, url, ")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.example.org", "https://www.example.org"),
        ("association.fr/contact/#lieu", "https://association.fr/contact/#lieu"),
        ("bonjour@example.org", "mailto:bonjour@example.org"),
        ("programme.pdf", ""),
        ("archive.tar.gz", ""),
    ],
)
def test_an_address_without_its_scheme_is_offered_with_it(
    written: str, meant: str, make_site: Callable[[str], SiteFolder]
) -> None:
    site = make_site(f"-- site.yaml --\n{SITE}")
    site.write("content/agenda/a.md", f"---\ntitle: A\n---\n[Le site]({written}).\n")

    (told,) = site.build().diagnostics

    assert told.code == ("missing-scheme" if meant else "missing-file")
    assert told.values.get("suggestion", "") == meant


@pytest.mark.parametrize(
    ("exception", "is_told"),
    [
        ("[2027-01-14, 2027-01-21]", False),
        ("2027-01-15", True),
        ('"2027-01-14 09:30"', False),
        ('"2027-01-14 10:00"', True),
        ("[2027-01-07]", False),
        ("[2027-03-01]", False),
    ],
)
def test_an_exception_that_excepts_nothing_is_told(
    exception: str, is_told: bool, make_site: Callable[[str], SiteFolder]
) -> None:
    rule = f"{{rrule: FREQ=WEEKLY;COUNT=4, also: [2027-03-01], except: {exception}}}"
    event = f'event: {{start: "2027-01-07 09:30", repeat: {rule}}}\n'
    site = make_site(f"-- site.yaml --\n{SITE}")
    site.write("content/a.md", document(event)["content/a.md"])

    assert places(site.build()) == ({"content/a.md:3": "exception-outside-rule"} if is_told else {})


@pytest.mark.parametrize(
    ("contact", "is_told"),
    [
        ("press", True),
        ("presse", False),
        ("Zoé", False),
        ("Ana Presse", False),
        ("{name: press, phone: 01 99 00 10 03}", False),
    ],
)
def test_a_contact_that_resembles_a_key_is_told(
    contact: str, is_told: bool, make_site: Callable[[str], SiteFolder]
) -> None:
    contacts = "{presse: {name: Ana Ruiz, email: presse@example.org}}"
    site = make_site(f"-- site.yaml --\n{SITE}organisation: {{name: X, contacts: {contacts}}}\n")
    site.write("content/a.md", document(f"contact: {contact}\n")["content/a.md"])

    assert places(site.build()) == ({"content/a.md:3": "contact-near"} if is_told else {})
