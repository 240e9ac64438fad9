"""Renditions: the size that was asked, upright, in sRGB, without metadata; and what is refused."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from sitegen.engine.images.dimensions import look_at
from sitegen.imaging import decoding, encoding
from sitegen.imaging.decoding import ANIMATED, problem_of
from sitegen.imaging.encoding import derive
from sitegen.imaging.recipes import Box, Recipe, crop
from tests.imaging.pictures import BLUE, PLACE, RED, encoded, is_near, opened, photograph, picture


def recipe(file_format: str, width: int, height: int, box: Box) -> Recipe:
    return Recipe(format=file_format, width=width, height=height, box=box, quality=80)


@pytest.mark.parametrize("file_format", ["avif", "webp", "jpeg", "png"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_whatever_the_camera_was_held(
    tmp_path: Path, file_format: str, orientation: int
) -> None:
    """The red quarter is stored at the top left; EXIF says where it is to be seen."""
    raw = photograph(orientation, 160, 80)
    path = tmp_path / "a.jpg"
    path.write_bytes(raw)
    _, width, height, _ = look_at(str(path))
    assert (width, height) == ((160, 80) if orientation < 5 else (80, 160))
    half = recipe(file_format, width // 2, height // 2, Box(0, 0, width, height))

    (made,) = derive(raw, (width, height), [half])

    image = opened(made)
    assert image.size == (width // 2, height // 2)
    is_right, is_low = orientation in (2, 3, 6, 7), orientation in (3, 4, 7, 8)
    corners = [(6, 6), (image.width - 6, 6), (6, image.height - 6)]
    corners.append((image.width - 6, image.height - 6))
    colours = [is_near(image.convert("RGB").getpixel(corner), RED) for corner in corners]
    assert colours.index(True) == is_right + 2 * is_low
    assert colours.count(True) == 1
    assert PLACE.encode() not in made
    assert not image.getexif()


def test_a_part_is_cut_out_around_the_focus() -> None:
    """The image is red in its left eighth alone."""
    image = Image.new("RGB", (800, 200), BLUE)
    image.paste(RED, (0, 0, 100, 200))
    boxes = [crop(800, 200, 1.0, focus) for focus in ((0, 50), (50, 50), (100, 50))]
    assert boxes == [Box(0, 0, 200, 200), Box(300, 0, 200, 200), Box(600, 0, 200, 200)]

    made = list(
        derive(encoded(image, "PNG"), (800, 200), [recipe("png", 50, 50, box) for box in boxes])
    )

    seen = [opened(rendition).convert("RGB").getpixel((5, 25)) for rendition in made]
    assert [is_near(pixel, RED) for pixel in seen] == [True, False, False]


MODES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "palette": lambda image: image.quantize(8),
    "grey": lambda image: image.convert("L"),
    "grey and alpha": lambda image: image.convert("LA"),
    "alpha": lambda image: image.convert("RGBA"),
    "one bit": lambda image: image.convert("1"),
    "16 bits": lambda image: (
        image.convert("L").convert("I").point(lambda v: v * 256).convert("I;16")
    ),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("file_format", ["avif", "webp", "jpeg", "png"])
def test_images_of_every_depth_can_be_made(mode: str, file_format: str) -> None:
    raw = encoded(MODES[mode](picture()), "PNG")
    assert problem_of(raw, 80, 40) == ""

    (made,) = derive(raw, (80, 40), [recipe(file_format, 40, 20, Box(0, 0, 80, 40))])

    bright, dark = (opened(made).convert("L").getpixel(at) for at in ((5, 5), (35, 15)))
    assert isinstance(bright, int)
    assert isinstance(dark, int)
    assert bright > dark + 10


def test_what_is_transparent_stays_so_or_becomes_white() -> None:
    image = picture().convert("RGBA")
    image.putalpha(0)
    recipes = [recipe(kind, 40, 20, Box(0, 0, 80, 40)) for kind in ("webp", "jpeg")]

    webp, jpeg = derive(encoded(image, "PNG"), (80, 40), recipes)

    assert opened(webp).convert("RGBA").getpixel((9, 9))[3] == 0  # type: ignore[index]
    assert opened(jpeg).getpixel((9, 9)) == (255, 255, 255)


def test_colours_of_another_profile_become_those_of_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    raw = encoded(picture(), "JPEG", quality=95, icc_profile=lab)

    (made,) = derive(raw, (80, 40), [recipe("jpeg", 80, 40, Box(0, 0, 80, 40))])

    assert "icc_profile" not in opened(made).info


def test_avif_is_made_by_an_encoder_that_does_not_know_how_libaom_is_tuned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """rav1e and SVT-AV1, which some systems build Pillow with, refuse what they do not know."""
    monkeypatch.setattr(encoding, "_TUNING", {"unknown": "1"})
    encoding._tuning.cache_clear()
    try:
        (made,) = derive(photograph(), (80, 40), [recipe("avif", 40, 20, Box(0, 0, 80, 40))])
    finally:
        encoding._tuning.cache_clear()

    assert opened(made).size == (40, 20)


@pytest.mark.parametrize(("file_format", "has_palettes"), [("JPEG", False), ("PNG", True)])
def test_areas_of_few_colours_are_sought_where_a_drawing_may_have_them(
    monkeypatch: pytest.MonkeyPatch, file_format: str, *, has_palettes: bool
) -> None:
    """Palettes make a drawing's AVIF smaller; a JPEG has none that is worth the search."""
    raw = encoded(picture(80, 40), file_format)
    asked: list[dict[str, str]] = []
    real = Image.Image.save

    def saving(image: Image.Image, *arguments: object, **options: object) -> None:
        asked.append(dict(options.get("advanced", {})))
        real(image, *arguments, **options)

    monkeypatch.setattr(Image.Image, "save", saving)
    (made,) = derive(raw, (80, 40), [recipe("avif", 40, 20, Box(0, 0, 80, 40))])

    assert asked[-1].get("enable-palette", "1") == str(int(has_palettes))
    assert opened(made).size == (40, 20)


