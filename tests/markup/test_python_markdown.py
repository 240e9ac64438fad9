"""Python-Markdown's own tests: its inline patterns untouched, its blocks as CommonMark reads them.

The faster inline processor gives what Python-Markdown's own one gives. The line parser gives the
structure that Python-Markdown's block parser gives, or else what the CommonMark engine gives.

The texts are those of its source distribution: the files ``tests/**/*.txt``, and every string of
its test modules, which hold the Markdown that they render.
"""

import ast
import tarfile
import textwrap
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import markdown
import pytest
from markdown import Markdown

from sitegen.digest import digest
from sitegen.markup import MarkupSettings, render_markup
from sitegen.markup.engines import inlines, python_markdown
from sitegen.markup.engines.writing import write_html
from tests.markup.fragments import ARTICLE
from tests.markup.shapes import structure
from tests.tools import source_distribution

DOCS = Path(__file__).parent.parent.parent / "docs"

DIALECTS = {
    "stock": (),
    "extra": ("extra", "toc", "admonition", "sane_lists"),
    "typographic": ("smarty", "wikilinks", "nl2br", "legacy_em", "legacy_attrs"),
}
"""Sets of extensions with which every text is rendered by both processors."""


@cache
def texts() -> dict[str, str]:
    """Return Python-Markdown's test texts by where they stand."""
    strings: dict[str, str] = {}
    with tarfile.open(source_distribution("markdown", markdown.__version__)) as archive:
        for member in archive:
            folder = member.name.partition("/")[2]
            file = archive.extractfile(member) if folder.startswith("tests/") else None
            if file is None:
                continue
            if folder.endswith(".txt"):
                strings[folder] = file.read().decode("utf-8")
            elif folder.endswith(".py"):
                strings |= {f"{folder}:{line}": text for line, text in _strings(file.read())}
    once = {text: place for place, text in reversed(strings.items())}
    return {place: text for text, place in once.items()}


def _strings(source: bytes) -> Iterator[tuple[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its tests hold escapes that Python frowns on
        tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            # Its tests dedent them before they give them to the parser.
            yield f"{node.lineno}:{node.col_offset}", textwrap.dedent(node.value).strip("\n")


def pair(dialect: str) -> tuple[Markdown, Markdown]:
    """Return two parsers that differ in what makes one faster alone."""
    extensions = DIALECTS[dialect]
    usual = Markdown(extensions=[*extensions], output_format="html")
    faster = Markdown(extensions=[*extensions, python_markdown._Faster()], output_format="html")
    faster.serializer = write_html
    return usual, faster


def differing(every_pattern: Markdown, triggered: Markdown) -> list[str]:
    return [
        place
        for place, text in texts().items()
        if outcome(every_pattern, text) != outcome(triggered, text)
    ]


def outcome(parser: Markdown, text: str) -> str:
    """Return the HTML, or the error's name: some texts of one extension break another."""
    try:
        return parser.reset().convert(text)
    except Exception as error:
        return type(error).__name__


@pytest.mark.slow
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_skipped_pattern_is_one_that_could_not_match(dialect: str) -> None:
    every_pattern, triggered = pair(dialect)
    assert type(every_pattern.treeprocessors["inline"]) is not type(
        triggered.treeprocessors["inline"]
    )

    assert len([place for place in texts() if place.endswith(".txt")]) >= 90
    assert len(texts()) > 800
    assert differing(every_pattern, triggered) == []


@pytest.mark.slow
def test_so_it_is_with_footnotes_strikethrough_and_escapes_of_our_dialect() -> None:
    every_pattern = python_markdown.build_markdown()
    triggered = python_markdown.build_markdown(python_markdown._Faster())
    triggered.serializer = write_html

    assert differing(every_pattern, triggered) == []


SEEN_IN_HTML = sorted(
    {pattern.name for pattern in python_markdown.build_markdown().inlinePatterns._priority}
    & (inlines._TRIGGERS.keys() - {"entity"})  # the serializer leaves entities alone anyway
)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", SEEN_IN_HTML)
def test_the_texts_find_a_wrong_trigger(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A planted bug for each pattern: it waits for a character that stands nowhere."""
    monkeypatch.setitem(inlines._TRIGGERS, pattern, "\x00")
    every_pattern = python_markdown.build_markdown()
    triggered = python_markdown.build_markdown(python_markdown._Faster())

    assert any(
        outcome(every_pattern, text) != outcome(triggered, text)
        for text in (ARTICLE, *texts().values())  # its own have no struck word
    )


BLOCKS_BEFORE = Markdown(
    extensions=["tables", "def_list", "fenced_code", "sane_lists", "footnotes"],
    output_format="html",
)
"""The dialect read by Python-Markdown's own block parser."""

TABLE_OF = "3.11.3"
"""The version of Python-Markdown whose texts are listed: later ones leave some out."""
OTHERWISE = {
    "guess_lang=False": "what is no name of a language is cut where it ends to be one",
    'hl_lines="1 3"': "the same",
    'data-test="{}"': "the same",
    ": a paragraph that starts with a colon": "a colon and one space are French text that was wrapped",
}
"""Signs of the texts that are neither, with the reason."""


def read(text: str, engine: str) -> list[str]:
    return structure(render_markup(text, "", MarkupSettings(engine, raw_html="allow")).html)


REASONS = {
    "definition": "an empty line between definitions makes paragraphs of them",
    "escape": "a backslash before a quotation mark is not shown",
    "fence": "the fence's first word is the language, and what follows it is not shown",
    "heading": "a space follows the signs of a heading, six at most",
    "html": "HTML ends at an empty line, and what follows it is Markdown",
    "link": "a text and its name stand together; the first definition of a name counts",
    "list": "a list needs no empty line before it",
    "note": "notes follow in the order in which the text names them",
    "quote": "an empty line ends a quotation",
    "table": "a row has as many cells as the header",
}
"""Why texts are read as CommonMark reads them; docs/markdown.md says it to those who write."""
TABLE = Path(__file__).with_name("read_as_commonmark.txt")


def as_commonmark() -> dict[str, tuple[str, str]]:
    """Return reason and place of the texts that are listed, by their digests."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=2) for line in lines if not line.startswith("#")]
    return {digest: (reason, place) for reason, digest, place in rows}


def test_each_reason_is_one_that_those_who_write_are_told() -> None:
    told = " ".join((DOCS / "markdown.md").read_text(encoding="utf-8").split())

    assert {reason for reason, _ in as_commonmark().values()} == REASONS.keys()
    assert [reason for reason in REASONS.values() if reason not in told.replace("**", "")] == []


@pytest.mark.slow
def test_blocks_are_python_markdown_s_or_those_of_commonmark() -> None:
    counted: Counter[str] = Counter()
    neither = {}
    otherwise: dict[str, str] = {}
    for place, text in texts().items():
        text = text.replace("\x02", "").replace("\x03", "")
        before = outcome(BLOCKS_BEFORE, text)
        if structure(before) == structure(python_markdown.convert_in_python(text).html):
            counted["python-markdown"] += 1
        elif read(text, "markdown") == read(text, "commonmark"):
            otherwise[digest(text.encode()).hex()[:12]] = place
        elif not any(sign in text for sign in OTHERWISE):
            neither[place] = text

    assert neither == {}
    assert counted["python-markdown"] > 1800
    listed = as_commonmark()
    assert {place for key, place in otherwise.items() if key not in listed} == set(), "a new one"
    if markdown.__version__ == TABLE_OF:
        assert listed.keys() == otherwise.keys()
