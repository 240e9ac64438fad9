"""What the disk may do to a site between builds, and while one runs: a clear word, nothing lost."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.engine import making
from sitegen.engine.stages import scan as scanning
from sitegen.errors import OutputError, SitegenError
from tests.engine.checks import check_mended, clean_tree
from tests.engine.small_site import ALPHA, SMALL, edit, take_back
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

STATE = ".sitegen/state.db"


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SMALL)
    assert site.build().diagnostics == []
    return site


def codes(site: SiteFolder) -> list[tuple[str, str]]:
    """Build a site that cannot be built; return code and path of what is told."""
    with pytest.raises(SitegenError) as caught:
        site.build()
    return [(diagnostic.code, diagnostic.path) for diagnostic in caught.value.diagnostics]


# A damaged state


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def lose_a_table(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE question")
    database.close()


def lose_a_column(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("ALTER TABLE body RENAME COLUMN html TO text")
    database.close()


def of_another_release(number: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with sqlite3.connect(path) as database:
            database.execute(f"PRAGMA user_version = {number}")
        database.close()

    change.__name__ = f"format {number}"
    return change


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE bookmarks (url TEXT)")
    database.close()


def unreadable_values(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE page SET asked = x'010203'")
    database.close()


def a_text_changed(path: Path) -> None:
    """One letter in the text of an article, which SQLite cannot know of."""
    with sqlite3.connect(path) as database:
        database.execute("UPDATE body SET html = replace(html, 'texte', 'tecte')")
        database.execute("DELETE FROM page")
    database.close()


def a_text_lost(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM body")
        database.execute("DELETE FROM page")
    database.close()


def as_earlier_releases_wrote_it(path: Path) -> None:
    """Texts as SQLite's own, not as bytes."""
    with sqlite3.connect(path) as database:
        database.execute("UPDATE body SET html = CAST(html AS TEXT)")
        database.execute("DELETE FROM page")
    database.close()


DAMAGES = (
    truncate,
    empty,
    lose_a_table,
    lose_a_column,
    of_another_release(0),
    of_another_release(99),
    of_another_program,
    unreadable_values,
    a_text_changed,
    a_text_lost,
)


def test_texts_of_an_earlier_release_are_read(built: SiteFolder) -> None:
    before = built.tree()
    as_earlier_releases_wrote_it(built.root / STATE)

    report = built.build()

    assert not report.state_reset
    assert report.diagnostics == []
    assert built.tree() == before


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_state_is_thrown_away_with_a_reason(
    built: SiteFolder, damage: Callable[[Path], None]
) -> None:
    before = built.tree()
    damage(built.root / STATE)

    report = built.build()

    assert report.state_reset
    assert "\n" not in str(report.state_reset)
    assert report.diagnostics == []
    assert report.written == []
    check_mended(built, before)


def test_bytes_of_the_state_that_flipped_never_reach_the_output(built: SiteFolder) -> None:
    """Each page of the file in turn is noise; whether SQLite notices or not, the site is right."""
    edit(built)
    built.build()
    expected = built.tree()
    state = built.root / STATE
    whole = state.read_bytes()
    resets = 0
    for start in range(0, len(whole), 4096):
        noise = bytes(byte ^ 0xFF for byte in whole[start : start + 4096])
        state.write_bytes(whole[:start] + noise + whole[start + 4096 :])
        (built.output / "index.html").unlink()

        resets += bool(built.build().state_reset)

        assert built.tree() == expected, f"page at {start}"

    assert resets > 5


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_log_that_is_noise_changes_nothing(built: SiteFolder, ending: str) -> None:
    before = built.tree()
    (built.root / (STATE + ending)).write_bytes(b"noise" * 5000)
    edit(built)
    built.build()
    take_back(built)

    check_mended(built, before)


# A folder where a file must be, and the reverse


@pytest.mark.parametrize("path", [STATE, f"{STATE}-wal", f"{STATE}-journal"])
def test_a_folder_in_the_place_of_the_state_is_removed(built: SiteFolder, path: str) -> None:
    before = built.tree()
    (built.root / path).unlink(missing_ok=True)
    (built.root / path).mkdir()

    report = built.build()

    assert report.state_reset
    check_mended(built, before)


