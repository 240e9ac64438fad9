"""Questions about the letters that were sent."""

from sitegen.model.letters import Letter
from sitegen.site.questions.kind import Answers, question
from sitegen.site.urls import with_base


@question
def letters(answers: Answers) -> tuple[Letter, ...]:
    """The letters that were sent, the latest first."""
    return answers.index.letters.sent


@question
def letter(answers: Answers, letter_id: str) -> Letter | None:
    """Return a letter that was sent, by its file's name: `2026-11-29-presse`."""
    return next((sent for sent in answers.index.letters.sent if sent.id == letter_id), None)


@question
def letters_url(answers: Answers) -> str:
    """The address of the page of all letters; empty without one."""
    index = answers.index
    if not index.letters.sent:
        return ""
    first = (index.first or index).config
    url = with_base(first.base_path, first.urls.letters)
    return first.origin + url if index.config.has_own_host else url
