"""Questions about private pages: what their readers are answered, and who these are."""

from sitegen.model import Question
from sitegen.site.questions.kind import Answers, Argument, told_apart_by


def private_digest(answers: Answers, audience: str, kind: str, *arguments: Argument) -> bytes:
    known = answers.private.get(audience)
    return known.digest(Question(kind, arguments)) if known else b""


@told_apart_by(private_digest)
def private(answers: Answers, audience: str, kind: str, *arguments: Argument) -> object:
    """Return what the readers of private pages are answered to a question of another kind."""
    return answers.private[audience].answer(Question(kind, arguments))


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
