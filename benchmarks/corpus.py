"""Make a corpus of articles: the same for every generator that is measured.

    python benchmarks/corpus.py 10000 /tmp/corpus

Each article has about 500 words, 3 of 50 tags, 1 of 20 authors, stands in one of 6 sections; a
quarter announce an event.
"""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import command_line

WORDS = [
    "la", "commune", "publie", "le", "service", "numérique", "des", "élus", "pour", "les",
    "habitants", "et", "réunit", "mairie", "école", "réseau", "fibre", "budget", "conseil",
    "agenda", "forum", "label", "territoire", "innovation", "accueil", "données", "usage",
    "public", "local", "projet", "équipe", "santé", "transport", "énergie", "citoyen",
    "association", "région", "village", "ville", "avec", "dans", "sur", "une", "un", "par",
    "plus", "chaque", "année", "nouvelle", "rencontre", "partage", "outil", "libre", "ouvert",
]  # fmt: skip
SECTIONS = ("communiques", "actualites", "agenda-local", "publications", "dossiers", "tribunes")
TAGS = [f"sujet {number}" for number in range(1, 51)]
AUTHORS = [f"Personne {number}" for number in range(1, 21)]
TYPES = ("colloque", "formation", "forum", "webinaire")


def sentence(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=chance.randint(8, 20))
    ending = chance.choice((".", ".", ".", " !", " ?", " : c’est 12 % de plus."))
    return " ".join(words).capitalize() + ending


def paragraph(chance: random.Random) -> str:
    text = " ".join(sentence(chance) for _ in range(chance.randint(3, 6)))
    if chance.random() < 0.3:
        text = text.replace(" réseau ", " **réseau** ", 1).replace(" forum ", " *forum* ", 1)
    if chance.random() < 0.2:
        text += " Voir [le site](https://example.org/page?a=1&b=2)."
    return text


def body(chance: random.Random) -> str:
    parts = [paragraph(chance) for _ in range(3)]
    parts.append(f"## {sentence(chance)[:40].strip()}")
    parts.append("\n".join(f"- {sentence(chance)}" for _ in range(4)))
    parts.append(paragraph(chance) + "[^1]")
    parts.append("| commune | part |\n|---|--:|\n| Nevers | 12 % |\n| Tours | 34 % |")
    parts.append(f"> « {sentence(chance)} »")
    parts += [paragraph(chance) for _ in range(2)]
    parts.append(f"[^1]: {sentence(chance)}")
    return "\n\n".join(parts)


def title(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=7)).capitalize()


def sitegen_article(number: int, chance: random.Random) -> tuple[str, str]:
    """Return an article's path and text."""
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3800))
    tags = ", ".join(chance.sample(TAGS, 3))
    lines = [
        "---",
        f'title: "{title(chance)} {number}"',
        f"date: {day} {chance.randrange(7, 20):02d}:{chance.randrange(60):02d}",
        f"author: {chance.choice(AUTHORS)}",
        f"tags: [{tags}]",
    ]
    if number % 4 == 0:
        start = day + dt.timedelta(days=chance.randrange(10, 60))
        lines += [
            "event:",
            f"  start: {start} 09:30",
            f"  end: {start} 17:00",
            f"  type: {chance.choice(TYPES)}",
            "  location: Nantes",
        ]
    section = SECTIONS[number % len(SECTIONS)]
    text = "\n".join([*lines, "---", body(chance), ""])
    return f"content/{section}/{day}-article-{number}.md", text


def make_sitegen(
    count: int,
    folder: Path,
    engine: str = "markdown",
    article: Callable[[int, random.Random], tuple[str, str]] = sitegen_article,
) -> None:
    """Write a site of *count* articles for sitegen into *folder*.

    *article* returns path and text of one by its number and a source of chance.
    """
    chance = random.Random(2026)
    for number in range(count):
        path, text = article(number, chance)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "site.yaml").write_text(
        f"title: Banc d’essai\nurl: https://bench.example.org/\nmarkdown: {{engine: {engine}}}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    make_sitegen(*command_line.corpus(__doc__, "articles"))
