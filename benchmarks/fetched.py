"""Measure what a fetched document costs in a cold build, beside one of the site's own.

    python benchmarks/fetched.py --articles 3000 --rounds 5

The same articles (`corpus.py`) are written here, fetched whole with the partner's consent, and
fetched as summaries with a link, with pages of their own and without; those with pages once more as
most sites write (`as_others_write`): summaries cut with […], stressed links, addresses with
underscores, places with a street. These sites are built in turn, and an empty one, whose seconds of
the processor are taken off; ratios are medians of those of each round.
"""

import argparse
import datetime as dt
import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import corpus
import msgspec
import programs
import yaml
from processes import measure, work_folder

from sitegen.config import SiteFile
from sitegen.fetching.announcements import Announcement, all_written
from sitegen.fetching.composing import Composer
from sitegen.fetching.ledger import Ledger, Memory
from sitegen.fetching.outcome import Outcome
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, written_document
from sitegen.sources.parse import ParseSettings, parse_document

NOW = dt.datetime(2026, 11, 22, 13)
PARTNER = "https://partenaire.example"


def empty(_count: int, folder: Path) -> None:
    (folder / "content").mkdir(parents=True)
    corpus.make_sitegen(0, folder)


def fetched(
    is_whole: bool, is_uneven: bool, count: int, folder: Path, *, has_pages: bool = True
) -> None:
    """Write articles as a fetch from six partners, one for each section, writes them."""
    empty(count, folder)
    consent = "consent: oui, " if is_whole else ""
    consent += "" if has_pages else "pages: false, "
    with (folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("sources:\n")
        for section in corpus.SECTIONS:
            into = f"into: {{section: {section}, own_tags: true}}"
            file.write(f"  {section}: {{url: '{PARTNER}/{section}', {consent}{into}}}\n")
    written = SiteFile((folder / "site.yaml").read_bytes())
    config = written.read()
    voices = {
        key: Voice(
            key=key, source=source, place=written.key_place("sources", key), ledger=Ledger(),
            ledger_digest="", memory=Memory(), rules="", outcome=Outcome(key=key),
        )
        for key, source in config.sources.items()
    }  # fmt: skip
    composer = Composer(config, voices, NOW)
    chance = random.Random(2026)
    for number in range(count):
        path, text = corpus.sitegen_article(number, chance)
        section, name = path.split("/")[1:]
        told = announced(text, f"{section}/article-{number}")
        if is_uneven:
            told = as_others_write(told, number)
        announcer = Announcer(section, f"Partenaire {section}", config.sources[section], told)
        document = f"_fetched/{section}/{name[11:]}"
        composed = composer.compose([announcer], document, "2026-11-22", None)
        assert composed is not None
        target = folder / "content" / document
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(written_document(composed, NOW))


def announced(text: str, address: str) -> Announcement:
    """Return what a partner says of the article *text*."""
    front = yaml.safe_load(text.split("---\n")[1])
    parsed = parse_document(text.encode(), "a/b.md", ParseSettings("fr", "fr", "markdown"))
    assert parsed.document is not None
    event = front.get("event", {})
    return Announcement(
        id=address,
        link=f"{PARTNER}/{address}",
        title=front["title"],
        html=parsed.body,
        summary=parsed.document.summary,
        published=str(front["date"]),
        tags=tuple(front["tags"]),
        start=str(event.get("start", "")),
        end=str(event.get("end", "")),
        event=all_written({"type": event["type"], "location": event["location"]}) if event else {},
    )


def as_others_write(told: Announcement, number: int) -> Announcement:
    """Return *told* with signs that mean something to Markdown, as most sites write them."""
    paragraphs = (
        f"<p><strong>→ <a href='{PARTNER}/a_b/{number}'>Venir</a></strong> avant le 12 mars</p>",
        "<p>Écrire à prenom_nom@partenaire.example, R&amp;D, moins de &lt; 10 € [PDF]</p>",
    )
    event = told.event
    if event:
        place = {
            "name": str(event["location"]), "address": f"{number}, rue de l'Été", "city": "Nantes",
            "postcode": "44000", "geo": [47.2, -1.55],
        }  # fmt: skip
        event = event | {"location": place, "price": [{"name": "Plein tarif", "amount": 5}]}
    return msgspec.structs.replace(
        told,
        html=told.html + paragraphs[number % 2],
        summary=f"{told.summary} […]",
        event=all_written(event) if event else {},
    )


SITES: dict[str, Callable[[int, Path], None]] = {
    "empty": empty,
    "one's own": corpus.make_sitegen,
    "fetched whole": partial(fetched, True, False),
    "fetched as summaries": partial(fetched, False, False),
    "summaries without pages": partial(fetched, False, False, has_pages=False),
    "whole, as others write": partial(fetched, True, True),
    "summaries, as others write": partial(fetched, False, True),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="where the sites are left")
    options = parser.parse_args()
    work: Path = options.keep or work_folder()
    program = programs.sitegen()
    rounds: list[dict[str, float]] = []
    for name, make in SITES.items():
        make(options.articles, work / name.replace(" ", "-"))
    for _ in range(options.rounds):
        seconds = {}
        for name in SITES:
            folder = work / name.replace(" ", "-")
            for left in ("output", ".sitegen"):
                shutil.rmtree(folder / left, ignore_errors=True)
            seconds[name] = measure(program.command, folder, program.variables).processor
        rounds.append({name: taken - seconds["empty"] for name, taken in seconds.items()})
    for name in list(SITES)[1:]:
        cost = median(each[name] for each in rounds) / options.articles * 1000
        ratio = median(each[name] / each["one's own"] for each in rounds)
        print(f"{name:26} {cost:6.2f} ms of the processor each, {ratio:5.2f} of one's own")
    if options.keep is None:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
