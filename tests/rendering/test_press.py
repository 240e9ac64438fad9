"""What journalists get of a release: PDF, text, mail, pictures and the archive of all of it."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import feedparser
import pdfua
import pikepdf
import pytest
from fontTools.ttLib import TTFont

from sitegen.rendering.press import software
from sitegen.rendering.press.archive import make_archive
from sitegen.rendering.press.letters import FOREIGN, LETTERS
from sitegen.rendering.press.pdf import UnsettableError, make_pdf
from tests.html_checks import Page
from tests.imaging.pictures import encoded, picture
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
language: fr
organisation:
  name: Association des communes
  email: bonjour@hub.example.org
  logo: logo.svg
  boilerplate: Elle rassemble deux cents communes.
  boilerplate_in: {en: It brings two hundred towns together.}
  contacts:
    presse:
      {name: Ana Lévy, role: Attachée de presse, phone: 01 99 00 10 02, email: p@hub.example.org}
  offices: [{name: Antenne Ouest, people: [{name: Zoé Caradoc, phone: 01 99 00 10 09}]}]
press: {kinds: [communiqué], contact: presse, licence: CC BY 4.0}
-- content/_data/organisations.yaml --
maires: {name: Les maires, short: LM, boilerplate: Ils sont maires., url: https://maires.example.org/}
-- content/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10H0z"/></svg>
-- content/news/forum.md --
---
title: "Le forum : deux jours à Nantes"
date: 2026-02-10 09:30
kind: communiqué
place: Nantes
summary: Deux jours d’ateliers, ouverts à tous.
signatories: [maires]
press: {office: Antenne Ouest}
image: {src: salle.jpg, alt: La salle, caption: La salle pleine, credit: Paul V.}
attachments: [programme.txt]
event: {start: 2026-12-24 09:00, name: Le forum, location: {name: Cité, city: Nantes}}
correction:
  - {date: 2026-02-12, text: "Le forum dure deux jours, non trois."}
---
Un texte avec **du gras**, [un lien](../about.md) et `<script>`[^1].

[^1]: Une note.

## Le programme

> « Une citation. »
>
> Ana Lévy

| Qui | Combien |
|---|--:|
| Élus | 10 € |

![Le plan de la ville](plan.svg "Le plan"){credit="Zoé"}
-- content/news/long.md --
---
title: Un long texte
date: 2026-02-11
kind: communiqué
---
LONG
-- content/news/barometre.md --
---
title: Le baromètre
date: 2026-11-20
embargo: 2026-12-01 06:00
kind: communiqué
---
Sous embargo.
-- content/news/english.md --
---
title: The forum
date: 2026-02-12
kind: communiqué
lang: en
---
A text.
-- content/news/note.md --
---
title: Une note
date: 2026-02-13
---
Sans dossier.
-- content/news/programme.txt --
Neuf heures.
-- content/news/plan.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><path d="M0 0h9v9z"/></svg>
-- content/about.md --
---
title: À propos
---
Nous.
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """The site, built as those see it who may read what is under embargo."""
    site = SiteFolder(tmp_path_factory.mktemp("hub"))
    site.lay_out(SITE.replace("LONG", "\n\n".join(["Une phrase de plus. " * 40] * 12)))
    site.write("content/news/salle.jpg", encoded(picture(1200, 800), "jpeg"))
    assert site.build(now=NOW, embargoed=True).diagnostics == []
    return site


def file(site: SiteFolder, name: str) -> bytes:
    kit = name.partition("/")[0]
    return (site.output / "news" / kit / name.partition("/")[2]).read_bytes()


def text_of(site: SiteFolder, name: str) -> str:
    return file(site, f"{name}/{name}.txt").decode("utf-8-sig").replace("\u00a0", " ")


def message_of(site: SiteFolder, name: str) -> EmailMessage:
    message = message_from_bytes(file(site, f"{name}/{name}.eml"), policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.fixture
def pdf(hub: SiteFolder) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file(hub, "forum/forum.pdf")))


def tags(pdf: pikepdf.Pdf) -> list[str]:
    kinds = []
    pending = [pdf.Root.StructTreeRoot]
    while pending:
        element = pending.pop()
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            kinds.append(str(element.S))
        kids = element.get("/K") if isinstance(element, pikepdf.Dictionary) else None
        pending += list(kids) if isinstance(kids, pikepdf.Array) else [kids] if kids else []
    return kinds


def test_the_pdf_is_tagged_titled_and_in_its_language(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        part = metadata["{http://www.aiim.org/pdfua/ns/id/}part"]

    assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked), part) == ("fr", True, "1")
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]) == "Le forum\u00a0: deux jours à Nantes"
    assert str(pdf.docinfo["/Author"]) == "Association des communes"
    assert {"/H1", "/H2", "/P", "/Figure", "/Table", "/TH", "/BlockQuote"} <= set(tags(pdf))


@pytest.mark.parametrize("name", ["forum", "long", "english", "barometre"])
def test_the_pdf_keeps_the_rules_of_pdf_ua_that_a_machine_can_check(
    hub: SiteFolder, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(file(hub, f"{name}/{name}.pdf"))

    assert [str(finding) for finding in pdfua.validate(str(path)).findings] == []


def test_a_short_release_is_one_page_and_a_long_one_says_how_many(hub: SiteFolder) -> None:
    pages = {
        name: len(pikepdf.open(io.BytesIO(file(hub, f"{name}/{name}.pdf"))).pages)
        for name in ("forum", "english", "long")
    }

    assert pages == {"forum": 1, "english": 1, "long": 3}


def test_the_pdf_has_the_fonts_that_sitegen_brings_and_no_other(pdf: pikepdf.Pdf) -> None:
    fonts = {str(font.BaseFont) for font in pdf.objects if _is(font, "/FontDescriptor") is False
             and isinstance(font, pikepdf.Dictionary) and font.get("/BaseFont")}  # fmt: skip

    assert fonts
    assert all("Newsreader" in name for name in fonts)


def _is(value: object, kind: str) -> bool:
    return isinstance(value, pikepdf.Dictionary) and value.get("/Type") == kind


def test_a_picture_in_the_pdf_is_as_fine_as_a_printer_shows(pdf: pikepdf.Pdf) -> None:
    widths = [int(image.Width) for image in pdf.objects if isinstance(image, pikepdf.Stream)
              and image.get("/Subtype") == "/Image"]  # fmt: skip

    assert [300 < width < 800 for width in widths] == [True]


def test_the_text_has_all_in_eighty_columns(hub: SiteFolder) -> None:
    text = text_of(hub, "forum")

    assert [line for line in text.splitlines() if len(line) > 80] == []
    for told in (
        "Association des communes\nCommuniqué de presse\n\nNantes, le 10 février 2026\n\n",
        "Le forum : deux jours à Nantes\n==============================\n\n",
        "Rectificatif du 12 février 2026 : Le forum dure deux jours, non trois.\n\nDeux jours",
        "Un texte avec du gras, un lien [1] et <script> (note 1).\n\nLe programme\n------------\n",
        "    « Une citation. »\n\n    Ana Lévy\n",
        "\n\n1. Une note.\n\nRendez-vous\n",
        "Qui   Combien\n----  -------\nÉlus  10 €\n",
        "Rendez-vous\n-----------\n\nLe forum : jeudi 24 décembre 2026 à 9 h, Cité, Nantes\n",
        "Signataires\n-----------\n\n- Les maires (LM)\n",
        "Contact presse – Antenne Ouest\n------------------------------\n\nZoé Caradoc\n01 99 00",
        "Association des communes : Elle rassemble deux cents communes.\nhttps://hub.example.org/",
        "Les maires : Ils sont maires.\nhttps://maires.example.org/\n",
        "- programme.txt (https://hub.example.org/news/programme.txt)\n",
        "En ligne : https://hub.example.org/news/forum/\n\n[1] https://hub.example.org/about/\n",
    ):
        assert told in text.replace("\u202f", " ")


def test_a_release_in_english_is_told_in_english(hub: SiteFolder) -> None:
    text = text_of(hub, "english")

    assert "Association des communes\nPress release\n\n12 February 2026\n" in text
    assert "About\n-----\n\nAssociation des communes: It brings two hundred towns" in text


def test_the_mail_has_text_html_and_files(hub: SiteFolder) -> None:
    message = message_of(hub, "forum")
    html = message.get_body(("html",))
    text = message.get_body(("plain",))
    files = {
        attachment.get_filename(): attachment.get_content()
        for attachment in message.iter_attachments()
    }

    assert message.defects == []
    assert message["Subject"] == "Communiqué de presse – Le forum\u00a0: deux jours à Nantes"
    assert message["From"] == "Association des communes <bonjour@hub.example.org>"
    assert message["Date"].datetime.isoformat() == "2026-02-12T00:00:00+01:00"
    assert text is not None
    assert text.get_content().split() == file(hub, "forum/forum.txt").decode("utf-8-sig").split()
    assert html is not None
    assert html.get_content().split() == file(hub, "forum/forum-mail.html").decode().split()
    assert files["forum.pdf"] == file(hub, "forum/forum.pdf")
    assert files["programme.txt"].strip() == "Neuf heures."


def test_the_mail_s_html_has_its_styles_in_its_elements_and_absolute_addresses(
    hub: SiteFolder,
) -> None:
    page = Page(hub.output, "news/forum/forum-mail.html")
    addresses = [link.attrib.get("href", "") for link in page.all("a")]
    addresses += [image.attrib.get("src", "") for image in page.all("img")]

    assert page.all("html")[0].attrib["lang"] == "fr"
    assert "color" in page.all("h1")[0].attrib["style"]
    aligned = [cell.attrib["style"].rpartition("text-align:")[2] for cell in page.all("td")[2:4]]
    assert [style.partition(";")[0].strip() for style in aligned] == ["left", "right"]
    assert page.all("script") + page.all("link") == []
    assert {address.partition(":")[0] for address in addresses} == {"https", "tel"}
    assert all(image.attrib.get("alt") for image in page.all("img"))


def test_captions_and_credits_stand_beside_the_pictures(hub: SiteFolder) -> None:
    text = file(hub, "forum/forum-photos.txt").decode("utf-8-sig").replace("\u00a0", " ")

    heading = "La salle pleine (salle.jpg)"
    told = "Description : La salle\nLégende : La salle pleine\n"
    assert f"{heading}\n{'-' * len(heading)}\n\n{told}" in text
    assert "Crédit : Photo : Paul V.\nLicence : CC BY 4.0\nTaille : 1200 × 800 pixels\n" in text
    assert "Le plan (plan.svg)\n------------------\n\nDescription : Le plan de la ville\n" in text
    assert "Crédit : Crédit : Zoé\n" in text or "Crédit : Zoé\n" in text


def test_the_archive_holds_all_of_it(hub: SiteFolder) -> None:
    archive = zipfile.ZipFile(io.BytesIO(file(hub, "forum/forum.zip")))
    names = archive.namelist()

    assert archive.testzip() is None
    assert names == [
        "forum/forum.pdf",
        "forum/forum.txt",
        "forum/forum-mail.html",
        "forum/forum.eml",
        "forum/photos/forum-photos.txt",
        "forum/photos/salle.jpg",
        "forum/photos/plan.svg",
        "forum/documents/programme.txt",
    ]
    for name in names[:4]:
        assert archive.read(name) == file(hub, name)
    assert archive.read("forum/photos/salle.jpg") == (hub.output / "news/salle.jpg").read_bytes()
    assert {member.date_time for member in archive.infolist()} == {(2026, 2, 12, 0, 0, 0)}


def test_an_embargo_is_told_in_words_and_in_metadata_of_every_file(hub: SiteFolder) -> None:
    notice = "Sous embargo jusqu’au mardi 1er décembre 2026 à 6 h (heure de Paris)"
    until = "2026-12-01T06:00:00+01:00"
    message = message_of(hub, "barometre")
    mail = file(hub, "barometre/barometre-mail.html").decode()
    pdf = pikepdf.open(io.BytesIO(file(hub, "barometre/barometre.pdf")))
    archive = zipfile.ZipFile(io.BytesIO(file(hub, "barometre/barometre.zip")))

    assert f"*** {notice} ***" in text_of(hub, "barometre")
    assert message["X-Embargo"] == until
    assert message["Subject"].replace("\u00a0", " ").startswith(f"{notice} – ")
    assert notice in mail.replace("\u00a0", " ").replace("&nbsp;", " ")
    assert f'name="embargo" content="{until}"' in mail
    assert str(pdf.docinfo["/embargo"]) == until
    assert archive.comment.decode().replace("\u00a0", " ") == notice


def test_nothing_of_an_embargo_is_left_once_it_is_over(tmp_path: Path) -> None:
    later = SiteFolder(tmp_path / "later")
    later.lay_out(SITE)
    later.write("content/news/salle.jpg", encoded(picture(30, 20), "jpeg"))
    for name in ("forum", "long", "english"):
        later.remove(f"content/news/{name}.md")
    later.build(now="2026-12-01T05:00+01:00", embargoed=True)
    assert "embargo jusqu" in text_of(later, "barometre")

    later.build(now="2026-12-01T06:00+01:00", embargoed=True)
    assert "embargo jusqu" not in text_of(later, "barometre")


def test_the_page_lists_what_there_is_with_type_size_and_language(hub: SiteFolder) -> None:
    page = Page(hub.output, "news/forum/index.html")
    (box,) = (
        element for element in page.all("div") if "press-kit" in element.attrib.get("class", "")
    )
    links = [link for link in box.iter() if link.tag.endswith("a")]
    told = [" ".join("".join(link.itertext()).split()) for link in links]

    assert [link.attrib["href"].rpartition("/")[2] for link in links] == [
        "forum.pdf", "forum.txt", "forum-mail.html", "forum.eml", "forum-photos.txt", "forum.zip",
        "salle.jpg", "plan.svg",
    ]  # fmt: skip
    assert re.fullmatch(r"Communiqué en PDF \(PDF, \d+ ko, français\)", told[0])
    assert re.fullmatch(r"La salle pleine \(JPG, [\d,]+ ko, 1200 × 800\)", told[6])
    assert told[7].startswith("Le plan (SVG, "), "what the figure in the text says of it"
    assert links[0].attrib["type"] == "application/pdf"
    assert links[0].attrib["hreflang"] == "fr"
    assert "press-kit" not in hub.page("news/note/index.html")


def test_a_correction_is_told_on_the_page_in_feeds_and_to_programs(hub: SiteFolder) -> None:
    html = hub.page("news/forum/index.html")
    (data,) = (script for script in re.findall(r'ld\+json">(.*?)</script>', html, re.DOTALL)
               if "NewsArticle" in script)  # fmt: skip
    article = json.loads(data)
    feed = feedparser.parse((hub.output / "feed.xml").read_bytes())
    entry = next(entry for entry in feed.entries if entry.link.endswith("/forum/"))

    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Le forum dure deux jours, non trois.",
            "datePublished": "2026-02-12",
        }
    ]
    assert article["dateModified"] == "2026-02-12"
    assert "Rectificatif du 12\u00a0février 2026" in entry.content[0].value
    assert entry.updated.startswith("2026-02-12")
    assert html.index("Le forum dure deux jours") < html.index("Un texte avec")


def test_a_page_without_a_kit_has_no_files(hub: SiteFolder) -> None:
    assert [path.name for path in (hub.output / "news/note").iterdir()] == ["index.html"]


ODD = """<!DOCTYPE html><html lang="fr"><head><title>Été</title></head><body><h1>Été</h1>
<p>ÀÇŒ « oui » ! ; ? – … € ŁŽřş</p><img src="file:///etc/passwd" alt="a">
<img src="http://127.0.0.1:9/b.png" alt="b"><img src="/c.png" alt="c">
<link rel="stylesheet" href="http://127.0.0.1:9/d.css"></body></html>"""


def test_a_pdf_reads_nothing_but_what_it_is_given() -> None:
    asked = []

    def fetch(url: str) -> None:
        asked.append(url)

    pdf = pikepdf.open(io.BytesIO(make_pdf(ODD, "https://hub.example.org/a/", fetch)))
    assert len(pdf.pages) == 1
    assert "https://hub.example.org/c.png" in asked
    assert b"root:" not in b"".join(
        stream.read_bytes() for stream in pdf.objects if isinstance(stream, pikepdf.Stream)
    )


@pytest.mark.parametrize(
    ("begins", "items", "marks"),
    [
        ("<ol>", ("", ""), ("1", "2")),
        ('<ol start="3">', ("", ""), ("3", "4")),
        ('<ol start="0">', ("", ""), ("0", "1")),
        ("<ol reversed>", ("", ""), ("2", "1")),
        ("<ol>", ("", ' value="12"', ""), ("1", "12", "13")),
        ('<ol type="a" start="3">', ("", ""), ("c", "d")),
        ('<ol type="I">', (' style="color: red"', ""), ("I", "II")),
    ],
)
def test_lists_of_a_pdf_are_numbered_as_on_the_page(
    begins: str, items: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    """What is drawn is what lists whose marks are written out draw."""

    def drawn(start: str, *attributes: str) -> bytes:
        inner = "".join(f"<li{attribute}>Article</li>" for attribute in attributes)
        html = f'<html lang="fr"><title>Été</title><p>Un</p>{start}{inner}</ol></html>'
        pdf = pikepdf.open(io.BytesIO(make_pdf(html, "https://hub.example.org/a/", lambda _: None)))
        return pdf.pages[0].Contents.read_bytes()

    written = [
        f"""{item.rstrip('"') or ' style="'}; list-style-type: '{mark}. '" """
        for item, mark in zip(
            (item if "style" in item else "" for item in items), marks, strict=True
        )
    ]
    assert drawn(begins, *items) == drawn("<ol>", *written)


