"""The pictures of a release: what is said of each, as whoever prints them reads it."""

from sitegen.markup.credits import labelled_credit
from sitegen.model import PressPicture
from sitegen.rendering.press.sheet import Sheet

_LONGEST = 120
"""Characters of a heading; what is longer is read below it alone."""


def pictures_html(sheet: Sheet, pictures: tuple[PressPicture, ...]) -> str:
    """Return what whoever prints the pictures needs to know of each, as plain HTML."""
    from html import escape

    words = sheet.words
    parts = [f"<p>{escape(sheet.title)}</p>", f"<h1>{words.pictures}</h1>"]
    if sheet.embargo:
        parts.append(f"<p>*** {escape(sheet.embargo)} ***</p>")
    for picture in pictures:
        credit = labelled_credit(picture.credit, picture.url, sheet.language)
        facts = [
            (words.description, picture.alt),
            (words.caption, picture.caption),
            (words.credit, credit),
            (words.licence, picture.licence or words.no_licence),
            (
                words.size,
                words.pixels.format(picture.width, picture.height) if picture.width else "",
            ),
        ]
        lines = [words.labelled.format(label, fact) for label, fact in facts if fact]
        parts.append(f"<h2>{escape(_heading(picture))}</h2>")
        parts.append(f"<p>{'<br>'.join(map(escape, lines))}</p>")
    parts.append(f"<p>{escape(words.labelled.format(words.online, sheet.address))}</p>")
    return "\n".join(parts)


def _heading(picture: PressPicture) -> str:
    """Return what is to be seen, with the name by which the file beside the list is found."""
    title = picture.caption or picture.alt
    is_title = bool(title) and len(title) <= _LONGEST
    return f"{title.rstrip('.')} ({picture.name})" if is_title else picture.name
