"""What sitegen itself says to the readers of a site: in calendars, feeds, mails, dates.

English stands in the code; `locales/<language>/LC_MESSAGES/readers.po` has the other languages, and
the `.mo` beside it (scripts/compile_words.py) is loaded when a page in that language is written.
The theme's own words are in the theme. Pure: the environment has no say in it.
"""

from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sitegen.wording.translation import FOLDER

DOMAIN = "readers"
Group = TypeVar("Group", bound=tuple[Any, ...])
Forms = tuple[str, str]
"""A text for one, and for many."""


class StatusWords(NamedTuple):
    """What became of an event, and how facts are told."""

    cancelled: str = "Cancelled"
    postponed: str = "Postponed"
    rescheduled: str = "New date"
    full: str = "Fully booked"
    tentative: str = "To be confirmed"
    no_date: str = "Postponed: the new date is not known yet."
    """What stands under a postponed event."""
    first_date: str = "First date"
    planned: str = "Was planned for"
    """Before the date of what does not take place then."""
    online: str = "Online"
    and_online: str = "{} and online"
    """A place, and a link too."""
    more_dates: str = "More dates follow."
    """After the dates of a series of which not all are told."""
    registration: str = "Registration"
    organizer: str = "Organised by"
    dateline: str = "{}, {}"
    """Where and when a press release was written."""
    labelled: str = "{}: {}"
    """How a label and its value are joined."""

    def status(self, status: str) -> str:
        """Return the word for an event's status; nothing for one that takes place as announced."""
        return "" if status == "confirmed" else str(getattr(self, status))

    def line(self, label: str, value: str) -> str:
        return self.labelled.format(label, value)


class TakingPartWords(NamedTuple):
    """Who an event is for, what it costs, how one gets in."""

    audience: str = "For"
    ages: str = "from {} to {}"
    """Two ages, the second with its years."""
    from_age: str = "{} and over"
    up_to_age: str = "up to {}"
    years: Forms = ("{} year", "{} years")
    conditions: str = "Conditions"
    price: str = "Price"
    free: str = "free of charge"
    deadline: str = "Register until"
    """Before the last day, or hour, on which one can register."""
    capacity: str = "Capacity"
    places: Forms = ("{} place", "{} places")
    accessibility: str = "Accessibility"
    also_at: str = "Also at"
    programme: str = "Programme"
    hearing: str = "accessible to people who are deaf or hard of hearing"
    sign_language: str = "sign language interpretation"
    captions: str = "captions"
    hearing_loop: str = "hearing loop"
    visual: str = "accessible to people who are blind or partially sighted"
    audio_description: str = "audio description"
    braille: str = "documents in braille"
    large_print: str = "documents in large print"
    mobility: str = "accessible to people with reduced mobility"
    step_free: str = "step-free access"
    accessible_toilets: str = "accessible toilets"
    reserved_parking: str = "reserved parking"
    intellectual: str = "accessible to people with an intellectual disability"
    easy_to_read: str = "easy-to-read documents"
    psychic: str = "accessible to people with a psychosocial disability"
    quiet_space: str = "quiet space"

    def access(self, name: str) -> str:
        """Return the word for one of `accessibility:`, such as `hearing-loop`."""
        return str(getattr(self, name.replace("-", "_")))


class PressWords(NamedTuple):
    """Of releases as they go to the press."""

    release: str = "Press release"
    """What stands above a release that has no kind of its own."""
    embargo: str = "Under embargo until {}"
    local_time: str = "{} ({} time)"
    """An hour, and the place whose clock shows it."""
    contact: str = "Press contact"
    contacts: str = "Press contacts"
    about: str = "About"
    correction: str = "Correction, {}"
    signatories: str = "Signatories"
    events: str = "Dates"
    files: str = "Documents"
    online: str = "Online"
    page: str = "Page {} of {}"
    pictures: str = "Photographs and illustrations"
    description: str = "Description"
    caption: str = "Caption"
    credit: str = "Credit"
    licence: str = "Licence"
    no_licence: str = "ask the press contact"
    size: str = "Size"
    pixels: str = "{} × {} pixels"
    labelled: str = "{}: {}"


