"""Once a site is planned, documents are read from the state when a page asks for them."""

import gc
import shutil
from collections.abc import Callable

import pytest

from sitegen.engine import let_go, pipeline
from sitegen.engine.inspection import Inspection
from sitegen.engine.stages import read_documents
from sitegen.engine.state import stored
from sitegen.sources.document import Document
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/_index.md --
---
title: Nouvelles
---
Une introduction.
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
---
## Une partie

Voir [bêta](2026-01-11-beta.md).
-- content/news/2026-01-11-beta.md --
---
title: Bêta
---
Le texte de bêta.
-- content/about.md --
---
title: À propos
---
Qui nous sommes.
"""


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """Return the documents of the site that memory holds when pages begin to be rendered."""
    found: list[set[str]] = []
    # Of tests before, by their ids, which are theirs as long as they are held.
    others = {id(one): one for one in gc.get_objects() if isinstance(one, Document)}
    real = pipeline.let_go_of_documents

    def noted(site: Inspection) -> None:
        ids = set(site.inputs.documents)
        real(site)
        gc.collect()
        held = [one for one in gc.get_objects() if isinstance(one, Document)]
        found.append({one.id for one in held if id(one) not in others} & ids)

    monkeypatch.setattr(pipeline, "let_go_of_documents", noted)
    return found


def test_a_build_of_all_pages_holds_the_texts_of_sections_alone(
    make_site: Callable[[str], SiteFolder], left: list[set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one document at hand is enough: the pages are the same."""
    site = make_site(SITE)
    site.build()
    tree = site.tree()
    monkeypatch.setattr(stored, "AT_HAND", 1)
    shutil.rmtree(site.root / ".sitegen")

    report = site.build()

    assert left == [{"news/_index.md"}] * 2
    assert len(report.rendered) == report.planned
    assert site.tree() == tree


def test_few_documents_stay(
    make_site: Callable[[str], SiteFolder], left: list[set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To read them again would be a fortieth of the build, for some kilobytes."""
    site = make_site(SITE)
    site.build()
    tree = site.tree()
    monkeypatch.setattr(let_go, "FEW", 5)
    shutil.rmtree(site.root / ".sitegen")
    shutil.rmtree(site.root / "output")

    site.build()

    assert list(map(len, left)) == [1, 4]
    assert site.tree() == tree


def test_an_edit_lets_none_go(make_site: Callable[[str], SiteFolder], left: list[set[str]]) -> None:
    """Few pages are made: what they show is there already."""
    site = make_site(SITE)
    site.age()
    site.build()
    del left[:]

    site.replace("content/about.md", "title: À propos", "title: À propos\ntags: [eau]")
    site.build()

    assert len(left[0]) == 4


WITH_A_FILM = f"""{SITE}
-- content/news/2026-01-12-gamma.md --
---
title: Gamma
---
::: video https://www.youtube.com/watch?v=aqz-KE-bpKQ title="Le film"
"""


def test_a_document_is_read_once_for_its_page_and_what_tells_its_text_apart_is_at_hand(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(WITH_A_FILM)
    told: list[dict[str, tuple[object, ...]]] = []
    read: list[str] = []
    real, document = pipeline.let_go_of_documents, stored.BodyReader.document

    def facts_around(site: Inspection) -> None:
        told.append(facts_of(site))
        real(site)
        told.append(facts_of(site))
        del read[:]

    def reading(reader: stored.BodyReader, key: str) -> Document:
        read.append(key)
        return document(reader, key)

    monkeypatch.setattr(pipeline, "let_go_of_documents", facts_around)
    monkeypatch.setattr(stored, "AT_HAND", 1)
    monkeypatch.setattr(stored.BodyReader, "document", reading)
    site.build()

    before, after = told
    assert before == after
    assert before["news/2026-01-12-gamma.md"][-1] != ()
    assert read.count("about.md") == 1


def facts_of(site: Inspection) -> dict[str, tuple[object, ...]]:
    facts = {key: site.session.index.text_facts(key) for key in site.inputs.documents}
    names = ("body_digest", "outline_digest", "metadata_digest", "frame_hosts")
    return {key: tuple(getattr(known, name) for name in names) for key, known in facts.items()}


def test_of_many_documents_the_same_is_made_as_of_few(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are decoded when all are parsed; one with a mistake is told all the same."""
    site = make_site(SITE)
    site.write("content/news/2026-01-12-gamma.md", "---\ntitel: Gamma\n---\n")
    few = site.build()
    tree = site.tree()
    monkeypatch.setattr(read_documents, "BATCH", 1)
    shutil.rmtree(site.root / ".sitegen")
    shutil.rmtree(site.root / "output")

    many = site.build()

    assert site.tree() == tree
    assert many.diagnostics == few.diagnostics
    assert set(many.parsed) == set(few.parsed)


def test_entries_hold_nothing_of_their_documents_but_ids(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text or a date that stayed would keep the memory around it."""
    shared: list[str] = []
    real = pipeline.let_go_of_documents

    def noted(site: Inspection) -> None:
        for entry in site.session.index.entries.values():
            document = site.inputs.documents[entry.id]
            assert entry.id is document.id
            pairs = {
                "title": (entry.title, document.title),
                "summary": (entry.summary_utf8, document.summary_utf8),
                "date": (entry.date and entry.date.local, document.date and document.date.local),
            }
            assert all(mine == other for mine, other in pairs.values())
            shared.extend(name for name, (mine, other) in pairs.items() if mine and mine is other)
        real(site)

    monkeypatch.setattr(pipeline, "let_go_of_documents", noted)
    make_site(SITE).build()

    assert shared == []
