"""Addresses that point into the site."""

from collections.abc import Callable

import pytest

from sitegen.markup import PLACEHOLDER, Markup, Reference


@pytest.mark.parametrize(
    ("folder", "url", "target", "fragment", "placeholder"),
    [
        ("communiques", "autre.md", "communiques/autre.md", "", "sitegen:communiques/autre.md"),
        ("communiques", "../agenda/x.md#ici", "agenda/x.md", "ici", "sitegen:agenda/x.md#ici"),
        ("a/b", "../../x.md", "x.md", "", "sitegen:x.md"),
        ("", "x.md", "x.md", "", "sitegen:x.md"),
        ("a", "/agenda/x.md", "agenda/x.md", "", "sitegen:agenda/x.md"),
        ("a", "/agenda/", "/agenda/", "", "sitegen:/agenda/"),
        ("a", "/agenda/?q=1&b=c#d", "/agenda/", "d", "sitegen:/agenda/?q=1&amp;b=c#d"),
        ("a", "./b/./c.pdf", "a/b/c.pdf", "", "sitegen:a/b/c.pdf"),
        ("a", "sous/", "a/sous/", "", "sitegen:a/sous/"),
        ("a", "..", "/", "", "sitegen:/"),
        ("a", "l%27%C3%A9t%C3%A9.md", "a/l'été.md", "", "sitegen:a/l%27%C3%A9t%C3%A9.md"),
        ("a", "été.md#là", "a/été.md", "là", "sitegen:a/%C3%A9t%C3%A9.md#l%C3%A0"),
        ("a", "b.md#:~:text=un%2C,deux", "a/b.md", "", "sitegen:a/b.md#:~:text=un%2C,deux"),
        ("a", "b.md#d:~:text=é&text=x", "a/b.md", "d", "sitegen:a/b.md#d:~:text=%C3%A9&amp;text=x"),
        (
            "a",
            "e%CC%81te%CC%81.md#la%CC%80",
            "a/été.md",
            "là",
            "sitegen:a/%C3%A9t%C3%A9.md#l%C3%A0",
        ),
        ("a", "../../secret.md", "../secret.md", "", "sitegen:../secret.md"),
        ("a", "%2e%2e/%2e%2e/secret.md", "../secret.md", "", "sitegen:../secret.md"),
        ("a", "/../secret.md", "../secret.md", "", "sitegen:../secret.md"),
        ("a", "sitegen:b.md", "a/sitegen:b.md", "", "sitegen:a/sitegen%3Ab.md"),
    ],
)
def test_an_address_of_the_site_is_normalised(
    render: Callable[..., Markup],
    folder: str,
    url: str,
    target: str,
    fragment: str,
    placeholder: str,
) -> None:
    markup = render(f"[x]({url})", folder=folder)

    assert markup.html == f'<p><a href="{placeholder}">x</a></p>'
    assert markup.references == (Reference(target, fragment, False, 1, 5),)


def test_a_share_of_the_office_is_told_at_its_place(render: Callable[..., Markup]) -> None:
    """Of two backslashes Markdown leaves one, so the address is not as it was written."""
    markup = render("Un\net [d](\\\\serveur\\a.pdf)", folder="a")

    assert [(each.line, each.column) for each in markup.references] == [(2, 8)]


@pytest.mark.parametrize(
    "url", ["https://a.fr/x.md", "//a.fr/x", "#ici", "mailto:a@b.fr", "?q=1", "tel:+33199000000"]
)
def test_other_addresses_stay(render: Callable[..., Markup], url: str) -> None:
    markup = render(f"[x]({url})", folder="a")

    assert f'href="{url}"' in markup.html
    assert markup.references == ()


def test_raw_html_counts_too(render: Callable[..., Markup]) -> None:
    markup = render(
        "<video src='v.mp4' POSTER=\"p.jpg\" controls></video>\n\n"
        'Voir <img src=i.jpg alt=""> et <A HREF = "b.md">b</A>.\n',
        folder="a",
    )

    assert markup.references == (
        Reference("a/v.mp4", "", False, 1, 13),
        Reference("a/p.jpg", "", True, 1, 28),
        Reference("a/i.jpg", "", True, 3, 15),
        Reference("a/b.md", "", False, 3, 43),
    )
    assert PLACEHOLDER.findall(markup.html) == [
        ("a/v.mp4", "", ""),
        ("a/p.jpg", "", ""),
        ("a/i.jpg", "", ""),
        ("a/b.md", "", ""),
    ]


def test_each_use_of_an_address_has_its_own_place(render: Callable[..., Markup]) -> None:
    text = (
        'Le mot b.md (b.md), `[code](b.md)` puis [un](b.md)\net [deux](<b.md> "Titre"), ![](b.md).'
    )

    places = [(reference.line, reference.column) for reference in render(text).references]

    assert places == [(1, 46), (2, 12), (2, 32)]
    assert all(
        text.splitlines()[line - 1][column - 1 :].startswith("b.md") for line, column in places
    )


def test_a_reference_style_link_is_placed_at_its_definition(render: Callable[..., Markup]) -> None:
    markup = render("[un][r] et [deux][r], [r]\n\n[r]: b.md 'Titre'\n")

    assert [(reference.line, reference.column) for reference in markup.references] == [(3, 6)] * 3


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("`x` ~~[a](b.md)~~ ~~c~~", 1, 11),
        ("un ` seul\n\n[a](b.md)\n\nun ` seul", 3, 5),
        ("~~~\n[a](b.md)\n~~~\n\n[a](b.md)", 5, 5),
        ("```\n[a](b.md)\n\n```\n\n[a](b.md)", 6, 5),
        ('x\n\n<a href="b.md?c=1&amp;d=2">b</a>', 3, 10),
        ("x\n\n[a]( <b.md> )", 3, 7),
        ("x\n\n[a](l%C3%A9.md)", 3, 5),
    ],
)
def test_places_are_told_in_spite_of_code(
    render: Callable[..., Markup], text: str, line: int, column: int
) -> None:
    references = render(text).references

    assert [(reference.line, reference.column) for reference in references] == [(line, column)]


def test_an_address_that_cannot_be_found_is_at_the_beginning(render: Callable[..., Markup]) -> None:
    markup = render("Ligne\n\n[x](a\\_b.md)\n")

    assert markup.references == (Reference("a_b.md", "", False, 1, 1),)


@pytest.mark.parametrize(
    "text",
    [
        '`href="sitegen:x"`',
        'Ecrire href="sitegen:x" ici',
        "Ecrire href=&quot;sitegen&colon;x&quot; ici",
        '    href="sitegen:x"',
        "<b title='x=\"sitegen:x\"'>b</b>",
        '<b title="sitegen:x">b</b>',
        '*b*{title="sitegen:x"}',
        '![="sitegen:x"](https://a.fr/i.png "="sitegen:x"")',
    ],
)
def test_an_author_cannot_write_a_placeholder(render: Callable[..., Markup], text: str) -> None:
    assert not PLACEHOLDER.search(render(text).html)


def test_a_link_and_an_image_without_an_address_are_told_at_their_brackets(
    render: Callable[..., Markup],
) -> None:
    text = 'Le `[code]()`, [rien](),\n![](<> "Titre") et [tout](a.md)'

    told = [(mistake.code, mistake.line, mistake.column) for mistake in render(text).mistakes]

    assert told == [("empty-link", 1, 22), ("empty-link", 2, 4)]
