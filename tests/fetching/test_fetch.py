"""What partners announce becomes documents: once, cleaned, with provenance, and edits stay."""

import datetime as dt
import json

import pytest

from sitegen.errors import UsageError
from tests.fetching.partners import (
    NOW,
    Partners,
    bring,
    calendar,
    event,
    fetched,
    item,
    reasons,
    rss,
    settings,
    source,
    told,
)
from tests.support import SiteFolder

FORUM = event("forum@p.example", "Forum", "20261201T183000", "LOCATION:Nantes")
CONGRESS = event("congres@p.example", "Congrès", "20261203")
OTHERS = tuple(event(f"{n}@p.example", f"Atelier {n}", f"202612{n:02}") for n in range(10, 14))


def sequence(site: SiteFolder, name: str) -> int:
    """Return how often subscribers are told that an event has changed."""
    site.build(now="2026-11-23")
    text = (site.output / f"agenda/{name}/event.ics").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("SEQUENCE:")]
    return int(lines[0].partition(":")[2])


def one_calendar(site: SiteFolder, partners: Partners, *lines: str) -> None:
    site.write("site.yaml", settings(amf=source(partners.url("/a.ics"), "agenda", *lines)))


def test_an_event_becomes_a_document_with_its_provenance(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners, "name: Les maires")
    partners.says("/a.ics", calendar(FORUM + "URL:https://amf.example/forum?utm_source=x\n"))

    report = bring(site, partners)

    text = fetched(site)["amf/forum.md"]
    assert report.outcomes["amf"].new == 1
    assert "section: agenda\n" in text
    assert (
        "  name: Les maires\n  url: https://amf.example/forum\n  fetched: 2026-11-22 13:00" in text
    )
    assert "  uid: forum@p.example\n  start: 2026-12-01 18:30\n" in text
    assert "canonical" not in text


def test_the_page_says_who_announces_it_and_a_copy_names_its_original(
    site: SiteFolder, partners: Partners
) -> None:
    site.write(
        "site.yaml",
        settings(
            amf=source(partners.url("/a.ics"), "agenda", "name: Les maires"),
            ville=source(partners.url("/b.ics"), "agenda", "name: La ville"),
            presse=source(partners.url("/f.xml"), "news", "name: La presse", "licence: CC BY 4.0"),
            breves=source(partners.url("/g.xml"), "news", "name: Les brèves"),
        ),
    )
    partners.says("/a.ics", calendar(FORUM + "URL:https://amf.example/forum\n"))
    partners.says("/b.ics", calendar(FORUM + "URL:https://ville.example/forum\n"))
    partners.says("/f.xml", rss(item("neuf", "Du neuf")))
    partners.says("/g.xml", rss(item("bref", "En bref")))
    bring(site, partners)

    report = site.build()

    assert report.diagnostics == []
    page = (site.output / "agenda/forum/index.html").read_text(encoding="utf-8")
    copy = (site.output / "news/du-neuf/index.html").read_text(encoding="utf-8")
    brief = (site.output / "news/en-bref/index.html").read_text(encoding="utf-8")
    sitemap = (site.output / "sitemap.xml").read_text(encoding="utf-8")
    who = (
        'Annoncé par\u00a0: <a href="https://amf.example/forum">Les maires</a>, '
        '<a href="https://ville.example/forum">La ville</a>'
    )
    assert who in page
    assert '<link rel="canonical" href="https://hub.example.org/agenda/forum/">' in page
    assert '<link rel="canonical" href="https://partenaire.example/neuf">' in copy
    assert "(CC BY 4.0)" in copy
    assert "Le texte de Du neuf, en entier." in copy
    assert '"author":[{"@type":"Organization","name":"La presse"}]' in copy
    feed = (site.output / "feed.xml").read_text(encoding="utf-8")
    assert "<name>Les maires</name>" in feed
    assert "<uri>https://amf.example/forum</uri>" in feed
    assert "https://hub.example.org/news/en-bref/" in brief
    assert ("/news/du-neuf/" in sitemap, "/news/en-bref/" in sitemap) == (False, True)


