"""What cannot be imported is told in a line, and nothing is written."""

import os
import zipfile
from pathlib import Path

import pytest

from sitegen.errors import UsageError
from sitegen.importing import material
from sitegen.importing.folder import MANIFEST, Folder
from sitegen.importing.material import Material
from sitegen.importing.refusals import unlike
from sitegen.importing.registry import find_kind
from sitegen.importing.xml import elements


def code_of(raised: pytest.ExceptionInfo[UsageError]) -> str:
    return raised.value.diagnostics[0].code


def test_an_unknown_kind_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UsageError) as raised:
        find_kind("drupal")

    assert code_of(raised) == "import-kind-unknown"


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        Material(str(tmp_path / "former"))

    assert code_of(raised) == "import-source-missing"


def test_a_file_beyond_the_bound_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(material, "MAX_FILE", 4)
    (tmp_path / "film.mp4").write_bytes(b"12345")

    with pytest.raises(UsageError) as raised:
        Material(str(tmp_path)).read("film.mp4")

    assert code_of(raised) == "import-file-too-large"


def test_what_an_import_noted_and_nobody_can_read_stops_the_next(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("<<<<<<< HEAD\n")

    with pytest.raises(UsageError) as raised:
        Folder(str(tmp_path))

    assert code_of(raised) == "import-manifest"


def test_a_folder_with_anything_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x")

    with pytest.raises(UsageError) as raised:
        Folder(str(tmp_path))

    assert code_of(raised) == "folder-not-empty"
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_no_name_in_an_archive_leads_out_of_it(tmp_path: Path) -> None:
    path = tmp_path / "former.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("content/a.md", "../b.md", "/c.md", "C:/d.md", "__MACOSX/e.md"):
            archive.writestr(name, "x")

    assert Material(str(path)).names == ("content/a.md",)
    assert Material(str(path)).read("content/a.md") == b"x"


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "former.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.md", "texte")
    path.write_bytes(path.read_bytes().replace(b"texte", b"autre"))

    with pytest.raises(UsageError) as raised:
        Material(str(path)).read("a.md")

    assert code_of(raised) == "import-unreadable"
    assert open_files_below(tmp_path) == []


def open_files_below(folder: Path) -> list[str]:
    """Return what this process holds open there, on a system that tells."""
    opened = Path("/proc/self/fd")
    links = opened.iterdir() if opened.is_dir() else ()
    return [path for link in links if (path := os.path.realpath(link)).startswith(str(folder))]


def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.md").symlink_to(tmp_path / "secret")

    assert Material(str(tmp_path / "site")).names == ()


def test_what_an_import_made_within_the_source_is_no_part_of_it(tmp_path: Path) -> None:
    for name in ("a.md", f"hub/{MANIFEST}", "hub/content/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    assert Material(str(tmp_path)).names == ("a.md",)


def read_all(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [
        element.text or ""
        for _around, element in elements(Material(str(path)), path.name, 2, "WXR")
    ]


def test_broken_xml_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        read_all(tmp_path / "export.xml", b"<rss><channel>\n  <title>a</titel></channel></rss>")

    diagnostic = raised.value.diagnostics[0]
    assert (diagnostic.code, diagnostic.path, diagnostic.line, diagnostic.column) == (
        "import-unreadable", "export.xml", 2, 13,
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><title>&a;</title></channel></rss>',
        b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><c><t>&a;</t></c></rss>',
        "<rss><channel><title>a</title></channel></rss>".encode("utf-16"),
    ],
)
def test_entities_and_unknown_encodings_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError) as raised:
        read_all(tmp_path / "export.xml", content)

    assert code_of(raised) == "import-unreadable"


def test_what_databases_leave_in_xml_stops_nothing(tmp_path: Path) -> None:
    content = (
        b"\xef\xbb\xbf\n<?xml version='1.0'?><rss><channel><title>a\x0bb</title></channel></rss>"
    )

    assert read_all(tmp_path / "export.xml", content) == ["ab"]


def test_what_is_no_such_site_is_told_with_what_to_give() -> None:
    told = unlike("hugo", "former", "there is no hugo.toml", "the folder of the site's sources")

    assert told.diagnostics[0].code == "import-source-unlike"
    assert told.diagnostics[0].values["wanted"] == "the folder of the site's sources"
