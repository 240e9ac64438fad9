"""`sitegen serve` as a user has it: real processes, real files, the channel of an open page."""

import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.output import shows_unpublished
from sitegen.names import MARKER
from sitegen.server import listening
from sitegen.server.preview import PreviewedSite
from sitegen.server.serve import CALM
from tests.server.process import Serving
from tests.server.raw import get, wait_until
from tests.support import SiteFolder, files_below

pytestmark = pytest.mark.slow

Start = Callable[..., Serving]
ARTICLE = "content/news/a.md"
PAGE = "/news/a/"

NO_EVENTS = """
import errno, sys
from watchdog.observers.inotify import InotifyObserver
from sitegen.cli import main

def refuse(*_, **__):
    raise OSError(errno.ENOSPC, "inotify watch limit reached")

InotifyObserver.schedule = refuse
main()
"""
"""A machine whose inotify is exhausted."""


def test_an_edit_is_built_told_to_its_page_and_served(site: SiteFolder, serving: Start) -> None:
    server = serving(site)
    events = server.events(PAGE)

    site.append(ARTICLE, "\nUne phrase de plus.\n")
    events.wait_for("page")

    assert "Une phrase de plus." in server.get(PAGE).text
    assert ARTICLE in server.wait_for(ARTICLE)


@pytest.mark.parametrize("options", [("--open",), ("--open", "--host", "0.0.0.0"), ()], ids=str)
def test_the_browser_is_opened_if_asked(
    site: SiteFolder, serving: Start, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    """`BROWSER` is the one that Python's library opens; here a program that notes the address."""
    note = site.root / "opened"
    browser = site.root / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {note}.new && mv {note}.new {note}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))

    server = serving(site, *options)
    if options:
        wait_until(note.exists)

    opened = note.read_text() if note.exists() else ""
    assert opened == (f"http://127.0.0.1:{server.port}/" if options else "")


def test_a_page_that_did_not_change_is_not_reloaded(site: SiteFolder, serving: Start) -> None:
    site.write("content/other.md", "---\ntitle: Autre\n---\nTexte.\n")
    server = serving(site)
    quiet, changed = server.events("/other/"), server.events(PAGE)

    site.append(ARTICLE, "\nUne phrase de plus.\n")
    changed.wait_for("page")
    server.wait_for(ARTICLE)
    site.append("content/other.md", "\nFin.\n")

    assert quiet.next()[0] == "page"
    assert "Fin." in server.get("/other/").text, "the first event came for another page's edit"


def test_the_preview_never_touches_the_output_or_its_state(
    site: SiteFolder, serving: Start
) -> None:
    site.build()
    before = site.tree()
    state = (site.root / ".sitegen/state.db").read_bytes()

    server = serving(site)
    site.append(ARTICLE, "\nUne phrase de plus.\n")
    server.wait_for(ARTICLE)

    assert site.tree() == before
    assert (site.root / ".sitegen/state.db").read_bytes() == state
    assert len(server.builds()) == 2, server.lines


def test_the_preview_has_the_bytes_of_a_build_for_its_address(
    site: SiteFolder, serving: Start
) -> None:
    server = serving(site)
    site.build(base_url=f"http://127.0.0.1:{server.port}/")

    assert_previewed(site)


def test_an_error_is_shown_on_every_page_and_goes_when_it_is_mended(
    site: SiteFolder, serving: Start
) -> None:
    site.write("content/other.md", "---\ntitle: Autre\n---\nTexte.\n")
    # Else the section would go from the menu of this page: it would reload, with the mistake in it.
    site.write("content/news/b.md", "---\ntitle: B\ndate: 2026-01-09\n---\nTexte.\n")
    server = serving(site)
    events = server.events("/other/")

    site.replace(ARTICLE, "title: Premier article", "titel: <script>alert(1)</script>")
    shown = events.wait_for("problems")

    assert "unknown key" in shown
    page = server.get("/other/")
    assert f"{ARTICLE}:2:1" in page.text
    assert "titel: &lt;script&gt;alert(1)&lt;/script&gt;" in page.text, "the source line, escaped"
    assert "Did you mean <code>title</code>?" in page.text
    assert "<script>alert" not in page.text
    assert "Un premier texte." in server.get(PAGE).text, "the last good page stays"

    site.replace(ARTICLE, "titel: <script>alert(1)</script>", "title: Premier article")

    wait_until(lambda: "sitegen_problems" not in server.get("/other/").text)