def test_two_runs_with_nothing_new_write_nothing(site: SiteFolder, partners: Partners) -> None:
    site.write(
        "site.yaml",
        settings(amf=source(partners.url("/a.ics")), presse=source(partners.url("/f.xml"), "news")),
    )
    partners.says("/a.ics", calendar(FORUM, CONGRESS), ETag='"1"')
    partners.says("/f.xml", rss(item("1", "Un")))
    bring(site, partners)
    before = {path: path.stat().st_mtime_ns for path in site.root.rglob("*") if path.is_file()}

    report = bring(site, partners, now=NOW + dt.timedelta(days=1))

    after = {path: path.stat().st_mtime_ns for path in site.root.rglob("*") if path.is_file()}
    assert after == before
    assert all(outcome.is_quiet for outcome in report.outcomes.values())
    asked = [request.headers.get("If-None-Match") for request in partners.asked[-2:]]
    assert sorted(map(str, asked)) == ['"1"', "None"]


def test_without_the_memory_of_this_machine_nothing_is_written_anew(
    site: SiteFolder, partners: Partners
) -> None:
    """As in CI, where only what is committed is there."""
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS))
    bring(site, partners)
    before = fetched(site)
    for path in (site.root / ".sitegen/fetched").iterdir():
        path.unlink()

    report = bring(site, partners, now=NOW + dt.timedelta(days=1))

    assert report.outcomes["amf"].is_quiet
    assert fetched(site) == before


def test_what_changes_there_changes_here_and_what_is_cancelled_is_cancelled(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS))
    bring(site, partners)
    sequences = [sequence(site, "forum")]
    partners.says(
        "/a.ics",
        calendar(FORUM.replace("1201T183000", "1202T190000"), CONGRESS + "STATUS:CANCELLED\n"),
    )

    report = bring(site, partners, now=NOW + dt.timedelta(hours=1))
    sequences.append(sequence(site, "forum"))

    assert sequences[0] < sequences[1]
    assert (report.outcomes["amf"].new, report.outcomes["amf"].changed) == (0, 2)
    assert "start: 2026-12-02 19:00" in fetched(site)["amf/forum.md"]
    assert "status: cancelled" in fetched(site)["amf/congres.md"]


def test_what_is_edited_or_deleted_here_stays_so(site: SiteFolder, partners: Partners) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS, *OTHERS))
    bring(site, partners)
    site.replace("content/_fetched/amf/forum.md", "title: Forum", "title: Notre forum")
    site.remove("content/_fetched/amf/congres.md")
    partners.says(
        "/a.ics",
        calendar(FORUM.replace("Forum", "Grand forum"), CONGRESS.replace("1203", "1204"), *OTHERS),
    )

    report = bring(site, partners)
    again = bring(site, partners)

    assert "title: Notre forum" in fetched(site)["amf/forum.md"]
    assert "amf/congres.md" not in fetched(site)
    assert told(report) == ["source-edited"]
    assert report.diagnostics[0].path == "content/_fetched/amf/forum.md"
    assert told(again) == []


def test_an_edit_outlives_a_source_that_changes_and_changes_back(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS))
    bring(site, partners)
    site.replace("content/_fetched/amf/forum.md", "title: Forum", "title: Notre forum")
    for title in ("Grand forum", "Forum", "Forum de plus"):
        partners.says("/a.ics", calendar(FORUM.replace("Forum", title), CONGRESS))

        bring(site, partners)

        assert "title: Notre forum" in fetched(site)["amf/forum.md"]


def test_a_fetch_that_was_killed_while_it_changed_things_is_made_again(
    site: SiteFolder, partners: Partners
) -> None:
    """The document is new, its ledger is that of before."""
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS))
    bring(site, partners)
    ledger = site.root / "content/_fetched/amf/_fetched.json"
    before = ledger.read_bytes()
    partners.says("/a.ics", calendar(FORUM.replace("Forum", "Grand forum"), CONGRESS))
    bring(site, partners)
    ledger.write_bytes(before)

    report = bring(site, partners)

    assert told(report) == []
    assert "title: Grand forum" in fetched(site)["amf/forum.md"]
    partners.says("/a.ics", calendar(FORUM.replace("Forum", "Très grand forum"), CONGRESS))
    bring(site, partners)
    assert "title: Très grand forum" in fetched(site)["amf/forum.md"]


