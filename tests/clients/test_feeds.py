"""What feed readers tell of six articles that are hard for them.

docs/clients.md has the table, which `scripts/clients/feeds` makes.
"""

import shutil
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients.programs import INSTALLED, need, script
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow
HARD = Path(__file__).parent / "hard_feeds"
QUESTIONS = ("title", "authors", "date", "text", "events", "document")
ALL = (6, 6, 6, 6, 6, 6)
RIGHT = {
    ("feedparser", "Atom"): ALL,
    ("feedparser", "RSS"): ALL,
    ("fastfeedparser", "Atom"): (6, 3, 6, 6, 6, 5),  # of several authors the first
    ("fastfeedparser", "RSS"): ALL,
    ("rss2email", "Atom"): (6, 3, 6, 6, 6, 6),  # the last
    ("rss2email", "RSS"): (5, 6, 6, 6, 6, 6),  # it reads `<b>` of a title as bold
    ("turbohtml", "Atom"): (6, 3, 6, 6, 6, None),
    ("turbohtml", "RSS"): (6, 6, 6, 6, 6, None),
    ("feedsmith", "Atom"): ALL,
    ("feedsmith", "RSS"): ALL,
    ("feedsmith", "JSON"): ALL,
    ("rss-parser", "Atom"): (6, 3, 6, 6, 6, 5),
    ("rss-parser", "RSS"): ALL,
    ("feed-extractor", "Atom"): (6, None, 6, 4, 2, None),  # the summary alone
    ("feed-extractor", "RSS"): (6, None, 6, 4, 2, None),
    ("feed-extractor", "JSON"): (6, None, 6, 6, 6, None),
    ("sfeed", "Atom"): (6, 3, 6, 6, 6, 6),
    ("sfeed", "RSS"): ALL,
    ("newsboat", "Atom"): (6, 6, 6, 6, 6, 5),  # its files are films and sounds
    ("newsboat", "RSS"): (6, 6, 6, 6, 6, 5),
}
"""Of how many articles each reader tells each as the pages do; None: it does not tell it."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hard_feeds") / "site"
    shutil.copytree(HARD, folder)
    site = SiteFolder(folder)
    assert site.build(now=NOW).diagnostics == []
    return site.output


@pytest.fixture(scope="module")
def readers() -> ModuleType:
    return script("readers/compare_readers.py")


def test_the_hard_articles_are_what_they_are_taken_for(output: Path, readers: ModuleType) -> None:
    pages = {article.link.split("/")[-2]: article for article in readers.articles(output)}

    assert len(pages) == 6
    assert len(pages["1-dossier"].authors) == 3
    assert pages["1-dossier"].document.endswith("/notes/1-dossier/dossier.pdf")
    assert pages["ville"].events == ("3 février 2027", "Maison des associations", "Tours")
    assert len(pages["serie"].events) == 15
    assert not pages["ville"].is_signed


@pytest.mark.parametrize(("program", "format_"), RIGHT, ids=" ".join)
def test_a_reader_tells_as_much_as_the_table_says(
    output: Path, readers: ModuleType, program: str, format_: str
) -> None:
    if program not in readers.OTHERS:
        need("venv", "node_modules")
    elif not shutil.which(program):
        pytest.skip(f"{program} is not installed (Debian has it)")
    pages = readers.articles(output)

    wrong = readers.wrong(INSTALLED, program, output / readers.FORMATS[format_], pages)

    right = {question: len(pages) - len(missed) for question, missed in wrong.items()}
    assert tuple(map(right.get, QUESTIONS)) == RIGHT[program, format_], wrong
