"""Two sites made by sitegen: one is the other's source by its address alone."""

from pathlib import Path

from tests.fetching.partners import Partners, bring, fetched, settings, source
from tests.support import SiteFolder


def test_what_a_site_publishes_another_one_shows(
    site: SiteFolder, partners: Partners, tmp_path: Path
) -> None:
    """Its news whole, its events with their identity, its cancellation; nothing twice."""
    other = SiteFolder(tmp_path / "autre")
    url = partners.url("/", "ami.example")
    other.write("site.yaml", f"title: Les amis\nurl: {url}\n")
    other.write(
        "content/news/2026-11-10-neuf.md",
        "---\ntitle: Du neuf\ntags: [eau]\nsummary: Une phrase qui dit tout.\n---\nUn **mot**.\n",
    )
    other.write(
        "content/agenda/2026-11-11-forum.md",
        "---\ntitle: Le forum\nevent: {id: forum, start: 2026-12-01 18:30, end: 20:00, "
        "location: {name: Cité, city: Nantes}}\n---\nVenez [tous](2026-11-12-bis.md).\n",
    )
    other.write(
        "content/agenda/2026-11-12-bis.md",
        "---\ntitle: Le salon\nevent: {start: 2026-12-05, status: cancelled}\n---\nHélas.\n",
    )
    for name, keys in {
        "reporte": "start: 2026-12-06 10:00, status: postponed",
        "complet": "start: 2026-12-07 10:00, status: full",
        "incertain": "start: 2026-12-08 10:00, status: tentative",
        "serie": 'start: 2026-12-09 10:00, repeat: {rrule: "FREQ=WEEKLY;COUNT=3", changes: '
        "[{date: 2026-12-16, status: postponed}, {date: 2026-12-23, name: Le bal}]}",
    }.items():
        text = f"---\ntitle: Un {name}\nevent: {{{keys}}}\n---\nTexte.\n"
        other.write(f"content/agenda/2026-11-13-{name}.md", text)
    other.write(
        "content/agenda/2026-11-14-soirs.md",
        "---\ntitle: Trois soirs\nevent: {times: [{start: 2026-12-10 09:00, end: 12:00}, "
        "{start: 2026-12-10 14:00}, {start: 2026-12-11 18:00}], type: atelier, "
        "location: {name: Cité, city: Nantes}, online: 'https://visio.example/x', "
        "organizer: Les amis, registration: "
        "[{url: 'https://ami.example/i'}, {email: a@ami.example}], "
        "accessibility: [sign-language, step-free], conditions: Sur inscription, "
        "price: {amount: 5}}\n---\nVenez.\n",
    )
    other.write(
        "content/agenda/2026-11-15-dates.md",
        "---\ntitle: Plus de dates\nevent: {start: 2027-01-05 10:00, repeat: "
        '{rrule: "FREQ=WEEKLY;COUNT=2", also: [2027-01-20 10:00]}}\n---\nVenez.\n',
    )
    assert other.build().diagnostics == []
    site.write(
        "site.yaml",
        settings(amis=source(url, "agenda", "kind: sitegen", "consent: oui", "name: Les amis")),
    )
    for path in other.output.rglob("*"):
        if path.is_file():
            name = path.relative_to(other.output).as_posix()
            partners.says("/" + name.removesuffix("index.html"), path.read_bytes())

    report = bring(site, partners)
    again = bring(site, partners)

    texts = fetched(site)
    assert report.diagnostics == []
    assert sorted(texts) == [
        "amis/du-neuf.md", "amis/le-forum.md", "amis/le-salon.md", "amis/plus-de-dates.md",
        "amis/trois-soirs.md", "amis/un-complet.md", "amis/un-incertain.md", "amis/un-reporte.md",
        "amis/un-serie.md",
    ]  # fmt: skip
    for name, status in (
        ("reporte", "postponed"), ("complet", "full"), ("incertain", "tentative"),
    ):  # fmt: skip
        assert f"title: Un {name}\n" in texts[f"amis/un-{name}.md"]
        assert f"  status: {status}\n" in texts[f"amis/un-{name}.md"]
    series = texts["amis/un-serie.md"].partition("changes:")[2]
    assert "status: postponed" in series
    assert "name: Le bal" in series
    assert "REPORTÉ" not in series
    assert "date: 2026-11-10\n" in texts["amis/du-neuf.md"]
    assert "summary: Une phrase qui dit tout.\n" in texts["amis/du-neuf.md"]
    assert texts["amis/du-neuf.md"].endswith("\n---\n\nUn **mot**.\n")
    assert f"canonical: {url}news/neuf/\n" in texts["amis/du-neuf.md"]
    assert (
        "uid: forum@ami.example\n  start: 2026-12-01 18:30\n  end: 2026-12-01 20:00\n"
        in (texts["amis/le-forum.md"])
    )
    assert texts["amis/le-forum.md"].endswith(f"\n---\n\nVenez [tous]({url}agenda/bis/).\n")
    evenings = texts["amis/trois-soirs.md"].partition("event:\n")[2]
    assert (
        evenings
        == """  uid: agenda/2026-11-14-soirs@ami.example
  online: https://visio.example/x
  organizer: Les amis
  registration:
  - url: https://ami.example/i
  - email: a@ami.example
  accessibility:
  - hearing
  - mobility
  conditions: Sur inscription ; 5 €
  location:
    name: Cité
    city: Nantes
  type: atelier
  times:
  - start: 2026-12-10 09:00
    end: 2026-12-10 12:00
  - start: 2026-12-10 14:00
    end: 2026-12-10 15:00
  - start: 2026-12-11 18:00
    end: 2026-12-11 19:00
---

Venez.
"""
    )
    more = texts["amis/plus-de-dates.md"]
    assert "rrule: FREQ=WEEKLY;COUNT=2\n    also:\n    - 2027-01-20 10:00\n" in more
    assert "title: Le salon\n" in texts["amis/le-salon.md"]
    assert "  status: cancelled\n" in texts["amis/le-salon.md"]
    assert again.outcomes["amis"].is_quiet
    assert site.build().diagnostics == []
