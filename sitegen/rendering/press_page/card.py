"""A person of the press page, or an organisation, as a vCard 3.0 (RFC 2426): phones import it.

Version 4.0 (RFC 6350) would say as much, and programs that came before it refuse it: docs/decisions
(*Press*). The icalendar library, which writes content lines, is imported with the first card.
"""

from typing import Any

from sitegen.model import Organisation
from sitegen.model.press_room import Spokesperson
from sitegen.rendering.words.clean import clean
from sitegen.rendering.words.phones import dialled
from sitegen.rendering.words.press_page import press_words

_WORK_PHONE: Any = {"TYPE": ["WORK", "VOICE"]}
_WORK_MAIL: Any = {"TYPE": ["INTERNET", "WORK"]}


def card_lines(person: Spokesperson, organisation: str, url: str, language: str) -> bytes:
    """Return the card; *url* is the press page's address, whole.

    It tells no time of its last change: the same site has the same bytes.
    """
    import icalendar
    from icalendar.prop import vN, vOrg

    from sitegen.rendering.press_page.card_text import CardText

    words = press_words(language)
    card = _new_card(person.name)
    given, _, family = clean(person.name).partition(" ")
    card.add("n", vN((family or given, given if family else "", "", "", "")))
    card.add("org", vOrg((clean(organisation),)))
    if person.role:
        card.add("title", CardText(person.role))
    _add_ways(card, person.phone, person.email)
    card.add("url", icalendar.vUri(url))
    told = (
        (words.subjects, ", ".join(person.subjects)),
        (words.region, person.region),
        (words.hours, person.hours),
        (words.languages, ", ".join(person.languages)),
    )
    _add_note(card, person.phone, *(label.format(clean(text)) for label, text in told if text))
    return bytes(card.to_ical(sorted=False))


def organisation_lines(organisation: Organisation, url: str) -> bytes:
    """Return the card of *organisation*; *url*: its own site, or its page here, whole."""
    import icalendar
    from icalendar.prop import vAdr, vN, vOrg

    from sitegen.rendering.press_page.card_text import CardText

    card = _new_card(organisation.name)
    card.add("n", vN((clean(organisation.name), "", "", "", "")))
    card.add("org", vOrg((clean(organisation.name),)))
    if organisation.short:
        card.add("nickname", CardText(organisation.short))
    _add_ways(card, organisation.phone, organisation.email)
    if organisation.address:
        # One line here, of which nobody can tell street and town: the street has it all.
        street = clean(organisation.address)
        card.add("adr", vAdr(("", "", street, "", "", "", "")), parameters={"TYPE": "WORK"})
    card.add("url", icalendar.vUri(url))
    _add_note(card, organisation.phone)
    return bytes(card.to_ical(sorted=False))


def _add_ways(card: Any, phone: str, email: str) -> None:
    """Add to *card* how to reach whose it is; nothing for what is empty."""
    from sitegen.rendering.press_page.card_text import CardText

    if number := dialled(phone).number:
        card.add("tel", CardText(number), parameters=_WORK_PHONE)
    if email:
        card.add("email", CardText(email), parameters=_WORK_MAIL)


def _add_note(card: Any, phone: str, *lines: str) -> None:
    """Add *lines* to *card*, behind the extension of *phone*: RFC 2426 has no form for one."""
    from sitegen.rendering.press_page.card_text import CardText

    extension = (clean(phone),) if dialled(phone).extension else ()
    if told := (*extension, *lines):
        card.add("note", CardText("\n".join(told)))


def _new_card(name: str) -> Any:
    import icalendar

    from sitegen.rendering.press_page.card_text import CardText

    class Card(icalendar.Component):
        name = "VCARD"

    card = Card()
    card.add("version", "3.0")
    card.add("fn", CardText(name))
    return card
