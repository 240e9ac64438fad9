"""What the corpora share: bodies with the traps that texts of any kind hold, and their files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # nobody writes a date as a reference to another


MONTHS = tuple(f"{month:02}" for month in range(1, 13))
VIDEO = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>'
MAP = '<iframe src="https://umap.openstreetmap.fr/fr/map/pistes_1234"></iframe>'
BODIES = (
    "Un paragraphe,\nsur deux lignes.\n\n## Un titre\n\n- un\n- deux\n  - deux bis\n    - deux ter",
    '<center><font color="red">Important</font></center>\n\n<p style="color:red">Centré.</p>',
    f"{VIDEO}\n\nEt la suite.",
    f"{MAP}\n\nUne carte.",
    "Écrire à [nous](contact@velo.example.org) ou lire <https://example.org/page>.",
    "- [ ] à faire\n- [x] fait\n\n| Ville | Km |\n|:--|--:|\n| Rezé | 12 |",
    "Une note[^1] et [un lien mort](/parti/).\n\n[^1]: Au pied.",
    "> Une citation,\n> sur deux lignes.\n\n1. un\n2. deux\n\n   suite de deux",
)
"""In turn: lists, former HTML, a film, a map, a mail, tasks and a table, a note, an order."""


def page(front: Mapping[str, Any], body: str = "Le texte.") -> str:
    """Return a text with *front* as YAML between its lines."""
    head = yaml.dump(dict(front), Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n{body}\n"


def body_of(number: int) -> str:
    return BODIES[number % len(BODIES)]


def read_addresses(kind: str) -> tuple[str, ...]:
    """Return the addresses that the former generator itself made of the corpus."""
    return tuple((Path(__file__).parent / f"{kind}.txt").read_text().split())
