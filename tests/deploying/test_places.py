"""Every kind of place: what differs is brought, what is gone goes, what is others' stays."""

from pathlib import Path
from typing import Any

import pytest

from sitegen.deploying.manifest import MANIFEST
from sitegen.deploying.targets import sftp
from sitegen.errors import UsageError
from tests.deploying.places import NOW, Place, bring, encoded, site_of

pytestmark = pytest.mark.slow

SITE = {
    "index.html": '<a href="a/">A</a>',
    "a/index.html": "<img src=…>",
    "a/é 50% #1.png": "pixels",
    "feed.xml": "<feed/>",
    "old/page.html": "old",
    "old/empty.txt": "",
}


SOME = pytest.mark.parametrize("place", ["folder", "sftp", "s3", "git"], indirect=True)
"""Each run of rsync is a process of its own: it has the tests that need all of it."""


def test_only_what_differs_is_sent(place: Place, tmp_path: Path) -> None:
    first = bring(site_of(tmp_path / "output", SITE), place.config)
    assert place.tree() == encoded(SITE)
    again = bring(site_of(tmp_path / "output", SITE), place.config, now=NOW + 9)
    assert again.difference.is_nothing
    changed = {**SITE, "index.html": "new", "b/index.html": "B"}
    del changed["old/page.html"], changed["old/empty.txt"]

    done = bring(site_of(tmp_path / "output", changed), place.config, now=NOW + 20)

    assert place.tree() == encoded(changed)
    assert {file.path for file in first.difference.new} >= set(SITE)
    assert [file.path for file in done.difference.new] == ["b/index.html"]
    assert [file.path for file in done.difference.changed] == ["index.html"]
    assert sorted(done.difference.removed) == ["old/empty.txt", "old/page.html"]


def test_what_others_did_there_meanwhile_is_seen(place: Place, tmp_path: Path) -> None:
    """A page that somebody changed or removed comes back; a file of theirs stays."""
    site = site_of(tmp_path / "output", SITE)
    bring(site, place.config)
    place.write("index.html", b'<a hreg="a/">A</a>')
    place.remove("feed.xml")
    place.write(".htaccess", b"Options -Indexes")

    done = bring(site, place.config, now=NOW + 9)

    assert place.tree() == encoded(SITE) | {".htaccess": b"Options -Indexes"}
    assert [file.path for file in done.difference.changed] == ["index.html"]
    assert [file.path for file in done.difference.new] == ["feed.xml"]
    assert done.difference.others == [".htaccess"]
    bring(site, place.config, removes_others=True)
    assert place.tree() == encoded(SITE)


@SOME
def test_a_lost_manifest_costs_nothing_but_what_is_gone(place: Place, tmp_path: Path) -> None:
    """What stands there is recognised; what is no page of the site any more might be others'."""
    bring(site_of(tmp_path / "output", SITE), place.config)
    place.remove(MANIFEST)
    left = {path: text for path, text in SITE.items() if path != "old/page.html"}

    done = bring(site_of(tmp_path / "output", left), place.config, now=NOW + 9)

    assert not done.difference.new
    assert not done.difference.changed
    assert done.difference.others == ["old/page.html"]
    assert place.tree() == encoded(SITE)
    assert bring(site_of(tmp_path / "output", left), place.config).difference.is_nothing


@SOME
def test_files_of_others_are_not_replaced_unless_that_is_meant(
    place: Place, tmp_path: Path
) -> None:
    place.write("index.html", b"somebody's")
    site = site_of(tmp_path / "output", SITE)

    with pytest.raises(UsageError) as told:
        bring(site, place.config)
    assert told.value.diagnostics[0].code == "deploy-guard"
    assert place.tree() == {"index.html": b"somebody's"}
    bring(site, place.config, is_accepted=True)

    assert place.tree() == encoded(SITE)


def test_a_file_becomes_a_folder_and_a_folder_a_file(place: Place, tmp_path: Path) -> None:
    before = {"index.html": "1", "a": "a file", "b/c.html": "in a folder"}
    after = {"index.html": "1", "a/index.html": "a folder", "b": "a file"}
    bring(site_of(tmp_path / "output", before), place.config)

    bring(site_of(tmp_path / "output", after), place.config, now=NOW + 9)

    assert place.tree() == encoded(after)


@SOME
def test_a_dry_run_touches_nothing(place: Place, tmp_path: Path) -> None:
    done = bring(site_of(tmp_path / "output", SITE), place.config, is_dry=True)

    assert len(done.difference.new) >= len(SITE)
    assert place.tree() == {}


def test_much_is_brought_by_several_sessions(
    sftp_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    former = sftp.SftpSession

    def open_session(*arguments: Any) -> sftp.SftpSession:
        opened.append(arguments)
        return former(*arguments)

    monkeypatch.setattr(sftp, "SftpSession", open_session)
    site = {"index.html": "1", **{f"n{number}/index.html": str(number) for number in range(60)}}

    bring(site_of(tmp_path / "output", site), sftp_place.config)

    assert len(opened) == 4
    assert sftp_place.tree() == encoded(site)


def test_a_host_that_renames_over_nothing_and_sets_no_times(
    sftp_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As servers that are not OpenSSH's: what they set themselves is what counts."""

    def refuse(*_: Any) -> None:
        raise OSError("Operation unsupported")

    monkeypatch.setattr("paramiko.SFTPClient.posix_rename", refuse)
    monkeypatch.setattr("paramiko.SFTPClient.utime", refuse)
    bring(site_of(tmp_path / "output", SITE), sftp_place.config)
    changed = {**SITE, "index.html": "new"}

    done = bring(site_of(tmp_path / "output", changed), sftp_place.config)

    assert [file.path for file in done.difference.changed] == ["index.html"]
    assert sftp_place.tree() == encoded(changed)
    again = bring(site_of(tmp_path / "output", changed), sftp_place.config)
    assert again.difference.is_nothing
