"""What is read of a text as a whole: its words."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.markup.prose import _count_words
from sitegen.markup.typography import EDGE_MARK, INLINE_MARK, NARROW, NO_BREAK, OPAQUE_MARK

_MARKS = (INLINE_MARK, OPAQUE_MARK, EDGE_MARK, NARROW, NO_BREAK)
_SPACES = tuple(sign for sign in map(chr, range(0x3001)) if sign.isspace())


@given(st.lists(st.sampled_from(("a", "é", "’", "👍", *_MARKS, *_SPACES)) | st.text()).map("".join))
@example("")
@example(f"{EDGE_MARK}{INLINE_MARK}Un {NO_BREAK} mot{EDGE_MARK}{INLINE_MARK}\n{EDGE_MARK}x")
def test_words_are_counted_as_a_text_is_split_at_its_spaces(text: str) -> None:
    joined = text.replace(INLINE_MARK, "").replace(NARROW, "").replace(NO_BREAK, "")

    assert _count_words(text) == len(joined.split())