@pytest.mark.parametrize("folder", [".sitegen", "output"])
def test_a_file_in_the_place_of_a_folder_is_told(built: SiteFolder, folder: str) -> None:
    shutil.rmtree(built.root / folder)
    built.write(folder, "a file")

    ((code, path),) = codes(built)

    assert code == "disk-refused"
    assert path.startswith(str(built.root / folder))
    assert (built.root / folder).read_text() == "a file"


def test_a_folder_in_the_place_of_the_lock_is_told(built: SiteFolder) -> None:
    (built.root / ".sitegen/lock").unlink()
    (built.root / ".sitegen/lock").mkdir()

    assert codes(built) == [("disk-refused", str(built.root / ".sitegen/lock"))]


@pytest.mark.parametrize("path", ["index.html", "photo.svg", "news/alpha/index.html"])
def test_a_folder_in_the_place_of_a_page_gives_way(built: SiteFolder, path: str) -> None:
    before = built.tree()
    (built.output / path).unlink()
    built.write(f"output/{path}/inner/file.txt", "in the way")

    assert set(built.build().written) == {path}
    check_mended(built, before)


def test_a_file_in_the_place_of_a_page_s_folder_gives_way(built: SiteFolder) -> None:
    before = built.tree()
    shutil.rmtree(built.output / "news")
    built.write("output/news", "in the way")

    assert "news/alpha/index.html" in built.build().written
    check_mended(built, before)


def test_a_mark_that_a_killed_build_began_is_completed(built: SiteFolder) -> None:
    before = built.tree()
    built.write("output/.sitegen", "This fold")

    check_mended(built, before)


def test_folders_that_a_killed_build_left_empty_are_swept(built: SiteFolder) -> None:
    before = built.tree()
    (built.output / "reports/2026/deep").mkdir(parents=True)

    built.build()

    assert not (built.output / "reports").exists()
    assert built.tree() == before


@pytest.mark.parametrize("path", ["site.yaml", "content/news", "themes/mini"])
def test_a_source_of_another_kind_is_told_and_nothing_is_lost(built: SiteFolder, path: str) -> None:
    before = built.tree()
    (built.root / path).rename(built.root / "aside")
    if path == "site.yaml":
        (built.root / path).mkdir()
    else:
        built.write(path, "a file")

    try:
        told = [error.code for error in built.build().errors]
    except SitegenError as error:
        told = [diagnostic.code for diagnostic in error.diagnostics]

    if path != "content/news":  # a file called `news` is a file like any other, and is published
        assert told
        assert built.tree() == before
        shutil.rmtree(built.root / path) if path == "site.yaml" else built.remove(path)
    else:
        assert told == []
        assert built.page("news") == "a file"
        built.remove(path)
    (built.root / "aside").rename(built.root / path)
    check_mended(built, before)


@pytest.mark.parametrize(
    "path", ["content/news/x.md", "content/_data/x.yaml", "themes/mini/templates/x.html"]
)
def test_a_folder_with_the_name_of_a_file_is_a_folder(built: SiteFolder, path: str) -> None:
    (built.root / path).mkdir()

    assert built.build().diagnostics == []


# What vanishes while a build runs


@pytest.mark.parametrize(
    "path",
    [
        "content/news/2026-01-11-beta.md",
        "content/photo.svg",
        "content/_data/figures.csv",
        "themes/mini/templates/home.html",
        "themes/mini/static/style.css",
    ],
)
@pytest.mark.parametrize("is_first", [True, False], ids=["cold", "warm"])
def test_a_source_that_vanishes_after_the_scan_stops_the_build(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch, path: str, is_first: bool
) -> None:
    """Lists without it would be published; the next build tells whether it is really gone."""
    before = built.tree()
    if is_first:
        shutil.rmtree(built.root / ".sitegen")
    kept = (built.root / path).read_bytes()
    built.append(path, " ")
    real = scanning.scan_folder

    def scan(folder: str, *more: object) -> object:
        listed = real(folder, *more)  # type: ignore[arg-type]
        if str(built.root / path).startswith(folder):
            built.remove(path)
        return listed

    with monkeypatch.context() as patch:
        patch.setattr(scanning, "scan_folder", scan)
        told = codes(built)

    assert told == [("unreadable", path)]
    assert built.tree() == before
    built.write(path, kept)
    check_mended(built, before)


