"""What reading modes and press monitoring read of twelve articles that are hard for them.

docs/clients.md has the table of all tools over the demo as well, which
`scripts/clients/reading_modes` makes.
"""

import shutil
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients.programs import INSTALLED, need, script
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow
HARD = Path(__file__).parent / "hard"
QUESTIONS = ("title", "authors", "date", "text", "nothing foreign")
RIGHT = {
    "trafilatura": (12, 12, 12, 12, 12),
    "newspaper4k": (11, 12, 12, 9, 12),
    "goose3": (11, 12, 12, 7, 12),
    "readability-lxml": (10, None, None, 9, 12),
    "turbohtml": (12, 12, 12, 11, 12),
    "@mozilla/readability": (12, 12, 12, 12, 11),
    "defuddle": (12, 12, 12, 12, 12),
    # It reads no text of less than 200 letters: three of the twelve.
    "@extractus/article-extractor": (9, 11, 9, 9, 11),
}
"""Of how many pages each tool reads each right; None: it does not look for it."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hard") / "site"
    shutil.copytree(HARD, folder)
    site = SiteFolder(folder)
    assert site.build(now=NOW).diagnostics == []
    return site.output


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    return script("compare.py")


def test_the_hard_pages_are_what_they_are_taken_for(output: Path, compare: ModuleType) -> None:
    pages = compare.articles(output)

    assert len(pages) == 12
    assert len(pages["notes/deux-phrases-trois-noms/index.html"].authors) == 3
    assert not pages["notes/une-phrase/index.html"].is_signed
    assert all(len(page.foreign) > 10 for page in pages.values())


@pytest.mark.parametrize("tool", RIGHT)
def test_a_tool_reads_as_much_as_the_table_says(
    output: Path, compare: ModuleType, tool: str
) -> None:
    need("venv", "node_modules")
    pages = compare.articles(output)
    wrong = compare.wrong(INSTALLED, tool, output, pages)
    right = {question: len(pages) - len(missed) for question, missed in wrong.items()}

    assert tuple(right.get(question) for question in QUESTIONS) == RIGHT[tool], wrong
