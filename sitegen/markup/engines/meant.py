"""What authors write and CommonMark reads in another way, put into its words.

Both engines shall read it alike. Places in the text are sought in what its author wrote, so that
more or fewer signs here do no harm.
"""

import re
from functools import cache

from sitegen.markup.engines.blocks.tables import bars_in_code, columns_of
from sitegen.markup.references import blank_code
from sitegen.patterns import lazy_pattern

_QUOTED = r"(?:[ ]{0,3}+>[ ]?+)*+[ ]{0,3}"
_LABEL = r"\[[^\]\^\n][^\]\n]*\]:"
WORD = r"""(?:[^()<>"'\s]|(?<=\w)'(?=\w)|\([^()<>"'\n]*+\))++"""
"""Of an address that may have spaces, « ordre d'avril (2).pdf »; a title begins otherwise."""
_ADDRESS = (
    rf"""\]\((?P<address>(?![<\#"']){WORD}(?:[ ]++{WORD})%s)"""
    r"""(?=\)|[ ]+"[^"\n]*"\))"""
)
_FORMS = {
    # ##Titre
    "heading": rf"^(?P<heading>{_QUOTED}\#{{2,6}})(?=[^\s#])",
    # French, wrapped before its colon
    "colon": r"^(?P<colon>(?:[ ]{0,3}+>)++[ ]{0,4}|(?:[ ]{0,3}|(?<=\S\n)[ ]++)(?!:::))"
    r"(?=:(?![ ]{2,}\S|\t|(?=[^|\n]*\|)[-: |]*+$))",
    "reference": rf"(?<=\S\n)(?P<reference>{_QUOTED}{_LABEL}[ ]*+\S++[ ]*+"
    r"""(?:(?:"[^"\n]*"|'[^'\n]*')[ ]*+)?$)""",
    "table": r"(?P<table>\n)(?<=\S\n)"
    r"(?=(?P<header>[^\s>\#-][^\n]*)\n(?P<rule>[ ]{0,3}[:|-][-:|\ ]*+)$)",
    "tilde": r"(?<![^\s(«])(?P<tilde>~)(?=[^\s~](?:[^~\n]|\n(?!\n))*+~(?!~))",
    "address": _ADDRESS % "*+",
}
_LITERALS = {
    "heading": "#",
    "colon": ":",
    "reference": "]",
    "table": "|",
    "tilde": "~",
    "address": "(",
}
"""What stands in each form: a text without it is soon known to hold none, at the speed of memory if
it is one sign."""
_SIGNS = {
    "heading": re.compile(r"##(?=[^\s#])"),
    "colon": re.compile(r"\n[ >]*+:"),
    "reference": re.compile(r"\[[^\]\^\n][^\]\n]*\]:"),
    "table": re.compile(_FORMS["table"], re.MULTILINE),
    "tilde": lazy_pattern(r"~"),
    "address": re.compile(_FORMS["address"]),
}
"""Without a match of this there is none of the form. Each begins with signs that are soon sought:
the forms together are tried at every letter, which took as long as the engine."""
_SPACED_ADDRESS = re.compile(_ADDRESS % "++")
_REFERENCE = lazy_pattern(_QUOTED + _LABEL)
_MAY_BE_TABLE = lazy_pattern(r"^[ >]*[:|-][-:|\ ]*\|[-:|\ ]*$", re.MULTILINE)


def as_commonmark(text: str) -> str:
    """The *text* with the signs that CommonMark wants; code stays as it is.

    A heading without a space; a colon that begins a line and defines nothing; the address of a
    reference and a table without edges right under text; a lone tilde, which says "about"; an
    address with spaces; a bar within code in a table.
    """
    if "`" in text and _MAY_BE_TABLE.search(text):
        text = _escape_bars(text)
    may_be = [kind for kind, literal in _LITERALS.items() if literal in text]
    kinds = tuple(kind for kind in may_be if _SIGNS[kind].search(text))
    if text.lstrip(" >").startswith(":") and "colon" not in kinds:
        kinds = tuple(kind for kind in _FORMS if kind == "colon" or kind in kinds)
    if not kinds or (kinds == ("address",) and not _SPACED_ADDRESS.search(text)):
        return text  # an address without a space stays as it is
    references: list[str] = []
    pieces: list[str] = []
    done = moved = 0
    for match in _forms(kinds).finditer(blank_code(text)):
        kind = next(kind for kind in kinds if match[kind] is not None)
        start, end = match.span(kind)
        pieces.append(text[done:start])
        done = end
        match kind:
            case "heading":
                pieces += match[kind], " "
            case "colon":
                pieces += match[kind], "&#58;"  # a backslash would show within HTML
                done += 1
            case "reference":
                above = text[text.rfind("\n", 0, start - 1) + 1 : start - 1]
                if moved != start and _REFERENCE.match(above):  # it stands well
                    pieces.append(match[kind])
                    continue
                references.append(match[kind].lstrip("> ") + "\n")  # no text: it may stand first
                done = moved = end + 1
            case "table":
                above = text[text.rfind("\n", 0, start) + 1 : start]
                is_head = "|" not in above and columns_of(match["header"], match["rule"])
                pieces.append("\n\n" if is_head else "\n")
            case "tilde":
                pieces.append("&#126;")
            case "address":
                pieces.append(f"<{match[kind]}>" if " " in match[kind] else match[kind])
    pieces.append(text[done:])
    return "".join((*references, "\n" if references else "", *pieces))


@cache
def _forms(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_FORMS[kind] for kind in kinds), re.MULTILINE)


def _escape_bars(text: str) -> str:
    """The *text* with a backslash before each bar within code in the rows of a table."""
    lines = text.split("\n")
    is_fenced = is_table = False
    for index, line in enumerate(lines):
        if line.lstrip(" >").startswith(("```", "~~~")):
            is_fenced = not is_fenced
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if is_fenced or not line.strip(" >"):
            is_table = False
        elif not is_table and "|" in line and _MAY_BE_TABLE.match(following):
            is_table = columns_of(line.lstrip(" >"), following.strip(" >")) is not None
        if is_table and "`" in line:
            lines[index] = bars_in_code(line, "\\|")
    return "\n".join(lines)
