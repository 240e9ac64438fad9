"""Shortcodes on whole sites: what they ask, what they show in pages and feeds, what is wrong."""

import json
import re
from pathlib import Path

import pytest

from tests.engine.edited_hub import SITE
from tests.support import SiteFolder, places

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/base/
organisation: {name: Asso, contacts: {presse: {name: Ana Martin, phone: 01 99 00 00 01}}}
-- content/_data/venues.yaml --
salle: {name: Salle des fêtes, city: Tours, geo: [47.4, 0.69]}
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/notes.csv --
a;b
-- content/film.mp4 --
film
-- content/film.vtt --
WEBVTT
-- content/news/2026-01-10-tout.md --
---
title: Tout
---
Le texte.

::: figure /photo.svg alt="Une photo" caption="Légende" credit="Zoé"
::: video https://www.youtube.com/watch?v=aqz-KE-bpKQ title="Le film" image=/photo.svg
::: video /film.mp4 title="Le court" captions=/film.vtt
::: document /notes.csv title="Les notes" pages=2 lang=en
::: contact presse
::: map salle
::: events type=fête

::: quote "Ana Martin" role=élue
Du **texte**, avec [un lien](../page.md).
:::

::: gallery title="Des vues"
![Un](../photo.svg "Première")
![Deux](../photo.svg)
:::

::: figures
- 412 : communes
:::

