"""Events as several partners announce them: which are one is known, since this made them.

A corpus of French associations' agendas: real events under two or three wordings, and others that
look alike and are not. The same seed makes the same corpus.
"""

import datetime as dt
import random
from typing import NamedTuple

from sitegen.fetching.announcements import Announcement
from sitegen.fetching.copies import OwnText
from sitegen.fetching.matching import Key

_KINDS = (
    "Forum", "Rencontre", "Webinaire", "Atelier", "Assemblée générale", "Colloque", "Formation",
    "Journée d’étude", "Table ronde", "Assises", "Petit-déjeuner", "Congrès", "Salon", "Conférence",
)  # fmt: skip
_TOPICS = (
    "du numérique responsable", "de la transition énergétique", "des mobilités", "du logement",
    "de la petite enfance", "des archives", "de la commande publique", "de l’eau", "des déchets",
    "de la culture", "du sport", "des finances locales", "de la ruralité", "de l’intercommunalité",
    "des données ouvertes", "de la cybersécurité", "du handicap", "de l’alimentation",
    "de la santé", "du bénévolat", "de la jeunesse", "du patrimoine", "de l’emploi", "des forêts",
)  # fmt: skip
_TOWNS = (
    ("Nantes", "44000", "Cité des congrès"), ("Lyon", "69001", "Hôtel de ville"),
    ("Tours", "37000", "Palais des congrès"), ("Lille", "59000", "Grand Palais"),
    ("Rennes", "35000", "Couvent des Jacobins"), ("Nevers", "58000", "Maison de la culture"),
    ("Montpellier", "34000", "Le Corum"), ("Dijon", "21000", "Palais des ducs"),
)  # fmt: skip


class Corpus(NamedTuple):
    sources: dict[str, list[Announcement]]
    same: set[frozenset[Key]]
    """Pairs that are one event."""


def make(number: int, seed: int = 1) -> Corpus:
    """Return *number* events, two thirds of which more than one of three partners announces."""
    chance = random.Random(seed)
    sources: dict[str, list[Announcement]] = {"amf": [], "region": [], "ville": []}
    same: set[frozenset[Key]] = set()
    first = dt.datetime(2027, 1, 4, 9)
    for position in range(number):
        title = f"{chance.choice(_KINDS)} {chance.choice(_TOPICS)}"
        town = chance.choice(_TOWNS)
        start = first + dt.timedelta(days=chance.randrange(180), minutes=30 * chance.randrange(18))
        keys: list[Key] = []
        speaking = chance.sample(sorted(sources), chance.choice((1, 2, 2, 3)))
        has_uid = chance.random() < 0.3
        for source in speaking:
            key = f"{source}-{position}"
            uid = f"{position}@origine.example" if has_uid else f"{position}@{source}.example"
            sources[source].append(_told(key, uid, title, town, start, chance))
            keys.append((source, key))
        same |= {frozenset((a, b)) for a in keys for b in keys if a < b}
        if chance.random() < 0.05:  # its twin in another town, on the same day
            other = chance.choice([each for each in _TOWNS if each != town])
            twin = f"{speaking[0]}-{position}-b"
            elsewhere = next(each for each in sorted(sources) if each != speaking[0])
            sources[elsewhere].append(
                _told(twin, f"{position}b@{elsewhere}.example", title, other, start, chance)
            )
    return Corpus(sources, same)


def _told(
    key: str, uid: str, title: str, town: tuple[str, str, str], start: dt.datetime,
    chance: random.Random,
) -> Announcement:  # fmt: skip
    """Return an event in the words of one partner."""
    name, postcode, hall = town
    said = chance.choice((
        title, title, title.upper(), title.replace("’", "'"), f"{title} – {name}",
        f"{title} 2027", f"[Agenda] {title}", f"{title} : inscrivez-vous !", f"Le {title.lower()}",
    ))  # fmt: skip
    place = chance.choice((
        name, f"{hall}, {name}", f"{hall} – {postcode} {name}", f"{postcode} {name}", "",
    ))  # fmt: skip
    is_day = chance.random() < 0.1
    return Announcement(
        id=key,
        title=said,
        start=f"{start:%Y-%m-%d}" if is_day else f"{start:%Y-%m-%d %H:%M}",
        event={"uid": uid, "location": {"name": place} if place else ""},
    )


_SAID = (
    "les élus demandent que la dotation de solidarité soit versée avant l’été comme la loi veut "
    "depuis deux ans une commission réunit chaque mois communes départements régions pour suivre "
    "ce qui change dans leurs services publics et dit aux habitants où en sont travaux budgets "
    "aides écoles transports santé culture eau énergie"
)
SITE = "https://hub.example.org/"


class PassedOn(NamedTuple):
    own: list[OwnText]
    told: list[Announcement]
    """By a partner: copies of those, and texts of its own that are called alike or lead there."""
    copies: set[str]
    """Ids of the copies."""


def make_passed_on(number: int, seed: int = 1) -> PassedOn:
    """Return *number* texts of a site, and what a partner's program made of them beside others.

    Titles are those of events: many texts share one, of the site and of the partner.
    """
    chance = random.Random(seed)

    def text(words: int) -> str:
        return " ".join(chance.choices(_SAID.split(), k=words)).capitalize()

    own: list[OwnText] = []
    told: list[Announcement] = []
    copies: set[str] = set()
    for position in range(number):
        title = f"{chance.choice(_KINDS)} {chance.choice(_TOPICS)}"
        one = OwnText(f"news/{position}/", title, text(chance.randrange(6, 40)))
        own.append(one)
        link = f"<a href='{SITE}{one.address}'>{{}}</a>"
        beginning = " ".join(one.summary.split()[:18])
        shape = chance.choice((
            f"<figure><figcaption>AMF</figcaption></figure><p>{one.summary}. {text(60)}</p>",
            f"<p>{beginning} […]</p>",
            f"<p>{beginning[:40]}… {link.format('Lire la suite')}</p>",
            f"<p>{text(30)}</p><p>{link.format(title)} est apparu en premier sur Le hub.</p>",
        ))  # fmt: skip
        said = chance.choice((title, title.upper(), f"{title} – Le hub", f"[Le hub] {title}"))
        if chance.random() < 0.7:
            copies.add(str(position))
            told.append(Announcement(id=str(position), title=said, html=shape))
        other = chance.choice((
            (title, f"<p>{text(40)}</p>"),
            (f"Ce que nous attendons : {title}", f"<p>{text(40)} {link.format('le texte')}</p>"),
            (f"{chance.choice(_KINDS)} de tous", f"<p>{text(9)} {link.format('ici')}</p>"),
            (title, f"<p>{text(20)} {SITE} {SITE}documents/{position}.pdf</p>"),
        ))  # fmt: skip
        told.append(Announcement(id=f"own-{position}", title=other[0], html=other[1]))
    return PassedOn(own, told, copies)
