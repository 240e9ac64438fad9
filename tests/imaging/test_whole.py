"""Whether the end of a picture is there."""

import pytest
from PIL import Image

from sitegen.imaging.whole import is_whole
from tests.imaging.pictures import encoded, picture

STILL = encoded(picture(40, 30).convert("P"), "GIF")
SMALLEST = encoded(Image.new("1", (1, 1)), "GIF")


@pytest.mark.parametrize("raw", [STILL, SMALLEST], ids=["of many colours", "of one pixel"])
def test_a_gif_is_whole_with_and_without_its_trailer(raw: bytes) -> None:
    """Browsers show it all the same, and many programs leave it out."""
    assert is_whole("gif", raw)
    assert is_whole("gif", raw[:-1])
    assert is_whole("gif", raw + b"a comment of nobody's")


@pytest.mark.parametrize("raw", [STILL, SMALLEST], ids=["of many colours", "of one pixel"])
def test_a_gif_that_is_cut_off_anywhere_is_not_whole(raw: bytes) -> None:
    assert not any(is_whole("gif", raw[:length]) for length in range(len(raw) - 1))
