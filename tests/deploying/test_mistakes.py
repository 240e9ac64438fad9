"""What keeps a site from being deployed: one line each, and nothing half."""

import socket
import subprocess
from pathlib import Path

import msgspec
import pytest

from sitegen.config import read_config
from sitegen.config.deploying import DeployConfig, destination, first_arrival
from sitegen.deploying.registry import choose
from sitegen.deploying.ssh import why_denied
from sitegen.deploying.target import file_refused
from sitegen.deploying.targets.folder import FolderTarget
from sitegen.errors import SitegenError, UsageError
from sitegen.wording.phrases import in_words
from sitegen.wording.translation import _catalogue
from tests.commands.support import CommandLine, command_line
from tests.deploying.places import Place, bring, site_of
from tests.support import SiteFolder

SITE = {"index.html": "1", "a/index.html": "2", "b/index.html": "3", "c/index.html": "4"}


def code_of(told: pytest.ExceptionInfo[SitegenError]) -> str:
    return told.value.diagnostics[0].code


def test_without_a_place_nothing_is_deployed() -> None:
    with pytest.raises(UsageError) as told:
        choose("", {})

    assert code_of(told) == "deploy-nowhere"


def test_an_unknown_place_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UsageError) as told:
        choose("onlin", {"online": DeployConfig(to="../www")})

    assert code_of(told) == "deploy-unknown"


def test_a_name_is_asked_for_no_place_where_there_is_none() -> None:
    with pytest.raises(UsageError) as told:
        choose("online", {})

    assert code_of(told) == "deploy-nowhere"


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("rsync://root@host/var/www/", "rsync://root@host//var/www/"),
        ("sftp://hub@host:2222/srv/hub", "sftp://hub@host:2222//srv/hub"),
        ("sftp://me@host/var/my%20www/", "sftp://me@host//var/my%20www/"),
        ("sftp://me@host/v%61r/été", "sftp://me@host//v%61r/été"),
        ("sftp://me@host/%2Fvar/www", ""),
        ("sftp://hub@host/www/", ""),
        ("sftp://hub@host//srv/hub/", ""),
        ("s3://bucket/var/www/", ""),
        ("/var/www/hub", ""),
    ],
)
def test_a_folder_of_the_machine_is_told_from_one_of_the_account(address: str, meant: str) -> None:
    place = destination(DeployConfig(to=address))
    assert place
    told = first_arrival(place)

    assert (told.values["meant"] if told else "") == meant
    assert told is None or told.code == "deploy-below-home"


def test_a_place_where_nothing_stands_is_told_of_before_anything_is_brought(
    tmp_path: Path,
) -> None:
    www = tmp_path / "www"
    stood: list[bool] = []

    def look() -> None:
        stood.append((www / "index.html").exists())

    config = choose(str(www), {}).config
    for is_dry in (True, False, False):
        bring(site_of(tmp_path / "output", SITE), config, is_dry=is_dry, on_first=look)

    assert stood == [False, False]


@pytest.mark.parametrize(
    "address",
    [
        "ftp://hub.example.org/",
        "sftp://-oProxyCommand=x/www",
        "sftp://-l@host/www",
        "sftp://host/../www",
        "sftp:///www",
        "hub@host:www",
        "s3://",
        "sftp://host:99999999/",
        "mailto:hub@example.org",
    ],
)
def test_what_is_no_address_is_refused_before_anything_runs(address: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        bring(site_of(tmp_path / "output", SITE), choose(address, {}).config)

    assert code_of(told) == "deploy-address"


@pytest.mark.parametrize("place", ["output", "output/www", ".", "content/www"])
def test_a_folder_that_builds_rewrite_is_no_place(place: str, tmp_path: Path) -> None:
    """It would be removed by the next build, or hold what authors wrote."""
    site_of(tmp_path / "output", SITE)
    (tmp_path / "content").mkdir()

    with pytest.raises(UsageError) as told:
        FolderTarget(choose(f"./{place}", {}), str(tmp_path))

    assert code_of(told) == "deploy-in-the-way"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{to: 's3://hub/', endpoint: 'https://key:secret@s3.example.org'}", "deploy-secret"),
        ("{to: 's3://hub/', endpoint: s3.example.org}", "deploy-address"),
        ("{to: 's3://hub/', secret_key: abc}", "deploy-secret"),
        ("sftp://hub:geheim@sftp.example.org/www/", "deploy-secret"),
    ],
)
def test_secrets_and_what_is_no_service_are_refused_in_the_settings(
    written: str, code: str
) -> None:
    settings = f"title: Hub\nurl: https://hub.example.org/\ndeploy:\n  online: {written}\n"

    with pytest.raises(UsageError) as told:
        read_config(settings.encode())

    assert code_of(told) == code
    assert told.value.diagnostics[0].line == 4


def test_a_missing_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UsageError) as told:
        bring(site_of(tmp_path / "output", SITE), DeployConfig(to="rsync://host/www/"))

    assert code_of(told) == "deploy-program-missing"


def test_a_host_that_nobody_knows_is_not_spoken_to(sftp_place: Place, tmp_path: Path) -> None:
    (tmp_path / "known").write_text("")
    config = msgspec.structs.replace(sftp_place.config, known_hosts=str(tmp_path / "known"))

    with pytest.raises(SitegenError) as told:
        bring(site_of(tmp_path / "output", SITE), config)

    assert code_of(told) == "deploy-host-key"


