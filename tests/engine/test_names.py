"""Names and addresses: two for one, none at all, too long, reserved, odd, or leading elsewhere."""

import os
import resource
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.errors import SitegenError, UsageError
from sitegen.report.diagnostics import format_diagnostic
from sitegen.site.urls import unportable_part
from sitegen.sources.scan import is_skipped
from tests.engine.small_site import SMALL
from tests.support import SiteFolder


def document(keys: str = "", text: str = "Texte.") -> str:
    return f"---\ntitle: A\n{keys}---\n{text}\n"


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SMALL)


def told(site: SiteFolder) -> list[str]:
    """Build; return the codes of what is told."""
    try:
        diagnostics = site.build().diagnostics
    except SitegenError as error:
        diagnostics = list(error.diagnostics)
    return sorted({diagnostic.code for diagnostic in diagnostics})


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("content/news/2026-01-01-Forum.md", "content/news/2026-01-02-forum.md", "address-twice"),
        ("content/news/2026-01-01-été.md", "content/news/2026-01-02-ete.md", "address-twice"),
        ("content/news/2026-01-01-!!!.md", "content/news/2026-02-02-!!!.md", "address-twice"),
        ("content/news/forum.md", "content/news/forum/index.md", "address-twice"),
        ("content/Plan.pdf", "content/plan.pdf", "address-twice"),
        ("content/e\u0301.pdf", "content/é.pdf", "name-twice"),
    ],
)
def test_two_for_one_address_are_both_named(
    small: SiteFolder, first: str, second: str, code: str
) -> None:
    if sys.platform == "darwin":
        pytest.skip("its disks hold one of the two only")
    for path in (first, second):
        small.write(path, document() if path.endswith(".md") else "Un plan.")

    (diagnostic,) = small.build().diagnostics

    assert diagnostic.code == code
    assert code == "name-twice" or {diagnostic.path, diagnostic.values["other"]} == {first, second}


def test_tags_of_one_slug_are_one_page_under_one_name(small: SiteFolder) -> None:
    small.write("content/news/2026-01-01-b.md", document('tags: [Open Source, "L\'eau"]\n'))
    small.write("content/news/2026-01-02-c.md", document("tags: [open-source, L’eau]\n"))
    small.write("content/news/2026-01-03-d.md", document("tags: [open-source, L’eau]\n"))
    small.write("themes/mini/templates/tags.html", '{{ site.terms("tag") }}')

    assert told(small) == []
    shown = small.page("tags/index.html")
    assert ("open-source" in shown, "Open Source" in shown) == (True, False)
    assert (shown.count("L’eau"), shown.count("L&#39;eau")) == (1, 0)
    assert small.has("tags/l-eau/index.html")


def test_no_name_at_all_still_has_an_address_of_its_own(small: SiteFolder) -> None:
    for name in ("« !!! »", "🎉", "你好"):
        small.write(f"content/news/2026-01-01-{name}.md", document(f"tags: ['{name}']\n"))

    assert told(small) == []
    pages = {path for path in small.tree() if path.startswith("news/") and path.count("/") == 2}
    assert len(pages) == 2 + 3
    assert all(map(str.isascii, pages))


def test_long_titles_and_names_are_cut_where_they_are_addresses(small: SiteFolder) -> None:
    small.write(f"content/news/2026-01-01-{'a' * 230}.md", f"---\ntitle: {'é' * 300}\n---\n")
    small.write(
        "content/news/2026-01-02-b.md", document(f"slug: {'é' * 300}\ntags: [{'t' * 300}]\n")
    )
    small.write(f"content/{'p' * 251}.pdf", "as long as a name may be")
    small.write("content/" + "/".join(["d" * 200] * 15) + "/x.pdf", "deep")

    assert told(small) == ["slug-refused"]
    assert small.has(f"{'p' * 251}.pdf")
    assert max(len(path.split("/")[1]) for path in small.tree() if path.startswith("news/a")) <= 100


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("con.pdf", "con.pdf"),
        ("news/aux/index.html", "news/aux"),
        ("NUL", "NUL"),
        ("a/lpt1.tar.gz", "a/lpt1.tar.gz"),
        ("a./b", "a."),
        ("a /b", "a "),
        ("a:b", "a:b"),
        ("qui?.pdf", "qui?.pdf"),
        ("connexion/auxiliaire/nuls.html", ""),
        ("a.b/c d.pdf", ""),
    ],
)
def test_what_windows_takes_for_no_name(path: str, part: str) -> None:
    assert unportable_part(path) == part


