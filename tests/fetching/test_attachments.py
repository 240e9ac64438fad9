"""Files to read come in if that is asked for; the others are links to the source."""

import datetime as dt
import json
from http.server import BaseHTTPRequestHandler

import pytest

from sitegen.fetching.outcome import Report
from tests.fetching.partners import (
    NOW,
    Partners,
    bring,
    calendar,
    event,
    fetched,
    item,
    rss,
    settings,
    source,
    told,
)
from tests.imaging.pictures import photograph
from tests.support import SiteFolder

PDF = b"%PDF-1.7\n" + b"x" * 200
VERSION = "https://jsonfeed.org/version/1.1"


def asks(partners: Partners, *lines: str) -> str:
    return settings(
        fil=source(partners.url("/fil"), "news", *(lines or ("files: true", "consent: oui")))
    )


def feed(partners: Partners, *names: str, updated: str = "2026-11-16T09:00:00Z") -> str:
    """Return a text that leads to the first of *names*, and has all of them beside it."""
    files = [{"url": partners.url(f"/{name}"), "title": name.partition(".")[0]} for name in names]
    text = f'<p>Lire le <a href="{files[0]["url"]}">rapport</a>.</p>' if files else "<p>Rien.</p>"
    entry = {
        "id": "1", "title": "Du neuf", "url": partners.url("/1"), "content_html": text,
        "date_published": "2026-11-16T09:00:00Z", "date_modified": updated, "attachments": files,
    }  # fmt: skip
    return json.dumps({"version": VERSION, "title": "Fil", "items": [entry]})


def beside(site: SiteFolder) -> list[str]:
    folder = site.root / "content/_fetched/fil"
    return sorted(path.name for path in folder.iterdir() if path.suffix not in (".md", ".json"))


