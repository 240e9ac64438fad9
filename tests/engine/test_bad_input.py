"""A mistake of an author, a webmaster or a theme's maker: one clear line, and nothing is lost."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.catalogue import severity
from sitegen.engine.site_yaml import read_site_file
from sitegen.errors import Diagnostic, UsageError
from tests.support import SiteFolder, places

GOOD = "-- content/news/good.md --\n---\ntitle: Bon\ndate: 2026-01-05\n---\nTexte.\n"
SITE = "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n" + GOOD

MISTAKES = {
    "broken YAML": ("---\ntitle: 'x\n---\n", "2:8:yaml-syntax"),
    "a second colon": ("---\ntitle: a : b\n---\n", "2:10:yaml-colon"),
    "no front matter": ("Texte seul.\n", "1:1:front-matter-missing"),
    "an open front matter": ("---\ntitle: x\n", "1:1:front-matter-open"),
    "TOML": ('+++\ntitle = "x"\n+++\n', "1:1:front-matter-toml"),
    "dashes with spaces": ("– – –\ntitle: x\n---\n", "1:1:front-matter-dashes"),
    "dashes of a word processor": ("———\ntitle: x\n---\n", "1:1:front-matter-dashes"),
    "an empty file": ("", "1:1:front-matter-missing"),
    "no title": ("---\ndate: 2026-01-01\n---\n", "2:1:missing-key"),
    "nothing between the fences": ("---\n---\n", "1:1:missing-key"),
    "an empty title": ('---\ntitle: ""\n---\n', "2:8:empty-title"),
    "a day that does not exist": ("---\ntitle: x\ndate: 2026-02-30\n---\n", "3:7:bad-date"),
    "a year that no calendar reaches": ("---\ntitle: x\ndate: 0001-01-01\n---\n", "3:7:bad-date"),
    "an unknown key": ("---\ntitle: x\nsumary: y\n---\n", "3:1:unknown-key-near"),
    "an unknown event": ("---\ntitle: x\nevent: forum\n---\n", "3:8:unknown-event"),
    "one of two": (
        "---\ntitle: x\nevents: [{start: 2027-03-02}, forum]\n---\n",
        "3:31:unknown-event",
    ),
    "an event that ends before it starts": (
        "---\ntitle: x\nevent:\n  start: 2026-03-02\n  end: 2026-03-01\n---\n",
        "5:8:event-ends-before",
    ),
    "a rule that is none": (
        "---\ntitle: x\nevent: {start: 2026-03-02, repeat: {rrule: FREQ=SOMETIMES}}\n---\n",
        "3:36:bad-rule",
    ),
    "an unknown zone": (
        "---\ntitle: x\nevent: {start: 2026-03-02 09:00, timezone: Europe/Pari}\n---\n",
        "3:44:unknown-timezone",
    ),
    "a missing image": ("---\ntitle: x\nimage: photo.jpg\n---\n", "3:8:missing-file"),
    "an image without a text": (
        '---\ntitle: x\nimage: "data:,x"\n---\n',
        "3:8:image-without-alt",
    ),
    "an image in the text without one": (
        "---\ntitle: x\n---\nUn\n\n![](data:,x)\n",
        "6:5:image-without-alt",
    ),
    "a point of an image that is none": (
        "---\ntitle: x\nimage: {src: a.png, alt: b, focus: 130% 20%}\n---\n",
        "3:36:bad-focus",
    ),
    "an image at an address that is none": (
        '---\ntitle: x\nimage: {src: "https://[", alt: y}\n---\n',
        "3:14:bad-web-address",
    ),
    "a missing attachment": (
        "---\ntitle: x\nattachments: [a.pdf]\n---\n",
        "3:15:missing-file",
    ),
    "a missing image in the text": ("---\ntitle: x\n---\nUn\n\n![i](p.png)\n", "6:6:missing-file"),
    "a broken link": ("---\ntitle: x\n---\nVoir [là](absent.md).\n", "4:11:broken-link"),
    "a link to a heading that is not there": (
        "---\ntitle: x\n---\n[là](good.md#absent)\n",
        "4:6:broken-anchor",
    ),
    "a link to an address that is not there": (
        "---\ntitle: x\n---\n[là](/absente/)\n",
        "4:6:broken-link",
    ),
    "a path that leaves the content": ("---\ntitle: x\n---\n[là](../../x.md)\n", "4:6:link-leaves"),
    "an alias outside the site": (
        "---\ntitle: x\naliases: [/../../etc/passwd]\n---\n",
        "3:11:unsafe-address",
    ),
    "an alias in the place of the mark of the output": (
        "---\ntitle: x\naliases: [/.Sitegen]\n---\n",
        "3:11:unsafe-address",
    ),
    "a taken address": ("---\ntitle: x\ndate: 2026-01-06\nslug: good\n---\n", "4:7:address-twice"),
    "an unknown template": ("---\ntitle: x\ntemplate: no.html\n---\n", "3:11:template-missing"),
    "another encoding": ("---\ntitle: x\n---\nEt\xe9".encode("latin-1"), "4:3:not-utf-8"),
}


@pytest.mark.parametrize(("content", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_diagnostic_with_its_place(
    make_site: Callable[[str], SiteFolder], content: str | bytes, expected: str
) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    site.write("content/news/wrong.md", content)

    report = site.build()

    lines = [
        f"{diagnostic.line}:{diagnostic.column}:{diagnostic.code}"
        for diagnostic in report.diagnostics
    ]
    assert lines == [expected]
    assert report.diagnostics[0].path == "content/news/wrong.md"
    assert set(before) <= set(site.tree()), "a published file is gone"


def test_all_mistakes_are_told_in_one_run(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    for number, (content, _) in enumerate(MISTAKES.values()):
        site.write(f"content/news/wrong-{number}.md", content)

    report = site.build()

    told = {diagnostic.path for diagnostic in report.diagnostics}
    wrong = {f"content/news/wrong-{number}.md" for number in range(len(MISTAKES))}
    # The one for a taken address names whichever document comes second.
    assert wrong - told == set()


@pytest.mark.parametrize(
    ("front", "place", "code"),
    [
        ("title: x\nsumary: y", 3, "unknown-key-near"),
        ('title: ""\nsummary: y', 2, "empty-title"),
        ("title: x\nlang: fr_FR", 3, "bad-language"),
    ],
)
def test_a_mistake_in_the_front_matter_hides_none_in_the_text(
    make_site: Callable[[str], SiteFolder], front: str, place: int, code: str
) -> None:
    site = make_site(SITE)
    site.write("content/news/wrong.md", f"---\n{front}\n---\nUn\n\n::: figur a.jpg\n")

    report = site.build()

    told = {key: code for key, code in places(report).items() if "wrong.md" in key}
    assert told == {
        f"content/news/wrong.md:{place}": code,
        "content/news/wrong.md:7": "shortcode-unknown-near",
    }


@pytest.mark.parametrize("slip", ["date: 2026-02-30", 'slug: ""\nsumary: y', "lang: fr_FR"])
def test_links_and_advice_are_told_beside_a_mistake_in_the_front_matter(
    make_site: Callable[[str], SiteFolder], slip: str
) -> None:
    site = make_site(SITE)
    site.build()
    text = "[ici](plan.pdf), [bilan](absent.md), [prix](/absente/), lorem ipsum.\n\n::: figur b\n"
    text += "\nLe lundi 2 mars 2027 ; le lundi 2 mars.\n"
    site.write("content/news/wrong/plan.pdf", "%PDF-1.4")
    site.write("content/news/wrong/index.md", f"---\ntitle: x\n{slip}\n---\n{text}")
    silent = {
        "draft": "draft: true",
        "old": "expires: 2025-01-01",
        "own": "check: {ignore: [SG178]}",
    }
    for name, key in silent.items():
        site.write(f"content/news/{name}.md", f"---\ntitle: z\n{slip}\n{key}\n---\nLorem ipsum.\n")

    first, second, checked = site.build(), site.build(), site.check()

    def codes(diagnostics: list[Diagnostic], name: str) -> list[str]:
        return sorted(
            diagnostic.code
            for diagnostic in diagnostics
            if diagnostic.path == f"content/news/{name}"
        )

    links = ["broken-link", "broken-link", "shortcode-unknown-near"]
    told = codes(first.diagnostics, "wrong/index.md")
    own = [path for path in told if path not in links]
    assert told == sorted([*own, *links]), "and nothing of the file that waits beside it"
    assert len(own) == 1
    assert codes(second.diagnostics, "wrong/index.md") == told, "from what is remembered"
    assert codes(checked, "wrong/index.md") == sorted(
        [*told, "link-text-vague", "placeholder-text", "weekday-wrong"]
    )
    for name in silent:
        assert codes(checked, f"{name}.md") == own, "a draft, or accepted"


@pytest.mark.parametrize("dead_links", ["error", "warning"])
def test_links_are_told_beside_a_mistake_in_the_text(
    make_site: Callable[[str], SiteFolder], dead_links: str
) -> None:
    site = make_site(SITE.replace("url:", f"check: {{dead_links: {dead_links}}}\nurl:"))
    site.write("content/news/wrong.md", "---\ntitle: y\n---\n[là](absent.md)\n\n::: figur b.jpg\n")

    report = site.build()

    assert [(diagnostic.code, severity(diagnostic)) for diagnostic in report.diagnostics] == [
        ("broken-link", dead_links),
        ("shortcode-unknown-near", "error"),
    ]


def test_a_document_that_breaks_keeps_its_published_page(site: SiteFolder) -> None:
    site.build()
    published = site.page("news/a/index.html")
    site.replace("content/news/a.md", "title: Premier article", "titel: x")

    report = site.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == [
        "missing-key",
        "unknown-key-near",
    ]
    assert report.removed == []
    assert site.page("news/a/index.html") == published


def test_a_page_that_failed_is_tried_again_and_mended(site: SiteFolder) -> None:
    site.write("themes/association/templates/article.html", "{{ nothing.here }}")
    broken = site.build()
    assert [diagnostic.code for diagnostic in broken.diagnostics] == ["template-failed"]

    again = site.build()
    site.remove("themes/association/templates/article.html")
    mended = site.build()

    assert [diagnostic.code for diagnostic in again.diagnostics] == ["template-failed"]
    assert mended.diagnostics == []
    assert "Un premier texte." in site.page("news/a/index.html")


@pytest.mark.parametrize(
    ("template", "line", "code"),
    [
        ("un\n{{ absent }}\n", 2, "template-failed"),
        ("un\n{% if %}\n", 2, "template-failed"),
        ("un\ndeux\n{{ 1 / 0 }}\n", 3, "template-failed"),
        ("{% include 'absent.html' %}\n", 1, "template-missing"),
        ("{% include 'article.html' %}\n", 1, "template-failed"),
        ("{{ entry.title | nofilter }}\n", 1, "template-failed"),
    ],
)
def test_a_template_error_names_template_and_line(
    site: SiteFolder, template: str, line: int, code: str
) -> None:
    site.write("themes/association/templates/article.html", template)

    report = site.build()

    (diagnostic,) = report.diagnostics
    assert (diagnostic.path, diagnostic.line, diagnostic.code) == (
        "themes/association/templates/article.html",
        line,
        code,
    )
    assert diagnostic.values["page"] == "news/a/index.html"


def test_one_mistake_in_a_template_is_told_once(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE + GOOD.replace("good.md", "other.md"))
    site.write("themes/association/templates/article.html", "{{ absent }}")

    report = site.build()

    (diagnostic,) = report.diagnostics
    assert str(diagnostic.values["page"]) == "news/good/index.html and 1 more"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["config-empty"]),
        ("title: x\n", ["missing-key"]),
        ("title: x\nurl: hub.example.org\n", ["bad-site-url"]),
        ("title: x\nurl: 'https://['\n", ["bad-site-url"]),
        ("title: x\nurl: https://name:password@a.example/\n", ["bad-site-url"]),
        ("title: x\nurl: https://a.example/\ntimezone: Paris\n", ["unknown-timezone-near"]),
        ("title: x\nurl: https://a.example/\ntimezone: localtime\n", ["unknown-timezone"]),
        ("title: x\nurl: https://a.example/\nlanguage: français\n", ["bad-language"]),
        ("title: x\nurl: https://a.example/\ntheme: ../x\n", ["unknown-theme"]),
        ("title: x\nurl: https://a.example/\ntheme: absent\n", ["unknown-theme"]),
        ("title: x\nurl: https://a.example/\nthem: x\n", ["unknown-key-near"]),
        ("title: x\nurl: https://a.example/\nper_page: 0\n", ["expected-positive"]),
        (
            "title: x\nurl: https://a.example/\n"
            'urls:\n  tag: "/../{slug}/"\n  author: "/{name}/"\n',
            ["bad-url-pattern", "bad-placeholder"],
        ),
    ],
)
def test_a_wrong_configuration_stops_before_anything_is_touched(
    make_site: Callable[[str], SiteFolder], text: str, expected: list[str]
) -> None:
    site = make_site(f"-- site.yaml --\n{text}")

    with pytest.raises(UsageError) as caught:
        site.build()

    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == expected
    assert caught.value.exit_code == 2
    assert not site.output.exists()


def test_a_folder_without_site_yaml_is_no_site(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site("-- content/a.md --\n")

    with pytest.raises(UsageError) as caught:
        site.build()

    assert caught.value.diagnostics[0].code == "no-site"


@pytest.mark.parametrize(
    ("sites", "start", "way"),
    [
        (["."], "content/news", "../.."),
        (["."], "content", ".."),
        (["mon hub"], ".", "'mon hub'"),
        (["a", "b"], ".", None),
        (["."], "output", ".."),
        (["a/b"], ".", None),
    ],
)
def test_a_site_above_the_folder_or_in_it_is_pointed_to(
    tmp_path: Path, sites: list[str], start: str, way: str | None
) -> None:
    for folder in (*sites, start):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    for site in sites:
        (tmp_path / site / "site.yaml").write_text("title: Hub\nurl: https://hub.example.org/\n")

    with pytest.raises(UsageError) as caught:
        read_site_file(str(tmp_path / start))

    assert caught.value.diagnostics[0].values.get("way") == way


def test_an_output_that_is_somebody_elses_is_refused(site: SiteFolder) -> None:
    site.write("output/thesis.txt", "years of work")

    with pytest.raises(UsageError) as caught:
        site.build()

    assert caught.value.diagnostics[0].code == "output-foreign"
    assert site.page("thesis.txt") == "years of work"


@pytest.mark.parametrize("folder", [".", "..", "content", "content/news", "themes", ".sitegen"])
def test_an_output_among_the_sources_is_refused(site: SiteFolder, folder: str) -> None:
    """Pelican #731: the whole project was deleted."""
    site.output = site.root / folder

    with pytest.raises(UsageError) as caught:
        site.build()

    assert caught.value.diagnostics[0].code == "output-in-the-way"
    assert (site.root / "content/news/a.md").is_file()


