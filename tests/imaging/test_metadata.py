"""What cameras write into images is left out, and the picture stays bit for bit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from sitegen.imaging.metadata import without_metadata
from sitegen.imaging.orientation import orientation_of
from tests.imaging.pictures import PLACE, encoded, exif, opened, photograph, picture


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_jpeg_loses_all_but_its_colours_and_how_it_is_turned(orientation: int) -> None:
    raw = photograph(orientation)
    assert raw.count(PLACE.encode()) >= 4

    clean = without_metadata(raw)

    assert PLACE.encode() not in clean
    assert opened(clean).tobytes() == opened(raw).tobytes()
    assert opened(clean).getexif().get(0x0112, 1) == orientation
    assert opened(clean).info["icc_profile"] == opened(raw).info["icc_profile"]
    assert clean.endswith(b"\xff\xd9")
    assert without_metadata(clean) == clean


def test_a_progressive_jpeg_in_cmyk_keeps_its_scans_and_its_inks() -> None:
    raw = encoded(picture().convert("CMYK"), "JPEG", progressive=True, comment=PLACE)

    clean = without_metadata(raw)

    assert PLACE.encode() not in clean
    assert opened(clean).tobytes() == opened(raw).tobytes()


def test_a_png_loses_its_texts_and_exif() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", PLACE)
    noted = Image.Exif()
    noted[0x010E] = PLACE
    raw = encoded(picture(), "PNG", pnginfo=texts, exif=noted)
    assert raw.count(PLACE.encode()) == 2

    clean = without_metadata(raw)

    assert PLACE.encode() not in clean
    assert opened(clean).tobytes() == opened(raw).tobytes()


def test_a_webp_loses_its_exif_and_xmp() -> None:
    noted = Image.Exif()
    noted[0x010E] = PLACE
    raw = encoded(picture(), "WEBP", exif=noted, xmp=PLACE.encode(), lossless=True)
    assert raw.count(PLACE.encode()) == 2

    clean = without_metadata(raw)

    assert PLACE.encode() not in clean
    assert opened(clean).tobytes() == opened(raw).tobytes()
    assert "exif" not in opened(clean).info


def test_an_avif_loses_its_exif_and_xmp_and_stays_turned() -> None:
    noted = exif(6)
    noted[0x010E] = PLACE
    raw = encoded(picture(), "AVIF", exif=noted, xmp=b"<xmp>" + PLACE.encode() + b"</xmp>")
    assert raw.count(PLACE.encode()) == 2

    clean = without_metadata(raw)

    assert PLACE.encode() not in clean
    assert opened(clean).tobytes() == opened(raw).tobytes()
    assert (orientation_of(clean), orientation_of(raw)) == (6, 6)


def test_a_jpeg_that_is_cut_off_loses_its_metadata_too() -> None:
    """Browsers show the half of it, with the place where it was taken."""
    whole = encoded(picture(400, 400), "JPEG", quality=95, comment=PLACE)

    clean = without_metadata(whole[: len(whole) - 300])

    assert PLACE.encode() not in clean
    assert len(clean) > len(whole) - 400


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
def test_wherever_an_image_is_cut_off_it_loses_its_metadata(file_format: str) -> None:
    noted = Image.Exif()
    noted[0x010E] = PLACE
    progressive = {"progressive": True, "comment": PLACE} if file_format == "JPEG" else {}
    whole = encoded(picture(), file_format, exif=noted, **progressive)
    assert PLACE.encode() in whole

    told = [end for end in range(len(whole)) if PLACE.encode() in without_metadata(whole[:end])]

    assert told == []


def test_bytes_between_the_segments_of_a_jpeg_hide_no_metadata() -> None:
    """Browsers skip them, other than Pillow: the picture is seen, with its place."""
    raw = photograph()
    at = raw.index(b"\xff\xe1", 4)  # that of EXIF, behind that of XMP

    clean = without_metadata(raw[:at] + b"noise\0\xff\x01" + raw[at:])

    assert PLACE.encode() not in clean
    assert opened(clean).tobytes() == opened(raw).tobytes()


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.integers(0, 1000), st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF"])
)
def test_no_bytes_make_it_fail(noise: bytes, at: int, file_format: str) -> None:
    raw = photograph() if file_format == "JPEG" else encoded(picture(), file_format)

    assert isinstance(without_metadata(raw[:at] + noise + raw[at + len(noise) :]), bytes)
    assert isinstance(without_metadata(raw[:12] + noise), bytes)
