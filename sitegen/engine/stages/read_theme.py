"""Read the theme: the texts of its folders, and what plugins bring as its lowest one."""

from collections.abc import Iterable, Mapping

from sitegen.engine.stages.contents import read_source
from sitegen.engine.stages.scan import Scan
from sitegen.errors import Diagnostic
from sitegen.plugins.known import plugins_of
from sitegen.plugins.remembered import Remembered
from sitegen.sources.scan import Source
from sitegen.theme.folders import Theme, is_brought, read_theme


def theme_of(
    scan: Scan, sheets: tuple[str, ...], plugins: tuple[Remembered, ...]
) -> tuple[Theme, list[Diagnostic]]:
    """Return the theme in the folders that were scanned, and what is wrong with it.

    *sheets*: the static files that are rendered.
    """
    texts, unreadable = _read_layers(scan.layers)
    tested = {
        number
        for number, layer in enumerate(scan.layers)
        if all(is_brought(source.disk_path) for source in layer.values())
    }
    theme, wrong = read_theme([*texts, _brought_by(plugins)], sheets, tested)
    return theme, [*unreadable, *wrong]


def _brought_by(plugins: tuple[Remembered, ...]) -> dict[str, tuple[str, bytes]]:
    """Return the templates and words of *plugins* as the lowest folder of a theme."""
    known = plugins_of(plugins)
    files = {
        f"templates/{name}": (shown, text.encode())
        for name, (text, shown) in known.templates.items()
    }
    for language, texts in known.catalogues.items():
        files[f"locales/{language}.po"] = (f"plugins/{language}.po", "\n".join(texts).encode())
    return files


def _read_layers(
    layers: Iterable[Mapping[str, Source]],
) -> tuple[list[dict[str, tuple[str, bytes]]], list[Diagnostic]]:
    """Return the texts of a theme's folders, each with its key, and what cannot be read of them."""
    texts: list[dict[str, tuple[str, bytes]]] = []
    wrong: list[Diagnostic] = []
    for layer in layers:
        read = {
            name: read_source(source)
            for name, source in layer.items()
            if not name.startswith("static/")
        }
        wrong += (read_file for read_file in read.values() if isinstance(read_file, Diagnostic))
        texts.append(
            {name: (layer[name].key, raw) for name, raw in read.items() if isinstance(raw, bytes)}
        )
    return texts, wrong
