#!/bin/sh
# weasyprint 70.0 with pillow 13.0.0, read on 2026-11-29.
# Behaviour: `import weasyprint` sets `PIL.ImageFile.LOAD_TRUNCATED_IMAGES = True`, and leaves it so. Whatever
# else in the process opens pictures takes half a file for a whole one from then on, without OSError;
# no page needs to be rendered, and it does not matter which module asked for the import.
# Output seen: False before the import, True after it.
# One would have guessed: that a library sets what holds for a whole process while it reads a picture at
# most, or leaves it to the program.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  weasyprint==70.0 pydyf==0.13.0 pillow==13.0.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from PIL import ImageFile

before = ImageFile.LOAD_TRUNCATED_IMAGES
import weasyprint  # noqa: E402,F401

after = ImageFile.LOAD_TRUNCATED_IMAGES
print("before:", before, "after:", after)
assert (before, after) == (False, True), "the behaviour has changed"
PYTHON
