"""The words of releases as they go to the press, in the language of the release."""

import datetime as dt
from typing import NamedTuple

from sitegen.model import Moment
from sitegen.model.languages import language_of
from sitegen.rendering.words.dates import format_day, format_moment
from sitegen.rendering.words.zones import zone_place


class PressWords(NamedTuple):
    release: str
    """What stands above a release that has no kind of its own."""
    embargo: str
    local_time: str
    contact: str
    contacts: str
    about: str
    correction: str
    signatories: str
    events: str
    files: str
    online: str
    page: str
    pictures: str
    description: str
    caption: str
    credit: str
    licence: str
    no_licence: str
    size: str
    pixels: str
    labelled: str


_FRENCH = PressWords(
    release="Communiqué de presse",
    embargo="Sous embargo jusqu’au {}",
    local_time="{} (heure {})",
    contact="Contact presse",
    contacts="Contacts presse",
    about="À propos",
    correction="Rectificatif du {}",
    signatories="Signataires",
    events="Rendez-vous",
    files="Documents joints",
    online="En ligne",
    page="Page {} sur {}",
    pictures="Photographies et illustrations",
    description="Description",
    caption="Légende",
    credit="Crédit",
    licence="Licence",
    no_licence="à demander au contact presse",
    size="Taille",
    pixels="{} × {} pixels",
    labelled="{}\u00a0: {}",
)
_ENGLISH = PressWords(
    release="Press release",
    embargo="Under embargo until {}",
    local_time="{} ({} time)",
    contact="Press contact",
    contacts="Press contacts",
    about="About",
    correction="Correction, {}",
    signatories="Signatories",
    events="Dates",
    files="Documents",
    online="Online",
    page="Page {} of {}",
    pictures="Photographs and illustrations",
    description="Description",
    caption="Caption",
    credit="Credit",
    licence="Licence",
    no_licence="ask the press contact",
    size="Size",
    pixels="{} × {} pixels",
    labelled="{}: {}",
)
ALL_WORDS = (_FRENCH, _ENGLISH)


def press_words(language: str) -> PressWords:
    """Return the words of *language* (BCP 47): French, and English for any other."""
    return _FRENCH if language_of(language).is_french else _ENGLISH


def embargo_notice(until: Moment, language: str) -> str:
    """Return « Sous embargo jusqu’au mardi 1er décembre 2026 à 6 h (heure de Paris) »."""
    words = press_words(language)
    told = format_moment(until, language, weekday=True)
    if not until.is_date and until.zone:
        owner, town = zone_place(until.zone, language)
        place = owner if language_of(language).is_french else town
        told = words.local_time.format(told, place)
    return words.embargo.format(told)


def correction_notice(date: dt.date, language: str) -> str:
    """Return « Rectificatif du 5 mars 2022 »."""
    return press_words(language).correction.format(format_day(date, language))
