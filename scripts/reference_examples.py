"""What the reference says beside the types: a title for each mapping, and every key in use."""

import msgspec

from sitegen import config, model

TITLES: dict[type[msgspec.Struct], tuple[str, str]] = {
    model.FrontMatter: (
        "Front matter of a document",
        "Between two lines of three hyphens, above an article or a page.",
    ),
    model.Image: ("An image", "Or a file alone: `image: salle.jpg`."),
    model.SourceLink: ("A source", "Or a name alone: `source: La Gazette`."),
    model.ReleaseFields: (
        "A release and the press",
        "Of a document, or of a section for all of its releases.",
    ),
    model.Correction: ("A correction", "Or a list of them."),
    model.Preview: ("A preview", "Or the name of keys alone: `preview: presse`."),
    model.Contact: ("A contact", "Or a name alone; under a document's `contact:`, a key."),
    model.EventFields: (
        "An event",
        "Under a document's `event:`; or a list of them under `events:`.",
    ),
    model.Location: ("A location", "Or a word alone: a key of `_data/venues.yaml`, or a name."),
    model.Price: ("A price", "Or an amount alone."),
    model.Slot: ("A time of an event", "What is not written is as for the whole event."),
    model.Session: ("A point of a programme", ""),
    model.Registration: ("A way to register", "Or an address alone."),
    model.Repeat: ("A recurrence", "Rules are those of calendars (RFC 5545)."),
    model.Change: ("A change of one date", "What is not written stays as it is on other dates."),
    model.Mention: ("A mention in the press", "Or a line of `_data/coverage.yaml`."),
    config.LetterConfig: ("A letter", ""),
    config.MailServerConfig: (
        "A server of mail",
        "Name and password are in `SITEGEN_SMTP_USER` and `SITEGEN_SMTP_PASSWORD`.",
    ),
    config.MailingListConfig: ("A list of subscribers", "Under its name, in `lists:`."),
    model.PressPageFields: (
        "The press page",
        "The file `_data/press.yaml`: it makes the page.",
    ),
    model.PressContact: ("A press contact", ""),
    model.PressFile: ("A picture for the press", ""),
    model.KeyFigure: ("A key figure", ""),
    model.Biography: ("A biography", ""),
    model.PressAgenda: ("Dates for the press", ""),
    model.Accreditation: ("An accreditation", ""),
    model.ReviewedMention: (
        "The press review",
        "A line of `_data/coverage.yaml`, or a row of `_data/coverage.csv`.",
    ),
    model.CheckFields: (
        "What `sitegen check` need not tell",
        "Of one document; see docs/check.md.",
    ),
    model.SectionFrontMatter: (
        "Front matter of a section",
        "Above the text of its `_index.md`; that of `content/_index.md` is the home page's.",
    ),
    config.SiteConfig: ("Keys of site.yaml", ""),
    config.LanguageConfig: (
        "A language of the site",
        "Under its tag, in `languages:`; see docs/languages.md.",
    ),
    config.PressConfig: ("Releases and the press", ""),
    config.RepositoryConfig: ("A repository", ""),
    config.EditingConfig: ("The editing page", "See docs/editing.md."),
    config.OrganisationConfig: ("An organisation", ""),
    config.Office: ("An office", ""),
    config.SectionConfig: ("Settings of a section", "Under its folder, in `sections:`."),
    config.TagConfig: ("Settings of a tag", "Under the tag, in `tags:`."),
    config.PublishingConfig: ("Where the site is published", ""),
    config.MenuItem: ("A line of a menu", "Or a word alone: a section's id, or a page's file."),
    config.MarkdownConfig: ("How Markdown is read", ""),
    config.UrlPatterns: ("Patterns of addresses", "From the site's root."),
    config.CalendarsConfig: ("Settings of calendars", ""),
    config.FeedsConfig: ("Settings of feeds", ""),
    config.PolicyConfig: ("A security policy", "Or `off` alone."),
    config.PolicySources: (
        "Sources of a policy",
        "Hosts, as the Content-Security-Policy has them.",
    ),
    model.Accessibility: (
        "A declaration of accessibility",
        "It makes the page that the law asks for.",
    ),
    config.CheckConfig: (
        "What `sitegen check` need not tell",
        "Of no document; and not ask other hosts.",
    ),
    config.DeployConfig: ("A place to deploy to", "Its address alone, or with the keys below."),
    config.ExternalConfig: ("Links to other hosts", "Where `sitegen check --external` asks."),
    config.SourceConfig: (
        "A source of news and dates",
        "Under a name of yours, in `sources:`; `sitegen fetch` asks it.",
    ),
    config.SourceRules: ("What a source is asked for", ""),
    config.SourceTarget: (
        "Where announcements stand",
        "Or a section alone: `into: agenda`.",
    ),
    config.PrivateConfig: ("Settings of private pages", "See [private pages](private.md)."),
    config.SitemapConfig: ("Settings of the sitemap", ""),
    config.ImagesConfig: ("How images are made", "Or `true` alone."),
    config.QualityConfig: ("Quality of images", "Of 100."),
}

