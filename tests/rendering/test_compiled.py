"""A template is compiled once for all that would compile it to the same, and then by no other."""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sitegen.digest import SIZE
from sitegen.engine.compiled_themes import (
    KeptThemes,
    keep_compiled,
    kept_themes,
    know_compiled,
    mentions_key,
)
from sitegen.engine.tool import tool_digest
from sitegen.rendering.templates import compiled
from sitegen.rendering.templates.closures import find_mentions
from sitegen.rendering.templates.compiled import Compiled
from sitegen.rendering.templates.environment import Environment
from sitegen.rendering.templates.theme import ThemeTemplates
from sitegen.theme.folders import Theme, read_theme

PAGE = '{% include "part.html" %}|{{ _("Agenda") }}|{{ 1234|number }}|{% include "gone.html" %}'
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
WORDS = f'{HEADER}msgid "Agenda"\nmsgstr "Calendrier"\n'
FILES = {
    "templates/page.html": PAGE,
    "templates/part.html": '({% include "parent:leaf.html" %})',
    "templates/leaf.html": "{{ 1 }}",
    "templates/gone.html": "there",
    "locales/fr.po": WORDS,
}
BELOW = {"templates/leaf.html": "below", "templates/other.html": ""}


def theme_of(*layers: dict[str, str], brought: tuple[int, ...] = (0, 1, 2)) -> Theme:
    """Return the theme of these folders, the nearest first; sitegen brings those *brought*."""
    read = [{name: (name, text.encode()) for name, text in layer.items()} for layer in layers]
    theme, wrong = read_theme(read, tested=set(brought))
    assert not wrong
    mentions = {name: find_mentions(text) for name, text in theme.templates.items()}
    return msgspec.structs.replace(theme, mentions=mentions)


THEME = theme_of(FILES, BELOW)
OTHERS = {
    "what it includes": theme_of(FILES | {"templates/part.html": "other"}, BELOW),
    "what that one includes": theme_of(FILES, BELOW | {"templates/leaf.html": "other"}),
    "words": theme_of(FILES | {"locales/fr.po": WORDS.replace("Calendrier", "Autre")}, BELOW),
    "where it stands": theme_of({}, FILES | {"templates/leaf.html": "middle"}, BELOW),
    "the folders above": theme_of({"templates/leaf.html": "near"}, FILES, BELOW),
}
THE_SAME = ("where it stands", "the folders above")
"""What comes out is the same."""


@pytest.fixture(autouse=True)
def _known_by_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(compiled, "COMPILED", Compiled())
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept_themes.cache_clear()
    yield
    kept_themes.cache_clear()


def rendered(theme: Theme, language: str = "fr", *, is_compiled: bool = False) -> str:
    """Return the page, *is_compiled*: whatever was compiled before."""
    environment = ThemeTemplates(theme, language, site_language="fr").environment
    if is_compiled:
        environment.bytecode_cache = None
    return environment.get_template("page.html").render()


def another_process() -> None:
    compiled.COMPILED = Compiled()
    kept_themes.cache_clear()
    know_compiled()


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("it is compiled")


def test_a_second_environment_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(THEME)
    monkeypatch.setattr(Environment, "compile", refuse)

    assert rendered(THEME) == first


@pytest.mark.parametrize("other", OTHERS)
def test_whatever_decides_the_code_is_compiled_anew(other: str) -> None:
    first = rendered(THEME)
    keep_compiled(THEME)
    another_process()

    second = rendered(OTHERS[other])

    assert second == rendered(OTHERS[other], is_compiled=True)
    assert (second == first) == (other in THE_SAME)
    assert rendered(THEME) == first


def test_each_language_has_its_own() -> None:
    """Also one for which there are no words: it writes numbers in its way."""
    english = rendered(THEME, "en")

    german = rendered(THEME, "de")

    assert german == rendered(THEME, "de", is_compiled=True) != english


def test_another_process_compiles_and_parses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(THEME)
    keep_compiled(THEME)
    another_process()
    monkeypatch.setattr(Environment, "compile", refuse)

    assert rendered(THEME) == first
    assert kept_themes().mentions.keys() == set(map(mentions_key, THEME.templates.values()))


def test_a_mistake_has_its_place_where_another_process_compiled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theme = theme_of(FILES | {"templates/part.html": "\n{{ 1 / 0 }}"})
    with pytest.raises(ZeroDivisionError):
        rendered(theme)
    keep_compiled(theme)
    another_process()
    monkeypatch.setattr("sitegen.rendering.templates.includes._NAMES", {})
    monkeypatch.setattr(Environment, "compile", refuse)
    templates = ThemeTemplates(theme, "fr")

    with pytest.raises(ZeroDivisionError) as raised:
        templates.environment.get_template("page.html").render()
    told = templates.diagnose(raised.value, "index.html")

    assert (told.path, told.line) == ("templates/part.html", 2)


@pytest.mark.parametrize(
    "own",
    [
        {"templates/page.html": PAGE},
        {"templates/part.html": ""},
        {"locales/fr.po": HEADER},
    ],
)
def test_nothing_is_kept_that_a_site_has_a_part_in(own: dict[str, str]) -> None:
    theme = theme_of(own, FILES, BELOW, brought=(1, 2))

    rendered(theme)
    keep_compiled(theme)

    assert kept_themes().codes == {}


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    rendered(THEME)
    keep_compiled(THEME)
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    content = path.read_bytes()

    path.write_bytes(content[: SIZE + 50] + b"?" + content[SIZE + 51 :])
    another_process()

    assert kept_themes() == KeptThemes({}, {})


@pytest.mark.parametrize("version", [(3, 99, 0, "final", 0), (*sys.version_info[:3], "beta", 1)])
def test_what_another_python_compiled_is_passed_over(
    version: tuple[int | str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a preview of this one, which keeps it in the same file."""
    first = rendered(THEME)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", version)
        tool_digest.cache_clear()
        keep_compiled(THEME)
        assert kept_themes().codes
    tool_digest.cache_clear()
    another_process()

    assert kept_themes() == KeptThemes({}, {})
    assert rendered(THEME) == first


def test_where_python_keeps_no_bytecode_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(THEME)

    keep_compiled(THEME)

    assert list(tmp_path.rglob("*")) == []


def test_what_was_asked_for_last_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(THEME)
    keep_compiled(THEME)
    another_process()
    monkeypatch.setattr("sitegen.engine.compiled_themes.MOST", 1)

    rendered(OTHERS["words"])
    keep_compiled(OTHERS["words"])

    assert len(kept_themes().codes) == 1
    another_process()
    monkeypatch.setattr(Environment, "compile", refuse)
    assert "Autre" in rendered(OTHERS["words"])
