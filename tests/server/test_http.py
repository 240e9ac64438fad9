"""What the server answers, and to whom it does not: real sockets, requests as bytes."""

import gzip
import os
import re
import socket
import time
from pathlib import Path

import pytest

from sitegen.errors import Diagnostic
from sitegen.model import Withheld
from sitegen.server.addresses import AllowedHosts, Span, is_local, parse_range
from sitegen.server.preview import PreviewedSite
from tests.server.raw import get, send
from tests.support import SiteFolder

PATHS = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/agenda/../../secret.txt",
    "/agenda/..%2f..%2fsecret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "//etc/passwd",
    "//../secret.txt",
    "/./.sitegen",
    "/.sitegen",
    "/.git/config",
    "/index.html%00.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/agenda/%0d%0aSet-Cookie:x",
    "/%",
    "secret.txt",
    "*",
    "/" + "a" * 300,
    "/" + "a/" * 2000,
    "/linked.txt",
    "/folder/secret.txt",
    "/pipe",
    "/..;/secret.txt",
    "/....//secret.txt",
    "/%2e%2e%5csecret.txt",
    "/%u002e%u002e/secret.txt",
    "/\u2025/secret.txt".encode().decode("latin-1"),
    "/C:/secret.txt",
    "/index.html/../../secret.txt",
    "/index.html::$DATA",
    "/%2fetc/passwd",
    "/file:///etc/passwd",
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:30])
def test_no_path_leads_out_of_the_folder(port: int, preview: PreviewedSite, path: str) -> None:
    folder = Path(preview.folder)
    (folder / "linked.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "folder").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe")

    answer = get(port, path)

    assert answer.status == 404
    assert "treasure" not in answer.text
    assert "Rien" in answer.text
    assert "set-cookie" not in answer.headers


def test_an_address_of_70_kilobytes_is_refused(port: int) -> None:
    assert get(port, "/" + "a" * 70_000).status == 414


def test_what_is_no_http_is_refused(port: int) -> None:
    assert send(port, b"\x16\x03\x01\x02\x00 \x01 \x00\r\n\r\n").status == 400


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST:8000", "localhost.", "127.0.0.1:1"]
)
def test_own_names_are_answered(port: int, host: str) -> None:
    assert get(port, "/", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "localhost:80@evil.example", "", "192.168.1.2",
     "127.0.0.1.nip.io", "localhost, evil.example"],
)  # fmt: skip
def test_names_of_others_are_refused(port: int, host: str) -> None:
    """DNS rebinding: a page of evil.example asks for its own name, which leads here by now."""
    answer = get(port, "/", host=host)

    assert answer.status == 403
    assert "Ici" not in answer.text


@pytest.mark.parametrize(
    "head",
    [b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n",
     b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n"],
    ids=["none", "two", "absolute-form"],
)  # fmt: skip
def test_one_host_is_asked_for(port: int, head: bytes) -> None:
    assert send(port, head + b"Connection: close\r\n\r\n").status == 403


def test_the_absolute_form_of_an_own_address_is_understood(port: int) -> None:
    """RFC 9112 §3.2.2: a server must accept it."""
    assert get(port, "http://localhost/agenda/").status == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_an_open_server_is_found_by_address_and_by_its_own_name(host: str) -> None:
    hosts = AllowedHosts(host, ("bureau",))
    own = ["192.168.1.2:8000", "[fe80::1]", "bureau", "localhost"]

    assert [name for name in [*own, "evil.example"] if hosts.allows(name)] == own
    assert not is_local(host)
    assert is_local("127.0.0.1")


@pytest.mark.parametrize(
    "method",
    ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"],
)
def test_only_reading_is_allowed(port: int, preview: PreviewedSite, method: str) -> None:
    answer = get(port, "/index.html", method=method)

    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert (Path(preview.folder) / "index.html").is_file()


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "get", "<script>"])
def test_no_other_method_is_known(port: int, method: str) -> None:
    answer = get(port, "/index.html", method=method)

    assert answer.status == 501
    assert "<script>" not in answer.text
    assert "Ici" not in answer.text


