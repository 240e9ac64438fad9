"""An incremental build does what must be done, and no more."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from sitegen.model import Question
from sitegen.site.questions.answering import Questions
from tests.support import NOW, SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/a.md --
---
title: Alpha
date: 2026-01-10
tags: [eau]
---
Le texte d’alpha.
-- content/news/b.md --
---
title: Bêta
date: 2026-01-11
tags: [feu]
---
Le texte de bêta. Voir [alpha](a.md).
-- content/news/c.md --
---
title: Gamma
date: 2026-01-12
event: {start: 2026-12-24}
---
Le texte de gamma.
-- content/about.md --
---
title: À propos
---
Qui nous sommes.
-- content/photo.txt --
une pièce
"""


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    assert site.build().diagnostics == []
    return site


def rendered(site: SiteFolder, **options: str) -> dict[str, str]:
    """Build; return the HTML pages that were rendered, with the reasons."""
    report = site.build(**options)  # type: ignore[arg-type]
    assert report.diagnostics == []
    return {path: str(reason) for path, reason in report.rendered.items() if path.endswith(".html")}


def test_a_build_without_changes_does_nothing(built: SiteFolder) -> None:
    report = built.build()

    assert (report.rendered, report.written, report.removed) == ({}, [], [])
    assert report.parsed == ()


