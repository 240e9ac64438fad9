"""Calendars (RFC 5545) -> `FileFacts`. Pure.

The shape is read line by line, in time that grows with the file; icalendar reads the values, in
files that are small enough for it to take no more than seconds.
"""

from collections.abc import Iterator

from sitegen.checking.output.facts import FileFacts, FoundLink, Problem

LONGEST_LINE = 75
"""Octets, without the line's end (RFC 5545 §3.1)."""
LARGEST = 500_000
"""Octets of a calendar whose values are read: about 3 s per million."""
_WANTED = {"VCALENDAR": ("VERSION", "PRODID"), "VEVENT": ("UID", "DTSTAMP", "DTSTART")}


def examine_calendar(content: bytes) -> FileFacts:
    """Return what is wrong with a calendar, and where its events lead."""
    problems = [*_line_problems(content)]
    reader = _Reader()
    problems += reader.read(content)
    if not problems and len(content) <= LARGEST:
        problems += _value_problems(content)
    return FileFacts(tuple(problems), tuple(reader.links))


def _line_problems(content: bytes) -> Iterator[Problem]:
    lines = content.split(b"\n")
    bare = next((n for n, text in enumerate(lines[:-1], 1) if not text.endswith(b"\r")), 0)
    if bare or lines[-1]:
        yield Problem("calendar-line", bare or len(lines), 1)
    for number, line in enumerate(lines, 1):
        if len(line.removesuffix(b"\r")) > LONGEST_LINE:
            yield Problem("calendar-line", number, LONGEST_LINE + 1)
            return  # what writes one such line writes more of them


class _Reader:
    """Reads content lines into components, without what their values mean."""

    def __init__(self) -> None:
        self.links: list[FoundLink] = []
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self._seen: set[tuple[str, str]] = set()

    def read(self, content: bytes) -> Iterator[Problem]:
        """Yield what is wrong with the calendar's shape."""
        is_calendar = False
        for number, line in _unfold(content.decode("utf-8", "replace")):
            name, colon, value = line.partition(":")
            name = name.partition(";")[0].upper()
            if not colon:
                yield _syntax(number, line)
            elif name == "BEGIN":
                is_calendar = is_calendar or value.upper() == "VCALENDAR"
                self._open.append((value.upper(), number, {}))
            elif name == "END":
                if not self._open or self._open[-1][0] != value.upper():
                    yield _syntax(number, line)
                    return
                yield from self._end(*self._open.pop())
            elif not self._open:
                yield _syntax(number, line)
            else:
                self._open[-1][2].setdefault(name, line.partition(":")[2])
                if name == "URL":
                    self.links.append(FoundLink("feed", value, number, 1))
        if self._open:
            yield _syntax(self._open[-1][1], f"BEGIN:{self._open[-1][0]}")
        elif not is_calendar:
            yield _syntax(1, "")

    def _end(self, kind: str, line: int, values: dict[str, str]) -> Iterator[Problem]:
        where = values.get("SUMMARY") or kind
        for name in _WANTED.get(kind, ()):
            if not values.get(name):
                yield Problem("element-missing", line, 1, {"part": where, "name": name})
        if kind == "VEVENT" and values.get("UID"):
            identity = values["UID"], values.get("RECURRENCE-ID", "")
            if identity in self._seen:
                yield Problem("identifier-twice", line, 1, {"name": "UID", "value": identity[0]})
            self._seen.add(identity)


def _unfold(text: str) -> Iterator[tuple[int, str]]:
    """Yield logical lines with the number of their first one (RFC 5545 §3.1)."""
    pending, started = "", 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if line[:1] in (" ", "\t") and started:
            pending += line[1:]
            continue
        if pending:
            yield started, pending
        pending, started = line, number
    if pending:
        yield started, pending


def _value_problems(content: bytes) -> Iterator[Problem]:
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        yield Problem("calendar-syntax", values={"problem": str(error)})
        return
    for calendar in calendars:
        for component in calendar.walk():
            for name, problem in component.errors:
                yield Problem("calendar-syntax", values={"problem": f"{name}: {problem}"})


def _syntax(line: int, text: str) -> Problem:
    return Problem("calendar-syntax", line, 1, {"problem": text[:80]})
