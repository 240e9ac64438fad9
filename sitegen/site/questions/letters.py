"""Questions about the letters that were sent."""

from sitegen.model.letters import Letter
from sitegen.site.answers import Answers
from sitegen.site.questions.kind import question
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
    """The address of the page of all letters, in the first language where this one has none; empty
    without letters.
    """
    here = answers.index
    index = here if here.letters.sent else here.first or here
    if not index.letters.sent:
        return ""
    url = with_base(index.config.base_path, index.config.urls.letters)
    return url if index.config.origin == here.config.origin else index.config.origin + url
