"""`sitegen build` and `sitegen deploy` as editors read them, in both languages."""

import json

import pytest

from sitegen.published.changes import Changes, Moves
from sitegen.report.summary import summary_line, summary_markdown
from tests.commands.support import CommandLine, command_line
from tests.support import SiteFolder

ALL = Changes(
    articles=Moves(new=("A",), changed=("B", "C")),
    sections=("Communiqués", "Notes"),
    pages=Moves(changed=("D",)),
    events=Moves(new=("E", "F")),
    moved=(("*Forum* <b> @maire", "2027-03-02T09:30:00+01:00", "2027-03-05"),),
    pictures=Moves(new=("/a.jpg", "/b.jpg"), gone=("/c.jpg",)),
)


def test_one_line_says_it_in_both_languages(command_line: CommandLine) -> None:
    assert summary_line(ALL) == (
        "1 new article, 2 changed articles (Communiqués, Notes); 1 changed page; "
        "agenda: 2 new events, 1 event moved, subscribers will see it; "
        "2 new pictures; removed: 1 picture"
    )
    command_line.speak("fr")
    assert summary_line(ALL) == (
        "1 nouvel article, 2 articles modifiés (Communiqués, Notes)\u202f; 1 page modifiée\u202f; "
        "agenda\u00a0: 2 nouveaux événements, 1 événement déplacé, les abonnés le verront\u202f; "
        "2 nouvelles images\u202f; retirés\u00a0: 1 image"
    )
    assert summary_line(Changes(articles=Moves(new=("A",)))).endswith("rien de retiré")


def test_titles_are_no_markup_in_a_merge_request() -> None:
    written = summary_markdown(ALL)

    assert r"- \*Forum\* \<b\> \@maire: 2027-03-02 09:30 → 2027-03-05" in written
    assert "### New articles\n\n- A\n" in written


def test_a_deployment_tells_what_is_different_from_what_stands_there(
    site: SiteFolder, command_line: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever was built in between; a dry run too, which sends nothing."""
    site.append("site.yaml", "deploy: {online: ../www}\n")
    command_line.go_to(site.root)
    place = site.root.parent / "www"
    assert command_line.run("deploy") == 0
    assert "for the first time: all of it is new" in capsys.readouterr().out
    site.append("content/news/a.md", "Encore.\n")
    assert command_line.run("build") == 0
    site.write("content/news/b.md", "---\ntitle: Second\ndate: 2026-03-10\n---\nDu neuf.\n")
    assert command_line.run("build", "--summary", "build.md") == 0
    assert command_line.run("deploy", "--dry-run", "--summary", "summary.json") == 0
    said = capsys.readouterr().out

    assert "+ news/b/index.html\n" in said
    assert not (place / "news/b").exists()
    told = json.loads((site.root / "summary.json").read_text("utf-8"))
    assert told["articles"] == {"new": ["Second"], "changed": ["Premier article"], "gone": []}
    assert told["summary"] == "1 new article, 1 changed article (News); nothing removed"
    assert "1 new article (News); nothing removed" in (site.root / "build.md").read_text("utf-8")
    assert command_line.run("deploy", "online", "--quiet") == 0
    assert capsys.readouterr().out == ""
    assert (place / "news/b/index.html").is_file()
    assert not (place / ".sitegen").exists()


def test_what_was_built_for_authors_does_not_leave(
    site: SiteFolder, command_line: CommandLine
) -> None:
    """Drafts in the output, an address for a preview: the site is built anew."""
    site.write("content/news/b.md", "---\ntitle: Secret\ndate: 2026-03-10\ndraft: true\n---\n")
    command_line.go_to(site.root)
    assert command_line.run("build", "--drafts", "--base-url", "https://preview.example.org/") == 0
    assert (site.output / "news/b/index.html").is_file()

    assert command_line.run("deploy", "../www") == 0

    brought = [path for path in (site.root.parent / "www").rglob("*") if path.is_file()]
    texts = [path.read_bytes() for path in brought]
    assert len(brought) > 10
    assert not [text for text in texts if b"Secret" in text or b"preview.example" in text]


__all__ = ["command_line"]


@pytest.mark.slow
def test_a_language_with_a_host_of_its_own_is_brought_there_alone(
    site: SiteFolder, command_line: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    site.append(
        "site.yaml",
        "languages: {en: {title: E, url: 'https://en.example.org/'}}\n"
        "deploy: {online: ../www, english: {to: ../english, language: en}}\n",
    )
    site.write("content/news/first.en.md", "---\ntitle: First\ndate: 2026-01-01\n---\nText.\n")
    command_line.go_to(site.root)
    first, english = site.root.parent / "www", site.root.parent / "english"

    assert command_line.run("deploy") == 0
    assert command_line.run("deploy", "english") == 0

    built = site.output / "en"
    assert {path.relative_to(english) for path in english.rglob("*.html")} == {
        path.relative_to(built) for path in built.rglob("*.html")
    }
    assert (first / "index.html").is_file()
    assert not (first / "en").exists()
    capsys.readouterr()
    assert command_line.run("deploy", "english") == 0
    assert "0 files sent, 0 removed" in capsys.readouterr().out
    site.replace("site.yaml", "language: en", "language: de")
    assert command_line.run("deploy", "english") == 2
    assert "SG045" in capsys.readouterr().err
