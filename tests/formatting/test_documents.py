"""Documents in one form: what changes in the file, and nothing in what readers get."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.formatting.document import Formatted, format_document
from sitegen.sources.parse import ParseSettings, parse_document
from tests.support import SiteFolder

ENGINES = ("markdown", "commonmark")
CONTENT = Path(__file__).parents[2] / "content"
SETTINGS = ParseSettings("fr", "fr", "markdown")
NAME = "news/2026-01-10-a.md"


def formatted(text: str, engine: str = "markdown") -> Formatted:
    return format_document(text.encode(), NAME, ParseSettings("fr", "fr", engine))


def test_keys_stand_in_the_order_of_the_reference_with_their_comments() -> None:
    text = """---
# À relire par la présidente.

tags: [eau]
# Le jour de l’assemblée.
date: 2026-01-10
title: "Le communiqué"
event:
  # Deux salles.
  start: 2026-03-01

  location: "Salle : A"
---
Texte.
"""

    assert (
        formatted(text).text
        == """---
# À relire par la présidente.

title: Le communiqué
# Le jour de l’assemblée.
date: 2026-01-10
tags: [eau]
event:
  # Deux salles.
  start: 2026-03-01
  location: "Salle : A"
---

Texte.
"""
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('title: "Un titre"', "title: Un titre"),
        ("title: 'Un titre'", "title: Un titre"),
        ('title:   "2027"', 'title: "2027"'),
        ('title: "Oui"', "title: Oui"),
        ('title: "yes"', 'title: "yes"'),
        ('title: "L’eau : un bien"', 'title: "L’eau : un bien"'),
        ('title: "n° #3"', 'title: "n° #3"'),
        ('title: "- a"', 'title: "- a"'),
        ("title: 'L''eau'", "title: 'L''eau'"),
        ('title: "A\\u00e9"', 'title: "A\\u00e9"'),
        ("title: A\ntags: [ \"eau\" , 'l’air',feu ]", "title: A\ntags: [eau, l’air, feu]"),
        ('title: A\ntags: ["2027", "a, b", c]', 'title: A\ntags: ["2027", "a, b", c]'),
        ("title: A\ntags: ['l''eau', \"c: d\"]", "title: A\ntags: ['l''eau', \"c: d\"]"),
    ],
)
def test_quotes_stand_where_yaml_needs_them(line: str, expected: str) -> None:
    assert formatted(f"---\n{line}\n---\n").text == f"---\n{expected}\n---\n"


def test_a_text_of_several_lines_keeps_all_of_them() -> None:
    text = '---\ntitle: A\nsummary: |\n  Un.\n\n  Deux : "trois".\ntags: [eau]\n---\n'

    assert formatted(text).text == (
        '---\ntitle: A\ntags: [eau]\nsummary: |\n  Un.\n\n  Deux : "trois".\n---\n'
    )


def test_a_quoted_text_of_several_paragraphs_keeps_them() -> None:
    text = "---\ntitle: A\nsummary: 'Un.\n\n  Deux.'\n---\n"

    assert formatted(text).text == text


def test_comments_below_all_keys_stay_there() -> None:
    """Not with the last key, which may come to stand first."""
    text = "---\ndate: 2026-01-10\n\ntitle: A\n\n# À relire.\n# Sources : Ana.\n---\n"

    once = formatted(text).text

    assert once == "---\ntitle: A\ndate: 2026-01-10\n# À relire.\n# Sources : Ana.\n---\n"
    assert formatted(once).text == once
    alone = format_document(b"---\n# Rien.\n---\n\nMots.\n", "_index.md", SETTINGS).text
    assert alone == "---\n# Rien.\n---\n\nMots.\n"


@pytest.mark.parametrize(
    ("front", "body", "engine"),
    [
        ("title: A", "1.\n\n\n1. a\n\n\n   b\n\n_a*b_\n\na\\\n\n___\n", "commonmark"),
        ("title: A", "<b\n\n1.\n\n\n10. a\n11. b\n\n\u200b", "markdown"),
        ('title: A\nlang: "fr"\nsummary: >2\n    a\n\n# Fin', "Mots.", "commonmark"),
    ],
)
def test_what_has_its_form_is_the_same_a_second_time(front: str, body: str, engine: str) -> None:
    """A piece that got its form may let the whole have one: that is tried at once."""
    once = formatted(f"---\n{front}\n---\n{body}", engine)

    assert formatted(once.text, engine) == once


@pytest.mark.parametrize("engine", ENGINES)
def test_lists_headings_and_tables_get_one_form(engine: str) -> None:
    body = """Titre
-----
* un
* deux



|Ville|Adhérents|
|:-|-:|
|Tours|12|
"""
    result = formatted(f"---\ntitle: A\n---\n{body}", engine)

    assert result.outcome == "whole"
    assert (
        result.text.partition("---\n\n")[2]
        == """## Titre

- un
- deux

| Ville | Adhérents |
| :---- | --------: |
| Tours |        12 |
"""
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_shortcodes_stay_as_they_are(engine: str) -> None:
    body = """Avant.
::: figure photo.svg alt="Une *photo*"
::: contact presse
::: quote "Ana"
Une *phrase*.
:::

