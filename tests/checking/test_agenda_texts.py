"""What calendars know nothing of, or know otherwise than the title, is told."""

import pytest

from sitegen.checking.editorial.agenda_texts import check_status
from tests.checking.texts import text_of


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("ANNULÉ : Forum", "cancelled"),
        ("[Annulée] Formation", "cancelled"),
        ("Forum (reporté)", "postponed"),
        ("COMPLET – Atelier", "full"),
        ("Atelier : complet !", "full"),
        ("Cancelled: the forum", "cancelled"),
        ("Un programme complet", ""),
        ("Report des dettes : le débat", ""),
        ("Complète-moi : un jeu", ""),
    ],
)
def test_a_title_that_says_what_its_event_does_not_is_told(title: str, status: str) -> None:
    event = f'title: "{title}"\nevent: {{start: 2027-01-05 18:00}}'
    text = text_of(front=event, title="")

    assert [diagnostic.values["status"] for diagnostic in check_status(text)] == [status] * bool(
        status
    )


def test_a_title_beside_its_status_is_left_alone() -> None:
    event = 'title: "ANNULÉ : Forum"\nevent: {start: 2027-01-05 18:00, status: cancelled}'

    assert list(check_status(text_of(front=event, title=""))) == []
