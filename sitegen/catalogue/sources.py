"""Messages: files, their names and encodings."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "not-utf-8": Message(
        "SG001", "error", "the file is not UTF-8 (byte {byte})", "Save it with the encoding UTF-8."
    ),
    "utf-16": Message("SG002", "error", "the file is UTF-16", "Save it with the encoding UTF-8."),
    "unreadable": Message(
        "SG003",
        "error",
        "cannot be read: {reason}",
        "Nothing was written, so that no page is published without it. Give yourself the right to"
        " read it, or remove it.",
    ),
    "bad-name": Message(
        "SG004",
        "error",
        "the file's name is not UTF-8, or holds signs that cannot be seen",
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
}
