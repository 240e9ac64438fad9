"""docs/errors.md: a section for each message, with what sitegen says today."""

from scripts.write_errors import PAGE, page
from sitegen.catalogue import MESSAGES

TEXT = PAGE.read_text(encoding="utf-8")


def test_every_message_has_a_section_and_an_anchor() -> None:
    assert [one.id for one in MESSAGES.values() if f"\n### {one.id} " not in TEXT] == []
    assert [
        one.id for one in MESSAGES.values() if f'<a id="{one.id.lower()}"></a>' not in TEXT
    ] == []


def test_the_page_is_up_to_date() -> None:
    """If not: python scripts/write_errors.py. It takes what the tests before it have seen."""
    assert page() == TEXT
