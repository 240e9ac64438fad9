"""`sitegen check` on a site: what is looked at, what is left alone, what is told once."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.border.moments import parse_moment
from sitegen.catalogue import severity, wording
from sitegen.checking.output.check import look_at_output
from sitegen.checking.run import CheckOptions, run_checks
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.errors import Diagnostic, UsageError
from tests.commands.support import sitegen
from tests.engine.small_site import ALPHA, SMALL
from tests.support import NOW, SiteFolder

ARTICLE = "themes/mini/templates/article.html"
FOOT = '<p><a href="/absent/">x</a></p>'


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SMALL)


def check(site: SiteFolder, looked_at: Path | None = None) -> list[Diagnostic]:
    """Return what `sitegen check` tells, but for links: templates as small as these have none."""
    options = BuildOptions(
        root=str(site.root), output=str(site.output), now=parse_moment(NOW), jobs=1
    )
    asked = CheckOptions(options.output, looked_at=str(looked_at) if looked_at else None)
    diagnostics = look(options, lambda opened: run_checks(opened, asked))
    return [diagnostic for diagnostic in diagnostics if diagnostic.code != "orphan-page"]


def test_the_output_is_made_and_left_alone(small: SiteFolder) -> None:
    before = (small.build(), small.tree())[1]
    small.append(ARTICLE, FOOT)

    assert [diagnostic.code for diagnostic in check(small)] == ["output-broken-link"]
    assert small.tree() == before
    assert small.build().rendered  # what check has built tells the build nothing


def test_what_is_looked_at_is_what_a_build_publishes(small: SiteFolder) -> None:
    check(small)
    small.build()

    looked_at = small.root / ".sitegen/check/site"
    assert small.tree() == {
        path.relative_to(looked_at).as_posix(): path.read_bytes()
        for path in looked_at.rglob("*")
        if path.is_file()
    }


def test_the_second_check_renders_nothing_and_reads_no_page_again(
    small: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.append(ARTICLE, FOOT)
    first = check(small)
    made = {path: path.stat().st_mtime_ns for path in pages(small)}
    monkeypatch.setattr("sitegen.checking.output.examine.examine", None)

    assert check(small) == first
    assert made == {path: path.stat().st_mtime_ns for path in pages(small)}


def pages(site: SiteFolder) -> list[Path]:
    return list((site.root / ".sitegen/check/site").rglob("*.html"))


def test_what_stands_on_many_pages_is_told_once(small: SiteFolder) -> None:
    small.append(ARTICLE, FOOT)

    (diagnostic,) = check(small)

    line = (small.root / ARTICLE).read_text(encoding="utf-8").count("\n") + 1
    assert (diagnostic.path, diagnostic.line, diagnostic.column) == (ARTICLE, line, 13)
    assert wording(diagnostic)[0].endswith("`/absent/` (on 2 pages, for example /news/alpha/)")


@pytest.mark.parametrize("address", ["/absent/", "absent/", "https://hub.example.org/absent/"])
@pytest.mark.parametrize("written", ['"{}"', "\"{{{{ '{}' }}}}\"", "\"{{{{ '{}' ~ '' }}}}\""])
def test_what_each_row_of_each_list_has_wrong_is_told_once(
    small: SiteFolder, address: str, written: str
) -> None:
    """A relative address leads elsewhere from each list, with another suggestion."""
    row = f"<a href={written.format(address)}>x</a>"
    for name in ("home", "section", "tag", "archive"):
        small.append(f"themes/mini/templates/{name}.html", "{% include 'row.html' %}" * 2)
    small.write("themes/mini/templates/row.html", row)

    (diagnostic,) = check(small)

    assert (diagnostic.code, diagnostic.values["address"]) == ("output-broken-link", address)


def test_where_no_template_holds_the_words_the_one_that_all_pages_share_is_named(
    small: SiteFolder,
) -> None:
    small.append(ARTICLE, '<p><a href="/{{ "abs" ~ "ent" }}/">x</a></p>')

    (diagnostic,) = check(small)

    assert diagnostic.path == "output/news/alpha/index.html"
    assert (diagnostic.line, diagnostic.column) == (2, 4)
    assert wording(diagnostic)[0].endswith(
        "`/absent/` (on 2 pages, for example here, all that show the template article.html)"
    )


def test_what_the_settings_hold_is_told_there(small: SiteFolder) -> None:
    small.append("site.yaml", "extra:\n  partner: /partenaire/\n")
    small.append(ARTICLE, '<a href="{{ site.extra.partner }}">x</a>')

    (diagnostic,) = check(small)

    assert (diagnostic.path, diagnostic.column) == ("site.yaml", 12)


def test_what_stands_on_one_page_names_its_document(small: SiteFolder) -> None:
    small.append("site.yaml", "markdown: {raw_html: allow}\n")
    small.append(ALPHA, '\n<p><label for="absent">x</label></p>\n')

    (diagnostic,) = check(small)

    assert diagnostic.code == "reference-without-id"
    line = (small.root / ALPHA).read_text(encoding="utf-8").split("absent")[0].count("\n") + 1
    assert (diagnostic.path, diagnostic.line, diagnostic.column) == (ALPHA, line, 16)
    assert wording(diagnostic)[0].endswith("(on /news/alpha/)")


def test_a_document_can_accept_what_is_told_at_its_place(small: SiteFolder) -> None:
    small.append("site.yaml", "markdown: {raw_html: allow}\n")
    small.append(ALPHA, '\n<p><label for="absent">x</label></p>\n')
    small.replace(ALPHA, "title:", "check: {ignore: [SG184]}\ntitle:")

    assert check(small) == []


def test_words_that_stand_twice_in_a_document_have_no_line(small: SiteFolder) -> None:
    small.append("site.yaml", "markdown: {raw_html: allow}\n")
    small.append(ALPHA, '\n<p><label for="absent">x</label> <label for="absent">y</label></p>\n')

    (diagnostic,) = check(small)

    assert (diagnostic.path, diagnostic.line) == (ALPHA, 0)


def test_the_check_s_own_build_is_told_as_a_build_is(small: SiteFolder) -> None:
    told: dict[str, int] = {}
    options = BuildOptions(
        root=str(small.root), output=str(small.output), now=parse_moment(NOW), jobs=1
    )

    def advance(stage: str, done: int, total: int) -> None:
        told[stage] = done
        assert done <= total

    asked = CheckOptions(options.output, progress=advance)
    look(options, lambda opened: run_checks(opened, asked))

    assert told["render"] >= len(pages(small))
    assert told["examine"] > 0


def test_a_document_with_a_mistake_is_not_blamed_on_links_to_it(small: SiteFolder) -> None:
    small.append("themes/mini/templates/home.html", '<a href="/news/alpha/">x</a>')
    small.append(ALPHA, "\n[x](absent.md)\n")

    assert [diagnostic.code for diagnostic in check(small)] == ["broken-link"]


def test_a_mistake_of_a_template_is_told(small: SiteFolder) -> None:
    small.append(ARTICLE, "{{ entry.titel }}")

    assert [(diagnostic.path, diagnostic.line) for diagnostic in check(small)] == [(ARTICLE, 2)]


def test_a_folder_is_looked_at_as_it_stands(small: SiteFolder) -> None:
    small.build()
    (small.output / "index.html").write_text(FOOT)
    small.append(ARTICLE, FOOT)

    diagnostics = check(small, small.output)

    assert [diagnostic.path for diagnostic in diagnostics] == ["output/index.html"]
    assert not (small.root / ".sitegen/check/site").exists()
    with pytest.raises(UsageError):
        check(small, small.root / "absent")


def test_a_file_that_a_folder_lacks_is_missed(small: SiteFolder) -> None:
    small.append("themes/mini/templates/home.html", '<a href="/news/alpha/">x</a>')
    small.build()
    (small.output / "news/alpha/index.html").unlink()

    diagnostics = check(small, small.output)

    assert {diagnostic.code for diagnostic in diagnostics} == {"output-broken-link"}
    assert "/news/alpha/" in {diagnostic.values["address"] for diagnostic in diagnostics}


def test_on_the_command_line_nothing_is_asked_of_others_without_the_option(
    small: SiteFolder,
) -> None:
    small.append(ARTICLE, '<a href="http://127.0.0.1:9/">x</a><a href="https://b.example/">y</a>')
    small.append("site.yaml", "check: {external: {ignore: ['https://b.example/*']}}\n")

    small.build()
    with_it = sitegen(small, "check", "--external", "--output", "output", "--now", NOW)

    assert check(small) == []
    assert "127.0.0.1 is an address of a private network (on 2 pages" in with_it.stderr
    assert "b.example" not in with_it.stderr
    assert with_it.returncode == 1


def test_a_page_that_nothing_links_to_is_told_at_its_document(site: SiteFolder) -> None:
    site.write("content/seule.md", "---\ntitle: Seule\n---\nTexte.\n")
    options = BuildOptions(
        root=str(site.root), output=str(site.output), now=parse_moment(NOW), jobs=1
    )

    diagnostics, _ = look(options, lambda opened: look_at_output(opened, None))

    assert [(diagnostic.code, diagnostic.path) for diagnostic in diagnostics] == [
        ("orphan-page", "content/seule.md")
    ]


def test_each_page_that_nothing_links_to_is_named_and_accepts_for_itself(site: SiteFolder) -> None:
    for name in ("une", "deux", "trois"):
        site.write(f"content/{name}.md", f"---\ntitle: {name}\n---\nTexte.\n")
    options = BuildOptions(
        root=str(site.root), output=str(site.output), now=parse_moment(NOW), jobs=1
    )

    def orphans() -> list[str]:
        diagnostics = look(options, lambda opened: run_checks(opened, CheckOptions(options.output)))
        return [diagnostic.path for diagnostic in diagnostics if diagnostic.code == "orphan-page"]

    before = orphans()
    site.replace("content/deux.md", "title: deux", "title: deux\ncheck: {ignore: [SG195]}")

    assert before == ["content/deux.md", "content/trois.md", "content/une.md"]
    assert orphans() == ["content/trois.md", "content/une.md"]


def test_without_the_extra_all_else_is_checked_and_what_was_not_is_told(
    small: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.append(ARTICLE, "{{ entry.titel }}")
    small.append(ALPHA, "\nLe lundi 3 mars 2027.\n")
    monkeypatch.setitem(sys.modules, "turbohtml", None)
    monkeypatch.setattr("sitegen.checking.output.check.find_spec", lambda _: None)

    severities = {diagnostic.code: severity(diagnostic) for diagnostic in check(small)}
    (asked,) = [
        diagnostic
        for diagnostic in check(small, small.output)
        if diagnostic.code == "missing-extra"
    ]

    assert severities == {
        "weekday-wrong": "error",
        "template-failed": "error",
        "output-unchecked": "warning",
    }
    assert asked.values["what"] == "`--output`"


def test_a_damaged_memory_of_files_is_thrown_away(small: SiteFolder) -> None:
    small.append(ARTICLE, FOOT)
    first = check(small)
    kept = small.root / ".sitegen/check/facts.db"
    whole = kept.read_bytes()

    for damaged in (b"", b"x" * 5000, whole[: len(whole) // 2]):
        kept.write_bytes(damaged)
        assert check(small) == first
        assert check(small) == first
