"""What templates see of the site, and what is noted of it."""

import gc
import weakref

import jinja2

from sitegen.model import Question
from sitegen.rendering.view.shared import Shared
from sitegen.rendering.view.site import Site
from sitegen.site.assets import Asset

ANSWERS = {
    "address:a.md": "/hub/a/?x=1&y=2",
    "address:photo.jpg": "/hub/photo.jpg",
    "address:gone.md": None,
    "setting:base_path": "/hub",
    "setting:language_tags": (),
    "setting:root_path": "/hub",
    "setting:written_places": (("/", "/hub"),),
    "setting:origin": "https://example.org",
}
PHOTO = Asset(id="photo.jpg", path="photo.jpg", url="/hub/photo.jpg", size=9, width=20, height=10)


def site_with(body: str) -> Site:
    def answer(question: Question) -> object:
        if question.kind == "body":
            return body
        if question.kind == "asset":
            return PHOTO if question.arguments == ("photo.jpg",) else None
        return ANSWERS[str(question)]

    return Site(answer, Shared(jinja2.Environment()))


def test_internal_links_become_addresses_and_are_asked_for() -> None:
    site = site_with('<p><a href="sitegen:a.md#b">x</a></p>')

    assert site.body("d.md") == '<p><a href="/hub/a/?x=1&amp;y=2#b">x</a></p>'
    assert Question("address", ("a.md",)) in site.asked


def test_a_link_to_what_is_not_public_leaves_its_text() -> None:
    assert site_with('<a href="sitegen:gone.md">x</a>').body("d.md") == "x"
    link = '<p>a <a title="t" href="sitegen:gone.md#x"><em>b</em></a> <a href="/c">c</a></p>'
    assert site_with(link).body("d.md") == '<p>a <em>b</em> <a href="/c">c</a></p>'


def test_an_image_gets_its_size_unless_the_author_gave_one() -> None:
    plain = site_with('<img src="sitegen:photo.jpg" alt="x">').body("d.md")
    sized = site_with('<img alt="x" src="sitegen:photo.jpg" width="5">').body("d.md")

    assert plain == '<img src="/hub/photo.jpg" alt="x" width="20" height="10">'
    assert sized == '<img alt="x" src="/hub/photo.jpg" width="5">'


def test_ids_get_a_prefix_where_a_page_shows_several_bodies() -> None:
    html = site_with('<h2 id="a">A</h2><a href="#a">x</a>').body("d.md", prefix="d-")

    assert html == '<h2 id="d-a">A</h2><a href="#d-a">x</a>'


def test_addresses_have_the_sites_base() -> None:
    site = site_with("")

    assert site.url("/x/") == "/hub/x/"
    assert site.absolute("/hub/x/") == "https://example.org/hub/x/"
    assert site.absolute("https://a.example/") == "https://a.example/"


def test_each_page_notes_what_stands_at_hand_for_all() -> None:
    """An attribute is made once for a page; the next one is given it by a question of its own."""
    site = site_with("")
    assert (site.home_url, site.home_url) == ("/hub/", "/hub/")

    beside = site.beside()
    assert beside.home_url == "/hub/"

    assert list(beside.asked) == list(site.asked) == [Question("setting", ("base_path",))]


def test_what_a_page_asked_is_let_go_of_with_its_view() -> None:
    """While a build runs no garbage is collected: what leads to itself would stay for each page."""
    gc.disable()
    site = site_with("<p>x</p>")
    views = {name: weakref.ref(view) for name, view in views_of(site).items()}

    try:
        del site
        left = [name for name, view in views.items() if view() is not None]
    finally:
        gc.enable()

    assert left == []


def views_of(site: Site) -> dict[str, Site]:
    foreign = site.in_language("en", Shared(jinja2.Environment()))
    return {
        "page": site,
        "beside": site.beside(),
        "plugin": site.as_plugin(),
        "foreign": foreign,
        "foreign, beside": foreign.beside(),
    }