EXAMPLES: dict[type[msgspec.Struct], str] = {
    model.CheckFields: "ignore: [SG165, SG177]",
    config.CheckConfig: """
ignore: [SG165]
external: {ignore: ["https://intranet.example.org/*"]}
dead_links: warning
""",
    config.PrivateConfig: "rounds: 1000000",
    model.Preview: "access: presse\nuntil: 2027-01-14",
    config.ExternalConfig: 'ignore: ["https://intranet.example.org/*"]',
    model.FrontMatter: """
title: "Forum 2027 : pour un numérique responsable"
date: 2027-01-15 09:30
updated: 2027-01-18
author: nadia
authors: [nadia, Paul Vannier]
tags: [numérique responsable, forum]
section: communiques
kind: communiqué
summary: Deux jours d’ateliers, en mars, à Nantes.
slug: forum-2027
aliases: [/ancienne/adresse.html]
image: {src: salle.jpg, alt: "La salle, pleine"}
source: {name: La Gazette, url: "https://gazette.example.org/forum"}
announced_by: [{name: La région, url: "https://region.example.org/forum"}]
canonical: https://gazette.example.org/forum
contact: presse
signatories: [maires, Une autre association]
place: Tours
press: {kit: true}
correction: {date: 2027-01-18, text: "Le forum a lieu les 2 et 3 mars, non les 3 et 4."}
attachments: [programme.pdf]
lang: fr
draft: false
embargo: 2027-01-15 06:00
expires: 2028-01-01
access: adherents
preview: {access: presse, until: 2027-01-14}
pinned: true
weight: 10
translates: ../en/forum.md
template: article.html
coverage: [{medium: La Gazette, title: Trois jours à Nantes, date: 2027-03-04}]
event: {start: 2027-03-02, end: 2027-03-03, location: Nantes}
events: [cafe@2027-01-07]
check: {ignore: [SG165]}
extra: {bandeau: vert}
""",
    model.Image: """
src: salle.jpg
alt: Deux cents personnes debout dans la grande salle
caption: Le forum, à Nantes
credit: Paul Vannier
licence: CC BY 4.0
focus: 30% 20%
width: 1600
height: 900
""",
    model.Mention: """
medium: La Gazette
title: À Nantes, trois jours pour apprendre
date: 2027-03-04
url: https://gazette.example.org/apprendre
kind: print
page: 12
length: 4 min
lang: fr
""",
    model.ReviewedMention: """
medium: Radio Bocage
title: Le forum vu du marché
date: 2027-03-05
url: https://radio.example.org/forum
kind: radio
page: ""
length: 6 min
lang: fr
release: communiques/2027-01-15-forum.md
""",
    model.PressPageFields: """
introduction: Tout ce qu’il faut pour parler de nous.
sections: [communiques]
releases: 6
contacts: [{contact: presse, subjects: [tous les sujets]}]
files: [{title: Logo, files: [logo.svg], licence: Usage libre, kind: logo}]
figures: [{value: "412", label: communes adhérentes, source: Rapport moral}]
biographies: [{name: Solène Arnaudin, text: Maire depuis 2020.}]
agenda: {tags: [presse]}
accreditation: {text: Écrivez-nous la veille., email: presse@communes-reliees.example.org}
extra: {couleur: vert}
""",
    config.LetterConfig: """
lists:
  nouvelles: {title: La lettre, to: lettre@listes.example.org, sender: lettre@example.org,
    unsubscribe: "https://listes.example.org/desabonnement"}
server: {host: smtp.example.org}
director: Solène Arnaudin
privacy: /donnees-personnelles/
""",
    config.MailServerConfig: """
host: smtp.example.org
port: 587
security: starttls
""",
    config.MailingListConfig: """
title: La lettre des Communes reliées
to: lettre@listes.example.org
sender: lettre@example.org
unsubscribe: https://listes.example.org/desabonnement
subscribe: https://listes.example.org/abonnement
one_click: false
language: fr
introduction: Ce que nous avons publié, et ce qui vient.
reason: Vous recevez cette lettre car vous vous y êtes inscrit.
sections: [communiques, actualites]
weeks: 4
""",
    model.PressContact: """
contact: presse
name: Claire Vasselin
role: Responsable de l’information
phone: 01 99 00 10 02
email: presse@communes-reliees.example.org
subjects: [tous les sujets]
region: toute la France
hours: de 8 h à 19 h
languages: [français, anglais]
""",
    model.PressFile: """
title: Logo des Communes reliées
files: [logo.svg, presse/logo.png]
licence: CC BY 4.0
licence_url: https://creativecommons.org/licenses/by/4.0/deed.fr
kind: logo
alt: Trois toits reliés par un fil.
credit: Les Communes reliées
""",
    model.KeyFigure: """
value: "412"
label: communes adhérentes
source: Rapport moral 2026
url: /association/
date: au 19 juin 2026
""",
    model.Biography: """
name: Solène Arnaudin
role: Présidente
text: Maire de Saint-Aubin-les-Prés depuis 2020.
url: /association/
""",
    model.PressAgenda: """
types: [conférence de presse]
tags: [presse]
limit: 6
""",
    model.Accreditation: """
text: Écrivez-nous la veille au plus tard.
url: https://inscription.example.org/presse
email: presse@communes-reliees.example.org
""",
    model.SourceLink: """
name: La Gazette
url: https://gazette.example.org/forum
date: 2027-01-14
licence: CC BY 4.0
original: https://maires.example.org/communiques/ecoles/
fetched: 2027-01-15 06:00
digest: 4dd1339a0842a95e6680fd6a8a0a37bd
""",
    model.Contact: """
name: Claire Vasselin
role: Responsable de l’information
phone: 01 99 00 10 02
email: presse@communes-reliees.example.org
""",
    model.EventFields: """
id: forum-2027
uid: 4f1c-2027@agenda.example.org
name: Forum 2027
start: 2027-03-02 09:30
end: 2027-03-03 17:00
timezone: Europe/Paris
type: forum
location: cite-congres
online: https://video.example.org/forum
status: rescheduled
previous_start: 2027-02-02 09:30
organizer: maires
registration: https://inscription.example.org/forum
times: [{start: 2027-03-02 09:30}, {start: 2027-03-03 09:30}]
repeat: {rrule: "FREQ=MONTHLY;COUNT=6"}
other_locations: [Hôtel de ville de Rezé]
accessibility: [sign-language, step-free]
accessibility_note: L’interprétation se demande avant le 15 février.
audience: [Élus, Agents d’accueil]
conditions: Réservé aux adhérents
price: [{amount: 0, name: Adhérents}, {amount: 120}]
registration_deadline: 2027-02-22
capacity: 850
programme: [{start: 09:30, name: Ouverture}]
""",
    model.Location: """
name: Cité des congrès
address: 5, rue de Valmy
postcode: "44000"
city: Nantes
country: France
geo: [47.213, -1.542]
url: https://congres.example.org/
timezone: Europe/Paris
""",
    model.Price: """
amount: 120
name: Déjeuner compris
currency: EUR
""",
    model.Slot: """
start: 2027-03-03 14:00
end: 2027-03-03 17:00
name: Ateliers
status: confirmed
previous_start: 2027-03-02 14:00
location: cite-congres
online: https://video.example.org/ateliers
""",
    model.Session: """
start: 2027-03-02 09:30
end: 2027-03-02 10:00
name: Ouverture
speakers: ["Claire Martin, présidente"]
place: Grand auditorium
summary: Ce que les habitants attendent du guichet.
""",
    model.Registration: """
url: https://inscription.example.org/forum
email: inscription@communes-reliees.example.org
phone: 01 99 00 10 05
""",
    model.Repeat: """
rrule: FREQ=MONTHLY;BYDAY=1TH
except: [2027-01-07]
also: [2027-01-14]
changes: [{date: 2027-03-04, status: cancelled}]
""",
    model.Change: """
date: 2027-02-04
start: 2027-02-05 14:00
end: 2027-02-05 16:00
timezone: Europe/Paris
name: Café des élus, chez nos voisins
status: rescheduled
location: Blois
online: https://video.example.org/cafe
""",
    model.SectionFrontMatter: """
title: Communiqués de presse
summary: Ce que l’association dit aux journalistes.
per_page: 10
feed: true
aliases: [/category/communiques/]
layout: documentation
weight: 10
lang: fr
translates: ../communiques/_index.md
press: {kit: true}
access: adherents
draft: false
check: {ignore: [SG170]}
extra: {couleur: vert}
""",
    config.SiteConfig: """
title: Les Communes reliées
url: https://communes-reliees.example.org/
language: fr
languages: {en: {title: Connected towns}, br: {title: Kumunioù kevreet}}
timezone: Europe/Paris
theme: association
theme_version: "0.1"
theme_options: {accent: "#c2185b", tagline: Un numérique public utile}
plugins: [./plugins/carte.py, sitegen-badges]
plugin_options: {carte: {zoom: 7}}
content: content
layout: ""
repository: {view: "https://git.example.org/hub/blob/main/content/"}
description: Actualités, agenda et publications des Communes reliées.
organisation:
  {name: Les Communes reliées, logo: logo.svg, contacts: {presse: {name: Claire Vasselin}}}
press: {contact: presse, licence: CC BY 4.0}
sections:
  communiques: {title: Communiqués de presse, per_page: 10}
menus:
  main: [communiques, association.md, {title: Adhérer, url: /adherer/}]
markdown: {engine: markdown}
typography: fr
urls: {tag: "/themes/{slug}/"}
tags: {numérique responsable: {aliases: [/tag/numerique/]}}
redirects: {/rapport.pdf: /rapports/rapport-2027.pdf, /adherer/: "https://adhesion.example.org/"}
publishing: {host: netlify}
feeds: {limit: 20}
calendars: {months_back: 6}
per_page: 20
security_policy: {sources: {frame-src: ["https://carte.example.org"]}}
accessibility: {conformance: partial}
letter:
  lists:
    nouvelles: {title: La lettre, to: lettre@listes.example.org, sender: lettre@example.org,
      unsubscribe: "https://listes.example.org/desabonnement"}
holidays: FR
sources:
  maires: {url: "https://maires.example.org/agenda.ics", into: agenda}
sitemap: {news: true}
private: {rounds: 1000000}
search: true
images: true
check: {ignore: [SG169]}
deploy: {online: "sftp://hub@sftp.example.org/www/"}
editing: {service: gitlab, repository: les-communes/hub}
extra: {campagne: printemps}
""",
    config.LanguageConfig: """
title: Connected towns
description: News, agenda and publications of the Connected towns.
url: /en/
untranslated: omit
menus:
  main: [communiques, association.md, {title: Join, url: /en/join/}]
sections:
  communiques: {title: Press releases}
urls: {tag: "/topics/{slug}/"}
typography: "off"
organisation: {name: Connected towns, logo: logo.svg}
accessibility: {conformance: partial}
theme_options: {tagline: Digital services for everybody}
extra: {campagne: spring}
""",
    config.EditingConfig: """
service: forgejo
repository: les-communes/hub
branch: main
url: "https://git.example.org"
client_id: 0f5c1a52-6e0e-4a0b-9d0c-6a1f0c3a7c11
sign_in: "https://auth.example.org"
workflow: false
folder: admin
""",
    config.DeployConfig: """
to: s3://hub.example.org/
endpoint: https://s3.example.net
region: fr-par
branch: pages
known_hosts: known_hosts
language: en
""",
    model.ReleaseFields: """
kit: true
issuer: maires
office: Antenne Occitanie
""",
    model.Correction: """
date: 2027-01-18
text: Le forum a lieu les 2 et 3 mars, non les 3 et 4.
""",
    config.PressConfig: """
kinds: [communiqué]
contact: presse
licence: CC BY 4.0, en citant l’auteur
""",
    config.RepositoryConfig: """
view: https://git.example.org/hub/blob/main/content/
edit: https://git.example.org/hub/edit/main/content/
""",
    config.OrganisationConfig: """
name: Les Communes reliées
legal_form: Association régie par la loi du 1er juillet 1901
address: 14, rue des Mariniers-de-Loire, 37000 Tours
email: bonjour@communes-reliees.example.org
phone: 01 99 00 10 00
logo: logo.svg
founded: "2015"
boilerplate: L’association rassemble deux cents communes qui partagent leurs outils.
boilerplate_in: {en: The association brings together two hundred towns.}
registration: RNA W000000000
social: ["https://social.example.org/@communes-reliees"]
offices: [{name: Antenne Occitanie, phone: 01 99 00 60 00}]
contacts:
  presse: {name: Claire Vasselin, email: presse@communes-reliees.example.org}
""",
    config.Office: """
name: Antenne Occitanie
address: 2, place de la Clé-des-Causses, 12000 Rodez
phone: 01 99 00 60 00
email: occitanie@communes-reliees.example.org
people: [{name: Sabine Roumégoux, role: Déléguée régionale}]
""",
    config.SectionConfig: """
title: Communiqués de presse
slug: communiques-de-presse
per_page: 10
feed: true
layout: documentation
aliases: [/category/communiques/]
press: {kit: true}
""",
    config.TagConfig: "aliases: [/tag/numerique/]",
    config.PublishingConfig: "host: apache\nwebmention: true",
    config.MenuItem: """
title: Adhérer
url: /adherer/
target: association.md
""",
    config.MarkdownConfig: "engine: commonmark\nraw_html: escape\ntime_limit: 5",
    config.UrlPatterns: """
article: "/{section}/{year}/{slug}/"
sections: {blog: "/blog/{path}/"}
page: "/{path}/"
tag: "/themes/{slug}/"
author: "/auteurs/{slug}/"
organisation: "/signataires/{slug}/"
archives: /archives/
agenda: /agenda/
agenda_past: /agenda/passes/
agenda_subscribe: /agenda/abonnement/
private: /reserve/
search: /recherche/
accessibility: /accessibilite/
press: /presse/
coverage: /presse/revue-de-presse/
letters: /lettre/
""",
    config.CalendarsConfig: """
months_back: 6
keep_removed: 60
outlook: true
""",
    config.FeedsConfig: """
limit: 30
full_content: false
formats: [atom, json]
hub: https://push.example.org/
""",
    config.PolicyConfig: """
enabled: true
sources: {img-src: ["https://tuiles.example.org"]}
""",
    config.PolicySources: """
img-src: ["https://tuiles.example.org"]
media-src: ["https://sons.example.org"]
frame-src: ["https://carte.example.org"]
script-src: ["https://scripts.example.org"]
style-src: ["https://styles.example.org"]
font-src: ["https://polices.example.org"]
connect-src: ["https://donnees.example.org"]
form-action: ["https://formulaires.example.org"]
""",
    model.Accessibility: """
conformance: partial
standard: RGAA 4.1.2
declared: 2026-11-20
audited: 2026-10-01
auditor: Une société d’audit
rate: 71.5
failures: [Certains documents PDF ne sont pas accessibles.]
burdens: [Les vidéos d’avant 2020 ne seront pas sous-titrées.]
exempt: [Une carte interactive.]
scheme: /schema-accessibilite/
actions: d’abord l’audit complet du site
technologies: [HTML5, CSS, SVG]
environments: [Firefox avec NVDA]
tools: [vérifications automatiques du code]
pages: [accueil, un article]
contact: webmestre
""",
    config.SourceConfig: """
url: https://maires.example.org/agenda.ics  # or `site`
site: sites/nantes  # in its place, another site of the workspace
into: {section: agenda, kind: Partenaire}
name: Les maires
kind: ics
only: {places: [Nantes]}
limit: 100
licence: CC BY 4.0
consent: Courriel de Mme Vasselin, 3 mars 2027
language: fr
keep: 365
pictures: true
files: true
pages: true
credential: MAIRES_TOKEN
""",
    config.SourceRules: """
what: events
tags: [numérique]
words: [open data, données ouvertes]
without: [complet]
places: [Nantes, "44000"]
after: 2027-01-01
before: 2028-01-01
""",
    config.SourceTarget: """
section: agenda
kind: Partenaire
tags: [partenaires]
own_tags: true
folder: agenda/maires
""",
    config.SitemapConfig: "news: true",
    config.ImagesConfig: """
active: true
widths: [480, 800, 1280]
formats: [avif, webp]
quality: {webp: 80}
cards: true
""",
    config.QualityConfig: """
avif: 52
webp: 76
jpeg: 80
""",
}
