"""What readers find on the search page, in chromium: a table of questions and of what is right.

docs/clients.md has the figures, with those of the demo, which `scripts/clients/search` makes.
"""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from playwright.sync_api import Browser, Page

from sitegen.engine.search.english import ENGLISH
from sitegen.engine.search.french import FRENCH
from sitegen.engine.search.index_files import _SPELLINGS
from sitegen.engine.search.spelling import SIGNS, completed, splitter
from tests.browser.conftest import served
from tests.demo_site import PROJECT
from tests.support import NOW, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FRENCH_SITE = PROJECT / "tests/clients/french"


@pytest.fixture(scope="module")
def searching() -> ModuleType:
    """The script that asks, which is no package of ours."""
    path = PROJECT / "scripts/clients/searching.py"
    spec = importlib.util.spec_from_file_location("searching", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of the site of hard cases."""
    folder = tmp_path_factory.mktemp("french") / "site"
    shutil.copytree(FRENCH_SITE, folder)
    site = SiteFolder(folder)
    assert site.build(now=NOW).diagnostics == []
    with served(site.output) as address:
        page = browser.new_page()
        page.goto(f"{address}/recherche/")
        yield page
        page.close()


def test_each_question_finds_all_that_is_right_and_nothing_else(
    page: Page, searching: ModuleType
) -> None:
    right = searching.right_of_hard()
    answers = searching.ask(page, list(right))
    differing = {
        query: sorted(right[query] ^ set(answers[query].found))
        for query in right
        if right[query] != set(answers[query].found)
    }

    assert len(right) >= 80
    assert differing == {}
    assert answers["Enedis"].said == "Rien pour «\u202fEnedis\u202f»."
    assert answers["Enedis travaux"].said.startswith(
        "Rien pour «\u202fEnedis\u202f». Pour les autre"
    )


OTHERS = [spelling for spelling in _SPELLINGS.values() if spelling not in (FRENCH, ENGLISH)]
SPELLINGS = [
    (FRENCH, "l' de"),
    (ENGLISH, "the"),
    *((spelling, "l'a dell'x") for spelling in OTHERS),
]


def test_a_language_without_rules_finds_what_begins_alike(
    browser: Browser,
    tmp_path: Path,
    searching: ModuleType,
) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(
        "-- site.yaml --\ntitle: Blatt\nurl: https://blatt.example.org/\nlanguage: sv\n"
        "search: true\n"
        "-- content/a.md --\n---\ntitle: Feste\n---\nDrei Gartenfeste.\n"
        "-- content/b.md --\n---\ntitle: Ein Garten\n---\nMit Bäumen.\n"
    )
    site.build(now=NOW)
    with served(site.output) as address:
        page = browser.new_page()
        page.goto(f"{address}/search/")
        answers = searching.ask(page, ["garten", "Baum", "baume"])
        page.close()

    assert [answers[query].found for query in answers] == [["/b/", "/a/"], ["/b/"], ["/b/"]]


ODD_TEXTS = [
    "Être né à Œting, l’ÂGE d'or ; Straße, ŁÓDŹ, ﬁn, m², ½, １２ 000, ñandú",
    "İstanbul, Ὀδυσσεύς",
    "St. Étienne, Sainte-Mère-Église, est-ce, Aujourd’hui\u200b, rendez\u2011vous",
    "co\u00adopter",
    "12 000 1 234 567 1 2345 2025 300 00 33 1 99 00 +33 (0)1 99 00 10 00 01-99-00-10-00 18 h 3",
    "élu·e·s élu(e)s élu.e.s élu-e-s tous·tes R.G.A.A. C.N.I.L e.g. a.b.c.d.e.f g. s p. 12",
    "O'Brien’s cats, churches’ boxes; it's don't, IES ies, news series, l' d’ 'quoted'",
    "",
]


def test_the_browser_makes_the_words_of_a_text_that_the_index_has(page: Page) -> None:
    """The rules stand in one place; this holds that `RegExp` and `re` read them alike.

    Ours have every text that is at hand, the rules of other languages those of hard cases.
    """
    hard = _texts_below(FRENCH_SITE / "content") + ODD_TEXTS
    every = hard + _texts_below(PROJECT / "content") + _texts_below(PROJECT / "docs")
    cases = [
        (completed(spelling), [*(every if spelling in (FRENCH, ENGLISH) else hard), empty])
        for spelling, empty in SPELLINGS
    ]

    split = page.evaluate(
        """async (cases) => {
          const { splitter } = await import("/search-index/reader.js");
          return cases.map(([rules, texts]) => {
            const split = splitter(rules);
            return texts.map((text) => split(text).flat(2));
          });
        }""",
        [
            (msgspec.to_builtins(spelling) | {"signs": SIGNS}, texts)  # as the index has them
            for spelling, texts in cases
        ],
    )

    for (spelling, texts), words_of_texts in zip(cases, split, strict=True):
        words = splitter(spelling)
        assert words_of_texts == [words(text) for text in texts], spelling


def _texts_below(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
