"""What templates see of the press page and the press review."""

from sitegen.model import Entry
from sitegen.rendering.view.addresses import AddressView
from sitegen.rendering.view.asking import Fact, asks, asks_of, once
from sitegen.site.questions import press_page as questions


class PressPageView(AddressView):
    """The press page's data, and what the press wrote."""

    press = Fact(questions.press)
    press_url = Fact(questions.press_url)
    coverage = asks(questions.coverage)
    coverage_of = asks_of(Entry, questions.coverage_of)
    coverage_years = Fact(questions.coverage_years)
    coverage_url = Fact(questions.coverage_url)

    def coverage_year_url(self, year: str) -> str:
        """Return the address of a year (`2026`) of the press review."""
        return self.own_url(self._urls.coverage_of(year))

    @once
    def coverage_feed_url(self) -> str:
        """The address of the press review's feed."""
        return f"{self.coverage_url}feed.xml"
