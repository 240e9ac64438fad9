"""Messages: releases and their kits for the press."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "press-extra-missing": Message(
        "SG460",
        "error",
        "press kits were not made: what makes PDFs and mails is not installed",
        "Install it: pip install 'sitegen-hub[press]'",
    ),
    "pango-missing": Message(
        "SG461",
        "error",
        "press kits were not made, WeasyPrint lacks a library of the system: {reason}",
        "Install Pango. Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0"
        " libharfbuzz-subset0; macOS: brew install pango; Windows: see docs/press.md.",
    ),
    "pdf-failed": Message(
        "SG462",
        "error",
        "the press kit of this text cannot be made: {reason}",
        "Write its tables and pictures more simply; or `press: {{kit: false}}`, for none.",
    ),
    "kit-without-boilerplate": Message(
        "SG463",
        "warning",
        "the press kit does not say who `{name}` is",
        "Write `boilerplate:` under `organisation:` in site.yaml; of others, under their key in"
        " content/_data/organisations.yaml.",
    ),
    "kit-boilerplate-language": Message(
        "SG634",
        "warning",
        "the press kit is in the language `{language}`, and says in another one who `{name}` is",
        "Write `boilerplate_in: {{{language}: …}}` beside `boilerplate:`.",
    ),
    "kit-without-contact": Message(
        "SG464",
        "warning",
        "the press kit names nobody to ask",
        "Write `contact:` here, or for all releases `press: {{contact: presse}}` in site.yaml.",
    ),
    "kit-picture-without-licence": Message(
        "SG465",
        "warning",
        "the press kit does not say what may be done with {file}",
        "Write `licence:` under `image:`; or for all pictures `press: {{licence: …}}` in"
        " site.yaml.",
    ),
    "kit-letter": Message(
        "SG471",
        "warning",
        "the PDF of the press kit has a box in place of `{letter}`",
        "Its fonts hold the letters of Latin; write a word for the sign, or let the theme's"
        " press/pdf.css bring a font that has it.",
    ),
    "unknown-office": Message(
        "SG466",
        "error",
        "`{value}` is no office of the organisation",
        "Write the `name` of one of `organisation.offices` in site.yaml.",
    ),
    "unknown-office-near": Message(
        "SG467",
        "error",
        "`{value}` is no office of the organisation",
        "Did you mean `{suggestion}`?",
    ),
    "unknown-issuer": Message(
        "SG468",
        "error",
        "nobody knows the organisation `{value}`, which issues the release",
        "Write a key of content/_data/organisations.yaml.",
    ),
    "kit-of-page": Message(
        "SG469",
        "warning",
        "a page without a date has no press kit",
        "Give it a `date`, or take `kit` out.",
    ),
    "press-kind-unused": Message(
        "SG630",
        "warning",
        "`press: kinds` names `{value}`, and no text is of that kind",
        "Write it as texts do: `kind: …`. Their kinds: {known}.",
    ),
    "no-email": Message(
        "SG631",
        "warning",
        "`{value}` is no e-mail address",
        "Write the address alone, such as presse@example.org: programs make a letter to it.",
    ),
    "no-phone": Message(
        "SG632",
        "warning",
        "`{value}` is no telephone number",
        "Write the number alone, as it is dialled: 01 99 00 10 02, or +33 1 99 00 10 02.",
    ),
    "correction-too-early": Message(
        "SG470",
        "warning",
        "the correction is older than what it corrects",
        "Write the day on which it was corrected.",
    ),
}
