"""Messages: files, their names and encodings."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "organisation-page-twice": Message(
        "SG387",
        "warning",
        "`{key}` and `{other}` have one page, at `{slug}`",
        "Keep one of the two, or change one: small letters, digits and hyphens tell them apart.",
    ),
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
    "misnamed-document": Message(
        "SG260",
        "error",
        "the file begins as a document, and its name does not end in .md: it is not published",
        "Rename it to `{suggestion}`, its text in Markdown. A file that is to be published as it"
        " stands begins with another line.",
    ),
    "section-text-misnamed": Message(
        "SG663",
        "error",
        "the file is nearly called as the text of a section, and its folder has none: it is not"
        " read",
        "Rename it to `_index.md`, in small letters. If it is no text of a section, let its name"
        " begin otherwise.",
    ),
    "dated-name-near": Message(
        "SG264",
        "error",
        "the name begins with `{written}`, which is not read as a date: it is not published",
        "Name it `{suggestion}`, or write `date:`. For a page that is called so:"
        " `check: {{ignore: [SG264]}}` in its front matter.",
    ),
    "dated-name": Message(
        "SG265",
        "error",
        "the name begins with `{written}`, which is no day: it is not published",
        "Begin it with year, month and day (YYYY-MM-DD), or write `date:`. For a page that is"
        " called so: `check: {{ignore: [SG265]}}` in its front matter.",
    ),
    "month-name": Message(
        "SG375",
        "warning",
        "the name begins with `{written}`, a month alone: this is a page, in no list",
        "Begin it with year, month and day (YYYY-MM-DD), or write `date:`. For a page that is"
        " called so: `check: {{ignore: [SG375]}}` in its front matter.",
    ),
    "name-of-former-file": Message(
        "SG384",
        "warning",
        "the name `{name}` keeps the ending of the file that the document was, and so does its"
        " address",
        "Call it `{suggestion}`; or write `slug:`, the end of its address. If it is published and"
        " its address is to stay: `check: {{ignore: [SG384]}}`.",
    ),
    "section-text-twice": Message(
        "SG261",
        "error",
        "the text of this section stands in {other} already",
        "Bring them together in one file, and remove the other.",
    ),
    "no-documents": Message(
        "SG262",
        "warning",
        "no document: there is nothing to read on this site",
        "Documents are the files below this folder whose name ends in .md. `sitegen new` makes the"
        " first one; `content:` in site.yaml names another folder.",
    ),
    "folder-left-out": Message(
        "SG263",
        "warning",
        "the documents in this folder are not published: its name begins with `_`",
        "Rename it to `{suggestion}`: a folder of documents is a section.",
    ),
    "data-without-keys": Message(
        "SG294",
        "error",
        "the file has no keys: nothing in it can be named",
        "Write a key for each, such as `{example}`, in a file that ends in .yaml.",
    ),
    "data-twice": Message(
        "SG295",
        "error",
        "{other} is the data of `{name}` too: one of the two would be lost",
        "Put both into one file, or rename one.",
    ),
    "data-unread": Message(
        "SG296",
        "warning",
        "sitegen does not read this file; it is there for templates of your own alone",
        "Did you mean `{suggestion}`?",
    ),
    "git-conflict": Message(
        "SG303",
        "error",
        "Git left both sides of a conflict in the file",
        "Keep what is right, take the lines `<<<<<<<`, `=======` and `>>>>>>>` out, and commit.",
    ),
}
