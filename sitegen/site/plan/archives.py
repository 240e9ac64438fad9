"""The archives: all articles by year and by month."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import ARCHIVE_MONTH, ARCHIVE_YEAR, ARCHIVES
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at

_OF_PERIOD = {"year": ARCHIVE_YEAR, "month": ARCHIVE_MONTH}


def archive_pages(index: Index) -> Iterator[Page]:
    urls = index.config.urls
    if not index.collections.members("all"):
        return
    yield page_at(index, urls.archives, ARCHIVES)
    for scope in index.collections.lists:
        if kind := _OF_PERIOD.get(scope.kind):
            yield page_at(index, urls.archive(scope.value), kind, scope.value)
