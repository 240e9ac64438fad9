"""`sitegen access`: keys are made outside of the site, and links open what they are for."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.errors import UsageError
from sitegen.sealing.changes import RingChange, changed, make_password
from sitegen.sealing.key_file import KeyFile, read_key_file, read_rings
from sitegen.sealing.written_keys import Keys
from tests.commands.support import CommandLine, command_line
from tests.private.keys import SITE
from tests.private.reader import Door, raw
from tests.support import SiteFolder

__all__ = ["command_line"]
HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/fusion.md --
---
title: La fusion
embargo: 2100-01-01
preview: press
---
Le texte.
-- content/news/autre.md --
---
title: Autre
embargo: 2100-01-01
preview: press
---
Le texte.
"""


def test_links_are_made_renewed_and_withdrawn_without_the_others_noticing(
    make_site: Callable[[str], SiteFolder],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command_line: CommandLine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = make_site(HUB)
    command_line.go_to(site.root)
    path = tmp_path / "private" / "keys.json"
    monkeypatch.setenv("SITEGEN_ACCESS_FILE", str(path))

    def said(*arguments: str) -> str:
        capsys.readouterr()
        assert command_line.run(*arguments) == 0
        return capsys.readouterr().out

    def links() -> dict[str, str]:
        lines = said("access", "link", "content/news/fusion.md").splitlines()
        return dict(line.split() for line in lines)

    def build() -> None:
        said("build", "--jobs", "1", "--now", "2026-11-22")

    def opens(link: str) -> bool:
        address, _, key = link.partition("#k.")
        door = Door(site.root / "output" / address.removeprefix(SITE) / "index.html")
        content_key = door.key_of_link(raw(key))
        return content_key is not None and door.content(content_key)["title"].startswith(
            "La fusion"
        )

    said("access", "new", "press", "afp")
    said("access", "new", "press", "board")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    build()
    first = links()
    assert first.keys() == {"afp", "board"}
    assert all(map(opens, first.values()))

    said("access", "rotate", "press", "afp")
    build()
    assert not opens(first["afp"])
    assert opens(first["board"])
    assert opens(links()["afp"])

    said("access", "withdraw", "press", "afp")
    build()
    assert links() == {"board": first["board"]}
    assert opens(first["board"])

    line = said("access", "export").strip()
    known = read_rings(Keys("f", path.read_bytes()), SITE)
    assert read_rings(Keys("v", line.encode()), SITE) == known
    said("access", "rotate", "press")
    build()
    assert len(list((site.root / "output/prive").iterdir())) == 2
    assert links()["board"].partition("#")[0] != first["board"].partition("#")[0]


def test_all_that_opened_a_ring_is_made_anew_with_it() -> None:
    """Whoever left with the members' password reads nothing of what follows."""
    file, _ = changed(KeyFile(), SITE, RingChange("new", "members", "board"))
    file, before = changed(file, SITE, RingChange("new", "members", by_password=True))

    renewed, made = changed(file, SITE, RingChange("rotate", "members"))

    assert made.keys() == before.keys() == {"all"}
    assert made != before
    old, new = (keys.sites[SITE]["members"] for keys in (file, renewed))
    assert new.readers.keys() == old.readers.keys()
    assert new.readers["all"].password == made["all"]
    assert new.readers["board"] != old.readers["board"]
    assert new.key != old.key


def test_a_link_for_nobody_is_refused_and_says_who_there_is(
    make_site: Callable[[str], SiteFolder],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command_line: CommandLine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command_line.go_to(make_site(HUB).root)
    monkeypatch.setenv("SITEGEN_ACCESS_FILE", str(tmp_path / "keys.json"))
    assert command_line.run("access", "new", "press", "afp") == 0

    assert command_line.run("access", "link", "content/news/fusion.md", "board") == 2

    assert "no reader `board`" in (told := capsys.readouterr().err)
    assert "afp" in told


def test_a_reader_is_added_once() -> None:
    file, _ = changed(KeyFile(), SITE, RingChange("new", "press", "afp"))

    with pytest.raises(UsageError) as refused:
        changed(file, SITE, RingChange("new", "press", "afp"))

    assert [diagnostic.code for diagnostic in refused.value.diagnostics] == ["reader-twice"]


def test_a_password_is_made_that_nobody_guesses() -> None:
    file, made = changed(KeyFile(), SITE, RingChange("new", "members", by_password=True))

    assert made.keys() == {"all"}
    assert len(made["all"]) == 19
    assert len({make_password() for _ in range(100)}) == 100
    assert read_key_file(Keys("", file.text())) == file


@pytest.mark.parametrize(
    "text", [b"{", b'{"sites": []}', b"\xff\xfe", b'{"sites": {"%s": {"p": {"key": "AAAA"}}}}']
)
def test_no_keys_are_told_without_what_stands_in_them(text: bytes) -> None:
    with pytest.raises(UsageError) as refused:
        read_rings(Keys("here", text.replace(b"%s", SITE.encode())), SITE)

    (told,) = refused.value.diagnostics
    assert told.code == "keys-unreadable"
    assert "AAAA" not in str(told)


def test_keys_that_are_named_and_gone_stop_the_build_and_take_nothing_from_readers(
    make_site: Callable[[str], SiteFolder],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command_line: CommandLine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site = make_site(HUB)
    command_line.go_to(site.root)
    file = tmp_path / "keys.json"
    monkeypatch.setenv("SITEGEN_ACCESS_FILE", str(file))
    assert command_line.run("access", "new", "press", "afp") == 0
    assert command_line.run("build") == 0
    before = site.tree()
    file.rename(tmp_path / "away.json")

    assert command_line.run("build") == 2
    assert "SG437" in capsys.readouterr().err
    assert site.tree() == before

    monkeypatch.delenv("SITEGEN_ACCESS_FILE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert command_line.run("build") == 0
    assert "SG440" in capsys.readouterr().err
    assert site.tree() != before


def test_no_key_is_made_that_the_next_build_refuses(
    make_site: Callable[[str], SiteFolder],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command_line: CommandLine,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command_line.go_to(make_site(HUB).root)
    path = tmp_path / "keys.json"
    monkeypatch.setenv("SITEGEN_ACCESS_FILE", str(path))
    monkeypatch.setattr("sitegen.commands.access.find_spec", lambda module: None)

    assert command_line.run("access", "new", "press", "afp") == 2

    assert "pip install 'sitegen-hub[private]'" in capsys.readouterr().err
    assert not path.exists()
