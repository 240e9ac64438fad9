"""``sitegen init``: a new site."""

import os
import shlex
import sys
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import click

from sitegen.commands import asking
from sitegen.commands.command import EXIT_CODES, WRITTEN, Command, option
from sitegen.commands.completing import complete_folders
from sitegen.commands.options import ending_on_mistakes, parse_now
from sitegen.errors import SitegenError
from sitegen.report.streams import write
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.scaffold.sites import SiteAnswers


@click.command(
    "init",
    cls=Command,
    examples=[
        ("sitegen init hub", "asks a few questions"),
        ("sitegen init hub --yes", "asks nothing"),
        ("sitegen init hub --host gitlab", "for GitLab Pages; asks for the rest"),
        ('sitegen init --title "Notre hub" --yes', "in this folder"),
    ],
    exit_codes={**EXIT_CODES, 1: "the disk refuses"},
    read_on="docs/tutorial.md",
)
@click.argument("folder", metavar="[DIR]", default=".", shell_complete=complete_folders)
@option("--title", metavar="TEXT", group=WRITTEN, help="The site's name.")
@option("--url", metavar="URL", group=WRITTEN, help="The address at which it will be published.")
@option(
    "--language",
    type=click.Choice(("fr", "en")),
    group=WRITTEN,
    help="The site's language; fr, if not given.",
)
@option(
    "--organisation",
    metavar="NAME",
    group=WRITTEN,
    help="Who publishes it; the site's name, if not given.",
)
@option("--email", metavar="ADDRESS", group=WRITTEN, help="Where readers write to.")
@option(
    "--accent",
    metavar="COLOUR",
    group=WRITTEN,
    help="The one colour of the site: '#0b5d66'.",
)
@option(
    "--timezone",
    metavar="ZONE",
    group=WRITTEN,
    help="The zone of all hours; Europe/Paris, if not given.",
)
@option(
    "--host",
    type=click.Choice(
        ("github", "gitlab", "apache", "netlify", "cloudflare", "vercel", "nginx", "caddy", "none")
    ),
    group=WRITTEN,
    help="Who publishes it; github, if not given. For GitHub and GitLab a CI file is written.",
)
@option(
    "--repository",
    metavar="URL",
    group=WRITTEN,
    help="The repository of the texts, for the editing page: 'https://github.com/owner/name'.",
)
@option(
    "--requirement",
    metavar="TEXT",
    group=WRITTEN,
    help="Which sitegen builds it, in requirements.txt: 'sitegen-hub[check] @ git+https://…@v1';"
    " where this one came from, if not given.",
)
@option("--yes", is_flag=True, help="Ask nothing: what is not given is as usual.")
def command(folder: str, yes: bool, **given: str | None) -> None:
    """Make a new site that builds at once.

    It has its settings, sections, a first press release and event to replace,
    the pages that French law asks for with what you have to fill in, a CI file
    that publishes it, and what VS Code needs to complete keys. The folder must be
    empty but for .git, README and LICENSE, which are kept.
    """
    from sitegen.scaffold.sites import check_folder

    root = os.path.abspath(folder)
    is_asking = not yes and asking.can_ask()
    with ending_on_mistakes():
        check_folder(root)
        answers = _answers(root, given, is_asking=is_asking)
        kept = _write(root, answers)
    if not yes and not is_asking:
        said = _("Nobody was asked, as nobody sits at a terminal: what no option says is as usual.")
        write(said, sys.stderr)
    _tell(root, answers, kept)


