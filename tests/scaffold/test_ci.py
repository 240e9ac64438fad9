"""The CI files that `sitegen init` writes: their services accept them, their scripts do right."""

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sitegen.config import read_config
from tests.scaffold.command import NOON, Result

PUBLISHED = "github.event_name != 'pull_request'"


class Plain(yaml.SafeLoader):
    """Reads `on:` as the word that it is, as YAML 1.2 does."""


Plain.yaml_implicit_resolvers = {
    first: [
        resolver
        for resolver in resolvers
        if resolver[0] != "tag:yaml.org,2002:bool" or first in "tTfF"
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def made(folder: Path, host: str, name: str) -> Any:
    Result(folder, "init", "--host", host)
    return yaml.load((folder / name).read_text(encoding="utf-8"), Plain)


def vendored(name: str) -> Any:
    folder = files("check_jsonschema") / "builtin_schemas" / "vendor"
    return json.loads((folder / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def workflow(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    workflow: dict[str, Any] = made(
        tmp_path_factory.mktemp("github"), "github", ".github/workflows/site.yml"
    )
    return workflow


def step(workflow: dict[str, Any], job: str, id_: str) -> dict[str, Any]:
    step: dict[str, Any] = next(
        step for step in workflow["jobs"][job]["steps"] if step.get("id") == id_
    )
    return step


def run(script: str, folder: Path, **environment: str) -> dict[str, str]:
    """Run a step as GitHub does, and return its outputs."""
    outputs = folder / "outputs"
    outputs.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "GITHUB_OUTPUT": str(outputs), **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(line.split("=", 1) for line in outputs.read_text().splitlines())


def test_github_accepts_the_workflow(workflow: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(vendored("github-workflows.json")).validate(workflow)


def test_the_workflow_that_fetches_commits_what_is_new_and_has_it_built(tmp_path: Path) -> None:
    """Also where somebody has pushed meanwhile: it begins anew from there."""
    site = tmp_path / "site"
    site.mkdir()
    workflow = made(site, "github", ".github/workflows/fetch.yml")
    with (site / ".gitignore").open("a", encoding="utf-8") as ignored:
        ignored.write("outputs\n")
    steps = workflow["jobs"]["fetch"]["steps"]
    scripts = {step["id"]: step["run"] for step in steps if "id" in step}
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(site)]
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "origin")], check=True)
    for line in (["init", "--quiet", "--initial-branch=main"], ["add", "-A"],
                 ["commit", "--quiet", "-m", "a"], ["remote", "add", "origin", "../origin"],
                 ["push", "--quiet", "origin", "main"]):  # fmt: skip
        subprocess.run([*git, *line], check=True)
    bins = tmp_path / "bin"
    bins.mkdir()
    other = (
        f"git clone --quiet --branch main {tmp_path}/origin {tmp_path}/other\n"
        f"cd {tmp_path}/other && echo b > content/b.txt && git add -A\n"
        "git -c user.name=b -c user.email=b@b.example commit --quiet -m b\n"
        "git push --quiet origin main\n"
    )
    fetch = "mkdir -p content/_fetched/amf && echo x > content/_fetched/amf/x.md\n"
    for name, script in (("sitegen", f"{fetch}[ -d {tmp_path}/other ] || ({other})"),):
        (bins / name).write_text(f"#!/bin/sh\n{script}")
        (bins / name).chmod(0o755)
    path = f"{bins}:{os.environ['PATH']}"

    none = run(scripts["sources"], site)
    (site / "site.yaml").write_text("sources: {}\n")
    some = run(scripts["sources"], site)
    first = run(scripts["fetch"], site, PATH=path, BRANCH="main")
    again = run(scripts["fetch"], site, PATH=path, BRANCH="main")

    jsonschema.Draft7Validator(vendored("github-workflows.json")).validate(workflow)
    assert (none, some) == ({"any": "false"}, {"any": "true"})
    assert (first, again) == ({"new": "true"}, {"new": "false"})
    log = subprocess.run(
        [*git, "log", "--format=%s", "origin/main"], capture_output=True, text=True
    )
    assert log.stdout.splitlines() == ["News and dates of partners", "b", "a"]
    assert steps[-1]["if"] == "steps.fetch.outputs.new == 'true'"
    assert "site.yml" in steps[-1]["run"]


def test_gitlab_accepts_the_pipeline(tmp_path: Path) -> None:
    pipeline = made(tmp_path, "gitlab", ".gitlab-ci.yml")

    jsonschema.Draft7Validator(vendored("gitlab-ci.json")).validate(pipeline)
    assert pipeline["pages"]["artifacts"]["paths"] == ["public"]
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("github", ".github/workflows/site.yml"),
        ("github", ".github/workflows/fetch.yml"),
        ("github", ".github/workflows/comment.yml"),
        ("gitlab", ".gitlab-ci.yml"),
    ],
)
def test_a_french_site_s_file_says_in_french_what_it_does(
    tmp_path: Path, host: str, name: str
) -> None:
    texts = {}
    for language in ("fr", "en"):
        (tmp_path / language).mkdir()
        Result(tmp_path / language, "init", "--host", host, "--language", language)
        texts[language] = (tmp_path / language / name).read_text(encoding="utf-8")

    def said(text: str) -> set[str]:
        return set(re.findall(r"(?:^| )# (.+)| (?:name|SAYS_\w+): (.+)", text, flags=re.MULTILINE))

    both = said(texts["fr"]) & said(texts["en"])
    assert both <= {("", name) for name in ("github-pages", "findings", "preview")} | {
        (".well-known", "")
    }
    assert len(said(texts["fr"])) > 10
    comments = re.findall(r"^ *# .*$", texts["fr"], flags=re.MULTILINE)
    assert max(map(len, comments)) <= 100
    told = re.compile(r"^( *(?:- )?(?:name|SAYS_\w+): ).*", flags=re.MULTILINE)
    nameless = [told.sub(r"\1", text) for text in texts.values()]
    french, english = (yaml.load(text, Plain) for text in nameless)
    assert french == english


