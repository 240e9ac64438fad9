"""Images made for tests: with a marked corner, and with all that cameras write into files."""

import io
import struct
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

PLACE = "47 deg 13' N"
"""What must never be published: it stands in each kind of metadata."""
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(width: int = 80, height: int = 40) -> Image.Image:
    """Return a blue image whose top left quarter is red."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image


def encoded(image: Image.Image, file_format: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


def photograph(orientation: int = 1, width: int = 80, height: int = 40) -> bytes:
    """Return a JPEG as a phone writes it: EXIF with a place, XMP, IPTC, a comment, a profile."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825)[29] = PLACE
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    raw = encoded(
        picture(width, height), "JPEG", quality=95, exif=exif, icc_profile=profile, comment=PLACE
    )
    extra = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + PLACE.encode())
    extra += segment(0xED, b"Photoshop 3.0\0" + PLACE.encode())
    hidden = encoded(picture(16, 8), "JPEG", comment=PLACE)  # a preview behind the end
    return raw[:2] + extra + raw[2:] + hidden


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def opened(raw: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(raw))
    image.load()
    return image


def is_near(colour: Any, expected: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(colour, expected, strict=True))


def exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def xmp(orientation: int) -> bytes:
    """Return what Adobe's programs write beside Exif: browsers do not turn a picture by it."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
        f' xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="{orientation}"/></rdf:RDF>'
        "</x:xmpmeta>"
    ).encode()


def _chunks(raw: bytes) -> list[tuple[bytes, bytes]]:
    """Return the chunks of a PNG by name."""
    chunks, at = [], 8
    while at < len(raw):
        end = at + 12 + int.from_bytes(raw[at : at + 4], "big")
        chunks.append((raw[at + 4 : at + 8], raw[at:end]))
        at = end
    return chunks


def _late(raw: bytes) -> bytes:
    """Return a PNG with its Exif behind its pixels, where some programs write it."""
    chunks = sorted(_chunks(raw), key=lambda chunk: (chunk[0] == b"IEND", chunk[0] == b"eXIf"))
    return raw[:8] + b"".join(chunk for _, chunk in chunks)


def _boxed(turn: int, axis: int) -> bytes:
    raw = bytearray(encoded(picture(), "AVIF", exif=exif(5)))
    raw[raw.index(b"irot") + 4], raw[raw.index(b"imir") + 4] = turn, axis
    return bytes(raw)


def turned_pictures() -> dict[str, bytes]:
    """Return `picture()` with every note of how it is turned, by name: how, and the format."""
    pictures: dict[str, bytes] = {}
    for number in range(1, 9):
        noted, note = exif(number), xmp(number)
        for file_format in ("jpeg", "png", "webp", "avif"):
            pictures[f"exif{number}.{file_format}"] = encoded(picture(), file_format, exif=noted)
            if file_format != "png":
                pictures[f"xmp{number}.{file_format}"] = encoded(picture(), file_format, xmp=note)
        pictures[f"late{number}.png"] = _late(pictures[f"exif{number}.png"])
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", note.decode())
        pictures[f"xmp{number}.png"] = encoded(picture(), "png", pnginfo=text)
        # Exif in an AVIF without boxes that turn it
        plain = bytearray(pictures[f"exif{number}.avif"])
        at = plain.index(b"ipma") + 14
        plain[at + 1 : at + 1 + plain[at]] = bytes(
            byte & 0x7F for byte in plain[at + 1 :][: plain[at]]
        )
        still = bytes(plain).replace(b"irot", b"skip").replace(b"imir", b"skip")
        pictures[f"still{number}.avif"] = still
    for turn in range(4):
        for axis in range(2):
            pictures[f"boxes{turn}{axis}.avif"] = _boxed(turn, axis)
    first, second = (segment(0xE1, b"Exif\0\0" + exif(number).tobytes()[6:]) for number in (3, 6))
    plain_jpeg = encoded(picture(), "JPEG")
    pictures["twice.jpeg"] = plain_jpeg[:2] + first + second + plain_jpeg[2:]
    at_scan = plain_jpeg.index(b"\xff\xda")
    pictures["before-scan.jpeg"] = plain_jpeg[:at_scan] + second + plain_jpeg[at_scan:]
    long = struct.pack(">HHHII", 1, 0x0112, 4, 1, 6) + bytes(4)
    wrong = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + long)
    pictures["long.jpeg"] = plain_jpeg[:2] + wrong + plain_jpeg[2:]
    return pictures


SVG = 'xmlns="http://www.w3.org/2000/svg"'
DRAWINGS = {
    "both": (f'<svg {SVG} width="80" height="40"/>', (80, 40)),
    "a shape that is smaller": (
        f'<svg {SVG} viewBox="0 0 320 200"><rect width="4" height="2"/></svg>',
        (320, 200),
    ),
    "a comment first": (
        f'<!-- un <svg width="1"> --><svg {SVG} width="80" height="40"/>',
        (80, 40),
    ),
    "a long comment": (
        f"<?xml version='1.0'?><!--{'x' * 20_000}-->\n<svg {SVG} viewBox='0 0 320 200'/>",
        (320, 200),
    ),
    "a prefix": ('<s:svg xmlns:s="http://www.w3.org/2000/svg" width="80" height="40"/>', (80, 40)),
    "an entity": (
        f'<!DOCTYPE svg [<!ENTITY w "80">]><svg {SVG} width="&w;" height="40"/>',
        (80, 40),
    ),
    "a byte order mark": (f'\ufeff<svg {SVG} width="80" height="40"/>', (80, 40)),
    "per cent": (f'<svg {SVG} width="100%" height="100%" viewBox="0 0 320 200"/>', (320, 200)),
    "a width alone": (f'<svg {SVG} width="160" viewBox="0 0 80 40"/>', (160, 80)),
    "a height alone": (f'<svg {SVG} height="160" viewBox="0 0 80 40"/>', (320, 160)),
    "a width and per cent": (
        f'<svg {SVG} width="160" height="100%" viewBox="0 0 80 40"/>',
        (160, 80),
    ),
    "a width without a box": (f'<svg {SVG} width="160"/>', (160, 150)),
    "millimetres": (f'<svg {SVG} width="210mm" height="297mm"/>', (794, 1123)),
    "inches and points": (f'<svg {SVG} width="2in" height="36pt"/>', (192, 48)),
    "picas and centimetres": (f'<svg {SVG} width="2pc" height="2.54cm"/>', (32, 96)),
    "em": (f'<svg {SVG} width="10em" height="2rem"/>', (160, 32)),
    "an exponent": (f'<svg {SVG} width="8e1" height="4E1"/>', (80, 40)),
    "spaces": (f'<svg {SVG} width=" 80 " height=" 40px "/>', (80, 40)),
    "no unit that is known": (
        f'<svg {SVG} width="80foo" height="40" viewBox="0 0 3 1"/>',
        (120, 40),
    ),
    "auto": (f'<svg {SVG} width="auto" height="auto" viewBox="0 0 320 200"/>', (320, 200)),
    "another corner": (f"<svg {SVG} viewBox='-5,-5 , 30,20'/>", (30, 20)),
    "a unit square": (f'<svg {SVG} viewBox="0 0 1 .5"/>', (300, 150)),
    "a box without height": (f'<svg {SVG} viewBox="0 0 80 0"/>', (300, 150)),
    "no size at all": (f"<svg {SVG}/>", (300, 150)),
    "a style": (f'<svg {SVG} style="width:80px;height:40px"/>', (300, 150)),
    "no namespace": ('<svg width="80" height="40"/>', (0, 0)),
    "not closed": (f'<svg {SVG} width="80" height="40">', (0, 0)),
    "text behind it": (f'<svg {SVG} width="80" height="40"/>fin', (0, 0)),
    "an entity of HTML": (f'<svg {SVG} width="80" height="40"><title>&nbsp;</title></svg>', (0, 0)),
    "a web page": ("<html><body/></html>", (0, 0)),
    "no picture": ("bonjour", (0, 0)),
    "nothing": ("", (0, 0)),
}
"""Drawings, and the pixels at which browsers show them."""
