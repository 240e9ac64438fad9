"""Make the fonts of press kits: Newsreader as WeasyPrint reads it fastest, without compression.

    npm install @fontsource/newsreader@5
    pip install fonttools brotli
    python scripts/press_fonts.py node_modules/@fontsource/newsreader

Two weights, upright and italic; Latin, and apart from it the letters of Latin that French has not.
To unpack WOFF2 took three quarters of a PDF's time. The licence (SIL Open Font License 1.1) goes
beside the files.
"""

import argparse
import shutil
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "sitegen/rendering/press/fonts"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("package", type=Path, help="the folder of the font's package")
    package: Path = parser.parse_args().package
    for part in ("latin", "latin-ext"):
        for weight in (400, 600):
            for style in ("normal", "italic"):
                name = f"newsreader-{part}-{weight}-{style}"
                font = TTFont(package / f"files/{name}.woff2", recalcTimestamp=False)
                font.flavor = None
                font.save(FONTS / f"{name}.ttf")
    shutil.copy(package / "LICENSE", FONTS / "Newsreader-OFL.txt")


if __name__ == "__main__":
    main()
