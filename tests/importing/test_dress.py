"""HTML within Markdown: dress goes, frames and mail addresses become what is meant."""

import pytest

from sitegen.importing.dress import undress


@pytest.mark.parametrize(
    ("former", "here"),
    [
        ('<p style="color:red" class="a">Un</p>', '<p class="a">Un</p>'),
        ("<td align=center style='a' bgcolor=#fff>", "<td>"),
        ("<center><font color=red>Rouge</font></center>", "Rouge"),
        ("[nous](nous@example.org), <nous@example.org>",
         "[nous](mailto:nous@example.org), <nous@example.org>"),
        ("[a](mailto:a@example.org)", "[a](mailto:a@example.org)"),
        ('`<p style="a">`', '`<p style="a">`'),
        ('```html\n<center>x</center>\n```', '```html\n<center>x</center>\n```'),
        ("<p\n  style='color: red'\n  title='Un > deux'\n>", "<p\n  title='Un > deux'>"),
        ('<h2 tabindex="-1" itemprop="name" data-x="1">Un</h2>', '<h2 data-x="1">Un</h2>'),
        ('<div class="a" markdown="1">\n**Un**\n</div>', '<div class="a">\n\n\n**Un**\n</div>'),
        ("<nav><a href='a.md'>Un</a></nav> <nom>", "<a href='a.md'>Un</a> "),
        ("Un<script>let a = '<b>'</script> <https://a.example/> [b](<art12>)",
         "Un <https://a.example/> [b](<art12>)"),
        ("<div>\n\n<div class='a'>Un</div>\n\n`<div>`\n",
         "<div>\n\n<div class='a'>Un</div>\n\n`<div>`\n\n</div>\n"),
        ("<!-- <nav> --> Un", "<!-- <nav> --> Un"),
        ("Un\n\n<!-- caché->\n\nDeux\n", "Un\n\n<!-- caché->\n\nDeux -->\n"),
        ("Un\n\n```\n<!-- montré\n```\nDeux\n", "Un\n\n```\n<!-- montré\n```\nDeux\n"),
        ("5 < 6 align=center > 4", "5 < 6 align=center > 4"),
        ("Voir :\n\n<p><iframe title='F' src='//www.youtube.com/embed/dQw4w9WgXcQ?a=1&amp;b'>"
         "</iframe></p>\n\nFin.",
         "Voir :\n\n\n::: video \"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" title=F"
            "\n\n\nFin."),
    ],
)  # fmt: skip
def test_dress_goes_and_words_stay(former: str, here: str) -> None:
    assert undress(former)[0] == here


def test_a_frame_that_is_no_film_is_a_link_and_told() -> None:
    text, notes = undress('<iframe src="https://umap.openstreetmap.fr/fr/map/a_1"></iframe>')

    assert text.strip() == "[Carte](https://umap.openstreetmap.fr/fr/map/a_1)"
    assert [note.kind for note in notes] == ["frame"]


def test_a_form_goes_and_is_told() -> None:
    text, notes = undress("Un <form action='/a'><label>Nom</label> <input></form> deux")

    assert text == "Un  deux"
    assert [tuple(note) for note in notes] == [("element", "form", "Nom")]
