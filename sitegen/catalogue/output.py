"""Messages: the output, and links to other hosts, as `sitegen check` reads them."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "output-broken-link": Message(
        "SG180",
        "error",
        "no file of the site answers to `{address}`{where}",
        "Mend the address, or publish what it names.{suggestion}",
    ),
    "output-broken-anchor": Message(
        "SG181",
        "error",
        "`{address}`: nothing on that page has the id `{anchor}`{where}",
        "Mend what stands after the `#`.{suggestion}",
    ),
    "output-outside": Message(
        "SG182",
        "error",
        "`{address}` leads out of the site, which lives below `{base}`{where}",
        "In a template write {{{{ site.url(…) }}}}; elsewhere begin with `{base}`.",
    ),
    "duplicate-id": Message(
        "SG183",
        "error",
        "a second element has the id `{id}`{where}",
        "Links and labels find the first one only: give each its own.",
    ),
    "reference-without-id": Message(
        "SG184",
        "error",
        '`<{tag} {attribute}="{id}">`: nothing on the page has this id{where}',
        "Give it to the element that is meant, or leave the attribute out.",
    ),
    "html-syntax": Message(
        "SG185",
        "error",
        "browsers have to guess at this HTML: `{problem}`{where}",
        "The words are those of the HTML standard, which says what each means (§13.2.2).",
    ),
    "html-unclosed": Message(
        "SG186",
        "error",
        "`<{tag}>` is not closed where it should be{where}",
        "Write `</{tag}>` before the element around it ends.",
    ),
    "html-stray-tag": Message(
        "SG187",
        "error",
        "`{tag}` has no place here, and browsers leave it out{where}",
        "Remove it, or open or close what it belongs to.",
    ),
    "html-moved": Message(
        "SG188",
        "error",
        "`<{tag}>` cannot stand here: browsers move it elsewhere{where}",
        "Close what it stands in first; in a table only cells hold text.",
    ),
    "xml-syntax": Message(
        "SG189",
        "error",
        "the XML cannot be read: `{problem}`{where}",
        "Readers of feeds and crawlers refuse the whole file: mend what writes it.",
    ),
    "element-missing": Message(
        "SG190",
        "error",
        "`{part}` has no `{name}`{where}",
        "The format asks for it: programs may refuse the file.",
    ),
    "identifier-twice": Message(
        "SG191",
        "error",
        "`{name}` is `{value}` a second time{where}",
        "Readers show one of the two: give each its own.",
    ),
    "calendar-syntax": Message(
        "SG192",
        "error",
        "the calendar cannot be read: `{problem}`{where}",
        "Calendar programs may refuse it whole: mend what writes it.",
    ),
    "calendar-line": Message(
        "SG193",
        "error",
        "a line of the calendar is longer than 75 octets, or does not end with CR LF{where}",
        "Fold long lines and end each with CR LF (RFC 5545 §3.1).",
    ),
    "json-ld-syntax": Message(
        "SG194",
        "error",
        "the page's JSON-LD cannot be read: `{problem}`{where}",
        "In a template write values with `|tojson`.",
    ),
    "orphan-page": Message(
        "SG195",
        "warning",
        "no other page links to this one",
        "Readers cannot come upon it: link to it, or remove it.",
    ),
    "output-unchecked": Message(
        "SG224",
        "warning",
        "the pages were built, but nobody looked at them: links, HTML, feeds and calendars",
        "Install what that needs: pip install 'sitegen-hub[check]'",
    ),
    "external-broken": Message(
        "SG196",
        "error",
        "`{address}` leads nowhere: {reason}{where}",
        "Mend the address, or remove the link; archives such as web.archive.org may have the page.",
    ),
    "external-unsure": Message(
        "SG197",
        "note",
        "`{address}` could not be checked: {reason}{where}",
        "Open it in a browser. What programs may never ask for goes under `check.external.ignore`.",
    ),
    "external-moved": Message(
        "SG198",
        "warning",
        "`{address}` has moved for good{where}",
        "Write its new address: {target}",
    ),
    "external-refused": Message(
        "SG199",
        "error",
        "`{address}` is not asked for: {reason}{where}",
        "Readers cannot reach it from elsewhere either: mend the address.",
    ),
}
