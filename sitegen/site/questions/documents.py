"""Questions about one document: its metadata, its text, and what stands beside it."""

from sitegen.markup.values import Heading
from sitegen.model import Entry, Translation
from sitegen.site.answers import Answers
from sitegen.site.questions.kind import question, told_apart_by


def body_digest(answers: Answers, document_id: str) -> bytes:
    """Return the digest of a public document's text without reading it; else nothing."""
    index = answers.index
    if document_id in index.entries:
        facts = index.text_facts(document_id)
        return facts.body_digest if facts else b""
    document = index.documents.get(document_id)
    is_sections = document and index.section_documents.get(document.section_folder) is document
    return document.body_digest if document and is_sections else b""


def outline_digest(answers: Answers, document_id: str) -> bytes:
    is_shown = document_id in answers.index.entries
    facts = answers.index.text_facts(document_id) if is_shown else None
    return facts.outline_digest if facts else b""


@question
def entry(answers: Answers, document_id: str) -> Entry | None:
    """Return a document's metadata by its path below the content; None if it is not public."""
    index = answers.index
    return index.entries.get(index.ours.get(document_id, document_id))


@question
def page_url(answers: Answers, document_id: str) -> str | None:
    """Return where a document's page stands; None if it is not public."""
    index = answers.index
    found = index.entries.get(index.ours.get(document_id, document_id))
    return found.url if found else None


@told_apart_by(body_digest)
def body(answers: Answers, document_id: str) -> str:
    """Return a document's HTML; its internal addresses are not resolved yet."""
    return answers.read_body(document_id) if body_digest(answers, document_id) else ""


@told_apart_by(outline_digest)
def outline(answers: Answers, document_id: str) -> tuple[tuple[Heading, ...], int]:
    """Return a body's headings and its number of words: no part of what lists show."""
    if document_id not in answers.index.entries:
        return (), 0
    document = answers.index.documents[document_id]
    return document.details.headings, document.words


@question
def frame_hosts(answers: Answers, document_id: str) -> tuple[str, ...]:
    """Return scheme and host of the frames that a body loads when a reader asks for them."""
    facts = answers.index.text_facts(document_id) if body_digest(answers, document_id) else None
    return facts.frame_hosts if facts else ()


@question
def address(answers: Answers, target: str) -> str | None:
    """Return what an internal link stands for."""
    return answers.index.resolve(target)


@question
def neighbours(answers: Answers, document_id: str) -> tuple[Entry | None, Entry | None]:
    """Return the articles just before and just after, in the same section."""
    entry = answers.index.entries.get(document_id)
    return answers.index.collections.neighbours(entry) if entry else (None, None)


@question
def related(answers: Answers, document_id: str, limit: int = 4) -> tuple[Entry, ...]:
    """Return articles of the same section; never empty when the section has others."""
    entry = answers.index.entries.get(document_id)
    return tuple(answers.index.collections.related(entry, limit)) if entry else ()


@question
def translations(answers: Answers, document_id: str) -> tuple[Translation, ...]:
    """Return the pages that say the same in other languages: `lang`, `title`, `url`."""
    return answers.index.translations.of(document_id, answers.index.config.language)


OF_TEXTS = (body, outline, frame_hosts)
"""What a document's text decides: answers of all other kinds are made of its metadata."""
