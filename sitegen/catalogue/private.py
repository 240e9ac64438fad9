"""Private pages: their keys, their readers, and what the public is not to know of them."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "keys-unreadable": Message(
        "SG437",
        "error",
        "the keys of private pages cannot be read: {reason}",
        "Give what `sitegen access export` prints, whole, or the file that `sitegen access new`"
        " wrote. Where neither is given, private pages are left out.",
    ),
    "keys-of-others": Message(
        "SG438",
        "warning",
        "the keys are those of {known}, and none is of {url}",
        "Give the keys of this site; without them its private pages are left out.",
    ),
    "password-short": Message(
        "SG439",
        "error",
        "the password of `{reader}` for `{name}` has fewer than {limit} characters",
        "Anybody may try passwords at home, on a page that everybody can have. Take several words,"
        " or what `sitegen access new` makes.",
    ),
    "private-left-out": Message(
        "SG440",
        "note",
        "left out for want of the key `{name}`: {number}",
        "Documents that say `access: {name}` or `preview: {name}`. Where there is no key, nobody"
        " reads them; `sitegen access new {name}` makes one.",
    ),
    "access-near": Message(
        "SG441",
        "warning",
        "there is no key `{name}`",
        "Did you mean `{suggestion}`? Until then nobody reads the document.",
    ),
    "preview-over": Message(
        "SG442",
        "warning",
        "the preview ended on {date}",
        "Nobody reads the document there any more. Take `preview:` out, or give it a later"
        " `until:`.",
    ),
    "link-private": Message(
        "SG443",
        "warning",
        "{target} is private",
        "The public reads the text without the link. Take the link out, or `access:` out of the"
        " document.",
    ),
    "event-private": Message(
        "SG444",
        "warning",
        "the event `{id}` is announced in a private document alone",
        "The public is told nothing of the event. Take the id out, or announce the event in a"
        " public document.",
    ),
    "keys-in-variable": Message(
        "SG446",
        "error",
        "the keys come from this variable, and are changed where it is set",
        "Take it out of the environment to change the file of keys; `sitegen access export` prints"
        " what the variable is to hold.",
    ),
    "keys-in-site": Message(
        "SG447",
        "error",
        "the keys would lie in the site's own folder, or in its repository",
        "Let SITEGEN_ACCESS_FILE name a file elsewhere: what is committed stays in the history for"
        " ever.",
    ),
    "unknown-access": Message(
        "SG448",
        "error",
        "there is no key and no reader `{name}`",
        "There are: {known}. `sitegen access new` makes them.",
    ),
    "page-not-private": Message(
        "SG449",
        "error",
        "`{page}` is no private page that there are keys for",
        "Name a document that says `access:`, or `preview:` while the public does not read it;"
        " `sitegen access list` prints them.",
    ),
    "reader-twice": Message(
        "SG450",
        "error",
        "`{name}` has a reader `{reader}` already",
        "Give another reader's name, or make this one's key anew with `sitegen access rotate`.",
    ),
    "bad-rounds": Message(
        "SG445",
        "error",
        "{value} rounds guard too little, or let nobody in",
        "Write a number from 100000 to 10000000; without one it is 600000.",
    ),
}
