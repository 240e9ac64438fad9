"""The few words that calendars and feeds print themselves, by language."""

from typing import NamedTuple

from sitegen.model.languages import language_of


class Words(NamedTuple):
    cancelled: str
    postponed: str
    rescheduled: str
    full: str
    tentative: str
    no_date: str
    """What stands under a postponed event."""
    first_date: str
    planned: str
    """Before the date of what does not take place then."""
    online: str
    and_online: str
    """A place, and a link too."""
    more_dates: str
    """After the dates of a series of which not all are told."""
    registration: str
    organizer: str
    dateline: str
    """Where and when a press release was written."""
    labelled: str
    """How a label and its value are joined."""

    def status(self, status: str) -> str:
        """Return the word for an event's status; nothing for one that takes place as announced."""
        return "" if status == "confirmed" else str(getattr(self, status))

    def line(self, label: str, value: str) -> str:
        return self.labelled.format(label, value)


_FRENCH = Words(
    cancelled="Annulé",
    postponed="Reporté",
    rescheduled="Nouvelle date",
    full="Complet",
    tentative="À confirmer",
    no_date="Reporté\u00a0: la nouvelle date n’est pas encore connue.",
    first_date="Date initiale",
    planned="Était prévu",
    online="En ligne",
    and_online="{} et en ligne",
    more_dates="D’autres dates suivent.",
    registration="Inscription",
    organizer="Organisation",
    dateline="{}, le {}",
    labelled="{}\u00a0: {}",
)
_ENGLISH = Words(
    cancelled="Cancelled",
    postponed="Postponed",
    rescheduled="New date",
    full="Fully booked",
    tentative="To be confirmed",
    no_date="Postponed: the new date is not known yet.",
    first_date="First date",
    planned="Was planned for",
    online="Online",
    and_online="{} and online",
    more_dates="More dates follow.",
    registration="Registration",
    organizer="Organised by",
    dateline="{}, {}",
    labelled="{}: {}",
)


def words_of(language: str) -> Words:
    """Return the words of *language* (BCP 47): French, and English for any other."""
    return _FRENCH if language_of(language).is_french else _ENGLISH
