"""Images and cards on a site: planned, made once, cached by content, without what cameras add."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from sitegen.catalogue import severity, wording
from sitegen.errors import UsageError
from sitegen.site.checks.picture_files import HEAVY
from tests.imaging.pictures import PLACE, encoded, exif, opened, photograph, picture
from tests.support import SiteFolder, places

pytestmark = pytest.mark.slow

Make = Callable[[str], SiteFolder]
SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/sous/
images: {widths: [40, 60], formats: [avif, webp], cards: true}
-- content/news/2026-01-10-photo.md --
---
title: Une photo
image: {src: photo.jpg, alt: Une place, focus: 0% 100%}
---
Texte, et ![une autre](autre.png).
-- content/news/2026-01-11-carte.md --
---
title: Sans image
---
Texte.
"""


@pytest.fixture
def site(make_site: Make) -> SiteFolder:
    site = make_site(SITE)
    site.write("content/news/photo.jpg", photograph(6, 80, 100))  # seen as 100 × 80
    site.write("content/news/autre.png", encoded(picture(50, 30), "PNG"))
    return site


def box(name: bytes, content: str) -> bytes:
    return (8 + len(content)).to_bytes(4, "big") + name + content.encode()


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99)
TIFF = encoded(picture(), "TIFF")
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 7\n"
SIZELESS = b"\x89PNG\r\n\x1a\n" + (0).to_bytes(4, "big") + b"IEND\xae\x42\x60\x82"
NO_PICTURE = "its bytes are those of no picture that is known"
FOREIGN = {
    "HEIC named JPEG": ("a.jpg", HEIC, "image-foreign", "it is a HEIC picture"),
    "TIFF named PNG": ("a.png", TIFF, "image-foreign", "it is a TIFF picture"),
    "a PDF named JPEG": ("a.JPG", b"%PDF-1.7\n", "image-foreign", "it is a PDF"),
    "letters": ("a.jpg", b"bonjour", "image-foreign", NO_PICTURE),
    "nothing": ("a.webp", b"", "image-absent", "it is empty"),
    "a pointer": (
        "a.jpeg",
        POINTER,
        "image-absent",
        "it only says where the picture is kept (Git LFS, git-annex)",
    ),
    "a web page": ("a.jpg", b"<!doctype html><p>404", "image-absent", "it is a web page"),
    "a web page named SVG": ("a.svg", b"<html/>", "image-absent", "it is a web page"),
    "a head alone": ("a.jpg", photograph()[:300], "image-cut-off", ""),
    "a picture without a size": ("a.png", SIZELESS, "image-without-size", ""),
    "SVG named JPEG": ("a.jpg", DRAWING, "image-misnamed", "it is a SVG picture"),
    "SVG without ending": ("a", DRAWING, "image-misnamed", "it is a SVG picture"),
    "JPEG named SVG": ("a.svg", photograph(), "image-misnamed", "it is a JPEG picture"),
    "a drawing cut off": ("a.svg", DRAWING[:-2], "drawing-broken", "line 1: unclosed token"),
    "a drawing without its namespace": (
        "a.svg",
        b"<svg/>",
        "drawing-broken",
        'its root lacks xmlns="http://www.w3.org/2000/svg"',
    ),
    "HEIC": ("a.heic", HEIC, "image-not-shown", "it is a HEIC picture"),
    "a film": ("a.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isomavc1", "image-not-shown", "it is a film"),
    "TIFF": ("a.tif", TIFF, "image-not-shown", "it is a TIFF picture"),
}


def names(site: SiteFolder, pattern: str) -> list[str]:
    return sorted(path.name for path in site.output.glob(pattern))


def test_an_article_shows_its_image_in_sizes_and_formats(site: SiteFolder) -> None:
    report = site.build()

    assert report.diagnostics == []
    page = site.page("news/photo/index.html")
    assert page.count("<picture>") == 2
    types = ['<source type="image/avif"', '<source type="image/webp"']
    assert all(page.count(source) == 2 for source in types)
    assert 'width="60" height="48" fetchpriority="high"' in page
    assert 'loading="lazy"' in page
    assert "style=" not in page
    widths = [opened(path.read_bytes()).size for path in site.output.glob("news/photo-*.avif")]
    assert sorted(widths) == [(40, 22), (40, 32), (60, 34), (60, 48)]
    for path in site.output.glob("news/*-*.*"):
        assert PLACE.encode() not in path.read_bytes()
        assert f"/sous/news/{path.name}" in "".join(
            path.read_text() for path in site.output.rglob("*.html")
        )


