"""The letter: what it tells, that it is sent once, and that it is kept as data and as a page."""

import datetime as dt
import email
import email.policy
import re
import subprocess
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.commands.support import CommandLine, command_line  # noqa: F401
from tests.html_checks import Page
from tests.mailing.servers import (
    PASSWORD,
    USER,
    Handler,
    LeavesInTheMiddle,
    NeverAnswers,
    certificate,
    serving,
)
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
organisation: {name: L’association, address: "1, rue des Lilas, 37000 Tours"}
letter:
  director: Ana Martin
  privacy: /donnees/
  server: {host: localhost, port: PORT, security: none}
  lists:
    hebdo:
      title: L’hebdo
      to: hebdo@listes.example.org
      sender: hub@example.org
      unsubscribe: https://listes.example.org/quitter
      sections: [news]
-- content/news/2024-11-20-a.md --
---
title: Une nouvelle & deux
event: {id: forum, start: 2024-12-10 18:00, location: Tours}
---
Le premier paragraphe.
-- content/news/2024-11-10-old.md --
---
title: Une ancienne
date: 2024-09-01
---
Vieux.
-- content/reports/2024-11-21-r.md --
---
title: Un rapport
---
Long.
-- content/news/2024-11-21-secret.md --
---
title: Une surprise
embargo: 2024-12-01
event: {id: surprise, start: 2024-12-05, location: Ailleurs}
---
Chut.
"""
FIRST, SECOND = "2024-11-22T09:00+01:00", "2024-12-02T09:00+01:00"
A = "content/news/2024-11-20-a.md"
RECORDS = "content/_data/letters"


@pytest.fixture
def hub(
    make_site: Callable[[str], SiteFolder],
    command_line: CommandLine,  # noqa: F811
) -> SiteFolder:
    site = make_site(SITE.replace("PORT", "1"))
    command_line.go_to(site.root)
    return site


def text_of(site: SiteFolder, name: str) -> str:
    return (site.root / f".sitegen/letters/{name}.txt").read_text(encoding="utf-8")


def mail_of(site: SiteFolder, name: str) -> EmailMessage:
    raw = (site.root / f".sitegen/letters/{name}.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_tells_what_is_new_and_what_comes(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    assert command_line.run("digest", "--now", FIRST) == 0

    text = text_of(hub, "2024-11-22-hebdo")
    assert "Une nouvelle & deux" in text
    assert "10 décembre 2024" in text.replace("\u00a0", " ")
    for absent in ("ancienne", "rapport", "surprise", "Ailleurs"):
        assert absent not in text
    assert "1, rue des Lilas" in text
    assert not (hub.root / RECORDS).exists()
    assert max(map(len, text.splitlines())) <= 76


def test_programs_of_mail_find_all_that_they_ask_for(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    command_line.run("digest", "--now", FIRST)

    mail = mail_of(hub, "2024-11-22-hebdo")
    assert (mail["From"], mail["To"]) == (
        "L’association <hub@example.org>",
        "hebdo@listes.example.org",
    )
    assert mail["Subject"].replace("\u00a0", " ") == "L’hebdo – 22 novembre 2024"
    assert mail["List-Unsubscribe"] == "<https://listes.example.org/quitter>"
    assert mail["Archived-At"] == "<https://hub.example.org/lettre/2024-11-22-hebdo/>"
    assert mail["X-Unsent"] is None
    assert mail["Date"].datetime == dt.datetime.fromisoformat(FIRST)
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    html = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    page = Page(hub.root / ".sitegen/letters", "2024-11-22-hebdo.html")
    assert page.parse_errors == []
    assert "prefers-color-scheme: dark" in html
    assert "Une nouvelle &amp; deux" in html
    assert all("alt" in image.attrib for image in page.all("img"))
    assert all(link.attrib["href"].startswith(("https://", "mailto:")) for link in page.all("a"))
    assert "quitter" in html
    assert "1, rue des Lilas" in html
    assert "Ana Martin" in html


def test_addresses_in_headers_are_ascii_and_whole(
    make_site: Callable[[str], SiteFolder],
    command_line: CommandLine,  # noqa: F811
) -> None:
    """The host has an accent, the list's name too, and the way out is longer than a line."""
    way_out = f"https://listes.example.org/{'communes-reliées/' * 5}?jeton=a"
    settings = SITE.replace("PORT", "1").replace("https://hub.", "https://été.")
    settings = settings.replace("    hebdo:\n", "    le soir, à 18 h:\n")
    settings = settings.replace("https://listes.example.org/quitter", way_out)
    command_line.go_to(make_site(settings).root)

    assert command_line.run("digest", "--now", FIRST) == 0, command_line.err

    (letter,) = Path(".sitegen/letters").glob("*.eml")
    head = letter.read_bytes().split(b"\r\n\r\n")[0].decode("ascii")
    unfolded = head.replace("\r\n ", " ")
    assert f"List-Unsubscribe: <{way_out.replace('é', '%C3%A9')}>\r\n" in head
    assert "List-Id: <le-soir-a-18-h.letter.xn--t-9fab.example.org>\r\n" in head
    assert "Archived-At: <https://xn--t-9fab.example.org/lettre/2024-11-22-" in head
    assert re.search(r"Message-ID: <[\w.-]+@xn--t-9fab\.example\.org>", unfolded)


