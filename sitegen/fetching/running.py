"""`Fetch`: what all steps of one fetch know of it: the site, what is asked, when, what is told."""

import datetime as dt

import msgspec

from sitegen.config import SiteConfig
from sitegen.fetching.ledger import MemoryFolder
from sitegen.fetching.outcome import Report
from sitegen.fetching.wishes import Wishes
from sitegen.model import zone_info


class Fetch(msgspec.Struct, frozen=True):
    """One fetch. Its report is added to while it works."""

    config: SiteConfig
    wishes: Wishes
    memories: MemoryFolder
    report: Report

    @property
    def now(self) -> dt.datetime:
        """The moment, on the site's clocks."""
        return self.wishes.now.astimezone(zone_info(self.config.timezone))

    @property
    def today(self) -> dt.date:
        """The day, where the site is."""
        return self.now.date()
