"""A page can say what it asked, why it was rendered, and what makes it stale."""

from collections.abc import Callable

import pytest

from sitegen.engine.explaining import Explanation, explain, fan_out
from sitegen.engine.inspection import Inspection
from sitegen.errors import UsageError
from tests.engine.test_incremental import SITE
from tests.support import SiteFolder


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.build()
    return site


def explained(site: SiteFolder, name: str) -> Explanation:
    return site.inspect(lambda opened: explain(opened, name))


def test_a_section_is_found_by_its_introduction_or_its_folder(built: SiteFolder) -> None:
    for name in ("content/news/_index.md", "content/news/", "content/news"):
        assert explained(built, name).page.path == "news/index.html"
    assert explained(built, "content/_index.md").page.path == "index.html"


def test_a_document_that_waits_is_said_to_wait(built: SiteFolder) -> None:
    built.write("content/news/wait.md", "---\ntitle: W\ndate: 2022-01-01\ndraft: true\n---\n")

    with pytest.raises(UsageError) as refused:
        explained(built, "content/news/wait.md")

    assert [diagnostic.code for diagnostic in refused.value.diagnostics] == ["page-of-hidden"]


@pytest.mark.parametrize(
    "name",
    [
        "/news/a/",
        "/news/a",
        "news/a/index.html",
        "output/news/a/index.html",
        "content/news/a.md",
        "news/a.md",
        "https://hub.example.org/news/a/",
    ],
)
def test_a_page_is_found_by_any_of_its_names(built: SiteFolder, name: str) -> None:
    assert explained(built, name).page.path == "news/a/index.html"


def test_a_page_that_does_not_exist_is_told_with_the_nearest(built: SiteFolder) -> None:
    with pytest.raises(UsageError) as refused:
        explained(built, "content/news/alpha.md")

    assert refused.value.diagnostics[0].code == "unknown-page-near"
    assert refused.value.diagnostics[0].values["suggestion"] == "content/news/a.md"


def test_a_page_that_is_up_to_date_says_why_it_was_rendered(built: SiteFolder) -> None:
    built.append("content/news/a.md", "\nEncore.\n")
    built.build()

    explanation = explained(built, "/news/a/")

    assert str(explanation.built) in ("body:news/a.md", "outline:news/a.md")
    assert explanation.stale is None
    asked = {str(question.question) for question in explanation.asked}
    assert {"body:news/a.md", "entry:news/a.md", "template:article.html"} <= asked
    assert not any(question.is_changed for question in explanation.asked)


def test_what_makes_a_page_stale_is_marked_and_nothing_is_written(built: SiteFolder) -> None:
    before = built.tree()
    built.replace("content/news/a.md", "title: Alpha", "title: Omega")

    explanation = explained(built, "/news/a/")

    changed = {str(question.question) for question in explanation.asked if question.is_changed}
    assert "entry:news/a.md" in changed
    assert "body:news/a.md" not in changed
    assert str(explanation.stale) in changed
    assert built.tree() == before
    assert explained(built, "/about/").stale is None


def test_a_page_that_was_never_built_says_so(built: SiteFolder) -> None:
    built.write("content/news/new.md", "---\ntitle: N\ndate: 2026-01-13\n---\nN.\n")

    explanation = explained(built, "/news/new/")

    assert (explanation.built, explanation.asked, str(explanation.stale)) == (None, (), "new")


def test_the_fan_out_counts_the_pages_of_each_question(built: SiteFolder) -> None:
    def count(site: Inspection) -> dict[str, int]:
        return {
            str(question): sum(number in page.asked for page in site.trace.pages.values())
            for number, (question, _) in site.trace.questions.items()
        }

    expected = built.inspect(count)
    questions = built.inspect(lambda site: fan_out(site, 1000))

    assert {str(question.question): question.pages for question in questions} == expected
    assert [question.pages for question in questions] == sorted(expected.values(), reverse=True)
    assert questions[:3] == built.inspect(lambda site: fan_out(site, 3))
