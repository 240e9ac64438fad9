"""Servers that run as long as the tests, one of each kind; folders of one test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from getpass import getuser
from pathlib import Path

import pytest

from sitegen.config.deploying import DeployConfig
from tests.deploying.places import (
    Place,
    SshServer,
    ended,
    folder_place,
    free_port,
    ssh_agent,
    ssh_server,
    tree_of,
    wait_for_port,
)


@pytest.fixture(scope="session")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The socket of an agent, and the public key that it proves."""
    if shutil.which("ssh-agent") is None:
        pytest.skip("openssh-client is not installed")
    folder = tmp_path_factory.mktemp("agent")
    with ssh_agent(folder) as agent:
        yield agent, (folder / "user.pub").read_text()


@pytest.fixture(scope="session")
def sftp_server(
    tmp_path_factory: pytest.TempPathFactory, agent: tuple[Path, str]
) -> Iterator[SshServer]:
    """An account that may do nothing but SFTP."""
    with ssh_server(tmp_path_factory.mktemp("sshd") / "sftp", only_sftp=True) as server:
        server.authorized.write_text(agent[1])
        yield server


@pytest.fixture(scope="session")
def shell_server(
    tmp_path_factory: pytest.TempPathFactory, agent: tuple[Path, str]
) -> Iterator[SshServer]:
    """An account with a shell."""
    with ssh_server(tmp_path_factory.mktemp("sshd") / "shell", only_sftp=False) as server:
        server.authorized.write_text(agent[1])
        yield server


@pytest.fixture(scope="session")
def s3_port() -> Iterator[int]:
    """The port of a server that speaks S3, with nothing in it."""
    pytest.importorskip("moto")
    port = free_port()
    program = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with ended(program):
        wait_for_port(port, program)
        yield port


@pytest.fixture(
    params=["folder", "sftp", "s3", "git", pytest.param("rsync", marks=pytest.mark.slow)]
)
def place(request: pytest.FixtureRequest) -> Place:
    """Each kind of place, empty."""
    made: Place = request.getfixturevalue(f"{request.param}_place")
    return made


@pytest.fixture(name="folder_place")
def make_folder_place(tmp_path: Path) -> Place:
    folder = tmp_path / "www"
    return folder_place(folder, DeployConfig(to=str(folder)))


def _over_ssh(
    scheme: str, folder: Path, server: SshServer, monkeypatch: pytest.MonkeyPatch, agent: Path
) -> Place:
    monkeypatch.setenv("SSH_AUTH_SOCK", str(agent))
    address = f"{scheme}://{getuser()}@127.0.0.1:{server.port}/{folder}/"
    return folder_place(folder, DeployConfig(to=address, known_hosts=str(server.known_hosts)))


@pytest.fixture(name="sftp_place")
def make_sftp_place(
    tmp_path: Path,
    sftp_server: SshServer,
    agent: tuple[Path, str],
    monkeypatch: pytest.MonkeyPatch,
) -> Place:
    return _over_ssh("sftp", tmp_path / "www", sftp_server, monkeypatch, agent[0])


@pytest.fixture(name="rsync_place")
def make_rsync_place(
    tmp_path: Path,
    shell_server: SshServer,
    agent: tuple[Path, str],
    monkeypatch: pytest.MonkeyPatch,
) -> Place:
    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed")
    return _over_ssh("rsync", tmp_path / "www", shell_server, monkeypatch, agent[0])


@pytest.fixture(name="s3_place")
def make_s3_place(s3_port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    import boto3

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    endpoint, bucket = f"http://127.0.0.1:{s3_port}", f"hub-{tmp_path.name.replace('_', '-')}"[:60]
    bucket = bucket.lower().strip("-")
    client = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
    client.create_bucket(Bucket=bucket)

    def tree() -> dict[str, bytes]:
        keys = [entry["Key"] for entry in client.list_objects_v2(Bucket=bucket).get("Contents", ())]
        return {
            key.removeprefix("hub/"): client.get_object(Bucket=bucket, Key=key)["Body"].read()
            for key in keys
            if not key.endswith(".json") or key.endswith("feed.json")
        }

    return Place(
        DeployConfig(to=f"s3://{bucket}/hub/", endpoint=endpoint, region="us-east-1"),
        tree,
        lambda path, content: client.put_object(Bucket=bucket, Key=f"hub/{path}", Body=content),
        lambda path: client.delete_object(Bucket=bucket, Key=f"hub/{path}"),
    )


@pytest.fixture(name="git_place")
def make_git_place(tmp_path: Path) -> Place:
    """A bare repository, in which somebody else commits through a clone."""
    repository, clone = tmp_path / "site.git", tmp_path / "clone"
    git = _git(tmp_path)
    git("init", "--quiet", "--bare", str(repository))
    for allowed in ("allowFilter", "allowAnySHA1InWant"):  # as code hosts do
        git("-C", str(repository), "config", f"uploadpack.{allowed}", "true")

    def checkout() -> None:
        shutil.rmtree(clone, ignore_errors=True)
        git("clone", "--quiet", "--branch", "gh-pages", str(repository), str(clone))

    def tree() -> dict[str, bytes]:
        if not git("-C", str(repository), "branch", "--list", "gh-pages"):
            return {}
        checkout()
        shutil.rmtree(clone / ".git")
        tree = tree_of(clone)
        tree.pop(".nojekyll", None)
        return tree

    def change(path: str, content: bytes | None) -> None:
        if git("-C", str(repository), "branch", "--list", "gh-pages"):
            checkout()
        else:
            git("clone", "--quiet", str(repository), str(clone))
            git("-C", str(clone), "checkout", "--quiet", "-b", "gh-pages")
        place = clone / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            place.unlink()
        else:
            place.write_bytes(content)
        git("-C", str(clone), "add", "--all")
        git("-C", str(clone), "commit", "--quiet", "-m", "Somebody else")
        git("-C", str(clone), "push", "--quiet", "origin", "gh-pages")

    return Place(
        DeployConfig(to=f"git+file://{repository}"), tree, change, lambda path: change(path, None)
    )


def _git(folder: Path) -> Callable[..., str]:
    name = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    name |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in name.items()}
    environment = os.environ | name | {"GIT_CONFIG_GLOBAL": os.devnull}

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return git


@pytest.fixture(autouse=True)
def no_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever runs the tests has a name for Git, and secrets, that are none of theirs."""
    for name in ("SITEGEN_DEPLOY_PASSWORD", "GIT_SSH_COMMAND", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
