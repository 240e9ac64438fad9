"""The catalogue of messages: for each diagnostic its identifier, severity, wording and mend.

Identifiers never change their meaning and are never given again. Placeholders in braces are the
diagnostic's `values`.
"""

from typing import NamedTuple

from sitegen.errors import Diagnostic, Severity
from sitegen.translation import _


class Message(NamedTuple):
    id: str
    severity: Severity
    text: str
    hint: str = ""
    """What to do about it."""


MESSAGES: dict[str, Message] = {
    # Files and encodings
    "not-utf-8": Message(
        "SG001", "error", "the file is not UTF-8 (byte {byte})", "Save it with the encoding UTF-8."
    ),
    "utf-16": Message("SG002", "error", "the file is UTF-16", "Save it with the encoding UTF-8."),
    "unreadable": Message("SG003", "error", "cannot be read: {reason}"),
    "bad-name": Message(
        "SG004",
        "error",
        "the file's name is not UTF-8",
        "Rename it; letters, digits and hyphens are safe everywhere.",
    ),
    "name-twice": Message(
        "SG005",
        "error",
        "two files have this name, with accents written in two ways (Unicode NFC and NFD)",
        "Remove or rename one of them.",
    ),
    "link-outside": Message(
        "SG006",
        "error",
        "a symbolic link leads out of the site",
        "Copy the file into the site: links to other places are not followed.",
    ),
    "not-a-file": Message("SG007", "error", "neither a file nor a folder", "Remove it."),
    "document-too-large": Message(
        "SG008",
        "error",
        "larger than {limit}",
        "Split it, or publish it as an attachment.",
    ),
    # YAML
    "yaml-syntax": Message(
        "SG010",
        "error",
        "YAML cannot be read: {problem}",
        'Each line is `key: value`. Put a value in "…" that holds `: ` or ` #`, or begins with a'
        ' sign such as @ ` % ! {{ [ > | -; quotes inside it are written \\".',
    ),
    "yaml-colon": Message(
        "SG011",
        "error",
        "a second `: ` in one line",
        'Put the value in quotes: title: "Forum : le programme".',
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
    "expected-keys": Message(
        "SG225",
        "error",
        "a key is wanted here, and its value after a colon",
        "Write a key, `: ` and its value on each line: `title: …`. Known keys: {keys}.",
    ),
    "yaml-several": Message(
        "SG014", "error", "a second YAML document", "Keep one, without `---` inside."
    ),
    "yaml-too-deep": Message("SG015", "error", "nested deeper than {limit} levels", "Flatten it."),
    "yaml-too-long": Message("SG016", "error", "longer than {limit}", "Move data to _data/."),
    "json-syntax": Message("SG017", "error", "JSON cannot be read: {problem}"),
    "csv-syntax": Message(
        "SG227",
        "error",
        "CSV cannot be read: {problem}",
        'A field may hold separators and line breaks between two ": look for one that is alone.',
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
    # Keys and values
    "unknown-key": Message(
        "SG030",
        "error",
        "unknown key `{key}`",
        "Known keys: {keys}. What your site needs beyond them goes under `extra:`.",
    ),
    "unknown-key-near": Message(
        "SG031",
        "error",
        "unknown key `{key}`",
        "Did you mean `{suggestion}`? What your site needs beyond the known keys goes under"
        " `extra:`.",
    ),
    "missing-key": Message(
        "SG032", "error", "the key `{key}` is missing", "Add a line `{key}: …`."
    ),
    "duplicate-key": Message("SG033", "error", "the key `{key}` stands twice", "Remove one."),
    "expected-key": Message("SG034", "error", "a list or mapping where a key should be"),
    "expected-mapping": Message(
        "SG035", "error", "`{key}` should have keys of its own", "Its keys: {keys}."
    ),
    "expected-text": Message("SG036", "error", "`{key}` should be text, not a list or mapping"),
    "expected-text-braces": Message(
        "SG037", "error", "`{key}` should be text", 'Put a value that begins with `{{` in "…".'
    ),
    "comment-in-text": Message(
        "SG038",
        "error",
        "`{comment}` would be cut off `{key}`: ` #` begins a comment",
        'Put the value in quotes: "… #3".',
    ),
    "lone-surrogate": Message("SG039", "error", "`{key}` holds half a character (a surrogate)"),
    "expected-boolean": Message("SG040", "error", "`{key}` should be true or false"),
    "expected-integer": Message("SG041", "error", "`{key}` should be a whole number"),
    "expected-number": Message("SG042", "error", "`{key}` should be a number"),
    "expected-positive": Message("SG043", "error", "`{key}` should be 1 or more"),
    "bad-date": Message(
        "SG044",
        "error",
        "`{key}`: `{value}` is no date ({reason})",
        "Write 2022-03-05, or with an hour 2022-03-05 16:41.",
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
    # site.yaml
    "no-site": Message(
        "SG050",
        "error",
        "no site.yaml in {folder}",
        "Go to the site's folder, or write a site.yaml with `title: …` and `url: …`.",
    ),
    "config-empty": Message(
        "SG051", "error", "the file is empty", "It needs `title: …` and `url: https://…`."
    ),
    "bad-site-url": Message(
        "SG052",
        "error",
        "`url`: `{value}` is no address of a site",
        "Write it whole: https://hub.example.org/",
    ),
    "unknown-timezone": Message(
        "SG053",
        "error",
        "unknown time zone `{value}`",
        "Write its IANA name, such as Europe/Paris or Indian/Reunion.",
    ),
    "bad-language": Message(
        "SG054", "error", "`{value}` is no language tag", "Write fr, en, fr-CA …"
    ),
    "unknown-theme": Message(
        "SG055", "error", "unknown theme `{theme}`", "Themes that are here: {known}."
    ),
    "bad-url-pattern": Message(
        "SG056",
        "error",
        "`urls.{key}`: `{value}` is no address below the site",
        "It begins with `/` and holds no `..`.",
    ),
    "bad-placeholder": Message(
        "SG057",
        "error",
        "`urls.{key}`: unknown placeholder `{{{value}}}`",
        "Placeholders allowed here: {allowed}.",
    ),
    "missing-placeholder": Message(
        "SG058",
        "error",
        "`urls.{key}`: `{value}` gives one address to all",
        "It needs `{{slug}}`.",
    ),
    # Documents together
    "missing-file": Message(
        "SG060",
        "error",
        "no file `{file}`",
        "Paths start from the document's folder; for a page of the site write the path to its"
        " .md file.",
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
        "It is a draft, under embargo, to come or expired.",
    ),
    "link-leaves": Message("SG066", "error", "the path `{target}` leaves the folder content/"),
    "unknown-event": Message(
        "SG067",
        "error",
        "no document announces the event `{id}`",
        "Its id stands in another document, under `event:` / `id:`.",
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
    "event-ends-before": Message(
        "SG070", "error", "the event ends ({end}) before it starts ({start})"
    ),
    "event-mixed": Message(
        "SG071",
        "error",
        "one of start ({start}) and end ({end}) has an hour, the other has none",
        "Write both as dates, or both with an hour.",
    ),
    "bad-rule": Message(
        "SG072",
        "error",
        "`repeat`: the rule cannot be read ({reason})",
        'For example rrule: "FREQ=MONTHLY;BYDAY=1TH;COUNT=6" (RFC 5545).',
    ),
    "address-twice": Message(
        "SG073",
        "error",
        "the address {address} is taken by {other}",
        "Give one of them another `slug:`.",
    ),
    "unsafe-address": Message(
        "SG074",
        "error",
        "`{address}` is no address below the site",
        "An address holds no `..`, no backslash and no step of over 255 bytes.",
    ),
    "markup-failed": Message("SG075", "error", "the text cannot be rendered: {reason}"),
    "unknown-date": Message(
        "SG110",
        "error",
        "the event does not take place on {date}",
        "Write a date that its rule gives, before anything was moved: 2027-01-07.",
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
    "calendar-unreadable": Message("SG113", "error", "no calendar to compare with: {reason}"),
    # Shortcodes
    "shortcode-unknown": Message(
        "SG132",
        "error",
        "unknown shortcode `{name}`",
        "Known: {known}. A line that begins with `:::` is a shortcode, but in code.",
    ),
    "shortcode-unknown-near": Message(
        "SG133",
        "error",
        "unknown shortcode `{name}`",
        "Did you mean `::: {suggestion}`?",
    ),
    "shortcode-open": Message(
        "SG134", "error", "`::: {name}` is not closed", "Write a line `:::` after its content."
    ),
    "shortcode-stray": Message(
        "SG135",
        "error",
        "`:::` closes nothing",
        "Remove it: only gallery, quote, figures and alert are closed.",
    ),
    "shortcode-nested": Message(
        "SG136",
        "error",
        "`::: {name}` within `::: {outer}` of line {line}",
        "Close that one with a line `:::` before. Only quote and alert hold shortcodes, of those"
        " that are not closed.",
    ),
    "shortcode-syntax": Message(
        "SG137",
        "error",
        "`{text}` is no argument of `::: {name}`",
        'Write key="value", with straight quotation marks. For example: {example}',
    ),
    "shortcode-argument": Message(
        "SG138", "error", "`::: {name}` has no argument `{key}`", "Its arguments: {keys}."
    ),
    "shortcode-argument-near": Message(
        "SG139", "error", "`::: {name}` has no argument `{key}`", "Did you mean `{suggestion}`?"
    ),
    "shortcode-missing": Message(
        "SG140", "error", "`::: {name}` needs `{key}`", "For example: {example}"
    ),
    "shortcode-value": Message(
        "SG141", "error", "`{key}`: `{value}` cannot stand here: {reason}", "For example: {example}"
    ),
    # Themes
    "template-missing": Message(
        "SG080", "error", "no template `{template}` (for {page})", "It belongs in templates/."
    ),
    "template-failed": Message("SG081", "error", "{reason} (for {page})", "The line is: {excerpt}"),
    "unknown-option": Message(
        "SG142",
        "error",
        "the theme `{theme}` has no option `{name}`",
        "Its options: {known}.",
    ),
    "unknown-option-near": Message(
        "SG143",
        "error",
        "the theme `{theme}` has no option `{name}`",
        "Did you mean `{suggestion}`?",
    ),
    "bad-colour": Message(
        "SG144",
        "error",
        "`{key}`: `{value}` is no colour",
        'Write "#0b5d66", in quotes (a `#` without them begins a comment), or a CSS name such as'
        " teal.",
    ),
    "unknown-parent": Message(
        "SG145", "error", "`extends`: unknown theme `{theme}`", "Themes that are here: {known}."
    ),
    "theme-cycle": Message(
        "SG146",
        "error",
        "`extends`: a theme would extend itself ({chain})",
        "A child theme has a name of its own. To change a file of `{theme}`, write that file in"
        " themes/{theme}/, without `extends`.",
    ),
    "option-file-missing": Message(
        "SG147",
        "error",
        "`{key}`: no published file `{file}`",
        "Write its path from content/: logo.svg, images/logo.svg.",
    ),
    "option-type-differs": Message(
        "SG148",
        "error",
        "the option `{name}` has the type {type} in the theme that this one extends",
        "Leave `type` out, or give the option another name.",
    ),
    "choice-twice": Message("SG149", "error", "`{key}`: `{value}` stands twice", "Remove one."),
    # Output
    "output-foreign": Message(
        "SG090",
        "error",
        "the folder {folder} holds files that sitegen did not make: nothing was touched",
        "Empty it, or choose another with --output.",
    ),
    "output-in-the-way": Message(
        "SG091",
        "error",
        "the output folder {folder} would mix with what you wrote",
        "Choose another with --output.",
    ),
    "build-running": Message(
        "SG092", "error", "another build of this site is running", "Wait for it to end."
    ),
    "disk-refused": Message(
        "SG093",
        "error",
        "cannot be written or read: {reason}",
        "What was published stays; mend it and build again.",
    ),
    "bad-clock": Message(
        "SG094",
        "error",
        "`{value}` is no instant",
        "Write --now 2022-03-05 or --now 2022-03-05T06:00+01:00.",
    ),
    "unknown-page": Message(
        "SG101",
        "error",
        "the site has no page `{page}`",
        "Name an address (/agenda/), a file of the output or a source.",
    ),
    "unknown-page-near": Message(
        "SG102",
        "error",
        "the site has no page `{page}`",
        "Did you mean {suggestion}?",
    ),
    "worker-lost": Message(
        "SG096",
        "error",
        "a worker was lost: {reason}",
        "What was published stays. Build again; with fewer --jobs if memory was short.",
    ),
    "bad-executor": Message(
        "SG097",
        "error",
        "`--executor {value}` is no address of a cluster",
        "Write --executor dask://HOST:PORT, as the Dask scheduler tells it.",
    ),
    "executor-unreachable": Message(
        "SG098",
        "error",
        "the cluster {address} does not answer: {reason}",
        "Start it (dask scheduler, dask worker), or build without --executor.",
    ),
    "worker-differs": Message(
        "SG099",
        "error",
        "the worker {worker} has another sitegen, other libraries or another Python",
        "Install the same there and start it again: all pages of a site come from one program.",
    ),
    "worker-elsewhere": Message(
        "SG100",
        "error",
        "the worker {worker} does not see {folder} and the output",
        "Workers need the site and its output under the same paths, on a file system they share.",
    ),
    # The preview
    "cannot-listen": Message(
        "SG150",
        "error",
        "cannot listen on {address}: {reason}",
        "Choose another port: sitegen serve --port 8123.",
    ),
    "serve-running": Message(
        "SG151",
        "error",
        "`sitegen serve` runs in this folder already",
        "Use its window in the browser, or stop it with Ctrl-C where it was started.",
    ),
    "unknown-contact": Message(
        "SG104",
        "error",
        "`{value}` is no key of the organisation's contacts",
        "Write one of `organisation.contacts`, or leave it out.",
    ),
    "expected-percent": Message("SG105", "error", "`{key}` is a share in percent, at most 100"),
    "foreign-source": Message(
        "SG106",
        "warning",
        "`{url}` will not be loaded: pages load from the site alone",
        "Save it beside the text; for a film or a map write `::: video` or `::: map`. Or allow it"
        " in site.yaml: security_policy: {{sources: {{{directive}: [{host}]}}}}",
    ),
    "bad-policy-source": Message(
        "SG103",
        "error",
        "`{value}` is no source of a Content-Security-Policy",
        "Write a host (https://tiles.example.org), `data:`, or a keyword in quotes.",
    ),
    "search-failed": Message(
        "SG128",
        "error",
        "the search index could not be made: {reason}",
        "All else is published; the next build tries again.",
    ),
    # Images
    "image-broken": Message(
        "SG120",
        "warning",
        "no other sizes can be made of the image: {reason}",
        "Save it again from the program that made it; until then pages show the file as it is.",
    ),
    "image-failed": Message(
        "SG121",
        "error",
        "{path} could not be made: {reason}",
        "Save the image again, or leave the format out of `images:` in site.yaml.",
    ),
    "image-without-alt": Message(
        "SG122",
        "warning",
        "the image `{file}` has no alternative text",
        "Say what it shows: `alt: …` in the front matter, `![…](…)` in the text. For one that only"
        ' decorates write `alt: ""`, or in the text `![](…){{role=presentation}}`.',
    ),
    "bad-focus": Message(
        "SG123",
        "error",
        "`{key}`: `{value}` is no point of an image",
        "Write how far it is from the left and from the top: 30% 20%.",
    ),
    "bad-width": Message(
        "SG124", "error", "`images.widths`: {value} is no width", "16 to 8192 pixels."
    ),
    "bad-quality": Message("SG125", "error", "`images.quality.{key}` lies between 1 and 100"),
    # New documents and new sites
    "archetype-unknown": Message(
        "SG152", "error", "`{name}` is no archetype and no section", "Known: {known}."
    ),
    "placeholder-unknown": Message(
        "SG153",
        "error",
        "nothing is known as `{{{{ {name} }}}}`",
        "Known: {known}. What follows a bar is an example: {{{{ place | Nantes }}}}.",
    ),
    "document-exists": Message(
        "SG154",
        "error",
        "{path} has this address already: nothing was written",
        "Open that file, or choose another address: --slug {slug}",
    ),
    "section-unknown": Message(
        "SG155",
        "error",
        "`{value}` is no section of the site",
        "Known: {known}. A new one begins with a folder of content/ and its _index.md.",
    ),
    "folder-not-empty": Message(
        "SG156",
        "error",
        "the folder {folder} holds other files ({files}): nothing was written",
        "Choose a folder that is not there yet: sitegen init my-site",
    ),
    "answers-missing": Message(
        "SG157",
        "error",
        "not said: {names}",
        "Without a terminal nobody can be asked. Say it in the command: {example}",
    ),
    "bad-answer": Message(
        "SG158", "error", "`{value}` is nothing that --{name} can be", "For example: {example}"
    ),
    "option-unused": Message(
        "SG159",
        "error",
        "the archetype `{archetype}` has no place for --{name}",
        "Leave the option out, or write {{{{ {name} }}}} in {path}.",
    ),
    "missing-extra": Message(
        "SG095",
        "error",
        "{what} needs the extra `{extra}`",
        "Install it: pip install 'sitegen[{extra}]'",
    ),
}


STRICT_CHECKS = ("image-without-alt",)
"""What a build warns of and `sitegen check` refuses."""


def severity(diagnostic: Diagnostic, *, is_check: bool = False) -> Severity:
    if is_check and diagnostic.code in STRICT_CHECKS:
        return "error"
    return MESSAGES[diagnostic.code].severity


def wording(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return the diagnostic's message and its mend (which may be empty), in the user's language."""
    message = MESSAGES[diagnostic.code]
    values = diagnostic.values
    return _(message.text).format_map(values), _(message.hint).format_map(values)