def test_an_edited_event_is_cancelled_all_the_same(site: SiteFolder, partners: Partners) -> None:
    """Or put off, also in a file with the ends of lines and the mark of Windows. What only Git gave
    such ends is not edited.
    """
    one_calendar(site, partners)
    salon = event("salon@p.example", "Salon", "20261204")
    partners.says("/a.ics", calendar(FORUM, CONGRESS, salon))
    bring(site, partners)
    for name, mark in (("congres", "\ufeff"), ("salon", "")):
        path = site.root / f"content/_fetched/amf/{name}.md"
        text = path.read_text(encoding="utf-8").replace("Congrès", "Le congrès")
        path.write_bytes(f"{mark}{text}".replace("\n", "\r\n").encode())
    congress = CONGRESS.replace("SUMMARY:", "SUMMARY:REPORTÉ – ")
    salon = salon.replace("Salon", "Grand salon")
    site.replace("content/_fetched/amf/forum.md", "title: Forum", "title: Notre forum")
    partners.says("/a.ics", calendar(FORUM + "STATUS:CANCELLED\n", congress, salon))
    before = sequence(site, "forum")

    bring(site, partners, now=NOW + dt.timedelta(hours=1))

    assert before < sequence(site, "forum")
    text = fetched(site)["amf/forum.md"]
    assert "title: Notre forum" in text
    assert "event:\n  status: cancelled\n  uid: forum@p.example" in text
    assert "event:\n  status: postponed\n  uid: congres@" in fetched(site)["amf/congres.md"]
    assert "title: Le congrès\n" in fetched(site)["amf/congres.md"]
    assert "title: Grand salon\n" in fetched(site)["amf/salon.md"]
    assert site.build().diagnostics == []


def test_what_is_withdrawn_there_is_kept_from_readers_and_can_come_back(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS, *OTHERS))
    bring(site, partners)
    site.replace("content/_fetched/amf/congres.md", "title: Congrès", "title: Le congrès")
    partners.says("/a.ics", calendar(*OTHERS))

    report = bring(site, partners)

    assert report.outcomes["amf"].withdrawn == 2
    texts = fetched(site)
    assert all(
        "expires: 2026-11-22 13:00" in texts[f"amf/{name}.md"] for name in ("forum", "congres")
    )
    assert "title: Le congrès" in texts["amf/congres.md"]
    assert not any("forum" in path for path in site.build(now="2026-11-22T14:00").written)

    partners.says("/a.ics", calendar(FORUM, CONGRESS, *OTHERS))
    bring(site, partners)

    back = fetched(site)
    assert not any("expires" in text for text in back.values())
    assert "title: Le congrès" in back["amf/congres.md"]


def test_what_falls_off_the_end_of_a_feed_or_is_past_stays(
    site: SiteFolder, partners: Partners
) -> None:
    site.write(
        "site.yaml",
        settings(amf=source(partners.url("/a.ics")), presse=source(partners.url("/f.xml"), "news")),
    )
    days = [f"{day:02} Nov 2026 09:00:00 +0100" for day in range(1, 13)]
    items = [item(str(number), f"Texte {number}", day) for number, day in enumerate(days)]
    past = event("past@p.example", "Assemblée", "20261124")
    partners.says("/f.xml", rss(*items[:8]))
    partners.says("/a.ics", calendar(past, *OTHERS))
    bring(site, partners)
    partners.says("/f.xml", rss(*items[2:10]))
    partners.says("/a.ics", calendar(*OTHERS))

    report = bring(site, partners, now=NOW + dt.timedelta(days=5))

    assert told(report) == []
    assert not any("expires" in text for text in fetched(site).values())
    assert len(fetched(site)) == 15