def _answers(root: str, given: Mapping[str, str | None], *, is_asking: bool) -> "SiteAnswers":
    """Return what the options say of the site at *root*, then its maker, then what is usual."""
    from sitegen.scaffold import sites
    from sitegen.scaffold.documents import one_line
    from sitegen.scaffold.requirement import usual_requirement

    def settle(key: str, question: str, default: str, check: asking.Check = None) -> str:
        written = given[key]
        if written is not None:
            answer = one_line(written)
        else:
            answer = one_line(asking.ask(question, default, check)) if is_asking else default
        return check(answer) if check is not None and answer else answer

    language = given["language"] or _choose_language(is_asking)
    usual = "Notre association" if language == "fr" else "Our association"
    title = settle("title", _("Name of the site"), usual) or usual
    return sites.SiteAnswers(
        title=title,
        language=language,
        organisation=settle("organisation", _("Who publishes it"), title) or title,
        url=settle("url", _("Address of the site"), sites.EXAMPLE_URL, sites.check_url),
        email=settle(
            "email", _("E-mail address for readers (may be empty)"), "", sites.check_email
        ),
        accent=settle(
            "accent", _("Colour, such as #0b5d66 (may be empty)"), "", sites.check_accent
        ),
        host=given["host"] or _choose_host(sites.usual_host(root), is_asking),
        timezone=sites.check_timezone(given["timezone"] or "Europe/Paris"),
        repository=settle(
            "repository",
            _("Repository of the texts, for an editing page in the browser (may be empty)"),
            "",
            sites.check_repository,
        ),
        requirement=one_line(given["requirement"] or "") or usual_requirement(),
    )


def _choose_language(is_asking: bool) -> str:
    from sitegen.scaffold.sites import LANGUAGES

    names = ["français", "English"]
    return LANGUAGES[asking.choose(_("Language of the site"), names) if is_asking else 0]


def _choose_host(usual: str, is_asking: bool) -> str:
    from sitegen.scaffold.sites import HOSTS

    if not is_asking:
        return usual
    names = ["GitHub Pages", "GitLab Pages", _("web space with Apache (OVHcloud, o2switch …)")]
    names += ["Netlify", "Cloudflare Pages", "Vercel", "nginx", "Caddy", _("another host")]
    return HOSTS[asking.choose(_("Where will it be published?"), names, HOSTS.index(usual) + 1)]


def _write(root: str, answers: "SiteAnswers") -> list[str]:
    """Write the site and return which of its files stood there already. Raises `SitegenError`."""
    from sitegen.errors import Place
    from sitegen.model import zone_info
    from sitegen.scaffold.sites import site_files, write_site
    from sitegen.theme.chain import find_chain
    from sitegen.theme.options import options_schema

    chain, wrong = find_chain(root, "association", Place("", 0, 0))
    if chain is None:
        raise SitegenError(*wrong)
    today = parse_now(None).instant.astimezone(zone_info(answers.timezone)).date()
    return write_site(root, site_files(answers, today, options_schema(chain.options)))


def _tell(root: str, answers: "SiteAnswers", kept: Collection[str]) -> None:
    """Say what was made, and what to do with it."""
    shown = os.path.relpath(root)
    write(_("A new site is in {folder}.").format(folder=root if shown == "." else shown))
    for name in kept:
        write(_("Kept as it was: {name}").format(name=name))
    write("")
    write(_("Next:"))
    if shown != ".":
        write(f"  cd {shlex.quote(click.format_filename(shown))}")
    new = "communiqué" if answers.language == "fr" else "press-release"
    mark = "à compléter" if answers.language == "fr" else "to be completed"
    steps = {
        "sitegen serve --open": _("the site in your browser, while you write"),
        f'sitegen new {new} "…"': _("a first press release of your own"),
        "sitegen check": _("mistakes, and what is left to fill in"),
    }
    width = max(map(len, steps))
    for step, purpose in steps.items():
        write(f"  {step:{width}}  {purpose}")
    write("")
    left = _(
        "`sitegen check` lists what is left: “{words}”, most of it what the law asks for (SG178),"
        " and sections without an article (SG172)."
    )
    write(left.format(words=mark))
    if answers.host not in ("none", "apache", "nginx", "caddy") and not answers.requirement:
        write(_("In requirements.txt, write the address from which others get this sitegen."))
    if "README.md" not in kept:
        write(_("How to write, check and publish: README.md"))