def test_a_file_that_vanishes_before_it_is_copied_stops_nothing_else(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built.tree()
    image = (built.root / "content/photo.svg").read_text()
    built.replace("content/photo.svg", 'width="20"', 'width="30"')
    built.replace(ALPHA, "Le texte", "Un texte")
    real = making.copy_files

    def copy(*arguments: object) -> Iterator[object]:
        built.remove("content/photo.svg")
        return real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(making, "copy_files", copy)
        report = built.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["disk-refused"]
    assert report.diagnostics[0].path.endswith("content/photo.svg")
    assert "Un texte" in built.page("news/alpha/index.html")
    assert built.tree()["photo.svg"] == before["photo.svg"]
    built.write("content/photo.svg", image)
    built.replace(ALPHA, "Un texte", "Le texte")
    check_mended(built, before)


# Disks that are full or may only be read


def test_a_state_that_cannot_grow_is_told_and_kept(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite itself meets the end of the disk, one page later each time, also amid a commit."""
    edit(built)
    expected = clean_tree(built)
    take_back(built)
    connect = sqlite3.connect
    with contextlib.closing(connect(built.root / STATE)) as state:
        size = state.execute("PRAGMA page_count").fetchone()[0]
    told = []
    for more in range(-2, 60):
        edit(built)
        text = f"\nParagraphe de {more}, qui est assez long." * 6000
        built.append(ALPHA, text)  # for which the state has no room yet

        def limited(*arguments: object, pages: int = size + more, **named: object) -> object:
            database = connect(*arguments, **named)  # type: ignore[call-overload]
            database.execute(f"PRAGMA max_page_count = {pages}")
            return database

        with monkeypatch.context() as patch:
            patch.setattr(sqlite3, "connect", limited)
            try:
                assert built.build().state_reset == ""
                is_full = False
            except OutputError as error:
                told += [(diagnostic.code, diagnostic.path) for diagnostic in error.diagnostics]
                is_full = True
        built.write(ALPHA, (built.root / ALPHA).read_text().partition("\nParagraphe")[0])
        check_mended(built, expected)
        take_back(built)
        built.build()
        if not is_full:
            break
    else:
        pytest.fail("the state never had enough room")

    assert set(told) == {("disk-refused", str(built.root / STATE))}


@pytest.fixture
def mount() -> Iterator[Callable[[Path, str], None]]:
    """Return a function that mounts a small disk on a folder, or changes its options."""
    mounted: list[Path] = []

    def mount_on(folder: Path, options: str) -> None:
        is_new = folder not in mounted
        if is_new:
            folder.mkdir(exist_ok=True)
        how = options if is_new else f"remount,{options}"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)],
            capture_output=True,
            check=False,
        )
        if done.returncode != 0:
            pytest.skip("mounting is not permitted here; the injected faults say the same")
        if is_new:
            mounted.append(folder)

    yield mount_on
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("folder", ["output", ".sitegen"])
def test_a_full_disk_is_told_and_the_build_after_it_finishes(
    make_site: Callable[[str], SiteFolder], mount: Callable[[Path, str], None], folder: str
) -> None:
    site = make_site(SMALL)
    expected = clean_tree(site)
    mount(site.root / folder, "size=48k")

    ((code, path),) = codes(site)

    assert (code, path.startswith(str(site.root / folder))) == ("disk-refused", True)
    mount(site.root / folder, "size=16m")
    check_mended(site, expected)


@pytest.mark.parametrize("folder", ["output", ".sitegen"])
def test_a_disk_that_may_only_be_read_is_told_and_keeps_what_it_has(
    make_site: Callable[[str], SiteFolder], mount: Callable[[Path, str], None], folder: str
) -> None:
    site = make_site(SMALL)
    mount(site.root / folder, "size=16m")
    site.build()
    before = site.tree()
    edit(site)
    expected = clean_tree(site)
    mount(site.root / folder, "ro")

    assert [code for code, _ in codes(site)] == ["disk-refused"]
    assert site.tree() == before
    mount(site.root / folder, "rw")
    check_mended(site, expected)
