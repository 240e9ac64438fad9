"""Kinds of page and formats of feeds that a plugin brings: planned, made, kept, told."""

from collections.abc import Callable

import pytest

from tests.support import SiteFolder

TOOLS = "plugins/tools.py"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/sub/
plugins: [./plugins/tools.py]
-- content/_data/members.yaml --
- {slug: mairie, name: La mairie}
- {slug: ecole, name: L’école}
-- content/news/2026-01-01-first.md --
---
title: First
tags: [eau]
---
Un.
-- content/about.md --
---
title: About
---
[L’école](/membres/ecole/)
-- plugins/tools.py --
'''Members.'''
from sitegen.plugins import PlannedPage, Plugin

MEMBER = '''{% extends "base.html" %}{% block content %}
<h1>{{ site.member(page.subject).name }}</h1>{% endblock %}'''
plugin = Plugin(templates={"member.html": MEMBER})


@plugin.question
def member(facts, slug):
    return next(one for one in facts.data("members") if one["slug"] == slug)


@plugin.pages("page of a member", template="member.html", in_sitemap=True)
def members(facts):
    for one in facts.data("members"):
        yield PlannedPage(f"/membres/{one['slug']}/", one["slug"])


def write_list(site, page):
    return ", ".join(one["name"] for one in site.data("members"))


@plugin.pages("members as text", write=write_list)
def text(facts):
    return PlannedPage("/membres.txt")


@plugin.feed("feed as text", file="feed.txt")
def lines(feed, site):
    return ", ".join([feed.title, *(item.title for item in feed.items)])
