"""``sitegen new``: begin a document."""

import os
import sys

import click

from sitegen.commands.command import DONE, EXIT_CODES, WHERE, WRITTEN, Command, option
from sitegen.commands.completing import complete_archetypes, complete_pages, complete_sections
from sitegen.commands.editor import open_editor
from sitegen.commands.new_answers import choose_archetype, complete, refuse_unused
from sitegen.commands.options import ending_on_mistakes, parse_now, root_folder
from sitegen.report.streams import write
from sitegen.wording.translation import _


@click.command(
    "new",
    cls=Command,
    examples=[
        ("sitegen new", "asks what it needs"),
        ('sitegen new communiqué "Forum 2027 : le programme"', "a press release, of today"),
        (
            'sitegen new event "Forum 2027" --start "2027-03-02 09:30" --place Nantes',
            "an event; press-release, news and page work in English too",
        ),
        ('sitegen new publications "Baromètre" --bundle --edit', "in a section of that name"),
        (
            'sitegen new --translates content/association.md --language en "About us"',
            "a translation, with the text that is to be translated",
        ),
    ],
    exit_codes={**EXIT_CODES, 1: "it cannot be written, or the editor cannot open it"},
    read_on="docs/authors.md",
)
@click.argument("archetype", required=False, shell_complete=complete_archetypes)
@click.argument("title", nargs=-1, metavar="[TITLE]")
@option(
    "--date",
    metavar="DATE",
    group=WRITTEN,
    help="Publication: 2027-03-02, or '2027-03-02 09:30'; today, if not given.",
)
@option(
    "--author",
    metavar="NAME",
    group=WRITTEN,
    help="Who signs it: a name, or a key of authors.yaml.",
)
@option("--start", metavar="DATE", group=WRITTEN, help="When the event begins.")
@option("--end", metavar="DATE", group=WRITTEN, help="When the event ends.")
@option(
    "--place",
    metavar="NAME",
    group=WRITTEN,
    help="Where the event takes place; of a press release, its dateline.",
)
@option(
    "--draft/--no-draft",
    "is_draft",
    default=None,
    group=WRITTEN,
    help="Whether readers see it only when its line `draft:` is removed; a draft, if not given.",
)
@option(
    "--section",
    metavar="NAME",
    group=WHERE,
    shell_complete=complete_sections,
    help="In that section; in its usual one, if not given.",
)
@option(
    "--slug",
    metavar="NAME",
    group=WHERE,
    help="The last step of its address; made from its title, if not given.",
)
@option(
    "--translates",
    metavar="FILE",
    group=WHERE,
    shell_complete=complete_pages,
    help="Begin the translation of that document, beside it or in its language's folder.",
)
@option(
    "--language",
    metavar="TAG",
    group=WHERE,
    help="Into that language; into the first one that it lacks, if not given.",
)
@option("--bundle", is_flag=True, group=WHERE, help="A folder with index.md, for images beside it.")
@option("--edit", is_flag=True, group=DONE, help="Open it in $VISUAL or $EDITOR.")
def command(
    archetype: str | None,
    title: tuple[str, ...],
    section: str | None,
    date: str | None,
    slug: str | None,
    author: str | None,
    start: str | None,
    end: str | None,
    place: str | None,
    translates: str | None,
    language: str | None,
    bundle: bool,
    is_draft: bool | None,
    edit: bool,
) -> None:
    """Begin a document, its keys written and explained.

    ARCHETYPE is what it is made from: communiqué, actualité, événement, page
    (press-release, news, event, page), the name of a section, or a file of the
    site's own in archetypes/. It is a draft until its line `draft:` is removed;
    `sitegen serve` shows it. Nothing that exists is overwritten. The path is
    printed on standard output, all else on standard error.
    """
    from sitegen.config import SiteFile
    from sitegen.engine.plugins import shortcodes_of_plugins
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.scaffold.choosing import known_sections
    from sitegen.scaffold.documents import draft, one_line, read_date, write_draft, written
    from sitegen.theme.chain import find_chain

    if translates is not None or language is not None:
        named = " ".join((archetype or "", *title)).strip()
        path = _translate(translates or "", language or "", named)
        if edit:
            open_editor(path)
        return
    if len(title) > 1:
        whole = f'sitegen new {archetype} "{" ".join(title)}"'
        raise click.UsageError(_("A title stands in quotes: {command}").format(command=whole))
    root = root_folder()
    given = {
        "title": "".join(title) or None, "slug": slug, "author": author,
        "start": start, "end": end, "place": place,
    }  # fmt: skip
    values = {name: one_line(value) for name, value in given.items() if value}
    with ending_on_mistakes():
        written_site = SiteFile(read_site_file(root))
        config = written_site.read()
        chain, _wrong = find_chain(root, written_site.theme, written_site.place("theme"))
        now = parse_now(None)
        published = read_date(date or "", now, config.timezone)
        choice = choose_archetype(root, config, archetype, section)
        refuse_unused(choice.archetype, {**given, "date": date, "draft": is_draft})
        values["draft"] = "" if is_draft is False else "true"
        values = complete(choice.archetype, values, published, config)
        made = draft(
            root,
            config,
            choice,
            values,
            published,
            is_bundle=bundle,
            shortcodes=(chain.shortcodes if chain else ())
            + shortcodes_of_plugins(root, written_site),
        )
        first = choice.section.split("/")[0]
        begins_section = bool(first) and first not in known_sections(root, config)
        path = write_draft(root, made)
    write(os.path.relpath(path, root))
    sys.stdout.flush()
    if is_draft is not False and "\ndraft: true" in made.text:
        note = _("A draft: see it with `sitegen serve`; remove its line `draft:` to publish it.")
    elif f"\ndate: {written(published)}" in made.text and published.timestamp > now.timestamp:
        note = _("See it with `sitegen serve`; readers see it in a build after its date.")
    else:
        note = _("See it with `sitegen serve`; it is published with the next build.")
    write(note, sys.stderr)
    if begins_section:
        folder = os.path.normpath(os.path.join(config.content_folder, first)).replace(os.sep, "/")
        note = _("{folder}/ is new: a section begins with it.").format(folder=folder)
        write(note, sys.stderr)
    if edit:
        open_editor(path)


def _translate(original: str, language: str, title: str) -> str:
    """Begin the translation of *original*, and return its path on disk."""
    from sitegen.config import SiteFile
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.scaffold.documents import one_line, write_draft
    from sitegen.scaffold.translations import translation

    if not original:
        raise click.UsageError(_("--language goes with --translates FILE, the original."))
    root = root_folder()
    with ending_on_mistakes():
        config = SiteFile(read_site_file(root)).read()
        made = translation(root, config, original, language, one_line(title) if title else "")
        path = write_draft(root, made)
    write(os.path.relpath(path, root))
    sys.stdout.flush()
    note = _("A draft: see it with `sitegen serve`; remove its line `draft:` to publish it.")
    write(note, sys.stderr)
    return path