def test_a_site_that_was_left_alone_is_not_even_loaded(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.write("content/news/d.md", "---\ntitle: D\ndate: 2026-01-13\ndraft: true\n---\nD.\n")
    built.append("content/news/a.md", "\nVoir [le brouillon](d.md).\n")
    built.age()
    before = built.build()
    monkeypatch.delattr("sitegen.engine.pipeline.bring_up_to_date")

    report = built.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["link-unpublished"]
    assert report.diagnostics == before.diagnostics
    assert (report.planned, report.unchanged) == (before.planned, before.planned)


def test_a_build_with_nothing_to_do_imports_nothing_that_reads_a_site(built: SiteFolder) -> None:
    """Nor modules of Python's that it does without: they would be a fifth of what it takes."""
    built.age()
    built.build(now=NOW)
    unwanted = {"yaml", "jinja2", "markdown", "sitegen.site.index", "sitegen.catalogue"}
    unwanted |= {"hashlib", "pathlib", "shutil", "zoneinfo"}
    script = (
        "import os, sys; os.chdir(sys.argv[1])\n"
        f"sys.argv = ['sitegen', 'build', '--now', {NOW!r}]\n"
        "from sitegen.cli import main\n"
        "try: main()\n"
        f"finally: print(*{unwanted!r} & set(sys.modules))"
    )

    command = [sys.executable, "-c", script, str(built.root)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)

    closing, imported = result.stdout.splitlines()
    assert closing.startswith("0 pages written")
    assert imported == ""


def test_a_site_that_is_not_searched_does_not_load_what_searches(site: SiteFolder) -> None:
    script = (
        "import os, sys; os.chdir(sys.argv[1])\n"
        f"sys.argv = ['sitegen', 'build', '--now', {NOW!r}]\n"
        "from sitegen.cli import main\n"
        "try: main()\n"
        "finally: print(*{'turbohtml', 'sitegen.engine.search.postings'} & set(sys.modules))"
    )

    command = [sys.executable, "-c", script, str(site.root)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)

    *_, loaded = result.stdout.splitlines()
    assert (site.root / "output/index.html").is_file()
    assert loaded == ""


def test_a_file_put_back_as_it_was_brings_its_page_back(built: SiteFolder) -> None:
    """Same bytes, same inode, same time: the sources look as if nothing had happened."""
    built.age()
    built.build()
    before = built.tree()
    path = built.root / "content/news/a.md"
    path.rename(built.root / "a.md")
    built.write("content/news/a.md", "---\ntitle: Autre\ndate: 2026-01-10\n---\nAutre.\n")
    built.build()
    assert built.tree() != before
    (built.root / "a.md").rename(path)

    built.build()

    assert built.tree() == before


@pytest.mark.parametrize(
    "options",
    [{"now": "2026-12-25"}, {"drafts": True}, {"base_url": "https://example.org/x/"}],
    ids=lambda options: next(iter(options)),
)
def test_a_site_that_was_left_alone_is_built_for_another_day_or_wish(
    built: SiteFolder, options: dict[str, Any]
) -> None:
    built.write("content/news/d.md", "---\ntitle: D\ndate: 2026-01-13\ndraft: true\n---\nD.\n")
    built.age()
    built.build()

    assert built.build(**options).rendered != {}
    assert built.build().rendered != {}


def test_editing_a_body_leaves_listings_alone(built: SiteFolder) -> None:
    """A listing shows titles and dates, so a body is none of its business."""
    built.append("content/news/a.md", "\nUne phrase de plus.\n")

    report = built.build()

    html = {path: str(reason) for path, reason in report.rendered.items() if path.endswith(".html")}
    assert set(html) == {"news/a/index.html"}
    assert html["news/a/index.html"] in ("outline:news/a.md", "body:news/a.md")
    assert report.parsed == ("news/a.md",)


def test_an_edit_of_a_text_asks_about_that_text_alone(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.append("content/news/a.md", "\nUne phrase de plus.\n")
    asked = _digests(monkeypatch)

    report = built.build()

    assert "news/a/index.html" in report.written
    assert Question("body", ("news/a.md",)) in asked
    assert Question("body", ("about.md",)) not in asked

    built.replace("content/news/a.md", "title: ", "title: Re ")
    built.build()
    assert Question("body", ("about.md",)) in asked


def test_what_another_command_parsed_is_not_taken_for_built(built: SiteFolder) -> None:
    """A dry run and a failed build remember what they parsed, and the pages are still old."""
    built.append("content/news/a.md", "\nUne phrase de plus.\n")
    built.build(dry=True)
    built.write("content/news/z.md", "---\ntitle: [\n---\n")
    built.append("content/news/b.md", "\nUne autre.\n")
    assert built.build(dry=True).errors
    built.remove("content/news/z.md")

    report = built.build()

    assert {"news/a/index.html", "news/b/index.html"} <= set(report.written)


def _digests(patch: pytest.MonkeyPatch) -> list[Question]:
    """Return the list to which each question is added of which the digest is made."""
    asked: list[Question] = []
    real = Questions._digest

    def digest(self: Questions, question: Question) -> bytes:
        asked.append(question)
        return real(self, question)

    patch.setattr(Questions, "_digest", digest)
    return asked


def test_a_title_changes_the_pages_that_show_it(built: SiteFolder) -> None:
    built.replace("content/news/a.md", "title: Alpha", "title: Autrement")

    changed = rendered(built)

    assert "news/a/index.html" in changed
    assert "index.html" in changed
    assert "tags/feu/index.html" not in changed
    assert "about/index.html" not in changed


def test_a_slug_changes_the_page_that_links_to_it(built: SiteFolder) -> None:
    built.replace("content/news/a.md", "tags:", "slug: omega\ntags:")

    changed = rendered(built)

    assert "news/b/index.html" in changed
    assert 'href="/news/omega/"' in built.page("news/b/index.html")
    assert not built.has("news/a/index.html")


def test_touching_a_file_reads_it_and_parses_nothing(built: SiteFolder) -> None:
    os.utime(built.root / "content/news/a.md", (1, 1))

    report = built.build()

    assert (report.parsed, report.rendered) == ((), {})


def test_an_edit_of_the_same_size_is_seen(built: SiteFolder) -> None:
    built.replace("content/news/a.md", "texte", "TEXTE")

    assert "news/a/index.html" in rendered(built)
    assert "TEXTE" in built.page("news/a/index.html")


def test_a_removed_document_leaves_nothing_behind(built: SiteFolder) -> None:
    built.remove("content/news/c.md")

    report = built.build()

    assert report.diagnostics == []
    assert "news/c/index.html" in report.removed
    assert not (built.output / "news/c").exists()
    assert not (built.output / "agenda").exists()


def test_the_day_of_an_event_passes(built: SiteFolder) -> None:
    """What is over leaves the home page the next day, with no edit at all."""
    changed = rendered(built, now="2026-12-25T08:00+01:00")

    assert "index.html" in changed
    assert "news/a/index.html" not in changed
    assert rendered(built, now="2026-12-26T08:00+01:00") == {}


def test_a_template_renders_its_own_pages_alone(built: SiteFolder) -> None:
    built.write("themes/association/templates/page.html", "<html>{{ entry.title }}</html>")

    assert set(rendered(built)) == {"about/index.html"}


def test_a_page_that_was_touched_or_removed_is_restored(built: SiteFolder) -> None:
    before = built.tree()
    built.write("output/news/a/index.html", "defaced")
    (built.output / "news/b/index.html").unlink()
    built.write("output/stray/file.html", "stray")

    report = built.build()

    assert built.tree() == before
    assert report.removed == ["stray/file.html"]
    assert set(report.written) == {"news/a/index.html", "news/b/index.html"}


def test_same_bytes_are_not_written_again(built: SiteFolder) -> None:
    """Modification times, rsync and browsers' caches stay quiet."""
    page = built.output / "news/a/index.html"
    stamp = page.stat().st_mtime_ns

    report = built.build(clean=True)

    assert report.written == []
    assert len(report.rendered) > 10
    assert page.stat().st_mtime_ns == stamp


def test_a_clone_with_a_restored_cache_parses_and_renders_nothing(built: SiteFolder) -> None:
    """In CI every modification time and inode is new; the bytes are not."""
    clone = built.root.parent / "clone"
    shutil.copytree(built.root, clone, copy_function=shutil.copyfile)

    report = SiteFolder(clone).build()

    assert (report.parsed, report.rendered, report.written) == ((), {}, [])


def test_a_lost_state_costs_time_and_nothing_else(built: SiteFolder) -> None:
    before = built.tree()
    shutil.rmtree(built.root / ".sitegen")

    report = built.build()

    assert built.tree() == before
    assert report.written == []


@pytest.mark.parametrize("damage", [b"", b"noise" * 1000, b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_broken_state_is_an_empty_state(built: SiteFolder, damage: bytes) -> None:
    before = built.tree()
    (built.root / ".sitegen/state.db").write_bytes(damage)

    report = built.build()

    assert report.diagnostics == []
    assert built.tree() == before
    assert built.build().rendered == {}


def test_a_page_becomes_a_folder_and_back(built: SiteFolder) -> None:
    built.write("content/x", "a file")
    built.build()
    built.remove("content/x")
    built.write("content/x/y.txt", "a file in a folder")
    assert built.build().diagnostics == []
    assert built.page("x/y.txt") == "a file in a folder"
    shutil.rmtree(built.root / "content/x")
    built.write("content/x", "a file again")

    assert built.build().diagnostics == []
    assert built.page("x") == "a file again"


def test_a_dry_run_tells_and_writes_nothing(built: SiteFolder) -> None:
    before = built.tree()
    built.append("content/news/a.md", "\nEncore.\n")

    report = built.build(dry=True)

    assert "news/a/index.html" in report.rendered
    assert built.tree() == before
    assert "news/a/index.html" in built.build().rendered


def test_two_folders_and_jobs_give_the_same_bytes(make_site: Callable[[str], SiteFolder]) -> None:
    first = make_site(SITE)
    first.build(jobs=1)
    other = SiteFolder(first.root.parent / "un autre dossier « é »")
    other.lay_out(SITE)
    other.build(jobs=3)

    assert first.tree() == other.tree()
