"""Why a page is rendered, in words that an author knows, English and French."""

from collections.abc import Iterator
from string import Formatter

import pytest

from sitegen.engine.reasons import Reason
from sitegen.model import Page, Question, Scope
from sitegen.report.page_kinds import kind_words
from sitegen.report.reasons import WORDS, index_words, question_words, reason_words, subject_words
from sitegen.site.questions.answering import KINDS
from sitegen.wording import translation


@pytest.fixture
def in_french(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr")
    translation._catalogue.cache_clear()
    yield
    translation._catalogue.cache_clear()


def parameters(kind: str) -> list[str]:
    return list(KINDS[kind].parameters)


def asked(kind: str) -> Question:
    """Return a question of *kind* with an argument of the right form for each parameter."""
    numbers = ("offset", "limit", "number", "per_page", "year", "month")
    return Question(
        kind,
        tuple(
            7
            if name in numbers
            else {"kind": "tag", "first": "2026-01-01", "shape": "wide"}.get(name, f"a:{name}.md")
            for name in parameters(kind)
        ),
    )


def test_every_kind_of_question_has_words() -> None:
    assert set(WORDS) == set(KINDS)


def test_kinds_of_pages_are_told_in_french(in_french: None) -> None:  # noqa: ARG001
    assert kind_words("agenda_month") == "mois de l’agenda [agenda_month]"
    assert kind_words("agenda") == "agenda"
    assert subject_words(Page("f", "atom", scope=Scope("tag", "forum"))) == "étiquette forum"
    assert subject_words(Page("f", "calendar")) == "tout le site"
    assert subject_words(Page("a", "article", subject="news/a.md")) == "news/a.md"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_words_name_the_question_s_own_arguments(kind: str) -> None:
    """A colon in a file's name is no end of an argument."""
    named = {name for _, name, _, _ in Formatter().parse(WORDS[kind]()) if name}
    shown = question_words(asked(kind))

    assert named <= {*parameters(kind), "list"}
    assert shown != str(asked(kind))
    for name in named - {"list", "kind", "number", "year", "month", "first"}:
        assert f"a:{name}.md" in shown
    if "list" in named:
        value = "slug" if "slug" in parameters(kind) else "value"
        assert f"tag a:{value}.md" in shown


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_question_has_french_words(kind: str) -> None:
    english = {"the ", "which", "whether", "how ", "what "}

    shown = question_words(asked(kind))

    assert not any(shown.startswith(word) for word in english), shown
    assert "tag a:" not in shown


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("new"), "jamais générée"),
        (Reason("output"), "son fichier manque ou a été modifié"),
        (
            Reason("question", Question("body", ("news/a.md",))),
            "changement\u00a0: le texte de news/a.md",
        ),
        (
            Reason("question", Question("articles", (20, "section", "news", 0))),
            "changement\u00a0: les articles (liste\u00a0: rubrique news)",
        ),
        (
            Reason("question", Question("size", ("all", ""))),
            "changement\u00a0: le nombre d’articles (liste\u00a0: tout le site)",
        ),
        (
            Reason("question", Question("terms", ("tag",))),
            "changement\u00a0: lesquels sont employés\u00a0: étiquettes",
        ),
    ],
    ids=str,
)
def test_reasons_are_french_where_their_reader_is(reason: Reason, words: str) -> None:
    assert reason_words(reason) == words


@pytest.mark.usefixtures("in_french")
def test_reasons_of_the_search_index_are_french_too() -> None:
    assert index_words("pages") == "des pages ont changé"


def test_logs_name_the_readers_of_private_pages_and_not_what_they_read() -> None:
    """Logs of CI are read by others; `sitegen explain` is asked on one's own machine."""
    asked_body = Question("private", ("press/news/secret.md", "body", "news/secret.md"))
    reason = Reason("question", asked_body)

    assert "news/secret.md" in reason_words(reason)
    assert reason_words(reason, is_for_logs=True) == "the private pages press changed"


def test_a_reason_of_another_language_has_the_words_of_its_own() -> None:
    inner = asked("entry")
    reason = Reason("question", Question("version", ("en", inner.kind, *inner.arguments)))

    assert "version:" not in reason_words(reason, is_for_logs=True)
    assert reason_words(reason, is_for_logs=True) == reason_words(
        Reason("question", inner), is_for_logs=True
    )
