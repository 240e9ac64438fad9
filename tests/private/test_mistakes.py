"""A build with mistakes shows nobody what is for few, and takes nothing from these."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.catalogue import severity
from sitegen.model.kinds import PREVIEWED
from tests.private.keys import PASSWORD, USUAL, keys, ring, secret
from tests.private.reader import Door, unseal
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
private: {rounds: 100000}
-- content/news/public.md --
---
title: Public
date: 2026-01-01
---
Un texte pour tous.
-- content/members/_index.md --
---
title: Les membres
access: members
---
Entre nous.
-- content/members/minutes.md --
---
title: Compte rendu
date: 2026-01-02
attachments: [budget.txt]
event: {start: 2027-01-05, name: Assemblée}
---
Une confidence.
-- content/members/budget.txt --
Mille euros.
-- content/news/before.md --
---
title: Avant
embargo: 2026-12-24 06:00
preview: press
---
Un embargo.
"""
MINUTES = "content/members/minutes.md"
CONFIDENCE = (b"confidence", b"Mille euros", b"Compte rendu", b"Un embargo", b"Entre nous")


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(HUB)
    site.keys = USUAL
    assert site.build().diagnostics == []
    return site


def told(site: SiteFolder) -> list[str]:
    return [
        path for path, raw in site.tree().items() if any(secret in raw for secret in CONFIDENCE)
    ]


def forget(site: SiteFolder) -> None:
    """Leave nothing of earlier builds: what CI has without its cache."""
    shutil.rmtree(site.root / ".sitegen")
    shutil.rmtree(site.output)


def public_files(site: SiteFolder) -> dict[str, bytes]:
    return {path: raw for path, raw in site.tree().items() if not path.startswith("prive/")}


def door(site: SiteFolder, document_id: str, audience: str = "members") -> Door:
    address = site.inspect(
        lambda opened: opened.session.index.audiences[audience].address_of(document_id)
    )
    return Door(site.root / "output" / address.strip("/") / "index.html")


def opened(site: SiteFolder, document_id: str) -> dict[str, Any]:
    """Return what a member reads."""
    gate = door(site, document_id)
    key = gate.key(gate.secret_of(PASSWORD))
    assert key
    return gate.content(key)


def test_a_member_reads_page_attachment_and_calendar(hub: SiteFolder) -> None:
    content = opened(hub, "members/minutes.md")
    gate = door(hub, "members/minutes.md")
    key = gate.key(gate.secret_of(PASSWORD))
    assert key

    assert "Une confidence." in content["html"]
    assert content["title"] == "Compte rendu – Hub"
    contents = {
        name: unseal(key, (hub.output / url.lstrip("/")).read_bytes(), Path(url).stem)
        for url, name, _ in content["files"].values()
        if url.endswith(".bin")
    }
    assert contents["budget.txt"] == b"Mille euros.\n"
    assert b"SUMMARY:Assembl" in contents["event.ics"]
    assert gate.key(secret(51))  # the member with a link of their own
    assert gate.key(secret(11)) is None  # a reader of previews is none


def test_a_mistake_leaves_few_what_they_had_and_tells_the_public_nothing(hub: SiteFolder) -> None:
    before = hub.tree()
    hub.replace(MINUTES, "title: Compte rendu", "titel: Compte rendu")
    hub.replace("content/members/_index.md", "title: Les membres", "titel: Les membres")

    report = hub.build()

    assert {error.path for error in report.errors} == {MINUTES, "content/members/_index.md"}
    assert hub.tree() == before
    assert told(hub) == []


def test_a_new_section_whose_text_is_broken_shows_nobody_what_is_in_it(hub: SiteFolder) -> None:
    hub.write("content/board/_index.md", "---\ntitel: Bureau\naccess: members\n---\nEntre nous.\n")
    hub.write("content/board/a.md", "---\ntitle: A\ndate: 2026-01-05\n---\nUne confidence.\n")
    hub.write("content/board/a.txt", "Mille euros.")

    report = hub.build()

    assert {error.path for error in report.errors} == {"content/board/_index.md"}
    assert told(hub) == []


