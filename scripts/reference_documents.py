"""The keys of a document, in the reference: title, words below it, example with every key."""

import msgspec

from sitegen import model

DOCUMENTS: dict[type[msgspec.Struct], tuple[str, str, str]] = {
    model.FrontMatter: (
        "Front matter of a document",
        "Between two lines of three hyphens, above an article or a page.",
        """
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
    ),
    model.Image: (
        "An image",
        "Or a file alone: `image: salle.jpg`.",
        """
src: salle.jpg
alt: Deux cents personnes debout dans la grande salle
caption: Le forum, à Nantes
credit: Paul Vannier
licence: CC BY 4.0
focus: 30% 20%
width: 1600
height: 900
""",
    ),
    model.SourceLink: (
        "A source",
        "Or a name alone: `source: La Gazette`.",
        """
name: La Gazette
url: https://gazette.example.org/forum
date: 2027-01-14
licence: CC BY 4.0
original: https://maires.example.org/communiques/ecoles/
fetched: 2027-01-15 06:00
digest: 4dd1339a0842a95e6680fd6a8a0a37bd
""",
    ),
    model.ReleaseFields: (
        "A release and the press",
        "Of a document, or of a section for all of its releases.",
        """
kit: true
issuer: maires
office: Antenne Occitanie
""",
    ),
    model.Correction: (
        "A correction",
        "Or a list of them.",
        """
date: 2027-01-18
text: Le forum a lieu les 2 et 3 mars, non les 3 et 4.
""",
    ),
    model.Preview: (
        "A preview",
        "Or the name of keys alone: `preview: presse`.",
        "access: presse\nuntil: 2027-01-14",
    ),
    model.Contact: (
        "A contact",
        "Or a name alone; under a document's `contact:`, a key.",
        """
name: Claire Vasselin
role: Responsable de l’information
phone: 01 99 00 10 02
email: presse@communes-reliees.example.org
""",
    ),
    model.EventFields: (
        "An event",
        "Under a document's `event:`; or a list of them under `events:`.",
        """
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
    ),
    model.Location: (
        "A location",
        "Or a word alone: a key of `_data/venues.yaml`, or a name.",
        """
name: Cité des congrès
address: 5, rue de Valmy
postcode: "44000"
city: Nantes
country: France
geo: [47.213, -1.542]
url: https://congres.example.org/
timezone: Europe/Paris
""",
    ),
    model.Price: (
        "A price",
        "Or an amount alone.",
        """
amount: 120
name: Déjeuner compris
currency: EUR
""",
    ),
    model.Slot: (
        "A time of an event",
        "What is not written is as for the whole event.",
        """
start: 2027-03-03 14:00
end: 2027-03-03 17:00
name: Ateliers
status: confirmed
previous_start: 2027-03-02 14:00
location: cite-congres
online: https://video.example.org/ateliers
""",
    ),
    model.Session: (
        "A point of a programme",
        "",
        """
start: 2027-03-02 09:30
end: 2027-03-02 10:00
name: Ouverture
speakers: ["Claire Martin, présidente"]
place: Grand auditorium
summary: Ce que les habitants attendent du guichet.
""",
    ),
    model.Registration: (
        "A way to register",
        "Or an address alone.",
        """
url: https://inscription.example.org/forum
email: inscription@communes-reliees.example.org
phone: 01 99 00 10 05
""",
    ),
    model.Repeat: (
        "A recurrence",
        "Rules are those of calendars (RFC 5545).",
        """
rrule: FREQ=MONTHLY;BYDAY=1TH
except: [2027-01-07]
also: [2027-01-14]
changes: [{date: 2027-03-04, status: cancelled}]
""",
    ),
    model.Change: (
        "A change of one date",
        "What is not written stays as it is on other dates.",
        """
date: 2027-02-04
start: 2027-02-05 14:00
end: 2027-02-05 16:00
timezone: Europe/Paris
name: Café des élus, chez nos voisins
status: rescheduled
location: Blois
online: https://video.example.org/cafe
""",
    ),
    model.CheckFields: (
        "What `sitegen check` need not tell",
        "Of one document; see docs/check.md.",
        "ignore: [SG165, SG177]",
    ),
    model.SectionFrontMatter: (
        "Front matter of a section",
        "Above the text of its `_index.md`; that of `content/_index.md` is the home page's.",
        """
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
    ),
}
