"""How many: by the rules of gettext, of each catalogue its own."""

from collections.abc import Callable

import pytest

from sitegen.rendering.words.messages import catalogue_of
from sitegen.theme.plurals import plural_mistake
from tests.support import SiteFolder

POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
    " : n%100>=11 ? 4 : 5)"
)


def po(header: str, *forms: str) -> str:
    """Return a catalogue with the *forms* of one message."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    if header:
        head += f'"Plural-Forms: {header};\\n"\n'
    told = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    return f'{head}\nmsgid "one"\nmsgid_plural "many"\n{told}'


@pytest.mark.parametrize(
    ("language", "header", "forms", "expected"),
    [
        ("pl", POLISH, 3, {0: 2, 1: 0, 2: 1, 5: 2, 12: 2, 22: 1, 25: 2, 102: 1, 112: 2}),
        ("pl", "", 3, {1: 0, 2: 1, 5: 2, 22: 1}),
        ("ar", ARABIC, 6, {0: 0, 1: 1, 2: 2, 3: 3, 11: 4, 100: 5}),
        ("ja", "nplurals=1; plural=0", 1, {0: 0, 1: 0, 7: 0}),
        ("fr", "nplurals=2; plural=(n > 1)", 2, {0: 0, 1: 0, 2: 1}),
        ("fr-CA", "", 2, {0: 0, 1: 0, 2: 1}),
        ("de", "nplurals=2; plural=(n != 1)", 2, {0: 1, 1: 0, 2: 1}),
    ],
)
def test_the_form_is_the_one_of_the_header_or_of_the_language(
    language: str, header: str, forms: int, expected: dict[int, int]
) -> None:
    catalogue = catalogue_of((po(header, *map(str, range(forms))),), language)

    forms_shown = {number: int(catalogue.ngettext("one", "many", number)) for number in expected}
    assert forms_shown == expected


def test_a_message_that_lacks_a_form_stays_english() -> None:
    catalogue = catalogue_of((po(POLISH, "0", "1"),), "pl")

    assert [catalogue.ngettext("one", "many", number) for number in (1, 2, 5)] == (
        ["one", "many", "many"]
    )


def test_each_catalogue_counts_by_its_own_rule() -> None:
    """A child theme may write what its parent has not, by another rule."""
    own = po("nplurals=2; plural=(n != 1)", "a", "b").replace("one", "day").replace("many", "days")
    catalogue = catalogue_of((own, po(POLISH, "0", "1", "2")), "pl")

    assert [catalogue.ngettext("one", "many", number) for number in (1, 2, 5)] == ["0", "1", "2"]
    assert [catalogue.ngettext("day", "days", number) for number in (1, 2, 5)] == ["a", "b", "b"]
    assert [catalogue.ngettext("x", "y", number) for number in (0, 1, 2)] == ["y", "x", "y"]


@pytest.mark.parametrize(
    "header",
    ["nplurals=x; plural=0", "nplurals=2; plural=(n", "nplurals=2; plural=m>1",
     "nplurals=2; plural=n%3", "nplurals=2; plural=1/n"],
)  # fmt: skip
def test_a_rule_that_does_not_count_is_told(header: str) -> None:
    assert plural_mistake(po(header, "0", "1"), "pl")
    assert not plural_mistake(po("", "0", "1"), "pl")


def test_a_form_without_a_number_is_told() -> None:
    text = po(POLISH, "0").replace("msgstr[0]", "msgstr[x]")

    assert plural_mistake(text, "pl")


def test_a_guess_of_a_tool_s_is_shown_to_nobody() -> None:
    text = po(POLISH, "0", "1", "2") + '\n#, fuzzy\nmsgid "Home"\nmsgstr "Dom?"\n'

    assert catalogue_of((text,), "pl").gettext("Home") == "Home"


def test_a_site_s_own_catalogue_counts_as_its_language_does(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Other languages than ours are a file of the site's own beside the theme's."""
    forms = ("%(num)s artykuł", "%(num)s artykuły", "%(num)s artykułów")
    words = po(POLISH, *forms).replace('"one"', '"%(num)s article"')
    words = words.replace('"many"', '"%(num)s articles"')
    site = make_site("-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\nlanguage: pl\n")
    site.write("themes/association/locales/pl.po", words)
    for tag, number in (("a", 1), ("b", 2), ("c", 5), ("d", 22)):
        for article in range(number):
            site.write(
                f"content/news/2026-01-01-{tag}{article}.md",
                f"---\ntitle: {tag} {article}\ntags: [{tag}]\n---\n",
            )
    site.build()

    told = {tag: site.page(f"tags/{tag}/index.html") for tag in "abcd"}
    assert "1 artykuł<" in told["a"]
    assert "2 artykuły<" in told["b"]
    assert "5 artykułów<" in told["c"]
    assert "22 artykuły<" in told["d"]
