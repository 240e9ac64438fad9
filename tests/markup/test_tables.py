"""Tables."""

import re
from collections.abc import Callable

import pytest

from sitegen.markup import Markup

TABLE = "| Nom | Dossiers | Lauréats | Rang |\n|---|--:|:-:|:--|\n| Inclusion | 42 | 6 | 1 |\n"


def without_newlines(html: str) -> str:
    return re.sub(r"\n", "", html)


def test_alignment_is_a_class_and_the_table_has_a_wrapper(render: Callable[..., Markup]) -> None:
    html = without_newlines(render(TABLE).html)

    assert html == (
        '<div class="table-wrap"><table><thead><tr><th scope="col">Nom</th>'
        '<th class="align-right" scope="col">Dossiers</th>'
        '<th class="align-center" scope="col">Lauréats</th>'
        '<th class="align-left" scope="col">Rang</th></tr></thead><tbody><tr><td>Inclusion</td>'
        '<td class="align-right">42</td><td class="align-center">6</td>'
        '<td class="align-left">1</td></tr></tbody></table></div>'
    )


def test_an_empty_header_cell_is_no_header(render: Callable[..., Markup]) -> None:
    html = without_newlines(render("|  | 2022 |\n|---|---|\n| Nantes | 1 |\n").html)

    assert '<tr><td></td><th scope="col">2022</th></tr>' in html


def test_a_raw_table_keeps_its_own_scope(render: Callable[..., Markup]) -> None:
    raw = (
        '<table>\n<tr><th scope="row">a</th><td>b</td><th>d</th><th></th></tr>\n'
        '<thead><tr><th scope="colgroup">c</th></tr></thead>\n</table>'
    )

    assert render(raw, raw_html="allow").html.strip() == f'<div class="table-wrap">{raw}</div>'


@pytest.mark.parametrize("mark", ["Tableau :", "Tableau 2 :", "Table:"])
def test_a_paragraph_that_says_so_is_the_caption_of_the_table_after_it(
    render: Callable[..., Markup], mark: str
) -> None:
    text = f"Avant.\n\n{mark} les *parts* en 2026\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"

    html = render(text).html

    assert "<caption>Les <em>parts</em> en 2026</caption>" in html
    assert "<p>Avant.</p>" in html
    assert mark.split()[0] not in html


def test_a_table_keeps_the_paragraph_before_it_that_is_no_caption(
    render: Callable[..., Markup],
) -> None:
    text = "Tableaux de bord\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"

    html = render(text).html

    assert "<p>Tableaux de bord</p>" in html
    assert "<caption>" not in html
