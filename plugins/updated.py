"""« Mis à jour le … » under a text, from the history of Git: the day of its last commit."""

import datetime as dt
import os
import subprocess
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import msgspec

from sitegen.model import Moment
from sitegen.plugins import Facts, Plugin


class Options(msgspec.Struct, frozen=True):
    articles: bool = False
    """Whether articles say it too; they have a date of their own."""


FOOT = """{% set last = site.last_change(entry.id) %}
{% if last %}<p class="meta">{% trans day=last|day %}Last changed on {{ day }}{% endtrans %}</p>
{% endif %}"""
plugin = Plugin(
    version="1.0",
    options=Options,
    templates={"slots/article_foot/updated.html": FOOT},
    words={"fr": {"Last changed on %(day)s": "Mis à jour le %(day)s"}},
)


def git(root: str, *arguments: str) -> str:
    """Return what git says of *root*; raises `ValueError` with its reason."""
    command = ["git", "-C", root, "-c", "core.quotepath=off", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError(done.stderr.strip().partition("\n")[0])
    return done.stdout


def watched(root: str) -> Iterator[str]:
    """Yield the files that change with each commit and each checkout."""
    folder = git(root, "rev-parse", "--absolute-git-dir").strip()
    yield from (os.path.join(folder, name) for name in ("HEAD", "logs/HEAD", "shallow"))


@plugin.input(watch=watched)
def history(root: str) -> dict[str, str]:
    """Return the instant of the last commit of each document, by its path below content/."""
    if git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise ValueError("the history is cut: git fetch --unshallow (in CI: fetch-depth: 0)")
    newest: dict[str, str] = {}
    if not git(root, "rev-list", "-n1", "--all"):
        return newest
    when = ""
    for line in git(root, "log", "--format=%x01%cI", "--name-only", "--relative").splitlines():
        if line.startswith("\x01"):
            when = line[1:]
        elif line.endswith((".md", ".markdown")):
            newest.setdefault(line, when)  # the newest commit comes first
    return newest


@plugin.question
def last_change(facts: Facts, document_id: str) -> Moment | None:
    """Return when a document was committed last; None for one that never was, and for articles."""
    entry = facts.entry(document_id)
    folder = facts.setting("content_folder")
    path = document_id if folder == "." else f"{folder}/{document_id}"
    when = (facts.input("history") or {}).get(path)
    if entry is None or not when or (entry.is_article and not plugin.options.articles):
        return None
    local = dt.datetime.fromisoformat(when).astimezone(ZoneInfo(facts.setting("timezone")))
    return Moment(dt.datetime(local.year, local.month, local.day), is_date=True)
