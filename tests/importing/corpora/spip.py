"""The backup of a site of SPIP: sections within sections, its own signs, events, reserved parts."""

from pathlib import Path

from tests.importing.test_spip import write_backup

TEXTS = (
    "{{{Un titre}}}\n\nDu {{gras}}, de {l’italique}, [le premier->art1].",
    "Une note[[La note, {en italique}.]].\n_ À la ligne.\n\n-* un\n-** deux\n-# trois",
    "|| Chiffres | ||\n| {{Ville}} | {{Nombre}} |\n| Nantes | 12 |",
    "<code>{{x}}</code>\n\n[ailleurs->https://a.example], [->art2].",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ\n\nVoir [un mort->art999].",
)
Row = tuple[str, tuple[object, ...]]


def _rows() -> list[Row]:
    rows: list[Row] = [
        ("spip_meta", ("nom_site", "Les Élus")),
        ("spip_meta", ("adresse_site", "https://elus.example.org")),
        ("spip_meta", ("langue_site", "fr")),
        ("spip_rubriques", (1, 0, "10. Actualités")),
        ("spip_rubriques", (2, 1, "Brèves")),
        ("spip_rubriques", (3, 0, "Membres")),
        ("spip_rubriques", (4, 3, "Comptes rendus")),
        ("spip_zones_liens", (1, 3, "rubrique")),
        ("spip_auteurs", (1, "Nadia Lavergnat", "Déléguée", "secret@example.org")),
        ("spip_auteurs", (2, "Personne", "", "")),
        ("spip_mots", (1, "numérique")),
    ]
    for number in range(1, 66):
        section, status = 1 + number % 2, "publie"
        if number in (61, 62):
            status = ("prop", "refuse")[number - 61]
        if number in (63, 64):
            section = 4  # below a section that is reserved to members
        day = f"2019-{number % 12 + 1:02}-14 09:30:00"
        rows += [
            ("spip_articles", (number, section, f"{number}. Le texte {number}", "Le {chapo}.",
                               TEXTS[number % len(TEXTS)], "", "", day, status, "fr")),
            ("spip_auteurs_liens", (1, number, "article")),
            ("spip_mots_liens", (1, number, "article")),
        ]  # fmt: skip
        if number % 5 == 0:
            rows.append(("spip_urls", ("article", number, f"texte-{number}", day)))
        if number <= 12:
            begin = f"2019-{number:02}-20 18:30:00"
            end = f"2019-{number:02}-20 20:00:00"
            hours = "non" if number % 4 == 0 else "oui"
            rows.append(("spip_evenements", (number, number, "", begin, end, hours, "Mairie",
                                             "Nevers", "publie")))  # fmt: skip
    return rows


def write(folder: Path) -> Path:
    """Write the backup into *folder*, and return it."""
    folder.mkdir(parents=True)
    path = folder / "spip.sqlite"
    write_backup(path, _rows())
    return path


ADDRESSES = (
    *(f"/spip.php?article{n}" for n in range(1, 61) if n % 5),
    *(f"/texte-{n}" for n in range(5, 61, 5)),
    "/",
)
