"""Templates of the site's own theme that cannot be read, also where no page shows them yet."""

from collections.abc import Iterator

import jinja2

from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic
from sitegen.rendering.templates.environment import parse_template


def check_syntax(site: OpenSite) -> Iterator[Diagnostic]:
    """Yield what keeps a template of ``themes/<theme>/`` from being read, at its line."""
    theme = site.inputs.snapshot.theme
    for name, source in theme.templates.items():
        if theme.folders.get(name):
            continue
        try:
            parse_template(source)
        except jinja2.TemplateSyntaxError as error:
            lines = source.split("\n")
            excerpt = lines[error.lineno - 1].strip() if error.lineno <= len(lines) else ""
            values = {"reason": str(error.message), "page": name, "excerpt": excerpt}
            yield Diagnostic("template-failed", theme.places[name], error.lineno, 0, values)