def test_no_place_is_published_with_the_original_either(site: SiteFolder) -> None:
    site.build()

    original = (site.output / "news/photo.jpg").read_bytes()
    assert PLACE.encode() not in original
    assert opened(original).getexif()[0x0112] == 6


def test_feeds_and_shared_links_have_one_image(site: SiteFolder) -> None:
    site.build()

    feed, page = site.page("feed.xml"), site.page("news/photo/index.html")
    assert "srcset" not in feed
    assert "<picture" not in feed
    assert "news/photo-60-" in feed
    (shared,) = names(site, "news/photo-100-*.jpg")
    assert f'og:image" content="https://hub.example.org/sous/news/{shared}"' in page
    assert f"https://hub.example.org/sous/news/{shared}" in page.partition("ld+json")[2]
    (card,) = names(site, "news/carte/card-*.png")
    assert f"/sous/news/carte/{card}" in site.page("news/carte/index.html")
    assert opened((site.output / "news/carte" / card).read_bytes()).size == (1200, 630)


@pytest.mark.parametrize("jobs", [1, pytest.param(3, marks=pytest.mark.slow)])
def test_what_was_made_is_never_made_again(site: SiteFolder, jobs: int) -> None:
    """Output lost, state lost, a file renamed, a clean build: the cache goes by content."""
    first = site.build(jobs=jobs)
    assert first.made == len(names(site, "news/*-*.*")) + 1
    before = site.tree()

    shutil.rmtree(site.output)
    without_output = site.build(jobs=jobs)
    (site.root / ".sitegen/state.db").unlink()
    without_state = site.build(jobs=jobs)
    clean = site.build(clean=True, jobs=jobs)
    (site.root / "content/news/photo.jpg").rename(site.root / "content/news/place.jpg")
    site.replace("content/news/2026-01-10-photo.md", "photo.jpg", "place.jpg")
    renamed = site.build(jobs=jobs)

    assert [report.made for report in (without_output, without_state, clean, renamed)] == [
        0,
        0,
        0,
        0,
    ]
    assert len(names(site, "news/place-*")) == len([name for name in before if "/photo-" in name])


def test_a_damaged_cache_is_made_anew_where_it_is_damaged(site: SiteFolder) -> None:
    site.build()
    before = site.tree()
    kept = sorted(path for path in (site.root / ".sitegen/images").rglob("*") if path.is_file())
    files = [path for path in kept if path.stat().st_size > 100]  # others say what is sound
    files[0].write_bytes(files[0].read_bytes()[:-1] + b"x")
    files[1].write_bytes(b"")
    shutil.rmtree(site.output)

    report = site.build()

    assert report.made == 2
    assert site.tree() == before


def test_the_cache_lets_go_of_what_no_page_shows(site: SiteFolder) -> None:
    """What is in error still shows its pictures; a mistake in another document keeps none."""
    site.build()
    photo = "content/news/2026-01-10-photo.md"
    site.replace(photo, "image: {", "# image: {")
    site.replace(photo, "title: Une photo", "title: 'Une photo")
    before, shown_before = results(site), names(site, "news/photo-*")

    assert site.build().errors
    assert before <= results(site)
    assert names(site, "news/photo-*") == shown_before != []

    site.replace(photo, "title: 'Une photo", "title: Une photo")
    site.write("content/news/wrong.md", "---\ntitle: 'x\n---\n")
    assert {error.path for error in site.build().errors} == {"content/news/wrong.md"}
    assert names(site, "news/photo-*") == []
    shown = len(names(site, "news/autre-*")) + len(names(site, "news/*/card-*"))
    verdicts = 2  # the pictures themselves are still published
    assert len(results(site)) == shown + verdicts


