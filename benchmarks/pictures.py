"""A site of photographs, for what images cost: drawn by chance, of the size that phones take."""

import random
from pathlib import Path

COUNT = 24
SIZE = (2400, 1600)


def make_sitegen(folder: Path, count: int = COUNT, size: tuple[int, int] = SIZE) -> None:
    """Write a site of *count* articles with a photograph each into *folder*. Needs Pillow."""
    chance = random.Random(2026)
    for number in range(count):
        article = folder / f"content/communiques/2026-03-{number + 1:02d}-photo-{number}"
        article.mkdir(parents=True)
        photograph(chance, size, article / "photo.jpg")
        (article / "index.md").write_text(
            f'---\ntitle: "Photographie {number}"\ndate: 2026-03-{number + 1:02d}\n'
            "image: {src: photo.jpg, alt: Une salle, credit: Une personne}\n---\nUn texte.\n",
            encoding="utf-8",
        )
    (folder / "site.yaml").write_text(
        "title: Banc d’essai\nurl: https://bench.example.org/\nimages: true\n", encoding="utf-8"
    )


def photograph(chance: random.Random, size: tuple[int, int], path: Path) -> None:
    """Write a picture with large soft shapes and fine grain, as photographs have both."""
    from PIL import Image

    shapes = _noise(chance, (24, 16)).resize(size, Image.Resampling.BICUBIC)
    details = _noise(chance, (size[0] // 6, size[1] // 6)).resize(size, Image.Resampling.BILINEAR)
    Image.blend(shapes, details, 0.25).save(path, quality=90)


def _noise(chance: random.Random, size: tuple[int, int]):  # type: ignore[no-untyped-def]
    from PIL import Image

    return Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