def test_what_stands_in_a_text_is_shown_beside_its_wrong_front_matter(
    site: SiteFolder, serving: Start
) -> None:
    """Who mends one mistake after the other waits for a build each time."""
    site.write(ARTICLE, "---\ntitel: Premier\n---\nVoir [la suite](absente.md) et ::: vidéo.\n")
    site.append(ARTICLE, "\n::: vidéo x\n")

    page = serving(site).get("/").text

    for line in (2, 4, 6):
        assert f"{ARTICLE}:{line}:" in page
    assert "absente.md" in page


@pytest.mark.parametrize("is_document", [True, False], ids=["a document", "the whole site"])
def test_a_mistake_that_is_there_at_the_start_is_told_once(
    site: SiteFolder, serving: Start, is_document: bool
) -> None:
    if is_document:
        site.write("content/news/wrong.md", "---\ntitel: x\n---\n")
    else:
        site.write("site.yaml", "titel: x\n")
    server = serving(site)

    assert sum("`titel`" in line for line in server.lines) == 1


def test_a_site_that_cannot_be_built_yet_is_waited_for(site: SiteFolder, serving: Start) -> None:
    site.replace("site.yaml", "title:", "titel:")
    server = serving(site)
    answer = server.get("/")
    assert answer.status == 503
    assert "site.yaml:1:1" in answer.text
    events = server.events("/")

    site.replace("site.yaml", "titel:", "title:")
    events.wait_for("page")

    assert (server.get("/").status, "Le hub" in server.get("/").text) == (200, True)


def test_a_style_sheet_is_swapped_without_a_reload(site: SiteFolder, serving: Start) -> None:
    path = "themes/association/static/assets/style.css"
    site.write(path, "body { color: black }\n")
    server = serving(site)
    events = server.events(PAGE)

    site.write(path, "body { color: navy }\n")

    kind, data = events.next()
    assert (kind, "/assets/style.css?v=" in data) == ("sheets", True)


def test_an_image_that_a_page_shows_reloads_it(site: SiteFolder, serving: Start) -> None:
    square = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- {} --></svg>'
    site.write("content/photo.svg", square.format("a"))
    site.append(ARTICLE, "\n![Une image](/photo.svg)\n")
    server = serving(site)
    events = server.events(PAGE)

    site.write("content/photo.svg", square.format("b"))

    assert events.next()[0] == "page"


def test_a_burst_of_saves_is_few_builds(site: SiteFolder, serving: Start) -> None:
    server = serving(site)
    for number in range(200):
        site.write(f"content/news/n{number}.md", f"---\ntitle: N {number}\ndate: 2026-01-11\n---\n")
    site.write("content/last.md", "---\ntitle: Dernier\n---\nTexte.\n")
    for page in ("/last/", "/news/n199/"):
        events = server.events(page)
        if server.get(page).status == 404:
            events.wait_for("page")
        assert server.get(page).status == 200
    assert len(server.builds()) <= 5, server.lines


def test_a_file_saved_by_renaming_and_one_that_is_removed(site: SiteFolder, serving: Start) -> None:
    server = serving(site)
    events = server.events(PAGE)
    other = site.root / "content/news/.a.md.tmp"
    other.write_text("---\ntitle: Renommé\ndate: 2026-01-10\n---\nAutre texte.\n", encoding="utf-8")
    other.replace(site.root / ARTICLE)
    events.wait_for("page")
    assert "Autre texte." in server.get(PAGE).text
    server.wait_for(ARTICLE)

    gone = server.events(PAGE)
    site.remove(ARTICLE)
    gone.wait_for("page")

    assert server.get(PAGE).status == 404


