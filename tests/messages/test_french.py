"""What sitegen says in French: complete, with the values of the English, well typeset, chosen."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from scripts.compile_words import compiled
from sitegen.catalogue import MESSAGES, wording
from sitegen.errors import Diagnostic, Place
from sitegen.markup.typography import space_french
from sitegen.model import Withheld
from sitegen.scaffold.editor import SCHEMA_KINDS, schema_of
from sitegen.server.additions import problems_dialog, with_additions
from sitegen.theme.chain import find_chain
from sitegen.theme.options import options_schema
from sitegen.wording import translation
from sitegen.wording.phrase_list import PHRASES
from sitegen.wording.phrases import Words, in_words, with_gaps
from tests.support import SiteFolder

PACKAGE = Path(translation.FOLDER).parent
SOURCE = Path(translation.FOLDER) / "fr/LC_MESSAGES/sitegen.po"
TEXTS = {text for message in MESSAGES.values() for text in (message.text, message.hint) if text}


@pytest.fixture(scope="module")
def french() -> Catalog:
    with SOURCE.open("rb") as file:
        return read_po(file)


@pytest.fixture
def in_french(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr")
    translation._catalogue.cache_clear()
    yield
    translation._catalogue.cache_clear()


def strings(message: object) -> list[str]:
    """The translations of a message, one or both forms."""
    translated = message.string  # type: ignore[attr-defined]
    return [translated] if isinstance(translated, str) else list(translated)


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name}


def test_every_message_and_every_phrase_is_translated(french: Catalog) -> None:
    missing = [text for text in (*TEXTS, *PHRASES) if text not in french or not french[text].string]

    assert missing == []


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_what_editors_explain_is_translated(kind: str) -> None:
    """Every key of the front matter and of `site.yaml`, and every option of the theme."""
    told: list[str] = []

    def translate(text: str) -> str:
        told.append(text)
        return translation.words_of("fr")(text)

    chain, _wrong = find_chain(".", "association", Place("site.yaml", 1, 1))
    assert chain is not None
    schema = schema_of(kind, options_schema(chain.options), translate)

    assert [text for text in told if translation.words_of("fr")(text) == text] == []
    assert len(told) > 5
    assert schema["title"] != schema_of(kind)["title"]


def test_translations_hold_the_values_of_the_english(french: Catalog) -> None:
    wrong = [text for text in TEXTS if placeholders(text) != placeholders(str(french[text].string))]

    assert wrong == []


def test_the_compiled_words_are_those_of_the_source() -> None:
    assert SOURCE.with_suffix(".mo").read_bytes() == compiled(SOURCE)


def test_french_is_typeset_as_french(french: Catalog) -> None:
    """By the rules that the site's own texts obey; code in backticks or quotes is left alone."""
    wrong = []
    for text in (said for message in french if message.id for said in strings(message)):
        words = re.sub(r"`[^`]*`|\"[^\"]*\"|draft: true|https?://\S+|%[dHM:]+", "x", text)
        if "'" in words or space_french(words) != words:
            wrong.append((words, space_french(words)))

    assert wrong == []


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "le titre est vide"),
        ({"LANG": "fr_CA"}, "le titre est vide"),
        ({"LANG": "en_GB.UTF-8"}, "the title is empty"),
        ({"LANG": "de_DE.UTF-8"}, "the title is empty"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "le titre est vide"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "the title is empty"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "the title is empty"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "br:fr:en"}, "le titre est vide"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "en"}, "the title is empty"),
        ({}, "the title is empty"),
    ],
)
def test_the_locale_chooses(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    translation._catalogue.cache_clear()

    said = wording(Diagnostic("empty-title"))[0]

    translation._catalogue.cache_clear()
    assert said == expected


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("No space left on device", "le disque est plein"),
        (with_gaps("{size} kB", size="256"), "256 ko"),
        (
            with_gaps("{page} and {number} more", page="index.html", number="3"),
            "index.html et 3 de plus",
        ),
        (("time", "place"), "horaire, lieu"),
        (
            with_gaps("line {number}: {error}", number="3", error="mismatched tag"),
            "ligne 3\u00a0: la balise de fin ne correspond pas",
        ),
        ("what nobody has translated", "what nobody has translated"),
        ("a comma or a `}` was expected here", "une virgule ou un `}` était attendu ici"),
    ],
)
@pytest.mark.usefixtures("in_french")
def test_what_stands_within_messages_is_translated_too(english: Words, french: str) -> None:
    assert in_words(english) == french


