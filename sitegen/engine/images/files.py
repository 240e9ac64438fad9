"""Files under the name of a picture that no browser shows as one, told. Reads broken drawings."""

from collections.abc import Iterator, Mapping

from sitegen.errors import Diagnostic
from sitegen.imaging.svg import read_drawing
from sitegen.imaging.whole import CUT_OFF
from sitegen.site.assets import AssetFacts
from sitegen.site.picture_files import wrong_name
from sitegen.sources.scan import Source
from sitegen.wording.phrases import Words


def unseen_pictures(
    sources: Mapping[str, Source], facts: Mapping[str, AssetFacts]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files whose names are those of pictures for the web."""
    for path, one in facts.items():
        found = wrong_name(path, one)
        if found is not None:
            code, values = found
            yield Diagnostic(code, sources[path].key, 0, 0, values)
        elif one.problem == CUT_OFF:
            yield Diagnostic("image-cut-off", sources[path].key)
        elif one.format == "svg" and not one.width and (reason := _why_unseen(sources[path])):
            yield Diagnostic("drawing-broken", sources[path].key, 0, 0, {"reason": reason})


def _why_unseen(source: Source) -> Words:
    try:
        with open(source.disk_path, "rb") as file:
            return read_drawing(file.read()).problem
    except OSError:  # gone since: whoever copies it tells
        return ""