def test_names_that_windows_does_not_take_are_told_once_with_their_place(small: SiteFolder) -> None:
    small.write(
        "content/news/2026-01-01-aux.md", document("aliases: [/Aide:Accueil/]\ntags: [nul]\n")
    )
    small.write("content/con.pdf", "x")

    told = [
        (diagnostic.path, diagnostic.line, diagnostic.values["address"])
        for diagnostic in small.build().diagnostics
    ]

    assert sorted(told) == [
        ("content/con.pdf", 0, "/con.pdf"),
        ("content/news/2026-01-01-aux.md", 0, "/tags/nul"),
        ("content/news/2026-01-01-aux.md", 1, "/news/aux"),
        ("content/news/2026-01-01-aux.md", 3, "/Aide:Accueil"),
    ]
    assert small.has("con.pdf")


LEADING_OUT = [
    'aliases: ["/%2e%2e/x/"]',
    'aliases: ["/..%2fx/"]',
    'aliases: ["/a/%2e%2e/%2e%2e/x"]',
    r'aliases: ["/..\\x"]',
    'aliases: ["/%5c..%5cx/"]',
    'aliases: ["/a%00b/"]',
    'aliases: ["https://evil.example/x"]',
    'attachments: ["../../site.yaml"]',
    'attachments: ["/../site.yaml"]',
    'image: {src: "../../site.yaml", alt: x}',
    'template: "../../../site.yaml"',
]


@pytest.mark.parametrize("keys", LEADING_OUT)
def test_no_key_leads_out_of_the_site(small: SiteFolder, keys: str) -> None:
    small.build()
    around = set(small.root.rglob("*")) | set(small.root.parent.iterdir())
    small.write("content/news/2026-01-01-b.md", document(keys + "\n"))
    small.write("content/news/2026-01-02-c.md", document("slug: ../../x\nsection: ../../y\n"))

    code, refused = sorted(told(small), key="slug-refused".__eq__)

    assert refused == "slug-refused"
    assert code in ("unsafe-address", "missing-file", "template-missing", "alias-with-host")
    new = set(small.root.rglob("*")) | set(small.root.parent.iterdir())
    inside = (str(small.output), str(small.root / ".sitegen"), str(small.root / "content"))
    assert not [path for path in new - around if not str(path).startswith(inside)]


def test_a_section_and_its_articles_stand_in_one_folder(small: SiteFolder) -> None:
    small.write("content/Élus & Cie/2026-01-01-b.md", document())

    assert told(small) == []
    assert small.has("elus-cie/index.html")
    assert small.has("elus-cie/b/index.html")


SECRETS = (".git/config", ".env", "_drafts/x.md", "a~", ".a.swp", "a.swp", "#x#", ".#x",
           ".DS_Store", "Thumbs.db", "thumbs.db", "desktop.ini", ".sitegen/state.db", "x.bak",
           "x.orig", "x.rej", "x.tmp", "~$note.docx", ".~lock.a.odt#", ".htpasswd", ".svn/x",
           "x.kate-swp", "x.part", "x.crdownload", "node_modules/x", "__MACOSX/x",
           "$RECYCLE.BIN/x")  # fmt: skip


def test_what_is_no_part_of_a_site_is_published_from_nowhere(small: SiteFolder) -> None:
    for folder in ("content", "content/news", "themes/mini/static", "themes/mini/templates/static"):
        for name in SECRETS:
            small.write(f"{folder}/{name}", "SECRET")

    assert told(small) == []
    assert not [path for path, content in small.tree().items() if b"SECRET" in content]


def test_names_that_only_look_like_those_are_published() -> None:
    names = ("rapport.pdf", "plan#2.pdf", "C#.md", "partage.html", "a.swf", "temp.md", "_index.md")

    assert not any(map(is_skipped, names))


TARGETS = (".git/config", ".env", "site.yaml", ".sitegen/state.db", "output", "output/index.html",
           ".", "..", "../outside.txt", "content/nowhere.txt", "content/news/_drafts")  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("folder", ["content", "themes/mini/static"])