def results(site: SiteFolder) -> set[str]:
    """Return the names of what the cache holds."""
    kept = site.root / ".sitegen/images"
    return {path.name for path in kept.rglob("*") if path.is_file() and path.suffix != ".claim"}


def test_a_preview_and_a_build_share_what_was_made_and_remove_nothing_of_each_other(
    site: SiteFolder,
) -> None:
    preview = SiteFolder(site.root)
    preview.output = site.root / ".sitegen/preview/site"
    preview.state = str(site.root / ".sitegen/preview")
    site.build()
    before = results(site)
    assert preview.build().made == 0
    assert preview.tree() == site.tree()

    site.replace("content/news/2026-01-10-photo.md", "image: {", "# image: {")
    assert preview.build().removed
    assert before <= results(site), "the output shows them still"
    site.replace("content/news/2026-01-10-photo.md", "# image: {", "image: {")
    site.write("content/news/2026-01-13-card.md", "---\ntitle: Carte\n---\n")
    assert preview.build().made == 1

    site.write("content/news/2026-01-13-card.md", "---\ntitle: Autre carte\n---\n")
    assert site.build().made == 1
    assert len(results(site)) == len(before) + 2, "the preview shows the first card still"
    preview.build()
    assert len(results(site)) == len(before) + 1
    assert preview.tree() == site.tree()


def test_a_title_makes_its_own_card_anew_and_no_other(site: SiteFolder) -> None:
    site.write("content/news/2026-01-12-autre.md", "---\ntitle: Autre\n---\nTexte.\n")
    site.build()
    (other,) = names(site, "news/autre/card-*")
    site.replace("content/news/2026-01-11-carte.md", "Sans image", "Sans photo")

    report = site.build()

    assert report.made == 1
    assert [name for name in report.written if "card-" in name] == [
        f"news/carte/{names(site, 'news/carte/card-*')[0]}"
    ]
    assert names(site, "news/autre/card-*") == [other]


def test_another_focus_cuts_anew_what_is_cut(site: SiteFolder) -> None:
    site.build()
    whole = names(site, "news/photo-*")
    site.replace("content/news/2026-01-10-photo.md", "0% 100%", "0% 0%")

    report = site.build()

    made = [name for name in report.written if "-" in name.rpartition("/")[2]]
    assert report.made == len(made) == 2 * 3 + 1  # the part of 16:9, and the one that is shared
    assert len(set(whole) & set(names(site, "news/photo-*"))) == len(whole) - len(made)


@pytest.mark.parametrize("lost", [(), ("output", ".sitegen/state.db")])
def test_a_build_that_makes_no_image_does_not_import_pillow(
    site: SiteFolder, lost: tuple[str, ...]
) -> None:
    """Nor to tell whether those are sound that it knows no more: the cache knows that, too."""
    site.build()
    before = site.tree()
    site.append("content/news/2026-01-11-carte.md", "Une phrase de plus.\n")
    for name in lost:
        (site.root / name).rename(site.root.parent / f"lost-{Path(name).name}")
    script = (
        "import os, sys; os.chdir(sys.argv[1]); sys.argv = ['sitegen', 'build']\n"
        "from sitegen.cli import main\n"
        "try: main()\n"
        "finally: print('PIL' in sys.modules)"
    )

    result = subprocess.run(
        [sys.executable, "-c", script, str(site.root)], capture_output=True, text=True, check=True
    )

    assert " unchanged" in result.stdout
    assert result.stdout.splitlines()[-1] == "False"
    assert site.tree().keys() == before.keys()


def test_a_broken_image_is_told_and_shown_as_it_is(site: SiteFolder) -> None:
    whole = encoded(picture(), "PNG")
    site.write("content/news/photo.jpg", whole[:60] + bytes(20) + whole[80:])

    report = site.build()

    assert places(report) == {"content/news/photo.jpg:0": "image-broken"}
    page = site.page("news/photo/index.html")
    assert 'src="/sous/news/photo.jpg"' in page
    assert names(site, "news/photo-*") == []
    assert site.build().diagnostics == report.diagnostics


