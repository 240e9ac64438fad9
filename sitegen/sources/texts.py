"""Titles, summaries and captions of documents, as readers see them."""

import re

import msgspec

from sitegen.markup.typography import space_french
from sitegen.model import EventFields, FrontMatter

SUMMARY_LENGTH = 300
"""Characters after which a summary made from the first paragraph is cut, at a word."""
_FIRST_HEADING = re.compile(
    r"(\s*(?:<!--.*?-->\s*)?)^#[ \t]+([^\n]+?)[ \t#]*$", re.MULTILINE | re.DOTALL
)
"""Blank lines and a comment of whoever made the file, then a heading of the first level."""


def without_title(body: str, title: str) -> str:
    """Return *body* without the heading that repeats the title above it; no line moves.

    So a document has its title where nothing but Markdown is shown, and on its page once.
    """
    found = _FIRST_HEADING.match(body)
    if found is None or found[2].split() != title.split():
        return body
    return found[1] + body[found.end() :]


def shorten(text: str) -> str:
    """Return *text*, cut at a word when it is longer than a summary should be."""
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.–-\u00a0\u202f") + "…"


def typeset(text: str, typography: str) -> str:
    """Return a title or summary with the spaces that its language wants."""
    return space_french(text) if typography == "fr" else text


def typeset_texts(front: FrontMatter) -> FrontMatter:
    """Return *front* with French spaces in the texts that readers see beside title and summary."""
    image = front.image and msgspec.structs.replace(
        front.image,
        alt=front.image.alt and space_french(front.image.alt),
        caption=space_french(front.image.caption),
        credit=space_french(front.image.credit),
    )
    event = _typeset_event(front.event) if front.event else None
    events = tuple(map(_typeset_event, front.events))
    return msgspec.structs.replace(front, image=image, event=event, events=events)


def _typeset_event(event: EventFields | str) -> EventFields | str:
    if isinstance(event, str):
        return event
    return msgspec.structs.replace(event, name=space_french(event.name))


def typography_of(language: str) -> str:
    return "fr" if language.split("-")[0] == "fr" else "off"
