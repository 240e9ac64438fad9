"""What the name of a document's file says: the day it begins with, what it was before. Pure."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sitegen.border.moments import parse_moment
from sitegen.catalogue import MESSAGES
from sitegen.errors import Diagnostic
from sitegen.model import Moment
from sitegen.names import BUNDLE_TEXT, is_called, place_of, without_ending

_FORMER_ENDING = re.compile(r"(?<=\w)\.(?:docx?|odt|rtf|pdf|txt|html?|md|markdown)$", re.IGNORECASE)
"""What a document was before: `rapport.docx.md`."""
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]*(.*)$", re.DOTALL)


class FileName(NamedTuple):
    """What the path of a document says of it."""

    language: str
    """One of the site's in several languages, or nothing."""
    place: str
    """The path without its language: translations share it."""
    date: Moment | None
    """With which it begins."""
    name: str
    """The rest of it, without an ending."""


def read_name(document_id: str, languages: Collection[str]) -> FileName:
    """Return what the path of a document says, on a site in these *languages*."""
    language, place = place_of(document_id, languages)
    return FileName(language, place, *_date_and_name(place))


def day_of_name(document_id: str) -> Moment | None:
    """Return the day that the name of the document's file begins with."""
    return _date_and_name(document_id)[0]


def name_mistakes(
    document_id: str, name: str, accepted: Collection[str], *, is_dated: bool, is_chosen: bool
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the *name* of a document's file.

    *accepted*: identifiers of messages; who names one knows of it. *is_dated*: whether something
    says when it was published; *is_chosen*: whether its address is made of something else.
    """
    if not is_dated:
        yield from _doubtful_name(document_id, name, accepted)
    if (former := _FORMER_ENDING.search(name)) and not is_chosen:
        file = _called(document_id)
        values = {"name": file, "suggestion": file.replace(former[0], "")}
        yield Diagnostic("name-of-former-file", f"content/{document_id}", 0, 0, values)


def _called(document_id: str) -> str:
    """Return the name of the document's file; of a bundle, that of its folder."""
    steps = document_id.split("/")
    return steps[-2] if is_called(document_id, BUNDLE_TEXT) and len(steps) > 1 else steps[-1]


def _date_and_name(document_id: str) -> tuple[Moment | None, str]:
    """Return the date that the file's name begins with, if any, and the rest of the name."""
    name = _called(document_id)
    if name == document_id.rpartition("/")[2]:
        name = without_ending(name)
    match = _DATED_NAME.match(name)
    if match is None:
        return None, name
    try:
        return parse_moment(match[1]), match[2] or name
    except ValueError:  # 2022-13-45 is a name like another
        return None, name


def _doubtful_name(document_id: str, name: str, accepted: Collection[str]) -> Iterator[Diagnostic]:
    """Yield it where *name* begins with a day in another form: it would be public at once.

    *accepted*: identifiers of messages; who names this one knows what a page without date is.
    """
    from sitegen.border.meant_dates import leading_day

    written, day = leading_day(name)
    if written:
        rest = name[len(written) :].lstrip(" -_.,")
        values = {"written": name[: len(written)]}
        if day:
            steps = document_id.split("/")
            position = -2 if is_called(document_id, BUNDLE_TEXT) and len(steps) > 1 else -1
            ending = "" if position == -2 else document_id[len(without_ending(document_id)) :]
            steps[position] = (f"{day}-{rest}" if rest else day) + ending
            values["suggestion"] = "/".join(steps[position:])
        is_month = not day and len(re.findall(r"\d+", written)) == 2
        code = "dated-name-near" if day else "month-name" if is_month else "dated-name"
        if MESSAGES[code].id not in accepted:
            yield Diagnostic(code, f"content/{document_id}", 0, 0, values)
