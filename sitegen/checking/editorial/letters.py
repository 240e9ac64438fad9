"""Letters that the fonts of press kits do not have: a PDF shows a box in their place. Pure."""

from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.rendering.press.letters import FOREIGN


def check_letters(text: Text) -> Iterator[Diagnostic]:
    """Yield the first letter of each passage that the PDF of a release cannot show."""
    if text.has_kit and not text.lowered.isascii():
        for passage in text.passages:
            if match := FOREIGN.search(passage.words):
                yield passage.diagnostic("kit-letter", match.start(), letter=match[0])