def test_what_was_sent_is_not_sent_again_and_has_a_page(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    to_come = ("digest", "--since", "2024-01-01", "--now", "2150-01-01")
    assert command_line.run(*to_come, "--sent") == 2  # it would tell what is under embargo
    assert command_line.run(*to_come, "--send") == 2
    hub.write(f"{RECORDS}/2024-11-22-hebdo.yaml", RECORD)

    assert command_line.run("digest", "--now", "2024-11-23") == 0
    assert "Nothing is new" in capfd.readouterr().out
    assert hub.build(now="2024-11-23").diagnostics == []
    page = hub.page("lettre/2024-11-22-hebdo/index.html")
    assert "Une nouvelle &amp; deux" in page
    assert "10 décembre 2024" in page.replace("\u00a0", " ")
    assert "surprise" not in page
    assert "2024-11-22-hebdo" in hub.page("lettre/index.html")


RECORD = """
list: hebdo
state: sent
subject: L’hebdo – 22 novembre 2024
message_id: 2024-11-22-hebdo.1@hub.example.org
date: 2024-11-22T09:00:00+01:00
articles: [news/2024-11-20-a.md, news/2024-11-21-secret.md]
dates:
- {event: forum, start: 2024-12-10T18:00:00+01:00, status: confirmed, place: Tours}
- {event: surprise, start: 2024-12-05, status: confirmed, place: Ailleurs}
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("18:00,", "18:00, status: cancelled,", "Annulé – Une nouvelle & deux"),
        ("2024-12-10 18:00", "2024-12-11 18:00", "Nouvelle date – Une nouvelle & deux"),
        ("location: Tours", "location: Blois", "Nouveau lieu – Une nouvelle & deux"),
        ("location: Tours", "location: Tours, type: forum", ""),
    ],
)
def test_what_became_of_an_announced_event_comes_first(
    before: str,
    after: str,
    told: str,
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    hub.write(f"{RECORDS}/2024-11-22-hebdo.yaml", RECORD.replace("news/2024-11-21-secret.md", ""))
    hub.replace(A, before, after)

    assert command_line.run("digest", "--now", SECOND) == 0

    text = text_of(hub, "2024-12-02-hebdo")
    heads = [line for line in text.splitlines() if " – " in line]
    assert heads == ([told] if told else [])
    assert "Une surprise" in text  # its embargo is over
    if told:
        assert text.index(told) < text.index("Une surprise")


def test_a_correction_of_what_was_told_comes_first_and_once(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    hub.write(f"{RECORDS}/2024-11-22-hebdo.yaml", RECORD)
    hub.replace(A, "title:", "correction: {date: 2024-11-25, text: Non pas deux.}\ntitle:")

    command_line.run("digest", "--now", SECOND)

    text = text_of(hub, "2024-12-02-hebdo")
    assert text.index("Rectificatif – Une nouvelle & deux") < text.index("Non pas deux.")
    told = RECORD.replace("2024-11-22", "2024-11-25").replace("articles:", "corrections:")
    hub.write(f"{RECORDS}/2024-11-25-hebdo.yaml", told)
    command_line.run("digest", "--now", SECOND)
    assert "Nothing is new" in capfd.readouterr().out


def test_an_event_that_is_gone_is_told_to_the_editors_alone(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    hub.write(f"{RECORDS}/2024-11-22-hebdo.yaml", RECORD)
    hub.write("content/news/2024-11-29-b.md", "---\ntitle: Autre\n---\nTexte.\n")

    command_line.run("digest", "--now", "2024-11-30")

    assert "`surprise`" in capfd.readouterr().err
    assert "surprise" not in text_of(hub, "2024-11-30-hebdo")


def test_a_site_with_a_mistake_has_no_letter(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    hub.replace(A, "title:", "imagee: x\ntitle:")

    assert command_line.run("digest", "--now", FIRST) == 1
    assert not (hub.root / ".sitegen/letters").exists()


def test_a_day_with_two_times_keeps_the_break_between_them(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    times = "event: {times: [{start: 2024-12-10 09:00, end: 12:00}, {start: 14:00, end: 17:00}]}"
    hub.replace(A, "event: {id: forum, start: 2024-12-10 18:00, location: Tours}", times)

    command_line.run("digest", "--now", FIRST)

    text = text_of(hub, "2024-11-22-hebdo").replace("\u00a0", " ")
    assert "10 décembre 2024 de 9 h à 12 h et de 14 h à 17 h" in text


def test_a_letter_that_cannot_be_written_is_told(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    (hub.root / "letters").write_text("a file")

    assert command_line.run("digest", "--now", FIRST, "--output", "letters") == 1
    assert "SG093" in capfd.readouterr().err


def test_a_section_that_is_not_there_is_told_where_it_is_written(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    hub.replace("site.yaml", "sections: [news]", "sections: [news, nouvelles]")

    assert command_line.run("digest", "--now", FIRST) == 2
    assert "site.yaml:14:24" in capfd.readouterr().err


def test_a_long_letter_stays_below_what_mail_programs_show(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    for number in range(120):
        text = f"---\ntitle: Nouvelle {number}\n---\n{'Un long paragraphe. ' * 12}\n"
        hub.write(f"content/news/2024-11-21-n{number}.md", text)

    command_line.run("digest", "--now", FIRST)

    html = (hub.root / ".sitegen/letters/2024-11-22-hebdo.html").read_bytes()
    assert len(html) < 100_000
    assert html.count(b"Nouvelle ") >= 120


def test_a_letter_that_cannot_be_short_is_told(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    for number in range(260):
        text = f"---\ntitle: Nouvelle {number} {'de l’année ' * 9}\n---\nTexte.\n"
        hub.write(f"content/news/2024-11-21-n{number}.md", text)

    command_line.run("digest", "--now", FIRST)

    assert "SG489" in capfd.readouterr().err


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


def leave_by(site: SiteFolder, port: int, security: str = "none") -> None:
    site.replace("site.yaml", "port: 1, security: none", f"port: {port}, security: {security}")


def states(site: SiteFolder) -> list[str]:
    files = sorted((site.root / RECORDS).glob("*"))
    return [re.findall(r"^state: (\w+)", file.read_text(), re.MULTILINE)[0] for file in files]


def send(line: CommandLine, monkeypatch: pytest.MonkeyPatch) -> int:
    """Send as of now: a letter of another day is refused."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return line.run("digest", "--since", "2024-11-01", "--send")


def test_a_server_takes_the_letter_over_tls_once(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pair[0]))
    monkeypatch.setenv("SITEGEN_SMTP_USER", USER)
    monkeypatch.setenv("SITEGEN_SMTP_PASSWORD", PASSWORD)
    handler = Handler()
    with serving(handler, pair) as port:
        leave_by(hub, port, "starttls")
        assert send(command_line, monkeypatch) == 0
        assert send(command_line, monkeypatch) == 0

    (letter,) = handler.letters
    assert letter.rcpt_tos == ["hebdo@listes.example.org"]
    assert states(hub) == ["sent"]
    assert isinstance(letter.content, bytes)
    assert letter.content.isascii()
    assert b"\r\n..\r\n" not in letter.content


