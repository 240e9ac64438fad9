"""Messages: shortcodes, and Markdown that cannot hurt."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "markup-open": Message(
        "SG266",
        "error",
        "`{sign}` is never closed: what follows would be shown as it is typed, or not at all",
        "Write `{closing}` where it ends.",
    ),
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
        "Remove it: only {closed} are closed.",
    ),
    "shortcode-nested": Message(
        "SG136",
        "error",
        "`::: {name}` within `::: {outer}` of line {line}",
        "Close that one with a line `:::` before. Only {holding} hold shortcodes, of those that are"
        " not closed.",
    ),
    "shortcode-syntax": Message(
        "SG137",
        "error",
        "`{text}` is no argument of `::: {name}`",
        'Write key="value", with straight quotation marks. For example: {example}',
    ),
    "shortcode-words": Message(
        "SG649",
        "error",
        "`{text}` is several words, and no quotation marks hold them together",
        'Write {key}="{text}"',
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
    "html-left-out": Message(
        "SG200",
        "warning",
        "`<{element}>` is left out: pages show harmless HTML alone",
        "For a film write `::: video`, for a map `::: map`. Or let all HTML pass, in site.yaml:"
        " markdown: {{raw_html: allow}}",
    ),
    "attribute-left-out": Message(
        "SG201",
        "warning",
        "`{attribute}` of `<{element}>` is left out",
        "Scripts and styles stand in the theme's files: give the element a class.",
    ),
    "list-left-out": Message(
        "SG202",
        "warning",
        "`{attribute}` cannot stand in braces: it is left out",
        "Allowed are .class, #id, lang, title, dir, credit, role, width, height and data-….",
    ),
    "list-value": Message(
        "SG650",
        "warning",
        "`{value}` is no value of `{attribute}`: it is left out",
        "`lang` is a tag such as fr, en, fr-CA; `dir` is ltr, rtl or auto; `role` is presentation;"
        " `width` and `height` are whole numbers; `id` has no spaces.",
    ),
    "html-stray-end": Message(
        "SG203", "warning", "`</{element}>` closes nothing: it is left out", "Remove this end tag."
    ),
    "html-not-closed": Message(
        "SG204",
        "warning",
        "`<{element}>` is not closed: it ends with what it stands in",
        "Write `</{element}>` where it should end.",
    ),
    "unsafe-link": Message(
        "SG205",
        "error",
        "`{url}` is no address that a page may lead to",
        "Write a path of the site, or an address that begins with one of: {known}.",
    ),
    "time-limit": Message(
        "SG206",
        "error",
        "it takes longer than {limit} s to render: what was published of it stays",
        "Split it; look for long runs of brackets, backticks or stars. A machine that is slow may"
        " have more, in site.yaml: markdown: {{time_limit: 60}}",
    ),
    "expected-above-zero": Message(
        "SG207",
        "error",
        "`{key}` should be more than 0",
        "Write a larger number, or leave the key out.",
    ),
    "note-without-mark": Message(
        "SG300",
        "warning",
        "the note `[^{label}]` is cited nowhere",
        "Write `[^{label}]` in the text where the note belongs, or take the note out.",
    ),
    "mark-without-note": Message(
        "SG301",
        "warning",
        "`[^{label}]` has no note: readers see it as it is typed",
        "Write the note as a paragraph: `[^{label}]: …`",
    ),
    "indented-letter": Message(
        "SG302",
        "warning",
        "`{text}` is indented: it is read as text, though Markdown takes it for code",
        "Take the spaces at the beginning of its lines out. For code write three backticks above"
        " and below.",
    ),
}