def test_links_pipes_and_odd_names_are_told_and_left_out(site: SiteFolder) -> None:
    outside = site.root.parent / "secret.txt"
    outside.write_text("secret")
    os.symlink(outside, site.root / "content/secret.txt")
    os.symlink(site.root / "content", site.root / "content/loop")
    os.mkfifo(site.root / "content/pipe")
    if sys.platform == "linux":
        with open(os.fsencode(site.root) + b"/content/\xe9.md", "wb"):
            pass

    report = site.build()

    codes = sorted(diagnostic.code for diagnostic in report.diagnostics)
    assert codes == sorted({"bad-name", "link-outside", "not-a-file"})
    assert not site.has("secret.txt")
    assert not site.has("loop/news/a/index.html")


def test_what_is_hidden_or_a_backup_never_reaches_the_output(site: SiteFolder) -> None:
    for name in (
        ".env",
        ".git/config",
        "news/a.md~",
        "news/.a.md.swp",
        "_drafts/x.md",
        "Thumbs.db",
    ):
        site.write(f"content/{name}", "secret")
    site.write("content/.well-known/security.txt", "Contact: mailto:a@example.org")

    report = site.build()

    assert report.diagnostics == []
    assert site.has(".well-known/security.txt")
    assert not [path for path, content in site.tree().items() if b"secret" in content]