@pytest.mark.slow
def test_every_sentence_with_gaps_is_one_of_those_that_are_translated() -> None:
    """Wherever one is made: its text stands in the call, or in a variable of the same function."""
    made: dict[str, str] = {}
    for path in PACKAGE.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            texts: dict[str, list[str]] = {}
            for node in ast.walk(function):
                match node:
                    case ast.Assign([ast.Name(name)], ast.Constant(str(text))):
                        texts.setdefault(name, []).append(text)
            for node in ast.walk(function):
                match node:
                    case ast.Call(ast.Name("with_gaps" | "_refused"), [ast.Constant(str(text))]):
                        made[text] = path.name
                    case ast.Call(ast.Name("with_gaps" | "_refused"), [ast.Name(name)]):
                        made |= dict.fromkeys(texts.get(name, ()), path.name)

    assert len(made) > 30
    assert {text: name for text, name in made.items() if text not in PHRASES} == {}


@pytest.mark.slow
@pytest.mark.usefixtures("in_french")
def test_commands_speak_french(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    site.write("content/news/b.md", "---\ntitle: B\ndate: 2126-01-10\n---\n")
    site.build()

    def said(*line: str) -> str:
        module = import_module(f"sitegen.commands.{line[0]}")
        return CliRunner().invoke(module.command, line[1:]).output

    assert said("next").endswith("B\u00a0: paraît\n")
    assert "Dernière génération\u00a0: la première, à la création de la page." in said(
        "explain", "/news/"
    )
    assert said("clean") == "Supprimé\u00a0: output et .sitegen.\n"
    assert said("clean") == "Il n’y avait rien à supprimer.\n"


@pytest.mark.usefixtures("in_french")
def test_the_preview_speaks_french(tmp_path: Path) -> None:
    wrong = [Diagnostic("empty-title", "content/a.md", 2, 8)] * 22
    dialog = problems_dialog(str(tmp_path), wrong)
    page = with_additions(
        b"<body></body>", path="/", look="", problems=dialog, withheld=Withheld("draft", 0.0),
        zone="Europe/Paris",
    ).decode()  # fmt: skip

    banner = page[page.index("<p id=") :].partition(">")[0]
    for added in (dialog, banner):  # the page around it may be English, or Arabic
        assert 'lang="fr" dir="ltr"' in added
    for words in ("22 erreurs", "et 2 autres erreurs", "Fermer", "Brouillon\u00a0:", "est vide"):
        assert words in page
    assert 'lang="en"' not in page


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("draft", "Brouillon\u00a0: il n’est pas publié."),
        (
            "embargo",
            "Sous embargo\u00a0: les lecteurs ne le verront pas avant "
            "12/01/2027 06:00 (Europe/Paris).",
        ),
        ("future", "les lecteurs ne le verront pas avant 12/01/2027 06:00 (Europe/Paris)."),
    ],
)
def test_each_banner_is_french_with_its_instant(
    why: Literal["draft", "embargo", "future"], words: str
) -> None:
    until = datetime(2027, 1, 12, 6, tzinfo=ZoneInfo("Europe/Paris")).timestamp()

    page = with_additions(
        b"<body></body>", path="/", look="", problems="", withheld=Withheld(why, until),
        zone="Europe/Paris",
    ).decode()  # fmt: skip

    assert words in page


@pytest.mark.slow
def test_a_build_that_has_nothing_to_say_reads_no_words(tmp_path: Path) -> None:
    """Opening the compiled words would cost what a build with nothing to do saves."""
    (tmp_path / "site.yaml").write_text("title: Hub\nurl: https://hub.example.org/\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: A\n---\n")
    script = (
        "from sitegen.wording import translation; from sitegen.commands.build import command\n"
        "command(['--quiet'], standalone_mode=False)\n"
        "print(translation._catalogue.cache_info().currsize)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path, env=os.environ | {"LC_ALL": "fr_FR.UTF-8"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert result.stdout.strip() == "0"