def test_the_same_is_made_twice() -> None:
    raw = photograph(6, 160, 80)
    recipes = [recipe(kind, 40, 80, Box(0, 0, 80, 160)) for kind in ("avif", "webp", "jpeg", "png")]

    assert list(derive(raw, (80, 160), recipes)) == list(derive(raw, (80, 160), recipes))


@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_a_rendition_is_the_same_alone_and_among_others(file_format: str) -> None:
    """A cache that lost one of them must get that one back."""
    raw = encoded(picture(333, 171), file_format)
    whole = Box(0, 0, 333, 171)
    recipes = [recipe("webp", width, width // 2, whole) for width in (20, 60, 150, 333)]

    alone = [next(derive(raw, (333, 171), [recipe])) for recipe in recipes]

    assert alone == list(derive(raw, (333, 171), recipes))


@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
@pytest.mark.parametrize("size", [(333, 222), (171, 333), (160, 90), (90, 333)])
@pytest.mark.parametrize("focus", [(50, 0), (50, 37), (50, 100)])
def test_a_part_as_wide_as_its_image_is_scaled_with_it(
    file_format: str, size: tuple[int, int], focus: tuple[int, int]
) -> None:
    """It is the same alone, and lies where its part does, half a row beside at most."""
    source = Image.linear_gradient("L").resize(size).convert("RGB")
    raw = encoded(source, file_format)
    part = crop(*size, 16 / 9, focus)
    recipes = [
        recipe("png", width, max(1, round(box.height * width / box.width)), box)
        for box in (Box(0, 0, *size), part)
        for width in (40, 61, size[0])
    ]

    made = list(derive(raw, size, recipes))

    assert made == [next(derive(raw, size, [recipe])) for recipe in recipes]
    assert [opened(rendition).size for rendition in made] == [
        (recipe.width, recipe.height) for recipe in recipes
    ]
    for planned, content in zip(recipes, made, strict=True):
        image = opened(content).convert("L")
        for row in (0, image.height - 1):
            here = planned.box.top + (row + 0.5) * planned.box.height / image.height
            seen = image.getpixel((image.width // 2, row))
            assert isinstance(seen, int)
            rows = 0.5 * planned.box.height / image.height + 1.5  # and what scaling does at an edge
            assert abs(seen - here * 256 / size[1]) <= rows * 256 / size[1] + 4


def animated(file_format: str) -> bytes:
    frames = [picture(), picture().rotate(180)]
    return encoded(frames[0], file_format, save_all=True, append_images=frames[1:])


def with_scans(number: int) -> bytes:
    """Return a JPEG whose last pass comes *number* times: each costs ten bytes, and all pixels."""
    raw = encoded(picture(), "JPEG", progressive=True)
    return raw[:-2] + raw[raw.rfind(b"\xff\xda") : -2] * number + raw[-2:]


BROKEN = {
    "cut off": (encoded(picture(400, 400), "JPEG")[:-200], (400, 400), "truncated"),
    "noise behind its head": (photograph()[:200] + bytes(3000), (80, 40), ""),
    "more pixels than are read": (encoded(picture(), "PNG"), (20_000, 20_000), "100 million"),
    "of another size than told": (encoded(picture(), "PNG"), (80, 41), "told in two ways"),
    "animated PNG": (animated("PNG"), (80, 40), ANIMATED),
    "animated WebP": (animated("WEBP"), (80, 40), ANIMATED),
    "no image": (b"\xff\xd8\xff\xe0 no image", (1, 1), ""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_an_image_is_told_in_a_line(name: str) -> None:
    raw, (width, height), expected = BROKEN[name]

    problem = problem_of(raw, width, height)

    assert problem
    assert expected in problem
    assert "\n" not in problem
    assert "0x" not in problem


def test_passes_of_a_jpeg_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem_of(with_scans(2), 80, 40) == ""
    monkeypatch.setattr(decoding, "MOST_SCANS", 5)

    assert problem_of(with_scans(6), 80, 40) == "it is a JPEG of too many scans"


def test_a_sound_image_has_no_problem_and_a_turned_one_neither() -> None:
    assert problem_of(photograph(), 80, 40) == ""
    assert problem_of(photograph(6), 40, 80) == ""


def test_a_phones_jpeg_with_a_second_picture_is_no_animation() -> None:
    file = io.BytesIO()
    picture().save(file, "MPO", save_all=True, append_images=[picture(40, 20)])

    assert problem_of(file.getvalue(), 80, 40) == ""