def test_a_host_that_does_not_answer_is_not_waited_for(
    sftp_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the connection, and never says a word."""
    monkeypatch.setattr("sitegen.deploying.ssh.CONNECT_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"sftp://127.0.0.1:{silent.getsockname()[1]}/www/"
        config = msgspec.structs.replace(sftp_place.config, to=address)
        with pytest.raises(SitegenError) as told:
            bring(site_of(tmp_path / "output", SITE), config)

    assert code_of(told) == "deploy-refused"
    assert "timed out" in str(told.value.diagnostics[0].values["reason"])


def test_who_is_not_let_in_is_told(
    sftp_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", "/nowhere")

    with pytest.raises(SitegenError) as told:
        bring(site_of(tmp_path / "output", SITE), sftp_place.config)

    assert code_of(told) == "deploy-denied"
    assert "Permission denied" in str(told.value.diagnostics[0].values["reason"])


def test_a_place_that_cannot_be_written_is_told(sftp_place: Place, tmp_path: Path) -> None:
    """Also by the target's own folder, a file."""
    (tmp_path / "www").write_text("a file")

    with pytest.raises(SitegenError) as told:
        bring(site_of(tmp_path / "output", SITE), sftp_place.config)

    assert code_of(told) == "deploy-refused"


def test_a_bucket_that_is_not_there_is_told(s3_place: Place, tmp_path: Path) -> None:
    config = msgspec.structs.replace(s3_place.config, to="s3://no-such-bucket/")

    with pytest.raises(SitegenError) as told:
        bring(site_of(tmp_path / "output", SITE), config)

    assert code_of(told) == "deploy-refused"
    assert "bucket" in str(told.value.diagnostics[0].values["reason"])


def test_an_output_that_changes_meanwhile_is_not_sent(folder_place: Place, tmp_path: Path) -> None:
    site = site_of(tmp_path / "output", SITE)
    (tmp_path / "output/index.html").write_text("longer")

    with pytest.raises(SitegenError) as told:
        bring(site, folder_place.config)

    assert code_of(told) == "deploy-changed-meanwhile"
    assert "index.html" not in folder_place.tree()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"index.html": "1"}, "of 4 pages 1 would be left"),
        ({path: text for path, text in SITE.items() if path != "index.html"}, "no home page"),
    ],
)
def test_a_site_that_shrinks_is_deployed_only_if_that_is_meant(
    files: dict[str, str], words: str, folder_place: Place, tmp_path: Path
) -> None:
    bring(site_of(tmp_path / "output", SITE), folder_place.config)
    before = folder_place.tree()
    site = site_of(tmp_path / "output", files)

    with pytest.raises(UsageError) as told:
        bring(site, folder_place.config)
    assert code_of(told) == "deploy-guard"
    assert words in str(told.value.diagnostics[0].values["problem"])
    assert folder_place.tree() == before
    bring(site, folder_place.config, is_accepted=True)

    assert set(folder_place.tree()) == set(files)


def test_a_site_does_not_replace_another_site(folder_place: Place, tmp_path: Path) -> None:
    bring(
        site_of(tmp_path / "output", SITE)._replace(address="https://a.org/"), folder_place.config
    )

    with pytest.raises(UsageError) as told:
        bring(site_of(tmp_path / "output", SITE), folder_place.config)

    assert "https://a.org/" in str(told.value.diagnostics[0].values["problem"])


def test_a_link_that_leads_away_is_not_followed(folder_place: Place, tmp_path: Path) -> None:
    """What lies behind it is somebody's, even where the site wants to write there."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "www").mkdir()
    (tmp_path / "www/a").symlink_to(elsewhere)

    with pytest.raises(UsageError):
        bring(site_of(tmp_path / "output", SITE), folder_place.config)
    assert list(elsewhere.iterdir()) == []


def test_the_program_that_answers_for_a_password_holds_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sitegen.deploying.ssh import environment

    monkeypatch.setenv("SITEGEN_DEPLOY_PASSWORD", 'c\'est "$secret"')

    variables = environment(str(tmp_path))
    said = subprocess.run(
        [variables["SSH_ASKPASS"], "Password:"], env=variables, capture_output=True
    )

    assert said.stdout.decode() == 'c\'est "$secret"\n'
    assert "secret" not in Path(variables["SSH_ASKPASS"]).read_text()


def test_a_site_with_errors_is_not_deployed(
    site: SiteFolder, command_line: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless what stands without them is meant: `deploy-errors`."""
    site.append("site.yaml", "deploy: {online: ../www}\n")
    site.write("content/news/b.md", "---\ntitle: Deux\ndate: never\n---\n")
    command_line.go_to(site.root)

    assert command_line.run("deploy") == 1
    assert "SG418" in capsys.readouterr().err
    assert not (site.root.parent / "www").exists()
    assert command_line.run("deploy", "--with-errors") == 1

    assert (site.root.parent / "www/news/a/index.html").is_file()


__all__ = ["command_line"]


def test_what_places_say_is_told_in_the_user_s_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr")
    _catalogue.cache_clear()
    said = "u@example.org: Permission denied (publickey,password)."

    denied = why_denied(said)
    refused = file_refused("a/b", OSError(13, "Permission denied")).diagnostics[0].values["reason"]

    assert in_words(denied) == "accès refusé (publickey,password)"
    assert in_words(refused) == "a/b\u00a0: droits insuffisants"
    _catalogue.cache_clear()
