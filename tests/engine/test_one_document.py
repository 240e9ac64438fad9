"""Whatever raises while one document is at work names that document, and the others are built."""

from collections.abc import Callable
from typing import Any

import pytest

from sitegen.engine.options import BuildReport
from tests.support import SiteFolder

ODD = "news/2026-01-06-odd.md"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
-- content/news/2026-01-05-even.md --
---
title: Pair
event: {id: even, start: 2027-01-05 18:00, repeat: {rrule: FREQ=WEEKLY;COUNT=3}}
---
Un texte pair.
"""
WRITTEN = """---
title: Impair
tags: [impair]
aliases: [/impair/]
event: {id: odd, start: 2027-02-05 18:00, type: bal, repeat: {rrule: FREQ=WEEKLY;COUNT=5}}
---
L’homme impair, et [un lien](2026-01-05-even.md).
"""
ANSWERING = "sitegen.site.questions.answering.Questions"
STAGES = {
    "parse": ("sitegen.sources.parse.shorten", "impair"),
    "whether it is public": ("sitegen.site.readers.is_public", "Impair"),
    "its section": ("sitegen.site.indexing.arrangement.section_of", "Impair"),
    "its address": ("sitegen.site.places.slugify", "odd"),
    "its entry": ("sitegen.site.indexing.public_entries.make_entry", "Impair"),
    "its rule": ("sitegen.site.agenda.repeats.read_rule", "COUNT=5"),
    "the calendar": ("sitegen.site.agenda.calendar.scopes_of", "Impair"),
    "the plan": ("sitegen.site.plan.addresses.alias_path", "/impair/"),
    "its links": ("sitegen.site.checks.links._check", "even.md"),
    "when it changes": ("sitegen.site.horizon._instants", "Impair"),
    "its text": ("sitegen.site.questions.documents.body.digest", ODD),
    "how long it is": ("sitegen.site.questions.documents.outline.digest", ODD),
    "what lists ask": ("sitegen.site.agenda.calendar.Calendar.ends", "Impair"),
    "the digest of what they ask": (f"{ANSWERING}._digest_date", "Impair"),
    "its calendar": ("sitegen.rendering.calendars.event.event_component", "Impair"),
    "feeds": ("sitegen.rendering.feeds.items._item", "Impair"),
    "search": ("sitegen.engine.search.index_files.read_page", "homme impair"),
}
"""What raises, and the word in its arguments at which it does."""


class OddError(Exception):
    pass


def raise_at(patch: pytest.MonkeyPatch, target: str, word: str) -> None:
    from importlib import import_module

    steps = target.split(".")
    size = next(n for n in range(len(steps), 0, -1) if _is_module(".".join(steps[:n])))
    holder: Any = import_module(".".join(steps[:size]))
    for step in steps[size:-1]:
        holder = getattr(holder, step)
    real = getattr(holder, steps[-1])

    def failing(*arguments: Any, **named: Any) -> Any:
        asked = arguments[isinstance(holder, type) :]  # the calendar itself holds every word
        for argument in asked:  # as in the real one, a frame holds it
            if word in str(argument):
                raise OddError("odd")
        return real(*arguments, **named)

    patch.setattr(holder, steps[-1], failing)


def _is_module(name: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def told(report: BuildReport) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.path) for diagnostic in report.diagnostics]


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_a_new_document_at_which_a_stage_raises(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    site = make_site(SITE)
    assert site.build().diagnostics == []
    before = site.tree()
    site.write(f"content/{ODD}", WRITTEN)
    site.append("content/news/2026-01-05-even.md", "\nEt une phrase de plus.\n")
    raise_at(monkeypatch, *STAGES[stage])

    report = site.build()

    assert told(report) == [("document-failed", f"content/{ODD}")]
    assert "OddError: odd" in report.diagnostics[0].values["error"]
    assert "une phrase de plus" in site.page("news/even/index.html")
    if stage != "search":  # its pages are published before
        new = site.tree().keys() - before.keys()
        assert {path for path in new if not path.startswith("search-index/")} == set()
        assert not any(b"Impair" in content for content in site.tree().values())


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_a_first_build_in_which_a_stage_raises_at_one_document(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    site = make_site(SITE)
    site.write(f"content/{ODD}", WRITTEN)
    raise_at(monkeypatch, *STAGES[stage])

    report = site.build()

    assert told(report) == [("document-failed", f"content/{ODD}")]
    assert "Un texte pair." in site.page("news/even/index.html")
    assert "Pair" in site.page("agenda.ics")
    if stage != "search":
        assert not any(b"Impair" in content for content in site.tree().values())
