"""docs/errors.md and docs/erreurs.md: a section for each message, with what sitegen says today."""

from pathlib import Path

import pytest

from scripts.write_errors import FRENCH_PAGE, PAGE, french_page, page
from sitegen.catalogue import MESSAGES
from tests.messages.example import TOLD

TEXT = PAGE.read_text(encoding="utf-8")


def test_every_message_has_a_section_and_an_anchor() -> None:
    assert [message.id for message in MESSAGES.values() if f"\n### {message.id} " not in TEXT] == []
    assert [
        message.id
        for message in MESSAGES.values()
        if f'<a id="{message.id.lower()}"></a>' not in TEXT
    ] == []


def test_the_french_page_is_up_to_date() -> None:
    assert french_page() == FRENCH_PAGE.read_text(encoding="utf-8")


@pytest.mark.slow  # it runs every example
def test_the_page_is_up_to_date(told: Path) -> None:
    """If not: python scripts/write_errors.py. It takes what the tests before it have seen."""
    for path in told.glob("*.txt"):
        TOLD[path.stem] = path.read_bytes().decode()
    assert page() == TEXT
