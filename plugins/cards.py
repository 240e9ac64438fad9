"""Cards of statistics from a CSV file: the number large, what it counts under it."""

import msgspec
from markupsafe import Markup

from sitegen.plugins import Facts, Plugin


class Options(msgspec.Struct, frozen=True):
    """The columns of the file."""

    key: str = "cle"
    value: str = "valeur"
    label: str = "libelle"
    suffix: str = "suffixe"


class Card(msgspec.Struct, frozen=True):
    value: float
    label: str
    suffix: str = ""


class Source(msgspec.Struct, frozen=True):
    """What the theme's template of key figures asks of a shortcode."""

    source: str = ""


ITEMS = """{% for card in cards %}
<li><strong>{{ card.value|number }}{{ "\u202f" ~ card.suffix if card.suffix }}</strong>
<span>{{ card.label }}</span></li>
{% endfor %}"""
plugin = Plugin(version="1.0", options=Options, templates={"cards_items.html": ITEMS})


def read_number(text: object) -> float:
    """Return a number as people write it: `12 500`, `3,5`; whole ones as whole ones."""
    plain = "".join(str(text).split()).replace(",", ".")
    number = float(plain)
    return int(number) if number.is_integer() else number


@plugin.question
def cards(facts: Facts, data: str, only: str) -> tuple[Card, ...]:
    """Return the cards of a file of `_data/`, all or those of the keys that *only* lists."""
    rows = facts.data(data)
    if rows is None:
        raise ValueError(f"there is no content/_data/{data}.csv")
    columns = plugin.options
    wanted = [key.strip() for key in only.split(",") if key.strip()]
    known = {str(row.get(columns.key, number)): row for number, row in enumerate(rows, 2)}
    if lacking := [key for key in wanted if key not in known]:
        raise ValueError(f"content/_data/{data}.csv has no row `{lacking[0]}`")
    cards = []
    for key in wanted or known:
        row = known[key]
        try:
            value = read_number(row[columns.value])
        except (KeyError, ValueError):
            told = f"content/_data/{data}.csv, row `{key}`: no number in `{columns.value}`"
            raise ValueError(told) from None
        suffix = str(row.get(columns.suffix) or "")
        cards.append(Card(value, str(row.get(columns.label, key)), suffix))
    return tuple(cards)


@plugin.shortcode
def stats(site, data: str, only: str = "", source: str = "") -> Markup:
    """Shows the numbers of a CSV file as cards."""
    items = site.part("cards_items.html", cards=site.cards(data, only))
    return site.part("shortcodes/figures.html", shortcode=Source(source), content=items)