def test_nothing_is_built_while_nothing_changes(site: SiteFolder, serving: Start) -> None:
    """A build reads sources and writes below .sitegen: neither may cause another one."""
    server = serving(site)
    site.append(ARTICLE, "\nUne autre.\n")
    server.wait_for(ARTICLE)
    database = site.root / ".sitegen/preview/state.db-wal"
    # All is looked at once more when it is calm; a busy machine may take one save for two.
    threading.Event().wait(CALM + 1)
    before = (len(server.builds()), database.stat().st_mtime_ns)
    for _ in range(20):  # requests read too
        server.get(PAGE)
    threading.Event().wait(2)

    assert (len(server.builds()), database.stat().st_mtime_ns) == before


@pytest.mark.parametrize("cause", ["exhausted", "asked for"])
def test_polling(site: SiteFolder, serving: Start, cause: str) -> None:
    is_asked = cause == "asked for"
    server = serving(site, *(["--poll"] if is_asked else []), script="" if is_asked else NO_EVENTS)
    said = [line for line in server.lines if "inotify watch limit reached" in line]
    assert len(said) == (0 if is_asked else 1)
    events = server.events(PAGE)

    site.append(ARTICLE, "\nUne phrase de plus.\n")
    events.wait_for("page")

    assert "Une phrase de plus." in server.get(PAGE).text


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [(signal.SIGINT, 130, "Stopped."), (signal.SIGTERM, 143, "sitegen: terminated")],
)
def test_a_signal_ends_it_at_once_with_a_page_open(
    site: SiteFolder, serving: Start, number: signal.Signals, code: int, words: str
) -> None:
    server = serving(site)
    server.events(PAGE)

    assert server.stop(number) == code
    assert words in "\n".join(server.lines)
    assert "Traceback" not in "\n".join(server.lines)


def test_what_is_not_public_is_shown_with_a_banner(site: SiteFolder, serving: Start) -> None:
    for name, line in (
        ("draft", "draft: true"),
        ("later", "date: 2027-02-01"),
        ("held", "embargo: 2026-12-24 06:00"),
    ):
        date = "" if "date:" in line else "date: 2026-01-01\n"
        site.write(f"content/news/{name}.md", f"---\ntitle: {name}\n{date}{line}\n---\nTexte.\n")
    server = serving(site)

    assert "Draft: " in server.get("/news/draft/").text
    assert "Dated in the future: " in server.get("/news/later/").text
    assert "Under embargo: " in server.get("/news/held/").text
    assert "(Europe/Paris)" in server.get("/news/held/").text
    assert server.get("/news/").text.count("sitegen_mark") == 3
    assert "sitegen_banner" not in server.get(PAGE).text
    server.stop(signal.SIGTERM)

    public = serving(site, "--public")
    assert [public.get(f"/news/{name}/").status for name in ("draft", "later", "held")] == [404] * 3
    public.stop(signal.SIGTERM)

    drafts = serving(site, "--drafts")
    assert [drafts.get(f"/news/{name}/").status for name in ("draft", "later", "held")] == (
        [200, 404, 404]
    )
    drafts.stop(signal.SIGTERM)

    christmas = serving(site, "--public", now="2026-12-25")
    assert [christmas.get(f"/news/{name}/").status for name in ("later", "held")] == [404, 200]


def test_the_site_changes_by_itself_when_its_instant_comes(
    site: SiteFolder, serving: Start
) -> None:
    """An embargo ends while the server runs, and nobody saves a file."""
    for delay in (6, 60):  # a busy machine may start a server after the instant
        instant = int(time.time()) + delay
        soon = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(instant))
        site.write(
            "content/news/held.md",
            f'---\ntitle: Tenu\ndate: 2026-01-01\nembargo: "{soon}+00:00"\n---\nTexte.\n',
        )
        server = serving(site, "--public", now="")
        status = server.get("/news/held/").status
        if time.time() < instant - 1:
            break
        server.kill()
    assert status == 404
    events = server.events("/news/held/")

    events.wait_for("page")

    assert server.get("/news/held/").status == 200


