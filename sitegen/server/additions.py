"""What is added to a page when it is served, never to its file: script, banner, what is wrong."""

import datetime as dt
import os
import re
from collections.abc import Sequence
from html import escape

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic
from sitegen.model import Withheld, zone_info
from sitegen.theme.folders import CHECKOUT, PACKAGED
from sitegen.wording.translation import _, ngettext

PREFIX = "/__sitegen/"
"""Addresses of the server itself; no page of a site begins with two underscores."""
MOST = 20
"""Problems that are shown at once."""
_CODE = re.compile(r"`([^`]+)`")
LONGEST_LINE = 200
"""Characters of a source line that are shown."""


def with_additions(
    html: bytes, *, path: str, look: str, problems: str, withheld: Withheld | None, zone: str
) -> bytes:
    """Return a page with its script, and with what its author should know.

    *path* is its address, *look* how it looks now (`Preview.look`), *zone* the site's own, whose
    hours are told.
    """
    parts = [
        f'<link rel="stylesheet" href="{PREFIX}preview.css">'
        f'<script src="{PREFIX}preview.js" id="sitegen_preview" data-page="{escape(path)}"'
        f' data-look="{escape(look)}" data-events="{PREFIX}events" defer></script>',
        _banner(withheld, zone) if withheld else "",
        problems,
    ]
    end = html.lower().rfind(b"</body>")
    if end < 0:
        end = len(html)
    return html[:end] + "".join(parts).encode() + html[end:]


def bare_page(title: str, text: str) -> bytes:
    """Return a page of the server's own, for when the site has none to show."""
    return (
        f'<!DOCTYPE html>\n<html {_tongue()}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"<p>{escape(text)}</p>\n</body>\n</html>\n"
    ).encode()


def _banner(withheld: Withheld, zone: str) -> str:
    if withheld.why == "draft":
        text = _("Draft: it is not published. Remove the line draft: true to publish it.")
    else:
        if withheld.why == "embargo":
            text = _("Under embargo: readers do not see it before {at} ({zone}).")
        else:
            text = _("Dated in the future: readers do not see it before {at} ({zone}).")
        at = dt.datetime.fromtimestamp(withheld.until, zone_info(zone))
        text = text.format(at=at.strftime(_("%Y-%m-%d %H:%M")), zone=zone)
    return f'<p id="sitegen_banner" role="note" {_tongue()}>{escape(text)}</p>'


def _tongue() -> str:
    """Return the attributes of what is said to the author, whatever the page's language is."""
    return f'lang="{_("en")}" dir="ltr"'  # no language of ours is written from the right


def problems_dialog(root: str, diagnostics: Sequence[Diagnostic]) -> str:
    """Return a dialog with the errors of the last build; nothing when there are none.

    It is open from the start and its button closes it without a script.
    """
    errors = [diagnostic for diagnostic in diagnostics if severity(diagnostic) == "error"]
    if not errors:
        return ""
    more = ngettext(
        "and {number} other error: it is in the terminal.",
        "and {number} other errors: they are in the terminal.",
        len(errors) - MOST,
    )
    rows = _problems(root, errors, more)
    number = len(errors)
    title = ngettext("{number} error", "{number} errors", number).format(number=number)
    stands = _("What has an error stands as it was before; all else is as you have written it.")
    return (
        f'<dialog id="sitegen_problems" open {_tongue()}'
        ' aria-labelledby="sitegen_problems_title">'
        f'<div><h2 id="sitegen_problems_title">{escape(title)}</h2>'
        f'<form method="dialog"><button>{escape(_("Close"))}</button></form></div>'
        f"<p>{escape(stands)}</p><ol>{rows}</ol></dialog>"
    )


def warnings_fold(root: str, diagnostics: Sequence[Diagnostic]) -> str:
    """Return the warnings of the last build, folded at the edge of the page; nothing for none."""
    warnings = [diagnostic for diagnostic in diagnostics if severity(diagnostic) == "warning"]
    if not warnings:
        return ""
    number = len(warnings)
    title = ngettext("{number} warning", "{number} warnings", number).format(number=number)
    more = ngettext(
        "and {number} other warning: it is in the terminal.",
        "and {number} other warnings: they are in the terminal.",
        number - MOST,
    )
    return (
        f'<details id="sitegen_warnings" {_tongue()}><summary>{escape(title)}</summary>'
        f"<ol>{_problems(root, warnings, more)}</ol></details>"
    )


def _problems(root: str, diagnostics: Sequence[Diagnostic], more: str) -> str:
    rows = "".join(_problem(root, diagnostic) for diagnostic in diagnostics[:MOST])
    left = len(diagnostics) - MOST
    return rows + (f"<li><p>{escape(more.format(number=left))}</p></li>" if left > 0 else "")


def _problem(root: str, diagnostic: Diagnostic) -> str:
    message, hint = wording(diagnostic)
    place = diagnostic.path
    if diagnostic.line:
        place += f":{diagnostic.line}:{diagnostic.column}"
    line = _source_line(root, diagnostic)
    return (
        f'<li><p><code lang="zxx">{escape(place)}</code></p>'
        + (f'<pre dir="auto" lang=""><code>{escape(line)}</code></pre>' if line else "")
        + f"<p><strong>{_with_code(message)}</strong> [{MESSAGES[diagnostic.code].id}]</p>"
        + (f"<p>{_with_code(hint)}</p>" if hint else "")
        + "</li>"
    )


def _with_code(text: str) -> str:
    """Return *text* as HTML; what stands between backticks is code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))


def _source_line(root: str, diagnostic: Diagnostic) -> str:
    """Return the line of the source that *diagnostic* points to, or nothing."""
    if not diagnostic.line or not diagnostic.path:
        return ""
    folders = [root, os.path.dirname(PACKAGED), os.path.dirname(CHECKOUT)]
    for folder in folders:
        path = os.path.join(folder, *diagnostic.path.split("/"))
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                for number, line in enumerate(file, 1):
                    if number == diagnostic.line:
                        return line.strip()[:LONGEST_LINE]
        except (OSError, ValueError):
            continue
    return ""
