"""Questions about what articles are ordered by: sections, guides, tags, authors."""

from typing import Any

from sitegen.model import Author, Node, Section, Term
from sitegen.site.guides import guide as guide_of
from sitegen.site.questions.kind import Answers, question


@question
def section(answers: Answers, section_id: str) -> Section | None:
    """Return a section by its id, or None."""
    return answers.index.sections.get(section_id)


@question
def sections(answers: Answers) -> tuple[Section, ...]:
    """All sections, in the order of ``site.yaml``."""
    return tuple(answers.index.sections.values())


@question
def guide(answers: Answers, trunk: str = "") -> tuple[Node, ...]:
    """Return the tree of a guide's pages: each with `title`, `url`, `kind`, `children`.

    *trunk*: the section that it begins with (`entry.section.trunk`); empty for the site's.
    """
    return guide_of(answers.index, trunk)


@question
def terms(answers: Answers, kind: str) -> tuple[tuple[Any, int], ...]:
    """Return all `tag` or `author` terms in use, each with its number of articles."""
    lists = answers.index.collections
    terms: dict[str, Any] = lists.tags if kind == "tag" else dict(lists.authors)
    counted = [(term, len(lists.members(kind, slug))) for slug, term in terms.items()]
    return tuple(sorted(counted, key=lambda pair: (pair[0].slug, pair[0].name)))


@question
def term(answers: Answers, kind: str, slug: str) -> Term | Author | None:
    """Return the tag or the author of that slug, if an article has it."""
    return answers.index.collections.term(kind, slug)
