"""Which renditions are planned: none larger than the image, and a part around the focus."""

import pytest

from sitegen.config import ImagesConfig
from sitegen.imaging.recipes import Box, crop
from sitegen.site.picture_sizes import recipes

CONFIG = ImagesConfig()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (6000, [480, 800, 1280, 1920]),
        (1600, [480, 800, 1280, 1600]),
        (1300, [480, 800, 1300]),  # 1280 would be nearly the same
        (800, [480, 800]),
        (300, [300]),
        (1, [1]),
    ],
)
def test_an_image_is_never_made_larger_than_it_is(width: int, expected: list[int]) -> None:
    made = list(recipes(CONFIG, Box(0, 0, width, 2 * width), "webp"))

    assert [recipe.width for recipe in made] == expected
    assert all(recipe.height == 2 * recipe.width for recipe in made)


def test_without_widths_an_image_keeps_its_own() -> None:
    made = list(recipes(ImagesConfig(widths=()), Box(0, 0, 700, 1), "jpeg"))

    assert [(recipe.width, recipe.height, recipe.quality) for recipe in made] == [(700, 1, 80)]


@pytest.mark.parametrize("size", [(1600, 900), (1000, 3000), (3000, 1000), (1, 1), (7, 5000)])
@pytest.mark.parametrize("focus", [(0, 0), (50, 50), (100, 100), (33, 71)])
def test_a_part_lies_within_its_image(size: tuple[int, int], focus: tuple[int, int]) -> None:
    box = crop(*size, 16 / 9, focus)

    assert box.left >= 0 <= box.top
    assert 0 < box.left + box.width <= size[0]
    assert 0 < box.top + box.height <= size[1]
    if min(size) > 100:
        assert abs(box.width / box.height - 16 / 9) < 0.01
