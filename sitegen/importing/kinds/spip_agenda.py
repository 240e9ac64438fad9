"""The events of SPIP's plug-in Agenda. Pure but for the tables."""

from collections.abc import Callable
from typing import Any

import msgspec

from sitegen.importing.former import FormerEvent
from sitegen.importing.kinds.spip_tables import SpipTables
from sitegen.importing.values import day_of, read_day


class SpipEvents(msgspec.Struct):
    """What one article announces."""

    events: list[FormerEvent] = []
    described: list[str] = []
    """What is said of them, in SPIP's signs."""


def events_of(
    tables: SpipTables, timezone: str, plain: Callable[[Any], str]
) -> dict[int, SpipEvents]:
    """Return the public events by the number of their article; *plain*: a field as plain words."""
    announced: dict[int, SpipEvents] = {}
    for row in tables.rows("spip_evenements", "date_debut, id_evenement"):
        start, end = (read_day(row[key], timezone) for key in ("date_debut", "date_fin"))
        if start is None or str(row["statut"] or "publie") != "publie":
            continue
        if row["horaire"] == "non":
            start, end = day_of(start), end and day_of(end)
        place = ", ".join(filter(None, (plain(row["lieu"]), plain(row["adresse"]))))
        name = plain(row["titre"])
        fields = {"name": name, "location": place}
        there = announced.setdefault(row["id_article"], SpipEvents())
        there.events.append(
            FormerEvent(
                start=start,
                end=end if end != start else None,
                fields={key: value for key, value in fields.items() if value},
            )
        )
        if words := str(row["descriptif"] or "").strip():
            there.described.append(f"{{{{{name}}}}} : {words}")
    return announced
