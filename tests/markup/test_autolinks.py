"""Bare addresses and tasks, in both engines."""

import re
from collections.abc import Callable

import pytest

from sitegen.markup import Markup

Render = Callable[..., Markup]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Voir https://example.org/.", ["https://example.org/"]),
        ("(http://example.org/a_(b))", ["http://example.org/a_(b)"]),
        ("(voir https://example.org)", ["https://example.org"]),
        ("https://example.org/a_b_c?d=1&e=2#f, puis", ["https://example.org/a_b_c?d=1&amp;e=2#f"]),
        ("« https://example.org/ »", ["https://example.org/"]),
        ("*https://example.org/a*", ["https://example.org/a"]),
        ("www.example.org/x !", ["https://www.example.org/x"]),
        ("presse@example.org.", ["mailto:presse@example.org"]),
        ("presse@example.org ou p.x+y@sous.example.org", ["mailto:presse@example.org", "mailto:p.x+y@sous.example.org"]),
        ("- https://example.org/a\n- https://example.org/b", ["https://example.org/a", "https://example.org/b"]),
        ("| a | b |\n|---|---|\n| www.example.org | x |", ["https://www.example.org"]),
        ("<div>\nhttps://example.org/\n</div>", ["https://example.org/"]),
        ("`https://example.org/` et\n\n```\nhttps://example.org/\n```", []),
        ("[https://example.org/](https://example.net/)", ["https://example.net/"]),
        ("<https://example.org/>", ["https://example.org/"]),
        ("https://", []),
        ("https://localhost", []),
        ("un@deux", []),
        ("a/b@example.org, @example, fichier.www.x", []),
    ],
)  # fmt: skip
def test_bare_addresses_are_links(render: Render, text: str, links: list[str]) -> None:
    assert re.findall(r'<a (?:class="address" )?href="([^"]*)"', render(text).html) == links


def test_an_address_keeps_its_own_signs(render: Render) -> None:
    """French spacing and emphasis leave it alone."""
    html = render("Lieu: https://example.org/a_b_c;d?e ! Oui").html

    address = "https://example.org/a_b_c;d?e"
    assert f'<a class="address" href="{address}">{address}</a>' in html


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("https://example.org/a", True),
        ("www.example.org/a", True),
        ("<https://example.org/?a&b>", True),
        ("[example.org](https://example.org/)", True),
        ("[le site](https://example.org/)", False),
        ("[https://example.org/](https://example.net/)", False),
        ("[https://example.org/ **a**](https://example.org/)", False),
        ("presse@example.org", False),
    ],
)
def test_links_that_show_where_they_lead_have_a_class(
    render: Render, text: str, is_shown: bool
) -> None:
    """Themes print the address after each link but these."""
    assert ('<a class="address"' in render(text).html) == is_shown


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("- [ ] à faire\n- [x] fait\n- [X] fait", "☐☑☑"),
        ("1. [ ] un\n2. deux", "☐"),
        ("- a\n  - [ ] b", "☐"),
        ("- [ ] a\n\n- [x] b", "☐☑"),
        ("[ ] une phrase", ""),
        ("- [ ]", ""),
        ("- `[ ] x`", ""),
        ("- [x](a.md)", ""),
    ],
)
def test_tasks_have_a_box(render: Render, text: str, signs: str) -> None:
    html = render(text).html

    assert "".join(re.findall("[☐☑]", html)) == signs
    assert html.count('<li class="task">') == len(signs)
