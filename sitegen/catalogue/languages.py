"""Messages: the languages of a site, and translations."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "language-of-place": Message(
        "SG561",
        "error",
        "`lang: {value}`, but the file stands where texts in `{language}` do",
        "Take `lang:` out, or move the file: `forum.{value}.md`, or below content/{value}/.",
    ),
    "translation-twice": Message(
        "SG562",
        "error",
        "{other} is the same document in `{language}` already",
        "Keep one of the two; or let this one translate another document.",
    ),
    "translation-same-language": Message(
        "SG563",
        "error",
        "`{target}` is in the same language, `{language}`",
        "A translation has another one: give it its `lang:`, or a name such as `forum.en.md`; or"
        " take `translates:` out.",
    ),
    "translation-circle": Message(
        "SG564",
        "error",
        "documents are each other's translation in a circle: {documents}",
        "Take `translates:` out of the one that was written first.",
    ),
    "translation-of-translation": Message(
        "SG565",
        "warning",
        "`{target}` is a translation itself",
        "Write what it was translated from, so that dates and events come from there:"
        " `{suggestion}`",
    ),
    "language-first-address": Message(
        "SG566",
        "error",
        "`{language}` is the site's first language, which stands at the site's own address",
        "Take `url:` out. To give the first place to another language, name it in `language:`.",
    ),
    "language-address": Message(
        "SG567",
        "error",
        "`{value}` cannot be the address of a language",
        "Write a folder below the site, `{suggestion}`, or a host: `https://en.example.org/`",
    ),
    "language-address-twice": Message(
        "SG568",
        "error",
        "{value} is the address of `{language}` already",
        "Give each language an address of its own.",
    ),
    "language-without-files": Message(
        "SG569",
        "warning",
        "the site has no document in `{language}`",
        "It has no pages in it yet. Write one, such as content/index.{language}.md, or take the"
        " language out.",
    ),
    "section-untitled": Message(
        "SG572",
        "warning",
        "the section `{section}` has no title in `{language}`: readers see `{title}`",
        "Write `{section}: {{title: …}}` below the language's `sections:`, or a section's text"
        " (`_index.{language}.md`) with a title.",
    ),
    "language-unknown": Message(
        "SG571",
        "error",
        "no translation into `{value}`: the site has other languages",
        "There are, beside the document's own: {known}. site.yaml names them under `languages:`.",
    ),
    "original-missing": Message(
        "SG616",
        "warning",
        "the file is called as a translation of {other}, and there is none: it is published alone",
        "If the original was taken away, take this one away too. What is in `{language}` alone"
        " stands below content/{language}/, or says `lang: {language}` and is called without it.",
    ),
    "language-undeclared": Message(
        "SG570",
        "warning",
        "the file is called as a translation of {other}, and the site is not in `{language}`",
        "Write the language under `languages:` in site.yaml, or call the file otherwise. On a site"
        " in one language it may say `lang: {language}` instead.",
    ),
}
