"""Questions about what articles are ordered by: sections, guides, terms of taxonomies."""

from sitegen.model import AnyTerm, Node, Section
from sitegen.site.answers import Answers
from sitegen.site.guides import guide as guide_of
from sitegen.site.questions.kind import question


@question
def section(answers: Answers, section_id: str) -> Section | None:
    """Return a section by its id, or None; of another language, also by that of the first one."""
    index = answers.index
    return index.sections.get(section_id) or index.sections.get(index.section_here(section_id))


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
def terms(answers: Answers, kind: str) -> tuple[tuple[AnyTerm, int], ...]:
    """Return all terms in use of a taxonomy (`tag`, `author`, `organisation`), each with its number
    of articles.
    """
    members = answers.index.collections.members
    terms = answers.index.terms(kind)
    counted = [(term, len(members(kind, slug))) for slug, term in terms.items()]
    return tuple(sorted(counted, key=lambda pair: (pair[0].slug, pair[0].name)))


@question
def term(answers: Answers, kind: str, slug: str) -> AnyTerm | None:
    """Return the term of a taxonomy (`tag`, `author`, `organisation`), if it is in use."""
    return answers.index.terms(kind).get(slug)
