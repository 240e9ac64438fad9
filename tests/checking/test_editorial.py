"""`sitegen check` on whole sites: what is wrong between documents, what authors accept, formats."""

import json
from collections.abc import Callable

import pytest

from tests.commands.support import sitegen
from tests.support import SiteFolder

NOW = ("--now", "2026-11-22")
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {news: {title: Nouvelles}, empty: {title: Vide}}
menus:
  main: [news, empty, agenda]
-- content/agenda/_index.md --
---
title: Agenda
---
-- content/news/a.md --
---
title: Le conseil
date: 2026-11-01
summary: La même phrase.
tags: [donnée ouverte, label]
---
Rendez-vous lundi 3 mars 2027.
-- content/news/b.md --
---
title: le  Conseil
date: 2026-11-02
summary: La même phrase.
tags: [données ouvertes, Label, e-mail]
---
Un texte.
-- content/news/c.md --
---
title: Autre
date: 2026-11-03
tags: [données ouvertes, email, email]
draft: true
---
TODO
-- content/news/d.md --
---
title: À venir
date: 2026-12-24
---
TODO
"""


def lines(site: SiteFolder, *arguments: str) -> list[str]:
    """Return where `sitegen check` finds what: `path:line:column: severity [SG…]`."""
    result = sitegen(site, "check", "-q", *NOW, *arguments)
    told = [line for line in result.stderr.splitlines() if not line.startswith("    ")]
    return [f"{':'.join(line.split(':')[:4])} {line[-7:]}" for line in told]


FOUND = [
    "content/news/a.md:5:24: warning [SG229]",
    "content/news/a.md:7:13: error [SG160]",
    "content/news/b.md:2:8: warning [SG170]",
    "content/news/b.md:4:10: warning [SG171]",
    "content/news/b.md:5:8: warning [SG168]",
    "content/news/d.md:5:1: warning [SG178]",
    "site.yaml:5:16: warning [SG172]",
]


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def test_what_editors_look_for_is_told_with_its_place(hub: SiteFolder) -> None:
    """Drafts are not read; what is to come is."""
    assert lines(hub) == FOUND


def test_a_document_accepts_for_itself_and_the_site_for_all(hub: SiteFolder) -> None:
    hub.replace("content/news/a.md", "summary:", "check: {ignore: [SG160]}\nsummary:")
    hub.replace("site.yaml", "menus:", "check: {ignore: [SG168, SG170]}\nmenus:")

    assert lines(hub) == [
        "content/news/a.md:6:24: warning [SG229]",
        "content/news/b.md:4:10: warning [SG171]",
        "content/news/d.md:5:1: warning [SG178]",
        "site.yaml:6:16: warning [SG172]",
    ]


def test_an_error_of_a_build_cannot_be_accepted(hub: SiteFolder) -> None:
    hub.write(
        "content/news/a.md",
        "---\ntitle: A\ncheck: {ignore: [SG061, SG122]}\n---\n[le plan](/b/) ![](logo.svg)",
    )
    hub.write("content/news/logo.svg", "<svg/>")

    assert "content/news/a.md:5:11: error [SG061]" in lines(hub)
    assert not any("SG122" in line for line in lines(hub))


def test_what_is_accepted_must_be_known(hub: SiteFolder) -> None:
    hub.write("content/news/a.md", "---\ntitle: A\ncheck: {ignore: [SG160, SG16]}\n---\n")
    hub.write("content/empty/_index.md", "---\ntitle: V\ncheck: {ignore: SGX}\n---\n")

    assert {line for line in lines(hub) if "SG179" in line} == {
        "content/news/a.md:3:25: error [SG179]",
        "content/empty/_index.md:3:17: error [SG179]",
    }
    hub.replace("site.yaml", "menus:", "check: {ignore: [nothing]}\nmenus:")
    result = sitegen(hub, "check")
    assert result.returncode == 2
    assert "site.yaml:4:18: error: `check.ignore`: no message is called `nothing`" in result.stderr


def test_exit_codes_go_by_severity(site: SiteFolder) -> None:
    assert sitegen(site, "check", "--strict", *NOW).returncode == 0
    site.append("content/news/a.md", "TODO")
    assert sitegen(site, "check", *NOW).returncode == 0
    assert sitegen(site, "check", "--strict", *NOW).returncode == 1
    site.append("content/news/a.md", ": 30 février")
    assert sitegen(site, "check", *NOW).returncode == 1


def test_one_page_for_two_tags_is_told_once_for_each_spelling(site: SiteFolder) -> None:
    tags = ["Numérique", "numerique", "Numérique", "C++, C#", "Numérique, C++", "numerique"]
    for day, written in enumerate(tags, 1):
        text = f"---\ntitle: T{day}\ndate: 2026-01-0{day}\ntags: [{written}]\n---\nTexte\n"
        site.write(f"content/news/t{day}.md", text)

    assert [line for line in lines(site) if "SG229" in line] == [
        "content/news/t2.md:4:8: warning [SG229]",
        "content/news/t4.md:4:13: warning [SG229]",
    ]


def test_a_section_without_anything_is_told_where_it_is_made(site: SiteFolder) -> None:
    sections = "sections: {studies: {title: Études}, guide: {layout: documentation}}"
    address = "url: https://hub.example.org/"
    site.write("site.yaml", f"title: Hub\n{address}\n{sections}\nmenus: {{main: [guide]}}\n")
    site.write("content/guide/first.md", "---\ntitle: Un guide\n---\nTexte\n")
    site.write("content/old/_index.md", "---\ntitle: Anciens\n---\n")
    site.write("content/begun/a.md", "---\ntitle: Un début\ndraft: true\n---\n")
    site.write("content/begun/_index.md", "---\ntitle: Débuts\n---\n")
    site.write("content/pages/_index.md", "---\ntitle: Pages\n---\n")
    site.write("content/pages/more/a.md", "---\ntitle: Une page\n---\nTexte\n")

    assert [line for line in lines(site) if "SG230" in line or "SG172" in line] == [
        "content/old/_index.md:1:1: warning [SG230]",
        "site.yaml:3:21: warning [SG230]",
    ]


def test_tags_used_once_are_counted_in_one_note(make_site: Callable[[str], SiteFolder]) -> None:
    article = "---\ntitle: T{n}\ndate: 2026-01-01\ntags: [ensemble, seul{n}]\n---\nTexte\n"
    site = make_site("-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n")
    for number in range(20):
        site.write(f"content/news/{number}.md", article.replace("{n}", str(number)))

    report = json.loads(sitegen(site, "check", "--format", "json", *NOW).stdout)
    site.remove("content/news/0.md")
    fewer = json.loads(sitegen(site, "check", "--format", "json", *NOW).stdout)

    (note,) = report["diagnostics"]
    assert (note["id"], note["severity"], note["path"]) == ("SG169", "note", "")
    assert "20 (seul0, seul1, seul10, seul11, seul12, …)" in note["message"]
    assert fewer["diagnostics"] == []


def test_programs_get_a_document_and_nothing_else(hub: SiteFolder) -> None:
    for form in ("json", "sarif"):
        result = sitegen(hub, "check", "--format", form, *NOW)
        assert (result.returncode, result.stderr) == (1, "")
        assert json.loads(result.stdout)["version"] in (1, "2.1.0")
    hub.write("site.yaml", "title: [")
    result = sitegen(hub, "check", "--format", "json")
    assert result.returncode == 2
    assert json.loads(result.stdout)["counts"]["error"] == 1


def test_github_gets_a_command_for_each(hub: SiteFolder) -> None:
    result = sitegen(hub, "check", "--format", "github", *NOW)

    assert "\n::error file=content/news/a.md,line=7,col=13,title=SG160::" in result.stdout
    assert "\n::warning file=content/news/b.md,line=5,col=8,title=SG168::" in result.stdout


def test_accepting_changes_no_page(hub: SiteFolder) -> None:
    hub.remove("content/news/d.md")
    hub.build()
    before = hub.tree()
    hub.replace("content/news/a.md", "summary:", "check: {ignore: [SG160]}\nsummary:")
    hub.replace("site.yaml", "menus:", "check: {ignore: [SG168]}\nmenus:")

    report = hub.build()

    assert (report.diagnostics, report.rendered) == ([], {})
    assert hub.tree() == before
