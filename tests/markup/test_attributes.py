"""Attribute lists and bracketed spans."""

from collections.abc import Callable

import pytest

from sitegen.markup import Markup


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un mot.\n{: .lead #intro lang=en}", '<p class="lead" id="intro" lang="en">Un mot.</p>'),
        ("Un mot.\n{.lead}", '<p class="lead">Un mot.</p>'),
        ("Un *mot* long\n{.lead}", '<p class="lead">Un <em>mot</em> long</p>'),
        ("## Titre {#ici .grand}", '<h2 id="ici" class="grand">Titre</h2>'),
        ("## Titre {.grand}", '<h2 id="titre" class="grand">Titre</h2>'),
        ("*mot*{.a}{.b} fin", '<p><em class="a b">mot</em> fin</p>'),
        ("`mot`{.a} fin", '<p><code class="a">mot</code> fin</p>'),
        ("**mot**{lang=en-GB}", '<p><strong lang="en-GB">mot</strong></p>'),
        (
            "[mot](https://a.fr){.a title='Un titre'}",
            '<p><a href="https://a.fr" class="a" title="Un titre">mot</a></p>',
        ),
        ("x ![a](https://a.fr/b.png){width=30}", 'width="30"'),
        ("[smart city]{lang=en}", '<p><span lang="en">smart city</span></p>'),
        ("[smart *city*]{lang=en}", '<p><span lang="en">smart <em>city</em></span></p>'),
        ("[*a [b* c]{.c}", '<p><span class="c"><em>a [b</em> c</span></p>'),
        ("<code> ouvert\n\nMot\n{.a}", '<p class="a">Mot</p>'),
        ("[`a[0]` b]{.c}", '<p><span class="c"><code>a[0]</code> b</span></p>'),
        (
            "[un [deux]{.b} trois]{.a}",
            '<p><span class="a">un <span class="b">deux</span> trois</span></p>',
        ),
        ('[a]{title="l\'« oui »"}', 'title="l\'« oui »"'),
        ("- un\n- deux\n{.fin}", '<li class="fin">deux</li>'),
        ("- un\n- deux\n\n{.liste}", '<ul class="liste">'),
        ("a | b\n--|--\n1 | 2 {.x}", '<td class="x">2</td>'),
        ("a | b\n--|--\n1 | 2\n\n{.large}", '<table class="large">'),
        ("```\nx\n```\n\n{.code}", '<pre class="code">'),
        ("> Mot\n\n{.citation}", '<blockquote class="citation">'),
        ("Mot\n:   Sens\n    {.sens}", '<dd class="sens">Sens</dd>'),
    ],
)
def test_a_list_belongs_to_what_it_touches(
    render: Callable[..., Markup], text: str, html: str
) -> None:
    rendered = render(text).html

    assert html in rendered
    assert "{" not in rendered


@pytest.mark.parametrize(
    "text",
    [
        "un {modèle} de phrase",
        "une phrase {.qui} continue",
        "fonction() {return}",
        "{}",
        "{: }",
        "[crochets] {.loin}",
        "crochets]{.seuls}",
        "[a *b]{.c} d*",
        "`code {.x}`",
        "`[code]{.x}`",
        "*a [b* *c]{.x}*",
        "[a\n\nb]{.x}",
        "<div>\n<ul></ul>texte\n<p>{.x}</p>\n</div>",
        "<pre>\n<b>a</b>{.x}\n</pre>",
        "<pre>\n<p>a\n{.x}</p>\n</pre>",
    ],
)
def test_other_braces_stay_as_they_are_typed(render: Callable[..., Markup], text: str) -> None:
    html = render(text, typography="off").html

    assert text[text.index("{") : text.index("}") + 1] in html
    assert "class=" not in html


def test_a_code_block_keeps_its_braces(render: Callable[..., Markup]) -> None:
    html = render("```css\np {color: red}\n[a]{.b}\n{.lead}\n```").html

    assert "p {color: red}\n[a]{.b}\n{.lead}\n" in html


@pytest.mark.parametrize(
    "attribute",
    ["onclick=x", 'style="color: red"', "href=x", "width=10%", "lang=1", "dir=up", 'id="a b"'],
)
def test_what_may_do_harm_is_left_out(render: Callable[..., Markup], attribute: str) -> None:
    assert '<em class="a">mot</em>' in render(f"*mot*{{.a {attribute}}}").html


def test_values_are_escaped(render: Callable[..., Markup]) -> None:
    assert '<em title="a &amp; &quot;b">' in render("*mot*{title='a & \"b'}").html
