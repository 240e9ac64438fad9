"""The text of somebody else becomes Markdown that says the same, and can do no harm."""

import html as entities
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.fetching.announcements import Announcement
from sitegen.fetching.cleaning import plain_text, safe_address, safe_markdown
from sitegen.fetching.tidying import tidy
from sitegen.markup.engines.alike import IS_READ, read_alike
from sitegen.sources.parse import ParseSettings, parse_document

BASE = "https://p.example/actes/1"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>Un <b>mot</b> <a href='../x'>là</a></p>", "Un **mot** [là](https://p.example/x)\n"),
        ("<h1>Titre</h1><p>a</p>", "## Titre\n\na\n"),
        ("<ul><li>a<li>b</ul>", "- a\n- b\n"),
        ("<p>a<script>b</script><style>c</style><iframe>d</iframe></p>", "a\n"),
        ("<p>a<img src=x alt=b></p>", "a\n"),
        ("<form><button>ok</button></form>a", "a\n"),
        ("<p>{#x} {.y}</p>", "{\u2060#x} {\u2060.y}\n"),
        ("<p>::: quote A</p>", "\\::: quote A\n"),
        ("<p>Le 1<sup>er</sup> <strong>Lieu :</strong> a</p>", "Le 1<sup>er</sup> **Lieu :** a\n"),
        ("<p>a&nbsp;: b&nbsp;</p><p>&nbsp;</p><p>&nbsp; c</p>", "a\xa0: b\n\nc\n"),
        ("<figure><img src=x><figcaption>Photo : X</figcaption></figure><p>a</p>", "a\n"),
        ("<img src=x><p class='wp-caption-text'>Photo</p><p>a</p>", "a\n"),
        (
            "<figure><blockquote>Oui.</blockquote><figcaption>Ana</figcaption></figure>",
            "> Oui.\n\nAna\n",
        ),
        ("<former-note data-key='1]: x'>a</former-note>", "a\n"),
        ("<b></i>" * 2000, ""),
        ("<div></x>" * 2000, ""),
        ("<ul>" + "<li>a" * 2000, None),
        ("<p>" + "a " * 200_000, ""),
    ],
)
def test_what_a_text_becomes(written: str, shown: str | None) -> None:
    cleaned = safe_markdown(written, BASE)

    assert cleaned == shown if shown is not None else cleaned.count("- a") == 2000


@pytest.mark.skipif(not IS_READ, reason="Python before 3.11.5")
@pytest.mark.parametrize(
    "written",
    [
        "<p>Le réseau a réuni 300 personnes [&hellip;]</p>",
        "<p>* Écrire à prenom_nom@a.example, R&amp;D &lt; 10 €</p>",
        "<p>👉 <strong><a href='https://a.example/b_c'>Inscription</a></strong> | 14 h</p>",
        "<h3>1. Où ?</h3><hr><p><a href='https://a.example/'>https://a.example/</a></p>",
    ],
)
def test_what_sites_usually_write_is_read_natively_once_it_is_fetched(written: str) -> None:
    assert read_alike(safe_markdown(written, BASE)) is not None


@pytest.mark.parametrize(
    ("call", "notes"),
    [
        (
            '<sup id="fnref:a"><a class="footnote-ref" href="https://p.example/actes/1#fn:a">1</a>'
            "</sup>",
            '<section class="footnotes"><h2>Notes</h2><ol><li id="fn:a"><p>Une <b>note</b>. '
            '<a href="#fnref:a">↩</a></p></li></ol></section>',
        ),
        (
            '<sup data-fn="u" class="fn"><a href="#u" id="u-link">1</a></sup>',
            '<ol class="wp-block-footnotes"><li id="u">Une <b>note</b>. '
            '<a href="#u-link">↩︎</a></li></ol>',
        ),
        (
            '<span class="spip_note_ref">[<a href="#nb1" id="nh1">1</a>]</span>',
            '<div id="nb1"><p><span class="spip_note_ref">[<a href="#nh1">1</a>] </span>'
            "Une <b>note</b>.</p></div>",
        ),
    ],
    ids=["sitegen", "WordPress", "SPIP"],
)
def test_the_notes_of_a_text_stay_notes(call: str, notes: str) -> None:
    written = safe_markdown(f"<p>Un mot{call}.</p>{notes}", BASE)

    assert written == "Un mot[^1].\n\n[^1]: Une **note**.\n"


def test_links_within_a_text_that_are_no_notes_stay_links() -> None:
    written = '<p id="a"><a href="#b">bas</a></p><p id="b"><a href="#a">haut</a></p>'

    assert safe_markdown(written, BASE) == f"[bas]({BASE}#b)\n\n[haut]({BASE}#a)\n"


@pytest.mark.parametrize("engine", ["markdown", "commonmark"])
@pytest.mark.parametrize("raw_html", ["safe", "allow"])
@settings(deadline=None)  # the first one loads the engine
@given(text=st.text(st.sampled_from("ab <>&;#*_`[](){}:!|~\\-+=\"'/\n"), max_size=60))
def test_words_never_become_elements(engine: str, raw_html: str, text: str) -> None:
    """Whatever engine reads them, and where the site lets its own HTML pass."""
    how = ParseSettings("en", "off", engine, raw_html)
    body = safe_markdown(f"<p>{entities.escape(text)}</p>", BASE)

    parsed = parse_document(f"---\ntitle: T\n---\n\n{body}".encode(), "a/b.md", how)

    made = set(re.findall(r"<([a-z0-9]+)", parsed.body))
    assert made <= {"p", "br", "code", "pre", "a"}
    assert not re.search(r"<a [^>]*href=\"(?!https?:)", parsed.body)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/x?utm_source=a&id=1&fbclid=2", "https://p.example/x?id=1"),
        ("https://a.example/x?y=z#t", "https://a.example/x?y=z#t"),
        ("//a.example/x", "https://a.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("java\nscript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://moi:passe@a.example/", ""),
        ("http://[", ""),
        ("https://a.example:99999999/", ""),
        ("../../../etc/passwd", "https://p.example/etc/passwd"),
    ],
)
def test_addresses_are_whole_and_follow_nobody(written: str, expected: str) -> None:
    assert safe_address(written, BASE) == expected


def test_plain_words_hold_nothing_of_scripts() -> None:
    assert plain_text("<p>a <b>b</b><script>c</script> d &amp; e</p>") == "a b d & e"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>Un.</p><p>Deux</p>", "Un. Deux"),
        ("<ul><LI>a</LI><li>b</ul>c<br>d", "a b c d"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ("mé<b>di</b>a<span>s</span>", "médias"),
    ],
)
def test_words_of_two_blocks_are_two(written: str, shown: str) -> None:
    assert plain_text(written) == shown


def test_an_address_to_write_to_says_nothing_of_a_letter() -> None:
    """`mailto:` would take what follows a `?` for copies and for a text."""
    contact = {"name": "Jo", "role": "présidente", "email": "jo@ami.example?bcc=x@y.example"}
    told = tidy(Announcement(id="1", title="Le forum", contact=contact), "https://ami.example/")

    assert told is not None
    assert told.contact == {"name": "Jo", "role": "présidente"}
