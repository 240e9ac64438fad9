"""A theme that extends another: file by file, template by template, option by option."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from sitegen.engine.configuring import load_config
from sitegen.engine.site_yaml import read_site_file
from sitegen.engine.stages.scan import Scan, scan_site
from sitegen.errors import UsageError
from sitegen.theme.folders import read_theme, static_files
from tests.support import SiteFolder

CHILD = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
theme: mairie
theme_options: {banner: Bienvenue}
-- content/news/a.md --
---
title: Premier article
date: 2026-01-10
---
Un premier texte.
-- themes/mairie/theme.yaml --
name: mairie
extends: association
options:
  accent: {default: "#c2185b"}
  banner: {type: text, default: Bonjour}
-- themes/mairie/templates/article.html --
{% extends "parent:article.html" %}
{% block content %}<p class="banner">{{ site.option("banner") }}</p>{{ super() }}{% endblock %}
-- themes/mairie/static/assets/site.js --
// rien
-- themes/mairie/static/assets/emblem.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- themes/mairie/locales/fr.po --
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Skip to content"
msgstr "Au texte !"
"""


@pytest.fixture
def child(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(CHILD)


def test_a_child_theme_changes_what_it_has_and_keeps_the_rest(child: SiteFolder) -> None:
    assert child.build().diagnostics == []

    article = child.page("news/a/index.html")
    assert '<p class="banner">Bienvenue</p>' in article
    assert "Premier article</h1>" in article, "the parent's block stands below it"
    assert "Au texte !" in article, "a message of its own"
    assert "Menu principal" in article, "a message of the parent"
    assert child.page("assets/site.js") == "// rien\n"
    assert child.has("assets/emblem.svg")
    assert "--accent: #c2185b;" in child.page("assets/style.css")


def test_a_site_can_set_an_option_that_its_child_theme_gave_another_default(
    child: SiteFolder,
) -> None:
    child.replace("site.yaml", "banner: Bienvenue", 'accent: "#003399"')
    child.build()

    assert "--accent: #003399;" in child.page("assets/style.css")
    assert '<p class="banner">Bonjour</p>' in child.page("news/a/index.html")


def test_a_site_can_extend_the_template_that_it_hides(site: SiteFolder) -> None:
    """Without a child theme: one file in the folder of the theme's name."""
    site.write(
        "themes/association/templates/base.html",
        '{% extends "parent:base.html" %}\n'
        '{% block head %}<meta name="x">{{ super() }}{% endblock %}',
    )

    site.write(
        "content/news/b.md",
        "---\ntitle: B\ndate: 2022-01-01\nevent: {start: 2022-03-02, type: forum}\n---\n",
    )

    assert site.build().diagnostics == []

    pages = {path for path in site.tree() if path.endswith(".html")}
    without = {path for path in pages if '<meta name="x">' not in site.page(path)}
    assert {"index.html", "404.html", "news/a/index.html", "agenda/index.html"} <= pages
    assert without == set(), "the head of every kind of page keeps that of base.html"
    assert "Menu principal" in site.page("news/a/index.html")


def test_three_generations_are_one_chain(child: SiteFolder) -> None:
    child.replace("site.yaml", "theme: mairie", "theme: quartier")
    child.write("themes/quartier/theme.yaml", "extends: mairie\noptions: {banner: {default: Q}}\n")
    child.write(
        "themes/quartier/templates/article.html",
        '{% extends "parent:article.html" %}{% block head %}<!-- q -->{{ super() }}{% endblock %}',
    )

    assert child.build().diagnostics == []

    article = child.page("news/a/index.html")
    assert "<!-- q -->" in article
    assert '<p class="banner">Bienvenue</p>' in article
    assert "Premier article</h1>" in article


def test_a_style_sheet_of_the_child_can_begin_with_its_parents(child: SiteFolder) -> None:
    child.write(
        "themes/mairie/templates/static/assets/style.css",
        '{% include "parent:static/assets/style.css" %}\n'
        '.banner { color: {{ site.option("accent") }} }',
    )

    assert child.build().diagnostics == []

    sheet = child.page("assets/style.css")
    assert "@layer reset" in sheet
    assert sheet.endswith(".banner { color: #c2185b }")


def test_a_sheet_and_what_it_includes_are_not_escaped_but_a_picture_is(child: SiteFolder) -> None:
    child.replace("site.yaml", "Bienvenue", "'« l’eau » & <co>'")
    child.write("themes/mairie/templates/words.css", 'a { content: "{{ site.option("banner") }}" }')
    child.write("themes/mairie/templates/static/x.css", '{% include "words.css" %}')
    child.write("themes/mairie/templates/static/x.svg", '<svg>{{ site.option("banner") }}</svg>')

    assert child.build().diagnostics == []

    assert child.page("x.css") == 'a { content: "«\u202fl’eau\u202f» & <co>" }'
    assert child.page("x.svg") == "<svg>«\u202fl’eau\u202f» &amp; &lt;co&gt;</svg>"


def test_a_sheet_sees_nothing_of_the_site_but_options(child: SiteFolder) -> None:
    child.write("themes/mairie/templates/static/x.css", "{{ site.title }}")
    child.write("themes/mairie/templates/static/y.css", '{% set n = "acc" ~ "ent" %}\n'
                '{% set ask = site["op" ~ "tion"] %}{{ ask(n) }}')  # fmt: skip

    mistakes = child.build().diagnostics

    assert [(mistake.path, mistake.code) for mistake in mistakes] == [
        ("themes/mairie/templates/static/x.css", "template-failed"),
        ("themes/mairie/templates/static/y.css", "template-failed"),
    ]


def test_a_plain_sheet_of_the_child_hides_the_rendered_one(child: SiteFolder) -> None:
    child.write("themes/mairie/static/assets/style.css", "body {}")

    assert child.build().diagnostics == []

    assert child.page("assets/style.css") == "body {}"


def test_a_template_without_a_parent_is_told_with_its_place(child: SiteFolder) -> None:
    child.write("themes/mairie/templates/404.html", '\n{% extends "parent:no.html" %}')

    (diagnostic,) = child.build().diagnostics

    assert (diagnostic.code, diagnostic.path, diagnostic.line) == (
        "template-missing", "themes/mairie/templates/404.html", 2,
    )  # fmt: skip
    assert diagnostic.values["template"] == "parent:no.html"


def wrong(site: SiteFolder) -> list[str]:
    root = str(site.root)
    with pytest.raises(UsageError) as caught:
        load_config(root, read_site_file(root))
    return [
        f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}:{diagnostic.code}"
        for diagnostic in caught.value.diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("extends: absent\n", ["1:10:unknown-parent"]),
        ("extends: ../association\n", ["1:10:unknown-parent"]),
        ("extends: /etc\n", ["1:10:unknown-parent"]),
        ("name: mairie\nextends: mairie\n", ["2:10:theme-cycle"]),
        ("extends: [association]\n", ["1:10:expected-text"]),
        (
            "extends: association\noptions: {accent: {type: text}}\n",
            ["2:19:option-type-differs"],
        ),
        (
            "extends: association\noptions:\n  home_layout: {choices: [list]}\n",
            ["3:16:unknown-choice"],
        ),
    ],
)
def test_a_wrong_parent_or_option_is_an_error_with_its_place(
    child: SiteFolder, text: str, expected: list[str]
) -> None:
    child.write("site.yaml", "title: x\nurl: https://hub.example.org/\ntheme: mairie\n")
    child.write("themes/mairie/theme.yaml", text)

    assert wrong(child) == [f"themes/mairie/theme.yaml:{place}" for place in expected]