def test_what_becomes_private_leaves_the_public_even_with_a_mistake(hub: SiteFolder) -> None:
    hub.write("content/news/public.md", "---\ntitel: Public\naccess: members\n---\nUn texte.\n")

    report = hub.build()

    assert report.errors
    assert not hub.has("news/public/index.html")
    assert "Public" not in hub.page("feed.xml")


def test_without_keys_a_build_says_what_is_left_out_and_is_otherwise_the_same(
    hub: SiteFolder,
) -> None:
    before = public_files(hub)
    hub.keys = keys("https://other.example.org/", press=ring(1))

    report = hub.build()

    assert hub.tree() == before
    assert [(diagnostic.code, diagnostic.values) for diagnostic in report.diagnostics] == [
        ("private-left-out", {"name": "members", "number": "2"}),
        ("private-left-out", {"name": "press", "number": "1"}),
    ]


def test_after_the_embargo_the_page_is_public_and_the_preview_leads_there(hub: SiteFolder) -> None:
    preview = door(hub, "news/before.md", "press/news/before.md")
    path = f"prive/{preview.name}/index.html"
    assert hub.has(path)

    hub.build(now="2026-12-24T06:00+01:00")

    assert "Un embargo." in hub.page("news/before/index.html")
    assert 'url=/news/before/"' in hub.page(path)
    assert not [
        page
        for page in hub.tree()
        if page.startswith("prive/") and preview.name in page and page != path
    ]
    assert PREVIEWED.in_sitemap == ""
    assert preview.name not in hub.page("sitemap.xml")


def test_the_same_keys_give_the_same_bytes_and_other_readers_other_ones(
    hub: SiteFolder, tmp_path: Path
) -> None:
    twin = SiteFolder(tmp_path / "twin")
    twin.lay_out(HUB)
    twin.keys = USUAL
    twin.build()
    assert twin.tree() == hub.tree()

    twin.keys = keys(press=ring(10, "afp", "board"), members=ring(50, all=PASSWORD))
    twin.build()

    sealed = [path for path in hub.tree() if path.startswith("prive/")]
    assert sealed == [path for path in twin.tree() if path.startswith("prive/")]
    assert opened(twin, "members/minutes.md") == opened(hub, "members/minutes.md")
    assert door(twin, "members/minutes.md").key(secret(51)) is None
    slots = [len(door(site, "members/minutes.md").envelope["slots"]) for site in (hub, twin)]
    assert slots == [8, 8]


def test_no_key_meets_two_texts(hub: SiteFolder) -> None:
    """Each salt stands for one content: nothing is sealed twice with one key and nonce."""
    salts: dict[bytes, bytes] = {}
    for text in ("Une confidence.", "Un autre texte.", "Une confidence."):
        hub.write(MINUTES, f"---\ntitle: Compte rendu\ndate: 2026-01-02\n---\n{text}\n")
        hub.build()
        for path, raw in hub.tree().items():
            if path.startswith("prive/"):
                sealed = raw if path.endswith(".bin") else Door(hub.output / path).sealed
                assert salts.setdefault(sealed[:32], sealed) == sealed
    assert len(salts) > 6


def test_a_menu_leads_to_a_private_section_under_a_title_of_its_own(hub: SiteFolder) -> None:
    hub.append("site.yaml", "menus: {main: [news, {title: Entrée, target: members}]}\n")

    assert hub.build().diagnostics == []

    address = hub.inspect(
        lambda opened: opened.session.index.audiences["members"].address_of("members/_index.md")
    )
    assert f'<a href="{address}"' in hub.page("news/public/index.html")
    assert told(hub) == []
    hub.keys = keys("https://other.example.org/")
    hub.build()
    assert "Entrée" not in hub.page("news/public/index.html")


@pytest.mark.parametrize("title", ["title", "titel"])
def test_a_site_that_is_private_as_a_whole_shows_nobody_its_texts(
    hub: SiteFolder, title: str
) -> None:
    """Whoever writes it means all that stands below, whatever else is wrong there."""
    hub.write("content/_index.md", f"---\n{title}: Accueil\naccess: members\n---\nEntre nous.\n")
    hub.write("content/news/new.md", "---\ntitle: N\ndate: 2026-01-05\n---\nUne confidence.\n")
    hub.write("content/news/new.txt", "Mille euros.")

    hub.build()

    assert told(hub) == []
    if title == "title":
        assert not hub.has("news/public/index.html")
        assert "Une confidence." in opened(hub, "news/new.md")["html"]


