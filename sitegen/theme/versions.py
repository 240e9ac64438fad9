"""Versions as themes write them: numbers with dots between. Pure."""

from sitegen.patterns import lazy_pattern

_VERSION = lazy_pattern(r"\d{1,6}(?:\.\d{1,6}){0,3}")


def is_version(text: str) -> bool:
    return bool(_VERSION.fullmatch(text))


def reaches(version: str, wanted: str) -> bool:
    """Whether *version* is *wanted* or newer; what follows its numbers (`.dev1`) is left out."""
    return _numbers(version) >= _numbers(wanted)


def _numbers(version: str) -> tuple[int, ...]:
    numbers_text = _VERSION.match(version)
    numbers = [int(number) for number in numbers_text[0].split(".")] if numbers_text else [0]
    return tuple(numbers + [0] * (4 - len(numbers)))
