#!/usr/bin/env python3
"""Draw the demo hub's illustrations and its two PDF attachments into `content/` (writes files).

    python scripts/draw_demo_images.py [NAME …] [--content DIR]

Every picture is 1600 × 900, made of plain shapes in one palette, drawn larger and scaled down.
Nothing is random and no font of the machine is asked for: the same libraries give the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from demo_images.attachments import COPPER_GUIDE, WELCOME_KIT
from demo_images.calendar import draw_calendar
from demo_images.conference import draw_conference
from demo_images.fibre import draw_fibre
from demo_images.la_defense import draw_la_defense
from demo_images.map import draw_map
from demo_images.nantes import draw_nantes
from demo_images.nevers import draw_nevers
from demo_images.pdf import pdf
from demo_images.picture import Picture
from demo_images.reunion import draw_reunion
from demo_images.shield import draw_shield
from demo_images.town_hall import draw_town_hall
from demo_images.van import draw_van
from demo_images.village_hall import draw_village_hall
from demo_images.vincennes import draw_vincennes

DOCUMENTS = {
    "publications/2024-02-08-guide-cuivre/aide-memoire-cuivre.pdf": COPPER_GUIDE,
    "actualites/2026-04-02-kit-nouveaux-elus/kit-nouveaux-elus.pdf": WELCOME_KIT,
}

SCENES: dict[str, Callable[[], Picture]] = {
    "images/hotel-de-ville.jpg": draw_town_hall,
    "images/carte-reliee.jpg": draw_map,
    "images/conference.jpg": draw_conference,
    "images/nantes-loire.jpg": draw_nantes,
    "images/la-defense.jpg": draw_la_defense,
    "images/calendrier.jpg": draw_calendar,
    "images/salle-des-fetes.jpg": draw_village_hall,
    "images/la-reunion.jpg": draw_reunion,
    "images/mairie-itinerante.jpg": draw_van,
    "images/bouclier.jpg": draw_shield,
    "images/vincennes.jpg": draw_vincennes,
    "actualites/2019-09-30-siivim-nevers/nevers.jpg": draw_nevers,
    "publications/2024-02-08-guide-cuivre/fibre.jpg": draw_fibre,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the demo hub's illustrations.")
    parser.add_argument("names", nargs="*", help="only the pictures whose path holds one of these")
    parser.add_argument("--content", type=Path, default=Path(__file__).parent.parent / "content")
    options = parser.parse_args()
    for name, draw in SCENES.items():
        if options.names and not any(part in name for part in options.names):
            continue
        draw().save(options.content / name)
        print(name)
    for name, (title, pages) in DOCUMENTS.items():
        if options.names and not any(part in name for part in options.names):
            continue
        path = options.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf(title, pages))
        print(name)


if __name__ == "__main__":
    main()