def _event(title: str, day: int, event: str, access: str = "") -> str:
    return (
        f"---\ntitle: {title}\ndate: 2026-01-{day:02}\n{access}"
        f"event: {{start: 2027-01-07, name: {title}, {event}}}\n---\nUn texte.\n"
    )


@pytest.mark.parametrize("event", ["id: meeting", "uid: meeting@hub.example.org"])
@pytest.mark.parametrize("first", ["private", "public", "clean"])
def test_a_private_event_takes_the_place_of_no_public_one(
    hub: SiteFolder, event: str, first: str
) -> None:
    """Whoever was there first: the public's site is what it is without keys and private pages."""
    private, public = "content/members/meeting.md", "content/news/meeting.md"
    texts = {private: _event("Réunion", 6, event), public: _event("Fête", 7, event)}
    if first == "clean":
        forget(hub)
    else:
        known = private if first == "private" else public
        hub.write(known, texts[known])
        assert hub.build().diagnostics == []
    for path, text in texts.items():
        hub.write(path, text)

    report = hub.build()

    assert {error.path for error in report.errors} == {private}
    assert "Fête" in hub.page("news/meeting/index.html")
    assert "Fête" in hub.page("feed.xml")
    with_private = public_files(hub)
    hub.remove(private)
    forget(hub)
    hub.build()
    assert public_files(hub) == with_private


def test_a_key_that_hides_with_nothing_to_be_seen_behind_it_is_refused(hub: SiteFolder) -> None:
    keys_that_hide = ("draft", "embargo", "expires", "access", "preview")
    lines = [
        f"{key}: {value}" for key in keys_that_hide for value in ('""', '" "', "\u00a0", "", "~")
    ]
    lines += ["preview: {access: }", 'preview: {access: ""}', 'preview: {access: a, until: " "}']
    paths = [f"content/news/{number}.md" for number in range(len(lines))]
    for path, line in zip(paths, lines, strict=True):
        hub.write(path, f"---\ntitle: A\n{line}\n---\nUne confidence.\n")

    report = hub.build()

    assert [(error.code, error.path) for error in report.errors] == [
        ("empty-key", path) for path in sorted(paths)
    ]
    assert told(hub) == []


_SECTION = "---\ntitle: Bureau\naccess: members\n---\nEntre nous.\n"
_SLIPS: dict[str, str | bytes] = {
    "utf-16": _SECTION.encode("utf-16"),
    "utf-16, big end first": b"\xfe\xff" + _SECTION.encode("utf-16-be"),
    "latin-1": _SECTION.replace("Bureau", "Été").encode("latin-1"),
    "tab": _SECTION.replace("access", "\taccess"),
    "space": _SECTION.replace("access", " access"),
    "no-break space": _SECTION.replace("access", "\u00a0access"),
    "space in the first line": "---\n access: members\ntitle: Bureau\n---\n",
    "below a key": "---\ntitle: Bureau\naliases:\n access: members\n---\n",
    "list": _SECTION.replace("members", "[members]"),
    "list of lines": _SECTION.replace("members", "\n  - members"),
    "mapping": _SECTION.replace("members", "{name: members}"),
    "nothing": _SECTION.replace(" members", ""),
    "comment": _SECTION.replace("members", "# members"),
    "empty": _SECTION.replace("members", '""'),
    "blank": _SECTION.replace("members", '" "'),
    "no-break space alone": _SECTION.replace("members", "\u00a0"),
    "null": _SECTION.replace("members", "~"),
    "no colon": _SECTION.replace("access:", "access"),
    "full-width colon": _SECTION.replace("access:", "access\uff1a"),
    "quote that is not closed": _SECTION.replace("members", '"members'),
    "braces": "---\n{titel: Bureau, access: members}\n---\n",
    "json": '{"title": "Bureau", "access": "members"}\n',
    "a word for it": _SECTION.replace("access", "Réservée"),
    "the key of another program": _SECTION.replace("access: members", "private: true"),
    "a password": _SECTION.replace("access", "mot-de-passe"),
    "a password in words": _SECTION.replace("access", "Mot de passe "),
    "whom it is for, in a list": _SECTION.replace("access: members", "membres:\n  - AMF"),
    "a list at the edge": _SECTION.replace("access: members", "réservé:\n- adhérents"),
    "a word and a comment": _SECTION.replace("access: members", "private: # pour les membres"),
    "a word in braces": "---\n{title: Bureau, private: true}\n---\nEntre nous.\n",
    "braces over lines": "---\n{\n  title: Bureau,\n  mot de passe: hop\n}\n---\n",
    "a word in latin-1": _SECTION.replace("access: members", "privé: oui").encode("latin-1"),
    "a word in a second head": _SECTION.replace("access: members", "---\nprivé: oui"),
    "a word below a broken title": "---\ntitle: A : B\n- privé : oui\n---\n",
    "not for the public": _SECTION.replace("access: members", "public: non"),
    "a draft that is none": _SECTION.replace("access: members", "draft: [oui]"),
    "preview": _SECTION.replace("access", "preview"),
    "preview of several": _SECTION.replace("access: members", "preview: {access: members}"),
    "embargo": _SECTION.replace("access: members", "embargo: 2027-01-01"),
    "no front matter": "Entre nous.\n",
    "another format": b"PK\x03\x04 docx",
}