CUT = {
    "JPEG": encoded(picture(400, 400), "JPEG")[:-300],
    "PNG": encoded(picture(400, 400), "PNG")[:300],
    "WEBP": encoded(picture(400, 400), "WEBP")[:-40],
    "AVIF": encoded(picture(400, 400), "AVIF")[:-40],
    "GIF": encoded(picture(400, 400).convert("P"), "GIF")[:-40],
}


@pytest.mark.parametrize("images", ["true", "false"])
def test_a_picture_that_is_cut_off_does_not_replace_the_one_that_readers_have(
    site: SiteFolder, images: str
) -> None:
    """Nor does what is no picture at all, such as the pointer that stands in for it."""
    site.replace("site.yaml", "images: {", f"images: {{active: {images}, ")
    assert site.build().diagnostics == []
    before, whole = site.tree(), (site.root / "content/news/photo.jpg").read_bytes()

    for raw in (*CUT.values(), POINTER, HEIC, b"", b"<!doctype html><p>404"):
        site.write("content/news/photo.jpg", raw)
        report = site.build()

        (told,) = report.errors
        assert told.path == "content/news/photo.jpg"
        assert (told.code == "image-cut-off") == (raw in CUT.values())
        assert site.tree() == before

    site.write("content/news/photo.jpg", whole)
    assert site.build().diagnostics == []
    assert site.tree() == before


