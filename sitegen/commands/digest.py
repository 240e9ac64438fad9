"""``sitegen digest``: the letter to a list, of what is new since the last one."""

import datetime as dt
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from sitegen.border.moments import parse_moment
from sitegen.commands.command import DONE, EXIT_CODES, SHOWN, WHERE, WRITTEN, Command, option
from sitegen.commands.completing import complete_folders
from sitegen.commands.options import build_options, ending_on_mistakes, now_option, root_folder
from sitegen.disk.writing import replace_file
from sitegen.errors import Diagnostic, SitegenError, UsageError, disk_refused
from sitegen.names import STATE_FOLDER
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.opening import OpenSite
    from sitegen.mailing.letter import PreparedLetter
    from sitegen.model import Moment

USER, PASSWORD = "SITEGEN_SMTP_USER", "SITEGEN_SMTP_PASSWORD"


@click.command(
    "digest",
    cls=Command,
    examples=[
        ("sitegen digest", "write the next letter, to be read before it is sent"),
        ("sitegen digest --send", "send it to the list, and note that it was sent"),
        ("sitegen digest --list presse --since 2027-01-15", "what is new since that day"),
        ("sitegen digest --sent", "note it: a mailing service has sent it"),
    ],
    exit_codes={**EXIT_CODES, 1: "the site has mistakes, or the letter was not sent"},
    read_on="docs/letter.md",
)
@option(
    "--since",
    metavar="WHEN",
    default="last",
    group=SHOWN,
    help="Tell what is new since then: 2027-01-15, or `last`, the last letter, if not given.",
)
@option(
    "--list",
    "name",
    default="",
    metavar="NAME",
    group=SHOWN,
    help="To that list; the first of site.yaml, if not given.",
)
@now_option
@option(
    "--subject",
    default="",
    metavar="TEXT",
    group=WRITTEN,
    help="The subject; the letter's title and the day, if not given.",
)
@option(
    "--output",
    metavar="DIR",
    group=WHERE,
    shell_complete=complete_folders,
    help="Where the letter is written; .sitegen/letters, if not given.",
)
@option(
    "--send", "is_sending", is_flag=True, group=DONE, help="Send it by the server of site.yaml."
)
@option(
    "--begin",
    "is_beginning",
    is_flag=True,
    group=DONE,
    help="Note it alone, for CI: commit and push that, then send with --send --begun.",
)
@option("--begun", "is_begun", is_flag=True, group=DONE, help="With --send: the letter begun.")
@option("--sent", "is_sent", is_flag=True, group=DONE, help="Note it as sent, by whatever means.")
@option(
    "--settle",
    type=click.Choice(["sent", "unsent"]),
    group=DONE,
    help="Say whether a letter left whose sending was cut off.",
)
def command(
    since: str,
    name: str,
    now: str | None,
    subject: str,
    output: str | None,
    is_sending: bool,
    is_beginning: bool,
    is_begun: bool,
    is_sent: bool,
    settle: str | None,
) -> None:
    """Write the letter to a list: what is new, and the coming weeks of the agenda.

    What became of events that an earlier letter announced comes first. It is
    written as HTML, text and a message (.eml). What was sent is noted in
    _data/letters/ of the content, before it leaves: commit that, so that
    nothing is sent twice. Name and password of the server are those of
    SITEGEN_SMTP_USER and SITEGEN_SMTP_PASSWORD.
    """
    if sum((is_sending, is_beginning, is_sent, settle is not None)) > 1:
        raise click.UsageError(_("Choose one of --send, --begin, --sent and --settle."))
    if is_begun and not is_sending:
        raise click.UsageError(_("--begun goes with --send."))
    from sitegen.engine.build import look
    from sitegen.mailing.letter import prepare

    with ending_on_mistakes():
        options = build_options(now)
        if settle is not None:
            look(options, lambda site: _settle(site, name, is_sent=settle == "sent"))
            return
        beginning = _beginning(since)
        letter = look(
            options, lambda site: prepare(site, name, beginning, subject, is_begun=is_begun)
        )
        print_diagnostics(letter.diagnostics)
        if letter.is_empty:
            write(_("Nothing is new since the last letter: there is none to send."))
            return
        if is_sending:
            _send(letter, os.environ, is_begun=is_begun)
        elif is_sent:
            _note(letter)
        elif is_beginning:
            _begin(letter)
        else:
            _write(letter, output)


def _beginning(since: str) -> "Moment | None":
    if since == "last":
        return None
    try:
        return parse_moment(since)
    except ValueError:
        raise UsageError(Diagnostic("bad-since", values={"value": since})) from None


