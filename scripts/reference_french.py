"""The words of docs/reference-fr.md that stand beside the keys' own (those are the program's)."""

FRENCH = {
    # The page
    "Reference": "Référence",
    "Reference of keys": "Référence des clés",
    "Every key of the front matter and of site.yaml.": (
        "Toutes les clés de l’en-tête et de site.yaml."
    ),
    "What may stand above a document and in `site.yaml`: each key with its value, its default\n"
    "and what it is. An unknown key is an error that names the nearest one. `sitegen schema`\n"
    "gives the same to editors. What templates can ask is in\n"
    "[the templates' reference](reference-templates.md).\n"
    "*Cette page existe aussi [en français](reference-fr.md).*\n": (
        "Ce qui peut figurer au-dessus d’un texte et dans `site.yaml` : chaque clé avec sa\n"
        "valeur, sa valeur par défaut et ce qu’elle veut dire. Une clé inconnue est une erreur,\n"
        "qui nomme la plus proche. `sitegen schema` donne la même chose aux éditeurs. Ce que les\n"
        "gabarits peuvent demander se trouve dans [leur référence](reference-templates.md).\n"
        "*Cette page existe aussi [en anglais](reference.md).*\n"
    ),
    "Where *one or a list* is allowed, a single value needs no brackets. A key with nothing\n"
    "behind it is a key not given.\n": (
        "Là où *une ou une liste* est permis, une seule valeur se passe de crochets. Une clé sans\n"
        "rien derrière elle est une clé absente.\n"
    ),
    "A preview": "Un document pour relecture",
    "Or the name of keys alone: `preview: presse`.": (
        "Ou le nom des clés seul : `preview: presse`."
    ),
    "Settings of private pages": "Ce que dit `private`",
    "See [private pages](private.md).": "Voyez [les pages privées](pages-privees.md).",
    "## Dates\n": "## Dates\n",
    "`2027-03-02` is a day, `2027-03-02 09:30` an hour of the site's zone,\n"
    "`2027-03-02T09:30+01:00` an instant. `2/3/2027` is refused: it means two days.\n": (
        "`2027-03-02` est un jour, `2027-03-02 09:30` une heure du fuseau du site,\n"
        "`2027-03-02T09:30+01:00` un instant. `2/3/2027` est refusé : il désigne deux jours.\n"
    ),
    "| key | value | default | what it is |": "| clé | valeur | par défaut | ce que c’est |",
    "required": "obligatoire",
    # Values
    "text": "texte",
    "`true`, `false`": "`true`, `false`",
    "whole number": "nombre entier",
    "number": "nombre",
    "anything": "n’importe quoi",
    "[date](#dates)": "[date](#dates)",
    "`30% 20%`": "`30% 20%`",
    "file": "fichier",
    "; one or a list": " ; une ou une liste",
    "names, each with anything": "des noms, chacun avec n’importe quoi",
    "names, each: ": "des noms, pour chacun : ",
    " or ": " ou ",
    # Mappings. Titles without accents have the same anchors on code hosts and on sites.
    "Front matter of a document": "En-tête d’un document",
    "Between two lines of three hyphens, above an article or a page.": (
        "Entre deux lignes de trois tirets, au-dessus d’un article ou d’une page."
    ),
    "An image": "Une image",
    "Or a file alone: `image: salle.jpg`.": "Ou un fichier seul : `image: salle.jpg`.",
    "A source": "Une source",
    "Of a document, or of a section for all of its releases.": (
        "D’un document, ou d’une rubrique pour tous ses communiqués."
    ),
    "Or a list of them.": "Ou plusieurs, en liste.",
    "Or a name alone: `source: La Gazette`.": "Ou un nom seul : `source: La Gazette`.",
    "A contact": "Un contact",
    "Or a name alone; under a document's `contact:`, a key.": (
        "Ou un nom seul ; sous `contact:` d’un document, une clé."
    ),
    "An event": "Ce que dit `event`",
    "Under a document's `event:`; or a list of them under `events:`.": (
        "Sous `event:` d’un document ; ou une liste d’événements sous `events:`."
    ),
    "A location": "Un lieu",
    "Or a word alone: a key of `_data/venues.yaml`, or a name.": (
        "Ou un mot seul : une clé de `_data/venues.yaml`, ou un nom."
    ),
    "A way to register": "Une inscription",
    "Or an address alone.": "Ou une adresse seule.",
    "A recurrence": "Ce que dit `repeat`",
    "Rules are those of calendars (RFC 5545).": "Les règles sont celles des agendas (RFC 5545).",
    "A change of one date": "Une date qui change",
    "What is not written stays as it is on other dates.": (
        "Ce qui n’est pas écrit reste comme aux autres dates."
    ),
    "A mention in the press": "Un article de presse",
    "Or a line of `_data/coverage.yaml`.": "Ou une ligne de `_data/coverage.yaml`.",
    "The press page": "Un espace presse",
    "The file `_data/press.yaml`: it makes the page.": (
        "Le fichier `_data/press.yaml` : il produit la page."
    ),
    "A letter": "Ce que dit `letter`",
    "A server of mail": "Un serveur de courriel",
    "A language of the site": "Une langue du site",
    "Under its tag, in `languages:`; see docs/languages.md.": (
        "Sous son étiquette, dans `languages:` ; voir docs/plusieurs-langues.md."
    ),
    "Name and password are in `SITEGEN_SMTP_USER` and `SITEGEN_SMTP_PASSWORD`.": (
        "Le nom et le mot de passe sont dans `SITEGEN_SMTP_USER` et `SITEGEN_SMTP_PASSWORD`."
    ),
    "A list of subscribers": "Une liste de diffusion",
    "Under its name, in `lists:`.": "Sous son nom, dans `lists:`.",
    "A press contact": "Un contact presse",
    "A picture for the press": "Une image pour la presse",
    "A key figure": "Un chiffre pour la presse",
    "A biography": "Une biographie",
    "Dates for the press": "Des dates pour la presse",
    "An accreditation": "Pour les journalistes",
    "The press review": "Une revue de presse",
    "A line of `_data/coverage.yaml`, or a row of `_data/coverage.csv`.": (
        "Une ligne de `_data/coverage.yaml`, ou de `_data/coverage.csv`."
    ),
    "What `sitegen check` need not tell": "Ce que `sitegen check` doit taire",
    "Of one document; see docs/check.md.": "D’un document ; voir docs/controles.md.",
    "Front matter of a section": "En-tête d’une rubrique",
    "Above the text of its `_index.md`; that of `content/_index.md` is the home page's.": (
        "Au-dessus du texte de son `_index.md` ; dans `content/_index.md`, celui de l’accueil."
    ),
    "Keys of site.yaml": "Clés de site.yaml",
    "A repository": "Ce que dit `repository`",
    "The editing page": "La page de saisie",
    "See docs/editing.md.": "Voir docs/editing.md.",
    "An organisation": "Une organisation",
    "An office": "Un bureau",
    "Settings of a section": "Une rubrique",
    "Under its folder, in `sections:`.": "Sous son dossier, dans `sections:`.",
    "Settings of a tag": "Une ligne de `tags`",
    "Under the tag, in `tags:`.": "Sous le mot-clé, dans `tags:`.",
    "Where the site is published": "Ce que dit `publishing`",
    "A line of a menu": "Une ligne de menu",
    "Or a word alone: a section's id, or a page's file.": (
        "Ou un mot seul : le dossier d’une rubrique, ou le fichier d’une page."
    ),
    "How Markdown is read": "Lecture du Markdown",
    "Patterns of addresses": "Formes des adresses",
    "From the site's root.": "Depuis la racine du site.",
    "Settings of feeds": "Les flux",
    "A security policy": "Une Content-Security-Policy",
    "Or `off` alone.": "Ou `off` seul.",
    "Sources of a policy": "Les sources permises",
    "Hosts, as the Content-Security-Policy has them.": (
        "Des hôtes, écrits comme dans la Content-Security-Policy."
    ),
    "A declaration of accessibility": "Ce que dit `accessibility`",
    "It makes the page that the law asks for.": "Elle produit la page que la loi demande.",
    "Of no document; and not ask other hosts.": "D’aucun document ; ni demander à d’autres sites.",
    "Links to other hosts": "Liens externes",
    "Where `sitegen check --external` asks.": "Là où `sitegen check --external` vérifie.",
    "A source of news and dates": "Une source de nouvelles et de dates",
    "Under a name of yours, in `sources:`; `sitegen fetch` asks it.": (
        "Sous un nom de votre choix, dans `sources:` ; `sitegen fetch` l’interroge."
    ),
    "What a source is asked for": "Ce qui est pris des sources",
    "Where announcements stand": "Une page de partenaire",
    "Or a section alone: `into: agenda`.": "Ou une rubrique seule : `into: agenda`.",
    "Settings of the sitemap": "Le plan du site",
    "How images are made": "Production des images",
    "Or `true` alone.": "Ou `true` seul.",
    "Quality of images": "Compression des images",
    "Of 100.": "Sur 100.",
}
