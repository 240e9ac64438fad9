"""Press kits as pages: incremental, equal to a clean build's, and nothing lost without software."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.memory import BuildMemory
from sitegen.rendering.press import software
from sitegen.rendering.press.pdf import Fetch, UnsettableError
from tests.engine.kits import FORUM, KIT_EDITS, KITS, quick_pdf
from tests.engine.test_equal_to_clean_build import clean_build, compare
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow

KIT_FOLDERS = ("releases/forum/", "releases/prix/")
PDF = "output/releases/forum/forum.pdf"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.rendering.press.write.make_pdf", quick_pdf)


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(KITS)
    site.age()
    assert site.build().diagnostics == []
    return site


@pytest.mark.parametrize("name", KIT_EDITS)
def test_an_edit_gives_what_a_clean_build_gives(
    built: SiteFolder, tmp_path: Path, name: str
) -> None:
    edit, rendered = KIT_EDITS[name]
    edit(built)
    built.age()
    if rendered is not None:
        report = built.build()
        kits = {path for path in report.rendered if path.startswith(KIT_FOLDERS)}
        assert {path for path in kits if not path.endswith(".ics")} == rendered
    compare(built, clean_build(built, tmp_path / "clean", NOW), NOW)


def test_the_print_sheet_makes_no_text_and_no_mail(built: SiteFolder) -> None:
    built.replace("themes/mini/templates/press/pdf.css", "0", "1px")
    built.age()

    kinds = {path.rpartition(".")[2] for path in built.build().rendered if "forum" in path}
    assert kinds == {"pdf", "eml", "zip", "html"}
    assert "releases/forum/forum-mail.html" not in built.build().rendered


def test_a_page_tells_the_size_of_what_was_made(built: SiteFolder) -> None:
    size = (built.root / PDF).stat().st_size

    assert f"size={size}" in built.page("releases/forum/index.html")


def test_the_page_of_a_translation_tells_of_its_new_kit(
    make_site: Callable[[str], SiteFolder], tmp_path: Path
) -> None:
    """Its size is known once it was made, after it was asked for to find what is stale."""
    site = make_site(KITS.replace("theme: mini", "theme: mini\nlanguages: {en: {title: Hub}}"))
    site.write(FORUM.replace(".md", ".en.md"), "---\ntitle: The forum\n---\nText.\n")
    site.age()
    site.build()
    settings = "{title: Communiqués"
    site.replace("site.yaml", settings, f"{settings}, press: {{kit: true}}")

    compare(site, clean_build(site, tmp_path / "clean", NOW), NOW)
    assert "forum.pdf" in site.page("en/releases/forum/index.html")


def test_a_process_that_keeps_what_it_made_follows_edits_too(
    make_site: Callable[[str], SiteFolder], tmp_path: Path
) -> None:
    site = make_site(KITS)
    site.memory = BuildMemory()
    site.age()
    site.build()
    site.replace(FORUM, "Le texte du forum.", "Un texte bien plus long que celui d’avant.")

    compare(site, clean_build(site, tmp_path / "clean", NOW), NOW)


def test_kits_are_left_to_a_later_build_where_that_is_asked_for(built: SiteFolder) -> None:
    built.replace(FORUM, "Le texte du forum.", "Un autre texte.")
    built.age()

    first = built.build(images=False)
    later = built.build()
    assert first.are_images_due
    assert "releases/forum/forum.pdf" not in first.written
    assert "releases/forum/forum.pdf" in later.written


def lack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raised: str) -> None:
    """Let the import of WeasyPrint raise what *raised* says."""
    folder = tmp_path / "broken/weasyprint"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(f"raise {raised}\n")
    for name in [module for module in sys.modules if module.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(folder.parent))
    software.weasyprint.cache_clear()
    monkeypatch.setattr(software.weasyprint, "cache_clear", lambda: None, raising=False)


@pytest.fixture
def _forgotten() -> object:
    yield
    software.weasyprint.__dict__.pop("cache_clear", None)
    software.weasyprint.cache_clear()


def without_software(site: SiteFolder) -> list[str]:
    """Edit and build, and return the codes that are told; all but PDF and mail is new."""
    before = (site.root / PDF).read_bytes()
    site.replace(FORUM, "Le texte du forum.", "Un autre texte.")
    site.write("content/releases/2026-02-13-neuf.md", "---\ntitle: Neuf\n---\nTexte.\n")
    site.age()
    report = site.build()

    assert "Un autre texte." in site.page("releases/forum/index.html")
    assert "Un autre texte." in (site.output / "releases/forum/forum.txt").read_text("utf-8-sig")
    assert (site.root / PDF).read_bytes() == before
    assert "neuf.pdf" not in site.page("releases/neuf/index.html")
    assert "neuf.txt" in site.page("releases/neuf/index.html")
    return [error.code for error in report.errors]


@pytest.mark.usefixtures("_forgotten")
def test_without_what_makes_pdfs_all_else_is_published(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        lack(patch, tmp_path, "ImportError('no')")
        assert without_software(built) == ["press-extra-missing"]
    software.weasyprint.cache_clear()

    compare(built, clean_build(built, tmp_path / "clean", NOW), NOW)


@pytest.mark.usefixtures("_forgotten")
def test_without_a_library_of_the_system_all_else_is_published(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        lack(patch, tmp_path, "OSError(\"cannot load library 'libpango-1.0-0'\")")
        assert without_software(built) == ["pango-missing"]


def test_a_release_that_cannot_be_set_stands_as_it_was_published(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise UnsettableError("RecursionError: too deep")

    before = built.tree()
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.rendering.press.write.make_pdf", refuse)
        built.replace(FORUM, "Le texte du forum.", "Un autre texte.")
        built.age()
        report = built.build()

    assert [(error.code, error.path) for error in report.errors] == [("pdf-failed", FORUM)]
    assert built.tree() == before


def test_a_pdf_that_was_made_is_taken_again_though_all_is_rendered(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade, a lost output, or where CI kept the cache alone."""
    before = built.tree()
    made: list[str] = []

    def make(html: str, address: str, fetch: Fetch) -> bytes:
        made.append(address)
        return quick_pdf(html, address, fetch)

    monkeypatch.setattr("sitegen.rendering.press.write.make_pdf", make)
    report = built.build(clean=True)
    assert len(report.rendered) == report.planned
    assert (made, built.tree()) == ([], before)

    built.replace("content/logo.svg", 'width="10"', 'width="11"')
    built.build(clean=True)
    assert len(made) == 2
    built.replace("content/logo.svg", 'width="11"', 'width="10"')
    assert len(built.build(clean=True).errors) == 0
    assert built.tree() == before


def test_a_damaged_pdf_of_the_cache_is_made_again_and_one_of_nobody_goes(
    built: SiteFolder,
) -> None:
    before = built.tree()
    kept = sorted((built.root / ".sitegen/press").iterdir())
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(path.read_bytes()[:-1])

    built.build(clean=True)
    assert built.tree() == before
    built.remove(FORUM)
    built.build()
    assert len(list((built.root / ".sitegen/press").iterdir())) == 1


def test_a_release_that_takes_too_long_is_told_and_the_rest_is_published(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def for_ever(*_: object) -> bytes:
        while True:
            pass

    with monkeypatch.context() as patch:
        patch.setattr("sitegen.engine.stages.render.KIT_SECONDS", 0.2)
        patch.setattr("sitegen.rendering.press.write.make_pdf", for_ever)
        built.replace(FORUM, "Le texte du forum.", "Un autre texte.")
        built.write("content/news/2026-01-12-gamma.md", "---\ntitle: Gamma\n---\nTexte.\n")
        built.age()
        report = built.build()

    assert {(error.code, error.path) for error in report.errors} == {("pdf-failed", FORUM)}
    assert "Le texte du forum." in built.page("releases/forum/index.html")
    assert "Gamma" in built.page("news/gamma/index.html")