::: alert warning title="Dates"
Elles changent.
:::
-- content/page.md --
---
title: Page
---
Sans rien.
-- content/agenda/2026-01-11-fete.md --
---
title: La fête
event: {start: 2026-12-24, type: fête}
---
Texte.
"""
PAGE = "news/tout/index.html"


@pytest.fixture
def hub(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    site.lay_out(HUB)
    assert site.build().diagnostics == []
    return site


@pytest.fixture
def mini(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    site.lay_out(SITE)
    assert site.build().diagnostics == []
    site.age()
    return site


TOOLS, ETA = "tools/index.html", "news/eta/index.html"
START = ("content/news/2026-01-11-beta.md", "start: 2026-12-24", "start: 2026-12-23")
TEMPLATES = "themes/mini/templates"


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        ("site.yaml", "00 01", "00 02", TOOLS),
        ("content/notice.txt", "Une pièce", "Une autre pièce", TOOLS),
        ("content/photo.svg", 'width="20"', 'width="30"', TOOLS),
        ("content/_data/venues.yaml", "Salle des fêtes", "Gymnase", TOOLS),
        (*START, TOOLS),
        (*START, ETA),
        (*START, "feed.xml"),
        (f"{TEMPLATES}/shortcodes/quote.html", "<block", "<p>-</p><block", TOOLS),
        (f"{TEMPLATES}/shortcodes/video.html", "<a", "<i></i><a", "feed.xml"),
        (f"{TEMPLATES}/lists.html", "<li>{{ one | period }}", "<li>-{{ one | period }}", TOOLS),
    ],
)  # fmt: skip
def test_what_a_shortcode_asked_decides_its_page(
    mini: SiteFolder, path: str, old: str, new: str, page: str
) -> None:
    mini.replace(path, old, new)

    report = mini.build()

    assert page in report.rendered
    assert "about/index.html" not in report.rendered or path in ("site.yaml", "content/photo.svg")


def test_an_event_that_has_passed_leaves_the_list_by_the_clock(mini: SiteFolder) -> None:
    assert "Bêta" in mini.page("tools/index.html")

    report = mini.build(now="2026-12-28")

    assert "tools/index.html" in report.rendered
    assert "Bêta" not in mini.page("tools/index.html")


def test_a_page_shows_every_shortcode_and_no_trace_of_their_calls(hub: SiteFolder) -> None:
    page = hub.page(PAGE).replace("\u00a0", " ")

    assert "sitegen" not in page
    assert ":::" not in page
    for expected in (
        '<img src="/base/photo.svg" alt="Une photo" loading="lazy" decoding="async" width="20"',
        '<a class="embed-link" href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">',
        "Regarder sur YouTube",
        '<video src="/base/film.mp4" controls preload="metadata"',
        '<track src="/base/film.vtt" kind="captions" srclang="fr" label="français" default>',
        '<a href="/base/notes.csv" type="text/csv" hreflang="en">',
        "(tableau CSV, 4 o, 2 pages, en anglais)",
        "01 99 00 00 01",
        "Salle des fêtes sur OpenStreetMap",
        "https://www.openstreetmap.org/export/embed.html?bbox=",
        "La fête",
        "<strong>Ana Martin</strong>, élue",
        '<a href="/base/page/">un lien</a>',
        "<strong>412</strong> <span>communes</span>",
        "<strong>Attention : Dates</strong>",
        'role="note"',
    ):
        assert expected in page


def test_frames_stand_in_templates_alone_and_nothing_is_inline(hub: SiteFolder) -> None:
    """What stands in `<template>` is not loaded; a policy without `unsafe-inline` passes."""
    page = hub.page(PAGE)
    without = re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)

    assert page.count("<iframe") == 2
    assert "<iframe" not in without
    assert not re.search(r"\s(on\w+|style)=", page)
    assert not re.search(r'src="(https?:)?//', without)


def test_the_script_of_embeds_is_on_pages_that_have_some(hub: SiteFolder) -> None:
    assert "assets/embed.js" in hub.page(PAGE)
    assert "assets/embed.js" not in hub.page("page/index.html")


@pytest.mark.slow
def test_a_template_is_told_which_hosts_its_frames_need(hub: SiteFolder) -> None:
    hub.write("themes/association/templates/parts/open_graph.html", "{{ frame_hosts | join(' ') }}")

    hub.build()

    hosts = "https://www.openstreetmap.org https://www.youtube-nocookie.com"
    assert hosts in hub.page(PAGE)
    assert "youtube-nocookie" not in hub.page("page/index.html")


def test_a_feed_has_plain_html_with_whole_addresses(hub: SiteFolder) -> None:
    content = json.loads(hub.page("feed.json"))["items"][-1]["content_html"]

    for expected in (
        '<img src="https://hub.example.org/base/photo.svg" alt="Une photo"',
        '<a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">',
        '<a href="https://hub.example.org/base/notes.csv"',
        '<video src="https://hub.example.org/base/film.mp4" controls',
        "<strong>412</strong> <span>communes</span>",
    ):
        assert expected in content
    for forbidden in ("iframe", "<button", "<template", "adresse IP", "sitegen", ":::"):
        assert forbidden not in content


def test_the_summary_holds_no_shortcode(hub: SiteFolder) -> None:
    assert '<meta name="description" content="Le texte.">' in hub.page(PAGE)


def test_a_site_replaces_the_template_of_one_shortcode(hub: SiteFolder) -> None:
    hub.write(
        "themes/association/templates/shortcodes/quote.html", "<q>{{ shortcode.speaker }}</q>"
    )

    report = hub.build()

    assert "<q>Ana Martin</q>" in hub.page(PAGE)
    assert "page/index.html" not in report.rendered


def test_mistakes_are_told_in_the_lines_of_the_file(hub: SiteFolder) -> None:
    hub.write(
        "content/autre.md",
        "---\ntitle: Page\n---\n\n::: vidéo x\n::: contact name=a rôle=b\n::: alert\n",
    )

    report = hub.build()

    assert places(report) == {
        "content/autre.md:5": "shortcode-unknown-near",
        "content/autre.md:6": "shortcode-argument-near",
        "content/autre.md:7": "shortcode-open",
    }


def test_what_the_site_does_not_know_is_told_in_its_place(hub: SiteFolder) -> None:
    hub.write(
        "content/autre.md",
        "---\ntitle: Page\n---\n::: contact press\n::: map sale\n::: events section=zzz\n"
        "::: document absent.pdf title=x\n"
        "::: video https://youtu.be/aqz-KE-bpKQ title=x image=a.jpg\n",
    )

    report = hub.build()

    assert [
        (diagnostic.code, diagnostic.line, diagnostic.column) for diagnostic in report.diagnostics
    ] == [
        ("unknown-choice-near", 4, 13),
        ("unknown-choice-near", 5, 9),
        ("unknown-choice", 6, 20),
        ("missing-file", 7, 14),
        ("missing-file", 8, 54),
    ]


def test_the_events_of_an_organisation_are_those_that_it_announces(hub: SiteFolder) -> None:
    hub.write("content/_data/organisations.yaml", "la-ligue: {name: La Ligue}\nautre: {name: A}\n")
    front = "title: Le bal\nsignatories: [la-ligue]\nevent: {start: 2026-12-26}"
    hub.write("content/agenda/2026-01-12-bal.md", f"---\n{front}\n---\nTexte.\n")
    hub.write("content/ligue.md", "---\ntitle: L\n---\n::: events organisation=la-ligue\n")
    hub.write("content/rien.md", "---\ntitle: R\n---\n::: events organisation=autre\n")
    hub.write("content/faute.md", "---\ntitle: F\n---\n\n::: events organisation=la-lige\n")

    report = hub.build()

    (told,) = report.diagnostics
    assert (told.code, told.line, told.column) == ("unknown-choice-near", 5, 25)
    assert told.values["suggestion"] == "la-ligue"
    shown = hub.page("ligue/index.html").split("<main")[1].split("</main>")[0]
    assert "Le bal" in shown
    assert "La fête" not in shown
    assert "Rien n’est prévu" in hub.page("rien/index.html")


def test_a_theme_without_a_template_for_it_is_told(hub: SiteFolder) -> None:
    """In pages and in feeds, which show bodies too."""
    hub.write("themes/own/templates/article.html", "{{ body }}")
    hub.replace("site.yaml", "title: Hub", "title: Hub\ntheme: own")

    report = hub.build()

    missing = {diagnostic.values["template"] for diagnostic in report.diagnostics}
    assert "shortcodes/figure.html" in missing
    assert not hub.has("feed.xml") or "::: figure" not in hub.page("feed.xml")


def test_a_mistake_in_the_template_of_a_shortcode_has_its_line(hub: SiteFolder) -> None:
    hub.write("themes/association/templates/shortcodes/quote.html", "\n{{ shortcode.absent.x }}")

    report = hub.build()

    assert {
        (diagnostic.code, diagnostic.path, diagnostic.line) for diagnostic in report.diagnostics
    } == {("template-failed", "themes/association/templates/shortcodes/quote.html", 2)}
