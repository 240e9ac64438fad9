"""Questions about lists of articles: slices, pages, sizes, feeds, what search engines are told."""

from sitegen.config import FeedFormat
from sitegen.model import Entry, Moment
from sitegen.site.answers import Answers
from sitegen.site.collections import page_bounds
from sitegen.site.collections import page_count as count_pages
from sitegen.site.news import articles_of_news
from sitegen.site.plan.feeds import OPML_URL
from sitegen.site.plan.feeds import box_url as box_url_of
from sitegen.site.plan.feeds import feed_url as feed_url_of
from sitegen.site.plan.sitemaps import sitemap_entries
from sitegen.site.questions.kind import question
from sitegen.site.urls import with_base


@question
def articles(
    answers: Answers, limit: int, kind: str = "all", value: str = "", offset: int = 0
) -> tuple[Entry, ...]:
    """Return the first articles of a collection: pinned ones, then the newest."""
    return tuple(answers.index.collections.members(kind, value)[offset : offset + limit])


@question
def list_page(
    answers: Answers, kind: str, value: str, number: int, per_page: int
) -> tuple[Entry, ...]:
    """Return the articles on page *number* (from 1) of a collection."""
    members = answers.index.collections.members(kind, value)
    offset, length = page_bounds(len(members), per_page, number)
    return tuple(members[offset : offset + length])


@question
def page_count(answers: Answers, kind: str, value: str, per_page: int) -> int:
    """Return over how many pages the articles of a collection are spread."""
    return count_pages(len(answers.index.collections.members(kind, value)), per_page)


@question
def size(answers: Answers, kind: str, value: str = "") -> int:
    """Return how many articles a collection holds: it changes with every new one."""
    return len(answers.index.collections.members(kind, value))


@question
def archive(answers: Answers) -> tuple[tuple[str, int], ...]:
    """The months that have articles (`2022-03`), each with how many, the latest first."""
    lists = answers.index.collections.lists
    months = [(value, len(members)) for (kind, value), members in lists.items() if kind == "month"]
    return tuple(sorted(months, reverse=True))


@question
def feed_url(
    answers: Answers, kind: str = "all", value: str = "", format: FeedFormat = "atom"
) -> str:
    """Return the address of a collection's feed (`atom`, `rss`, `json`); empty if it has none."""
    url = feed_url_of(answers.index, kind, value, format)
    return with_base(answers.index.config.base_path, url) if url else ""


@question
def rss_url(answers: Answers) -> str:
    """The address of the RSS feed of all articles."""
    return with_base(answers.index.config.base_path, feed_url_of(answers.index, "all", "", "rss"))


@question
def box_url(answers: Answers, kind: str = "all", value: str = "") -> str:
    """Return the address of the box that other sites show (`all`, `organisation`), or nothing."""
    url = box_url_of(answers.index, kind, value)
    return with_base(answers.index.config.base_path, url) if url else ""


@question
def opml_url(answers: Answers) -> str:
    """The address of the list of all feeds, which feed readers read at once."""
    return with_base(answers.index.config.base_path, OPML_URL)


@question
def sitemap(answers: Answers) -> tuple[tuple[str, Moment | None], ...]:
    """Return every address for search engines, with its last change."""
    return tuple(sitemap_entries(answers.index))


@question
def news(answers: Answers) -> tuple[Entry, ...]:
    """Return the articles of the last two days."""
    return articles_of_news(answers.index)