def _write(letter: "PreparedLetter", output: str | None) -> None:
    folder = os.path.abspath(output or os.path.join(root_folder(), STATE_FOLDER, "letters"))
    forms = (("html", letter.mail.html.encode()), ("txt", letter.mail.text.encode()))
    for ending, content in (*forms, ("eml", letter.mail.message)):
        path = os.path.join(folder, f"{letter.id}.{ending}")
        try:
            replace_file(path, content)
        except OSError as error:
            raise disk_refused(error, path) from error
        write(visible(os.path.relpath(path)))
    _say(letter)
    write(_("Nothing was sent. `sitegen digest --send` sends it."), sys.stderr)


def _say(letter: "PreparedLetter") -> None:
    fields = letter.fields
    new = ngettext("{number} new article", "{number} new articles", len(fields.articles))
    dates = ngettext("{number} date to come", "{number} dates to come", len(fields.dates))
    changed = len(fields.changes) + len(fields.corrections)
    changes = ngettext("{number} change", "{number} changes", changed)
    parts = (
        new.format(number=len(fields.articles)),
        changes.format(number=changed),
        dates.format(number=len(fields.dates)),
    )
    write(visible(f"{fields.subject}{_(': ')}{', '.join(parts)}"), sys.stderr)


def _send(letter: "PreparedLetter", environment: Mapping[str, str], *, is_begun: bool) -> None:
    from sitegen.mailing.records import forget, note_first, note_state
    from sitegen.mailing.smtp import Credentials, NotSentError, PerhapsSentError, send

    server = letter.letter.server
    if server is None:
        raise click.UsageError(_("site.yaml names no server to send by: `letter: {server: …}`."))
    _refuse_the_future(letter)
    user = environment.get(USER, "")
    credentials = Credentials(user, environment.get(PASSWORD, "")) if user else None
    path, settings = letter.path, letter.settings
    if is_begun and letter.fields.state != "begun":
        raise click.UsageError(_("No letter was begun: `sitegen digest --begin` does that."))
    if is_begun:
        note_state(path, letter.fields, "sending")
    else:
        note_first(path, letter.fields)
    try:
        send(letter.mail.message, settings.sender, settings.to, server, credentials)
    except NotSentError as error:
        forget(path)
        values = {"host": server.host, "said": str(error)}
        raise SitegenError(Diagnostic("letter-not-sent", values=values)) from error
    except PerhapsSentError as error:
        shown = os.path.relpath(path)
        values = {"host": server.host, "said": str(error), "message_id": letter.fields.message_id}
        raise SitegenError(Diagnostic("letter-perhaps-sent", shown, values=values)) from error
    note_state(path, letter.fields, "sent")
    _say(letter)
    write(visible(_("Sent to {address}.").format(address=settings.to)), sys.stderr)
    write(visible(os.path.relpath(path)))
    write(_("Commit this file, build and publish: the letter has its page."), sys.stderr)


def _refuse_the_future(letter: "PreparedLetter") -> None:
    """Refuse a letter as of a day to come: it would tell what is under embargo today."""
    if letter.fields.date.instant > dt.datetime.now(dt.UTC):
        raise click.UsageError(_("A letter is sent as of today: leave --now out."))


def _note(letter: "PreparedLetter") -> None:
    from sitegen.mailing.records import note_first, note_state

    _refuse_the_future(letter)
    note_first(letter.path, letter.fields)
    note_state(letter.path, letter.fields, "sent")
    _say(letter)
    write(visible(os.path.relpath(letter.path)))
    write(_("Commit this file, build and publish: the letter has its page."), sys.stderr)


def _begin(letter: "PreparedLetter") -> None:
    from msgspec.structs import replace

    from sitegen.mailing.records import note_first

    _refuse_the_future(letter)
    note_first(letter.path, replace(letter.fields, state="begun"))
    write(visible(os.path.relpath(letter.path)))
    write(_("Commit and push this file; then: sitegen digest --send --begun"), sys.stderr)


def _settle(site: "OpenSite", name: str, *, is_sent: bool) -> None:
    from sitegen.mailing.letter import FOLDER
    from sitegen.mailing.records import forget, note_state

    letters = [
        letter for index in site.session.index.everywhere for letter in index.letters.unsettled
    ]
    chosen = [letter for letter in letters if name in ("", letter.fields.list)]
    folder = os.path.join(root_folder(), site.config.content_folder, FOLDER)
    for letter in chosen:
        path = os.path.join(folder, f"{letter.id}.yaml")
        if is_sent:
            note_state(path, letter.fields, "sent")
        else:
            forget(path)
        write(visible(os.path.relpath(path)))
    if not chosen:
        write(_("No letter was cut off."))
