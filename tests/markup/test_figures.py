"""Images and figures."""

from collections.abc import Callable

import pytest

from sitegen.markup import Markup

LAZY = ' loading="lazy" decoding="async"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![Salle](//a.fr/s.jpg)", f'<figure><img src="//a.fr/s.jpg" alt="Salle"{LAZY}></figure>'),
        (
            '![Salle](//a.fr/s.jpg "La salle : pleine !")',
            f'<figure aria-label="La salle\xa0: pleine\u202f!"><img src="//a.fr/s.jpg" alt="Salle"{LAZY}>'
            "<figcaption>La salle\xa0: pleine\u202f!</figcaption></figure>",
        ),
        (
            '![Salle](//a.fr/s.jpg "La salle"){credit="Nantes" width=300 .large #s}',
            '<figure aria-label="La salle Photo\xa0: Nantes" id="s" class="large">'
            f'<img src="//a.fr/s.jpg" alt="Salle" width="300"{LAZY}>'
            '<figcaption>La salle <span class="credit">Photo\xa0: Nantes</span></figcaption></figure>',
        ),
        (
            '![](//a.fr/s.jpg){credit="A & B"}',
            f'<figure aria-label="Photo\xa0: A &amp; B"><img src="//a.fr/s.jpg" alt=""{LAZY}>'
            '<figcaption><span class="credit">Photo\xa0: A &amp; B</span></figcaption></figure>',
        ),
        (
            "[![Salle](//a.fr/s.jpg)](//a.fr/)",
            f'<figure><a href="//a.fr/"><img src="//a.fr/s.jpg" alt="Salle"{LAZY}></a></figure>',
        ),
        (
            "![Salle](//a.fr/s.jpg)\n{.large}",
            f'<figure class="large"><img src="//a.fr/s.jpg" alt="Salle"{LAZY}></figure>',
        ),
        (
            'Voir ![Salle](//a.fr/s.jpg "La salle"){credit="Ville"} ici',
            f'<p>Voir <img src="//a.fr/s.jpg" alt="Salle" title="La salle (Photo\xa0: Ville)"{LAZY}> ici</p>',
        ),
        (
            "![a](//a.fr/a.jpg) ![b](//a.fr/b.jpg)",
            f'<p><img src="//a.fr/a.jpg" alt="a"{LAZY}> <img src="//a.fr/b.jpg" alt="b"{LAZY}></p>',
        ),
    ],
)  # fmt: skip
def test_an_image_alone_is_a_figure(render: Callable[..., Markup], text: str, html: str) -> None:
    assert render(text).html == html


@pytest.mark.parametrize(
    ("figure", "start"),
    [
        ("<img src=//a.fr/s.jpg alt=a>", '<figure aria-label="Le &quot;grand&quot; pont">'),
        ("<blockquote>Mot</blockquote>", "<figure>"),
        ("</figure><figure>", "<figure>"),
    ],
)
def test_a_raw_figure_with_a_picture_is_named_by_its_caption(
    render: Callable[..., Markup], figure: str, start: str
) -> None:
    html = render(f'<figure>{figure}<figcaption>Le "grand" <b>pont</b></figcaption></figure>').html

    assert html.startswith(start)
    assert html.count("aria-label") == start.count("aria-label")


def test_the_name_that_an_author_gave_to_a_figure_stays(render: Callable[..., Markup]) -> None:
    image = '<img src="//a.fr/s.jpg" alt="a"><figcaption>Le pont</figcaption>'

    assert 'aria-label="Pont"' in render(f'<figure aria-label="Pont">{image}</figure>').html
    html = render(f'<p id="p">a</p>\n<figure aria-labelledby="p">{image}</figure>').html
    assert "aria-label=" not in html


def test_a_raw_image_keeps_what_its_author_set(render: Callable[..., Markup]) -> None:
    html = render('Voir <img src="//a.fr/s.jpg" alt="x" loading="eager">.').html

    assert 'loading="eager"' in html
    assert html.count("loading=") == 1
    assert 'decoding="async"' in html
