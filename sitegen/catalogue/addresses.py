"""Messages: addresses of pages, chosen, former, and claimed twice."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "address-twice": Message(
        "SG073",
        "error",
        "the address {address} is taken by {other}",
        "Give one of them another `slug:`.",
    ),
    "list-address-twice": Message(
        "SG660",
        "error",
        "{what} and {other} would stand at one address, {address}",
        "Write another address for one of them in site.yaml: `urls:`, or a section's `slug:`.",
    ),
    "alias-taken": Message(
        "SG208",
        "error",
        "the former address {address} is that of {other}",
        "Remove it from `aliases:`: nobody can be led on from there.",
    ),
    "alias-own-letters": Message(
        "SG385",
        "warning",
        "the former address {address} is the document's own but for capitals or accents",
        "Remove it from `aliases:`: many disks cannot hold both. Where it is still in use, let the"
        " web server lead on from it.",
    ),
    "section-taken": Message(
        "SG209",
        "error",
        "`section: {section}`: its address {address} is taken by {other}",
        "Write the section's folder below content/, as it is spelt there: news, or news/2027.",
    ),
    "unsafe-address": Message(
        "SG074",
        "error",
        "`{address}` is no address below the site",
        "An address holds no `..`, no backslash and no step of over 255 bytes.",
    ),
    "alias-with-host": Message(
        "SG284",
        "error",
        "the former address `{address}` names a host",
        "Write `{suggestion}`: it is an address of this site, whatever host it was on.",
    ),
    "alias-beyond-path": Message(
        "SG341",
        "warning",
        "nobody is led on from `{address}`: hosts choose a file by what stands before `{sign}`",
        "If nothing else stood at `{suggestion}` write that. Else remove it, and lead on in the"
        " host's own settings, as docs/migrating.md shows.",
    ),
    "slug-refused": Message(
        "SG342",
        "error",
        "`slug`: `{value}` cannot be a step of an address",
        "Write `{suggestion}`: at most 200 letters without accents, digits and, between them, `-`,"
        " `_` and `.`. Other steps: `urls:` in site.yaml.",
    ),
    "slug-unused": Message(
        "SG343",
        "warning",
        "`slug: {value}` changes nothing: this is the home page, at the site's own address",
        "Remove it.",
    ),
    "unportable-name": Message(
        "SG244",
        "warning",
        "`{address}` cannot be kept on Windows, nor on a network drive of it",
        'Rename the file, or write another `slug:` or alias: no : ? * " < > |, no dot or space at'
        " the end, and none of con, prn, aux, nul, com1, lpt1.",
    ),
}
