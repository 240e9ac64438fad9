"""Messages: partners' sources, which `sitegen fetch` asks."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "source-name": Message(
        "SG490",
        "error",
        "`{value}` cannot be the name of a source",
        "Use small letters, digits and hyphens: a folder is called so.",
    ),
    "source-address": Message(
        "SG491",
        "error",
        "`{value}` is no address that can be asked",
        "Write where the feed, the calendar or the site is: `https://partner.example/feed.xml`.",
    ),
    "source-folder": Message(
        "SG492",
        "error",
        "documents of a source cannot stand in `{value}`",
        "Write a folder below content/, whose name begins with no `_` and no dot: `partners/amf`.",
    ),
    "source-folder-twice": Message(
        "SG493",
        "error",
        "the documents of `{other}` stand in `{value}` already",
        "Give each source a folder of its own.",
    ),
    "source-credential": Message(
        "SG494",
        "error",
        "`{key}` is no name of a variable",
        "Write the variable's name here, such as `OPENAGENDA_KEY`, and what it holds into the"
        " environment: this file is for everybody to read.",
    ),
    "source-credential-open": Message(
        "SG495",
        "error",
        "`{value}` would carry the credential in the open",
        "Write an address that begins with `https://`.",
    ),
    "source-credential-unnamed": Message(
        "SG496",
        "error",
        "`{value}` wants a credential, and none is named",
        "Add `credential:` with the name of the variable of the environment that holds it.",
    ),
    "source-unknown": Message(
        "SG497",
        "error",
        "there is no source `{name}`",
        "Write one of those under `sources:` in site.yaml: {known}.",
    ),
    "source-silent": Message(
        "SG498",
        "warning",
        "nothing can be taken from `{source}` since {since} (UTC): {reason}",
        "What it announced before stays as it is. If it stays so, ask the partner, or mend the"
        " address.",
    ),
    "source-held": Message(
        "SG499",
        "warning",
        "`{source}` waits for your yes: {reason}",
        "Look at the source. If that is right, run `sitegen fetch --accept {source}`; until then"
        " all stays as it is.",
    ),
    "source-left-out": Message(
        "SG500",
        "warning",
        "announcements of `{source}` that are left out: {number}; {reason}",
        "The others came in. Tell the partner, whose program writes them so.",
    ),
    "source-in-part": Message(
        "SG656",
        "warning",
        "events of `{source}` that come in without a part of them: {number}; {reason}",
        "Look at their dates, and write the missing ones into the document. Tell the partner.",
    ),
    "source-edited": Message(
        "SG501",
        "warning",
        "`{source}` has changed what was edited here",
        "The text stays as you have it. Compare with {url}; delete this file and its line in"
        " _fetched.json to take theirs.",
    ),
    "source-same-event": Message(
        "SG502",
        "warning",
        "“{title}” and “{other}” may be one event",
        "See {file} and {path}. If they are one, delete one of the two files: it does not come"
        " back.",
    ),
    "source-picture": Message(
        "SG503",
        "warning",
        "the picture {url} of `{source}` could not be fetched: {reason}",
        "The text has none, or the one of before; it is asked for again when the source has news.",
    ),
    "source-file": Message(
        "SG637",
        "warning",
        "the file {url} of `{source}` could not be fetched: {reason}",
        "The text leads to it there, or to what was fetched before; it is asked for again when the"
        " source has news.",
    ),
    "source-too-large": Message(
        "SG610",
        "warning",
        "{url} of `{source}` does not come in: {reason}",
        "It is a link to the source, or what was fetched before; it is asked for again when the"
        " source changes the text or its date, so that others get their turn.",
    ),
    "source-files": Message(
        "SG638",
        "error",
        "`{key}` asks for files of a source that has neither `licence` nor `consent`",
        "Write under which `licence:` they may be shown here, or who agreed (`consent:`). Without"
        " `files:` they are links.",
    ),
    "source-pages": Message(
        "SG639",
        "error",
        "`{key}` wants no pages of a source whose whole texts come in",
        "Whole texts have nowhere else to stand: take `licence:` and `consent:` out, or this line.",
    ),
    "fetch-running": Message(
        "SG505",
        "error",
        "another `sitegen fetch` is at work in this site",
        "Wait until it has ended.",
    ),
    "source-ledger": Message(
        "SG504",
        "error",
        "what was fetched before cannot be read: {reason}",
        "Restore this file from your versions: by it sitegen knows what was edited here.",
    ),
}