def test_half_of_all_lost_waits_for_a_yes(site: SiteFolder, partners: Partners) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS, *OTHERS))
    bring(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS, OTHERS[0]))

    report = bring(site, partners)
    still = fetched(site)
    accepted = bring(site, partners, accept=("amf",))

    assert told(report) == ["source-held"]
    assert reasons(report) == {"amf": "it has lost 3 of 6 announcements"}
    assert report.diagnostics[0].line == 4
    assert not any("expires" in text for text in still.values())
    assert accepted.outcomes["amf"].withdrawn == 3


def test_identities_that_all_move_wait_and_keep_their_documents(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS, *OTHERS))
    bring(site, partners)
    before = set(fetched(site))
    partners.says(
        "/a.ics",
        calendar(
            *(event.replace("@p.example", "@neu.example") for event in (FORUM, CONGRESS, *OTHERS))
        ),
    )

    report = bring(site, partners)
    accepted = bring(site, partners, accept=("amf",))

    assert reasons(report) == {"amf": "all that it announced has another identity now"}
    assert set(fetched(site)) == before
    assert (accepted.outcomes["amf"].new, accepted.outcomes["amf"].withdrawn) == (0, 0)


def test_one_identity_that_moves_keeps_its_document(site: SiteFolder, partners: Partners) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS, *OTHERS))
    bring(site, partners)
    before = set(fetched(site))
    partners.says("/a.ics", calendar(FORUM.replace("forum@", "salon@"), CONGRESS, *OTHERS))

    report = bring(site, partners)

    assert set(fetched(site)) == before
    assert report.outcomes["amf"].changed == 1


def test_a_source_that_is_silent_changes_nothing_and_is_told_with_since_when(
    site: SiteFolder, partners: Partners
) -> None:
    site.write(
        "site.yaml",
        settings(amf=source(partners.url("/a.ics")), ville=source(partners.url("/b.ics"))),
    )
    partners.says("/a.ics", calendar(FORUM))
    partners.says("/b.ics", calendar(CONGRESS))
    bring(site, partners)
    before = fetched(site)
    partners.says("/a.ics", "<!DOCTYPE html><title>Erreur</title>", 500)
    partners.says("/b.ics", calendar(CONGRESS, OTHERS[0]))

    bring(site, partners)
    report = bring(site, partners, now=NOW + dt.timedelta(days=3))

    assert told(report) == ["source-silent"]
    assert reasons(report) == {"amf": "HTTP 500"}
    assert report.diagnostics[0].values["since"] == "2026-11-22 12:00"
    assert fetched(site) == before | {"ville/atelier-10.md": fetched(site)["ville/atelier-10.md"]}
    partners.says("/a.ics", calendar(FORUM))
    assert told(bring(site, partners)) == []
    partners.says("/a.ics", "", 503)
    later = bring(site, partners, now=NOW + dt.timedelta(days=9))
    assert later.diagnostics[0].values["since"] == "2026-12-01 12:00"


def test_a_dry_run_asks_and_writes_nothing(site: SiteFolder, partners: Partners) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM))

    report = bring(site, partners, dry=True)

    assert report.outcomes["amf"].new == 1
    assert not (site.root / "content/_fetched").exists()
    assert not (site.root / ".sitegen/fetched").exists()


def test_a_damaged_ledger_stops_before_anything_is_asked(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners)
    site.write("content/_fetched/amf/_fetched.json", "<<<<<<< HEAD")

    with pytest.raises(UsageError) as raised:
        bring(site, partners)

    assert raised.value.diagnostics[0].code == "source-ledger"
    assert raised.value.diagnostics[0].path == "content/_fetched/amf/_fetched.json"
    assert partners.asked == []


def test_a_name_that_is_no_source_is_told(site: SiteFolder, partners: Partners) -> None:
    one_calendar(site, partners)

    with pytest.raises(UsageError) as raised:
        bring(site, partners, "amg")

    assert raised.value.diagnostics[0].code == "source-unknown"
    assert raised.value.diagnostics[0].values == {"name": "amg", "known": "amf"}


def test_documents_do_not_stand_where_the_sites_own_stand(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("content/agenda/2026-11-01-forum.md", "---\ntitle: Notre forum\n---\nUn texte.\n")
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM))

    bring(site, partners)

    assert list(fetched(site)) == ["amf/forum-2026-12-01.md"]
    assert site.build().diagnostics == []


