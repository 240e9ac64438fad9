"""A second corpus, so that nothing is tuned to the first: texts as uneven as those of real sites.

    python benchmarks/varied.py 5000 /tmp/varied

A tenth are notices of a sentence, a tenth reports of several thousand words; some are lists from
one end to the other; tags number up to fifteen out of four hundred; half announce events, a tenth
of which recur.
"""

import datetime as dt
import random

import command_line
from corpus import AUTHORS, SECTIONS, TYPES, body, make_sitegen, paragraph, sentence, title

TAGS = [f"thème {number}" for number in range(400)]
RULES = ("FREQ=MONTHLY;COUNT=12", "FREQ=WEEKLY;COUNT=10")


def notice(chance: random.Random) -> str:
    return sentence(chance)


def report(chance: random.Random) -> str:
    return "\n\n".join(body(chance).replace("[^1]", f"[^{part}]") for part in range(1, 9))


def programme(chance: random.Random) -> str:
    """A list of lists: the programme of a congress."""
    lines = []
    for hour in range(9, 9 + chance.randint(4, 12)):
        lines.append(f"- **{hour} h 30** : {sentence(chance)}")
        lines += [f"    - {sentence(chance)}" for _ in range(chance.randint(0, 5))]
    return "\n".join(lines)


def table(chance: random.Random) -> str:
    rows = [f"| {title(chance)} | {chance.randint(1, 90)} % |" for _ in range(40)]
    return "\n".join([paragraph(chance), "", "| commune | part |", "|---|--:|", *rows])


SHAPES = (notice, report, programme, table, body, body, body, body, body, body)


def article(number: int, chance: random.Random) -> tuple[str, str]:
    """Return an article's path and text."""
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3800))
    tags = ", ".join(chance.sample(TAGS, chance.choice((0, 1, 2, 3, 3, 4, 15))))
    lines = [
        "---",
        f'title: "{title(chance)} {number}"',
        f"date: {day} {chance.randrange(7, 20):02d}:{chance.randrange(60):02d}",
        f"authors: [{', '.join(chance.sample(AUTHORS, chance.choice((0, 1, 1, 2))))}]",
        f"tags: [{tags}]",
    ]
    if number % 2 == 0:
        start = day + dt.timedelta(days=chance.randrange(10, 60))
        lines += ["event:", f"  start: {start} 09:30", f"  type: {chance.choice(TYPES)}"]
        lines.append("  location: {name: Salle des fêtes, address: 1 rue de la Paix, city: Nantes}")
        if number % 20 == 0:
            lines.append(f'  repeat: {{rrule: "{chance.choice(RULES)}"}}')
    text = "\n".join([*lines, "---", chance.choice(SHAPES)(chance), ""])
    return f"content/{SECTIONS[number % len(SECTIONS)]}/{day}-article-{number}.md", text


if __name__ == "__main__":
    make_sitegen(*command_line.corpus(__doc__, "articles"), article=article)