@pytest.mark.parametrize("slip", _SLIPS)
def test_a_slip_in_the_text_of_a_new_section_shows_nobody_what_is_in_it(
    make_site: Callable[[str], SiteFolder], slip: str
) -> None:
    site = make_site(HUB)
    site.write("content/board/_index.md", _SLIPS[slip])
    site.write("content/board/a.md", "---\ntitle: A\ndate: 2026-01-05\n---\nUne confidence.\n")
    site.write("content/board/below/b.md", "---\ntitle: B\n---\nUne confidence.\n")
    site.write("content/board/a.txt", "Mille euros.")

    report = site.build()

    assert {error.path for error in report.errors} == {"content/board/_index.md"}
    assert told(site) == []
    assert "Un texte pour tous." in site.page("news/public/index.html")


@pytest.mark.parametrize("name", ["_index.en.md", "index.en.md", "_index.md"])
@pytest.mark.parametrize("line", ["access: members", "private: true", "membres:\n- AMF"])
def test_a_slip_in_one_language_of_a_section_shows_nobody_what_is_in_its_folder(
    make_site: Callable[[str], SiteFolder], name: str, line: str
) -> None:
    site = make_site(HUB)
    site.append("site.yaml", "languages: {en: {title: Hub}}\n")
    site.write(f"content/board/{name}", f"---\ntitel: Bureau\n{line}\n---\nEntre nous.\n")
    for path in ("a.md", "b.en.md"):
        site.write(f"content/board/{path}", "---\ntitle: A\n---\nUne confidence.\n")
    site.write("content/board/a.txt", "Mille euros.")

    assert {error.path for error in site.build().errors} == {f"content/board/{name}"}
    assert told(site) == []


@pytest.mark.parametrize("name", ["index.md", "index.en.md"])
@pytest.mark.parametrize("head", ["embargo: 2030-01-01\n", "draft: oui\n", ""])
def test_parts_of_a_page_that_cannot_be_read_wait_with_it_in_each_language(
    make_site: Callable[[str], SiteFolder], name: str, head: str
) -> None:
    site = make_site(HUB)
    site.append("site.yaml", "languages: {en: {title: Hub}}\n")
    site.write(f"content/board/{name}", f"---\ntitel: Bureau\n{head}---\nEntre nous.\n")
    for path in ("a.md", "b.en.md"):
        site.write(f"content/board/{path}", "---\ntitle: A\n---\nUne confidence.\n")

    assert {error.path for error in site.build().errors} == {f"content/board/{name}"}
    assert told(site) == []


