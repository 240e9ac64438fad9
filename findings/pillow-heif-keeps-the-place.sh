#!/bin/sh
# pillow-heif 1.8.1 (with Pillow 13.0.0): a picture that is opened, made smaller and saved as HEIC takes the Exif and XMP of the
# file that it came from along, the place where it was taken included. Seen: JPEG, PNG, WebP, AVIF and TIFF saved by Pillow without
# `exif=` have none of it, from a JPEG as from a HEIC; HEIC alone has both, also after `copy`, `resize` and `rotate`.
# One would have guessed: as every other format of Pillow, which writes metadata only if it is given (`exif=image.getexif()`),
# so that a smaller copy for the web is a clean one. What drops it is `exif=None, xmp=None`; an empty `exif=b""`, which Pillow's own
# writers take for none, is refused.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 pillow-heif==1.8.1
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()
PLACE = "47 deg 13' N"
exif = Image.Exif()
exif[0x010E] = PLACE  # what the picture shows
exif.get_ifd(0x8825)[29] = PLACE  # in the directory of GPS
source = io.BytesIO()
Image.new("RGB", (64, 64), "red").save(source, "JPEG", exif=exif, xmp=f"<x>{PLACE}</x>".encode())
found = {}
for name in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "HEIF"):
    smaller = Image.open(io.BytesIO(source.getvalue())).resize((32, 32))
    made = io.BytesIO()
    smaller.save(made, name)
    found[name] = made.getvalue().count(PLACE.encode())
    print(f"{name}: the place stands in the smaller copy {found[name]} times")
made = io.BytesIO()
smaller.save(made, "HEIF", exif=None, xmp=None)
dropped = made.getvalue().count(PLACE.encode())
print(f"HEIF with exif=None, xmp=None: {dropped} times")
expected = {"JPEG": 0, "PNG": 0, "WEBP": 0, "AVIF": 0, "TIFF": 0, "HEIF": 3}
sys.exit(0 if found == expected and dropped == 0 else 1)
PYTHON