class PressPageWords(NamedTuple):
    """Of the press review's feed and the cards of contacts; most have one place to fill."""

    review: str = "Press review"
    about: str = "What the press says of us."
    release: str = "About: {}"
    page: str = "page {}"
    online: str = "online"
    print: str = "print"
    radio: str = "radio"
    television: str = "television"
    subjects: str = "Subjects: {}"
    region: str = "Region: {}"
    hours: str = "Reached: {}"
    languages: str = "Languages: {}"


class FeedWords(NamedTuple):
    """Of the list of all feeds, and of the box that other sites show."""

    sections: str = "Sections"
    subjects: str = "Subjects"
    authors: str = "Authors"
    organisations: str = "Organisations"
    news: str = "News"
    agenda: str = "Agenda"
    notice: str = (
        "This is a news feed, made for programs. Copy the address of this page into a feed reader:"
        " it will show what is new."
    )
    """What a browser shows above a feed that somebody opens."""


class CreditWords(NamedTuple):
    """Who made a picture."""

    photograph: str = "Photo: {}"
    other: str = "Credit: {}"


class DateWords(NamedTuple):
    """How days and hours are joined; what CLDR gives stands in the gaps."""

    on_day: str = "{day}, {hours}"
    at: str = "{time}"
    """An hour after its day."""
    slot: str = "{start} – {end}"
    """Two hours of one day."""
    slots: str = "{first} and {second}"
    period: str = "{start} – {end}"
    """From an hour of one day to an hour of another."""
    days: str = "{interval}"
    """Several days, as CLDR has it; or with {first}, of which only what differs from {last} is
    told, and {last}."""


class ZoneWords(NamedTuple):
    """Whose clock tells an hour, and what another one shows."""

    elsewhere: str = "{place} time; {when} in {other}"
    day: str = "{day}, {hours}"
    """Where the other clock shows another day."""


GROUPS: dict[type[tuple[Any, ...]], str] = {
    StatusWords: "event",
    TakingPartWords: "taking part",
    PressWords: "release",
    PressPageWords: "press page",
    FeedWords: "feed",
    CreditWords: "picture",
    DateWords: "date",
    ZoneWords: "clock",
}
"""All that is said, and what its messages are told apart by in a catalogue: `event.full`."""


def reader_words(group: type[Group], language: str) -> Group:
    """Return the words of *group* in *language* (BCP 47); English for what nobody translated."""
    words: Group = _words(group, language)
    return words


@lru_cache(maxsize=256)
def _words(group: type[Group], language: str) -> Group:
    catalogue = catalogue_of(language)
    words = {
        context.rpartition(".")[2]: text
        if isinstance(text, tuple)
        else catalogue.pgettext(context, text)
        for context, text in messages_of(group)
    }
    return group(**words)


def count_places(number: int, shown: str, language: str) -> str:
    """Return « 1 place », « 1 200 places »: *shown* is *number* as the language writes it."""
    return _count("places", number, shown, language)


def count_years(number: int, language: str) -> str:
    """Return « 1 an », « 6 ans »."""
    return _count("years", number, str(number), language)


def _count(name: str, number: int, shown: str, language: str) -> str:
    one, many = getattr(TakingPartWords(), name)
    form = catalogue_of(language).npgettext(f"taking part.{name}", one, many, number)
    return form.format(shown)


def messages_of(group: type[Group]) -> list[tuple[str, str | Forms]]:
    """Return what a translator is given of *group*: context and English text, or its forms."""
    defaults: dict[str, Any] = group._field_defaults  # type: ignore[attr-defined]
    return [(f"{GROUPS[group]}.{name}", text) for name, text in defaults.items()]


@lru_cache(maxsize=32)
def catalogue_of(language: str) -> NullTranslations:
    """Return the catalogue of *language*, or of the one that it is a kind of: `de` for `de-AT`."""
    primary, *others = language.split("-")
    locale = "_".join((primary.lower(), *others))
    return translation(DOMAIN, FOLDER, [locale], fallback=True)


def translated_languages() -> list[str]:
    """Return the languages that have words of their own, English with them."""
    compiled = Path(FOLDER).glob(f"*/*/{DOMAIN}.mo")
    return sorted({"en", *(path.parent.parent.name for path in compiled)})


def languages() -> list[str]:
    """Return the languages besides English that readers are spoken to in. Reads a folder."""
    return sorted(path.name for path in Path(FOLDER).iterdir() if path.is_dir())
