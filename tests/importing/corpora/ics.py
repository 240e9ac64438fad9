"""A calendar of eighty events: in UTC, in zones, of whole days, in series, cancelled, private."""

from pathlib import Path

from tests.importing.test_ics import STAMPS, calendar

TIMES = (
    "DTSTART:202{y}{m}12T143000Z\nDURATION:PT1H30M\n",
    "DTSTART;TZID=Europe/Paris:202{y}{m}12T183000\nDTEND;TZID=Europe/Paris:202{y}{m}12T200000\n",
    "DTSTART;VALUE=DATE:202{y}{m}12\nDTEND;VALUE=DATE:202{y}{m}14\n",
    "DTSTART:202{y}{m}12T143000Z\nDTEND:202{y}{m}12T160000Z\nSTATUS:CANCELLED\n",
    "DTSTART;TZID=Indian/Reunion:202{y}{m}12T090000\nDTEND;TZID=Indian/Reunion:202{y}{m}12T090000\n",
    "DTSTART;TZID=Europe/Paris:202{y}{m}12T180000\nDTEND;TZID=Europe/Paris:202{y}{m}12T193000\n"
    "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Paris:202{y}{m}19T180000\n",
)
WORDS = (
    "DESCRIPTION:Deux *jours* à Nantes.\\n\\nVoir https://elus.example/forum.\n",
    "LOCATION:Cité des congrès\\, Nantes\nGEO:47.2133;-1.5426\n",
    'ORGANIZER;CN="Les Élus":mailto:prive@elus.example\nCATEGORIES:forum,numérique\n',
    "URL:https://elus.example/inscription\nLOCATION:https://visio.example/salle\n",
)


def _event(number: int) -> str:
    times = TIMES[number % len(TIMES)].format(y=number % 3 + 5, m=f"{number % 12 + 1:02}")
    title = "Conseil" if number % 6 == 0 else f"Rencontre {number}"  # one title on many days
    private = "CLASS:PRIVATE\n" if number in (79, 80) else ""
    return (
        f"UID:e{number}@elus.example\nSUMMARY:{title}\n{times}{WORDS[number % len(WORDS)]}"
        f"{private}{STAMPS}"
    )


def write(folder: Path) -> Path:
    """Write the calendar into *folder*, and return it."""
    folder.mkdir(parents=True)
    path = folder / "agenda.ics"
    path.write_bytes(calendar(*map(_event, range(1, 81))).encode())
    return path


ADDRESSES: tuple[str, ...] = ()
