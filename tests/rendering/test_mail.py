"""Parts of mails: plain text of HTML, inlined styles, messages as files."""

import datetime as dt
from collections.abc import Mapping
from email import message_from_bytes
from email.policy import default

import html5lib
import pytest

from sitegen.rendering.mail.inlining import inline_styles
from sitegen.rendering.mail.message import MailPart, make_message
from sitegen.rendering.mail.plain import plain_text

LONG = "Une phrase assez longue pour passer à la ligne, et même deux fois de suite. " * 3
ADDRESS = "https://hub.example.org/un/tres/long/chemin/" + "x" * 90


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un &amp; <b>deux</b>\n trois</p>", "Un & deux trois\n"),
        ("<h2>Ce qui progresse</h2><p>Peu.</p>", "Ce qui progresse\n----------------\n\nPeu.\n"),
        ("<h1>Un titre</h1>", "Un titre\n========\n"),
        ("<ul><li>un</li><li>deux<ul><li>trois</li></ul></li></ul>", "- un\n- deux\n  - trois\n"),
        ('<ol start="9"><li>un</li><li>deux</li></ol>', "9. un\n10. deux\n"),
        ('<ol start="0"><li>un</li><li>deux</li></ol>', "0. un\n1. deux\n"),
        ('<ol start="-1"><li>un</li></ol><ul><li>deux</li></ul>', "-1. un\n\n- deux\n"),
        (
            '<ol reversed><li>un<ol><li value="7">un</li><li>deux</li></ol></li><li>zéro</li></ol>',
            "2. un\n   7. un\n   8. deux\n1. zéro\n",
        ),
        ('<ol type="a" start="26"><li>un</li><li>deux</li></ol>', "z. un\naa. deux\n"),
        ('<ol type="I" start="9"><li>un</li><li value="0">rien</li></ol>', "IX. un\n0. rien\n"),
        ("<li>un</li>", "- un\n"),
        ("<blockquote><p>« Oui. »</p><p>Ana</p></blockquote>", "    « Oui. »\n\n    Ana\n"),
        ("<p>Oui, a dit <q>Ana, du <q>bureau</q></q>.</p>", 'Oui, a dit "Ana, du "bureau"".\n'),
        ("<p>Le <del>3</del> <ins>5 mars</ins>, <s>12 €</s></p>", "Le ~~3~~ 5 mars, ~~12 €~~\n"),
        ("<button><q>non</q></button><table><tr><td><s>3</s> 5</td></tr></table>", "~~3~~ 5\n"),
        ("<p>a<br>b</p>", "a\nb\n"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c\n"),
        ("<dl><dt>Où</dt><dd>Tours</dd></dl>", "Où\n\n    Tours\n"),
        ('<figure><img src="a.jpg" alt="Une salle"></figure>', "[Une salle]\n"),
        (
            '<figure><img alt="Une salle"><figcaption>La salle</figcaption></figure>',
            "[La salle]\n",
        ),
        ("<p>Oui</p><script>non</script><style>p {}</style><button>non</button>", "Oui\n"),
        (
            "<table><caption>Prix</caption><tr><th>Qui</th><th>Combien</th></tr>"
            "<tr><td>Élus</td><td>10 €</td></tr></table>",
            "Prix\n\nQui   Combien\n----  -------\nÉlus  10 €\n",
        ),
        ('<table role="presentation"><tr><td><p>Un</p></td></tr></table>', "Un\n"),
    ],
)
def test_html_becomes_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_links_are_notes_each_address_once() -> None:
    html = (
        '<p>Voir <a href="https://a.example/">ici</a>, <a href="https://b.example/">là</a> et '
        '<a href="https://a.example/">encore ici</a> ; <a href="mailto:a@b.example">Ana</a>, '
        '<a href="mailto:a@b.example?subject=x">a@b.example</a>, <a href="tel:+33">01 99</a>, '
        '<a href="https://c.example/">https://c.example/</a>.</p>'
    )

    assert plain_text(html).replace("\u00a0", " ") == (
        "Voir ici [1], là [2] et encore ici [1] ; Ana (a@b.example), a@b.example, 01 99,\n"
        "https://c.example/.\n\n[1] https://a.example/\n[2] https://b.example/\n"
    )


