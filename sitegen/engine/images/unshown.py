"""Files under the name of a picture that no browser shows as one, told. Reads broken drawings."""

from collections.abc import Iterator

from sitegen.engine.images.seen import SeenFiles
from sitegen.errors import Diagnostic
from sitegen.imaging.svg import read_drawing
from sitegen.imaging.whole import CUT_OFF
from sitegen.site.checks.picture_files import wrong_name
from sitegen.sources.scan import Source
from sitegen.wording.phrases import Words


def unseen_pictures(seen: SeenFiles) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files whose names are those of pictures for the web."""
    for path, facts in seen.facts.items():
        source = seen.sources[path]
        wrong = wrong_name(path, facts)
        if facts.problem == CUT_OFF:
            yield Diagnostic("image-cut-off", source.key)
        elif wrong is not None:
            code, values = wrong
            yield Diagnostic(code, source.key, 0, 0, values)
        elif facts.format == "svg" and not facts.width and (reason := _why_unseen(source)):
            yield Diagnostic("drawing-broken", source.key, 0, 0, {"reason": reason})


def _why_unseen(source: Source) -> Words:
    try:
        with open(source.disk_path, "rb") as file:
            return read_drawing(file.read()).problem
    except OSError:  # gone since: whoever copies it tells
        return ""
