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
            f'<figure><img src="//a.fr/s.jpg" alt="Salle"{LAZY}>'
            "<figcaption>La salle\xa0: pleine\u202f!</figcaption></figure>",
        ),
        (
            '![Salle](//a.fr/s.jpg "La salle"){credit="Nantes" width=300 .large #s}',
            f'<figure id="s" class="large"><img src="//a.fr/s.jpg" alt="Salle" width="300"{LAZY}>'
            '<figcaption>La salle <span class="credit">Nantes</span></figcaption></figure>',
        ),
        (
            '![](//a.fr/s.jpg){credit="A & B"}',
            f'<figure><img src="//a.fr/s.jpg" alt=""{LAZY}>'
            '<figcaption><span class="credit">A &amp; B</span></figcaption></figure>',
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
            f'<p>Voir <img src="//a.fr/s.jpg" alt="Salle" title="La salle (Ville)"{LAZY}> ici</p>',
        ),
        (
            "![a](//a.fr/a.jpg) ![b](//a.fr/b.jpg)",
            f'<p><img src="//a.fr/a.jpg" alt="a"{LAZY}> <img src="//a.fr/b.jpg" alt="b"{LAZY}></p>',
        ),
    ],
)  # fmt: skip
def test_an_image_alone_is_a_figure(render: Callable[..., Markup], text: str, html: str) -> None:
    assert render(text).html == html


def test_a_raw_image_keeps_what_its_author_set(render: Callable[..., Markup]) -> None:
    html = render('Voir <img src="//a.fr/s.jpg" alt="x" loading="eager">.').html

    assert 'loading="eager"' in html
    assert html.count("loading=") == 1
    assert 'decoding="async"' in html
