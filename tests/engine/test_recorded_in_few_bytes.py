"""What a build holds of pages and questions until it records them is what it was told."""

from array import array

import pytest

from sitegen.disk.stamps import Stamp
from sitegen.engine.reasons import Reason
from sitegen.engine.stages.numbering import Numbering
from sitegen.engine.stages.rendered import RenderedPages
from sitegen.engine.state.records import PageRecord
from sitegen.model import Page, Question

QUESTIONS = [
    Question("body", ("news/a.md",)),
    Question("entry", ("news/a.md",)),
    Question("sections"),
    Question("list", ("tag", "eau", 2)),
    Question("agenda", (1,)),
    Question("agenda", ("1",)),
]


def test_questions_come_back_in_the_order_of_their_numbers() -> None:
    known = {Question("setting", ("title",)): 3}
    numbers = Numbering(known, 7)

    given = [numbers.add(question) for question in QUESTIONS]

    assert given == [7, 8, 9, 10, 11, 12]
    assert [numbers.known(question) for question in QUESTIONS] == given
    assert numbers.known(Question("setting", ("title",))) == 3
    assert numbers.known(Question("body", ("news/b.md",))) is None
    assert list(numbers.items()) == [*known.items(), *zip(QUESTIONS, given, strict=True)]


@pytest.mark.parametrize("content", [b"0123456789abcdef", b""], ids=["digest", "unreadable"])
@pytest.mark.parametrize("inode", [5, (1 << 64) - 1])
def test_a_page_is_recorded_as_it_was_rendered(content: bytes, inode: int) -> None:
    page, reason = Page("a/index.html", "article", "/a/", "a.md"), Reason("new")
    stamp, asked = Stamp(12, -1, inode), array("I", (1, 70000, 3))
    pages = RenderedPages({page.path: page}, {page.path: reason})

    pages.add(page, asked, content, stamp)

    assert dict(pages) == {page.path: PageRecord(page, asked, content, stamp, reason)}
    assert list(pages.asked()) == [asked]
    assert "b/index.html" not in pages