def test_a_site_elsewhere_has_no_ci_file(tmp_path: Path) -> None:
    Result(tmp_path, "init", "--host", "none")

    assert not (tmp_path / ".github").exists()
    assert not (tmp_path / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize("host", ["gitlab", "apache", "none"])
def test_the_settings_name_the_host(tmp_path: Path, host: str) -> None:
    Result(tmp_path, "init", "--host", host)

    settings = read_config((tmp_path / "site.yaml").read_bytes())
    assert settings.publishing.host == host.removeprefix("none")


def test_only_the_job_that_publishes_may(workflow: dict[str, Any]) -> None:
    jobs = workflow["jobs"]

    assert workflow["permissions"] == {"contents": "read"}
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["deploy"]["if"] == PUBLISHED
    assert jobs["deploy"]["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_nothing_of_a_pull_request_is_published_or_kept(workflow: dict[str, Any]) -> None:
    steps = workflow["jobs"]["build"]["steps"]

    kept = [
        step
        for step in steps
        if step.get("uses", "").startswith(("actions/cache/save", "actions/upload-pages"))
    ]

    assert len(kept) == 2
    assert {step["if"] for step in kept} == {PUBLISHED}


def test_the_address_of_a_pull_requests_site_is_told(workflow: dict[str, Any]) -> None:
    """Among its checks: a comment would need a token that may write, beside the site's own code."""
    preview, told = (
        step
        for step in workflow["jobs"]["build"]["steps"]
        if step.get("if") == "github.event_name == 'pull_request'"
    )

    assert preview["uses"].startswith("actions/upload-artifact@")
    assert told["env"]["ADDRESS"] == f"${{{{ steps.{preview['id']}.outputs.artifact-url }}}}"
    assert '::notice title=The site of this pull request::$ADDRESS"' in told["run"]


@pytest.mark.parametrize(
    ("event", "next_change", "expected"),
    [
        ("push", "9999999999", "true"),
        ("workflow_dispatch", "9999999999", "true"),
        ("schedule", "9999999999", "false"),
        ("schedule", "1000000000", "true"),
        ("schedule", "", "true"),
        ("schedule", None, "true"),
    ],
)
def test_a_schedule_builds_only_what_is_due(
    workflow: dict[str, Any], tmp_path: Path, event: str, next_change: str | None, expected: str
) -> None:
    if next_change is not None:
        (tmp_path / "next-change").write_text(f"{next_change}\n" if next_change else "")

    outputs = run(step(workflow, "due", "decide")["run"], tmp_path, EVENT=event)

    assert outputs == {"build": expected}


@pytest.mark.slow
def test_what_is_pushed_is_checked_before_its_day(workflow: dict[str, Any], tmp_path: Path) -> None:
    """A text of next week with a mistake: told when it is pushed, in nobody's way until then."""
    check = next(
        step
        for step in workflow["jobs"]["build"]["steps"]
        if "sitegen check" in step.get("run", "")
    )
    asked = re.search(r"&& '([^']*)' \|\| ''", check["env"]["AHEAD"])
    (tmp_path / "gitlab").mkdir()
    pipeline = made(tmp_path / "gitlab", "gitlab", ".gitlab-ci.yml")
    pushed, otherwise = pipeline["pages"]["rules"]
    root = tmp_path / "hub"
    Result(tmp_path, "init", "hub")
    text = "---\ntitle: A\ndate: 2026-12-24\nsumary: x\n---\nText.\n"
    (root / "content/actualites/a.md").write_text(text.replace("sumary", "summary"))
    good = Result(root, "check", *asked[1].split()) if asked else None
    (root / "content/actualites/b.md").write_text(
        "---\ntitle: B\ndate: 2026-12-24\n---\n[a](nowhere.md)\n"
    )

    ahead = Result(root, "check", *asked[1].split()) if asked else None
    today = Result(root, "check")

    assert asked
    assert check["run"] == "sitegen check $AHEAD --format github"
    assert pushed["variables"]["AHEAD"] == asked[1] == "--future --embargoed"
    assert "variables" not in otherwise
    checked = f"sitegen check {asked[1]} --format gitlab > quality.json"
    assert pipeline["check"]["script"][0] == checked
    assert "'schedule'" not in check["env"]["AHEAD"]
    assert (good.code, ahead.code, today.code) == (0, 1, 0), (ahead.err, today.err)


def test_the_next_build_is_due_when_the_site_changes_by_itself(
    workflow: dict[str, Any], tmp_path: Path
) -> None:
    """The sample event's end, or a month's begin: whichever `sitegen next` tells first."""
    root = tmp_path / "hub"
    root.mkdir()
    Result(root, "init")
    first = json.loads(Result(root, "next", "--json", "-n", "1").out)[0]
    (tmp_path / "bin").mkdir()
    for name, module in [("python", ""), ("sitegen", " -m sitegen")]:
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}"{module} "$@"\n')
        command.chmod(0o755)
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"

    outputs = run(step(workflow, "build", "next")["run"], root, PATH=path, SOURCE_DATE_EPOCH=NOON)

    assert outputs == {"at": str(int(first["timestamp"]))}
    assert int(outputs["at"]) > int(NOON)


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://org.github.io/hub", "build --base-url https://org.github.io/hub/"),
        ("http://hub.example.org", "build --base-url https://hub.example.org/"),
        ("https://org.github.io/", "build --base-url https://org.github.io/"),
        ("", "build"),
    ],
)
def test_the_site_is_built_for_the_address_at_which_pages_shows_it(
    workflow: dict[str, Any], tmp_path: Path, base_url: str, expected: str
) -> None:
    script = next(
        step["run"]
        for step in workflow["jobs"]["build"]["steps"]
        if "sitegen build" in step.get("run", "")
    )

    run(
        f'sitegen() {{ echo "called=$*" >> "$GITHUB_OUTPUT"; }}\n{script}',
        tmp_path, BASE_URL=base_url,
    )  # fmt: skip

    assert (tmp_path / "outputs").read_text() == f"called={expected}\n"


def test_the_mark_of_the_folder_is_not_published_and_stays_for_the_next_build(
    workflow: dict[str, Any], tmp_path: Path
) -> None:
    steps = [
        step.get("run") or step["uses"].partition("@")[0]
        for step in workflow["jobs"]["build"]["steps"]
    ]
    assert (
        steps.index("actions/cache/save")
        < steps.index("rm -f output/.sitegen")
        < steps.index("actions/upload-pages-artifact")
    )

    pipeline = made(tmp_path, "gitlab", ".gitlab-ci.yml")
    assert pipeline["pages"]["artifacts"]["exclude"] == ["public/.sitegen"]
