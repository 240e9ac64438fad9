"""What an import says at its end: a few lines on the terminal, and a page beside the new site."""

from collections.abc import Iterator

from sitegen.config.urls import UrlPatterns
from sitegen.importing.report import ImportReport
from sitegen.wording.translation import _, ngettext

REPORT = "import-report.md"
_KINDS = {
    "dead link": lambda: _("Links to what is not there any more: their words stay"),
    "heading": lambda: _("Links to a heading that is not there: they lead to the page"),
    "picture elsewhere": lambda: _("Files that the source does not hold"),
    "missing file": lambda: _("Files that could not be had"),
    "not fetched": lambda: _("Files that could not be fetched"),
    "renamed file": lambda: _("Files that needed another name"),
    "shortcode": lambda: _("Shortcodes without a counterpart"),
    "key": lambda: _("Keys without a counterpart, kept under `extra:`"),
    "property": lambda: _("What the calendar says besides, not brought"),
    "element": lambda: _("HTML without a counterpart"),
    "frame": lambda: _("Frames of other sites, now links"),
    "link": lambda: _("Links to what no page may lead to: their words stay"),
    "block": lambda: _("Blocks without a counterpart"),
    "own page": lambda: _("Pages where sitegen has one of its own: they have another address"),
    "own list": lambda: _("Introductions of lists that sitegen makes itself, not brought"),
    "address with a query": lambda: _("For the host: addresses that differ in their query alone"),
    "withdrawn": lambda: _("Texts that the former site has withdrawn: their files are still here"),
    "unused file": lambda: _("Files that no text names: they were not brought"),
    "unread file": lambda: _("Files of a kind that is not read: save them as .docx"),
    "post type": lambda: _("Contents of plug-ins, not brought"),
    "page builder": lambda: _("Parts of page builders: their texts stay, their layout goes"),
    "comment": lambda: _("Comments of readers, not brought"),
    "feed": lambda: _("What the feed did not hold"),
    "referred site": lambda: _("Sites that the former site referred to, not brought"),
    "language in a text": lambda: _("Texts that hold another language too, not brought"),
    "guess": lambda: _("Guessed"),
    "table": lambda: _("Tables that are not brought, with how many rows"),
    "setting": lambda: _("Settings without a counterpart"),
}
"""How the report calls what `Note.kind` names; another kind stands as it is."""


def summary_lines(report: ImportReport) -> Iterator[str]:
    """Yield what is told on the terminal."""
    yield ngettext("{n} text written", "{n} texts written", report.texts).format(n=report.texts)
    if report.drafts:
        number = len(report.drafts)
        yield ngettext(
            "{n} of them a draft: it was not public",
            "{n} of them drafts: they were not public",
            number,
        ).format(n=number)
    if report.left_out:
        number = len(report.left_out)
        yield ngettext(
            "{n} text left out: private, protected or in the bin",
            "{n} texts left out: private, protected or in the bin",
            number,
        ).format(n=number)
    yield _("Addresses: {kept} as they were, {redirected} redirected (`aliases`)").format(
        kept=report.kept, redirected=report.redirected
    )
    if report.checked:
        yield _("Of {checked} addresses of the list, {lost} lead to nothing").format(
            checked=report.checked, lost=len(report.lost)
        )
    if number := report.count("edited"):
        yield ngettext(
            "{n} file left as you changed it", "{n} files left as you changed them", number
        ).format(n=number)
    yield _("What became of each thing: {file}").format(file=REPORT)


def report_page(report: ImportReport) -> str:
    """Return the report as a Markdown page."""
    lines = [f"# {_('What became of the former site')}", ""]
    lines += [f"- {line}" for line in summary_lines(report)][:-1]
    lines += [
        "",
        _("Articles have addresses of the pattern {pattern}.").format(
            pattern=_patterns(report.patterns)
        ),
    ]
    lines += _listed(
        _("In site.yaml, though nothing told it: look whether it is so"), report.assumed
    )
    lines += _listed(
        _("Left out"), [f"{origin} ({standing})" for origin, standing in report.left_out]
    )
    lines += _listed(_("Drafts"), report.drafts)
    for kind in dict.fromkeys(kind for kind, _name in report.notes):
        title = _KINDS[kind]() if kind in _KINDS else kind.capitalize()
        lines += ["", f"## {title}", ""]
        for (other, name), told in sorted(report.notes.items()):
            if other == kind:
                place = f", {told.origin}" if told.origin else ""
                example = f": {_code(told.example)}" if told.example else ""
                lines.append(f"- {_code(name)} × {told.count}{example}{place}")
    pictures = [f"{file}: {picture}" for file, picture in report.without_alt]
    lines += _listed(_('Pictures that nobody described (`alt: ""`)'), pictures)
    title = _("For the host: addresses that no file can answer to")
    lines += ["", f"## {title}", ""] if report.unanswered else []
    for address in report.unanswered:
        now = report.meant.get(address, "")
        lines.append(f"- {_code(address)}{f' → {_code(now)}' if now else ''}")
    lines += _listed(_("Former addresses that lead to nothing"), report.lost)
    edited = [name for name, outcome in sorted(report.written.items()) if outcome == "edited"]
    lines += _listed(_("Left as you changed them"), edited)
    return "\n".join(lines) + "\n"


def _patterns(patterns: UrlPatterns) -> str:
    """Return the pattern of articles, and those of single sections."""
    own = (f"{section}: `{pattern}`" for section, pattern in patterns.sections.items())
    return ", ".join((f"`{patterns.article}`", *own))


def _listed(title: str, names: list[str]) -> list[str]:
    return ["", f"## {title}", "", *(f"- {_code(name)}" for name in names)] if names else []


def _code(text: str) -> str:
    """Return *text*, which nobody here wrote, as code on one line."""
    shown = " ".join(text.split()).replace("`", "ʼ")
    return f"`{shown}`" if shown else "` `"
