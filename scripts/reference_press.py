"""The keys of the press page and of the review, in the reference: title, words, example."""

import msgspec

from sitegen import model

PRESS: dict[type[msgspec.Struct], tuple[str, str, str]] = {
    model.Mention: (
        "A mention in the press",
        "Or a line of `_data/coverage.yaml`.",
        """
medium: La Gazette
title: À Nantes, trois jours pour apprendre
date: 2027-03-04
url: https://gazette.example.org/apprendre
kind: print
page: 12
length: 4 min
lang: fr
""",
    ),
    model.PressPageFields: (
        "The press page",
        "The file `_data/press.yaml`: it makes the page.",
        """
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
    ),
    model.PressContact: (
        "A press contact",
        "",
        """
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
    ),
    model.PressFile: (
        "A picture for the press",
        "",
        """
title: Logo des Communes reliées
files: [logo.svg, presse/logo.png]
licence: CC BY 4.0
licence_url: https://creativecommons.org/licenses/by/4.0/deed.fr
kind: logo
alt: Trois toits reliés par un fil.
credit: Les Communes reliées
""",
    ),
    model.KeyFigure: (
        "A key figure",
        "",
        """
value: "412"
label: communes adhérentes
source: Rapport moral 2026
url: /association/
date: au 19 juin 2026
""",
    ),
    model.Biography: (
        "A biography",
        "",
        """
name: Solène Arnaudin
role: Présidente
text: Maire de Saint-Aubin-les-Prés depuis 2020.
url: /association/
""",
    ),
    model.PressAgenda: (
        "Dates for the press",
        "",
        """
types: [conférence de presse]
tags: [presse]
limit: 6
""",
    ),
    model.Accreditation: (
        "An accreditation",
        "",
        """
text: Écrivez-nous la veille au plus tard.
url: https://inscription.example.org/presse
email: presse@communes-reliees.example.org
""",
    ),
    model.ReviewedMention: (
        "The press review",
        "A line of `_data/coverage.yaml`, or a row of `_data/coverage.csv`.",
        """
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
    ),
}
