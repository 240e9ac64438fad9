"""What `sitegen new` and `sitegen init` write to be replaced, in each of their languages. Pure.

The texts themselves stand in `scaffold/files/`; a test holds the two against one another.
"""

import re

SENTENCES = (
    # sitegen new
    "Ce qui s’est passé, et pourquoi cela compte pour nos lecteurs.",
    "## Un intertitre",
    "La suite, un paragraphe par idée.",
    "L’essentiel en un paragraphe : qui annonce quoi, où et quand.",
    "Les faits, les chiffres, et ce qui change pour les communes.",
    "« Une phrase à citer », par celle ou celui qui parle au nom de l’association.",
    "À qui s’adresse ce rendez-vous, et ce qu’on y apprendra.",
    "- Accueil - Débat - Échanges",
    "Le texte de la page.",
    "Une ou deux phrases au-dessus du texte et dans les listes.",
    "Le chapô, en une ou deux phrases ; sans lui, le premier paragraphe en tient lieu.",
    "Une phrase sous le titre.",
    "What happened, and why it matters to our readers.",
    "## A heading",
    "The rest, a paragraph for each idea.",
    "What matters, in one paragraph: who announces what, where and when.",
    "Facts, figures, and what changes for local governments.",
    "“A sentence to quote”, by the person who speaks for the organisation.",
    "Whom this is for, and what they will learn.",
    "- Welcome - Debate - Questions",
    "The text of the page.",
    "One or two sentences above the text and in lists.",
    "One or two sentences; by default the first paragraph stands here.",
    "One sentence under the title.",
    # sitegen init
    "Ce communiqué est un exemple : remplacez-le par le vôtre.",
    "« Une phrase à citer tient en deux lignes et nomme celle ou celui qui la dit. »",
    "Cet événement est un exemple : remplacez-le par le vôtre.",
    "This press release is an example: replace it by yours.",
    "“A sentence to quote takes two lines and names who says it.”",
    "This event is an example: replace it by yours.",
)
NAMES = ("Prénom Nom", "First Last")
"""Who signs, or took the photograph."""
IMAGE_TEXTS = ("Ce que montre la photo", "What the picture shows", "Légende", "Caption")
"""The alternative text and the caption of an image."""


def _spelt(sentence: str) -> str:
    """Return a pattern of *sentence* with other spaces, line breaks and apostrophes too."""
    words = (re.escape(word).replace("’", "['’]") for word in sentence.split())
    return r"\s+".join(words)


def _sign(sentence: str) -> str:
    """Return the longest word of *sentence*, in small letters: a quick way to know it absent."""
    words: list[str] = re.findall(r"\w+", sentence)
    return max(words, key=len).lower()


SAMPLES = re.compile("|".join(map(_spelt, SENTENCES)))
SIGNS = tuple(dict.fromkeys(map(_sign, SENTENCES)))
