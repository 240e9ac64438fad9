"""Make the theme's one font file: Newsreader with the letters of French and its neighbours.

    npm install @fontsource-variable/newsreader@5
    pip install fonttools brotli
    python scripts/subset_font.py node_modules/@fontsource-variable/newsreader

Weights from 400 to 700; figures that stand on the line, as dates want them. The licence (SIL Open
Font License 1.1) goes beside the file.
"""

import argparse
import hashlib
import shutil
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ASSETS = Path(__file__).parent.parent / "themes/association/static/assets"
LETTERS = (
    "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýÿŒœ"
    "\u00a0«»°·\u202f–—‘’“”•…€←→"  # no-break spaces, quotation marks, dashes
)
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", type=Path, help="the folder of the font's package")
    package: Path = parser.parse_args().package
    font = TTFont(package / "files/newsreader-latin-wght-normal.woff2")
    instantiateVariableFont(font, {"wght": (400, 700)}, inplace=True)
    for table in font["cmap"].tables:
        for number, digit in enumerate(DIGITS):
            table.cmap[ord("0") + number] = f"{digit}.lf"
    options = Options()
    options.layout_features = ["kern", "liga", "ccmp"]
    options.hinting = False
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(map(chr, range(0x20, 0x7F))) + LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    for former in ASSETS.glob("newsreader-*.woff2"):
        former.unlink()
    # Its address changes with its bytes, so that browsers keep it for ever: hosts see paths. Write
    # the name in the theme's style sheet and base.html.
    name = f"newsreader-{hashlib.sha256(written.getvalue()).hexdigest()[:10]}.woff2"
    (ASSETS / name).write_bytes(written.getvalue())
    print(name)
    shutil.copy(package / "LICENSE", ASSETS / "newsreader-license.txt")


if __name__ == "__main__":
    main()
