"""Sources that lie, stall, explode: a line for each, the others go on, a build takes what came."""

import json
import time
from http.server import BaseHTTPRequestHandler

import pytest

from sitegen.catalogue import is_error
from tests.fetching.partners import (
    STAMP,
    Partners,
    Speak,
    bring,
    calendar,
    event,
    fetched,
    item,
    packed,
    reasons,
    rss,
    settings,
    source,
)
from tests.support import SiteFolder

GOOD = event("forum@p.example", "Forum", "20261201T183000", "LOCATION:Nantes")
BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def endless(kind: bytes) -> Speak:
    """Answer without end, as long as somebody reads."""

    def speak(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(kind)
        while True:
            handler.wfile.write(b"<item><title>a</title></item>" * 1000)

    return speak


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    content = rss(item("1", "Un")).encode()
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content) + 500))
    handler.end_headers()
    handler.wfile.write(content)


def endless_chunks(handler: BaseHTTPRequestHandler) -> None:
    """Answer in pieces of which none says that it is the last."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"1000\r\n" + b"<item/>" * 585 + b" \r\n")


def hundreds_of_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    for number in range(300):
        handler.send_header(f"X-{number}", "a")
    handler.end_headers()


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 smtp.example ESMTP\r\n" * 3)


HOSTILE: dict[str, tuple[str | bytes, dict[str, str], str]] = {
    "vide": ("", {}, "it is empty"),
    "sans-rien": (rss(), {}, "it announces nothing"),
    "erreur": ("<!DOCTYPE html><title>Erreur</title>", {}, "it is a web page that names no feed"),
    "connexion": (
        "<html><head><title>Connexion</title></head><form><input name=mot></form></html>",
        {"Content_Type": "application/rss+xml"},
        "it is a web page that names no feed",
    ),
    "autre": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, {}, "it is no feed and no calendar"),
    "entites": (BOMB + rss(item("1", "&b;"))[38:], {}, "it declares entities"),
    "coupe": (rss(item("1", "Un"))[:-60], {}, "it ends before its end"),
    "agenda-coupe": (calendar(GOOD)[:-40], {}, "it ends before its end"),
    "bombe": (
        packed(rss() + " " * (3 << 20)),
        {"Content_Encoding": "gzip"},
        "it is larger than 1 MB",
    ),
    "gzip-coupe": (
        packed(rss(item("1", "Un")))[:-9],
        {"Content_Encoding": "gzip"},
        "it ends before",
    ),
    "gzip-faux": (b"rien", {"Content_Encoding": "gzip"}, "it cannot be unpacked"),
    "brotli": (b"rien", {"Content_Encoding": "br"}, "it is packed as br"),
    "gros": (rss(item("1", "a" * (2 << 20))), {}, "it is larger than 1 MB"),
    "json": ('{"version": "https://jsonfeed.org/version/1.1"', {}, "Expecting"),
    "json-profond": ("[" * 200_000, {}, "it is nested too deep"),
    "json-autre": ('{"a": 1}', {}, "it has no list of `events`"),
    "trop": (calendar(*["UID:a\n"] * 20_001), {}, "it has more than 20000 events"),
    "trop-de-textes": (rss("<item/>" * 5001), {}, "it has more than 5000 entries"),
}


def test_each_hostile_source_has_a_line_and_the_others_go_on(
    site: SiteFolder, partners: Partners
) -> None:
    pages = {key: source(partners.url(f"/{key}")) for key in HOSTILE}
    others = {
        "sans-fin": source(partners.url("/sans-fin")),
        "tronque": source(partners.url("/tronque")),
        "smtp": source(partners.url("/smtp")),
        "morceaux": source(partners.url("/morceaux")),
        "en-tetes": source(partners.url("/en-tetes")),
        "inchange": source(partners.url("/inchange")),
        "fichier": source(partners.url("/fichier")),
        "crochet": source(partners.url("/crochet")),
        "nulle-part": source(partners.url("/nulle-part")),
        "metadonnees": source(partners.url("/metadonnees")),
        "boucle": source(partners.url("/boucle")),
        "prive": source(partners.url("/a.ics", "prive.example")),
        "perdu": source("http://perdu.example:1/a.ics"),
        "faux": source(partners.url("/bon"), "agenda", "kind: rss"),
        "bon": source(partners.url("/bon")),
        "deux": source(partners.url("/deux"), "news"),
    }
    site.write("site.yaml", settings(**pages, **others))
    for key, (content, headers, _reason) in HOSTILE.items():
        partners.says(f"/{key}", content, 200, **headers)
    partners.speaks("/sans-fin", endless(b"<rss><channel>"))
    partners.speaks("/tronque", broken_off)
    partners.speaks("/morceaux", endless_chunks)
    partners.speaks("/en-tetes", hundreds_of_headers)
    partners.says("/inchange", "", 304)
    partners.says("/fichier", "", 302, Location="file:///etc/passwd")
    partners.says("/crochet", "", 302, Location="http://[::1/a.ics")
    partners.says("/nulle-part", "", 302, Location="")
    partners.speaks("/smtp", no_http)
    metadata = "http://169.254.169.254/latest/meta-data/"
    partners.says("/metadonnees", "", 302, Location=metadata)
    partners.says("/boucle", "", 302, Location="/boucle")
    private = "CLASS:PRIVATE\n" + event("secret@p.example", "Secret")
    partners.says("/bon", calendar(GOOD, private, "UID:x\nSUMMARY:Sans jour\n"))
    partners.says("/deux", rss(item("1", "Premier"), item("1", "Second"), item("2", "Autre")))

    report = bring(site, partners)

    wanted = {key: reason for key, (_content, _headers, reason) in HOSTILE.items()} | {
        "sans-fin": "it is larger than 1 MB",
        "tronque": "it ends before its end",
        "morceaux": "it is larger than 1 MB",
        "en-tetes": "it does not answer as a web server does",
        "inchange": "HTTP 304",
        "fichier": "its address is not that of a web server",
        "crochet": "its address is not that of a web server",
        "nulle-part": "it leads on without saying where",
        "smtp": "it does not answer as a web server does",
        "metadonnees": "its address is one of a private network",
        "boucle": "it leads on again and again",
        "prive": "its address is one of a private network",
        "perdu": "Connection refused",
        "faux": "it is iCalendar, not RSS",
    }
    told = reasons(report)
    assert {key: told.get(key, "")[: len(reason)] for key, reason in wanted.items()} == wanted
    assert set(told) == set(wanted)
    assert list(fetched(site)) == ["bon/forum.md", "deux/autre.md", "deux/second.md"]
    left_out = {
        (diagnostic.values["source"], diagnostic.values["reason"])
        for diagnostic in report.diagnostics
        if diagnostic.code == "source-left-out"
    }
    assert left_out == {
        ("bon", "it is not public"),
        ("bon", "it has no day that can be read"),
        ("deux", "another one has its identity"),
    }
    assert not any(request.path.startswith("/latest") for request in partners.asked)
    assert [diagnostic for diagnostic in site.build().diagnostics if is_error(diagnostic)] == []


def test_a_source_that_drips_is_left_after_a_while(
    site: SiteFolder, partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.network.conditional.PATIENCE", 0.3)

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"<")
            time.sleep(0.02)

    site.write("site.yaml", settings(goutte=source(partners.url("/goutte"))))
    partners.speaks("/goutte", drip)

    assert reasons(bring(site, partners)) == {"goutte": "it does not answer in time"}


MANY = [f"202701{day:02}T100000" for day in range(1, 29)]
CONFLICT = "<<<<<<< HEAD\\n---\\n::: quote"
ODD_EVENTS = (
    event("1", "Sans fin", "20261201T090000", "RRULE:FREQ=DAILY"),
    event("2", "Chaque seconde", "20261201T090000", "RRULE:FREQ=SECONDLY"),
    event("3", "Règle fausse", "20261201T090000", "RRULE:FREQ=YEARLY;BYMONTH=13"),
    event("4", "Jamais", "20261201T090000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    "UID:5\nSUMMARY:Zone inconnue\nDTSTART;TZID=Mars/Olympus:20261201T090000\n" + STAMP,
    event("6", "An un", "00010101T000000"),
    event("7", "An neuf mille", "99991231T235900"),
    event("8", "<b>Gras</b> <script>alert(1)</script>", "20261202"),
    event("9", "Finit avant", "20261203T100000", "DTEND;TZID=Europe/Paris:20261201T100000"),
    event("10", "Dure dix ans", "20261204", "DTEND;VALUE=DATE:20361204"),
    event("11", "Exclue", "20261205T100000", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:19990101T000000Z"),
    event("12", "Mille dates", "20261206T100000", "RDATE:" + ",".join(MANY)),
    event("13", "Lieu long", "20261207", "LOCATION:" + "x" * 5000, "GEO:999;999"),
    event("14", "Lien", "20261208", "URL:javascript:alert(1)", "LOCATION:javascript:alert(2)"),
    event("15", "mairie", "20261209", "LOCATION:mairie", "ORGANIZER;CN=asso:mailto:a@b.example"),
    event("16", "---\\n{{ x }} {% y %} ::: video", "20261210", f"DESCRIPTION:{CONFLICT}"),
    event("u" * 3000, "Longue identité", "20261211"),
    event("../../../etc/passwd", "../../../etc/passwd", "20261212"),
    event("18", "\u202eéttehcaC", "20261213"),
    event("19", "CON", "20261214"),
)  # fmt: skip


@pytest.mark.slow
def test_odd_events_come_in_as_far_as_a_build_takes_them(
    site: SiteFolder, partners: Partners
) -> None:
    site.write(
        "site.yaml", settings(odd=source(partners.url("/odd"), "agenda", "consent: oui", "keep: 9"))
    )
    partners.says("/odd", calendar(*ODD_EVENTS))

    report = bring(site, partners)
    built = site.build()

    texts = fetched(site)
    assert reasons(report) == {}
    assert {diagnostic.code for diagnostic in built.diagnostics} == {"exception-outside-rule"}
    assert built.planned > 20
    assert {path.rpartition("/")[0] for path in texts} == {"odd"}
    assert "FREQ=DAILY" in texts["odd/sans-fin.md"]
    assert "expires" not in texts["odd/sans-fin.md"]
    assert not any("SECONDLY" in text or "<script" in text for text in texts.values())
    assert not any("An un" in text or "neuf mille" in text for text in texts.values())
    assert "timezone" not in texts["odd/zone-inconnue.md"]
    assert "url: javascript" not in texts["odd/lien.md"]
    page = (site.output / "agenda/gras-alert-1/index.html").read_text(encoding="utf-8")
    assert "<h1>Gras alert(1)</h1>" in page


def test_texts_of_others_do_no_harm_on_a_page(site: SiteFolder, partners: Partners) -> None:
    site.write(
        "site.yaml",
        "markdown: {raw_html: allow}\n"
        + settings(mal=source(partners.url("/mal"), "news", "consent: oui")),
    )
    text = (
        "<h1>Grand</h1><p onclick='a()' style='color:red' class=x id=y>Un <b>mot</b></p>"
        "<script>alert(1)</script><iframe src='https://evil.example'></iframe>"
        "<form action='https://evil.example'><input name=q></form>"
        "<img src='https://evil.example/pixel.gif' width=1 height=1>"
        "<p>&lt;script&gt;alert(2)&lt;/script&gt; &lt;img src=x onerror=alert(3)&gt;</p>"
        "<p><a href='java\nscript:alert(4)'>a</a> <a href='data:text/html,x'>b</a>"
        " <a href='/page?utm_source=x&amp;id=1&amp;fbclid=z'>suite</a></p>"
        "<p>::: video https://www.youtube.com/watch?v=aqz-KE-bpKQ</p><p>{#pied .cache}</p>"
        "<p>![x](https://evil.example/p.gif) [y](../../../../site.yaml)</p>"
    )
    partners.says("/mal", rss(item("1", "Mal", text=text)))

    bring(site, partners)
    built = site.build()

    page = (site.output / "news/mal/index.html").read_text(encoding="utf-8")
    body = page[page.index("<article") : page.index("</article>")]
    assert [diagnostic for diagnostic in built.diagnostics if is_error(diagnostic)] == []
    assert 'src="https://evil.example' not in body
    for sign in ("<script>alert", "<img", "<iframe", "<form", "onclick", "style=", "javascript:"):
        assert sign not in body
    assert 'href="https://partenaire.example/page?id=1"' in body
    assert '<h2 id="grand">Grand</h2>' in body
    assert '<p class="cache"' not in body


@pytest.mark.slow
def test_ten_thousand_events_of_one_title_are_within_the_limit(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(foule=source(partners.url("/foule"), "agenda", "limit: 3")))
    feed = {"events": [
        {"uid": number, "title": {"fr": "Permanence"},
         "timings": [{"begin": "2026-12-01T10:00:00+0100", "end": "2026-12-01T11:00:00+0100"}]}
        for number in range(10_000)
    ]}  # fmt: skip
    partners.says("/foule", json.dumps(feed))

    report = bring(site, partners, most_bytes=4 << 20)

    assert (report.outcomes["foule"].said, report.outcomes["foule"].taken) == (10_000, 3)
    assert len(fetched(site)) == 3


def test_hosts_are_asked_one_at_a_time(site: SiteFolder, partners: Partners) -> None:
    sources = {f"s{number}": source(partners.url(f"/{number}")) for number in range(6)}
    site.write("site.yaml", settings(**sources))
    for number in range(6):
        partners.says(f"/{number}", calendar(event(f"{number}@p.example", f"Date {number}")))

    bring(site, partners)

    assert len(partners.asked) == 6
    assert partners.most_at_once == 1
    assert {request.headers["User-Agent"].partition(" (")[2] for request in partners.asked} == {
        "fetches news for https://hub.example.org/)"
    }


def test_a_credential_comes_from_the_environment_and_goes_nowhere_else(
    site: SiteFolder, partners: Partners
) -> None:
    """Over https alone, which settings check; what is sent is looked at beneath them."""
    from sitegen.network.conditional import ask
    from sitegen.network.request import Client
    from sitegen.network.turns import Turns

    partners.says("/secret", "", 302, Location=partners.url("/autre", "autre.example"))
    partners.says("/autre", "oui")
    client = Client(partners.resolve, "https://hub.example.org/")

    for credential in ("jeton", "moi:passe"):
        ask(partners.url("/secret"), client, 1000, Turns(0.0), credential=credential)

    sent = [(request.path, request.headers.get("Authorization")) for request in partners.asked]
    assert sent == [
        ("/secret", "Bearer jeton"), ("/autre", None),
        ("/secret", "Basic bW9pOnBhc3Nl"), ("/autre", None),
    ]  # fmt: skip
    site.write(
        "site.yaml", settings(amf=source("https://amf.example/", "agenda", "credential: JETON"))
    )
    assert reasons(bring(site, partners)) == {"amf": "the environment has no JETON"}


def test_half_letters_and_marks_that_never_end_cost_no_source_its_other_news(
    site: SiteFolder, partners: Partners
) -> None:
    """JSON can write halves of letters, also where it says how the next page is asked for."""
    site.write("site.yaml", settings(
        fil=source(partners.url("/fil"), "news", "consent: oui"),
        oa=source(partners.url("/oa"), "agenda"),
    ))  # fmt: skip
    items = [
        {"id": "1", "title": "Un \ud83d", "content_html": "<p>Le \udc00 texte.</p>"},
        {"id": "2", "title": "Deux", "content_html": f"<p>{'*a **b ' * 30_000}</p>"},
    ]
    version = "https://jsonfeed.org/version/1.1"
    partners.says("/fil", json.dumps({"version": version, "title": "F", "items": items}))
    timings = [{"begin": "2026-12-01T10:00:00+0100", "end": "2026-12-01T11:00:00+0100"}]
    events = [{"uid": 1, "title": {"fr": "Bal \ud83d"}, "timings": timings}]
    partners.says("/oa", json.dumps({"events": events, "after": ["\ud83d"]}))
    partners.says("/oa?after%5B%5D=", json.dumps({"events": []}))
    began = time.process_time()

    report = bring(site, partners)

    assert reasons(report) == {}
    assert list(fetched(site)) == ["fil/deux.md", "fil/un.md", "oa/bal.md"]
    assert time.process_time() - began < 5


def test_a_zone_that_cannot_be_costs_a_calendar_none_of_its_events(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(a=source(partners.url("/a"))))
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Europe/Paris\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+9999\nTZOFFSETTO:-9999\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    text = calendar(GOOD)
    partners.says("/a", text.replace("BEGIN:VEVENT", f"{zone}BEGIN:VEVENT", 1))

    assert bring(site, partners).diagnostics == []
    assert "start: 2026-12-01 18:30" in fetched(site)["a/forum.md"]


def test_an_address_or_hour_that_cannot_be_costs_a_source_none_of_its_other_news(
    site: SiteFolder, partners: Partners
) -> None:
    """`[` begins an IPv6 address, which `https://[x/` does not end; an hour after the last one."""
    nowhere = "https://[x/plan.pdf"
    page = f"<p>Un <a href='{nowhere}'>plan</a>.</p>"
    enclosure = f"<enclosure url='{nowhere}' type='application/pdf' length='9'/>"
    files = [{"url": nowhere}]
    items = [
        {"id": "1", "title": "Un", "url": nowhere, "content_html": page, "attachments": files},
        {"id": "2", "title": "Deux", "content_html": "<p>Deux.</p>"},
    ]
    lines = (f"ATTACH:{nowhere}", f"URL:{nowhere}", "LAST-MODIFIED:99991231T235959Z")
    wanted = ("consent: oui", "files: true", "pictures: true")
    site.write("site.yaml", settings(
        json=source(partners.url("/json"), "news", *wanted),
        rss=source(partners.url("/rss"), "news", *wanted),
        ics=source(partners.url("/ics"), "agenda", *wanted),
    ))  # fmt: skip
    version = "https://jsonfeed.org/version/1.1"
    partners.says("/json", json.dumps({"version": version, "title": "F", "items": items}))
    partners.says("/rss", rss(item("3", "Trois", text=page, more=enclosure), item("4", "Quatre")))
    partners.says("/ics", calendar(GOOD, event("a@p.example", "Bal", "20261201", *lines)))

    report = bring(site, partners)

    assert report.diagnostics == []
    assert list(fetched(site)) == [
        "ics/bal.md", "ics/forum.md", "json/deux.md", "json/un.md", "rss/quatre.md", "rss/trois.md",
    ]  # fmt: skip
    assert not any("[x" in text for text in fetched(site).values())


def test_what_takes_too_long_to_read_is_left(
    site: SiteFolder, partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An element of 100,000 attributes takes xml.sax minutes: it looks for each among all."""
    pytest.importorskip("feedparser")  # its import is none of the time that is measured
    pytest.importorskip("icalendar")
    monkeypatch.setattr("sitegen.fetching.threads.READING", 0.5)
    site.write(
        "site.yaml",
        settings(
            attributs=source(partners.url("/attributs"), "news"), bon=source(partners.url("/bon")),
        ),
    )  # fmt: skip
    attributes = " ".join(f"a{number}='1'" for number in range(60_000))
    partners.says("/attributs", rss(f"<item {attributes}><title>x</title></item>"))
    partners.says("/bon", calendar(GOOD))

    report = bring(site, partners)

    assert reasons(report) == {"attributs": "it takes too long to read"}
    assert list(fetched(site)) == ["bon/forum.md"]


