"""Where addresses in the output lead: one mistake of each kind is planted, and found."""

import time

import pytest

from sitegen.checking.output.attributes import split_srcset
from tests.checking.output.support import codes, findings, page

OTHERS = {"a/index.html": page("<h2 id='été'>x</h2>"), "image.svg": "<svg/>", "doc.pdf": b"%PDF"}


@pytest.mark.parametrize(
    "planted",
    [
        "<a href='/absent/'>x</a>",
        "<a href='/a/absent.html'>x</a>",
        "<a href='absent/'>x</a>",
        "<a href='https://hub.example.org/absent/'>x</a>",
        "<a href='//hub.example.org/absent'>x</a>",
        "<a href='webcal://hub.example.org/absent.ics'>x</a>",
        "<img alt='' src='/absent.png'>",
        "<img alt='' src='/image.svg' srcset='/image.svg 1x, /absent.png 2x'>",
        "<video poster='/absent.jpg'></video>",
        "<object data='/absent.pdf'></object>",
        "<iframe src='/absent/'></iframe>",
        "<form action='/absent/'></form>",
        "<script src='/absent.js'></script>",
        "<svg><use href='/absent.svg#a'/></svg>",
        "<style>a { background: url(/absent.png) }</style>",
        "<template><img alt='' src='/absent.png'></template>",
        """<script type="application/ld+json">{"image": ["https://hub.example.org/x.png"]}</script>""",
    ],
)
def test_a_link_to_nothing_is_found(planted: str) -> None:
    diagnostics = findings({"index.html": page(planted), **OTHERS})

    assert [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics] == [
        ("output-broken-link", 3)
    ]


@pytest.mark.parametrize(
    "planted",
    [
        "<link rel=stylesheet href='/absent.css'>",
        "<link rel=canonical href='https://hub.example.org/absent/'>",
        "<link rel=preload as=image imagesrcset='/absent.png 1x'>",
        "<meta property='og:image' content='https://hub.example.org/absent.png'>",
        "<meta http-equiv=refresh content='0; url=/absent/'>",
    ],
)
def test_a_link_to_nothing_in_the_head_is_found(planted: str) -> None:
    assert codes({"index.html": page("", planted), **OTHERS}) == ["output-broken-link"]


@pytest.mark.parametrize(
    "well",
    [
        "<a href='/a/'>x</a><a href='/a'>x</a><a href='/a/?q=1#%C3%A9t%C3%A9'>x</a>",
        "<a href='#'>x</a><a href='#top'>x</a><a href=''>x</a><a href='a/#:~:text=x'>x</a>",
        "<a href='mailto:a@example.org'>x</a><a href='tel:+33'>x</a><img alt='' src='data:,'>",
        "<a href='https://example.org/absent/'>x</a><a href='doc.pdf#page=2'>x</a>",
        "<img alt='' srcset='/image.svg 480w, /image.svg 800w' src='image.svg?v=1'>",
    ],
)
def test_what_is_there_or_elsewhere_is_not_found(well: str) -> None:
    assert codes({"index.html": page(well), **OTHERS}) == []


@pytest.mark.parametrize("address", ["#absent", "/a/#absent", "a/#%C3%A9te"])
def test_an_anchor_that_is_not_there_is_found(address: str) -> None:
    diagnostics = findings({"index.html": page(f"<a href='{address}'>x</a>"), **OTHERS})

    assert [diagnostic.code for diagnostic in diagnostics] == ["output-broken-anchor"]


def test_a_misspelt_address_gets_a_suggestion() -> None:
    (case,) = findings({"index.html": page("<a href='/DOC.pdf'>x</a>"), **OTHERS})
    (near,) = findings({"index.html": page("<a href='/a/#éte'>x</a>"), **OTHERS})

    assert dict(case.values)["suggestion"].strip()
    assert dict(near.values)["suggestion"].strip() == ""  # three letters are too few to guess at


def test_below_a_base_path_addresses_begin_with_it() -> None:
    url = "https://example.org/hub/"
    links = "<a href='/hub/a/'>x</a><a href='a/'>x</a><a href='https://example.org/x/'>x</a>"

    assert codes({"index.html": page(links), **OTHERS}, url) == []
    assert codes({"index.html": page("<a href='/a/'>x</a>"), **OTHERS}, url) == ["output-outside"]
    assert codes({"index.html": page("<a href='/hub/b/'>x</a>")}, url) == ["output-broken-link"]


def test_a_base_element_changes_what_relative_addresses_mean() -> None:
    head = "<base href='/a/'>"

    assert codes({"index.html": page("<a href='b/'>x</a>", head), **OTHERS}) == [
        "output-broken-link"
    ]
    assert codes({"b/index.html": page("<a href='../a/'>x</a>", head), **OTHERS}) == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("site.css", "/* url(x.png) */ a::after { content: 'url(y)' } b { src: url('z.woff2') }"),
        ("site.css", '@import "absent.css";'),
        ("site.webmanifest", '{"icons": [{"src": "absent.png"}], "start_url": "/a/"}'),
        ("robots.txt", "User-agent: *\nSitemap: https://hub.example.org/absent.xml\n"),
        ("image2.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="absent.png"/></svg>'),
    ],
)
def test_other_files_name_files_too(path: str, content: str) -> None:
    assert codes({path: content, **OTHERS}) == ["output-broken-link"]


def test_a_set_of_images_is_read_in_no_time() -> None:
    before = time.process_time()

    for text in ("," * 2_000, " " * 2_000, "a" + "," * 2_000, "a (" * 500):
        split_srcset(text)

    assert time.process_time() - before < 0.2
    assert split_srcset(" a.png 1x, b,c.png 2x,, d.png , e.png (x, y) 3x") == (
        ["a.png", "b,c.png", "d.png", "e.png"]
    )


def test_former_addresses_and_the_page_of_what_is_not_there_are_read_like_others() -> None:
    redirect = page("<main></main>", "<meta http-equiv='refresh' content='0; url=/gone/'>")
    diagnostics = findings({"old/index.html": redirect, "404.html": page("<a href='/lost/'>x</a>")})

    assert {(diagnostic.file, diagnostic.code) for diagnostic in diagnostics} == {
        ("old/index.html", "output-broken-link"),
        ("404.html", "output-broken-link"),
    }


@pytest.mark.parametrize("site", ["https://évron.fr/", "https://xn--vron-9oa.fr/"])
@pytest.mark.parametrize("written", ["https://évron.fr/a", "https://xn--vron-9oa.fr/a"])
def test_a_site_whose_name_has_accents_knows_its_own_addresses(site: str, written: str) -> None:
    assert codes({"index.html": page(f"<a href='{written}'>x</a>")}, site) == ["output-broken-link"]
