"""SPIP's texts that hold several languages: `<multi>[fr]Bienvenue[en]Welcome</multi>`. Pure."""

import re

_MULTI = re.compile(r"<multi>(?P<inner>(?:(?!<multi>).)*?)</multi>", re.DOTALL | re.IGNORECASE)
_LANGUAGE = re.compile(r"\[([a-z]{2,3}(?:_[a-z]+)*)\]")


def in_language(text: str, language: str) -> str:
    """Return *text* with each of its `<multi>` in *language* alone; where that one is not among
    them in the first, as SPIP shows it.
    """

    def choose(match: re.Match[str]) -> str:
        first, *others = _LANGUAGE.split(match["inner"])
        versions = {"": first} if first.strip() else {}
        versions |= dict(zip(others[::2], others[1::2], strict=True))
        shown = versions.get(language, next(iter(versions.values()), ""))
        return shown.strip("\n") if "\n" in shown else shown

    return _MULTI.sub(choose, text) if "<multi>" in text.lower() else text


def other_languages(text: str, language: str) -> list[str]:
    """Return the languages that the `<multi>` of *text* have beside *language*, sorted."""
    found = {tag for match in _MULTI.finditer(text) for tag in _LANGUAGE.findall(match["inner"])}
    return sorted(found - {language})
