"""Markdown in one form, by mdformat; lines of shortcodes stay as they are. Pure."""

import re
from collections import Counter
from collections.abc import Callable

_SHORTCODE = re.compile(r" {0,3}:{3,}.*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PLACE = re.compile(r"[ \t]*<!--sitegen:([0-9]+)-->[ \t]*")
_WORD = re.compile(r"[^\W\d_]+")
_OPTIONS = {"number": True, "wrap": "keep"}
_ROUNDS = 4
_EXTENSIONS = {"gfm", "tables", "footnote"}

Same = Callable[[str], bool]
"""Whether readers see of this text what they saw of the former one."""


def format_text(body: str, same: Same) -> tuple[str, bool]:
    """Return *body* in one form, and whether all of it is.

    What would show otherwise in another form stays: where the whole does, piece by piece. A text
    in its form may have another still, so it is tried again until nothing changes.
    """
    for _ in range(_ROUNDS):
        former, (body, is_whole) = body, _format_once(body, same)
        if body == former:
            break
    return body, is_whole


def _format_once(body: str, same: Same) -> tuple[str, bool]:
    whole = _format(body)
    if whole is not None and _words(whole) == _words(body) and same(whole):
        return whole, True
    pieces = re.split(r"(\n{2,})", body.strip("\n"))
    is_whole = True
    for index in range(0, len(pieces), 2):
        former = pieces[index]
        formatted = _format(former)
        if formatted is not None and _words(formatted) != _words(former):
            formatted = None
        if formatted is None or formatted.strip("\n") == former:
            is_whole = is_whole and formatted is not None
            continue
        pieces[index] = formatted.strip("\n")
        if not same("".join(pieces) + "\n"):
            pieces[index] = former
            is_whole = False
    tidy = "".join("\n\n" if index % 2 else piece for index, piece in enumerate(pieces)) + "\n"
    if same(tidy):
        return tidy, is_whole
    return "".join(pieces) + "\n", False


def _words(text: str) -> Counter[str]:
    """Return the words of *text*, which all stay: mdformat takes out notes that nothing calls, and
    definitions of links that nobody follows, which no reader has seen.
    """
    return Counter(_WORD.findall(text))


def _format(text: str) -> str | None:
    """Return *text* as mdformat writes it; None where it cannot."""
    import mdformat

    if not text.strip():
        return ""
    marked, lines = _mark(text)
    try:
        formatted: str = mdformat.text(marked, options=_OPTIONS, extensions=_EXTENSIONS)
    except Exception:  # a text that this library does not get through stays as it is
        return None
    return _restore(formatted, lines)


def _mark(text: str) -> tuple[str, list[tuple[str, bool, bool]]]:
    """Return *text* with a comment for each line of a shortcode, and these lines.

    With each: whether an empty line stands above it, and below.
    """
    lines = text.split("\n")
    marked: list[str] = []
    kept: list[tuple[str, bool, bool]] = []
    fence = ""
    for index, line in enumerate(lines):
        if match := _FENCE.match(line):
            if not fence:
                fence = match[1]
            elif match[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        if fence or not _SHORTCODE.fullmatch(line):
            marked.append(line)
            continue
        is_loose_above = index > 0 and not lines[index - 1].strip()
        is_loose_below = index + 1 < len(lines) and not lines[index + 1].strip()
        marked += ["", f"<!--sitegen:{len(kept)}-->", ""]
        kept.append((line.strip(), is_loose_above, is_loose_below))
    return "\n".join(marked), kept


def _restore(text: str, kept: list[tuple[str, bool, bool]]) -> str:
    written: list[str] = []
    is_tight = False
    for line in text.split("\n"):
        match = _PLACE.fullmatch(line)
        if match is None:
            if line.strip() or not is_tight:
                written.append(line)
                is_tight = is_tight and not line.strip()
            continue
        shortcode, is_loose_above, is_loose_below = kept[int(match[1])]
        while written and not written[-1].strip() and not is_loose_above:
            written.pop()
        written.append(shortcode)
        is_tight = not is_loose_below
    return "\n".join(written)
