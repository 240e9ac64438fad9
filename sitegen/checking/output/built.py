"""The files that are looked at: a build of their own, or a folder that is there. Does I/O."""

import errno
import os

import msgspec

from sitegen.engine.build import build
from sitegen.engine.options import BuildOptions, Progress
from sitegen.engine.state.state import State
from sitegen.engine.timing.watch import Watch
from sitegen.errors import BrokenStateError, Diagnostic, UsageError
from sitegen.model import Question
from sitegen.names import MARKER, STATE_FOLDER


def check_folder(root: str) -> str:
    """Return the folder of what checks keep: an output, its state, and what was found of files."""
    return os.path.join(root, STATE_FOLDER, "check")


def build_for_check(
    options: BuildOptions, progress: Progress, watch: Watch
) -> tuple[str, list[Diagnostic]]:
    """Build the site below its `.sitegen/`; return the folder, and what the build has to say.

    It is what `build` would publish, byte for byte, and only what changed is made again. Images
    come from the cache that all builds share. Raises as `build`.
    """
    folder = check_folder(options.root)
    own = msgspec.structs.replace(options, output=os.path.join(folder, "site"), state=folder)
    return own.output, build(own, progress, watch=watch).diagnostics


def templates_asked(root: str) -> dict[str, frozenset[str]]:
    """Return the templates that each page of the check's own build asked for."""
    path = os.path.join(check_folder(root), "state.db")
    if not os.path.isfile(path):
        return {}
    state = State(path)
    try:
        questions = state.questions()
        pages = state.pages()
    except BrokenStateError:
        return {}
    finally:
        state.close()
    asked = {number: _own(question) for number, (question, _) in questions.items()}
    names = {
        number: str(question.arguments[0])
        for number, question in asked.items()
        if question.kind == "template"
    }
    return {
        path: frozenset(names[number] for number in record.asked if number in names)
        for path, record in pages.items()
    }


def _own(question: Question) -> Question:
    """Return what a page in another language of the site asked, as those of the first ask it."""
    if question.kind != "version":
        return question
    kind, *arguments = question.arguments[1:]
    return Question(str(kind), tuple(arguments))


def listing(folder: str) -> list[str]:
    """Return the files below *folder*, sorted. Raises `UsageError` where there is none."""
    if not os.path.isdir(folder):
        values = {"reason": os.strerror(errno.ENOENT)}
        raise UsageError(Diagnostic("unreadable", folder, values=values))
    paths = []
    for place, _, names in os.walk(folder):
        prefix = os.path.relpath(place, folder).replace(os.sep, "/")
        paths += [name if prefix == "." else f"{prefix}/{name}" for name in names]
    return sorted(path for path in paths if path != MARKER)
