"""Messages: what `sitegen check` reads as an editor would: dates, titles, tags, menus, links."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "weekday-wrong": Message(
        "SG160",
        "error",
        "`{written}`: that day is a {weekday}",
        "Mend the weekday or the date.",
    ),
    "date-impossible": Message(
        "SG161",
        "error",
        "`{written}`: there is no such day",
        "Look at a calendar: the month is shorter.",
    ),
    "weekday-doubtful": Message(
        "SG162",
        "warning",
        "`{written}`: in {year} that day is a {weekday}",
        "Mend the weekday or the date; if another year is meant, write it.",
    ),
    "announced-late": Message(
        "SG163",
        "warning",
        "`{written}`, and the day is past: {date}",
        "Say that it took place, or take it out.",
    ),
    "registration-over": Message(
        "SG164",
        "warning",
        "pinned, with a way to register, and the event is past: {date}",
        "Take out `pinned` or `registration`.",
    ),
    "image-without-credit": Message(
        "SG165",
        "warning",
        "the image `{file}` has no `credit`",
        "Name who made it: image: {{src: …, alt: …, credit: …}}",
    ),
    "photograph-without-credit": Message(
        "SG228",
        "warning",
        "the photograph `{file}` has no `credit`",
        'Name who made it: `![…]({file}){{credit="…"}}`, or within `::: figure`: credit="…".',
    ),
    "heading-jump": Message(
        "SG166",
        "warning",
        "the heading `{text}` has the level {level} where {wanted} would follow",
        "Write it with {wanted} `#`: who reads by ear takes the gap for something missing.",
    ),
    "heading-first-level": Message(
        "SG167",
        "warning",
        "the heading `{text}` has the level 1, that of the title",
        "Write `##`; the title stands in the front matter.",
    ),
    "tags-alike": Message(
        "SG168",
        "warning",
        "the tag `{tag}` is nearly `{other}` (articles: {number})",
        "Write both in one way: each has a page of its own now.",
    ),
    "waits-with-folder": Message(
        "SG373",
        "note",
        "the document waits with `{other}`, the page of its folder, which is not public yet",
        "It appears with that page. What does not belong to it goes into another folder.",
    ),
    "unlinked-file": Message(
        "SG374",
        "warning",
        "the file is published at {url}, and nothing leads to it",
        "Take it out of the folder if it is not for readers; else link it, or name it under"
        " `attachments:`.",
    ),
    "tags-once": Message(
        "SG169",
        "note",
        "tags that are used once: {number} ({names})",
        "A tag gathers what belongs together; one that gathers nothing can go.",
    ),
    "tag-spelt-otherwise": Message(
        "SG229",
        "warning",
        "the tag `{tag}` is shown as `{other}`: the two have one page",
        "Write it like that everywhere. If it is another tag, give it another name: letter case,"
        " accents and signs make no difference.",
    ),
    "title-twice": Message(
        "SG170",
        "warning",
        "{other} has the same title",
        "Tell them apart, by a place or a year: lists and search results show the title alone.",
    ),
    "summary-twice": Message(
        "SG171",
        "warning",
        "{other} has the same summary",
        "Write one for this document, or leave `summary` out: the first paragraph serves then.",
    ),
    "section-empty": Message(
        "SG172",
        "warning",
        "the menu `{menu}` leads to the section `{section}`, which has no public article",
        "Publish one, or take the section out of the menu.",
    ),
    "section-unused": Message(
        "SG230",
        "warning",
        "the section `{section}` has neither an article nor a page",
        "Publish one, or remove it: the line in `sections:`, the folder with its _index.md.",
    ),
    "menu-unknown": Message(
        "SG216",
        "error",
        "the menu `{menu}` names `{target}`, which is neither a section nor a page",
        "Write a section's name ({choices}), or a page's file below content/, such as legal.md.",
    ),
    "menu-unknown-near": Message(
        "SG217",
        "error",
        "the menu `{menu}` names `{target}`, which is neither a section nor a page",
        "Did you mean `{suggestion}`?",
    ),
    "menu-address": Message(
        "SG218",
        "error",
        "the menu `{menu}` leads to `{url}`, which is no address",
        "An address begins with `/` or `https://`. The file of a page stands under `target`:"
        " `{{title: …, target: {url}}}`",
    ),
    "never-public": Message(
        "SG173",
        "error",
        "`expires` ({end}) does not lie after `{name}` ({begin}): nobody would ever see it",
        "Mend one of the two.",
    ),
    "updated-before": Message(
        "SG174",
        "warning",
        "`updated` ({updated}) lies before `date` ({date})",
        "Mend one of the two, or leave `updated` out.",
    ),
    "updated-ahead": Message(
        "SG175",
        "warning",
        "`updated` ({updated}) lies in the future",
        "Write the day of the change.",
    ),
    "date-unlikely": Message(
        "SG176",
        "warning",
        "`{name}` is {value}: is the year right?",
        "If it is, accept it: check: {{ignore: [SG176]}}",
    ),
    "link-text-vague": Message(
        "SG177",
        "warning",
        "the link `{text}` does not say where it leads",
        "Write as its text what readers find there: [le programme du forum](…)",
    ),
    "placeholder-text": Message(
        "SG178",
        "warning",
        "`{text}` was left in the text",
        "Write in its place what readers should know. An article can wait as a draft (draft: true);"
        " pages that the law asks for cannot.",
    ),
    "unknown-identifier": Message(
        "SG179",
        "error",
        "`check.ignore`: no message is called `{value}`",
        "Write the identifier that stands in brackets behind the message: SG165.",
    ),
    "name-near": Message(
        "SG268",
        "warning",
        "`{key}`: `{value}` is new on this site, and spelt nearly as `{suggestion}`",
        "Did you mean `{suggestion}`? What is new gets a page, a list or a line of its own. If it"
        " is meant so, accept it: `check: {{ignore: [SG268]}}`",
    ),
    "identity-changed": Message(
        "SG269",
        "warning",
        "published as `{before}`, now `{after}`: feed readers and calendars will show it again",
        "Whoever subscribed knows it by its old name. A list of the site's addresses keeps that:"
        " take the move back, run `sitegen published --write`, and move again. Once the site is"
        " built with the new one, nothing is said any more.",
    ),
    "agenda-without-event": Message(
        "SG653",
        "warning",
        "this text of the agenda announces no event: it stands in no calendar",
        "Write `event:` and, below it and two spaces further in, `start:` with the day of the"
        " event. `date:` is the day on which the text is published.",
    ),
    "status-in-title": Message(
        "SG654",
        "warning",
        "the title says « {title} », and calendars show the event as if nothing had changed",
        "Write `status: {status}` under `event:`, and the title without that word: pages, lists and"
        " calendars say it themselves.",
    ),
}
