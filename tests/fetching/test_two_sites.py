"""Two sites made by sitegen: one is the other's source by its address alone."""

from pathlib import Path

import yaml

from tests.fetching.partners import Partners, bring, fetched, settings, source
from tests.support import SiteFolder

ALL = """event:
  previous_start: 2026-12-09 09:00
  type: atelier
  status: rescheduled
  location: {name: Cité, address: 1 rue X, postcode: "44000", city: Nantes, country: France,
             geo: [47.2, -1.5], url: "https://cite.example/"}
  other_locations: [{name: Hôtel de ville, city: Rennes}, {name: Le Corum}]
  online: https://visio.example/x
  organizer: Les amis
  registration: [{url: "https://ami.example/i"}, {email: a@ami.example}, {phone: 01 99 00 10 02}]
  registration_deadline: 2026-12-01
  accessibility: [sign-language, step-free]
  accessibility_note: À demander avant jeudi.
  audience: [Élus, Agents]
  conditions: Sur inscription
  price: [{amount: 0, name: Adhérents}, {amount: 120.5, currency: CHF}]
  capacity: 1200
  times:
  - {start: 2026-12-10 09:00, end: 2026-12-10 12:00, name: Matin}
  - {start: 2026-12-10 14:00, status: cancelled}
  - {start: 2026-12-11 18:00, end: 2026-12-12 01:00, previous_start: 2026-12-12 18:00, name: Soirée,
     location: {name: Salle des fêtes}, online: "https://visio.example/y"}
  programme:
  - {start: 2026-12-10 09:00, end: 2026-12-10 09:30, name: Ouverture,
     speakers: ["Claire Martin, présidente"]}
  - {start: 2026-12-11 18:00, name: Veillée, place: Salle 2, summary: À plusieurs mains.}
"""
"""Each key that a reader sees of an event."""


BESIDE = """signatories:
- Les Amis
- Une autre association
contact:
  name: Claire Martin
  role: présidente
  phone: 01 99 00 10 02
  email: claire@ami.example
"""
"""What stands beside a text."""


def test_what_a_site_publishes_another_one_shows(
    site: SiteFolder, partners: Partners, tmp_path: Path
) -> None:
    """Its news whole, its events with their identity, its cancellation; nothing twice."""
    other = SiteFolder(tmp_path / "autre")
    url = partners.url("/", "ami.example")
    other.write("site.yaml", f"title: Les amis\nurl: {url}\n")
    other.write(
        "content/news/2026-11-10-neuf.md",
        "---\ntitle: Du neuf\ntags: [eau]\nsummary: Une phrase qui dit tout.\n"
        f"attachments: [rapport.txt, comptes.txt]\n{BESIDE}---\nUn [rapport](rapport.txt).\n",
    )
    for name in ("rapport", "comptes"):
        other.write(f"content/news/{name}.txt", "Des chiffres.\n")
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
        "complet": "start: 2026-12-07 10:00, status: full, audience: Tous, capacity: 50, "
        "programme: [{start: 10:00, name: Ouverture}]",
        "incertain": "start: 2026-12-08 10:00, status: tentative",
        "serie": 'start: 2026-12-09 10:00, repeat: {rrule: "FREQ=WEEKLY;COUNT=3", changes: '
        "[{date: 2026-12-16, status: postponed}, {date: 2026-12-23, name: Le bal}]}",
    }.items():
        text = f"---\ntitle: Un {name}\nevent: {{{keys}}}\n---\nTexte.\n"
        other.write(f"content/agenda/2026-11-13-{name}.md", text)
    other.write(
        "content/agenda/2026-11-14-soirs.md", f"---\ntitle: Trois soirs\n{ALL}---\nVenez.\n"
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
        assert "  end:" not in texts[f"amis/un-{name}.md"], "an end that nobody said"
    assert "  audience:\n  - Tous\n  capacity: 50\n  programme:\n" in texts["amis/un-complet.md"]
    series = texts["amis/un-serie.md"].partition("changes:")[2]
    assert "status: postponed" in series
    assert "name: Le bal" in series
    assert "REPORTÉ" not in series
    assert "date: 2026-11-10\n" in texts["amis/du-neuf.md"]
    assert "summary: Une phrase qui dit tout.\n" in texts["amis/du-neuf.md"]
    assert BESIDE in texts["amis/du-neuf.md"]
    assert texts["amis/du-neuf.md"].endswith(
        f"\n---\n\nUn [rapport]({url}news/rapport.txt).\n\n- [comptes.txt]({url}news/comptes.txt)\n"
    ), "files are links to the source, each once"
    assert f"canonical: {url}news/neuf/\n" in texts["amis/du-neuf.md"]
    assert (
        "uid: forum@ami.example\n  start: 2026-12-01 18:30\n  end: 2026-12-01 20:00\n"
        in (texts["amis/le-forum.md"])
    )
    assert texts["amis/le-forum.md"].endswith(f"\n---\n\nVenez [tous]({url}agenda/bis/).\n")
    evenings = texts["amis/trois-soirs.md"]
    said = yaml.safe_load(evenings.split("---\n")[1])["event"]
    assert said.pop("uid") == "agenda/2026-11-14-soirs@ami.example"
    assert said == yaml.safe_load(ALL)["event"]
    assert evenings.endswith("---\n\nVenez.\n")
    more = texts["amis/plus-de-dates.md"]
    assert "rrule: FREQ=WEEKLY;COUNT=2\n    also:\n    - 2027-01-20 10:00\n" in more
    assert "title: Le salon\n" in texts["amis/le-salon.md"]
    assert "  status: cancelled\n" in texts["amis/le-salon.md"]
    assert again.outcomes["amis"].is_quiet
    assert site.build().diagnostics == []
