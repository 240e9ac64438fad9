"""``sitegen explain``: why a page is as it is, and what would render it again."""

from typing import TYPE_CHECKING

import click

from sitegen.commands.command import LOOKING_EXIT_CODES, SHOWN, Command, option
from sitegen.commands.completing import complete_pages
from sitegen.commands.options import build_options, ending_on_mistakes, now_option, output_option
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.explaining import AskedQuestion, Explanation


@click.command(
    "explain",
    cls=Command,
    exit_codes=LOOKING_EXIT_CODES,
    examples=[
        ("sitegen explain /agenda/", "a page, by its address"),
        ("sitegen explain content/news/forum.md", "the page of a text"),
        ("sitegen explain --fan-out -n 5", "what most pages depend on"),
    ],
    read_on="docs/design.md",
)
@click.argument("page", required=False, shell_complete=complete_pages)
@option("--fan-out", is_flag=True, group=SHOWN, help="The questions that most pages asked.")
@option(
    "-n",
    "limit",
    type=click.IntRange(1),
    default=20,
    metavar="N",
    group=SHOWN,
    help="How many of these; {default}, if not given.",
)
@now_option
@output_option
def command(
    page: str | None, fan_out: bool, limit: int, output: str | None, now: str | None
) -> None:
    """Say what PAGE asked, why it was last rendered, and what makes it stale now.

    PAGE is an address (/agenda/), a file of the output (agenda/index.html)
    or a source (content/agenda/2022-10-13-forum.md).
    """
    if bool(page) == fan_out:
        raise click.UsageError(_("Name one page, or ask for --fan-out."))
    from sitegen.engine import explaining
    from sitegen.engine.build import inspect

    with ending_on_mistakes():
        options = build_options(now, output=output)
        if page:
            _print_page(inspect(options, lambda site: explaining.explain(site, page)))
        else:
            _print_fan_out(inspect(options, lambda site: explaining.fan_out(site, limit)))


def _print_page(explanation: "Explanation") -> None:
    from sitegen.report.page_kinds import kind_words
    from sitegen.report.reasons import reason_words, subject_words

    page = explanation.page
    subject = subject_words(page)
    subject = _(", of {subject}").format(subject=subject) if subject else ""
    write(visible(f"{page.path} ({kind_words(page.kind)}{subject})"))
    if explanation.built is None:
        write(_("It was never built."))
    elif explanation.built.kind == "new":
        write(_("Last rendered when it was new."))
    else:
        rendered = _("Last rendered: {reason}.").format(reason=reason_words(explanation.built))
        write(visible(rendered))
    if explanation.asked:
        asked = _("It asked {number} questions (* the answer is another now):")
        write(asked.format(number=len(explanation.asked)))
        for question in sorted(explanation.asked, key=lambda question: question.question):
            write(visible(_row(question)))
    if explanation.stale is None:
        write(_("It is up to date."))
    else:
        renders = _("The next build renders it: {reason}.")
        write(visible(renders.format(reason=reason_words(explanation.stale))))


def _print_fan_out(questions: "list[AskedQuestion]") -> None:
    write(_("pages  question (* the answer is another now)"))
    for question in questions:
        write(visible(f"{question.pages:5} {_row(question)}"))


def _row(asked: "AskedQuestion") -> str:
    """Return a question in words, and as templates and other programs have it."""
    from sitegen.report.reasons import question_words

    words = question_words(asked.question)
    return f"{'*' if asked.is_changed else ' '} {words} [{asked.question}]"
