"""The rules of iCalendar's wire format, checked by hand on bytes: no parser of ours or theirs."""

import re
from itertools import pairwise
from typing import Any

_LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
_TEXT = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"}
_ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "SEQUENCE", "STATUS", "URL"}
Property = tuple[str, dict[str, str], str]


def faults(data: bytes) -> list[str]:
    """Return what breaks RFC 5545 or RFC 7986 in the calendar *data*; nothing: all well."""
    faults = list(_byte_faults(data))
    lines = [_LINE.fullmatch(line) for line in data.decode().replace("\r\n ", "").split("\r\n")]
    properties: list[Property] = []
    for match in lines[:-1]:
        if match is None:
            faults.append("§3.1: not a content line")
            continue
        pairs = (part.partition("=") for part in match[2].split(";")[1:])
        properties.append((match[1], {name: value for name, _, value in pairs}, match[3]))
    faults += _text_faults(properties)
    faults += _nesting_faults(properties)
    zones = {
        value
        for (before, _, inside), (name, _, value) in pairwise(properties)
        if name == "TZID" and (before, inside) == ("BEGIN", "VTIMEZONE")
    }
    faults += [
        f"§3.2.19: TZID {parameters['TZID']} without a VTIMEZONE"
        for _, parameters, _ in properties
        if "TZID" in parameters and parameters["TZID"] not in zones
    ]
    events = _events(properties)
    identities = [(event["UID"][1], event.get("RECURRENCE-ID", ({}, ""))[1]) for event in events]
    if len(identities) != len(set(identities)):
        faults.append("§3.8.4.7: a UID twice")
    for event in events:
        faults += _event_faults(event)
    return faults


def _byte_faults(data: bytes) -> list[str]:
    faults = []
    if not data.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        faults.append("§3.1: lines end in CRLF")
    for line in data.split(b"\r\n")[:-1]:
        if len(line) > 75:
            faults.append(f"§3.1: {len(line)} octets in a line")
        if not line or re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line):
            faults.append("§3.1: an empty line or a control character")
        try:
            line.decode()
        except UnicodeDecodeError:
            faults.append("§3.1: a fold within a character")
    return faults


def _text_faults(properties: list[Property]) -> list[str]:
    return [
        f"§3.3.11: {name} is not escaped"
        for name, _, value in properties
        if name in _TEXT and re.search(r"[,;\\]", re.sub(r"\\[\\,;nN]", "", value))
    ]


def _nesting_faults(properties: list[Property]) -> list[str]:
    faults, open_components = [], []
    for name, _, value in properties:
        if name == "BEGIN":
            open_components.append(value)
        elif name == "END" and (not open_components or open_components.pop() != value):
            faults.append(f"§3.6: END:{value} closes nothing")
    head = {name: parameters for name, parameters, _ in properties}
    missing = {"VERSION", "PRODID", "NAME", "X-WR-CALNAME", "X-PUBLISHED-TTL"} - set(head)
    faults += [f"§3.6: {name} is missing" for name in sorted(missing)]
    if head.get("REFRESH-INTERVAL", {}).get("VALUE") != "DURATION":
        faults.append("RFC 7986 §5.7: REFRESH-INTERVAL wants VALUE=DURATION")
    return faults + [f"§3.6: {name} is open" for name in open_components]


def _events(properties: list[Property]) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    is_inside = False
    for name, parameters, value in properties:
        if (name, value) in (("BEGIN", "VEVENT"), ("END", "VEVENT")):
            is_inside = name == "BEGIN"
            if is_inside:
                events.append({"twice": []})
        elif is_inside:
            if name in events[-1] and name in _ONCE:
                events[-1]["twice"].append(name)
            events[-1][name] = (parameters, value)
    return events


def _event_faults(event: dict[str, Any]) -> list[str]:
    faults = [f"§3.6.1: {name} twice" for name in event["twice"]]
    faults += [f"§3.6.1: no {name}" for name in ("UID", "DTSTAMP", "DTSTART") if name not in event]
    if not re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"][1]):
        faults.append("§3.8.7.2: DTSTAMP is not in UTC")
    if event.get("STATUS", ({}, "CONFIRMED"))[1] not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
        faults.append("§3.8.1.11: no such STATUS")
    if "DTEND" in event and "DURATION" in event:
        faults.append("§3.6.1: DTEND and DURATION")
    kinds = [_kind(event[name]) for name in ("DTSTART", "DTEND", "RECURRENCE-ID") if name in event]
    if "" in kinds or "floating" in kinds:
        faults.append(f"§3.3.5: a time that is none, or floating: {kinds}")
    if "DTEND" in event and ("date" in kinds[:2]) != (kinds[0] == kinds[1] == "date"):
        faults.append("§3.8.2.2: DTEND is of another type than DTSTART")
    start, end = event["DTSTART"], event.get("DTEND", ({}, ""))
    if "DTEND" in event and start[0] == end[0] and end[1] <= start[1]:
        faults.append("§3.8.2.2: DTEND is not later than DTSTART")
    return faults


def _kind(time: tuple[dict[str, str], str]) -> str:
    parameters, value = time
    if parameters.get("VALUE") == "DATE":
        return "date" if re.fullmatch(r"\d{8}", value) else ""
    if not re.fullmatch(r"\d{8}T\d{6}Z?", value) or ("TZID" in parameters) == value.endswith("Z"):
        return "floating" if "TZID" not in parameters else ""
    return "time"
