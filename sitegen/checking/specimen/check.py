"""What is wrong with a theme on every kind of page, also those that its site does not have yet.

Reads files.
"""

from os.path import isfile, join, relpath

from msgspec.structs import replace

from sitegen.checking.output.check import look_at_output
from sitegen.checking.specimen.axe import NoBrowserError, Violation, look
from sitegen.checking.specimen.laying import lay_out
from sitegen.checking.theme_options import with_left_out
from sitegen.engine import build as engine
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import Progress, no_progress
from sitegen.errors import Diagnostic
from sitegen.site.plan import Plan

_SHOWN = 160
"""How many signs of an element are told."""
_PAGES = 4
"""How many templates are named."""


def check_specimen(site: OpenSite, progress: Progress = no_progress) -> list[Diagnostic]:
    """Build the specimen in the theme of *site*, and return what is wrong with its pages."""
    options = lay_out(site)
    theme = f"themes/{site.config.theme}"
    mistakes = engine.build(options).diagnostics

    def ask(specimen: OpenSite) -> tuple[list[Diagnostic], dict[str, str]]:
        # Links to a page whose template fails lead nowhere: that is no other mistake.
        wrong, looked = ([], None) if mistakes else look_at_output(specimen, options.output)
        return (wrong if looked else []), pages_of(specimen.plan)

    wrong, pages = engine.look(options, ask)
    folder = relpath(options.root, site.options.root)
    placed = [
        mistake
        if mistake.path.startswith("themes/")
        else replace(mistake, path=join(folder, mistake.path))
        for mistake in (*mistakes, *wrong)
    ]
    return [*with_left_out(site, placed), *_seen(theme, options.output, pages, progress)]


def pages_of(plan: Plan) -> dict[str, str]:
    """Return a page of each kind that a template makes, by that template; layouts' pages too.

    Redirects are none: nobody sees more of them than a title and a link.
    """
    pages: dict[str, str] = {}
    for page in plan.pages.values():
        kind = page.traits
        is_page = kind.made == "template" and page.path.endswith(".html")
        if not is_page or "redirect" in kind.words:
            continue
        name = kind.template if "guide/" not in page.path else f"layouts/…/{kind.template}"
        if name not in pages or page.path.startswith("news/release/"):
            pages[name] = page.path
    return pages


def _seen(theme: str, folder: str, pages: dict[str, str], progress: Progress) -> list[Diagnostic]:
    there = {name: path for name, path in pages.items() if isfile(join(folder, path))}
    try:
        violations = look(folder, there, progress)  # what has failed is told, and not there
    except ImportError:
        return [Diagnostic("theme-unseen", theme, values={"missing": "axe-playwright-python"})]
    except NoBrowserError:
        return [Diagnostic("theme-unseen", theme, values={"missing": "chromium"})]
    groups: dict[tuple[object, ...], list[Violation]] = {}
    for violation in violations:
        mark: object = violation.colours[:2] if violation.colours else violation.element
        groups.setdefault((violation.rule, mark), []).append(violation)
    return [_told(theme, group) for group in groups.values()]


def _told(theme: str, group: list[Violation]) -> Diagnostic:
    """Return what is said of one mistake, wherever it was seen."""
    first = group[0]
    pages = list(dict.fromkeys(violation.page for violation in group))
    shown = ", ".join(pages[:_PAGES]) + (f" + {len(pages) - _PAGES}" if pages[_PAGES:] else "")
    element = first.element[:_SHOWN] + ("…" if first.element[_SHOWN:] else "")
    values = {"element": element, "pages": shown, "look": first.look}
    if not first.colours:
        values |= {"rule": first.rule, "help": first.help}
        return Diagnostic("theme-rule-broken", theme, values=values)
    ink, ground, ratio, wanted = first.colours
    values |= {"ink": ink, "ground": ground, "ratio": ratio, "wanted": wanted}
    return Diagnostic("theme-contrast", theme, values=values)