def test_entries_that_are_dated_oddly_or_alike_are_what_they_are(
    site: SiteFolder, partners: Partners
) -> None:
    """News of a day to come is of today; identities that differ by a letter or slash are two."""
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news")))
    partners.says("/fil", rss(
        item("https://p.example/A", "Grand"), item("https://p.example/a", "Petit"),
        item("https://p.example/a/", "Barre"), item("f", "Futur", "Mon, 16 Nov 2099 09:00:00 GMT"),
        item("l", "Lointain", "Tue, 16 Nov 9999 09:00:00 GMT"), item("s", "Sans date", ""),
    ), ETag='"1"')  # fmt: skip

    bring(site, partners)
    texts = fetched(site)
    partners.says("/fil", partners.pages["/fil"].content, ETag='"2"')  # type: ignore[union-attr]
    again = bring(site, partners)

    dates = {name: text.partition("date: ")[2][:10] for name, text in texts.items()}
    assert dates == {
        "fil/barre.md": "2026-11-16", "fil/futur.md": "2026-11-22", "fil/grand.md": "2026-11-16",
        "fil/lointain.md": "2026-11-22", "fil/petit.md": "2026-11-16",
        "fil/sans-date.md": "2026-11-22",
    }  # fmt: skip
    assert fetched(site) == texts
    assert again.outcomes["fil"].is_quiet, "another ETag of the same bytes is no news"
    assert site.build().diagnostics == []