def noted() -> Image.Exif:
    """Return what a camera notes, with places in its entries and in those below."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x010F] = PLACE
    exif.get_ifd(0x8825)[29] = PLACE
    exif.get_ifd(0x8769)[0x927C] = PLACE.encode()
    return exif


AVIF = encoded(picture(), "AVIF", exif=noted(), xmp=PLACE.encode())
WITH_PLACES = {
    "photo.jpg": photograph(),
    "photo.png": encoded(picture(), "PNG", exif=noted()),
    "photo.webp": encoded(picture(), "WEBP", exif=noted()),
    "photo.avif": AVIF,
    "photo.heic": AVIF.replace(b"ftypavif", b"ftypheic").replace(b"avif", b"heic"),
    "PHOTO.TIF": encoded(picture(), "TIFF", exif=noted(), compression="tiff_lzw"),
    "photo.jxl": b"\0\0\0\x0cJXL \r\n\x87\n" + box(b"Exif", PLACE) + box(b"jxlc", "pixels"),
    "photo.jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"uuid", PLACE) + box(b"jp2c", "pixels"),
}
NEVER = {
    "photo.psd": b"8BPS\0\1" + PLACE.encode(),
    "photo.cr2": b"II*\0\x10\0\0\0CR\2\0" + PLACE.encode(),
    "photo.cr3": b"\0\0\0\x18ftypcrx \0\0\0\1crx isom" + PLACE.encode(),
    "photo.raf": b"FUJIFILMCCD-RAW 0201" + PLACE.encode(),
    "photo.dng": encoded(picture(), "TIFF", tiffinfo={50706: b"\1\4\0\0", 270: PLACE}),
    "photo.nef": encoded(picture(), "TIFF", tiffinfo={262: 32803, 270: PLACE}),
    "damaged.tif": b"II*\0\xff\xff\0\0" + PLACE.encode(),
    "damaged.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heicExif" + PLACE.encode(),
}


@pytest.mark.parametrize("images", ["true", "false"])
def test_no_picture_is_published_with_the_place_where_it_was_taken(
    site: SiteFolder, images: str
) -> None:
    """Attached, linked or lying there; what cannot be cleaned is told, and is not published."""
    site.replace("site.yaml", "images: {", f"images: {{active: {images}, ")
    for name, raw in (WITH_PLACES | NEVER).items():
        assert PLACE.encode() in raw
        site.write(f"content/news/{name}", raw)
    site.write(
        "content/news/2026-01-12-kit.md",
        "---\ntitle: Photos\nattachments: [photo.heic]\n---\n[En grand](PHOTO.TIF)\n",
    )

    report = site.build()

    assert {
        diagnostic.path.rpartition("/")[2]: diagnostic.code for diagnostic in report.diagnostics
    } == dict.fromkeys(NEVER, "image-private")
    assert "/sous/news/photo.heic" in site.page("news/kit/index.html")
    assert {path for path in WITH_PLACES if site.has(f"news/{path}")} == {*WITH_PLACES}
    assert [path for path, raw in site.tree().items() if PLACE.encode() in raw] == []
    original = (site.output / "news/PHOTO.TIF").read_bytes()
    assert opened(original).tobytes() == opened(WITH_PLACES["PHOTO.TIF"]).tobytes()
    assert [diagnostic.code for diagnostic in site.build().diagnostics] == ["image-private"] * len(
        NEVER
    )


def test_an_article_that_shows_what_is_no_picture_stands_as_it_was(site: SiteFolder) -> None:
    site.build()
    before = site.tree()
    site.write("content/news/salle.heic", WITH_PLACES["photo.heic"])
    site.append("content/news/2026-01-11-carte.md", "![La salle](salle.heic)\n")

    report = site.build()

    assert places(report) == {"content/news/2026-01-11-carte.md:5": "image-not-shown"}
    assert {path for path in site.tree() if site.tree()[path] != before.get(path)} <= {
        "news/salle.heic"
    }


def test_an_animation_and_a_drawing_stay_as_they_are(site: SiteFolder) -> None:
    frames = [picture(), picture().rotate(180)]
    moving = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    site.write("content/news/photo.jpg", moving)

    report = site.build()

    assert report.diagnostics == []
    assert names(site, "news/photo-*") == []
    assert 'src="/sous/news/photo.jpg"' in site.page("news/photo/index.html")


def test_without_the_key_nothing_is_made(site: SiteFolder) -> None:
    site.replace("site.yaml", "images: {", "images: {active: false, ")

    report = site.build()

    assert report.made == 0
    assert names(site, "news/*-*.*") == []
    published, own = site.output / "news/photo.jpg", site.root / "content/news/photo.jpg"
    assert opened(published.read_bytes()).tobytes() == opened(own.read_bytes()).tobytes()
    assert 'width="100" height="80"' in site.page("news/photo/index.html")


def test_images_without_pillow_ask_for_the_extra(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.engine.configuring.find_spec", lambda name: None)

    with pytest.raises(UsageError) as caught:
        site.build()

    (diagnostic,) = caught.value.diagnostics
    assert wording(diagnostic)[1] == "Install it: pip install 'sitegen-hub[images]'"


def test_an_image_that_only_decorates_says_so(make_site: Make) -> None:
    site = make_site(SITE.replace("alt: Une place", 'alt: ""'))
    site.write("content/news/photo.jpg", photograph())
    site.write("content/news/autre.png", encoded(picture(), "PNG"))
    site.replace(
        "content/news/2026-01-10-photo.md",
        "![une autre](autre.png)",
        "![](autre.png){role=presentation}, ![](autre.png)",
    )

    report = site.build()

    assert places(report) == {"content/news/2026-01-10-photo.md:5": "image-without-alt"}
    assert report.errors == []


def test_check_refuses_an_image_without_a_text(site: SiteFolder) -> None:
    site.replace("content/news/2026-01-10-photo.md", "alt: Une place, ", "")

    result = subprocess.run(
        [sys.executable, "-m", "sitegen", "check"],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "2026-01-10-photo.md:3:14: error: the image `photo.jpg` has no" in result.stderr
    assert "1 error, 1 warning." in result.stdout  # the other: nobody has a credit


@pytest.mark.parametrize("images", ["true", "false"])
@pytest.mark.parametrize("name", FOREIGN)
def test_what_browsers_do_not_show_is_told_with_its_reason(
    site: SiteFolder, name: str, images: str
) -> None:
    path, raw, code, reason = FOREIGN[name]
    site.replace("site.yaml", "images: {", f"images: {{active: {images}, ")
    site.replace("content/news/2026-01-10-photo.md", "photo.jpg", path)
    site.write(f"content/news/{path}", raw)

    report = site.build()

    (told,) = report.diagnostics
    assert (told.code, str(told.values.get("reason", ""))) == (code, reason)
    is_shown = code == "image-not-shown"
    assert told.path == f"content/news/{'2026-01-10-photo.md' if is_shown else path}"
    assert (told.line > 0) == is_shown
    is_mild = code in ("image-misnamed", "image-without-size")
    assert severity(told) == ("warning" if is_mild else "error")
    assert severity(told, is_check=True) == "error"
    assert site.build().diagnostics == report.diagnostics
    assert site.has("news/photo/index.html") == is_mild


def test_a_picture_is_known_by_its_bytes_whatever_its_name(site: SiteFolder) -> None:
    """Browsers show them all: by a rare ending, by that of another format, by none."""
    site.write("content/news/salle.jfif", photograph(6, 80, 100))
    site.write("content/news/salle", encoded(picture(90, 60), "WEBP"))
    site.write("content/news/salle.jpg", encoded(picture(70, 35), "PNG"))
    site.write("content/news/salle.avif", encoded(picture(80, 120), "AVIF", exif=exif(6)))
    text = "".join(f"![Une salle](salle{ending})\n\n" for ending in ("", ".jfif", ".jpg", ".avif"))
    site.append("content/news/2026-01-11-carte.md", text)

    report = site.build()

    assert report.diagnostics == []
    page = site.page("news/carte/index.html")
    sizes = re.findall(r'<img[^>]*width="(\d+)" height="(\d+)"', page)
    assert sizes == [("90", "60"), ("100", "80"), ("70", "35"), ("120", "80")]
    assert {path.suffix for path in site.output.glob("news/salle-60-*")} == {
        ".avif",
        ".webp",
        ".jpeg" if names(site, "news/salle-60-*.jpeg") else ".jpg",
        ".png",
    }


def test_a_picture_that_every_reader_loads_whole_is_told_where_it_is_heavy(
    site: SiteFolder,
) -> None:
    """With smaller sizes beside it nobody loads it; offered for download it may be as it is."""
    heavy = photograph() + bytes(HEAVY)
    site.write("content/news/photo.jpg", heavy)
    site.write("content/news/presse.jpg", heavy)
    site.append("content/news/2026-01-11-carte.md", "[En grand](presse.jpg)\n")
    assert site.build().diagnostics == []

    site.replace("site.yaml", "images: {", "images: {active: false, ")
    (told,) = site.build().diagnostics

    assert (told.code, told.path) == ("image-heavy", "content/news/photo.jpg")
    assert str(told.values["size"]) == "4 MB"


def test_a_camera_may_begin_its_names_with_an_underscore(site: SiteFolder) -> None:
    """Others that do so are left out, and the message says why."""
    site.write("content/news/_MG_6477.jpg", photograph())
    site.write("content/news/_DSC0012 (2).JPG", photograph())
    site.write("content/news/_plan.jpg", photograph())
    site.append(
        "content/news/2026-01-11-carte.md",
        "![Une salle](_MG_6477.jpg) ![Une cour](<_DSC0012 (2).JPG>)\n",
    )
    site.write(
        "content/news/2026-01-12-plan.md", "---\ntitle: Un plan\n---\n![Un plan](_plan.jpg)\n"
    )
    site.replace("content/news/2026-01-10-photo.md", "photo.jpg", "_brouillon/photo.jpg")

    report = site.build()

    assert [
        (diagnostic.code, diagnostic.values["suggestion"]) for diagnostic in report.diagnostics
    ] == [
        ("file-left-out", "brouillon"),
        ("file-left-out", "plan.jpg"),
    ]
    assert site.has("news/_MG_6477.jpg")
    assert site.has("news/_DSC0012 (2).JPG")
    assert not site.has("news/_plan.jpg")


def test_images_that_are_left_for_later_are_made_by_the_next_build(site: SiteFolder) -> None:
    """As the preview does it: pages at once, the same bytes in the end."""
    site.build()
    whole = site.tree()
    shutil.rmtree(site.output)
    shutil.rmtree(site.root / ".sitegen")

    first = site.build(images=False)
    early = set(site.tree())
    again = site.build(images=False)
    second = site.build()

    assert (first.are_images_due, again.are_images_due, second.are_images_due) == (
        (True, True, False)
    )
    assert "news/photo/index.html" in early
    assert not [path for path in early if path.endswith((".avif", ".webp", ".png"))]
    assert set(second.written) == set(whole) - early
    assert site.tree() == whole
    assert site.build().written == []