::: figures
- 412 : communes
- 7 : pays
:::

```
::: quote
```
"""
    result = formatted(f"---\ntitle: A\n---\n\n{body}", engine)

    assert (result.outcome, result.text) == ("whole", f"---\ntitle: A\n---\n\n{body}")


def test_a_piece_that_would_show_otherwise_stays_and_the_rest_is_formatted() -> None:
    body = "* un\n* deux\n\nTerme\n:   * une liste\n    * dans une définition\n\n* trois\n"

    result = formatted(f"---\ntitle: A\n---\n{body}")

    assert result.outcome == "in part"
    assert result.text.partition("---\n\n")[2].startswith(
        "- un\n- deux\n\nTerme\n:   * une liste\n"
    )


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "lost",
    [
        "[^b]: Une note que rien n’appelle.",
        "[lien]: https://example.org/jamais",
        "<!-- À relire par la présidente -->",
    ],
)
def test_what_no_reader_sees_stays_too(engine: str, lost: str) -> None:
    result = formatted(f"---\ntitle: A\n---\n* un[^a]\n\n[^a]: Une note.\n\n{lost}\n", engine)

    assert lost in result.text
    assert "Une note." in result.text


def test_a_document_with_mistakes_is_left_alone() -> None:
    text = '---\ntitle: "A"\ndate: hier\n---\n* un\n'

    assert formatted(text) == Formatted(text, "with mistakes")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_what_readers_get_of_the_demo_is_the_same_and_a_second_time_nothing_changes(
    engine: str,
) -> None:
    options = ParseSettings("fr", "fr", engine)
    changed = 0
    for path in sorted(CONTENT.rglob("*.md")):
        raw = path.read_bytes()
        name = path.relative_to(CONTENT).as_posix()

        once = format_document(raw, name, options)

        assert format_document(once.text.encode(), name, options).text == once.text, name
        before, after = (
            parse_document(version, name, options) for version in (raw, once.text.encode())
        )
        assert after.body == before.body, name
        assert before.document is not None
        assert after.document is not None
        assert after.document.front == before.document.front, name
        changed += once.text.encode() != raw
    assert changed


LINES = st.sampled_from(
    [
        *("", "Un texte.", "* un", "+ deux", "- trois", "1) a", "3. b", "    code", "> cité"),
        *("Titre\n===", "# Titre #", "***", "| a | b |\n|---|---|\n| c | d |", "```\nx\n```"),
        *("Terme\n:   Définition", "[^1]", "[^1]: Note.", "- [ ] à faire", "![x](y.svg){.wide}"),
        *("<div>\n\nTexte\n\n</div>", "_a_ __b__", "fin  \nde ligne", "::: contact presse"),
        *("~~a~~", "``a`b``", "> a\nb", "> - un\n>\n> Fin.", "1. a\n1. b", "- a\n\n  b\n\n- c"),
        *("**[x](/a)**", '[x]: /a "T"', "[x][x]", "a\\\nb", "# A\nTexte\n- liste", "<!-- a -->"),
        *(
            "| a\\|b | `c` |\n|:--|--:|\n| 1 | 2 |",
            "````\n```\n````",
            "1986\\. Un an",
            "&nbsp;&amp;",
        ),
        *("::: quote Ana\nMots.\n:::", "www.exemple.fr", "a\\*b", "&eacute;"),
    ]
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=8), st.sampled_from(("\n", "\n\n")), st.sampled_from(ENGINES))
def test_no_text_shows_otherwise_in_form(lines: list[str], between: str, engine: str) -> None:
    text = f"---\ntitle: A\n---\n{between.join(lines)}\n"
    options = ParseSettings("fr", "fr", engine)

    result = format_document(text.encode(), NAME, options)

    before, after = (
        parse_document(version.encode(), NAME, options) for version in (text, result.text)
    )
    assert after.body == before.body


SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/2026-01-10-a.md --
---
tags: [eau]
title: "A"
---
* un
-- content/news/2026-01-11-b.md --
---
title: B
---

Texte.
-- content/page.md --
---
title: Page
dat: 2026
---
"""


def run(site: SiteFolder, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sitegen", "format", *arguments],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_command_tells_and_writes_what_is_not_in_form(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(SITE)
    path = tmp_path / "content/news/2026-01-10-a.md"
    former = path.read_bytes()

    checked = run(site, "--check")
    shown = run(site, "--diff", "content/news")

    assert (checked.returncode, checked.stdout) == (1, "content/news/2026-01-10-a.md\n")
    assert "3 documents, 1 not in form" in checked.stderr
    assert "content/page.md: left alone, it has mistakes" in checked.stderr
    assert "+- un" in shown.stdout.splitlines()
    assert "page.md" not in shown.stderr
    assert path.read_bytes() == former

    written = run(site)

    assert written.returncode == 0
    assert path.read_text() == "---\ntitle: A\ntags: [eau]\n---\n\n- un\n"
    assert sorted(path.name for path in path.parent.iterdir()) == [path.name, "2026-01-11-b.md"]
    assert run(site, "--check", "content/news").returncode == 0
    assert "[SG551]" in run(site, "content/nulle-part").stderr