def test_a_link_publishes_nothing_that_the_site_would_not(
    small: SiteFolder, target: str, folder: str
) -> None:
    small.build()
    for name in (".git/config", ".env", "../outside.txt", "content/news/_drafts/x.txt"):
        small.write(name, "SECRET")
    before = small.tree()
    os.symlink(small.root / target, small.root / folder / "link")

    assert told(small) in (["link-outside"], ["unreadable"])
    assert small.tree() == before


def test_a_link_within_the_site_is_followed(small: SiteFolder) -> None:
    small.write("photos/a.txt", "vue")
    os.symlink(small.root / "photos", small.root / "content/photos")

    assert told(small) == []
    assert small.page("photos/a.txt") == "vue"


@pytest.mark.parametrize("folder", ["content", "themes/mini"])
def test_a_source_folder_elsewhere_is_not_read(small: SiteFolder, folder: str) -> None:
    small.build()
    before = small.tree()
    (small.root / folder).rename(small.root.parent / "elsewhere")
    os.symlink(small.root.parent / "elsewhere", small.root / folder)

    assert "link-outside" in told(small)
    assert small.tree() == before


def test_links_that_lead_round_in_a_circle_end(small: SiteFolder) -> None:
    os.symlink("b", small.root / "content/a")
    os.symlink("a", small.root / "content/b")
    os.symlink(".", small.root / "content/news/same")

    assert told(small) == ["unreadable"]


@pytest.mark.parametrize("kind", ["pipe", "socket"])
@pytest.mark.parametrize(
    "path",
    ["content/x.md", "content/_data/x.yaml", "content/x.jpg", "themes/mini/templates/x.html"],
)
def test_what_is_no_file_is_told_and_never_opened(
    small: SiteFolder, monkeypatch: pytest.MonkeyPatch, kind: str, path: str
) -> None:
    monkeypatch.chdir((small.root / path).parent)
    if kind == "pipe":
        os.mkfifo(Path(path).name)
    else:
        with socket.socket(socket.AF_UNIX) as taken:
            taken.bind(Path(path).name)

    assert told(small) == ["not-a-file"]


@pytest.mark.parametrize("path", ["site.yaml", "themes/mini/theme.yaml"])
def test_settings_that_are_a_pipe_or_endless_are_told_at_once(small: SiteFolder, path: str) -> None:
    (small.root / path).unlink(missing_ok=True)
    for make in (
        os.mkfifo,
        lambda name: os.truncate(os.open(name, os.O_CREAT | os.O_RDWR), 3 << 30),
    ):
        make(small.root / path)
        with pytest.raises(UsageError) as caught:
            small.build()
        assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["unreadable"]
        (small.root / path).unlink()


SPARSE = ("content/x.md", "content/_data/x.yaml", "content/_data/x.csv", "content/x.jpg",
          "content/x.SVG", "themes/mini/templates/x.html", "themes/mini/locales/fr.po")  # fmt: skip


def test_three_empty_gigabytes_are_refused_where_they_would_be_read_whole(
    small: SiteFolder,
) -> None:
    for path in SPARSE:
        small.write(path, "")
        os.truncate(small.root / path, 3 << 30)

    diagnostics = small.build().diagnostics

    assert {diagnostic.code for diagnostic in diagnostics} == {"document-too-large"}
    assert {diagnostic.path for diagnostic in diagnostics} == set(SPARSE)


@pytest.mark.slow
def test_a_large_file_is_copied_piece_by_piece(small: SiteFolder) -> None:
    small.write("content/film.mp4", "")
    os.truncate(small.root / "content/film.mp4", 256 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert told(small) == []

    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (small.output / "film.mp4").stat().st_size == 256 << 20
    assert (after - before) // 1024 < 100, "megabytes more"


@pytest.mark.parametrize("name", ["a\nb.pdf", "esc\x1b[31m.md", "photo\u202egpj.exe", "x\u200b.md"])
def test_signs_that_cannot_be_seen_stand_in_no_name(small: SiteFolder, name: str) -> None:
    small.write(f"content/{name}", document())

    (diagnostic,) = small.build().diagnostics

    assert diagnostic.code == "bad-name"
    assert format_diagnostic(diagnostic).split(" [")[0].isprintable()
