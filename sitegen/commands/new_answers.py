"""What `sitegen new` needs to know: given as options, or asked where somebody can answer."""

from typing import TYPE_CHECKING

from sitegen.commands import asking
from sitegen.errors import Diagnostic, UsageError
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.config import SiteConfig
    from sitegen.model import Moment
    from sitegen.scaffold.archetypes import Archetype
    from sitegen.scaffold.choosing import Choice


def choose_archetype(
    root: str, config: "SiteConfig", word: str | None, section: str | None
) -> "Choice":
    """Return the archetype and the section that were named or chosen from a list."""
    from msgspec.structs import replace

    from sitegen.scaffold.archetypes import archetypes
    from sitegen.scaffold.choosing import check_section, choose, known_sections

    language = config.language.split("-")[0]
    known = archetypes(root, language)
    sections = known_sections(root, config)
    if not word:
        names = [archetype.name for archetype in known]
        if not asking.can_ask():
            example = f'sitegen new {names[0]} "…"'
            raise _missing(["ARCHETYPE"], example)
        word = names[asking.choose(_("What is it?"), names)]
    choice = choose(word, known, sections, language)
    if not section:
        return choice
    below = section.strip().removeprefix(f"{config.content_folder}/")
    return replace(choice, section=check_section(below, sections))


def complete(
    archetype: "Archetype", values: dict[str, str], published: "Moment", config: "SiteConfig"
) -> dict[str, str]:
    """Return *values* with what was missing; raises `UsageError` if nobody can be asked."""
    from sitegen.scaffold.documents import (
        A_MOMENT,
        ASKED,
        bad_answer,
        check_period,
        missing,
        one_line,
        read_date,
    )
    from sitegen.scaffold.placeholders import places

    needed = missing(archetype, values)
    if not asking.can_ask():
        if needed:
            example = f'sitegen new {archetype.name} "…"'
            example += "".join(f' --{name} "…"' for name in needed if name != "title")
            raise _missing(
                ["TITLE" if name == "title" else f"--{name}" for name in needed], example
            )
        return values
    questions = {
        "title": _("Title"),
        "start": _("It begins (2027-03-02, or 2027-03-02 09:30)"),
        "end": _("It ends (nothing if you do not know)"),
        "place": _("Where (nothing if you do not know)"),
    }
    wanted = [name for name in ASKED if name in places(archetype.text) and name not in values]
    if needed:  # who was asked for nothing is not asked for what can wait
        for name in wanted:

            def check(answer: str, name: str = name) -> str:
                if name in ("start", "end"):
                    try:
                        read_date(answer, published, config.timezone)
                    except UsageError:
                        raise bad_answer(name, answer, A_MOMENT) from None
                if name == "end":
                    check_period(values.get("start", ""), answer, config.timezone)
                return answer

            put = asking.insist if name in needed else asking.ask
            values[name] = one_line(put(questions[name], check=check))
    return values


def refuse_unused(archetype: "Archetype", given: dict[str, object]) -> None:
    """Raise `UsageError` for options that *archetype* has no place for."""
    from sitegen.scaffold.placeholders import places

    named = places(archetype.text)
    unused = [
        name
        for name, value in given.items()
        if value is not None and name not in named and name not in ("title", "slug")
    ]
    if unused:
        values = {"archetype": archetype.name, "path": archetype.path}
        raise UsageError(
            *(Diagnostic("option-unused", values={**values, "name": name}) for name in unused)
        )


def _missing(names: list[str], example: str) -> UsageError:
    values = {"names": ", ".join(names), "example": example}
    return UsageError(Diagnostic("answers-missing", values=values))
