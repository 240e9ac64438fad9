"""A person of the press page as a vCard 3.0 (RFC 2426), which every phone imports.

Version 4.0 (RFC 6350) would say as much, and programs that came before it refuse it: docs/decisions
(*Press*). The icalendar library, which writes content lines, is imported with the first card.
"""

import re
from typing import Any

from sitegen.model.press_room import Spokesperson
from sitegen.rendering.words.clean import clean
from sitegen.rendering.words.press_page import press_words

_WORK_PHONE: Any = {"TYPE": ["WORK", "VOICE"]}
_WORK_MAIL: Any = {"TYPE": ["INTERNET", "WORK"]}
_NOT_DIALLED = re.compile(r"[^\d+]")


def card_lines(person: Spokesperson, organisation: str, url: str, language: str) -> bytes:
    """Return the card; *url* is the press page's address, whole.

    It tells no time of its last change: the same site has the same bytes.
    """
    import icalendar
    from icalendar.prop import vN, vOrg

    from sitegen.rendering.calendars.event import CalendarText

    class Card(icalendar.Component):
        name = "VCARD"

    words = press_words(language)
    card = Card()
    card.add("version", "3.0")
    card.add("fn", CalendarText(person.name))
    given, _, family = clean(person.name).partition(" ")
    card.add("n", vN((family or given, given if family else "", "", "", "")))
    card.add("org", vOrg((clean(organisation),)))
    if person.role:
        card.add("title", CalendarText(person.role))
    if person.phone:
        card.add("tel", CalendarText(_dialled(person.phone)), parameters=_WORK_PHONE)
    if person.email:
        card.add("email", CalendarText(person.email), parameters=_WORK_MAIL)
    card.add("url", icalendar.vUri(url))
    told = (
        (words.subjects, ", ".join(person.subjects)),
        (words.region, person.region),
        (words.hours, person.hours),
        (words.languages, ", ".join(person.languages)),
    )
    note = "\n".join(label.format(clean(text)) for label, text in told if text)
    if note:
        card.add("note", CalendarText(note))
    return bytes(card.to_ical(sorted=False))


def _dialled(phone: str) -> str:
    """Return *phone* as it is dialled from anywhere: `+33199001002` for a French number."""
    digits = _NOT_DIALLED.sub("", phone)
    is_french = len(digits) == 10 and digits[0] == "0"
    return f"+33{digits[1:]}" if is_french else digits
