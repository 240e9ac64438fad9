"""Questions about the versions of a site in several languages: what their pages are answered, and
where the same page stands in another language.
"""

import msgspec

from sitegen.model import Question
from sitegen.site.answers import Answers
from sitegen.site.counterparts import Version, counterparts, sitemap_counterparts
from sitegen.site.plan.sitemaps import NEWS_SITEMAP_URL, SITEMAP_URL
from sitegen.site.questions.kind import Argument, question, told_apart_by
from sitegen.site.urls import with_base


def in_version(language: str, question: Question) -> Question:
    """Return *question* as it is remembered that a page in *language* asked it; empty: the first
    language.
    """
    if not language:
        return question
    return Question(version.name, (language, question.kind, *question.arguments))


def version_digest(answers: Answers, language: str, kind: str, *arguments: Argument) -> bytes:
    known = answers.versions.get(language)
    return known.digest(Question(kind, arguments)) if known else b""


@told_apart_by(version_digest)
def version(answers: Answers, language: str, kind: str, *arguments: Argument) -> object:
    """Return what the pages in another language of the site are answered to a question."""
    return answers.versions[language].answer(Question(kind, arguments))


@question
def versions(answers: Answers, kind: str, subject: str, number: int = 1) -> tuple[Version, ...]:
    """Return where a page stands in each language of the site, in their order: `lang`, `url`,
    `is_same`, `is_here`; nothing on a site in one language. What is not there leads to the page
    nearest to it.
    """
    return counterparts(answers.index, kind, subject, number)


class Original(msgspec.Struct, frozen=True):
    """A document where it stands as it was written, for pages in a language that lacks it."""

    title: str
    url: str
    lang: str
    id: str


@question
def address_from(answers: Answers, document_id: str, target: str) -> str | None:
    """Return what an internal link of a document stands for, on a site in several languages."""
    return answers.index.resolve_from(document_id, target)


@question
def untranslated(answers: Answers, target: str) -> Original | None:
    """Return a document (its path) that the page's language lacks as it stands in another; None for
    others, and on a site in one language.
    """
    index = answers.index
    for other in (index.first or index).everywhere:
        entry = other.entries.get(target) if other is not index else None
        url = index.resolve(target) if entry else None
        if entry is not None and url is not None:
            return Original(entry.title, url, entry.lang or other.config.language, entry.id)
    return None


@question
def sitemaps_of_versions(answers: Answers) -> tuple[str, ...]:
    """Return the addresses of the sitemaps of the versions that stand on the site's own host."""
    index = answers.index
    own = [version for version in index.versions.values() if not version.config.has_own_host]
    return tuple(
        with_base(version.config.base_path, url)
        for version in own
        for url in (SITEMAP_URL, NEWS_SITEMAP_URL)
        if url == SITEMAP_URL or version.config.sitemap.news
    )


@question
def sitemap_versions(answers: Answers) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the pages that stand in several languages: each with language and address of all."""
    return sitemap_counterparts(answers.index)
