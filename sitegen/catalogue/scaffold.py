"""Messages: new documents and new sites."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "no-such-document": Message(
        "SG551",
        "error",
        "no document stands at `{path}`, nor below it",
        "Name a document or a folder of content/, from the site's folder on.",
    ),
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
    "answer-unfit": Message(
        "SG219", "error", "“{question}”: `{value}` cannot be", "For example: {example}"
    ),
    "option-unused": Message(
        "SG159",
        "error",
        "the archetype `{archetype}` has no place for --{name}",
        "Leave the option out, or write {{{{ {name} }}}} in {path}.",
    ),
}
