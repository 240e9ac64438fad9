"""Messages: what an event says of itself that cannot be, or is unlikely."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "times-and-repeat": Message(
        "SG516",
        "error",
        "an event has both `times` and `repeat`",
        "Keep `times` for the parts of one event, or write `repeat` for one that comes again.",
    ),
    "event-beside-events": Message(
        "SG655",
        "warning",
        "`event` stands beside `events`: all of them are announced",
        "Write them all under `events`, or take out what is there twice.",
    ),
    "times-start-differs": Message(
        "SG517",
        "error",
        "the event starts on {start}, and the first of its `times` on {first}",
        "Take `start` out: it is that of the first of `times`.",
    ),
    "slot-twice": Message(
        "SG518",
        "error",
        "two of the `times` begin on {date}",
        "Look at the hours, or take one of them out.",
    ),
    "session-outside": Message(
        "SG519",
        "warning",
        "`programme`: `{name}` begins on {date}, when the event does not take place",
        "Look at day and hour, and at those of the event.",
    ),
    "deadline-after-event": Message(
        "SG520",
        "warning",
        "one can register until {date}, and the event is over on {last}",
        "Look at day and month of `registration_deadline`.",
    ),
    "event-below-zero": Message(
        "SG521",
        "error",
        "`{key}` is below zero",
        "Write a number, or take the key out; a price of 0 is free of charge.",
    ),
    "unknown-currency": Message(
        "SG522",
        "error",
        "`{value}` is no currency",
        "Write its three letters: EUR, CHF, XPF.",
    ),
}