def test_a_cycle_of_two_is_told_where_it_closes(child: SiteFolder) -> None:
    child.write("site.yaml", "title: x\nurl: https://hub.example.org/\ntheme: mairie\n")
    child.write("themes/mairie/theme.yaml", "extends: autre\n")
    child.write("themes/autre/theme.yaml", "name: autre\nextends: mairie\n")

    assert wrong(child) == ["themes/autre/theme.yaml:2:10:theme-cycle"]


def test_a_theme_folder_that_leads_out_of_the_site_is_refused(
    child: SiteFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "theme.yaml").write_text("name: x\n", encoding="utf-8")
    child.write("site.yaml", "title: x\nurl: https://hub.example.org/\ntheme: dehors\n")
    os.symlink(outside, child.root / "themes/dehors")

    assert wrong(child) == ["themes/dehors:0:0:link-outside"]


def test_a_link_in_a_theme_does_not_lead_out_of_it(child: SiteFolder) -> None:
    os.symlink("/etc/hostname", child.root / "themes/mairie/static/name.txt")

    report = child.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["link-outside"]
    assert not child.has("name.txt")


def test_a_second_build_does_nothing_and_sees_what_the_parent_changes(child: SiteFolder) -> None:
    child.replace("themes/mairie/theme.yaml", "extends: association", "extends: base")
    child.write("themes/base/theme.yaml", "extends: association\n")
    child.write("themes/base/templates/404.html", "un")
    child.age()
    child.build()
    again = child.build()
    assert (again.rendered, again.written) == ({}, [])

    child.write("themes/base/templates/404.html", "deux")
    assert list(child.build().rendered) == ["404.html"]

    child.replace("themes/mairie/theme.yaml", "extends: base", "extends: association")
    child.build()
    assert "deux" not in child.page("404.html")


def test_the_nearest_file_of_an_address_is_published_however_it_is_made() -> None:
    near, far = (
        ["static/a.css"],
        ["static/b.js", "templates/static/a.css", "templates/static/c.css"],
    )

    assert static_files([near, far]) == ({"a.css": 0, "b.js": 1}, ("c.css",))
    assert static_files([far, near]) == ({"b.js": 0}, ("a.css", "c.css"))


def test_parent_is_the_next_template_below_the_one_that_asks() -> None:
    def layer(**texts: str) -> dict[str, tuple[str, bytes]]:
        return {f"templates/{name}": (name, text.encode()) for name, text in texts.items()}

    theme, _ = read_theme([layer(a="0"), layer(b="1"), layer(a="2", b="2"), layer(a="3")])

    assert theme.resolve("b", "a") == "b"
    assert theme.resolve("parent:b", "a") == "b"
    assert theme.resolve("parent:b", "b") == "2:b"
    assert theme.resolve("parent:a", "a") == "2:a"
    assert theme.resolve("parent:a", "2:a") == "3:a"
    assert theme.resolve("parent:a", "3:a") == "parent:a"
    assert theme.templates["3:a"] == "3"


def test_a_theme_file_that_changes_while_a_site_is_built_is_read_again(
    child: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its reading and the scan, with an old modification time: as `cp -p` leaves it."""
    path = child.root / "themes/mairie/theme.yaml"
    child.age()

    def scan_late(*arguments: Any) -> Scan:
        text = path.read_text(encoding="utf-8").replace("#c2185b", "#003399")
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1_000_000_000, 1_000_000_000))
        return scan_site(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr("sitegen.engine.opening.scan_site", scan_late)
        child.build()
    assert "#c2185b" in child.page("assets/style.css")

    child.build()

    assert "#003399" in child.page("assets/style.css")
