"""A folder of sixty letters of Word: titles, days in names or texts, tables, notes, pictures."""

from pathlib import Path

from tests.imaging.pictures import photograph
from tests.importing.imported import write_files
from tests.importing.letters import letter, paragraph, picture, run, table


def _letter(number: int) -> bytes:
    created = f"2025-{number % 12 + 1:02}-02T08:00:00Z"
    properties = {"dc:title": "Document1", "dc:creator": "Nadia", "dcterms:created": created}
    title = paragraph(run(f"Le sujet {number}"), "Titre")
    blocks = (
        (title, paragraph(run("Une ") + run("journée", bold=True) + run(".", note=1))),
        (
            title,
            paragraph(run("Programme"), "Titre1"),
            table(("Heure", "Quoi"), ("9 h", "Accueil")),
        ),
        (title, paragraph(picture("m0", "La salle" if number % 2 else ""))),
        (paragraph(run("Nantes, le 1er juin 2025")), paragraph(run(f"Objet : Demande {number}"))),
        (title, paragraph(run("Des signes : *étoiles*, <balises>, [crochets]."))),
    )[number % 5]
    return letter(
        *blocks, notes=("Sur inscription.",), properties=properties,
        media={"image1.jpeg": photograph()} if number % 5 == 2 else None,
    )  # fmt: skip


def write(folder: Path) -> Path:
    """Write the letters into *folder*, and return it."""
    files: dict[str, str | bytes] = {"courriers/~$a.docx": b"x", "courriers/ancien.doc": b"x"}
    for number in range(1, 61):
        name = f"2025-05-{number % 28 + 1:02} lettre {number}" if number % 3 else f"lettre {number}"
        place = "communiques" if number % 2 else "courriers"
        files[f"{place}/{name}.docx"] = _letter(number)
    write_files(folder, files)
    return folder


ADDRESSES: tuple[str, ...] = ()
