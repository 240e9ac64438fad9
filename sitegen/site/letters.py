"""The letters that were sent, and those that are being sent, from ``_data/letters/``."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.model.letters import Letter, LetterFields, ToldDate
from sitegen.site.urls import with_base

FOLDER = "letters/"


class Letters(msgspec.Struct, frozen=True):
    """The letters of the site, the latest first."""

    sent: tuple[Letter, ...]
    unsettled: tuple[Letter, ...]
    """Those that are being sent."""

    def of_list(self, name: str) -> tuple[Letter, ...]:
        """Return the letters that went to the list *name*, the latest first."""
        return tuple(letter for letter in self.sent if letter.fields.list == name)

    def told_dates(self, name: str) -> dict[str, ToldDate]:
        """Return what the list *name* was told last of each date, by the date's reference."""
        told: dict[str, ToldDate] = {}
        for letter in reversed(self.of_list(name)):
            for told_date in (*letter.fields.dates, *letter.fields.changes):
                told[told_date.event] = told_date
        return told

    def told_corrections(self, name: str) -> dict[str, float]:
        """Return when the list *name* was told last that an article was corrected."""
        letters = reversed(self.of_list(name))
        return {
            correction: each.fields.date.timestamp
            for each in letters
            for correction in each.fields.corrections
        }

    def told_articles(self, name: str) -> dict[str, float]:
        """Return when the list *name* was told last of each article, as a timestamp."""
        told: dict[str, float] = {}
        for letter in reversed(self.of_list(name)):
            for article in (*letter.fields.articles, *letter.fields.corrections):
                told[article] = letter.fields.date.timestamp
        return told


def letters_of(data: Mapping[str, Any], config: SiteConfig) -> Letters:
    """Return the letters that the files of *data* hold, of those in the language of *config*."""
    every = (
        _letter(name.removeprefix(FOLDER), value, config)
        for name, value in data.items()
        if name.startswith(FOLDER) and isinstance(value, Mapping)
    )
    letters = [letter for letter in every if _is_in_language(letter.fields.list, config)]
    letters.sort(key=lambda letter: (-letter.fields.date.timestamp, letter.id))
    return Letters(
        sent=tuple(letter for letter in letters if letter.fields.state == "sent"),
        unsettled=tuple(letter for letter in letters if letter.fields.state != "sent"),
    )


def _is_in_language(name: str, config: SiteConfig) -> bool:
    """Whether letters to the list *name* stand in the version of the site that has *config*: those
    to a list that is gone in the first one.
    """
    settings = config.letter.lists.get(name) if config.letter else None
    if config.folder:
        return settings is not None
    return settings is None or settings.language in ("", config.language)


def _letter(name: str, value: Any, config: SiteConfig) -> Letter:
    fields = _placed(msgspec.convert(value, LetterFields), config.timezone)
    lists = config.letter.lists if config.letter else {}
    return Letter(
        id=name,
        url=with_base(config.base_path, f"{config.urls.letters}{name}/"),
        list_title=lists[fields.list].title if fields.list in lists else "",
        fields=fields,
    )


def _placed(fields: LetterFields, zone: str) -> LetterFields:
    """Return *fields* with a zone for every hour that somebody wrote without an offset."""
    return replace(
        fields,
        date=fields.date.in_zone(zone),
        since=fields.since and fields.since.in_zone(zone),
        changes=tuple(_with_zone(told_date, zone) for told_date in fields.changes),
        dates=tuple(_with_zone(told_date, zone) for told_date in fields.dates),
    )


def _with_zone(told_date: ToldDate, zone: str) -> ToldDate:
    return replace(
        told_date,
        start=told_date.start.in_zone(zone),
        before=told_date.before and told_date.before.in_zone(zone),
    )
