"""Messages: what readers see of a text that its author did not mean: signs, lines run together."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "markup-in-key": Message(
        "SG349",
        "warning",
        "`{key}` is shown as it is typed, with its signs: `{text}`",
        "Write `{suggestion}`. Markdown, HTML and entities stand in the text alone, below the"
        " keys.",
    ),
    "heading-empty": Message(
        "SG635",
        "warning",
        "`{signs}` alone is a heading without words",
        "Write them behind it, or take the line out: a release ends without a sign here.",
    ),
    "foreign-code": Message(
        "SG249",
        "warning",
        "`{text}` is the code of another program: readers see it as it stands",
        "Write a shortcode (::: figure …), or the path of a file: see docs/migrating.md.",
    ),
    "pasted-lines": Message(
        "SG304",
        "warning",
        "{count} long lines without an empty line between them: readers see one paragraph",
        "Leave an empty line between two paragraphs. A Word file is turned into Markdown by pandoc:"
        " pandoc -t gfm --wrap=none a.docx",
    ),
    "pasted-bullets": Message(
        "SG305",
        "warning",
        "`{sign}` makes no list: readers see one paragraph",
        "Begin each item with `- `: a hyphen and a space.",
    ),
    "pasted-numbers": Message(
        "SG619",
        "warning",
        "`{sign}` makes no numbered list: readers see one paragraph",
        "Begin each item with its number, a full stop and a space: `1. `.",
    ),
    "pasted-table": Message(
        "SG306",
        "warning",
        "rows with tabulators are no table: readers see one paragraph",
        "Write a table with `|` between the cells and a line `|---|---|` below the first row.",
    ),
    "pasted-notes": Message(
        "SG662",
        "warning",
        "`[{label}]` is no footnote: readers see the brackets, and nothing leads to the note",
        "Write `[^{label}]` in the text, and `[^{label}]:` before the note.",
    ),
    "misread-letters": Message(
        "SG658",
        "warning",
        "`{text}` is `{meant}` as a program read it that took the text for another encoding",
        "Copy the text once more from where it was written, or correct each such place.",
    ),
    "lost-letter": Message(
        "SG659",
        "warning",
        "`{text}` stands where a letter or a picture was lost on the way",
        "Write the letter that was meant, or take the sign out.",
    ),
    "dialect": Message(
        "SG307",
        "warning",
        "`{text}`: the engine `{engine}` shows signs here",
        "See what the engines read in different ways: *Two engines* in docs/markdown.md.",
    ),
    "list-not-nested": Message(
        "SG308",
        "warning",
        "this item stands beside the numbered list, which ends here, and not in it",
        "Indent it by three spaces, as far in as the text of its number.",
    ),
    "definition-one-space": Message(
        "SG360",
        "warning",
        "readers see this line as text: a colon and one space do not define `{term}`",
        "Write three spaces after the colon: `:   …`. If no definition is meant, put the colon at"
        " the end of the line above.",
    ),
    "table-without-rule": Message(
        "SG640",
        "warning",
        "these rows make no table: readers see one paragraph with bars",
        "Write a line `{rule}` below the first row.",
    ),
    "table-takes-line": Message(
        "SG641",
        "warning",
        "`{text}` becomes a row of the table above it",
        "Leave an empty line between them.",
    ),
    "table-cells-lost": Message(
        "SG642",
        "warning",
        "this row has {cells} cells, the table {columns} columns: readers do not see the last",
        "Give the first row and the line of hyphens below it as many cells. A bar within a cell is"
        " written `\\|`.",
    ),
    "stars-shown": Message(
        "SG643",
        "warning",
        "readers see stars: `{text}` makes nothing bold",
        "Write `**` right before the first word and right behind the last: `**two words**`. Stars"
        " that are meant as such are written `\\*\\*`.",
    ),
    "link-apart": Message(
        "SG644",
        "warning",
        "readers see brackets: this is no link",
        "Write the words between square brackets and, right behind them, the address in round ones:"
        " [{text}]({url})",
    ),
}
