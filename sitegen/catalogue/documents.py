"""Messages: documents, held against one another: links, events, addresses."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "missing-file-near": Message(
        "SG298",
        "error",
        "no file `{file}`",
        "Did you mean `{suggestion}`? Capitals and small letters are not the same on the web.",
    ),
    "missing-file": Message(
        "SG060",
        "error",
        "no file `{file}`",
        "In a text, paths start from its folder; in `_data/` and `site.yaml`, from content/. For a"
        " page of the site write the path to its .md file.",
    ),
    "file-left-out": Message(
        "SG315",
        "error",
        "`{file}` is not published: names that begin with `{sign}` are left out",
        "Call it `{suggestion}`, in the folder and here.",
    ),
    "missing-scheme": Message(
        "SG212",
        "error",
        "no file `{file}`",
        "Did you mean `{suggestion}`? Without what stands before the colon it is a path of the"
        " site.",
    ),
    "empty-link": Message(
        "SG213",
        "warning",
        "a link or an image without an address",
        "Write it between the parentheses: [text](page.md), ![text](image.jpg).",
    ),
    "broken-link": Message(
        "SG061",
        "error",
        "broken link: nothing stands at `{target}`",
        "Write the path to the .md file, from this document's folder.",
    ),
    "broken-link-near": Message(
        "SG062",
        "error",
        "broken link: no document `{target}`",
        "Did you mean `{suggestion}`?",
    ),
    "broken-anchor": Message(
        "SG063",
        "error",
        "`{target}` has no heading `#{anchor}`",
        "Heading ids are their text in lower case, with hyphens.",
    ),
    "broken-anchor-near": Message(
        "SG064",
        "error",
        "`{target}` has no heading `#{anchor}`",
        "Did you mean `#{suggestion}`?",
    ),
    "link-unpublished": Message(
        "SG065",
        "warning",
        "`{target}` is not public: its text stands without a link",
        "It is a draft, under embargo, to come or expired. The link stands once it is public.",
    ),
    "link-leaves": Message(
        "SG066",
        "error",
        "the path `{target}` leaves the folder content/",
        "Put the file into content/: only what lies there is published. From the folder content/"
        " on, a path begins with `/`.",
    ),
    "unknown-event": Message(
        "SG067",
        "error",
        "no document announces the event `{id}`",
        "Write the `id:` that stands under `event:` in the document that announces it; for an event"
        " of this text its day: `event: {{start: 2027-03-02}}`.",
    ),
    "unknown-event-near": Message(
        "SG068",
        "error",
        "no document announces the event `{id}`",
        "Did you mean `{suggestion}`?",
    ),
    "event-id-twice": Message(
        "SG069",
        "error",
        "the event id `{id}` is taken by {other}",
        "Give one of them another `id:`; to report on that event write `event: {id}`.",
    ),
    "event-uid-twice": Message(
        "SG407",
        "error",
        "the UID `{uid}` is taken by {other}",
        "To calendars two events with one UID are one: take `uid:` out of one of them.",
    ),
    "event-ends-before": Message(
        "SG070",
        "error",
        "its end ({end}) comes before its start ({start})",
        "Look at day, month and year of both.",
    ),
    "event-mixed": Message(
        "SG071",
        "error",
        "of {start} and {end} one has an hour, the other has none",
        "Write both as dates, or both with an hour.",
    ),
    "bad-rule": Message(
        "SG072",
        "error",
        "`repeat`: the rule cannot be read ({reason})",
        'For example rrule: "FREQ=MONTHLY;BYDAY=1TH;COUNT=6" (RFC 5545).',
    ),
    "rule-in-words": Message(
        "SG652",
        "error",
        "`repeat`: `{value}` is a rule in words",
        "Write `{suggestion}`.",
    ),
    "rule-ends-before": Message(
        "SG280",
        "error",
        "`repeat`: the rule ends on {until}, before the event starts ({start})",
        "Look at the years: UNTIL is the last day on which it may take place.",
    ),
    "date-twice": Message(
        "SG281",
        "error",
        "`{key}` names {date}, and so does `{other}` (line {line})",
        "Keep one of them: what is different on a date stands in one entry of `changes`. Of several"
        " dates on one day each is named with its hour.",
    ),
    "addition-within-rule": Message(
        "SG282",
        "warning",
        "`also`: the event takes place on {date} in any case",
        "Remove it, or write the date that was meant.",
    ),
    "start-outside-rule": Message(
        "SG246",
        "warning",
        "`repeat`: the event starts on {start}, which is no date of its rule; the first is {first}",
        "Begin with a date that the rule gives, or change the rule: phones and computers disagree"
        " about a first date beside it.",
    ),
    "exception-outside-rule": Message(
        "SG214",
        "warning",
        "`except`: the event does not take place on {date} in any case",
        "Write a date that its rule gives, with the event's hour or none.",
    ),
    "contact-near": Message(
        "SG222",
        "warning",
        "`{value}` is no key of the organisation's contacts: it is shown as a name",
        "Did you mean `{suggestion}`?",
    ),
    "contact-like-key": Message(
        "SG376",
        "warning",
        "`{value}` looks like a key, and site.yaml has no contact of that name: readers see it as"
        " it stands",
        "Add it under `organisation: contacts:` in site.yaml, or write the contact itself:"
        " `contact: {{name: …, email: …}}`.",
    ),
    "key-near": Message(
        "SG290",
        "warning",
        "`{value}` is no key of {file}: readers see it as it stands",
        "Did you mean `{suggestion}`?",
    ),
    "name-like-key": Message(
        "SG291",
        "warning",
        "`{value}` looks like a key, and {file} has none of that name: readers see it as it stands",
        "Add it to {file}, or write the name as readers should see it.",
    ),
    "markup-failed": Message(
        "SG075",
        "error",
        "the text cannot be rendered: {reason}",
        "Look for what was pasted from another program, and write it anew.",
    ),
    "address-incomplete": Message(
        "SG647",
        "error",
        "`{url}` is no whole address",
        "Write `{suggestion}`.",
    ),
    "file-elsewhere": Message(
        "SG648",
        "error",
        "`{url}` is a file on your computer: no reader has it",
        "Copy it beside the text, and write `{name}`.",
    ),
    "bad-web-address": Message(
        "SG220",
        "error",
        "`{url}` is no address on the web",
        "Copy it whole from the browser's address bar.",
    ),
    "unknown-date": Message(
        "SG110",
        "error",
        "the event does not take place on {date}",
        "The dates nearest to it, before anything was moved: {dates}.",
    ),
    "event-out-of-range": Message(
        "SG114",
        "error",
        "the event is dated in the year {year}",
        "An event lies between 1900 and 2199.",
    ),
    "event-too-long": Message(
        "SG115",
        "error",
        "the event lasts from {start} to {end}",
        "An event lasts three years at most; one that recurs has `repeat:`.",
    ),
    "event-changed-silently": Message(
        "SG111",
        "warning",
        "`{name}` has changed ({what}) since {against}, without `updated`",
        "Write `updated:` with today's date: programs that subscribed may keep the old one.",
    ),
    "event-vanished": Message(
        "SG112",
        "warning",
        "`{name}` ({uid}) was in this calendar and is gone",
        "Calendars that subscribed lose it without a word. Bring it back with"
        " `status: cancelled`, or with the `id:` that it had.",
    ),
    "calendar-unreadable": Message(
        "SG113",
        "error",
        "no calendar to compare with: {reason}",
        "Name an .ics file with --against, or leave it out: then the one in output/ is meant.",
    ),
}
