"""Hours alone, such as `end: 16:00`: the moments that they mean beside other keys."""

from typing import Any

import yaml

from sitegen.border.moments import hour_beside, is_hour_alone, parse_moment
from sitegen.border.scalars import scalar
from sitegen.border.yaml_notes import INVALID, YamlNotes
from sitegen.model import Moment


def moment_of_hour(notes: YamlNotes, name: str, node: yaml.MappingNode, struct: type) -> Any:
    """Return the moment that an hour alone (`end: 16:00`) means beside another key of *node*.

    None where the key *name* holds something else; `INVALID` where that other key is missing or
    wrong, which is told there. `/start` is the day of what was read before in the same list, else
    that of the mapping around it; where there is none, the hour is told as any wrong date.
    """
    hours = getattr(struct, "hours_beside", {})
    if name not in hours:
        return None
    written = {key.value: scalar(value) for key, value in node.value}
    if not is_hour_alone(written[name]):
        return None
    if "/start" in hours[name]:
        if notes.day_around is not None:
            written["/start"] = notes.day_around.date.isoformat()
        elif name == "start":
            return None
    return _moment_at(name, written, hours) or INVALID


def day_of(node: yaml.MappingNode) -> Moment | None:
    """Return the moment under `start` of *node*; else that of the first of its `times`."""
    for name, value in node.value:
        if name.value == "start":
            return _moment_at("start", {"start": scalar(value)}, {})
    for name, value in node.value:
        if name.value == "times" and isinstance(value, yaml.SequenceNode | yaml.MappingNode):
            first = (
                value.value[0] if isinstance(value, yaml.SequenceNode) and value.value else value
            )
            return day_of(first) if isinstance(first, yaml.MappingNode) else None
    return None


def _moment_at(
    name: str, written: dict[str, str], hours: dict[str, tuple[str, ...]]
) -> Moment | None:
    try:
        return parse_moment(written.get(name, ""))
    except ValueError:
        bases = (_moment_at(other, written, hours) for other in hours.get(name, ()))
        base = next(filter(None, bases), None)
        return base and hour_beside(written.get(name, ""), base, is_end=name == "end")
