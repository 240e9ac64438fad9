"""Messages: the editing page, and what its server does not write."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "edit-gone": Message(
        "SG591",
        "error",
        "{path} is not there any more",
        "Somebody moved or removed it. Copy what you wrote, load the page again, write it anew.",
    ),
    "edit-outside": Message(
        "SG592",
        "error",
        "{path} cannot be written from the editing page",
        "It writes below the folder of the content, and site.yaml; no hidden files.",
    ),
    "edit-exists": Message(
        "SG593",
        "error",
        "a file called {path} exists already: nothing was written",
        "Give it another name, or another title if the name is made from it.",
    ),
    "edit-name": Message(
        "SG627",
        "error",
        "{path} is no name that a file can have on every system: nothing was written",
        "Give it another name, or another title if the name is made from it: not con, prn, aux,"
        " nul, com1 or lpt1, and no full stop or space at its end.",
    ),
    "edit-changed": Message(
        "SG594",
        "error",
        "{path} was changed by somebody else meanwhile: nothing was written",
        "Copy what you wrote, load the page again, and put it into the text as it is now.",
    ),
    "edit-large": Message(
        "SG595",
        "error",
        "{path} is larger than {megabytes} MB: nothing was written",
        "Make the picture smaller, or let a webmaster copy the file into the folder.",
    ),
    "edit-disk": Message(
        "SG596",
        "error",
        "{path} cannot be written: {reason}. Nothing was written",
        "What you wrote is kept in this browser: mend the cause, then save again.",
    ),
    "edit-keys": Message(
        "SG597",
        "error",
        "{path} would hold keys that nobody reads ({keys}): nothing was written",
        "Take them out; what a site needs beyond the known keys stands under `extra`.",
    ),
    "edit-settings": Message(
        "SG598",
        "error",
        "{path} would have a mistake: {problem}. Nothing was written",
        "Mend it, then save again.",
    ),
    "edit-form": Message(
        "SG599",
        "error",
        "{path} is no text that the editing page writes: nothing was written",
        "It writes documents as UTF-8, whose first line is `---`.",
    ),
    "edit-encoding": Message(
        "SG670",
        "error",
        "{path} is not UTF-8, and the editing page cannot show all of it: nothing was written",
        "Let a webmaster save the file with the encoding UTF-8, then load the page again.",
    ),
}