def test_a_site_below_a_path(site: SiteFolder, serving: Start) -> None:
    site.replace("site.yaml", "https://hub.example.org/", "https://example.org/hub/")
    server = serving(site)

    assert server.path == "/hub/"
    assert server.get("/").headers["location"] == "/hub/"
    assert 'href="/hub/news/a/"' in server.get("/hub/").text


@pytest.mark.skipif(sys.platform != "linux", reason="only there 127.0.0.2 is this machine too")
@pytest.mark.parametrize(("options", "is_open"), [((), False), (("--host", "0.0.0.0"), True)])
def test_it_listens_on_this_machine_alone(
    site: SiteFolder, serving: Start, options: tuple[str, ...], is_open: bool
) -> None:
    server = serving(site, *options)

    with socket.socket() as visitor:
        visitor.settimeout(2)
        assert (visitor.connect_ex(("127.0.0.2", server.port)) == 0) is is_open
    assert any("Other machines can see it" in line for line in server.lines) is is_open
    others = [line.split()[-1] for line in server.lines if "On your network" in line]
    assert len(others) == is_open
    for url in others:  # as a colleague would write it
        with urllib.request.urlopen(url) as answer:
            assert answer.status == 200
        assert "0.0.0.0" not in url


def test_a_port_that_is_taken(site: SiteFolder) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(site, "--port", str(port))

    assert result.returncode == 2
    assert f"cannot listen on 127.0.0.1:{port}" in result.stderr
    assert "[SG150]" in result.stderr


