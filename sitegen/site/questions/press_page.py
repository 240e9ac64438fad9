"""Questions about what is said to the press, and of it."""

from sitegen.model.press_room import Coverage, Press
from sitegen.site.answers import Answers
from sitegen.site.questions.kind import question
from sitegen.site.urls import with_base


@question
def press(answers: Answers) -> Press | None:
    """What the press page shows of its own: contacts, pictures, figures; None without it."""
    return answers.index.press_room.press


@question
def press_url(answers: Answers) -> str:
    """The address of the press page; empty without one."""
    index = answers.index
    return (
        with_base(index.config.base_path, index.config.urls.press) if index.press_room.press else ""
    )


@question
def coverage_url(answers: Answers) -> str:
    """The address of the press review; empty without one."""
    index = answers.index
    url = with_base(index.config.base_path, index.config.urls.coverage)
    return url if index.press_room.coverage else ""


@question
def coverage(answers: Answers, limit: int, year: str = "") -> tuple[Coverage, ...]:
    """Return what the press wrote, the latest first: of one year, or of all."""
    coverages = answers.index.press_room.coverage
    return tuple(mention for mention in coverages if year in ("", mention.year))[:limit]


@question
def coverage_years(answers: Answers) -> tuple[tuple[str, int], ...]:
    """The years of the press review, each with how many mentions, the latest first."""
    return tuple(answers.index.press_room.years().items())


@question
def coverage_of(answers: Answers, document_id: str) -> tuple[Coverage, ...]:
    """Return what the press wrote of an article, the latest first."""
    return answers.index.press_room.of_entry(document_id)
