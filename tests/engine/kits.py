"""A site with press kits, as small as it can be, and edits of it, each with a single cause."""

import re
from collections.abc import Callable

from sitegen.rendering.press.pdf import Fetch
from tests.engine.editing import Edit, rename, swap, toggle
from tests.engine.small_site import SMALL

FORUM = "content/releases/2026-02-10-forum.md"
DATA = "content/_data/organisations.yaml"
KITS = f"""{SMALL}
-- site.yaml --
title: Hub
url: https://hub.example.org/
theme: mini
organisation:
  name: Association des communes
  boilerplate: Elle rassemble des communes.
  boilerplate_in: {{en: It brings towns together.}}
  contacts: {{presse: {{name: Ana Ruiz, email: presse@hub.example.org}}, autre: {{name: Bob}}}}
  offices: [{{name: Ouest, people: [{{name: Zoé Caradoc}}]}}]
press: {{contact: presse, licence: CC BY 4.0}}
sections: {{releases: {{title: Communiqués}}}}
-- {DATA} --
maires: {{name: Les maires, boilerplate: Ils sont maires.}}
-- content/releases/_index.md --
---
title: Communiqués
press: {{kit: true}}
---
-- {FORUM} --
---
title: Le forum
kind: communiqué
place: Nantes
signatories: [maires]
image: {{src: salle.svg, alt: La salle, caption: La salle pleine, credit: Ana}}
attachments: [programme.txt]
event: {{id: forum, start: 2026-12-24 09:00}}
correction: {{date: 2026-02-12, text: "Deux jours, non trois."}}
---
Le texte du forum. Voir [alpha](../news/2026-01-10-alpha.md).

![Le plan](plan.svg "Le plan de la ville")
-- content/releases/2026-02-11-prix.md --
---
title: Le prix
---
Le texte du prix.
-- content/releases/salle.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/releases/plan.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"></svg>
-- content/releases/programme.txt --
Neuf heures.
-- content/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>
-- themes/mini/templates/article.html --
<h1>{{{{ entry.title }}}}</h1>{{{{ body }}}}{{{{ site.kit(entry) }}}}
-- themes/mini/templates/agenda_subscribe.html --
{{{{ site.title }}}}
-- themes/mini/templates/press/pdf.html --
<html lang="{{{{ sheet.language }}}}"><style>{{% include "press/pdf.css" %}}</style>
<title>{{{{ sheet.title }}}}</title>
<img src="{{{{ site.url("/logo.svg") }}}}" alt="Logo">{{{{ sheet.embargo }}}} {{{{ body }}}}
-- themes/mini/templates/press/pdf.css --
p {{ margin: 0 }}
-- themes/mini/templates/press/mail.html --
<html><head><style>p {{ margin: 0 }}</style></head><body>{{{{ body }}}}</body></html>
"""


def quick_pdf(html: str, address: str, fetch: Fetch) -> bytes:
    """Stand for `make_pdf`: what it gives depends on the same, and takes no time."""
    files = (fetch(f"https://hub.example.org{url}") for url in re.findall(r'src="(/[^"]+)"', html))
    return html.encode() + address.encode() + b"".join(file[0] for file in files if file)


def _files(*names: str) -> set[str]:
    return {f"releases/forum/forum{name}" for name in names}


PDFS = _files(".pdf", ".eml", ".zip")
"""What holds the PDF."""
KIT = PDFS | _files(".txt", "-mail.html", "-photos.txt")
PAGE = {"releases/forum/index.html"}

KIT_EDITS: dict[str, tuple[Edit, set[str] | None]] = {
    "its text": (swap(FORUM, "Le texte du forum.", "Un autre texte."), KIT | PAGE),
    "the print sheet": (swap("themes/mini/templates/press/pdf.css", "0", "1px"), None),
    "the print template": (swap("themes/mini/templates/press/pdf.html", "<img", "<img id=a"), None),
    "the mail's template": (swap("themes/mini/templates/press/mail.html", "0", "1px"), None),
    "its signatories": (swap(FORUM, "signatories: [maires]", "signatories: []"), None),
    "who a signatory is": (swap(DATA, "sont", "étaient"), KIT | PAGE),
    "who issues it": (swap(FORUM, "kind:", "press: {issuer: maires}\nkind:"), KIT | PAGE),
    "the office that answers": (swap(FORUM, "kind:", "press: {office: Ouest}\nkind:"), KIT | PAGE),
    "its contact": (swap(FORUM, "kind:", "contact: autre\nkind:"), None),
    "the contact of all": (swap("site.yaml", "contact: presse", "contact: autre"), None),
    "who the organisation is": (swap("site.yaml", "rassemble", "réunit"), None),
    "who it is in English": (swap("site.yaml", "brings", "binds"), set()),
    "its language": (swap(FORUM, "kind:", "lang: en\nkind:"), None),
    "the licence of all": (swap("site.yaml", "CC BY 4.0", "CC0"), None),
    "its picture's licence": (swap(FORUM, "credit: Ana", "credit: Ana, licence: CC0"), None),
    "its picture": (swap("content/releases/salle.svg", 'width="20"', 'width="30"'), None),
    "a picture of its text": (
        swap("content/releases/plan.svg", 'width="40"', 'width="50"'),
        KIT | PAGE,
    ),
    "a caption": (swap(FORUM, "de la ville", "du quartier"), KIT | PAGE),
    "its correction": (swap(FORUM, "non trois", "non quatre"), None),
    "its attachment": (swap("content/releases/programme.txt", "Neuf", "Dix"), None),
    "the logo": (swap("content/logo.svg", 'width="10"', 'width="11"'), None),
    "no kit of its own": (swap(FORUM, "kind:", "press: {kit: false}\nkind:"), None),
    "no kits in the section": (swap("content/releases/_index.md", "true", "false"), None),
    "kits by kind": (swap("site.yaml", "press: {", "press: {kinds: [communiqué], "), None),
    "a section's settings": (
        swap("site.yaml", "{title: Communiqués}", "{title: Communiqués, press: {office: Ouest}}"),
        None,
    ),
    "the address of what it links to": (
        swap("content/news/2026-01-10-alpha.md", "title: Alpha", "slug: autre\ntitle: Alpha"),
        None,
    ),
    "an event's date": (swap(FORUM, "12-24 09:00", "12-25 09:00"), None),
    "an embargo to come": (swap(FORUM, "kind:", "embargo: 2026-12-01 06:00\nkind:"), None),
    "its name": (rename(FORUM, "content/releases/2026-02-10-foire.md"), None),
    "another release": (
        toggle("content/releases/2026-02-12-c.md", "---\ntitle: C\n---\nTexte.\n"),
        None,
    ),
    "a lost file of the kit": (lambda site: site.remove("output/releases/forum/forum.txt"), None),
    "a tampered file of the kit": (
        lambda site: site.write("output/releases/forum/forum.pdf", "x"),
        None,
    ),
}
"""What is edited, and the pages that are rendered for it; None where that is not looked at."""

Build = Callable[[], object]