def test_no_line_is_longer_than_eighty_columns_but_for_an_address() -> None:
    cells = f"<tr><td>{LONG}</td><td>{LONG}</td></tr>"
    html = (
        f'<h2>{LONG}</h2><p>{LONG}<a href="{ADDRESS}">{LONG}</a></p>'
        f"<ul><li>{LONG}<ul><li>{LONG}</li></ul></li></ul><blockquote>{LONG}</blockquote>"
        f"<table><tr><th>Un</th><th>{LONG}</th></tr>{cells}</table>"
    )

    long = [line for line in plain_text(html).splitlines() if len(line) > 80]
    assert long == [f"[1] {ADDRESS}"]


def test_a_wide_table_is_told_row_by_row() -> None:
    html = (
        "<table><tr><th>Parcours</th><th>Pour qui</th></tr>"
        f"<tr><td>Décider</td><td>{LONG}</td></tr><tr><td>Aider</td><td></td></tr></table>"
    )

    text = plain_text(html)
    assert text.startswith("- Décider\n  Pour qui\u00a0: Une phrase assez longue")
    assert text.endswith("\n- Aider\n")


def test_styles_are_inlined_and_what_no_attribute_can_hold_stays() -> None:
    html = inline_styles(
        "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>T</title><style>"
        "p { color: #123456 } @media (prefers-color-scheme: dark) { p { color: #fff } }"
        '</style></head><body><p>Été <img src="https://a.example/b.png" alt=""></p></body></html>'
    )

    tree = html5lib.parse(html, namespaceHTMLElements=False)
    styles = [style.text or "" for style in tree.iter("style")]
    assert [paragraph.get("style") for paragraph in tree.iter("p")] == ["color: #123456;"]
    assert len(styles) == 1
    assert "prefers-color-scheme" in styles[0]
    assert "#123456" not in styles[0]
    assert "Été" in html


def made(subject: str = "Été : à Nantes", headers: Mapping[str, str] | None = None) -> bytes:
    return make_message(
        subject,
        "Le texte, à lire.\n",
        "<p>Le texte, <b>à lire</b>.</p>",
        sender=("Claire Vasselin", "presse@hub.example.org"),
        date=dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        message_id=f"{'0' * 64}@communes-reliées.example.org",
        files=[MailPart("communiqué.pdf", "application/pdf", b"%PDF-1.7\x00\xff")],
        headers={"X-Embargo": "2026-12-01T06:00:00+01:00"} | dict(headers or {}),
    )


def test_a_message_is_read_as_it_was_written() -> None:
    message = message_from_bytes(made(), policy=default)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    files = list(message.iter_attachments())

    assert message.defects == []
    assert message["Subject"] == "Été : à Nantes"
    assert message["From"] == "Claire Vasselin <presse@hub.example.org>"
    assert message["Date"].datetime.isoformat() == "2026-03-05T09:30:00+01:00"
    assert message["Message-ID"] == f"<{'0' * 64}@xn--communes-relies-nnb.example.org>"
    assert message["X-Embargo"] == "2026-12-01T06:00:00+01:00"
    assert text is not None
    assert text.get_content().split() == ["Le", "texte,", "à", "lire."]
    assert html is not None
    assert html.get_content().strip() == "<p>Le texte, <b>à lire</b>.</p>"
    assert [file.get_filename() for file in files] == ["communiqué.pdf"]
    assert files[0].get_content() == b"%PDF-1.7\x00\xff"


def test_addresses_in_headers_stand_letter_by_letter_however_long_they_are() -> None:
    """Programs that offer to end a subscription look for `<https:`, not for encoded words."""
    address = f"<https://lettres.example.org/{'association-des-petites-communes/' * 6}?jeton=0a>"
    names = ("List-Unsubscribe", "List-Subscribe", "List-Archive", "Archived-At", "List-Id")
    lines = made(headers=dict.fromkeys(names, address)).decode("ascii").split("\r\n")

    assert {f"{name}: {address}" for name in names} - set(lines) == set()
    assert [line for line in lines if line.startswith("Message-ID:") and "=?" in line] == []


def test_the_same_message_has_the_same_bytes_of_ascii() -> None:
    assert made() == made()
    assert made().isascii()
    assert max(map(len, made().split(b"\r\n"))) < 998


def test_a_title_of_several_lines_begins_no_header() -> None:
    message = message_from_bytes(made("Un\r\nBcc: a@b.example"), policy=default)

    assert message["Subject"] == "Un Bcc: a@b.example"
    assert message["Bcc"] is None
