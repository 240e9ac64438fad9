"""A connection that is cut in the middle: readers see whole pages, and the next run finishes."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sitegen.config.deploying import DeployConfig
from sitegen.deploying.manifest import MANIFEST
from sitegen.deploying.target import TEMPORARY, DeployError
from sitegen.deploying.targets.git import GitTarget
from tests.deploying.places import NOW, Cutter, Place, bring, encoded, site_of

pytestmark = pytest.mark.slow


def version(number: int) -> dict[str, str]:
    """A site whose pages lead to a picture and to a page that no other version has."""
    noise = random.Random(number)

    def text(size: int) -> str:
        return "".join(noise.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=size))

    pages = {
        f"p{page}/index.html": f'<a href="v{number}.html"><img src="p{page}/v{number}.png">'
        + text(9000)
        for page in range(4)
    }
    pictures = {f"p{page}/v{number}.png": text(9000) for page in range(4)}
    top = "".join(f'<a href="p{page}/index.html">' for page in range(4))
    return {"index.html": top, f"v{number}.html": text(5000), **pages, **pictures}


def check_readers(tree: dict[str, bytes], *versions: dict[str, str]) -> None:
    """Every file is one of those versions whole, and what it leads to is there."""
    for path, content in tree.items():
        if path.endswith(TEMPORARY) or "/.~tmp~/" in f"/{path}":
            continue  # nobody asks for it
        assert content.decode() in [version.get(path) for version in versions], path
        for target in re.findall(r'(?:href|src)="(.*?)"', content.decode()):
            assert target in tree, f"{path} leads to {target}"


@pytest.fixture
def cutters() -> Iterator[list[Cutter]]:
    made: list[Cutter] = []
    yield made
    for opened in made:
        opened.close()


def through(config: DeployConfig, cutter: Cutter, port: int) -> DeployConfig:
    """Return *config* by way of *cutter*."""
    fields = {
        name: value.replace(f":{port}", f":{cutter.port}")
        for name in ("to", "endpoint")
        if (value := getattr(config, name))
    }
    return msgspec.structs.replace(config, **fields)


@pytest.mark.parametrize(
    ("kind", "moments"),
    [
        ("sftp", (12_000, 45_000, 70_000)),
        pytest.param("rsync", (60_000,), marks=pytest.mark.slow),
        ("s3", (12_000, 60_000)),
    ],
)
def test_a_cut_leaves_whole_pages_and_the_next_run_finishes(
    kind: str,
    moments: tuple[int, ...],
    tmp_path: Path,
    cutters: list[Cutter],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    place: Place = request.getfixturevalue(f"{kind}_place")
    match = re.search(r":(\d+)", place.config.endpoint or place.config.to)
    assert match
    port, before = int(match[1]), version(0)
    bring(site_of(tmp_path / "output", before), place.config)

    for number, most in enumerate(moments, 1):
        after = version(number)
        site = site_of(tmp_path / "output", after)
        cutter = Cutter(port, most)
        cutters.append(cutter)
        with pytest.raises(DeployError) as told:
            bring(site, through(place.config, cutter, port), now=NOW + 10 * number)
        assert told.value.diagnostics[0].code == "deploy-cut"
        check_readers(place.tree(), before, after)
        done = bring(site, place.config, now=NOW + 10 * number + 5)
        assert place.tree() == encoded(after)
        if most > 45_000:
            assert done.difference.sent < len(after), "what had been sent was sent again"
        before = after


def test_a_disk_that_is_full_leaves_whole_pages(
    folder_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version(0)
    bring(site_of(tmp_path / "output", before), folder_place.config)

    for number, most in enumerate((1, 4, 8), 1):
        after = version(number)
        site = site_of(tmp_path / "output", after)
        left = iter(range(most))

        def copy(source: str, goal: str, *, left: Iterator[int] = left) -> None:
            content = Path(source).read_bytes()
            Path(goal).write_bytes(content[:100])
            if next(left, None) is None:
                raise OSError(28, "No space left on device")
            Path(goal).write_bytes(content)

        with monkeypatch.context() as patch:
            patch.setattr("shutil.copyfile", copy)
            with pytest.raises(DeployError) as told:
                bring(site, folder_place.config, now=NOW + 10 * number)
        assert told.value.diagnostics[0].code == "deploy-refused"
        check_readers(folder_place.tree(), before, after)
        bring(site, folder_place.config, now=NOW + 10 * number + 5)
        assert folder_place.tree() == encoded(after)
        before = after


def test_a_refused_push_leaves_the_former_site(git_place: Place, tmp_path: Path) -> None:
    before = version(0)
    bring(site_of(tmp_path / "output", before), git_place.config)
    hook = Path(git_place.config.to.removeprefix("git+file://")) / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'The branch is protected.' >&2\nexit 1\n")
    hook.chmod(0o755)
    site = site_of(tmp_path / "output", version(1))

    with pytest.raises(DeployError):
        bring(site, git_place.config)
    assert git_place.tree() == encoded(before)
    hook.unlink()
    bring(site, git_place.config)

    assert git_place.tree() == encoded(version(1))


def test_a_manifest_that_is_damaged_is_as_one_that_is_lost(
    folder_place: Place, tmp_path: Path
) -> None:
    site = site_of(tmp_path / "output", version(0))
    bring(site, folder_place.config)
    folder_place.write(MANIFEST, b'{"format": 1, "files": {"a": ')

    assert not bring(site, folder_place.config, now=NOW + 9).difference.sent
    assert bring(site, folder_place.config).difference.is_nothing


def test_what_somebody_pushed_meanwhile_is_not_lost(
    git_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(site_of(tmp_path / "output", version(0)), git_place.config)
    finish = GitTarget.finish

    def push_first(target: GitTarget, message: str) -> None:
        git_place.write("CNAME", b"hub.example.org")
        finish(target, message)

    with monkeypatch.context() as patch:
        patch.setattr(GitTarget, "finish", push_first)
        with pytest.raises(DeployError) as told:
            bring(site_of(tmp_path / "output", version(1)), git_place.config)
    assert told.value.diagnostics[0].code == "deploy-changed-meanwhile"
    bring(site_of(tmp_path / "output", version(1)), git_place.config)

    assert git_place.tree() == encoded(version(1)) | {"CNAME": b"hub.example.org"}