def test_what_reading_a_file_raises_is_not_swallowed() -> None:
    def fetch(url: str) -> None:
        raise MemoryError if url.endswith("none") else OSError("gone")

    with pytest.raises(OSError, match="gone"):
        make_pdf(ODD, "https://hub.example.org/a/", fetch)


def test_html_that_cannot_be_set_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("weasyprint.HTML.render", fail)
    with pytest.raises(UnsettableError, match="RecursionError: too deep"):
        make_pdf(ODD, "https://hub.example.org/a/", lambda url: None)


PROGRAM = """import sys, hashlib
from sitegen.rendering.press.pdf import make_pdf
pdf = make_pdf(sys.stdin.read(), "https://hub.example.org/a/", lambda url: None)
print(hashlib.sha256(pdf).hexdigest())
"""


def test_a_pdf_has_the_same_bytes_in_another_process_with_other_fonts(tmp_path: Path) -> None:
    """Hash seed, zone, locale and the machine's fonts do not count."""
    archives = set()
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>")
    for seed, zone, file in (("1", "Asia/Tokyo", ""), ("2", "America/Lima", str(fonts))):
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"}
        environment |= {"FONTCONFIG_FILE": file} if file else {}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=ODD,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | environment,
        )
        archives.add(done.stdout)

    assert len(archives) == 1


