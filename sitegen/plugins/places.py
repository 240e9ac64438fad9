"""Where a line of a template that a plugin brings stands in the plugin's files. Reads files."""

from sitegen.plugins.finding import PluginRef, files_of


def place_of_line(ref: PluginRef, template: str, line: int) -> tuple[str, int]:
    """Return the file of *ref*, as messages call it, and its line at which *line* of the text
    *template* is written.

    Where the template is not written out, as when it is put together, line 0 of the module.
    """
    lines = template.split("\n")
    words = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    sources = [(path, _read(path)) for path in files_of(ref)] if line else []
    for path, source in sources:
        if (at := source.find(template)) >= 0:
            return ref.shows(path), source.count("\n", 0, at) + line
    for path, source in sources:  # in quotes with `\n`, or without its indentation
        if words and source.count(words) == 1:
            return ref.shows(path), source.count("\n", 0, source.index(words)) + 1
    return ref.shown, 0


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return ""  # a picture, say
