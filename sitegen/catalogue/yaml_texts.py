"""Messages: YAML, JSON, CSV, and what was pasted from elsewhere."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "yaml-syntax": Message(
        "SG010",
        "error",
        "YAML cannot be read: {problem}",
        'Each line is `key: value`. Put a value in "…" that holds `: ` or ` #`, or begins with one'
        ' of the signs `@ % ! {{ [ > | -`; quotes inside it are written `\\"`.',
    ),
    "yaml-colon": Message(
        "SG011",
        "error",
        "a second `: ` in one line",
        'Put the value in quotes: title: "Forum : le programme".',
    ),
    "key-swallowed": Message(
        "SG628",
        "error",
        "`{key}:` stands within the text of `{holder}`, where it is no key and hides nothing",
        "Let its line begin in the first column, as the other keys do. If readers are to read it as"
        " it stands, begin it with a capital letter.",
    ),
    "yaml-tab": Message(
        "SG012", "error", "a tab where YAML wants spaces", "Indent with two spaces."
    ),
    "yaml-alias": Message(
        "SG013",
        "error",
        "a value that begins with `&` or `*` means something else in YAML",
        'Put the value in quotes: "&Co".',
    ),
    "yaml-tag": Message(
        "SG226",
        "error",
        "a value that begins with `!` means something else in YAML",
        'Put the value in quotes: "!Urgent".',
    ),
    "curly-quotes": Message(
        "SG227",
        "error",
        "`{value}` stands in the quotation marks of a word processor, which YAML does not know",
        'Type straight ones: "…". If readers are to see quotation marks: "« … »".',
    ),
    "expected-keys": Message(
        "SG225",
        "error",
        "a key is wanted here, and its value after a colon",
        "Write a key, `: ` and its value on each line: `title: …`. Known keys: {keys}.",
    ),
    "yaml-several": Message(
        "SG014", "error", "a line `---` begins a second YAML document", "Remove that line."
    ),
    "yaml-too-deep": Message(
        "SG015", "error", "nested deeper than {limit} levels", "Write it with fewer levels."
    ),
    "yaml-too-long": Message(
        "SG016", "error", "longer than {limit}", "Write long tables as CSV in content/_data/."
    ),
    "json-syntax": Message(
        "SG017",
        "error",
        "JSON cannot be read: {problem}",
        "Names and texts stand in straight quotation marks, and no comma after the last value.",
    ),
    "csv-quote": Message(
        "SG221",
        "error",
        "a field of the CSV file does not end",
        "Most often a quotation mark is not closed: write it twice where it is part of the text.",
    ),
    "csv-row": Message(
        "SG267",
        "error",
        "the cell `{cell}` stands beyond the {number} columns that the first line names",
        "Name its column in the first line, or put the field that holds a separator between"
        ' quotation marks: "1,5".',
    ),
    "front-matter-missing": Message(
        "SG018",
        "error",
        "no front matter",
        "Begin the file with three lines: `---`, `title: …`, `---`.",
    ),
    "front-matter-open": Message(
        "SG019",
        "error",
        "the front matter has no end",
        "Write a line `---` between the keys and the text.",
    ),
    "front-matter-twice": Message(
        "SG667",
        "error",
        "a second front matter begins here with `{key}:`, where it is text and hides nothing",
        "Put its keys into the first one, and remove the line `---` between them. If it is text,"
        " begin it with a capital letter.",
    ),
    "front-matter-toml": Message(
        "SG020",
        "error",
        "front matter between `+++` is TOML",
        "Write YAML between `---` lines: `title: …`.",
    ),
    "front-matter-dashes": Message(
        "SG021",
        "error",
        "the first line holds long dashes",
        "Write three hyphens: `---`. Word processors turn them into dashes.",
    ),
    "bad-date-near": Message(
        "SG233",
        "error",
        "`{key}`: `{value}` is no date of the form year-month-day",
        "Write {suggestion}.",
    ),
    "span-near": Message(
        "SG669",
        "error",
        "`{key}`: `{value}` says in one when it begins and when it ends",
        "Write `start: {start}`, and on the next line `end: {end}`.",
    ),
    "list-wanted": Message(
        "SG234",
        "error",
        "`{key}`: `{value}` would be one value, not several",
        'Write several in brackets: [eau, air]. If it is one, put it in quotes: "Pêche, chasse".',
    ),
    "yaml-no-key": Message(
        "SG235",
        "error",
        "this line has no key",
        "Each line is `key: value`, with a space after the colon. A text of several lines goes on"
        " with two spaces at the beginning of the line.",
    ),
    "yaml-bullet": Message(
        "SG236",
        "error",
        "this is no item of a list",
        "An item begins with a hyphen and a space: `- eau`. Any other text with such a beginning"
        ' goes in quotes: "*".',
    ),
    "yaml-indent": Message(
        "SG237",
        "error",
        "this line does not begin where the ones above it do",
        "Begin all keys at the first column; keys that belong to another one, such as those of"
        " `event:`, two spaces further.",
    ),
    "front-matter-json": Message(
        "SG238",
        "error",
        "front matter in braces is JSON",
        "Write YAML between `---` lines, without braces and commas: `title: …`.",
    ),
    "not-markdown": Message(
        "SG239",
        "error",
        "the file is no text but a document of another format ({ending}) that was renamed",
        "Open it in its program, copy the text, and paste it below the front matter of a new file.",
    ),
    "front-matter-fence": Message(
        "SG240",
        "error",
        "`{line}` is no line of three hyphens",
        "Write `---`, alone on its line, before the keys and after them.",
    ),
    "yaml-markdown": Message(
        "SG241",
        "error",
        "a value of the front matter is not written in Markdown",
        "Write the path or the address alone: `image: photo.jpg`.",
    ),
    "yaml-bracket": Message(
        "SG242",
        "error",
        "what begins with this bracket cannot be read",
        "Close it on the same line: [eau, air]. What holds a `#`, or is a text in brackets, goes in"
        ' quotes: ["#eau"].',
    ),
    "yaml-quotes": Message(
        "SG243",
        "error",
        "a quotation mark or a backslash within the value ends it too early",
        'Between "…" write quotations with « » or “ ”, apostrophes as they are, and no `\\`:'
        ' "L\'eau, « bien commun »".',
    ),
    "bad-coordinates": Message(
        "SG245",
        "error",
        "`{key}`: `{value}` is no point on the earth",
        "Write latitude and longitude with decimal points: 47.39, 0.68.",
    ),
}