def test_a_head_has_the_headers_alone(port: int) -> None:
    whole, head = get(port, "/"), get(port, "/", method="HEAD")

    assert head.body == b""
    assert head.headers["content-length"] == whole.headers["content-length"] == str(len(whole.body))


@pytest.mark.parametrize("path", ["/", "/film.mp4", "/absent", "/__sitegen/preview.js"])
def test_no_other_site_may_read_an_answer(port: int, path: str) -> None:
    headers = get(port, path, Origin="https://evil.example").headers

    assert "access-control-allow-origin" not in headers
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"},
     {"Origin": "https://localhost"}],
)  # fmt: skip
def test_the_channel_is_for_own_pages_only(port: int, headers: dict[str, str]) -> None:
    assert get(port, "/__sitegen/events?page=/", **headers).status == 403


def test_what_is_not_there_is_the_site_s_own_404(port: int, preview: PreviewedSite) -> None:
    answer = get(port, "/absent/")
    assert (answer.status, "Rien" in answer.text) == (404, True)

    (Path(preview.folder) / "404.html").unlink()
    bare = get(port, "/absent/")

    assert (bare.status, "Page not found" in bare.text) == (404, True)


def test_a_folder_without_its_slash_is_redirected(port: int) -> None:
    answer = get(port, "/agenda?x=1")

    assert (answer.status, answer.headers["location"]) == (301, "/agenda/?x=1")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/agenda.ics", "text/calendar; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/film.mp4", "video/mp4"),
        ("/.well-known/security.txt", "text/plain; charset=utf-8"),
        ("/__sitegen/preview.js", "text/javascript; charset=utf-8"),
        ("/%C3%A9lus/", "text/html; charset=utf-8"),
    ],
)
def test_types(port: int, path: str, kind: str) -> None:
    answer = get(port, path)

    assert (answer.status, answer.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.avif", "image/avif"), ("a.webp", "image/webp"), ("a.svg", "image/svg+xml; charset=utf-8"),
     ("site.webmanifest", "application/manifest+json; charset=utf-8"), ("a.pdf", "application/pdf"),
     ("a.woff2", "font/woff2"), ("CNAME", "application/octet-stream"),
     ("a.JS", "text/javascript; charset=utf-8"), ("sitemap.xml", "application/xml; charset=utf-8")],
)  # fmt: skip
def test_types_of_other_files(port: int, preview: PreviewedSite, name: str, kind: str) -> None:
    (Path(preview.folder) / name).write_bytes(b"x")

    assert get(port, f"/{name}").headers["content-type"] == kind


@pytest.mark.parametrize(
    ("wanted", "status", "body", "content_range"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=8-", 206, b"89", "bytes 8-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=-99", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=5-99", 206, b"56789", "bytes 5-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=3-1", 200, b"0123456789", None),
        ("bytes=0-1,3-4", 200, b"0123456789", None),
        ("lines=0-1", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
    ],
)
def test_a_part_of_a_file(
    port: int, wanted: str, status: int, body: bytes, content_range: str | None
) -> None:
    answer = get(port, "/film.mp4", Range=wanted)

    told = (answer.status, answer.body, answer.headers.get("content-range"))
    assert told == (status, body, content_range)


def test_a_part_of_another_version_is_the_whole_file(port: int) -> None:
    tag = get(port, "/film.mp4").headers["etag"]

    assert get(port, "/film.mp4", Range="bytes=0-1", If_Range=tag).status == 206
    assert get(port, "/film.mp4", Range="bytes=0-1", If_Range='"other"').status == 200


def test_ranges_of_an_empty_file_and_of_enormous_numbers() -> None:
    assert parse_range("bytes=0-", 0) == Span(0, 0)
    assert parse_range("bytes=99999999999999999-", 10) == Span(10, 10)
    assert parse_range(f"bytes={'9' * 5000}-", 10) is None