def test_rules_choose_and_say_where_things_stand(site: SiteFolder, partners: Partners) -> None:
    one_calendar(
        site,
        partners,
        "only: {tags: [numerique], places: [nantes], without: [COMPLET], after: 2026-12-01}",
        "limit: 2",
        "keep: 30",
    )
    site.replace(
        "site.yaml",
        "into: agenda",
        "into: {section: dates, kind: Partenaire, tags: [amf], folder: dates/amf}",
    )
    tags, place = "CATEGORIES:Numérique", "LOCATION:Cité\\, 44000 Nantes"
    partners.says(
        "/a.ics",
        calendar(
            event("1", "Un", "20261202", tags, place),
            event("2", "Deux", "20261203", tags, place),
            event("3", "Trois", "20261204", tags, place),
            event("4", "Quatre", "20261205", tags, "LOCATION:Lyon"),
            event("5", "Cinq", "20261206", place),
            event("6", "Six (complet)", "20261207", tags, place),
            event("7", "Sept", "20261130", tags, place),
        ),
    )

    bring(site, partners)

    texts = fetched(site, "content/dates")
    assert list(texts) == ["amf/deux.md", "amf/un.md"]
    assert (
        "section: dates\nkind: Partenaire\ntags:\n- amf\nexpires: 2027-01-02\n"
        in texts["amf/un.md"]
    )


def test_the_ledger_has_a_line_for_each_thing(site: SiteFolder, partners: Partners) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS))

    bring(site, partners)

    text = (site.root / "content/_fetched/amf/_fetched.json").read_text(encoding="utf-8")
    assert json.loads(text)["known"]["forum@p.example"]["path"] == "_fetched/amf/forum.md"
    assert len([line for line in text.splitlines() if "forum.md" in line]) == 2


def test_a_fetch_that_was_killed_before_its_ledger_is_made_again_without_a_trace(
    site: SiteFolder, partners: Partners
) -> None:
    one_calendar(site, partners)
    partners.says("/a.ics", calendar(FORUM, CONGRESS))
    bring(site, partners)
    before = set(fetched(site))
    (site.root / "content/_fetched/amf/_fetched.json").unlink()

    bring(site, partners)

    assert set(fetched(site)) == before


def test_editors_are_told_nothing_of_the_words_of_partners(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(presse=source(partners.url("/f.xml"), "news", "consent: oui")))
    text = "<h4>Saut</h4><p>Cliquez <a href='/x'>ici</a> le lundi 17 novembre 2026. TODO</p>"
    partners.says("/f.xml", rss(item("1", "Un texte", text=text), item("2", "Un texte", text=text)))
    bring(site, partners)
    site.build()

    of_partners = [diagnostic.code for diagnostic in site.check() if "_fetched" in diagnostic.path]
    for path, written in fetched(site).items():
        own = written.replace("  fetched: 2026-11-22 13:00\n", "")
        site.write(f"content/_fetched/{path}", own)
    of_authors = {diagnostic.code for diagnostic in site.check() if "_fetched" in diagnostic.path}

    assert of_partners == []
    assert {"title-twice", "weekday-wrong"} & of_authors


def test_news_does_not_look_through_all_that_was_fetched_before(
    site: SiteFolder, partners: Partners
) -> None:
    """And what a build has parsed of it is still known to the next one."""
    partners.says("/a.ics", calendar(FORUM, CONGRESS))
    one_calendar(site, partners)
    bring(site, partners)
    assert site.build().parsed == ("_fetched/amf/congres.md", "_fetched/amf/forum.md")
    site.write(
        "content/agenda/b.md", "---\ntitle: Le grand bal\nevent: {start: 2026-12-24}\n---\nTexte.\n"
    )
    partners.says(
        "/a.ics", calendar(FORUM, CONGRESS, OTHERS[0], event("b@p", "Le grand bal", "20261224"))
    )

    bring(site, partners)

    assert len(fetched(site)) == 3, "what the site announces itself is not fetched"
    assert site.build().parsed == ("_fetched/amf/atelier-10.md",)