@pytest.mark.parametrize(
    "name",
    [
        "_Index.md", "_INDEX.MD", "_index.md.txt", "_index.txt", "_index .md", "_index.mkd",
        "__index.md", "_index.mdx", "_index (1).md", "_index.fr.md", "_indexe.md",
    ],
)  # fmt: skip
@pytest.mark.parametrize("line", ["access: members", "privé : oui"])
def test_a_text_nearly_called_as_a_sections_is_told_and_shows_nobody_its_folder(
    hub: SiteFolder, name: str, line: str
) -> None:
    hub.write(f"content/board/{name}", f"---\ntitle: Bureau\n{line}\n---\nEntre nous.\n")
    hub.write("content/board/a.md", "---\ntitle: A\n---\nUne confidence.\n")
    hub.write("content/board/a.txt", "Mille euros.")

    report = hub.build()

    assert [(error.code, error.path) for error in report.errors] == [
        ("section-text-misnamed", f"content/board/{name}")
    ]
    assert told(hub) == []
    hub.write("content/board/_index.md", "---\ntitle: Bureau\naccess: members\n---\n")
    assert hub.build().errors == []  # now it is a copy
    assert told(hub) == []


@pytest.mark.parametrize("name", ["_Index.md", "_index.md.txt", "_index.fr.md"])
def test_a_private_sections_text_under_another_name_leaves_its_folder_to_its_readers(
    hub: SiteFolder, name: str
) -> None:
    text = "content/members/_index.md"
    (hub.root / text).rename((hub.root / text).with_name(name))

    assert [error.code for error in hub.build().errors] == ["section-text-misnamed"]
    assert told(hub) == []
    assert "Une confidence." in opened(hub, MINUTES.removeprefix("content/"))["html"]


def test_what_nobody_takes_for_a_sections_text_is_passed_over(hub: SiteFolder) -> None:
    for name in ("_index.html", "_index.scss", "_indexation.md", "_brouillon.md"):
        hub.write(f"content/club/{name}", "---\ntitle: A\naccess: members\n---\n")
    hub.write("content/club/a.md", "---\ntitle: A\n---\nUn texte.\n")

    assert hub.build().diagnostics == []
    assert hub.has("club/a/index.html")


def test_a_text_of_a_section_without_a_head_hides_nothing_that_another_language_shows(
    hub: SiteFolder,
) -> None:
    hub.append("site.yaml", "languages: {en: {title: Hub}}\n")
    hub.write("content/news/_index.md", "---\ntitle: Actualités\n---\n")
    assert hub.build().errors == []
    hub.write("content/news/_index.en.md", "Our news.\n")

    assert hub.build().errors
    assert "Un texte pour tous." in hub.page("news/public/index.html")


def test_an_access_that_cannot_be_understood_takes_nothing_from_readers(hub: SiteFolder) -> None:
    before = hub.tree()
    for path in ("content/members/_index.md", MINUTES):
        hub.replace(path, "\n---\n", "\naccess: [members]\n---\n")
    hub.replace("content/members/_index.md", "access: members\n", "")

    report = hub.build()

    assert {error.path for error in report.errors} == {MINUTES, "content/members/_index.md"}
    assert hub.tree() == before


def test_what_was_public_leaves_it_for_an_access_that_cannot_be_understood(
    hub: SiteFolder,
) -> None:
    hub.replace("content/news/public.md", "title: Public", "title: Public\naccess: [members]")
    hub.write("content/club/_index.md", "---\ntitle: Le club\n---\n")
    hub.write("content/club/a.md", "---\ntitle: A\n---\nUne confidence.\n")
    assert hub.build().errors
    assert not hub.has("news/public/index.html")
    assert told(hub) == ["club/a/index.html"]

    hub.write("content/club/_index.md", "---\ntitle: Le club\n\taccess: members\n---\n")
    hub.build()

    assert told(hub) == []


@pytest.mark.parametrize(
    "line", ["private: false", "visibility: public", "password:", "Mot de passe : non"]
)
def test_a_word_for_access_that_hides_nothing_withdraws_nothing(hub: SiteFolder, line: str) -> None:
    before = hub.page("news/public/index.html")
    hub.replace("content/news/public.md", "title: Public", f"title: Public\n{line}")

    told = ["unknown-key-near" if line == "password:" else "key-shown"]
    assert [error.code for error in hub.build().errors] == told
    assert hub.page("news/public/index.html") == before