def test_files_stand_beside_their_text_which_leads_to_them(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", asks(partners))
    partners.says("/fil", feed(partners, "rapport-2025.pdf", "plan.docx", "a.exe"))
    partners.says("/rapport-2025.pdf", PDF)
    partners.says("/plan.docx", b"PK\x03\x04" + b"x" * 99)

    report = bring(site, partners)

    body = fetched(site)["fil/du-neuf.md"].rpartition("---\n")[2]
    assert "Lire le [rapport](du-neuf--rapport-2025.pdf)." in body
    assert "- [plan](du-neuf--plan.docx)\n" in body
    assert f"- [a]({partners.url('/a.exe')})\n" in body, "no kind of file that comes in"
    assert beside(site) == ["du-neuf--plan.docx", "du-neuf--rapport-2025.pdf"]
    assert report.diagnostics == []
    assert bring(site, partners).outcomes["fil"].is_quiet
    assert site.build().diagnostics == []
    assert (site.output / "_fetched/fil/du-neuf--plan.docx").exists()


def test_without_being_asked_for_files_are_links(site: SiteFolder, partners: Partners) -> None:
    site.write("site.yaml", asks(partners, "consent: oui"))
    partners.says("/fil", feed(partners, "rapport.pdf"))

    bring(site, partners)

    assert f"[rapport]({partners.url('/rapport.pdf')})" in fetched(site)["fil/du-neuf.md"]
    assert beside(site) == []
    assert not any(request.path == "/rapport.pdf" for request in partners.asked)


def test_a_file_that_cannot_be_had_is_a_link_to_the_source(
    site: SiteFolder, partners: Partners
) -> None:
    """Gone, an error page, a program, too large; it is asked for again."""
    site.write("site.yaml", asks(partners))
    names = ("rien.pdf", "page.pdf", "programme.odt", "prive.pdf", "gros.pdf")
    partners.says("/fil", feed(partners, *names))
    partners.says("/page.pdf", "<!DOCTYPE html><title>Erreur</title>")
    partners.says("/programme.odt", b"MZ" + b"x" * 99)
    partners.says("/prive.pdf", "", 302, Location="http://169.254.169.254/latest/meta-data/")
    partners.says("/gros.pdf", PDF + b"x" * (10 << 20))

    report = bring(site, partners)

    text = fetched(site)["fil/du-neuf.md"]
    assert told(report) == [*["source-file"] * 4, "source-too-large"]
    assert all(f"]({partners.url(f'/{name}')})" in text for name in names)
    assert beside(site) == []
    partners.says("/rien.pdf", PDF)
    partners.says("/fil", feed(partners, *names) + " ")
    assert told(bring(site, partners)) == ["source-file"] * 3, "the large one is told once"
    assert beside(site) == ["du-neuf--rien.pdf"]
    assert "[rapport](du-neuf--rien.pdf)" in fetched(site)["fil/du-neuf.md"]


def test_files_follow_their_text(site: SiteFolder, partners: Partners) -> None:
    """Fetched again when it is changed, taken away with it, and kept from readers with it."""
    site.write("site.yaml", asks(partners))
    partners.says("/fil", feed(partners, "rapport.pdf", "comptes.pdf"))
    partners.says("/rapport.pdf", PDF)
    partners.says("/comptes.pdf", PDF)
    bring(site, partners)
    partners.says("/rapport.pdf", PDF + b"corrig\xe9")
    partners.says("/fil", feed(partners, "rapport.pdf", updated="2026-11-20T09:00:00Z"))

    bring(site, partners)

    folder = site.root / "content/_fetched/fil"
    assert beside(site) == ["du-neuf--rapport.pdf"]
    assert (folder / "du-neuf--rapport.pdf").read_bytes().endswith(b"corrig\xe9")
    site.build()
    assert (site.output / "_fetched/fil/du-neuf--rapport.pdf").exists()
    other = (
        feed(partners).replace('"id": "1"', '"id": "2"').replace("/1", "/2").replace("Du neuf", "B")
    )
    partners.says("/fil", other.replace("2026-11-16", "2026-11-01"))
    report = bring(site, partners, now=NOW + dt.timedelta(days=1))
    assert report.outcomes["fil"].withdrawn == 1
    site.build(now="2026-11-24")
    assert not site.has("news/du-neuf/index.html")
    assert not site.has("_fetched/fil/du-neuf--rapport.pdf"), "no more than its text"


def test_what_could_not_be_had_is_asked_for_alone_and_what_was_stays(
    site: SiteFolder, partners: Partners
) -> None:
    """A server that is down for an hour takes no file and no picture of before from readers."""
    wanted = ("files: true", "consent: oui", "pictures: true")
    site.write("site.yaml", asks(partners, *wanted))
    image = f'"image": "{partners.url("/salle.jpg")}", "id": "1"'

    def says(updated: str) -> None:
        told = feed(partners, "rapport.pdf", "mort.pdf", updated=updated)
        partners.says("/fil", told.replace('"id": "1"', image))

    def news(updated: str) -> tuple[list[str], Report]:
        says(updated)
        partners.asked.clear()
        report = bring(site, partners)
        return sorted(request.path for request in partners.asked), report

    partners.says("/rapport.pdf", PDF)
    partners.says("/salle.jpg", photograph())
    news("2026-11-16T09:00:00Z")
    before = {path: path.read_bytes() for path in (site.root / "content/_fetched/fil").glob("du-*")}
    for name in ("rapport.pdf", "salle.jpg"):
        partners.says(f"/{name}", "", 503)
    again, _report = news("2026-11-16T09:00:00Z ")
    later, told_later = news("2026-11-20T09:00:00Z")

    assert again == ["/fil", "/mort.pdf"], "no other of that text"
    assert later == ["/fil", "/mort.pdf", "/rapport.pdf"]
    assert len(told_later.diagnostics) == 2
    assert len(before) == 3
    assert {path: path.read_bytes() for path in before} == before
    partners.says("/rapport.pdf", PDF)
    assert news("2026-11-20T09:00:00Z ")[1].outcomes["fil"].is_quiet, "another date, no other file"
    assert {path: path.read_bytes() for path in before} == before
    partners.says("/rapport.pdf", PDF + b"corrig\xe9")
    assert news("2026-11-21T09:00:00Z")[1].outcomes["fil"].changed == 1
    assert "\nupdated: 2026-11-22 13:00\n" in fetched(site)["fil/du-neuf.md"]


def test_what_comes_in_at_once_is_bounded_and_the_next_fetch_goes_on(
    site: SiteFolder, partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what is refused in the end counts, and what says beforehand that it is too large is not
    begun; a feed that has not changed since does not keep the rest away. What is too large takes
    nobody's turn again until its text is dated anew."""
    monkeypatch.setattr("sitegen.fetching.downloads.MOST_OF_ALL", 22 << 20)
    site.write("site.yaml", asks(partners))
    names = ("annonce.pdf", "sans-fin.pdf", "sans-bord.pdf", "un.pdf", "deux.pdf")
    began = []

    def flowing(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        began.append(handler.path)
        handler.wfile.write(PDF + b"x" * (13 << 20))

    partners.says("/fil", feed(partners, *names), ETag='"1"')
    partners.says("/annonce.pdf", PDF + b"x" * (10 << 20))
    for name in ("fin", "bord"):
        partners.speaks(f"/sans-{name}.pdf", flowing)
    for name in ("un", "deux"):
        partners.says(f"/{name}.pdf", PDF + b"x" * (3 << 20))

    def told_of(report: Report) -> list[str]:
        return [f"{each.code} {each.values['url'][-7:]}" for each in report.diagnostics]

    assert told_of(bring(site, partners)) == [
        "source-too-large nce.pdf", "source-too-large fin.pdf", "source-too-large ord.pdf",
        "source-file /un.pdf", "source-file eux.pdf",
    ]  # fmt: skip
    assert beside(site) == []
    before = fetched(site)
    assert told_of(bring(site, partners)) == []
    assert beside(site) == ["du-neuf--deux.pdf", "du-neuf--un.pdf"]
    assert began == ["/sans-fin.pdf", "/sans-bord.pdf"]
    there = partners.url("/sans-fin.pdf")
    assert all(f"]({there})" in text for text in (*before.values(), *fetched(site).values()))
    partners.asked.clear()
    assert told_of(bring(site, partners)) == []
    assert [request.path for request in partners.asked] == ["/fil"], "it is asked for what is new"
    partners.says("/fil", feed(partners, *names, updated="2026-11-20T09:00:00Z"))
    partners.says("/sans-fin.pdf", PDF)
    bring(site, partners)
    assert "du-neuf--sans-fin.pdf" in beside(site), "its text is dated anew"


def test_feeds_and_calendars_that_give_files_no_name_have_them_too(
    site: SiteFolder, partners: Partners
) -> None:
    """As WordPress links them, RSS encloses them and calendars attach them."""
    into = ("files: true", "consent: oui")
    site.write("site.yaml", settings(
        fil=source(partners.url("/fil"), "news", *into),
        dates=source(partners.url("/d"), "agenda", *into),
    ))  # fmt: skip
    linked, enclosed, attached = (partners.url(f"/{name}.pdf") for name in ("lie", "joint", "odj"))
    for name in ("lie", "joint", "odj"):
        partners.says(f"/{name}.pdf", PDF)
    enclosure = f"<enclosure url='{enclosed}' type='application/pdf' length='9'/>"
    text = f"<p>Un <a href='{linked}'>PDF</a>.</p>"
    partners.says("/fil", rss(item("1", "Du neuf", text=text, more=enclosure)))
    attach = f"ATTACH;FMTTYPE=application/pdf;FILENAME=Ordre du jour.pdf:{attached}"
    partners.says("/d", calendar(event("ag@p.example", "AG", "20261201", attach)))

    report = bring(site, partners)

    texts = fetched(site)
    assert report.diagnostics == []
    assert "Un [PDF](du-neuf--lie.pdf)." in texts["fil/du-neuf.md"]
    assert "- [joint.pdf](du-neuf--joint.pdf)" in texts["fil/du-neuf.md"]
    assert "- [Ordre du jour.pdf](ag--ordre-du-jour.pdf)" in texts["dates/ag.md"]
