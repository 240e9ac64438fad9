"""Messages: keys and their values."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "unknown-key": Message(
        "SG030",
        "error",
        "unknown key `{key}`",
        "Known keys: {keys}. {extra}",
    ),
    "unknown-key-near": Message(
        "SG031",
        "error",
        "unknown key `{key}`",
        "Did you mean `{suggestion}`? {extra}",
    ),
    "key-within": Message(
        "SG645",
        "error",
        "`{key}` stands beside `{above}:`, and belongs under it",
        "Write a line `{above}:` and, below it and two spaces further in, `{suggestion}: …`.",
    ),
    "key-withholding": Message(
        "SG664",
        "error",
        "`{key}` is how another program keeps a text from readers: nobody reads this one until it"
        " is mended",
        "Write `{line}` in its place; to publish the text, take the line away.",
    ),
    "key-unlisted": Message(
        "SG665",
        "error",
        "`{key}` asks lists or search engines to leave the page out, and no page here is like that",
        "For few readers write `access: NAME` (`sitegen access new NAME`), for later `draft: true`;"
        " for everybody take the line away.",
    ),
    "key-shown": Message(
        "SG666",
        "error",
        "`{key}` says that all may read the text: they may without it",
        "Take the line away.",
    ),
    "hiding-below-extra": Message(
        "SG668",
        "error",
        "`{key}` stands below `extra:`, where it keeps the text from nobody",
        "Write `{line}` at the beginning of a line; to publish the text, take this one away. Where"
        " your own templates read it: `check: {{ignore: [SG668]}}`.",
    ),
    "flow-comma": Message(
        "SG297",
        "error",
        "`{text}` is cut off the value before it: within braces a comma ends one",
        'Put that value in quotes: `{{alt: "Une salle, vue du fond"}}`.',
    ),
    "unread-key": Message(
        "SG292",
        "warning",
        "nothing reads the key `{key}`",
        "Known keys: {keys}. What your site's own templates need goes under `extra:`.",
    ),
    "unread-key-near": Message(
        "SG293",
        "warning",
        "nothing reads the key `{key}`",
        "Did you mean `{suggestion}`? What your site's own templates need goes under `extra:`.",
    ),
    "missing-key": Message(
        "SG032", "error", "the key `{key}` is missing", "Add a line `{key}: …`."
    ),
    "missing-key-below": Message(
        "SG380",
        "error",
        "the key `{key}` is missing",
        "Add `{name}: …` to what stands under `{above}:`.",
    ),
    "event-without-start": Message(
        "SG381",
        "error",
        "the event has no `start:`",
        "Write under `{above}:` the day on which it begins, and the hour if it has one. What is put"
        " off or cancelled keeps the day that it had. What has no day yet is no event: take"
        " `{above}:` away.",
    ),
    "several-starts": Message(
        "SG382",
        "error",
        "`{key}` is one moment, and a list stands there",
        "Keep the first date as `start:`, and write the others below it:"
        " `repeat: {{also: [{others}]}}`. Where each is an event of its own, write a list under"
        " `events:`.",
    ),
    "several-dates": Message(
        "SG383", "error", "`{key}` is one moment, and a list stands there", "Keep one of them."
    ),
    "duplicate-key": Message("SG033", "error", "the key `{key}` stands twice", "Remove one."),
    "expected-key": Message(
        "SG034",
        "error",
        "a list or mapping where a key should be",
        'Write a word and a colon: `title: …`. A text that begins with `[` or `{{` goes in "…".',
    ),
    "expected-mapping": Message(
        "SG035",
        "error",
        "`{key}` should have keys of its own",
        "Its keys: {keys}. They stand below it, each with a colon on a line of its own, two spaces"
        " further.",
    ),
    "expected-text": Message(
        "SG036",
        "error",
        "`{key}` should be text, not a list or mapping",
        'Write one text behind the colon; what begins with `[` goes in "…".',
    ),
    "expected-text-braces": Message(
        "SG037", "error", "`{key}` should be text", 'Put a value that begins with `{{` in "…".'
    ),
    "expected-name": Message(
        "SG252",
        "error",
        "`{key}` should be a name alone",
        "Write `{key}: {name}`. What else is known of an author stands in"
        " content/_data/authors.yaml.",
    ),
    "one-wanted": Message(
        "SG283",
        "error",
        "`{key}` is one, and a list stands there",
        "For several write `{key}s:` in its place.",
    ),
    "empty-key": Message(
        "SG370",
        "error",
        "`{key}:` has nothing behind it, and would hide nothing",
        "Write its value (`draft: true`, `embargo: YYYY-MM-DD HH:MM`), or take the line away.",
    ),
    "comment-in-text": Message(
        "SG038",
        "error",
        "`{comment}` would be cut off `{key}`: ` #` begins a comment",
        'Put the value in quotes: "… #3". A comment has two spaces before its sign, one after it.',
    ),
    "lone-surrogate": Message(
        "SG039",
        "error",
        "`{key}` holds half a character (a surrogate)",
        "Write the character itself, such as an emoji, in place of its number.",
    ),
    "expected-boolean": Message(
        "SG040", "error", "`{key}` should be true or false", "Write true or false, without quotes."
    ),
    "expected-integer": Message(
        "SG041", "error", "`{key}` should be a whole number", "Write it in digits: 20."
    ),
    "expected-number": Message(
        "SG042",
        "error",
        "`{key}` should be a number",
        "Write it in digits, a fraction with a point: 72.5.",
    ),
    "number-near": Message(
        "SG646",
        "error",
        "`{key}`: `{value}` is not written as a number",
        "Write `{suggestion}`.",
    ),
    "expected-positive": Message(
        "SG043",
        "error",
        "`{key}` should be 1 or more",
        "Write a larger number, or leave the key out.",
    ),
    "bad-date": Message(
        "SG044",
        "error",
        "`{key}`: `{value}` is no date ({reason})",
        "Write year, month and day in digits (YYYY-MM-DD); an hour stands behind them"
        " (YYYY-MM-DD HH:MM).",
    ),
    "none-declared": Message(
        "SG251",
        "error",
        "`{key}`: `{value}` is not known: the site names none yet",
        "Contacts stand in site.yaml, under `organisation: contacts:`; venues in "
        "content/_data/venues.yaml; a section is a folder of content/.",
    ),
    "unknown-choice": Message(
        "SG045", "error", "`{key}`: `{value}` is not a known value", "One of: {choices}."
    ),
    "unknown-choice-near": Message(
        "SG046",
        "error",
        "`{key}`: `{value}` is not a known value",
        "Did you mean `{suggestion}`?",
    ),
    "empty-title": Message("SG047", "error", "the title is empty", "Write what it is about."),
}