"""


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.age()
    assert site.build().diagnostics == []
    return site


def test_pages_are_planned_made_and_told_to_search_engines(built: SiteFolder) -> None:
    assert "<h1>L’école</h1>" in built.page("membres/ecole/index.html")
    assert built.page("membres.txt") == "La mairie, L’école"
    assert "https://hub.example.org/sub/membres/mairie/" in built.page("sitemap.xml")
    assert "membres.txt" not in built.page("sitemap.xml")
    assert 'href="/sub/membres/ecole/"' in built.page("about/index.html")


def test_feeds_stand_beside_the_others(built: SiteFolder) -> None:
    assert built.page("feed.txt") == "Hub, First"
    assert built.page("tags/eau/feed.txt").endswith(", First")


def test_an_edit_makes_what_it_changes_and_nothing_else(built: SiteFolder) -> None:
    built.replace("content/_data/members.yaml", "L’école", "Le lycée")

    report = built.build()

    assert set(report.written) == {"membres/ecole/index.html", "membres.txt"}

    built.replace("content/_data/members.yaml", "- {slug: ecole, name: Le lycée}\n", "")
    built.replace("content/about.md", "[L’école](/membres/ecole/)", "Rien.")
    report = built.build()
    assert report.diagnostics == []
    assert report.removed == ["membres/ecole/index.html"]


def test_a_link_to_a_page_that_is_not_planned_is_told(built: SiteFolder) -> None:
    built.replace("content/about.md", "/membres/ecole/", "/membres/eglise/")

    assert [error.path for error in built.build().errors] == ["content/about.md"]


@pytest.mark.parametrize(
    "mistake", ["raise ValueError", "return 7", "yield '/membres/'", "yield PlannedPage('x')"]
)
def test_a_plan_that_fails_keeps_the_pages_that_were_planned_last(
    built: SiteFolder, mistake: str
) -> None:
    before = built.tree()
    built.replace(TOOLS, 'for one in facts.data("members"):\n', f"{mistake}\n    for one in ():\n")
    if mistake == "return 7":
        built.replace(TOOLS, "        yield Planned", "        Planned")

    report = built.build()

    assert [error.path for error in report.errors] == [TOOLS]
    assert built.tree() == before


def test_pages_of_a_plugin_that_is_gone_stay(built: SiteFolder) -> None:
    before = built.tree()
    built.remove(TOOLS)

    report = built.build()

    assert [error.code for error in report.errors] == ["plugin-file-missing"]
    assert built.tree() == before


def test_pages_of_a_plugin_that_is_taken_out_go(built: SiteFolder) -> None:
    built.replace("site.yaml", f"plugins: [./{TOOLS}]\n", "")
    built.replace("content/about.md", "[L’école](/membres/ecole/)", "Rien.")

    report = built.build()

    assert report.diagnostics == []
    assert not built.has("membres.txt")
    assert not built.has("membres/ecole/index.html")
    assert not built.has("feed.txt")


def test_an_address_that_is_taken_is_told_and_stays_what_it_was(built: SiteFolder) -> None:
    before = built.page("about/index.html")
    built.replace(TOOLS, 'PlannedPage("/membres.txt")', 'PlannedPage("/about/")')
    built.write("content/news/2026-01-02-second.md", "---\ntitle: Second\n---\nDeux.\n")

    report = built.build()

    assert [error.code for error in report.errors] == ["plugin-address"]
    assert "[L’école]" not in built.page("about/index.html")
    assert before.count("</article>") == built.page("about/index.html").count("</article>")
    assert built.has("news/second/index.html")


def test_a_writer_that_returns_no_text_is_told_at_its_line(built: SiteFolder) -> None:
    built.replace(TOOLS, 'return ", ".join(one["name"]', 'return list(one["name"]')

    report = built.build()

    assert [(error.code, error.path) for error in report.errors] == [("plugin-returned", TOOLS)]
    assert built.page("membres.txt").startswith("La mairie")


def test_each_language_of_a_site_has_them(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.append("site.yaml", "languages: {fr: {}, en: {title: The hub}}\n")
    site.write("content/about.en.md", "---\ntitle: About us\n---\nOne.\n")

    assert site.build().diagnostics == []

    assert "<h1>L’école</h1>" in site.page("en/membres/ecole/index.html")
    assert site.page("membres.txt") == site.page("en/membres.txt")
    assert not site.has("en/robots.txt")


def test_what_a_plugin_is_given_of_the_data_cannot_be_changed(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.replace(
        TOOLS, 'return ", ".join', 'site.data("members")[0]["name"] = ""; return ", ".join'
    )

    report = site.build()

    assert {(error.code, error.path) for error in report.errors} == {("plugin-failed-at", TOOLS)}
    assert "cannot be changed" in str(report.errors[0].values["reason"])


def test_all_that_is_asked_of_a_plugin_that_is_gone_stays(built: SiteFolder) -> None:
    """Also where a page is made anew for another reason."""
    template = "themes/association/templates/member.html"
    built.write(template, "{{ site.member(page.subject).name }} {{ site.everybody | join }}")
    built.append(TOOLS, "\n\n@plugin.question\ndef everybody(facts):\n    return ('a', 'b')\n")
    assert built.build().diagnostics == []
    before = built.tree()
    built.remove(TOOLS)
    built.append(template, " ")

    report = built.build()

    assert [error.code for error in report.errors] == ["plugin-file-missing"]
    assert built.tree() == before


@pytest.mark.parametrize(
    ("answer", "asked", "told"),
    [
        ("{'a': ({'b', 'c'},)}", "site.answer", "plugin-returned"),
        ("['a']", "site.answer.append('b')", "plugin-failed-at"),
        ("{'a': ['b']}", "site.answer['a'].append('c')", "plugin-failed-at"),
    ],
)
def test_an_answer_is_the_same_for_every_page_in_every_process(
    built: SiteFolder, answer: str, asked: str, told: str
) -> None:
    """A set has another order in each process, and what one page changed another would show."""
    built.append(TOOLS, f"\n\n@plugin.question\ndef answer(facts):\n    return {answer}\n")
    built.replace(TOOLS, 'return ", ".join(one["name"]', f'return str({asked}) or (one["name"]')

    assert [error.code for error in built.build().errors] == [told]


def test_what_no_file_can_hold_is_told_at_the_plugins_line(built: SiteFolder) -> None:
    built.replace(TOOLS, 'return ", ".join(one["name"]', "return chr(0xD800) or (one")

    assert [(error.code, error.path) for error in built.build().errors] == [
        ("plugin-failed-at", TOOLS)
    ]
    assert built.page("membres.txt").startswith("La mairie")


def test_a_page_of_a_plugin_has_an_address_of_the_site(built: SiteFolder) -> None:
    """Browsers read `//membres.txt` as another host; the folder's own mark is no page."""
    built.replace(TOOLS, '"/membres.txt"', '"//membres.txt"')
    assert [error.code for error in built.build().errors] == ["plugin-returned"]
    built.replace(TOOLS, '"//membres.txt"', '"/.sitegen"')
    assert [error.code for error in built.build().errors] == ["plugin-address"]
    assert "belongs to sitegen" in built.page(".sitegen")
