"""`sitegen new`: documents that are right from the start, and nothing overwritten."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.scaffold.archetypes import archetypes
from tests.scaffold.command import NOON, Result
from tests.scaffold.terminal import converse

SITE = """title: Hub
url: https://hub.example.org/
language: {language}
sections:
  communiques: {{title: Communiqués de presse}}
  nouvelles: {{title: Actualités}}
  publications: {{}}
"""
DAY = "2026-11-22"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path, "fr")


def make(folder: Path, language: str) -> Path:
    (folder / "site.yaml").write_text(SITE.format(language=language), encoding="utf-8")
    (folder / "content" / "agenda").mkdir(parents=True)
    (folder / "content" / "agenda" / "_index.md").write_text("---\ntitle: Agenda\n---\n")
    return folder


def new(root: Path, *arguments: str) -> Result:
    return Result(root, "new", *arguments)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_it_writes_is_in_the_form_that_format_gives(tmp_path: Path, language: str) -> None:
    pytest.importorskip("mdformat")
    root = make(tmp_path, language)
    start = ["--start", "2027-03-02 09:30", "--end", "2027-03-02 17:00"]
    for archetype, options in (
        ("communiqué", ["--place", "Tours"]), ("actualité", []),
        ("événement", [*start, "--place", "Tours"]), ("page", []),
    ):  # fmt: skip
        signed = ["--author", "Ana Ruiz"] if archetype != "page" else []
        assert new(root, archetype, f"Un {archetype} : essai", *options, *signed).code == 0

    assert new(root, "page", "Une page", "--no-draft").code == 0
    formatted = Result(root, "format", "--check")

    assert (formatted.code, formatted.out) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("draft", ["--draft", "--no-draft"])
@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_archetype_makes_a_document_that_check_has_nothing_against(
    tmp_path: Path, language: str, draft: str
) -> None:
    root = make(tmp_path, language)
    with (root / "site.yaml").open("a") as file:
        # Nobody links to the page yet, and no archetype is for `publications`.
        file.write("check: {ignore: [SG195, SG230]}\n")
    for archetype in archetypes(str(root), language):
        start = ["--start", "2027-03-02 09:30"] if archetype.built_in == "evenement" else []
        made = new(root, archetype.name, f"Un {archetype.name} : « essai » # 1", draft, *start)
        assert made.code == 0, made.err
        assert (root / made.out.strip()).is_file()

    checked = Result(root, "check", "--format", "json")
    told = json.loads(checked.out)["diagnostics"]
    left = {(diagnostic["id"], diagnostic["path"]) for diagnostic in told}

    written = sorted((root / "content").rglob("*.md"))
    documents = {path.relative_to(root).as_posix() for path in written}
    # What is no draft has sentences to replace; nothing else is wrong with any of them.
    sampled = documents - {"content/agenda/_index.md"} if draft == "--no-draft" else set()
    assert left == {("SG178", path) for path in sampled}, checked.out


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_key_that_an_archetype_explains_can_be_switched_on(
    tmp_path: Path, language: str
) -> None:
    """Else the comment that teaches a key would teach a mistake."""
    root = make(tmp_path, language)
    switched = 0
    for archetype in archetypes(str(root), language):
        start = ["--start", "2027-03-02 09:30"] if archetype.built_in == "evenement" else []
        path = root / new(root, archetype.name, f"Un {archetype.name}", *start).out.strip()
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"^( *)# (\w+: .*)$", text, re.MULTILINE):
            changed = text.replace(match[0], match[1] + match[2], 1)
            path.write_text(changed, encoding="utf-8")
            if match[2].startswith(("image:", "attachments:", "event:")):
                continue  # they name what is not there
            checked = Result(root, "check")
            assert checked.code == 0, (match[0], checked.err)
            switched += 1
        path.write_text(text, encoding="utf-8")

    assert switched > 15


def test_a_document_stands_in_its_section_under_its_day_and_title(root: Path) -> None:
    made = new(root, "communiqué", "Forum 2027 : « le programme »")

    assert made.out == f"content/communiques/{DAY}-forum-2027-le-programme.md\n"
    text = (root / made.out.strip()).read_text(encoding="utf-8")
    assert text.startswith(f'---\ntitle: "Forum 2027 : « le programme »"\ndate: {DAY}  #')
    assert "\ndraft: true  #" in text


@pytest.mark.parametrize(
    ("word", "folder"),
    [
        ("communiqué", "communiques"),
        ("Communiques", "communiques"),
        ("communiqués de presse", "communiques"),
        ("press-release", "communiques"),
        ("actualités", "nouvelles"),
        ("ACTUALITE", "nouvelles"),
        ("news", "nouvelles"),
        ("nouvelles", "nouvelles"),
        ("publications", "publications"),
        ("evenement", "agenda"),
        ("évènements", "agenda"),
        ("agenda", "agenda"),
        ("event", "agenda"),
    ],
)
def test_archetypes_and_sections_are_found_by_what_they_are_called(
    root: Path, word: str, folder: str
) -> None:
    start = ["--start", "2027-03-02"] if folder == "agenda" else []

    made = new(root, word, "Titre", *start)

    assert made.out == f"content/{folder}/{DAY}-titre.md\n"


@pytest.mark.parametrize("ending", [".MD", ".markdown"])
def test_documents_of_other_endings_take_their_addresses_and_make_sections(
    root: Path, ending: str
) -> None:
    folder = root / "content/tribunes"
    folder.mkdir()
    (folder / f"{DAY}-titre{ending}").write_text("---\ntitle: Titre\n---\n", encoding="utf-8")

    made = new(root, "tribunes", "Titre")

    assert made.code == 2
    assert f"content/tribunes/{DAY}-titre{ending}" in made.err


def test_a_page_has_no_date(root: Path) -> None:
    made = new(root, "pages", "L’association")

    assert made.out == "content/l-association.md\n"
    assert "date:" not in (root / "content/l-association.md").read_text(encoding="utf-8")


def test_options_say_the_rest(root: Path) -> None:
    made = new(
        root, "event", "Forum", "--section", "publications", "--date", "2027-01-31T23:30Z",
        "--slug", "Le Forum", "--author", "Prénom: Nom", "--start", "2027-03-02", "--end",
        "2027-03-03", "--place", "Nantes", "--bundle", "--no-draft",
    )  # fmt: skip

    assert made.out == "content/publications/2027-02-01-le-forum/index.md\n"
    text = (root / made.out.strip()).read_text(encoding="utf-8")
    assert "\ndate: 2027-02-01 00:30  #" in text
    assert '\nauthor: "Prénom: Nom"  #' in text
    assert "\n  start: 2027-03-02  #" in text
    assert "\n  end: 2027-03-03  #" in text
    assert '\n  location: "Nantes"  #' in text
    assert "\n# draft: true  #" in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "identifier"),
    [
        (("comuniqué", "T"), "SG152"),
        (("communiqué", "T", "--section", "../.."), "SG155"),
        (("communiqué", "T", "--section", "/etc"), "SG155"),
        (("communiqué", "T", "--section", "communiques/../../.."), "SG155"),
        (("communiqué", "T", "--section", "comuniques"), "SG155"),
        ((), "SG157"),
        (("communiqué",), "SG157"),
        (("communiqué", "\n\t "), "SG157"),
        (("événement", "T"), "SG157"),
        (("communiqué", "T", "--date", "demain"), "SG158"),
        (("événement", "T", "--start", "mardi"), "SG158"),
        (("événement", "T", "--start", "2027-03-02", "--end", "2027-03-01"), "SG070"),
        (("événement", "T", "--start", "2027-03-02", "--end", "2027-03-02 09:30"), "SG071"),
        (("page", "T", "--date", "2027-01-01"), "SG159"),
        (("communiqué", "T", "--start", "2027-01-01"), "SG159"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    root: Path, arguments: tuple[str, ...], identifier: str
) -> None:
    before = sorted(root.parent.rglob("*"))

    made = new(root, *arguments)

    assert (made.code, made.out) == (2, "")
    assert f"[{identifier}]" in made.err
    assert sorted(root.parent.rglob("*")) == before


@pytest.mark.parametrize("slug", ["../../x", "/etc/passwd", "a/b", "..", "C:\\x"])
def test_a_slug_leads_nowhere_else(root: Path, slug: str) -> None:
    made = new(root, "page", "T", "--slug", slug)

    assert made.code == 0
    assert re.fullmatch(r"content/[a-z0-9-]+\.md\n", made.out)


def test_a_section_that_is_a_link_out_of_the_site_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (root / "content" / "publications").symlink_to(outside)

    made = new(root, "publications", "T")

    assert made.code == 2
    assert list(outside.iterdir()) == []


def test_what_is_there_is_never_overwritten_and_another_address_is_suggested(root: Path) -> None:
    first = new(root, "communiqué", "Forum")
    path = root / first.out.strip()
    path.write_text("mine", encoding="utf-8")

    same_day = new(root, "communiqué", "Forum")
    other_day = new(root, "communiqué", "Forum", "--date", "2027-01-01", "--bundle")
    suggested = new(root, "communiqué", "Forum", "--slug", "forum-2")

    assert (same_day.code, other_day.code) == (2, 2)
    assert "[SG154]" in same_day.err
    assert "--slug forum-2" in same_day.err
    assert f"content/communiques/{DAY}-forum.md" in other_day.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert suggested.out == f"content/communiques/{DAY}-forum-2.md\n"


def test_a_section_that_begins_with_the_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: T\nurl: https://a.example/\n")

    first, second = new(tmp_path, "communiqué", "A"), new(tmp_path, "communiqué", "B")

    assert first.out == f"content/communiques/{DAY}-a.md\n"
    assert "content/communiques/" in first.err
    assert second.code == 0
    assert "content/communiques/" not in second.err


def test_a_page_does_not_take_the_address_of_a_section(root: Path) -> None:
    assert "[SG154]" in new(root, "page", "Publications").err
    assert "[SG154]" in new(root, "page", "Agenda").err


def test_a_site_replaces_an_archetype_and_adds_its_own(root: Path) -> None:
    own = root / "archetypes"
    own.mkdir()
    (own / "Communiqué.md").write_text("---\ntitle: {{ title }}\ndate: {{ date }}\n---\nÀ nous.\n")
    (own / "tribune.md").write_text(
        "---\ntitle: Tribune – {{ title }}\nsection: publications\nslug: {{ slug }}\n---\n"
    )

    replaced = new(root, "communiques", "A")
    added = new(root, "tribunes", "B : c")

    assert (root / replaced.out.strip()).read_text(encoding="utf-8").endswith("---\nÀ nous.\n")
    assert added.out == "content/publications/b-c.md\n"
    text = (root / added.out.strip()).read_text(encoding="utf-8")
    assert text == '---\ntitle: "Tribune – B : c"\nsection: publications\nslug: b-c\n---\n'


@pytest.mark.parametrize(
    ("line", "asked", "folder", "kept"),
    [
        ("section: agenda", (), "agenda", "section: agenda"),
        ('section: "agenda" # ours', (), "agenda", 'section: "agenda" # ours'),
        ("section: agenda", ("--section", "publications"), "publications", "section: publications"),
        ("section: {{ section }}", ("--section", "agenda"), "agenda", "section: agenda"),
        ("section: {{ section | agenda }}", (), "agenda", "section: agenda"),
        ("section: {{ section }}", (), "", '# section: ""'),
    ],
)
def test_an_archetype_names_its_section_and_the_command_may_name_another(
    root: Path, line: str, asked: tuple[str, ...], folder: str, kept: str
) -> None:
    (root / "archetypes").mkdir()
    (root / "archetypes/tribune.md").write_text(f"---\ntitle: {{{{ title }}}}\n{line}\n---\n")

    made = new(root, "tribune", "T", *asked)

    assert made.out == f"{'/'.join(filter(None, ('content', folder, 't.md')))}\n"
    assert kept in (root / made.out.strip()).read_text(encoding="utf-8").split("\n")


def test_an_archetype_that_is_a_folder_brings_its_files(root: Path) -> None:
    own = root / "archetypes" / "dossier"
    (own / "images").mkdir(parents=True)
    (own / "index.md").write_text("---\ntitle: {{ title }}\ndate: {{ date }}\n---\n")
    (own / "images" / "plan.svg").write_bytes(b"<svg/>\xff")

    made = new(root, "dossier", "D", "--section", "publications")

    folder = (root / made.out.strip()).parent
    assert folder == root / "content" / "publications" / f"{DAY}-d"
    assert (folder / "images" / "plan.svg").read_bytes() == b"<svg/>\xff"


def test_what_is_no_file_of_the_site_is_no_archetype(root: Path) -> None:
    """All of it is told at once, before anything is opened: nothing waits for a pipe."""
    own = root / "archetypes"
    (own / "dossier").mkdir(parents=True)
    (own / "dossier" / "index.md").write_text("---\ntitle: {{ title }}\n---\n")
    (own / "dossier" / "secret").symlink_to("/etc/hostname")
    os.mkfifo(own / "dossier" / "pipe")
    os.mkfifo(own / "tube.md")
    (own / "out.md").symlink_to("/etc/hostname")
    with (own / "huge.md").open("wb") as file:
        file.truncate(1024**3)

    refused = new(root, "dossier", "D", "--section", "publications")

    assert refused.code == 2
    told = set(re.findall(r"^(\S+): error: .* \[(SG\d+)\]$", refused.err, re.MULTILINE))
    assert told == {
        ("archetypes/dossier/secret", "SG006"),
        ("archetypes/dossier/pipe", "SG007"),
        ("archetypes/tube.md", "SG007"),
        ("archetypes/out.md", "SG006"),
        ("archetypes/huge.md", "SG008"),
    }
    assert [path.name for path in (root / "content").iterdir()] == ["agenda"]


def test_a_mistake_of_an_archetype_is_told_at_its_place(root: Path) -> None:
    own = root / "archetypes"
    own.mkdir()
    (own / "a.md").write_text("---\ntitle: {{ titel }}\n---\n")
    (own / "b.md").write_text("---\ntitle: {{ title }}\nsumary: x\n---\n")

    unknown, misspelt = new(root, "a", "T"), new(root, "b", "T")

    assert unknown.err.startswith("archetypes/a.md:2:8: error: ")
    assert "[SG153]" in unknown.err
    assert misspelt.err.startswith("archetypes/b.md:3:1: error: ")
    assert [path.name for path in (root / "content").iterdir()] == ["agenda"]


def test_outside_a_site_it_says_so(tmp_path: Path) -> None:
    assert "[SG050]" in new(tmp_path, "page", "T").err


def test_it_opens_the_editor_without_a_shell(root: Path) -> None:
    script = root / "my editor.py"
    script.write_text("import sys; open(sys.argv[-1], 'a').write('edited')\n")
    environment = {**os.environ, "VISUAL": f"'{sys.executable}' '{script}' --wait;true"}
    environment["SOURCE_DATE_EPOCH"] = NOON

    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "new", "page", "T $(touch x)", "--edit"],
        cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert (root / done.stdout.strip()).read_text(encoding="utf-8").endswith("edited")
    assert not (root / "x").exists()


def test_on_a_terminal_it_asks_for_what_is_missing(root: Path) -> None:
    shown = converse(
        root,
        ["new"],
        [
            ("communiqué", ""),
            ("1]: ", "3\r"),
            ("Tit", "Forum : « 2027 »\r"),
            ("It begins", "mardi\r"),
            ("SG219", "2027-03-02 09:30\r"),
            ("2027", "\r"),
            (": ", "Nantes\r"),
        ],
    )

    made = root / "content" / "agenda" / f"{DAY}-forum-2027.md"
    text = made.read_text(encoding="utf-8")
    assert "SG219" in shown
    assert 'title: "Forum : « 2027 »"' in text
    assert "\n  start: 2027-03-02 09:30  #" in text
    assert "\n  # end: 2027-03-02 17:00  #" in text
    assert '\n  location: "Nantes"  #' in text


def test_a_new_event_keeps_its_name_in_calendars_when_its_file_is_renamed(root: Path) -> None:
    made = new(root, "event", "Forum 2027", "--start", "2027-03-02")
    text = (root / made.out.strip()).read_text(encoding="utf-8")
    again = new(root, "event", "Forum 2027", "--start", "2028-03-02", "--slug", "forum-2028")

    assert '\n  id: "forum-2027"  #' in text
    assert '\n  id: "forum-2028"  #' in (root / again.out.strip()).read_text(encoding="utf-8")


def test_where_addresses_hold_the_date_so_does_the_name_of_an_event(root: Path) -> None:
    with (root / "site.yaml").open("a") as file:
        file.write("urls: {article: '/{section}/{year}/{slug}/'}\n")

    first = new(root, "event", "AG", "--start", "2027-03-02")
    second = new(root, "event", "AG", "--start", "2028-03-02", "--date", "2027-11-22")

    ids = [(root / result.out.strip()).read_text(encoding="utf-8") for result in (first, second)]
    assert '\n  id: "2026-11-22-ag"  #' in ids[0]
    assert '\n  id: "2027-11-22-ag"  #' in ids[1]


@pytest.mark.parametrize(("folder", "above"), [("docs/texts", "docs/texts/"), (".", "")])
def test_the_site_says_where_its_content_is(tmp_path: Path, folder: str, above: str) -> None:
    content = tmp_path / folder
    (content / "avis").mkdir(parents=True)
    (content / "avis" / "_index.md").write_text("---\ntitle: Avis\n---\n")
    (tmp_path / "archetypes").mkdir()
    (tmp_path / "archetypes" / "note.md").write_text("---\ntitle: {{ title }}\n---\n")
    (tmp_path / "site.yaml").write_text(
        f"title: Hub\nurl: https://hub.example.org/\ncontent: {folder}\n"
    )

    release = new(tmp_path, "communiqué", "A")
    note = new(tmp_path, "note", "B", "--section", f"{above}avis")
    page = new(tmp_path, "page", "C")
    twice = new(tmp_path, "page", "C")
    astray = new(tmp_path, "note", "D", "--section", "archetypes")
    checked = Result(tmp_path, "check", "--drafts")

    assert release.out == f"{above}communiques/{DAY}-a.md\n"
    assert f"\n{above}communiques/ is new" in release.err
    assert note.out == f"{above}avis/b.md\n"
    assert page.out == f"{above}c.md\n"
    assert f"{above}c.md" in twice.err
    assert "[SG155]" in astray.err
    assert (checked.code, "0 errors" in checked.out) == (0, True), checked.err


def test_a_date_in_french_words_is_told_as_it_should_be_written(root: Path) -> None:
    made = new(root, "événement", "T", "--start", "4 mai 2028 à 14h15")

    assert made.code == 2
    assert "2028-05-04 14:15" in made.err


def test_a_title_without_quotes_is_given_back_with_them(root: Path) -> None:
    made = new(root, "communiqué", "Forum", "à", "Nantes")

    assert made.code == 2
    assert 'sitegen new communiqué "Forum à Nantes"' in made.err