def test_two_files_whose_names_differ_by_unicode_form_are_named(site: SiteFolder) -> None:
    site.write("content/news/e\u0301te\u0301.md", "---\ntitle: x\n---\n")
    site.write("content/news/été.md", "---\ntitle: y\n---\n")

    assert "name-twice" in places(site.build()).values()


def test_a_folder_in_common_makes_no_slip_of_another_name(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write("content/actualites/_index.md", "---\ntitle: Actualités\n---\n")
    site.write("content/actualites/2026-01-05-forum.md", "---\ntitle: Forum\n---\n")
    site.append(
        "content/news/good.md",
        "[a](../actualites/bilan.md) [b](../actualites/2026-01-05-forums.md)",
    )

    told = [
        (diagnostic.code, diagnostic.values.get("suggestion"))
        for diagnostic in site.build().diagnostics
    ]

    assert told == [
        ("broken-link", None),
        ("broken-link-near", "../actualites/2026-01-05-forum.md"),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("b", "b.md"), ("../agenda", "../agenda/_index.md"), ("bb.md", "b.md")],
)
def test_what_a_dead_link_is_said_to_mean_leads_there_when_it_is_written(
    site: SiteFolder, written: str, meant: str
) -> None:
    site.write("content/news/b.md", "---\ntitle: B\ndate: 2026-01-05\n---\n")
    site.write("content/agenda/_index.md", "---\ntitle: Agenda\n---\n")
    text = "---\ntitle: A\ndate: 2026-01-05\n---\n[x]({})\n"
    site.write("content/news/a.md", text.format(written))

    told = [
        (diagnostic.code, diagnostic.values.get("suggestion"))
        for diagnostic in site.build().diagnostics
    ]
    site.write("content/news/a.md", text.format(meant))

    assert told == [("broken-link-near", meant)]
    assert site.build().diagnostics == []
