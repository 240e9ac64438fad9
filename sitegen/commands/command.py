"""What every command of sitegen is made of: a help text that teaches, in the user's language.

Texts stand in English where a command is declared and are translated when they are shown. Click's
own words are looked up in the same catalogue (`translation.translate_libraries`).
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from sitegen.wording.translation import _

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])

WRITTEN = "What is written"
SHOWN = "What is shown"
WHERE = "Where"
DONE = "What is done"
SPEED = "How fast"
SAID = "How it is said"
OTHER = "Options"
GROUPS = (WRITTEN, SHOWN, WHERE, DONE, SPEED, OTHER, SAID)
"""The groups of options, in the order of the help."""

EXIT_CODES = {
    0: "all went well",
    1: "content or theme has errors; what could be done is done",
    2: "wrong usage or configuration: nothing was done",
}
LOOKING_EXIT_CODES = {**EXIT_CODES, 1: "something cannot be read or written"}
ALL_EXIT_CODES = {
    **EXIT_CODES,
    130: "interrupted by Ctrl-C",
    141: "whoever read the output has left (a pipe)",
    143: "ended by SIGTERM",
}


HELP_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Unanswered(click.Abort):
    """Who was asked has left (Ctrl-C, Ctrl-D): questions come before anything is written."""


class Example(NamedTuple):
    """A command line that works, and what it is for."""

    line: str
    about: str


class CommandOption(click.Option):
    """An option in a group, whose help and metavar are translated when they are shown."""

    def __init__(self, *arguments: Any, group: str = OTHER, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.group = group

    def make_metavar(self, *arguments: Any, **named: Any) -> str:
        return _(super().make_metavar(*arguments, **named))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None:
            return None
        return record[0], _(self.help or "").replace("{default}", str(self.default))


def option(*names: str, group: str = OTHER, **named: Any) -> Callable[[F], F]:
    """Declare an option as `click.option` does; its help may tell the `{default}`."""
    return click.option(*names, cls=CommandOption, group=group, **named)


class Formatter(click.HelpFormatter):
    """Writes help; a heading is followed by a colon as the user's language writes it."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{_('{heading}:').format(heading=heading)}\n")


class CommandContext(click.Context):
    formatter_class = Formatter


class Teaching:
    """The help of a command: one sentence, examples, usage, options in groups, exit codes."""

    context_class: type[click.Context] = CommandContext
    examples: Sequence[Example] = ()
    exit_codes: Mapping[int, str] = {}
    read_on: str = ""
    """Where to read on."""

    def paragraphs(self) -> list[str]:
        """Return the paragraphs of the docstring, the first one a sentence, each on one line."""
        text = inspect.cleandoc(getattr(self, "help", None) or "")
        return [" ".join(part.split()) for part in text.split("\n\n")]

    def write_beginning(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        sentence, *others = self.paragraphs()
        formatter.write_text(_(sentence))
        if self.examples:
            with formatter.section(_("Examples")):
                write_examples(formatter, self.examples)
        for paragraph in others:
            formatter.write_paragraph()
            formatter.write_text(_(paragraph))
        formatter.write_paragraph()

    def write_end(self, formatter: click.HelpFormatter) -> None:
        if self.exit_codes:
            with formatter.section(_("Exit codes")):
                formatter.write_dl(
                    [(str(code), _(meaning)) for code, meaning in self.exit_codes.items()]
                )
        if self.read_on:
            formatter.write_paragraph()
            formatter.write_text(_("Read on: {place}").format(place=_(self.read_on)))


class Command(Teaching, click.Command):
    """A command whose help teaches."""

    def __init__(
        self,
        *arguments: Any,
        examples: Sequence[tuple[str, str]] = (),
        exit_codes: Mapping[int, str] = EXIT_CODES,
        read_on: str = "",
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        # Click keeps the option of the first help: it is the same one where a command runs alone.
        self.context_settings = {**HELP_SETTINGS, **self.context_settings}
        self.examples = [Example(*example) for example in examples]
        self.exit_codes = exit_codes
        self.read_on = read_on

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem"]:
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = _(item.help) if item.help else None
        return items

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as click does; an option that is none is told with the nearest one."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise unknown_option(error, self, ctx) from None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.write_beginning(ctx, formatter)
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)
        self.write_end(formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups = grouped(self, ctx)
        records = {
            name: [record for parameter in options if (record := parameter.get_help_record(ctx))]
            for name, options in groups.items()
        }
        for name in GROUPS:
            if records.get(name):
                with formatter.section(_(name)):
                    formatter.write_dl(records[name], col_max=26)


def unknown_option(
    error: click.NoSuchOption, command: click.Command, ctx: click.Context
) -> click.UsageError:
    """Return what tells that *command* has no such option, and which one is near."""
    from difflib import get_close_matches

    known = [name for parameter in command.get_params(ctx) for name in parameter.opts]
    near = get_close_matches(error.option_name, known, 1, 0.65)
    mend = did_you_mean(near) or _who_has(error.option_name, ctx)
    return click.UsageError(f"{error.message.removesuffix('.')}.{mend}", ctx)


def did_you_mean(near: Sequence[str]) -> str:
    """Return the question that follows a name which is none; nothing without one that is *near*."""
    return " " + _("Did you mean '{name}'?").format(name=near[0]) if near else ""


def _who_has(option: str, ctx: click.Context) -> str:
    """Return which other commands have *option*; nothing where none has it."""
    group = ctx.parent.command if ctx.parent else None
    if not isinstance(group, click.Group) or ctx.parent is None:
        return ""
    named = {name: group.get_command(ctx.parent, name) for name in group.list_commands(ctx.parent)}
    having = [
        f"'sitegen {name}'"
        for name, command in named.items()
        if command and any(option in parameter.opts for parameter in command.params)
    ]
    return (
        " " + _("It is an option of {commands}.").format(commands=", ".join(having))
        if having
        else ""
    )


def grouped(command: click.Command, ctx: click.Context) -> dict[str, list[click.Option]]:
    """Return a command's options by group; `--help` stands with what is said, or alone."""
    groups: dict[str, list[click.Option]] = {}
    options = [
        parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)
    ]
    for parameter in options:
        if isinstance(parameter, CommandOption):
            groups.setdefault(parameter.group, []).append(parameter)
        else:
            groups.setdefault(SAID if SAID in groups else OTHER, []).append(parameter)
    return {name: groups[name] for name in GROUPS if name in groups}


def write_examples(formatter: click.HelpFormatter, examples: Sequence[Example]) -> None:
    """Write examples in two columns, or one below the other where a line is long."""
    if max(len(example.line) for example in examples) <= 40:
        formatter.write_dl([(example.line, _(example.about)) for example in examples], col_max=42)
        return
    indent = " " * formatter.current_indent
    for example in examples:
        about, width = f"# {_(example.about)}", formatter.width
        formatter.write(f"{click.wrap_text(about, width, indent, f'{indent}# ')}\n")
        formatter.write_text(example.line)