def test_a_password_that_is_wrong_sends_and_notes_nothing(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pair[0]))
    monkeypatch.setenv("SITEGEN_SMTP_USER", USER)
    monkeypatch.setenv("SITEGEN_SMTP_PASSWORD", "un autre")
    handler = Handler()
    with serving(handler, pair) as port:
        leave_by(hub, port, "starttls")
        assert send(command_line, monkeypatch) == 1

    assert (handler.letters, states(hub)) == ([], [])
    said = capfd.readouterr().err
    assert "535" in said
    assert "SG486" in said
    assert "un autre" not in said


def test_a_certificate_that_nobody_answers_for_sends_nothing(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handler = Handler()
    with serving(handler, pair) as port:
        leave_by(hub, port, "starttls")
        assert send(command_line, monkeypatch) == 1

    assert (handler.letters, states(hub)) == ([], [])


@pytest.mark.parametrize(
    ("handler", "state", "told"),
    [
        (Handler("554 no"), [], "SG486"),
        (LeavesInTheMiddle(), [], "SG486"),
        (Handler(None), ["sending"], "SG487"),
    ],
    ids=["refuses", "stops in the middle", "takes it and leaves"],
)
def test_a_server_that_fails_leaves_no_doubt_where_there_is_none(
    handler: Handler,
    state: list[str],
    told: str,
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with serving(handler) as port:
        leave_by(hub, port)
        assert send(command_line, monkeypatch) == 1
        assert told in capfd.readouterr().err
        assert states(hub) == state
        taken = len(handler.letters)
        if state:  # nothing leaves before somebody has looked
            assert send(command_line, monkeypatch) == 1
            assert len(handler.letters) == taken


def test_a_letter_can_be_committed_before_it_leaves(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In CI, whose folder vanishes with a run that is killed."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    since = ("digest", "--since", "2024-11-01")
    handler = Handler()
    with serving(handler) as port:
        leave_by(hub, port)
        assert command_line.run(*since, "--send", "--begun") == 2
        assert command_line.run(*since, "--begin") == 0
        assert states(hub) == ["begun"]
        assert command_line.run(*since, "--begin") == 1
        assert command_line.run(*since, "--send") == 1
        assert command_line.run(*since, "--send", "--begun") == 0
        assert command_line.run(*since, "--send", "--begun") == 0  # nothing is new

    assert (len(handler.letters), states(hub)) == (1, ["sent"])


@pytest.mark.slow
def test_a_run_that_is_killed_sends_nothing_twice(hub: SiteFolder) -> None:
    handler = NeverAnswers()
    line = [sys.executable, "-m", "sitegen", "digest", "--since", "2024-11-01", "--send"]
    with serving(handler) as port:
        leave_by(hub, port)
        process = subprocess.Popen(line, cwd=hub.root)
        assert handler.has_all.wait(60)
        process.kill()
        process.wait()
        assert states(hub) == ["sending"]
        again = subprocess.run(line, cwd=hub.root, capture_output=True, check=False)

    assert again.returncode == 1
    assert b"SG485" in again.stderr
    assert len(handler.letters) == 1


@pytest.mark.parametrize(("word", "left"), [("sent", ["sent"]), ("unsent", [])])
def test_what_was_cut_off_is_settled_by_a_person(
    word: str,
    left: list[str],
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A run that was killed leaves the file that it wrote before its first word to the server."""
    hub.write(f"{RECORDS}/2024-11-22-hebdo.yaml", RECORD.replace("state: sent", "state: sending"))

    assert command_line.run("digest", "--now", SECOND) == 1
    assert "2024-11-22-hebdo.1@hub.example.org" in capfd.readouterr().err
    hub.build(now="2024-11-23")
    assert not hub.has("lettre/2024-11-22-hebdo/index.html")
    assert command_line.run("digest", "--settle", word) == 0
    assert states(hub) == left
    assert command_line.run("digest", "--now", SECOND) == 0


def test_each_language_that_asks_for_it_has_a_letter_of_its_own(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
    capfd: pytest.CaptureFixture[str],
) -> None:
    hub.append(
        "site.yaml",
        "    weekly: {title: The weekly, language: en, to: w@listes.example.org,"
        " sender: hub@example.org, unsubscribe: 'https://listes.example.org/leave',"
        " subscribe: 'https://listes.example.org/join'}\n"
        "languages: {en: {title: The hub, sections: {news: {title: News}}}}\n",
    )
    assert command_line.run("digest", "--list", "weekly", "--now", FIRST) == 2
    assert "SG617" in capfd.readouterr().err  # nothing is in English yet
    hub.write("content/news/2024-11-20-a.en.md", "---\ntitle: A piece of news\n---\nText.\n")
    hub.write(f"{RECORDS}/2024-11-22-hebdo.yaml", RECORD)

    assert command_line.run("digest", "--list", "weekly", "--now", FIRST) == 0
    text = text_of(hub, "2024-11-22-weekly")
    assert "A piece of news" in text
    assert "https://hub.example.org/en/news/a/" in text
    assert "10 December 2024" in text
    assert "Unsubscribe" in text
    assert "Une " not in text
    mail = mail_of(hub, "2024-11-22-weekly")
    assert mail["Content-Language"] == "en"
    assert mail["Archived-At"] == "<https://hub.example.org/en/letter/2024-11-22-weekly/>"

    record = f"{RECORDS}/2024-11-22-weekly.yaml"
    french = RECORD.replace("list: hebdo", "list: weekly")
    hub.write(record, french.replace("news/2024-11-20-a.md", "news/2024-11-20-a.en.md"))
    assert command_line.run("build", "--now", "2024-11-23") == 0
    assert "A piece of news" in hub.page("en/letter/2024-11-22-weekly/index.html")
    assert "/en/letter/2024-11-22-weekly/" in hub.page("en/letter/index.html")
    assert "listes.example.org/join" in hub.page("en/letter/index.html")
    assert not hub.has("lettre/2024-11-22-weekly/index.html")
    assert "weekly" not in hub.page("lettre/index.html")
    assert "listes.example.org/join" not in hub.page("lettre/index.html")
    assert not hub.has("en/letter/2024-11-22-hebdo/index.html")

    hub.replace(record, "state: sent", "state: sending")
    assert command_line.run("digest", "--list", "weekly", "--settle", "unsent") == 0
    assert not (hub.root / record).exists()

    hub.replace("site.yaml", "language: en", "language: de")
    assert command_line.run("build", "--now", "2024-11-23") == 2
    assert "SG045" in capfd.readouterr().err


def test_times_of_one_day_are_told_each_by_itself(
    hub: SiteFolder,
    command_line: CommandLine,  # noqa: F811
) -> None:
    """And none as another one that has moved, in the letter after it."""
    hub.write(
        "content/news/2024-11-21-b.md",
        """---
title: La rencontre
event:
  capacity: 40
  times:
  - {start: 2024-12-10 09:00, end: 12:00, name: Ateliers}
  - {start: 14:00, end: 17:30}
  online: https://visio.example.org/
  programme: [{start: 2024-12-10 09:00, name: Accueil}]
---
Texte.
""",
    )
    assert command_line.run("digest", "--now", FIRST) == 0
    assert command_line.run("digest", "--now", FIRST, "--sent") == 0
    text = text_of(hub, "2024-11-22-hebdo").replace("\u00a0", " ").replace("\u202f", " ")
    assert "La rencontre – Ateliers\nmardi 10 décembre 2024 de 9 h à 12 h, en ligne\n" in text
    assert "La rencontre\nmardi 10 décembre 2024 de 14 h à 17 h 30, en ligne\n" in text
    assert text.count("Capacité : 40 places") == 1, "what is true of both is said once"
    assert text.count("Programme :\n- 9 h : Accueil\n") == 1

    hub.replace("content/news/2024-11-21-b.md", "14:00, end: 17:30", "15:00, end: 17:30")
    hub.replace(
        "content/news/2024-11-21-b.md", "15:00,", "15:00, previous_start: 2024-12-10 14:00,"
    )
    assert command_line.run("digest", "--now", SECOND) == 0

    text = text_of(hub, "2024-12-02-hebdo").replace("\u00a0", " ").replace("\u202f", " ")
    changes = text.partition("\nNews\n")[0]
    assert changes.count("La rencontre") == 1
    assert "de 15 h à 17 h 30, au lieu du 10 décembre 2024 à\n14 h" in changes
