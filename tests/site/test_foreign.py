"""What documents show of other sites is told where pages would not load it."""

import pytest

from tests.support import SiteFolder

PAGE = "---\ntitle: Page\n---\nUn texte.\n\n"


def told(site: SiteFolder, text: str, policy: str = "") -> list[tuple[int, int, str]]:
    site.write("site.yaml", f"title: Hub\nurl: https://hub.example.org/\n{policy}")
    site.write("content/page.md", PAGE + text)
    told = [
        diagnostic for diagnostic in site.build().diagnostics if diagnostic.code == "foreign-source"
    ]
    return [
        (diagnostic.line, diagnostic.column, diagnostic.values["directive"]) for diagnostic in told
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("![Une carte](https://a.example/x.png)\n", (6, 14, "img-src")),
        ("![Une carte](//a.example/x.png)\n", (6, 14, "img-src")),
        ('<iframe src="https://a.example/" title="Carte"></iframe>\n', (6, 14, "frame-src")),
        ('<video src="https://a.example/x.mp4"></video>\n', (6, 13, "media-src")),
    ],
)
def test_what_would_stay_empty_is_told(
    site: SiteFolder, text: str, place: tuple[int, int, str]
) -> None:
    assert told(site, text, "markdown: {raw_html: allow}\n") == [place]


def test_links_to_other_sites_and_the_site_s_own_images_are_no_matter(site: SiteFolder) -> None:
    site.write("content/x.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>')

    assert told(site, "[Un lien](https://a.example/x.png) et ![Une image](x.svg).\n") == []


@pytest.mark.parametrize(
    "source", ["https://a.example", "a.example", "'*.example'", "'https:'", "https://a.example/x/"]
)
def test_what_the_policy_lets_through_is_not_told(site: SiteFolder, source: str) -> None:
    policy = f"security_policy: {{sources: {{img-src: [{source}]}}}}\n"

    assert told(site, "![Une carte](https://a.example/x/y.png)\n", policy) == []
    assert told(site, "![Une carte](https://b.test/x.png)\n", policy) == (
        [] if source == "'https:'" else [(6, 14, "img-src")]
    )


def test_the_image_of_the_front_matter_is_told_too(site: SiteFolder) -> None:
    site.write(
        "content/news/a.md", "---\ntitle: A\nimage: {src: https://a.ex/b.png, alt: B}\n---\n"
    )

    assert told(site, "Rien.\n") == [(3, 14, "img-src")]


def test_without_a_policy_nothing_is_told(site: SiteFolder) -> None:
    assert told(site, "![Une carte](https://a.example/x.png)\n", "security_policy: off\n") == []


def test_a_foreign_picture_is_told_where_it_was_written_and_not_for_each_list(
    site: SiteFolder,
) -> None:
    """The article stands in its page, its section, its tag, archives, feeds: one mistake each."""
    site.write("site.yaml", "title: Hub\nurl: https://hub.example.org/\n")
    picture = "https://a.example/x.png"
    front = f"title: B\ndate: 2026-01-02\ntags: [eau]\nimage: {{src: {picture}, alt: Une carte}}\n"
    site.write("content/news/b.md", f"---\n{front}---\n![Une carte]({picture})\n")

    told = [
        diagnostic for diagnostic in site.build().diagnostics if diagnostic.code == "foreign-source"
    ]

    assert [(diagnostic.path, diagnostic.line) for diagnostic in told] == [
        ("content/news/b.md", 5),
        ("content/news/b.md", 7),
    ]
