"""Addresses are written as the URL standard has valid ones, once, whatever people wrote."""

import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.border.addresses import encode_address, is_address
from tests.support import SiteFolder

Make = Callable[[str], SiteFolder]
VALID = set(string.ascii_letters + string.digits + "!$&'()*+,-./:;=?@_~%#")
ENCODED = {
    " https://a.fr/b c\n": "https://a.fr/b%20c",
    "https://a.fr/b\nc": "https://a.fr/bc",
    "https://a.fr/b%20c d": "https://a.fr/b%20c%20d",
    "https://a.fr/?q=a|b[c]=^\\": "https://a.fr/?q=a%7Cb%5Bc%5D=%5E%5C",
    "https://a.fr/100%": "https://a.fr/100%25",
    "https://a.fr\\b\\c": "https://a.fr/b/c",
    "https://a.fr/été#à#b": "https://a.fr/%C3%A9t%C3%A9#%C3%A0%23b",
    "https://mairie-évron.fr/é": "https://xn--mairie-vron-hbb.fr/%C3%A9",
    "https://%C3%A9.fr/": "https://xn--9ca.fr/",
    "https://É.fr:8080/": "https://xn--9ca.fr:8080/",
    "//FAß.de": "//xn--fa-hia.de",
    "https://[::1]:80/a b": "https://[::1]:80/a%20b",
    "mailto:a b@c.fr?subject=d|e": "mailto:a%20b@c.fr?subject=d%7Ce",
    "tel:+33 1\u00a002%2003": "tel:+3310203",
    "tel:+33 (0)1 02 03": "tel:+3310203",
    "data:image/gif;base64,R0lGOD//AAA=": "data:image/gif;base64,R0lGOD//AAA=",
    "../a b.md": "../a%20b.md",
    "#é": "#%C3%A9",
}


@pytest.mark.parametrize("written", ENCODED)
def test_an_address_is_written_as_a_valid_one(written: str) -> None:
    assert encode_address(written) == ENCODED[written]


@given(st.text())
def test_what_is_encoded_is_valid_and_stays(text: str) -> None:
    encoded = encode_address(f"https://a.fr/{text}")

    assert set(encoded) <= VALID
    assert encoded.count("#") <= 1
    assert encode_address(encoded) == encoded


@pytest.mark.parametrize(
    "written",
    ["https://", "http:///a", "https:a.fr", "https://[x/", "https://a b.fr", "https://a..fr",
     "https://a.fr:99999/", "//", f"https://{'a' * 64}.fr", "https://%E9.fr"],
)  # fmt: skip
def test_what_names_no_host_is_no_address(written: str) -> None:
    assert not is_address(written)


@pytest.mark.parametrize(
    "written", ["", "a b", "/a", "mailto:", "tel:1", *(written for written in ENCODED)]
)
def test_what_can_lead_somewhere_is_an_address(written: str) -> None:
    assert is_address(written)


SITE = """
-- site.yaml --
title: Hub
url: https://mairie-évron.fr/
markdown: {engine: ENGINE}
-- content/news/c#d e%20.pdf --
x
-- content/_data/organisations.yaml --
amf: {name: AMF, url: "https://é.fr/x|y"}
-- content/news/a.md --
---
title: A
date: 2026-01-01
signatories: [amf]
source: {name: Ouest, url: "https://a.fr/s t"}
attachments: ["c#d e%20.pdf"]
event:
  start: 2027-01-01
  online: "https://é.fr/o|p"
---
[a](<https://é.fr/a b>) ![x](https://é.fr/b|c) [d](c%23d%20e%2520.pdf) [t](<tel:01 02>)

<blockquote cite="https://a.fr/q^">Q</blockquote>

<https://a.fr/auto|link>
"""


@pytest.mark.parametrize("engine", ["markdown", "commonmark"])
def test_every_address_that_an_author_writes_is_valid_on_the_page(
    make_site: Make, engine: str
) -> None:
    site = make_site(SITE.replace("ENGINE", engine))
    site.build()

    page = site.page("news/a/index.html")

    for wanted in (
        'href="https://xn--9ca.fr/a%20b"', 'src="https://xn--9ca.fr/b%7Cc"', 'href="tel:0102"',
        'cite="https://a.fr/q%5E"', 'href="https://a.fr/auto%7Clink"', 'href="https://a.fr/s%20t"',
        'href="https://xn--9ca.fr/o%7Cp"',
        'href="https://xn--mairie-vron-hbb.fr/news/a/"',
    ):  # fmt: skip
        assert wanted in page, wanted
    assert page.count('href="/news/c%23d%20e%2520.pdf"') == 2
    assert 'href="https://xn--9ca.fr/x%7Cy"' in site.page("organisations/amf/index.html")


@pytest.mark.parametrize("engine", ["markdown", "commonmark"])
def test_an_address_without_a_host_is_told_where_it_stands(make_site: Make, engine: str) -> None:
    site = make_site(
        SITE.replace("ENGINE", engine)
        .replace("<https://é.fr/a b>", "https://[x/")
        .replace("https://a.fr/s t", "http:///s")
    )
    both = {(error.code, error.line, error.column) for error in site.build().errors}
    site.replace("content/news/a.md", "http:///s", "http://s")
    body = {(error.code, error.line, error.column) for error in site.build().errors}

    assert both == {("bad-web-address", 5, 28), ("bad-web-address", 11, 5)}
    assert body == {("bad-web-address", 11, 5)}
