"""A front matter that was cut in two, or pasted above another one: what it hides stays hidden."""

from pathlib import Path

import pytest

from sitegen.sources.second_head import second_head
from tests.support import NOW, SiteFolder

FIRST = "---\ntitle: Le budget\n"
CUT = {
    name: f"---\ntitle: Le budget\n{rest}Secret.\n"
    for name, rest in {
        "a fence too many": "---\ndraft: true\n---\n",
        "two fences": "date: 2020-01-01\n---\n---\nembargo: 2099-01-01\n---\n",
        "two embargoes": "embargo: 2098-01-01\n---\n---\nembargo: 2099-01-01 06:00\n---\n",
        "a template above": "---\n\n---\ntitle: Le budget\ntags:\n- eau\ndraft: true\n---\n",
        "an end of points": "---\nexpires: 2020-01-01\n...\n",
        "with comments": "---\n\ndraft: true\n# relu\nevent:\n  start: 2099-01-01\n---\n",
    }.items()
}
CUT["carriage returns"] = CUT["a fence too many"].replace("\n", "\r\n")


@pytest.mark.parametrize("text", CUT.values(), ids=CUT)
def test_a_second_front_matter_is_told_and_nothing_published(tmp_path: Path, text: str) -> None:
    site = SiteFolder(tmp_path)
    site.write("site.yaml", "title: Le hub\nurl: https://hub.example.org/\nlanguage: fr\n")
    site.write("content/news/budget.md", text)

    report = site.build(now=NOW)

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["front-matter-twice"]
    files = [path for path in site.output.rglob("*") if path.is_file()]
    assert files
    assert not any(b"Secret" in path.read_bytes() or "budget" in str(path) for path in files)


def test_what_was_public_is_withdrawn_by_the_second_and_kept_without_a_wish(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.write("site.yaml", "title: Le hub\nurl: https://hub.example.org/\nlanguage: fr\n")
    for name in ("budget", "forum"):
        site.write(f"content/news/{name}.md", f"{FIRST}---\nUn texte.\n")
    site.build(now=NOW)
    site.write("content/news/budget.md", f"{FIRST}---\ndraft: true\n---\nUn texte.\n")
    site.write("content/news/forum.md", f"{FIRST}---\ntags: [eau]\n---\nUn texte.\n")

    site.build(now=NOW)

    assert not (site.output / "news/budget/index.html").exists()
    assert (site.output / "news/forum/index.html").exists()


@pytest.mark.parametrize(
    "body",
    [
        "Un texte.\n\n---\n\nUn autre.\n",
        "---\n\nUn texte après un filet.\n\n---\n",
        "Contact : Ana Lévy\n---\nUn intertitre.\n",
        "date: un mot, puis\nun texte\n---\n",
        "```yaml\n---\ndraft: true\n---\n```\n",
        "draft: true\n",
        "https://example.org/\n---\n",
        "",
    ],
)
def test_a_text_is_no_front_matter(body: str) -> None:
    assert second_head(body) is None