def test_the_default_port_gives_way_to_a_free_one(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr(listening, "DEFAULT_PORT", taken.getsockname()[1])
        preview = PreviewedSite(str(site.output))
        with listening.listen(listening.Address("127.0.0.1"), preview) as server:
            assert server.server_address[1] != taken.getsockname()[1]


def test_a_second_server_and_clean_are_told_that_one_runs(site: SiteFolder, serving: Start) -> None:
    server = serving(site)

    second = run(site)
    clean = subprocess.run(
        [sys.executable, "-m", "sitegen", "clean"],
        cwd=site.root, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (second.returncode, "[SG151]" in second.stderr) == (2, True)
    assert (clean.returncode, "[SG151]" in clean.stderr) == (2, True)
    assert server.get("/").status == 200


def test_a_folder_without_a_site_is_refused(site: SiteFolder) -> None:
    site.remove("site.yaml")

    assert run(site).returncode == 2


def test_the_search_index_is_made_when_nothing_is_saved_any_more(
    site: SiteFolder, serving: Start
) -> None:
    """The page is there before, the index follows the text, and no page reloads for it."""
    site.append("site.yaml", "search: true\n")
    server = serving(site)
    entry = site.root / ".sitegen/preview/site/search-index/entry.json"
    assert server.get(PAGE).status == 200
    wait_until(entry.is_file)
    before = entry.read_bytes()
    events = server.events(PAGE)

    site.append(ARTICLE, "\nUne phrase de plus.\n")
    assert events.next() == ("page", "")
    assert entry.read_bytes() == before
    events = server.events(PAGE)
    wait_until(lambda: entry.read_bytes() != before)

    assert (
        server.get("/search-index/reader.js").headers["content-type"].startswith("text/javascript")
    )
    site.append(ARTICLE, "\nFin.\n")
    assert events.next() == ("page", "")
    assert "Fin." in server.get(PAGE).text, "the first event came for the index"


WAITING = """
import os, time
from sitegen.cli import main
from sitegen.engine import making

make = making.derive_images

def wait(pages, *rest):
    while pages and not os.path.exists("go"):
        time.sleep(0.02)
    return make(pages, *rest)

making.derive_images = wait
main()
"""
"""A machine on which images take as long as it pleases the test."""


def test_pages_are_served_before_their_images_are_made(site: SiteFolder, serving: Start) -> None:
    """Their author sees the text at once, and the images without touching anything."""
    site.append("site.yaml", "images: {widths: [40]}\n")
    write_image(site.root / "content/photo.png")
    site.append(ARTICLE, "\n![Une image](/photo.png)\n")
    server = serving(site, script=WAITING)
    answer = server.get(PAGE)
    named = re.findall(r'(?:src|srcset)="([^" ]+)', answer.text)
    image = next(name for name in named if "photo" in name)
    assert (answer.status, server.get(image).status) == (200, 404)
    assert server.wait_for("Images are being made")
    events = server.events(PAGE)

    (site.root / "go").touch()

    assert events.next() == ("page", "")
    assert server.get(image).status == 200
    site.build(base_url=f"http://127.0.0.1:{server.port}/")
    assert_previewed(site)


def assert_previewed(site: SiteFolder) -> None:
    """Assert that the preview has the bytes of the output, and says that it is none for readers."""
    folder = site.root / ".sitegen/preview/site"
    assert shows_unpublished(str(folder))
    assert not shows_unpublished(str(site.output))
    mark = {MARKER: (folder / MARKER).read_bytes()}
    assert files_below(folder) == site.tree() | mark


ONE_BY_ONE = """
import os, time
from sitegen.cli import main
from sitegen.engine.images import derive as derive_stage
from sitegen.server.watch import Watcher

note = Watcher.on_any_event

def note_and_say(watcher, event):
    note(watcher, event)
    if watcher.has_changes:
        open("seen", "w").close()

Watcher.on_any_event = note_and_say
derive_stage.FEWEST = 1000  # in this process
make = derive_stage.derive_chunk
names = iter(("first", "second"))

def wait(*arguments):
    name = next(names, "first")
    while not os.path.exists(name):
        time.sleep(0.02)
    return make(*arguments)

derive_stage.derive_chunk = wait
main()
"""
"""A machine on which each image takes as long as it pleases the test, and `seen` says what is."""


def test_what_is_saved_while_images_are_made_does_not_wait_for_all_of_them(
    site: SiteFolder, serving: Start
) -> None:
    site.append("site.yaml", "images: {widths: [40]}\n")
    for name in ("one", "two"):
        write_image(site.root / f"content/{name}.png")
        site.append(ARTICLE, f"\n![Une image](/{name}.png)\n")
    server = serving(site, script=ONE_BY_ONE)
    assert server.wait_for("Images are being made")
    events = server.events(PAGE)

    site.append(ARTICLE, "\nUne phrase de plus.\n")
    wait_until((site.root / "seen").exists)
    (site.root / "first").touch()

    assert events.next() == ("page", "")
    page = server.get(PAGE).text
    assert "Une phrase de plus." in page

    (site.root / "second").touch()
    named = re.findall(r'(?:src|srcset)="([^" ]+\.png)', page)
    assert len(named) == 2
    wait_until(lambda: all(server.get(name).status == 200 for name in named))


def write_image(path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (80, 60), "navy").save(path)


def test_a_theme_that_is_extended_anew_is_followed(site: SiteFolder, serving: Start) -> None:
    site.append("site.yaml", "theme: own\n")
    for parent in ("one", "other"):
        site.write(f"themes/{parent}/theme.yaml", "extends: association\n")
        site.write(f"themes/{parent}/templates/parts/open_graph.html", f"<!-- {parent} -->")
    site.write("themes/own/theme.yaml", "extends: one\n")
    server = serving(site)
    assert "<!-- one -->" in server.get(PAGE).text

    events = server.events(PAGE)
    site.write("themes/own/theme.yaml", "extends: other\n")
    assert events.next() == ("page", "")
    assert "<!-- other -->" in server.get(PAGE).text

    events = server.events(PAGE)
    site.write("themes/other/templates/parts/open_graph.html", "<!-- changed -->")
    assert events.next() == ("page", "")
    assert "<!-- changed -->" in server.get(PAGE).text

    events = server.events(PAGE)
    site.write("themes/own/theme.yaml", "extends: nowhere\n")
    assert events.next()[0] == "problems"
    assert "themes/own/theme.yaml:1:" in server.get(PAGE).text


def test_a_build_beside_the_server_is_no_matter(site: SiteFolder, serving: Start) -> None:
    server = serving(site)

    report = site.build()

    assert report.errors == []
    assert get(server.port, "/").status == 200


def run(site: SiteFolder, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sitegen", "serve", *options],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
