"""Messages: themes and their options."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "block-unknown": Message(
        "SG344",
        "warning",
        "the block `{name}` is never shown: `{parent}` has none of that name",
        "Its blocks: {known}. What stands within a page is in parts/, a file each.",
    ),
    "template-unused": Message(
        "SG345",
        "warning",
        "the template `{template}` is never used: no page and no other template names it",
        'Name it where it is wanted, from templates/ on, as in {{% include "{template}" %}}; or'
        " remove it.",
    ),
    "template-unused-near": Message(
        "SG346",
        "warning",
        "the template `{template}` is never used: no page and no other template names it",
        "Did you mean `{suggestion}`? A file takes the place of one of its own name alone.",
    ),
    "catalogue-unreadable": Message(
        "SG615",
        "error",
        "this line of a catalogue is not understood: `{excerpt}`",
        'A message is `msgid "…"`, then `msgstr "…"`; texts stand in quotation marks, one a line.',
    ),
    "words-untranslated": Message(
        "SG613",
        "warning",
        "`{words}` is not translated: readers see it in English",
        'Write it between the quotation marks of `msgstr ""`.',
    ),
    "words-guessed": Message(
        "SG614",
        "warning",
        "the translation of `{words}` is a guess: readers see English",
        "Mend it, and take `fuzzy` out of the line that begins with `#,`.",
    ),
    "words-unused": Message(
        "SG347",
        "warning",
        "this translation is never read: no template shows `{words}`",
        "Copy the words from the template, letter by letter; a plural is `msgid_plural` under its"
        " singular.",
    ),
    "words-unused-near": Message(
        "SG348",
        "warning",
        "this translation is never read: no template shows `{words}`",
        "Did you mean `{suggestion}`?",
    ),
    "theme-rule-broken": Message(
        "SG606",
        "error",
        "`{rule}` ({pages}; {look}): {element}",
        "axe: {help}. dequeuniversity.com/rules/axe/ tells more of each rule.",
    ),
    "theme-contrast": Message(
        "SG607",
        "error",
        "{ink} on {ground} is {ratio}:1, and cannot be read by all ({pages}; {look}): {element}",
        "Text needs {wanted}:1 (WCAG 2.2, 1.4.3): make one of the colours darker, or the other"
        " lighter. The filter `palette` makes shades that can be read.",
    ),
    "theme-without-nothing": Message(
        "SG609",
        "warning",
        "no theme has a file `{path}` that could be left out",
        "Write its address below the site's root, as assets/agenda.css; or take it out.",
    ),
    "theme-without-linked": Message(
        "SG618",
        "error",
        "`{path}` is left out, and pages link it all the same (such as {page})",
        "Take it out of `without:`, or hide the template that links it: a sheet comes by"
        " parts/sheet.html.",
    ),
    "theme-unseen": Message(
        "SG608",
        "note",
        "contrast and accessibility of the theme's pages were not looked at: no {missing} here",
        "Install a chromium or a chrome, and the extra: pip install 'sitegen-hub[theme]'",
    ),
    "template-missing": Message(
        "SG080", "error", "no template `{template}` (for {page})", "It belongs in templates/."
    ),
    "template-wants-date": Message(
        "SG210",
        "error",
        "`template: {template}` shows articles, and this document has no date",
        "Write a line `date:` with the day of publication, or leave `template` out: it is a page.",
    ),
    "template-of-others": Message(
        "SG211",
        "error",
        "`template: {template}` is not made for documents: it shows a list, or something else",
        "Leave `template` out, or write the name of a template of your own, made from page.html.",
    ),
    "template-failed": Message("SG081", "error", "{reason} (for {page})", "The line is: {excerpt}"),
    "unknown-option": Message(
        "SG142",
        "error",
        "the theme `{theme}` has no option `{name}`",
        "Its options: {known}.",
    ),
    "unknown-option-near": Message(
        "SG143",
        "error",
        "the theme `{theme}` has no option `{name}`",
        "Did you mean `{suggestion}`?",
    ),
    "bad-colour": Message(
        "SG144",
        "error",
        "`{key}`: `{value}` is no colour",
        'Write "#0b5d66", in quotes (a `#` without them begins a comment), or a CSS name such as'
        " teal.",
    ),
    "unknown-parent": Message(
        "SG145",
        "error",
        "`extends`: unknown theme `{theme}`",
        "Themes that are here: {known}. That of a package is installed with pip.",
    ),
    "theme-cycle": Message(
        "SG146",
        "error",
        "`extends`: a theme would extend itself ({chain})",
        "A child theme has a name of its own. To change a file of `{theme}`, write that file in"
        " themes/{theme}/, without `extends`.",
    ),
    "option-file-missing": Message(
        "SG147",
        "error",
        "`{key}`: no published file `{file}`",
        "Write its path from content/: logo.svg, images/logo.svg.",
    ),
    "option-type-differs": Message(
        "SG148",
        "error",
        "the option `{name}` has the type {type} in the theme that this one extends",
        "Leave `type` out, or give the option another name.",
    ),
    "theme-name": Message(
        "SG555",
        "error",
        "`{name}` cannot be the name of a theme",
        "It is that of a folder of themes/: small letters and hyphens.",
    ),
    "theme-exists": Message(
        "SG556",
        "error",
        "there is a theme `{name}` already",
        "Take another name; `sitegen theme list` shows those that are there.",
    ),
    "theme-file-unknown": Message(
        "SG557",
        "error",
        "the theme below has no file `{name}`",
        "Name a template, parts/footer.html, or a static file, static/assets/site.js.",
    ),
    "theme-file-unknown-near": Message(
        "SG558",
        "error",
        "the theme below has no file `{name}`",
        "Did you mean `{suggestion}`?",
    ),
    "theme-file-exists": Message(
        "SG559",
        "error",
        "{path} is there already",
        "Change that one; `sitegen theme diff` shows what it hides.",
    ),
    "option-unread": Message(
        "SG560",
        "warning",
        "no template asks for the option `{name}`",
        'Ask for it, {{{{ site.option("{name}") }}}}; or take it out.',
    ),
    "theme-version": Message(
        "SG552",
        "error",
        "`{key}`: `{value}` is no version",
        "Write numbers with dots between: 1.2.",
    ),
    "theme-wants-sitegen": Message(
        "SG553",
        "error",
        "the theme `{theme}` wants sitegen {wanted} or newer, and this is {version}",
        "Install the newer one, or an older version of the theme.",
    ),
    "theme-too-old": Message(
        "SG554",
        "error",
        "the theme `{theme}` is {version}, and the site wants {wanted} or newer",
        "Install the newer version of the theme, or ask for less.",
    ),
    "shortcode-declaration": Message(
        "SG550",
        "error",
        "`{key}`: {reason}",
        "docs/themes.md shows how a shortcode of a theme's own is declared.",
    ),
    "catalogue-plurals": Message(
        "SG330",
        "error",
        "`Plural-Forms` of this catalogue does not count: `{reason}`",
        "Write the line that gettext's manual has for the language, or none: then its own rule"
        ' counts. Of English: "Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
    ),
    "choice-twice": Message("SG149", "error", "`{key}`: `{value}` stands twice", "Remove one."),
}
