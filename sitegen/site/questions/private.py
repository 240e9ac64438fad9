"""Questions about private pages: what their readers are answered, and who these are."""

import msgspec

from sitegen.model import Moment, Question
from sitegen.names import SECTION_TEXT
from sitegen.site.answers import Answers
from sitegen.site.publication import is_waiting
from sitegen.site.questions.kind import Argument, question, told_apart_by


def private_digest(answers: Answers, audience: str, kind: str, *arguments: Argument) -> bytes:
    known = answers.private.get(audience)
    return known.digest(Question(kind, arguments)) if known else b""


@told_apart_by(private_digest)
def private(answers: Answers, audience: str, kind: str, *arguments: Argument) -> object:
    """Return what the readers of private pages are answered to a question of another kind."""
    return answers.private[audience].answer(Question(kind, arguments))


@question
def private_address(answers: Answers, target: str) -> str:
    """Return where a private section (its folder) or document is opened; nothing without a key.

    What is for readers of a preview alone has no address to be told.
    """
    index = answers.index
    names = index.audiences.keys() & index.rings.keys()
    audiences = [index.audiences[name] for name in sorted(names)]
    urls = (
        audience.address_of(document_id)
        for audience in audiences
        for document_id in audience.documents
        if document_id == target or document_id.startswith(f"{target}/{SECTION_TEXT}.")
    )
    return next(filter(None, urls), "")


class Waiting(msgspec.Struct, frozen=True):
    """Why the public does not see a document yet."""

    is_draft: bool = False
    until: Moment | None = None
    """The end of its embargo, else the date that is to come; None for a draft without either."""


@question
def waiting(answers: Answers, document_id: str) -> Waiting | None:
    """Return why the public does not see a document yet: `is_draft`, `until`; None: it does."""
    index, zone = answers.index, answers.index.config.timezone
    document = index.document(document_id)
    if document is None or not is_waiting(document, index.clock, zone):
        return None
    moments = [moment.in_zone(zone) for moment in (document.front.embargo, document.date) if moment]
    ahead = [moment for moment in moments if moment.timestamp > index.clock.now.timestamp()]
    until = max(ahead, key=lambda moment: moment.timestamp, default=None)
    return Waiting(document.front.draft, until)


def readers_digest(answers: Answers, audience: str) -> bytes:
    known = answers.private.get(audience)
    return known.keys_mark if known else b""


@told_apart_by(readers_digest)
def readers(answers: Answers, audience: str) -> bytes:
    """Return what changes with the keys of an audience, and tells nothing of them."""
    return readers_digest(answers, audience)


def private_files_digest(answers: Answers, audience: str) -> bytes:
    known = answers.private.get(audience)
    return known.files_mark if known else b""


@told_apart_by(private_files_digest)
def private_files(answers: Answers, audience: str) -> bytes:
    """Return what changes with the addresses of an audience's pages and files."""
    return private_files_digest(answers, audience)