def test_what_a_browser_has_is_not_sent_again(port: int, preview: PreviewedSite) -> None:
    tag = get(port, "/film.mp4").headers["etag"]
    kept = get(port, "/film.mp4", If_None_Match=tag)
    (Path(preview.folder) / "film.mp4").write_bytes(b"other")
    changed = get(port, "/film.mp4", If_None_Match=tag)

    assert (kept.status, kept.body) == (304, b"")
    assert (changed.status, changed.body) == (200, b"other")


def test_additions_stand_in_the_response_and_not_in_the_file(
    port: int, preview: PreviewedSite
) -> None:
    answer = get(port, "/")

    script = r'<script src="/__sitegen/preview\.js"[^>]* defer></script></body>'
    assert re.search(script, answer.text)
    assert "onload" not in answer.text
    assert "style=" not in answer.text
    assert b"sitegen" not in (Path(preview.folder) / "index.html").read_bytes()


def test_the_path_in_a_page_is_escaped(port: int) -> None:
    answer = get(port, '/"><script>alert(1)</script>')

    assert "<script>alert" not in answer.text


def test_a_page_that_is_not_public_says_so_until_it_is(port: int, preview: PreviewedSite) -> None:
    preview.withheld = {
        "index.html": Withheld("draft"),
        "agenda/index.html": Withheld("embargo", 2_000.0),
    }
    preview.clock = 1_000.0
    assert "Draft" in get(port, "/").text
    assert "Under embargo" in get(port, "/agenda/").text
    assert "sitegen_banner" not in get(port, "/%C3%A9lus/").text

    preview.clock = 2_000.0
    assert "sitegen_banner" not in get(port, "/agenda/").text


def test_the_end_of_an_embargo_is_told_in_the_site_s_zone_by_name(
    port: int, preview: PreviewedSite
) -> None:
    """Whatever the zone of the machine is."""
    preview.withheld = {"index.html": Withheld("embargo", 1_798_000_200.0)}  # 4:30 UTC
    preview.clock = 1_000.0
    preview.zone = "Pacific/Noumea"

    assert "before 2026-12-23 15:30 (Pacific/Noumea)." in get(port, "/").text


@pytest.mark.parametrize("base_path", ["", "/hub"])
def test_links_to_what_is_not_public_carry_a_mark_until_it_is(
    port: int, preview: PreviewedSite, base_path: str
) -> None:
    page = Path(preview.folder) / "index.html"
    page.write_text(
        f'<body><a class="x" href="{base_path}/agenda/"><b>Un</b></a> <a href="{base_path}/agenda/'
        f'#a&amp;b">Deux</a> <a href="https://a.example{base_path}/agenda/">Trois</a>'
        f'<a href="{base_path}/%C3%A9lus/">Quatre</a> <a href="/autre/agenda/">Cinq</a></body>',
        encoding="utf-8",
    )
    before = page.read_bytes()
    preview.base_path = base_path
    preview.clock = 1_000.0
    preview.withheld = {
        "agenda/index.html": Withheld("embargo", 2_000.0),
        "élus/index.html": Withheld("draft"),
    }
    look = preview.look(f"{base_path}/")

    text = re.sub(r"<(?!/?a)[^>]*>", "", get(port, f"{base_path}/").text)
    links = re.findall(r"<a[^>]*>(.*?)</a>", text)
    assert links == ["Embargo Un", "Embargo Deux", "Trois", "Draft Quatre", "Cinq"]
    assert page.read_bytes() == before

    preview.clock = 2_000.0
    assert get(port, f"{base_path}/").text.count("sitegen_mark") == 1
    assert preview.look(f"{base_path}/").page != look.page, "an open page is told"


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("site.yaml", "menus: {main: [newz]}\n", "site.yaml:3:16"),
        ("content/_data/venues.yaml", "salle: {adress: Tours}\n", "content/_data/venues.yaml:1:9"),
        ("content/_data/figures.json", "{]\n", "content/_data/figures.json:1:2"),
    ],
)
def test_what_menus_and_data_get_wrong_stands_in_the_page(
    port: int, preview: PreviewedSite, tmp_path: Path, path: str, text: str, place: str
) -> None:
    """As every build tells it: an author at work does not call `check`."""
    site = SiteFolder(tmp_path / "hub")
    settings = "title: Hub\nurl: https://hub.example.org/\n"
    site.write("site.yaml", settings)
    site.write("content/a.md", "---\ntitle: A\n---\n")
    site.write(path, settings + text if path == "site.yaml" else text)

    preview.publish(str(site.root), site.build().diagnostics)

    page = get(port, "/").text
    told = set(re.findall(r"(?:site\.yaml|content/_data/[\w.]+):\d+:\d+", page))
    assert told == {place}