def test_a_slip_that_hides_nothing_leaves_a_new_section_public(hub: SiteFolder) -> None:
    hub.write("content/club/_index.md", "---\ntitel: Le club\nextra:\n  access: free\n---\n")
    hub.write("content/club/a.md", "---\ntitle: A\n---\nUne confidence.\n")

    assert {error.path for error in hub.build().errors} == {"content/club/_index.md"}

    assert told(hub) == ["club/a/index.html"]


@pytest.mark.parametrize("with_keys", [True, False])
def test_a_private_link_keeps_no_public_page_that_was_taken_away(
    hub: SiteFolder, with_keys: bool
) -> None:
    hub.write("content/news/other.md", "---\ntitle: O\ndate: 2026-01-03\n---\nO.\n")
    hub.append(MINUTES, "\n[O](../news/other.md)\n")
    assert hub.build().diagnostics == []
    hub.remove("content/news/other.md")
    if not with_keys:
        hub.keys = keys("https://other.example.org/")

    report = hub.build()

    assert {error.path for error in report.errors} == ({MINUTES} if with_keys else set())
    assert not hub.has("news/other/index.html")
    if with_keys:
        assert "Une confidence." in opened(hub, "members/minutes.md")["html"]


@pytest.mark.parametrize("path", ["content/news/x.md", "content/club/_index.md"])
def test_what_becomes_private_leaves_the_public_though_it_leads_nowhere(
    hub: SiteFolder, path: str
) -> None:
    """The mistake is told by its readers' index; the older form stands in for few alone."""
    hub.write("content/club/a.md", "---\ntitle: A\n---\nUn texte.\n")
    hub.write(path, "---\ntitle: X\n---\nUn texte.\n")
    assert hub.build().diagnostics == []
    hub.write(path, "---\ntitle: X\naccess: members\n---\n[a](gone.md)\n")
    hub.write("content/club/b.md", "---\ntitle: B\n---\nUn texte.\n")

    hub.build()

    assert not hub.has("news/x/index.html")
    assert hub.has("club/b/index.html") == hub.has("club/a/index.html") == ("news" in path)


@pytest.mark.parametrize("broken", ["", "content/news/public.md", "content/news/a.md"])
def test_a_text_that_joins_a_private_section_leaves_the_public(
    broken: str, hub: SiteFolder
) -> None:
    joined = "---\ntitle: A\ndate: 2026-01-03\nsection: members\n---\nUne confidence.\n"
    hub.write("content/news/a.md", joined.replace("section: members\n", ""))
    hub.build()
    assert "news/a/index.html" in told(hub)
    hub.write("content/news/a.md", joined)
    if broken:
        hub.replace(broken, "title:", "titlee:")

    report = hub.build()

    assert bool(report.diagnostics) == bool(broken)
    assert told(hub) == []
    assert "Une confidence" in opened(hub, "news/a.md")["html"]


DAY = "date: 2026-01-03\n"
MOVED_AWAY = {
    "joins": ("joins.md", f"{DAY}section: members\n"),
    "folder": ("../members/folder.md", DAY),
    "alias": ("../members/other.md", f"{DAY}aliases: [/alias/]\n"),
    "page": ("../members/page/index.md", DAY),
    "part": ("draft/part.md", DAY),
    "day": ("2027-01-03-day.md", ""),
}
"""Where texts go that nobody is to read any more, or few, and what they say of it."""