def test_an_archive_has_the_same_bytes_and_a_date_that_the_format_can_tell() -> None:
    import datetime as dt

    files = [("a/b.txt", b"b"), ("a/é.txt", b"e")]
    old = make_archive(files, date=dt.datetime(1971, 5, 1), comment="é")
    archive = zipfile.ZipFile(io.BytesIO(old))

    assert old == make_archive(files, date=dt.datetime(1971, 5, 1), comment="é")
    assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
    assert archive.namelist() == ["a/b.txt", "a/é.txt"]
    assert archive.read("a/é.txt") == b"e"


def test_the_letters_that_checks_know_are_those_of_the_fonts() -> None:
    fonts = sorted(Path(software.__file__).parent.glob("fonts/*.ttf"))
    of_style: dict[str, set[int]] = {}
    for path in fonts:
        style = "-".join(path.stem.split("-")[-2:])
        of_style.setdefault(style, set()).update(TTFont(path).getBestCmap())
    known = {number for number in range(0x3000) if LETTERS.fullmatch(chr(number))}

    assert len(fonts) == 8
    assert [style for style, counts in of_style.items() if counts != known] == []
    assert FOREIGN.search("Łódź, « Plzeň »\u202f! – cœur\u2011à\u2011cœur…") is None
    assert [match[0] for match in FOREIGN.finditer("a → ж")] == ["→", "ж"]


def test_weasyprint_leaves_pillow_as_it_was() -> None:
    """Or a broken image would count as a sound one in every process that made a kit.

    In a process of its own: what is imported a second time unloads Pango under the first, which
    ends the process at the next PDF.
    """
    program = (
        "from sitegen.rendering.press import software\n"
        "software.weasyprint()\n"
        "from PIL import ImageFile\n"
        "from weasyprint import images\n"
        "print(ImageFile.LOAD_TRUNCATED_IMAGES)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (done.stdout.strip(), done.returncode) == ("False", 0), done.stderr


def test_a_broken_picture_is_left_out_of_the_pdf(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(SITE)
    for name in ("long", "english", "barometre"):
        site.remove(f"content/news/{name}.md")
    whole = encoded(picture(300, 200), "PNG")
    site.write("content/news/salle.jpg", whole[:60] + bytes(20) + whole[80:])

    assert site.build().errors == []
    pdf = pikepdf.open(io.BytesIO(file(site, "forum/forum.pdf")))
    assert not [image for image in pdf.objects if isinstance(image, pikepdf.Stream)
                and image.get("/Subtype") == "/Image"]  # fmt: skip
