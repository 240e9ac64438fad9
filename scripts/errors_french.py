"""The words of docs/erreurs.md that stand beside the messages' own (those are the program's)."""

FAMILIES = {
    "Files, their names and encodings": "Fichiers, leurs noms et leurs encodages",
    "YAML, JSON, CSV and front matter": "YAML, JSON, CSV et le haut des textes",
    "Keys and values": "Mots-clefs et valeurs",
    "Settings of the site": "Options du site",
    "Links, events and addresses": "Liens, rendez-vous et adresses",
    "Shortcodes and HTML in texts": "Blocs et HTML dans les textes",
    "Languages and translations": "Langues et traductions",
    "Private pages": "Pages pour quelques lecteurs",
    "Themes and their options": "Gabarits et options du visuel",
    "Plugins": "Greffons",
    "Images and search": "Images et recherche",
    "The press page and the letter": "La page de presse et la lettre",
    "Releases for the press": "Dossiers pour la presse",
    "Building, publishing, serving": "Construire, publier, servir",
    "Deploying": "Mettre en ligne",
    "New sites and documents": "Nouveaux sites et nouveaux textes",
    "The editing page": "La page de saisie",
    "Sites that move in": "Reprise des anciens sites",
    "Several sites": "Plusieurs sites",
    "Sources of partners": "Sources des partenaires",
    "Advice of `sitegen check`": "Les conseils de `sitegen check`",
    "The output, looked through": "Les pages produites, relues",
}
"""Titles whose anchors need no accent, which hosts of code and sites write otherwise."""
SEVERITIES = {"error": "Erreur", "warning": "Avertissement", "note": "Conseil"}
CHECKED = "Avertissement ; une erreur pour `sitegen check`"
TOP = """---
title: Ce que dit sitegen, et quoi faire
summary: Chaque message par son identifiant, avec ce qui le provoque et ce qui le corrige.
weight: 56
translates: errors.md
kind: Référence
lang: fr
check: {ignore: [SG177, SG228, SG249]}
---

# Ce que dit sitegen, et quoi faire

<!-- Written by scripts/write_errors.py from sitegen/catalogue/ and tests/messages/examples: edit those. -->

Chaque message finit par son identifiant, par exemple `[SG031]`. Le voici avec son conseil, ce qui avait été écrit et ce qui le
corrige. Sous chaque message, un lien mène à l’explication et au message en entier, en anglais. Les messages suivent la langue
de votre ordinateur (`LANG=fr_FR.UTF-8`) ; les identifiants sont les mêmes dans toutes les langues et ne changent jamais de sens.

Une **erreur** donne à `sitegen build` et à `sitegen check` le code de sortie 1 (2 quand rien n’a pu être construit). Ce qui est en
erreur reste tel qu’il avait été publié, dans sa page et dans tout ce qui en parle : listes, flux, calendriers, menus et recherche ;
ce qui est juste à côté est publié ; ce qui est nouveau et fautif est laissé de côté, et rien n’y mène. Là où une construction ne
peut pas en décider, elle n’écrit rien ([SG271](#sg271)). Un **avertissement** ne change pas le code de sortie, sauf avec `--strict`.
"""  # noqa: E501
WRITTEN = {
    "Published before": "Publié auparavant",
    "Mended": "Corrigé",
    "is not there.": "n’existe pas.",
    "is a named pipe.": "est un tube nommé.",
    "is the whole image.": "est l’image entière.",
    "is a symbolic link to": "est un lien symbolique vers",
    "holds the first": "contient les premiers",
    "bytes of an image.": "octets d’une image.",
    "is saved with the encoding": "est enregistré avec l’encodage",
    "begins with": "commence par",
    "then": "puis",
    "holds": "contient",
    "times.": "fois.",
}
MORE = "Explication et message entier, en anglais"
