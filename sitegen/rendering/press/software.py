"""What makes PDFs, brought in with the first release: WeasyPrint, and Pango of the system.

WeasyPrint looks for fonts on the machine as soon as it is imported. It is shown none: a PDF has the
fonts of the theme, so that it is the same wherever it is made.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

from sitegen.errors import Diagnostic, RenderingError

_FONTS = os.path.join(os.path.dirname(__file__), "fonts")
NO_FONTS = os.path.join(_FONTS, "none.conf")
"""A configuration of fontconfig that knows of none."""


def software_problem() -> Diagnostic | None:
    """Return what is told where PDFs and mails cannot be made here, or None."""
    try:
        weasyprint()
        import css_inline  # noqa: F401
    except RenderingError as error:
        return error.diagnostics[0]
    except ImportError:
        return Diagnostic("press-extra-missing")
    return None


@cache
def weasyprint() -> ModuleType:
    """Return the library. Raises `RenderingError` where it, or what it needs, is not installed."""
    try:
        with no_fonts_of_the_machine(), _pillow_as_it_was(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # there are no fonts: that is meant
            import weasyprint as library
    except ImportError as error:
        raise RenderingError(Diagnostic("press-extra-missing")) from error
    except OSError as error:  # as cffi says that it finds no Pango
        reason = str(error).splitlines()[0][:200]
        raise RenderingError(Diagnostic("pango-missing", values={"reason": reason})) from error
    module: ModuleType = library
    return module


@contextmanager
def _pillow_as_it_was() -> Iterator[None]:
    """Take back what WeasyPrint sets for the whole process: that halves of images are whole."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@contextmanager
def no_fonts_of_the_machine() -> Iterator[None]:
    """Show fontconfig no font of the machine while what stands within looks for them."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = NO_FONTS
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def read_font(name: str) -> bytes | None:
    """Return a font that sitegen brings, by its file's name, or None."""
    if "/" in name or not name.endswith(".ttf"):
        return None
    try:
        with open(os.path.join(_FONTS, name), "rb") as file:
            return file.read()
    except OSError:
        return None
