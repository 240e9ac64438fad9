#!/usr/bin/env python3
"""Compile what sitegen says in other languages: each .po of its own -> the .mo beside it."""

import datetime as dt
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sitegen.wording.translation import FOLDER

WHEN = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
"""What each .mo says of its age."""


def compiled(source: Path) -> bytes:
    """Return *source*, a .po file, as the .mo file that gettext reads."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    catalogue.creation_date = catalogue.revision_date = WHEN  # the same words are the same bytes
    result = io.BytesIO()
    write_mo(result, catalogue)
    return result.getvalue()


if __name__ == "__main__":
    for source in Path(FOLDER).glob("*/LC_MESSAGES/*.po"):
        source.with_suffix(".mo").write_bytes(compiled(source))
