"""What `--help` teaches, in both languages."""

import ast
import re
import shlex
from gettext import GNUTranslations
from itertools import chain
from pathlib import Path
from string import Formatter

import click
import pytest

from sitegen.cli import COMMANDS, cli
from sitegen.commands.command import GROUPS, Command, CommandOption, Example, write_examples
from sitegen.wording.translation import FOLDER
from tests.commands.support import (
    CommandLine,
    command_line,
    commands,
    context_of,
    root_context,
)

__all__ = ["command_line"]
PACKAGE = Path(__file__).parent.parent.parent / "sitegen"
LANGUAGES = ("en", "fr")


def all_examples() -> list[str]:
    example_lists = [cli.examples, *(command.examples for command in commands().values())]  # type: ignore[attr-defined]
    return [example.line for example in chain.from_iterable(example_lists)]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_teaches(name: str) -> None:
    """Whoever adds a command gives it examples, groups for its options, and exit codes."""
    command = commands()[name]

    assert isinstance(command, Command)
    assert command.examples
    assert command.paragraphs()[0].endswith(".")
    assert command.exit_codes
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert all(
        isinstance(option, CommandOption) and option.group in GROUPS and option.help
        for option in options
    )


@pytest.mark.parametrize("line", all_examples())
def test_each_example_can_be_typed(line: str) -> None:
    program, name, *arguments = shlex.split(line.partition(" > ")[0])

    command = commands()[name]

    assert program == "sitegen"
    context = command.make_context(name, arguments, parent=root_context())
    assert context.args == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_fits_a_screen_of_80_columns(
    command_line: CommandLine, name: str, language: str
) -> None:
    command_line.speak(language)

    text = (context_of(name) if name else root_context()).get_help()

    assert max(map(len, text.splitlines())) <= 80
    places = [text.index(word) for word in HEADINGS[language]]
    assert places == sorted(places), "examples come before options, exit codes after them"


@pytest.mark.parametrize(
    ("option", "mend"),
    [
        ("--embargoed", "It is an option of 'sitegen serve', 'sitegen check'."),
        ("--strikt", "Did you mean '--strict'?"),
        ("--emphasis", "No such option '--emphasis'.\n"),
    ],
)
def test_an_option_of_another_command_is_told_with_its_command(
    command_line: CommandLine, capsys: pytest.CaptureFixture[str], option: str, mend: str
) -> None:
    assert command_line.run("build", option) == 2

    told = capsys.readouterr().err
    assert mend in told
    assert "--verbose" not in told


HEADINGS = {
    "en": ("\nExamples:\n", "\nUsage: sitegen", "  -h, --help  ", "\nExit codes:\n"),
    "fr": (
        "\nExemples\u00a0:\n",
        "\nUtilisation\u00a0: sitegen",
        "-h, --help",
        "\nCodes de sortie",
    ),
}


def catalogue() -> GNUTranslations:
    with (Path(FOLDER) / "fr/LC_MESSAGES/sitegen.mo").open("rb") as file:
        return GNUTranslations(file)


def shown_texts() -> set[str]:
    """Return all that help can show."""
    texts = {*GROUPS, *COMMANDS.values(), *cli.exit_codes.values(), *cli.paragraphs()}  # type: ignore[attr-defined]
    texts |= {example.about for example in cli.examples}  # type: ignore[attr-defined]
    for command in commands().values():
        assert isinstance(command, Command)
        texts |= {*command.paragraphs(), *command.exit_codes.values()}
        texts |= {example.about for example in command.examples}
        texts |= {
            param.help
            for param in command.params
            if isinstance(param, CommandOption) and param.help
        }
    return texts


def test_all_that_help_shows_is_said_in_french() -> None:
    known = catalogue()

    missing = [text for text in shown_texts() if known.gettext(text) == text]

    assert missing == ["Options"]  # the same word


def test_what_commands_and_reports_print_is_said_in_french() -> None:
    known = catalogue()._catalog  # type: ignore[attr-defined]
    paths = [PACKAGE / "cli.py", *(PACKAGE / "report").glob("*.py"), *HELPS]

    texts = set(chain.from_iterable(map(marked, paths)))

    assert len(texts) > 40
    assert {text for text in texts if text not in known and (text, 1) not in known} == set()


HELPS = [PACKAGE / f"commands/{name}.py" for name in ("build", "command", "completion", "telling")]


def marked(path: Path) -> set[str]:
    """Return the texts that *path* has translated."""
    return {
        call.args[0].value
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in ("_", "ngettext")
        and isinstance(call.args[0], ast.Constant)
    }


def test_translations_keep_placeholders() -> None:
    for original, text in catalogue()._catalog.items():  # type: ignore[attr-defined]
        words = original[0] if isinstance(original, tuple) else original
        if words:
            wanted = names(words) - ({"number"} if words.startswith("[Errno") else set())
            if isinstance(original, tuple):  # the mark of the plural is not kept in the .mo
                wanted |= {"nargs", "choices"}
            assert names(text) <= wanted, original
            assert "!r}" in words or isinstance(original, tuple) or wanted == names(text), original


def names(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set(re.findall(r"\{(\w+)\}", text))


def test_help_is_a_command_too(
    command_line: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.run("help", "build") == 0
    in_words = capsys.readouterr().out
    assert command_line.run("build", "--help") == 0

    assert capsys.readouterr().out == in_words
    assert command_line.run("help") == 0
    assert "Commands:\n" in capsys.readouterr().out
    assert command_line.run("help", "biuld") == 2
    assert "Did you mean 'build'?" in capsys.readouterr().err


def test_without_a_command_a_site_gets_the_list_and_others_first_steps(
    command_line: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.run() == 0
    first = capsys.readouterr().out
    (tmp_path / "site.yaml").write_text("title: Hub\n")
    assert command_line.run() == 0
    second = capsys.readouterr().out

    assert first.startswith("There is no site in this folder")
    assert "sitegen serve --open" in first
    assert second.startswith("A static site generator")


WRONG = [
    (("biuld",), "Erreur : La commande « biuld » n’existe pas. Vouliez-vous dire « build » ?"),
    (("build", "--outptu", "x"), "Vouliez-vous dire « --output » ?"),
    (("build", "--jobs", "x"), "Valeur incorrecte pour '--jobs' : « x » n’est pas un nombre."),
    (("schema",), "Il manque l’argument"),
    (("schema", "page"), "« page » n’est pas dans la liste"),
    (("explain", "-n"), "L’option « -n » attend une valeur."),
    (("clean", "x"), "Un argument est en trop : x"),
    (("build", "-q", "-v"), "Choisissez --quiet ou --verbose"),
]


@pytest.mark.parametrize(
    ("arguments", "told"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG]
)
def test_wrong_usage_is_told_in_french(
    command_line: CommandLine,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    told: str,
) -> None:
    command_line.speak("fr")

    code = command_line.run(*arguments)

    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    error = re.sub("[\u00a0\u202f]", " ", printed.err)
    assert told in error
    assert not re.search(r"\b(Usage|Try|Error|such|option [^«]*is)\b", error)


def test_what_examples_are_for_stays_a_comment_on_narrow_terminals() -> None:
    """Else a line of it, copied with the rest, would be run."""
    formatter = click.HelpFormatter(width=40)

    write_examples(
        formatter,
        [
            Example(
                "sitegen check --strict --format github --external", "in CI: no warning passes"
            ),
            Example("sitegen check --fix", "mend misspelt keys and links to files that moved"),
        ],
    )

    lines = formatter.getvalue().splitlines()
    assert "# mend misspelt keys and links to files" in lines
    assert "# that moved" in lines