@pytest.mark.parametrize("slip", ["titlee: x\n---\n", "summary: a : b\n---\n", "---\n[a](b.md)\n"])
def test_what_goes_where_few_or_nobody_read_leaves_the_public_even_with_a_mistake(
    hub: SiteFolder, slip: str
) -> None:
    """By its section, its folder, the page of its folder or its name, though its address is the
    same; a translation by what it translates.
    """
    hub.append("site.yaml", "urls: {article: '/{slug}/'}\nlanguages: {en: {title: Hub}}\n")
    hub.write("content/news/draft/index.md", "---\ntitle: D\ndraft: true\n---\n")
    head = "---\ntitle: Une confidence\n"
    translated = {"wait": "draft: true", "few": "access: members"}
    for name in (*MOVED_AWAY, *(f"{name}.en" for name in translated)):
        hub.write(f"content/news/{name}.md", f"{head}{DAY}---\n")
    for name in translated:
        hub.write(f"content/news/{name}.md", f"---\ntitle: A\n{DAY}---\n")
    hub.build()
    pages = {f"{name}/index.html" for name in (*MOVED_AWAY, "en/wait", "en/few")}
    assert pages <= set(told(hub))

    for name, (path, said) in MOVED_AWAY.items():
        hub.remove(f"content/news/{name}.md")
        hub.write(f"content/news/{path}", f"{head}{said}{slip}")
    for name, key in translated.items():
        for ending in (".md", ".en.md"):
            hub.remove(f"content/news/{name}{ending}")
        same = f"{DAY}slug: {name}\n"
        hub.write(f"content/news/new-{name}.md", f"---\ntitle: A\n{same}{key}\n---\n")
        hub.write(f"content/news/new-{name}.en.md", f"{head}{same}{slip}")
    report = hub.build()

    assert len(report.errors) > 4  # of what waits, links are not followed
    assert told(hub) == []


@pytest.mark.parametrize(
    ("theirs", "public", "code"),
    [
        ("id: ag", "id: ag", "event-id-twice"),
        ("uid: ag@elsewhere.example", "uid: ag@elsewhere.example", "event-uid-twice"),
        ("uid: ag@hub.example.org", "id: ag", "event-uid-twice"),
        ("id: ag", "uid: ag@hub.example.org", "event-uid-twice"),
        ("id: ag", "id: other", ""),
    ],
)
def test_readers_of_both_calendars_lose_no_event(
    theirs: str, public: str, code: str, hub: SiteFolder
) -> None:
    """To calendars two events with one UID are one: it would take the other’s place."""
    hub.replace("content/news/public.md", "date:", f"event: {{start: 2027-02-03, {public}}}\ndate:")
    hub.replace(MINUTES, "{start", f"{{{theirs}, start")

    errors = [
        diagnostic for diagnostic in hub.build().diagnostics if severity(diagnostic) == "error"
    ]

    assert [(diagnostic.code, diagnostic.path) for diagnostic in errors] == (
        [(code, MINUTES)] if code else []
    )
    assert told(hub) == []


def test_a_key_that_a_text_took_in_makes_nothing_public(hub: SiteFolder) -> None:
    hub.write(
        "content/news/swallowed.md",
        "---\ntitle: Autre\nsummary: >\n  Rien.\n  access: members\n---\nUne confidence.\n",
    )

    report = hub.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["key-swallowed"]
    assert told(hub) == []


def test_a_page_that_fails_for_few_holds_the_theme_back_from_nobody(hub: SiteFolder) -> None:
    """The readers keep what they had; what all others are shown is new."""
    before = opened(hub, "members/minutes.md")
    hub.replace("site.yaml", "private:", "theme: own\nprivate:")
    hub.write("themes/own/theme.yaml", "name: own\nextends: association\n")
    hub.write(
        "themes/own/templates/article.html",
        '{% extends "parent:article.html" %}{% block content %}<p>Habillage neuf.</p>'
        "{% if entry.title == 'Compte rendu' %}{{ absent.value }}{% endif %}"
        "{{ super() }}{% endblock %}",
    )

    report = hub.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["template-failed"]
    assert b"Habillage neuf" in public_files(hub)["news/public/index.html"]
    assert opened(hub, "members/minutes.md") == before
    assert told(hub) == []


def test_a_key_that_a_quoted_text_took_in_makes_nothing_public(hub: SiteFolder) -> None:
    hub.write(
        "content/news/swallowed.md",
        '---\ntitle: "Autre\naccess: members\nsummary: Rien."\n---\nUne confidence.\n',
    )

    report = hub.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["key-swallowed"]
    assert told(hub) == []
