"""What a process finds in the rows that it keeps is what the database would find in them."""

import random
from array import array
from collections.abc import Callable

import pytest

from sitegen.engine.memory import BuildMemory
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS
from sitegen.engine.state.sought import SoughtRows
from sitegen.engine.state.state import State
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [eau]
event: {start: 2026-12-24}
---
Le texte d’alpha.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
tags: [eau, feu]
---
Le texte de bêta. Voir [alpha](2026-01-10-alpha.md).
"""
ALPHA, BETA = "news/2026-01-10-alpha.md", "news/2026-01-11-beta.md"


@pytest.mark.parametrize("seed", range(20))
def test_rows_are_found_by_what_they_hold(seed: int) -> None:
    """A text may begin at the end of one row and go on in the next, which holds nothing then."""
    chance = random.Random(seed)

    def raw() -> bytes:
        return chance.choice(
            (NOT_KEPT, NOT_KEPT_EVENTS, b"", bytes(chance.choices(b"ab", k=chance.randrange(6))))
        )

    known = {number: raw() for number in range(30)}
    rows = SoughtRows(known.items(), (NOT_KEPT, NOT_KEPT_EVENTS))
    for _ in range(40):
        text = bytes(chance.choices(b"ab", k=chance.randint(1, 4)))
        assert rows.holding(text) == {number for number, raw in known.items() if text in raw}
        mark = chance.choice((NOT_KEPT, NOT_KEPT_EVENTS))
        assert rows.marked(mark) == {number for number, raw in known.items() if raw == mark}
        number = chance.randrange(40)
        if chance.random() < 0.3:
            rows.drop(number)
            known.pop(number, None)
        else:
            known[number] = raw()
            rows.put(number, known[number])


def test_a_process_finds_in_its_state_what_any_other_finds(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """After edits that go round index and plan, and others that go the whole way."""
    site = make_site(SITE)
    site.memory = BuildMemory()
    site.age()
    site.build()
    edits = [
        (BETA, "title: Bêta", "title: Une autre"),
        (ALPHA, "title: Alpha", "title: Bêta"),
        (BETA, "tags: [eau, feu]", "tags: [air]"),
        (ALPHA, "event: {start: 2026-12-24}", "date: 2026-01-09"),
        (BETA, "title: Une autre", "title: Alpha"),
    ]
    for path, old, new in edits:
        site.replace(f"content/{path}", old, new)
        site.build()
        kept = site.memory.state
        assert kept is not None
        other = State(kept.path)
        for texts in (ALPHA, "Alpha"), (BETA, "Bêta"), ("Une autre",), ("Nul",):
            for unknown in (NOT_KEPT, NOT_KEPT_EVENTS):
                assert kept.answers_with(texts, unknown) == other.answers_with(texts, unknown)
            assert kept.questions_about(texts[0]) == other.questions_about(texts[0])
        numbers = list(other.questions())
        for some in numbers[:3], numbers[:20], numbers, numbers[5:9]:
            pages = other.pages()
            sought = {
                path: page
                for path, page in pages.items()
                if not set(some).isdisjoint(array("I", page.asked))
            }
            assert kept.pages_asking(some) == other.pages_asking(some) == sought
        other.close()