def test_warnings_stand_folded_in_the_page(
    port: int, preview: PreviewedSite, tmp_path: Path
) -> None:
    """Quietly: nothing is covered, and what is not there is not there for another reason."""
    warning = Diagnostic("image-without-credit", "content/a.md", 3, 8, {"file": "<i>.jpg"})
    before = preview.look("/")
    preview.publish(str(tmp_path), [warning] * 30)

    page = get(port, "/").text
    fold = page.partition('<details id="sitegen_warnings"')[2].partition("</details>")[0]
    assert "30 warnings" in fold
    assert fold.count("content/a.md:3:8") == 20
    assert "and 10 other warnings" in fold
    assert "<i>" not in fold
    assert "sitegen_problems" not in page
    assert preview.look("/").problems != before.problems
    assert get(port, "/absent/").status == 404

    preview.publish(str(tmp_path), [])
    assert "sitegen_warnings" not in get(port, "/").text


def test_a_site_below_a_path_is_served_there(port: int, preview: PreviewedSite) -> None:
    preview.base_path = "/hub"

    assert get(port, "/").headers["location"] == "/hub/"
    assert get(port, "/hub").headers["location"] == "/hub/"
    assert get(port, "/hub/agenda").headers["location"] == "/hub/agenda/"
    assert get(port, "/hub/agenda/").status == 200
    assert [get(port, path).status for path in ("/agenda/", "/hubagenda/", "/hub/../agenda/")] == (
        [404, 404, 404]
    )


def test_several_requests_share_a_connection(port: int) -> None:
    request = b"GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request + request)
        received = b""
        while received.count(b"0123456789") < 2:
            received += connection.recv(1 << 16)

    assert received.count(b"HTTP/1.1 200") == 2


def test_a_large_file_comes_whole(port: int, preview: PreviewedSite) -> None:
    content = gzip.compress(os.urandom(3_000_000))
    (Path(preview.folder) / "large.bin").write_bytes(content)

    assert get(port, "/large.bin").body == content


def test_a_page_with_an_address_that_is_none_is_served(port: int, preview: PreviewedSite) -> None:
    (Path(preview.folder) / "index.html").write_text(
        '<body><img src="http://[x.png"><img srcset="a.png, http://[b.png 2x">Ici</body>'
    )

    assert "Ici" in get(port, "/").text


@pytest.mark.parametrize(
    ("path", "headers"),
    [("http://[", {}), ("http://[::1]x:y/", {}), ("/__sitegen/events", {"Origin": "http://["})],
)
def test_an_address_that_cannot_be_read_is_refused(
    port: int, path: str, headers: dict[str, str]
) -> None:
    assert get(port, path, **headers).status == 403


def test_a_long_word_in_a_page_takes_no_time(preview: PreviewedSite) -> None:
    """As the base64 of a picture in its address: 100 kB took a minute, at each request."""
    html = b'<link href="/a.css?v=1"><img src="data:image/png;base64,%s">' % (b"A" * 200_000)
    (Path(preview.folder) / "index.html").write_bytes(html)
    before = time.process_time()

    preview.look("/")

    assert time.process_time() - before < 2
    assert preview.sheets("/") == ["/a.css?v=1"]
